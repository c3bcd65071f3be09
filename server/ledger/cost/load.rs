//! Reads what is to be valued, under the variant's lock: how, which movements, and the pools they touch.

use super::{
    event::{Event, Moved, PoolKey, Way},
    pool::{Layer, Pool, Source},
};
use chrono::{DateTime, NaiveDate, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;
use vocabulary::{CostMethod, CostScope, Currency, PlaceKind, PostingKind};

/// Postings that are valued in one transaction, at most.
const BATCH: usize = 300;

/// Locks a variant's head, so that nobody else values it, and reads how it is valued. Of one that was never valued the way
/// is settled now, for good.
///
/// # Errors
/// When the database fails.
pub(super) async fn way(tx: &mut Tx, variant: Uuid) -> Result<Way, OpError> {
    let row = match head(tx, variant).await? {
        Some(row) => row,
        None => {
            settle(tx, variant).await?;
            head(tx, variant).await?.ok_or_else(|| anyhow::anyhow!("the head of variant {variant} was just written"))?
        }
    };
    let currency: String = sqlx::query_scalar("SELECT currency FROM tenant WHERE id = ?").bind(tx.tenant()).fetch_one(tx.conn()).await?;
    let digits = currency.parse().map_or(2, Currency::minor_digits);
    let unknown = || anyhow::anyhow!("variant {variant} is valued in an unknown way");
    let (method, scope, standard) = row;
    Ok(Way { method: CostMethod::of_code(method).ok_or_else(unknown)?, scope: CostScope::of_code(scope).ok_or_else(unknown)?, digits, standard })
}

async fn head(tx: &mut Tx, variant: Uuid) -> Result<Option<(u8, u8, Option<Decimal>)>, OpError> {
    let tenant = tx.tenant();
    Ok(sqlx::query_as("SELECT method, scope, standard FROM cost_head WHERE tenant_id = ? AND variant_id = ? FOR UPDATE")
        .bind(tenant)
        .bind(variant)
        .fetch_optional(tx.conn())
        .await?)
}

/// From the first movement that is valued on, the policy stays as it is: whoever changes it holds its row, and is done with
/// it before, or finds it frozen.
async fn settle(tx: &mut Tx, variant: Uuid) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    sqlx::query(
        "INSERT INTO cost_policy (tenant_id, method, scope, frozen_at, changed_at) VALUES (?, ?, ?, ?, ?) \
         ON DUPLICATE KEY UPDATE frozen_at = COALESCE(frozen_at, VALUES(frozen_at))",
    )
    .bind(tenant)
    .bind(CostMethod::Fifo.code())
    .bind(CostScope::Store.code())
    .bind(now)
    .bind(now)
    .execute(tx.conn())
    .await?;
    sqlx::query(
        "INSERT INTO cost_head (tenant_id, variant_id, method, scope, valued_at) \
         SELECT p.tenant_id, ?, COALESCE((SELECT m.method FROM variant v JOIN cost_method m ON m.tenant_id = v.tenant_id AND m.item_id = v.item_id \
           WHERE v.tenant_id = p.tenant_id AND v.id = ?), p.method), p.scope, ? \
         FROM cost_policy p WHERE p.tenant_id = ? ON DUPLICATE KEY UPDATE valued_at = cost_head.valued_at",
    )
    .bind(variant)
    .bind(variant)
    .bind(now)
    .bind(tenant)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A row of the queue: its tick, its place among what was posted together, and the posting.
pub(super) type Waiting = (i64, i32, Uuid);

/// What waits of a variant, in order. One statement sees all that was committed, and so lacks nothing that comes before
/// what it sees.
pub(super) async fn queue(tx: &mut Tx, variant: Uuid) -> Result<Vec<Waiting>, OpError> {
    let tenant = tx.tenant();
    Ok(sqlx::query_as("SELECT tick, nth, posting_id FROM cost_queue WHERE tenant_id = ? AND variant_id = ? ORDER BY tick, nth, posting_id LIMIT ?")
        .bind(tenant)
        .bind(variant)
        .bind(i64::try_from(BATCH).unwrap_or(i64::MAX))
        .fetch_all(tx.conn())
        .await?)
}

#[derive(sqlx::FromRow)]
struct Row {
    posting_id: Uuid,
    kind: u8,
    store_id: Uuid,
    document_id: Uuid,
    document_ref: String,
    posted_at: DateTime<Utc>,
    business_date: NaiveDate,
    line: i32,
    place: u8,
    leg_store: Uuid,
    location_id: Uuid,
    lot_id: Uuid,
    quantity: Decimal,
    unit_cost: Option<Decimal>,
    happened_at: DateTime<Utc>,
}

/// The postings that wait, as far as the variant is concerned, in the order of the queue.
pub(super) async fn events(tx: &mut Tx, variant: Uuid, waiting: &[Waiting]) -> Result<Vec<Event>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN m.posting_id, p.kind, p.store_id, p.document_id, p.document_ref, p.posted_at, p.business_date, m.line, \
         l.kind AS place, m.store_id AS leg_store, m.location_id, m.lot_id, m.quantity, m.unit_cost, \
         COALESCE(t.happened_at, p.occurred_at) AS happened_at FROM (",
    );
    for (at, (.., posting)) in waiting.iter().enumerate() {
        select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(*posting).push(" AS BINARY(16)) AS posting");
    }
    select.push(") k JOIN posting p FORCE INDEX (PRIMARY) ON p.tenant_id = ").push_bind(tenant).push(" AND p.id = k.posting");
    select.push(" JOIN stock_movement m FORCE INDEX (stock_movement_variant) ON m.tenant_id = p.tenant_id AND m.posting_id = p.id");
    select.push(" AND m.variant_id = ").push_bind(variant);
    select.push(" JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = m.tenant_id AND l.id = m.location_id");
    select.push(" LEFT JOIN late_movement t ON t.tenant_id = m.tenant_id AND t.posting_id = m.posting_id AND t.leg = m.leg");
    select.push(" ORDER BY m.posting_id, m.leg");
    let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut events: HashMap<Uuid, Event> = HashMap::with_capacity(waiting.len());
    for row in rows {
        let unknown = || anyhow::anyhow!("posting {} is of an unknown kind", row.posting_id);
        let leg = Moved {
            line: row.line,
            place: PlaceKind::of_code(row.place).ok_or_else(unknown)?,
            store: row.leg_store,
            location: row.location_id,
            lot: row.lot_id,
            quantity: row.quantity,
            unit_cost: row.unit_cost,
            happened_at: row.happened_at,
        };
        let kind = PostingKind::of_code(row.kind).ok_or_else(unknown)?;
        let event = events.entry(row.posting_id).or_insert_with(|| Event {
            posting: row.posting_id,
            kind,
            store: row.store_id,
            document: row.document_id,
            reference: row.document_ref,
            posted_at: row.posted_at,
            day: row.business_date,
            legs: Vec::new(),
            undone: Vec::new(),
            sales: Vec::new(),
        });
        event.legs.push(leg);
    }
    let events = waiting.iter().filter_map(|(.., posting)| events.remove(posting));
    Ok(events.map(Event::dated_by_lines).collect())
}

type PoolRow = (Uuid, Uuid, Decimal, Decimal, Decimal, Decimal, Option<Decimal>, i64, i64, DateTime<Utc>);
type LayerRow = (Uuid, Uuid, i64, Uuid, i32, Uuid, Uuid, i32, DateTime<Utc>, Decimal, Decimal, Decimal, Decimal);

const LAYER: &str = "SELECT STRAIGHT_JOIN c.scope_id, c.lot_id, c.number, c.posting_id, c.line, c.document_id, c.origin_id, c.origin_line, c.since, \
                     c.quantity_in, c.value_in, \
                     c.quantity_left, c.value_left FROM (";

/// Reads pools with the layers that have something left, and with these others.
pub(super) async fn pools(
    tx: &mut Tx,
    variant: Uuid,
    keys: &BTreeSet<PoolKey>,
    others: &BTreeSet<(PoolKey, i64)>,
) -> Result<BTreeMap<PoolKey, Pool>, OpError> {
    let mut pools: BTreeMap<PoolKey, Pool> = BTreeMap::new();
    if keys.is_empty() {
        return Ok(pools);
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN p.scope_id, p.lot_id, p.quantity, p.value, p.owed_quantity, p.owed_value, p.last_cost, p.seq, p.layers, p.posted_at FROM (",
    );
    push_pools(&mut select, keys);
    select.push(") k JOIN cost_pool p FORCE INDEX (PRIMARY) ON p.tenant_id = ").push_bind(tenant).push(" AND p.variant_id = ").push_bind(variant);
    select.push(" AND p.scope_id = k.scope AND p.lot_id = k.lot");
    let rows: Vec<PoolRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (scope, lot, quantity, value, owed_quantity, owed_value, last_cost, seq, made, posted_at) in rows {
        let pool = Pool { quantity, value, owed_quantity, owed_value, last_cost, seq, made, posted_at, layers: BTreeMap::new() };
        pools.insert(PoolKey { scope, lot }, pool);
    }
    let mut select = QueryBuilder::<MySql>::new(LAYER);
    push_pools(&mut select, keys);
    select.push(") k JOIN cost_layer c FORCE INDEX (cost_layer_live) ON c.tenant_id = ").push_bind(tenant);
    select.push(" AND c.variant_id = ").push_bind(variant).push(" AND c.scope_id = k.scope AND c.lot_id = k.lot AND c.live = 1");
    let mut rows: Vec<LayerRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    if !others.is_empty() {
        let mut select = QueryBuilder::<MySql>::new(LAYER);
        for (at, (key, number)) in others.iter().enumerate() {
            select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(key.scope);
            select.push(" AS BINARY(16)) AS scope, CAST(").push_bind(key.lot).push(" AS BINARY(16)) AS lot, CAST(");
            select.push_bind(*number).push(" AS SIGNED) AS number");
        }
        select.push(") k JOIN cost_layer c FORCE INDEX (PRIMARY) ON c.tenant_id = ").push_bind(tenant);
        select.push(" AND c.variant_id = ").push_bind(variant).push(" AND c.scope_id = k.scope AND c.lot_id = k.lot AND c.number = k.number");
        rows.extend(select.build_query_as::<LayerRow>().fetch_all(tx.conn()).await?);
    }
    for (scope, lot, number, posting, line, document, origin, origin_line, since, quantity_in, value_in, quantity_left, value_left) in rows {
        if let Some(pool) = pools.get_mut(&PoolKey { scope, lot }) {
            let source = Source { posting, line, document, origin: (origin, origin_line), since };
            pool.layers.insert(number, Layer { source, quantity_in, value_in, quantity_left, value_left });
        }
    }
    Ok(pools)
}

/// Lists pools as rows to join: `scope`, `lot`.
fn push_pools(select: &mut QueryBuilder<MySql>, keys: &BTreeSet<PoolKey>) {
    for (at, key) in keys.iter().enumerate() {
        select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(key.scope);
        select.push(" AS BINARY(16)) AS scope, CAST(").push_bind(key.lot).push(" AS BINARY(16)) AS lot");
    }
}
