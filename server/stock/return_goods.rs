//! Goods go back to who delivered them: from where they stand to the store's supplier place.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
    told::{Told, going},
    unit,
};
use ledger::{Document, Line, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use stock_rules::{ReturnGoods, StockPosted, check_quantity, check_reason};
use vocabulary::{Actor, PlaceKind, PostingKind, Quantity};

impl Plan<ReturnGoods> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, mut back: ReturnGoods) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(back.lines.len())?;
        checks.reference(&back.reference);
        checks.note(&back.note);
        checks.add(back.reason.and_then(|reason| check_reason(reason, -Quantity::ONE, &back.note)));
        let at = checks.occurred_at(back.occurred_at, tx.now());
        let places = StorePlaces::load(tx, back.store).await?;
        let from = place_of(tx, &places, "location", back.location).await?;
        let to = places.of(PlaceKind::Supplier)?;
        let ids: Vec<_> = back.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        let entered = unit::enter(tx, &mut checks, &facts, &mut back.lines).await?;
        let mut told = Vec::with_capacity(back.lines.len());
        for (at, line) in back.lines.iter().enumerate() {
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
        let document = Document { kind: "supplier_return", reference: back.reference, ..Document::default() };
        let posting = Posting { document, reason: back.reason, note: back.note, ..Posting::new(PostingKind::SupplierReturn, &places, at, lines) };
        Ok(Planned::new(vec![posting], |posted| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) }))
    }
}
