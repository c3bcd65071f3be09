//! Goods go back to who delivered them.

use crate::{
    common::moment,
    enter::{Document, Read, stock_of},
    rows::{Extra, Rows},
    sheet::{ChoiceField, PlaceField, Sheet},
};
use kit::Choice;
use stock_rules::{NOTE_MAX, REFERENCE_MAX, ReturnGoods, StockPosted, SupplierReturnLine};
use vocabulary::{FieldError, PostingId, Reason, Said, Status};
use wire::{Form, Posted, StoreChoice, Visit};

pub(crate) struct GoBack;

/// Why goods go back; anything else is said in the note.
const REASONS: [Reason; 3] = [Reason::Damaged, Reason::Expired, Reason::Other];

impl Document for GoBack {
    type Operation = ReturnGoods;

    fn sheet(visit: &Visit, store: StoreChoice) -> Sheet {
        let words = visit.words;
        let reasons = REASONS.into_iter().map(|reason| Choice::new(reason.tag(), words.reason(reason))).collect();
        Sheet {
            path: "/stock/return",
            word: "supplier-return",
            locations: Vec::new(),
            store,
            places: vec![PlaceField { name: "location", word: "place-from", otherwise: "place-default" }],
            reference: "supplier-return-number",
            extra: Extra::Status("return-status"),
            choices: vec![ChoiceField { name: "reason", word: "reason", choices: reasons, prompt: "reason-none" }],
            dated: true,
            comes: false,
        }
    }

    fn read(posted: &Posted, store: &StoreChoice, rows: &Rows, wrong: &mut Vec<FieldError>) -> Option<Read<ReturnGoods>> {
        let Posted { visit, fields, .. } = posted;
        let lines = rows.values(visit.words, wrong, |variant, quantity, row| {
            let status = Status::of_tag(&row.extra).ok_or_else(|| (String::from("extra"), Said::new("field-unknown-choice")))?;
            let (lot, serials) = row.told(visit.words)?;
            Ok(SupplierReturnLine { status, lot, serials, unit: row.unit(), ..SupplierReturnLine::of(variant, quantity) })
        });
        let mut form = Form::new(visit.words, fields);
        let location = form.optional_choice("location");
        let reason = match form.raw("reason") {
            "" => Some(None),
            tag => form.pick("reason", Reason::of_tag(tag)).map(Some),
        };
        let reference = form.optional_text("reference", REFERENCE_MAX);
        let note = form.optional_text("note", NOTE_MAX);
        let at = moment(&mut form, "occurred_at", visit.words, store.zone);
        let said = Said::new("supplier-return-done").with("quantity", rows.total(visit.words));
        let head = location.zip(reason).zip(reference).zip(note).zip(at);
        let operation = head.map(|((((location, reason), reference), note), occurred_at)| ReturnGoods {
            store: store.id,
            location,
            lines,
            reference,
            reason,
            note,
            occurred_at,
        });
        form.finish(operation).map_err(|errors| wrong.extend(errors)).ok().map(|operation| Read { operation, said })
    }

    fn done(store: &StoreChoice, reply: &StockPosted) -> (String, Option<PostingId>) {
        (stock_of(store), reply.posting)
    }
}
