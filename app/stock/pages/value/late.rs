//! A cost that came later, for what a receipt brought: freight, duty, an invoice that says otherwise.

use super::{costing::whole, money};
use crate::{
    common::{address, allowed},
    rate,
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{Button, Choice, ErrorSummary, Form as FormView, FormActions, Glyph, Input, PageHead, RadioGroup, TextArea, Weight, render};
use leptos::prelude::*;
use stock_rules::{AddLateCost, DealtBy, LateCost, NOTE_MAX, PostingView, REFERENCE_MAX, ShowPosting};
use vocabulary::{AppError, Ask, FieldError, Key, Operation, PostingId, Said};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit, refused};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[
    ("kind", "late-cost-kind"),
    ("amount", "late-cost-amount"),
    ("by", "late-cost-by"),
    rate::LABELS[0],
    rate::LABELS[1],
    rate::LABELS[2],
    rate::LABELS[3],
    ("reference", "late-cost-reference"),
    ("note", "note"),
];

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(id): Path<String>) -> PageResult {
    allowed(&visit, AddLateCost::NEEDS)?;
    let view = load(&state, &visit, &id).await?;
    Ok(page(&visit, &Key::random(), &Fields::default(), &[], &view).into_response())
}

async fn load(state: &PageState, visit: &Visit, id: &str) -> Result<PostingView, PageError> {
    let posting: PostingId = id.parse().map_err(|_| AppError::NotFound)?;
    Ok(state.desk.ask(&visit.actor, ShowPosting { posting }).await?)
}

pub(crate) async fn submit(State(state): State<PageState>, Path(id): Path<String>, posted: Posted) -> PageResult {
    let Posted { visit, key, fields } = posted;
    allowed(&visit, AddLateCost::NEEDS)?;
    let posting: PostingId = id.parse().map_err(|_| AppError::NotFound)?;
    let outcome = match read(&visit, posting, &fields) {
        Ok(operation) => state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(done) => {
            let told = |value| money(visit.words, value, visit.currency);
            let said = Said::new("late-cost-done").with("value", told(done.value)).with("on_hand", told(done.on_hand)).with("gone", told(done.gone));
            Ok(visit.done_with_undo(&format!("/stock/postings/{id}"), said, super::changes::undo_path(done.document)).await)
        }
        Err(error) => {
            let mut errors = whole(refused(error)?);
            for error in &mut errors {
                if let Some(field) = rate::field(&error.field) {
                    error.field = field.to_owned();
                }
            }
            let view = load(&state, &visit, &id).await?;
            Ok(page(&visit, &key, &fields, &errors, &view).refused().into_response())
        }
    }
}

fn read(visit: &Visit, posting: PostingId, fields: &Fields) -> Result<AddLateCost, Vec<FieldError>> {
    let mut form = Form::new(visit.words, fields);
    let kind = form.pick("kind", LateCost::ALL.into_iter().find(|kind| kind.tag() == fields.get("kind")));
    let by = form.pick("by", DealtBy::ALL.into_iter().find(|by| by.tag() == fields.get("by")));
    let (currency, rate) = rate::read(visit, &mut form);
    let amount = match form.optional_money("amount", currency) {
        Some(None) => {
            form.wrong(FieldError::new("amount", "field-required"));
            None
        }
        other => other.flatten(),
    };
    let reference = form.optional_text("reference", REFERENCE_MAX);
    let note = form.optional_text("note", NOTE_MAX);
    let less = fields.get("less") == "less";
    let all = kind.zip(by).zip(amount).zip(rate).zip(reference).zip(note);
    form.finish(all.map(|(((((kind, by), amount), rate), reference), note)| {
        let amount = if less { -amount.amount } else { amount.amount };
        AddLateCost { posting, kind, lines: Vec::new(), by, amount, rate, reference, note }
    }))
}

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], view: &PostingView) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let title = words.t("late-cost-title");
    let heading = title.clone();
    let of = if view.head.reference.is_empty() { words.date_time(view.head.occurred_at) } else { view.head.reference.clone() };
    let receipt = format!("/stock/postings/{}", view.head.posting);
    let body = render(|| {
        let summary = typed.summary(LABELS);
        let form = form(visit, key, &typed, view);
        view! {
            <PageHead title=heading sub=view! { {words.t("late-cost-effect")} }/>
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            {form}
        }
    });
    let what = words.with("posting-title", &[("what", words.posting(view.head.kind).into()), ("when", of.into())]);
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), address("/stock", &[])).under(what, receipt)
}

fn form(visit: &Visit, key: &Key, typed: &Typed, view: &PostingView) -> impl IntoView + use<> {
    let words = visit.words;
    let (csrf, key, action) = (visit.token.clone(), key.as_str().to_owned(), format!("/stock/postings/{}/cost", view.head.posting));
    let or = |name: &str, first: &str| if typed.has(name) { typed.value(name) } else { first.to_owned() };
    let (kind, by, less) = (or("kind", "landed"), or("by", "value"), or("less", "more"));
    let choice = |tag: &str, word: &str| Choice::new(tag, words.t(word));
    let kinds = vec![choice("landed", "late-cost-landed"), choice("invoice", "late-cost-invoice")];
    let ways = vec![choice("value", "late-cost-by-value"), choice("quantity", "late-cost-by-quantity")];
    let signs = vec![choice("more", "late-cost-more"), choice("less", "late-cost-less")];
    let most = u32::try_from(NOTE_MAX).unwrap_or(500);
    let (kind_error, by_error) = (typed.error("kind"), typed.error("by"));
    let foreign = rate::view(words, visit.currency, typed);
    let (amount, amount_error) = (typed.value("amount"), typed.error("amount"));
    let (reference, reference_error) = (typed.value("reference"), typed.error("reference"));
    let (note, note_error) = (typed.value("note"), typed.error("note"));
    view! {
        <FormView action csrf idempotency=key>
            <RadioGroup name="kind" legend=words.t("late-cost-kind") choices=kinds value=kind error=kind_error/>
            <RadioGroup name="less" legend=words.t("late-cost-sign") choices=signs value=less/>
            <Input name="amount" label=words.t("late-cost-amount") value=amount error=amount_error numeric=true required=true/>
            <RadioGroup name="by" legend=words.t("late-cost-by") choices=ways value=by error=by_error/>
            {foreign}
            <Input name="reference" label=words.t("late-cost-reference") value=reference error=reference_error optional=words.t("optional")/>
            <TextArea name="note" label=words.t("note") value=note error=note_error optional=words.t("optional") rows=2 maxlength=most/>
            <FormActions><Button label=words.t("late-cost-do") weight=Weight::Primary icon=Glyph::Plus/></FormActions>
        </FormView>
    }
}
