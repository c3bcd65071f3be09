//! Receive goods without an order.

use crate::{
    common::moment,
    enter::{Document, Read, stock_of},
    rate,
    rows::{Extra, Rows, money},
    sheet::{PlaceField, Sheet},
};
use stock_rules::{NOTE_MAX, REFERENCE_MAX, ReceiptLine, ReceiveGoods, StockPosted};
use vocabulary::{FieldError, PostingId, Said};
use wire::{Form, Posted, StoreChoice, Visit};

pub(crate) struct Receive;

impl Document for Receive {
    type Operation = ReceiveGoods;

    fn sheet(visit: &Visit, store: StoreChoice) -> Sheet {
        Sheet {
            path: "/stock/receive",
            word: "receive",
            locations: Vec::new(),
            store,
            places: vec![PlaceField { name: "location", word: "place", otherwise: "place-default" }],
            reference: "delivery-note",
            extra: Extra::Cost("unit-cost", visit.currency),
            choices: Vec::new(),
            dated: true,
            comes: true,
        }
    }

    fn read(posted: &Posted, store: &StoreChoice, rows: &Rows, wrong: &mut Vec<FieldError>) -> Option<Read<ReceiveGoods>> {
        let Posted { visit, fields, .. } = posted;
        let mut form = Form::new(visit.words, fields);
        let (currency, rate) = rate::read(visit, &mut form);
        let lines = rows.values(visit.words, wrong, |variant, quantity, row| {
            let unit_cost = money(visit.words, row, currency)?.map(|money| money.amount);
            let (lot, serials) = row.told(visit.words)?;
            Ok(ReceiptLine { unit_cost, lot, serials, unit: row.unit(), ..ReceiptLine::of(variant, quantity) })
        });
        let location = form.optional_choice("location");
        let reference = form.optional_text("reference", REFERENCE_MAX);
        let note = form.optional_text("note", NOTE_MAX);
        let at = moment(&mut form, "occurred_at", visit.words, store.zone);
        let said = Said::new("receive-done").with("quantity", rows.total(visit.words));
        let head = location.zip(reference).zip(note).zip(at).zip(rate);
        let operation = head.map(|((((location, reference), note), occurred_at), rate)| ReceiveGoods {
            store: store.id,
            location,
            lines,
            reference,
            note,
            occurred_at,
            rate,
        });
        form.finish(operation).map_err(|errors| wrong.extend(errors)).ok().map(|operation| Read { operation, said })
    }

    fn done(store: &StoreChoice, reply: &StockPosted) -> (String, Option<PostingId>) {
        (stock_of(store), reply.posting)
    }
}
