//! The palette: pages, actions and stores are in its markup, items are searched as one types. It is the combobox of the
//! ARIA practices: the focus stays in the field, the option meant is named by `aria-activedescendant`.

use crate::dom;
use js_sys::JsString;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DocumentFragment, Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlTemplateElement, KeyboardEvent, MouseEvent,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Items shown of what is found; the search page has the rest.
const ITEMS: usize = 8;
/// Milliseconds without a key before the server is asked.
const PAUSE: i32 = 80;

thread_local! {
    /// Raised with each letter: an answer to an older question is not shown.
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

fn dialog() -> Option<HtmlDialogElement> {
    dom::by_id("palette")
}

fn field() -> Option<HtmlInputElement> {
    dom::by_id("palette-q")
}

fn list() -> Option<Element> {
    dom::by_id("palette-list")
}

pub fn wake() {
    let (Some(document), Some(dialog), Some(field), Some(list)) = (dom::document(), dialog(), field(), list()) else { return };
    dom::on(&document, "click", |event: MouseEvent| {
        let opener = event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|target| target.closest("[data-palette]").ok()?);
        // With a key held a link opens as a link.
        if opener.is_some() && !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            open();
        }
    });
    let around = dialog.clone();
    dom::on(&dialog, "click", move |event: MouseEvent| {
        // The dialog itself is only hit beside its content: on what is behind it.
        if event.target().is_some_and(|target| target == *around.unchecked_ref::<web_sys::EventTarget>()) {
            around.close();
        }
    });
    if let Ok(Some(close)) = dialog.query_selector("[data-palette-close]") {
        let dialog = dialog.clone();
        dom::on(&close, "click", move |_: Event| dialog.close());
    }
    dom::on(&field, "input", |_: Event| changed());
    dom::on(&field, "keydown", pressed);
    dom::on(&list, "pointermove", |event: Event| {
        let option = event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|target| target.closest("[role=option]").ok()?);
        if let Some(option) = option {
            mean(Some(&option), false);
        }
    });
}

pub fn open() {
    let (Some(dialog), Some(field)) = (dialog(), field()) else { return };
    if dialog.open() {
        return;
    }
    // It is in the page and not open: it can be shown.
    let _ = dialog.show_modal();
    field.select();
    changed();
}

pub fn toggle() {
    match dialog() {
        Some(dialog) if dialog.open() => dialog.close(),
        _ => open(),
    }
}

/// Something was typed: what is here is narrowed at once, items follow.
fn changed() {
    let (Some(field), Some(list)) = (field(), list()) else { return };
    let q = field.value().trim().to_owned();
    let words: Vec<String> = folded(&q).split_whitespace().map(str::to_owned).collect();
    for option in dom::all::<Element>(&list, "[role=option][data-find]") {
        let fits = words.is_empty() || fits(&words, &folded(&option.get_attribute("data-find").unwrap_or_default()));
        dom::show(&option, fits);
    }
    if let Some(rest) = dom::by_id::<Element>("palette-all") {
        dom::show(&rest, !q.is_empty());
        let pattern = rest.get_attribute("data-words").unwrap_or_default();
        let to = rest.get_attribute("data-to").unwrap_or_default();
        dom::set(&rest, "href", &format!("{to}{}", String::from(js_sys::encode_uri_component(&q))));
        if let Ok(Some(words)) = rest.query_selector(".what") {
            words.set_text_content(Some(&pattern.replace("{q}", &q)));
        }
    }
    let mine = ASKED.get() + 1;
    ASKED.set(mine);
    if q.is_empty() {
        fill(&[]);
    }
    settle();
    if !q.is_empty() {
        wasm_bindgen_futures::spawn_local(async move {
            dom::pause(PAUSE).await;
            if ASKED.get() != mine {
                return;
            }
            let hits = ask(&q).await;
            if ASKED.get() == mine {
                fill(&hits);
                settle();
            }
        });
    }
}

/// Lower case, without accents: what is typed without them finds what has them.
fn folded(text: &str) -> String {
    let apart = String::from(JsString::from(text).normalize("NFD"));
    apart.chars().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter)).collect::<String>().to_lowercase()
}

/// Each word typed begins one of the option's.
fn fits(words: &[String], option: &str) -> bool {
    words.iter().all(|word| {
        option.split(|letter: char| !letter.is_alphanumeric()).any(|own| own.starts_with(word.as_str())) || option.starts_with(word.as_str())
    })
}

async fn ask(q: &str) -> Vec<JsValue> {
    let address = format!("/api/v1/variants?limit={ITEMS}&q={}", String::from(js_sys::encode_uri_component(q)));
    let Some(response) = dom::fetch(&address).await.filter(web_sys::Response::ok) else { return Vec::new() };
    let Some(answer) = dom::text(&response).await.and_then(|text| js_sys::JSON::parse(&text).ok()) else { return Vec::new() };
    js_sys::Reflect::get(&answer, &"hits".into()).map(|hits| js_sys::Array::from(&hits).to_vec()).unwrap_or_default()
}

fn fill(hits: &[JsValue]) {
    let (Some(group), Some(pattern)) = (dom::by_id::<Element>("palette-items"), dom::by_id::<HtmlTemplateElement>("palette-item")) else { return };
    group.set_text_content(None);
    for (at, hit) in hits.iter().enumerate() {
        let Some(row) = pattern.content().clone_node_with_deep(true).ok().and_then(|row| row.dyn_into::<DocumentFragment>().ok()) else { return };
        if let Ok(Some(option)) = row.query_selector("[role=option]") {
            dom::set(&option, "id", &format!("palette-item-{at}"));
            let to = option.get_attribute("data-to").unwrap_or_default();
            dom::set(&option, "href", &to.replace("{variant}", &dom::field(hit, "variant")));
        }
        let text = |selector: &str, words: &str| {
            if let Ok(Some(part)) = row.query_selector(selector) {
                part.set_text_content(Some(words));
            }
        };
        text(".what", &dom::field(hit, "name"));
        text(".option", &dom::field(hit, "option_text"));
        text(".code", &dom::field(hit, "sku"));
        let _ = group.append_child(&row);
    }
}

/// Groups with nothing in them are not shown; the first option is meant.
fn settle() {
    let Some(list) = list() else { return };
    for group in dom::all::<Element>(&list, "[role=group]") {
        let some = !dom::all::<Element>(&group, "[role=option]:not([hidden])").is_empty();
        dom::show(&group, some);
    }
    let options = options();
    if let Some(none) = dom::by_id::<Element>("palette-none") {
        dom::show(&none, options.is_empty());
    }
    mean(options.first(), true);
}

fn options() -> Vec<Element> {
    list().map(|list| dom::all(&list, "[role=group]:not([hidden]) [role=option]:not([hidden])")).unwrap_or_default()
}

fn meant() -> Option<Element> {
    list()?.query_selector("[aria-selected=true]").ok()?
}

fn mean(option: Option<&Element>, bring: bool) {
    let (Some(field), before) = (field(), meant()) else { return };
    if let Some(before) = before {
        dom::set(&before, "aria-selected", "false");
    }
    let Some(option) = option else { return drop(field.remove_attribute("aria-activedescendant")) };
    dom::set(option, "aria-selected", "true");
    dom::set(&field, "aria-activedescendant", &option.id());
    if bring {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn pressed(event: KeyboardEvent) {
    if event.is_composing() {
        return;
    }
    match event.key().as_str() {
        "ArrowDown" => step(&event, 1),
        "ArrowUp" => step(&event, -1),
        "PageDown" => step(&event, 8),
        "PageUp" => step(&event, -8),
        // Nothing meant: the form itself searches.
        "Enter" => {
            if let Some(option) = meant().and_then(|option| option.dyn_into::<HtmlElement>().ok()) {
                event.prevent_default();
                option.click();
            }
        }
        _ => {}
    }
}

/// One option on or back, round the ends; a leap stops at them.
fn step(event: &KeyboardEvent, by: isize) {
    event.prevent_default();
    let options = options();
    let Some(last) = options.len().checked_sub(1) else { return };
    let now = meant().and_then(|meant| options.iter().position(|option| *option == meant));
    let next = match (now, by) {
        (None, _) => 0,
        (Some(0), -1) => last,
        (Some(at), 1) if at == last => 0,
        (Some(at), by) => at.saturating_add_signed(by).min(last),
    };
    mean(options.get(next), true);
}
