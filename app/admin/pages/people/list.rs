//! Everybody of the business.

use ::lists::{ListAt, ListFile, Tools};
use admin_rules::{ListOf, ListPeople, PersonRow};
use axum::{
    extract::{Query, RawQuery, State},
    response::IntoResponse,
};
use kit::{Cell, Column, Glyph, LinkButton, PageHead, Pager, RowOf, Table, Tone, Toolbar, Weight, render};
use leptos::prelude::*;
use serde::Deserialize;
use vocabulary::{Cursor, Page};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

#[derive(Deserialize)]
pub(crate) struct Wanted {
    cursor: Option<String>,
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(wanted): Query<Wanted>) -> PageResult {
    let at = ListAt { path: ListOf::People.path(), title: visit.words.t("nav-people"), nav: Nav::People };
    if let Some(misread) = ::lists::misread(&visit, query.as_deref(), at, Vec::new()) {
        return Ok(misread);
    }
    let cursor = wanted.cursor.as_deref().and_then(Cursor::decode);
    let later = cursor.is_some();
    let page = state.desk.ask(&visit.actor, ListPeople { cursor }).await?;
    let title = visit.words.t("nav-people");
    let look = Tools::load(&state, &visit, ListOf::People).await?;
    let body = render(|| body(&visit, page, later, &look));
    Ok(PageDoc::new(title, Nav::People, body).under(visit.words.t("nav-settings"), "/admin/settings").into_response())
}

fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("name", words.t("name")).fixed(),
        Column::new("email", words.t("signin-email")),
        Column::new("role", words.t("account-role")),
        Column::new("joined", words.t("people-joined")),
        Column::new("state", words.t("people-state")),
    ]
}

fn body(visit: &Visit, page: Page<PersonRow>, later: bool, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let end = look.end(visit, &columns(words));
    let rows = page
        .rows
        .iter()
        .map(|row| {
            let (href, name) = (format!("/admin/people/{}", row.person), row.name.clone());
            let is_you = (row.person == visit.person).then(|| view! { " " <span class="sub">{words.t("people-you")}</span> });
            let state = if row.disabled_at.is_some() {
                view! { <kit::State label=words.t("people-disabled") tone=Tone::Warn icon=Glyph::Lock/> }.into_any()
            } else {
                view! { <kit::State label=words.t("state-active")/> }.into_any()
            };
            RowOf::new(vec![
                Cell::head(view! { <a href=href><bdi>{name}</bdi></a>{is_you} }),
                Cell::new(view! { <bdi dir="ltr">{row.email.clone()}</bdi> }).class("sub"),
                Cell::new(words.role(row.role)),
                Cell::new(words.day(row.joined_at)).class("sub"),
                Cell::new(state),
            ])
        })
        .collect();
    let next = page.next.as_ref().map(|cursor| format!("/admin/people?cursor={}", cursor.encode()));
    view! {
        <PageHead
            title=words.t("nav-people")
            sub=view! { {words.t("people-lead")} }
            actions=view! { <LinkButton label=words.t("people-add") href="/admin/people/new" icon=Glyph::Plus weight=Weight::Primary/> }
        />
        {look.tabs(visit, Vec::new())}
        <Toolbar label=words.t("table-filters")>{end}</Toolbar>
        <Table caption=words.t("nav-people") columns=columns(words) chosen=look.chosen() rows phone=kit::OnPhone::RecordsInTwos/>
        <Pager
            label=words.t("pager-label")
            summary=String::new()
            back_label=words.t("pager-first")
            next_label=words.t("pager-next")
            back=later.then(|| String::from("/admin/people"))
            next
        />
    }
}

/// The list as a file, with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit) -> PageResult {
    let words = visit.words;
    let file = ListFile::of(&state, &visit, ListOf::People).await?;
    let columns = columns(words);
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor) = (state.desk.clone(), visit.actor.clone());
        async move {
            let page = desk.ask(&actor, ListPeople { cursor }).await?;
            let rows = page.rows.into_iter().map(|row| {
                let state = words.t(if row.disabled_at.is_some() { "people-disabled" } else { "state-active" });
                vec![row.name, row.email, words.role(row.role), row.joined_at.to_rfc3339(), state]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns, ask).await
}
