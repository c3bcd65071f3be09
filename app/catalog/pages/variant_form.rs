//! The fields of a variant, for a new one and for one that is there.

use crate::common::Sheet;
use catalog_rules::{ItemState, OPTION_MAX, SKU_MAX, check_amount};
use kit::{Choice, FieldRow, Input, RadioGroup};
use leptos::prelude::*;
use rust_decimal::Decimal;
use wire::{Form, Visit};

/// What was typed of a variant.
pub(crate) struct Read {
    pub sku: String,
    pub options: Vec<String>,
    pub price: Option<Decimal>,
    pub cost: Option<Decimal>,
}

/// Reads the fields; what is wrong is noted in the form.
pub(crate) fn read(form: &mut Form<'_>, visit: &Visit, axes: usize) -> Read {
    let read = Read {
        sku: form.optional_text("sku", SKU_MAX).unwrap_or_default(),
        options: (1..=axes).map(|number| form.text(&format!("option{number}"), OPTION_MAX).unwrap_or_default()).collect(),
        price: form.optional_money("price", visit.currency).flatten().map(|money| money.amount),
        cost: form.optional_money("cost", visit.currency).flatten().map(|money| money.amount),
    };
    // All at once: what the desk would refuse is said with what could not be read.
    for wrong in [check_amount("price", read.price), check_amount("cost", read.cost)].into_iter().flatten() {
        form.wrong(wrong);
    }
    read
}

/// The form's field for the operation's.
pub(crate) fn own_name(field: &str) -> String {
    let field = field.strip_prefix("variant.").unwrap_or(field);
    match field.strip_prefix("options[").and_then(|rest| rest.split(']').next()?.parse::<usize>().ok()) {
        Some(at) => format!("option{}", at + 1),
        None if field == "options" => String::from("option1"),
        None if field.starts_with("barcodes") => String::from("barcode"),
        None => field.to_owned(),
    }
}

/// Its places on the item's axes, its SKU, its prices.
pub(crate) fn fields(visit: &Visit, axes: &[String], typed: Sheet) -> impl IntoView + use<> {
    let words = visit.words;
    let options = axes
        .iter()
        .enumerate()
        .map(|(at, axis)| {
            let name = format!("option{}", at + 1);
            let (value, error, label) = (typed.value(&name), typed.error(&name), axis.clone());
            view! { <Input name label value error maxlength=100 required=true/> }.into_any()
        })
        .collect::<Vec<_>>();
    let (currency, again) = (visit.currency.code().to_owned(), visit.currency.code().to_owned());
    view! {
        {(!options.is_empty()).then(|| view! { <FieldRow>{options}</FieldRow> })}
        <Input name="sku" label=words.t("item-sku") value=typed.value("sku") error=typed.error("sku") hint=words.t("item-sku-hint") maxlength=64 dir="ltr" autocomplete="off"/>
        <FieldRow>
            <Input name="price" label=words.t("item-price") value=typed.value("price") error=typed.error("price") suffix=currency numeric=true optional=words.t("optional")/>
            <Input name="cost" label=words.t("item-cost") value=typed.value("cost") error=typed.error("cost") suffix=again numeric=true hint=words.t("item-cost-hint") optional=words.t("optional")/>
        </FieldRow>
    }
}

/// Whether it goes with its item or has a state of its own.
pub(crate) fn states(visit: &Visit, typed: Sheet) -> impl IntoView + use<> {
    let words = visit.words;
    let choices = vec![
        Choice::new("", words.t("variant-as-item")).hint(words.t("variant-as-item.hint")),
        Choice::new(ItemState::PhaseOut.tag(), words.t("state-phase-out")).hint(words.t("item-state-phase-out")),
        Choice::new(ItemState::Archived.tag(), words.t("state-archived")).hint(words.t("item-state-archived")),
    ];
    view! { <RadioGroup name="own_state" legend=words.t("item-state") choices value=typed.value("own_state") error=typed.error("own_state")/> }
}
