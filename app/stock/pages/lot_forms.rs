//! What may be done to a lot: hold it, call it back, let it go, set its days right.

use crate::{
    common::{address, allowed},
    lot::{Shown, key, page},
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{Button, Card, Choice, FieldRow, Form as FormView, FormActions, Glyph, Input, RadioGroup, TextArea, Weight};
use leptos::prelude::*;
use stock_rules::{EditLot, HoldLot, LotRow, LotSaved, NOTE_MAX, ReleaseLot};
use vocabulary::{AppError, Ask, FieldError, LotId, LotState, Operation, Permission, Said};
use wire::{Fields, Form, PageResult, PageState, Posted, Typed, Visit, refused};
use words::Words;

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[("note", "reason"), ("state", "lot-do"), ("expires_on", "lot-expires"), ("made_on", "lot-made")];

pub(crate) fn summary(words: Words, fields: &Fields, errors: &[FieldError]) -> Vec<(String, String)> {
    Typed::new(words, fields, errors).summary(LABELS)
}

pub(crate) async fn hold(State(state): State<PageState>, Path(lot): Path<String>, posted: Posted) -> PageResult {
    allowed(&posted.visit, HoldLot::NEEDS)?;
    let mut form = Form::new(posted.visit.words, &posted.fields);
    let (id, version) = (id(&lot)?, form.choice::<i64>("version"));
    let note = form.text("note", NOTE_MAX);
    let recall = form.raw("state") == "recalled";
    let operation = form.finish(version.zip(note).map(|(version, note)| HoldLot { lot: id, version, recall, note }));
    answer(&state, posted, &lot, operation, if recall { "lot-done-recalled" } else { "lot-done-held" }).await
}

pub(crate) async fn release(State(state): State<PageState>, Path(lot): Path<String>, posted: Posted) -> PageResult {
    allowed(&posted.visit, ReleaseLot::NEEDS)?;
    let mut form = Form::new(posted.visit.words, &posted.fields);
    let (id, version) = (id(&lot)?, form.choice::<i64>("version"));
    let note = form.optional_text("note", NOTE_MAX);
    let operation = form.finish(version.zip(note).map(|(version, note)| ReleaseLot { lot: id, version, note }));
    answer(&state, posted, &lot, operation, "lot-done-released").await
}

pub(crate) async fn edit(State(state): State<PageState>, Path(lot): Path<String>, posted: Posted) -> PageResult {
    allowed(&posted.visit, EditLot::NEEDS)?;
    let mut form = Form::new(posted.visit.words, &posted.fields);
    let (id, version) = (id(&lot)?, form.choice::<i64>("version"));
    let (expires_on, made_on) = (day(&posted.visit, &mut form, "expires_on"), day(&posted.visit, &mut form, "made_on"));
    let days = version.zip(expires_on).zip(made_on);
    let operation = form.finish(days.map(|((version, expires_on), made_on)| EditLot { lot: id, version, expires_on, made_on }));
    answer(&state, posted, &lot, operation, "lot-done-edited").await
}

fn id(lot: &str) -> Result<LotId, AppError> {
    lot.parse().map_err(|_| AppError::NotFound)
}

/// The day in a field; `Some(None)` where none is there.
fn day(visit: &Visit, form: &mut Form<'_>, name: &str) -> Option<Option<chrono::NaiveDate>> {
    if form.raw(name).is_empty() {
        return Some(None);
    }
    match visit.words.read_date(form.raw(name)) {
        Ok(day) => Some(Some(day)),
        Err(said) => {
            form.wrong(FieldError { field: name.to_owned(), said });
            None
        }
    }
}

/// Done, and said; or the page again with what is wrong.
async fn answer<O: Operation<Reply = LotSaved>>(
    state: &PageState,
    posted: Posted,
    lot: &str,
    operation: Result<O, Vec<FieldError>>,
    done: &'static str,
) -> PageResult {
    let Posted { visit, key, fields } = posted;
    let outcome = match operation {
        Ok(operation) => state.desk.run(Ask::new(&visit.actor, key, operation)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    let error = match outcome {
        Ok(saved) => return Ok(visit.done(&address(&format!("/stock/lots/{lot}"), &[]), Said::new(done).with("quantity", saved.quantity)).await),
        Err(error) => error,
    };
    let errors = match error {
        AppError::Stale => vec![FieldError::new("main", "error-stale")],
        other => refused(other)?,
    };
    let shown = Shown::load(state, &visit, lot).await?;
    Ok(page(&visit, &fields, &errors, &shown).refused().into_response())
}

pub(crate) fn view(visit: &Visit, fields: &Fields, errors: &[FieldError], head: &LotRow) -> Option<AnyView> {
    if !visit.may(Permission::LotHold) {
        return None;
    }
    let typed = Typed::new(visit.words, fields, errors);
    let turn = if head.state == LotState::Recalled { None } else { Some(holding(visit, &typed, head)) };
    let release = (head.state != LotState::Free).then(|| releasing(visit, head));
    Some(view! { {release}{turn}{days(visit, &typed, head)} }.into_any())
}

fn hidden(head: &LotRow) -> Vec<(String, String)> {
    vec![(String::from("version"), head.version.to_string())]
}

fn holding(visit: &Visit, typed: &Typed, head: &LotRow) -> AnyView {
    let words = visit.words;
    let (action, csrf) = (format!("/stock/lots/{}/hold", head.lot), visit.token.clone());
    let mut choices = vec![
        Choice::new("held", words.t("lot-do-hold")).hint(words.t("lot-do-hold.hint")),
        Choice::new("recalled", words.t("lot-do-recall")).hint(words.t("lot-do-recall.hint")),
    ];
    choices.retain(|choice| head.state == LotState::Free || choice.value == "recalled");
    let first = choices.first().map(|choice| choice.value.clone()).unwrap_or_default();
    let value = if typed.value("state") == "recalled" { String::from("recalled") } else { first };
    let (note, error, hidden) = (typed.value("note"), typed.error("note"), hidden(head));
    let most = u32::try_from(NOTE_MAX).unwrap_or(500);
    view! {
        <Card title=words.t("lot-hold-title") id="hold">
            <FormView action csrf idempotency=key() hidden>
                <RadioGroup name="state" legend=words.t("lot-do") choices value/>
                <TextArea name="note" label=words.t("reason") value=note error rows=2 maxlength=most required=true/>
                <FormActions><Button label=words.t("lot-hold-do") weight=Weight::Danger icon=Glyph::Lock/></FormActions>
            </FormView>
        </Card>
    }
    .into_any()
}

fn releasing(visit: &Visit, head: &LotRow) -> AnyView {
    let words = visit.words;
    let (action, csrf, hidden) = (format!("/stock/lots/{}/release", head.lot), visit.token.clone(), hidden(head));
    view! {
        <Card title=words.t("lot-release-title") id="release">
            <FormView action csrf idempotency=key() hidden>
                <p class="small mute">{words.t("lot-release-effect")}</p>
                <FormActions><Button label=words.t("lot-release-do") icon=Glyph::RotateCcw/></FormActions>
            </FormView>
        </Card>
    }
    .into_any()
}

fn days(visit: &Visit, typed: &Typed, head: &LotRow) -> AnyView {
    let words = visit.words;
    let (action, csrf, hidden) = (format!("/stock/lots/{}/edit", head.lot), visit.token.clone(), hidden(head));
    let (wrong_expires, wrong_made) = (typed.error("expires_on"), typed.error("made_on"));
    let now = |name: &str, day: Option<chrono::NaiveDate>| {
        if typed.has(name) { typed.value(name) } else { day.map(|day| day.to_string()).unwrap_or_default() }
    };
    let (expires, made) = (now("expires_on", head.expires_on), now("made_on", head.made_on));
    view! {
        <Card title=words.t("lot-days-title") id="days">
            <FormView action csrf idempotency=key() hidden>
                <FieldRow>
                    <Input name="expires_on" kind="date" label=words.t("lot-expires") value=expires error=wrong_expires hint=words.t("lot-expires.hint")/>
                    <Input name="made_on" kind="date" label=words.t("lot-made") value=made error=wrong_made optional=words.t("optional")/>
                </FieldRow>
                <FormActions><Button label=words.t("action-save") icon=Glyph::Check/></FormActions>
            </FormView>
        </Card>
    }
    .into_any()
}
