//! What is where: every variant, with what each store has of it.

use crate::{
    common::{address, item_label, item_link, store_code, why_label, with_store},
    list_bulk,
};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use kit::{
    Cell, Choice, Code, Column, ColumnGroup, Empty, Filter, FilterChips, Glyph, LinkButton, Menu, MenuItem, Num, OnPhone, PageHead, Pager, RowOf,
    SearchBox, State as StateMark, Tab, Table, Tone, Toolbar, Weight, render,
};
use leptos::prelude::*;
use lists::{ListAt, Narrow, Tools};
use serde::Deserialize;
use stock_rules::{ListStock, StockNeed, StockRow, StockSum};
use vocabulary::{Channel, Cursor, Page, Permission, Quantity};
use wire::{Nav, PageDoc, PageResult, PageState, StoreChoice, Visit};
use words::Words;

#[derive(Clone, Deserialize)]
pub(crate) struct Ask {
    q: Option<String>,
    view: Option<String>,
    cursor: Option<String>,
}

impl Ask {
    fn q(&self) -> Option<String> {
        self.q.clone().filter(|q| !q.trim().is_empty())
    }

    fn need(&self) -> Option<StockNeed> {
        self.view.as_deref().and_then(StockNeed::of_tag)
    }

    pub(crate) fn list(&self, visit: &Visit) -> ListStock {
        ListStock {
            store: visit.store.as_ref().map(|store| store.id),
            q: self.q(),
            view: self.need(),
            cursor: self.cursor.as_deref().and_then(Cursor::decode),
            apart: None,
        }
    }

    /// This list in another view, from another row on, or without its search.
    fn at(&self, visit: &Visit, q: Option<String>, view: Option<StockNeed>, cursor: Option<&Cursor>) -> String {
        let view = view.map(|view| view.tag().to_owned());
        address("/stock", &[("store", store_code(visit)), ("view", view), ("q", q), ("cursor", cursor.map(Cursor::encode))])
    }
}

/// The answer to an address whose filters cannot be read.
pub(crate) fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let views = VIEWS.into_iter().map(|(word, need)| Choice::new(need.tag(), words.t(word))).collect();
    let narrows = vec![Narrow::choice("view", words.t("stock-title"), views)];
    lists::misread(visit, query, ListAt { path: ListOf::Stock.path(), title: words.t("stock-title"), nav: Nav::Stock }, narrows)
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let apart = Apart::of(&visit);
    let list = ListStock { apart: apart.sums.then(|| apart.stores.iter().map(|store| store.id).collect()), ..ask.list(&visit) };
    let page = state.desk.ask(&visit.actor, list).await?;
    let look = Tools::load(&state, &visit, ListOf::Stock).await?;
    let title = visit.words.t("stock-title");
    let body = render(|| body(&visit, &ask, &apart, &page, &look));
    Ok(PageDoc::new(title, Nav::Stock, body).with_bulk().into_response())
}

/// Figures side by side on one page: of so many stores, or of all together and the first stores.
const SIDE_BY_SIDE: usize = 3;

/// Whose figures the list shows.
struct Apart {
    /// All stores together come first, because there is no room for each.
    sums: bool,
    stores: Vec<StoreChoice>,
}

impl Apart {
    fn of(visit: &Visit) -> Self {
        match &visit.store {
            Some(store) => Self { sums: false, stores: vec![store.clone()] },
            None if visit.stores.len() <= SIDE_BY_SIDE => Self { sums: false, stores: visit.stores.to_vec() },
            None => Self { sums: true, stores: visit.stores.iter().take(SIDE_BY_SIDE - 1).cloned().collect() },
        }
    }
}

fn body(visit: &Visit, ask: &Ask, apart: &Apart, page: &Page<StockRow>, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let table = if page.rows.is_empty() {
        nothing(visit, ask, page.next.is_some()).into_any()
    } else {
        view! { {table(words, visit, apart, page, look)} {list_bulk::bar(visit)} }.into_any()
    };
    let next = page.next.as_ref().map(|cursor| ask.at(visit, ask.q(), ask.need(), Some(cursor)));
    let back = ask.cursor.is_some().then(|| ask.at(visit, ask.q(), ask.need(), None));
    let more = apart.sums.then(|| {
        let text = words.with("stock-more-stores", &[("count", (visit.stores.len() - apart.stores.len()).into())]);
        view! { <kit::Notice tone=Tone::Neutral>{text}</kit::Notice> }
    });
    let sub = words.with("stock-sub", &[("time", words.time(words.now).into())]);
    view! {
        <PageHead title=words.t("stock-title") sub=view! { {sub} } actions=actions(visit)/>
        {look.tabs(visit, views(visit, ask))}
        {tools(visit, ask, look.end(visit, &columns(words, apart.stores.len() + usize::from(apart.sums))))}
        {more}
        {table}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

fn actions(visit: &Visit) -> impl IntoView + use<> {
    let words = visit.words;
    let item = |word: &str, path: &str, icon: Glyph, needs: Permission| {
        visit.may(needs).then(|| MenuItem::link(words.t(word), with_store(path, visit)).icon(icon))
    };
    let mut items: Vec<MenuItem> = [
        item("takeback-title", "/stock/takeback", Glyph::Undo2, Permission::Sell),
        item("move-title", "/stock/move", Glyph::ArrowLeftRight, Permission::Move),
        item("status-title", "/stock/status", Glyph::Layers, Permission::Move),
        item("reserve-title", "/stock/reservations/new", Glyph::Lock, Permission::Sell),
        item("opening-title", "/stock/opening", Glyph::Boxes, Permission::Adjust),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !items.is_empty() {
        items.push(MenuItem::Line);
    }
    items.extend(item("movements-title", "/stock/movements", Glyph::History, Permission::StockRead));
    items.extend(item("transfers-title", "/stock/transfers", Glyph::Truck, Permission::StockRead));
    items.extend(item("reservations-title", "/stock/reservations", Glyph::Lock, Permission::StockRead));
    items.extend(item("buffers-title", "/stock/buffers", Glyph::Layers, Permission::StockRead));
    items.extend(item("shortages-title", "/stock/shortages", Glyph::TriangleAlert, Permission::StockRead));
    items.extend(item("as-of-title", "/stock/as-of", Glyph::Clock, Permission::StockRead));
    items.extend(item("periods-title", "/stock/periods", Glyph::Lock, Permission::StockRead));
    items.extend(item("stores-title", "/stock/stores", Glyph::House, Permission::StockRead));
    let link = |word: &str, path: &str, icon: Glyph, weight: Weight, class: &str| {
        let (label, href, class) = (words.t(word), with_store(path, visit), class.to_owned());
        view! { <LinkButton label href icon weight class/> }
    };
    let sell = visit.may(Permission::Sell).then(|| link("sell-title", "/stock/sell", Glyph::ShoppingBag, Weight::Secondary, "hide-phone"));
    let receive = visit.may(Permission::Receive).then(|| link("receive-title", "/stock/receive", Glyph::Truck, Weight::Secondary, "hide-phone"));
    let adjust = visit.may(Permission::Adjust).then(|| link("adjust-title", "/stock/adjust", Glyph::Pencil, Weight::Primary, ""));
    // A phone has no room for all of them: there the first ones stand in the menu.
    let phone: Vec<MenuItem> = [
        item("sell-title", "/stock/sell", Glyph::ShoppingBag, Permission::Sell),
        item("receive-title", "/stock/receive", Glyph::Truck, Permission::Receive),
    ]
    .into_iter()
    .flatten()
    .collect();
    items.splice(0..0, phone);
    view! { {sell} {receive} {adjust} <Menu label=words.t("action-more") items/> }
}

fn views(visit: &Visit, ask: &Ask) -> Vec<Tab> {
    let words = visit.words;
    let tab = |word: &str, need: Option<StockNeed>| Tab::new(words.t(word), ask.at(visit, ask.q(), need, None), ask.need() == need);
    std::iter::once(tab("stock-view-all", None)).chain(VIEWS.map(|(word, need)| tab(word, Some(need)))).collect()
}

/// What the list can be narrowed to, and its word.
const VIEWS: [(&str, StockNeed); 3] =
    [("stock-view-low", StockNeed::Low), ("stock-view-out", StockNeed::Out), ("stock-view-oversold", StockNeed::Oversold)];

fn tools(visit: &Visit, ask: &Ask, end: impl IntoView + 'static) -> AnyView {
    let words = visit.words;
    let keep: Vec<(String, String)> = [("store", store_code(visit)), ("view", ask.need().map(|need| need.tag().to_owned()))]
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect();
    let mut filters = Vec::new();
    let mut chip = |name: String, value: String, remove: String| {
        let remove_label = words.with("table-filter-remove", &[("name", name.as_str().into())]);
        filters.push(Filter { name, value, remove, remove_label, ..Filter::default() });
    };
    if let Some(store) = &visit.store {
        let elsewhere = address("/stock", &[("view", ask.need().map(|need| need.tag().to_owned())), ("q", ask.q())]);
        chip(words.t("store"), store.name.clone(), elsewhere);
    }
    if let Some(q) = ask.q() {
        chip(words.t("action-search"), q, ask.at(visit, None, ask.need(), None));
    }
    let clear = Some((words.t("table-filters-clear"), String::from("/stock")));
    let value = ask.q().unwrap_or_default();
    view! {
        <Toolbar label=words.t("table-filters")>
            <SearchBox
                action="/stock"
                label=words.t("stock-search")
                go=words.t("action-search")
                value
                placeholder=words.t("stock-search")
                keep
            />
            <FilterChips filters clear/>
            {end}
        </Toolbar>
    }
    .into_any()
}

/// Where the list goes on, it was not gone through to its end.
fn nothing(visit: &Visit, ask: &Ask, goes_on: bool) -> impl IntoView + use<> {
    let words = visit.words;
    let found = if goes_on { "table-nothing-so-far" } else { "table-nothing-found" };
    if ask.q().is_some() || ask.need().is_some() || ask.cursor.is_some() {
        let all = ask.at(visit, None, None, None);
        let actions = view! { <LinkButton label=words.t("stock-show-all") href=all/> };
        return view! { <Empty title=words.t(found) text=words.t(&format!("{found}.hint")) icon=Glyph::Search actions/> }.into_any();
    }
    let import =
        visit.may(Permission::Import).then(|| view! { <LinkButton label=words.t("action-import") href="/admin/imports" icon=Glyph::Upload/> });
    let actions = view! { {import} <LinkButton label=words.t("nav-catalog") href="/catalog/items" icon=Glyph::Package/> };
    view! { <Empty title=words.t("stock-empty") text=words.t("stock-empty.hint") icon=Glyph::Boxes actions/> }.into_any()
}

/// All columns there are: three for each store, and for all together.
pub(crate) fn columns(words: Words, figures: usize) -> Vec<Column> {
    let mut columns = vec![Column::new("sku", words.t("item-sku")).class("c-sku"), Column::new("item", words.t("item")).class("c-name").fixed()];
    for _ in 0..figures {
        columns.push(Column::num("on-hand", words.t("on-hand")));
        columns.push(Column::num("promised", words.t("promised")));
        columns.push(Column::num("available", words.t("available")));
    }
    columns.push(Column::new("state", words.t("status")).class("c-status"));
    columns
}

fn table(words: Words, visit: &Visit, apart: &Apart, page: &Page<StockRow>, look: &Tools) -> impl IntoView + use<> {
    let mut groups = vec![ColumnGroup::none(), ColumnGroup::none()];
    groups.extend(apart.sums.then(|| ColumnGroup::new(3, words.t("store-all"))));
    groups.extend(apart.stores.iter().map(|store| {
        let (name, mark) = (store.name.clone(), kit::Mark(store.mark));
        ColumnGroup::new(3, view! { <kit::StoreName name mark/> })
    }));
    groups.push(ColumnGroup::none());
    let rows = page
        .rows
        .iter()
        .map(|row| {
            let mut cells = vec![
                Cell::new(view! { <Code value=row.sku.clone()/> }).class("sub"),
                Cell::head(item_link(row.variant, &row.name, &row.option_text)),
            ];
            if apart.sums {
                let over = words.t("store-all");
                cells.extend(kit_cells(words, 1, &over, row, None).unwrap_or_else(|| figure_cells(words, 1, over, sum_figures(row))));
            }
            for (at, store) in (1 + usize::from(apart.sums)..).zip(&apart.stores) {
                let figures = || figure_cells(words, at, store.name.clone(), store_figures(row, store));
                cells.extend(kit_cells(words, at, &store.name, row, Some(store)).unwrap_or_else(figures));
            }
            let (word, tone) = need(row);
            let state = match word {
                "stock-not-known" => view! { <span class="sub">{words.t(word)}</span> }.into_any(),
                _ => view! { <StateMark label=words.t(word) tone/> }.into_any(),
            };
            cells.push(Cell::new(state));
            let name = item_label(&row.name, &row.option_text);
            RowOf::new(cells).pick(lists::pick(visit, format!("{} {}", row.variant, row.sku), &name))
        })
        .collect();
    let caption = match &visit.store {
        Some(store) => words.with("stock-caption-store", &[("store", store.name.as_str().into()), ("count", page.rows.len().into())]),
        None => words.with("stock-caption", &[("count", page.rows.len().into())]),
    };
    let (chosen, pick_head, pick_all) = (look.chosen(), words.t("table-selected-head"), lists::pick_all(visit));
    let columns = columns(words, apart.stores.len() + usize::from(apart.sums));
    view! { <Table caption columns groups rows chosen pick_head pick_all density=kit::Density::Compact phone=OnPhone::Cards sticky=true bleed=true class="table-stock"/> }
}

/// Three figures of a row, and where the first and the last are explained.
struct Figures {
    on_hand: Quantity,
    promised: Quantity,
    available: Quantity,
    /// What is left to ways of selling from which something is kept back.
    less: Vec<(Channel, Quantity, String)>,
    on_hand_why: String,
    available_why: String,
}

/// Of all stores together: the movements of all of them, and what each has.
fn sum_figures(row: &StockRow) -> Option<Figures> {
    let variant = row.variant;
    row.all.map(|sum| Figures {
        on_hand: sum.on_hand,
        promised: sum.promised,
        available: sum.available,
        less: Vec::new(),
        on_hand_why: address("/stock/movements", &[("variant", Some(variant.to_string()))]),
        available_why: format!("/catalog/variants/{variant}"),
    })
}

fn store_figures(row: &StockRow, store: &StoreChoice) -> Option<Figures> {
    let stock = row.stores.iter().find(|stock| stock.store == store.id)?;
    let by = |of: Option<&str>, channel: Option<Channel>| {
        let (of, channel) = (of.map(str::to_owned), channel.map(|channel| channel.tag().to_owned()));
        address("/stock/why", &[("variant", Some(row.variant.to_string())), ("store", Some(store.code.clone())), ("of", of), ("channel", channel)])
    };
    let why = |of: Option<&str>| by(of, None);
    let free = stock.available.max(Quantity::ZERO);
    let less = |channel: &Channel| {
        let left = stock.by_channel.get(*channel);
        (left < free).then(|| (*channel, left, by(Some("available"), Some(*channel))))
    };
    Some(Figures {
        on_hand: stock.on_hand,
        promised: stock.promised,
        available: stock.available,
        less: Channel::ALL.iter().filter_map(less).collect(),
        on_hand_why: why(None),
        available_why: why(Some("available")),
    })
}

/// The cells of the figures that stand at `at`, from one, under a name. Never had here is not nought.
fn figure_cells(words: Words, at: usize, over: String, figures: Option<Figures>) -> [Cell; 3] {
    let class = |kind: &str| format!("s{at} {kind}");
    let Some(figures) = figures else {
        return [Cell::empty().class(&class("oh")), Cell::empty().class(&class("pr")), Cell::empty().class(&class("av"))];
    };
    let figure = |quantity: Quantity, why: String| {
        let value = words.quantity(quantity);
        let why_label = why_label(words, &value);
        let bad = if quantity.is_negative() { "bad" } else { "" };
        view! { <Num value why why_label zero=quantity.is_zero() class=bad/> }
    };
    // What is kept from all of them alike is told once.
    let alike =
        figures.less.len() == Channel::ALL.len() && figures.less.iter().all(|(_, left, _)| Some(*left) == figures.less.first().map(|one| one.1));
    let told = if alike { 1 } else { figures.less.len() };
    let less = figures.less.into_iter().take(told).map(|(channel, left, why)| {
        let (value, name) = (words.quantity(left), if alike { words.t("offered") } else { words.channel(channel) });
        let why_label = words.with("why-number-of", &[("number", value.as_str().into()), ("of", name.as_str().into())]);
        view! { <div class="small sub">{name}" "<Num value why why_label zero=left.is_zero()/></div> }
    });
    let less = less.collect_view();
    [
        Cell::new(figure(figures.on_hand, figures.on_hand_why)).class(&class("oh")).after(words.t("on-hand-after")),
        Cell::num(words.quantity(figures.promised), figures.promised.is_zero()).class(&class("pr sub")),
        Cell::new(view! { {figure(figures.available, figures.available_why)} {less} }).class(&class("av lead")).over(over),
    ]
}

/// The cells of a kit, which has no stock: how many can be made, by a store or by all, and the way to why.
fn kit_cells(words: Words, at: usize, over: &str, row: &StockRow, store: Option<&StoreChoice>) -> Option<[Cell; 3]> {
    let class = |kind: &str| format!("s{at} {kind}");
    let here = row.makes.as_ref()?.iter().filter(|makes| store.is_none_or(|store| store.id == makes.store));
    let can_make: Quantity = here.map(|makes| makes.can_make).sum();
    let (value, why) = (words.quantity(can_make), format!("/catalog/variants/{}", row.variant));
    let why_label = words.with("stock-can-make", &[("quantity", can_make.into())]);
    let number = view! { <Num value why why_label zero=can_make.is_zero()/> };
    Some([Cell::empty().class(&class("oh")), Cell::empty().class(&class("pr")), Cell::new(number).class(&class("av lead")).over(over.to_owned())])
}

/// What the row calls for, the worst of its stores: the id of its words, and how loud.
pub(crate) fn need(row: &StockRow) -> (&'static str, Tone) {
    match row.all {
        None if row.makes.is_some() => ("stock-state-kit", Tone::Neutral),
        None => ("stock-not-known", Tone::Neutral),
        Some(StockSum { need: Some(StockNeed::Oversold), .. }) => ("stock-state-oversold", Tone::Bad),
        Some(sum) if sum.available.is_zero() => ("stock-state-out", Tone::Bad),
        Some(StockSum { need: Some(_), .. }) => ("stock-state-low", Tone::Warn),
        Some(_) => ("stock-state-in", Tone::Neutral),
    }
}
