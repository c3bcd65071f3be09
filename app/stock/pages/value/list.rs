//! What each variant is worth, now or at the end of a day.

use super::{When, answered, money, pages, watermark};
use crate::{
    common::{address, item_label, store_code},
    past::{Past, reach, word},
};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use catalog_rules::{ListCategories, ShowItem};
use kit::{Cell, Choice, Code, Column, Empty, Filter, FilterChips, Glyph, Num, OnPhone, PageHead, Pager, RowOf, SearchBox, Table, Toolbar, render};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Narrow, Tools, split};
use serde::Deserialize;
use stock_rules::{Known, ListValuation, ShowLot, Valuation, ValuationRow, Worth};
use vocabulary::{CategoryId, Currency, Cursor, ItemId, LotId, Money};
use wire::{Nav, PageDoc, PageError, PageResult, PageState, Visit};
use words::Words;

const PATH: &str = "/stock/value";

#[derive(Clone, Default, Deserialize)]
pub(crate) struct Ask {
    day: Option<String>,
    known: Option<String>,
    lots: Option<String>,
    category: Option<String>,
    item: Option<String>,
    lot: Option<String>,
    q: Option<String>,
    cursor: Option<String>,
}

/// What the list is narrowed to.
#[derive(Clone, Copy, Default)]
struct Of {
    category: Option<CategoryId>,
    item: Option<ItemId>,
    lot: Option<LotId>,
}

impl Of {
    fn pairs(self) -> [(&'static str, Option<String>); 3] {
        [
            ("category", self.category.map(|id| id.to_string())),
            ("item", self.item.map(|id| id.to_string())),
            ("lot", self.lot.map(|id| id.to_string())),
        ]
    }
}

/// What it is narrowed to is called: the filter's word, the name, and the list without it.
type Named = (&'static str, String, Of);

/// Asks what the things are called that the list is narrowed to.
async fn named(state: &PageState, visit: &Visit, of: Of) -> Result<Vec<Named>, PageError> {
    let mut all = Vec::new();
    if let Some(category) = of.category {
        let list = ListCategories { names_only: true, ..ListCategories::default() };
        let categories = state.desk.ask(&visit.actor, list).await?.categories;
        let name = categories.into_iter().find(|one| one.id == category).map(|one| one.name).unwrap_or_default();
        all.push(("value-category", name, Of { category: None, ..of }));
    }
    if let Some(item) = of.item {
        let item = state.desk.ask(&visit.actor, ShowItem { item, variant: None }).await?;
        all.push(("item", item.name, Of { item: None, ..of }));
    }
    if let Some(lot) = of.lot {
        let lot = state.desk.ask(&visit.actor, ShowLot { lot }).await?;
        all.push(("lot", lot.head.code, Of { lot: None, ..of }));
    }
    Ok(all)
}

#[derive(Clone)]
struct Asked {
    when: When,
    lots: bool,
    of: Of,
    q: Option<String>,
    cursor: Option<Cursor>,
}

impl Asked {
    fn of(visit: &Visit, ask: &Ask) -> Self {
        Self {
            when: When::of(visit, ask.day.as_deref(), ask.known.as_deref()),
            lots: ask.lots.as_deref() == Some("yes"),
            of: Of {
                category: ask.category.as_deref().and_then(|id| id.parse().ok()),
                item: ask.item.as_deref().and_then(|id| id.parse().ok()),
                lot: ask.lot.as_deref().and_then(|id| id.parse().ok()),
            },
            q: ask.q.clone().filter(|q| !q.trim().is_empty()),
            cursor: ask.cursor.as_deref().and_then(Cursor::decode),
        }
    }

    fn operation(&self, visit: &Visit) -> ListValuation {
        ListValuation {
            at: self.when.at(visit),
            known: self.when.known,
            store: visit.store.as_ref().map(|store| store.id),
            q: self.q.clone(),
            category: self.of.category,
            item: self.of.item,
            lot: self.of.lot,
            lots: self.lots,
            cursor: self.cursor.clone(),
        }
    }

    fn path(&self, visit: &Visit) -> String {
        let [day, known] = self.when.pairs();
        let lots = ("lots", self.lots.then(|| String::from("yes")));
        let [category, item, lot] = self.of.pairs();
        let cursor = ("cursor", self.cursor.as_ref().map(Cursor::encode));
        address(PATH, &[("store", store_code(visit)), day, known, lots, category, item, lot, ("q", self.q.clone()), cursor])
    }

    /// What the address holds, but for some of it.
    fn keep(&self, visit: &Visit, leave: &[&str]) -> Vec<(String, String)> {
        let ([day, known], [category, item, lot]) = (self.when.pairs(), self.of.pairs());
        let lots = ("lots", self.lots.then(|| String::from("yes")));
        let pairs = [("store", store_code(visit)), day, known, lots, category, item, lot, ("q", self.q.clone())];
        pairs.into_iter().filter(|(name, _)| !leave.contains(name)).filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    }

    fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut other = Self { cursor: None, ..self.clone() };
        change(&mut other);
        other
    }
}

/// The answer to an address whose filters cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let known = Known::ALL.into_iter().map(|known| Choice::new(known.tag(), words.t(word(known)))).collect();
    let narrows = vec![
        Narrow::day("day", words.t("as-of-day")),
        Narrow::choice("known", words.t("as-of-known"), known),
        Narrow::choice("lots", words.t("value-lots"), vec![Choice::new("yes", words.t("value-lots"))]),
        Narrow::id::<CategoryId>("category", words.t("value-category")),
        Narrow::id::<ItemId>("item", words.t("item")),
        Narrow::id::<LotId>("lot", words.t("lot")),
    ];
    lists::misread(visit, query, ListAt { path: PATH, title: words.t("value-title"), nav: Nav::Stock }, narrows)
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let asked = Asked::of(&visit, &ask);
    let page = answered(&visit, state.desk.ask(&visit.actor, asked.operation(&visit)).await)?;
    let (page, wrong) = page.map_or_else(|wrong| (None, Some(wrong)), |page| (Some(page), None));
    let look = Tools::load(&state, &visit, ListOf::Valuation).await?;
    let title = visit.words.t("value-title");
    let named = named(&state, &visit, asked.of).await?;
    let past = asked.when.past(&visit, PATH, asked.keep(&visit, &["day", "known"]), wrong, reach(&state, &visit).await?);
    let body = render(|| body(&visit, &asked, &named, &past, page.as_ref(), &look));
    let doc = PageDoc::new(title, Nav::Stock, body).under(visit.words.t("nav-stock"), address("/stock", &[("store", store_code(&visit))]));
    Ok(if past.wrong.is_some() { doc.refused() } else { doc }.into_response())
}

fn body(visit: &Visit, asked: &Asked, named: &[Named], past: &Past, page: Option<&Valuation>, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let table = page.map(|page| match page.rows.is_empty() {
        true => view! { <Empty title=words.t("table-nothing-found") text=words.t("table-nothing-found.hint") icon=Glyph::Search/> }.into_any(),
        false => table(visit, page, look.chosen()).into_any(),
    });
    let next = page.and_then(|page| page.next.clone()).map(|cursor| Asked { cursor: Some(cursor), ..asked.clone() }.path(visit));
    let back = asked.cursor.is_some().then(|| asked.with(|_| ()).path(visit));
    view! {
        <PageHead title=words.t("value-title")/>
        {look.tabs(visit, pages(visit, PATH))}
        {past.band(visit)}
        {past.form(words)}
        {tools(visit, asked, named, look.end(visit, &columns(words)))}
        {page.map(|page| watermark(words, &page.watermark))}
        {table}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

fn tools(visit: &Visit, asked: &Asked, named: &[Named], end: impl IntoView + 'static) -> AnyView {
    let words = visit.words;
    let mut filters = Vec::new();
    let mut chip = |name: String, value: String, remove: String| {
        let remove_label = words.with("table-filter-remove", &[("name", name.as_str().into())]);
        filters.push(Filter { name, value, remove, remove_label, ..Filter::default() });
    };
    if let Some(store) = &visit.store {
        let [day, known] = asked.when.pairs();
        let [category, item, lot] = asked.of.pairs();
        chip(words.t("store"), store.name.clone(), address(PATH, &[day, known, category, item, lot, ("q", asked.q.clone())]));
    }
    for (word, name, without) in named {
        chip(words.t(word), name.clone(), asked.with(|asked| asked.of = *without).path(visit));
    }
    if let Some(q) = &asked.q {
        chip(words.t("action-search"), q.clone(), asked.with(|asked| asked.q = None).path(visit));
    }
    let clear = Some((words.t("table-filters-clear"), PATH.to_owned()));
    let (kept, q, search) = (asked.keep(visit, &["q"]), asked.q.clone().unwrap_or_default(), words.t("stock-search"));
    view! {
        <Toolbar label=words.t("table-filters")>
            <SearchBox action=PATH label=search.clone() go=words.t("action-search") value=q placeholder=search keep=kept/>
            <FilterChips filters clear/>
            {end}
        </Toolbar>
    }
    .into_any()
}

fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("sku", words.t("item-sku")).class("c-sku"),
        Column::new("item", words.t("item")).class("c-name").fixed(),
        Column::num("quantity", words.t("quantity")),
        Column::num("each", words.t("value-each")),
        Column::num("value", words.t("value-worth")),
        Column::num("way", words.t("value-on-the-way")),
    ]
}

fn table(visit: &Visit, page: &Valuation, chosen: Vec<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let rows = page.rows.iter().map(|row| {
        let href = address(&format!("{PATH}/items/{}", row.variant), &[("store", store_code(visit))]);
        let mut cells = vec![Cell::new(view! { <Code value=row.sku.clone()/> }).class("sub"), Cell::head(named_row(row, href))];
        cells.extend(figures(words, row, page.currency));
        RowOf::new(cells)
    });
    let caption = words.with("stock-caption", &[("count", page.rows.len().into())]);
    view! { <Table caption columns=columns(words) rows=rows.collect() chosen density=kit::Density::Compact phone=OnPhone::RecordsInTwos sticky=true bleed=true/> }
}

/// The item leads to why it is worth what it is worth.
fn named_row(row: &ValuationRow, href: String) -> impl IntoView + use<> {
    let lot = row.lot.map(|lot| {
        let (value, href) = (row.lot_code.clone(), format!("/stock/lots/{lot}"));
        view! { " "<Code value href/> }
    });
    let (name, option) = (row.name.clone(), row.option_text.clone());
    view! { <a href=href><bdi>{name}</bdi></a>" "<span class="sub">{option}</span>{lot} }
}

/// Never valued is not nought.
fn figures(words: Words, row: &ValuationRow, currency: Currency) -> [Cell; 4] {
    let Some(worth) = row.worth else { return [Cell::empty(), Cell::empty(), Cell::empty(), Cell::empty()] };
    let bad = if worth.quantity.is_negative() { "bad" } else { "" };
    let each = worth.each().map(|each| words.money(Money::new(each, currency)));
    [
        Cell::new(view! { <Num value=words.quantity(worth.quantity) zero=worth.quantity.is_zero() class=bad/> }),
        each.map_or_else(Cell::empty, |each| Cell::num(each, false).class("sub")),
        Cell::num(money(words, worth.value, currency), worth.value.is_zero()).class("lead"),
        Cell::num(money(words, worth.value_on_the_way, currency), worth.value_on_the_way.is_zero()).class("sub"),
    ]
}

/// The list with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let words = visit.words;
    let asked = Asked::of(&visit, &ask);
    let file = ListFile::of(&state, &visit, ListOf::Valuation).await?;
    // Of one instant from its first portion to its last, however long it takes.
    let operation = asked.operation(&visit);
    let operation = ListValuation { at: operation.at.or(Some(words.now)), ..operation };
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor, operation) = (state.desk.clone(), visit.actor.clone(), ListValuation { cursor, ..operation.clone() });
        async move {
            let page = desk.ask(&actor, operation).await?;
            let rows = page.rows.into_iter().map(|row| {
                let of = |figure: fn(&Worth) -> String| row.worth.as_ref().map(figure).unwrap_or_default();
                let figures = [
                    of(|worth| worth.quantity.to_string()),
                    of(|worth| worth.each().map(|each| each.to_string()).unwrap_or_default()),
                    of(|worth| worth.value.to_string()),
                    of(|worth| worth.value_on_the_way.to_string()),
                ];
                let item = item_label(&row.name, &row.option_text);
                [row.sku.clone(), item, row.lot_code.clone()].into_iter().chain(figures).collect::<Vec<_>>()
            });
            Ok((rows.collect(), page.next))
        }
    };
    let columns = split(columns(words), "item", &[words.t("item"), words.t("lot")]);
    file.csv(columns, ask).await
}
