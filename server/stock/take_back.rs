//! A customer brings something back: from the customer to a shelf, in quarantine until somebody decides.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
    told::{Asks, Told, coming},
    unit,
};
use ledger::{Document, Line, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use stock_rules::{StockPosted, TakeBack, check_quantity};
use vocabulary::{Actor, PlaceKind, PostingKind};

impl Plan<TakeBack> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, mut back: TakeBack) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(back.lines.len())?;
        checks.reference(&back.reference);
        checks.note(&back.note);
        let at = checks.occurred_at(back.occurred_at, tx.now());
        let places = StorePlaces::load(tx, back.store).await?;
        let to = place_of(tx, &places, back.location).await?;
        let from = places.of(PlaceKind::Customer)?;
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
        let shares = coming(tx, &mut checks, &told, places.business_date(at), Asks::Usable).await?;
        checks.finish()?;
        let lines = back.lines.iter().zip(&told).zip(&shares).enumerate().map(|(at, ((line, told), shares))| {
            let moved = Line::shared(number(at), line.variant, shares, line.status, from, to);
            moved.blaming(format!("lines[{at}].quantity")).costing(told.known.cost).entered(entered.get(at).cloned().flatten())
        });
        let lines = lines.collect();
        let document = Document { kind: "return", reference: back.reference, ..Document::default() };
        let posting = Posting { document, note: back.note, ..Posting::new(PostingKind::SaleReturn, &places, at, lines) };
        Ok(Planned::new(vec![posting], |posted| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) }))
    }
}
