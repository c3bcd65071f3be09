//! The tools over a list: saved views as tabs, the chooser of columns, the file.

use crate::address;
use admin_rules::{ListLook, ListOf, SavedView, ShowList, VIEW_NAME_MAX};
use kit::{Button, Column, ColumnChoice, ColumnChooser, Form, Glyph, Input, LinkButton, Menu, Size, Tab, ViewTabs, Weight};
use leptos::prelude::*;
use vocabulary::{Key, Permission};
use wire::{Fields, PageError, PageState, Visit};

/// The parameter that has a view's columns.
const COLUMNS: &str = "columns";
/// The parameter that leaves the chooser open, after a column was moved.
const CHOOSER: &str = "chooser";

/// How a person looks at a list, and where they are in it.
#[derive(Clone)]
pub struct Tools {
    list: ListOf,
    look: ListLook,
    /// The columns shown, in their order; none: as the list has them.
    chosen: Vec<String>,
    /// The list's filters as they stand in its address, without its page and its columns.
    filters: String,
    /// The address names columns: a view's, not the person's own.
    of_view: bool,
    open: bool,
}

/// The parameters that are no filter of a list.
fn is_tool(name: &str) -> bool {
    [COLUMNS, CHOOSER, "cursor"].contains(&name)
}

/// A parameter of the address, decoded.
fn parameter(query: &str, name: &str) -> Option<String> {
    Fields::parse(query).0.into_iter().find(|(own, _)| own == name).map(|(_, value)| value)
}

fn filters(query: &str) -> String {
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !is_tool(pair.split('=').next().unwrap_or_default())).collect();
    kept.join("&")
}

/// The columns that an address names.
fn columns_in(query: &str) -> Option<Vec<String>> {
    parameter(query, COLUMNS).map(|named| admin_rules::columns_of(&named))
}

/// The columns somebody sees of a list, for its file: those of the address, else their own.
///
/// # Errors
/// What the desk says.
pub(crate) async fn kept_columns(state: &PageState, visit: &Visit, list: ListOf) -> Result<Vec<String>, PageError> {
    Ok(Tools::load(state, visit, list).await?.chosen)
}

impl Tools {
    /// Reads how the visitor looks at the list.
    ///
    /// # Errors
    /// What the desk says.
    pub async fn load(state: &PageState, visit: &Visit, list: ListOf) -> Result<Self, PageError> {
        let look = state.desk.ask(&visit.actor, ShowList { list }).await?;
        let query = visit.path.split_once('?').map_or("", |(_, query)| query);
        let named = columns_in(query);
        let of_view = named.is_some();
        Ok(Self {
            list,
            chosen: named.unwrap_or_else(|| look.columns.clone()),
            filters: filters(query),
            of_view,
            open: parameter(query, CHOOSER).is_some(),
            look,
        })
    }

    /// For [`kit::Table`]'s `chosen`.
    #[must_use]
    pub fn chosen(&self) -> Vec<String> {
        self.chosen.clone()
    }

    fn here(&self) -> String {
        if self.filters.is_empty() { self.list.path().to_owned() } else { format!("{}?{}", self.list.path(), self.filters) }
    }

    /// What is saved of the list as it is now: filters and columns.
    fn saved_query(&self) -> String {
        let columns = (!self.chosen.is_empty()).then(|| format!("{COLUMNS}={}", self.chosen.join(",")));
        [Some(self.filters.clone()).filter(|filters| !filters.is_empty()), columns].into_iter().flatten().collect::<Vec<_>>().join("&")
    }

    fn is_current(&self, view: &SavedView) -> bool {
        filters(&view.query) == self.filters && columns_in(&view.query).unwrap_or_default() == self.chosen
    }

    /// The list's own views, then the saved ones, then the way to save what is shown.
    pub fn tabs(&self, visit: &Visit, own: Vec<Tab>) -> impl IntoView + use<> {
        let words = visit.words;
        let current = self.look.views.iter().find(|view| self.is_current(view)).cloned();
        let own = if own.is_empty() { vec![Tab::new(words.t("all"), self.list.path(), self.filters.is_empty())] } else { own };
        let mut tabs: Vec<Tab> = own.into_iter().map(|tab| Tab { current: tab.current && current.is_none(), ..tab }).collect();
        tabs.extend(self.look.views.iter().map(|view| {
            let href = if view.query.is_empty() { self.list.path().to_owned() } else { format!("{}?{}", self.list.path(), view.query) };
            let here = current.as_ref().is_some_and(|current| current.view == view.view);
            Tab::new(words.code(&view.name), href, here)
        }));
        let more = match current {
            Some(view) => self.remove(visit, &view).into_any(),
            None => self.save(visit).into_any(),
        };
        view! { <ViewTabs label=words.t("table-views") tabs more/> }
    }

    fn save(&self, visit: &Visit) -> impl IntoView + use<> {
        let words = visit.words;
        let (csrf, key, query) = (visit.token.clone(), Key::random().as_str().to_owned(), self.saved_query());
        let action = format!("/admin/lists/{}/views", self.list.tag());
        // Where they are all together and can be removed.
        let all = (!self.look.views.is_empty()).then(|| {
            let href = address(&action, &[("query", Some(query.clone()).filter(|query| !query.is_empty()))]);
            view! { <LinkButton label=words.t("table-views") href size=Size::Small weight=Weight::Quiet/> }
        });
        let hidden = vec![(String::from("query"), query)];
        view! {
            <details class="anchor chooser" name="menu">
                <summary class="btn btn-sm btn-quiet"><kit::Icon name=Glyph::Plus/>{words.t("table-view-save")}</summary>
                <div class="popover">
                    <Form action csrf idempotency=key hidden label=words.t("table-view-save") class="">
                        <div class="body pad-block">
                            <Input name="name" label=words.t("list-view-name") hint=words.t("list-view-hint") required=true maxlength=VIEW_NAME_MAX autocomplete="off"/>
                        </div>
                        <div class="foot"><Button label=words.t("action-save") size=Size::Small weight=Weight::Primary/>{all}</div>
                    </Form>
                </div>
            </details>
        }
    }

    fn remove(&self, visit: &Visit, view: &SavedView) -> impl IntoView + use<> {
        let words = visit.words;
        let name = view.name.as_str();
        let fields = vec![
            (String::from(kit::CSRF_FIELD), visit.token.clone()),
            (String::from(kit::IDEMPOTENCY_FIELD), Key::random().as_str().to_owned()),
            (String::from("next"), self.list.path().to_owned()),
        ];
        let item =
            kit::MenuItem::post(words.with("list-view-remove", &[("name", name.into())]), format!("/admin/views/{}/remove", view.view), fields)
                .icon(Glyph::X)
                .danger();
        view! { <Menu label=words.t("action-more") items=vec![item] size=Size::Small weight=Weight::Quiet/> }
    }

    /// At the end of the toolbar: the columns, and the list as a file for who may take it along.
    pub fn end(&self, visit: &Visit, columns: &[Column]) -> impl IntoView + use<> {
        let words = visit.words;
        let mut choices: Vec<ColumnChoice> = Vec::new();
        for column in columns {
            if choices.iter().any(|choice| choice.key == column.key) {
                continue;
            }
            let name = column.label.as_str();
            let shown = if self.chosen.is_empty() { !column.extra } else { column.fixed || self.chosen.iter().any(|key| key == column.key) };
            choices.push(ColumnChoice {
                key: column.key.to_owned(),
                label: column.label.clone(),
                shown,
                fixed: column.fixed,
                up: words.with("list-column-up", &[("name", name.into())]),
                down: words.with("list-column-down", &[("name", name.into())]),
            });
        }
        let place = |key: &str| self.chosen.iter().position(|chosen| chosen == key);
        if !self.chosen.is_empty() {
            choices.sort_by_key(|choice| place(&choice.key).map_or(if choice.fixed { 0 } else { usize::MAX }, |place| place + 1));
        }
        let number = |count: usize| words.count(i64::try_from(count).unwrap_or(i64::MAX));
        let count = format!("{}/{}", number(choices.iter().filter(|choice| choice.shown).count()), number(choices.len()));
        let hidden = vec![(String::from(kit::IDEMPOTENCY_FIELD), Key::random().as_str().to_owned()), (String::from("next"), self.here())];
        let action = format!("/admin/lists/{}/columns", self.list.tag());
        let export = visit.may(Permission::Export).then(|| {
            let columns = self.of_view.then(|| format!("{COLUMNS}={}", self.chosen.join(",")));
            let query: Vec<String> = [Some(self.filters.clone()).filter(|filters| !filters.is_empty()), columns].into_iter().flatten().collect();
            let path = format!("{}/export.csv", self.list.path());
            let href = if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) };
            view! { <LinkButton label=words.t("action-export") href size=Size::Small weight=Weight::Quiet icon=Glyph::Download download=true/> }
        });
        let (csrf, open) = (visit.token.clone(), self.open);
        view! {
            <span class="group push">
                {export}
                <ColumnChooser
                    action
                    csrf
                    hidden
                    label=words.t("table-columns")
                    columns=choices
                    apply=words.t("list-columns-show")
                    reset=words.t("list-columns-reset")
                    open
                    count
                />
            </span>
        }
    }
}
