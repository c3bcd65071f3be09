//! Stock that is valued together: layers of what came in, and what is left of them. Amounts throughout: a layer's value is
//! divided only when something leaves, and who takes the last of it takes all of its value.

use chrono::{DateTime, Utc};
use platform::sabotage::{self, Fault};
use rust_decimal::{Decimal, RoundingStrategy};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What one value of an entry may come to. Above it nothing is worth anything more: such figures are mistakes.
const MOST: Decimal = Decimal::from_parts(2_808_348_672, 232_830_643, 0, false, 0);

/// To the currency's smallest unit, half to even.
#[must_use]
pub fn rounded(value: Decimal, digits: u32) -> Decimal {
    value.round_dp_with_strategy(digits, RoundingStrategy::MidpointNearestEven).clamp(-MOST, MOST)
}

/// `quantity` at so much for one, in the currency's smallest unit.
#[must_use]
pub fn worth(quantity: Decimal, unit_cost: Decimal, digits: u32) -> Decimal {
    rounded(quantity.checked_mul(unit_cost).unwrap_or(MOST), digits)
}

/// The share of `value` that falls to `part` of `whole`; all of it to the whole.
#[must_use]
pub fn share(value: Decimal, part: Decimal, whole: Decimal, digits: u32) -> Decimal {
    if part == whole || whole.is_zero() {
        return if sabotage::on(Fault::RemainderLeft) { value - Decimal::new(1, digits).min(value) } else { value };
    }
    if part.is_zero() {
        return Decimal::ZERO;
    }
    let share = value.checked_mul(part).map_or_else(|| value * (part / whole), |product| product / whole);
    rounded(share, digits)
}

/// Deals an amount out by weights, to the last of the currency's smallest units: the same in, the same out.
#[must_use]
pub fn deal(value: Decimal, weights: &[Decimal], digits: u32) -> Vec<Decimal> {
    let whole: Decimal = weights.iter().copied().sum();
    let (mut weight, mut dealt) = (Decimal::ZERO, Decimal::ZERO);
    let mut parts = Vec::with_capacity(weights.len());
    for one in weights {
        weight += one;
        let upto = share(value, weight, whole, digits);
        parts.push(upto - dealt);
        dealt = upto;
    }
    parts
}

/// What one unit of so much is worth, as far as six decimals say it.
#[must_use]
pub fn rate(value: Decimal, quantity: Decimal) -> Option<Decimal> {
    (quantity > Decimal::ZERO).then(|| (value / quantity).round_dp(6))
}

/// What brought something in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    pub posting: Uuid,
    pub line: i32,
    pub document: Uuid,
    /// The line that brought it in from outside, through whichever transfers.
    pub origin: (Uuid, i32),
    pub since: DateTime<Utc>,
}

/// What came in at one cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    pub source: Source,
    pub quantity_in: Decimal,
    pub value_in: Decimal,
    pub quantity_left: Decimal,
    pub value_left: Decimal,
}

/// What was taken out of a layer, or put back: then less than nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Take {
    pub layer: i64,
    pub quantity: Decimal,
    pub value: Decimal,
}

/// What an issue came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    pub takes: Vec<Take>,
    /// What was not there: so much left below nought, at so much.
    pub owed_quantity: Decimal,
    pub owed_value: Decimal,
}

impl Taken {
    #[must_use]
    pub fn value(&self) -> Decimal {
        self.takes.iter().map(|take| take.value).sum::<Decimal>() + self.owed_value
    }
}

/// The state of a pool. `quantity` and `value` are what is left of its layers less what is owed to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    pub quantity: Decimal,
    pub value: Decimal,
    pub owed_quantity: Decimal,
    pub owed_value: Decimal,
    pub last_cost: Option<Decimal>,
    /// Entries so far.
    pub seq: i64,
    /// Layers so far.
    pub made: i64,
    pub posted_at: DateTime<Utc>,
    /// By number: those with something left, and those that were used up just now.
    pub layers: BTreeMap<i64, Layer>,
}

impl Pool {
    /// What one unit of what is there is worth on average.
    #[must_use]
    pub fn rate(&self) -> Option<Decimal> {
        rate(self.value, self.quantity)
    }

    /// Takes a quantity out: first of the layers that are preferred, then of what came first. What is not there leaves below
    /// nought, at `known` for one.
    pub fn take(&mut self, quantity: Decimal, prefers: impl Fn(&Layer) -> bool, known: Decimal, digits: u32) -> Taken {
        let mut order: Vec<(bool, DateTime<Utc>, i64)> = self
            .layers
            .iter()
            .filter(|(_, layer)| layer.quantity_left > Decimal::ZERO)
            .map(|(number, layer)| (!prefers(layer), layer.source.since, *number))
            .collect();
        order.sort_unstable();
        let (mut taken, mut wanted) = (Taken::default(), quantity);
        for (.., number) in order {
            if wanted.is_zero() {
                break;
            }
            if let Some(take) = self.take_of(number, wanted, digits) {
                wanted -= take.quantity;
                taken.takes.push(take);
            }
        }
        if wanted > Decimal::ZERO {
            (taken.owed_quantity, taken.owed_value) = (wanted, worth(wanted, known, digits));
            self.owed_quantity += wanted;
            self.owed_value += taken.owed_value;
        }
        taken
    }

    /// Takes at most so much of one layer.
    fn take_of(&mut self, number: i64, most: Decimal, digits: u32) -> Option<Take> {
        let layer = self.layers.get_mut(&number)?;
        let quantity = layer.quantity_left.min(most);
        let value = share(layer.value_left, quantity, layer.quantity_left, digits);
        if !sabotage::on(Fault::LayerTakenTwice) {
            layer.quantity_left -= quantity;
            layer.value_left -= value;
        }
        Some(Take { layer: number, quantity, value })
    }

    /// Puts something in, as a layer of its own, or mixed with what there is.
    pub fn put(&mut self, quantity: Decimal, value: Decimal, source: Source, mix: bool) {
        if let Some(layer) = self.layers.get_mut(&1).filter(|_| mix) {
            layer.quantity_in += quantity;
            layer.value_in += value;
            layer.quantity_left += quantity;
            layer.value_left += value;
            return;
        }
        self.made += 1;
        let layer = Layer { source, quantity_in: quantity, value_in: value, quantity_left: quantity, value_left: value };
        self.layers.insert(self.made, layer);
    }

    /// Puts back what was taken; `false` where that layer is not at hand.
    pub fn put_back(&mut self, take: &Take) -> bool {
        let Some(layer) = self.layers.get_mut(&take.layer) else { return false };
        layer.quantity_left += take.quantity;
        layer.value_left += take.value;
        true
    }

    /// Makes good what is owed out of what is there by now: what was taken for it, and by how much more than that it had left
    /// at. Nothing where nothing is owed.
    pub fn settle(&mut self, digits: u32) -> Option<(Vec<Take>, Decimal)> {
        let (mut takes, mut differs) = (Vec::new(), Decimal::ZERO);
        let mut order: Vec<(DateTime<Utc>, i64)> = self
            .layers
            .iter()
            .filter(|(_, layer)| layer.quantity_left > Decimal::ZERO)
            .map(|(number, layer)| (layer.source.since, *number))
            .collect();
        order.sort_unstable();
        for (_, number) in order {
            if self.owed_quantity.is_zero() {
                break;
            }
            let Some(take) = self.take_of(number, self.owed_quantity, digits) else { continue };
            let left_at = share(self.owed_value, take.quantity, self.owed_quantity, digits);
            self.owed_quantity -= take.quantity;
            self.owed_value -= left_at;
            differs += left_at - take.value;
            takes.push(take);
        }
        (!takes.is_empty()).then_some((takes, differs))
    }

    /// Makes each unit of what is there worth so much; which layers that changes, how much is left of each, and by how much
    /// its value changes. Layer by layer, so that all of them together are worth what their quantity is.
    pub fn set_rate(&mut self, each: Decimal, digits: u32) -> Vec<Take> {
        let (mut quantity, mut value, mut changed) = (Decimal::ZERO, Decimal::ZERO, Vec::new());
        for (number, layer) in self.layers.iter_mut().filter(|(_, layer)| layer.quantity_left > Decimal::ZERO) {
            quantity += layer.quantity_left;
            let all = worth(quantity, each, digits);
            let by = all - value - layer.value_left;
            layer.value_in += by;
            layer.value_left += by;
            if !by.is_zero() {
                changed.push(Take { layer: *number, quantity: layer.quantity_left, value: by });
            }
            value = all;
        }
        changed
    }

    /// Adds to the value of a layer, or writes off what it has; what it could not bear is what comes back.
    pub fn revalue(&mut self, number: i64, by: Decimal) -> Decimal {
        let Some(layer) = self.layers.get_mut(&number).filter(|layer| layer.quantity_left > Decimal::ZERO) else { return by };
        let borne = by.max(-layer.value_left);
        layer.value_in += borne;
        layer.value_left += borne;
        by - borne
    }
}
