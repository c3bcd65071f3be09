//! Planning a count.

use crate::common::{Sent, address, form_store, place_label, places, sent_store, store_field, store_tabs};
use axum::{
    extract::{RawQuery, State},
    response::IntoResponse,
};
use catalog_rules::{CategoryRow, ListCategories, ResolveScan, Resolved};
use kit::{
    ActionBar, Button, Checkbox, Choice, ErrorSummary, FieldRow, FieldSet, Form as FormView, Input, PageHead, RadioGroup, TextArea, Weight, render,
};
use leptos::prelude::*;
use stock_rules::{CountScope, LocationRow, PlanCount, SCOPE_MAX};
use vocabulary::{Ask, CategoryId, FieldError, Key, LocationId, Permission, Said, VariantId};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, StoreChoice, Typed, Visit, refused};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] =
    &[("name", "name"), ("variants", "count-plan-items"), ("limit_quantity", "count-plan-limit-quantity"), ("limit_value", "count-plan-limit-value")];

/// What there is to choose from.
struct Offer {
    store: StoreChoice,
    places: Vec<LocationRow>,
    categories: Vec<CategoryRow>,
}

async fn offer(state: &PageState, visit: &Visit, store: StoreChoice) -> Result<Offer, PageError> {
    let places = places(state, visit, &store).await?;
    let categories = state.desk.ask(&visit.actor, ListCategories { names_only: true, ..ListCategories::default() }).await?.categories;
    Ok(Offer { store, places, categories })
}

pub(super) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery) -> PageResult {
    visit.needs(Permission::CountReview)?;
    let store = match form_store(&visit) {
        Ok(store) => store,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let offer = offer(&state, &visit, store).await?;
    // A list brings the items that were picked in it, a place's page the place.
    let asked = Fields::parse(query.as_deref().unwrap_or_default());
    let scope = CountScope::of_tag(asked.get("scope")).map_or("locations", CountScope::tag);
    let mut fields = Fields(vec![(String::from("scope"), scope.to_owned()), (String::from("blind"), String::from("on"))]);
    fields.0.extend(asked.0.into_iter().filter(|(name, _)| name == "variants" || name == "locations"));
    Ok(page(&visit, &offer, &Key::random(), &fields, &[]).into_response())
}

pub(super) async fn submit(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    visit.needs(Permission::CountReview)?;
    let Sent { store, wrong } = match sent_store(&visit, &fields) {
        Ok(sent) => sent,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let offer = offer(&state, &visit, store).await?;
    let mut wrong: Vec<FieldError> = wrong.into_iter().collect();
    let items = items(&state, &visit, &fields, &mut wrong).await?;
    let plan = match read(&visit, &offer, &fields, items) {
        Ok(plan) if wrong.is_empty() => plan,
        Ok(_) => return Ok(page(&visit, &offer, &key, &fields, &wrong).refused().into_response()),
        Err(errors) => {
            wrong.extend(errors);
            return Ok(page(&visit, &offer, &key, &fields, &wrong).refused().into_response());
        }
    };
    match state.desk.run(Ask::new(&visit.actor, key.clone(), plan)).await {
        Ok(planned) => Ok(visit.done(&format!("/stock/counts/{}", planned.count), Said::new("count-plan-done").with("number", planned.number)).await),
        Err(error) => {
            let errors = refused(error)?;
            Ok(page(&visit, &offer, &key, &fields, &errors).refused().into_response())
        }
    }
}

/// The items typed, one a line: SKU or barcode.
async fn items(state: &PageState, visit: &Visit, fields: &Fields, wrong: &mut Vec<FieldError>) -> Result<Vec<VariantId>, PageError> {
    let mut found = Vec::new();
    if fields.get("scope") != CountScope::Items.tag() {
        return Ok(found);
    }
    let lines = fields.get("variants").lines().map(str::trim).filter(|line| !line.is_empty()).take(SCOPE_MAX + 1);
    for code in lines {
        let scan = ResolveScan { code: code.to_owned(), store: None };
        match state.desk.ask(&visit.actor, scan).await {
            Ok(Resolved::Variant { of }) => found.push(of.variant.variant),
            Ok(_) | Err(vocabulary::AppError::Invalid { .. }) => wrong.push(FieldError::new("variants", "count-plan-unknown").with("code", code)),
            Err(error) => return Err(PageError(error)),
        }
    }
    Ok(found)
}

fn read(visit: &Visit, offer: &Offer, fields: &Fields, variants: Vec<VariantId>) -> Result<PlanCount, Vec<FieldError>> {
    let mut form = Form::new(visit.words, fields);
    let name = form.text("name", 120);
    let chosen = CountScope::of_tag(form.raw("scope"));
    let scope = form.pick("scope", chosen);
    let limit_quantity = form.optional_quantity("limit_quantity");
    let limit_value = form.optional_money("limit_value", visit.currency);
    let of = |wanted| scope == Some(wanted);
    let locations: Vec<LocationId> = fields.all("locations").filter(|_| of(CountScope::Locations)).filter_map(|raw| raw.parse().ok()).collect();
    let categories: Vec<CategoryId> = fields.all("categories").filter(|_| of(CountScope::Category)).filter_map(|raw| raw.parse().ok()).collect();
    let plan = name.zip(scope).zip(limit_quantity).zip(limit_value).map(|(((name, scope), limit_quantity), limit_value)| PlanCount {
        store: offer.store.id,
        name,
        scope,
        locations,
        categories,
        variants,
        blind: fields.has("blind"),
        limit_quantity,
        limit_value: limit_value.map(|money| money.amount),
        second_count: fields.has("second_count"),
    });
    form.finish(plan)
}

fn page(visit: &Visit, offer: &Offer, key: &Key, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let title = words.t("count-plan-title");
    let typed = Typed::new(words, fields, errors);
    let (heading, csrf, key) = (title.clone(), visit.token.clone(), key.as_str().to_owned());
    let action = address("/stock/counts/new", &[("store", Some(offer.store.code.clone()))]);
    let tabs = store_tabs(visit, "/stock/counts/new", &offer.store);
    let scopes = CountScope::ALL
        .iter()
        .map(|scope| {
            Choice::new(scope.tag(), words.t(&format!("count-scope-{}", scope.tag()))).hint(words.t(&format!("count-scope-{}-hint", scope.tag())))
        })
        .collect::<Vec<_>>();
    let ticked = |name: &str, value: &str| fields.all(name).any(|one| one == value);
    let places = boxes(offer.places.iter().map(|place| {
        let id = place.id.to_string();
        let on = ticked("locations", &id);
        ("locations", id, place_label(&place.code, &place.name), on)
    }));
    let categories = boxes(offer.categories.iter().map(|category| {
        let id = category.id.to_string();
        let on = ticked("categories", &id);
        ("categories", id, category.name.clone(), on)
    }));
    let symbol = words.currency(visit.currency);
    let store = store_field(visit, &typed);
    let body = render(move || {
        view! {
            <PageHead title=heading sub=view! { {words.t("count-plan-sub")} }/>
            {tabs}
            <FormView action csrf idempotency=key>
                <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
                {store}
                <Input
                    name="name"
                    label=words.t("name")
                    hint=words.t("count-plan-name-hint")
                    value=typed.value("name")
                    error=typed.error("name")
                    maxlength=120
                    required=true
                />
                <RadioGroup name="scope" legend=words.t("count-plan-scope") choices=scopes value=typed.value("scope") error=typed.error("scope")/>
                <FieldSet legend=words.t("count-plan-locations") id="locations" error=typed.error("locations")>
                    <div class="count-choices">{places}</div>
                </FieldSet>
                {(!categories.is_empty())
                    .then(|| {
                        view! {
                            <FieldSet legend=words.t("count-plan-categories") id="categories" error=typed.error("categories")>
                                <div class="count-choices">{categories}</div>
                            </FieldSet>
                        }
                    })}
                <TextArea
                    name="variants"
                    label=words.t("count-plan-items")
                    hint=words.t("count-plan-items-hint")
                    value=typed.value("variants")
                    error=typed.error("variants")
                    rows=4
                />
                <Checkbox name="blind" label=words.t("count-plan-blind") hint=words.t("count-plan-blind-hint") checked=typed.has("blind")/>
                <Checkbox name="second_count" label=words.t("count-plan-second") hint=words.t("count-plan-second.hint") checked=typed.has("second_count")/>
                <FieldSet legend=words.t("count-plan-rule") hint=words.t("count-plan-rule-hint")>
                    <FieldRow>
                        <Input
                            name="limit_quantity"
                            label=words.t("count-plan-limit-quantity")
                            value=typed.value("limit_quantity")
                            error=typed.error("limit_quantity")
                            numeric=true
                            optional=words.t("optional")
                        />
                        <Input
                            name="limit_value"
                            label=words.t("count-plan-limit-value")
                            value=typed.value("limit_value")
                            error=typed.error("limit_value")
                            prefix=symbol
                            numeric=true
                            optional=words.t("optional")
                        />
                    </FieldRow>
                </FieldSet>
                <ActionBar words=view! { {words.t("count-plan-effect")} }><Button label=words.t("count-plan-do") weight=Weight::Primary/></ActionBar>
            </FormView>
        }
    });
    PageDoc::new(title, Nav::Counts, body).under(words.t("nav-counts"), "/stock/counts")
}

fn boxes<'a>(choices: impl Iterator<Item = (&'a str, String, String, bool)>) -> Vec<AnyView> {
    choices
        .map(|(name, value, label, checked)| {
            view! { <label class="check"><input type="checkbox" name=name.to_owned() value=value checked=checked/><span>{label}</span></label> }
                .into_any()
        })
        .collect()
}
