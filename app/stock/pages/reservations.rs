//! Reservations, newest first.

use crate::common::{address, who, with_store};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use kit::{Badge, Cell, Choice, Code, Column, Empty, Glyph, LinkButton, PageHead, Pager, RowOf, Tab, Table, Tone, Toolbar, Weight, render};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Narrow, Tools};
use serde::Deserialize;
use stock_rules::{ListReservations, ReservationKind, ReservationRow, ReservationState};
use vocabulary::{Cursor, Page, Permission};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

const PATH: &str = "/stock/reservations";

#[derive(Clone, Deserialize)]
pub(crate) struct Ask {
    state: Option<String>,
    cursor: Option<String>,
}

impl Ask {
    fn list(&self) -> ListReservations {
        ListReservations { state: self.state.as_deref().and_then(ReservationState::of_tag), cursor: self.cursor.as_deref().and_then(Cursor::decode) }
    }
}

/// The answer to an address whose filters cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let states = ReservationState::ALL.into_iter().map(|state| Choice::new(state.tag(), words.t(state_word(state)))).collect();
    let narrows = vec![Narrow::choice("state", words.t("status"), states)];
    lists::misread(visit, query, ListAt { path: PATH, title: words.t("reservations-title"), nav: Nav::Stock }, narrows)
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let list = ask.list();
    let page = state.desk.ask(&visit.actor, list.clone()).await?;
    let look = Tools::load(&state, &visit, ListOf::Reservations).await?;
    let title = visit.words.t("reservations-title");
    let body = render(|| body(&visit, &list, &page, &look));
    Ok(PageDoc::new(title, Nav::Stock, body).under(visit.words.t("nav-stock"), with_store("/stock", &visit)).into_response())
}

/// A state's word.
pub(crate) fn state_word(state: ReservationState) -> &'static str {
    match state {
        ReservationState::Active => "reservation-active",
        ReservationState::Shipped => "reservation-shipped",
        ReservationState::Released => "reservation-released",
        ReservationState::Expired => "reservation-expired-state",
    }
}

/// A kind's word.
pub(crate) fn kind_word(kind: ReservationKind) -> &'static str {
    match kind {
        ReservationKind::Hold => "reservation-hold",
        ReservationKind::Allocation => "reservation-allocation",
    }
}

/// The word and the tone of a state.
pub(crate) fn state_badge(words: Words, state: ReservationState) -> impl IntoView + use<> {
    let (tone, icon) = match state {
        ReservationState::Active => (Tone::Info, Some(Glyph::Lock)),
        ReservationState::Shipped => (Tone::Ok, None),
        ReservationState::Released => (Tone::Neutral, Some(Glyph::Undo2)),
        ReservationState::Expired => (Tone::Warn, Some(Glyph::Clock)),
    };
    view! { <Badge label=words.t(state_word(state)) tone icon/> }
}

fn body(visit: &Visit, list: &ListReservations, page: &Page<ReservationRow>, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let at = |state: Option<ReservationState>, cursor: Option<&Cursor>| {
        address(PATH, &[("state", state.map(|state| state.tag().to_owned())), ("cursor", cursor.map(Cursor::encode))])
    };
    let new = visit.may(Permission::Sell).then(|| {
        let href = with_store("/stock/reservations/new", visit);
        view! { <LinkButton label=words.t("reserve-title") href icon=Glyph::Lock weight=Weight::Primary/> }
    });
    let tab = |word: &str, state: Option<ReservationState>| Tab::new(words.t(word), at(state, None), list.state == state);
    let tabs = std::iter::once(tab("all", None)).chain(ReservationState::ALL.into_iter().map(|state| tab(state_word(state), Some(state)))).collect();
    let rows = if page.rows.is_empty() {
        view! { <Empty title=words.t("reservations-none") text=words.t("reservations-none.hint") icon=Glyph::Lock/> }.into_any()
    } else {
        table(visit, &page.rows, look.chosen()).into_any()
    };
    let next = page.next.as_ref().map(|cursor| at(list.state, Some(cursor)));
    let back = list.cursor.is_some().then(|| at(list.state, None));
    let end = look.end(visit, &columns(words));
    view! {
        <PageHead title=words.t("reservations-title") sub=view! { {words.t("reservations-sub")} } actions=new/>
        {look.tabs(visit, tabs)}
        <Toolbar label=words.t("table-filters")>{end}</Toolbar>
        {rows}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("movements-newest") next_label=words.t("movements-older") back next/>
    }
}

fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("code", words.t("reservation")).fixed(),
        Column::new("kind", words.t("kind")),
        Column::new("reference", words.t("reservation-reference")),
        Column::new("made", words.t("reservation-made")),
        Column::new("expires", words.t("reservation-expires")),
        Column::num("lines", words.t("lines")),
        Column::num("open", words.t("promised")),
        Column::new("state", words.t("status")),
        Column::new("who", words.t("who")),
    ]
}

fn table(visit: &Visit, rows: &[ReservationRow], chosen: Vec<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let rows = rows
        .iter()
        .map(|row| {
            let (value, href) = (row.code.clone(), format!("{PATH}/{}", row.reservation));
            let reference = (!row.reference.is_empty()).then(|| view! { <Code value=row.reference.clone()/> });
            RowOf::new(vec![
                Cell::head(view! { <Code value href/> }),
                Cell::new(words.t(kind_word(row.kind))),
                Cell::new(reference),
                Cell::new(words.date_time(row.created_at)).class("sub nowrap"),
                Cell::new(row.expires_at.map(|at| words.date_time(at)).unwrap_or_default()).class("sub nowrap"),
                Cell::num(words.count(row.lines), false),
                Cell::num(words.quantity(row.open), row.open.is_zero()).class("lead"),
                Cell::new(state_badge(words, row.state)),
                Cell::new(who(words, &row.who)).class("sub"),
            ])
        })
        .collect();
    view! { <Table caption=words.t("reservations-title") columns=columns(words) chosen rows/> }
}

/// The list as it is filtered, with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(asked): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let words = visit.words;
    let file = ListFile::of(&state, &visit, ListOf::Reservations).await?;
    let list = asked.list();
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor, list) = (state.desk.clone(), visit.actor.clone(), ListReservations { cursor, ..list.clone() });
        async move {
            let page = desk.ask(&actor, list).await?;
            let rows = page.rows.into_iter().map(|row| {
                vec![
                    row.code,
                    words.t(kind_word(row.kind)),
                    row.reference,
                    row.created_at.to_rfc3339(),
                    row.expires_at.map(|at| at.to_rfc3339()).unwrap_or_default(),
                    row.lines.to_string(),
                    row.open.to_string(),
                    words.t(state_word(row.state)),
                    who(words, &row.who),
                ]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns(words), ask).await
}
