//! The rows set aside: what is wrong, what would be right, and a field to put it right in.

use super::{
    import_of, show,
    show::{Mending, Wanted},
    tell,
};
use admin_rules::{
    AsideRow, AsideState, ImportState, ImportView, ListAside, MendRow, MendedCell, PassOver, RowTrouble, RunMended, ShowImport, TakeSuggestions,
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{Button, Cell, Column, Form, Glyph, Input, LinkButton, Pager, Row, RowOf, Size, Table, Weight};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, FieldError, ImportId, Key, Page, Said};
use wire::{Fields, PageResult, PageState, Posted, Visit, see_other};
use words::message_id;

/// # Errors
/// What the desk says.
pub(crate) async fn read(state: &PageState, visit: &Visit, view: &ImportView, wanted: &Wanted) -> Result<Page<AsideRow>, AppError> {
    state.desk.ask(&visit.actor, ListAside { import: view.id, cursor: wanted.aside() }).await
}

pub(crate) fn section(visit: &Visit, view: &ImportView, aside: Page<AsideRow>, wanted: &Wanted) -> Option<AnyView> {
    let words = visit.words;
    let lists = view.lists;
    let all = lists.waiting + lists.mended + lists.passed_over;
    if all == 0 {
        return None;
    }
    let base = format!("/admin/imports/{}", view.id);
    let open = matches!(view.state, ImportState::Ready | ImportState::Done);
    let title = words.with("import-aside-title", &[("count", all.into())]);
    let (token, download) = (visit.token.clone(), format!("{base}/aside.csv"));
    let suggestions = (open && lists.suggested > 0).then(|| {
        let label = words.with("import-aside-suggestions", &[("count", lists.suggested.into())]);
        let (csrf, key, action) = (token.clone(), Key::random().as_str().to_owned(), format!("{base}/suggestions"));
        view! { <Form action csrf idempotency=key class="row"><Button label icon=Glyph::Check/></Form> }
    });
    let run = (view.state == ImportState::Done && lists.mended > 0).then(|| {
        let label = words.with("import-do-mended", &[("count", lists.mended.into())]);
        let (csrf, key, action) = (token.clone(), Key::random().as_str().to_owned(), format!("{base}/mended"));
        view! { <Form action csrf idempotency=key class="row"><Button label weight=Weight::Primary icon=Glyph::Upload/></Form> }
    });
    let next = aside.next.as_ref().map(|cursor| format!("{base}?aside={}#aside", cursor.encode()));
    let back = wanted.aside.as_ref().map(|_| format!("{base}#aside"));
    let table = table(visit, view, &aside.rows, open, wanted);
    Some(
        view! {
            <section aria-labelledby="aside" class="above-6">
                <div class="section-head">
                    <h2 id="aside">{title}</h2>
                    <LinkButton label=words.t("import-aside-download") href=download icon=Glyph::Download download=true/>
                    {suggestions}
                    {run}
                </div>
                {open.then(|| view! { <p class="hint below-2">{words.t("import-aside-text")}</p> })}
                {table}
                <Pager label=words.t("import-aside-pages") summary=String::new() back_label=words.t("pager-first") next_label=words.t("pager-next") back next/>
            </section>
        }
        .into_any(),
    )
}

fn table(visit: &Visit, view: &ImportView, rows: &[AsideRow], open: bool, wanted: &Wanted) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![
        Column::num("row", words.t("import-col-row")),
        Column::new("column", words.t("import-col-column")),
        Column::new("sent", words.t("import-col-sent")),
        Column::new("wrong", words.t("import-col-wrong")),
        Column::new("right", words.t("import-col-right")).class("fix"),
        Column::new("decision", words.t("import-col-decision")).hide_label(),
    ];
    let lines = rows.iter().flat_map(|row| {
        let many = row.troubles.iter().enumerate();
        many.map(|(at, trouble)| line(visit, view, row, at, trouble, open, wanted)).collect::<Vec<_>>()
    });
    let rows: Vec<RowOf> = lines.collect();
    view! { <Table caption=words.t("import-aside-caption") columns rows/> }
}

/// One thing that is wrong with a row; what is to be done with the row stands beside the first.
fn line(visit: &Visit, view: &ImportView, row: &AsideRow, at: usize, trouble: &RowTrouble, open: bool, wanted: &Wanted) -> RowOf {
    let words = visit.words;
    let number = row.line.to_string();
    let column = match trouble.field() {
        Some(field) => words.t(&message_id("import-field", field)),
        None if trouble.column.is_empty() => words.t("import-row-whole"),
        None => trouble.column.clone(),
    };
    let sent = if trouble.sent.is_empty() { words.t("import-row-empty") } else { trouble.sent.clone() };
    let wrong_id = format!("w{}-{at}", row.line);
    let typed = wanted.mending.as_ref().filter(|mending| mending.line == row.line);
    let right = right(visit, view, row, at, trouble, open, typed);
    let decision = (at == 0).then(|| decision(visit, view, row, open, wanted.aside.as_deref().unwrap_or_default()));
    let said = words.said(&trouble.said);
    RowOf::new(vec![
        Cell::head(view! { <span class="only-phone">{words.t("import-col-row")}" "</span>{number} }).class("num sub"),
        Cell::new(view! { <bdi>{column}</bdi> }).class("nowrap"),
        Cell::new(view! { <span class="mark code"><bdi>{sent}</bdi></span> }).class("sent"),
        Cell::new(view! { <span id=wrong_id>{said}</span> }).class("sub wide"),
        right.map_or_else(Cell::empty, Cell::new).class("wide"),
        decision.map_or_else(Cell::empty, Cell::new).class("nowrap"),
    ])
    .id(if at == 0 { format!("row-{}", row.line) } else { String::new() })
}

fn right(visit: &Visit, view: &ImportView, row: &AsideRow, at: usize, trouble: &RowTrouble, open: bool, typed: Option<&Mending>) -> Option<AnyView> {
    if trouble.column.is_empty() {
        return None;
    }
    let index = view.facts.as_ref()?.columns.iter().position(|column| column.name == trouble.column);
    let now = index.and_then(|index| row.cells.get(index)).cloned().unwrap_or_default();
    if !open || row.state != AsideState::Waiting {
        return Some(view! { <bdi>{now}</bdi> }.into_any());
    }
    let args = [("row", row.line.to_string().into()), ("column", trouble.column.as_str().into())];
    let label = visit.words.with("import-row-right", &args);
    let sent = typed.and_then(|typed| typed.cells.iter().find(|cell| cell.column == trouble.column)).map(|cell| cell.value.clone());
    let error = typed.and_then(|typed| typed.errors.iter().find(|(column, _)| *column == trouble.column)).map(|(_, said)| visit.words.said(said));
    let value = sent.or_else(|| trouble.suggestion.clone()).unwrap_or(now);
    let (id, form) = (format!("v{}-{at}", row.line), format!("r{}", row.line));
    // What is wrong with what was typed comes before what was wrong with the file's.
    let described = if error.is_some() { format!("{id}-error w{}-{at}", row.line) } else { format!("w{}-{at}", row.line) };
    Some(view! { <Input name=format!("v{at}") id=id label value form=form error hide_label=true attr:aria-describedby=described/> }.into_any())
}

/// What is to be done with a row.
fn decision(visit: &Visit, view: &ImportView, row: &AsideRow, open: bool, cursor: &str) -> AnyView {
    let words = visit.words;
    let told = match row.state {
        AsideState::Waiting => None,
        AsideState::Mended => Some(words.t("import-row-mended")),
        AsideState::PassedOver => Some(words.t("import-row-passed")),
    };
    if !open {
        return told.into_any();
    }
    let line = row.line.to_string();
    let mut hidden = vec![(String::from("line"), line.clone()), (String::from("aside"), cursor.to_owned())];
    hidden.extend(row.troubles.iter().enumerate().map(|(at, trouble)| (format!("c{at}"), trouble.column.clone())));
    let (csrf, key, action) = (visit.token.clone(), Key::random().as_str().to_owned(), format!("/admin/imports/{}/mend", view.id));
    let args = [("row", line.as_str().into())];
    let (use_label, skip_label) = (words.with("import-row-use-label", &args), words.with("import-row-skip-label", &args));
    let can_be_mended = row.troubles.iter().any(|trouble| !trouble.column.is_empty());
    let buttons = match told {
        None => view! {
            <Row class="nowrap-row row-tight">
                {can_be_mended.then(|| view! { <Button label=words.t("import-row-use") size=Size::Small name="act" value="use" attr:aria-label=use_label/> })}
                <Button label=words.t("import-row-skip") weight=Weight::Quiet size=Size::Small name="act" value="skip" attr:aria-label=skip_label/>
            </Row>
        }
        .into_any(),
        Some(told) => view! {
            <Row class="nowrap-row row-tight">
                <span class="sub small">{told}</span>
                <Button label=words.t("import-row-back") weight=Weight::Quiet size=Size::Small name="act" value="back"/>
            </Row>
        }
        .into_any(),
    };
    view! { <Form action csrf idempotency=key hidden id=format!("r{line}") class="row">{buttons}</Form> }.into_any()
}

pub(crate) async fn mend(State(state): State<PageState>, Path(import): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let import = import_of(&import)?;
    let line: u64 = fields.get("line").parse().map_err(|_| AppError::NotFound)?;
    match fields.get("act") {
        "skip" | "back" => {
            let pass = PassOver { import, line, back: fields.get("act") == "back" };
            state.desk.run(Ask::new(&visit.actor, key, pass)).await?;
        }
        _ => {
            let mend = MendRow { import, line, cells: cells(&fields) };
            match state.desk.run(Ask::new(&visit.actor, key, mend.clone())).await {
                Ok(_) => {}
                Err(AppError::Invalid { fields: wrong }) => {
                    let aside = Some(fields.get("aside").to_owned()).filter(|cursor| !cursor.is_empty());
                    let wanted = Wanted { aside, mending: Some(mending(mend, wrong)), ..Wanted::default() };
                    let view = state.desk.ask(&visit.actor, ShowImport { import }).await?;
                    return Ok(show::page(&state, &visit, &view, &wanted, None).await?.refused().into_response());
                }
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(see_other(&back_to(import, fields.get("aside"), Some(line))))
}

fn mending(mend: MendRow, wrong: Vec<FieldError>) -> Mending {
    let column = |error: &FieldError| {
        let at: usize = error.field.strip_prefix("cells[")?.split(']').next()?.parse().ok()?;
        Some(mend.cells.get(at)?.column.clone())
    };
    let errors = wrong.into_iter().filter_map(|error| Some((column(&error)?, error.said))).collect();
    Mending { line: mend.line, cells: mend.cells, errors }
}

/// The columns of a row and what was typed for each.
fn cells(fields: &Fields) -> Vec<MendedCell> {
    (0..64)
        .map(|at| (format!("c{at}"), format!("v{at}")))
        .take_while(|(column, _)| fields.has(column))
        .filter(|(column, value)| !fields.get(column).is_empty() && fields.has(value))
        .map(|(column, value)| MendedCell { column: fields.get(&column).to_owned(), value: fields.get(&value).to_owned() })
        .collect()
}

/// The page one came from, at the row one was at.
fn back_to(import: ImportId, cursor: &str, line: Option<u64>) -> String {
    let cursor: String = cursor.chars().filter(char::is_ascii_hexdigit).collect();
    let query = if cursor.is_empty() { String::new() } else { format!("?aside={cursor}") };
    let at = line.map_or_else(|| String::from("aside"), |line| format!("row-{line}"));
    format!("/admin/imports/{import}{query}#{at}")
}

pub(crate) async fn take_all(State(state): State<PageState>, Path(import): Path<String>, Posted { visit, key, .. }: Posted) -> PageResult {
    let import = import_of(&import)?;
    state.desk.run(Ask::new(&visit.actor, key, TakeSuggestions { import })).await?;
    Ok(visit.done(&back_to(import, "", None), Said::new("import-flash-suggestions")).await)
}

pub(crate) async fn run(State(state): State<PageState>, Path(import): Path<String>, Posted { visit, key, .. }: Posted) -> PageResult {
    let import = import_of(&import)?;
    state.desk.run(Ask::new(&visit.actor, key, RunMended { import })).await?;
    tell::patience(&state, &visit, import).await?;
    Ok(see_other(&format!("/admin/imports/{import}")))
}
