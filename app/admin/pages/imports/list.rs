//! The list of imports, with the upload over it and the exports beneath.

use super::tell;
use admin_rules::{ExportKind, FILE_MAX, FileKind, ImportLine, ListImports};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::IntoResponse,
};
use kit::{Button, Cell, Column, Empty, ErrorSummary, Form, Glyph, Input, LinkButton, PageHead, Pager, RowOf, Section, Table, Time, Weight, render};
use leptos::prelude::*;
use serde::Deserialize;
use vocabulary::{AppError, Cursor, Key, Page, Permission, Said};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::message_id;

#[derive(Deserialize)]
pub(crate) struct Wanted {
    cursor: Option<String>,
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Query(wanted): Query<Wanted>) -> PageResult {
    let cursor = wanted.cursor.as_deref().and_then(Cursor::decode);
    Ok(page(&state, &visit, cursor, None).await?.into_response())
}

/// The page, with what was wrong with an upload.
///
/// # Errors
/// What the desk says.
pub(crate) async fn page(state: &PageState, visit: &Visit, cursor: Option<Cursor>, wrong: Option<(StatusCode, Said)>) -> Result<PageDoc, AppError> {
    let first = cursor.is_none();
    let imports = state.desk.ask(&visit.actor, ListImports { cursor }).await?;
    let title = visit.words.t("import-title");
    let status = wrong.as_ref().map_or(StatusCode::OK, |(status, _)| *status);
    let wrong = wrong.map(|(_, said)| visit.words.said(&said));
    let body = render(|| body(visit, imports, first, wrong));
    Ok(PageDoc::new(title, Nav::Imports, body).status(status))
}

fn body(visit: &Visit, imports: Page<ImportLine>, first: bool, wrong: Option<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let upload = first.then(|| upload(visit, wrong));
    let exports = (first && visit.may(Permission::Export)).then(|| exports(visit));
    let next = imports.next.as_ref().map(|cursor| format!("/admin/imports?cursor={}", cursor.encode()));
    let list = if imports.rows.is_empty() {
        let (title, text) = (words.t("import-list-empty-title"), words.t("import-list-empty-text"));
        view! { <Empty title text icon=Glyph::Upload plain=true/> }.into_any()
    } else {
        view! {
            {table(visit, &imports.rows)}
            <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-previous") next_label=words.t("pager-next")
                back=(!first).then(|| String::from("/admin/imports")) next=next/>
        }
        .into_any()
    };
    view! {
        <PageHead title=words.t("import-title") sub=view! { {words.t("import-sub")} }/>
        {upload}
        <Section title=words.t("import-list-title") id="imports" class="above-6">{list}</Section>
        {exports}
    }
}

fn upload(visit: &Visit, wrong: Option<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let (csrf, key) = (visit.token.clone(), Key::random().as_str().to_owned());
    let limit = i64::try_from(FILE_MAX / (1024 * 1024)).unwrap_or(i64::MAX);
    let errors: Vec<(String, String)> = wrong.iter().map(|wrong| (String::from("file"), wrong.clone())).collect();
    view! {
        <Section title=words.t("import-upload-title") id="upload">
            <Form action="/admin/imports" csrf idempotency=key multipart=true>
                <ErrorSummary title=words.t("errors-title") errors/>
                <Input
                    name="file"
                    kind="file"
                    label=words.t("import-upload-label")
                    hint=words.with("import-upload-hint", &[("limit", limit.into())])
                    error=wrong
                    accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
                    required=true
                />
                <div class="row"><Button label=words.t("import-upload-do") weight=Weight::Primary icon=Glyph::Upload/></div>
            </Form>
        </Section>
    }
}

fn exports(visit: &Visit) -> impl IntoView + use<> {
    let words = visit.words;
    let links = ExportKind::ALL
        .into_iter()
        .map(|kind| {
            let (label, href) = (words.t(&message_id("export", kind.tag())), format!("/admin/export/{}.csv", kind.tag()));
            view! { <LinkButton label href icon=Glyph::Download download=true/> }.into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <Section title=words.t("export-title") id="export" class="above-6">
            <p class="hint below-2">{words.t("export-text")}</p>
            <div class="row">{links}</div>
        </Section>
    }
}

fn table(visit: &Visit, rows: &[ImportLine]) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::new("file", words.t("import-col-file")),
        Column::new("holds", words.t("import-col-holds")),
        Column::new("state", words.t("import-col-state")),
        Column::num("written", words.t("import-col-written")),
        Column::num("aside", words.t("import-col-aside")),
        Column::new("by", words.t("import-col-by")),
        Column::new("when", words.t("import-col-when")),
    ];
    let rows = rows
        .iter()
        .map(|line| {
            let (href, name) = (format!("/admin/imports/{}", line.id), line.name.clone());
            let kind = line.kind.map(FileKind::tag).map(|tag| words.t(&message_id("import-kind", tag)));
            let (at, when) = (line.created_at.to_rfc3339(), words.date_time(line.created_at));
            RowOf::new(vec![
                Cell::head(view! { <a href=href><bdi>{name}</bdi></a> }),
                kind.map_or_else(Cell::empty, Cell::new),
                Cell::new(tell::state(words, line.state)),
                Cell::num(tell::count(words, line.tally.written()), line.tally.written() == 0),
                Cell::num(tell::count(words, line.waiting), line.waiting == 0),
                Cell::new(line.by.clone()).class("sub"),
                Cell::new(view! { <Time at words=when/> }).class("sub nowrap"),
            ])
        })
        .collect::<Vec<_>>();
    view! { <Table caption=words.t("import-title") columns rows/> }
}
