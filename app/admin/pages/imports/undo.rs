//! The way back: what it does is said before it is done, and what could not be taken back afterwards.

use super::{import_of, show::doc, tell};
use admin_rules::{ImportView, KeptRow, ListKept, ShowImport, UndoImport};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{Button, Cell, Column, Form, FormActions, Glyph, LinkButton, Notice, PageHead, RowOf, Section, Table, TallyRow, Tone, Weight, render};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, Key, Page, Param};
use wire::{PageDoc, PageResult, PageState, Posted, Visit, see_other};
use words::{Words, message_id};

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(import): Path<String>) -> PageResult {
    let import = import_of(&import)?;
    let view = state.desk.ask(&visit.actor, ShowImport { import }).await?;
    if !view.ways.undo {
        return Ok(see_other(&format!("/admin/imports/{import}")));
    }
    Ok(page(&visit, &view, None).into_response())
}

pub(crate) async fn submit(State(state): State<PageState>, Path(import): Path<String>, Posted { visit, key, .. }: Posted) -> PageResult {
    let import = import_of(&import)?;
    match state.desk.run(Ask::new(&visit.actor, key, UndoImport { import })).await {
        Ok(_) => {
            tell::patience(&state, &visit, import).await?;
            Ok(see_other(&format!("/admin/imports/{import}")))
        }
        Err(AppError::Conflict { said }) => {
            let view = state.desk.ask(&visit.actor, ShowImport { import }).await?;
            Ok(page(&visit, &view, Some(visit.words.said(&said))).refused().into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn page(visit: &Visit, view: &ImportView, wrong: Option<String>) -> PageDoc {
    let words = visit.words;
    let title = words.t("import-undo-title");
    let (heading, sub, back) = (title.clone(), tell::read_as(words, view), format!("/admin/imports/{}", view.id));
    let (csrf, key, action) = (visit.token.clone(), Key::random().as_str().to_owned(), format!("/admin/imports/{}/undo", view.id));
    let tallies = tell::tallies(visit, &view.tally);
    let body = render(move || {
        view! {
            <PageHead title=heading sub=sub/>
            {wrong.map(|wrong| view! { <Notice tone=Tone::Bad><p>{wrong}</p></Notice> })}
            <TallyRow tallies/>
            <p class="above-6 below-5">{words.t("import-undo-text")}</p>
            <Form action csrf idempotency=key>
                <FormActions>
                    <Button label=words.t("import-undo-do") weight=Weight::Danger icon=Glyph::Undo2/>
                    <LinkButton label=words.t("action-cancel") href=back/>
                </FormActions>
            </Form>
        }
    });
    doc(visit, title, body)
}

/// # Errors
/// What the desk says.
pub(crate) async fn read_kept(state: &PageState, visit: &Visit, view: &ImportView) -> Result<Page<KeptRow>, AppError> {
    state.desk.ask(&visit.actor, ListKept { import: view.id, cursor: None }).await
}

pub(crate) fn kept(visit: &Visit, view: &ImportView, kept: &Page<KeptRow>) -> Option<AnyView> {
    if kept.rows.is_empty() {
        return None;
    }
    let words = visit.words;
    let title = words.with("import-kept-title", &[("count", view.lists.kept.into())]);
    let columns = vec![Column::new("item", words.t("import-col-item")), Column::new("why", words.t("import-col-why"))];
    let rows = kept
        .rows
        .iter()
        .map(|row| {
            let (name, sku, why) = (row.name.clone(), row.sku.clone(), why(words, row));
            RowOf::new(vec![Cell::head(view! { <bdi>{name}</bdi>" "<kit::Code value=sku/> }), Cell::new(why).class("sub wide")])
        })
        .collect::<Vec<_>>();
    Some(
        view! {
            <Section title=title id="kept" class="above-6"><Table caption=words.t("import-kept-caption") columns rows/></Section>
        }
        .into_any(),
    )
}

/// Why something stays; the field in it goes by its word.
fn why(words: Words, row: &KeptRow) -> String {
    match row.said.params.iter().find(|(name, _)| name == "field") {
        Some((_, Param::Text(field))) => {
            let field = words.t(&message_id("import-change", field));
            words.with(&row.said.code, &[("field", field.into())])
        }
        _ => words.said(&row.said),
    }
}
