//! The fields of an amount that was billed in another currency: the rate is fixed with it.

use kit::{Disclosure, FieldRow, Input};
use leptos::prelude::*;
use stock_rules::{FixedRate, REFERENCE_MAX};
use vocabulary::{Currency, FieldError};
use wire::{Form, Typed, Visit};
use words::Words;

/// What the fields are called, for the summary of what is wrong.
pub(crate) const LABELS: [(&str, &str); 4] =
    [("currency", "rate-currency"), ("rate", "rate-rate"), ("rate_source", "rate-source"), ("rate_date", "rate-date")];

/// What was typed: the currency of the form's amounts, and the rate where that is not the tenant's own. `None` for the rate
/// where something is wrong, which the form was told.
pub(crate) fn read(visit: &Visit, form: &mut Form<'_>) -> (Currency, Option<Option<FixedRate>>) {
    let rated = ["rate", "rate_source", "rate_date"].into_iter().any(|name| !form.raw(name).is_empty());
    let currency = match form.raw("currency") {
        // A rate of no currency is not taken for none.
        "" if rated => {
            form.wrong(FieldError::new("currency", "field-required"));
            // Nor is one that is no number left unsaid.
            let _ = (!form.raw("rate").is_empty()).then(|| form.quantity("rate"));
            None
        }
        "" => return (visit.currency, Some(None)),
        code => form.pick("currency", code.to_uppercase().parse::<Currency>().ok()),
    };
    let Some(currency) = currency else { return (visit.currency, None) };
    let rate = form.quantity("rate");
    let source = form.text("rate_source", REFERENCE_MAX);
    let date = match visit.words.read_date(form.raw("rate_date")) {
        Ok(date) => Some(date),
        Err(said) => {
            form.wrong(FieldError { field: String::from("rate_date"), said });
            None
        }
    };
    let rate = rate.zip(source).zip(date).map(|((rate, source), date)| FixedRate { currency, rate: rate.decimal(), source, date });
    (currency, rate.map(Some))
}

/// The field of the form that an operation's error is about.
pub(crate) fn field(of: &str) -> Option<&'static str> {
    match of {
        "rate.currency" => Some("currency"),
        "rate.rate" => Some("rate"),
        "rate.source" => Some("rate_source"),
        "rate.date" => Some("rate_date"),
        _ => None,
    }
}

/// The fields, open where something is in them.
pub(crate) fn view(words: Words, own: Currency, typed: &Typed) -> impl IntoView + use<> {
    let optional = words.t("optional");
    let hint = words.with("rate-rate.hint", &[("currency", own.code().into())]);
    let open = LABELS.iter().any(|(name, _)| !typed.value(name).is_empty() || typed.error(name).is_some());
    let of = |name: &str| (typed.value(name), typed.error(name));
    let ((currency, currency_error), (rate, rate_error)) = (of("currency"), of("rate"));
    let ((source, source_error), (date, date_error)) = (of("rate_source"), of("rate_date"));
    view! {
        <Disclosure label=words.t("rate-title") open>
            <FieldRow>
                <Input name="currency" label=words.t("rate-currency") value=currency error=currency_error optional=optional.clone() maxlength=3_u32/>
                <Input name="rate" label=words.t("rate-rate") hint value=rate error=rate_error numeric=true optional=optional.clone()/>
                <Input name="rate_source" label=words.t("rate-source") value=source error=source_error optional=optional.clone()/>
                <Input name="rate_date" kind="date" label=words.t("rate-date") value=date error=date_error optional/>
            </FieldRow>
        </Disclosure>
    }
}
