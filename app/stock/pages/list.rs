//! What is where: every variant, with what each store has of it.

use axum::{
    extract::{Query, State},
    response::IntoResponse,
};
use kit::{Cell, Code, Column, ColumnGroup, Empty, Glyph, LinkButton, Num, PageHead, Pager, RowOf, SearchBox, Table, Toolbar, Weight, render};
use leptos::prelude::*;
use serde::Deserialize;
use stock_rules::{ListStock, StockRow, StoreStock};
use vocabulary::{Cursor, Page, Permission};
use wire::{Nav, PageDoc, PageResult, PageState, StoreChoice, Visit};
use words::Words;

#[derive(Deserialize)]
pub(crate) struct Ask {
    q: Option<String>,
    cursor: Option<String>,
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Query(ask): Query<Ask>) -> PageResult {
    let list = ListStock {
        store: visit.store.as_ref().map(|store| store.id),
        q: ask.q.clone().filter(|q| !q.trim().is_empty()),
        cursor: ask.cursor.as_deref().and_then(Cursor::decode),
    };
    let page = state.desk.ask(&visit.actor, list).await?;
    let title = visit.words.t("stock-title");
    let body = render(|| body(&visit, &ask, page));
    Ok(PageDoc::new(title, Nav::Stock, body).into_response())
}

/// Stores side by side on one page; more are looked at one by one.
const SIDE_BY_SIDE: usize = 4;

fn body(visit: &Visit, ask: &Ask, page: Page<StockRow>) -> impl IntoView + use<> {
    let words = visit.words;
    let shown: Vec<StoreChoice> = match &visit.store {
        Some(store) => vec![store.clone()],
        None => visit.stores.iter().take(SIDE_BY_SIDE).cloned().collect(),
    };
    let receive = visit.may(Permission::Receive).then(
        || view! { <LinkButton label=words.t("receive-title") href=with_store("/stock/receive", visit) icon=Glyph::Truck weight=Weight::Primary/> },
    );
    let q = ask.q.clone().unwrap_or_default();
    let keep: Vec<(String, String)> = visit.store.iter().map(|store| (String::from("store"), store.code.clone())).collect();
    let table = if page.rows.is_empty() {
        view! { <Empty title=words.t("table-nothing-found") text=words.t("table-nothing-found.hint") icon=Glyph::Search/> }.into_any()
    } else {
        table(words, &shown, &page).into_any()
    };
    let next = page.next.as_ref().map(|cursor| {
        let mut pairs: Vec<String> = keep.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !q.is_empty() {
            pairs.push(format!("q={}", urlencode(&q)));
        }
        pairs.push(format!("cursor={}", cursor.encode()));
        format!("/stock?{}", pairs.join("&"))
    });
    view! {
        <PageHead title=words.t("stock-title") sub=view! { {words.with("as-of", &[("time", words.time(words.now).into())])} } actions=receive/>
        <Toolbar label=words.t("table-filters")>
            <SearchBox action="/stock" label=words.t("stock-search") go=words.t("action-search") value=q placeholder=words.t("stock-search") keep/>
        </Toolbar>
        {table}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back=ask.cursor.as_ref().map(|_| String::from("/stock")) next/>
    }
}

fn table(words: Words, stores: &[StoreChoice], page: &Page<StockRow>) -> impl IntoView + use<> {
    let mut columns = vec![Column::new("sku", words.t("item-sku")), Column::new("item", words.t("item"))];
    for store in stores {
        for (key, word) in [("on-hand", "on-hand"), ("promised", "promised"), ("available", "available")] {
            columns.push(Column::num(key, words.t(word)));
        }
    }
    let mut groups = vec![ColumnGroup::none(), ColumnGroup::none()];
    groups.extend(stores.iter().map(|store| {
        let (name, mark) = (store.name.clone(), kit::Mark(store.mark));
        ColumnGroup::new(3, view! { <kit::StoreName name mark/> })
    }));
    let rows = page
        .rows
        .iter()
        .map(|row| {
            let name = view! { <a href=format!("/catalog/variants/{}", row.variant)>{row.name.clone()}</a>" "<span class="sub">{row.option_text.clone()}</span> };
            let mut cells = vec![Cell::new(view! { <Code value=row.sku.clone()/> }).class("sub"), Cell::head(name)];
            for store in stores {
                let known = row.stores.iter().find(|stock| stock.store == store.id);
                cells.extend(store_cells(words, row, store, known));
            }
            RowOf::new(cells)
        })
        .collect();
    view! { <Table caption=words.t("stock-title") columns groups rows density=kit::Density::Compact sticky=true bleed=true/> }
}

fn store_cells(words: Words, row: &StockRow, store: &StoreChoice, known: Option<&StoreStock>) -> [Cell; 3] {
    // Never had here is not nought.
    let Some(stock) = known else { return [Cell::empty(), Cell::empty(), Cell::empty()] };
    let why = format!("/stock/why?variant={}&store={}", row.variant, store.code);
    let value = words.quantity(stock.on_hand);
    let label = words.with("why-number", &[("number", value.clone().into())]);
    [
        Cell::new(view! { <Num value=value why=why why_label=label zero=stock.on_hand.is_zero()/> }).over(store.name.clone()),
        Cell::num(words.quantity(stock.promised), stock.promised.is_zero()),
        Cell::num(words.quantity(stock.available), stock.available.is_zero()).class("lead"),
    ]
}

fn with_store(path: &str, visit: &Visit) -> String {
    visit.store.as_ref().map_or_else(|| path.to_owned(), |store| format!("{path}?store={}", store.code))
}

fn urlencode(text: &str) -> String {
    text.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
