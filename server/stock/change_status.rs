//! Stock changes its state where it stands.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
    told::{Told, going},
    unit,
};
use ledger::{Ahead, Leg, Line, Plan, Planned, Posting, Share, StorePlaces, read};
use platform::{OpError, Tx};
use stock_rules::{ChangeStatus, StockPosted, check_quantity};
use vocabulary::{Actor, FieldError, PostingKind};

impl Plan<ChangeStatus> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, mut change: ChangeStatus) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(change.lines.len())?;
        checks.note(&change.note);
        let at = checks.occurred_at(change.occurred_at, tx.now());
        if change.from == change.to {
            checks.add([FieldError::new("to", "status-same")]);
        }
        let places = StorePlaces::load(tx, change.store).await?;
        let place = place_of(tx, &places, "location", change.location).await?;
        let ids: Vec<_> = change.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        let entered = unit::enter(tx, &mut checks, &facts, &mut change.lines).await?;

        let mut told = Vec::with_capacity(change.lines.len());
        for (at, line) in change.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            checks.add(check_quantity(&format!("lines[{at}].quantity"), line.quantity, known.whole));
            let (lot, serials) = (line.lot.as_ref(), line.serials.as_slice());
            told.push(Told { line: format!("lines[{at}]."), known, quantity: line.quantity, lot, serials, status: change.from });
        }
        let shares = going(tx, &mut checks, &told, &place).await?;
        let lines = told.iter().zip(&shares).enumerate().map(|(at, (told, shares))| {
            let variant = told.known.id;
            let leg = |share: &Share, status, quantity| Leg { place, variant, lot: share.lot, status, quantity };
            let legs = shares.iter().flat_map(|share| [leg(share, change.from, -share.quantity), leg(share, change.to, share.quantity)]);
            Line::of(number(at), format!("{}quantity", told.line), legs.collect())
                .costing(told.known.cost)
                .entered(entered.get(at).cloned().flatten())
        });
        let lines: Vec<Line> = lines.collect();
        checks.was_there(tx, &lines, at).await?;
        checks.finish()?;
        let posting = Posting { reason: change.reason, note: change.note, ..Posting::new(PostingKind::StatusChange, &places, at, lines) };
        Ok(Planned::new(vec![posting], |posted| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) }))
    }

    fn foresee(&self, change: &ChangeStatus) -> Option<Ahead> {
        // What was there earlier is asked of its places one by one.
        let now = change.occurred_at.is_none();
        now.then(|| Ahead::of(change.store, change.lines.iter().map(|line| line.variant)).at(change.location))
    }
}
