//! What was where at an instant of the past: as it is known now, or as the books said then.

use crate::{
    common::{address, item_label, item_link, store_code},
    past::{Asks, Past, instant, reach, word},
};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use chrono::{NaiveDate, NaiveTime};
use kit::{
    Cell, Choice, Code, Column, Delta, Empty, Filter, FilterChips, Glyph, LinkButton, Num, OnPhone, PageHead, Pager, RowOf, SearchBox, Sign, Tab,
    Table, Toolbar, render,
};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Narrow, Tools};
use serde::Deserialize;
use stock_rules::{Known, StockAsOf, StockThen, StockThenRow, month_before};
use vocabulary::{AppError, Cursor, Page, Quantity};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

const PATH: &str = "/stock/as-of";

#[derive(Clone, Default, Deserialize)]
pub(crate) struct Ask {
    day: Option<String>,
    time: Option<String>,
    known: Option<String>,
    q: Option<String>,
    cursor: Option<String>,
}

/// What is asked for. The day is the store's that is looked at, or the asker's.
#[derive(Clone)]
struct Asked {
    day: NaiveDate,
    /// The end of the day unless said.
    time: Option<NaiveTime>,
    known: Known,
    q: Option<String>,
    cursor: Option<Cursor>,
}

impl Asked {
    fn of(visit: &Visit, ask: &Ask) -> Self {
        let words = visit.words;
        let typed = |raw: &Option<String>| raw.clone().filter(|raw| !raw.trim().is_empty());
        Self {
            day: typed(&ask.day).and_then(|day| words.read_date(&day).ok()).unwrap_or_else(|| month_before(words.today())),
            time: typed(&ask.time).and_then(|time| time.parse().ok()),
            known: ask.known.as_deref().and_then(Known::of_tag).unwrap_or_default(),
            q: typed(&ask.q),
            cursor: ask.cursor.as_deref().and_then(Cursor::decode),
        }
    }

    fn operation(&self, visit: &Visit) -> StockAsOf {
        StockAsOf {
            at: instant(visit, self.day, self.time),
            known: self.known,
            store: visit.store.as_ref().map(|store| store.id),
            q: self.q.clone(),
            cursor: self.cursor.clone(),
        }
    }

    fn path(&self, visit: &Visit) -> String {
        let known = (self.known != Known::default()).then(|| self.known.tag().to_owned());
        address(
            PATH,
            &[
                ("store", store_code(visit)),
                ("day", Some(self.day.to_string())),
                ("time", self.time.map(|time| time.format("%H:%M").to_string())),
                ("known", known),
                ("q", self.q.clone()),
                ("cursor", self.cursor.as_ref().map(Cursor::encode)),
            ],
        )
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
        Narrow::id::<NaiveTime>("time", words.t("as-of-time")),
        Narrow::choice("known", words.t("as-of-known"), known),
    ];
    lists::misread(visit, query, ListAt { path: PATH, title: words.t("as-of-title"), nav: Nav::Stock }, narrows)
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let asked = Asked::of(&visit, &ask);
    // A day to come is told beside the field; there is no list of it.
    let (page, wrong) = match state.desk.ask(&visit.actor, asked.operation(&visit)).await {
        Ok(page) => (page, None),
        Err(AppError::Invalid { fields }) => (Page { rows: Vec::new(), next: None }, fields.first().map(|wrong| visit.words.field_error(wrong))),
        Err(error) => return Err(error.into()),
    };
    let look = Tools::load(&state, &visit, ListOf::AsOf).await?;
    let title = visit.words.t("as-of-title");
    let past = Past {
        path: PATH,
        day: asked.day,
        time: asked.time,
        known: asked.known,
        asks: Asks::Time,
        wrong,
        keep: keep(&visit, &asked, &["day", "time"]),
        reach: reach(&state, &visit).await?,
    };
    let body = render(|| body(&visit, &asked, &past, &page, &look));
    let doc = PageDoc::new(title, Nav::Stock, body).under(visit.words.t("nav-stock"), address("/stock", &[("store", store_code(&visit))]));
    Ok(if past.wrong.is_some() { doc.refused() } else { doc }.into_response())
}

fn body(visit: &Visit, asked: &Asked, past: &Past, page: &Page<StockThenRow>, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let table = if past.wrong.is_some() {
        ().into_any()
    } else if page.rows.is_empty() {
        let all = asked.with(|asked| asked.q = None).path(visit);
        let actions = view! { <LinkButton label=words.t("stock-show-all") href=all/> };
        view! { <Empty title=words.t("table-nothing-found") text=words.t("table-nothing-found.hint") icon=Glyph::Search actions/> }.into_any()
    } else {
        table(words, &page.rows, look.chosen()).into_any()
    };
    let next = page.next.clone().map(|cursor| Asked { cursor: Some(cursor), ..asked.clone() }.path(visit));
    let back = asked.cursor.is_some().then(|| asked.with(|_| ()).path(visit));
    view! {
        <PageHead title=words.t("as-of-title") sub=view! { {words.t("as-of-sub")} }/>
        {look.tabs(visit, tabs(visit, asked))}
        {past.band(visit)}
        {past.form(words)}
        {tools(visit, asked, look.end(visit, &columns(words)))}
        {table}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

/// What is known now and what the books said then are one step apart.
fn tabs(visit: &Visit, asked: &Asked) -> Vec<Tab> {
    let tab = |known: Known| Tab::new(visit.words.t(word(known)), asked.with(|asked| asked.known = known).path(visit), asked.known == known);
    Known::ALL.into_iter().map(tab).collect()
}

/// What the address holds, but for some of it.
fn keep(visit: &Visit, asked: &Asked, leave: &[&str]) -> Vec<(String, String)> {
    let pairs = [
        ("store", store_code(visit)),
        ("day", Some(asked.day.to_string())),
        ("time", asked.time.map(|time| time.format("%H:%M").to_string())),
        ("known", (asked.known != Known::default()).then(|| asked.known.tag().to_owned())),
        ("q", asked.q.clone()),
    ];
    pairs.into_iter().filter(|(name, _)| !leave.contains(name)).filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

fn tools(visit: &Visit, asked: &Asked, end: impl IntoView + 'static) -> AnyView {
    let words = visit.words;
    let mut filters = Vec::new();
    let mut chip = |name: String, value: String, remove: String| {
        let remove_label = words.with("table-filter-remove", &[("name", name.as_str().into())]);
        filters.push(Filter { name, value, remove, remove_label, ..Filter::default() });
    };
    if let Some(store) = &visit.store {
        let others = keep(visit, asked, &["store"]);
        let others: Vec<(&str, Option<String>)> = others.iter().map(|(name, value)| (name.as_str(), Some(value.clone()))).collect();
        chip(words.t("store"), store.name.clone(), address(PATH, &others));
    }
    if let Some(q) = &asked.q {
        chip(words.t("action-search"), q.clone(), asked.with(|asked| asked.q = None).path(visit));
    }
    let clear = Some((words.t("table-filters-clear"), PATH.to_owned()));
    let (kept, q, search) = (keep(visit, asked, &["q"]), asked.q.clone().unwrap_or_default(), words.t("stock-search"));
    view! {
        <Toolbar label=words.t("table-filters")>
            <SearchBox
                action=PATH
                label=search.clone()
                go=words.t("action-search")
                value=q
                placeholder=search
                keep=kept
            />
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
        Column::num("then", words.t("as-of-then")),
        Column::num("way", words.t("as-of-way")),
        Column::num("now", words.t("as-of-now")),
        Column::num("change", words.t("as-of-change")),
    ]
}

fn table(words: Words, rows: &[StockThenRow], chosen: Vec<String>) -> impl IntoView + use<> {
    let rows = rows.iter().map(|row| {
        let mut cells =
            vec![Cell::new(view! { <Code value=row.sku.clone()/> }).class("sub"), Cell::head(item_link(row.variant, &row.name, &row.option_text))];
        cells.extend(figures(words, row));
        RowOf::new(cells)
    });
    let caption = words.with("stock-caption", &[("count", rows.len().into())]);
    view! { <Table caption columns=columns(words) rows=rows.collect() chosen density=kit::Density::Compact phone=OnPhone::RecordsInTwos sticky=true bleed=true/> }
}

/// Never had at all is not nought.
fn figures(words: Words, row: &StockThenRow) -> [Cell; 4] {
    let Some(StockThen { on_hand, in_transit, on_hand_now, .. }) = row.then else {
        return [Cell::empty(), Cell::empty(), Cell::empty(), Cell::empty()];
    };
    let figure = |quantity: Quantity| {
        let bad = if quantity.is_negative() { "bad" } else { "" };
        view! { <Num value=words.quantity(quantity) zero=quantity.is_zero() class=bad/> }
    };
    let change = on_hand_now - on_hand;
    let sign = match change {
        _ if change.is_zero() => Sign::Same,
        _ if change.is_negative() => Sign::Less,
        _ => Sign::More,
    };
    [
        Cell::new(figure(on_hand)).class("lead"),
        Cell::num(words.quantity(in_transit), in_transit.is_zero()).class("sub"),
        Cell::new(figure(on_hand_now)),
        Cell::new(view! { <Delta value=words.delta(change) sign/> }),
    ]
}

/// The list with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let words = visit.words;
    let asked = Asked::of(&visit, &ask);
    let file = ListFile::of(&state, &visit, ListOf::AsOf).await?;
    let operation = asked.operation(&visit);
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor, operation) = (state.desk.clone(), visit.actor.clone(), StockAsOf { cursor, ..operation.clone() });
        async move {
            let page = desk.ask(&actor, operation).await?;
            let rows = page.rows.into_iter().map(|row| {
                let of = |figure: fn(&StockThen) -> Quantity| row.then.as_ref().map(|then| figure(then).to_string()).unwrap_or_default();
                let figures =
                    [of(|then| then.on_hand), of(|then| then.in_transit), of(|then| then.on_hand_now), of(|then| then.on_hand_now - then.on_hand)];
                let item = item_label(&row.name, &row.option_text);
                [row.sku.clone(), item].into_iter().chain(figures).collect::<Vec<_>>()
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns(words), ask).await
}
