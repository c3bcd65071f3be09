//! A till's sale without an order.

use crate::{
    common::moment,
    enter::{Document, Read, stock_of},
    rows::{Extra, Rows, money},
    sheet::{PlaceField, Sheet},
};
use stock_rules::{NOTE_MAX, REFERENCE_MAX, SaleLine, SellGoods, StockPosted};
use vocabulary::{FieldError, PostingId, Said};
use wire::{Form, Posted, StoreChoice, Visit};

pub(crate) struct Sell;

impl Document for Sell {
    type Operation = SellGoods;

    fn sheet(visit: &Visit, store: StoreChoice) -> Sheet {
        Sheet {
            path: "/stock/sell",
            word: "sell",
            locations: Vec::new(),
            store,
            places: vec![PlaceField { name: "location", word: "place-from", otherwise: "place-wherever" }],
            reference: "receipt-number",
            extra: Extra::Money("unit-price", visit.currency),
            choices: Vec::new(),
            dated: true,
            comes: false,
        }
    }

    fn read(posted: &Posted, store: &StoreChoice, rows: &Rows, wrong: &mut Vec<FieldError>) -> Option<Read<SellGoods>> {
        let Posted { visit, fields, .. } = posted;
        let lines = rows.values(visit.words, wrong, |variant, quantity, row| {
            let unit_price = money(visit.words, row, visit.currency)?.map(|money| money.amount);
            let (lot, serials) = row.told(visit.words)?;
            Ok(SaleLine { unit_price, lot, serials, unit: row.unit(), ..SaleLine::of(variant, quantity) })
        });
        let mut form = Form::new(visit.words, fields);
        let location = form.optional_choice("location");
        let reference = form.optional_text("reference", REFERENCE_MAX);
        let note = form.optional_text("note", NOTE_MAX);
        let at = moment(&mut form, "occurred_at", visit.words, store.zone);
        let said = Said::new("sell-done").with("quantity", rows.total(visit.words));
        let head = location.zip(reference).zip(note).zip(at);
        let operation = head.map(|(((location, reference), note), occurred_at)| SellGoods {
            store: store.id,
            location,
            channel: vocabulary::Channel::Till,
            lines,
            reference,
            note,
            occurred_at,
        });
        form.finish(operation).map_err(|errors| wrong.extend(errors)).ok().map(|operation| Read { operation, said })
    }

    fn done(store: &StoreChoice, reply: &StockPosted) -> (String, Option<PostingId>) {
        (stock_of(store), reply.posting)
    }
}
