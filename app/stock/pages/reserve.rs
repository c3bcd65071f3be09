//! Promises stock of a store: for a basket, for a while, or for an order.

use crate::{
    enter::{Document, Read},
    rows::{Extra, Rows},
    sheet::{ChoiceField, Sheet},
};
use stock_rules::{NOTE_MAX, REFERENCE_MAX, ReservationKind, ReserveLine, ReserveStock, ShortLine, StockReserved};
use vocabulary::{Channel, FieldError, PostingId, Said};
use wire::{Form, Posted, StoreChoice, Visit};

pub(crate) struct Reserve;

/// How long a hold may last, in the form's words and minutes; an allocation has none.
const LASTS: [(&str, &str); 5] =
    [("reserve-order", ""), ("reserve-15-minutes", "15"), ("reserve-1-hour", "60"), ("reserve-1-day", "1440"), ("reserve-1-week", "10080")];

impl Document for Reserve {
    type Operation = ReserveStock;

    fn sheet(visit: &Visit, store: StoreChoice) -> Sheet {
        let lasts =
            LASTS.into_iter().map(|(word, minutes)| kit::Choice::new(if minutes.is_empty() { "order" } else { minutes }, visit.words.t(word)));
        let channels = Channel::ALL.iter().map(|channel| kit::Choice::new(channel.tag(), visit.words.channel(*channel)));
        Sheet {
            path: "/stock/reservations/new",
            word: "reserve",
            locations: Vec::new(),
            store,
            places: Vec::new(),
            reference: "reservation-reference",
            extra: Extra::None,
            choices: vec![
                ChoiceField { name: "minutes", word: "reserve-lasts", choices: lasts.collect(), prompt: "" },
                ChoiceField { name: "channel", word: "reserve-channel", choices: channels.collect(), prompt: "reserve-counter" },
            ],
            dated: false,
            comes: false,
        }
    }

    fn read(posted: &Posted, store: &StoreChoice, rows: &Rows, wrong: &mut Vec<FieldError>) -> Option<Read<ReserveStock>> {
        let Posted { visit, fields, .. } = posted;
        let lines =
            rows.values(visit.words, wrong, |variant, quantity, row| Ok(ReserveLine { variant, quantity, unit: row.unit(), store: Some(store.id) }));
        let mut form = Form::new(visit.words, fields);
        let reference = form.optional_text("reference", REFERENCE_MAX);
        let note = form.optional_text("note", NOTE_MAX);
        let minutes = match form.raw("minutes") {
            "" | "order" => None,
            raw => Some(raw.parse().unwrap_or(0)),
        };
        let channel = match form.raw("channel") {
            "" => Some(None),
            tag => form.pick("channel", Channel::of_tag(tag)).map(Some),
        };
        let kind = if minutes.is_some() { ReservationKind::Hold } else { ReservationKind::Allocation };
        let said = Said::new("reserve-done").with("quantity", rows.total(visit.words));
        let head = reference.zip(note).zip(channel);
        let operation = head.map(|((reference, note), channel)| ReserveStock { kind, lines, stores: Vec::new(), minutes, channel, reference, note });
        form.finish(operation).map_err(|errors| wrong.extend(errors)).ok().map(|operation| Read { operation, said })
    }

    fn refused(visit: &Visit, reply: &StockReserved) -> Vec<FieldError> {
        reply.short.iter().map(|short| told(visit, short)).collect()
    }

    fn done(_: &StoreChoice, reply: &StockReserved) -> (String, Option<PostingId>) {
        let to =
            reply.reserved.as_ref().map_or_else(|| String::from("/stock/reservations"), |made| format!("/stock/reservations/{}", made.reservation));
        (to, None)
    }
}

/// What is short of a line, with what would help most.
fn told(visit: &Visit, short: &ShortLine) -> FieldError {
    let store = |store| visit.store_by_id(store).map(|store| store.name.clone()).unwrap_or_default();
    let field = format!("lines[{}].quantity", short.line);
    let error = |code: &str| FieldError::new(&field, code).with("available", short.available).with("wanted", short.wanted);
    // What is there and is kept back is what one would wonder about first.
    if short.kept.is_positive() {
        return error("reservation-short-kept").with("kept", short.kept);
    }
    if let Some(sku) = &short.component_sku {
        return error("reservation-short-kit").with("sku", sku.as_str());
    }
    if let Some(has) = short.elsewhere.first() {
        return error("reservation-short-elsewhere").with("store", store(has.store)).with("there", has.available);
    }
    if let Some(coming) = short.incoming.first() {
        return error("reservation-short-incoming").with("code", coming.code.as_str()).with("coming", coming.quantity);
    }
    match short.held_by.first() {
        Some(held) => error("reservation-short-held").with("code", held.code.as_str()).with("held", held.quantity),
        None => error("reservation-short"),
    }
}
