//! Set stock right by hand: first the item, then where, by how much, and why. The number is decided on what the page
//! shows; if the books have moved on since, it is asked again.

use crate::{
    common::{Sent, address, allowed, finished, form_store, moment, place_label, places, refused_lines, sent_store, store_field, store_tabs},
    pick_item::{Pick, choice_list},
    rows::{LotTyped, lot_fields},
};
use axum::{
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use catalog_rules::{ShowVariantUnits, VariantUnit};
use kit::{
    ActionBar, Button, Choice, ErrorSummary, FieldRow, Form as FormView, Glyph, Input, LinkButton, PageHead, RadioGroup, SearchBox, Select, TextArea,
    Weight, render,
};
use leptos::prelude::*;
use serde::Deserialize;
use stock_rules::{AdjustStock, LocationRow, NOTE_MAX, ShowStock, StockPosted, VariantStock};
use vocabulary::{AppError, Ask as AskDesk, FieldError, Key, LocationId, Permission, Quantity, Ratio, Reason, Said, Status, VariantId};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, StoreChoice, Typed, Visit, see_other};
use words::Words;

#[derive(Default, Deserialize)]
pub(crate) struct Ask {
    variant: Option<String>,
    /// An item as one types it; becomes `variant`.
    item: Option<String>,
}

/// What the form is about.
struct About {
    store: StoreChoice,
    stock: VariantStock,
    places: Vec<LocationRow>,
    /// In which a quantity may be told, the base unit first.
    units: Vec<VariantUnit>,
}

impl About {
    /// The unit that was chosen; none for the base unit.
    fn unit(&self, fields: &Fields) -> Option<String> {
        let typed = fields.get("unit").trim();
        (!typed.is_empty() && typed != self.stock.unit).then(|| typed.to_owned())
    }

    /// So much of a unit in base units, as far as it is known.
    fn base(&self, quantity: Quantity, unit: Option<&str>) -> Quantity {
        let known = self.units.iter().find(|known| Some(known.unit.as_str()) == unit);
        let base = known.and_then(|known| Ratio::new(known.num, known.den)).and_then(|ratio| ratio.base(quantity).ok());
        base.unwrap_or(quantity)
    }
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Query(ask): Query<Ask>) -> PageResult {
    allowed(&visit, Permission::Adjust)?;
    let store = match form_store(&visit) {
        Ok(store) => store,
        Err(elsewhere) => return Ok(elsewhere),
    };
    if let Some(variant) = ask.variant.as_deref().and_then(|id| id.parse().ok())
        && let Some(about) = load(&state, &visit, &store, variant).await?
    {
        return Ok(form(&visit, &Key::random(), &Fields::default(), &[], &about).into_response());
    }
    let mut pick = Pick { typed: ask.item.unwrap_or_default().trim().to_owned(), ..Pick::default() };
    if pick.typed.is_empty() {
        return Ok(choose(&visit, &store, &pick, None).into_response());
    }
    match pick.resolve(&state, &visit, "item").await? {
        Ok(()) => Ok(see_other(&at(&store, pick.variant))),
        Err(error) => Ok(choose(&visit, &store, &pick, Some(visit.words.field_error(&error))).into_response()),
    }
}

fn at(store: &StoreChoice, variant: Option<VariantId>) -> String {
    address("/stock/adjust", &[("store", Some(store.code.clone())), ("variant", variant.map(|one| one.to_string()))])
}

async fn load(state: &PageState, visit: &Visit, store: &StoreChoice, variant: VariantId) -> Result<Option<About>, PageError> {
    match state.desk.ask(&visit.actor, ShowStock { variant, store: Some(store.id) }).await {
        Ok(stock) => {
            let units = state.desk.ask(&visit.actor, ShowVariantUnits { variant }).await?.units;
            Ok(Some(About { store: store.clone(), stock, places: places(state, visit, store).await?, units }))
        }
        Err(AppError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The first step: which item.
fn choose(visit: &Visit, store: &StoreChoice, pick: &Pick, wrong: Option<String>) -> PageDoc {
    let words = visit.words;
    let title = words.t("adjust-title");
    let (heading, tabs, keep) = (title.clone(), store_tabs(visit, "/stock/adjust", store), vec![(String::from("store"), store.code.clone())]);
    let (value, sub) = (pick.typed.clone(), words.with("adjust-sub", &[("store", store.name.as_str().into())]));
    let choices: Vec<_> = pick
        .choices
        .iter()
        .map(|choice| {
            let of = [("store", Some(store.code.clone())), ("variant", Some(choice.value.clone()))];
            (address("/stock/adjust", &of), choice.clone())
        })
        .collect();
    let body = render(move || {
        view! {
            <PageHead title=heading sub=view! { {sub} }/>
            {tabs}
            <kit::Stack>
                <SearchBox
                    action="/stock/adjust"
                    name="item"
                    label=words.t("pick-placeholder")
                    placeholder=words.t("pick-placeholder")
                    go=words.t("action-search")
                    value
                    keep
                />
                {wrong.map(|wrong| view! { <kit::Notice tone=kit::Tone::Warn>{wrong}</kit::Notice> })}
                {choice_list(choices)}
            </kit::Stack>
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), address("/stock", &[("store", Some(store.code.clone()))]))
}

pub(crate) async fn submit(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    allowed(&visit, Permission::Adjust)?;
    let Sent { store, wrong } = match sent_store(&visit, &fields) {
        Ok(sent) => sent,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let variant: VariantId = fields.get("variant").parse().map_err(|_| AppError::NotFound)?;
    if let Some(wrong) = wrong {
        return again(&state, &visit, &key, &fields, vec![wrong], &store, variant).await;
    }
    let about = load(&state, &visit, &store, variant).await?.ok_or(AppError::NotFound)?;
    let operation = match read(&visit, &about, &fields) {
        Ok(operation) => operation,
        Err(errors) => return again(&state, &visit, &key, &fields, errors, &store, variant).await,
    };
    let base = |quantity: Quantity| about.base(quantity, operation.unit.as_deref());
    let change = operation.change.map(base).or_else(|| Some(base(operation.new_quantity?) - operation.expected?)).unwrap_or_default();
    match state.desk.run(AskDesk::new(&visit.actor, key.clone(), operation)).await {
        Ok(StockPosted { posting, .. }) => {
            let said = match posting {
                Some(_) if change.is_negative() => Said::new("adjust-done-less").with("quantity", change.abs()),
                Some(_) => Said::new("adjust-done-more").with("quantity", change),
                None => Said::new("adjust-nothing"),
            };
            let back = address("/stock/why", &[("variant", Some(variant.to_string())), ("store", Some(store.code.clone()))]);
            Ok(finished(&visit, &back, said, posting).await)
        }
        Err(AppError::Stale) => again(&state, &visit, &key, &fields, vec![FieldError::new("quantity", "adjust-stale")], &store, variant).await,
        Err(error) => {
            let mut errors = refused_lines(error)?;
            for error in &mut errors {
                match error.field.as_str() {
                    "change" | "new_quantity" => error.field = String::from("quantity"),
                    "expected" | "location" | "status" => error.field = String::from("place"),
                    _ => {}
                }
            }
            again(&state, &visit, &key, &fields, errors, &store, variant).await
        }
    }
}

async fn again(
    state: &PageState,
    visit: &Visit,
    key: &Key,
    fields: &Fields,
    errors: Vec<FieldError>,
    store: &StoreChoice,
    variant: VariantId,
) -> Result<Response, PageError> {
    let about = load(state, visit, store, variant).await?.ok_or(AppError::NotFound)?;
    Ok(form(visit, key, fields, &errors, &about).refused().into_response())
}

fn read(visit: &Visit, about: &About, fields: &Fields) -> Result<AdjustStock, Vec<FieldError>> {
    let (store, tracking) = (&about.store, about.stock.tracking);
    let mut form = Form::new(visit.words, fields);
    let chosen = place_of(form.raw("place"));
    let place = form.pick("place", chosen);
    let quantity = form.quantity("quantity");
    // What is told apart is counted, or changes by so much: its sum is nobody's figure.
    let to = fields.get("mode") != "by" && !tracking.is_tracked();
    let told = LotTyped::read(fields, "").told(visit.words, tracking).map_err(|(field, said)| form.wrong(FieldError { field, said })).ok();
    let chosen = form.choice::<String>("reason");
    let reason = match chosen {
        Some(tag) => form.pick("reason", Reason::of_tag(&tag)),
        None => None,
    };
    let note = form.optional_text("note", NOTE_MAX);
    let at = moment(&mut form, "occurred_at", visit.words, store.zone);
    let all = place.zip(quantity).zip(reason).zip(note).zip(at).zip(told);
    let operation = all.map(|(((((place, quantity), reason), note), occurred_at), (lot, serials))| {
        let (location, status, expected) = place;
        AdjustStock {
            store: store.id,
            location: Some(location),
            variant: about.stock.variant,
            status,
            lot,
            serials,
            change: (!to).then_some(quantity),
            new_quantity: to.then_some(quantity),
            expected: to.then_some(expected),
            unit: about.unit(fields),
            reason,
            note,
            occurred_at,
        }
    });
    form.finish(operation)
}

/// A choice's value: the place, the state, and what the page showed for them.
fn place_value(location: LocationId, status: Status, shown: Quantity) -> String {
    format!("{location}/{}/{shown}", status.tag())
}

fn place_of(value: &str) -> Option<(LocationId, Status, Quantity)> {
    let mut parts = value.split('/');
    let place = (parts.next()?.parse().ok()?, Status::of_tag(parts.next()?)?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some(place)
}

/// Where it is first, then where it could be.
fn place_choices(words: Words, about: &About) -> Vec<Choice> {
    let mut all: Vec<Choice> = about
        .stock
        .places
        .iter()
        .map(|place| {
            let parts = [
                ("place", place_label(&place.code, &place.name).into()),
                ("status", words.status(place.status).into()),
                ("quantity", place.on_hand.into()),
            ];
            Choice::new(place_value(place.location, place.status, place.on_hand), words.with("adjust-place", &parts))
                .group(words.t("adjust-places-known"))
        })
        .collect();
    let known = |place: &LocationRow| about.stock.places.iter().any(|known| known.location == place.id && known.status == Status::Available);
    all.extend(about.places.iter().filter(|place| !known(place)).map(|place| {
        Choice::new(place_value(place.id, Status::Available, Quantity::ZERO), place_label(&place.code, &place.name))
            .group(words.t("adjust-places-new"))
    }));
    all
}

fn form(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], about: &About) -> PageDoc {
    let words = visit.words;
    let title = words.t("adjust-title");
    let typed = Typed::new(words, fields, errors);
    let item = crate::common::item_label(&about.stock.name, &about.stock.option_text);
    let sub = words.with("adjust-item-sub", &[("item", item.as_str().into()), ("store", about.store.name.as_str().into())]);
    let other = view_other(words, about);
    let choices = place_choices(words, about);
    // What the page shows may have changed since: the same place is the same choice.
    let chosen = typed.value("place");
    let same = |choice: &&Choice| chosen.rsplit_once('/').is_some_and(|(place, _)| choice.value.starts_with(place));
    let place = choices.iter().find(same).or(choices.first()).map(|choice| choice.value.clone()).unwrap_or_default();
    let reasons: Vec<Choice> = Reason::ALL
        .iter()
        .map(|reason| {
            let (stock, cost) = words.reason_effects(*reason);
            Choice::new(reason.tag(), words.reason(*reason)).hint(words.with("adjust-effects", &[("stock", stock.into()), ("cost", cost.into())]))
        })
        .collect();
    let tracking = about.stock.tracking;
    let mut modes = vec![
        Choice::new("to", words.t("adjust-to")).hint(words.t("adjust-to.hint")),
        Choice::new("by", words.t("adjust-by")).hint(words.t("adjust-by.hint")),
    ];
    modes.retain(|mode| mode.value == "by" || !tracking.is_tracked());
    let mode = if typed.value("mode") == "by" || tracking.is_tracked() { "by" } else { "to" };
    let lot = lot_fields(words, "", |word| words.t(word), tracking, &LotTyped::read(fields, ""), true, &typed);
    let action = at(&about.store, Some(about.stock.variant));
    let hidden = vec![(String::from("variant"), about.stock.variant.to_string())];
    let (heading, csrf, key) = (title.clone(), visit.token.clone(), key.as_str().to_owned());
    let many = about.units.len() > 1;
    let unit = if many { String::new() } else { unit(words, about) };
    let units: Vec<Choice> = about.units.iter().map(|unit| Choice::new(unit.unit.clone(), crate::common::unit_name(words, &unit.unit))).collect();
    let units = (many || typed.error("unit").is_some()).then(|| {
        let (value, error) = (typed.value("unit"), typed.error("unit"));
        view! { <Select name="unit" label=words.t("line-unit") choices=units value error/> }
    });
    let summary = crate::common::summary(words, errors);
    let (first, last) = (typed.clone(), typed.clone());
    let store = store_field(visit, &typed);
    let body = render(move || {
        view! {
            <PageHead title=heading sub=view! { {sub} } actions=other/>
            <FormView action csrf idempotency=key hidden>
                <ErrorSummary title=words.t("errors-title") errors=summary/>
                {store}
                <Select name="place" label=words.t("place") choices value=place error=typed.error("place")/>
                <FieldRow>
                    <Input name="quantity" label=words.t("quantity") value=first.value("quantity") error=first.error("quantity") suffix=unit numeric=true required=true/>
                    {units}
                    <RadioGroup name="mode" legend=words.t("adjust-mode") choices=modes value=mode/>
                </FieldRow>
                {lot}
                <RadioGroup name="reason" legend=words.t("reason") choices=reasons value=typed.value("reason") error=typed.error("reason") required=true/>
                <FieldRow>
                    <TextArea name="note" label=words.t("note") value=last.value("note") error=last.error("note") optional=words.t("optional") rows=2 maxlength=500_u32/>
                    <Input
                        name="occurred_at"
                        kind="datetime-local"
                        label=words.t("when")
                        value=last.value("occurred_at")
                        error=last.error("occurred_at")
                        optional=words.t("optional")
                        hint=words.t("when-hint")
                    />
                </FieldRow>
                <ActionBar words=view! { {words.t("adjust-effect")} }><Button label=words.t("adjust-do") weight=Weight::Primary/></ActionBar>
            </FormView>
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), address("/stock", &[("store", Some(about.store.code.clone()))]))
}

fn view_other(words: Words, about: &About) -> impl IntoView + use<> {
    let href = address("/stock/adjust", &[("store", Some(about.store.code.clone()))]);
    view! { <LinkButton label=words.t("adjust-other") href icon=Glyph::Search/> }
}

/// The unit's word beside the number; none where things are counted in pieces.
fn unit(words: Words, about: &About) -> String {
    if about.stock.unit == "each" { String::new() } else { words.t(&format!("unit-{}.name", about.stock.unit)) }
}
