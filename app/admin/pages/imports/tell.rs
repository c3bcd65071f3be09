//! How an import's parts are told: its state, its figures, values as they were and are.

use admin_rules::{Change, ChangeKind, ImportState, ImportView, Tally};
use kit::{Glyph, State, Tone};
use leptos::prelude::*;
use std::time::Duration;
use vocabulary::{AppError, ImportId, Money, Permission, Quantity};
use wire::{PageState, Visit};
use words::{Words, message_id};

/// The state in a word, with its tone.
pub(crate) fn state(words: Words, state: ImportState) -> AnyView {
    let (tone, icon) = match state {
        ImportState::Done => (Tone::Ok, None),
        ImportState::Asking | ImportState::Uploading => (Tone::Warn, None),
        ImportState::Failed => (Tone::Bad, None),
        ImportState::Checking | ImportState::Running | ImportState::Undoing => (Tone::Info, Some(Glyph::RefreshCw)),
        ImportState::Ready => (Tone::Info, Some(Glyph::Clock)),
        ImportState::Undone => (Tone::Neutral, Some(Glyph::Undo2)),
        ImportState::Discarded => (Tone::Neutral, Some(Glyph::X)),
    };
    let label = words.t(&message_id("import-state", state.tag()));
    view! { <State label tone icon/> }.into_any()
}

/// Its work was given up.
pub(crate) fn stopped(words: Words) -> AnyView {
    view! { <State label=words.t("import-state-stopped") tone=Tone::Bad icon=None/> }.into_any()
}

/// "stock.csv · 1,198 rows · read as Shopify inventory". The name stands apart, whichever way it is written.
pub(crate) fn read_as(words: Words, view: &ImportView) -> AnyView {
    let name = view.name.clone();
    let read = view.facts.as_ref().map(|facts| {
        let source = words.t(&message_id("import-source", &facts.source));
        format!(" · {}", words.with("import-read-as", &[("rows", facts.rows.into()), ("source", source.into())]))
    });
    view! { <bdi>{name}</bdi>{read} }.into_any()
}

pub(crate) fn count(words: Words, count: u64) -> String {
    words.count(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The figures over the page.
pub(crate) fn tallies(visit: &Visit, tally: &Tally) -> Vec<kit::Tally> {
    let words = visit.words;
    let figure = |id: &str, rows: u64, icon| kit::Tally::new(words.t(id), count(words, rows)).icon(icon);
    let mut all = vec![
        figure("import-tally-new", tally.new, Glyph::Plus),
        figure("import-tally-changed", tally.changed, Glyph::Pencil),
        figure("import-tally-unchanged", tally.unchanged, Glyph::Check),
        figure("import-tally-refused", tally.refused, Glyph::CircleAlert),
    ];
    if !(tally.more.is_zero() && tally.less.is_zero()) {
        let change = tally.more - tally.less;
        all.push(kit::Tally::new(words.t("import-tally-stock"), words.delta(change)).note(words.t("import-tally-units")));
        if visit.may(Permission::ValueRead) && !tally.value.is_zero() {
            let value = Money::new(tally.value, visit.currency).rounded();
            all.push(kit::Tally::new(words.t("import-tally-value"), words.money_delta(value)));
        }
    }
    all
}

/// Everything that is told of rows that neither change nor wait, and of the file as a whole.
pub(crate) fn told(words: Words, view: &ImportView) -> Vec<AnyView> {
    let tally = &view.tally;
    let mut all: Vec<AnyView> = Vec::new();
    if view.facts.as_ref().is_some_and(|facts| facts.both) {
        all.push(view! { <li>{words.t("import-told-both")}</li> }.into_any());
    }
    if let Some(before) = view.found.before {
        let href = format!("/admin/imports/{before}");
        all.push(view! { <li>{words.t("import-told-before")}" "<a href=href>{words.t("import-told-before-link")}</a></li> }.into_any());
    }
    let bins = view.found.bins.len() as u64;
    let lines = [
        ("import-told-not-known", tally.not_known),
        ("import-told-not-stock", tally.not_stock),
        ("import-told-left-out", tally.left_out),
        ("import-told-stale", tally.stale),
        ("import-told-short", tally.short),
        ("import-told-bins", bins),
    ];
    for (id, rows) in lines.into_iter().filter(|(_, rows)| *rows > 0) {
        all.push(view! { <li>{words.with(id, &[("count", rows.into())])}</li> }.into_any());
    }
    if let Some(facts) = view.facts.as_ref().filter(|facts| !facts.unread.is_empty()) {
        let columns = words.list(&facts.unread);
        all.push(view! { <li>{words.with("import-told-unread", &[("columns", columns.into())])}</li> }.into_any());
    }
    for note in &view.found.notes {
        let said = words.said(&note.said);
        let lines: Vec<String> = note.lines.iter().map(u64::to_string).collect();
        let mut shown = lines.join(", ");
        if note.rows > note.lines.len() as u64 {
            shown.push('…');
        }
        let rows = words.with("import-note-rows", &[("count", note.rows.into()), ("lines", shown.into())]);
        let column = note.column.clone();
        all.push(view! { <li><span class="strong">{column}</span>" "{said}" "<span class="sub small">"("{rows}")"</span></li> }.into_any());
    }
    all
}

/// A value of a change as people write it; `None` where there is nothing.
pub(crate) fn value(visit: &Visit, change: &Change, raw: Option<&String>) -> Option<String> {
    let words = visit.words;
    let raw = raw?;
    Some(match (change.kind, change.field.as_str()) {
        (ChangeKind::New, _) | (_, "price" | "cost") => match raw.parse() {
            Ok(amount) => words.money(Money::new(amount, visit.currency)),
            Err(_) => raw.clone(),
        },
        (ChangeKind::Stock, _) => raw.parse::<Quantity>().map_or_else(|_| raw.clone(), |quantity| words.quantity(quantity)),
        (_, "state") => words.t(&message_id("state", raw)),
        (_, "unit") => words.t(&message_id("unit", raw)),
        _ => raw.clone(),
    })
}

/// How long the press of a button waits for its job: a small file is done at once, and no page need be loaded again.
const PATIENCE: usize = 12;
const PAUSE: Duration = Duration::from_millis(150);

/// Waits a little for an import's job.
///
/// # Errors
/// What the desk says.
pub(crate) async fn patience(state: &PageState, visit: &Visit, import: ImportId) -> Result<(), AppError> {
    for _ in 0..PATIENCE {
        tokio::time::sleep(PAUSE).await;
        let view = state.desk.ask(&visit.actor, admin_rules::ShowImport { import }).await?;
        if !view.state.is_busy() {
            break;
        }
    }
    Ok(())
}
