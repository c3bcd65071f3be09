//! Taking in what arrived of a transfer: less than was sent, damaged, or more.

use crate::{
    common::{finished, item_link, moment, place_choices},
    transfer::{self, Shown},
};
use axum::extract::{Path, State};
use kit::{
    ActionBar, Button, Cell, Checkbox, Choice, Column, Density, Disclosure, FieldRow, Form as FormView, Input, OnPhone, RowOf, Section, Select,
    Table, TextArea, Weight,
};
use leptos::prelude::*;
use stock_rules::{ArrivedLine, NOTE_MAX, OverFrom, ReceiveTransfer, TransferLine};
use vocabulary::{Ask, FieldError, Key, Quantity, Reason, Said};
use wire::{Form, PageResult, PageState, Posted, Typed, Visit};
use words::Words;

/// Takes in what arrived.
pub(crate) async fn receive(State(state): State<PageState>, Path(id): Path<String>, posted: Posted) -> PageResult {
    let Posted { visit, key, fields } = &posted;
    let shown = transfer::load(&state, visit, &id).await?;
    let lines: Vec<i32> = shown.view.lines.iter().map(|line| line.line).filter(|line| fields.has(&named(*line, "received"))).collect();
    let outcome = match read(&posted, &shown, &lines) {
        Ok(operation) => state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await,
        Err(wrong) => return transfer::refuse(&state, visit, key, fields, &id, wrong).await,
    };
    match outcome {
        Ok(saved) => {
            let said = Said::new(if saved.state.is_open() { "transfer-done-partly" } else { "transfer-done" }).with("code", saved.code.as_str());
            // Of several postings each is undone by itself, from the list of them.
            let one = saved.postings.first().copied().filter(|_| saved.postings.len() == 1);
            Ok(finished(visit, &format!("/stock/transfers/{id}"), said, one).await)
        }
        Err(error) => {
            let errors = transfer::errors_of(error)?.into_iter().map(|error| at_its_line(error, &lines)).collect();
            transfer::refuse(&state, visit, key, fields, &id, errors).await
        }
    }
}

/// The form names its fields by the transfer's lines; the operation by its own.
fn at_its_line(error: FieldError, lines: &[i32]) -> FieldError {
    let own = |field: &str| {
        let (at, name) = field.strip_prefix("lines[")?.split_once("].")?;
        Some(named(*lines.get(at.parse::<usize>().ok()?)?, name))
    };
    let field = match error.field.as_str() {
        "lines" => lines.first().map(|line| named(*line, "received")),
        field => own(field),
    };
    FieldError { field: field.unwrap_or(error.field), ..error }
}

fn named(line: i32, field: &str) -> String {
    format!("lines[{line}].{field}")
}

fn read(posted: &Posted, shown: &Shown, numbers: &[i32]) -> Result<ReceiveTransfer, Vec<FieldError>> {
    let Posted { visit, fields, .. } = posted;
    let mut form = Form::new(visit.words, fields);
    let mut lines = Vec::with_capacity(numbers.len());
    for line in numbers {
        let received = form.optional_quantity(&named(*line, "received"));
        let damaged = form.optional_quantity(&named(*line, "damaged"));
        if let (Some(received), Some(damaged)) = (received, damaged) {
            lines.push(ArrivedLine { line: *line, received: received.unwrap_or_default(), damaged: damaged.unwrap_or_default() });
        }
    }
    let location = form.optional_choice("location");
    let reason = reason(&mut form, "reason");
    let damage = reason_of_damage(&mut form);
    let over = chosen(&mut form, "over", OverFrom::of_tag);
    let note = form.optional_text("note", NOTE_MAX);
    let zone = visit.store_by_id(shown.view.head.to).map_or(chrono_tz::UTC, |store| store.zone);
    let at = moment(&mut form, "occurred_at", visit.words, zone);
    let version = form.optional_choice("version");
    let close = fields.has("close");
    let head = location.zip(reason).zip(damage).zip(over).zip(note).zip(at).zip(version);
    let operation = head.map(|((((((location, reason), damage), over), note), occurred_at), version)| ReceiveTransfer {
        location,
        lines,
        close,
        reason: reason.filter(|_| close),
        damage,
        over,
        version,
        note,
        occurred_at,
        ..ReceiveTransfer::of(shown.view.head.transfer)
    });
    form.finish(operation)
}

/// One of some choices by its tag, or none.
pub(crate) fn chosen<T>(form: &mut Form<'_>, name: &str, of_tag: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    let raw = form.raw(name);
    if raw.is_empty() { Some(None) } else { form.pick(name, of_tag(raw)).map(Some) }
}

/// Why something is gone.
pub(crate) fn reason(form: &mut Form<'_>, name: &str) -> Option<Option<Reason>> {
    chosen(form, name, Reason::of_tag)
}

fn reason_of_damage(form: &mut Form<'_>) -> Option<Option<Reason>> {
    reason(form, "damage")
}

/// Reasons for which goods are gone.
pub(crate) fn losses(words: Words) -> Vec<Choice> {
    let takes = Reason::ALL.iter().filter(|reason| reason.takes_away());
    takes.map(|reason| Choice::new(reason.tag(), words.reason(*reason))).collect()
}

/// The form that takes in what arrived. Unless something else is typed, all that is on its way did.
pub(crate) fn form(visit: &Visit, key: &Key, typed: &Typed, shown: &Shown) -> impl IntoView + use<> {
    let words = visit.words;
    let open: Vec<&TransferLine> = shown.view.lines.iter().filter(|line| line.left().is_positive()).collect();
    let fields = fields(visit, key, typed, shown, &open, true);
    view! { <Section title=words.t("arrive-title") id="arrive">{fields}</Section> }
}

/// The same for what turns up after all has arrived, out of the way until it is asked for.
pub(crate) fn more(visit: &Visit, key: &Key, typed: &Typed, shown: &Shown) -> impl IntoView + use<> {
    let words = visit.words;
    let lines: Vec<&TransferLine> = shown.view.lines.iter().collect();
    let asked = was_sent(typed, &lines);
    let fields = fields(visit, key, typed, shown, &lines, false);
    view! { <Disclosure label=words.t("arrive-more") open=asked id="arrive">{fields}</Disclosure> }
}

/// The form comes back with what was typed into it; the page has another form.
fn was_sent(typed: &Typed, lines: &[&TransferLine]) -> bool {
    lines.iter().any(|line| typed.has(&named(line.line, "received")))
}

fn fields(visit: &Visit, key: &Key, typed: &Typed, shown: &Shown, lines: &[&TransferLine], open: bool) -> AnyView {
    let words = visit.words;
    let columns = vec![
        Column::new("item", words.t("item")),
        Column::num("received", words.t("arrive-good")),
        Column::num("damaged", words.t("arrive-damaged")),
    ];
    let first_time = !was_sent(typed, lines);
    let rows = lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let field = |field: &str, word: &str, otherwise: String| {
                let name = named(line.line, field);
                let label = words.with("line-field", &[("field", words.t(word).into()), ("number", (at + 1).into())]);
                let value = if first_time { otherwise } else { typed.value(&name) };
                let error = typed.error(&name);
                Cell::new(view! { <Input name label value error numeric=true hide_label=true/> })
            };
            let all = if line.left() == Quantity::ZERO { String::new() } else { words.quantity_input(line.left()) };
            RowOf::new(vec![
                Cell::head(item_link(line.variant, &line.name, &line.option_text)).class("line-item"),
                field("received", "arrive-good", all),
                field("damaged", "arrive-damaged", String::new()),
            ])
        })
        .collect();
    let action = format!("/stock/transfers/{}/receive", shown.view.head.transfer);
    let (csrf, key, hidden) = (visit.token.clone(), key.as_str().to_owned(), vec![(String::from("version"), shown.view.version.to_string())]);
    let choices = place_choices(&shown.places);
    let (location, location_error) = (typed.value("location"), typed.error("location"));
    let (note, note_error, at, at_error) = (typed.value("note"), typed.error("note"), typed.value("occurred_at"), typed.error("occurred_at"));
    let close = open.then(|| closing(words, typed));
    let (damage, damage_error, over, over_error) = (typed.value("damage"), typed.error("damage"), typed.value("over"), typed.error("over"));
    let from = vec![
        Choice::new(OverFrom::Sender.tag(), words.t("over-sender")).hint(words.t("over-sender.hint")),
        Choice::new(OverFrom::Found.tag(), words.t("over-found")).hint(words.t("over-found.hint")),
    ];
    let effect = words.t(if open { "arrive-effect" } else { "arrive-more-effect" });
    view! {
        <FormView action csrf idempotency=key hidden>
            <Table caption=words.t("arrive-caption") columns rows density=Density::Roomy phone=OnPhone::RecordsInTwos class="table-lines"/>
            <FieldRow>
                <Select name="damage" label=words.t("arrive-damage") choices=losses(words) value=damage error=damage_error optional=words.t("optional") prompt=words.reason(Reason::Damaged)/>
                <Select name="over" label=words.t("arrive-over") choices=from value=over error=over_error optional=words.t("optional") prompt=words.t("arrive-over.none") hint=words.t("arrive-over.hint")/>
            </FieldRow>
            {close}
            <FieldRow>
                <Select name="location" label=words.t("place-to") choices value=location error=location_error prompt=words.t("place-default")/>
                <Input name="occurred_at" kind="datetime-local" label=words.t("when") value=at error=at_error optional=words.t("optional") hint=words.t("when-hint")/>
                <TextArea name="note" label=words.t("note") value=note error=note_error optional=words.t("optional") rows=2 maxlength=500_u32/>
            </FieldRow>
            <ActionBar words=view! { {effect} }><Button label=words.t("arrive-do") weight=Weight::Primary/></ActionBar>
        </FormView>
    }
    .into_any()
}

/// Nothing more will come, and why what is missing is lost.
fn closing(words: Words, typed: &Typed) -> impl IntoView + use<> {
    let (close, reason, error) = (typed.has("close"), typed.value("reason"), typed.error("reason"));
    view! {
        <Checkbox name="close" label=words.t("arrive-close") hint=words.t("arrive-close.hint") checked=close/>
        <FieldRow>
            <Select name="reason" label=words.t("arrive-lost") choices=losses(words) value=reason error optional=words.t("optional") prompt=words.reason(Reason::Lost)/>
        </FieldRow>
    }
}
