//! The views somebody saved of a list, and saving another. Every list has this form as well; what is wrong with what came
//! from there is said here, beside what was typed.

use crate::lists::list_of;
use ::lists::address;
use admin_rules::{ListOf, SaveView, SavedView, ShowList, VIEW_NAME_MAX};
use axum::{
    extract::{Path, RawQuery, State},
    response::IntoResponse,
};
use kit::{
    ActionBar, Button, Cell, Column, ErrorSummary, Form as FormView, Glyph, Input, LinkButton, PageHead, RowOf, Section, Size, Table, Weight, render,
};
use leptos::prelude::*;
use vocabulary::{Ask, FieldError, Key, Said};
use wire::{Fields, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit, refused};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[("name", "list-view-name")];

/// Where the views of a list are.
pub(crate) fn views_of(list: ListOf) -> String {
    format!("/admin/lists/{}/views", list.tag())
}

/// What a list is called, and where it is found.
fn place(list: ListOf) -> (&'static str, Nav) {
    match list {
        ListOf::Items => ("items-title", Nav::Catalog),
        ListOf::Stock => ("stock-title", Nav::Stock),
        ListOf::Movements => ("movements-title", Nav::Stock),
        ListOf::Counts => ("counts-title", Nav::Counts),
        ListOf::Transfers => ("transfers-title", Nav::Stock),
        ListOf::Stores => ("stores-title", Nav::Stock),
        ListOf::Periods => ("periods-title", Nav::Stock),
        ListOf::AsOf => ("as-of-title", Nav::Stock),
        ListOf::Lots => ("lots-title", Nav::Stock),
        ListOf::Reservations => ("reservations-title", Nav::Stock),
        ListOf::Shortages => ("shortages-title", Nav::Stock),
        ListOf::Buffers => ("buffers-title", Nav::Stock),
        ListOf::Valuation => ("value-title", Nav::Stock),
        ListOf::Accuracy => ("accuracy-title", Nav::Counts),
        ListOf::Shrinkage => ("shrinkage-title", Nav::Counts),
        ListOf::Imports => ("import-title", Nav::Imports),
        ListOf::People => ("nav-people", Nav::People),
    }
}

/// The list as a view has it: its filters and columns stand behind its address.
fn shown(list: ListOf, query: &str) -> String {
    if query.is_empty() { list.path().to_owned() } else { format!("{}?{query}", list.path()) }
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(list): Path<String>, RawQuery(query): RawQuery) -> PageResult {
    let fields = Fields::parse(&query.unwrap_or_default());
    Ok(page(&state, &visit, list_of(&list)?, &Key::random(), &fields, &[]).await?.into_response())
}

pub(crate) async fn save(State(state): State<PageState>, Path(list): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let list = list_of(&list)?;
    let query = fields.get("query").to_owned();
    let here = shown(list, &query);
    match state.desk.run(Ask::new(&visit.actor, key.clone(), SaveView { list, name: fields.get("name").to_owned(), query })).await {
        Ok(saved) => Ok(visit.done(&here, Said::new("list-view-saved").with("name", saved.name)).await),
        Err(error) => {
            // That there is no room is told where the name was typed: the views that are in the way stand beneath.
            let errors: Vec<FieldError> = refused(error)?.into_iter().map(|error| FieldError { field: String::from("name"), ..error }).collect();
            Ok(page(&state, &visit, list, &key, &fields, &errors).await?.refused().into_response())
        }
    }
}

async fn page(state: &PageState, visit: &Visit, list: ListOf, key: &Key, fields: &Fields, errors: &[FieldError]) -> Result<PageDoc, PageError> {
    let views = state.desk.ask(&visit.actor, ShowList { list }).await?.views;
    let words = visit.words;
    let (word, nav) = place(list);
    let title = words.t("table-view-save");
    let typed = Typed::new(words, fields, errors);
    let (csrf, key, heading, of) = (visit.token.clone(), key.as_str().to_owned(), title.clone(), words.t(word));
    let back = shown(list, fields.get("query"));
    let body = render(|| {
        let saved = (!views.is_empty()).then(|| saved(visit, list, fields, &views));
        let hidden = vec![(String::from("query"), typed.value("query"))];
        view! {
            <PageHead title=heading sub=view! { {of} }/>
            <FormView action=views_of(list) csrf idempotency=key hidden>
                <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
                <Input
                    name="name"
                    label=words.t("list-view-name")
                    hint=words.t("list-view-hint")
                    value=typed.value("name")
                    error=typed.error("name")
                    maxlength=VIEW_NAME_MAX
                    required=true
                    autocomplete="off"
                />
                <ActionBar words=view! { {words.t("list-view-effect")} }>
                    <LinkButton label=words.t("action-cancel") href=back/>
                    <Button label=words.t("action-save") weight=Weight::Primary/>
                </ActionBar>
            </FormView>
            {saved}
        }
    });
    Ok(PageDoc::new(title, nav, body).under(words.t(word), list.path()))
}

/// Those there are, each with the way to be rid of it; what was typed of another is kept meanwhile.
fn saved(visit: &Visit, list: ListOf, fields: &Fields, views: &[SavedView]) -> impl IntoView + use<> {
    let words = visit.words;
    let value = |name: &str| Some(fields.get(name).to_owned()).filter(|value| !value.is_empty());
    let next = address(&views_of(list), &[("query", value("query")), ("name", value("name"))]);
    let columns = vec![Column::new("name", words.t("name")), Column::new("do", words.t("action-more")).hide_label()];
    let rows = views
        .iter()
        .map(|view| {
            let (name, href) = (view.name.clone(), shown(list, &view.query));
            let label = words.with("list-view-remove", &[("name", name.as_str().into())]);
            let (action, csrf, key) = (format!("/admin/views/{}/remove", view.view), visit.token.clone(), Key::random().as_str().to_owned());
            let hidden = vec![(String::from("next"), next.clone())];
            RowOf::new(vec![
                Cell::head(view! { <a href=href><bdi>{name}</bdi></a> }),
                Cell::new(view! {
                    <FormView action csrf idempotency=key hidden class="">
                        <Button label size=Size::Small weight=Weight::Danger icon=Glyph::X/>
                    </FormView>
                }),
            ])
        })
        .collect();
    view! {
        <Section title=words.t("table-views") id="views" class="above-6">
            <Table caption=words.t(place(list).0) columns rows/>
        </Section>
    }
}
