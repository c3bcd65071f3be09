//! Receive goods without an order.

use crate::common::store_choices;
use axum::{
    extract::{Query, State},
    response::IntoResponse,
};
use kit::{ActionBar, Button, ErrorSummary, Form as FormView, Input, PageHead, Select, Weight, render};
use leptos::prelude::*;
use serde::Deserialize;
use stock_rules::{ReceiptLine, ReceiveGoods};
use vocabulary::{Ask, FieldError, Key, Said, VariantId};
use wire::{Fields, Form, Nav, PageDoc, PageResult, PageState, Posted, Typed, Visit, refused};

#[derive(Default, Deserialize)]
pub(crate) struct Prefill {
    #[serde(default)]
    variant: String,
}

pub(crate) async fn show(visit: Visit, Query(prefill): Query<Prefill>) -> PageResult {
    let store = visit.store.as_ref().or_else(|| visit.stores.first()).map(|store| store.code.clone()).unwrap_or_default();
    let fields = Fields(vec![(String::from("store"), store), (String::from("variant"), prefill.variant)]);
    Ok(page(&visit, &Key::random(), &fields, &[]).into_response())
}

pub(crate) async fn submit(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    let operation = match read(&visit, &fields) {
        Ok(operation) => operation,
        Err(errors) => return Ok(page(&visit, &key, &fields, &errors).refused().into_response()),
    };
    let quantity = operation.lines.iter().map(|line| line.quantity).sum::<vocabulary::Quantity>();
    match state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await {
        Ok(posted) => {
            let said = Said::new("receive-done").with("quantity", quantity);
            match posted.posting {
                Some(posting) => Ok(visit.done_with_undo("/stock", said, format!("/stock/postings/{posting}/reverse")).await),
                None => Ok(visit.done("/stock", said).await),
            }
        }
        Err(error) => {
            let errors = refused(error)?;
            Ok(page(&visit, &key, &fields, &errors).refused().into_response())
        }
    }
}

fn read(visit: &Visit, fields: &Fields) -> Result<ReceiveGoods, Vec<FieldError>> {
    let mut form = Form::new(visit.words, fields);
    let chosen = visit.store_by_code(form.raw("store")).map(|store| store.id);
    let store = form.pick("store", chosen);
    let variant = form.choice::<VariantId>("variant");
    let quantity = form.quantity("quantity");
    let cost = form.optional_money("unit_cost", visit.currency);
    let reference = form.optional_text("reference", 64);
    let operation = store.zip(variant).zip(quantity).zip(cost).zip(reference).map(|((((store, variant), quantity), cost), reference)| ReceiveGoods {
        store,
        location: None,
        lines: vec![ReceiptLine { variant, quantity, unit_cost: cost.map(|money| money.amount) }],
        reference,
        note: String::new(),
        occurred_at: None,
    });
    form.finish(operation)
}

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let title = words.t("receive-title");
    let typed = Typed::new(words, fields, errors);
    let (heading, csrf, key, stores) = (title.clone(), visit.token.clone(), key.as_str().to_owned(), store_choices(visit));
    let body = render(move || {
        view! {
            <PageHead title=heading sub=view! { {words.t("receive-sub")} }/>
            <FormView action="/stock/receive" csrf idempotency=key>
                <ErrorSummary title=words.t("errors-title") errors=typed.summary()/>
                <Select name="store" label=words.t("store") choices=stores value=typed.value("store") error=typed.error("store")/>
                <Input name="variant" label=words.t("item") value=typed.value("variant") error=typed.error("variant") required=true/>
                <Input name="quantity" label=words.t("quantity") value=typed.value("quantity") error=typed.error("quantity") numeric=true required=true/>
                <Input
                    name="unit_cost"
                    label=words.t("unit-cost")
                    value=typed.value("unit_cost")
                    error=typed.error("unit_cost")
                    numeric=true
                    optional=words.t("optional")
                />
                <Input name="reference" label=words.t("delivery-note") value=typed.value("reference") error=typed.error("reference") optional=words.t("optional")/>
                <ActionBar words=view! { {words.t("receive-effect")} }><Button label=words.t("receive-do") weight=Weight::Primary/></ActionBar>
            </FormView>
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), "/stock")
}
