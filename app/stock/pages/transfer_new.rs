//! Goods leave for another store.

use crate::{
    common::moment,
    enter::{Document, Read},
    rows::{Extra, Rows},
    sheet::{ChoiceField, PlaceField, Sheet},
};
use axum::response::Response;
use kit::Choice;
use stock_rules::{NOTE_MAX, ShipTransfer, TransferItem, TransferSaved};
use vocabulary::{FieldError, PostingId, Said};
use wire::{Form, Posted, StoreChoice, Visit};

pub(crate) struct Ship;

impl Document for Ship {
    type Operation = ShipTransfer;

    fn sheet(visit: &Visit, store: StoreChoice) -> Sheet {
        let others =
            visit.stores.iter().filter(|other| other.id != store.id).map(|other| Choice::new(other.code.clone(), other.name.clone())).collect();
        Sheet {
            path: "/stock/transfers/new",
            word: "ship",
            locations: Vec::new(),
            store,
            places: vec![PlaceField { name: "location", word: "place-from", otherwise: "place-wherever" }],
            reference: "",
            extra: Extra::None,
            choices: vec![ChoiceField { name: "to", word: "transfer-to", choices: others, prompt: "choose-store" }],
            dated: true,
            comes: false,
        }
    }

    fn read(posted: &Posted, store: &StoreChoice, rows: &Rows, wrong: &mut Vec<FieldError>) -> Option<Read<ShipTransfer>> {
        let Posted { visit, fields, .. } = posted;
        let lines = rows.values(visit.words, wrong, |variant, quantity, row| {
            let (lot, serials) = row.told(visit.words)?;
            Ok(TransferItem { lot, serials, unit: row.unit(), ..TransferItem::of(variant, quantity) })
        });
        let mut form = Form::new(visit.words, fields);
        let chosen = visit.store_by_code(form.raw("to")).map(|store| store.id);
        let to = form.pick("to", chosen);
        let location = form.optional_choice("location");
        let note = form.optional_text("note", NOTE_MAX);
        let at = moment(&mut form, "occurred_at", visit.words, store.zone);
        let said = Said::new("ship-done").with("quantity", rows.total(visit.words));
        let head = to.zip(location).zip(note).zip(at);
        let operation = head.map(|(((to, location), note), occurred_at)| ShipTransfer { from: store.id, to, location, lines, note, occurred_at });
        form.finish(operation).map_err(|errors| wrong.extend(errors)).ok().map(|operation| Read { operation, said })
    }

    async fn finish(visit: &Visit, said: Said, path: &str, _: Option<PostingId>) -> Response {
        // Undoing a sending is calling the transfer back: its document has to know.
        visit.done_with_undo(path, said, format!("{path}/cancel")).await
    }

    fn done(_: &StoreChoice, reply: &TransferSaved) -> (String, Option<PostingId>) {
        (format!("/stock/transfers/{}", reply.transfer), None)
    }
}
