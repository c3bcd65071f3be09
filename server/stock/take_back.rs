//! A customer brings something back: from the customer to a shelf, in quarantine until somebody decides.

use crate::{
    Stock,
    kit::{MayBeKit, Parts},
    plan::{Checks, left, number, place_of},
    told::{Asks, Told, coming},
    unit,
};
use ledger::{Document, Line, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use stock_rules::{ReturnLine, StockPosted, TakeBack};
use vocabulary::{Actor, PlaceKind, PostingKind};

impl Plan<TakeBack> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, mut back: TakeBack) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(back.lines.len())?;
        checks.reference(&back.reference);
        checks.note(&back.note);
        let at = checks.occurred_at(back.occurred_at, tx.now());
        let places = StorePlaces::load(tx, back.store).await?;
        let to = place_of(tx, &places, "location", back.location).await?;
        let from = places.of(PlaceKind::Customer)?;
        let ids: Vec<_> = back.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        let entered = unit::enter(tx, &mut checks, &facts, &mut back.lines).await?;

        let may_be_kits: Vec<MayBeKit<'_>> = back.lines.iter().map(may_be_kit).collect();
        let parts = Parts::of(tx, &mut checks, facts, &may_be_kits, false).await?;
        let mut told = Vec::with_capacity(parts.all.len());
        for part in &parts.all {
            let (Some(known), Some(line)) = (parts.facts.get(&part.variant), back.lines.get(part.line)) else { continue };
            let (lot, serials) = (part.lot.as_ref(), part.serials.as_slice());
            told.push(Told { line: part.begins(), known, quantity: part.quantity, lot, serials, status: line.status });
        }
        let shares = coming(tx, &mut checks, &told, places.business_date(at), Asks::Usable).await?;
        checks.finish()?;
        let entered = parts.entered(&entered);
        let lines = told.iter().zip(&shares).zip(entered).enumerate().map(|(at, ((told, shares), entered))| {
            let moved = Line::shared(number(at), told.known.id, shares, told.status, from, to);
            moved.blaming(format!("{}quantity", told.line)).costing(told.known.cost).entered(entered)
        });
        let lines = lines.collect();
        let document = Document { kind: "return", reference: back.reference, ..Document::default() };
        let posting = Posting { document, note: back.note, kits: parts.kits, ..Posting::new(PostingKind::SaleReturn, &places, at, lines) };
        Ok(Planned::new(vec![posting], |posted| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) }))
    }
}

fn may_be_kit(line: &ReturnLine) -> MayBeKit<'_> {
    MayBeKit { variant: line.variant, quantity: line.quantity, lot: line.lot.as_ref(), serials: &line.serials }
}
