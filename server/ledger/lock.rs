//! What a posting changes, under its locks: promises first, then balances, each in primary-key order.

use crate::{
    posting::{Leg, Line},
    reserve,
};
use chrono::{DateTime, Utc};
use platform::{
    OpError, Tx,
    sabotage::{self, Fault},
};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;
use vocabulary::{AppError, LotId, Quantity, Said, Status};

/// Rows per statement: bounded well below the 65,535 placeholders a statement may have.
pub(crate) const ROWS: usize = 500;

/// A balance's key in primary-key order.
pub(crate) type Key = (Uuid, Uuid, Uuid, u8);
/// A promise's key in primary-key order.
pub(crate) type PromiseKey = (Uuid, Uuid);

/// Promises under their locks.
pub(crate) type Promises = BTreeMap<PromiseKey, Promise>;

/// A promise under its lock.
#[derive(Clone, Copy, Default)]
pub(crate) struct Promise {
    /// By how much the posting changes what is sellable.
    pub change: Quantity,
    /// What was sellable before.
    pub before: Quantity,
    /// What is promised of it.
    pub promised: Quantity,
    /// Its tick as well: see `cost/tick.rs`.
    pub version: i64,
    /// Something of it was posted.
    pub moved: bool,
}

/// A balance under its lock.
#[derive(Clone)]
pub(crate) struct Held {
    pub store: Uuid,
    pub on_hand: Quantity,
    pub seq: i64,
    pub hash: Vec<u8>,
    /// See `cost/tick.rs`.
    pub tick: i64,
    pub may_be_negative: bool,
    /// When it last moved, as it was written.
    pub moved_at: DateTime<Utc>,
    /// When it was last counted.
    pub counted_at: Option<DateTime<Utc>>,
    /// The line to blame if it ends below nought, and by how much the posting changes it.
    pub field: String,
    pub change: Quantity,
    /// Something was posted there.
    pub moved: bool,
}

pub(crate) fn has_balance(leg: &Leg) -> bool {
    !leg.place.kind.is_virtual()
}

pub(crate) fn key_of(leg: &Leg) -> Key {
    (leg.place.location.0, leg.variant.0, leg.lot.0, leg.status.code())
}

/// What the posting changes of each store's sellable stock; a row also where that is nothing, because promises are kept
/// from the first movement on.
pub(crate) fn promises_of<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Promises {
    let mut promises = Promises::new();
    for leg in lines.into_iter().flat_map(|line| &line.legs).filter(|leg| has_balance(leg) && leg.place.kind.holds_stock()) {
        promises.entry((leg.place.store.0, leg.variant.0)).or_default().change += sellable(leg);
    }
    promises
}

/// What a leg changes of what its store has to sell.
pub(crate) fn sellable(leg: &Leg) -> Quantity {
    if leg.place.kind.holds_stock() && leg.status == Status::Available { leg.quantity } else { Quantity::ZERO }
}

pub(crate) fn keys_of<'a>(lines: impl IntoIterator<Item = &'a Line>) -> BTreeMap<Key, Held> {
    let mut held: BTreeMap<Key, Held> = BTreeMap::new();
    for line in lines {
        for leg in line.legs.iter().filter(|leg| has_balance(leg)) {
            let entry = held.entry(key_of(leg)).or_insert_with(|| Held {
                store: leg.place.store.0,
                on_hand: Quantity::ZERO,
                seq: 0,
                hash: vec![0; 32],
                tick: 0,
                // Of a lot nothing is there that did not come.
                may_be_negative: leg.place.allow_negative && leg.lot == LotId::NONE,
                moved_at: DateTime::<Utc>::MIN_UTC,
                counted_at: None,
                field: line.field.clone(),
                change: Quantity::ZERO,
                moved: false,
            });
            entry.change = if sabotage::on(Fault::DemandNotSummed) { leg.quantity } else { entry.change + leg.quantity };
            // Blame a line that takes, not one that brings.
            if leg.quantity.is_negative() {
                entry.field.clone_from(&line.field);
            }
        }
    }
    held
}

/// Locks the promises and reads them. True: some were not there, and have been made.
pub(crate) async fn lock_promises(tx: &mut Tx, promises: &mut Promises) -> Result<bool, OpError> {
    let (tenant, mut made) = (tx.tenant(), false);
    let mut keys: Vec<PromiseKey> = promises.keys().copied().collect();
    if sabotage::on(Fault::LocksUnsorted) && tx.now().timestamp_millis() % 2 == 0 {
        keys.reverse();
    }
    for keys in tx.parts(&keys) {
        let mut found = select_promises(tx, keys).await?;
        if found.len() < keys.len() {
            made = true;
            let known: HashSet<PromiseKey> = found.iter().map(|row| (row.0, row.1)).collect();
            let mut insert = QueryBuilder::<MySql>::new("INSERT INTO stock_promise (tenant_id, store_id, variant_id, sellable, promised, version) ");
            insert.push_values(keys.iter().filter(|key| !known.contains(key)), |mut row, key| {
                row.push_bind(tenant).push_bind(key.0).push_bind(key.1).push("0").push("0").push("0");
            });
            insert.push(" ON DUPLICATE KEY UPDATE version = version").build().execute(tx.conn()).await?;
            found = select_promises(tx, keys).await?;
        }
        for (store, variant, sellable, promised, version) in found {
            if let Some(promise) = promises.get_mut(&(store, variant)) {
                promise.before = Quantity::new(sellable).map_err(out_of_range)?;
                promise.promised = Quantity::new(promised).map_err(out_of_range)?;
                promise.version = version;
            }
        }
    }
    // Holds that have lapsed keep nothing, and nothing is short for them.
    let promised: Vec<PromiseKey> = promises.iter().filter(|(_, promise)| promise.promised.is_positive()).map(|(key, _)| *key).collect();
    for ((store, variant), lapsed) in reserve::let_lapse(tx, &promised).await? {
        if let Some(promise) = promises.get_mut(&(store.0, variant.0)) {
            promise.promised = promise.promised - lapsed;
            promise.version += 1;
        }
    }
    Ok(made)
}

/// Rows are found through a list of their keys that is joined, in that order: each by its whole primary key, however old
/// the table's statistics are. Conditions joined by OR cost the optimizer more than the rows, and on a table that has just
/// grown MariaDB reads, and locks, a whole place for twenty of them.
async fn select_promises(tx: &mut Tx, keys: &[PromiseKey]) -> Result<Vec<(Uuid, Uuid, Decimal, Decimal, i64)>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN p.store_id, p.variant_id, p.sellable, p.promised, p.version FROM (");
    push_promises(&mut select, keys);
    select.push(") k JOIN stock_promise p ON p.tenant_id = ").push_bind(tenant);
    select.push(" AND p.store_id = k.store AND p.variant_id = k.variant").push(sabotage::unless(Fault::PromisesUnlocked, " FOR UPDATE"));
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

/// Locks the balances and reads them. True: some were not there, and have been made.
pub(crate) async fn lock_balances(tx: &mut Tx, held: &mut BTreeMap<Key, Held>) -> Result<bool, OpError> {
    let (tenant, now, mut made) = (tx.tenant(), tx.now(), false);
    let keys: Vec<(Key, Uuid)> = held.iter().map(|(key, held)| (*key, held.store)).collect();
    for keys in tx.parts(&keys) {
        let mut found = select_balances(tx, keys).await?;
        if found.len() < keys.len() {
            made = true;
            let known: HashSet<Key> = found.iter().map(|row| (row.0, row.1, row.2, row.3)).collect();
            let mut insert = QueryBuilder::<MySql>::new(
                "INSERT INTO stock_balance (tenant_id, location_id, variant_id, lot_id, status, store_id, on_hand, seq, hash, moved_at) ",
            );
            insert.push_values(keys.iter().filter(|(key, _)| !known.contains(key)), |mut row, (key, store)| {
                row.push_bind(tenant)
                    .push_bind(key.0)
                    .push_bind(key.1)
                    .push_bind(key.2)
                    .push_bind(key.3)
                    .push_bind(*store)
                    .push("0")
                    .push("0")
                    .push_bind(vec![0u8; 32])
                    .push_bind(now);
            });
            insert.push(" ON DUPLICATE KEY UPDATE seq = seq").build().execute(tx.conn()).await?;
            found = select_balances(tx, keys).await?;
        }
        for (location, variant, lot, status, on_hand, seq, hash, moved_at, counted_at, tick) in found {
            if let Some(held) = held.get_mut(&(location, variant, lot, status)) {
                held.on_hand = Quantity::new(on_hand).map_err(out_of_range)?;
                held.seq = seq;
                held.hash = hash;
                held.moved_at = moved_at;
                held.counted_at = counted_at;
                held.tick = tick;
            }
        }
    }
    Ok(made)
}

type BalanceRow = (Uuid, Uuid, Uuid, u8, Decimal, i64, Vec<u8>, DateTime<Utc>, Option<DateTime<Utc>>, i64);

/// As [`select_promises`].
async fn select_balances(tx: &mut Tx, keys: &[(Key, Uuid)]) -> Result<Vec<BalanceRow>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN b.location_id, b.variant_id, b.lot_id, b.status, b.on_hand, b.seq, b.hash, b.moved_at, b.counted_at, b.tick FROM (",
    );
    push_keys(&mut select, &keys.iter().map(|(key, _)| *key).collect::<Vec<_>>());
    select.push(") k JOIN stock_balance b ON b.tenant_id = ").push_bind(tenant);
    select.push(" AND b.location_id = k.location AND b.variant_id = k.variant AND b.lot_id = k.lot AND b.status = k.status");
    select.push(sabotage::unless(Fault::BalancesUnlocked, " FOR UPDATE"));
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

/// Lists keys of promises as rows to join: `store`, `variant`.
pub(crate) fn push_promises(select: &mut QueryBuilder<MySql>, keys: &[PromiseKey]) {
    for (at, (store, variant)) in keys.iter().enumerate() {
        select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(*store);
        select.push(" AS BINARY(16)) AS store, CAST(").push_bind(*variant).push(" AS BINARY(16)) AS variant");
    }
}

/// Lists keys as rows to join: `location`, `variant`, `lot`, `status`.
pub(crate) fn push_keys(select: &mut QueryBuilder<MySql>, keys: &[Key]) {
    for (at, (location, variant, lot, status)) in keys.iter().enumerate() {
        select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(*location);
        select.push(" AS BINARY(16)) AS location, CAST(").push_bind(*variant);
        select.push(" AS BINARY(16)) AS variant, CAST(").push_bind(*lot);
        select.push(" AS BINARY(16)) AS lot, CAST(").push_bind(*status).push(" AS UNSIGNED) AS status");
    }
}

pub(crate) fn out_of_range(error: vocabulary::QuantityError) -> OpError {
    OpError::App(AppError::conflict(Said::new(error.code())))
}
