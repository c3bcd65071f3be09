//! The committer: the one place where a change to stock is made.
//!
//! Locks go places (shared), promises, balances, each in primary-key order, so that no two postings wait for each other. Sequence,
//! running balance and hash are given under the key's lock and written in the same transaction as the new balance.

use crate::{
    Posted, PostedLeg, Posting,
    hash::{Hash, LegFacts, PostingFacts, leg_hash, posting_hash},
    places::{hold_alive, hold_open},
    posting::{Leg, Line},
};
use chrono::{DateTime, Utc};
use platform::{OpError, Tx, error::is_duplicate, seal};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::BTreeMap;
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldError, PostingId, Quantity, Said, Status};

/// Rows per statement: bounded well below the 65,535 placeholders a statement may have.
const ROWS: usize = 500;

/// A balance's key in primary-key order.
type Key = (Uuid, Uuid, Uuid, u8);
/// A promise's key in primary-key order.
type PromiseKey = (Uuid, Uuid);

/// A balance under its lock.
#[derive(Clone)]
struct Held {
    store: Uuid,
    on_hand: Quantity,
    seq: i64,
    hash: Vec<u8>,
    may_be_negative: bool,
    /// The line to blame if it ends below nought, and by how much the posting changes it.
    field: String,
    change: Quantity,
}

/// Writes a posting. A posting without lines is a mistake of the planner: what changes nothing is not posted.
///
/// # Errors
/// `stock-insufficient` on each field whose place would fall below nought, all at once; `posting-already-reversed`;
/// or the database's own, after which the caller rolls back.
pub async fn post(tx: &mut Tx, actor: &Actor, posting: Posting) -> Result<Posted, OpError> {
    check_double_entry(&posting)?;
    hold_open(tx, &posting.lines).await?;
    hold_alive(tx, &posting.lines).await?;
    let mut promises = promises_of(&posting.lines);
    lock_promises(tx, &mut promises).await?;
    let mut held = keys_of(&posting.lines);
    lock_balances(tx, &mut held).await?;
    refuse_shortages(&held)?;

    let id = PostingId::new();
    let now = tx.now();
    let rows = chain(tx.tenant(), id, now, &posting, &mut held)?;
    write_posting(tx, actor, id, &posting, &rows).await?;
    write_movements(tx, id, now, &rows).await?;
    write_balances(tx, now, &held).await?;
    write_promises(tx, &promises).await?;
    if let Some(reversed) = posting.reverses {
        write_reversals(tx, reversed, id, &posting.lines).await?;
    }
    Ok(Posted { id, legs: rows.into_iter().map(|row| row.posted).collect() })
}

/// The legs of every line sum to nought for every variant; each leg moves something.
fn check_double_entry(posting: &Posting) -> Result<(), OpError> {
    let broken = |why: &str| Err(OpError::Other(anyhow::anyhow!("{} posting {why}", posting.kind.tag())));
    if posting.lines.is_empty() {
        return broken("has no lines");
    }
    for line in &posting.lines {
        let mut sums: BTreeMap<Uuid, Quantity> = BTreeMap::new();
        for leg in &line.legs {
            if leg.quantity.is_zero() {
                return broken("has a leg of nought");
            }
            *sums.entry(leg.variant.0).or_default() += leg.quantity;
        }
        if line.legs.len() < 2 || sums.values().any(|sum| !sum.is_zero()) {
            return broken("does not balance");
        }
    }
    Ok(())
}

fn has_balance(leg: &Leg) -> bool {
    !leg.place.kind.is_virtual()
}

fn key_of(leg: &Leg) -> Key {
    (leg.place.location.0, leg.variant.0, leg.lot.0, leg.status.code())
}

/// What the posting changes of each store's sellable stock; a row also where that is nothing, because promises are kept
/// from the first movement on.
fn promises_of(lines: &[Line]) -> BTreeMap<PromiseKey, (Quantity, Quantity, i64)> {
    let mut promises = BTreeMap::new();
    for leg in lines.iter().flat_map(|line| &line.legs).filter(|leg| has_balance(leg) && leg.place.kind.holds_stock()) {
        let (change, ..) = promises.entry((leg.place.store.0, leg.variant.0)).or_insert((Quantity::ZERO, Quantity::ZERO, 0));
        if leg.status == Status::Available {
            *change += leg.quantity;
        }
    }
    promises
}

fn keys_of(lines: &[Line]) -> BTreeMap<Key, Held> {
    let mut held: BTreeMap<Key, Held> = BTreeMap::new();
    for line in lines {
        for leg in line.legs.iter().filter(|leg| has_balance(leg)) {
            let entry = held.entry(key_of(leg)).or_insert_with(|| Held {
                store: leg.place.store.0,
                on_hand: Quantity::ZERO,
                seq: 0,
                hash: vec![0; 32],
                may_be_negative: leg.place.allow_negative,
                field: line.field.clone(),
                change: Quantity::ZERO,
            });
            entry.change += leg.quantity;
            // Blame a line that takes, not one that brings.
            if leg.quantity.is_negative() {
                entry.field.clone_from(&line.field);
            }
        }
    }
    held
}

async fn lock_promises(tx: &mut Tx, promises: &mut BTreeMap<PromiseKey, (Quantity, Quantity, i64)>) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let keys: Vec<PromiseKey> = promises.keys().copied().collect();
    for keys in keys.chunks(ROWS) {
        let mut found = select_promises(tx, keys).await?;
        if found.len() < keys.len() {
            let known: std::collections::HashSet<PromiseKey> = found.iter().map(|row| (row.0, row.1)).collect();
            let mut insert = QueryBuilder::<MySql>::new("INSERT INTO stock_promise (tenant_id, store_id, variant_id, sellable, promised, version) ");
            insert.push_values(keys.iter().filter(|key| !known.contains(key)), |mut row, key| {
                row.push_bind(tenant).push_bind(key.0).push_bind(key.1).push("0").push("0").push("0");
            });
            insert.push(" ON DUPLICATE KEY UPDATE version = version").build().execute(tx.conn()).await?;
            found = select_promises(tx, keys).await?;
        }
        for (store, variant, sellable, version) in found {
            if let Some((_, before, was)) = promises.get_mut(&(store, variant)) {
                *before = Quantity::new(sellable).map_err(out_of_range)?;
                *was = version;
            }
        }
    }
    Ok(())
}

/// Rows are found through a list of their keys that is joined, in that order: each by its whole primary key, however old
/// the table's statistics are. Conditions joined by OR cost the optimizer more than the rows, and on a table that has just
/// grown MariaDB reads, and locks, a whole place for twenty of them.
async fn select_promises(tx: &mut Tx, keys: &[PromiseKey]) -> Result<Vec<(Uuid, Uuid, Decimal, i64)>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN p.store_id, p.variant_id, p.sellable, p.version FROM (");
    for (at, (store, variant)) in keys.iter().enumerate() {
        select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(*store);
        select.push(" AS BINARY(16)) AS store, CAST(").push_bind(*variant).push(" AS BINARY(16)) AS variant");
    }
    select.push(") k JOIN stock_promise p ON p.tenant_id = ").push_bind(tenant);
    select.push(" AND p.store_id = k.store AND p.variant_id = k.variant FOR UPDATE");
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

async fn lock_balances(tx: &mut Tx, held: &mut BTreeMap<Key, Held>) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let keys: Vec<(Key, Uuid)> = held.iter().map(|(key, held)| (*key, held.store)).collect();
    for keys in keys.chunks(ROWS) {
        let mut found = select_balances(tx, keys).await?;
        if found.len() < keys.len() {
            let known: std::collections::HashSet<Key> = found.iter().map(|row| (row.0, row.1, row.2, row.3)).collect();
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
        for (location, variant, lot, status, on_hand, seq, hash) in found {
            if let Some(held) = held.get_mut(&(location, variant, lot, status)) {
                held.on_hand = Quantity::new(on_hand).map_err(out_of_range)?;
                held.seq = seq;
                held.hash = hash;
            }
        }
    }
    Ok(())
}

type BalanceRow = (Uuid, Uuid, Uuid, u8, Decimal, i64, Vec<u8>);

/// As [`select_promises`].
async fn select_balances(tx: &mut Tx, keys: &[(Key, Uuid)]) -> Result<Vec<BalanceRow>, OpError> {
    let tenant = tx.tenant();
    let mut select =
        QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN b.location_id, b.variant_id, b.lot_id, b.status, b.on_hand, b.seq, b.hash FROM (");
    for (at, ((location, variant, lot, status), _)) in keys.iter().enumerate() {
        select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(*location);
        select.push(" AS BINARY(16)) AS location, CAST(").push_bind(*variant);
        select.push(" AS BINARY(16)) AS variant, CAST(").push_bind(*lot);
        select.push(" AS BINARY(16)) AS lot, CAST(").push_bind(*status).push(" AS UNSIGNED) AS status");
    }
    select.push(") k JOIN stock_balance b ON b.tenant_id = ").push_bind(tenant);
    select.push(" AND b.location_id = k.location AND b.variant_id = k.variant AND b.lot_id = k.lot AND b.status = k.status FOR UPDATE");
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

fn out_of_range(error: vocabulary::QuantityError) -> OpError {
    OpError::App(AppError::conflict(Said::new(error.code())))
}

/// Every place that would fall below nought, told at once.
fn refuse_shortages(held: &BTreeMap<Key, Held>) -> Result<(), OpError> {
    let mut fields: Vec<FieldError> = Vec::new();
    for held in held.values() {
        let after = held.on_hand.checked_add(held.change).map_err(out_of_range)?;
        if held.change.is_negative() && after.is_negative() && !held.may_be_negative {
            fields.push(FieldError::new(&held.field, "stock-insufficient").with("available", held.on_hand).with("wanted", held.change.abs()));
        }
    }
    if fields.is_empty() { Ok(()) } else { Err(AppError::Invalid { fields }.into()) }
}

/// A leg ready to be written.
struct Row {
    posted: PostedLeg,
    unit_cost: Option<Decimal>,
    hash: Hash,
}

/// Gives each leg its sequence, its balance and its hash.
fn chain(tenant: i64, id: PostingId, now: DateTime<Utc>, posting: &Posting, held: &mut BTreeMap<Key, Held>) -> Result<Vec<Row>, OpError> {
    let mut rows = Vec::new();
    let mut number = 0;
    for line in &posting.lines {
        for leg in &line.legs {
            let mut facts = LegFacts {
                tenant,
                posting: id.0,
                leg: number,
                line: line.number,
                store: leg.place.store.0,
                location: leg.place.location.0,
                variant: leg.variant.0,
                lot: leg.lot.0,
                status: leg.status.code(),
                quantity: leg.quantity.decimal(),
                seq: 0,
                balance_after: Decimal::ZERO,
                unit_cost: line.unit_cost,
                posted_at: now,
            };
            let hash = match held.get_mut(&key_of(leg)).filter(|_| has_balance(leg)) {
                Some(held) => {
                    held.seq += 1;
                    held.on_hand = held.on_hand.checked_add(leg.quantity).map_err(out_of_range)?;
                    facts.seq = held.seq;
                    facts.balance_after = held.on_hand.decimal();
                    let hash = leg_hash(&held.hash, &facts);
                    held.hash = hash.to_vec();
                    hash
                }
                None => leg_hash(&[], &facts),
            };
            let balance_after = Quantity::new(facts.balance_after).map_err(out_of_range)?;
            rows.push(Row { posted: PostedLeg { line: line.number, leg: *leg, seq: facts.seq, balance_after }, unit_cost: line.unit_cost, hash });
            number += 1;
        }
    }
    Ok(rows)
}

async fn write_posting(tx: &mut Tx, actor: &Actor, id: PostingId, posting: &Posting, rows: &[Row]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let person = actor.person.map_or(Uuid::nil(), |person| person.0);
    let reason = posting.reason.map_or(0, vocabulary::Reason::code);
    let facts = PostingFacts {
        tenant,
        id: id.0,
        kind: posting.kind.code(),
        store: posting.store.0,
        reason,
        note: &posting.note,
        document_kind: posting.document.kind,
        document_id: posting.document.id,
        document_ref: &posting.document.reference,
        person,
        occurred_at: posting.occurred_at,
        posted_at: now,
        business_date: posting.business_date,
    };
    let hash = posting_hash(&facts, rows.iter().map(|row| row.hash.as_slice()));
    sqlx::query(
        "INSERT INTO posting (tenant_id, id, kind, store_id, reason, note, document_kind, document_id, document_ref, person_id, actor_name, door, \
         occurred_at, posted_at, business_date, legs, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(tenant)
    .bind(id.0)
    .bind(posting.kind.code())
    .bind(posting.store.0)
    .bind(reason)
    .bind(&posting.note)
    .bind(posting.document.kind)
    .bind(posting.document.id)
    .bind(&posting.document.reference)
    .bind(person)
    .bind(&actor.name)
    .bind(actor.door.tag())
    .bind(posting.occurred_at)
    .bind(now)
    .bind(posting.business_date)
    .bind(i32::try_from(rows.len()).unwrap_or(i32::MAX))
    .bind(hash.as_slice())
    .execute(tx.conn())
    .await?;
    seal::enqueue(tx, seal::Leaf::Posting, &[(id.0, hash)]).await
}

async fn write_movements(tx: &mut Tx, id: PostingId, now: DateTime<Utc>, rows: &[Row]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    // A virtual place has no sequence of its own; this keeps its rows apart in the unique key.
    let own = i64::from_be_bytes(id.0.as_bytes()[8..].try_into().unwrap_or_default());
    let mut number: i32 = 0;
    for rows in rows.chunks(ROWS) {
        let mut insert = QueryBuilder::<MySql>::new(
            "INSERT INTO stock_movement (tenant_id, posting_id, leg, line, location_id, variant_id, lot_id, status, store_id, quantity, seq, \
             balance_after, tie, unit_cost, posted_at, hash) ",
        );
        insert.push_values(rows, |mut values, row| {
            let PostedLeg { line, leg, seq, balance_after } = &row.posted;
            let tie = if *seq == 0 { own ^ i64::from(number) } else { 0 };
            values
                .push_bind(tenant)
                .push_bind(id.0)
                .push_bind(number)
                .push_bind(*line)
                .push_bind(leg.place.location.0)
                .push_bind(leg.variant.0)
                .push_bind(leg.lot.0)
                .push_bind(leg.status.code())
                .push_bind(leg.place.store.0)
                .push_bind(leg.quantity.decimal())
                .push_bind(*seq)
                .push_bind(balance_after.decimal())
                .push_bind(tie)
                .push_bind(row.unit_cost)
                .push_bind(now)
                .push_bind(row.hash.to_vec());
            number += 1;
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

async fn write_balances(tx: &mut Tx, now: DateTime<Utc>, held: &BTreeMap<Key, Held>) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let all: Vec<(&Key, &Held)> = held.iter().collect();
    for rows in all.chunks(ROWS) {
        let mut write = QueryBuilder::<MySql>::new(
            "INSERT INTO stock_balance (tenant_id, location_id, variant_id, lot_id, status, store_id, on_hand, seq, hash, moved_at) ",
        );
        write.push_values(rows, |mut row, (key, held)| {
            row.push_bind(tenant)
                .push_bind(key.0)
                .push_bind(key.1)
                .push_bind(key.2)
                .push_bind(key.3)
                .push_bind(held.store)
                .push_bind(held.on_hand.decimal())
                .push_bind(held.seq)
                .push_bind(&held.hash)
                .push_bind(now);
        });
        write.push(" ON DUPLICATE KEY UPDATE on_hand = VALUES(on_hand), seq = VALUES(seq), hash = VALUES(hash), moved_at = VALUES(moved_at)");
        write.build().execute(tx.conn()).await?;
    }
    Ok(())
}

async fn write_promises(tx: &mut Tx, promises: &BTreeMap<PromiseKey, (Quantity, Quantity, i64)>) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let all: Vec<_> = promises.iter().collect();
    for rows in all.chunks(ROWS) {
        let mut write = QueryBuilder::<MySql>::new("INSERT INTO stock_promise (tenant_id, store_id, variant_id, sellable, promised, version) ");
        write.push_values(rows, |mut row, (key, (change, before, version))| {
            row.push_bind(tenant).push_bind(key.0).push_bind(key.1).push_bind((*before + *change).decimal()).push("0").push_bind(version + 1);
        });
        write.push(" ON DUPLICATE KEY UPDATE sellable = VALUES(sellable), version = VALUES(version)");
        write.build().execute(tx.conn()).await?;
    }
    Ok(())
}

async fn write_reversals(tx: &mut Tx, reversed: PostingId, by: PostingId, lines: &[Line]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for lines in lines.chunks(ROWS) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO reversal (tenant_id, posting_id, line, by_posting) ");
        insert.push_values(lines, |mut row, line| {
            row.push_bind(tenant).push_bind(reversed.0).push_bind(line.number).push_bind(by.0);
        });
        insert
            .build()
            .execute(tx.conn())
            .await
            .map_err(|error| if is_duplicate(&error, None) { OpError::conflict(Said::new("posting-already-reversed")) } else { error.into() })?;
    }
    Ok(())
}
