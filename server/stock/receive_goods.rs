//! Goods come in without an order: from the store's supplier place to a shelf.

use crate::Stock;
use ledger::{Document, Line, Place, Plan, Planned, Posting, StorePlaces, read};
use platform::{OpError, Tx};
use stock_rules::{ReceiveGoods, StockLeft, StockPosted, check_lines, check_occurred_at, check_quantity};
use vocabulary::{Actor, AppError, FieldError, PlaceKind, PostingKind, Status};

impl Plan<ReceiveGoods> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, receipt: ReceiveGoods) -> Result<Planned<StockPosted>, OpError> {
        if let Some(wrong) = check_lines(receipt.lines.len()) {
            return Err(wrong.into());
        }
        let at = check_occurred_at("occurred_at", receipt.occurred_at, tx.now())?;
        let places = StorePlaces::load(tx, receipt.store).await?;
        let to = match receipt.location {
            Some(location) => Place::load(tx, location).await?,
            None => places.default,
        };
        if to.store != receipt.store {
            return Err(OpError::not_found());
        }
        let from = places.of(PlaceKind::Supplier)?;
        let ids: Vec<_> = receipt.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;

        let (mut lines, mut wrong) = (Vec::with_capacity(receipt.lines.len()), Vec::new());
        for (number, line) in receipt.lines.iter().enumerate() {
            let field = format!("lines[{number}].quantity");
            let Some(known) = facts.get(&line.variant) else {
                wrong.push(FieldError::new(&format!("lines[{number}].variant"), "variant-unknown"));
                continue;
            };
            wrong.extend(check_quantity(&field, line.quantity, known.whole));
            if line.unit_cost.is_some_and(|cost| cost.is_sign_negative()) {
                wrong.push(FieldError::new(&format!("lines[{number}].unit_cost"), "money-negative"));
            }
            let number = i32::try_from(number).unwrap_or(i32::MAX);
            lines.push(
                Line::moved(number, line.variant, line.quantity, Status::Available, from, to).blaming(field).costing(line.unit_cost.or(known.cost)),
            );
        }
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let document = Document { kind: "receipt", reference: receipt.reference, ..Document::default() };
        let posting = Posting { document, note: receipt.note, ..Posting::new(PostingKind::Receipt, &places, at, lines) };
        Ok(Planned::new(vec![posting], move |posted| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left_at(posted, &to) }))
    }
}

/// What a posting left at a place, for the reply.
pub(crate) fn left_at(posted: &[ledger::Posted], place: &Place) -> Vec<StockLeft> {
    posted
        .iter()
        .flat_map(|posting| &posting.legs)
        .filter(|leg| leg.leg.place.location == place.location)
        .map(|leg| StockLeft { variant: leg.leg.variant, location: place.location, on_hand: leg.balance_after })
        .collect()
}
