//! Reads what is to be valued, under the variants' locks: how, which movements, and the pools they touch. Of many variants as of one,
//! in as many statements.

use super::{
    event::{Event, Moved, PoolKey, Way},
    pool::{Layer, Pool, Source},
};
use crate::lapse::push_ids;
use chrono::{DateTime, NaiveDate, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;
use vocabulary::{CostMethod, CostScope, Currency, PlaceKind, PostingKind};

/// Postings of a variant that are valued in one transaction, at most.
const BATCH: usize = 300;
/// Postings of all variants that are valued together, and the fewest of each that are asked for.
const TOGETHER: usize = 2_000;
const FEWEST: usize = 30;

/// Locks the heads of variants, in their order, so that nobody else values them, and reads how they are valued. Of one that was
/// never valued the way is settled now, for good.
///
/// # Errors
/// When the database fails.
pub(super) async fn ways(tx: &mut Tx, variants: &BTreeSet<Uuid>) -> Result<BTreeMap<Uuid, Way>, OpError> {
    let currency: String = sqlx::query_scalar("SELECT currency FROM tenant WHERE id = ?").bind(tx.tenant()).fetch_one(tx.conn()).await?;
    let digits = currency.parse().map_or(2, Currency::minor_digits);
    let all: Vec<Uuid> = variants.iter().copied().collect();
    let mut ways = heads(tx, &all, digits).await?;
    let new: Vec<Uuid> = all.into_iter().filter(|variant| !ways.contains_key(variant)).collect();
    if !new.is_empty() {
        for variant in &new {
            settle(tx, *variant).await?;
        }
        ways.extend(heads(tx, &new, digits).await?);
    }
    Ok(ways)
}

/// The same of one.
///
/// # Errors
/// When the database fails.
pub(super) async fn way(tx: &mut Tx, variant: Uuid) -> Result<Way, OpError> {
    let way = ways(tx, &BTreeSet::from([variant])).await?.remove(&variant);
    Ok(way.ok_or_else(|| anyhow::anyhow!("the head of variant {variant} was just written"))?)
}

async fn heads(tx: &mut Tx, variants: &[Uuid], digits: u32) -> Result<BTreeMap<Uuid, Way>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN h.variant_id, h.method, h.scope, h.standard FROM (");
    push_ids(&mut select, variants);
    select.push(") k JOIN cost_head h FORCE INDEX (PRIMARY) ON h.tenant_id = ").push_bind(tenant).push(" AND h.variant_id = k.id FOR UPDATE");
    let rows: Vec<(Uuid, u8, u8, Option<Decimal>)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut ways = BTreeMap::new();
    for (variant, method, scope, standard) in rows {
        let unknown = || anyhow::anyhow!("variant {variant} is valued in an unknown way");
        let (method, scope) = (CostMethod::of_code(method).ok_or_else(unknown)?, CostScope::of_code(scope).ok_or_else(unknown)?);
        ways.insert(variant, Way { method, scope, digits, standard });
    }
    Ok(ways)
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

/// What waits of variants, each in its order. One statement sees all that was committed, and so lacks nothing that comes before
/// what it sees.
///
/// # Errors
/// When the database fails.
pub(super) async fn queue(tx: &mut Tx, variants: &BTreeSet<Uuid>) -> Result<BTreeMap<Uuid, Vec<Waiting>>, OpError> {
    let (tenant, most) = (tx.tenant(), (TOGETHER / variants.len().max(1)).clamp(FEWEST, BATCH));
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut select = QueryBuilder::<MySql>::new("");
    for (at, variant) in variants.iter().enumerate() {
        select.push(if at == 0 { "(" } else { " UNION ALL (" });
        select.push("SELECT variant_id, tick, nth, posting_id FROM cost_queue WHERE tenant_id = ").push_bind(tenant);
        select.push(" AND variant_id = ").push_bind(*variant).push(" ORDER BY tick, nth, posting_id LIMIT ").push_bind(most).push(")");
    }
    let rows: Vec<(Uuid, i64, i32, Uuid)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut waiting: BTreeMap<Uuid, Vec<Waiting>> = BTreeMap::new();
    for (variant, tick, nth, posting) in rows {
        waiting.entry(variant).or_default().push((tick, nth, posting));
    }
    // The order of a union's rows is nobody's promise.
    waiting.values_mut().for_each(|waiting| waiting.sort_unstable());
    Ok(waiting)
}

#[derive(sqlx::FromRow)]
struct Row {
    variant_id: Uuid,
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

/// The postings that wait, as far as their variants are concerned, in the order of the queue.
///
/// # Errors
/// When the database fails.
pub(super) async fn events(tx: &mut Tx, waiting: &BTreeMap<Uuid, Vec<Waiting>>) -> Result<BTreeMap<Uuid, Vec<Event>>, OpError> {
    let pairs: Vec<(Uuid, Uuid)> =
        waiting.iter().flat_map(|(variant, waiting)| waiting.iter().map(move |(.., posting)| (*variant, *posting))).collect();
    let mut read: HashMap<(Uuid, Uuid), Event> = HashMap::with_capacity(pairs.len());
    for pairs in pairs.chunks(BATCH) {
        for row in rows(tx, pairs).await? {
            row.into_event(&mut read)?;
        }
    }
    let mut events: BTreeMap<Uuid, Vec<Event>> = BTreeMap::new();
    for (variant, waiting) in waiting {
        let found = waiting.iter().filter_map(|(.., posting)| read.remove(&(*variant, *posting)));
        events.insert(*variant, found.map(Event::dated_by_lines).collect());
    }
    Ok(events)
}

/// The movements of postings of variants.
async fn rows(tx: &mut Tx, pairs: &[(Uuid, Uuid)]) -> Result<Vec<Row>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN m.variant_id, m.posting_id, p.kind, p.store_id, p.document_id, p.document_ref, p.posted_at, p.business_date, m.line, \
         l.kind AS place, m.store_id AS leg_store, m.location_id, m.lot_id, m.quantity, m.unit_cost, \
         COALESCE(t.happened_at, p.occurred_at) AS happened_at FROM (",
    );
    for (at, (variant, posting)) in pairs.iter().enumerate() {
        select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(*posting).push(" AS BINARY(16)) AS posting, CAST(");
        select.push_bind(*variant).push(" AS BINARY(16)) AS variant");
    }
    select.push(") k JOIN posting p FORCE INDEX (PRIMARY) ON p.tenant_id = ").push_bind(tenant).push(" AND p.id = k.posting");
    select.push(" JOIN stock_movement m FORCE INDEX (stock_movement_variant) ON m.tenant_id = p.tenant_id AND m.posting_id = p.id");
    select.push(" AND m.variant_id = k.variant");
    select.push(" JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = m.tenant_id AND l.id = m.location_id");
    select.push(" LEFT JOIN late_movement t ON t.tenant_id = m.tenant_id AND t.posting_id = m.posting_id AND t.leg = m.leg");
    select.push(" ORDER BY m.posting_id, m.leg");
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

impl Row {
    fn into_event(self, events: &mut HashMap<(Uuid, Uuid), Event>) -> Result<(), OpError> {
        let unknown = || anyhow::anyhow!("posting {} is of an unknown kind", self.posting_id);
        let leg = Moved {
            line: self.line,
            place: PlaceKind::of_code(self.place).ok_or_else(unknown)?,
            store: self.leg_store,
            location: self.location_id,
            lot: self.lot_id,
            quantity: self.quantity,
            unit_cost: self.unit_cost,
            happened_at: self.happened_at,
        };
        let kind = PostingKind::of_code(self.kind).ok_or_else(unknown)?;
        let event = events.entry((self.variant_id, self.posting_id)).or_insert_with(|| Event {
            posting: self.posting_id,
            kind,
            store: self.store_id,
            document: self.document_id,
            reference: self.document_ref,
            posted_at: self.posted_at,
            day: self.business_date,
            legs: Vec::new(),
            undone: Vec::new(),
            sales: Vec::new(),
        });
        event.legs.push(leg);
        Ok(())
    }
}

type PoolRow = (Uuid, Uuid, Uuid, Decimal, Decimal, Decimal, Decimal, Option<Decimal>, i64, i64, DateTime<Utc>);
type LayerRow = (Uuid, Uuid, Uuid, i64, Uuid, i32, Uuid, Uuid, i32, DateTime<Utc>, Decimal, Decimal, Decimal, Decimal);

const LAYER: &str = "SELECT STRAIGHT_JOIN c.variant_id, c.scope_id, c.lot_id, c.number, c.posting_id, c.line, c.document_id, c.origin_id, \
                     c.origin_line, c.since, c.quantity_in, c.value_in, c.quantity_left, c.value_left FROM (";

/// The pools of a variant.
pub(super) type Pools = BTreeMap<PoolKey, Pool>;
/// What of a variant is needed: pools, and layers of theirs even if nothing is left of them.
pub(super) type Needs = (BTreeSet<PoolKey>, BTreeSet<(PoolKey, i64)>);

/// Reads the pools of variants with the layers that have something left, and with those others that are needed.
///
/// # Errors
/// When the database fails.
pub(super) async fn pools(tx: &mut Tx, needs: &BTreeMap<Uuid, Needs>) -> Result<BTreeMap<Uuid, Pools>, OpError> {
    let keys: Vec<(Uuid, PoolKey)> = needs.iter().flat_map(|(variant, (keys, _))| keys.iter().map(move |key| (*variant, *key))).collect();
    let mut pools: BTreeMap<Uuid, Pools> = needs.keys().map(|variant| (*variant, Pools::new())).collect();
    let tenant = tx.tenant();
    let mut layers: Vec<LayerRow> = Vec::new();
    for keys in keys.chunks(BATCH) {
        let mut select = QueryBuilder::<MySql>::new(
            "SELECT STRAIGHT_JOIN p.variant_id, p.scope_id, p.lot_id, p.quantity, p.value, p.owed_quantity, p.owed_value, p.last_cost, p.seq, \
             p.layers, p.posted_at FROM (",
        );
        push_pools(&mut select, keys);
        select.push(") k JOIN cost_pool p FORCE INDEX (PRIMARY) ON p.tenant_id = ").push_bind(tenant);
        select.push(" AND p.variant_id = k.variant AND p.scope_id = k.scope AND p.lot_id = k.lot");
        let rows: Vec<PoolRow> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (variant, scope, lot, quantity, value, owed_quantity, owed_value, last_cost, seq, made, posted_at) in rows {
            let pool = Pool { quantity, value, owed_quantity, owed_value, last_cost, seq, made, posted_at, layers: BTreeMap::new() };
            pools.entry(variant).or_default().insert(PoolKey { scope, lot }, pool);
        }
        let mut select = QueryBuilder::<MySql>::new(LAYER);
        push_pools(&mut select, keys);
        select.push(") k JOIN cost_layer c FORCE INDEX (cost_layer_live) ON c.tenant_id = ").push_bind(tenant);
        select.push(" AND c.variant_id = k.variant AND c.scope_id = k.scope AND c.lot_id = k.lot AND c.live = 1");
        layers.extend(select.build_query_as::<LayerRow>().fetch_all(tx.conn()).await?);
    }
    let others: Vec<(Uuid, PoolKey, i64)> =
        needs.iter().flat_map(|(variant, (_, others))| others.iter().map(move |(key, number)| (*variant, *key, *number))).collect();
    for others in others.chunks(BATCH) {
        let mut select = QueryBuilder::<MySql>::new(LAYER);
        for (at, (variant, key, number)) in others.iter().enumerate() {
            push_pool(&mut select, at, *variant, *key);
            select.push(", CAST(").push_bind(*number).push(" AS SIGNED) AS number");
        }
        select.push(") k JOIN cost_layer c FORCE INDEX (PRIMARY) ON c.tenant_id = ").push_bind(tenant);
        select.push(" AND c.variant_id = k.variant AND c.scope_id = k.scope AND c.lot_id = k.lot AND c.number = k.number");
        layers.extend(select.build_query_as::<LayerRow>().fetch_all(tx.conn()).await?);
    }
    for row in layers {
        let (variant, scope, lot, number, posting, line, document, origin, origin_line, since, quantity_in, value_in, quantity_left, value_left) =
            row;
        if let Some(pool) = pools.get_mut(&variant).and_then(|pools| pools.get_mut(&PoolKey { scope, lot })) {
            let source = Source { posting, line, document, origin: (origin, origin_line), since };
            pool.layers.insert(number, Layer { source, quantity_in, value_in, quantity_left, value_left });
        }
    }
    Ok(pools)
}

/// Lists pools as rows to join: `variant`, `scope`, `lot`.
fn push_pools(select: &mut QueryBuilder<MySql>, keys: &[(Uuid, PoolKey)]) {
    for (at, (variant, key)) in keys.iter().enumerate() {
        push_pool(select, at, *variant, *key);
    }
}

fn push_pool(select: &mut QueryBuilder<MySql>, at: usize, variant: Uuid, key: PoolKey) {
    select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(variant).push(" AS BINARY(16)) AS variant, CAST(");
    select.push_bind(key.scope).push(" AS BINARY(16)) AS scope, CAST(").push_bind(key.lot).push(" AS BINARY(16)) AS lot");
}
