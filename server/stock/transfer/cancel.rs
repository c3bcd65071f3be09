//! A transfer is called back: what is on its way returns to the sender, or is written off.

use crate::{
    Stock,
    plan::Checks,
    transfer::{Added, DOCUMENT, Held, HeldLine, guards},
};
use ledger::{Document, Leg, Line, Plan, Planned, Posting, StorePlaces};
use platform::{Event, OpError, Trail, Tx};
use std::collections::BTreeSet;
use stock_rules::{CancelTo, CancelTransfer, TransferSaved, TransferState};
use vocabulary::{Actor, PlaceKind, PostingKind, Said, Status};

impl Plan<CancelTransfer> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, cancel: CancelTransfer) -> Result<Planned<TransferSaved>, OpError> {
        let held = Held::lock(tx, cancel.transfer).await?;
        let mut checks = Checks::default();
        checks.note(&cancel.note);
        checks.add(cancel.check());
        checks.finish()?;
        held.still(cancel.version)?;
        if !held.state.is_open() {
            return Err(OpError::conflict(Said::new("transfer-not-open")));
        }
        let receiver = StorePlaces::load(tx, held.to).await?;
        let way = receiver.of(PlaceKind::Transit)?;
        // What is lost on the way is the receiver's loss, as it is where a receiver says that nothing more will come.
        let (kind, places, end) = match cancel.to {
            CancelTo::Home => {
                let sender = StorePlaces::load(tx, held.from).await?;
                let home = sender.default;
                (PostingKind::TransferCancel, sender, home)
            }
            CancelTo::WriteOff => {
                let loss = receiver.of(PlaceKind::Loss)?;
                (PostingKind::Adjustment, receiver, loss)
            }
        };
        let back: Vec<_> = held.lines.iter().filter(|line| line.left().is_positive()).collect();
        let today = places.business_date(tx.now());
        let apart = if cancel.to == CancelTo::Home { super::receive::apart(tx, &held, today).await? } else { BTreeSet::new() };
        let lines = back.iter().map(|line| {
            let leg = |place, status, quantity| Leg { place, variant: line.variant, lot: line.lot, status, quantity };
            let good = if apart.contains(&line.lot) { Status::Quarantine } else { Status::Available };
            let legs = vec![leg(way, Status::Available, -line.left()), leg(end, good, line.left())];
            Line::of(line.line, "quantity", legs).costing(line.cost)
        });
        let lines = lines.collect();
        let added: Vec<Added> = back.iter().map(|line| ended(line, cancel.to)).collect();
        let document = Document { kind: DOCUMENT, id: held.id.0, reference: held.code() };
        let now = tx.now();
        let posting = Posting { document, note: cancel.note, reason: cancel.reason, ..Posting::new(kind, &places, now, lines) };
        let (transfer, code, state) = (held.id, held.code(), TransferState::Cancelled);
        let trail = Trail::of("transfer", held.id).changed("state", &held.state, &state).with("called_back", cancel.to);
        let event =
            Event::new("transfer.cancelled", held.id, &serde_json::json!({ "transfer": held.id, "code": code, "state": state, "to": cancel.to }));
        let reply =
            move |posted: &[ledger::Posted]| TransferSaved { transfer, code, state, postings: posted.iter().map(|posting| posting.id).collect() };
        let planned = Planned::new(vec![posting], reply).trail(trail).event(event);
        Ok(guards(tx.tenant(), &held, &added, state).into_iter().fold(planned, Planned::guard))
    }
}

/// What is left of a line ends where the transfer is called back to.
fn ended(line: &HeldLine, to: CancelTo) -> Added {
    let added = Added { line: line.line, ..Added::default() };
    match to {
        CancelTo::Home => Added { returned: line.left(), ..added },
        CancelTo::WriteOff => Added { missing: line.left(), ..added },
    }
}
