//! The list of imports, with the upload over it and the exports beneath.

use super::tell;
use ::lists::{ListAt, ListFile, Narrow, Tools, address};
use admin_rules::{ExportKind, FILE_MAX, FileKind, ImportLine, ImportState, ListImports, ListOf};
use axum::{
    extract::{Query, RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kit::{
    Button, Cell, Choice, Column, Empty, ErrorSummary, Filter, FilterChips, Form, Glyph, Input, LinkButton, Menu, MenuItem, PageHead, Pager, RowOf,
    Section, Table, Time, Toolbar, Weight, render,
};
use leptos::prelude::*;
use serde::Deserialize;
use vocabulary::{Cursor, Key, Page, Permission, Said};
use wire::{Nav, PageDoc, PageError, PageResult, PageState, Visit};
use words::{Words, message_id};

/// What the address asks for.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    state: Option<String>,
    kind: Option<String>,
    cursor: Option<String>,
}

impl Wanted {
    fn list(&self) -> ListImports {
        ListImports {
            state: self.state.as_deref().and_then(ImportState::of_tag),
            kind: self.kind.as_deref().and_then(FileKind::of_tag),
            cursor: self.cursor.as_deref().and_then(Cursor::decode),
        }
    }
}

/// Where a list is.
fn at(list: &ListImports) -> String {
    let (state, kind) = (list.state.map(|state| state.tag().to_owned()), list.kind.map(|kind| kind.tag().to_owned()));
    address(ListOf::Imports.path(), &[("state", state), ("kind", kind), ("cursor", list.cursor.as_ref().map(Cursor::encode))])
}

/// Where the list is that is narrowed otherwise, from its first row on.
fn otherwise(list: &ListImports, change: impl FnOnce(&mut ListImports)) -> String {
    let mut other = ListImports { cursor: None, ..list.clone() };
    change(&mut other);
    at(&other)
}

/// The answer to an address whose filters cannot be read.
fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let states = ImportState::ALL.into_iter().map(|state| Choice::new(state.tag(), state_word(words, state))).collect();
    let kinds = FileKind::ALL.into_iter().map(|kind| Choice::new(kind.tag(), kind_word(words, kind))).collect();
    let narrows = vec![Narrow::choice("state", words.t("import-col-state"), states), Narrow::choice("kind", words.t("import-col-holds"), kinds)];
    ::lists::misread(visit, query, ListAt { path: ListOf::Imports.path(), title: words.t("import-title"), nav: Nav::Imports }, narrows)
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(wanted): Query<Wanted>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    Ok(page(&state, &visit, wanted.list(), None).await?.into_response())
}

/// The page, with what was wrong with an upload.
///
/// # Errors
/// What the desk says.
pub(crate) async fn page(state: &PageState, visit: &Visit, list: ListImports, wrong: Option<(StatusCode, Said)>) -> Result<PageDoc, PageError> {
    let imports = state.desk.ask(&visit.actor, list.clone()).await?;
    let look = Tools::load(state, visit, ListOf::Imports).await?;
    let title = visit.words.t("import-title");
    let status = wrong.as_ref().map_or(StatusCode::OK, |(status, _)| *status);
    let wrong = wrong.map(|(_, said)| visit.words.said(&said));
    let body = render(|| body(visit, &list, &imports, &look, wrong));
    Ok(PageDoc::new(title, Nav::Imports, body).status(status))
}

fn body(visit: &Visit, list: &ListImports, imports: &Page<ImportLine>, look: &Tools, wrong: Option<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let first = list.cursor.is_none();
    let upload = first.then(|| upload(visit, wrong));
    let exports = (first && visit.may(Permission::Export)).then(|| exports(visit));
    let next = imports.next.clone().map(|cursor| otherwise(list, |list| list.cursor = Some(cursor)));
    let back = (!first).then(|| otherwise(list, |_| ()));
    let narrow = list.state.is_some() || list.kind.is_some() || !first;
    let rows = match (imports.rows.is_empty(), narrow) {
        (true, true) => {
            let (title, text) = (words.t("table-nothing-found"), words.t("table-nothing-found.hint"));
            view! { <Empty title text icon=Glyph::Search plain=true/> }.into_any()
        }
        (true, false) => {
            let (title, text) = (words.t("import-list-empty-title"), words.t("import-list-empty-text"));
            view! { <Empty title text icon=Glyph::Upload plain=true/> }.into_any()
        }
        (false, _) => table(visit, &imports.rows, look.chosen()).into_any(),
    };
    let (tabs, tools) = (look.tabs(visit, Vec::new()), tools(visit, list, look.end(visit, &columns(words))));
    view! {
        <PageHead title=words.t("import-title") sub=view! { {words.t("import-sub")} }/>
        {upload}
        <Section title=words.t("import-list-title") id="imports" class="above-6">
            {tabs}
            {tools}
            {rows}
            <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
        </Section>
        {exports}
    }
}

fn tools(visit: &Visit, list: &ListImports, end: impl IntoView + 'static) -> AnyView {
    let words = visit.words;
    let mut filters = Vec::new();
    let mut chip = |name: &str, value: String, remove: String| {
        let name = words.t(name);
        let remove_label = words.with("table-filter-remove", &[("name", name.as_str().into())]);
        filters.push(Filter { name, value, remove, remove_label, ..Filter::default() });
    };
    if let Some(state) = list.state {
        chip("import-col-state", state_word(words, state), otherwise(list, |list| list.state = None));
    }
    if let Some(kind) = list.kind {
        chip("import-col-holds", kind_word(words, kind), otherwise(list, |list| list.kind = None));
    }
    let by_state: Vec<MenuItem> = ImportState::ALL
        .into_iter()
        .map(|one| MenuItem::link(state_word(words, one), otherwise(list, |list| list.state = Some(one))).current(list.state == Some(one)))
        .collect();
    let by_kind: Vec<MenuItem> = FileKind::ALL
        .into_iter()
        .map(|one| MenuItem::link(kind_word(words, one), otherwise(list, |list| list.kind = Some(one))).current(list.kind == Some(one)))
        .collect();
    let add = view! {
        <Menu label=words.t("import-col-state") items=by_state icon=Some(Glyph::ListFilter) chip=true/>
        <Menu label=words.t("import-col-holds") items=by_kind icon=Some(Glyph::ListFilter) chip=true/>
    };
    let clear = Some((words.t("table-filters-clear"), at(&ListImports::default())));
    view! {
        <Toolbar label=words.t("table-filters")>
            <FilterChips filters clear add/>
            {end}
        </Toolbar>
    }
    .into_any()
}

fn state_word(words: Words, state: ImportState) -> String {
    words.t(&message_id("import-state", state.tag()))
}

fn kind_word(words: Words, kind: FileKind) -> String {
    words.t(&message_id("import-kind", kind.tag()))
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

/// All columns there are.
fn columns(words: Words) -> Vec<Column> {
    vec![
        Column::new("file", words.t("import-col-file")).fixed(),
        Column::new("holds", words.t("import-col-holds")),
        Column::new("state", words.t("import-col-state")),
        Column::num("written", words.t("import-col-written")),
        Column::num("aside", words.t("import-col-aside")),
        Column::new("by", words.t("import-col-by")),
        Column::new("when", words.t("import-col-when")),
    ]
}

fn table(visit: &Visit, rows: &[ImportLine], chosen: Vec<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let rows = rows
        .iter()
        .map(|line| {
            let (href, name) = (format!("/admin/imports/{}", line.id), line.name.clone());
            let (at, when) = (line.created_at.to_rfc3339(), words.date_time(line.created_at));
            RowOf::new(vec![
                Cell::head(view! { <a href=href><bdi>{name}</bdi></a> }),
                line.kind.map_or_else(Cell::empty, |kind| Cell::new(kind_word(words, kind))),
                Cell::new(if line.stopped { tell::stopped(words) } else { tell::state(words, line.state) }),
                Cell::num(tell::count(words, line.tally.written()), line.tally.written() == 0),
                Cell::num(words.counted(line.waiting), line.waiting.is_none()),
                Cell::new(line.by.clone()).class("sub"),
                Cell::new(view! { <Time at words=when/> }).class("sub nowrap"),
            ])
        })
        .collect::<Vec<_>>();
    view! { <Table caption=words.t("import-title") columns=columns(words) chosen rows/> }
}

/// The list as it is filtered, with the columns one sees.
pub(crate) async fn export(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(wanted): Query<Wanted>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let (words, list) = (visit.words, wanted.list());
    let file = ListFile::of(&state, &visit, ListOf::Imports).await?;
    let columns = columns(words);
    let ask = move |cursor: Option<Cursor>| {
        let (desk, actor, list) = (state.desk.clone(), visit.actor.clone(), ListImports { cursor, ..list.clone() });
        async move {
            let page = desk.ask(&actor, list).await?;
            let rows = page.rows.into_iter().map(|line| {
                vec![
                    line.name,
                    line.kind.map(|kind| kind_word(words, kind)).unwrap_or_default(),
                    if line.stopped { words.t("import-state-stopped") } else { state_word(words, line.state) },
                    line.tally.written().to_string(),
                    words.counted(line.waiting),
                    line.by,
                    line.created_at.to_rfc3339(),
                ]
            });
            Ok((rows.collect(), page.next))
        }
    };
    file.csv(columns, ask).await
}
