//! What was done to an item: who, when, through which door, and what changed.

use crate::{
    common::{address, id, query},
    item::tabs,
    said::{said, timeline},
};
use axum::{
    extract::{Path, RawQuery, State},
    response::IntoResponse,
};
use catalog_rules::{HistoryRow, ItemHistory, ItemView, ShowItem};
use kit::{PageHead, Pager, render};
use leptos::prelude::*;
use vocabulary::{Cursor, ItemId, Page};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(item): Path<String>, raw: RawQuery) -> PageResult {
    let id: ItemId = id(&item)?;
    let cursor = Cursor::decode(query(&raw).get("cursor"));
    let later = cursor.is_some();
    let item = desk.desk.ask(&visit.actor, ShowItem { item: id, variant: None }).await?;
    let page = desk.desk.ask(&visit.actor, ItemHistory { item: id, cursor }).await?;
    let words = visit.words;
    let (title, href) = (words.with("history-title", &[("name", item.name.as_str().into())]), address(&format!("/catalog/items/{id}"), &visit, &[]));
    let name = item.name.clone();
    let body = render(|| body(&visit, &item, page, later));
    let mut doc = PageDoc::new(title, Nav::Catalog, body).under(words.t("items-title"), address("/catalog/items", &visit, &[])).under(name, href);
    if let Some(last) = doc.crumbs.last_mut() {
        last.0 = words.t("nav-history");
    }
    Ok(doc.into_response())
}

fn body(visit: &Visit, item: &ItemView, page: Page<HistoryRow>, later: bool) -> impl IntoView + use<> {
    let words = visit.words;
    let path = format!("/catalog/items/{}/history", item.item);
    let next = page.next.as_ref().map(|cursor| address(&path, visit, &[("cursor", &cursor.encode())]));
    let back = later.then(|| address(&path, visit, &[]));
    let pager = (next.is_some() || later).then(|| {
        view! {
            <Pager
                label=words.t("pager-label")
                summary=String::new()
                back_label=words.t("pager-first")
                next_label=words.t("pager-next")
                back=back
                next=next
            />
        }
    });
    let events = page.rows.iter().map(|row| said(visit, row)).collect();
    view! {
        <PageHead title=item.name.clone() sub=view! { {words.t("history-sub")} }/>
        {tabs(visit, item, "history")}
        {timeline(words.t("nav-history"), events)}
        {pager}
    }
}
