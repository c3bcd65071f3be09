//! All items: searched, narrowed by chips, a page at a time.

use crate::{
    common::{address, keep, price, query, state_mark, state_word, unit_name},
    items_bulk,
};
use admin_rules::ListOf;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use catalog_rules::{CategoryRow, ItemRow, ItemState, ListCategories, ListItems};
use kit::{
    Cell, Choice, Code, Column, Empty, Filter, FilterChips, Glyph, LinkButton, Menu, MenuItem, OnPhone, PageHead, Pager, RowOf, SearchBox, Table,
    Toolbar, Weight, render,
};
use leptos::prelude::*;
use lists::{ListAt, Narrow, Tools};
use vocabulary::{CategoryId, Cursor, Page, Permission};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

/// What the address asks for.
#[derive(Clone, Default)]
pub(crate) struct Asked {
    q: String,
    category: String,
    state: String,
    cursor: String,
}

impl Asked {
    /// This list with other parameters; a filter that changes begins at the first page.
    fn with(&self, visit: &Visit, name: &str, value: &str) -> String {
        let pick = |own: &'static str, now: &str| if own == name { value.to_owned() } else { now.to_owned() };
        let (q, category, state) = (pick("q", &self.q), pick("category", &self.category), pick("state", &self.state));
        let cursor = if name == "cursor" { value } else { "" };
        address("/catalog/items", visit, &[("q", &q), ("category", &category), ("state", &state), ("cursor", cursor)])
    }

    pub(crate) fn read(raw: &RawQuery) -> Self {
        let fields = query(raw);
        let field = |name: &str| fields.get(name).to_owned();
        Self { q: field("q"), category: field("category"), state: field("state"), cursor: field("cursor") }
    }

    pub(crate) fn list(&self, visit: &Visit) -> ListItems {
        ListItems {
            q: Some(self.q.clone()).filter(|q| !q.trim().is_empty()),
            category: self.category.parse().ok(),
            state: ItemState::of_tag(&self.state),
            store: visit.store.as_ref().map(|store| store.id),
            cursor: Cursor::decode(&self.cursor),
            limit: None,
        }
    }

    fn is_narrow(&self) -> bool {
        !(self.q.trim().is_empty() && self.category.is_empty() && self.state.is_empty())
    }
}

/// The answer to an address whose filters cannot be read.
pub(crate) fn misread(visit: &Visit, raw: &RawQuery) -> Option<Response> {
    let words = visit.words;
    let states = ItemState::ALL.into_iter().map(|state| Choice::new(state.tag(), state_word(words, state))).collect();
    let narrows = vec![Narrow::id::<CategoryId>("category", words.t("item-category")), Narrow::choice("state", words.t("item-state"), states)];
    lists::misread(visit, raw.0.as_deref(), ListAt { path: ListOf::Items.path(), title: words.t("items-title"), nav: Nav::Catalog }, narrows)
}

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, raw: RawQuery) -> PageResult {
    if let Some(misread) = misread(&visit, &raw) {
        return Ok(misread);
    }
    let asked = Asked::read(&raw);
    let list = asked.list(&visit);
    let page = desk.desk.ask(&visit.actor, list).await?;
    let categories = desk.desk.ask(&visit.actor, ListCategories { names_only: true, ..ListCategories::default() }).await?.categories;
    let tools = Tools::load(&desk, &visit, ListOf::Items).await?;
    let body = render(|| body(&visit, &asked, page, &categories, &tools));
    Ok(PageDoc::new(visit.words.t("items-title"), Nav::Catalog, body).with_bulk().into_response())
}

fn body(visit: &Visit, asked: &Asked, page: Page<ItemRow>, categories: &[CategoryRow], tools: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let first = asked.cursor.is_empty();
    let next = page.next.as_ref().map(|cursor| asked.with(visit, "cursor", &cursor.encode()));
    let back = (!first).then(|| asked.with(visit, "cursor", ""));
    let goes_on = page.next.is_some();
    let none = page.rows.is_empty();
    let summary = if none { String::new() } else { words.with("table-rows", &[("count", page.rows.len().into())]) };
    // A part of the list in which nothing was found has others before and after it.
    let pager = (!none || goes_on || !first).then(|| {
        view! {
            <Pager
                label=words.t("pager-label")
                summary
                back_label=words.t("pager-first")
                next_label=words.t("pager-next")
                back=back
                next=next
            />
        }
    });
    let list = match (none, asked.is_narrow() || !first) {
        (true, true) => view! { {nothing_found(visit, goes_on)} {pager} }.into_any(),
        (true, false) => nothing_yet(visit).into_any(),
        _ => {
            let table = table(visit, page, tools);
            view! { {table} {items_bulk::bar(visit)} {pager} }.into_any()
        }
    };
    let end = tools.end(visit, &columns(words));
    let (search, chips) = (asked.q.clone(), chips(visit, asked, categories));
    let kept = keep(visit, &[("category", &asked.category), ("state", &asked.state)]);
    view! {
        <PageHead title=words.t("items-title") sub=view! { {sub(visit)} } actions=actions(visit)/>
        {tools.tabs(visit, Vec::new())}
        <Toolbar label=words.t("table-filters")>
            <SearchBox
                action="/catalog/items"
                label=words.t("stock-search")
                go=words.t("action-search")
                value=search
                placeholder=words.t("stock-search")
                keep=kept
            />
            {chips}
            {end}
        </Toolbar>
        {list}
    }
}

fn sub(visit: &Visit) -> String {
    let words = visit.words;
    match &visit.store {
        Some(store) => words.with("items-sub-store", &[("store", store.name.as_str().into())]),
        None => words.t("items-sub"),
    }
}

fn actions(visit: &Visit) -> impl IntoView + use<> {
    let words = visit.words;
    let categories = address("/catalog/categories", visit, &[]);
    let import =
        visit.may(Permission::Import).then(|| view! { <LinkButton label=words.t("action-import") href="/admin/imports" icon=Glyph::Upload/> });
    let new = visit.may(Permission::CatalogWrite).then(|| {
        view! { <LinkButton label=words.t("item-new") href="/catalog/items/new" icon=Glyph::Plus weight=Weight::Primary/> }
    });
    view! {
        <LinkButton label=words.t("categories-title") href=categories icon=Glyph::Layers weight=Weight::Quiet class="hide-phone"/>
        {import}
        {new}
    }
}

fn chips(visit: &Visit, asked: &Asked, categories: &[CategoryRow]) -> impl IntoView + use<> {
    let words = visit.words;
    let mut filters = Vec::new();
    let mut filter = |parameter: &str, name: String, value: String| {
        let remove_label = words.with("table-filter-remove", &[("name", name.as_str().into())]);
        filters.push(Filter { name, value, remove: asked.with(visit, parameter, ""), remove_label, ..Filter::default() });
    };
    let state = ItemState::of_tag(&asked.state);
    if let Some(state) = state {
        filter("state", words.t("item-state"), state_word(words, state));
    }
    let category = categories.iter().find(|row| row.id.to_string() == asked.category);
    if let Some(category) = category {
        filter("category", words.t("item-category"), category.name.clone());
    }
    let clear = address("/catalog/items", visit, &[("q", &asked.q)]);
    let by_state: Vec<MenuItem> = ItemState::ALL
        .into_iter()
        .map(|one| MenuItem::link(state_word(words, one), asked.with(visit, "state", one.tag())).current(state == Some(one)))
        .collect();
    let by_category: Vec<MenuItem> = categories
        .iter()
        .take(30)
        .map(|row| {
            let label = row.name.clone();
            MenuItem::link(label, asked.with(visit, "category", &row.id.to_string())).current(category.is_some_and(|chosen| chosen.id == row.id))
        })
        .collect();
    let more = (categories.len() > 30).then(|| MenuItem::link(words.t("categories-all"), address("/catalog/categories", visit, &[])));
    let by_category: Vec<MenuItem> = by_category.into_iter().chain(more).collect();
    let category_menu =
        (!by_category.is_empty()).then(|| view! { <Menu label=words.t("item-category") items=by_category icon=Some(Glyph::ListFilter) chip=true/> });
    let add = view! {
        <Menu label=words.t("item-state") items=by_state icon=Some(Glyph::ListFilter) chip=true/>
        {category_menu}
    };
    view! { <FilterChips filters clear=(words.t("table-filters-clear"), clear) add=add/> }
}

/// All columns there are.
pub(crate) fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("sku", words.t("item-sku")),
        Column::new("name", words.t("item")).fixed(),
        Column::new("category", words.t("item-category")),
        Column::num("price", words.t("item-price")),
        Column::num("available", words.t("available")),
        Column::new("state", words.t("item-state")),
        Column::new("brand", words.t("item-brand")).extra(),
        Column::num("variants", words.t("item-variants")).extra(),
        Column::new("unit", words.t("item-unit")).extra(),
        Column::new("handle", words.t("item-handle")).extra(),
    ]
}

fn table(visit: &Visit, page: Page<ItemRow>, tools: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let rows = page.rows.into_iter().map(|row| row_of(visit, row)).collect();
    view! {
        <Table
            caption=words.t("items-title")
            columns=columns(words)
            rows
            chosen=tools.chosen()
            pick_head=words.t("table-selected-head")
            pick_all=lists::pick_all(visit)
            density=kit::Density::Compact
            phone=OnPhone::Records
            sticky=true
            bleed=true
        />
    }
}

fn row_of(visit: &Visit, row: ItemRow) -> RowOf {
    let words = visit.words;
    let href = address(&format!("/catalog/items/{}", row.item), visit, &[]);
    let pick = lists::pick(visit, row.item.to_string(), &row.name);
    let (brand, unit, handle, variants) = (row.brand.clone(), unit_name(words, &row.unit), row.handle, row.variants);
    let sku = match row.variants {
        0 | 1 => view! { <Code value=row.sku/> }.into_any(),
        many => words.with("item-variant-count", &[("count", many.into())]).into_any(),
    };
    let name = view! { <a href=href><bdi>{row.name}</bdi></a> " " <span class="sub">{row.brand}</span> };
    let available = row.available.map_or_else(Cell::empty, |available| {
        let value = match row.unit.as_str() {
            "each" => words.quantity(available),
            unit => words.with(&format!("unit-{unit}"), &[("count", available.into())]),
        };
        Cell::num(value, available.is_zero())
    });
    RowOf::new(vec![
        Cell::new(sku).class("sub"),
        Cell::head(name),
        Cell::new(row.category.map(|category| category.name).unwrap_or_default()).class("sub"),
        Cell::num(prices(visit, words, row.price_from, row.price_to), false),
        available.class("lead"),
        Cell::new(state_mark(words, row.state)),
        Cell::new(brand).class("sub"),
        Cell::num(words.count(variants), variants == 0),
        Cell::new(unit).class("sub"),
        Cell::new(view! { <Code value=handle/> }).class("sub"),
    ])
    .pick(pick)
}

/// One price, or from the lowest to the highest.
fn prices(visit: &Visit, words: Words, from: Option<rust_decimal::Decimal>, to: Option<rust_decimal::Decimal>) -> String {
    if from == to {
        return price(visit, from);
    }
    words.with("item-price-range", &[("from", price(visit, from).into()), ("to", price(visit, to).into())])
}

/// Where the list goes on, it was not gone through to its end.
fn nothing_found(visit: &Visit, goes_on: bool) -> impl IntoView + use<> {
    let words = visit.words;
    let found = if goes_on { "table-nothing-so-far" } else { "table-nothing-found" };
    let all = address("/catalog/items", visit, &[]);
    view! {
        <Empty
            title=words.t(found)
            text=words.t(&format!("{found}.hint"))
            icon=Glyph::Search
            actions=view! { <LinkButton label=words.t("items-all") href=all/> }
        />
    }
}

/// The first visit: what an item is, and two ways to have some.
fn nothing_yet(visit: &Visit) -> impl IntoView + use<> {
    let words = visit.words;
    let import = visit.may(Permission::Import).then(|| {
        view! { <LinkButton label=words.t("items-import") href="/admin/imports" icon=Glyph::Upload weight=Weight::Primary/> }
    });
    let new =
        visit.may(Permission::CatalogWrite).then(|| view! { <LinkButton label=words.t("item-new") href="/catalog/items/new" icon=Glyph::Plus/> });
    view! { <Empty title=words.t("items-none") text=words.t("items-none.hint") icon=Glyph::Package actions=view! { {import} {new} }/> }
}
