//! What a count programme does, as a form.

use super::programmes::kind_word;
use kit::{ActionBar, Button, Checkbox, Choice, FieldRow, FieldSet, Form as FormView, Input, RadioGroup, Select, Weight};
use leptos::prelude::*;
use stock_rules::{ClassMeasure, ProgrammeKind, ProgrammeSpec};
use vocabulary::{FieldError, Key, Money};
use wire::{Fields, Form, Typed, Visit};
use words::message_id;

/// What the fields are called, for the summary of what is wrong.
pub(super) const LABELS: &[(&str, &str)] = &[
    ("name", "name"),
    ("kind", "programme-kind"),
    ("size", "programme-size"),
    ("every_days", "programme-every"),
    ("share_a", "programme-share-a"),
    ("share_b", "programme-share-b"),
    ("days[0]", "programme-days-a"),
    ("days[1]", "programme-days-b"),
    ("days[2]", "programme-days-c"),
    ("limit_quantity", "count-plan-limit-quantity"),
    ("limit_value", "count-plan-limit-value"),
];

/// The form with what is usual in it.
pub(super) fn usual() -> Fields {
    let spec = ProgrammeSpec::usual("", ProgrammeKind::Classes);
    fields(&spec, String::new(), String::new())
}

/// The form with what a programme does in it, as the reader writes numbers.
pub(super) fn of(visit: &Visit, spec: &ProgrammeSpec) -> Fields {
    let words = visit.words;
    let quantity = spec.limit_quantity.map(|limit| words.quantity_input(limit)).unwrap_or_default();
    let value = spec.limit_value.map(|limit| words.money_input(Money::new(limit, visit.currency))).unwrap_or_default();
    fields(spec, quantity, value)
}

fn fields(spec: &ProgrammeSpec, limit_quantity: String, limit_value: String) -> Fields {
    let mut all = vec![
        (String::from("name"), spec.name.clone()),
        (String::from("kind"), spec.kind.tag().to_owned()),
        (String::from("measure"), spec.measure.tag().to_owned()),
        (String::from("share_a"), spec.share_a.to_string()),
        (String::from("share_b"), spec.share_b.to_string()),
        (String::from("size"), spec.size.to_string()),
        (String::from("every_days"), spec.every_days.to_string()),
        (String::from("limit_quantity"), limit_quantity),
        (String::from("limit_value"), limit_value),
    ];
    all.extend(spec.days.iter().enumerate().map(|(at, days)| (format!("days[{at}]"), days.to_string())));
    let ticked = [("blind", spec.blind), ("second_count", spec.second_count), ("active", spec.active)];
    all.extend(ticked.into_iter().filter(|(_, on)| *on).map(|(name, _)| (name.to_owned(), String::from("on"))));
    Fields(all)
}

/// What was typed.
///
/// # Errors
/// What of it cannot be read.
pub(super) fn read(visit: &Visit, fields: &Fields) -> Result<ProgrammeSpec, Vec<FieldError>> {
    let mut form = Form::new(visit.words, fields);
    let name = form.text("name", 100);
    let (kind, measure) = (ProgrammeKind::of_tag(form.raw("kind")), ClassMeasure::of_tag(form.raw("measure")));
    let (kind, measure) = (form.pick("kind", kind), form.pick("measure", measure));
    let [share_a, share_b] = ["share_a", "share_b"].map(|field| whole::<u8>(&mut form, field));
    let days = [0, 1, 2].map(|at| whole::<u16>(&mut form, &format!("days[{at}]")));
    let [size, every_days] = ["size", "every_days"].map(|field| whole::<u16>(&mut form, field));
    let limit_quantity = form.optional_quantity("limit_quantity");
    let limit_value = form.optional_money("limit_value", visit.currency);
    let [blind, second_count, active] = ["blind", "second_count", "active"].map(|name| fields.has(name));
    let classes = share_a.zip(share_b).zip(days[0]).zip(days[1]).zip(days[2]);
    let head = name.zip(kind).zip(measure).zip(size).zip(every_days);
    let limits = limit_quantity.zip(limit_value);
    let spec = head.zip(classes).zip(limits).map(|((((((name, kind), measure), size), every_days), classes), (limit_quantity, limit_value))| {
        let ((((share_a, share_b), a), b), c) = classes;
        ProgrammeSpec {
            name,
            kind,
            measure,
            share_a,
            share_b,
            days: [a, b, c],
            size,
            every_days,
            blind,
            second_count,
            limit_quantity,
            limit_value: limit_value.map(|Money { amount, .. }| amount),
            active,
        }
    });
    form.finish(spec)
}

/// A whole number. One that is left out is nought, and is then out of its range where it matters.
fn whole<T: TryFrom<u32> + Default>(form: &mut Form<'_>, name: &str) -> Option<T> {
    let quantity = form.optional_quantity(name)?;
    let Some(quantity) = quantity else { return Some(T::default()) };
    let number = quantity.to_string().parse::<u32>().ok().and_then(|number| T::try_from(number).ok());
    if number.is_none() {
        form.wrong(FieldError::new(name, "number-not-whole"));
    }
    number
}

/// The form; with a version, of a programme that is there.
pub(super) fn form(visit: &Visit, key: &Key, typed: &Typed, action: String, version: Option<i64>, store: Option<AnyView>) -> AnyView {
    let words = visit.words;
    let (csrf, key) = (visit.token.clone(), key.as_str().to_owned());
    let hidden: Vec<(String, String)> =
        version.map(|version| vec![(String::from("version"), version.to_string()), (String::from("kind"), typed.value("kind"))]).unwrap_or_default();
    let kinds = ProgrammeKind::ALL.map(|kind| {
        let id = message_id("programme-kind", kind.tag());
        Choice::new(kind.tag(), kind_word(words, kind)).hint(words.t(&format!("{id}.hint")))
    });
    let kind = version.is_none().then(|| {
        view! { <RadioGroup name="kind" legend=words.t("programme-kind") choices=kinds.to_vec() value=typed.value("kind") error=typed.error("kind")/> }
    });
    let number = |name: &str, label: &str, hint: Option<&str>| {
        let (name, label, hint) = (name.to_owned(), words.t(label), hint.map(|hint| words.t(hint)));
        let (value, error) = (typed.value(&name), typed.error(&name));
        view! { <Input name label value error hint numeric=true inputmode="numeric"/> }.into_any()
    };
    let often = [
        number("size", "programme-size", Some("programme-size.hint")),
        number("every_days", "programme-every", Some("programme-every.hint")),
        number("days[0]", "programme-days-a", Some("programme-days-a.hint")),
    ];
    let shares = [number("share_a", "programme-share-a", None), number("share_b", "programme-share-b", None)];
    let more_days = [number("days[1]", "programme-days-b", None), number("days[2]", "programme-days-c", None)];
    let (often, shares, more_days) = (often.into_iter().collect_view(), shares.into_iter().collect_view(), more_days.into_iter().collect_view());
    let (typed, of_classes, of_limits) = (typed.clone(), typed.clone(), typed.clone());
    let measures = ClassMeasure::ALL.map(|measure| Choice::new(measure.tag(), words.t(&message_id("programme-measure", measure.tag())))).to_vec();
    let symbol = words.currency(visit.currency);
    view! {
        <FormView action csrf idempotency=key hidden>
            {store}
            <Input name="name" label=words.t("name") hint=words.t("programme-name-hint") value=typed.value("name") error=typed.error("name") maxlength=100 required=true/>
            {kind}
            <FieldRow>{often}</FieldRow>
            <FieldSet legend=words.t("programme-classes") hint=words.t("programme-classes.hint")>
                <FieldRow>
                    <Select name="measure" label=words.t("programme-measure") choices=measures value=of_classes.value("measure") error=of_classes.error("measure")/>
                    {shares}
                </FieldRow>
                <FieldRow>{more_days}</FieldRow>
            </FieldSet>
            <Checkbox name="blind" label=words.t("count-plan-blind") hint=words.t("count-plan-blind-hint") checked=typed.has("blind")/>
            <Checkbox name="second_count" label=words.t("count-plan-second") hint=words.t("count-plan-second.hint") checked=typed.has("second_count")/>
            <FieldSet legend=words.t("programme-tolerance") hint=words.t("count-plan-rule-hint")>
                <FieldRow>
                    <Input name="limit_quantity" label=words.t("count-plan-limit-quantity") value=of_limits.value("limit_quantity") error=of_limits.error("limit_quantity") numeric=true optional=words.t("optional")/>
                    <Input name="limit_value" label=words.t("count-plan-limit-value") value=of_limits.value("limit_value") error=of_limits.error("limit_value") prefix=symbol numeric=true optional=words.t("optional")/>
                </FieldRow>
            </FieldSet>
            <Checkbox name="active" label=words.t("programme-active") hint=words.t("programme-active.hint") checked=typed.has("active")/>
            <ActionBar words=view! { {words.t("programme-effect")} }><Button label=words.t("programme-save") weight=Weight::Primary/></ActionBar>
        </FormView>
    }
    .into_any()
}
