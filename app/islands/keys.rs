//! The keys of the desk, each listed in the popover `keys`. Those of a single letter can be switched off there, and mean
//! nothing while somebody types: they would take a letter from whoever speaks their input.

use crate::{dom, palette};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, Storage};

const OFF: &str = "stockroom-keys-off";

fn storage() -> Option<Storage> {
    dom::window()?.local_storage().ok()?
}

fn single_keys() -> bool {
    storage().and_then(|storage| storage.get_item(OFF).ok()?).is_none()
}

pub fn wake() {
    let Some(document) = dom::document() else { return };
    name_the_key();
    dom::on(&document, "keydown", pressed);
    dom::on(&document, "pointerdown", |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        for open in open_menus() {
            if target.as_ref().is_none_or(|target| !open.contains(Some(target))) {
                let _ = open.remove_attribute("open");
            }
        }
    });
    if let Some(switch) = dom::by_id::<HtmlInputElement>("keys-single") {
        switch.set_checked(single_keys());
        if let Some(row) = dom::by_id::<Element>("keys-switch") {
            dom::show(&row, true);
        }
        let of_switch = switch.clone();
        dom::on(&switch, "change", move |_: Event| {
            if let Some(storage) = storage() {
                // Where nothing may be kept it holds for this page: the box says so.
                let _ = if of_switch.checked() { storage.remove_item(OFF) } else { storage.set_item(OFF, "1") };
            }
        });
    }
}

/// The server cannot know which keyboard there is: ⌘ is one maker's.
fn name_the_key() {
    let apple =
        dom::window().and_then(|window| window.navigator().platform().ok()).is_some_and(|name| name.starts_with("Mac") || name.starts_with("iP"));
    if !apple && let Some(root) = dom::document().and_then(|document| document.document_element()) {
        for key in dom::all::<Element>(&root, ".searchbox .kbd:first-child, [data-command-key]") {
            key.set_text_content(Some("Ctrl"));
        }
    }
}

fn pressed(event: KeyboardEvent) {
    if event.default_prevented() || event.is_composing() {
        return;
    }
    let key = event.key();
    if key == "Escape" {
        // What floats closes, and one is where one came from. Popovers do so by themselves.
        for open in open_menus() {
            let _ = open.remove_attribute("open");
            if let Ok(Some(summary)) = open.query_selector("summary")
                && let Ok(summary) = summary.dyn_into::<HtmlElement>()
            {
                let _ = summary.focus();
            }
        }
        return;
    }
    if (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key() && key.eq_ignore_ascii_case("k") {
        event.prevent_default();
        palette::toggle();
        return;
    }
    let single = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    if !single || typing() || !single_keys() || dom::first::<Element>("dialog[open]").is_some() {
        return;
    }
    match key.as_str() {
        "/" => {
            event.prevent_default();
            search();
        }
        "?" => {
            if let Some(keys) = dom::by_id::<HtmlElement>("keys") {
                event.prevent_default();
                // Shown already: then this is no call for it.
                let _ = keys.show_popover();
            }
        }
        _ => {}
    }
}

/// Menus and choosers that stand open over the page.
fn open_menus() -> Vec<Element> {
    let root = dom::document().and_then(|document| document.document_element());
    root.map(|root| dom::all::<Element>(&root, "details.chooser[open]")).unwrap_or_default()
}

fn typing() -> bool {
    let Some(active) = dom::document().and_then(|document| document.active_element()) else { return false };
    let button =
        active.dyn_ref::<HtmlInputElement>().is_some_and(|input| matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "submit"));
    !button && active.matches("input, textarea, select, [contenteditable]").unwrap_or(false)
}

/// This list's search; where there is no list, everything's.
fn search() {
    match dom::first::<HtmlInputElement>("[data-search-key]") {
        Some(field) if field.client_width() > 0 => {
            let _ = field.focus();
            field.select();
        }
        _ => palette::open(),
    }
}
