//! From one place of a store to another.

use crate::{
    common::{moment, status_choices},
    enter::{Document, Read, stock_of},
    rows::{Extra, Rows},
    sheet::{ChoiceField, PlaceField, Sheet},
};
use stock_rules::{MoveLine, MoveStock, NOTE_MAX, StockPosted};
use vocabulary::{FieldError, PostingId, Said, Status};
use wire::{Form, Posted, StoreChoice, Visit};

pub(crate) struct Shift;

impl Document for Shift {
    type Operation = MoveStock;

    fn sheet(visit: &Visit, store: StoreChoice) -> Sheet {
        Sheet {
            path: "/stock/move",
            word: "move",
            locations: Vec::new(),
            store,
            places: vec![PlaceField { name: "from", word: "place-from", otherwise: "" }, PlaceField { name: "to", word: "place-to", otherwise: "" }],
            reference: "",
            extra: Extra::None,
            choices: vec![ChoiceField { name: "status", word: "status", choices: status_choices(visit.words), prompt: "" }],
            dated: true,
            comes: false,
        }
    }

    fn read(posted: &Posted, store: &StoreChoice, rows: &Rows, wrong: &mut Vec<FieldError>) -> Option<Read<MoveStock>> {
        let Posted { visit, fields, .. } = posted;
        let status = Status::of_tag(fields.get("status")).unwrap_or(Status::Available);
        let lines = rows.values(visit.words, wrong, |variant, quantity, row| {
            let (lot, serials) = row.told(visit.words)?;
            Ok(MoveLine { status, lot, serials, unit: row.unit(), ..MoveLine::of(variant, quantity) })
        });
        let mut form = Form::new(visit.words, fields);
        let from = form.choice("from");
        let to = form.choice("to");
        let note = form.optional_text("note", NOTE_MAX);
        let at = moment(&mut form, "occurred_at", visit.words, store.zone);
        let said = Said::new("move-done").with("quantity", rows.total(visit.words));
        let head = from.zip(to).zip(note).zip(at);
        let operation = head.map(|(((from, to), note), occurred_at)| MoveStock { store: store.id, from, to, lines, note, occurred_at });
        form.finish(operation).map_err(|errors| wrong.extend(errors)).ok().map(|operation| Read { operation, said })
    }

    fn done(store: &StoreChoice, reply: &StockPosted) -> (String, Option<PostingId>) {
        (stock_of(store), reply.posting)
    }
}
