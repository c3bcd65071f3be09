//! A change of an item in words.

use crate::common::{price, state_word};
use catalog_rules::{FieldChange, HistoryRow, ItemState};
use kit::{Change, Code, Event, Glyph, Time, Timeline};
use leptos::prelude::*;
use vocabulary::Door;
use wire::Visit;
use words::message_id;

/// Most changes of one act that are told one by one.
const TOLD: usize = 12;

/// A history, newest first.
pub(crate) fn timeline(label: String, events: Vec<Event>) -> impl IntoView {
    view! { <Timeline label events/> }
}

/// One act with what it changed.
pub(crate) fn said(visit: &Visit, row: &HistoryRow) -> Event {
    let words = visit.words;
    let act = format!("did-{}", row.operation.replace(['.', '_'], "-"));
    // Other rooms change items too (an import): each says so by its door.
    let act = words.t(if words::has(words.locale, &act) { &act } else { "did-other" });
    let sku = (!row.sku.is_empty()).then(|| view! { " " <Code value=row.sku.clone()/> });
    // That a new item has a name goes without saying: the page tells it.
    let told = |change: &&FieldChange| change.from.is_some() || !matches!(change.field.as_str(), "name" | "handle");
    let changes =
        row.changes.iter().filter(told).take(TOLD).map(|change| view! { <p>{change_view(visit, change)}</p> }.into_any()).collect::<Vec<_>>();
    let rest = row.changes.len().saturating_sub(TOLD);
    let rest = (rest > 0).then(|| view! { <p class="mute">{words.with("history-more", &[("count", rest.into())])}</p> });
    let who = if row.who.is_empty() { words.t("actor-system") } else { row.who.clone() };
    let by = match row.door {
        Door::Page => who,
        door => format!("{who} · {}", words.door(door)),
    };
    let (at, when) = (row.at.to_rfc3339(), words.date_time(row.at));
    Event::new(glyph(&row.operation), view! { <span class="medium">{act}</span> {sku} {changes} {rest} })
        .detail(view! { <span class="small mute"><bdi>{by}</bdi> " · " <Time at=at words=when/></span> })
}

fn glyph(operation: &str) -> Glyph {
    match operation {
        "catalog.create_item" | "catalog.add_variant" => Glyph::Plus,
        "catalog.set_item_state" | "catalog.archive_item" | "catalog.restore_item" => Glyph::Archive,
        "catalog.add_barcode" | "catalog.remove_barcode" => Glyph::ScanBarcode,
        operation if operation.starts_with("catalog.") => Glyph::Pencil,
        _ => Glyph::Upload,
    }
}

/// "Price £2.75 → £2.95"; where there was nothing before, or is nothing now, only the one.
pub(crate) fn change_view(visit: &Visit, change: &FieldChange) -> AnyView {
    let words = visit.words;
    let field = format!("changed-{}", change.field.replace('_', "-"));
    let field = if words::has(words.locale, &field) { words.t(&field) } else { change.field.clone() };
    let long = matches!(change.field.as_str(), "description");
    match (&change.from, &change.to) {
        _ if long => view! { {field} }.into_any(),
        (Some(from), Some(to)) => {
            let (was, now) = (value(visit, &change.field, from), value(visit, &change.field, to));
            view! { {field} " " <Change was now was_word=words.t("change-was") now_word=words.t("change-now")/> }.into_any()
        }
        (None, Some(to)) => view! { {field} " " <bdi>{value(visit, &change.field, to)}</bdi> }.into_any(),
        (Some(from), None) => {
            let removed = value(visit, &change.field, from);
            view! { {field} " " <del class="was"><span class="sr">{words.t("change-was")} " "</span>{removed}</del> }.into_any()
        }
        (None, None) => view! { {field} }.into_any(),
    }
}

/// A machine's value as people read it.
fn value(visit: &Visit, field: &str, raw: &str) -> String {
    let words = visit.words;
    match field {
        "price" | "cost" => raw.parse().map_or_else(|_| raw.to_owned(), |amount| price(visit, Some(amount))),
        "state" => ItemState::of_tag(raw).map_or_else(|| raw.to_owned(), |state| state_word(words, state)),
        "whole" => words.t(if raw == "true" { "yes" } else { "no" }),
        "unit" => words.t(&format!("{}.name", message_id("unit", raw))),
        _ => raw.to_owned(),
    }
}
