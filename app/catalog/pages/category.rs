//! One category: how many items are in it, and what is done with it.

use crate::{
    common::{address, id, may_write},
    said::category_faces,
};
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse,
};
use catalog_rules::{CategoryView, DeleteCategory, ItemState, ShowCategory};
use kit::{CSRF_FIELD, DescriptionList, Fact, Glyph, LinkButton, Menu, MenuItem, Notice, PageHead, Section, Tone, Weight, render};
use leptos::prelude::*;
use lists::history::Face;
use vocabulary::{AppError, Ask, Counted, Permission, Said};
use wire::{Nav, PageDoc, PageResult, PageState, Posted, Visit};

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(category): Path<String>) -> PageResult {
    let category = desk.desk.ask(&visit.actor, ShowCategory { category: id(&category)? }).await?;
    Ok(page(&visit, &category, None).into_response())
}

pub(crate) async fn delete(State(desk): State<PageState>, Path(category): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    may_write(&visit)?;
    let category = desk.desk.ask(&visit.actor, ShowCategory { category: id(&category)? }).await?;
    let version = fields.get("version").parse().map_err(|_| AppError::invalid("version", "field-unknown-choice"))?;
    match desk.desk.run(Ask::new(&visit.actor, key, DeleteCategory { category: category.category, version })).await {
        Ok(_) => {
            let list = address("/catalog/categories", &visit, &[]);
            Ok(visit.done(&list, Said::new("category-deleted").with("name", category.name)).await)
        }
        // Right in itself, but not as things are: the same page says why.
        Err(AppError::Conflict { said }) => {
            let notice = visit.words.said(&said);
            Ok(page(&visit, &category, Some(notice)).status(StatusCode::CONFLICT).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn page(visit: &Visit, category: &CategoryView, notice: Option<String>) -> PageDoc {
    let words = visit.words;
    let body = render(|| body(visit, category, notice));
    let doc = PageDoc::new(category.name.clone(), Nav::Catalog, body).under(words.t("items-title"), address("/catalog/items", visit, &[]));
    doc.under(words.t("categories-title"), address("/catalog/categories", visit, &[]))
}

fn body(visit: &Visit, category: &CategoryView, notice: Option<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let merging = category.merging_into.as_ref().map(|into| {
        let href = address(&format!("/catalog/categories/{}", into.id), visit, &[]);
        let name = into.name.clone();
        view! { <Notice><p>{words.t("category-under-way")} " " <a href=href><bdi>{name}</bdi></a></p></Notice> }
    });
    let items = |count: Counted, state: &str| {
        let href = address("/catalog/items", visit, &[("category", &category.category.to_string()), ("state", state)]);
        view! { <a href=href>{words.counted(count)}</a> }
    };
    let facts = vec![
        Fact::new(words.t("items-title"), items(category.items, "")),
        Fact::new(words.t("category-archived"), items(category.archived, ItemState::Archived.tag())),
        Fact::new(words.t("item-created"), words.day(category.created_at)),
    ];
    view! {
        <PageHead title=category.name.clone() actions=actions(visit, category)/>
        {notice.map(|text| view! { <Notice tone=Tone::Warn>{text}</Notice> })}
        {merging}
        {category_faces(visit, category).tabs(visit, Face::Overview)}
        <Section title=words.t("item-facts") id="facts"><DescriptionList facts start=true/></Section>
    }
}

fn actions(visit: &Visit, category: &CategoryView) -> impl IntoView + use<> {
    let words = visit.words;
    let path = format!("/catalog/categories/{}", category.category);
    let fields = vec![(CSRF_FIELD.to_owned(), visit.token.clone()), (String::from("version"), category.version.to_string())];
    visit.may(Permission::CatalogWrite).then(|| {
        let items = vec![
            MenuItem::link(words.t("category-merge"), format!("{path}/merge")).icon(Glyph::Layers),
            MenuItem::post(words.t("category-delete"), format!("{path}/delete"), fields).icon(Glyph::X).danger(),
        ];
        view! {
            <LinkButton label=words.t("category-rename") href=format!("{path}/edit") icon=Glyph::Pencil weight=Weight::Primary/>
            <Menu label=words.t("action-more") items/>
        }
    })
}
