//! What happens when something is scanned or pressed: kept first, then shown, then sent.

use crate::{
    data,
    device::{self, Tone},
    keep,
    model::{Event, Item, Sent, Subject, is_stray, last},
    number, paint, send,
    state::{App, Card, Link, Mood, change, with},
};
use leptos::{ev, prelude::*, task::spawn_local};
use std::{collections::HashMap, time::Duration};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// How often what waits is tried again.
const AGAIN: Duration = Duration::from_secs(3);

/// Begins: reads what the page brought and what this phone kept, shows it, sends it.
pub fn wake() {
    let app = App::read(&data::parse(&device::text_of("floor-start")));
    change(|now| {
        *now = app;
        now.muted = device::is_muted();
    });
    listen();
    spawn_local(async move {
        if keep::open().await.is_err() {
            change(|app| app.link = Link::NoStore);
            return paint::all();
        }
        let count = with(|app| app.count.clone());
        if let Ok((kept, items)) = keep::all(&count).await {
            change(|app| {
                app.known.extend(items.into_iter().map(|item| (item.code.clone(), item)));
                merge(&mut app.events, kept);
            });
        }
        paint::all();
        device::focus("code");
        send::all().await;
    });
}

/// The page lives as long as its listeners: nothing is ever taken off.
fn listen() {
    let _ = set_interval_with_handle(sync, AGAIN);
    let _ = window_event_listener(ev::online, |_| sync());
    // What is typed while nothing is being typed into is a scan.
    let _ = window_event_listener(ev::keydown, |event| {
        if device::target::<HtmlInputElement>(&event).is_some_and(|field| field.id() == "counted") && event.key().chars().count() == 1 {
            return device::key_typed();
        }
        let one = event.key().chars().count() == 1 && event.key() != " ";
        if one && !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !device::is_typing_elsewhere() {
            device::focus("code");
        }
    });
    let _ = window_event_listener(ev::submit, |event| {
        let Some((act, form)) = acting(&event) else { return };
        event.prevent_default();
        match act.as_str() {
            "scan" => scan(),
            "undo" => undo(&device::field_of(&form, "scan")),
            _ => {}
        }
    });
    let _ = window_event_listener(ev::change, |event| {
        let Some((act, _)) = acting(&event) else { return };
        match act.as_str() {
            "set" => set(&event),
            // The number comes after its unit.
            "unit" => device::focus_to_replace("counted"),
            "place" => go(&event),
            "mode" => {
                change(|app| app.enter = !app.enter);
                device::focus("code");
            }
            _ => {}
        }
    });
    let _ = window_event_listener(ev::click, |event| {
        let Some((act, _)) = acting(&event) else { return };
        match act.as_str() {
            "fewer" => more(-number::ONE),
            "more" => more(number::ONE),
            "sync" => sync(),
            "later" => later(),
            "mute" => mute(),
            "keyboard" => keyboard(),
            "finish" => finish(&event),
            _ => {}
        }
    });
}

/// What the element under an event does, by its `data-act`.
fn acting(event: &web_sys::Event) -> Option<(String, Element)> {
    let element = device::target::<Element>(event)?.closest("[data-act]").ok()??;
    Some((element.get_attribute("data-act")?, element))
}

/// What this phone kept is the better of the two: it knows what waits.
fn merge(events: &mut Vec<Event>, kept: Vec<Event>) {
    events.retain(|event| kept.iter().all(|one| one.id != event.id));
    events.extend(kept);
    // Ids are ordered by their time.
    events.sort_unstable_by(|a, b| a.id.cmp(&b.id));
}

/// Tries to send what waits.
fn sync() {
    if with(App::waiting) > 0 {
        spawn_local(send::all());
    }
}

fn signal(tone: Tone) {
    device::signal(tone, with(|app| app.muted));
}

/// Takes what is in the field.
fn scan() {
    let Some(field) = device::input("code") else { return };
    let code = field.value().trim().to_owned();
    field.set_value("");
    if !code.is_empty() {
        scan_code(code);
    }
}

fn scan_code(code: String) {
    let upper = code.to_ascii_uppercase();
    if upper == "CMD:UNDO" {
        let newest = with(|app| last(&app.events, &app.count, 1).first().map(|event| event.id.clone()));
        return newest.map(|id| undo(&id)).unwrap_or_default();
    }
    if upper.starts_with("LOC:") {
        return place(&upper);
    }
    let known = with(|app| app.known.get(&code).cloned());
    let subject = Subject::of(&code, known.as_ref());
    let entered = known.as_ref().map(|item| with(|app| app.say_scanned(number::ONE, item))).unwrap_or_default();
    let (one, enter) = with(|app| (app.word("counted_one"), app.enter));
    let said = if entered.is_empty() { one } else { entered.clone() };
    let event = Event { kind: String::from("add"), code, quantity: String::from("1"), entered, ..fresh() };
    keep_and_show(event, subject, known.as_ref(), said, enter);
}

/// A shelf's label: from here on one counts there.
fn place(scan: &str) {
    let found = with(|app| app.places.iter().find(|place| place.scan.eq_ignore_ascii_case(scan)).cloned());
    let said = with(|app| app.word(if found.is_some() { "place_now" } else { "place_other" }));
    if let Some(place) = found {
        device::announce(&said.replace("{place}", &place.code), false);
        change(|app| (app.place, app.card) = (place.id, Card::default()));
        signal(Tone::Ok);
    } else {
        device::announce(&said, true);
        let subject = Subject { code: scan.to_owned(), ..Subject::default() };
        change(|app| app.card = Card { mood: Mood::Refused, subject, said, ..Card::default() });
        signal(Tone::Bad);
    }
    paint::all();
    device::focus("code");
}

fn fresh() -> Event {
    let (id, at) = device::stamp();
    with(|app| Event { id, at, count: app.count.clone(), person: app.person.clone(), place: app.place.clone(), ..Event::default() })
}

/// The one way in: on the disk, then on the screen, then on its way.
fn keep_and_show(mut event: Event, subject: Subject, known: Option<&Item>, said: String, then_enter: bool) {
    if let Some(item) = known {
        (event.name, event.sku) = (item.label(), item.sku.clone());
    }
    event.stray = with(|app| is_stray(&app.events, &app.count, &app.known, &subject));
    let (mood, tone, said) = match (event.stray, subject.variant.is_empty()) {
        (true, _) => (Mood::Stray, Tone::Bad, with(|app| app.word("stray"))),
        (_, true) => (Mood::Waiting, Tone::Ok, said),
        _ => (Mood::Good, Tone::Ok, said),
    };
    let card = Card {
        mood,
        subject,
        name: event.name.clone(),
        detail: event.sku.clone(),
        unit: known.map(|item| item.unit.clone()).unwrap_or_default(),
        said,
    };
    spawn_local(keep_then_show(event, card, tone, then_enter));
}

async fn keep_then_show(event: Event, card: Card, tone: Tone, then_enter: bool) {
    if keep::events(std::slice::from_ref(&event)).await.is_err() {
        change(|app| app.link = Link::NoStore);
        paint::all();
        signal(Tone::Bad);
        return device::announce(&with(|app| app.word("no_store")), true);
    }
    let name = if card.name.is_empty() { card.subject.code.clone() } else { card.name.clone() };
    let said = card.said.clone();
    change(|app| {
        app.events.push(event);
        app.card = card;
        app.beat = !app.beat;
    });
    paint::all();
    signal(tone);
    let counted = with(|app| number::write(app.counted(), app.decimal));
    device::announce(&format!("{said}. {name}, {counted}"), false);
    // A quantity is entered for what was just scanned.
    if then_enter {
        device::focus_to_replace("counted");
    } else {
        device::focus("code");
    }
    send::all().await;
}

/// One more, or one fewer, of the card's item.
fn more(by: i64) {
    if by < 0 && with(App::counted) <= 0 {
        return signal(Tone::Warn);
    }
    let said = with(|app| app.word(if by < 0 { "counted_fewer" } else { "counted_one" }));
    press("add", by, said, Chosen::default());
}

/// So many in all of the card's item.
fn set(event: &web_sys::Event) {
    let Some(field) = device::target::<HtmlInputElement>(event) else { return };
    if let Some(keys) = device::scanned_keys() {
        // The next item was scanned while the quantity's field had the cursor: it is no quantity.
        let typed = field.value();
        let from = typed.chars().count().saturating_sub(keys);
        field.set_value(&field.default_value());
        device::focus("code");
        return scan_code(typed.chars().skip(from).collect());
    }
    let (decimal, group) = with(|app| (app.decimal, app.group));
    let Some(quantity) = number::typed(&field.value(), decimal, group).filter(|quantity| *quantity >= 0) else {
        let said = with(|app| app.word("quantity_bad"));
        signal(Tone::Bad);
        device::announce(&said, true);
        change(|app| (app.card.mood, app.card.said) = (Mood::Waiting, said));
        field.set_value(&field.default_value());
        paint::all();
        return device::focus_to_replace("counted");
    };
    let said = with(|app| app.word("counted_set")).replace("{n}", &number::write(quantity, decimal));
    field.set_default_value(&field.value());
    let Some(unit) = device::chosen_unit() else { return press("set", quantity, said, Chosen::default()) };
    let item = with(App::item);
    let unit = item.as_ref().and_then(|item| item.units.iter().find(|known| known.unit == unit).map(|unit| (item, unit)));
    let Some((item, unit)) = unit else { return press("set", quantity, said, Chosen::default()) };
    let Some(base) = number::in_base(quantity, unit.num, unit.den) else {
        signal(Tone::Bad);
        return device::announce(&with(|app| app.word("quantity_bad")), true);
    };
    let said = with(|app| app.say_entered(quantity, unit, base, &item.unit));
    // What is counted next is pieces again, unless somebody says otherwise.
    device::choose_no_unit();
    press("set", quantity, said.clone(), Chosen { unit: unit.unit.clone(), base: number::write(base, '.'), entered: said });
}

/// A unit that was chosen, what it comes to, and that in words; nothing: the base unit.
#[derive(Default)]
struct Chosen {
    unit: String,
    base: String,
    entered: String,
}

fn press(kind: &str, quantity: i64, said: String, chosen: Chosen) {
    let (subject, item) = with(|app| (app.card.subject.clone(), app.item()));
    let code = if subject.variant.is_empty() { subject.code.clone() } else { String::new() };
    let (lot_code, serial) = item.as_ref().map(|item| (item.lot_code.clone(), item.serial)).unwrap_or_default();
    let (variant, lot) = (subject.variant.clone(), subject.lot.clone());
    let Chosen { unit, base, entered } = chosen;
    let quantity = number::write(quantity, '.');
    let event = Event { kind: kind.to_owned(), quantity, unit, base, entered, variant, lot, lot_code, serial, code, ..fresh() };
    keep_and_show(event, subject, item.as_ref(), said, false);
}

/// Takes a scan back, by an event of its own.
fn undo(id: &str) {
    let Some(target) = with(|app| app.events.iter().find(|event| event.id == id).cloned()) else { return };
    let event = Event { kind: String::from("undo"), quantity: String::from("0"), undoes: target.id.clone(), place: target.place.clone(), ..fresh() };
    let known = with(|app| app.known.get(&target.code).cloned());
    let subject = if target.variant.is_empty() { Subject::of(&target.code, known.as_ref()) } else { target.subject() };
    let mood = if subject.variant.is_empty() { Mood::Waiting } else { Mood::Good };
    let said = with(|app| app.word("undone"));
    let card = Card { mood, subject, name: target.name, detail: target.sku, unit: String::new(), said };
    spawn_local(keep_then_show(event, card, Tone::Warn, false));
}

/// Says that something is no part of the count. A card of something else stays as it is: its quantity may be half typed.
fn tell_stray(event: &Event) {
    signal(Tone::Bad);
    let (said, text) = with(|app| (app.word("stray"), app.word("stray_text")));
    device::announce(&format!("{said}. {}. {text}", event.name), true);
    let item = with(|app| app.known.get(&event.code).cloned());
    let Subject { variant, lot, .. } = item.as_ref().map_or_else(|| event.subject(), |item| Subject::of(&event.code, Some(item)));
    change(|app| {
        let of = &app.card.subject;
        if (of.code == event.code && !event.code.is_empty()) || of.variant == variant {
            (app.card.mood, app.card.said) = (Mood::Stray, said);
            (app.card.name, app.card.detail) = (event.name.clone(), event.sku.clone());
            (app.card.subject.variant, app.card.subject.lot) = (variant, lot);
            app.card.unit = item.map(|item| item.unit).unwrap_or_default();
        }
    });
}

/// The server has said what became of scans: the card says it if it is about one of them. `stray`: one of them that is no
/// part of the count, which nobody was told yet.
pub fn landed(changed: &HashMap<String, Event>, stray: Option<&Event>) {
    if let Some(event) = stray {
        tell_stray(event);
    }
    let card = with(|app| app.card.clone());
    let about = changed.values().filter(|event| event.kind != "undo" && event.code == card.subject.code && !event.code.is_empty());
    let about = about.max_by(|a, b| a.id.cmp(&b.id));
    if let Some(event) = changed.values().find(|event| event.sent == Sent::Refused) {
        signal(Tone::Bad);
        device::announce(&event.said, true);
        let subject = Subject { code: event.code.clone(), ..Subject::default() };
        let (name, detail, said) = (event.name.clone(), event.sku.clone(), event.said.clone());
        change(|app| app.card = Card { mood: Mood::Refused, subject, name, detail, said, ..Card::default() });
    } else if let Some(event) = about.filter(|_| card.mood == Mood::Waiting) {
        let item = with(|app| app.known.get(&event.code).cloned());
        if event.unknown {
            signal(Tone::Bad);
            let said = if event.said.is_empty() { with(|app| app.word("unknown")) } else { event.said.clone() };
            device::announce(&format!("{said} {}", event.code), true);
            change(|app| (app.card.mood, app.card.said) = (Mood::Unknown, event.said.clone()));
        } else if let Some(item) = item {
            change(|app| {
                app.card.mood = Mood::Good;
                app.card.name = item.label();
                (app.card.subject.variant, app.card.subject.lot) = (item.variant, item.lot);
                app.card.detail = item.sku;
                app.card.unit = item.unit;
                if !event.entered.is_empty() {
                    app.card.said.clone_from(&event.entered);
                }
            });
            device::announce(&with(|app| format!("{}, {}", app.card.name, number::write(app.counted(), app.decimal))), false);
        }
    }
    paint::all();
}

/// The unknown code is for the review.
fn later() {
    change(|app| app.card = Card::default());
    paint::all();
    device::focus("code");
}

/// To another place, from the list.
fn go(event: &web_sys::Event) {
    if let Some(select) = device::target::<HtmlSelectElement>(event) {
        change(|app| (app.place, app.card) = (select.value(), Card::default()));
        paint::all();
        device::focus("code");
    }
}

/// Sound on and off.
fn mute() {
    let muted = change(|app| {
        app.muted = !app.muted;
        app.muted
    });
    device::keep_muted(muted);
    paint::all();
    device::focus("code");
}

/// The phone's keyboard, for typing a code.
fn keyboard() {
    change(|app| app.typing = !app.typing);
    // The field must take notice of its new mode before it is focused.
    device::blur("code");
    paint::all();
    device::focus("code");
}

/// A place is finished on the server, so everything must be there first.
fn finish(event: &web_sys::Event) {
    if with(App::waiting) > 0 {
        event.prevent_default();
        signal(Tone::Warn);
        device::announce(&with(|app| app.word("finish_wait")), true);
        sync();
    }
}
