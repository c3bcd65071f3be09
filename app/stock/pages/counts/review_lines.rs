//! The two tables of a review: what differs, and what nobody counted.

use super::picked;
use crate::common::{address, entered_as, item_link, lot_dated, lot_label, why_label};
use kit::{Cell, Choice, Code, Column, Delta, Glyph, Num, RowOf, Segmented, Sign, State as Mark, Table, Tone};
use leptos::prelude::*;
use stock_rules::{CountDecision, CountLineState, CountReview, CountState, LotNamed, OverLimit, ReviewLine, UncountedLine};
use vocabulary::{LocationId, LotId, Money, Quantity, VariantId};
use wire::{Typed, Visit};
use words::Words;

/// What the names of all decisions begin with.
pub(super) const PREFIX: &str = "d-";

/// The name of a line's field.
pub(super) fn field(location: LocationId, variant: VariantId, lot: Option<LotId>) -> String {
    match lot {
        Some(lot) => format!("{PREFIX}{location}-{variant}-{lot}"),
        None => format!("{PREFIX}{location}-{variant}"),
    }
}

/// Which lot, as a decision names it.
pub(super) fn lot(named: Option<&LotNamed>) -> Option<LotId> {
    named.map(|named| named.lot)
}

/// The item of a line, and which lot or piece of it.
fn item(visit: &Visit, variant: VariantId, (name, option_text, sku): (&str, &str, &str), lot: Option<&LotNamed>) -> AnyView {
    let lot = lot.map(|lot| view! { <span class="block small">{lot_dated(visit.words, lot)}</span> });
    view! { {item_link(variant, name, option_text)} " " <span class="sub small"><Code value=sku.to_owned()/></span> {lot} }.into_any()
}

/// What is decided of a line already.
pub(super) fn stands(line: &ReviewLine) -> Option<CountDecision> {
    match line.state {
        CountLineState::Accepted | CountLineState::Posted => Some(CountDecision::Accept),
        CountLineState::Rejected => Some(CountDecision::Reject),
        CountLineState::Asked if line.counted.is_none() => Some(CountDecision::Recount),
        _ => None,
    }
}

fn columns(visit: &Visit, known: &'static str, is_counted: bool) -> Vec<Column> {
    let words = visit.words;
    let mut columns =
        vec![Column::new("item", words.t("item")), Column::new("place", words.t("count-place")), Column::num("expected", words.t("count-expected"))];
    if is_counted {
        columns.push(Column::num("counted", words.t("count-counted")));
        columns.push(Column::num("difference", words.t("count-difference")));
    }
    columns.push(Column::num("value", words.t("count-value")));
    columns.push(Column::new("known", words.t(known)));
    columns.push(Column::new("decision", words.t("count-decision")));
    columns
}

pub(super) fn differ(visit: &Visit, review: &CountReview, typed: &Typed) -> impl IntoView + use<> {
    let rows = review.differ.iter().map(|line| row(visit, review, line, typed)).collect();
    let (pick_head, pick_all) = (pick_head(visit, review), lists::pick_all(visit));
    view! { <Table caption=visit.words.t("count-differ-caption") columns=columns(visit, "count-known", true) rows pick_head pick_all/> }
}

/// The head of the boxes, where lines can be picked.
fn pick_head(visit: &Visit, review: &CountReview) -> Option<String> {
    picked::may(review).then(|| visit.words.t("table-selected-head"))
}

fn row(visit: &Visit, review: &CountReview, line: &ReviewLine, typed: &Typed) -> RowOf {
    let words = visit.words;
    let of = super::line::Of { count: review.count.id, location: line.location, variant: line.variant, lot: lot(line.lot.as_ref()) };
    let whole = lot_label(words, &line.name, &line.option_text, line.lot.as_ref());
    let label = words.with("evidence-of", &[("item", whole.as_str().into())]);
    let name = item(visit, line.variant, (&line.name, &line.option_text, &line.sku), line.lot.as_ref());
    let expected = line.expected.map(|expected| {
        let store = visit.store_by_id(review.count.store).map(|store| store.code.clone());
        let why = address("/stock/why", &[("variant", Some(line.variant.to_string())), ("store", store)]);
        let value = words.quantity(expected);
        let label = why_label(words, &value);
        view! { <Num value why=why why_label=label zero=expected.is_zero()/> }
    });
    let difference = line.variance.map(|variance| {
        let sign = match variance {
            v if v.is_zero() => Sign::Same,
            v if v.is_negative() => Sign::Less,
            _ => Sign::More,
        };
        view! { <Delta value=words.delta(variance) sign alarm=true/> }
    });
    let value = line.value.map(|value| words.money_delta(Money::new(value, visit.currency).rounded()));
    let or_empty = |view: Option<AnyView>| view.map_or_else(Cell::empty, Cell::new);
    let row = RowOf::new(vec![
        Cell::head(name),
        Cell::new(view! { <Code value=line.location_code.clone()/> }).class("sub"),
        or_empty(expected.map(IntoAny::into_any)),
        or_empty(line.counted.map(|counted| counted_as(words, line, counted).into_any())).class("medium"),
        or_empty(difference.map(IntoAny::into_any)).class("lead"),
        or_empty(value.map(IntoAny::into_any)),
        Cell::new(view! { {known(visit, review, line)} " " <a href=of.path("") aria-label=label>{words.t("evidence-link")}</a> })
            .class("sub small wide"),
        Cell::new(decision(visit, review, line, typed)).class("wide"),
    ])
    .id(field(line.location, line.variant, lot(line.lot.as_ref())));
    // What is posted is decided.
    if line.state == CountLineState::Posted {
        row
    } else {
        row.pick(picked::pick(visit, field(line.location, line.variant, lot(line.lot.as_ref())), &whole))
    }
}

/// What we know of a line, in the words of whoever decides.
fn known(visit: &Visit, review: &CountReview, line: &ReviewLine) -> String {
    let words = visit.words;
    let mut known = Vec::new();
    if let Some(looks) = &line.looked_into {
        let who = crate::common::who(words, &looks.who);
        known.push(words.with("investigation-line", &[("name", who.into()), ("day", words.date(looks.until).into())]));
    }
    if let Some(books) = &line.books {
        let pairs = [
            ("place", words.code(&books.location_code).into()),
            ("store", words.code(&books.store_code).into()),
            ("status", words.status(books.status).into()),
        ];
        known.push(match (books.on_its_way, books.bars(review.count.store, "")) {
            (true, _) => words.with("count-books-on-its-way", &pairs),
            (false, Some(_)) => words.with("count-books-elsewhere", &pairs),
            (false, None) => words.with("count-books-at", &pairs),
        });
    }
    if let Some(barred) = &line.barred {
        known.push(words.said(barred));
    }
    if line.stray {
        known.push(words.t("count-stray"));
    }
    if line.moved {
        known.push(words.t("count-moved"));
    }
    if let Some(before) = line.before {
        known.push(words.with("count-before", &[("quantity", before.into())]));
    }
    match line.over {
        Some(OverLimit::Quantity) if line.round == 1 => known.push(words.t("count-over-quantity")),
        Some(OverLimit::Value) if line.round == 1 => known.push(words.t("count-over-value")),
        Some(OverLimit::ValueUnknown) if line.round == 1 => known.push(words.t("count-over-unknown")),
        _ => {}
    }
    if line.mine {
        known.push(words.t("count-mine"));
    } else if !line.counters.is_empty() {
        known.push(words.with("count-by", &[("names", words.list(&line.counters).into())]));
    }
    if !line.note.is_empty() {
        known.push(line.note.clone());
    }
    known.join(" · ")
}

fn decision(visit: &Visit, review: &CountReview, line: &ReviewLine, typed: &Typed) -> AnyView {
    let words = visit.words;
    if line.state == CountLineState::Posted {
        return view! { <Mark label=words.t("count-line-is-posted") tone=Tone::Ok/> }.into_any();
    }
    if review.count.state != CountState::Review {
        return ().into_any();
    }
    let name = field(line.location, line.variant, lot(line.lot.as_ref()));
    let value = Some(typed.value(&name)).filter(|value| !value.is_empty()).or_else(|| stands(line).map(|stands| stands.tag().to_owned()));
    let waits = line.counted.is_none();
    let choices = vec![
        Choice::new("accept", words.t("count-accept")).disabled(waits || line.barred.is_some()),
        Choice::new("recount", words.t("count-recount")),
        Choice::new("reject", words.t("count-reject")),
    ];
    let legend = words.with("count-decision-for", &[("item", lot_label(words, &line.name, &line.option_text, line.lot.as_ref()).into())]);
    let asked = waits.then(|| view! { <Mark label=words.t("count-waits-recount") tone=Tone::Info icon=Glyph::RotateCcw/> });
    let error = typed.error(&name).map(|error| view! { <p class="error">{error}</p> });
    view! { {asked} <Segmented name legend choices value=value.unwrap_or_default()/> {error} }.into_any()
}

/// How much was counted, and below it what was typed of it in other units.
fn counted_as(words: Words, line: &ReviewLine, counted: Quantity) -> impl IntoView + use<> {
    let typed: Vec<String> = line.entered.iter().map(|entered| entered_as(words, entered, "entered-as")).collect();
    let typed = (!typed.is_empty()).then(|| view! { <span class="sub small block">{words.list(&typed)}</span> });
    view! { {words.quantity(counted)} {typed} }
}

pub(super) fn uncounted(visit: &Visit, review: &CountReview, typed: &Typed) -> impl IntoView + use<> {
    let decides = review.count.state == CountState::Review;
    let rows = review.uncounted.iter().map(|line| uncounted_row(visit, line, typed, decides)).collect();
    let pick_head = pick_head(visit, review);
    // One box picks all of one table: of the first there is.
    let pick_all =
        if review.differ.is_empty() { lists::pick_all(visit).into_any() } else { view! { <span class="sr">{pick_head.clone()}</span> }.into_any() };
    view! { <Table caption=visit.words.t("count-uncounted-caption") columns=columns(visit, "count-last-moved", false) rows pick_head pick_all/> }
}

fn uncounted_row(visit: &Visit, line: &UncountedLine, typed: &Typed, decides: bool) -> RowOf {
    let words = visit.words;
    let name = item(visit, line.variant, (&line.name, &line.option_text, &line.sku), line.lot.as_ref());
    let value = line.value.map(|value| words.money(Money::new(value, visit.currency).rounded()));
    let whole = lot_label(words, &line.name, &line.option_text, line.lot.as_ref());
    let decision = decides.then(|| {
        let name = field(line.location, line.variant, lot(line.lot.as_ref()));
        let choices = vec![Choice::new("recount", words.t("count-count")), Choice::new("reject", words.t("count-leave"))];
        let legend = words.with("count-decision-for", &[("item", whole.as_str().into())]);
        let value = typed.value(&name);
        let error = typed.error(&name).map(|error| view! { <p class="error">{error}</p> });
        view! { <Segmented name legend choices value/> {error} }
    });
    RowOf::new(vec![
        Cell::head(name),
        Cell::new(view! { <Code value=line.location_code.clone()/> }).class("sub"),
        Cell::num(words.quantity(line.expected), line.expected == Quantity::ZERO),
        value.map_or_else(Cell::empty, Cell::new),
        Cell::new(words.day(line.moved_at)).class("sub"),
        Cell::new(decision).class("wide"),
    ])
    .id(field(line.location, line.variant, lot(line.lot.as_ref())))
    .pick(picked::pick(visit, field(line.location, line.variant, lot(line.lot.as_ref())), &whole))
}
