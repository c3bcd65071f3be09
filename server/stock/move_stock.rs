//! Stock changes its place inside a store.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
    told::{Told, going},
    unit,
};
use ledger::{Ahead, Line, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use stock_rules::{MoveStock, StockPosted, check_quantity};
use vocabulary::{Actor, FieldError, PostingKind};

impl Plan<MoveStock> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, mut moved: MoveStock) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(moved.lines.len())?;
        checks.note(&moved.note);
        let at = checks.occurred_at(moved.occurred_at, tx.now());
        if moved.from == moved.to {
            checks.add([FieldError::new("to", "move-same-place")]);
        }
        let places = StorePlaces::load(tx, moved.store).await?;
        let from = place_of(tx, &places, "from", Some(moved.from)).await?;
        let to = place_of(tx, &places, "to", Some(moved.to)).await?;
        let ids: Vec<_> = moved.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        let entered = unit::enter(tx, &mut checks, &facts, &mut moved.lines).await?;

        let mut told = Vec::with_capacity(moved.lines.len());
        for (at, line) in moved.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            checks.add(check_quantity(&format!("lines[{at}].quantity"), line.quantity, known.whole));
            let (lot, serials) = (line.lot.as_ref(), line.serials.as_slice());
            told.push(Told { line: format!("lines[{at}]."), known, quantity: line.quantity, lot, serials, status: line.status });
        }
        let shares = going(tx, &mut checks, &told, &from).await?;
        let lines = told.iter().zip(&shares).enumerate().map(|(at, (told, shares))| {
            let line = Line::shared(number(at), told.known.id, shares, told.status, from, to);
            line.blaming(format!("{}quantity", told.line)).costing(told.known.cost).entered(entered.get(at).cloned().flatten())
        });
        let lines: Vec<Line> = lines.collect();
        checks.was_there(tx, &lines, at).await?;
        checks.finish()?;
        let posting = Posting { note: moved.note, ..Posting::new(PostingKind::Move, &places, at, lines) };
        Ok(Planned::new(vec![posting], |posted| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) }))
    }

    fn foresee(&self, moved: &MoveStock) -> Option<Ahead> {
        // What was there earlier is asked of its places one by one.
        let now = moved.occurred_at.is_none();
        now.then(|| Ahead::of(moved.store, moved.lines.iter().map(|line| line.variant)).at([moved.from, moved.to]))
    }
}
