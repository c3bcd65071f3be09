//! Lots and numbered pieces: what expires first comes first; by its code each is found, wherever it went.

use crate::common::{address, item_label, item_link, with_store};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use kit::{
    Badge, Cell, Choice, Code, Column, Empty, Filter, FilterChips, Glyph, PageHead, Pager, RowOf, SearchBox, Tab, Table, Tone, Toolbar, render,
};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Narrow, Tools, split};
use serde::Deserialize;
use stock_rules::{ListLots, LotNeed, LotRow, SOON, ShowStock, life_left};
use vocabulary::{Cursor, LotState, Page, VariantId};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

const PATH: &str = "/stock/lots";

#[derive(Clone, Default, Deserialize)]
pub(crate) struct Ask {
    view: Option<String>,
    code: Option<String>,
    variant: Option<String>,
    cursor: Option<String>,
}

impl Ask {
    fn list(&self) -> ListLots {
        ListLots {
            code: self.code.clone().filter(|code| !code.trim().is_empty()),
            variant: self.variant.as_deref().and_then(|id| id.parse().ok()),
            view: self.view.as_deref().and_then(LotNeed::of_tag),
            cursor: self.cursor.as_deref().and_then(Cursor::decode),
        }
    }
}

/// The answer to an address whose filters cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let needs = LotNeed::ALL.into_iter().map(|need| Choice::new(need.tag(), words.t(need_word(need)))).collect();
    let narrows = vec![Narrow::choice("view", words.t("status"), needs), Narrow::id::<VariantId>("variant", words.t("item"))];
    lists::misread(visit, query, ListAt { path: PATH, title: words.t("lots-title"), nav: Nav::Stock }, narrows)
}

/// The address of the list, narrowed.
fn at(list: &ListLots) -> String {
    address(
        PATH,
        &[
            ("view", list.view.map(|need| need.tag().to_owned())),
            ("code", list.code.clone()),
            ("variant", list.variant.map(|id| id.to_string())),
            ("cursor", list.cursor.as_ref().map(Cursor::encode)),
        ],
    )
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let list = ask.list();
    let page = state.desk.ask(&visit.actor, list.clone()).await?;
    let item = match list.variant {
        Some(variant) => {
            let stock = state.desk.ask(&visit.actor, ShowStock { variant, store: None }).await?;
            Some(item_label(&stock.name, &stock.option_text))
        }
        None => None,
    };
    let look = Tools::load(&state, &visit, ListOf::Lots).await?;
    let title = visit.words.t("lots-title");
    let body = render(|| body(&visit, &list, item, &page, &look));
    Ok(PageDoc::new(title, Nav::Stock, body).under(visit.words.t("nav-stock"), with_store("/stock", &visit)).into_response())
}

fn need_word(need: LotNeed) -> &'static str {
    match need {
        LotNeed::Soon => "lots-soon",
        LotNeed::Expired => "lots-expired",
        LotNeed::Held => "lot-held-state",
        LotNeed::Recalled => "lot-recalled-state",
    }
}

/// How a lot stands: held, called back, over, soon over; nothing where it may be sold for long.
pub(crate) fn badge(words: Words, row: &LotRow) -> Option<AnyView> {
    let left = life_left(row.expires_on, words.today());
    let (word, tone, icon) = match (row.state, left) {
        (LotState::Recalled, _) => ("lot-recalled-state", Tone::Bad, Glyph::TriangleAlert),
        (LotState::Held, _) => ("lot-held-state", Tone::Warn, Glyph::Lock),
        (LotState::Free, Some(left)) if left < 0 => ("lot-expired-state", Tone::Bad, Glyph::Clock),
        (LotState::Free, Some(left)) if u64::try_from(left).is_ok_and(|left| left <= SOON) => ("lot-soon-state", Tone::Warn, Glyph::Clock),
        _ => return None,
    };
    Some(view! { <Badge label=words.t(word) tone icon=Some(icon)/> }.into_any())
}

fn body(visit: &Visit, list: &ListLots, item: Option<String>, page: &Page<LotRow>, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let tab = |word: &str, view: Option<LotNeed>| Tab::new(words.t(word), at(&ListLots { view, cursor: None, ..list.clone() }), list.view == view);
    let tabs = std::iter::once(tab("lots-there", None)).chain(LotNeed::ALL.into_iter().map(|need| tab(need_word(need), Some(need)))).collect();
    let rows = if page.rows.is_empty() {
        let narrowed = list.code.is_some() || list.view.is_some() || list.variant.is_some();
        let (title, text) = if narrowed {
            (words.t("table-nothing-found"), words.t("table-nothing-found.hint"))
        } else {
            (words.t("lots-none"), words.t("lots-none.hint"))
        };
        view! { <Empty title text icon=Glyph::Layers/> }.into_any()
    } else {
        table(words, &page.rows, look.chosen()).into_any()
    };
    let next = page.next.clone().map(|cursor| at(&ListLots { cursor: Some(cursor), ..list.clone() }));
    let first = ListLots { cursor: None, ..list.clone() };
    let back = list.cursor.is_some().then(|| at(&first));
    let mut filters = Vec::new();
    if let Some(value) = item {
        let name = words.t("item");
        let remove_label = words.with("table-filter-remove", &[("name", name.as_str().into())]);
        filters.push(Filter { name, value, remove: at(&ListLots { variant: None, ..first.clone() }), remove_label, ..Filter::default() });
    }
    let chips = (!filters.is_empty()).then(|| view! { <FilterChips filters clear=None add=()/> });
    let kept: Vec<(String, String)> = [("view", list.view.map(|need| need.tag().to_owned())), ("variant", list.variant.map(|id| id.to_string()))]
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect();
    let (value, end) = (list.code.clone().unwrap_or_default(), look.end(visit, &columns(words)));
    view! {
        <PageHead title=words.t("lots-title") sub=view! { {words.t("lots-sub")} }/>
        {look.tabs(visit, tabs)}
        <Toolbar label=words.t("table-filters")>
            <SearchBox
                action=PATH
                name="code"
                label=words.t("lots-search")
                go=words.t("action-search")
                value
                placeholder=words.t("lots-search")
                keep=kept
            />
            {chips}
            {end}
        </Toolbar>
        {rows}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("code", words.t("lot")).fixed(),
        Column::new("item", words.t("item")),
        Column::new("expires", words.t("lot-expires")),
        Column::num("on_hand", words.t("on-hand")),
        Column::num("available", words.t("available")),
        Column::num("in_transit", words.t("in-transit")),
        Column::new("state", words.t("status")),
    ]
}

fn table(words: Words, rows: &[LotRow], chosen: Vec<String>) -> impl IntoView + use<> {
    let rows = rows
        .iter()
        .map(|row| {
            let (value, href) = (row.code.clone(), format!("{PATH}/{}", row.lot));
            let number = |quantity: vocabulary::Quantity| Cell::num(words.quantity(quantity), quantity.is_zero());
            RowOf::new(vec![
                Cell::head(view! { <Code value href/> }),
                Cell::new(item_link(row.variant, &row.name, &row.option_text)),
                Cell::new(row.expires_on.map(|day| words.date(day)).unwrap_or_default()).class("nowrap"),
                number(row.on_hand),
                number(row.available).class("lead"),
                number(row.in_transit),
                Cell::new(badge(words, row)),
            ])
        })
        .collect();
    view! { <Table caption=words.t("lots-title") columns=columns(words) chosen rows/> }
}

/// The list as it is narrowed, with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let (words, list) = (visit.words, ask.list());
    let file = ListFile::of(&state, &visit, ListOf::Lots).await?;
    let columns = split(columns(words), "item", &[words.t("item-sku"), words.t("item")]);
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor, list) = (state.desk.clone(), visit.actor.clone(), ListLots { cursor, ..list.clone() });
        async move {
            let page = desk.ask(&actor, list).await?;
            let rows = page.rows.iter().map(|row| {
                vec![
                    row.code.clone(),
                    row.sku.clone(),
                    item_label(&row.name, &row.option_text),
                    row.expires_on.map(|day| day.to_string()).unwrap_or_default(),
                    row.on_hand.to_string(),
                    row.available.to_string(),
                    row.in_transit.to_string(),
                    row.state.tag().to_owned(),
                ]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns, ask).await
}
