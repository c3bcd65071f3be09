//! Rows picked, and what is done with all of them: boxes of one form, whose buttons say which act.

use kit::{BulkBar, Form, Hidden, Pick};
use leptos::prelude::*;
use vocabulary::{Key, Permission};
use wire::{Fields, Visit};

/// The id of the form that the boxes belong to.
pub const BULK: &str = "bulk";
/// Most rows one form may carry: those of one page.
const MOST: usize = 200;

/// The box of a row. `name` is what the row is about.
#[must_use]
pub fn pick(visit: &Visit, value: impl Into<String>, name: &str) -> Pick {
    let label = visit.words.with("table-select", &[("name", name.into())]);
    Pick { name: "pick", value: value.into(), label, checked: false, form: BULK.into() }
}

/// The head of the boxes' column: a box for all of the page, once the island is awake.
pub fn pick_all(visit: &Visit) -> impl IntoView + use<> {
    let (label, head) = (visit.words.t("table-select-all"), visit.words.t("table-selected-head"));
    view! {
        <span class="sr">{head}</span>
        <span hidden><input type="checkbox" id="pick-all" autocomplete="off" aria-label=label/></span>
    }
}

/// What can be done with what is picked: its word, what the form sends as `do`, its sign, and who may.
pub type Act = (&'static str, &'static str, kit::Glyph, Permission);

/// The bar at the foot with its form: only what the visitor may do.
pub fn bulk(visit: &Visit, action: &str, acts: &[Act]) -> impl IntoView + use<> {
    let label = visit.words.t("table-selected-do");
    let (csrf, key, action, next) = (visit.token.clone(), Key::random().as_str().to_owned(), action.to_owned(), visit.path.clone());
    let bar = bulk_of(visit, BULK, acts);
    view! {
        <Form id=BULK action csrf idempotency=key class="" label>
            <Hidden name="next" value=next/>
            {bar}
        </Form>
    }
}

/// The bar alone, where its buttons and the boxes belong to a form that the page has anyway.
pub fn bulk_of(visit: &Visit, form: &'static str, acts: &[Act]) -> impl IntoView + use<> {
    let words = visit.words;
    let may = acts.iter().filter(|(.., needs)| visit.may(*needs));
    let buttons = may
        .map(|(word, act, icon, _)| view! { <kit::Button label=words.t(word) name="do" value=*act form weight=kit::Weight::Quiet icon=*icon/> })
        .collect_view();
    view! {
        <BulkBar label=words.t("bulk-selected")>
            {buttons}
            <span class="sep hide-phone"></span>
            <button type="button" id="pick-none" class="btn btn-quiet btn-icon" hidden aria-label=words.t("table-selection-clear") title=words.t("table-selection-clear")>
                <kit::Icon name=kit::Glyph::X/>
            </button>
        </BulkBar>
        <islands::Picks/>
    }
}

/// What the bar's form sent.
pub struct Picked {
    /// The values of the boxes, each once.
    pub values: Vec<String>,
    pub act: String,
    /// The list's page that was looked at.
    pub next: String,
}

impl Picked {
    /// Reads the form; `list` is where one goes back to unless it says better.
    #[must_use]
    pub fn read(fields: &Fields, list: &str) -> Self {
        let mut values: Vec<String> = Vec::new();
        for value in fields.all("pick").take(MOST) {
            if !values.iter().any(|known| known == value) {
                values.push(value.to_owned());
            }
        }
        let next = fields.get("next");
        // Only this list's own pages: nobody is led elsewhere by a form.
        let own = next == list || next.strip_prefix(list).is_some_and(|rest| rest.starts_with('?'));
        Self { values, act: fields.get("do").to_owned(), next: if own { next.to_owned() } else { list.to_owned() } }
    }
}
