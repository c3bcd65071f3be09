//! What is to be valued: a posting, as far as one variant is concerned.

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use uuid::Uuid;
use vocabulary::{CostKind, CostMethod, CostScope, PlaceKind, PostingKind};

use super::pool::Take;

/// Which stock of a variant is valued together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PoolKey {
    /// A store, or the place on the way to one; nil: the company.
    pub scope: Uuid,
    /// Nil: whatever the lot.
    pub lot: Uuid,
}

/// How a variant is valued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    pub method: CostMethod,
    pub scope: CostScope,
    /// Decimals of the currency's smallest unit.
    pub digits: u32,
    /// Under standard cost, once it is known: what one unit is worth.
    pub standard: Option<Decimal>,
}

/// A leg of the posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    pub line: i32,
    pub place: PlaceKind,
    pub store: Uuid,
    pub location: Uuid,
    pub lot: Uuid,
    pub quantity: Decimal,
    /// What one unit cost as far as was known when it was booked.
    pub unit_cost: Option<Decimal>,
    pub happened_at: DateTime<Utc>,
}

/// A posting to be valued, with what has to be looked up for it.
#[derive(Clone, Debug)]
pub struct Event {
    pub posting: Uuid,
    pub kind: PostingKind,
    pub store: Uuid,
    /// The document it comes from; of an undo the posting that it undoes.
    pub document: Uuid,
    pub reference: String,
    pub posted_at: DateTime<Utc>,
    pub day: NaiveDate,
    pub legs: Vec<Moved>,
    /// Of an undo: what each line had been worth.
    pub undone: Vec<Origin>,
    /// Of a return that names a sale: the sales of that number, the likeliest first.
    pub sales: Vec<Sale>,
}

/// An entry of the posting that is undone.
#[derive(Clone, Debug)]
pub struct Origin {
    pub line: i32,
    pub pool: PoolKey,
    pub kind: CostKind,
    pub quantity: Decimal,
    pub value: Decimal,
    /// Of a return the sale at whose cost it came back.
    pub document: Uuid,
    pub takes: Vec<Take>,
}

/// What left under a number, and what of it has not come back.
#[derive(Clone, Copy, Debug)]
pub struct Sale {
    pub posting: Uuid,
    pub quantity: Decimal,
    pub value: Decimal,
}

/// One side of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Pool(PoolKey),
    Outside(PlaceKind),
}

/// What a line moved from one side to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Flow {
    pub from: Side,
    pub to: Side,
    pub quantity: Decimal,
}

impl Way {
    /// The pool a leg's place belongs to; `None` outside.
    #[must_use]
    pub fn pool(&self, place: PlaceKind, store: Uuid, location: Uuid, lot: Uuid) -> Option<PoolKey> {
        if place.is_virtual() {
            return None;
        }
        let scope = match self.scope {
            CostScope::Company => Uuid::nil(),
            // What is on its way keeps what it left with, whatever the stores' stock is worth by then.
            CostScope::Store if place == PlaceKind::Transit => location,
            CostScope::Store => store,
        };
        Some(PoolKey { scope, lot: if self.method == CostMethod::Specific { lot } else { Uuid::nil() } })
    }

    fn side(&self, leg: &Moved) -> Side {
        self.pool(leg.place, leg.store, leg.location, leg.lot).map_or(Side::Outside(leg.place), Side::Pool)
    }
}

/// What the legs of a line come to between pools and the outside. What moves within a pool is nothing.
pub(super) fn flows(way: &Way, legs: &[&Moved]) -> Vec<Flow> {
    let mut sides: Vec<(Side, Decimal)> = Vec::new();
    for leg in legs {
        let side = way.side(leg);
        match sides.iter_mut().find(|(known, _)| *known == side) {
            Some((_, net)) => *net += leg.quantity,
            None => sides.push((side, leg.quantity)),
        }
    }
    let mut takers: Vec<(Side, Decimal)> = sides.iter().filter(|(_, net)| *net > Decimal::ZERO).copied().collect();
    let mut flows = Vec::new();
    for (from, net) in sides.into_iter().filter(|(_, net)| *net < Decimal::ZERO) {
        let mut left = -net;
        for (to, wants) in &mut takers {
            let quantity = left.min(*wants);
            if quantity > Decimal::ZERO {
                flows.push(Flow { from, to: *to, quantity });
                left -= quantity;
                *wants -= quantity;
            }
        }
    }
    flows
}

impl Event {
    /// Each line happened when the first of its legs is known to have: only those at real places say that they were late.
    pub(super) fn dated_by_lines(mut self) -> Self {
        let mut firsts: BTreeMap<i32, DateTime<Utc>> = BTreeMap::new();
        for leg in &self.legs {
            let first = firsts.entry(leg.line).or_insert(leg.happened_at);
            *first = leg.happened_at.min(*first);
        }
        for leg in &mut self.legs {
            leg.happened_at = firsts.get(&leg.line).copied().unwrap_or(leg.happened_at);
        }
        self
    }

    /// The legs by line.
    pub(super) fn lines(&self) -> BTreeMap<i32, Vec<&Moved>> {
        let mut lines: BTreeMap<i32, Vec<&Moved>> = BTreeMap::new();
        for leg in &self.legs {
            lines.entry(leg.line).or_default().push(leg);
        }
        lines
    }
}
