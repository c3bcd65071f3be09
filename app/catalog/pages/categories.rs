//! Categories by name, with how many items are in each.

use crate::common::{address, keep, query};
use axum::{
    extract::{RawQuery, State},
    response::IntoResponse,
};
use catalog_rules::{Categories, ListCategories};
use kit::{Cell, Column, Empty, Glyph, LinkButton, PageHead, Pager, RowOf, SearchBox, Table, Toolbar, Weight, render};
use leptos::prelude::*;
use lists::ListAt;
use vocabulary::{Cursor, Permission};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};

const PATH: &str = "/catalog/categories";

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, raw: RawQuery) -> PageResult {
    let at = ListAt { path: PATH, title: visit.words.t("categories-title"), nav: Nav::Catalog };
    if let Some(misread) = lists::misread(&visit, raw.0.as_deref(), at, Vec::new()) {
        return Ok(misread);
    }
    let fields = query(&raw);
    let q = Some(fields.get("q").trim().to_owned()).filter(|q| !q.is_empty());
    let list = ListCategories { names_only: false, q, cursor: Cursor::decode(fields.get("cursor")) };
    let categories = state.desk.ask(&visit.actor, list.clone()).await?;
    let words = visit.words;
    let body = render(|| body(&visit, &list, categories));
    let doc = PageDoc::new(words.t("categories-title"), Nav::Catalog, body);
    Ok(doc.under(words.t("items-title"), address("/catalog/items", &visit, &[])).into_response())
}

fn body(visit: &Visit, list: &ListCategories, categories: Categories) -> impl IntoView + use<> {
    let words = visit.words;
    let q = list.q.clone().unwrap_or_default();
    let narrow = list.q.is_some() || list.cursor.is_some();
    let next = categories.next.as_ref().map(|cursor| address(PATH, visit, &[("q", &q), ("cursor", &cursor.encode())]));
    let back = list.cursor.is_some().then(|| address(PATH, visit, &[("q", &q)]));
    let rows = match (categories.categories.is_empty(), narrow) {
        (true, true) => {
            let all = address(PATH, visit, &[]);
            let actions = view! { <LinkButton label=words.t("categories-all") href=all/> };
            view! { <Empty title=words.t("table-nothing-found") text=words.t("table-nothing-found.hint") icon=Glyph::Search actions/> }.into_any()
        }
        (true, false) => view! { <Empty title=words.t("categories-none") text=words.t("categories-none.hint") icon=Glyph::Layers/> }.into_any(),
        (false, _) => table(visit, categories).into_any(),
    };
    let kept = keep(visit, &[]);
    let new = visit.may(Permission::CatalogWrite).then(|| {
        view! { <LinkButton label=words.t("category-new") href="/catalog/categories/new" icon=Glyph::Plus weight=Weight::Primary/> }
    });
    view! {
        <PageHead title=words.t("categories-title") sub=view! { {words.t("categories-sub")} } actions=new/>
        <Toolbar label=words.t("table-filters")>
            <SearchBox
                action=PATH
                label=words.t("categories-search")
                go=words.t("action-search")
                value=q
                placeholder=words.t("categories-search")
                keep=kept
            />
        </Toolbar>
        {rows}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
    }
}

fn table(visit: &Visit, categories: Categories) -> impl IntoView + use<> {
    let words = visit.words;
    let rows = categories
        .categories
        .into_iter()
        .map(|row| {
            let items = row.items.unwrap_or_default();
            let href = address(&format!("{PATH}/{}", row.id), visit, &[]);
            let listed = address("/catalog/items", visit, &[("category", &row.id.to_string())]);
            let count = view! { <a href=listed>{words.counted(items)}</a> };
            RowOf::new(vec![
                Cell::head(view! { <a href=href><bdi>{row.name}</bdi></a> }),
                Cell::new(count).class(if items.is_none() { "zero" } else { "" }),
            ])
        })
        .collect();
    let columns = vec![Column::new("name", words.t("item-category")), Column::num("items", words.t("items-title"))];
    let without = categories
        .without
        .filter(|items| !items.is_none())
        .map(|items| RowOf::new(vec![Cell::head(words.t("category-without")).class("sub"), Cell::num(words.counted(items), false)]));
    view! { <Table caption=words.t("categories-title") columns rows foot=without/> }
}
