//! The cost of a period: opening, in, out, adjusted, closing.

use super::{file_button, money, page_tabs, watermark};
use crate::common::{address, store_code};
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use chrono::{Datelike, NaiveDate};
use kit::{Button, Cell, Column, Density, Input, PageHead, RowOf, Stat, StatRow, Table, render};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Narrow};
use rust_decimal::Decimal;
use serde::Deserialize;
use stock_rules::{CostAccount, ShowCostAccount, month_before};
use vocabulary::{AppError, CostSide, Cursor, FieldError, Money};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

const PATH: &str = "/stock/value/account";

#[derive(Clone, Default, Deserialize)]
pub(crate) struct Ask {
    from: Option<String>,
    to: Option<String>,
}

/// The month that one probably closes, unless days are said.
fn days(visit: &Visit, ask: &Ask) -> (NaiveDate, NaiveDate) {
    let last = month_before(visit.words.today());
    let read = |raw: &Option<String>| raw.as_deref().and_then(|raw| visit.words.read_date(raw).ok());
    let to = read(&ask.to).unwrap_or(last);
    (read(&ask.from).unwrap_or_else(|| to.with_day(1).unwrap_or(to)), to)
}

/// The answer to an address whose days cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let narrows = vec![Narrow::day("from", words.t("account-from")), Narrow::day("to", words.t("account-to"))];
    lists::misread(visit, query, ListAt { path: PATH, title: words.t("account-cost-title"), nav: Nav::Stock }, narrows)
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    let words = visit.words;
    let title = words.t("account-cost-title");
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let days = days(&visit, &ask);
    let account = ShowCostAccount { from: days.0, to: days.1, store: visit.store.as_ref().map(|store| store.id) };
    let (account, wrong) = match state.desk.ask(&visit.actor, account).await {
        Ok(account) => (Some(account), Vec::new()),
        Err(AppError::Invalid { fields }) => (None, fields),
        Err(error) => return Err(error.into()),
    };
    let refused = !wrong.is_empty();
    let body = render(|| body(&visit, days, account.as_ref(), &wrong));
    let doc = PageDoc::new(title, Nav::Stock, body)
        .under(words.t("nav-stock"), address("/stock", &[("store", store_code(&visit))]))
        .under(words.t("value-title"), "/stock/value");
    Ok(if refused { doc.refused() } else { doc }.into_response())
}

fn body(visit: &Visit, (from, to): (NaiveDate, NaiveDate), account: Option<&CostAccount>, wrong: &[FieldError]) -> impl IntoView + use<> {
    let words = visit.words;
    let error = |field: &str| wrong.iter().find(|wrong| wrong.field == field).map(|wrong| words.field_error(wrong));
    let (from_error, to_error) = (error("from"), error("to"));
    let store = visit.store.as_ref().map(|store| view! { <kit::Hidden name="store" value=store.code.clone()/> });
    let file = account.and_then(|_| {
        let days = [("store", store_code(visit)), ("from", Some(from.to_string())), ("to", Some(to.to_string()))];
        file_button(visit, address(&format!("{PATH}/export.csv"), &days))
    });
    let told = account.map(|account| {
        let together =
            (account.store.is_none() && visit.store.is_some()).then(|| view! { <p class="mute below-3">{words.t("value-no-stores.hint")}</p> });
        view! { {watermark(words, &account.watermark)} {together} {figures(words, account)} {table(words, account)} }
    });
    view! {
        <PageHead title=words.t("account-cost-title") sub=view! { {words.t("account-cost-sub")} } actions=file/>
        {page_tabs(visit, PATH)}
        <form method="get" action=PATH class="row row-end below-3">
            {store}
            <Input name="from" kind="date" label=words.t("account-from") value=from.to_string() error=from_error/>
            <Input name="to" kind="date" label=words.t("account-to") value=to.to_string() error=to_error/>
            <Button label=words.t("action-apply")/>
        </form>
        {told}
    }
}

/// The same lines as a file, each with the period and the store that it is of.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let words = visit.words;
    let file = ListFile::named(&visit, "cost-account")?;
    let (from, to) = days(&visit, &ask);
    let columns = ["account-from", "account-to", "store", "value-through", "account-side", "account-what", "value-worth", "store-currency"];
    let label = |word: &str| if word == "value-through" { words.t("value-through-day") } else { words.t(word) };
    let columns = columns.iter().map(|word| Column::new("line", label(word))).collect();
    let ask = move |_: Option<Cursor>| {
        let (desk, visit) = (state.desk.clone(), visit.clone());
        async move {
            let account = ShowCostAccount { from, to, store: visit.store.as_ref().map(|store| store.id) };
            let account = desk.ask(&visit.actor, account).await?;
            let store = account.store.and_then(|store| visit.store_by_id(store)).map_or_else(|| words.t("store-all"), |store| store.name.clone());
            let (through, currency) = (account.watermark.through.to_rfc3339(), account.currency.code());
            let line = |side: String, what: String, value: Decimal| {
                let value = Money::new(value, account.currency).rounded().amount.to_string();
                vec![from.to_string(), to.to_string(), store.clone(), through.clone(), side, what, value, currency.to_owned()]
            };
            let mut rows = vec![line(words.t("account-opening"), words.t("account-opening"), account.opening)];
            for (side, word) in SIDES {
                let own = account.lines.iter().filter(|line| line.kind.side() == side);
                rows.extend(own.map(|own| line(words.t(word), words.cost_kind(own.kind), own.value)));
            }
            rows.push(line(words.t("account-closing"), words.t("account-closing"), account.closing));
            Ok((rows, None))
        }
    };
    file.csv(columns, ask).await
}

/// The sides of the account, in the order in which they are told.
const SIDES: [(CostSide, &str); 3] = [(CostSide::In, "account-in"), (CostSide::Out, "account-out"), (CostSide::Adjusted, "account-adjusted")];

fn figures(words: Words, account: &CostAccount) -> impl IntoView + use<> {
    let told = |value| money(words, value, account.currency);
    let (opening, closing, sold) = (told(account.opening), told(account.closing), told(account.cost_of_sales));
    view! {
        <StatRow label=words.t("account-cost-title")>
            <Stat label=words.t("account-opening") value=opening/>
            <Stat label=words.t("account-closing") value=closing/>
            <Stat label=words.t("account-cost-of-sales") value=sold/>
        </StatRow>
    }
}

/// Line by line from the opening to the closing, each side with its sum.
fn table(words: Words, account: &CostAccount) -> impl IntoView + use<> {
    let told = |value| money(words, value, account.currency);
    let line =
        |label: String, value, class: &str| RowOf::new(vec![Cell::head(view! { {label} }), Cell::num(told(value), value.is_zero()).class(class)]);
    let mut rows = vec![line(words.t("account-opening"), account.opening, "lead")];
    for (side, word) in SIDES {
        rows.push(line(words.t(word), account.side(side), "lead"));
        let own = account.lines.iter().filter(|line| line.kind.side() == side);
        rows.extend(own.map(|own| line(words.cost_kind(own.kind), own.value, "sub")));
    }
    rows.push(line(words.t("account-closing"), account.closing, "lead"));
    let columns = vec![Column::new("what", words.t("account-what")).fixed(), Column::num("value", words.t("value-worth"))];
    view! { <Table caption=words.with("table-of", &[("what", words.t("account-cost-title").into())]) columns rows density=Density::Compact/> }
}
