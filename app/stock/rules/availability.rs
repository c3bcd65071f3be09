//! What is left for each way of selling: availability = sellable − promised − what is kept back.

use crate::{BufferFor, BufferOf};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use vocabulary::{BufferId, CategoryId, Channel, ItemId, Quantity, StoreId, VariantId};

/// A rule as it counts: so much, or such a part of what is sellable, whichever is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BufferRule {
    pub buffer: BufferId,
    pub keeps: BufferFor,
    /// None: at every store.
    pub store: Option<StoreId>,
    pub of: BufferOf,
    /// Nought or more; at each store that it is kept at.
    pub quantity: Quantity,
    /// 0 to 100, at most two decimals.
    pub percent: Decimal,
}

/// The thing that availability is asked of.
#[derive(Clone, Copy, Debug)]
pub struct Offered {
    pub variant: VariantId,
    pub item: ItemId,
    pub category: Option<CategoryId>,
    /// It comes in whole units only.
    pub whole: bool,
}

/// What is kept of something by a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    pub rule: BufferRule,
    /// No more than there is.
    pub quantity: Quantity,
}

/// What a store has of a variant for one way of selling, and why it is not more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Availability {
    pub sellable: Quantity,
    pub promised: Quantity,
    pub safety: Option<Kept>,
    pub buffer: Option<Kept>,
    /// By a channel nought or more. By none: sellable − promised, which is less than nought where too much is promised.
    pub available: Quantity,
}

impl Availability {
    /// What all rules together keep.
    #[must_use]
    pub fn kept(&self) -> Quantity {
        self.safety.iter().chain(&self.buffer).map(|kept| kept.quantity).sum()
    }
}

/// The rules that count for some variants: what is not among them keeps nothing.
#[derive(Clone, Debug, Default)]
pub struct Buffers(BTreeMap<(BufferFor, BufferOf, Option<StoreId>), BufferRule>);

impl Buffers {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The rule that counts: of the variant before its item, its category, everything; of these, at the store before every store.
    #[must_use]
    pub fn rule(&self, offered: &Offered, store: StoreId, keeps: BufferFor) -> Option<&BufferRule> {
        let category = offered.category.map(BufferOf::Category);
        let of = [Some(BufferOf::Variant(offered.variant)), Some(BufferOf::Item(offered.item)), category, Some(BufferOf::Everything)];
        of.into_iter().flatten().find_map(|of| self.0.get(&(keeps, of, Some(store))).or_else(|| self.0.get(&(keeps, of, None))))
    }

    /// The one place that decides what is available. By no channel, which is over the shop's own counter, nothing is kept back.
    #[must_use]
    pub fn decide_availability(
        &self,
        offered: &Offered,
        store: StoreId,
        sellable: Quantity,
        promised: Quantity,
        channel: Option<Channel>,
    ) -> Availability {
        let free = sellable - promised;
        let Some(channel) = channel else { return Availability { sellable, promised, safety: None, buffer: None, available: free } };
        let mut available = free.max(Quantity::ZERO);
        let mut keep = |keeps: BufferFor| {
            let rule = *self.rule(offered, store, keeps)?;
            let quantity = wanted(&rule, sellable, offered.whole).min(available);
            available = available - quantity;
            Some(Kept { rule, quantity })
        };
        let (safety, buffer) = (keep(BufferFor::Safety), keep(BufferFor::of_channel(channel)));
        Availability { sellable, promised, safety, buffer, available }
    }
}

impl FromIterator<BufferRule> for Buffers {
    fn from_iter<T: IntoIterator<Item = BufferRule>>(rules: T) -> Self {
        Self(rules.into_iter().map(|rule| ((rule.keeps, rule.of, rule.store), rule)).collect())
    }
}

/// What a rule would keep. A part of what is sellable is rounded up, to whole units where there are no others.
fn wanted(rule: &BufferRule, sellable: Quantity, whole: bool) -> Quantity {
    let part = sellable.max(Quantity::ZERO).decimal() * rule.percent / Decimal::ONE_HUNDRED;
    let part = part.round_dp_with_strategy(if whole { 0 } else { Quantity::SCALE }, RoundingStrategy::ToPositiveInfinity);
    // A part of a quantity is a quantity; what is not one keeps all that is there.
    Quantity::new(part).unwrap_or(sellable).max(rule.quantity)
}

/// What may be promised by each way of selling: nought or more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ByChannel {
    pub till: Quantity,
    pub pickup: Quantity,
    pub online: Quantity,
}

impl ByChannel {
    pub fn of(mut of: impl FnMut(Channel) -> Quantity) -> Self {
        Self { till: of(Channel::Till), pickup: of(Channel::Pickup), online: of(Channel::Online) }
    }

    #[must_use]
    pub fn get(self, channel: Channel) -> Quantity {
        match channel {
            Channel::Till => self.till,
            Channel::Pickup => self.pickup,
            Channel::Online => self.online,
        }
    }
}

/// A part that is kept, of what is available to a way of selling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeptBack {
    /// The rule that counts.
    pub buffer: BufferId,
    pub keeps: BufferFor,
    /// No more than there is.
    pub quantity: Quantity,
}

impl From<Kept> for KeptBack {
    fn from(kept: Kept) -> Self {
        Self { buffer: kept.rule.buffer, keeps: kept.rule.keeps, quantity: kept.quantity }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    const STORE: StoreId = StoreId(Uuid::from_u128(1));
    const OTHER: StoreId = StoreId(Uuid::from_u128(2));
    const VARIANT: VariantId = VariantId(Uuid::from_u128(10));
    const ITEM: ItemId = ItemId(Uuid::from_u128(11));
    const CATEGORY: CategoryId = CategoryId(Uuid::from_u128(12));

    fn offered(whole: bool) -> Offered {
        Offered { variant: VARIANT, item: ITEM, category: Some(CATEGORY), whole }
    }

    fn q(text: &str) -> Quantity {
        text.parse().unwrap()
    }

    fn rule(keeps: BufferFor, of: BufferOf, store: Option<StoreId>, quantity: &str, percent: &str) -> BufferRule {
        BufferRule { buffer: BufferId(Uuid::from_u128(99)), keeps, store, of, quantity: q(quantity), percent: percent.parse().unwrap() }
    }

    fn available(rules: &[BufferRule], sellable: &str, promised: &str, channel: Option<Channel>, whole: bool) -> Quantity {
        let buffers: Buffers = rules.iter().copied().collect();
        buffers.decide_availability(&offered(whole), STORE, q(sellable), q(promised), channel).available
    }

    #[test]
    fn the_more_specific_rule_counts() {
        let of = [BufferOf::Everything, BufferOf::Category(CATEGORY), BufferOf::Item(ITEM), BufferOf::Variant(VARIANT)];
        let mut rules = Vec::new();
        for (at, of) in of.into_iter().enumerate() {
            for (further, store) in [None, Some(STORE)].into_iter().enumerate() {
                // Each is more specific than all before it, and keeps less.
                let keeps = (9 - 2 * at - further).to_string();
                rules.push(rule(BufferFor::Online, of, store, &keeps, "0"));
                rules.push(rule(BufferFor::Online, of, Some(OTHER), "50", "0"));
                assert_eq!(available(&rules, "20", "0", Some(Channel::Online), true), q("20") - q(&keeps), "{of:?} at {store:?}");
            }
        }
        assert_eq!(available(&rules, "20", "0", Some(Channel::Pickup), true), q("20"), "kept from online is kept from nobody else");
    }

    #[test]
    fn a_rule_of_nought_says_that_nothing_is_kept() {
        let rules = [rule(BufferFor::Pickup, BufferOf::Everything, None, "3", "0"), rule(BufferFor::Pickup, BufferOf::Item(ITEM), None, "0", "0")];
        assert_eq!(available(&rules, "4", "0", Some(Channel::Pickup), true), q("4"));
    }

    #[test]
    fn safety_is_kept_from_every_channel_and_from_no_counter() {
        let rules = [
            rule(BufferFor::Safety, BufferOf::Variant(VARIANT), Some(STORE), "2", "0"),
            rule(BufferFor::Online, BufferOf::Everything, None, "3", "0"),
        ];
        let of = |channel| available(&rules, "10", "1", channel, true);
        assert_eq!([of(Some(Channel::Till)), of(Some(Channel::Pickup)), of(Some(Channel::Online))], [q("7"), q("7"), q("4")]);
        assert_eq!(of(None), q("9"));
    }

    #[test]
    fn a_part_is_rounded_up_to_what_there_can_be() {
        let rules = [rule(BufferFor::Online, BufferOf::Everything, None, "0", "10")];
        assert_eq!(available(&rules, "11", "0", Some(Channel::Online), true), q("9"));
        assert_eq!(available(&rules, "0.5", "0", Some(Channel::Online), false), q("0.45"));
        let both = [rule(BufferFor::Online, BufferOf::Everything, None, "3", "10")];
        assert_eq!(available(&both, "20", "0", Some(Channel::Online), true), q("17"), "the larger of both");
        assert_eq!(available(&both, "50", "0", Some(Channel::Online), true), q("45"), "the larger of both");
        // A third of a millionth: rounded up as well.
        assert_eq!(
            available(&[rule(BufferFor::Online, BufferOf::Everything, None, "0", "33.33")], "0.000001", "0", Some(Channel::Online), false),
            q("0")
        );
    }

    #[test]
    fn what_is_owed_is_told_to_the_counter_and_is_nought_by_channel() {
        assert_eq!(available(&[], "2", "5", None, true), q("-3"));
        assert_eq!(available(&[], "2", "5", Some(Channel::Online), true), q("0"));
        let part = [rule(BufferFor::Online, BufferOf::Everything, None, "0", "50")];
        assert_eq!(available(&part, "-4", "0", Some(Channel::Online), true), q("0"));
    }

    /// Looked up the slow way: every rule, the most specific last.
    fn naive(rules: &[BufferRule], keeps: BufferFor) -> Option<BufferRule> {
        let counts = |rule: &&BufferRule| {
            let of = match rule.of {
                BufferOf::Everything => true,
                BufferOf::Category(id) => id == CATEGORY,
                BufferOf::Item(id) => id == ITEM,
                BufferOf::Variant(id) => id == VARIANT,
            };
            rule.keeps == keeps && of && rule.store.is_none_or(|store| store == STORE)
        };
        rules.iter().filter(counts).max_by_key(|rule| (rule.of.code(), rule.store.is_some())).copied()
    }

    prop_compose! {
        fn any_rule()(keeps in 0..4_usize, of in 0..6_u8, store in 0..3_u8, quantity in 0..12_i32, percent in 0..=100_u32) -> BufferRule {
            let of = match of {
                0 => BufferOf::Everything,
                1 => BufferOf::Category(CATEGORY),
                2 => BufferOf::Item(ITEM),
                3 => BufferOf::Variant(VARIANT),
                4 => BufferOf::Category(CategoryId(Uuid::from_u128(77))),
                _ => BufferOf::Variant(VariantId(Uuid::from_u128(78))),
            };
            let store = [None, Some(STORE), Some(OTHER)][usize::from(store)];
            let (buffer, percent) = (BufferId(Uuid::from_u128(99)), Decimal::from(percent));
            BufferRule { buffer, keeps: BufferFor::ALL[keeps], store, of, quantity: Quantity::whole(quantity), percent }
        }
    }

    proptest! {
        /// What is available and what is kept is all that is free, whatever the rules: nothing is lost, nothing is made up.
        #[test]
        fn available_and_kept_is_what_is_free(
            rules in prop::collection::vec(any_rule(), 0..12), sellable in -20..60_i32, promised in 0..30_i32, channel in 0..3_usize, whole: bool,
        ) {
            // One rule for each that says the same, as the database keeps them.
            let buffers: Buffers = rules.into_iter().collect();
            let rules: Vec<BufferRule> = buffers.0.values().copied().collect();
            let (sellable, promised, channel) = (Quantity::whole(sellable), Quantity::whole(promised), Channel::ALL[channel]);
            let told = buffers.decide_availability(&offered(whole), STORE, sellable, promised, Some(channel));
            let free = (sellable - promised).max(Quantity::ZERO);
            prop_assert_eq!(told.available + told.kept(), free);
            prop_assert!(!told.available.is_negative() && told.available <= free);
            for (kept, keeps) in [(told.safety, BufferFor::Safety), (told.buffer, BufferFor::of_channel(channel))] {
                prop_assert_eq!(kept.map(|kept| kept.rule), naive(&rules, keeps));
                prop_assert!(kept.is_none_or(|kept| !kept.quantity.is_negative() && (!whole || kept.quantity.is_whole())));
            }
            // All that the rules want is kept, as far as there is any.
            let want: Quantity = [BufferFor::Safety, BufferFor::of_channel(channel)]
                .into_iter()
                .filter_map(|keeps| naive(&rules, keeps))
                .map(|rule| wanted(&rule, sellable, whole))
                .sum();
            prop_assert_eq!(told.kept(), want.min(free));
            let counter = buffers.decide_availability(&offered(whole), STORE, sellable, promised, None);
            prop_assert_eq!((counter.available, counter.kept()), (sellable - promised, Quantity::ZERO));
        }
    }
}
