//! What has been touched since some moment: keys of balances and promises, lots, variants. Each is proved whole, from its first
//! movement on, so that of what moved nothing is taken on trust.

use super::{Check, OpError, Tx, chain, cost, counted, floor, late, lots, only::Only, postings, promises, transit};
use crate::lock::{Key, PromiseKey};
use std::collections::BTreeSet;
use uuid::Uuid;
use vocabulary::{LotId, VariantId};

/// Keys that are kept before they are proved: some megabytes. A key that comes up again after that is proved again.
const MOST: usize = 100_000;

/// Keys per statement.
const KEYS: usize = 200;

/// Keys that wait to be proved.
#[derive(Default)]
pub(super) struct Touched {
    pub keys: BTreeSet<Key>,
    pub promises: BTreeSet<PromiseKey>,
    pub lots: BTreeSet<LotId>,
    pub variants: BTreeSet<VariantId>,
}

impl Touched {
    pub fn movement(&mut self, movement: &chain::Movement) {
        let Some(key) = movement.key() else { return };
        self.keys.insert(key);
        self.promises.insert((movement.store_id, movement.variant_id));
        self.variants.insert(VariantId(movement.variant_id));
        if movement.lot_id != Uuid::nil() {
            self.lots.insert(LotId(movement.lot_id));
        }
    }

    pub fn is_full(&self) -> bool {
        self.keys.len() + self.promises.len() + self.lots.len() + self.variants.len() >= MOST
    }
}

/// The checks of what was touched, and of each row that was recorded.
pub(super) struct Checks {
    pub chain: chain::Checks,
    pub postings: postings::Checks,
    pub late: Check,
    floor: Check,
    promise: Check,
    reserved: Check,
    shortage: Check,
    transit: Check,
    counted: Check,
    serial: Check,
    lot: Check,
    cost: Vec<Check>,
}

impl Checks {
    pub fn new() -> Self {
        Self {
            chain: chain::Checks::default(),
            postings: postings::Checks::default(),
            late: late::new(),
            floor: Check::new("proof-floor"),
            promise: Check::new("proof-promise"),
            reserved: Check::new("proof-reserved"),
            shortage: Check::new("proof-shortage"),
            transit: Check::new("proof-transit"),
            counted: Check::new("proof-counted"),
            serial: Check::new("proof-serial"),
            lot: Check::new("proof-lot"),
            cost: ["proof-cost-entries", "proof-cost-pools", "proof-cost-layers", "proof-cost-quantity"].map(Check::new).to_vec(),
        }
    }

    /// Proves what was touched, whole.
    pub async fn prove(&mut self, tx: &mut Tx, touched: Touched) -> Result<(), OpError> {
        let keys: Vec<Key> = touched.keys.into_iter().collect();
        for keys in keys.chunks(KEYS) {
            chain::check_keys(tx, keys, &mut self.chain).await?;
            let only = Only::These(keys);
            self.floor.add(floor::check(tx, only).await?);
            self.counted.add(counted::check(tx, only).await?);
            self.lot.add(lots::lists(tx, only, Only::These(&[])).await?);
            late::astray(tx, only, &mut self.late).await?;
        }
        let promises: Vec<PromiseKey> = touched.promises.into_iter().collect();
        for only in promises.chunks(KEYS).map(Only::These) {
            self.promise.add(promises::check(tx, only).await?);
            self.reserved.add(promises::reserved(tx, only).await?);
            self.shortage.add(promises::short(tx, only).await?);
            self.transit.add(transit::check(tx, only).await?);
        }
        let lots: Vec<LotId> = touched.lots.into_iter().collect();
        for only in lots.chunks(KEYS).map(Only::These) {
            self.serial.add(lots::serials(tx, only).await?);
            self.lot.add(lots::lists(tx, Only::These(&[]), only).await?);
        }
        let variants: Vec<VariantId> = touched.variants.into_iter().collect();
        for only in variants.chunks(KEYS).map(Only::These) {
            for (all, some) in self.cost.iter_mut().zip(cost::check(tx, only).await?) {
                all.add(some);
            }
        }
        Ok(())
    }

    /// In the order of a proof of everything.
    pub fn told(self) -> Vec<Check> {
        let mut checks = vec![self.chain.sequence, self.chain.chain, self.chain.balance, self.postings.entry, self.postings.hash, self.floor];
        checks.extend([self.promise, self.reserved, self.shortage, self.transit, self.late, self.counted, self.serial, self.lot]);
        checks.extend(self.cost);
        checks
    }
}
