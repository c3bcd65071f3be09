//! What a file holds: found out, and corrected here. What must be answered is asked on the same form.

use super::{
    busy::{discard, steps},
    form::{self, PlaceSaid},
    import_of, places,
    show::doc,
    tell,
};
use crate::told;
use ::lists::history::Face;
use admin_rules::{Answers, CheckImport, ImportView, PlaceAnswer, ShowImport};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{
    ActionBar, Button, Cell, Choice, Column, Density, ErrorSummary, Form, Notice, OnPhone, PageHead, RowOf, Section, Select, Table, Tone, Weight,
    render,
};
use leptos::prelude::*;
use vocabulary::{Ask, FieldError, Key};
use wire::{Fields, PageDoc, PageResult, PageState, Posted, Typed, Visit, refused, see_other};
use words::message_id;

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(import): Path<String>) -> PageResult {
    let import = import_of(&import)?;
    let view = state.desk.ask(&visit.actor, ShowImport { import }).await?;
    Ok(page(&visit, &view, None, &[]).into_response())
}

pub(crate) async fn submit(State(state): State<PageState>, Path(import): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let import = import_of(&import)?;
    let view = state.desk.ask(&visit.actor, ShowImport { import }).await?;
    let (answers, said) = form::read(&visit, &view, &fields);
    let answers = match open_stores(&state, &visit, &key, answers, said).await {
        Ok(answers) => answers,
        Err(error) => {
            let errors = refused(error)?;
            return Ok(page(&visit, &view, Some(&fields), &errors).refused().into_response());
        }
    };
    match state.desk.run(Ask::new(&visit.actor, key, CheckImport { import, answers })).await {
        Ok(_) => {
            tell::patience(&state, &visit, import).await?;
            Ok(see_other(&format!("/admin/imports/{import}")))
        }
        Err(error) => {
            let errors = refused(error)?;
            Ok(page(&visit, &view, Some(&fields), &errors).refused().into_response())
        }
    }
}

/// Opens the stores that are asked for; the same form pressed twice opens each once.
async fn open_stores(state: &PageState, visit: &Visit, key: &Key, answers: Answers, said: Vec<PlaceSaid>) -> Result<Answers, vocabulary::AppError> {
    let (mut places, mut taken): (Vec<PlaceAnswer>, Vec<String>) = (Vec::new(), Vec::new());
    for said in said {
        match said {
            PlaceSaid::Known(place) => places.push(place),
            PlaceSaid::ToOpen(name) => {
                let new = places::store_named(visit, &name, &taken);
                taken.push(new.code.clone());
                let part = key.part(&new.code);
                let made = state.desk.run(Ask::new(&visit.actor, part, new)).await?;
                places.push(PlaceAnswer { name, store: Some(made.store) });
            }
        }
    }
    Ok(Answers { places, ..answers })
}

pub(crate) fn page(visit: &Visit, view: &ImportView, fields: Option<&Fields>, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let title = words.t("import-options-title");
    let (heading, sub) = (title.clone(), tell::read_as(words, view));
    let begun = form::fields(view);
    let typed = Typed::new(words, fields.unwrap_or(&begun), errors);
    let asked = view.problem.as_ref().map(|said| words.said(said));
    let body = render(|| {
        let (csrf, key, action) = (visit.token.clone(), Key::random().as_str().to_owned(), format!("/admin/imports/{}/options", view.id));
        let (summary, sub_text) = (typed.summary(&[]), words.t("import-options-sub"));
        let (places, about, columns) = (places::section(visit, view, &typed), form::about_file(visit, view, &typed), columns(visit, view, &typed));
        let discard = discard(visit, view);
        view! {
            <PageHead title=heading sub=sub actions=view! { {discard} }/>
            {told::import(visit, view).tabs(visit, Face::Overview)}
            {steps(words, 1)}
            {asked.map(|asked| view! { <div class="above-2"><Notice tone=Tone::Warn><p>{asked}</p></Notice></div> })}
            <p class="hint above-2 below-2">{sub_text}</p>
            <Form action csrf idempotency=key>
                <ErrorSummary title=words.t("errors-title") errors=summary/>
                {places}
                {about}
                {columns}
                <ActionBar words=view! { <strong>{words.t("import-nothing-written")}</strong> }>
                    <Button label=words.t("import-options-do") weight=Weight::Primary/>
                </ActionBar>
            </Form>
        }
    });
    doc(visit, title, body)
}

/// Which column is what: to be chosen where the file is of no system that we know.
fn columns(visit: &Visit, view: &ImportView, typed: &Typed) -> Option<AnyView> {
    let words = visit.words;
    let facts = view.facts.as_ref()?;
    if facts.columns.is_empty() {
        return None;
    }
    let heads = vec![
        Column::new("column", words.t("import-col-column")),
        Column::new("values", words.t("import-col-values")),
        Column::new("field", words.t("import-col-field")),
    ];
    let choices: Vec<Choice> = std::iter::once(Choice::new("", words.t("import-column-none")))
        .chain(facts.fields.iter().map(|field| Choice::new(field.clone(), words.t(&message_id("import-field", field)))))
        .collect();
    let rows = facts
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let (name, values) = (column.name.clone(), column.samples.join(" · "));
            let read = if facts.fields.is_empty() {
                let field =
                    column.field.as_deref().map_or_else(|| words.t("import-column-none"), |field| words.t(&message_id("import-field", field)));
                view! { {field} }.into_any()
            } else {
                let field = format!("f{at}");
                let label = words.with("import-column-field", &[("column", name.as_str().into())]);
                let (choices, value) = (choices.clone(), typed.value(&field));
                view! { <Select name=field label choices value hide_label=true/> }.into_any()
            };
            RowOf::new(vec![Cell::head(view! { <bdi>{name}</bdi> }), Cell::new(view! { <bdi>{values}</bdi> }).class("sub wide"), Cell::new(read)])
        })
        .collect::<Vec<_>>();
    Some(
        view! {
            <Section title=words.t("import-columns-title") id="columns" class="above-6">
                <Table caption=words.t("import-columns-caption") columns=heads rows density=Density::Compact phone=OnPhone::RecordsInTwos/>
            </Section>
        }
        .into_any(),
    )
}
