//! The form that keeps something back, the button that no longer does, and what was done to the rules.

use crate::{
    buffers::{PATH, Shown, keeps_word, page},
    common::{address, allowed, store_code},
    pick_item::Pick,
    told::Buffers,
};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use catalog_rules::{CategoryRow, FindVariant};
use kit::{Button, Card, Checkbox, Choice, FieldRow, Form as FormView, FormActions, Glyph, Input, Select, Weight};
use leptos::prelude::*;
use lists::history::{Faces, turned_to};
use stock_rules::{BufferFor, BufferHistory, BufferRow, ListBuffers, RemoveBuffer, SetBuffer};
use vocabulary::{AppError, Ask, BufferId, CategoryId, FieldError, ItemId, Key, Operation, Said, VariantId};
use wire::{Fields, Form, Nav, PageError, PageResult, PageState, Posted, Typed, Visit, refused};

/// What the fields are called, for the summary of what is wrong.
pub(crate) const LABELS: &[(&str, &str)] = &[
    ("keeps", "buffer-for"),
    ("store", "store"),
    ("category", "buffer-category"),
    ("item", "buffer-item"),
    ("quantity", "quantity"),
    ("percent", "buffer-percent-field"),
];

pub(crate) async fn set(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    allowed(&visit, SetBuffer::NEEDS)?;
    let mut pick = Pick { typed: fields.get("item").trim().to_owned(), ..Pick::default() };
    let wrong = if pick.typed.is_empty() { None } else { pick.resolve(&state, &visit, "item").await?.err() };
    let of = match pick.variant {
        Some(variant) if fields.has("all_variants") => (Some(state.desk.ask(&visit.actor, FindVariant { variant }).await?.item), None),
        variant => (None, variant),
    };
    match read(&visit, &fields, of, wrong) {
        Ok(operation) => match state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await {
            Ok(row) => Ok(visit.done(PATH, said(&row)).await),
            Err(error) => again(&state, &visit, &key, &fields, refused(error)?).await,
        },
        Err(errors) => again(&state, &visit, &key, &fields, errors).await,
    }
}

fn said(row: &BufferRow) -> Said {
    let nothing = row.quantity.is_zero() && row.percent.is_zero();
    Said::new(if nothing { "buffer-done-nothing" } else { "buffer-done" })
}

fn read(
    visit: &Visit,
    fields: &Fields,
    (item, variant): (Option<ItemId>, Option<VariantId>),
    wrong: Option<FieldError>,
) -> Result<SetBuffer, Vec<FieldError>> {
    let mut form = Form::new(visit.words, fields);
    wrong.into_iter().for_each(|wrong| form.wrong(wrong));
    let keeps = form.pick("keeps", BufferFor::of_tag(fields.get("keeps")));
    let store = match form.raw("store") {
        "" => Some(None),
        code => form.pick("store", visit.store_by_code(code).map(|store| store.id)).map(Some),
    };
    let category = form.optional_choice::<CategoryId>("category");
    let quantity = form.optional_quantity("quantity");
    let percent = form.optional_quantity("percent");
    if matches!((quantity, percent), (Some(None), Some(None))) {
        form.wrong(FieldError::new("quantity", "field-required"));
    }
    let all = keeps.zip(store).zip(category).zip(quantity).zip(percent);
    let operation = all.map(|((((keeps, store), category), quantity), percent)| SetBuffer {
        keeps,
        store,
        category,
        item,
        variant,
        quantity: quantity.unwrap_or_default(),
        percent: percent.map(|percent| percent.decimal()),
    });
    form.finish(operation)
}

/// The page again, each error at the field that it is about.
async fn again(state: &PageState, visit: &Visit, key: &Key, fields: &Fields, mut errors: Vec<FieldError>) -> Result<Response, PageError> {
    for error in &mut errors {
        match error.field.as_str() {
            "variant" => error.field = String::from("item"),
            "main" => error.field = String::new(),
            _ => {}
        }
    }
    let shown = Shown::load(state, visit, ListBuffers::default()).await?;
    Ok(page(visit, key, fields, &errors, &shown).refused().into_response())
}

pub(crate) async fn remove(State(state): State<PageState>, Path(id): Path<String>, Posted { visit, key, .. }: Posted) -> PageResult {
    let buffer: BufferId = id.parse().map_err(|_| AppError::NotFound)?;
    state.desk.run(Ask::new(&visit.actor, key, RemoveBuffer { buffer })).await?;
    Ok(visit.done(PATH, Said::new("buffer-removed")).await)
}

pub(crate) async fn history(State(state): State<PageState>, visit: Visit) -> PageResult {
    let words = visit.words;
    let page = state.desk.ask(&visit.actor, BufferHistory { cursor: turned_to(&visit) }).await?;
    let at = |path: &str| address(path, &[("store", store_code(&visit))]);
    let faces = Faces {
        name: words.t("buffers-title"),
        nav: Nav::Stock,
        under: vec![(words.t("nav-stock"), at("/stock"))],
        overview: at(PATH),
        history: at(&format!("{PATH}/history")),
        more: Vec::new(),
    };
    Ok(faces.page::<Buffers>(&visit, &page).into_response())
}

/// The form.
pub(crate) fn view(visit: &Visit, key: &Key, typed: &Typed, categories: &[CategoryRow]) -> impl IntoView + use<> {
    let (words, typed) = (visit.words, typed.clone());
    let (csrf, key) = (visit.token.clone(), key.as_str().to_owned());
    let keeps = BufferFor::ALL.into_iter().map(|keeps| Choice::new(keeps.tag(), keeps_word(words, keeps))).collect();
    let stores = visit.stores.iter().map(|store| Choice::new(store.code.clone(), store.name.clone())).collect();
    let categories = categories.iter().map(|category| Choice::new(category.id.to_string(), category.name.clone())).collect();
    let sent = typed.has("keeps");
    let store = visit.store.as_ref().map(|store| store.code.clone()).filter(|_| !sent).unwrap_or_else(|| typed.value("store"));
    let keeps_value = if sent { typed.value("keeps") } else { BufferFor::Online.tag().to_owned() };
    let (quantity, percent) = (typed.value("quantity"), typed.value("percent"));
    let (quantity_error, percent_error) = (typed.error("quantity"), typed.error("percent"));
    view! {
        <Card title=words.t("buffer-new") id="set">
            <FormView action=PATH csrf idempotency=key>
                <p class="small mute">{words.t("buffer-effect")}</p>
                <Select name="keeps" label=words.t("buffer-for") choices=keeps value=keeps_value error=typed.error("keeps")/>
                <Select name="store" label=words.t("store") choices=stores value=store error=typed.error("store") prompt=words.t("store-all")/>
                <Select
                    name="category"
                    label=words.t("buffer-category")
                    choices=categories
                    value=typed.value("category")
                    error=typed.error("category")
                    prompt=words.t("buffer-of-everything")
                />
                <Input
                    name="item"
                    label=words.t("buffer-item")
                    hint=words.t("buffer-item.hint")
                    value=typed.value("item")
                    error=typed.error("item")
                    optional=words.t("optional")
                    autocomplete="off"
                />
                <Checkbox name="all_variants" label=words.t("buffer-all-variants") checked=typed.has("all_variants")/>
                <FieldRow>
                    <Input name="quantity" label=words.t("quantity") value=quantity error=quantity_error numeric=true inputmode="decimal"/>
                    <Input name="percent" label=words.t("buffer-percent-field") value=percent error=percent_error optional=words.t("optional") numeric=true inputmode="decimal"/>
                </FieldRow>
                <FormActions><Button label=words.t("buffer-do") weight=Weight::Primary icon=Glyph::Check/></FormActions>
            </FormView>
        </Card>
    }
}
