//! What was done to the books: which days were closed and reopened, by whom and why, and how stock came to be valued.

use crate::{
    common::{address, store_code},
    told::Books,
};
use axum::{extract::State, response::IntoResponse};
use kit::{DescriptionList, Fact, LinkButton, PageHead, Stack, render};
use leptos::prelude::*;
use lists::history::{acts, turned_to};
use stock_rules::{BooksHistory, Costing, ShowCosting};
use vocabulary::{HistoryRow, Page};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};

pub(crate) const PATH: &str = "/stock/periods/history";

pub(crate) async fn show(State(state): State<PageState>, visit: Visit) -> PageResult {
    let words = visit.words;
    let store = visit.store.as_ref().map(|store| store.id);
    let page = state.desk.ask(&visit.actor, BooksHistory { store, cursor: turned_to(&visit) }).await?;
    let costing = state.desk.ask(&visit.actor, ShowCosting {}).await?;
    let title = words.t("books-title");
    let body = render(|| body(&visit, &page, &costing));
    let at = |path: &str| address(path, &[("store", store_code(&visit))]);
    Ok(PageDoc::new(title, Nav::Stock, body)
        .under(words.t("nav-stock"), at("/stock"))
        .under(words.t("periods-title"), "/stock/periods")
        .into_response())
}

fn body(visit: &Visit, page: &Page<HistoryRow>, costing: &Costing) -> impl IntoView + use<> {
    let words = visit.words;
    let at = |path: &str| address(path, &[("store", store_code(visit))]);
    let frozen = costing.frozen_at.map_or_else(|| words.t("books-not-frozen"), |at| words.date_time(at));
    let facts = vec![
        Fact::new(words.t("costing-method"), words.cost_method(costing.method)),
        Fact::new(words.t("costing-scope"), words.cost_scope(costing.scope)),
        Fact::new(words.t("books-frozen"), frozen),
    ];
    let acts = acts::<Books>(visit, page, &at(PATH));
    let all = visit.store.is_some().then(|| view! { <LinkButton label=words.t("store-all") href=PATH/> });
    let (about, sub) = (words.t("books-of-store"), words.t("books-sub"));
    let narrowed = visit.store.is_some().then(|| view! { <p class="small mute">{about}</p> });
    view! {
        <PageHead title=words.t("books-title") sub=view! { {sub} } actions=all/>
        <Stack class="stack-8">
            <DescriptionList facts start=true/>
            <div>{narrowed} {acts}</div>
        </Stack>
    }
}
