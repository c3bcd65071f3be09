//! What was where at an instant of the past: as it is known now, or as the books said then.

use crate::common::{address, item_label, item_link, store_code};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use kit::{
    Button, Cell, Choice, Code, Column, Delta, Empty, Filter, FilterChips, Glyph, Input, LinkButton, Num, OnPhone, PageHead, Pager, RowOf, SearchBox,
    Sign, Tab, Table, Toolbar, Weight, render,
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

/// An instant of a day where the store is, or the asker; the day's end unless a time is said, and the end of today is now.
pub(crate) fn instant(visit: &Visit, day: NaiveDate, time: Option<NaiveTime>) -> DateTime<Utc> {
    let zone = visit.store.as_ref().map_or(visit.words.zone, |store| store.zone);
    let local = time.map_or_else(|| (day + Days::new(1)).and_time(NaiveTime::MIN), |time| day.and_time(time));
    // An hour that the clocks leave out ends as it begins.
    let told = zone.from_local_datetime(&local).earliest();
    let at = told.or_else(|| zone.from_local_datetime(&(local + chrono::TimeDelta::hours(1))).earliest());
    let at = at.map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc));
    match time {
        Some(_) => at,
        None if day == visit.words.today() => visit.words.now,
        // Midnight itself is the next day's.
        None => at - chrono::TimeDelta::microseconds(1),
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

pub(crate) fn word(known: Known) -> &'static str {
    match known {
        Known::Now => "as-of-known-now",
        Known::Then => "as-of-known-then",
    }
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
    let body = render(|| body(&visit, &asked, wrong.clone(), &page, &look));
    let doc = PageDoc::new(title, Nav::Stock, body).under(visit.words.t("nav-stock"), address("/stock", &[("store", store_code(&visit))]));
    Ok(if wrong.is_some() { doc.refused() } else { doc }.into_response())
}

fn body(visit: &Visit, asked: &Asked, wrong: Option<String>, page: &Page<StockThenRow>, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let table = if wrong.is_some() {
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
    let instant = match asked.time {
        Some(time) => words.with("as-of-instant", &[("day", words.date(asked.day).into()), ("time", time.format("%H:%M").to_string().into())]),
        None => words.with("as-of-day-end", &[("day", words.date(asked.day).into())]),
    };
    let said = words.t(match asked.known {
        Known::Now => "as-of-sub-now",
        Known::Then => "as-of-sub-then",
    });
    view! {
        <PageHead title=words.t("as-of-title") sub=view! { <strong>{instant}</strong>" "{said} }/>
        {look.tabs(visit, tabs(visit, asked))}
        {tools(visit, asked, wrong, look.end(visit, &columns(words)))}
        {table}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

/// What is known now and what the books said then are one step apart.
fn tabs(visit: &Visit, asked: &Asked) -> Vec<Tab> {
    let tab = |known: Known| Tab::new(visit.words.t(word(known)), asked.with(|asked| asked.known = known).path(visit), asked.known == known);
    Known::ALL.into_iter().map(tab).collect()
}

/// From day to day and from month to month, as far as today.
fn steps(visit: &Visit, asked: &Asked) -> impl IntoView + use<> {
    let words = visit.words;
    let today = words.today();
    let month = month_before(asked.day);
    let coming = asked.day.checked_add_months(chrono::Months::new(2)).map_or(today, month_before);
    // The end of this month, unless that is where one is.
    let this = asked.day.checked_add_months(chrono::Months::new(1)).map_or(today, month_before);
    let next_month = if this > asked.day { this } else { coming };
    let days = [Some(month), asked.day.pred_opt(), asked.day.succ_opt().filter(|day| *day <= today), Some(next_month.min(today))];
    let mut days: Vec<NaiveDate> = days.into_iter().flatten().filter(|day| *day != asked.day).collect();
    days.sort_unstable();
    days.dedup();
    let links = days.into_iter().map(|day| {
        let (label, href) = (words.date(day), asked.with(|asked| asked.day = day).path(visit));
        let (icon, icon_end) = if day < asked.day { (Some(Glyph::ChevronLeft), None) } else { (None, Some(Glyph::ChevronRight)) };
        view! { <LinkButton label href icon icon_end weight=Weight::Quiet/> }
    });
    view! { <nav class="row" aria-label=words.t("as-of-steps")>{links.collect_view()}</nav> }
}

fn tools(visit: &Visit, asked: &Asked, wrong: Option<String>, end: impl IntoView + 'static) -> AnyView {
    let words = visit.words;
    let pairs = |asked: &Asked| {
        let time = asked.time.map(|time| time.format("%H:%M").to_string());
        [
            ("store", store_code(visit)),
            ("day", Some(asked.day.to_string())),
            ("time", time),
            ("known", Some(asked.known.tag().to_owned())),
            ("q", asked.q.clone()),
        ]
    };
    let keep = |leave: &[&str]| -> Vec<(String, String)> {
        pairs(asked).into_iter().filter(|(name, _)| !leave.contains(name)).filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
    };
    let mut filters = Vec::new();
    let mut chip = |name: String, value: String, remove: String| {
        let remove_label = words.with("table-filter-remove", &[("name", name.as_str().into())]);
        filters.push(Filter { name, value, remove, remove_label, ..Filter::default() });
    };
    if let Some(store) = &visit.store {
        let day = asked.day.to_string();
        chip(
            words.t("store"),
            store.name.clone(),
            address(PATH, &[("day", Some(day)), ("known", Some(asked.known.tag().to_owned())), ("q", asked.q.clone())]),
        );
    }
    if let Some(q) = &asked.q {
        chip(words.t("action-search"), q.clone(), asked.with(|asked| asked.q = None).path(visit));
    }
    let clear = Some((words.t("table-filters-clear"), PATH.to_owned()));
    let hidden = keep(&["day", "time"]).into_iter().map(|(name, value)| view! { <kit::Hidden name value/> }).collect_view();
    let (day, time) = (asked.day.to_string(), asked.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default());
    let (kept, q, search) = (keep(&["q"]), asked.q.clone().unwrap_or_default(), words.t("stock-search"));
    let steps = steps(visit, asked).into_any();
    view! {
        <div class="row row-wide row-end below-3">
        <form method="get" action=PATH class="row row-end">
            {hidden}
            <Input name="day" kind="date" label=words.t("as-of-day") value=day error=wrong/>
            <Input name="time" kind="time" label=words.t("as-of-time") value=time optional=words.t("optional")/>
            <Button label=words.t("action-apply")/>
        </form>
        {steps}
        </div>
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
