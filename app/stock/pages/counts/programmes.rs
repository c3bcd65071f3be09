//! Count programmes: what of a store is counted how often.

use crate::common::{address, store_code, store_name, with_store};
use axum::{
    extract::{Query, State},
    response::IntoResponse,
};
use kit::{Badge, Cell, Column, Empty, Glyph, LinkButton, OnPhone, PageHead, Pager, RowOf, Table, Tone, Weight, render};
use leptos::prelude::*;
use serde::Deserialize;
use stock_rules::{CountProgrammeRow, ListCountProgrammes, ProgrammeKind};
use vocabulary::{Cursor, Page, Permission};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::{Words, message_id};

pub(super) const PATH: &str = "/stock/counts/programmes";

#[derive(Clone, Default, Deserialize)]
pub(super) struct Asked {
    cursor: Option<String>,
}

pub(super) async fn show(State(state): State<PageState>, visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    visit.needs(Permission::CountReview)?;
    let cursor = asked.cursor.as_deref().and_then(Cursor::decode);
    let further = cursor.is_some();
    let page = state.desk.ask(&visit.actor, ListCountProgrammes { store: visit.store.as_ref().map(|store| store.id), cursor }).await?;
    let title = visit.words.t("programmes-title");
    let body = render(|| body(&visit, &page, further));
    Ok(PageDoc::new(title, Nav::Counts, body).under(visit.words.t("nav-counts"), with_store("/stock/counts", &visit)).into_response())
}

/// What a kind is called.
pub(super) fn kind_word(words: Words, kind: ProgrammeKind) -> String {
    words.t(&message_id("programme-kind", kind.tag()))
}

fn body(visit: &Visit, page: &Page<CountProgrammeRow>, further: bool) -> impl IntoView + use<> {
    let words = visit.words;
    let new =
        view! { <LinkButton label=words.t("programme-new") href=with_store(&format!("{PATH}/new"), visit) icon=Glyph::Plus weight=Weight::Primary/> };
    let table = if page.rows.is_empty() {
        view! { <Empty title=words.t("programmes-none") text=words.t("programmes-none.hint") icon=Glyph::ClipboardCheck/> }.into_any()
    } else {
        table(visit, &page.rows).into_any()
    };
    let at = |cursor: Option<String>| address(PATH, &[("store", store_code(visit)), ("cursor", cursor)]);
    let (next, back) = (page.next.as_ref().map(|cursor| at(Some(cursor.encode()))), further.then(|| at(None)));
    view! {
        <PageHead title=words.t("programmes-title") sub=view! { {words.t("programmes-sub")} } actions=new/>
        {table}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

fn table(visit: &Visit, rows: &[CountProgrammeRow]) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::new("name", words.t("name")),
        Column::new("store", words.t("store")),
        Column::new("kind", words.t("programme-kind")),
        Column::num("size", words.t("programme-size")),
        Column::new("next", words.t("programme-next")),
        Column::new("last", words.t("programme-last")),
    ];
    let rows = rows
        .iter()
        .map(|row| {
            let name = view! { <a href=format!("{PATH}/{}", row.programme)><bdi>{row.spec.name.clone()}</bdi></a> };
            let next = if row.spec.active {
                view! { <span class="nowrap">{words.date(row.next_on)}</span> }.into_any()
            } else {
                view! { <Badge label=words.t("programme-rests") tone=Tone::Neutral line=true/> }.into_any()
            };
            let last = match (row.last_count, row.last_on) {
                (Some(count), Some(on)) => view! { <a href=format!("/stock/counts/{count}")>{words.date(on)}</a> }.into_any(),
                _ => view! { <span class="mute">{words.t("programme-never")}</span> }.into_any(),
            };
            RowOf::new(vec![
                Cell::head(name),
                Cell::new(store_name(visit, row.store)),
                Cell::new(kind_word(words, row.spec.kind)),
                Cell::num(words.count(row.spec.size.into()), false),
                Cell::new(next),
                Cell::new(last),
            ])
        })
        .collect();
    view! { <Table caption=words.t("programmes-title") columns rows phone=OnPhone::RecordsInTwos/> }
}
