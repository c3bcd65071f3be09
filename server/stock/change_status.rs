//! Stock changes its state where it stands.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
};
use ledger::{Leg, Line, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use stock_rules::{ChangeStatus, StockPosted, check_quantity};
use vocabulary::{Actor, FieldError, LotId, PostingKind};

impl Plan<ChangeStatus> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, change: ChangeStatus) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(change.lines.len())?;
        checks.note(&change.note);
        let at = checks.occurred_at(change.occurred_at, tx.now());
        if change.from == change.to {
            checks.add([FieldError::new("to", "status-same")]);
        }
        let places = StorePlaces::load(tx, change.store).await?;
        let place = place_of(tx, &places, change.location).await?;
        let ids: Vec<_> = change.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;

        let mut lines = Vec::with_capacity(change.lines.len());
        for (at, line) in change.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            let field = format!("lines[{at}].quantity");
            checks.add(check_quantity(&field, line.quantity, known.whole));
            let leg = |status, quantity| Leg { place, variant: line.variant, lot: LotId::NONE, status, quantity };
            let legs = vec![leg(change.from, -line.quantity), leg(change.to, line.quantity)];
            lines.push(Line::of(number(at), field, legs).costing(known.cost));
        }
        checks.was_there(tx, &lines, at).await?;
        checks.finish()?;
        let posting = Posting { reason: change.reason, note: change.note, ..Posting::new(PostingKind::StatusChange, &places, at, lines) };
        Ok(Planned::new(vec![posting], |posted| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) }))
    }
}
