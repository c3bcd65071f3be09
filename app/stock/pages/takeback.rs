//! What a customer brings back.

use crate::{
    common::moment,
    enter::{Document, Read, stock_of},
    rows::{Extra, Rows},
    sheet::{PlaceField, Sheet},
};
use stock_rules::{NOTE_MAX, REFERENCE_MAX, ReturnLine, StockPosted, TakeBack};
use vocabulary::{FieldError, PostingId, Said, Status};
use wire::{Form, Posted, StoreChoice, Visit};

pub(crate) struct ComeBack;

impl Document for ComeBack {
    type Operation = TakeBack;

    fn sheet(_: &Visit, store: StoreChoice) -> Sheet {
        Sheet {
            path: "/stock/takeback",
            word: "takeback",
            locations: Vec::new(),
            store,
            places: vec![PlaceField { name: "location", word: "place-to", otherwise: "place-default" }],
            reference: "receipt-number",
            extra: Extra::Status("return-status"),
            choices: Vec::new(),
            dated: true,
            comes: true,
        }
    }

    fn read(posted: &Posted, store: &StoreChoice, rows: &Rows, wrong: &mut Vec<FieldError>) -> Option<Read<TakeBack>> {
        let Posted { visit, fields, .. } = posted;
        let lines = rows.values(visit.words, wrong, |variant, quantity, row| {
            let status = Status::of_tag(&row.extra).ok_or_else(|| (String::from("extra"), Said::new("field-unknown-choice")))?;
            let (lot, serials) = row.told(visit.words)?;
            Ok(ReturnLine { status, lot, serials, unit: row.unit(), ..ReturnLine::of(variant, quantity) })
        });
        let mut form = Form::new(visit.words, fields);
        let location = form.optional_choice("location");
        let reference = form.optional_text("reference", REFERENCE_MAX);
        let note = form.optional_text("note", NOTE_MAX);
        let at = moment(&mut form, "occurred_at", visit.words, store.zone);
        let said = Said::new("takeback-done").with("quantity", rows.total(visit.words));
        let head = location.zip(reference).zip(note).zip(at);
        let operation =
            head.map(|(((location, reference), note), occurred_at)| TakeBack { store: store.id, location, lines, reference, note, occurred_at });
        form.finish(operation).map_err(|errors| wrong.extend(errors)).ok().map(|operation| Read { operation, said })
    }

    fn done(store: &StoreChoice, reply: &StockPosted) -> (String, Option<PostingId>) {
        (stock_of(store), reply.posting)
    }
}
