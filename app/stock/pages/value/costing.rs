//! How stock is valued: chosen before anything has moved.

use super::page_tabs;
use crate::common::{allowed, who};
use axum::{extract::State, response::IntoResponse};
use kit::{
    Button, Card, Choice, Columns, DescriptionList, ErrorSummary, Fact, Form as FormView, FormActions, Glyph, PageHead, RadioGroup, Weight, render,
};
use leptos::prelude::*;
use stock_rules::{Costing, SetCosting, ShowCosting};
use vocabulary::{AppError, Ask, CostMethod, CostScope, FieldError, Key, Operation, Permission, Said};
use wire::{Fields, Form, Nav, PageDoc, PageResult, PageState, Posted, Typed, Visit, refused};

const PATH: &str = "/stock/value/costing";

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[("method", "costing-method"), ("scope", "costing-scope")];

pub(crate) async fn show(State(state): State<PageState>, visit: Visit) -> PageResult {
    let costing = state.desk.ask(&visit.actor, ShowCosting {}).await?;
    Ok(page(&visit, &Key::random(), &Fields::default(), &[], &costing).into_response())
}

pub(crate) async fn submit(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    allowed(&visit, SetCosting::NEEDS)?;
    let mut form = Form::new(visit.words, &fields);
    let method = form.pick("method", CostMethod::of_tag(fields.get("method")));
    let scope = form.pick("scope", CostScope::of_tag(fields.get("scope")));
    let outcome = match form.finish(method.zip(scope).map(|(method, scope)| SetCosting { method, scope })) {
        Ok(operation) => state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(_) => Ok(visit.done(PATH, Said::new("costing-done")).await),
        Err(error) => {
            let errors: Vec<FieldError> = whole(refused(error)?);
            let costing = state.desk.ask(&visit.actor, ShowCosting {}).await?;
            Ok(page(&visit, &key, &fields, &errors, &costing).refused().into_response())
        }
    }
}

/// An error of the whole form leads to no field.
pub(super) fn whole(errors: Vec<FieldError>) -> Vec<FieldError> {
    let whole = |error: FieldError| if error.field == "main" { FieldError { field: String::new(), ..error } } else { error };
    errors.into_iter().map(whole).collect()
}

/// The ways to value stock, each with what it does.
pub(super) fn methods(visit: &Visit) -> Vec<Choice> {
    let words = visit.words;
    CostMethod::ALL.iter().map(|method| Choice::new(method.tag(), words.cost_method(*method)).hint(words.t(hint(*method)))).collect()
}

fn hint(method: CostMethod) -> &'static str {
    match method {
        CostMethod::Fifo => "cost-method-fifo.hint",
        CostMethod::Average => "cost-method-average.hint",
        CostMethod::Standard => "cost-method-standard.hint",
        CostMethod::Specific => "cost-method-specific.hint",
    }
}

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], costing: &Costing) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let title = words.t("costing-title");
    let heading = title.clone();
    let body = render(|| {
        let summary = typed.summary(LABELS);
        let open = costing.frozen_at.is_none() && visit.may(Permission::SettingsWrite);
        let main = if open { form(visit, key, &typed, costing).into_any() } else { frozen(visit, costing).into_any() };
        let side = items(visit, costing);
        view! {
            <PageHead title=heading sub=view! { {words.t("costing-sub")} }/>
            {page_tabs(visit, PATH)}
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            <Columns side=side>{main}</Columns>
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), "/stock").under(words.t("value-title"), "/stock/value")
}

fn form(visit: &Visit, key: &Key, typed: &Typed, costing: &Costing) -> impl IntoView + use<> {
    let words = visit.words;
    let or = |name: &str, now: &str| if typed.has(name) { typed.value(name) } else { now.to_owned() };
    let (method, scope) = (or("method", costing.method.tag()), or("scope", costing.scope.tag()));
    let scopes = CostScope::ALL.iter().map(|scope| Choice::new(scope.tag(), words.cost_scope(*scope))).collect();
    let (csrf, key) = (visit.token.clone(), key.as_str().to_owned());
    let (method_error, scope_error, choices) = (typed.error("method"), typed.error("scope"), methods(visit));
    view! {
        <FormView action=PATH csrf idempotency=key>
            <p class="mute">{words.t("costing-effect")}</p>
            <RadioGroup name="method" legend=words.t("costing-method") choices value=method error=method_error/>
            <RadioGroup name="scope" legend=words.t("costing-scope") choices=scopes value=scope error=scope_error/>
            <FormActions><Button label=words.t("action-save") weight=Weight::Primary icon=Glyph::Check/></FormActions>
        </FormView>
    }
}

fn frozen(visit: &Visit, costing: &Costing) -> impl IntoView + use<> {
    let words = visit.words;
    let mut facts = vec![
        Fact::new(words.t("costing-method"), words.cost_method(costing.method)),
        Fact::new(words.t("costing-scope"), words.cost_scope(costing.scope)),
    ];
    if let Some(at) = costing.frozen_at {
        facts.push(Fact::new(words.t("costing-since"), words.date_time(at)));
    }
    if !costing.changed_by.is_empty() {
        facts.push(Fact::new(words.t("who"), who(words, &costing.changed_by)));
    }
    view! { <div class="stack"><DescriptionList facts start=true/><p class="mute">{words.t("costing-frozen-why")}</p></div> }
}

/// The items that are valued in another way.
fn items(visit: &Visit, costing: &Costing) -> impl IntoView + use<> {
    let words = visit.words;
    let facts: Vec<Fact> = costing
        .items
        .iter()
        .map(|item| {
            let href = format!("/catalog/items/{}", item.item);
            Fact::new(words.cost_method(item.method), view! { <a href=href><bdi>{item.name.clone()}</bdi></a> })
        })
        .collect();
    let none = facts.is_empty().then(|| view! { <p class="small mute">{words.t("costing-items.hint")}</p> });
    view! { <Card title=words.t("costing-items") id="items">{none}<DescriptionList facts start=true/></Card> }
}
