//! A kit: what one of it takes, and how many can be made. Components are added and taken out here, one at a time; the item's
//! page shows the same.

use crate::{
    codes::{doc, found, remove_button, sub, told},
    common::{Sheet, address, unit_name},
    item::variant_href,
    units::version,
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use catalog_rules::{
    ItemView, KIT_MAX, KitComponent, KitPart, KitView, ResolveScan, Resolved, SHORT_MAX, SearchVariants, SetKit, ShowKit, VariantHit, VariantView,
};
use kit::{
    Badge, Button, Cell, Choice, Code, Column, Density, Empty, ErrorSummary, FieldRow, Form as FormView, FormActions, Glyph, Input, LinkButton,
    OnPhone, PageHead, RadioGroup, RowOf, Section, Size, Table, Tone, Weight, render,
};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, FieldError, Key, Permission, Quantity, Said, VariantId};
use wire::{Fields, Form, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit};

/// Most that a name gives to choose from.
const CHOICES: u16 = 12;

/// What the page is of.
struct Of {
    item: ItemView,
    variant: VariantView,
    kit: KitView,
}

async fn of(desk: &PageState, visit: &Visit, variant: &str) -> Result<Of, PageError> {
    let (item, variant) = found(desk, visit, variant).await?;
    let kit = desk.desk.ask(&visit.actor, ShowKit { variant: variant.variant }).await?;
    Ok(Of { item, variant, kit })
}

fn path(of: &Of) -> String {
    format!("/catalog/variants/{}/kit", of.variant.variant)
}

fn components(of: &Of) -> Vec<KitComponent> {
    of.kit.components.iter().map(|part| KitComponent { variant: part.variant, quantity: part.quantity }).collect()
}

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(variant): Path<String>) -> PageResult {
    let of = of(&desk, &visit, &variant).await?;
    let fields = Fields(vec![(String::from("quantity"), String::from("1"))]);
    Ok(page(&visit, &Key::random(), &of, &fields, &[], Vec::new()).into_response())
}

/// Adds a component.
pub(crate) async fn submit(State(desk): State<PageState>, Path(variant): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let of = of(&desk, &visit, &variant).await?;
    let mut form = Form::new(visit.words, &fields);
    let (item, quantity) = (form.text("item", SHORT_MAX), form.quantity("quantity"));
    let chosen: Option<VariantId> = fields.get("choice").parse().ok();
    let mut hits = Vec::new();
    let component = match (chosen, &item) {
        (Some(chosen), _) => Some(chosen),
        (None, Some(typed)) => {
            hits = meant(&desk, &visit, typed).await?;
            match hits.as_slice() {
                [only] => Some(only.variant),
                [] => {
                    form.wrong(FieldError::new("item", "pick-unknown"));
                    None
                }
                many => {
                    form.wrong(FieldError::new("item", "pick-several").with("count", many.len()));
                    None
                }
            }
        }
        (None, None) => None,
    };
    let component = match form.finish(component.zip(quantity)) {
        Ok((variant, quantity)) => KitComponent { variant, quantity },
        Err(errors) => return Ok(page(&visit, &key, &of, &fields, &errors, hits).refused().into_response()),
    };
    let components = components(&of).into_iter().chain([component]).collect();
    let set = SetKit { variant: of.variant.variant, version: version(&fields)?, components };
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), set)).await {
        Ok(_) => Ok(visit.done(&path(&of), Said::new("notice-saved")).await),
        Err(error) => {
            // What is wrong is wrong with the new one, which is the last.
            let mut errors = told(error, &format!("components[{}].", of.kit.components.len()))?;
            for error in &mut errors {
                if error.field != "quantity" {
                    error.field = String::from("item");
                }
            }
            Ok(page(&visit, &key, &of, &fields, &errors, Vec::new()).refused().into_response())
        }
    }
}

/// Takes a component out; without any it is no kit any more.
pub(crate) async fn remove(State(desk): State<PageState>, Path(variant): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let of = of(&desk, &visit, &variant).await?;
    let component: VariantId = fields.get("component").parse().map_err(|_| AppError::invalid("component", "field-unknown-choice"))?;
    let mut components = components(&of);
    components.retain(|one| one.variant != component);
    if components.len() == of.kit.components.len() {
        return Err(AppError::NotFound.into());
    }
    let set = SetKit { variant: of.variant.variant, version: version(&fields)?, components };
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), set)).await {
        Ok(_) => Ok(visit.done(&path(&of), Said::new("notice-saved")).await),
        Err(error) => {
            let errors = told(error, "")?;
            Ok(page(&visit, &key, &of, &fields, &errors, Vec::new()).refused().into_response())
        }
    }
}

/// What was typed or scanned may mean.
async fn meant(desk: &PageState, visit: &Visit, typed: &str) -> Result<Vec<VariantHit>, PageError> {
    let scan = ResolveScan { code: typed.to_owned(), store: None };
    match desk.desk.ask(&visit.actor, scan).await {
        Ok(Resolved::Variant { of }) => Ok(vec![of.variant]),
        Ok(Resolved::Several { choices }) => Ok(choices.into_iter().map(|choice| choice.variant).collect()),
        Ok(Resolved::Unknown { .. }) => Ok(desk.desk.ask(&visit.actor, SearchVariants { q: typed.to_owned(), limit: Some(CHOICES) }).await?.hits),
        Ok(_) | Err(AppError::Invalid { .. }) => Ok(Vec::new()),
        Err(error) => Err(PageError(error)),
    }
}

fn name(name: &str, option_text: &str) -> String {
    if option_text.is_empty() { name.to_owned() } else { format!("{name}, {option_text}") }
}

/// How many of a component one kit takes: "2", "0.35 kg".
fn takes(visit: &Visit, part: &KitPart) -> String {
    let (words, quantity) = (visit.words, visit.words.quantity(part.quantity));
    if part.unit == "each" { quantity } else { format!("{quantity}\u{a0}{}", unit_name(words, &part.unit)) }
}

/// The components as a table; `remove` is the button beside each.
fn table(visit: &Visit, kit: &KitView, remove: Option<&dyn Fn(&KitPart) -> AnyView>) -> impl IntoView + use<> {
    let words = visit.words;
    let mut columns =
        vec![Column::new("sku", words.t("item-sku")), Column::new("item", words.t("item")), Column::num("quantity", words.t("kit-each"))];
    columns.extend(remove.is_some().then(|| Column::new("remove", words.t("action-remove")).hide_label()));
    let rows = kit.components.iter().map(|part| {
        let href = address(&format!("/catalog/variants/{}", part.variant), visit, &[]);
        let away = part.archived.then(|| view! { " "<Badge label=words.t("state-archived") tone=Tone::Warn/> });
        let mut cells = vec![
            Cell::new(view! { <Code value=part.sku.clone()/> }).class("sub"),
            Cell::head(view! { <a href=href><bdi>{name(&part.name, &part.option_text)}</bdi></a>{away} }),
            Cell::num(takes(visit, part), false),
        ];
        cells.extend(remove.map(|remove| Cell::new(remove(part))));
        RowOf::new(cells)
    });
    let rows: Vec<RowOf> = rows.collect();
    view! { <Table caption=words.t("kit-components") columns rows density=Density::Compact phone=OnPhone::Scroll/> }
}

/// How many each store can make.
fn makes(visit: &Visit, kit: &KitView) -> AnyView {
    let words = visit.words;
    let here = |store: &vocabulary::StoreId| visit.store.as_ref().is_none_or(|chosen| chosen.id == *store);
    let rows: Vec<RowOf> = kit
        .makes
        .iter()
        .filter(|makes| here(&makes.store))
        .filter_map(|makes| {
            let (name, mark) = visit.store_by_id(makes.store).map(|store| (store.name.clone(), kit::Mark(store.mark)))?;
            let number = Cell::num(words.quantity(makes.can_make), makes.can_make.is_zero()).class("lead");
            Some(RowOf::new(vec![Cell::head(view! { <kit::StoreName name mark/> }), number]))
        })
        .collect();
    if rows.is_empty() {
        return view! { <p class="small mute">{words.t("kit-makes-none")}</p> }.into_any();
    }
    let columns = vec![Column::new("store", words.t("store")), Column::num("makes", words.t("kit-makes"))];
    let sum: Quantity = kit.makes.iter().filter(|makes| here(&makes.store)).map(|makes| makes.can_make).sum();
    let foot =
        (rows.len() > 1).then(|| RowOf::new(vec![Cell::head(words.t("store-all")), Cell::num(words.quantity(sum), sum.is_zero()).class("lead")]));
    view! { <Table caption=words.t("kit-makes-caption") columns rows foot density=Density::Compact phone=OnPhone::Scroll/> }.into_any()
}

/// A kit as its item's page shows it.
pub(crate) fn section(visit: &Visit, variant: &VariantView, kit: &KitView) -> impl IntoView + use<> {
    let words = visit.words;
    let edit = visit.may(Permission::CatalogWrite).then(|| {
        let href = format!("/catalog/variants/{}/kit", variant.variant);
        view! { <LinkButton label=words.t("action-edit") href icon=Glyph::Pencil size=Size::Small weight=Weight::Quiet/> }
    });
    let (makes, table) = (makes(visit, kit), table(visit, kit, None));
    view! {
        <Section title=words.t("kit-title") id="kit" actions=edit>
            <p class="small mute below-3">{words.t("kit-title.hint")}</p>
            <div class="stack stack-4">{makes} {table}</div>
        </Section>
    }
}

fn page(visit: &Visit, key: &Key, of: &Of, fields: &Fields, errors: &[FieldError], hits: Vec<VariantHit>) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let body = render(|| {
        let typed = Sheet::new(typed);
        let remove = |part: &KitPart| {
            let hidden = vec![(String::from("component"), part.variant.to_string()), (String::from("version"), of.kit.version.to_string())];
            let label = words.with("kit-remove", &[("item", name(&part.name, &part.option_text).into())]);
            remove_button(visit, format!("{}/remove", path(of)), hidden, label).into_any()
        };
        let list = if of.kit.components.is_empty() {
            view! { <Empty title=words.t("kit-none") text=words.t("kit-none.hint") icon=Glyph::Boxes plain=true/> }.into_any()
        } else {
            let (table, makes) = (table(visit, &of.kit, Some(&remove)), makes(visit, &of.kit));
            view! { <div class="stack stack-4">{table} {makes}</div> }.into_any()
        };
        let (csrf, key, back) = (visit.token.clone(), key.as_str().to_owned(), variant_href(visit, of.item.item, of.variant.variant));
        let hidden = vec![(String::from("version"), of.kit.version.to_string())];
        let labels = [("item", "item"), ("quantity", "kit-each")];
        let choices: Vec<Choice> =
            hits.into_iter().map(|hit| Choice::new(hit.variant.to_string(), name(&hit.name, &hit.option_text)).hint(hit.sku)).collect();
        let choices = (choices.len() > 1).then(|| view! { <RadioGroup name="choice" legend=words.t("pick-which") choices/> });
        let (about, action) = (sub(&of.item, &of.variant), path(of));
        let add = (of.kit.components.len() < KIT_MAX).then(|| {
            view! {
                <Section title=words.t("kit-add") id="add" class="above-6">
                    <p class="mute below-3">{words.t("kit-effect")}</p>
                    <FormView action csrf idempotency=key hidden>
                        <ErrorSummary title=words.t("errors-title") errors=typed.summary(&labels)/>
                        <FieldRow>
                            <Input name="item" label=words.t("item") value=typed.value("item") error=typed.error("item") placeholder=words.t("pick-placeholder") autocomplete="off" required=true/>
                            <Input name="quantity" label=words.t("kit-each") value=typed.value("quantity") error=typed.error("quantity") numeric=true required=true/>
                        </FieldRow>
                        {choices}
                        <FormActions><Button label=words.t("kit-add") weight=Weight::Primary/></FormActions>
                    </FormView>
                </Section>
            }
        });
        view! {
            <PageHead title=words.t("kit-title") sub=view! { {about} } actions=view! { <LinkButton label=words.t("action-back") href=back/> }/>
            {list}
            {add}
        }
    });
    doc(visit, &of.item, &of.variant, words.t("kit-title"), body)
}
