//! Calling a transfer back: home, or written off.

use crate::{
    transfer,
    transfer_arrive::{chosen, losses, reason},
};
use axum::extract::{Path, State};
use kit::{Button, Choice, FieldRow, Form as FormView, FormActions, Glyph, RadioGroup, Section, Select, TextArea, Weight};
use leptos::prelude::*;
use stock_rules::{CancelTo, CancelTransfer, NOTE_MAX, TransferView};
use vocabulary::{AppError, Ask, FieldError, Key, Said, TransferId};
use wire::{Form, PageResult, PageState, Posted, Typed, Visit};

/// Calls the transfer back.
pub(crate) async fn cancel(State(state): State<PageState>, Path(id): Path<String>, posted: Posted) -> PageResult {
    let Posted { visit, key, fields } = &posted;
    let transfer: TransferId = id.parse().map_err(|_| AppError::NotFound)?;
    let outcome = match read(&posted, transfer) {
        Ok(operation) => state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await,
        Err(wrong) => return transfer::refuse(&state, visit, key, fields, &id, wrong).await,
    };
    match outcome {
        Ok(saved) => {
            let (said, one) = (Said::new("cancel-done").with("code", saved.code.as_str()), saved.postings.first().copied());
            Ok(crate::common::finished(visit, &format!("/stock/transfers/{id}"), said, one).await)
        }
        Err(error) => {
            let errors = transfer::errors_of(error)?.into_iter().map(at_its_field).collect();
            transfer::refuse(&state, visit, key, fields, &id, errors).await
        }
    }
}

/// The page has another form with such fields.
fn at_its_field(error: FieldError) -> FieldError {
    match error.field.as_str() {
        "to" | "reason" | "note" => FieldError { field: format!("cancel_{}", error.field), ..error },
        _ => error,
    }
}

fn read(posted: &Posted, transfer: TransferId) -> Result<CancelTransfer, Vec<FieldError>> {
    let Posted { visit, fields, .. } = posted;
    if !fields.has("version") {
        // "Undo", right after it was sent.
        let note = visit.words.t("cancel-sent-by-mistake");
        return Ok(CancelTransfer { transfer, to: CancelTo::Home, reason: None, note, version: None });
    }
    let mut form = Form::new(visit.words, fields);
    let to = form.pick("cancel_to", CancelTo::of_tag(form.raw("cancel_to")));
    // Why it is lost is asked of what is written off, and is nothing to what goes home.
    let reason = if to == Some(CancelTo::WriteOff) { reason(&mut form, "cancel_reason") } else { Some(None) };
    let note = form.optional_text("cancel_note", NOTE_MAX);
    let version = chosen(&mut form, "version", |version| version.parse().ok());
    let operation = to.zip(reason).zip(note).zip(version);
    form.finish(operation.map(|(((to, reason), note), version)| CancelTransfer { transfer, to, reason, note, version }))
}

pub(crate) fn form(visit: &Visit, typed: &Typed, view: &TransferView) -> impl IntoView + use<> {
    let words = visit.words;
    let (action, csrf, key) = (format!("/stock/transfers/{}/cancel", view.head.transfer), visit.token.clone(), Key::random().as_str().to_owned());
    let hidden = vec![(String::from("version"), view.version.to_string())];
    let ends = vec![
        Choice::new(CancelTo::Home.tag(), words.t("cancel-home")).hint(words.t("cancel-home.hint")),
        Choice::new(CancelTo::WriteOff.tag(), words.t("cancel-write-off")).hint(words.t("cancel-write-off.hint")),
    ];
    let (to, to_error) = (typed.value("cancel_to"), typed.error("cancel_to"));
    let (reason, reason_error) = (typed.value("cancel_reason"), typed.error("cancel_reason"));
    let (note, note_error) = (typed.value("cancel_note"), typed.error("cancel_note"));
    view! {
        <Section title=words.t("cancel-title") id="cancel">
            <p class="mute below-3">{words.t("cancel-effect")}</p>
            <FormView action csrf idempotency=key hidden>
                <RadioGroup name="cancel_to" legend=words.t("cancel-to") choices=ends value=to error=to_error required=true/>
                <FieldRow>
                    <Select name="cancel_reason" label=words.t("cancel-reason") choices=losses(words) value=reason error=reason_error prompt=words.t("cancel-reason.none")/>
                    <TextArea name="cancel_note" label=words.t("reverse-why") value=note error=note_error rows=2 maxlength=500_u32/>
                </FieldRow>
                <FormActions><Button label=words.t("cancel-do") weight=Weight::Danger icon=Glyph::Undo2/></FormActions>
            </FormView>
        </Section>
    }
}
