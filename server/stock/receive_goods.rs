//! Goods come in without an order: from the store's supplier place to a shelf.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
};
use ledger::{Document, Line, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use stock_rules::{ReceiveGoods, StockPosted, check_quantity};
use vocabulary::{Actor, FieldError, PlaceKind, PostingKind, Status};

impl Plan<ReceiveGoods> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, receipt: ReceiveGoods) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(receipt.lines.len())?;
        checks.reference(&receipt.reference);
        checks.note(&receipt.note);
        let at = checks.occurred_at(receipt.occurred_at, tx.now());
        let places = StorePlaces::load(tx, receipt.store).await?;
        let to = place_of(tx, &places, receipt.location).await?;
        let from = places.of(PlaceKind::Supplier)?;
        let ids: Vec<_> = receipt.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;

        let mut lines = Vec::with_capacity(receipt.lines.len());
        for (at, line) in receipt.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            let field = format!("lines[{at}].quantity");
            checks.add(check_quantity(&field, line.quantity, known.whole));
            if line.unit_cost.is_some_and(|cost| cost.is_sign_negative()) {
                checks.add([FieldError::new(&format!("lines[{at}].unit_cost"), "money-negative")]);
            }
            let moved = Line::moved(number(at), line.variant, line.quantity, Status::Available, from, to);
            lines.push(moved.blaming(field).costing(line.unit_cost.or(known.cost)));
        }
        checks.finish()?;
        let document = Document { kind: "receipt", reference: receipt.reference, ..Document::default() };
        let posting = Posting { document, note: receipt.note, ..Posting::new(PostingKind::Receipt, &places, at, lines) };
        Ok(Planned::new(vec![posting], |posted| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) }))
    }
}
