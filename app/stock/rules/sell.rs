//! A till's day: goods go to a customer, and some come back.

use crate::{LotGiven, StockPosted};
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Channel, Kind, LocationId, Operation, Permission, Quantity, Scope, Status, StoreId, VariantId};

/// Sells without an order: out of the store's available stock, from its default place first, then from where else it is.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SellGoods {
    pub store: StoreId,
    /// Take it from this place alone; from wherever in the store it is unless said.
    #[serde(default)]
    pub location: Option<LocationId>,
    /// By which way it is sold; over the counter unless said. An item may ask for more remaining life by one way than by another.
    #[serde(default = "till")]
    pub channel: Channel,
    /// 1 to 500.
    pub lines: Vec<SaleLine>,
    /// The till's receipt number, at most 64 characters. Not unique: tills begin anew, and the idempotency key is what
    /// makes a repeated request one sale.
    #[serde(default)]
    pub reference: String,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
    /// When it was sold; now unless said. Not in the future.
    #[serde(default)]
    pub occurred_at: Option<DateTime<Utc>>,
}

pub(crate) fn till() -> Channel {
    Channel::Till
}

/// How much of what was sold.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaleLine {
    pub variant: VariantId,
    /// In `unit`; more than nought.
    pub quantity: Quantity,
    /// In which unit the quantity is told: one of the variant's, or one that turns into its base unit; the base unit unless said.
    #[serde(default)]
    pub unit: Option<String>,
    /// What one base unit was sold for, in the tenant's currency; nought or more. Told in the event `stock.sold`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub unit_price: Option<Decimal>,
    /// Which lot, where the item is tracked by lots; what expires first is taken unless said.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Its pieces' numbers, one for each, where the item is tracked by serial number.
    #[serde(default)]
    pub serials: Vec<String>,
}

impl SaleLine {
    /// So much of a variant, and nothing else said of it.
    #[must_use]
    pub fn of(variant: VariantId, quantity: Quantity) -> Self {
        Self { variant, quantity, unit: None, unit_price: None, lot: None, serials: Vec::new() }
    }
}

impl Operation for SellGoods {
    type Reply = StockPosted;
    const NAME: &'static str = "stock.sell_goods";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
}

/// Takes back what a customer returns.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeBack {
    pub store: StoreId,
    /// Where it is put; the store's default place unless said.
    #[serde(default)]
    pub location: Option<LocationId>,
    /// 1 to 500.
    pub lines: Vec<ReturnLine>,
    /// The number of the receipt it was sold on, or of the return; at most 64 characters.
    #[serde(default)]
    pub reference: String,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
    /// When it came back; now unless said. Not in the future.
    #[serde(default)]
    pub occurred_at: Option<DateTime<Utc>>,
}

/// How much of what came back, and in what state.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnLine {
    pub variant: VariantId,
    /// In `unit`; more than nought.
    pub quantity: Quantity,
    /// In which unit the quantity is told: one of the variant's, or one that turns into its base unit; the base unit unless said.
    #[serde(default)]
    pub unit: Option<String>,
    /// Quarantine unless said: that it may be sold again is a decision.
    #[serde(default = "quarantine")]
    pub status: Status,
    /// Which lot, where the item is tracked by lots.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Its pieces' numbers, one for each, where the item is tracked by serial number.
    #[serde(default)]
    pub serials: Vec<String>,
}

impl ReturnLine {
    /// So much of a variant, and nothing else said of it.
    #[must_use]
    pub fn of(variant: VariantId, quantity: Quantity) -> Self {
        Self { variant, quantity, unit: None, status: quarantine(), lot: None, serials: Vec::new() }
    }
}

fn quarantine() -> Status {
    Status::Quarantine
}

impl Operation for TakeBack {
    type Reply = StockPosted;
    const NAME: &'static str = "stock.take_back";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
}

/// What a place has of a variant when stock is to be taken from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing<P> {
    pub place: P,
    pub on_hand: Quantity,
    /// It was counted since what is taken was taken: that was missing there already, so there is always enough of it.
    pub settled: bool,
}

/// Shares a quantity out over places, in their order: each gives what it has until there is enough. What is missing in
/// the end is asked of the first place, whose committer refuses it or, where that is allowed, lets it go below nought.
#[must_use]
pub fn decide_takings<P: Copy + PartialEq>(wanted: Quantity, first: P, standing: &[Standing<P>]) -> Vec<(P, Quantity)> {
    let (mut left, mut takings) = (wanted, Vec::new());
    for one in standing.iter().filter(|one| one.settled || one.on_hand.is_positive()) {
        if !left.is_positive() {
            break;
        }
        let taken = if one.settled { left } else { one.on_hand.min(left) };
        takings.push((one.place, taken));
        left = left - taken;
    }
    if left.is_positive() {
        // The first place may be among them already: one leg for each place.
        match takings.iter_mut().find(|(place, _)| *place == first) {
            Some((_, taken)) => *taken += left,
            None => takings.push((first, left)),
        }
    }
    takings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(all: &[(char, i32)]) -> Vec<Standing<char>> {
        all.iter().map(|(place, on_hand)| Standing { place: *place, on_hand: Quantity::whole(*on_hand), settled: false }).collect()
    }

    fn takings(wanted: i32, all: &[(char, i32)]) -> Vec<(char, i32)> {
        let takings = decide_takings(Quantity::whole(wanted), 'a', &standing(all));
        takings.into_iter().map(|(place, taken)| (place, taken.to_string().parse().unwrap())).collect()
    }

    #[test]
    fn takes_from_the_first_place_that_has_it() {
        assert_eq!(takings(3, &[('a', 5), ('b', 9)]), [('a', 3)]);
        assert_eq!(takings(7, &[('a', 5), ('b', 9)]), [('a', 5), ('b', 2)]);
        assert_eq!(takings(2, &[('a', 0), ('b', 1), ('c', 1)]), [('b', 1), ('c', 1)]);
    }

    #[test]
    fn of_what_was_counted_since_there_is_always_enough() {
        let mut all = standing(&[('a', 2), ('b', 0), ('c', 9)]);
        all[1].settled = true;
        let takings = decide_takings(Quantity::whole(5), 'a', &all);
        assert_eq!(takings, [('a', Quantity::whole(2)), ('b', Quantity::whole(3))]);
    }

    #[test]
    fn what_is_missing_is_asked_of_the_first_place() {
        assert_eq!(takings(9, &[('a', 5)]), [('a', 9)]);
        assert_eq!(takings(9, &[]), [('a', 9)]);
        assert_eq!(takings(9, &[('a', -2), ('b', 4)]), [('b', 4), ('a', 5)]);
    }
}
