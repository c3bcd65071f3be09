//! The two forms of the periods' page: books are closed through a day, and opened again for a reason.

use crate::{
    common::allowed,
    periods::{Shown, page},
};
use axum::{extract::State, response::IntoResponse};
use kit::{Button, Card, Choice, Form as FormView, FormActions, Glyph, Input, Select, TextArea, Weight};
use leptos::prelude::*;
use stock_rules::{ClosePeriod, NOTE_MAX, PeriodsSaved, ReopenPeriod, month_before};
use vocabulary::{AppError, Ask, FieldError, Key, Operation, Said, StoreId};
use wire::{Form, PageResult, PageState, Posted, Typed, Visit, refused};

/// What the fields are called, for the summary of what is wrong.
pub(crate) const LABELS: &[(&str, &str)] = &[
    ("close_store", "store"),
    ("close_through", "period-through"),
    ("reopen_store", "store"),
    ("reopen_through", "period-keep"),
    ("reopen_reason", "reason"),
];

const PATH: &str = "/stock/periods";

pub(crate) async fn close(State(state): State<PageState>, posted: Posted) -> PageResult {
    allowed(&posted.visit, ClosePeriod::NEEDS)?;
    let mut form = Form::new(posted.visit.words, &posted.fields);
    let store = store(&posted.visit, &mut form, "close_store");
    let through = day(&posted.visit, &mut form, "close_through", true);
    let operation = store.zip(through.flatten()).map(|(store, through)| ClosePeriod { store, through });
    let operation = form.finish(operation);
    answer(&state, posted, operation, "close").await
}

pub(crate) async fn reopen(State(state): State<PageState>, posted: Posted) -> PageResult {
    allowed(&posted.visit, ReopenPeriod::NEEDS)?;
    let mut form = Form::new(posted.visit.words, &posted.fields);
    let store = store(&posted.visit, &mut form, "reopen_store");
    let through = day(&posted.visit, &mut form, "reopen_through", false);
    let reason = form.text("reopen_reason", NOTE_MAX);
    let operation = store.zip(through).zip(reason).map(|((store, through), reason)| ReopenPeriod { store, through, reason });
    let operation = form.finish(operation);
    answer(&state, posted, operation, "reopen").await
}

/// The store whose code a field holds; `Some(None)` where it holds none: all of them.
fn store(visit: &Visit, form: &mut Form<'_>, name: &str) -> Option<Option<StoreId>> {
    match form.raw(name) {
        "" => Some(None),
        code => form.pick(name, visit.store_by_code(code).map(|store| store.id)).map(Some),
    }
}

/// The day in a field; `Some(None)` where none need be there.
fn day(visit: &Visit, form: &mut Form<'_>, name: &str, required: bool) -> Option<Option<chrono::NaiveDate>> {
    if form.raw(name).is_empty() && !required {
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

/// Done, and said; or the page again with what is wrong, each field under its form's own name.
async fn answer<O: Operation<Reply = PeriodsSaved>>(
    state: &PageState,
    posted: Posted,
    operation: Result<O, Vec<FieldError>>,
    form: &'static str,
) -> PageResult {
    let Posted { visit, key, fields } = posted;
    let outcome = match operation {
        Ok(operation) => state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    let error = match outcome {
        Ok(saved) => return Ok(visit.done(PATH, said(form, &saved)).await),
        Err(error) => error,
    };
    let mut errors = refused(error)?;
    for error in &mut errors {
        if error.field == "main" {
            error.field = format!("{form}_through");
        } else if !error.field.starts_with(form) {
            error.field = format!("{form}_{}", error.field);
        }
    }
    let shown = Shown::load(state, &visit, None).await?;
    Ok(page(&visit, &key, &fields, &errors, &shown).refused().into_response())
}

fn said(form: &str, saved: &PeriodsSaved) -> Said {
    let said = match (form, saved.through) {
        ("close", Some(day)) => Said::new("period-closed-done").with("day", day),
        (_, Some(day)) => Said::new("period-reopened-done").with("day", day),
        _ => Said::new("period-reopened-all-done"),
    };
    said.with("count", i64::try_from(saved.stores.len()).unwrap_or(i64::MAX))
}

pub(crate) fn view(visit: &Visit, key: &Key, typed: &Typed) -> impl IntoView + use<> {
    view! { {closing(visit, key, typed)} {reopening(visit, typed)} }
}

/// The store a form is about: as it was chosen, else the one that the visitor is in; else all of them.
fn store_select(visit: &Visit, typed: &Typed, name: &'static str) -> impl IntoView + use<> {
    let words = visit.words;
    let here = visit.store.as_ref().map(|store| store.code.clone()).filter(|_| !typed.has(name));
    let (value, error) = (here.unwrap_or_else(|| typed.value(name)), typed.error(name));
    let choices = visit.stores.iter().map(|store| Choice::new(store.code.clone(), store.name.clone())).collect();
    view! { <Select name label=words.t("store") choices value error prompt=words.t("store-all")/> }
}

fn closing(visit: &Visit, key: &Key, typed: &Typed) -> impl IntoView + use<> {
    let (words, name) = (visit.words, "close_through");
    let value = if typed.has(name) { typed.value(name) } else { month_before(words.today()).to_string() };
    let (error, store) = (typed.error(name), store_select(visit, typed, "close_store"));
    let (csrf, key) = (visit.token.clone(), key.as_str().to_owned());
    view! {
        <Card title=words.t("period-close-title") id="close">
            <FormView action=format!("{PATH}/close") csrf idempotency=key>
                <p class="small mute">{words.t("period-close-effect")}</p>
                {store}
                <Input name kind="date" label=words.t("period-through") value error required=true/>
                <FormActions><Button label=words.t("period-close-do") weight=Weight::Primary icon=Glyph::Lock/></FormActions>
            </FormView>
        </Card>
    }
}

fn reopening(visit: &Visit, typed: &Typed) -> impl IntoView + use<> {
    let words = visit.words;
    let store = store_select(visit, typed, "reopen_store");
    let (value, error) = (typed.value("reopen_through"), typed.error("reopen_through"));
    let (reason, reason_error) = (typed.value("reopen_reason"), typed.error("reopen_reason"));
    let (csrf, key) = (visit.token.clone(), Key::random().as_str().to_owned());
    let most = u32::try_from(NOTE_MAX).unwrap_or(500);
    let (label, hint, optional) = (words.t("period-keep"), words.t("period-keep.hint"), words.t("optional"));
    view! {
        <Card title=words.t("period-reopen-title") id="reopen">
            <FormView action=format!("{PATH}/reopen") csrf idempotency=key>
                <p class="small mute">{words.t("period-reopen-effect")}</p>
                {store}
                <Input name="reopen_through" kind="date" label hint value error optional/>
                <TextArea name="reopen_reason" label=words.t("reason") value=reason error=reason_error rows=2 maxlength=most required=true/>
                <FormActions><Button label=words.t("period-reopen-do") icon=Glyph::RotateCcw/></FormActions>
            </FormView>
        </Card>
    }
}
