//! Writes what was locked and decided: postings, movements with their sequence and hash, the new balances and promises.

use crate::{
    Entered, Posted, PostedLeg, Posting,
    as_of::Lateness,
    hash::{Hash, LegFacts, PostingFacts, leg_hash, posting_hash},
    kits,
    lock::{Held, Key, PromiseKey, Promises, has_balance, key_of, out_of_range},
    posting::Line,
};
use chrono::{DateTime, Utc};
use platform::{
    OpError, Tx,
    error::is_duplicate,
    sabotage::{self, Fault},
    seal,
};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::BTreeMap;
use uuid::Uuid;
use vocabulary::{Actor, LotId, PostingId, Quantity, Said};

/// A posting ready to be written: its legs have their sequence, balance and hash.
pub(crate) struct Entry<'a> {
    pub id: PostingId,
    actor: &'a Actor,
    posting: &'a Posting,
    rows: Vec<Row>,
}

impl Entry<'_> {
    /// As it is once it is written.
    pub fn posted(&self) -> Posted {
        let legs = self.rows.iter().map(|row| row.posted).collect();
        Posted { id: self.id, kind: self.posting.kind, store: self.posting.store, legs, also: Vec::new() }
    }
}

/// Moves what is held on by a posting.
pub(crate) fn enter<'a>(
    tx: &Tx,
    actor: &'a Actor,
    id: PostingId,
    posting: &'a Posting,
    held: &mut BTreeMap<Key, Held>,
) -> Result<Entry<'a>, OpError> {
    let rows = chain(tx.tenant(), id, tx.now(), posting, held)?;
    Ok(Entry { id, actor, posting, rows })
}

/// Writes postings and their movements; the balances and promises are written once, when all that is posted together was.
pub(crate) async fn write(tx: &mut Tx, entries: &[Entry<'_>]) -> Result<(), OpError> {
    write_postings(tx, entries).await?;
    write_movements(tx, entries).await?;
    write_late(tx, entries).await?;
    write_lots(tx, entries).await?;
    write_entered(tx, entries).await?;
    for entry in entries {
        kits::write(tx, kits::Of::Posting, entry.id.0, &entry.posting.kits).await?;
        if let Some(reversed) = entry.posting.reverses {
            write_reversals(tx, reversed, entry.id, &entry.posting.lines).await?;
        }
    }
    Ok(())
}

/// A leg ready to be written.
struct Row {
    posted: PostedLeg,
    unit_cost: Option<Decimal>,
    happened_at: DateTime<Utc>,
    posted_at: DateTime<Utc>,
    hash: Hash,
}

/// Gives each leg its sequence, its balance and its hash. Two that waited for one key began in any order; written they stand
/// in that of their sequence, and none says an earlier time than the one before.
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
                    held.seq += if sabotage::on(Fault::SequenceGap) { 2 } else { 1 };
                    held.moved = true;
                    held.moved_at = now.max(held.moved_at);
                    facts.posted_at = held.moved_at;
                    held.on_hand = held.on_hand.checked_add(leg.quantity).map_err(out_of_range)?;
                    if sabotage::on(Fault::FloatQuantity) {
                        held.on_hand = floated(held.on_hand);
                    }
                    facts.seq = held.seq;
                    facts.balance_after = held.on_hand.decimal();
                    let hash = leg_hash(if sabotage::on(Fault::ChainNotCarried) { &[0; 32] } else { &held.hash }, &facts);
                    held.hash = hash.to_vec();
                    hash
                }
                None => leg_hash(&[], &facts),
            };
            let balance_after = Quantity::new(facts.balance_after).map_err(out_of_range)?;
            let posted = PostedLeg { line: line.number, leg: *leg, seq: facts.seq, balance_after };
            let happened_at = line.at.unwrap_or(posting.occurred_at);
            rows.push(Row { posted, unit_cost: line.unit_cost, happened_at, posted_at: facts.posted_at, hash });
            number += 1;
        }
    }
    Ok(rows)
}

/// As a float would keep it.
#[cold]
fn floated(quantity: Quantity) -> Quantity {
    let float = rust_decimal::prelude::ToPrimitive::to_f32(&quantity.decimal()).unwrap_or_default();
    Decimal::try_from(float).ok().and_then(|decimal| Quantity::new(decimal.round_dp(6)).ok()).unwrap_or(quantity)
}

async fn write_postings(tx: &mut Tx, entries: &[Entry<'_>]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut leaves = Vec::with_capacity(entries.len());
    for entries in tx.parts(entries) {
        let mut insert = QueryBuilder::<MySql>::new(
            "INSERT INTO posting (tenant_id, id, kind, store_id, reason, note, document_kind, document_id, document_ref, person_id, actor_name, door, \
             occurred_at, posted_at, business_date, legs, hash) ",
        );
        insert.push_values(entries, |mut row, Entry { id, actor, posting, rows }| {
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
            leaves.push((id.0, hash));
            row.push_bind(tenant)
                .push_bind(id.0)
                .push_bind(posting.kind.code())
                .push_bind(posting.store.0)
                .push_bind(reason)
                .push_bind(&posting.note)
                .push_bind(posting.document.kind)
                .push_bind(posting.document.id)
                .push_bind(&posting.document.reference)
                .push_bind(person)
                .push_bind(&actor.name)
                .push_bind(actor.door.tag())
                .push_bind(posting.occurred_at)
                .push_bind(now)
                .push_bind(posting.business_date)
                .push_bind(i32::try_from(rows.len()).unwrap_or(i32::MAX))
                .push_bind(hash.to_vec());
        });
        insert.build().execute(tx.conn()).await?;
    }
    seal::enqueue(tx, seal::Leaf::Posting, &leaves).await
}

/// The legs of postings, each with its number in its own.
fn legs<'a>(entries: &'a [Entry<'_>]) -> impl Iterator<Item = (PostingId, i32, &'a Row)> {
    entries.iter().flat_map(|entry| (0..).zip(&entry.rows).map(|(number, row)| (entry.id, number, row)))
}

async fn write_movements(tx: &mut Tx, entries: &[Entry<'_>]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let all: Vec<(PostingId, i32, &Row)> = legs(entries).collect();
    for rows in tx.parts(all.get(..all.len() - usize::from(sabotage::on(Fault::LegLost))).unwrap_or_default()) {
        let mut insert = QueryBuilder::<MySql>::new(
            "INSERT INTO stock_movement (tenant_id, posting_id, leg, line, location_id, variant_id, lot_id, status, store_id, quantity, seq, \
             balance_after, tie, unit_cost, posted_at, hash) ",
        );
        insert.push_values(rows, |mut values, (id, number, row)| {
            let PostedLeg { line, leg, seq, balance_after } = &row.posted;
            // A virtual place has no sequence of its own; this keeps its rows apart in the unique key.
            let own = i64::from_be_bytes(id.0.as_bytes()[8..].try_into().unwrap_or_default());
            let tie = if *seq == 0 { own ^ i64::from(*number) } else { 0 };
            values
                .push_bind(tenant)
                .push_bind(id.0)
                .push_bind(*number)
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
                .push_bind(row.posted_at)
                .push_bind(row.hash.as_slice());
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

/// Notes which legs happened before they were booked: see `as_of.rs`.
async fn write_late(tx: &mut Tx, entries: &[Entry<'_>]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let late: Vec<(PostingId, i32, &Row)> = legs(entries).filter(|(.., row)| row.posted.seq > 0 && row.happened_at < row.posted_at).collect();
    for late in tx.parts(&late).filter(|_| !sabotage::on(Fault::LateNotNoted)) {
        let mut insert = QueryBuilder::<MySql>::new(
            "INSERT INTO late_movement (tenant_id, location_id, variant_id, lot_id, status, lateness, posted_at, posting_id, leg, happened_at, quantity) ",
        );
        insert.push_values(late, |mut values, (id, number, row)| {
            let leg = &row.posted.leg;
            values.push_bind(tenant).push_bind(leg.place.location.0).push_bind(leg.variant.0).push_bind(leg.lot.0).push_bind(leg.status.code());
            values.push_bind(Lateness::of(row.happened_at, row.posted_at).code()).push_bind(row.posted_at).push_bind(id.0).push_bind(*number);
            values.push_bind(row.happened_at).push_bind(leg.quantity.decimal());
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

/// Notes which legs moved which lot.
async fn write_lots(tx: &mut Tx, entries: &[Entry<'_>]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let lots: Vec<(PostingId, i32, &Row)> = legs(entries).filter(|(.., row)| row.posted.leg.lot != LotId::NONE).collect();
    for lots in tx.parts(&lots).filter(|_| !sabotage::on(Fault::LotNotListed)) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO lot_movement (tenant_id, lot_id, posting_id, leg) ");
        insert.push_values(lots, |mut values, (id, number, row)| {
            values.push_bind(tenant).push_bind(row.posted.leg.lot.0).push_bind(id.0).push_bind(*number);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

/// Keeps what was typed of the lines that named a unit; of the others nothing.
async fn write_entered(tx: &mut Tx, entries: &[Entry<'_>]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let lines = entries.iter().flat_map(|entry| entry.posting.lines.iter().map(|line| (entry.id, line)));
    let entered: Vec<(PostingId, i32, &Entered)> = lines.filter_map(|(id, line)| Some((id, line.number, line.entered.as_ref()?))).collect();
    for entered in tx.parts(&entered) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO entered_quantity (tenant_id, posting_id, line, unit, quantity, num, den, base) ");
        insert.push_values(entered, |mut values, (id, line, entered)| {
            values.push_bind(tenant).push_bind(id.0).push_bind(*line).push_bind(&entered.unit).push_bind(entered.quantity.decimal());
            values.push_bind(entered.ratio.num()).push_bind(entered.ratio.den()).push_bind(entered.base.decimal());
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

pub(crate) async fn write_balances(tx: &mut Tx, tick: i64, held: &BTreeMap<Key, Held>) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let all: Vec<(&Key, &Held)> = held.iter().filter(|(_, held)| held.moved).collect();
    for rows in tx.parts(&all).filter(|_| !sabotage::on(Fault::BalanceNotMoved)) {
        let mut write = QueryBuilder::<MySql>::new(
            "INSERT INTO stock_balance (tenant_id, location_id, variant_id, lot_id, status, store_id, on_hand, seq, hash, moved_at, counted_at, \
             tick) ",
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
                .push_bind(held.moved_at)
                .push_bind(held.counted_at)
                .push_bind(tick);
        });
        write.push(" ON DUPLICATE KEY UPDATE on_hand = VALUES(on_hand), seq = VALUES(seq), hash = VALUES(hash), moved_at = VALUES(moved_at), counted_at = VALUES(counted_at), \
             tick = VALUES(tick)");
        write.build().execute(tx.conn()).await?;
    }
    Ok(())
}

pub(crate) async fn write_promises(tx: &mut Tx, tick: i64, promises: &Promises) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let all: Vec<_> = promises.iter().filter(|(_, promise)| promise.moved).collect();
    let sums = all.iter().map(|(key, promise)| Ok((*key, promise.before.checked_add(promise.change).map_err(out_of_range)?)));
    let all: Vec<(&PromiseKey, Quantity)> = sums.collect::<Result<_, OpError>>()?;
    for rows in tx.parts(&all).filter(|_| !sabotage::on(Fault::PromiseNotMoved)) {
        let mut write = QueryBuilder::<MySql>::new("INSERT INTO stock_promise (tenant_id, store_id, variant_id, sellable, promised, version) ");
        write.push_values(rows, |mut row, (key, sellable)| {
            row.push_bind(tenant).push_bind(key.0).push_bind(key.1).push_bind(sellable.decimal()).push("0").push_bind(tick);
        });
        write.push(" ON DUPLICATE KEY UPDATE sellable = VALUES(sellable), version = VALUES(version)");
        write.build().execute(tx.conn()).await?;
    }
    Ok(())
}

async fn write_reversals(tx: &mut Tx, reversed: PostingId, by: PostingId, lines: &[Line]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for lines in tx.parts(lines).filter(|_| !sabotage::on(Fault::UndoNotNoted)) {
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
