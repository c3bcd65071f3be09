//! The key figures.

use admin_rules::Figures;
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use vocabulary::{Actor, Permission, PlaceKind, Quantity, StoreId};

/// The figures this asker may see, and how many balances are below nought.
pub(super) async fn load(tx: &mut Tx, actor: &Actor, store: Option<StoreId>) -> Result<(Figures, i64), OpError> {
    let mut figures = Figures::default();
    let mut negative = 0;
    if actor.may(Permission::StockRead) {
        let (units, value, below) = stock(tx, store, actor.may(Permission::ValueRead)).await?;
        figures.units = Some(Quantity::new(units).map_err(anyhow::Error::new)?);
        figures.value = value;
        negative = below;
        figures.out_of_stock = Some(out_of_stock(tx, store).await?);
    }
    if actor.may(Permission::CatalogRead) {
        let tenant = tx.tenant();
        let variants: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM variant WHERE tenant_id = ? AND state < 4").bind(tenant).fetch_one(tx.conn()).await?;
        figures.variants = Some(variants);
    }
    if actor.may(Permission::Count) {
        figures.open_counts = Some(open_counts(tx, store).await?);
    }
    Ok((figures, negative))
}

/// Units on hand, their value at last cost, and how many balances are below nought: one pass over the balances' key.
/// A virtual place has no balance; what is on its way has, and is left out.
async fn stock(tx: &mut Tx, store: Option<StoreId>, with_value: bool) -> Result<(Decimal, Option<Decimal>, i64), OpError> {
    let tenant = tx.tenant();
    let value = if with_value { "COALESCE(SUM(b.on_hand * v.cost), 0)" } else { "CAST(0 AS DECIMAL(1,0))" };
    let mut select = QueryBuilder::<MySql>::new("SELECT COALESCE(SUM(b.on_hand), 0), ");
    select.push(value).push(", CAST(COALESCE(SUM(b.on_hand < 0), 0) AS SIGNED) FROM stock_balance b");
    if with_value {
        select.push(" JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id");
    }
    select.push(" WHERE b.tenant_id = ").push_bind(tenant);
    if let Some(store) = store {
        select.push(" AND b.store_id = ").push_bind(store.0);
    }
    select.push(" AND b.location_id NOT IN (SELECT l.id FROM location l WHERE l.tenant_id = ").push_bind(tenant);
    select.push(" AND l.kind = ").push_bind(PlaceKind::Transit.code()).push(")");
    let (units, value, below): (Decimal, Decimal, i64) = select.build_query_as().fetch_one(tx.conn()).await?;
    Ok((units, with_value.then(|| value.normalize()), below))
}

/// Variants that were in a store and of which nothing is left to sell there: as many as the stock list's "out" shows.
async fn out_of_stock(tx: &mut Tx, store: Option<StoreId>) -> Result<i64, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT COUNT(*) FROM (SELECT DISTINCT p.variant_id FROM stock_promise p WHERE p.tenant_id = ");
    select.push_bind(tenant);
    if let Some(store) = store {
        select.push(" AND p.store_id = ").push_bind(store.0);
    }
    select.push(" AND p.sellable = p.promised) sold_out JOIN variant v ON v.tenant_id = ");
    select.push_bind(tenant).push(" AND v.id = sold_out.variant_id AND v.state < 4");
    Ok(select.build_query_scalar().fetch_one(tx.conn()).await?)
}

/// Counts in states 1 to 3: open, counting, in review.
async fn open_counts(tx: &mut Tx, store: Option<StoreId>) -> Result<i64, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT COUNT(*) FROM count_session WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND state BETWEEN 1 AND 3");
    if let Some(store) = store {
        select.push(" AND store_id = ").push_bind(store.0);
    }
    Ok(select.build_query_scalar().fetch_one(tx.conn()).await?)
}
