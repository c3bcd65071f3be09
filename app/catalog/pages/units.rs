//! The units of a variant: those everybody knows, those its barcodes tell, and its own, which are added and put away here.

use crate::{
    codes::{doc, found, remove_button, sub, told},
    common::Sheet,
    item::variant_href,
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use catalog_rules::{
    ArchiveVariantUnit, ItemView, SetVariantUnit, ShowVariantUnits, UNIT_MAX, UnitFrom, VariantUnit, VariantUnits, VariantView, is_unit,
};
use kit::{
    Button, Cell, Checkbox, Column, ErrorSummary, FieldRow, Form as FormView, FormActions, Input, LinkButton, PageHead, RowOf, Section, Table,
    Weight, render,
};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, FieldError, Key, Said};
use wire::{Fields, Form, PageDoc, PageResult, PageState, Posted, Typed, Visit};
use words::Words;

/// What the page is of.
struct Of {
    item: ItemView,
    variant: VariantView,
    units: VariantUnits,
}

async fn of(desk: &PageState, visit: &Visit, variant: &str) -> Result<Of, wire::PageError> {
    let (item, variant) = found(desk, visit, variant).await?;
    let units = desk.desk.ask(&visit.actor, ShowVariantUnits { variant: variant.variant }).await?;
    Ok(Of { item, variant, units })
}

fn path(of: &Of) -> String {
    format!("/catalog/variants/{}/units", of.variant.variant)
}

/// A unit's name: "Case"; what an item calls its own as it calls it.
fn name(words: Words, unit: &str) -> String {
    if is_unit(unit) { crate::common::unit_name(words, unit) } else { unit.to_owned() }
}

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(variant): Path<String>) -> PageResult {
    let of = of(&desk, &visit, &variant).await?;
    let fields = Fields(vec![(String::from("den"), String::from("1"))]);
    Ok(page(&visit, &Key::random(), &of, &fields, &[]).into_response())
}

pub(crate) async fn submit(State(desk): State<PageState>, Path(variant): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let of = of(&desk, &visit, &variant).await?;
    let mut form = Form::new(visit.words, &fields);
    let unit = form.text("unit", UNIT_MAX);
    let (num, den) = (whole(&mut form, &fields, "num"), whole(&mut form, &fields, "den"));
    let (variant, version, fractions) = (of.variant.variant, version(&fields)?, fields.has("fractions"));
    let set = unit.zip(num).zip(den).map(|((unit, num), den)| SetVariantUnit { variant, version, unit, num, den, whole: !fractions });
    let set = match form.finish(set) {
        Ok(set) => set,
        Err(errors) => return Ok(page(&visit, &key, &of, &fields, &errors).refused().into_response()),
    };
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), set)).await {
        Ok(_) => Ok(visit.done(&path(&of), Said::new("notice-saved")).await),
        Err(error) => {
            let errors = told(error, "")?;
            Ok(page(&visit, &key, &of, &fields, &errors).refused().into_response())
        }
    }
}

/// The variant's version as the page told it.
pub(crate) fn version(fields: &Fields) -> Result<i64, AppError> {
    fields.get("version").parse().map_err(|_| AppError::invalid("version", "field-unknown-choice"))
}

/// A whole number of 1 or more.
fn whole(form: &mut Form<'_>, fields: &Fields, field: &'static str) -> Option<i64> {
    let number = fields.get(field).trim().parse::<i64>().ok().filter(|number| *number > 0);
    if number.is_none() {
        form.wrong(FieldError::new(field, "unit-ratio"));
    }
    number
}

pub(crate) async fn archive(State(desk): State<PageState>, Path(variant): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let of = of(&desk, &visit, &variant).await?;
    let version = version(&fields)?;
    let put = ArchiveVariantUnit { variant: of.variant.variant, version, unit: fields.get("unit").to_owned() };
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), put)).await {
        Ok(_) => Ok(visit.done(&path(&of), Said::new("notice-saved")).await),
        Err(error) => {
            let errors = told(error, "")?;
            Ok(page(&visit, &key, &of, &fields, &errors).refused().into_response())
        }
    }
}

fn row(visit: &Visit, of: &Of, unit: &VariantUnit) -> RowOf {
    let words = visit.words;
    let ratio = if unit.den == 1 { words.count(unit.num) } else { format!("{}/{}", words.count(unit.num), words.count(unit.den)) };
    let from = match unit.from {
        UnitFrom::Base => "unit-from-base",
        UnitFrom::Known => "unit-from-known",
        UnitFrom::Own => "unit-from-own",
        UnitFrom::Barcode => "unit-from-barcode",
    };
    let named = name(words, &unit.unit);
    let remove = (unit.from == UnitFrom::Own).then(|| {
        let hidden = vec![(String::from("unit"), unit.unit.clone()), (String::from("version"), of.units.version.to_string())];
        let label = words.with("unit-archive", &[("unit", named.as_str().into())]);
        remove_button(visit, format!("{}/archive", path(of)), hidden, label)
    });
    RowOf::new(vec![Cell::head(named), Cell::num(ratio, false), Cell::new(words.t(from)).class("sub"), Cell::new(remove)])
}

fn page(visit: &Visit, key: &Key, of: &Of, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let body = render(|| {
        let typed = Sheet::new(typed);
        let base = name(words, &of.units.base);
        let columns = vec![
            Column::new("unit", words.t("line-unit")),
            Column::num("ratio", words.with("unit-in", &[("base", base.as_str().into())])),
            Column::new("from", words.t("unit-from")),
            Column::new("remove", words.t("action-remove")).hide_label(),
        ];
        let rows: Vec<RowOf> = of.units.units.iter().map(|unit| row(visit, of, unit)).collect();
        let (csrf, key, back) = (visit.token.clone(), key.as_str().to_owned(), variant_href(visit, of.item.item, of.variant.variant));
        let hidden = vec![(String::from("version"), of.units.version.to_string())];
        let labels = [("unit", "line-unit"), ("num", "unit-num"), ("den", "unit-den")];
        let most = u32::try_from(UNIT_MAX).unwrap_or(16);
        let (about, action, checked) = (sub(&of.item, &of.variant), path(of), typed.has("fractions"));
        view! {
            <PageHead title=words.t("units-title") sub=view! { {about} } actions=view! { <LinkButton label=words.t("action-back") href=back/> }/>
            <Table caption=words.t("units-title") columns rows/>
            <Section title=words.t("unit-add") id="add" class="above-6">
                <p class="mute below-3">{words.with("unit-effect", &[("base", base.into())])}</p>
                <FormView action csrf idempotency=key hidden>
                    <ErrorSummary title=words.t("errors-title") errors=typed.summary(&labels)/>
                    <Input name="unit" label=words.t("line-unit") value=typed.value("unit") error=typed.error("unit") hint=words.t("unit-name.hint") maxlength=most autocomplete="off" required=true/>
                    <FieldRow>
                        <Input name="num" label=words.t("unit-num") value=typed.value("num") error=typed.error("num") numeric=true required=true/>
                        <Input name="den" label=words.t("unit-den") value=typed.value("den") error=typed.error("den") hint=words.t("unit-den.hint") numeric=true required=true/>
                    </FieldRow>
                    <Checkbox name="fractions" label=words.t("unit-fractions") checked/>
                    <FormActions><Button label=words.t("unit-add") weight=Weight::Primary/></FormActions>
                </FormView>
            </Section>
        }
    });
    doc(visit, &of.item, &of.variant, words.t("units-title"), body)
}
