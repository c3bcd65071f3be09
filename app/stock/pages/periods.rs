//! How far the books of each store are closed, and where they are closed and reopened.

use crate::{
    books,
    common::{address, store_code, who},
    period_forms,
};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use kit::{Badge, Cell, Column, Columns, Empty, ErrorSummary, Glyph, LinkButton, OnPhone, PageHead, Pager, RowOf, Table, Tone, Toolbar, render};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Tools};
use serde::Deserialize;
use stock_rules::{BooksHistory, ListPeriods, PeriodRow};
use vocabulary::{Cursor, FieldError, Key, Operation, Page, Permission};
use wire::{Fields, Nav, PageDoc, PageError, PageResult, PageState, Typed, Visit};
use words::Words;

#[derive(Clone, Default, Deserialize)]
pub(crate) struct Ask {
    cursor: Option<String>,
}

/// A page of stores, and how the visitor looks at such lists.
pub(crate) struct Shown {
    page: Page<PeriodRow>,
    further: bool,
    look: Tools,
}

impl Shown {
    pub(crate) async fn load(state: &PageState, visit: &Visit, cursor: Option<Cursor>) -> Result<Self, PageError> {
        let further = cursor.is_some();
        let page = state.desk.ask(&visit.actor, ListPeriods { cursor }).await?;
        Ok(Self { page, further, look: Tools::load(state, visit, ListOf::Periods).await? })
    }
}

/// The answer to an address whose filters cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    lists::misread(visit, query, ListAt { path: ListOf::Periods.path(), title: visit.words.t("periods-title"), nav: Nav::Stock }, Vec::new())
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let shown = Shown::load(&state, &visit, ask.cursor.as_deref().and_then(Cursor::decode)).await?;
    Ok(page(&visit, &Key::random(), &Fields::default(), &[], &shown).into_response())
}

/// The page, with what was typed into its forms and what is wrong with it.
pub(crate) fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], shown: &Shown) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let title = words.t("periods-title");
    let heading = title.clone();
    let body = render(|| {
        let summary = typed.summary(period_forms::LABELS);
        let list = list(visit, shown);
        let may = visit.may(Permission::PeriodClose);
        let body = if may {
            let side = period_forms::view(visit, key, &typed);
            view! { <Columns side=side>{list}</Columns> }.into_any()
        } else {
            list.into_any()
        };
        let history = visit.may(BooksHistory::NEEDS).then(|| {
            let href = address(books::PATH, &[("store", store_code(visit))]);
            view! { <LinkButton label=words.t("nav-history") href icon=Glyph::History/> }
        });
        view! {
            <PageHead title=heading sub=view! { {words.t("periods-sub")} } actions=history/>
            {shown.look.tabs(visit, Vec::new())}
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            {body}
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), "/stock")
}

fn list(visit: &Visit, shown: &Shown) -> impl IntoView + use<> {
    let words = visit.words;
    let end = shown.look.end(visit, &columns(words));
    let rows = if shown.page.rows.is_empty() {
        view! { <Empty title=words.t("table-nothing-found") text=words.t("table-nothing-found.hint") icon=Glyph::Lock/> }.into_any()
    } else {
        table(words, &shown.page.rows, shown.look.chosen()).into_any()
    };
    let next = shown.page.next.as_ref().map(|cursor| address(ListOf::Periods.path(), &[("cursor", Some(cursor.encode()))]));
    let back = shown.further.then(|| ListOf::Periods.path().to_owned());
    view! {
        <div>
            <Toolbar label=words.t("table-filters")>{end}</Toolbar>
            {rows}
            <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
        </div>
    }
}

fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("store", words.t("store")).fixed(),
        Column::new("through", words.t("period-through")),
        Column::num("counts", words.t("period-counts")),
        Column::num("way", words.t("period-on-the-way")),
        Column::new("changed", words.t("period-changed")),
        Column::new("who", words.t("who")),
    ]
}

fn table(words: Words, rows: &[PeriodRow], chosen: Vec<String>) -> impl IntoView + use<> {
    let rows = rows
        .iter()
        .map(|row| {
            let (name, href) = (row.name.clone(), format!("/stock/stores/{}/history", row.code));
            let through = match row.closed_through {
                Some(day) => view! { <span class="nowrap">{words.date(day)}</span> }.into_any(),
                None => view! { <Badge label=words.t("period-open") tone=Tone::Neutral line=true/> }.into_any(),
            };
            RowOf::new(vec![
                Cell::head(view! { <a href=href><bdi>{name}</bdi></a> }),
                Cell::new(through),
                Cell::num(words.count(row.open_counts), row.open_counts == 0),
                Cell::num(words.count(row.on_the_way), row.on_the_way == 0),
                Cell::new(row.changed_at.map(|at| words.day(at)).unwrap_or_default()).class("sub nowrap"),
                Cell::new(row.changed_at.map(|_| who(words, &row.changed_by)).unwrap_or_default()).class("sub"),
            ])
        })
        .collect();
    view! { <Table caption=words.t("periods-title") columns=columns(words) chosen rows phone=OnPhone::RecordsInTwos/> }
}

/// The list with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let words = visit.words;
    let file = ListFile::of(&state, &visit, ListOf::Periods).await?;
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor) = (state.desk.clone(), visit.actor.clone());
        async move {
            let page = desk.ask(&actor, ListPeriods { cursor }).await?;
            let rows = page.rows.into_iter().map(|row| {
                let (day, at) = (row.closed_through.map(|day| day.to_string()), row.changed_at.map(|at| at.to_rfc3339()));
                let by = if at.is_some() { who(words, &row.changed_by) } else { String::new() };
                vec![row.name, day.unwrap_or_default(), row.open_counts.to_string(), row.on_the_way.to_string(), at.unwrap_or_default(), by]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns(words), ask).await
}
