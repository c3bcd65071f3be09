//! Sets what moves on the page. All of it each time: it is little.

use crate::{
    model::{Event, Sent, last},
    number,
    state::{App, Link, Mood, with},
};
use wasm_bindgen::JsCast;
use web_sys::{Document, DocumentFragment, Element, HtmlInputElement, HtmlSelectElement, HtmlTemplateElement};

/// Last scans shown.
const LAST: usize = 5;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

fn say(id: &str, words: &str) {
    if let Some(element) = element(id) {
        element.set_text_content(Some(words));
    }
}

fn set(id: &str, name: &str, value: &str) {
    if let Some(element) = element(id) {
        // Every name set here is an attribute's.
        let _ = element.set_attribute(name, value);
    }
}

fn icon(id: &str, name: &str) {
    set(id, "href", &format!("/icons.svg#{name}"));
}

fn show(id: &str, shown: bool) {
    if let Some(element) = element(id) {
        let _ = if shown { element.remove_attribute("hidden") } else { element.set_attribute("hidden", "") };
    }
}

/// Paints everything.
pub fn all() {
    with(|app| {
        badge(app);
        place(app);
        card(app);
        rows(app);
        let sound = if app.muted { "sound_on" } else { "sound_off" };
        set("mute", "aria-label", &app.word(sound));
        icon("mute-icon", if app.muted { "i-volume-x" } else { "i-volume-2" });
        set("keyboard", "aria-pressed", if app.typing { "true" } else { "false" });
        // Until somebody wants to type, a scanner's keys must not bring the phone's keyboard up.
        set("code", "inputmode", if app.typing { "text" } else { "none" });
    });
}

fn badge(app: &App) {
    let waiting = app.waiting();
    let (tone, name, said) = match (app.link, waiting) {
        (Link::NoStore, _) => ("bad", "i-circle-alert", app.word("no_store")),
        (Link::SignedOut, 0) => ("warn", "i-lock", app.word("signed_out")),
        (Link::SignedOut, n) => ("warn", "i-lock", format!("{} · {}", app.word("signed_out"), app.say_waiting(n))),
        (_, 0) => ("ok", "i-circle-check", app.word("saved")),
        (Link::Offline, n) => ("warn", "i-cloud-off", app.say_waiting(n)),
        (Link::Fine, n) => ("warn", "i-refresh-cw", app.say_waiting(n)),
    };
    set("badge", "class", &format!("badge badge-{tone} badge-lg"));
    icon("badge-icon", name);
    say("badge-said", &said);
}

fn place(app: &App) {
    let here = app.here();
    let label = if here.name == here.code || here.name.is_empty() { here.code.clone() } else { format!("{}, {}", here.name, here.code) };
    say("here", &label);
    say("finish-said", &app.word("finish").replace("{place}", &here.code));
    if let Some(select) = element("place").and_then(|element| element.dyn_into::<HtmlSelectElement>().ok()) {
        select.set_value(&app.place);
    }
    if let Some(finish) = element("finish") {
        let to = finish.get_attribute("data-to").unwrap_or_default();
        let _ = finish.set_attribute("href", &format!("{to}{}", app.place));
    }
}

fn card(app: &App) {
    let card = &app.card;
    show("card", !matches!(card.mood, Mood::Ready | Mood::Unknown));
    show("unknown", card.mood == Mood::Unknown);
    if card.mood == Mood::Unknown {
        say("unknown-code", &card.subject.code);
        // Its item is known, and of which lot it is, or which piece, is not told.
        let unsaid = !card.said.is_empty();
        say("unknown-said", &if unsaid { card.said.clone() } else { app.word("unknown") });
        show("unknown-text", !unsaid);
        show("unknown-draft", !unsaid);
        if let Some(draft) = element("unknown-draft") {
            let to = draft.get_attribute("data-to").unwrap_or_default();
            let code = String::from(js_sys::encode_uri_component(&card.subject.code));
            let _ = draft.set_attribute("href", &format!("{to}{code}"));
        }
        return;
    }
    let (tone, name) = match card.mood {
        Mood::Refused | Mood::Stray => ("scan-bad", "i-circle-alert"),
        Mood::Waiting => ("scan-wait", "i-clock"),
        _ => ("scan-good", "i-circle-check"),
    };
    // Two classes that do the same in turn: each scan starts the movement afresh.
    set("card", "class", &format!("scan-card {tone} {}", if app.beat { "beat" } else { "" }));
    icon("card-icon", name);
    say("card-said", &card.said);
    say("card-detail", &card.detail);
    say("card-name", if card.name.is_empty() { &card.subject.code } else { &card.name });
    say("card-code", &card.subject.code);
    show("card-qty", card.mood != Mood::Refused);
    show("card-stray", card.mood == Mood::Stray);
    let unit = app.word(&format!("unit-{}", card.unit));
    let here = app.word("here");
    say("card-unit", &if unit.is_empty() { bare(&here).to_owned() } else { here.replace("{unit}", &unit) });
    units(app);
    if let Some(field) = element("counted").and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        let counted = number::write(app.counted(), app.decimal);
        // What is being typed there is not for us to change.
        let typing = document().and_then(|document| document.active_element()).is_some_and(|active| active == **field);
        if !typing || field.default_value() == field.value() {
            field.set_value(&counted);
            field.set_default_value(&counted);
        }
    }
}

/// The units of the card's item: drawn afresh with another item, so that a choice that is made stays.
fn units(app: &App) {
    let item = app.item().filter(|item| !item.serial && !item.variant.is_empty() && !item.units.is_empty());
    show("card-units", item.is_some() && app.card.mood != Mood::Refused);
    let (Some(item), Some(choice), Some(document)) = (item, element("card-unit-choice"), document()) else { return };
    let of = format!("{} {}", item.variant, item.units.len());
    if choice.get_attribute("data-of").is_some_and(|before| before == of) {
        return;
    }
    let _ = choice.set_attribute("data-of", &of);
    choice.set_text_content(None);
    let base = (String::new(), app.unit(&item.unit));
    for (value, label) in std::iter::once(base).chain(item.units.iter().map(|unit| (unit.unit.clone(), app.choice(unit)))) {
        let Ok(option) = document.create_element("option") else { return };
        let _ = option.set_attribute("value", &value);
        option.set_text_content(Some(&label));
        let _ = choice.append_child(&option);
    }
}

fn rows(app: &App) {
    let rows = last(&app.events, &app.count, LAST);
    show("last-none", rows.is_empty());
    let (Some(list), Some(pattern)) = (element("last"), element("last-row").and_then(|element| element.dyn_into::<HtmlTemplateElement>().ok()))
    else {
        return;
    };
    list.set_text_content(None);
    for event in rows {
        let Some(row) = pattern.content().clone_node_with_deep(true).ok().and_then(|row| row.dyn_into::<DocumentFragment>().ok()) else { return };
        fill(app, &row, event);
        let _ = list.append_child(&row);
    }
}

fn fill(app: &App, row: &DocumentFragment, event: &Event) {
    let part = |selector: &str| row.query_selector(selector).ok().flatten();
    let text = |selector: &str, words: &str| {
        if let Some(part) = part(selector) {
            part.set_text_content(Some(words));
        }
    };
    let field = |name: &str, value: &str| {
        if let Some(part) = part(&format!("[name={name}]")) {
            let _ = part.set_attribute("value", value);
        }
    };
    let amount = number::write(event.micro(), app.decimal);
    let q = match (event.kind.as_str(), amount.strip_prefix('-')) {
        ("set", _) => format!("={amount}"),
        (_, Some(fewer)) => format!("\u{2212}{fewer}"),
        _ => format!("+{amount}"),
    };
    let name = match (event.unknown, event.sent) {
        _ if !event.name.is_empty() => event.name.clone(),
        (true, _) => app.word("unknown"),
        (_, Sent::Waiting) => app.word("sending"),
        _ => event.code.clone(),
    };
    let what = if event.sku.is_empty() { &event.code } else { &event.sku };
    let place = app.places.iter().find(|place| place.id == event.place).map(|place| place.code.as_str()).unwrap_or_default();
    let stray = if event.stray { format!(" · {}", app.word("stray")) } else { String::new() };
    let told = if event.said.is_empty() { place } else { &event.said };
    let entered = if event.entered.is_empty() { String::new() } else { format!("{} · ", event.entered) };
    let detail = format!("{entered}{what} · {told}{stray}");
    text(".q", &q);
    text(".what .block", &name);
    text(".what small", &detail);
    text(".sr", &format!(" {name}, {what}"));
    field("scan", &event.id);
    field("place", &event.place);
}

/// Where something lies, without the unit before it: what stands between the two goes too.
fn bare(here: &str) -> &str {
    here.split_once("{unit}").map_or(here, |(_, rest)| rest.trim_start_matches(['\u{2069}', ',', '،', ' ']))
}
