//! The two tables of a review: what differs, and what nobody counted.

use super::picked;
use crate::common::{address, item_link, why_label};
use kit::{Cell, Choice, Code, Column, Delta, Glyph, Num, RowOf, Segmented, Sign, State as Mark, Table, Tone};
use leptos::prelude::*;
use stock_rules::{CountDecision, CountLineState, CountReview, CountState, OverLimit, ReviewLine, UncountedLine};
use vocabulary::{LocationId, Money, Quantity, VariantId};
use wire::{Typed, Visit};

/// What the names of all decisions begin with.
pub(super) const PREFIX: &str = "d-";

/// The name of a line's field.
pub(super) fn field(location: LocationId, variant: VariantId) -> String {
    format!("{PREFIX}{location}-{variant}")
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
    let of = super::line::Of { count: review.count.id, location: line.location, variant: line.variant };
    let label = words.with("evidence-of", &[("item", line.name.as_str().into())]);
    let name = view! { {item_link(line.variant, &line.name, &line.option_text)} " " <span class="sub small"><Code value=line.sku.clone()/></span> };
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
        or_empty(line.counted.map(|counted| words.quantity(counted).into_any())).class("medium"),
        or_empty(difference.map(IntoAny::into_any)).class("lead"),
        or_empty(value.map(IntoAny::into_any)),
        Cell::new(view! { {known(visit, line)} " " <a href=of.path() aria-label=label>{words.t("evidence-link")}</a> }).class("sub small wide"),
        Cell::new(decision(visit, review, line, typed)).class("wide"),
    ])
    .id(field(line.location, line.variant));
    // What is posted is decided.
    if line.state == CountLineState::Posted { row } else { row.pick(picked::pick(visit, line.location, line.variant, &line.name)) }
}

/// What we know of a line, in the words of whoever decides.
fn known(visit: &Visit, line: &ReviewLine) -> String {
    let words = visit.words;
    let mut known = Vec::new();
    if let Some(looks) = &line.looked_into {
        let who = crate::common::who(words, &looks.who);
        known.push(words.with("investigation-line", &[("name", who.into()), ("day", words.date(looks.until).into())]));
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
    let name = field(line.location, line.variant);
    let value = Some(typed.value(&name)).filter(|value| !value.is_empty()).or_else(|| stands(line).map(|stands| stands.tag().to_owned()));
    let waits = line.counted.is_none();
    let choices = vec![
        Choice::new("accept", words.t("count-accept")).disabled(waits),
        Choice::new("recount", words.t("count-recount")),
        Choice::new("reject", words.t("count-reject")),
    ];
    let legend = words.with("count-decision-for", &[("item", line.name.as_str().into())]);
    let asked = waits.then(|| view! { <Mark label=words.t("count-waits-recount") tone=Tone::Info icon=Glyph::RotateCcw/> });
    let error = typed.error(&name).map(|error| view! { <p class="error">{error}</p> });
    view! { {asked} <Segmented name legend choices value=value.unwrap_or_default()/> {error} }.into_any()
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
    let name = view! { {item_link(line.variant, &line.name, &line.option_text)} " " <span class="sub small"><Code value=line.sku.clone()/></span> };
    let value = line.value.map(|value| words.money(Money::new(value, visit.currency).rounded()));
    let decision = decides.then(|| {
        let name = field(line.location, line.variant);
        let choices = vec![Choice::new("recount", words.t("count-count")), Choice::new("reject", words.t("count-leave"))];
        let legend = words.with("count-decision-for", &[("item", line.name.as_str().into())]);
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
    .id(field(line.location, line.variant))
    .pick(picked::pick(visit, line.location, line.variant, &line.name))
}
