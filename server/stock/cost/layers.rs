//! Why a variant is worth what it is worth: what is left of what came in, and what changed it last.

use super::watermark;
use crate::{Stock, known as own};
use chrono::{DateTime, Utc};
use ledger::cost::{currency, policy};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use stock_rules::{EntryView, LayerView, LayersView, ListCostEntries, ListLayers, PoolView, ShowLayers};
use uuid::Uuid;
use vocabulary::{Actor, CostKind, CostMethod, CostScope, Cursor, LotId, Page, PostingId, Quantity, StoreId};

/// Pools of a page: each takes two statements more.
const POOLS: usize = 20;
/// Layers, and entries, that are told of each; the others are on its own page.
const FIRST: usize = 10;

impl Handle<ShowLayers> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowLayers) -> Result<Done<LayersView>, OpError> {
        if let Some(store) = show.store {
            own::store(tx, store).await?;
        }
        let tenant = tx.tenant();
        let head: Option<(String, String, String, Uuid)> =
            sqlx::query_as("SELECT sku, name, option_text, item_id FROM variant WHERE tenant_id = ? AND id = ?")
                .bind(tenant)
                .bind(show.variant.0)
                .fetch_optional(tx.conn())
                .await?;
        let (sku, name, option_text, item) = head.ok_or_else(OpError::not_found)?;
        let (method, scope, standard) = way(tx, show.variant.0, item).await?;
        let moved: Option<Uuid> = sqlx::query_scalar(
            "SELECT posting_id FROM stock_movement FORCE INDEX (stock_movement_variant) WHERE tenant_id = ? AND variant_id = ? LIMIT 1",
        )
        .bind(tenant)
        .bind(show.variant.0)
        .fetch_optional(tx.conn())
        .await?;
        let (pools, next) = pools(tx, &show).await?;
        Ok(Done::reply(LayersView {
            variant: show.variant,
            item: item.into(),
            sku,
            name,
            option_text,
            currency: currency(tx).await?,
            watermark: watermark(tx, Some(show.variant)).await?,
            method,
            scope,
            open: moved.is_none(),
            standard: standard.map(|each| each.normalize()),
            value: value(tx, &show).await?.normalize(),
            pools,
            next,
        }))
    }
}

/// How it is valued, or will be from its first movement on.
async fn way(tx: &mut Tx, variant: Uuid, item: Uuid) -> Result<(CostMethod, CostScope, Option<Decimal>), OpError> {
    let tenant = tx.tenant();
    let policy = policy::show(tx).await?;
    let row: Option<(u8, u8, Option<Decimal>)> = sqlx::query_as(
        "SELECT method, scope, standard FROM cost_head WHERE tenant_id = ? AND variant_id = ? \
         UNION ALL SELECT method, ?, NULL FROM cost_method WHERE tenant_id = ? AND item_id = ? LIMIT 1",
    )
    .bind(tenant)
    .bind(variant)
    .bind(policy.scope.code())
    .bind(tenant)
    .bind(item)
    .fetch_optional(tx.conn())
    .await?;
    let own = row.and_then(|(method, scope, standard)| Some((CostMethod::of_code(method)?, CostScope::of_code(scope)?, standard)));
    Ok(own.unwrap_or((policy.method, policy.scope, None)))
}

type PoolRow = (Uuid, Uuid, Uuid, Decimal, Decimal, Decimal, Decimal);

/// What all its pools are worth together.
async fn value(tx: &mut Tx, show: &ShowLayers) -> Result<Decimal, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT SUM(value) FROM cost_pool FORCE INDEX (PRIMARY) WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND variant_id = ").push_bind(show.variant.0);
    push_store(&mut select, show.store);
    let value: Option<Decimal> = select.build_query_scalar().fetch_one(tx.conn()).await?;
    Ok(value.unwrap_or_default())
}

/// A store's pools, and those of all stores together, for it has its part of them.
fn push_store(select: &mut QueryBuilder<MySql>, store: Option<StoreId>) {
    if let Some(store) = store {
        select.push(" AND store_id IN (").push_bind(store.0).push(", ").push_bind(Uuid::nil()).push(")");
    }
}

/// A page of pools: first those in which something is, each kind by their key.
async fn pools(tx: &mut Tx, show: &ShowLayers) -> Result<(Vec<PoolView>, Option<Cursor>), OpError> {
    let (tenant, variant) = (tx.tenant(), show.variant.0);
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT scope_id, lot_id, store_id, quantity, value, owed_quantity, owed_value FROM cost_pool FORCE INDEX (PRIMARY) WHERE tenant_id = ",
    );
    select.push_bind(tenant).push(" AND variant_id = ").push_bind(variant);
    push_store(&mut select, show.store);
    if let Some(Cursor(after)) = &show.cursor
        && let [empty, scope, lot] = after.as_slice()
        && let (Ok(scope), Ok(lot)) = (scope.parse::<Uuid>(), lot.parse::<Uuid>())
    {
        let empty = empty == EMPTY;
        select.push(" AND (quantity = 0) >= ").push_bind(empty).push(" AND ((quantity = 0) > ").push_bind(empty);
        select.push(" OR scope_id > ").push_bind(scope).push(" OR (scope_id = ").push_bind(scope);
        select.push(" AND lot_id > ").push_bind(lot).push("))");
    }
    select.push(" ORDER BY quantity = 0, scope_id, lot_id LIMIT ").push_bind(i64::try_from(POOLS + 1).unwrap_or(i64::MAX));
    let rows: Vec<PoolRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let page = Page::of(rows, POOLS, |row| {
        let empty = if row.3.is_zero() { EMPTY } else { "" };
        Cursor(vec![empty.to_owned(), row.0.to_string(), row.1.to_string()])
    });
    let mut pools = Vec::with_capacity(page.rows.len());
    for (scope, lot, store, amount, value, owed, owed_value) in page.rows {
        let key = Pool { variant, scope, lot };
        let (layers, entries) = (layers(tx, key, None, FIRST).await?, entries(tx, key, None, FIRST).await?);
        pools.push(PoolView {
            scope,
            store: (!store.is_nil()).then_some(StoreId(store)),
            on_the_way: scope != store,
            lot: (!lot.is_nil()).then_some(LotId(lot)),
            quantity: quantity(amount)?,
            value: value.normalize(),
            owed: quantity(owed)?,
            owed_value: owed_value.normalize(),
            more_layers: layers.next.is_some(),
            layers: layers.rows,
            more_entries: entries.next.is_some(),
            entries: entries.rows,
        });
    }
    Ok((pools, page.next))
}

/// A cursor's word for pools in which nothing is.
const EMPTY: &str = "empty";

#[derive(Clone, Copy)]
struct Pool {
    variant: Uuid,
    scope: Uuid,
    lot: Uuid,
}

impl Handle<ListLayers> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListLayers) -> Result<Done<Page<LayerView>>, OpError> {
        own::variant(tx, list.variant).await?;
        let pool = Pool { variant: list.variant.0, scope: list.scope, lot: list.lot.unwrap_or(LotId::NONE).0 };
        known(tx, pool).await?;
        Ok(Done::reply(layers(tx, pool, list.cursor.as_ref(), Page::<LayerView>::SIZE).await?))
    }
}

impl Handle<ListCostEntries> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListCostEntries) -> Result<Done<Page<EntryView>>, OpError> {
        own::variant(tx, list.variant).await?;
        let pool = Pool { variant: list.variant.0, scope: list.scope, lot: list.lot.unwrap_or(LotId::NONE).0 };
        known(tx, pool).await?;
        Ok(Done::reply(entries(tx, pool, list.cursor.as_ref(), Page::<EntryView>::SIZE).await?))
    }
}

/// There is such a pool: another's store, or its lot, is of none.
async fn known(tx: &mut Tx, pool: Pool) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT CAST(1 AS SIGNED) FROM cost_pool WHERE tenant_id = ");
    push_pool(&mut select, tenant, pool);
    let found: Option<i64> = select.build_query_scalar().fetch_optional(tx.conn()).await?;
    found.map(|_| ()).ok_or_else(OpError::not_found)
}

fn push_pool(select: &mut QueryBuilder<MySql>, tenant: i64, pool: Pool) {
    select.push_bind(tenant).push(" AND variant_id = ").push_bind(pool.variant).push(" AND scope_id = ").push_bind(pool.scope);
    select.push(" AND lot_id = ").push_bind(pool.lot);
}

type LayerRow = (Uuid, DateTime<Utc>, Decimal, Decimal, Decimal, Decimal, i64);

/// Layers of which something is left, by since when it is there and their number.
async fn layers(tx: &mut Tx, pool: Pool, cursor: Option<&Cursor>, size: usize) -> Result<Page<LayerView>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT origin_id, since, quantity_in, value_in, quantity_left, value_left, number FROM cost_layer FORCE INDEX (cost_layer_live) \
         WHERE tenant_id = ",
    );
    push_pool(&mut select, tenant, pool);
    select.push(" AND live = 1");
    if let Some(Cursor(after)) = cursor
        && let [since, number] = after.as_slice()
        && let (Ok(since), Ok(number)) = (since.parse::<DateTime<Utc>>(), number.parse::<i64>())
    {
        select.push(" AND since >= ").push_bind(since).push(" AND (since > ").push_bind(since);
        select.push(" OR number > ").push_bind(number).push(")");
    }
    select.push(" ORDER BY since, number LIMIT ").push_bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let rows: Vec<LayerRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let page = Page::of(rows, size, |row| Cursor(vec![row.1.to_rfc3339(), row.6.to_string()]));
    let view = |(posting, since, quantity_in, value_in, quantity_left, value_left, _): LayerRow| {
        let (quantity_in, quantity_left) = (quantity(quantity_in)?, quantity(quantity_left)?);
        let (value_in, value_left) = (value_in.normalize(), value_left.normalize());
        Ok(LayerView { posting: PostingId(posting), since, quantity_in, value_in, quantity_left, value_left })
    };
    Ok(Page { rows: page.rows.into_iter().map(view).collect::<Result<_, OpError>>()?, next: page.next })
}

type EntryRow = (u8, Uuid, DateTime<Utc>, Decimal, Decimal, Decimal, Decimal, i64);

async fn entries(tx: &mut Tx, pool: Pool, cursor: Option<&Cursor>, size: usize) -> Result<Page<EntryView>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT kind, posting_id, happened_at, quantity, value, quantity_after, value_after, seq FROM cost_entry FORCE INDEX (PRIMARY) \
         WHERE tenant_id = ",
    );
    push_pool(&mut select, tenant, pool);
    if let Some(before) = cursor.and_then(|Cursor(before)| before.first()?.parse::<i64>().ok()) {
        select.push(" AND seq < ").push_bind(before);
    }
    select.push(" ORDER BY seq DESC LIMIT ").push_bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
    let rows: Vec<EntryRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let page = Page::of(rows, size, |row| Cursor(vec![row.7.to_string()]));
    let view = |(kind, posting, happened_at, amount, value, quantity_after, value_after, _): EntryRow| {
        Ok(EntryView {
            kind: CostKind::of_code(kind).ok_or_else(|| anyhow::anyhow!("an entry is of the unknown kind {kind}"))?,
            posting: (!posting.is_nil()).then_some(PostingId(posting)),
            happened_at,
            quantity: quantity(amount)?,
            value: value.normalize(),
            quantity_after: quantity(quantity_after)?,
            value_after: value_after.normalize(),
        })
    };
    Ok(Page { rows: page.rows.into_iter().map(view).collect::<Result<_, OpError>>()?, next: page.next })
}

fn quantity(value: Decimal) -> Result<Quantity, OpError> {
    Quantity::new(value).map_err(|error| OpError::Other(error.into()))
}
