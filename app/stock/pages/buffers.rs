//! What is kept back from ways of selling: the rules, the newest first, and where they are made and taken away.

use crate::{
    buffer_forms,
    common::{address, item_label, store_name, who},
};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use catalog_rules::{CategoryRow, ListCategories};
use kit::{
    Button, Cell, Choice, Code, Column, Columns, Empty, ErrorSummary, Filter, FilterChips, Form as FormView, Glyph, LinkButton, OnPhone, PageHead,
    Pager, RowOf, Size, Tab, Table, Toolbar, Weight, render,
};
use leptos::prelude::*;
use lists::{ListAt, ListFile, Narrow, Tools};
use rust_decimal::Decimal;
use serde::Deserialize;
use stock_rules::{BufferFor, BufferRow, ListBuffers, ShowStock};
use vocabulary::{Cursor, FieldError, Key, Page, Permission, VariantId};
use wire::{Fields, Nav, PageDoc, PageError, PageResult, PageState, Typed, Visit};
use words::{Words, message_id};

pub(crate) const PATH: &str = "/stock/buffers";

#[derive(Clone, Default, Deserialize)]
pub(crate) struct Ask {
    keeps: Option<String>,
    variant: Option<String>,
    cursor: Option<String>,
}

impl Ask {
    fn list(&self) -> ListBuffers {
        ListBuffers {
            keeps: self.keeps.as_deref().and_then(BufferFor::of_tag),
            variant: self.variant.as_deref().and_then(|id| id.parse().ok()),
            cursor: self.cursor.as_deref().and_then(Cursor::decode),
        }
    }
}

/// The rules, what they are narrowed to, and how the visitor looks at such lists.
pub(crate) struct Shown {
    list: ListBuffers,
    /// What the variant that is asked about is called.
    of: Option<String>,
    page: Page<BufferRow>,
    categories: Vec<CategoryRow>,
    look: Tools,
}

impl Shown {
    pub(crate) async fn load(state: &PageState, visit: &Visit, list: ListBuffers) -> Result<Self, PageError> {
        let of = match list.variant {
            Some(variant) => {
                let stock = state.desk.ask(&visit.actor, ShowStock { variant, store: None }).await?;
                Some(item_label(&stock.name, &stock.option_text))
            }
            None => None,
        };
        let page = state.desk.ask(&visit.actor, list.clone()).await?;
        let categories = if visit.may(Permission::SettingsWrite) {
            state.desk.ask(&visit.actor, ListCategories { names_only: true, ..ListCategories::default() }).await?.categories
        } else {
            Vec::new()
        };
        Ok(Self { list, of, page, categories, look: Tools::load(state, visit, ListOf::Buffers).await? })
    }
}

/// The answer to an address whose filters cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let keeps = BufferFor::ALL.into_iter().map(|keeps| Choice::new(keeps.tag(), keeps_word(words, keeps))).collect();
    let narrows = vec![Narrow::choice("keeps", words.t("buffer-for"), keeps), Narrow::id::<VariantId>("variant", words.t("item"))];
    lists::misread(visit, query, ListAt { path: PATH, title: words.t("buffers-title"), nav: Nav::Stock }, narrows)
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let shown = Shown::load(&state, &visit, ask.list()).await?;
    Ok(page(&visit, &Key::random(), &Fields::default(), &[], &shown).into_response())
}

/// What something is kept for, in words.
pub(crate) fn keeps_word(words: Words, keeps: BufferFor) -> String {
    words.t(&message_id("buffer-for", keeps.tag()))
}

/// The page, with what was typed into its form and what is wrong with it.
pub(crate) fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], shown: &Shown) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let title = words.t("buffers-title");
    let heading = title.clone();
    let body = render(|| {
        let summary = typed.summary(buffer_forms::LABELS);
        let list = list(visit, shown);
        let body = if visit.may(Permission::SettingsWrite) {
            let side = buffer_forms::view(visit, key, &typed, &shown.categories);
            view! { <Columns side=side>{list}</Columns> }.into_any()
        } else {
            list.into_any()
        };
        let history = view! { <LinkButton label=words.t("nav-history") href=format!("{PATH}/history") icon=Glyph::History/> };
        view! {
            <PageHead title=heading sub=view! { {words.t("buffers-sub")} } actions=history/>
            {shown.look.tabs(visit, tabs(words, &shown.list))}
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            {body}
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), "/stock")
}

/// This list for something else, of another variant, or from another row on.
fn at(keeps: Option<BufferFor>, variant: Option<VariantId>, cursor: Option<&Cursor>) -> String {
    let (keeps, variant) = (keeps.map(|keeps| keeps.tag().to_owned()), variant.map(|variant| variant.to_string()));
    address(PATH, &[("keeps", keeps), ("variant", variant), ("cursor", cursor.map(Cursor::encode))])
}

fn tabs(words: Words, list: &ListBuffers) -> Vec<Tab> {
    let tab = |label: String, keeps: Option<BufferFor>| Tab::new(label, at(keeps, list.variant, None), list.keeps == keeps);
    let each = BufferFor::ALL.into_iter().map(|keeps| tab(keeps_word(words, keeps), Some(keeps)));
    std::iter::once(tab(words.t("all"), None)).chain(each).collect()
}

fn list(visit: &Visit, shown: &Shown) -> impl IntoView + use<> {
    let (words, list) = (visit.words, &shown.list);
    let end = shown.look.end(visit, &columns(words));
    let filters: Vec<Filter> = shown
        .of
        .iter()
        .map(|of| {
            let (name, remove) = (words.t("item"), at(list.keeps, None, None));
            let remove_label = words.with("table-filter-remove", &[("name", name.as_str().into())]);
            Filter { name, value: of.clone(), remove, remove_label, ..Filter::default() }
        })
        .collect();
    let rows = if shown.page.rows.is_empty() {
        view! { <Empty title=words.t("buffers-none") text=words.t("buffers-none.hint") icon=Glyph::Layers/> }.into_any()
    } else {
        table(visit, &shown.page.rows, shown.look.chosen()).into_any()
    };
    let next = shown.page.next.as_ref().map(|cursor| at(list.keeps, list.variant, Some(cursor)));
    let back = list.cursor.is_some().then(|| at(list.keeps, list.variant, None));
    view! {
        <div>
            <Toolbar label=words.t("table-filters")><FilterChips filters/>{end}</Toolbar>
            {rows}
            <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
        </div>
    }
}

fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("of", words.t("buffer-of")).fixed(),
        Column::new("for", words.t("buffer-for")),
        Column::new("store", words.t("store")),
        Column::num("quantity", words.t("quantity")),
        Column::num("percent", words.t("buffer-percent-field")),
        Column::new("changed", words.t("period-changed")),
        Column::new("who", words.t("who")),
    ]
}

/// What a rule is of, in words.
pub(crate) fn of(words: Words, row: &BufferRow) -> String {
    match (row.category, row.item, row.variant) {
        (None, None, None) => words.t("buffer-of-everything"),
        _ if row.name.is_empty() => words.t("buffer-of-gone"),
        (Some(_), ..) => words.with("buffer-of-category", &[("name", row.name.as_str().into())]),
        _ => item_label(&row.name, &row.option_text),
    }
}

fn table(visit: &Visit, rows: &[BufferRow], chosen: Vec<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let may = visit.may(Permission::SettingsWrite);
    let rows = rows
        .iter()
        .map(|row| {
            let label = of(words, row);
            let (name, sku) = (label.clone(), (!row.sku.is_empty()).then(|| view! { " " <Code value=row.sku.clone()/> }));
            let href = match (row.item, row.variant) {
                (Some(item), _) => Some(format!("/catalog/items/{item}")),
                (_, Some(variant)) => Some(format!("/catalog/variants/{variant}")),
                _ => None,
            };
            let name = match href {
                Some(href) => view! { <a href=href><bdi>{name}</bdi></a> {sku} }.into_any(),
                None => view! { <bdi>{name}</bdi> }.into_any(),
            };
            let store = match row.store {
                Some(store) => store_name(visit, store),
                None => view! { <span class="sub">{words.t("store-all")}</span> }.into_any(),
            };
            let percent = if row.percent.is_zero() { String::new() } else { words.percent(row.percent / Decimal::ONE_HUNDRED) };
            let mut cells = vec![
                Cell::head(name),
                Cell::new(keeps_word(words, row.keeps)),
                Cell::new(store),
                Cell::num(words.quantity(row.quantity), row.quantity.is_zero()).class("lead"),
                Cell::num(percent, false),
                Cell::new(words.day(row.changed_at)).class("sub nowrap"),
                Cell::new(who(words, &row.who)).class("sub"),
            ];
            if may {
                cells.push(Cell::new(remove(visit, row, &label)));
            }
            RowOf::new(cells)
        })
        .collect();
    let mut columns = columns(words);
    if may {
        columns.push(Column::new("do", words.t("action-more")).hide_label().fixed());
    }
    view! { <Table caption=words.t("buffers-title") columns chosen rows phone=OnPhone::RecordsInTwos/> }
}

fn remove(visit: &Visit, row: &BufferRow, of: &str) -> impl IntoView + use<> {
    let words = visit.words;
    let (action, csrf, key) = (format!("{PATH}/{}/remove", row.buffer), visit.token.clone(), Key::random().as_str().to_owned());
    let label = words.with("buffer-remove", &[("of", of.into())]);
    view! {
        <FormView action csrf idempotency=key class="inline">
            <Button label weight=Weight::Quiet icon=Glyph::X icon_only=true size=Size::Small/>
        </FormView>
    }
}

/// The list as it is filtered, with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(asked): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let (words, list) = (visit.words, asked.list());
    let file = ListFile::of(&state, &visit, ListOf::Buffers).await?;
    let ask = move |cursor: Option<Cursor>| {
        let (desk, visit, list) = (state.desk.clone(), visit.clone(), ListBuffers { cursor, ..list.clone() });
        async move {
            let page = desk.ask(&visit.actor, list).await?;
            let rows = page.rows.iter().map(|row| {
                let store = row.store.map_or_else(|| Some(words.t("store-all")), |store| Some(visit.store_by_id(store)?.name.clone()));
                let of = of(words, row);
                vec![
                    if row.sku.is_empty() { of } else { format!("{of} ({})", row.sku) },
                    keeps_word(words, row.keeps),
                    store.unwrap_or_default(),
                    row.quantity.to_string(),
                    row.percent.to_string(),
                    row.changed_at.to_rfc3339(),
                    who(words, &row.who),
                ]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns(words), ask).await
}
