//! Transfers, newest first.

use crate::common::{address, store_code, store_name, who, with_store};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use kit::{Badge, Cell, Choice, Code, Column, Empty, Glyph, LinkButton, PageHead, Pager, RowOf, Tab, Table, Tone, Toolbar, Weight, render};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Narrow, Tools};
use serde::Deserialize;
use stock_rules::{ListTransfers, TransferRow, TransferState};
use vocabulary::{Cursor, Page, Permission};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

#[derive(Clone, Deserialize)]
pub(crate) struct Ask {
    view: Option<String>,
    cursor: Option<String>,
}

/// The answer to an address whose filters cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let narrows = vec![Narrow::choice("view", words.t("status"), vec![Choice::new("open", words.t("transfers-open"))])];
    lists::misread(visit, query, ListAt { path: ListOf::Transfers.path(), title: words.t("transfers-title"), nav: Nav::Stock }, narrows)
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let open = ask.view.as_deref() == Some("open");
    let cursor = ask.cursor.as_deref().and_then(Cursor::decode);
    let list = ListTransfers { store: visit.store.as_ref().map(|store| store.id), open, cursor: cursor.clone() };
    let page = state.desk.ask(&visit.actor, list).await?;
    let title = visit.words.t("transfers-title");
    let look = Tools::load(&state, &visit, ListOf::Transfers).await?;
    let body = render(|| body(&visit, open, cursor.is_some(), &page, &look));
    Ok(PageDoc::new(title, Nav::Stock, body).under(visit.words.t("nav-stock"), with_store("/stock", &visit)).into_response())
}

/// A state's words, its tone and its sign.
fn look_of(state: TransferState) -> (&'static str, Tone, Option<Glyph>) {
    match state {
        TransferState::Draft => ("transfer-draft", Tone::Neutral, None),
        TransferState::Shipped => ("transfer-shipped", Tone::Info, Some(Glyph::Truck)),
        TransferState::PartlyReceived => ("transfer-partly", Tone::Warn, None),
        TransferState::Received => ("transfer-received", Tone::Ok, None),
        TransferState::Cancelled => ("transfer-cancelled", Tone::Neutral, Some(Glyph::Undo2)),
    }
}

/// A state's word.
pub(crate) fn state_word(state: TransferState) -> &'static str {
    look_of(state).0
}

/// The word and the tone of a state.
pub(crate) fn state_badge(words: Words, state: TransferState) -> impl IntoView + use<> {
    let (word, tone, icon) = look_of(state);
    let label = words.t(word);
    view! { <Badge label tone icon/> }
}

/// Says that more came than was sent.
pub(crate) fn surplus_badge(words: Words, row: &TransferRow) -> Option<AnyView> {
    row.surplus.is_positive().then(|| {
        let label = words.with("transfer-more", &[("quantity", words.quantity(row.surplus).into())]);
        view! { " " <Badge label tone=Tone::Warn icon=Glyph::Plus/> }.into_any()
    })
}

fn body(visit: &Visit, open: bool, further: bool, page: &Page<TransferRow>, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let at = |open: bool, cursor: Option<&Cursor>| {
        let view = open.then(|| String::from("open"));
        address("/stock/transfers", &[("store", store_code(visit)), ("view", view), ("cursor", cursor.map(Cursor::encode))])
    };
    let new = visit.may(Permission::Transfer).then(|| {
        let href = with_store("/stock/transfers/new", visit);
        view! { <LinkButton label=words.t("ship-title") href icon=Glyph::Truck weight=Weight::Primary/> }
    });
    let tabs = vec![Tab::new(words.t("all"), at(false, None), !open), Tab::new(words.t("transfers-open"), at(true, None), open)];
    let list = if page.rows.is_empty() {
        view! { <Empty title=words.t("transfers-none") text=words.t("transfers-none.hint") icon=Glyph::Truck/> }.into_any()
    } else {
        table(visit, &page.rows, look.chosen()).into_any()
    };
    let next = page.next.as_ref().map(|cursor| at(open, Some(cursor)));
    let back = further.then(|| at(open, None));
    let end = look.end(visit, &columns(words));
    view! {
        <PageHead title=words.t("transfers-title") sub=view! { {words.t("transfers-sub")} } actions=new/>
        {look.tabs(visit, tabs)}
        <Toolbar label=words.t("table-filters")>{end}</Toolbar>
        {list}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("movements-newest") next_label=words.t("movements-older") back next/>
    }
}

fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("code", words.t("transfer")).fixed(),
        Column::new("from", words.t("transfer-from")),
        Column::new("to", words.t("transfer-to")),
        Column::new("sent", words.t("transfer-sent-on")),
        Column::num("lines", words.t("lines")),
        Column::num("shipped", words.t("transfer-quantity")),
        Column::num("left", words.t("transfer-left")),
        Column::new("state", words.t("status")),
        Column::new("who", words.t("who")),
    ]
}

fn table(visit: &Visit, rows: &[TransferRow], chosen: Vec<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let rows = rows
        .iter()
        .map(|row| {
            let (value, href) = (row.code.clone(), format!("/stock/transfers/{}", row.transfer));
            RowOf::new(vec![
                Cell::head(view! { <Code value href/> }),
                Cell::new(store_name(visit, row.from)),
                Cell::new(store_name(visit, row.to)),
                Cell::new(words.day(row.shipped_at)).class("sub nowrap"),
                Cell::num(words.count(row.lines), false),
                Cell::num(words.quantity(row.shipped), false),
                Cell::num(words.quantity(row.on_the_way), row.on_the_way.is_zero()).class("lead"),
                Cell::new(view! { {state_badge(words, row.state)} {surplus_badge(words, row)} }),
                Cell::new(who(words, &row.who)).class("sub"),
            ])
        })
        .collect();
    view! { <Table caption=words.t("transfers-title") columns=columns(words) chosen rows/> }
}

/// The list as it is filtered, with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(asked): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let (words, store, open) = (visit.words, visit.store.as_ref().map(|store| store.id), asked.view.as_deref() == Some("open"));
    let file = ListFile::of(&state, &visit, ListOf::Transfers).await?;
    let columns = columns(words);
    let ask = move |cursor: Option<Cursor>| {
        let (desk, visit) = (state.desk.clone(), visit.clone());
        async move {
            let page = desk.ask(&visit.actor, ListTransfers { store, open, cursor }).await?;
            let name = |store| visit.store_by_id(store).map(|store| store.name.clone()).unwrap_or_default();
            let rows = page.rows.iter().map(|row| {
                vec![
                    row.code.clone(),
                    name(row.from),
                    name(row.to),
                    row.shipped_at.to_rfc3339(),
                    row.lines.to_string(),
                    row.shipped.to_string(),
                    row.on_the_way.to_string(),
                    words.t(look_of(row.state).0),
                    who(words, &row.who),
                ]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns, ask).await
}
