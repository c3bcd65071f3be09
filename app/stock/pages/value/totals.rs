//! What all stock is worth, by store and by category.

use super::{When, answered, file_button, money, page_tabs, watermark};
use crate::{
    common::{address, store_code},
    past::{Past, reach, word},
};
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use kit::{Cell, Choice, Column, Density, Empty, Glyph, PageHead, RowOf, Section, Stat, StatRow, Table, render};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Narrow};
use rust_decimal::Decimal;
use serde::Deserialize;
use stock_rules::{Known, ShowWorth, WorthView};
use vocabulary::{Cursor, Money};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};

const PATH: &str = "/stock/value/totals";

#[derive(Clone, Default, Deserialize)]
pub(crate) struct Ask {
    day: Option<String>,
    known: Option<String>,
}

/// The answer to an address whose filters cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let known = Known::ALL.into_iter().map(|known| Choice::new(known.tag(), words.t(word(known)))).collect();
    let narrows = vec![Narrow::day("day", words.t("as-of-day")), Narrow::choice("known", words.t("as-of-known"), known)];
    lists::misread(visit, query, ListAt { path: PATH, title: words.t("value-totals"), nav: Nav::Stock }, narrows)
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    let words = visit.words;
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let when = When::of(&visit, ask.day.as_deref(), ask.known.as_deref());
    let worth = answered(&visit, state.desk.ask(&visit.actor, ShowWorth { at: when.at(&visit), known: when.known }).await)?;
    let (worth, wrong) = worth.map_or_else(|wrong| (None, Some(wrong)), |worth| (Some(worth), None));
    let title = words.t("value-totals");
    let keep = store_code(&visit).map(|code| (String::from("store"), code)).into_iter().collect();
    let past = when.past(&visit, PATH, keep, wrong, reach(&state, &visit).await?);
    let body = render(|| body(&visit, when, &past, worth.as_ref()));
    let doc = PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), address("/stock", &[("store", store_code(&visit))]));
    let doc = doc.under(words.t("value-title"), "/stock/value");
    Ok(if past.wrong.is_some() { doc.refused() } else { doc }.into_response())
}

/// The same as a file: a row for each store, each category, and all of it.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let words = visit.words;
    let file = ListFile::named(&visit, "stock-value")?;
    let when = When::of(&visit, ask.day.as_deref(), ask.known.as_deref());
    let labels = ["as-of-day", "value-through-day", "account-what", "name", "value-worth", "value-on-the-way", "store-currency"];
    let columns = labels.iter().map(|word| Column::new("line", words.t(word))).collect();
    let ask = move |_: Option<Cursor>| {
        let (desk, visit) = (state.desk.clone(), visit.clone());
        async move {
            let worth = desk.ask(&visit.actor, ShowWorth { at: when.at(&visit), known: when.known }).await?;
            let day = when.day.unwrap_or_else(|| words.today()).to_string();
            let amount = |value: Decimal| Money::new(value, worth.currency).rounded().amount.to_string();
            let line = |what: &str, name: String, value: Decimal, way: Option<Decimal>| {
                let (through, currency) = (worth.watermark.through.to_rfc3339(), worth.currency.code().to_owned());
                vec![day.clone(), through, words.t(what), name, amount(value), way.map(amount).unwrap_or_default(), currency]
            };
            let stores = worth.stores.iter().map(|row| line("store", row.name.clone(), row.value, Some(row.on_the_way)));
            let categories = worth.categories.iter().map(|row| {
                let name = if row.name.is_empty() { words.t("value-no-category") } else { row.name.clone() };
                line("value-category", name, row.value, None)
            });
            Ok((stores.chain(categories).chain([line("value-all", String::new(), worth.value, None)]).collect(), None))
        }
    };
    file.csv(columns, ask).await
}

fn body(visit: &Visit, when: When, past: &Past, worth: Option<&WorthView>) -> impl IntoView + use<> {
    let words = visit.words;
    let [day, known] = when.pairs();
    let file = worth.and_then(|_| file_button(visit, address(&format!("{PATH}/export.csv"), &[("store", store_code(visit)), day, known])));
    let told = worth.map(|worth| {
        let all = money(words, worth.value, worth.currency);
        let (stores, categories) = (stores(visit, when, worth), categories(visit, when, worth));
        view! {
            {watermark(words, &worth.watermark)}
            <kit::Stack class="stack-8">
                <StatRow label=words.t("value-title")><Stat label=words.t("value-all") value=all/></StatRow>
                <Section title=words.t("value-by-store") id="stores">{stores}</Section>
                <Section title=words.t("value-by-category") id="categories">{categories}</Section>
            </kit::Stack>
        }
    });
    view! {
        <PageHead title=words.t("value-totals") actions=file/>
        {page_tabs(visit, PATH)}
        {past.band(visit)}
        {past.form(words)}
        {told}
    }
}

fn stores(visit: &Visit, when: When, worth: &WorthView) -> AnyView {
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
        let [day, known] = when.pairs();
        let (name, href) = (row.name.clone(), address("/stock/value", &[("store", Some(row.code.clone())), day, known]));
        RowOf::new(vec![
            Cell::head(view! { <a href=href><bdi>{name}</bdi></a> }),
            Cell::num(money(words, row.value, worth.currency), row.value.is_zero()).class("lead"),
            Cell::num(money(words, row.on_the_way, worth.currency), row.on_the_way.is_zero()).class("sub"),
        ])
    });
    view! { <Table caption=words.t("value-store-caption") columns rows=rows.collect() density=Density::Compact/> }.into_any()
}

fn categories(visit: &Visit, when: When, worth: &WorthView) -> AnyView {
    let words = visit.words;
    if worth.categories.is_empty() {
        return view! { <Empty title=words.t("value-nothing") text=words.t("value-nothing.hint") icon=Glyph::Layers/> }.into_any();
    }
    let columns = vec![Column::new("category", words.t("value-category")).fixed(), Column::num("value", words.t("value-worth"))];
    let rows = worth.categories.iter().map(|row| {
        let name = if row.name.is_empty() { words.t("value-no-category") } else { row.name.clone() };
        let value = Cell::num(money(words, row.value, worth.currency), row.value.is_zero()).class("lead");
        let name = match row.category {
            Some(category) => {
                let [day, known] = when.pairs();
                let href = address("/stock/value", &[("store", store_code(visit)), ("category", Some(category.to_string())), day, known]);
                view! { <a href=href><bdi>{name}</bdi></a> }.into_any()
            }
            None => view! { {name} }.into_any(),
        };
        RowOf::new(vec![Cell::head(name), value])
    });
    view! { <Table caption=words.t("value-category-caption") columns rows=rows.collect() density=Density::Compact/> }.into_any()
}
