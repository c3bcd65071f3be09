//! All stores, by their codes.

use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use kit::{
    Badge, Cell, Choice, Code, Column, Empty, Filter, FilterChips, Glyph, LinkButton, Mark, Menu, MenuItem, OnPhone, PageHead, Pager, RowOf,
    SearchBox, StoreName, Table, Tone, Toolbar, Weight, render,
};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Narrow, Tools, address};
use serde::Deserialize;
use stock_rules::{ListStores, StoreRow};
use vocabulary::{Cursor, Locale, Page, Permission};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

/// What the address asks for.
#[derive(Deserialize)]
pub(crate) struct Asked {
    q: Option<String>,
    state: Option<String>,
    cursor: Option<String>,
}

impl Asked {
    fn list(&self) -> ListStores {
        ListStores {
            q: self.q.clone().filter(|q| !q.trim().is_empty()),
            code: None,
            archived: STATES.iter().find(|(tag, ..)| self.state.as_deref() == Some(*tag)).map(|(_, archived, _)| *archived),
            cursor: self.cursor.as_deref().and_then(Cursor::decode),
        }
    }
}

/// What a store can be, as its address says it and in a word.
const STATES: [(&str, bool, &str); 2] = [("open", false, "store-open"), ("archived", true, "state-archived")];

/// The parameters of a list but for its page.
fn parameters(list: &ListStores) -> [(&'static str, Option<String>); 2] {
    let state = STATES.iter().find(|(_, archived, _)| list.archived == Some(*archived)).map(|(tag, ..)| (*tag).to_owned());
    [("q", list.q.clone()), ("state", state)]
}

/// Where the list is that is narrowed otherwise, from its first row on.
fn otherwise(list: &ListStores, change: impl FnOnce(&mut ListStores)) -> String {
    let mut other = ListStores { cursor: None, ..list.clone() };
    change(&mut other);
    let [q, state] = parameters(&other);
    address(ListOf::Stores.path(), &[q, state, ("cursor", other.cursor.as_ref().map(Cursor::encode))])
}

/// The answer to an address whose filters cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let states = STATES.into_iter().map(|(tag, _, word)| Choice::new(tag, words.t(word))).collect();
    let narrows = vec![Narrow::choice("state", words.t("status"), states)];
    lists::misread(visit, query, ListAt { path: ListOf::Stores.path(), title: words.t("stores-title"), nav: Nav::Stock }, narrows)
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(asked): Query<Asked>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let list = asked.list();
    let page = state.desk.ask(&visit.actor, list.clone()).await?;
    let look = Tools::load(&state, &visit, ListOf::Stores).await?;
    let body = render(|| body(&visit, &list, &page, &look));
    Ok(PageDoc::new(visit.words.t("stores-title"), Nav::Stock, body).under(visit.words.t("nav-stock"), "/stock").into_response())
}

fn body(visit: &Visit, list: &ListStores, page: &Page<StoreRow>, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let new = visit
        .may(Permission::PlaceWrite)
        .then(|| view! { <LinkButton label=words.t("store-new") href="/stock/stores/new" icon=Glyph::Plus weight=Weight::Primary/> });
    let rows = if page.rows.is_empty() {
        // Where the list goes on, it was not gone through to its end.
        let found = if page.next.is_some() { "stores-nothing-so-far" } else { "table-nothing-found" };
        view! { <Empty title=words.t(found) text=words.t(&format!("{found}.hint")) icon=Glyph::Search/> }.into_any()
    } else {
        table(words, &page.rows, look.chosen()).into_any()
    };
    let next = page.next.clone().map(|cursor| otherwise(list, |list| list.cursor = Some(cursor)));
    let back = list.cursor.is_some().then(|| otherwise(list, |_| ()));
    view! {
        <PageHead title=words.t("stores-title") sub=view! { {words.t("stores-sub")} } actions=new/>
        {look.tabs(visit, Vec::new())}
        {tools(visit, list, look.end(visit, &columns(words)))}
        {rows}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

fn tools(visit: &Visit, list: &ListStores, end: impl IntoView + 'static) -> AnyView {
    let words = visit.words;
    let mut filters = Vec::new();
    let mut chip = |name: &str, value: String, remove: String| {
        let name = words.t(name);
        let remove_label = words.with("table-filter-remove", &[("name", name.as_str().into())]);
        filters.push(Filter { name, value, remove, remove_label, ..Filter::default() });
    };
    if let Some(archived) = list.archived {
        chip("status", state_word(words, archived), otherwise(list, |list| list.archived = None));
    }
    if let Some(q) = &list.q {
        chip("action-search", q.clone(), otherwise(list, |list| list.q = None));
    }
    let by_state: Vec<MenuItem> = STATES
        .iter()
        .map(|(_, archived, word)| {
            let href = otherwise(list, |list| list.archived = Some(*archived));
            MenuItem::link(words.t(word), href).current(list.archived == Some(*archived))
        })
        .collect();
    let add = view! { <Menu label=words.t("status") items=by_state icon=Some(Glyph::ListFilter) chip=true/> };
    let clear = Some((words.t("table-filters-clear"), ListOf::Stores.path().to_owned()));
    let keep = parameters(list).into_iter().filter(|(name, _)| *name != "q").filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
    let value = list.q.clone().unwrap_or_default();
    view! {
        <Toolbar label=words.t("table-filters")>
            <SearchBox
                action=ListOf::Stores.path()
                label=words.t("stores-search")
                go=words.t("action-search")
                value
                placeholder=words.t("stores-search")
                keep
            />
            <FilterChips filters clear add/>
            {end}
        </Toolbar>
    }
    .into_any()
}

fn state_word(words: Words, archived: bool) -> String {
    words.t(if archived { "state-archived" } else { "store-open" })
}

/// All columns there are.
fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("name", words.t("store")).fixed(),
        Column::new("code", words.t("store-code")),
        Column::num("places", words.t("places")),
        Column::new("zone", words.t("store-zone")),
        Column::new("locale", words.t("language-label")),
        Column::new("currency", words.t("store-currency")),
        Column::new("state", words.t("status")),
    ]
}

fn language(store: &StoreRow) -> &'static str {
    Locale::of_tag(&store.locale).map_or("", Locale::name)
}

/// A store's language as it calls itself, read out as one who speaks it would.
pub(crate) fn language_shown(store: &StoreRow) -> impl IntoView + use<> {
    view! { <span lang=store.locale.clone()>{language(store)}</span> }
}

fn table(words: Words, stores: &[StoreRow], chosen: Vec<String>) -> impl IntoView + use<> {
    let rows = stores
        .iter()
        .map(|store| {
            let (name, mark, href) = (store.name.clone(), Mark(store.mark), format!("/stock/stores/{}", store.code));
            let label = state_word(words, store.archived);
            let state =
                if store.archived { view! { <Badge label line=true/> }.into_any() } else { view! { <Badge label tone=Tone::Ok/> }.into_any() };
            RowOf::new(vec![
                Cell::head(view! { <a href=href><StoreName name mark/></a> }),
                Cell::new(view! { <Code value=store.code.clone()/> }),
                Cell::num(words.counted(store.locations), store.locations.is_none()),
                Cell::new(view! { <bdi>{store.zone.clone()}</bdi> }).class("sub"),
                Cell::new(language_shown(store)).class("sub"),
                Cell::new(store.currency.code().to_owned()).class("sub"),
                Cell::new(state),
            ])
        })
        .collect();
    view! { <Table caption=words.t("stores-title") columns=columns(words) chosen rows phone=OnPhone::RecordsInTwos/> }
}

/// The list as it is filtered, with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(asked): Query<Asked>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let (words, list) = (visit.words, asked.list());
    let file = ListFile::of(&state, &visit, ListOf::Stores).await?;
    let columns = columns(words);
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor, list) = (state.desk.clone(), visit.actor.clone(), ListStores { cursor, ..list.clone() });
        async move {
            let page = desk.ask(&actor, list).await?;
            let rows = page.rows.into_iter().map(|store| {
                let (language, places, state) = (language(&store).to_owned(), words.counted(store.locations), state_word(words, store.archived));
                vec![store.name, store.code, places, store.zone, language, store.currency.code().to_owned(), state]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns, ask).await
}
