//! From one state to another, where it stands.

use crate::{
    common::{moment, status_choices},
    enter::{Document, Read, stock_of},
    rows::{Extra, Rows},
    sheet::{ChoiceField, PlaceField, Sheet},
};
use stock_rules::{ChangeStatus, NOTE_MAX, StatusLine, StockPosted};
use vocabulary::{FieldError, PostingId, Said, Status};
use wire::{Form, Posted, StoreChoice, Visit};

pub(crate) struct Restate;

impl Document for Restate {
    type Operation = ChangeStatus;

    fn sheet(visit: &Visit, store: StoreChoice) -> Sheet {
        Sheet {
            path: "/stock/status",
            word: "status",
            locations: Vec::new(),
            store,
            places: vec![PlaceField { name: "location", word: "place", otherwise: "place-default" }],
            reference: "",
            extra: Extra::None,
            choices: vec![
                ChoiceField { name: "from", word: "status-from", choices: status_choices(visit.words), prompt: "" },
                ChoiceField { name: "to", word: "status-to", choices: status_choices(visit.words), prompt: "choose-status" },
            ],
            dated: true,
            comes: false,
        }
    }

    fn read(posted: &Posted, store: &StoreChoice, rows: &Rows, wrong: &mut Vec<FieldError>) -> Option<Read<ChangeStatus>> {
        let Posted { visit, fields, .. } = posted;
        let lines = rows.values(visit.words, wrong, |variant, quantity, row| {
            let (lot, serials) = row.told(visit.words)?;
            Ok(StatusLine { lot, serials, unit: row.unit(), ..StatusLine::of(variant, quantity) })
        });
        let mut form = Form::new(visit.words, fields);
        let chosen = form.choice::<String>("from");
        let from = form.pick("from", chosen.as_deref().and_then(Status::of_tag));
        let chosen = form.choice::<String>("to");
        let to = form.pick("to", chosen.as_deref().and_then(Status::of_tag));
        let location = form.optional_choice("location");
        let note = form.optional_text("note", NOTE_MAX);
        let at = moment(&mut form, "occurred_at", visit.words, store.zone);
        let said = Said::new("status-done").with("quantity", rows.total(visit.words));
        let head = from.zip(to).zip(location).zip(note).zip(at);
        let operation = head.map(|((((from, to), location), note), occurred_at)| ChangeStatus {
            store: store.id,
            location,
            from,
            to,
            lines,
            reason: None,
            note,
            occurred_at,
        });
        form.finish(operation).map_err(|errors| wrong.extend(errors)).ok().map(|operation| Read { operation, said })
    }

    fn done(store: &StoreChoice, reply: &StockPosted) -> (String, Option<PostingId>) {
        (stock_of(store), reply.posting)
    }
}
