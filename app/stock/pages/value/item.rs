//! Why a variant is worth what it is worth; saying what one unit is worth from now on; how its item is valued.

use super::{
    costing::{methods, whole},
    money,
    pool::{PoolAt, entries, layers},
    watermark,
};
use crate::common::{address, allowed, item_label, store_code};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{
    Button, Card, Code, Columns, DescriptionList, Empty, ErrorSummary, Fact, Form as FormView, FormActions, Glyph, Input, PageHead, Pager, Section,
    Select, TextArea, Weight, render,
};
use leptos::prelude::*;
use lists::history::turned_to;
use stock_rules::{LayersView, NOTE_MAX, PoolView, RevalueStock, SetItemCosting, ShowLayers};
use vocabulary::{AppError, Ask, CostMethod, Cursor, FieldError, Key, Money, Operation, Permission, Said, StoreId, VariantId};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit, refused};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[("unit_cost", "value-each"), ("reason", "reason"), ("method", "costing-method")];

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(id): Path<String>) -> PageResult {
    let view = load(&state, &visit, &id).await?;
    Ok(page(&visit, &Key::random(), &Fields::default(), &[], &view).into_response())
}

async fn load(state: &PageState, visit: &Visit, id: &str) -> Result<LayersView, PageError> {
    let variant: VariantId = id.parse().map_err(|_| AppError::NotFound)?;
    Ok(state.desk.ask(&visit.actor, ShowLayers { variant, store: visit.store.as_ref().map(|store| store.id), cursor: turned_to(visit) }).await?)
}

fn path(visit: &Visit, id: &str) -> String {
    address(&format!("/stock/value/items/{id}"), &[("store", store_code(visit))])
}

pub(crate) async fn revalue(State(state): State<PageState>, Path(id): Path<String>, posted: Posted) -> PageResult {
    let Posted { visit, key, fields } = posted;
    allowed(&visit, RevalueStock::NEEDS)?;
    let variant: VariantId = id.parse().map_err(|_| AppError::NotFound)?;
    let mut form = Form::new(visit.words, &fields);
    let unit_cost = match form.optional_money("unit_cost", visit.currency) {
        Some(None) => {
            form.wrong(FieldError::new("unit_cost", "field-required"));
            None
        }
        other => other.flatten(),
    };
    let reason = form.text("reason", NOTE_MAX);
    let store = visit.store.as_ref().map(|store| store.id);
    let operation = unit_cost.zip(reason).map(|(cost, reason)| RevalueStock { variant, store, unit_cost: cost.amount, reason });
    let outcome = match form.finish(operation) {
        Ok(operation) => state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(done) => {
            let said = Said::new("revalue-done").with("value", visit.words.money_delta(Money::new(done.value, visit.currency)));
            Ok(visit.done_with_undo(&path(&visit, &id), said, super::changes::undo_path(done.document)).await)
        }
        Err(error) => again(&state, &visit, &key, &fields, error, &id).await,
    }
}

pub(crate) async fn method(State(state): State<PageState>, Path(id): Path<String>, posted: Posted) -> PageResult {
    let Posted { visit, key, fields } = posted;
    allowed(&visit, SetItemCosting::NEEDS)?;
    let item = load(&state, &visit, &id).await?.item;
    let mut form = Form::new(visit.words, &fields);
    let method = match fields.get("method") {
        "" => Some(None),
        tag => form.pick("method", CostMethod::of_tag(tag)).map(Some),
    };
    let outcome = match form.finish(method.map(|method| SetItemCosting { item, method })) {
        Ok(operation) => state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(_) => Ok(visit.done(&path(&visit, &id), Said::new("costing-done")).await),
        Err(error) => again(&state, &visit, &key, &fields, error, &id).await,
    }
}

/// The page again, with what is wrong.
async fn again(state: &PageState, visit: &Visit, key: &Key, fields: &Fields, error: AppError, id: &str) -> PageResult {
    let errors = whole(refused(error)?);
    let view = load(state, visit, id).await?;
    Ok(page(visit, key, fields, &errors, &view).refused().into_response())
}

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError], view: &LayersView) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let item = item_label(&view.name, &view.option_text);
    let title = words.with("value-why", &[("item", item.as_str().into())]);
    let heading = title.clone();
    let at = |cursor: Option<&Cursor>| {
        let pairs = [("store", store_code(visit)), ("cursor", cursor.map(Cursor::encode))];
        address(&format!("/stock/value/items/{}", view.variant), &pairs)
    };
    let (next, back) = (view.next.as_ref().map(|cursor| at(Some(cursor))), turned_to(visit).is_some().then(|| at(None)));
    let body = render(|| {
        let summary = typed.summary(LABELS);
        let worth = money(words, view.value, view.currency);
        let pools: Vec<AnyView> = view.pools.iter().enumerate().map(|(at, pool)| one_pool(visit, view, at, pool).into_any()).collect();
        let none = pools.is_empty().then(|| view! { <Empty title=words.t("value-nothing") text=words.t("value-nothing.hint") icon=Glyph::Scale/> });
        let side = side(visit, key, &typed, view);
        let pager = (next.is_some() || back.is_some()).then(|| {
            let (label, back_label, next_label) = (words.t("pager-label"), words.t("pager-first"), words.t("pager-next"));
            view! { <Pager label summary=String::new() back_label next_label back next/> }
        });
        view! {
            <PageHead title=heading sub=view! { <Code value=view.sku.clone()/>" "<strong>{worth}</strong> }/>
            {watermark(words, &view.watermark)}
            <ErrorSummary title=words.t("errors-title") errors=summary/>
            <Columns side=side>{pools}{none}{pager}</Columns>
        }
    });
    PageDoc::new(title, Nav::Stock, body)
        .under(words.t("nav-stock"), address("/stock", &[("store", store_code(visit))]))
        .under(words.t("value-title"), address("/stock/value", &[("store", store_code(visit))]))
}

/// What a pool is called: its store, or that it is on its way there, or all stores.
pub(super) fn pool_title(visit: &Visit, store: Option<StoreId>, on_the_way: bool) -> String {
    let words = visit.words;
    let store = store.and_then(|store| visit.store_by_id(store)).map(|store| store.name.clone());
    match store {
        Some(store) if on_the_way => words.with("value-on-the-way-to", &[("store", words.code(&store).into())]),
        Some(store) => store,
        None => words.t("store-all"),
    }
}

fn one_pool(visit: &Visit, view: &LayersView, at: usize, pool: &PoolView) -> impl IntoView + use<> {
    let words = visit.words;
    let title = pool_title(visit, pool.store, pool.on_the_way);
    let lot = pool.lot.map(|lot| {
        let (href, label) = (format!("/stock/lots/{lot}"), words.t("lot"));
        view! { <p class="below-3"><a href=href>{label}</a></p> }
    });
    let sum =
        words.with("value-so-much", &[("quantity", words.quantity(pool.quantity).into()), ("value", money(words, pool.value, view.currency).into())]);
    let owed = pool.owed.is_positive().then(|| {
        let value = money(words, pool.owed_value, view.currency);
        view! { <p class="below-3">{words.with("value-owed", &[("quantity", words.quantity(pool.owed).into()), ("value", value.into())])}</p> }
    });
    let more = |entries: bool| {
        let href = PoolAt { variant: view.variant, scope: StoreId(pool.scope), lot: pool.lot, entries }.path(visit, None);
        view! { <p class="above-2"><a href=href>{words.t(if entries { "entries-all" } else { "layers-all" })}</a></p> }
    };
    let (more_layers, more_entries) = (pool.more_layers.then(|| more(false)), pool.more_entries.then(|| more(true)));
    let layers = (!pool.layers.is_empty()).then(|| layers(words, view.currency, &pool.layers));
    let entries = entries(words, view.currency, &pool.entries);
    view! {
        <Section title id=format!("pool-{at}")>
            {lot}
            <p class="below-3">{sum}</p>
            {owed}
            {layers}
            {more_layers}
            {entries}
            {more_entries}
        </Section>
    }
}

fn side(visit: &Visit, key: &Key, typed: &Typed, view: &LayersView) -> impl IntoView + use<> {
    let words = visit.words;
    let mut facts =
        vec![Fact::new(words.t("costing-method"), words.cost_method(view.method)), Fact::new(words.t("costing-scope"), words.cost_scope(view.scope))];
    if let Some(standard) = view.standard {
        facts.push(Fact::new(words.t("value-standard"), words.money(Money::new(standard, view.currency))));
    }
    let changes = format!("{}?item={}", super::changes::PATH, view.variant);
    let revalue = (visit.may(Permission::CostWrite) && !view.pools.is_empty()).then(|| revalue_form(visit, key, typed, view));
    let method = (visit.may(Permission::SettingsWrite) && view.open).then(|| method_form(visit, typed, view));
    view! {
        <Card title=words.t("details") id="facts">
            <DescriptionList facts start=true/>
            <p class="above-2"><a href=changes>{words.t("cost-changes-title")}</a></p>
        </Card>
        {revalue}
        {method}
    }
}

fn revalue_form(visit: &Visit, key: &Key, typed: &Typed, view: &LayersView) -> impl IntoView + use<> {
    let words = visit.words;
    let (csrf, key) = (visit.token.clone(), key.as_str().to_owned());
    let action = address(&format!("/stock/value/items/{}/revalue", view.variant), &[("store", store_code(visit))]);
    let where_ = visit
        .store
        .as_ref()
        .map_or_else(|| words.t("revalue-everywhere"), |store| words.with("revalue-here", &[("store", words.code(&store.name).into())]));
    let (cost, cost_error) = (typed.value("unit_cost"), typed.error("unit_cost"));
    let (reason, reason_error) = (typed.value("reason"), typed.error("reason"));
    let (most, suffix) = (u32::try_from(NOTE_MAX).unwrap_or(500), visit.currency.code().to_owned());
    view! {
        <Card title=words.t("revalue-title") id="revalue">
            <FormView action csrf idempotency=key>
                <p class="small mute">{words.t("revalue-effect")}" "{where_}</p>
                <Input name="unit_cost" label=words.t("value-each") value=cost error=cost_error numeric=true required=true suffix/>
                <TextArea name="reason" label=words.t("reason") value=reason error=reason_error rows=2 maxlength=most required=true/>
                <FormActions><Button label=words.t("revalue-do") icon=Glyph::Scale weight=Weight::Primary/></FormActions>
            </FormView>
        </Card>
    }
}

fn method_form(visit: &Visit, typed: &Typed, view: &LayersView) -> impl IntoView + use<> {
    let words = visit.words;
    let (csrf, key) = (visit.token.clone(), Key::random().as_str().to_owned());
    let action = format!("/stock/value/items/{}/method", view.variant);
    let (error, value, choices) = (typed.error("method"), typed.value("method"), methods(visit));
    view! {
        <Card title=words.t("costing-item-title") id="method">
            <FormView action csrf idempotency=key>
                <p class="small mute">{words.t("costing-item-effect")}</p>
                <Select name="method" label=words.t("costing-method") choices value error prompt=words.t("costing-as-all")/>
                <FormActions><Button label=words.t("action-save") icon=Glyph::Check/></FormActions>
            </FormView>
        </Card>
    }
}
