//! A line of a count: what was noted and photographed, and who looks into it.

use super::evidence;
use crate::common::{item_label, who};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, State},
    http::header,
    response::IntoResponse,
    routing::{get, post},
};
use chrono::Days;
use kit::{
    Badge, Button, Card, Choice, Code, ErrorSummary, Event, FieldRow, Form as FormView, FormActions, Glyph, Input, PageHead, Section, Select,
    TextArea, Tone, Weight, render,
};
use leptos::prelude::*;
use lists::history::timeline;
use stock_rules::{
    CountEvidence, CountView, EndInvestigation, EvidenceRow, InvestigateCountLine, InvestigationRow, NOTE_MAX, ShowCount, ShowCountEvidence,
    ShowCountPhoto, ShowStock,
};
use vocabulary::{AppError, Ask, CountId, EvidenceId, FieldError, Key, LocationId, Permission, Said, VariantId};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[
    ("note", "note"),
    ("photo", "evidence-photo"),
    ("person", "investigation-who"),
    ("until", "investigation-until"),
    ("outcome", "investigation-outcome"),
];

/// Which line.
#[derive(Clone, Copy, serde::Deserialize)]
pub(super) struct Of {
    pub count: CountId,
    pub location: LocationId,
    pub variant: VariantId,
}

impl Of {
    pub(super) fn path(self) -> String {
        format!("/stock/counts/{}/lines/{}/{}", self.count, self.location, self.variant)
    }
}

/// The pages of a line. A photo is larger than what other forms send.
pub(super) fn routes() -> Router<PageState> {
    let photos = Router::new()
        .route("/stock/counts/{count}/lines/{location}/{variant}/evidence", post(evidence::add))
        .layer(DefaultBodyLimit::max(stock_rules::PHOTO_MAX + evidence::FORM));
    Router::new()
        .route("/stock/counts/{count}/lines/{location}/{variant}", get(show))
        .route("/stock/counts/{count}/lines/{location}/{variant}/investigation", post(investigate))
        .route("/stock/counts/{count}/lines/{location}/{variant}/investigation/end", post(end))
        .route("/stock/counts/{count}/photos/{evidence}", get(photo))
        .merge(photos)
}

/// A line with what is known of it.
struct Shown {
    of: Of,
    count: CountView,
    notes: CountEvidence,
    name: String,
    sku: String,
    place: String,
}

async fn load(state: &PageState, visit: &Visit, of: Of) -> Result<Shown, PageError> {
    visit.needs(Permission::Count)?;
    let count = state.desk.ask(&visit.actor, ShowCount { count: of.count }).await?;
    let notes = state.desk.ask(&visit.actor, ShowCountEvidence { count: of.count }).await?;
    let item = state.desk.ask(&visit.actor, ShowStock { variant: of.variant, store: None }).await?;
    let place = count.places.iter().find(|place| place.location == of.location).map(|place| place.code.clone());
    let place = place.or_else(|| notes.evidence.iter().find(|row| row.location == of.location).map(|row| row.location_code.clone()));
    Ok(Shown { of, count, notes, name: item_label(&item.name, &item.option_text), sku: item.sku, place: place.ok_or(AppError::NotFound)? })
}

async fn show(State(state): State<PageState>, visit: Visit, Path(of): Path<Of>) -> PageResult {
    let shown = load(&state, &visit, of).await?;
    Ok(page(&visit, &Fields::default(), &[], &shown).into_response())
}

/// The page again, with what was typed and what is wrong with it.
pub(super) async fn refuse(state: &PageState, visit: &Visit, fields: &Fields, of: Of, errors: &[FieldError]) -> PageResult {
    let shown = load(state, visit, of).await?;
    Ok(page(visit, fields, errors, &shown).refused().into_response())
}

/// What an operation refused, as errors of the page.
///
/// # Errors
/// What is no refusal fails the whole page.
pub(super) fn errors_of(error: AppError) -> Result<Vec<FieldError>, PageError> {
    match error {
        AppError::Invalid { fields } => Ok(fields),
        AppError::Conflict { said } => Ok(vec![FieldError { field: String::new(), said }]),
        AppError::Stale => Ok(vec![FieldError::new("", "error-stale")]),
        other => Err(other.into()),
    }
}

async fn investigate(State(state): State<PageState>, Path(of): Path<Of>, Posted { visit, key, fields }: Posted) -> PageResult {
    visit.needs(Permission::CountReview)?;
    let mut form = Form::new(visit.words, &fields);
    let person = form.optional_choice("person");
    let until = visit.words.read_date(form.raw("until")).ok();
    if until.is_none() {
        form.wrong(FieldError::new("until", "date-not-a-date").with("example", visit.words.date_input(visit.words.today())));
    }
    let note = form.optional_text("what", NOTE_MAX);
    let Of { count, location, variant } = of;
    let operation = person.zip(until).zip(note).map(|((person, until), note)| InvestigateCountLine { count, location, variant, person, until, note });
    let outcome = match form.finish(operation) {
        Ok(operation) => state.desk.run(Ask::new(&visit.actor, key, operation)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(()) => Ok(visit.done(&of.path(), Said::new("investigation-done-opened")).await),
        Err(error) => refuse(&state, &visit, &fields, of, &errors_of(error)?).await,
    }
}

async fn end(State(state): State<PageState>, Path(of): Path<Of>, Posted { visit, key, fields }: Posted) -> PageResult {
    visit.needs(Permission::CountReview)?;
    let Of { count, location, variant } = of;
    let mut form = Form::new(visit.words, &fields);
    let outcome = form.text("outcome", NOTE_MAX);
    let outcome = match form.finish(outcome) {
        Ok(outcome) => state.desk.run(Ask::new(&visit.actor, key, EndInvestigation { count, location, variant, outcome })).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(()) => Ok(visit.done(&of.path(), Said::new("investigation-done-ended")).await),
        Err(error) => refuse(&state, &visit, &fields, of, &errors_of(error)?).await,
    }
}

/// A photo as it was taken, for those who may see it, and served as nothing but a picture.
async fn photo(State(state): State<PageState>, visit: Visit, Path((count, evidence)): Path<(CountId, EvidenceId)>) -> PageResult {
    let photo = state.desk.ask(&visit.actor, ShowCountPhoto { count, evidence }).await?;
    let headers = [
        (header::CONTENT_TYPE, photo.kind.media_type()),
        (header::CACHE_CONTROL, "private, no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_DISPOSITION, "inline"),
    ];
    Ok((headers, photo.photo.0).into_response())
}

fn page(visit: &Visit, fields: &Fields, errors: &[FieldError], shown: &Shown) -> PageDoc {
    let words = visit.words;
    let title = shown.name.clone();
    let typed = Typed::new(words, fields, errors);
    let heading = title.clone();
    let body = render(|| {
        let summary = typed.summary(LABELS);
        let sub = view! { <span class="row"><Code value=shown.sku.clone()/> <Code value=shown.place.clone()/> <bdi>{shown.count.count.name.clone()}</bdi></span> };
        let notes = notes(visit, shown);
        let add = evidence::form(visit, &typed, shown.of);
        let looks = visit.may(Permission::CountReview).then(|| investigation(visit, &typed, shown));
        view! {
            <PageHead title=heading sub/>
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            {looks}
            <Section title=words.t("evidence-title") id="evidence">{notes}</Section>
            <Section title=words.t("evidence-add") id="add">{add}</Section>
        }
    });
    let count = format!("/stock/counts/{}", shown.of.count);
    PageDoc::new(title, Nav::Counts, body).under(words.t("nav-counts"), "/stock/counts").under(shown.count.count.name.clone(), count)
}

fn notes(visit: &Visit, shown: &Shown) -> AnyView {
    let words = visit.words;
    let of = |row: &&EvidenceRow| row.location == shown.of.location && row.variant == shown.of.variant;
    let rows: Vec<&EvidenceRow> = shown.notes.evidence.iter().filter(of).collect();
    if rows.is_empty() {
        return view! { <p class="mute">{words.t("evidence-none")}</p> }.into_any();
    }
    let events = rows
        .into_iter()
        .map(|row| {
            let detail = words.with("history-detail", &[("who", who(words, &row.who).into()), ("when", words.date_time(row.noted_at).into())]);
            let picture = row.photo.map(|_| {
                let src = format!("/stock/counts/{}/photos/{}", shown.of.count, row.evidence);
                let alt = words.with("evidence-photo-by", &[("name", who(words, &row.who).into())]);
                let href = src.clone();
                view! { <a href=href><img class="evidence" src=src alt=alt loading="lazy"/></a> }
            });
            Event::new(Glyph::Pencil, view! { <span>{row.note.clone()}</span> {picture} }).detail(view! { {detail} })
        })
        .collect();
    timeline(words.t("evidence-title"), events).into_any()
}

fn investigation(visit: &Visit, typed: &Typed, shown: &Shown) -> AnyView {
    let words = visit.words;
    let of = |row: &&InvestigationRow| row.location == shown.of.location && row.variant == shown.of.variant;
    let row = shown.notes.investigations.iter().find(of);
    let (csrf, key) = (visit.token.clone(), Key::random().as_str().to_owned());
    let path = format!("{}/investigation", shown.of.path());
    let told = row.map(|row| told(visit, row));
    let form = if row.is_some_and(|row| row.ended_at.is_none()) {
        let (value, error) = (typed.value("outcome"), typed.error("outcome"));
        view! {
            <FormView action=format!("{path}/end") csrf idempotency=key>
                <TextArea name="outcome" label=words.t("investigation-outcome") value error rows=2 maxlength=500_u32 required=true/>
                <FormActions><Button label=words.t("investigation-end") icon=Glyph::Check weight=Weight::Primary/></FormActions>
            </FormView>
        }
        .into_any()
    } else {
        let people = shown.notes.people.iter().map(|one| Choice::new(one.person.to_string(), one.name.clone())).collect();
        let until = typed.value("until");
        let soon = words.today().checked_add_days(Days::new(2)).unwrap_or_else(|| words.today());
        let until = if until.is_empty() { soon.to_string() } else { until };
        let (person, person_error, until_error) = (typed.value("person"), typed.error("person"), typed.error("until"));
        let (what, what_error) = (typed.value("what"), typed.error("what"));
        view! {
            <FormView action=path csrf idempotency=key>
                <p class="mute">{words.t("investigation-effect")}</p>
                <FieldRow>
                    <Select name="person" label=words.t("investigation-who") choices=people value=person error=person_error prompt=words.t("investigation-me")/>
                    <Input name="until" kind="date" label=words.t("investigation-until") value=until error=until_error/>
                    <TextArea name="what" label=words.t("investigation-what") value=what error=what_error optional=words.t("optional") rows=2 maxlength=500_u32/>
                </FieldRow>
                <FormActions><Button label=words.t("investigation-open") icon=Glyph::Search/></FormActions>
            </FormView>
        }
        .into_any()
    };
    view! { <Card title=words.t("investigation-title") id="investigation">{told} {form}</Card> }.into_any()
}

/// Who looks into it and until when, and what came of it.
fn told(visit: &Visit, row: &InvestigationRow) -> AnyView {
    let words = visit.words;
    let late = row.ended_at.is_none() && row.until < words.today();
    let by = words.with("investigation-by", &[("name", who(words, &row.who).into()), ("day", words.date(row.until).into())]);
    let state = match row.ended_at {
        Some(_) => view! { <Badge label=words.t("investigation-over-state") tone=Tone::Ok/> }.into_any(),
        None if late => view! { <Badge label=words.t("investigation-late") tone=Tone::Bad/> }.into_any(),
        None => view! { <Badge label=words.t("investigation-goes-on") tone=Tone::Info/> }.into_any(),
    };
    let note = (!row.note.is_empty()).then(|| view! { <p>{row.note.clone()}</p> });
    let outcome = row.ended_at.map(|at| {
        let by = words.with("history-detail", &[("who", who(words, &row.ended_by).into()), ("when", words.date_time(at).into())]);
        view! { <p>{row.outcome.clone()} " " <span class="sub small">{by}</span></p> }
    });
    view! { <p class="row">{state} <span>{by}</span></p> {note} {outcome} }.into_any()
}
