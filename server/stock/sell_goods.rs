//! A till's sale: from where the goods stand to the customer.
//!
//! The promises are locked before the balances are read, so what is decided here is still so when it is posted: two tills
//! never sell the same piece, and none is refused while another place of the store has it.

use crate::{
    Stock,
    plan::{Checks, left, number, place_of},
};
use chrono::{DateTime, Utc};
use ledger::{
    Document, Leg, Line, Place, Plan, Planned, Posting, StorePlaces,
    read::{self, Stands},
};
use platform::{Event, OpError, Tx};
use std::collections::HashMap;
use stock_rules::{SaleLine, SellGoods, Standing, StockPosted, check_quantity, decide_takings};
use uuid::Uuid;
use vocabulary::{Actor, FieldError, LocationId, LotId, PlaceKind, PostingKind, Quantity, Status, StoreId, VariantId};

impl Plan<SellGoods> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, sale: SellGoods) -> Result<Planned<StockPosted>, OpError> {
        let mut checks = Checks::default();
        checks.lines(sale.lines.len())?;
        checks.reference(&sale.reference);
        checks.note(&sale.note);
        let at = checks.occurred_at(sale.occurred_at, tx.now());
        let places = StorePlaces::load(tx, sale.store).await?;
        let first = place_of(tx, &places, sale.location).await?;
        let to = places.of(PlaceKind::Customer)?;
        let ids: Vec<_> = sale.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        for (at, line) in sale.lines.iter().enumerate() {
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            checks.for_sale(at, known);
            checks.add(check_quantity(&format!("lines[{at}].quantity"), line.quantity, known.whole));
            if line.unit_price.is_some_and(|price| price.is_sign_negative()) {
                checks.add([FieldError::new(&format!("lines[{at}].unit_price"), "money-negative")]);
            }
        }
        checks.finish()?;

        let mut shelves = Shelves::read(tx, sale.store, &ids, first, sale.location, at).await?;
        let (mut lines, mut short) = (Vec::with_capacity(sale.lines.len()), Checks::default());
        for (at, line) in sale.lines.iter().enumerate() {
            let field = format!("lines[{at}].quantity");
            match shelves.take(line.variant, line.quantity) {
                Ok(takings) => {
                    let cost = facts.get(&line.variant).and_then(|known| known.cost);
                    lines.push(taken(number(at), line.variant, line.quantity, &takings, to).blaming(field).costing(cost));
                }
                Err(available) => {
                    short.add([FieldError::new(&field, "stock-insufficient").with("available", available).with("wanted", line.quantity)]);
                }
            }
        }
        short.finish()?;
        let document = Document { kind: "sale", id: Uuid::now_v7(), reference: sale.reference };
        let sold = sold(&document, sale.store, &sale.lines);
        let posting = Posting { document, note: sale.note, ..Posting::new(PostingKind::Sale, &places, at, lines) };
        let reply = |posted: &[ledger::Posted]| StockPosted { posting: posted.first().map(|posting| posting.id), lines: left(posted) };
        Ok(Planned::new(vec![posting], reply).event(sold))
    }
}

/// The sale with its prices, which the books of stock do not keep.
fn sold(document: &Document, store: StoreId, lines: &[SaleLine]) -> Event {
    Event::new("stock.sold", document.id, &serde_json::json!({ "store": store, "reference": document.reference, "lines": lines }))
}

/// One variant from where it stands to one place.
pub(crate) fn taken(number: i32, variant: VariantId, quantity: Quantity, takings: &[(Place, Quantity)], to: Place) -> Line {
    let leg = |place, quantity| Leg { place, variant, lot: LotId::NONE, status: Status::Available, quantity };
    let mut legs: Vec<Leg> = takings.iter().map(|(place, taken)| leg(*place, -*taken)).collect();
    legs.push(leg(to, quantity));
    Line::of(number, "", legs)
}

/// What a store's places have of some variants while lines are taken from them, one after the other.
pub(crate) struct Shelves {
    first: Place,
    /// What may still be taken of each variant, promises kept.
    free: HashMap<VariantId, Quantity>,
    /// What is promised of each.
    promised: HashMap<VariantId, Quantity>,
    standing: HashMap<VariantId, Vec<Standing<Place>>>,
}

impl Shelves {
    /// Locks the variants in the store and reads where they stand; only at `only`, if a place is named. `at` is when they
    /// were taken.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn read(
        tx: &mut Tx,
        store: StoreId,
        variants: &[VariantId],
        first: Place,
        only: Option<LocationId>,
        at: DateTime<Utc>,
    ) -> Result<Self, OpError> {
        let promises = read::lock_promises(tx, store, variants).await?;
        let standing = read::standing(tx, store, variants, Status::Available, at).await?;
        let standing: HashMap<VariantId, Vec<Standing<Place>>> = standing
            .into_iter()
            .map(|(variant, all)| {
                let all = all.into_iter().filter(|one| only.is_none_or(|only| one.place.location == only));
                (variant, all.map(|Stands { place, on_hand, settled }| Standing { place, on_hand, settled }).collect())
            })
            .collect();
        let promised = promises.iter().map(|(variant, promise)| (*variant, promise.promised)).collect();
        let free = promises
            .into_iter()
            .map(|(variant, promise)| {
                let here: Quantity = standing.get(&variant).into_iter().flatten().map(|one| one.on_hand).sum();
                let unpromised = promise.sellable - promise.promised;
                (variant, if only.is_some() { here.min(unpromised) } else { unpromised })
            })
            .collect();
        Ok(Self { first, free, promised, standing })
    }

    /// For who takes what was promised: all that is there may be taken.
    pub(crate) fn for_the_promised(mut self) -> Self {
        for (variant, promised) in std::mem::take(&mut self.promised) {
            *self.free.entry(variant).or_default() += promised;
        }
        self
    }

    /// Takes a quantity from the shelves. Where the first place may go below nought, there is always enough.
    ///
    /// # Errors
    /// What is available, where that is less.
    pub(crate) fn take(&mut self, variant: VariantId, wanted: Quantity) -> Result<Vec<(Place, Quantity)>, Quantity> {
        let free = self.free.entry(variant).or_default();
        let standing = self.standing.entry(variant).or_default();
        let takings = decide_takings(wanted, self.first, standing);
        let settled = |place: &Place| standing.iter().any(|one| one.settled && one.place == *place);
        // What was missing already when its place was counted is taken from nobody now.
        let taken: Quantity = takings.iter().filter(|(place, _)| !settled(place)).map(|(_, taken)| *taken).sum();
        if taken.is_positive() && *free < taken && !self.first.allow_negative {
            return Err((*free).max(Quantity::ZERO));
        }
        *free = *free - taken;
        for (place, taken) in &takings {
            if let Some(one) = standing.iter_mut().find(|one| one.place == *place && !one.settled) {
                one.on_hand = one.on_hand - *taken;
            }
        }
        Ok(takings)
    }
}
