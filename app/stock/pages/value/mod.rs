//! What stock is worth: by item, by store and category, over a period, and how it is valued.

mod account;
pub(crate) mod changes;
mod costing;
mod item;
mod late;
mod list;
mod pool;
mod totals;

use crate::{
    common::{address, store_code},
    past::{Asks, Past, instant},
};
use axum::{
    Router,
    routing::{get, post},
};
use chrono::{DateTime, NaiveDate, Utc};
use kit::{Glyph, LinkButton, Notice, Tab, Tone, ViewTabs};
use leptos::prelude::*;
use rust_decimal::Decimal;
use stock_rules::{Known, Reach, Watermark};
use vocabulary::{AppError, Currency, Money, Permission};
use wire::{PageError, PageState, Visit};
use words::Words;

pub(crate) fn routes() -> Router<PageState> {
    Router::new()
        .route("/stock/value", get(list::show))
        .route("/stock/value/export.csv", get(list::export))
        .route("/stock/value/totals", get(totals::show))
        .route("/stock/value/totals/export.csv", get(totals::export))
        .route("/stock/value/account", get(account::show))
        .route("/stock/value/account/export.csv", get(account::export))
        .route("/stock/value/costing", get(costing::show).post(costing::submit))
        .route("/stock/value/changes", get(changes::list))
        .route("/stock/value/changes/{change}", get(changes::show))
        .route("/stock/value/changes/{change}/reverse", post(changes::undo))
        .route("/stock/value/items/{variant}", get(item::show))
        .route("/stock/value/items/{variant}/pool", get(pool::show))
        .route("/stock/value/items/{variant}/revalue", post(item::revalue))
        .route("/stock/value/items/{variant}/method", post(item::method))
        .route("/stock/postings/{posting}/cost", get(late::show).post(late::submit))
}

/// The pages of value, one beside the other.
const PAGES: [(&str, &str); 5] = [
    ("value-by-item", "/stock/value"),
    ("value-totals", "/stock/value/totals"),
    ("account-cost-title", "/stock/value/account"),
    ("cost-changes-title", changes::PATH),
    ("costing-title", "/stock/value/costing"),
];

fn pages(visit: &Visit, here: &str) -> Vec<Tab> {
    let tab = |(word, path): (&str, &str)| Tab::new(visit.words.t(word), address(path, &[("store", store_code(visit))]), path == here);
    PAGES.into_iter().map(tab).collect()
}

fn page_tabs(visit: &Visit, here: &str) -> impl IntoView + use<> {
    view! { <ViewTabs label=visit.words.t("value-title") tabs=pages(visit, here)/> }
}

/// Of which day, and which of two answers; today unless said.
#[derive(Clone, Copy, Default)]
struct When {
    day: Option<NaiveDate>,
    known: Known,
}

impl When {
    fn of(visit: &Visit, day: Option<&str>, known: Option<&str>) -> Self {
        let day = day.filter(|day| !day.trim().is_empty()).and_then(|day| visit.words.read_date(day).ok());
        Self { day: day.filter(|day| *day != visit.words.today()), known: known.and_then(Known::of_tag).unwrap_or_default() }
    }

    /// The instant; nothing: now.
    fn at(self, visit: &Visit) -> Option<DateTime<Utc>> {
        self.day.map(|day| instant(visit, day, None))
    }

    fn pairs(self) -> [(&'static str, Option<String>); 2] {
        [("day", self.day.map(|day| day.to_string())), ("known", (self.known != Known::default()).then(|| self.known.tag().to_owned()))]
    }

    /// Where one asks for another instant, and what is told of this one.
    fn past(self, visit: &Visit, path: &'static str, keep: Vec<(String, String)>, wrong: Option<String>, reach: Reach) -> Past {
        let day = self.day.unwrap_or_else(|| visit.words.today());
        Past { path, day, time: None, known: self.known, asks: Asks::Known, wrong, keep, reach }
    }
}

/// What was answered; or, where a day to come or one of before the calendar was asked for, what is wrong with it.
fn answered<T>(visit: &Visit, asked: Result<T, AppError>) -> Result<Result<T, String>, PageError> {
    match asked {
        Ok(found) => Ok(Ok(found)),
        Err(AppError::Invalid { fields }) if fields.iter().all(|wrong| wrong.field == "at") => {
            Ok(Err(fields.first().map(|wrong| visit.words.field_error(wrong)).unwrap_or_default()))
        }
        Err(error) => Err(error.into()),
    }
}

/// How far stock is valued: said always, and made plain while something waits.
fn watermark(words: Words, mark: &Watermark) -> AnyView {
    let through = words.with("value-through", &[("when", words.date_time(mark.through).into())]);
    if mark.waiting == 0 {
        return view! { <p class="small mute below-3">{through}</p> }.into_any();
    }
    let waiting = words.with("value-waiting", &[("count", mark.waiting.into())]);
    view! { <Notice tone=Tone::Info>{through}" "{waiting}</Notice> }.into_any()
}

/// The page as a file, for who may take it along.
fn file_button(visit: &Visit, href: String) -> Option<impl IntoView + use<>> {
    let label = visit.words.t("value-file");
    visit.may(Permission::Export).then(|| view! { <LinkButton label href icon=Glyph::Download/> })
}

fn money(words: Words, value: Decimal, currency: Currency) -> String {
    words.money(Money::new(value, currency).rounded())
}
