//! A transfer is called back: what is on its way returns to the sender.

use crate::{
    Stock,
    plan::Checks,
    transfer::{Added, DOCUMENT, Held, guards},
};
use ledger::{Document, Leg, Line, Plan, Planned, Posting, StorePlaces};
use platform::{Event, OpError, Trail, Tx};
use stock_rules::{CancelTransfer, TransferSaved, TransferState};
use vocabulary::{Actor, PlaceKind, PostingKind, Said, Status};

impl Plan<CancelTransfer> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, cancel: CancelTransfer) -> Result<Planned<TransferSaved>, OpError> {
        let held = Held::lock(tx, cancel.transfer).await?;
        let mut checks = Checks::default();
        checks.note(&cancel.note);
        checks.finish()?;
        if !held.state.is_open() {
            return Err(OpError::conflict(Said::new("transfer-not-open")));
        }
        let places = StorePlaces::load(tx, held.from).await?;
        let way = StorePlaces::load(tx, held.to).await?.of(PlaceKind::Transit)?;
        let home = places.default;
        let back: Vec<_> = held.lines.iter().filter(|line| line.left().is_positive()).collect();
        let apart = super::receive::apart(tx, &held, places.business_date(tx.now())).await?;
        let lines = back.iter().map(|line| {
            let leg = |place, status, quantity| Leg { place, variant: line.variant, lot: line.lot, status, quantity };
            let good = if apart.contains(&line.lot) { Status::Quarantine } else { Status::Available };
            let legs = vec![leg(way, Status::Available, -line.left()), leg(home, good, line.left())];
            Line::of(line.line, "quantity", legs).costing(line.cost)
        });
        let lines = lines.collect();
        let added: Vec<Added> = back.iter().map(|line| Added { line: line.line, returned: line.left(), ..Added::default() }).collect();
        let document = Document { kind: DOCUMENT, id: held.id.0, reference: held.code() };
        let now = tx.now();
        let posting = Posting { document, note: cancel.note, ..Posting::new(PostingKind::TransferCancel, &places, now, lines) };
        let (transfer, code, state) = (held.id, held.code(), TransferState::Cancelled);
        let trail = Trail::of("transfer", held.id).changed("state", &held.state, &state);
        let event = Event::new("transfer.cancelled", held.id, &serde_json::json!({ "transfer": held.id, "code": code, "state": state }));
        let reply =
            move |posted: &[ledger::Posted]| TransferSaved { transfer, code, state, postings: posted.iter().map(|posting| posting.id).collect() };
        let planned = Planned::new(vec![posting], reply).trail(trail).event(event);
        Ok(guards(tx.tenant(), &held, &added, state).into_iter().fold(planned, Planned::guard))
    }
}
