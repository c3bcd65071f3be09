//! Stock changes its place inside a store.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
};
use ledger::{Line, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use stock_rules::{MoveStock, StockPosted, check_quantity};
use vocabulary::{Actor, FieldError, PostingKind};

impl Plan<MoveStock> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, moved: MoveStock) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(moved.lines.len())?;
        checks.note(&moved.note);
        let at = checks.occurred_at(moved.occurred_at, tx.now());
        if moved.from == moved.to {
            checks.add([FieldError::new("to", "move-same-place")]);
        }
        let places = StorePlaces::load(tx, moved.store).await?;
        let from = place_of(tx, &places, Some(moved.from)).await?;
        let to = place_of(tx, &places, Some(moved.to)).await?;
        let ids: Vec<_> = moved.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;

        let mut lines = Vec::with_capacity(moved.lines.len());
        for (at, line) in moved.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            let field = format!("lines[{at}].quantity");
            checks.add(check_quantity(&field, line.quantity, known.whole));
            lines.push(Line::moved(number(at), line.variant, line.quantity, line.status, from, to).blaming(field).costing(known.cost));
        }
        checks.was_there(tx, &lines, at).await?;
        checks.finish()?;
        let posting = Posting { note: moved.note, ..Posting::new(PostingKind::Move, &places, at, lines) };
        Ok(Planned::new(vec![posting], |posted| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) }))
    }
}
