//! How right the books are, and what goes missing, over time: two tables with the same questions in their addresses.

use crate::common::{address, happened, store_code, store_name, with_store};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use chrono::{Days, NaiveDate};
use kit::{Button, Cell, Choice, Column, Empty, Glyph, Input, OnPhone, PageHead, RowOf, Select, Tab, Table, Toolbar, render};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Narrow, Tools};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::future::Future;
use stock_rules::{AccuracyRow, CountAccuracy, FiguresBy, ShrinkageRow, StockShrinkage};
use vocabulary::{AppError, Cursor, Money, Permission, StoreId};
use wire::{Nav, PageDoc, PageError, PageResult, PageState, Visit};
use words::{Words, message_id};

#[derive(Clone, Default, Deserialize)]
pub(super) struct Ask {
    from: Option<String>,
    to: Option<String>,
    by: Option<String>,
}

/// What is asked: the last ninety days by month, unless said.
#[derive(Clone, Copy)]
struct Asked {
    from: NaiveDate,
    to: NaiveDate,
    by: FiguresBy,
}

impl Asked {
    fn of(visit: &Visit, ask: &Ask) -> Self {
        let words = visit.words;
        let day = |raw: &Option<String>| raw.as_deref().filter(|raw| !raw.trim().is_empty()).and_then(|raw| words.read_date(raw).ok());
        let to = day(&ask.to).unwrap_or_else(|| words.today());
        let from = day(&ask.from).unwrap_or_else(|| to.checked_sub_days(Days::new(89)).unwrap_or(to));
        Self { from, to, by: ask.by.as_deref().and_then(FiguresBy::of_tag).unwrap_or_default() }
    }

    fn path(&self, visit: &Visit, list: ListOf, by: FiguresBy) -> String {
        let (from, to) = (self.from.to_string(), self.to.to_string());
        address(list.path(), &[("store", store_code(visit)), ("from", Some(from)), ("to", Some(to)), ("by", Some(by.tag().to_owned()))])
    }
}

/// One of the two tables.
trait Figures: Sized + Clone + Send + Sync + 'static {
    const LIST: ListOf;
    const TITLE: &'static str;
    const SUB: &'static str;
    /// What it can be told by.
    const BY: &'static [FiguresBy];

    fn columns(words: Words) -> Vec<Column>;
    fn ask(state: &PageState, visit: &Visit, asked: Asked) -> impl Future<Output = Result<(Vec<Self>, Self), AppError>> + Send;
    fn of(&self, visit: &Visit, by: FiguresBy) -> AnyView;
    fn name(&self, visit: &Visit, by: FiguresBy) -> String;
    fn cells(&self, visit: &Visit) -> Vec<Cell>;
    fn file(&self) -> Vec<String>;
}

pub(super) async fn accuracy(state: State<PageState>, visit: Visit, query: RawQuery, ask: Query<Ask>) -> PageResult {
    show::<AccuracyRow>(state, visit, query, ask).await
}

pub(super) async fn shrinkage(state: State<PageState>, visit: Visit, query: RawQuery, ask: Query<Ask>) -> PageResult {
    show::<ShrinkageRow>(state, visit, query, ask).await
}

pub(super) async fn accuracy_file(state: State<PageState>, visit: Visit, query: RawQuery, ask: Query<Ask>) -> PageResult {
    export::<AccuracyRow>(state, visit, query, ask).await
}

pub(super) async fn shrinkage_file(state: State<PageState>, visit: Visit, query: RawQuery, ask: Query<Ask>) -> PageResult {
    export::<ShrinkageRow>(state, visit, query, ask).await
}

/// The answer to an address whose filters cannot be read.
fn misread<F: Figures>(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let narrows = vec![
        Narrow::day("from", words.t("figures-from")),
        Narrow::day("to", words.t("figures-to")),
        Narrow::choice("by", words.t("figures-by"), choices::<F>(words)),
    ];
    lists::misread(visit, query, ListAt { path: F::LIST.path(), title: words.t(F::TITLE), nav: Nav::Counts }, narrows)
}

fn choices<F: Figures>(words: Words) -> Vec<Choice> {
    F::BY.iter().map(|by| Choice::new(by.tag(), words.t(&message_id("figures-by", by.tag())))).collect()
}

async fn show<F: Figures>(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    visit.needs(Permission::ValueRead)?;
    if let Some(misread) = misread::<F>(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let asked = Asked::of(&visit, &ask);
    let (figures, wrong) = match F::ask(&state, &visit, asked).await {
        Ok(figures) => (Some(figures), None),
        Err(AppError::Invalid { fields }) => (None, fields.into_iter().next()),
        Err(error) => return Err(PageError(error)),
    };
    let look = Tools::load(&state, &visit, F::LIST).await?;
    let words = visit.words;
    let title = words.t(F::TITLE);
    let refused = wrong.is_some();
    let body = render(|| {
        let error = |name: &str| wrong.as_ref().filter(|wrong| wrong.field == name).map(|wrong| words.field_error(wrong));
        let (from_error, to_error) = (error("from"), error("to"));
        let table = match &figures {
            Some((rows, total)) if !rows.is_empty() => table(&visit, asked.by, rows, total, look.chosen()).into_any(),
            Some(_) => view! { <Empty title=words.t("figures-none") text=words.t("figures-none.hint") icon=Glyph::Scale/> }.into_any(),
            None => ().into_any(),
        };
        let (from, to, by) = (asked.from.to_string(), asked.to.to_string(), asked.by.tag().to_owned());
        let store = store_code(&visit).map(|code| view! { <kit::Hidden name="store" value=code/> });
        let tab = |list: ListOf, word: &str| Tab::new(words.t(word), asked.path(&visit, list, asked.by), list == F::LIST);
        let by_of = |list| if list == ListOf::Accuracy && asked.by == FiguresBy::Reason { FiguresBy::Month } else { asked.by };
        let tabs = vec![
            Tab::new(words.t("accuracy-title"), asked.path(&visit, ListOf::Accuracy, by_of(ListOf::Accuracy)), F::LIST == ListOf::Accuracy),
            tab(ListOf::Shrinkage, "shrinkage-title"),
        ];
        let end = look.end(&visit, &columns::<F>(words, asked.by));
        let ways = choices::<F>(words);
        view! {
            <PageHead title=title.clone() sub=view! { {words.t(F::SUB)} }/>
            {look.tabs(&visit, tabs)}
            <form method="get" action=F::LIST.path() class="row row-end below-3">
                {store}
                <Input name="from" kind="date" label=words.t("figures-from") value=from error=from_error/>
                <Input name="to" kind="date" label=words.t("figures-to") value=to error=to_error/>
                <Select name="by" label=words.t("figures-by") choices=ways value=by/>
                <Button label=words.t("action-apply")/>
            </form>
            <Toolbar label=words.t("table-filters")>{end}</Toolbar>
            {table}
        }
    });
    let doc = PageDoc::new(words.t(F::TITLE), Nav::Counts, body).under(words.t("nav-counts"), with_store("/stock/counts", &visit));
    Ok(if refused { doc.refused() } else { doc }.into_response())
}

fn columns<F: Figures>(words: Words, by: FiguresBy) -> Vec<Column> {
    let mut columns = vec![Column::new("of", words.t(&message_id("figures-by", by.tag()))).fixed()];
    columns.extend(F::columns(words));
    columns
}

fn table<F: Figures>(visit: &Visit, by: FiguresBy, rows: &[F], total: &F, chosen: Vec<String>) -> impl IntoView + use<F> {
    let words = visit.words;
    let row = |head: AnyView, row: &F| RowOf::new(std::iter::once(Cell::head(head)).chain(row.cells(visit)).collect());
    let mut all: Vec<RowOf> = rows.iter().map(|one| row(one.of(visit, by), one)).collect();
    if rows.len() > 1 {
        all.push(row(view! { <strong>{words.t("figures-total")}</strong> }.into_any(), total));
    }
    let columns = columns::<F>(words, by);
    view! { <Table caption=words.t(F::TITLE) columns rows=all chosen phone=OnPhone::RecordsInTwos/> }
}

/// The table with the columns one sees.
async fn export<F: Figures>(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    visit.needs(Permission::ValueRead)?;
    if let Some(misread) = misread::<F>(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let (words, asked) = (visit.words, Asked::of(&visit, &ask));
    let file = ListFile::of(&state, &visit, F::LIST).await?;
    let pages = move |_: Option<Cursor>| {
        let (state, visit) = (state.clone(), visit.clone());
        async move {
            let (rows, _) = F::ask(&state, &visit, asked).await?;
            let told = rows.iter().map(|row| std::iter::once(row.name(&visit, asked.by)).chain(row.file()).collect::<Vec<_>>());
            Ok((told.collect(), None))
        }
    };
    file.csv(columns::<F>(words, asked.by), pages).await
}

/// What a group is called; none for what belongs to none.
fn group(visit: &Visit, by: FiguresBy, of: &str) -> Option<String> {
    let words = visit.words;
    match by {
        _ if of.is_empty() => None,
        FiguresBy::Month => format!("{of}-01").parse::<NaiveDate>().ok().map(|month| words.month(month)),
        FiguresBy::Store => of.parse::<StoreId>().ok().and_then(|store| Some(visit.store_by_id(store)?.name.clone())),
        FiguresBy::Category | FiguresBy::Reason | FiguresBy::Counter => Some(of.to_owned()),
    }
}

fn group_view(visit: &Visit, by: FiguresBy, of: &str) -> AnyView {
    match (by, of.parse::<StoreId>()) {
        (FiguresBy::Store, Ok(store)) => store_name(visit, store),
        _ => match group(visit, by, of) {
            Some(name) => view! { <bdi>{name}</bdi> }.into_any(),
            None => view! { <span class="mute">{visit.words.t("figures-of-none")}</span> }.into_any(),
        },
    }
}

fn money(visit: &Visit, amount: Decimal) -> Cell {
    Cell::num(visit.words.money(Money::new(amount, visit.currency)), amount.is_zero())
}

fn share(words: Words, ratio: Option<Decimal>) -> Cell {
    ratio.map_or_else(Cell::empty, |ratio| Cell::num(words.percent(ratio), false).class("lead"))
}

fn ratio(ratio: Option<Decimal>) -> String {
    ratio.map(|ratio| ratio.round_dp(6).normalize().to_string()).unwrap_or_default()
}

impl Figures for AccuracyRow {
    const LIST: ListOf = ListOf::Accuracy;
    const TITLE: &'static str = "accuracy-title";
    const SUB: &'static str = "accuracy-sub";
    const BY: &'static [FiguresBy] = &[FiguresBy::Month, FiguresBy::Store, FiguresBy::Category, FiguresBy::Counter];

    fn columns(words: Words) -> Vec<Column> {
        vec![
            Column::num("lines", words.t("count-lines")),
            Column::num("tolerable", words.t("accuracy-tolerable")),
            Column::num("by_lines", words.t("accuracy-by-lines")),
            Column::num("expected", words.t("accuracy-expected")),
            Column::num("off", words.t("accuracy-off")),
            Column::num("by_value", words.t("accuracy-by-value")),
            Column::num("unvalued", words.t("figures-unvalued")),
        ]
    }

    async fn ask(state: &PageState, visit: &Visit, Asked { from, to, by }: Asked) -> Result<(Vec<Self>, Self), AppError> {
        let store = visit.store.as_ref().map(|store| store.id);
        let figures = state.desk.ask(&visit.actor, CountAccuracy { store, from, to, by }).await?;
        Ok((figures.rows, figures.total))
    }

    fn of(&self, visit: &Visit, by: FiguresBy) -> AnyView {
        group_view(visit, by, &self.of)
    }

    fn name(&self, visit: &Visit, by: FiguresBy) -> String {
        group(visit, by, &self.of).unwrap_or_else(|| visit.words.t("figures-of-none"))
    }

    fn cells(&self, visit: &Visit) -> Vec<Cell> {
        let words = visit.words;
        vec![
            Cell::num(words.count(self.lines), self.lines == 0),
            Cell::num(words.count(self.tolerable), self.tolerable == 0),
            share(words, self.by_lines()),
            money(visit, self.expected_value),
            money(visit, self.off_value),
            share(words, self.by_value()),
            Cell::num(words.count(self.unvalued), self.unvalued == 0),
        ]
    }

    fn file(&self) -> Vec<String> {
        vec![
            self.lines.to_string(),
            self.tolerable.to_string(),
            ratio(self.by_lines()),
            self.expected_value.to_string(),
            self.off_value.to_string(),
            ratio(self.by_value()),
            self.unvalued.to_string(),
        ]
    }
}

impl Figures for ShrinkageRow {
    const LIST: ListOf = ListOf::Shrinkage;
    const TITLE: &'static str = "shrinkage-title";
    const SUB: &'static str = "shrinkage-sub";
    const BY: &'static [FiguresBy] = &FiguresBy::ALL;

    fn columns(words: Words) -> Vec<Column> {
        vec![
            Column::num("lost", words.t("shrinkage-lost")),
            Column::num("lost_value", words.t("shrinkage-lost-value")),
            Column::num("found", words.t("shrinkage-found")),
            Column::num("found_value", words.t("shrinkage-found-value")),
            Column::num("net", words.t("shrinkage-net")),
            Column::num("unvalued", words.t("figures-unvalued")),
        ]
    }

    async fn ask(state: &PageState, visit: &Visit, Asked { from, to, by }: Asked) -> Result<(Vec<Self>, Self), AppError> {
        let store = visit.store.as_ref().map(|store| store.id);
        let figures = state.desk.ask(&visit.actor, StockShrinkage { store, from, to, by }).await?;
        Ok((figures.rows, figures.total))
    }

    fn of(&self, visit: &Visit, by: FiguresBy) -> AnyView {
        match self.kind {
            Some(kind) => happened(visit.words, kind, self.reason).into_any(),
            None => group_view(visit, by, &self.of),
        }
    }

    fn name(&self, visit: &Visit, by: FiguresBy) -> String {
        match self.kind {
            Some(kind) => happened(visit.words, kind, self.reason),
            None => group(visit, by, &self.of).unwrap_or_else(|| visit.words.t("figures-of-none")),
        }
    }

    fn cells(&self, visit: &Visit) -> Vec<Cell> {
        let words = visit.words;
        vec![
            Cell::num(words.quantity(self.lost), self.lost.is_zero()),
            money(visit, self.lost_value),
            Cell::num(words.quantity(self.found), self.found.is_zero()),
            money(visit, self.found_value),
            money(visit, self.net()).class("lead"),
            Cell::num(words.count(self.unvalued), self.unvalued == 0),
        ]
    }

    fn file(&self) -> Vec<String> {
        vec![
            self.lost.to_string(),
            self.lost_value.to_string(),
            self.found.to_string(),
            self.found_value.to_string(),
            self.net().to_string(),
            self.unvalued.to_string(),
        ]
    }
}
