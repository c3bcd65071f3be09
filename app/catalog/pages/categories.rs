//! All categories, with how many items are in each.

use crate::common::address;
use axum::{extract::State, response::IntoResponse};
use catalog_rules::{Categories, ListCategories};
use kit::{Cell, Column, Empty, Glyph, PageHead, RowOf, Table, render};
use leptos::prelude::*;
use wire::{Nav, PageDoc, PageResult, PageState, Visit};

pub(crate) async fn show(State(state): State<PageState>, visit: Visit) -> PageResult {
    let categories = state.desk.ask(&visit.actor, ListCategories::default()).await?;
    let words = visit.words;
    let body = render(|| body(&visit, categories));
    let doc = PageDoc::new(words.t("categories-title"), Nav::Catalog, body);
    Ok(doc.under(words.t("items-title"), address("/catalog/items", &visit, &[])).into_response())
}

fn body(visit: &Visit, categories: Categories) -> impl IntoView + use<> {
    let words = visit.words;
    let list = if categories.categories.is_empty() {
        view! { <Empty title=words.t("categories-none") text=words.t("categories-none.hint") icon=Glyph::Layers/> }.into_any()
    } else {
        let rows = categories
            .categories
            .into_iter()
            .map(|row| {
                let items = row.items.unwrap_or_default();
                let href = address("/catalog/items", visit, &[("category", &row.id.to_string())]);
                RowOf::new(vec![Cell::head(view! { <a href=href>{row.name}</a> }), Cell::num(words.count(items), items == 0)])
            })
            .collect();
        let columns = vec![Column::new("name", words.t("item-category")), Column::num("items", words.t("items-title"))];
        let without = categories
            .without
            .filter(|count| *count > 0)
            .map(|count| RowOf::new(vec![Cell::head(words.t("category-without")).class("sub"), Cell::num(words.count(count), false)]));
        view! { <Table caption=words.t("categories-title") columns rows foot=without/> }.into_any()
    };
    view! {
        <PageHead title=words.t("categories-title") sub=view! { {words.t("categories-sub")} }/>
        {list}
    }
}
