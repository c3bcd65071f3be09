//! What all stock is worth, by store and by category.

use super::{When, money, page_tabs, watermark, when_form};
use crate::common::{address, store_code};
use axum::{
    extract::{Query, RawQuery, State},
    response::IntoResponse,
};
use kit::{Cell, Choice, Column, Density, Empty, Glyph, PageHead, RowOf, Section, Stat, StatRow, Table, render};
use leptos::prelude::*;
use lists::{ListAt, Narrow};
use serde::Deserialize;
use stock_rules::{Known, ShowWorth, WorthView};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};

const PATH: &str = "/stock/value/totals";

#[derive(Clone, Default, Deserialize)]
pub(crate) struct Ask {
    day: Option<String>,
    known: Option<String>,
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    let words = visit.words;
    let known = Known::ALL.into_iter().map(|known| Choice::new(known.tag(), words.t(crate::as_of::word(known)))).collect();
    let narrows = vec![Narrow::day("day", words.t("as-of-day")), Narrow::choice("known", words.t("as-of-known"), known)];
    let at = ListAt { path: PATH, title: words.t("value-totals"), nav: Nav::Stock };
    if let Some(misread) = lists::misread(&visit, query.as_deref(), at, narrows) {
        return Ok(misread);
    }
    let when = When::of(&visit, ask.day.as_deref(), ask.known.as_deref());
    let worth = state.desk.ask(&visit.actor, ShowWorth { at: when.at(&visit), known: when.known }).await?;
    let title = words.t("value-totals");
    let body = render(|| body(&visit, when, &worth));
    let doc = PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), address("/stock", &[("store", store_code(&visit))]));
    Ok(doc.under(words.t("value-title"), "/stock/value").into_response())
}

fn body(visit: &Visit, when: When, worth: &WorthView) -> impl IntoView + use<> {
    let words = visit.words;
    let sub = when.told(words);
    let all = money(words, worth.value, worth.currency);
    let hidden = store_code(visit).map(|code| (String::from("store"), code)).into_iter().collect();
    let (stores, categories) = (stores(visit, worth), categories(visit, worth));
    view! {
        <PageHead title=words.t("value-totals") sub=view! { {sub} }/>
        {page_tabs(visit, PATH)}
        {watermark(words, &worth.watermark)}
        {when_form(visit, PATH, when, hidden)}
        <kit::Stack class="stack-8">
            <StatRow label=words.t("value-title")><Stat label=words.t("value-all") value=all/></StatRow>
            <Section title=words.t("value-by-store") id="stores">{stores}</Section>
            <Section title=words.t("value-by-category") id="categories">{categories}</Section>
        </kit::Stack>
    }
}

fn stores(visit: &Visit, worth: &WorthView) -> AnyView {
    let words = visit.words;
    if worth.stores.is_empty() {
        return view! { <Empty title=words.t("value-no-stores") text=words.t("value-no-stores.hint") icon=Glyph::House/> }.into_any();
    }
    let columns = vec![
        Column::new("store", words.t("store")).fixed(),
        Column::num("value", words.t("value-worth")),
        Column::num("way", words.t("value-on-the-way")),
    ];
    let rows = worth.stores.iter().map(|row| {
        let (name, href) = (row.name.clone(), address("/stock/value", &[("store", Some(row.code.clone()))]));
        RowOf::new(vec![
            Cell::head(view! { <a href=href><bdi>{name}</bdi></a> }),
            Cell::num(money(words, row.value, worth.currency), row.value.is_zero()).class("lead"),
            Cell::num(money(words, row.on_the_way, worth.currency), row.on_the_way.is_zero()).class("sub"),
        ])
    });
    view! { <Table caption=words.t("value-store-caption") columns rows=rows.collect() density=Density::Compact/> }.into_any()
}

fn categories(visit: &Visit, worth: &WorthView) -> AnyView {
    let words = visit.words;
    if worth.categories.is_empty() {
        return view! { <Empty title=words.t("value-nothing") text=words.t("value-nothing.hint") icon=Glyph::Layers/> }.into_any();
    }
    let columns = vec![Column::new("category", words.t("value-category")).fixed(), Column::num("value", words.t("value-worth"))];
    let rows = worth.categories.iter().map(|row| {
        let name = if row.name.is_empty() { words.t("value-no-category") } else { row.name.clone() };
        let value = Cell::num(money(words, row.value, worth.currency), row.value.is_zero()).class("lead");
        RowOf::new(vec![Cell::head(view! { <bdi>{name}</bdi> }), value])
    });
    view! { <Table caption=words.t("value-category-caption") columns rows=rows.collect() density=Density::Compact/> }.into_any()
}
