//! All counts, and how far each has come.

use super::tone;
use crate::common::{address, store_code, store_name, who, with_store};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use kit::{Cell, Choice, Code, Column, Empty, Glyph, LinkButton, PageHead, Pager, RowOf, State as Mark, Tab, Table, Toolbar, Weight, render};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Narrow, Tools, split};
use serde::Deserialize;
use stock_rules::{CountRow, CountState, ListCounts};
use vocabulary::{Cursor, Page, Permission};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

#[derive(Clone, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    state: String,
    cursor: Option<String>,
}

impl Asked {
    fn list(&self, visit: &Visit) -> ListCounts {
        ListCounts {
            store: visit.store.as_ref().map(|store| store.id),
            state: CountState::of_tag(&self.state),
            to_count: false,
            cursor: self.cursor.as_deref().and_then(Cursor::decode),
        }
    }
}

/// The answer to an address whose filters cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let states = CountState::ALL.iter().map(|state| Choice::new(state.tag(), words.t(&format!("count-state-{}", state.tag())))).collect();
    let narrows = vec![Narrow::choice("state", words.t("count-state"), states)];
    lists::misread(visit, query, ListAt { path: ListOf::Counts.path(), title: words.t("counts-title"), nav: Nav::Counts }, narrows)
}

pub(super) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(asked): Query<Asked>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let list = asked.list(&visit);
    let only = list.state;
    let page = state.desk.ask(&visit.actor, list).await?;
    let look = Tools::load(&state, &visit, ListOf::Counts).await?;
    let body = render(|| body(&visit, only, asked.cursor.is_some(), page, &look));
    Ok(PageDoc::new(visit.words.t("counts-title"), Nav::Counts, body).into_response())
}

fn href(visit: &Visit, state: Option<CountState>, cursor: Option<String>) -> String {
    address("/stock/counts", &[("store", store_code(visit)), ("state", state.map(|state| state.tag().to_owned())), ("cursor", cursor)])
}

fn body(visit: &Visit, only: Option<CountState>, is_later: bool, page: Page<CountRow>, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let figures = visit
        .may(Permission::ValueRead)
        .then(|| view! { <LinkButton label=words.t("accuracy-title") href=with_store("/stock/counts/accuracy", visit) icon=Glyph::Scale/> });
    let plan = visit.may(Permission::CountReview);
    let plan = plan.then(|| {
        view! {
        <LinkButton label=words.t("programmes-title") href=with_store(super::programmes::PATH, visit) icon=Glyph::Clock/>
        <LinkButton label=words.t("count-plan-title") href=with_store("/stock/counts/new", visit) icon=Glyph::Plus weight=Weight::Primary/> }
    });
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
        table(visit, &page.rows, look.chosen()).into_any()
    };
    let end = look.end(visit, &columns(words));
    view! {
        <PageHead title=words.t("counts-title") sub=view! { {words.t("counts-sub")} } actions=view! { {figures} {plan} }/>
        {look.tabs(visit, tabs)}
        <Toolbar label=words.t("table-filters")>{end}</Toolbar>
        {table}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("number", words.t("count-number")),
        Column::new("name", words.t("name")).fixed(),
        Column::new("store", words.t("store")),
        Column::new("scope", words.t("count-scope")),
        Column::new("state", words.t("count-state")),
        Column::num("lines", words.t("count-lines")),
        Column::num("places", words.t("count-places")),
        Column::new("planned", words.t("count-planned")),
    ]
}

fn table(visit: &Visit, rows: &[CountRow], chosen: Vec<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let rows = rows
        .iter()
        .map(|row| {
            let name = view! { <a href=format!("/stock/counts/{}", row.id)><bdi>{row.name.clone()}</bdi></a> };
            let places = words.with("count-places-done", &[("done", row.places_finished.into()), ("total", row.places.into())]);
            let planned = format!("{} · {}", words.day(row.planned_at), who(words, &row.planned_by));
            let (label, mark) = (words.t(&format!("count-state-{}", row.state.tag())), tone(row.state));
            let asked = (row.asked > 0).then(|| words.with("count-asked", &[("count", row.asked.into())]));
            RowOf::new(vec![
                Cell::new(view! { <Code value=row.number.clone()/> }).class("sub"),
                Cell::head(name),
                Cell::new(store_name(visit, row.store)),
                Cell::new(words.t(&format!("count-scope-{}", row.scope.tag()))),
                Cell::new(view! { <Mark label tone=mark/> {asked.map(|asked| view! { " " <span class="sub small">{asked}</span> })} }),
                Cell::num(words.count(row.counted), row.counted == 0),
                Cell::new(view! { <bdi dir="auto" class="tnum">{places}</bdi> }),
                Cell::new(planned).class("sub"),
            ])
        })
        .collect();
    view! { <Table caption=words.t("counts-title") columns=columns(words) chosen rows sticky=true bleed=true/> }
}

/// The list as it is filtered, with the columns one sees.
pub(super) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(asked): Query<Asked>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let (words, list) = (visit.words, asked.list(&visit));
    let file = ListFile::of(&state, &visit, ListOf::Counts).await?;
    // Three of four, written 3/4, is a day of March to a spreadsheet.
    let columns = split(columns(words), "places", &[words.t("count-places-finished"), words.t("count-places")]);
    let columns = split(columns, "planned", &[words.t("count-planned"), words.t("who")]);
    let ask = move |cursor: Option<Cursor>| {
        let (desk, visit, mut list) = (state.desk.clone(), visit.clone(), list.clone());
        list.cursor = cursor;
        async move {
            let page = desk.ask(&visit.actor, list).await?;
            let rows = page.rows.into_iter().map(|row| {
                vec![
                    row.number,
                    row.name,
                    visit.store_by_id(row.store).map(|store| store.name.clone()).unwrap_or_default(),
                    words.t(&format!("count-scope-{}", row.scope.tag())),
                    words.t(&format!("count-state-{}", row.state.tag())),
                    row.counted.to_string(),
                    row.places_finished.to_string(),
                    row.places.to_string(),
                    row.planned_at.to_rfc3339(),
                    row.planned_by,
                ]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns, ask).await
}
