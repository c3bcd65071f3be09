//! What an import changes, old and new.

use super::{show::Wanted, tell};
use admin_rules::{CHANGES_LISTED, Change, ChangeKind, FileKind, ImportState, ImportView, ListChanges, NEW_LISTED};
use kit::{Badge, Cell, Column, Density, Glyph, Icon, OnPhone, Pager, RowOf, Tab, Table, Tone, ViewTabs};
use leptos::prelude::*;
use vocabulary::{AppError, Page};
use wire::{PageState, Visit};
use words::message_id;

fn kind(wanted: &Wanted) -> Option<ChangeKind> {
    match wanted.view.as_deref() {
        Some("new") => Some(ChangeKind::New),
        Some("changed") => Some(ChangeKind::Changed),
        Some("stock") => Some(ChangeKind::Stock),
        _ => None,
    }
}

/// # Errors
/// What the desk says.
pub(crate) async fn read(state: &PageState, visit: &Visit, view: &ImportView, wanted: &Wanted) -> Result<Page<Change>, AppError> {
    state.desk.ask(&visit.actor, ListChanges { import: view.id, kind: kind(wanted), cursor: wanted.changes() }).await
}

pub(crate) fn section(visit: &Visit, view: &ImportView, changes: Page<Change>, wanted: &Wanted) -> impl IntoView + use<> {
    let words = visit.words;
    let lists = view.lists;
    let base = format!("/admin/imports/{}", view.id);
    let tabs = [
        ("", "import-changes-all", lists.new + lists.changed + lists.stock),
        ("new", "import-changes-new", lists.new),
        ("changed", "import-changes-changed", lists.changed),
        ("stock", "import-changes-stock", lists.stock),
    ];
    let here = wanted.view.clone().unwrap_or_default();
    let many = [lists.new, lists.changed, lists.stock].iter().filter(|count| **count > 0).count() > 1;
    let tabs = tabs.into_iter().filter(|(view, _, count)| view.is_empty() || *count > 0).map(|(view, id, count)| {
        let href = if view.is_empty() { format!("{base}#changes") } else { format!("{base}?view={view}#changes") };
        // Beyond what is listed there are more.
        let more = lists.new >= NEW_LISTED && matches!(view, "" | "new") || lists.changed + lists.stock >= CHANGES_LISTED && view != "new";
        let count = tell::count(words, count);
        Tab::new(words.t(id), href, view == here).count(if more { format!("{count}+") } else { count })
    });
    let tabs = many.then(|| {
        let tabs: Vec<Tab> = tabs.collect();
        view! { <ViewTabs label=words.t("import-changes-views") tabs/> }
    });
    // Rows that were put right go in with the others.
    let (id, count) = match view.state {
        ImportState::Ready => ("import-changes-title", view.tally.written() + lists.mended),
        ImportState::Undone => ("import-changes-undone-title", view.tally.written()),
        _ => ("import-changes-done-title", view.tally.written()),
    };
    let title = words.with(id, &[("count", count.into())]);
    let sales = view.facts.as_ref().and_then(|facts| facts.kind) == Some(FileKind::Sales);
    let list = if changes.rows.is_empty() {
        sales.then(|| view! { <p class="hint">{words.t("import-changes-none")}</p> }.into_any())
    } else {
        let next = changes.next.as_ref().map(|cursor| format!("{base}?view={here}&changes={}#changes", cursor.encode()));
        let back = wanted.changes.as_ref().map(|_| format!("{base}?view={here}#changes"));
        Some(
            view! {
                {table(visit, &changes.rows)}
                <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
            }
            .into_any(),
        )
    };
    view! {
        <section aria-labelledby="changes" class="above-6">
            <div class="section-head"><h2 id="changes">{title}</h2></div>
            {tabs}
            {list}
        </section>
    }
}

fn table(visit: &Visit, rows: &[Change]) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::num("row", words.t("import-col-row")),
        Column::new("item", words.t("import-col-item")),
        Column::new("what", words.t("import-col-what")),
        Column::new("now", words.t("import-col-now")),
        Column::new("becomes", words.t("import-col-becomes")).class("glyph").hide_label(),
        Column::new("after", words.t("import-col-after")),
    ];
    let rows = rows.iter().map(|change| row(visit, change)).collect::<Vec<_>>();
    view! { <Table caption=words.t("import-changes-caption") columns rows density=Density::Compact phone=OnPhone::RecordsInTwos/> }
}

fn row(visit: &Visit, change: &Change) -> RowOf {
    let words = visit.words;
    let (name, sku) = (change.name.clone(), change.sku.clone());
    let (was, now) = (tell::value(visit, change, change.from.as_ref()), tell::value(visit, change, change.to.as_ref()));
    let what = match change.kind {
        ChangeKind::New => view! { <Badge label=words.t("import-change-new") tone=Tone::Ok icon=Glyph::Plus/> }.into_any(),
        ChangeKind::Stock => words.with("import-change-on-hand", &[("store", change.store.clone().unwrap_or_default().into())]).into_any(),
        ChangeKind::Changed => words.t(&message_id("import-change", &change.field)).into_any(),
    };
    let was = match was {
        Some(was) => view! { <del class="was">{was}</del> }.into_any(),
        None => {
            let id = if change.kind == ChangeKind::Stock { "import-change-not-known" } else { "import-change-nothing" };
            view! { <span class="faint">{words.t(id)}</span> }.into_any()
        }
    };
    let now = match now {
        Some(now) => view! { <ins class="now">{now}</ins> }.into_any(),
        None => view! { <span class="faint">{words.t("import-change-unpriced")}</span> }.into_any(),
    };
    RowOf::new(vec![
        Cell::new(change.line.to_string()).class("sub"),
        Cell::head(view! { <bdi>{name}</bdi>" "<kit::Code value=sku/> }),
        Cell::new(what),
        Cell::new(was).class("tnum"),
        Cell::new(view! { <Icon name=Glyph::ArrowRight/> }).class("faint"),
        Cell::new(now).class("tnum"),
    ])
}
