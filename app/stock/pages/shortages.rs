//! Where more is promised than there is: the most first, with who is promised it.

use crate::common::{address, item_label, item_link, store_code, store_name, with_store};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use kit::{Cell, Code, Column, Empty, Glyph, PageHead, Pager, RowOf, Table, Toolbar, render};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Tools};
use serde::Deserialize;
use stock_rules::{ListShortages, ShortageRow};
use vocabulary::{Cursor, Page};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

const PATH: &str = "/stock/shortages";
/// Most reservations that a row names; the others are on the list of them.
const NAMED: usize = 3;

#[derive(Clone, Deserialize)]
pub(crate) struct Ask {
    cursor: Option<String>,
}

/// The answer to an address whose filters cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    lists::misread(visit, query, ListAt { path: PATH, title: visit.words.t("shortages-title"), nav: Nav::Stock }, Vec::new())
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let cursor = ask.cursor.as_deref().and_then(Cursor::decode);
    let further = cursor.is_some();
    let page = state.desk.ask(&visit.actor, ListShortages { store: visit.store.as_ref().map(|store| store.id), cursor }).await?;
    let look = Tools::load(&state, &visit, ListOf::Shortages).await?;
    let title = visit.words.t("shortages-title");
    let body = render(|| body(&visit, further, &page, &look));
    Ok(PageDoc::new(title, Nav::Stock, body).under(visit.words.t("nav-stock"), with_store("/stock", &visit)).into_response())
}

fn body(visit: &Visit, further: bool, page: &Page<ShortageRow>, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let at = |cursor: Option<&Cursor>| address(PATH, &[("store", store_code(visit)), ("cursor", cursor.map(Cursor::encode))]);
    let rows = if page.rows.is_empty() {
        view! { <Empty title=words.t("shortages-none") text=words.t("shortages-none.hint") icon=Glyph::Check/> }.into_any()
    } else {
        table(visit, &page.rows, look.chosen()).into_any()
    };
    let (next, back) = (page.next.as_ref().map(|cursor| at(Some(cursor))), further.then(|| at(None)));
    let end = look.end(visit, &columns(words));
    view! {
        <PageHead title=words.t("shortages-title") sub=view! { {words.t("shortages-sub")} }/>
        {look.tabs(visit, Vec::new())}
        <Toolbar label=words.t("table-filters")>{end}</Toolbar>
        {rows}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("sku", words.t("item-sku")),
        Column::new("item", words.t("item")).fixed(),
        Column::new("store", words.t("store")),
        Column::num("short", words.t("shortage-short")),
        Column::num("promised", words.t("promised")),
        Column::num("sellable", words.t("shortage-sellable")),
        Column::new("since", words.t("shortage-since")),
        Column::new("held", words.t("shortage-held")),
    ]
}

fn table(visit: &Visit, rows: &[ShortageRow], chosen: Vec<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let rows = rows
        .iter()
        .map(|row| {
            let held = row.held_by.iter().take(NAMED).map(|held| {
                let (value, href) = (held.code.clone(), format!("/stock/reservations/{}", held.reservation));
                view! { <div><Code value href/>" "<span class="sub">{words.quantity(held.quantity)}</span></div> }
            });
            let since = match row.posting {
                Some(posting) => view! { <a href=format!("/stock/postings/{posting}")>{words.date_time(row.opened_at)}</a> }.into_any(),
                None => words.date_time(row.opened_at).into_any(),
            };
            RowOf::new(vec![
                Cell::new(view! { <Code value=row.sku.clone()/> }).class("sub"),
                Cell::head(item_link(row.variant, &row.name, &row.option_text)),
                Cell::new(store_name(visit, row.store)),
                Cell::num(words.quantity(row.quantity), false).class("lead"),
                Cell::num(words.quantity(row.promised), false),
                Cell::num(words.quantity(row.sellable), row.sellable.is_zero()),
                Cell::new(since).class("nowrap"),
                Cell::new(held.collect_view()),
            ])
        })
        .collect();
    view! { <Table caption=words.t("shortages-title") columns=columns(words) chosen rows/> }
}

/// The list as it is filtered, with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let (words, store) = (visit.words, visit.store.as_ref().map(|store| store.id));
    let file = ListFile::of(&state, &visit, ListOf::Shortages).await?;
    let ask = move |cursor: Option<Cursor>| {
        let (desk, visit) = (state.desk.clone(), visit.clone());
        async move {
            let page = desk.ask(&visit.actor, ListShortages { store, cursor }).await?;
            let name = |store| visit.store_by_id(store).map(|store| store.name.clone()).unwrap_or_default();
            let rows = page.rows.iter().map(|row| {
                let held: Vec<&str> = row.held_by.iter().map(|held| held.code.as_str()).collect();
                vec![
                    row.sku.clone(),
                    item_label(&row.name, &row.option_text),
                    name(row.store),
                    row.quantity.to_string(),
                    row.promised.to_string(),
                    row.sellable.to_string(),
                    row.opened_at.to_rfc3339(),
                    held.join(" "),
                ]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns(words), ask).await
}
