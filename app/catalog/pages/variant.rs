//! One variant: where it is found, a new one, changes to one.

use crate::{
    common::{Sheet, address, id, may_write, price_input, renamed},
    item::variant_href,
    variant_form::{fields as variant_fields, own_name, read as read_variant, states},
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use catalog_rules::{AddVariant, EditVariant, FindVariant, ItemState, ItemView, NewBarcode, NewVariant, ShowItem, VariantView};
use kit::{ActionBar, Button, ErrorSummary, Form as FormView, Input, LinkButton, Notice, PageHead, Tone, Weight, render};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, Code, FieldError, ItemId, Key, Said, VariantId};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit, refused, see_other};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] =
    &[("sku", "item-sku"), ("price", "item-price"), ("cost", "item-cost"), ("own_state", "item-state"), ("barcode", "item-barcode")];

/// A variant is shown on its item's page.
pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(variant): Path<String>) -> PageResult {
    let found = desk.desk.ask(&visit.actor, FindVariant { variant: id(&variant)? }).await?;
    Ok(see_other(&variant_href(&visit, found.item, found.variant)))
}

pub(crate) async fn new(State(desk): State<PageState>, visit: Visit, Path(item): Path<String>) -> PageResult {
    may_write(&visit)?;
    let item = desk.desk.ask(&visit.actor, ShowItem { item: id(&item)?, variant: None }).await?;
    // A new one mostly costs what the others do.
    let like = item.variants.first();
    let fields = Fields(vec![
        (String::from("price"), price_input(&visit, like.and_then(|like| like.price))),
        (String::from("cost"), price_input(&visit, like.and_then(|like| like.cost))),
    ]);
    Ok(new_page(&visit, &Key::random(), &item, &fields, &[]).into_response())
}

pub(crate) async fn submit_new(State(desk): State<PageState>, Path(item): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    may_write(&visit)?;
    let item = desk.desk.ask(&visit.actor, ShowItem { item: id(&item)?, variant: None }).await?;
    let mut form = Form::new(visit.words, &fields);
    let read = read_variant(&mut form, &visit, item.axes.len());
    let barcode = form.optional_text("barcode", Code::MAX).filter(|code| !code.is_empty());
    let variant = NewVariant {
        sku: Some(read.sku).filter(|sku| !sku.is_empty()),
        options: read.options,
        price: read.price,
        cost: read.cost,
        barcodes: barcode.iter().map(NewBarcode::each).collect(),
        supplier_codes: Vec::new(),
    };
    let add = match form.finish(Some(AddVariant { item: item.item, variant })) {
        Ok(add) => add,
        Err(errors) => return Ok(new_page(&visit, &key, &item, &fields, &errors).refused().into_response()),
    };
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), add)).await {
        Ok(saved) => Ok(visit.done(&variant_href(&visit, item.item, saved.variant), Said::new("variant-added").with("sku", saved.sku)).await),
        Err(error) => {
            let errors = told(error)?;
            Ok(new_page(&visit, &key, &item, &fields, &errors).refused().into_response())
        }
    }
}

/// What was refused, by the form's fields.
fn told(error: AppError) -> Result<Vec<FieldError>, PageError> {
    match error {
        AppError::Invalid { fields } => Ok(renamed(fields, own_name)),
        other => refused(other),
    }
}

fn under(visit: &Visit, doc: PageDoc, item: &ItemView) -> PageDoc {
    let href = address(&format!("/catalog/items/{}", item.item), visit, &[]);
    doc.under(visit.words.t("items-title"), address("/catalog/items", visit, &[])).under(item.name.clone(), href)
}

fn new_page(visit: &Visit, key: &Key, item: &ItemView, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let (csrf, key, path) = (visit.token.clone(), key.as_str().to_owned(), format!("/catalog/items/{}", item.item));
    let action = format!("{path}/variants/new");
    let body = render(|| {
        let typed = Sheet::new(typed);
        let fields = variant_fields(visit, &item.axes, typed);
        view! {
            <PageHead title=words.t("variant-new") sub=view! { {item.name.clone()} }/>
            <FormView action csrf idempotency=key>
                <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
                {fields}
                <Input
                    name="barcode"
                    label=words.t("item-barcode")
                    value=typed.value("barcode")
                    error=typed.error("barcode")
                    hint=words.t("item-barcode-hint")
                    maxlength=64
                    dir="ltr"
                    autocomplete="off"
                    optional=words.t("optional")
                />
                <ActionBar>
                    <LinkButton label=words.t("action-cancel") href=path/>
                    <Button label=words.t("variant-create") weight=Weight::Primary/>
                </ActionBar>
            </FormView>
        }
    });
    under(visit, PageDoc::new(words.t("variant-new"), Nav::Catalog, body), item)
}

/// A variant with its item.
async fn found(desk: &PageState, visit: &Visit, variant: VariantId) -> Result<(ItemView, VariantView), PageError> {
    let item: ItemId = desk.desk.ask(&visit.actor, FindVariant { variant }).await?.item;
    let item = desk.desk.ask(&visit.actor, ShowItem { item, variant: Some(variant) }).await?;
    let variant = item.variants.iter().find(|one| one.variant == variant).cloned().ok_or(AppError::NotFound)?;
    Ok((item, variant))
}

pub(crate) async fn edit(State(desk): State<PageState>, visit: Visit, Path(variant): Path<String>) -> PageResult {
    may_write(&visit)?;
    let (item, variant) = found(&desk, &visit, id(&variant)?).await?;
    let mut fields = vec![
        (String::from("version"), variant.version.to_string()),
        (String::from("sku"), variant.sku.clone()),
        (String::from("price"), price_input(&visit, variant.price)),
        (String::from("cost"), price_input(&visit, variant.cost)),
        (String::from("own_state"), variant.own_state.map(ItemState::tag).unwrap_or_default().to_owned()),
    ];
    fields.extend(variant.options.iter().enumerate().map(|(at, option)| (format!("option{}", at + 1), option.clone())));
    Ok(edit_page(&visit, &Key::random(), &item, &variant, &Fields(fields), &[], false).into_response())
}

pub(crate) async fn submit_edit(State(desk): State<PageState>, Path(variant): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let (item, variant) = found(&desk, &visit, id(&variant)?).await?;
    let mut form = Form::new(visit.words, &fields);
    let version = form.choice::<i64>("version").unwrap_or_default();
    let read = read_variant(&mut form, &visit, item.axes.len());
    let own_state = match fields.get("own_state") {
        "" => None,
        raw => form.pick("own_state", ItemState::of_tag(raw)),
    };
    let edit = EditVariant { variant: variant.variant, version, sku: read.sku, options: read.options, price: read.price, cost: read.cost, own_state };
    let edit = match form.finish(Some(edit)) {
        Ok(edit) => edit,
        Err(errors) => return Ok(edit_page(&visit, &key, &item, &variant, &fields, &errors, false).refused().into_response()),
    };
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), edit)).await {
        Ok(_) => Ok(visit.done(&variant_href(&visit, item.item, variant.variant), Said::new("notice-saved")).await),
        // What was typed stays; whoever looks and saves again means it.
        Err(AppError::Stale) => {
            let mut fields = fields;
            fields.0.retain(|(name, _)| name != "version");
            fields.0.push((String::from("version"), variant.version.to_string()));
            Ok(edit_page(&visit, &Key::random(), &item, &variant, &fields, &[], true).refused().into_response())
        }
        Err(error) => {
            let errors = told(error)?;
            Ok(edit_page(&visit, &key, &item, &variant, &fields, &errors, false).refused().into_response())
        }
    }
}

fn edit_page(visit: &Visit, key: &Key, item: &ItemView, variant: &VariantView, fields: &Fields, errors: &[FieldError], stale: bool) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let (csrf, key, cancel) = (visit.token.clone(), key.as_str().to_owned(), variant_href(visit, item.item, variant.variant));
    let action = format!("/catalog/variants/{}/edit", variant.variant);
    let hidden = vec![(String::from("version"), typed.value("version"))];
    let sub = if variant.option_text.is_empty() { item.name.clone() } else { format!("{}, {}", item.name, variant.option_text) };
    let body = render(|| {
        let typed = Sheet::new(typed);
        let fields = (variant_fields(visit, &item.axes, typed), states(visit, typed));
        view! {
            <PageHead title=words.t("variant-edit") sub=view! { {sub} }/>
            {stale.then(|| view! { <Notice tone=Tone::Warn>{words.t("item-stale")}</Notice> })}
            <FormView action csrf idempotency=key hidden>
                <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
                {fields}
                <ActionBar>
                    <LinkButton label=words.t("action-cancel") href=cancel/>
                    <Button label=words.t("action-save") weight=Weight::Primary/>
                </ActionBar>
            </FormView>
        }
    });
    under(visit, PageDoc::new(words.t("variant-edit"), Nav::Catalog, body), item)
}
