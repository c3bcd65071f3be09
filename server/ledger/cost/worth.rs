//! What stock is worth at an instant: as `as_of.rs` says what was where, from what each pool's entries left.

use super::pool::deal;
use crate::as_of::{Known, balances, push_late};
use chrono::{DateTime, Utc};
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;
use vocabulary::{LotId, PlaceKind, StoreId, VariantId};

/// How far stock is valued, and how many postings wait; of those of one variant alone, if one is named.
///
/// # Errors
/// When the database fails.
pub async fn watermark(tx: &mut Tx, variant: Option<VariantId>) -> Result<(DateTime<Utc>, i64), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut select = QueryBuilder::<MySql>::new("SELECT MIN(posted_at), COUNT(*) FROM cost_queue WHERE tenant_id = ");
    select.push_bind(tenant);
    if let Some(variant) = variant {
        select.push(" AND variant_id = ").push_bind(variant.0);
    }
    let (oldest, waiting): (Option<DateTime<Utc>>, i64) = select.build_query_as().fetch_one(tx.conn()).await?;
    Ok((oldest.unwrap_or(now).min(now), waiting))
}

/// So much of a variant, and what it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub variant: VariantId,
    /// The store it is of.
    pub store: StoreId,
    pub on_the_way: bool,
    /// [`LotId::NONE`] where lots are not told apart.
    pub lot: LotId,
    pub quantity: Decimal,
    pub value: Decimal,
}

/// Pools per statement.
const POOLS: usize = 100;

type PoolRow = (Uuid, Uuid, Uuid, Uuid, Decimal, Decimal, DateTime<Utc>);

/// What some variants are worth at an instant, store by store. Where stores, or lots, are valued together, their parts are
/// dealt out by what each of them has, to the last of the currency's smallest units.
///
/// # Errors
/// When the database fails.
pub async fn parts(tx: &mut Tx, variants: &[Uuid], at: Option<DateTime<Utc>>, known: Known, lots: bool, digits: u32) -> Result<Vec<Part>, OpError> {
    if variants.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT p.variant_id, p.scope_id, p.lot_id, p.store_id, p.quantity, p.value, p.posted_at FROM cost_pool p FORCE INDEX (PRIMARY) \
         WHERE p.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND p.variant_id IN ");
    push_list(&mut select, variants.iter().copied());
    select.push(" ORDER BY p.variant_id, p.scope_id, p.lot_id");
    let pools: Vec<PoolRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut found = Vec::with_capacity(pools.len());
    for pools in pools.chunks(POOLS) {
        let then = match at {
            Some(at) => then(tx, pools, at, known).await?,
            None => HashMap::new(),
        };
        for (nth, pool) in (0..).zip(pools) {
            let moved_since = at.is_some_and(|at| pool.6 > at);
            let (quantity, value) = if moved_since { then.get(&nth).copied().unwrap_or_default() } else { (pool.4, pool.5) };
            found.push((*pool, quantity, value));
        }
    }
    // A pool of the company is of no store, and one of no lot is of all.
    let together = |pool: &PoolRow| pool.3.is_nil() || lots && pool.2.is_nil();
    let mut whose: BTreeMap<(Uuid, Uuid, Uuid), BTreeMap<(Uuid, bool, Uuid), Decimal>> = BTreeMap::new();
    if found.iter().any(|(pool, ..)| together(pool)) {
        for one in balances(tx, variants, None, at.unwrap_or(tx.now()), known).await? {
            let (way, lot) = (one.place == PlaceKind::Transit, if lots { one.lot.0 } else { Uuid::nil() });
            for scope in [Uuid::nil(), if way { one.location.0 } else { one.store.0 }] {
                let had = whose.entry((one.variant.0, scope, Uuid::nil())).or_default();
                *had.entry((one.store.0, way, lot)).or_default() += one.then.decimal();
            }
        }
    }
    let mut parts = Vec::with_capacity(found.len());
    for (pool, quantity, value) in found {
        let (variant, scope, lot, store, ..) = pool;
        let part = |store: Uuid, on_the_way, lot: Uuid, quantity, value| Part {
            variant: variant.into(),
            store: store.into(),
            on_the_way,
            lot: lot.into(),
            quantity,
            value,
        };
        let had = whose.get(&(variant, scope, Uuid::nil())).filter(|_| together(&pool));
        let had: Vec<_> = had.into_iter().flatten().filter(|(_, had)| !had.is_zero()).map(|(whose, had)| (*whose, *had)).collect();
        if had.is_empty() {
            let lot = if lots { lot } else { Uuid::nil() };
            parts.push(part(store, scope != store, lot, quantity, value));
        } else {
            let weights: Vec<Decimal> = had.iter().map(|(_, had)| *had).collect();
            let dealt = deal(value, &weights, digits).into_iter();
            parts.extend(had.into_iter().zip(dealt).map(|(((store, way, lot), had), value)| part(store, way, lot, had, value)));
        }
    }
    Ok(parts)
}

/// What pools were at an instant, by their place in the list: a lookup for each, and what was told late besides.
async fn then(tx: &mut Tx, pools: &[PoolRow], at: DateTime<Utc>, known: Known) -> Result<HashMap<i64, (Decimal, Decimal)>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("");
    let key = |select: &mut QueryBuilder<MySql>, pool: &PoolRow| {
        select.push("tenant_id = ").push_bind(tenant).push(" AND variant_id = ").push_bind(pool.0);
        select.push(" AND scope_id = ").push_bind(pool.1).push(" AND lot_id = ").push_bind(pool.2);
    };
    let mut any = false;
    for (nth, pool) in (0_i64..).zip(pools).filter(|(_, pool)| pool.6 > at) {
        select
            .push(if any { " UNION ALL (SELECT " } else { "(SELECT " })
            .push_bind(nth)
            .push(" AS nth, quantity_after AS quantity, value_after AS value ");
        select.push("FROM cost_entry FORCE INDEX (cost_entry_then) WHERE ");
        key(&mut select, pool);
        select.push(" AND posted_at <= ").push_bind(at).push(" ORDER BY posted_at DESC, seq DESC LIMIT 1)");
        if known == Known::Now {
            select
                .push(" UNION ALL (SELECT ")
                .push_bind(nth)
                .push(", SUM(l.quantity), SUM(l.value) FROM cost_entry l FORCE INDEX (cost_entry_late) WHERE l.");
            key(&mut select, pool);
            push_late(&mut select, at);
            select.push(" HAVING SUM(l.value) IS NOT NULL)");
        }
        any = true;
    }
    let mut found: HashMap<i64, (Decimal, Decimal)> = HashMap::new();
    if any {
        let rows: Vec<(i64, Decimal, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (nth, quantity, value) in rows {
            let sum = found.entry(nth).or_default();
            sum.0 += quantity;
            sum.1 += value;
        }
    }
    Ok(found)
}

/// What is in stock now of a store, or of all, is worth as it is valued, with what is on its way there. Of stores that are
/// valued together each has its part.
///
/// # Errors
/// When the database fails.
pub async fn all(tx: &mut Tx, store: Option<StoreId>) -> Result<Decimal, OpError> {
    let tenant = tx.tenant();
    let Some(store) = store else {
        let value: Option<Decimal> =
            sqlx::query_scalar("SELECT SUM(value) FROM cost_pool WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
        return Ok(value.unwrap_or_default());
    };
    let (own, together): (Option<Decimal>, Option<Decimal>) = sqlx::query_as(
        "SELECT SUM(IF(store_id = ?, value, 0)), SUM(IF(store_id = ?, 0, 1)) FROM cost_pool FORCE INDEX (cost_pool_store) \
         WHERE tenant_id = ? AND store_id IN (?, ?)",
    )
    .bind(store.0)
    .bind(store.0)
    .bind(tenant)
    .bind(store.0)
    .bind(Uuid::nil())
    .fetch_one(tx.conn())
    .await?;
    let mut value = own.unwrap_or_default();
    if together.is_none_or(|together| together.is_zero()) {
        return Ok(value);
    }
    let together: Vec<Uuid> =
        sqlx::query_scalar("SELECT DISTINCT variant_id FROM cost_pool FORCE INDEX (cost_pool_store) WHERE tenant_id = ? AND store_id = ?")
            .bind(tenant)
            .bind(Uuid::nil())
            .fetch_all(tx.conn())
            .await?;
    let digits = super::currency(tx).await?.minor_digits();
    for variants in together.chunks(POOLS) {
        let parts = parts(tx, variants, None, Known::Now, false, digits).await?;
        // A variant has one scope: none of these has pools that are counted above.
        value += parts.into_iter().filter(|part| part.store == store).map(|part| part.value).sum::<Decimal>();
    }
    Ok(value)
}

/// What all stock is worth at an instant, by the store and by the category (nil: none): what it is now, less what changed
/// since.
///
/// # Errors
/// When the database fails.
pub async fn totals(tx: &mut Tx, at: Option<DateTime<Utc>>, known: Known) -> Result<Vec<Total>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT p.store_id, p.scope_id <> p.store_id, i.category_id, SUM(p.value) FROM cost_pool p \
         JOIN variant v ON v.tenant_id = p.tenant_id AND v.id = p.variant_id JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
         WHERE p.tenant_id = ",
    );
    select.push_bind(tenant).push(" GROUP BY p.store_id, p.scope_id <> p.store_id, i.category_id");
    let mut sums: BTreeMap<(Uuid, bool, Uuid), Decimal> = BTreeMap::new();
    let rows: Vec<(Uuid, bool, Uuid, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (store, way, category, value) in rows {
        *sums.entry((store, way, category)).or_default() += value;
    }
    if let Some(at) = at {
        let mut since = QueryBuilder::<MySql>::new(
            "SELECT STRAIGHT_JOIN p.store_id, p.scope_id <> p.store_id, i.category_id, SUM(e.value) FROM cost_entry e FORCE INDEX (cost_entry_since) \
             JOIN cost_pool p FORCE INDEX (PRIMARY) ON p.tenant_id = e.tenant_id AND p.variant_id = e.variant_id AND p.scope_id = e.scope_id \
             AND p.lot_id = e.lot_id JOIN variant v FORCE INDEX (PRIMARY) ON v.tenant_id = e.tenant_id AND v.id = e.variant_id \
             JOIN item i FORCE INDEX (PRIMARY) ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE e.tenant_id = ",
        );
        since.push_bind(tenant).push(" AND e.posted_at > ").push_bind(at);
        if known == Known::Now {
            since.push(" AND e.happened_at > ").push_bind(at);
        }
        since.push(" GROUP BY p.store_id, p.scope_id <> p.store_id, i.category_id");
        let rows: Vec<(Uuid, bool, Uuid, Decimal)> = since.build_query_as().fetch_all(tx.conn()).await?;
        for (store, way, category, value) in rows {
            *sums.entry((store, way, category)).or_default() -= value;
        }
    }
    Ok(sums.into_iter().map(|((store, on_the_way, category), value)| Total { store, on_the_way, category, value }).collect())
}

/// A part of what all stock is worth.
#[derive(Clone, Copy, Debug)]
pub struct Total {
    /// Nil: of all stores together.
    pub store: Uuid,
    pub on_the_way: bool,
    /// Nil: of no category.
    pub category: Uuid,
    pub value: Decimal,
}
