//! Writes what valuing came to: entries, what they took, the layers and pools they left, and the sums of their days.

use super::{
    decide::{Book, Entry, Sold},
    load::{Pools, Waiting},
};
use crate::{as_of::Lateness, lock::ROWS};
use chrono::NaiveDate;
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// `cost_entry.lateness` of what was booked when it happened.
pub(super) const ON_TIME: u8 = 9;

/// A variant that was valued: its pools as they were, what became of them, and which store each scope belongs to.
pub(super) struct Valued {
    pub variant: Uuid,
    pub before: Pools,
    pub book: Book,
    pub stores: HashMap<Uuid, Uuid>,
}

/// Writes what became of variants, each table in one statement.
///
/// # Errors
/// When the database fails.
pub(super) async fn save(tx: &mut Tx, all: &[Valued]) -> Result<(), OpError> {
    write_pools(tx, all).await?;
    write_layers(tx, all).await?;
    write_entries(tx, all).await?;
    write_takes(tx, all).await?;
    write_sold(tx, all).await?;
    write_heads(tx, all).await?;
    // Last: others may wait for these.
    write_days(tx, all).await
}

/// Takes what was valued out of the queue.
///
/// # Errors
/// When the database fails.
pub(super) async fn take_out(tx: &mut Tx, valued: &BTreeMap<Uuid, Vec<Waiting>>) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let all: Vec<(Uuid, Waiting)> = valued.iter().flat_map(|(variant, waiting)| waiting.iter().map(move |one| (*variant, *one))).collect();
    for rows in all.chunks(ROWS) {
        let mut delete = QueryBuilder::<MySql>::new("DELETE q FROM (");
        for (at, (variant, (tick, nth, posting))) in rows.iter().enumerate() {
            delete
                .push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" })
                .push_bind(*variant)
                .push(" AS BINARY(16)) AS variant, CAST(");
            delete.push_bind(*tick).push(" AS SIGNED) AS tick, CAST(").push_bind(*nth).push(" AS SIGNED) AS nth, CAST(");
            delete.push_bind(*posting).push(" AS BINARY(16)) AS posting");
        }
        delete.push(") k STRAIGHT_JOIN cost_queue q FORCE INDEX (PRIMARY) ON q.tenant_id = ").push_bind(tenant);
        delete.push(" AND q.variant_id = k.variant AND q.tick = k.tick AND q.nth = k.nth AND q.posting_id = k.posting");
        delete.build().execute(tx.conn()).await?;
    }
    Ok(())
}

async fn write_heads(tx: &mut Tx, all: &[Valued]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    for all in all.chunks(ROWS) {
        let mut write = QueryBuilder::<MySql>::new("INSERT INTO cost_head (tenant_id, variant_id, method, scope, standard, valued_at) ");
        write.push_values(all, |mut row, Valued { variant, book, .. }| {
            row.push_bind(tenant).push_bind(*variant).push_bind(book.way.method.code()).push_bind(book.way.scope.code());
            row.push_bind(book.way.standard).push_bind(now);
        });
        // They are there: whoever values holds them.
        write.push(" ON DUPLICATE KEY UPDATE standard = VALUES(standard), valued_at = VALUES(valued_at)");
        write.build().execute(tx.conn()).await?;
    }
    Ok(())
}

async fn write_pools(tx: &mut Tx, all: &[Valued]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let all: Vec<_> =
        all.iter().flat_map(|valued| valued.book.pools.iter().filter(|(_, pool)| pool.seq > 0).map(move |(key, pool)| (valued, key, pool))).collect();
    for pools in all.chunks(ROWS) {
        let mut write = QueryBuilder::<MySql>::new(
            "INSERT INTO cost_pool (tenant_id, variant_id, scope_id, lot_id, store_id, quantity, value, owed_quantity, owed_value, last_cost, seq, \
             layers, posted_at) ",
        );
        write.push_values(pools, |mut row, (Valued { variant, stores, .. }, key, pool)| {
            row.push_bind(tenant).push_bind(*variant).push_bind(key.scope).push_bind(key.lot);
            row.push_bind(stores.get(&key.scope).copied().unwrap_or_default()).push_bind(pool.quantity).push_bind(pool.value);
            row.push_bind(pool.owed_quantity).push_bind(pool.owed_value).push_bind(pool.last_cost).push_bind(pool.seq);
            row.push_bind(pool.made).push_bind(pool.posted_at);
        });
        write.push(" ON DUPLICATE KEY UPDATE quantity = VALUES(quantity), value = VALUES(value), owed_quantity = VALUES(owed_quantity), ");
        write.push("owed_value = VALUES(owed_value), last_cost = VALUES(last_cost), seq = VALUES(seq), layers = VALUES(layers), ");
        write.push("posted_at = VALUES(posted_at)");
        write.build().execute(tx.conn()).await?;
    }
    Ok(())
}

async fn write_layers(tx: &mut Tx, all: &[Valued]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let mut changed = Vec::new();
    for Valued { variant, before, book, .. } in all {
        for (key, pool) in &book.pools {
            let was = before.get(key);
            let differs = |number: &i64| was.and_then(|was| was.layers.get(number)) != pool.layers.get(number);
            changed.extend(pool.layers.iter().filter(|(number, _)| differs(number)).map(|(number, layer)| (*variant, key, *number, layer)));
        }
    }
    for layers in changed.chunks(ROWS) {
        let mut write = QueryBuilder::<MySql>::new(
            "INSERT INTO cost_layer (tenant_id, variant_id, scope_id, lot_id, number, posting_id, line, document_id, origin_id, origin_line, \
             since, quantity_in, value_in, quantity_left, value_left) ",
        );
        write.push_values(layers, |mut row, (variant, key, number, layer)| {
            row.push_bind(tenant).push_bind(*variant).push_bind(key.scope).push_bind(key.lot).push_bind(*number);
            row.push_bind(layer.source.posting).push_bind(layer.source.line).push_bind(layer.source.document);
            row.push_bind(layer.source.origin.0).push_bind(layer.source.origin.1).push_bind(layer.source.since);
            row.push_bind(layer.quantity_in).push_bind(layer.value_in).push_bind(layer.quantity_left).push_bind(layer.value_left);
        });
        write.push(" ON DUPLICATE KEY UPDATE quantity_in = VALUES(quantity_in), value_in = VALUES(value_in), ");
        write.push("quantity_left = VALUES(quantity_left), value_left = VALUES(value_left)");
        write.build().execute(tx.conn()).await?;
    }
    Ok(())
}

async fn write_entries(tx: &mut Tx, all: &[Valued]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let entries: Vec<(Uuid, &Entry)> = all.iter().flat_map(|valued| valued.book.entries.iter().map(|entry| (valued.variant, entry))).collect();
    for entries in entries.chunks(ROWS) {
        let mut insert = QueryBuilder::<MySql>::new(
            "INSERT INTO cost_entry (tenant_id, variant_id, scope_id, lot_id, seq, kind, quantity, value, quantity_after, value_after, posting_id, \
             line, document_id, business_date, lateness, happened_at, posted_at, valued_at) ",
        );
        insert.push_values(entries, |mut row, (variant, entry)| {
            let late = entry.happened_at < entry.posted_at;
            let lateness = if late { Lateness::of(entry.happened_at, entry.posted_at).code() } else { ON_TIME };
            row.push_bind(tenant).push_bind(*variant).push_bind(entry.pool.scope).push_bind(entry.pool.lot).push_bind(entry.seq);
            row.push_bind(entry.kind.code()).push_bind(entry.quantity).push_bind(entry.value).push_bind(entry.quantity_after);
            row.push_bind(entry.value_after).push_bind(entry.posting).push_bind(entry.line).push_bind(entry.document).push_bind(entry.day);
            row.push_bind(lateness).push_bind(entry.happened_at).push_bind(entry.posted_at).push_bind(now);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

async fn write_takes(tx: &mut Tx, all: &[Valued]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let entries = all.iter().flat_map(|valued| valued.book.entries.iter().map(|entry| (valued.variant, entry)));
    let all: Vec<_> = entries.flat_map(|(variant, entry)| entry.takes.iter().map(move |take| (variant, entry, take))).collect();
    for takes in all.chunks(ROWS) {
        let mut insert =
            QueryBuilder::<MySql>::new("INSERT INTO cost_consumption (tenant_id, variant_id, scope_id, lot_id, number, seq, quantity, value) ");
        insert.push_values(takes, |mut row, (variant, entry, take)| {
            row.push_bind(tenant).push_bind(*variant).push_bind(entry.pool.scope).push_bind(entry.pool.lot).push_bind(take.layer);
            row.push_bind(entry.seq).push_bind(take.quantity).push_bind(take.value);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

async fn write_sold(tx: &mut Tx, all: &[Valued]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let sold = all.iter().flat_map(|valued| valued.book.sold.iter().map(|sold| (valued.variant, sold)));
    let (new, changes): (Vec<(Uuid, &Sold)>, Vec<(Uuid, &Sold)>) = sold.partition(|(_, sold)| !sold.reference.is_empty());
    for new in new.chunks(ROWS) {
        let mut insert =
            QueryBuilder::<MySql>::new("INSERT INTO cost_sold (tenant_id, variant_id, posting_id, store_id, reference, quantity, value) ");
        insert.push_values(new, |mut row, (variant, sold)| {
            row.push_bind(tenant).push_bind(*variant).push_bind(sold.posting).push_bind(sold.store).push_bind(&sold.reference);
            row.push_bind(sold.quantity).push_bind(sold.value);
        });
        insert.push(" ON DUPLICATE KEY UPDATE quantity = cost_sold.quantity + VALUES(quantity), value = cost_sold.value + VALUES(value)");
        insert.build().execute(tx.conn()).await?;
    }
    for (variant, sold) in changes {
        sqlx::query(
            "UPDATE cost_sold SET quantity = quantity + ?, value = value + ?, back_quantity = back_quantity + ?, back_value = back_value + ? \
             WHERE tenant_id = ? AND variant_id = ? AND posting_id = ?",
        )
        .bind(sold.quantity)
        .bind(sold.value)
        .bind(sold.back_quantity)
        .bind(sold.back_value)
        .bind(tenant)
        .bind(variant)
        .bind(sold.posting)
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}

async fn write_days(tx: &mut Tx, all: &[Valued]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let mut days: BTreeMap<(Uuid, NaiveDate, u8), Decimal> = BTreeMap::new();
    for entry in all.iter().flat_map(|valued| &valued.book.entries) {
        *days.entry((entry.pool.scope, entry.day, entry.kind.code())).or_default() += entry.value;
    }
    let stores: HashMap<Uuid, Uuid> = all.iter().flat_map(|valued| &valued.stores).map(|(scope, store)| (*scope, *store)).collect();
    let days: Vec<_> = days.into_iter().collect();
    for days in days.chunks(ROWS) {
        let mut write = QueryBuilder::<MySql>::new("INSERT INTO cost_day (tenant_id, scope_id, day, kind, store_id, value) ");
        write.push_values(days, |mut row, ((scope, day, kind), value)| {
            row.push_bind(tenant).push_bind(*scope).push_bind(*day).push_bind(*kind);
            row.push_bind(stores.get(scope).copied().unwrap_or_default()).push_bind(*value);
        });
        write.push(" ON DUPLICATE KEY UPDATE value = cost_day.value + VALUES(value)").build().execute(tx.conn()).await?;
    }
    Ok(())
}
