//! How much of the books is to be proved: everything, what no clean proof has looked at yet, or since a day.

use crate::verify::{Shown, page};
use admin_rules::{ProofSince, ProveBooks, ShowProof};
use axum::{extract::State, response::IntoResponse};
use kit::{Button, Card, Choice, Form as FormView, FormActions, Glyph, Input, RadioGroup, Weight};
use leptos::prelude::*;
use std::time::Duration;
use vocabulary::{AppError, Ask, FieldError, Key, ProofId};
use wire::{Form, PageError, PageResult, PageState, Posted, Typed, Visit, refused, see_other};

/// What the fields are called, for the summary of what is wrong.
pub(crate) const LABELS: &[(&str, &str)] = &[("extent", "proof-extent"), ("since", "proof-since-day")];

/// How long the press of the button waits for its proof: a small shop's is there at once, and no page need be loaded
/// again. What takes longer goes on by itself.
const PATIENCE: usize = 15;
const PAUSE: Duration = Duration::from_millis(200);

pub(crate) async fn prove(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    let mut form = Form::new(visit.words, &fields);
    let since = extent(&visit, &mut form);
    let outcome = match form.finish(since) {
        Ok(since) => state.desk.run(Ask::new(&visit.actor, key.clone(), ProveBooks { since })).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(queued) => {
            waits(&state, &visit, queued.proof).await?;
            Ok(see_other("/admin/verify"))
        }
        Err(error) => {
            let errors = refused(error)?;
            let shown = Shown::load(&state, &visit, None).await?;
            Ok(page(&visit, &key, &fields, &errors, shown).refused().into_response())
        }
    }
}

/// From when on; `Some(None)`: everything.
fn extent(visit: &Visit, form: &mut Form<'_>) -> Option<Option<ProofSince>> {
    match form.raw("extent") {
        // A form without a choice, as one that was opened before there was any.
        "" | "all" => Some(None),
        "last" => Some(Some(ProofSince::Last)),
        "day" => match visit.words.read_date(form.raw("since")) {
            Ok(day) => Some(Some(ProofSince::Day(day))),
            Err(said) => {
                form.wrong(FieldError { field: String::from("since"), said });
                None
            }
        },
        _ => form.pick("extent", None),
    }
}

async fn waits(state: &PageState, visit: &Visit, proof: ProofId) -> Result<(), PageError> {
    for _ in 0..PATIENCE {
        tokio::time::sleep(PAUSE).await;
        match state.desk.ask(&visit.actor, ShowProof { proof }).await {
            Ok(_) => break,
            Err(AppError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

pub(crate) fn view(visit: &Visit, key: &Key, typed: &Typed) -> impl IntoView + use<> {
    let words = visit.words;
    let choice = |value: &str| {
        let id = format!("proof-extent-{value}");
        Choice::new(value, words.t(&id)).hint(words.t(&format!("{id}.hint")))
    };
    let choices = vec![choice("all"), choice("last"), choice("day")];
    let value = if typed.has("extent") { typed.value("extent") } else { String::from("all") };
    let (error, since, since_error) = (typed.error("extent"), typed.value("since"), typed.error("since"));
    let (csrf, key) = (visit.token.clone(), key.as_str().to_owned());
    view! {
        <Card title=words.t("proof-start") id="prove">
            <FormView action="/admin/verify" csrf idempotency=key>
                <RadioGroup name="extent" legend=words.t("proof-extent") choices value error/>
                <Input name="since" kind="date" label=words.t("proof-since-day") value=since error=since_error optional=words.t("optional")/>
                <FormActions><Button label=words.t("proof-now") weight=Weight::Primary icon=Glyph::Scale/></FormActions>
            </FormView>
        </Card>
    }
}
