//! One pool, stock that is valued together, in full: its layers, or its entries, a page at a time.

use super::{item::pool_title, money};
use crate::common::{address, item_label, store_code};
use axum::{
    extract::{Path, Query, State},
    response::IntoResponse,
};
use kit::{Cell, Column, Delta, Density, Empty, Glyph, PageHead, Pager, RowOf, Sign, Tab, Table, ViewTabs, render};
use leptos::prelude::*;
use rust_decimal::Decimal;
use serde::Deserialize;
use stock_rules::{EntryView, LayerView, ListCostEntries, ListLayers, ShowStock};
use vocabulary::{AppError, Currency, Cursor, LotId, Money, StoreId, VariantId};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

#[derive(Clone, Deserialize)]
pub(crate) struct Ask {
    scope: Option<String>,
    lot: Option<String>,
    /// `entries`, or what is left of its layers.
    view: Option<String>,
    cursor: Option<String>,
}

/// Which pool, and what of it.
#[derive(Clone, Copy)]
pub(super) struct PoolAt {
    pub variant: VariantId,
    /// A store's, or that of what is on its way to one; nil: of all stores together.
    pub scope: StoreId,
    pub lot: Option<LotId>,
    pub entries: bool,
}

/// What is shown of it.
enum Told {
    Layers(Vec<LayerView>),
    Entries(Vec<EntryView>),
}

impl PoolAt {
    pub(super) fn path(self, visit: &Visit, cursor: Option<&Cursor>) -> String {
        let pairs = [
            ("store", store_code(visit)),
            ("scope", Some(self.scope.to_string())),
            ("lot", self.lot.map(|lot| lot.to_string())),
            ("view", self.entries.then(|| String::from("entries"))),
            ("cursor", cursor.map(Cursor::encode)),
        ];
        address(&format!("/stock/value/items/{}/pool", self.variant), &pairs)
    }
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(id): Path<String>, Query(ask): Query<Ask>) -> PageResult {
    let words = visit.words;
    let variant: VariantId = id.parse().map_err(|_| AppError::NotFound)?;
    let scope: StoreId = ask.scope.as_deref().and_then(|id| id.parse().ok()).ok_or(AppError::NotFound)?;
    let lot: Option<LotId> = ask.lot.as_deref().filter(|id| !id.is_empty()).map(|id| id.parse().map_err(|_| AppError::NotFound)).transpose()?;
    let pool = PoolAt { variant, scope, lot, entries: ask.view.as_deref() == Some("entries") };
    let cursor = ask.cursor.as_deref().and_then(Cursor::decode);
    let further = cursor.is_some();
    let stock = state.desk.ask(&visit.actor, ShowStock { variant, store: None }).await?;
    let (told, next) = if pool.entries {
        let page = state.desk.ask(&visit.actor, ListCostEntries { variant, scope: scope.0, lot, cursor }).await?;
        (Told::Entries(page.rows), page.next)
    } else {
        let page = state.desk.ask(&visit.actor, ListLayers { variant, scope: scope.0, lot, cursor }).await?;
        (Told::Layers(page.rows), page.next)
    };
    let currency = visit.currency;
    let item = item_label(&stock.name, &stock.option_text);
    let title = words.with("value-why", &[("item", item.as_str().into())]);
    let (heading, sub) = (title.clone(), pool_title(&visit, (!scope.0.is_nil()).then_some(scope), false));
    let tab = |word: &str, entries: bool| Tab::new(words.t(word), PoolAt { entries, ..pool }.path(&visit, None), pool.entries == entries);
    let tabs = vec![tab("layers-title", false), tab("entries-title", true)];
    let (next, back) = (next.map(|cursor| pool.path(&visit, Some(&cursor))), further.then(|| pool.path(&visit, None)));
    let body = render(move || {
        let rows = match &told {
            Told::Layers(rows) if !rows.is_empty() => layers(words, currency, rows).into_any(),
            Told::Entries(rows) if !rows.is_empty() => entries(words, currency, rows).into_any(),
            _ => view! { <Empty title=words.t("value-nothing") text=words.t("value-nothing.hint") icon=Glyph::Scale/> }.into_any(),
        };
        view! {
            <PageHead title=heading sub=view! { {sub} }/>
            <ViewTabs label=words.t("value-title") tabs/>
            {rows}
            <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
        }
    });
    let at = |path: &str| address(path, &[("store", store_code(&visit))]);
    let doc = PageDoc::new(title, Nav::Stock, body)
        .under(words.t("nav-stock"), at("/stock"))
        .under(words.t("value-title"), at("/stock/value"))
        .under(item, at(&format!("/stock/value/items/{variant}")));
    Ok(doc.into_response())
}

pub(super) fn layers(words: Words, currency: Currency, rows: &[LayerView]) -> impl IntoView + use<> {
    let columns = vec![
        Column::new("since", words.t("layer-since")).fixed(),
        Column::num("in", words.t("layer-in")),
        Column::num("left", words.t("layer-left")),
        Column::num("value", words.t("value-worth")),
    ];
    let rows = rows.iter().map(|layer| {
        let (href, at) = (format!("/stock/postings/{}", layer.posting), words.date_time(layer.since));
        RowOf::new(vec![
            Cell::head(view! { <a href=href>{at}</a> }),
            Cell::num(words.quantity(layer.quantity_in), false).class("sub"),
            Cell::num(words.quantity(layer.quantity_left), false),
            Cell::num(money(words, layer.value_left, currency), layer.value_left.is_zero()).class("lead"),
        ])
    });
    view! { <Table caption=words.with("table-of", &[("what", words.t("layers-title").into())]) columns rows=rows.collect() density=Density::Compact/> }
}

pub(super) fn entries(words: Words, currency: Currency, rows: &[EntryView]) -> impl IntoView + use<> {
    let columns = vec![
        Column::new("when", words.t("when")).fixed(),
        Column::new("what", words.t("account-what")),
        Column::num("quantity", words.t("quantity")),
        Column::num("value", words.t("value-worth")),
        Column::num("after", words.t("entry-after")),
    ];
    let rows = rows.iter().map(|entry| {
        let at = words.date_time(entry.happened_at);
        let when = match entry.posting {
            Some(posting) => view! { <a href=format!("/stock/postings/{posting}")>{at}</a> }.into_any(),
            None => at.into_any(),
        };
        let sign = match entry.value {
            value if value.is_zero() => Sign::Same,
            value if value < Decimal::ZERO => Sign::Less,
            _ => Sign::More,
        };
        let delta = words.money_delta(Money::new(entry.value, currency).rounded());
        RowOf::new(vec![
            Cell::head(when),
            Cell::new(words.cost_kind(entry.kind)),
            Cell::num(words.delta(entry.quantity), entry.quantity.is_zero()).class("sub"),
            Cell::new(view! { <Delta value=delta sign/> }),
            Cell::num(money(words, entry.value_after, currency), entry.value_after.is_zero()).class("lead"),
        ])
    });
    view! { <Table caption=words.with("table-of", &[("what", words.t("entries-title").into())]) columns rows=rows.collect() density=Density::Compact/> }
}
