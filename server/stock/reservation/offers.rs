//! What is left of variants for the way of selling that is asked for.

use crate::buffer::{self, Rules};
use ledger::read::{Promise, VariantFacts};
use platform::{OpError, Tx};
use std::collections::HashMap;
use stock_rules::{Buffers, Offered};
use vocabulary::{Channel, Quantity, StoreId, VariantId};

/// Variants with the rules that count for them.
pub(super) struct Offers {
    channel: Option<Channel>,
    of: HashMap<VariantId, Offered>,
    buffers: Buffers,
}

/// What availability is asked of.
pub(crate) fn offered(facts: &VariantFacts) -> Offered {
    Offered { variant: facts.id, item: facts.item, category: facts.category, whole: facts.whole }
}

impl Offers {
    /// Reads the rules; over the shop's own counter there are none.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn read(tx: &mut Tx, of: Vec<Offered>, channel: Option<Channel>) -> Result<Self, OpError> {
        let buffers = match channel {
            Some(_) => buffer::rules(tx, &of, Rules { channel, stores: None }).await?,
            None => Buffers::default(),
        };
        Ok(Self { channel, of: of.into_iter().map(|of| (of.variant, of)).collect(), buffers })
    }

    pub(super) fn of(&self, variant: VariantId) -> Option<&Offered> {
        self.of.get(&variant)
    }

    pub(super) fn channel(&self) -> Option<Channel> {
        self.channel
    }

    /// What a store has left of it for this way of selling: less than nought where too much is promised.
    pub(super) fn left(&self, store: StoreId, variant: VariantId, promise: &Promise) -> Quantity {
        let free = promise.sellable - promise.promised;
        self.of(variant).map_or(free, |of| self.buffers.decide_availability(of, store, promise.sellable, promise.promised, self.channel).available)
    }

    /// What rules keep of it there.
    pub(super) fn kept(&self, store: StoreId, variant: VariantId, promise: &Promise) -> Quantity {
        self.of(variant)
            .map_or(Quantity::ZERO, |of| self.buffers.decide_availability(of, store, promise.sellable, promise.promised, self.channel).kept())
    }
}
