//! Why a variant is worth what it is worth: what is left of what came in, and what changed it last.

use super::watermark;
use crate::{Stock, known as own};
use chrono::{DateTime, Utc};
use ledger::cost::{currency, policy};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use stock_rules::{EntryView, LayerView, LayersView, PoolView, ShowLayers};
use uuid::Uuid;
use vocabulary::{Actor, CostKind, CostMethod, CostScope, LotId, PostingId, Quantity, StoreId};

const POOLS: i64 = 100;
const LAYERS: i64 = 50;
const ENTRIES: i64 = 20;

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
            pools: pools(tx, show.variant.0, show.store).await?,
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

async fn pools(tx: &mut Tx, variant: Uuid, store: Option<StoreId>) -> Result<Vec<PoolView>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT scope_id, lot_id, store_id, quantity, value, owed_quantity, owed_value FROM cost_pool FORCE INDEX (PRIMARY) WHERE tenant_id = ",
    );
    select.push_bind(tenant).push(" AND variant_id = ").push_bind(variant);
    if let Some(store) = store {
        select.push(" AND store_id IN (").push_bind(store.0).push(", ").push_bind(Uuid::nil()).push(")");
    }
    select.push(" ORDER BY quantity = 0, scope_id, lot_id LIMIT ").push_bind(POOLS);
    let rows: Vec<PoolRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut pools = Vec::with_capacity(rows.len());
    for (scope, lot, store, amount, value, owed, owed_value) in rows {
        let key = Pool { variant, scope, lot };
        pools.push(PoolView {
            store: (!store.is_nil()).then_some(StoreId(store)),
            on_the_way: scope != store,
            lot: (!lot.is_nil()).then_some(LotId(lot)),
            quantity: quantity(amount)?,
            value: value.normalize(),
            owed: quantity(owed)?,
            owed_value: owed_value.normalize(),
            layers: layers(tx, key).await?,
            entries: entries(tx, key).await?,
        });
    }
    Ok(pools)
}

#[derive(Clone, Copy)]
struct Pool {
    variant: Uuid,
    scope: Uuid,
    lot: Uuid,
}

async fn layers(tx: &mut Tx, pool: Pool) -> Result<Vec<LayerView>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, DateTime<Utc>, Decimal, Decimal, Decimal, Decimal)> = sqlx::query_as(
        "SELECT origin_id, since, quantity_in, value_in, quantity_left, value_left FROM cost_layer FORCE INDEX (cost_layer_live) \
         WHERE tenant_id = ? AND variant_id = ? AND scope_id = ? AND lot_id = ? AND live = 1 ORDER BY since, number LIMIT ?",
    )
    .bind(tenant)
    .bind(pool.variant)
    .bind(pool.scope)
    .bind(pool.lot)
    .bind(LAYERS)
    .fetch_all(tx.conn())
    .await?;
    let view = |(posting, since, quantity_in, value_in, quantity_left, value_left): (Uuid, _, _, Decimal, _, Decimal)| {
        let (quantity_in, quantity_left) = (quantity(quantity_in)?, quantity(quantity_left)?);
        let (value_in, value_left) = (value_in.normalize(), value_left.normalize());
        Ok(LayerView { posting: PostingId(posting), since, quantity_in, value_in, quantity_left, value_left })
    };
    rows.into_iter().map(view).collect()
}

async fn entries(tx: &mut Tx, pool: Pool) -> Result<Vec<EntryView>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(u8, Uuid, DateTime<Utc>, Decimal, Decimal, Decimal, Decimal)> = sqlx::query_as(
        "SELECT kind, posting_id, happened_at, quantity, value, quantity_after, value_after FROM cost_entry FORCE INDEX (PRIMARY) \
         WHERE tenant_id = ? AND variant_id = ? AND scope_id = ? AND lot_id = ? ORDER BY seq DESC LIMIT ?",
    )
    .bind(tenant)
    .bind(pool.variant)
    .bind(pool.scope)
    .bind(pool.lot)
    .bind(ENTRIES)
    .fetch_all(tx.conn())
    .await?;
    let view = |(kind, posting, happened_at, amount, value, quantity_after, value_after): (u8, Uuid, _, _, Decimal, _, Decimal)| {
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
    rows.into_iter().map(view).collect()
}

fn quantity(value: Decimal) -> Result<Quantity, OpError> {
    Quantity::new(value).map_err(|error| OpError::Other(error.into()))
}
