//! All counts, and how far each has come.

use super::tone;
use crate::common::{address, store_code, store_name, with_store};
use axum::{
    extract::{Query, State},
    response::IntoResponse,
};
use kit::{Cell, Code, Column, Empty, Glyph, LinkButton, PageHead, Pager, RowOf, State as Mark, Tab, Table, ViewTabs, Weight, render};
use leptos::prelude::*;
use serde::Deserialize;
use stock_rules::{CountRow, CountState, ListCounts};
use vocabulary::{Cursor, Page, Permission};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};

#[derive(Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    state: String,
    cursor: Option<String>,
}

pub(super) async fn show(State(state): State<PageState>, visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    let only = CountState::of_tag(&asked.state);
    let list = ListCounts {
        store: visit.store.as_ref().map(|store| store.id),
        state: only,
        to_count: false,
        cursor: asked.cursor.as_deref().and_then(Cursor::decode),
    };
    let page = state.desk.ask(&visit.actor, list).await?;
    let body = render(|| body(&visit, only, asked.cursor.is_some(), page));
    Ok(PageDoc::new(visit.words.t("counts-title"), Nav::Counts, body).into_response())
}

fn href(visit: &Visit, state: Option<CountState>, cursor: Option<String>) -> String {
    address("/stock/counts", &[("store", store_code(visit)), ("state", state.map(|state| state.tag().to_owned())), ("cursor", cursor)])
}

fn body(visit: &Visit, only: Option<CountState>, is_later: bool, page: Page<CountRow>) -> impl IntoView + use<> {
    let words = visit.words;
    let plan = visit.may(Permission::CountReview);
    let plan = plan.then(|| view! { <LinkButton label=words.t("count-plan-title") href=with_store("/stock/counts/new", visit) icon=Glyph::Plus weight=Weight::Primary/> });
    let all = Tab::new(words.t("all"), href(visit, None, None), only.is_none());
    let tabs = CountState::ALL
        .iter()
        .map(|state| Tab::new(words.t(&format!("count-state-{}", state.tag())), href(visit, Some(*state), None), only == Some(*state)));
    let tabs = std::iter::once(all).chain(tabs).collect();
    let next = page.next.as_ref().map(|cursor| href(visit, only, Some(cursor.encode())));
    let back = is_later.then(|| href(visit, only, None));
    let table = if page.rows.is_empty() {
        view! { <Empty title=words.t("counts-empty-title") text=words.t("counts-empty-text") icon=Glyph::ClipboardCheck/> }.into_any()
    } else {
        table(visit, &page.rows).into_any()
    };
    view! {
        <PageHead title=words.t("counts-title") sub=view! { {words.t("counts-sub")} } actions=plan/>
        <ViewTabs label=words.t("table-filters") tabs/>
        {table}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

fn table(visit: &Visit, rows: &[CountRow]) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::new("number", words.t("count-number")),
        Column::new("name", words.t("name")),
        Column::new("store", words.t("store")),
        Column::new("scope", words.t("count-scope")),
        Column::new("state", words.t("count-state")),
        Column::num("lines", words.t("count-lines")),
        Column::num("places", words.t("count-places")),
        Column::new("planned", words.t("count-planned")),
    ];
    let rows = rows
        .iter()
        .map(|row| {
            let name = view! { <a href=format!("/stock/counts/{}", row.id)>{row.name.clone()}</a> };
            let places = words.with("count-places-done", &[("done", row.places_finished.into()), ("total", row.places.into())]);
            let planned = format!("{} · {}", words.day(row.planned_at), row.planned_by);
            let (label, mark) = (words.t(&format!("count-state-{}", row.state.tag())), tone(row.state));
            let asked = (row.asked > 0).then(|| words.with("count-asked", &[("count", row.asked.into())]));
            RowOf::new(vec![
                Cell::new(view! { <Code value=row.number.clone()/> }).class("sub"),
                Cell::head(name),
                Cell::new(store_name(visit, row.store)),
                Cell::new(words.t(&format!("count-scope-{}", row.scope.tag()))),
                Cell::new(view! { <Mark label tone=mark/> {asked.map(|asked| view! { " " <span class="sub small">{asked}</span> })} }),
                Cell::num(words.count(row.counted), row.counted == 0),
                Cell::new(view! { <span class="tnum">{places}</span> }),
                Cell::new(planned).class("sub"),
            ])
        })
        .collect();
    view! { <Table caption=words.t("counts-title") columns rows sticky=true bleed=true/> }
}
