//! Home: what to do, what is wrong, how things stand.

mod begin;
mod chart;
mod figures;
mod queue;

use admin_rules::{Home, ShowHome};
use axum::{extract::State, response::IntoResponse};
use chrono::Timelike;
use kit::{Columns, Empty, Glyph, LinkButton, PageHead, Section, Weight, render};
use leptos::prelude::*;
use vocabulary::Permission;
use wire::{Nav, PageDoc, PageResult, PageState, Visit};

pub(crate) async fn show(State(state): State<PageState>, visit: Visit) -> PageResult {
    let store = visit.store.as_ref().map(|store| store.id);
    let home = state.desk.ask(&visit.actor, ShowHome { store }).await?;
    let title = visit.words.t("nav-home");
    let body = render(|| body(&visit, home));
    Ok(PageDoc::new(title, Nav::Home, body).into_response())
}

/// An address that keeps the store one is in.
fn in_store(visit: &Visit, path: &str) -> String {
    let joint = if path.contains('?') { '&' } else { '?' };
    visit.store.as_ref().map_or_else(|| path.to_owned(), |store| format!("{path}{joint}store={}", store.code))
}

fn body(visit: &Visit, home: Home) -> impl IntoView + use<> {
    let words = visit.words;
    let Home { today, figures, tasks, days, begun } = home;
    // A business with nothing in it has no figures worth showing: it is told how to begin.
    let is_new = !begun.items || !begun.stock;
    let waiting = i64::try_from(tasks.len()).unwrap_or(i64::MAX);
    let sub = {
        let now = format!("{}, {}", words.date_long(today), words.time(words.now));
        let need = (!is_new).then(|| view! { " · "{words.with("home-waiting", &[("count", waiting.into())])} });
        view! { <kit::Time at=words.now.to_rfc3339() words=now/>{need} }
    };
    let figures = (!is_new).then(|| figures::row(visit, &figures, &days, today));
    let queue = if tasks.is_empty() {
        view! { <Empty title=words.t("home-nothing") text=words.t("home-nothing.hint") icon=Glyph::CircleCheck plain=true/> }.into_any()
    } else {
        queue::list(visit, tasks).into_any()
    };
    let chart = (!is_new && !days.is_empty()).then(|| chart::movements(visit, &days, today));
    let work = if is_new {
        begin::page(visit, &begun).into_any()
    } else {
        let today = view! { <Section title=words.t("home-today") id="today">{queue}</Section>{chart} };
        match begin::side(visit, &begun) {
            Some(side) => view! { <Columns side>{today}</Columns> }.into_any(),
            None => today.into_any(),
        }
    };
    view! {
        <PageHead title=greeting(visit) sub actions=actions(visit, is_new)/>
        <div class="stack stack-8">{figures}{work}</div>
    }
}

/// "Good morning, Maya": by the hour where the visitor is, with the name they go by.
fn greeting(visit: &Visit) -> String {
    let hour = visit.words.now.with_timezone(&visit.words.zone).hour();
    let part = match hour {
        4..12 => "home-morning",
        12..18 => "home-afternoon",
        _ => "home-evening",
    };
    let name = visit.actor.name.split_whitespace().next().unwrap_or_default();
    visit.words.with(part, &[("name", name.into())])
}

/// What one begins here. Where a business begins, the page itself says it.
fn actions(visit: &Visit, is_new: bool) -> impl IntoView + use<> {
    let words = visit.words;
    let import = (!is_new && visit.may(Permission::Import))
        .then(|| view! { <LinkButton label=words.t("action-import") href="/admin/imports" icon=Glyph::Upload/> });
    let count = (!is_new && visit.may(Permission::CountReview)).then(|| {
        view! { <LinkButton label=words.t("home-new-count") href=in_store(visit, "/stock/counts/new") icon=Glyph::Plus weight=Weight::Primary/> }
    });
    view! { {import}{count} }
}
