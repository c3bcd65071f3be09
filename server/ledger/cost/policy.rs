//! How stock is valued: chosen before the first movement, and kept from then on.

use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use uuid::Uuid;
use vocabulary::{Actor, CostMethod, CostScope, Currency, ItemId, Said};

/// How a tenant's stock is valued.
#[derive(Clone, Debug)]
pub struct Policy {
    pub method: CostMethod,
    pub scope: CostScope,
    pub frozen_at: Option<DateTime<Utc>>,
    pub changed_by: String,
}

/// The currency that stock is valued in: the tenant's.
///
/// # Errors
/// When the database fails.
pub async fn currency(tx: &mut Tx) -> Result<Currency, OpError> {
    let currency: String = sqlx::query_scalar("SELECT currency FROM tenant WHERE id = ?").bind(tx.tenant()).fetch_one(tx.conn()).await?;
    currency.parse().map_err(|error: vocabulary::money::CurrencyError| OpError::Other(error.into()))
}

/// How stock is valued now.
///
/// # Errors
/// When the database fails.
pub async fn show(tx: &mut Tx) -> Result<Policy, OpError> {
    read(tx, "SELECT method, scope, frozen_at, changed_name FROM cost_policy WHERE tenant_id = ?").await
}

async fn read(tx: &mut Tx, sql: &'static str) -> Result<Policy, OpError> {
    let tenant = tx.tenant();
    let row: Option<(u8, u8, Option<DateTime<Utc>>, String)> = sqlx::query_as(sql).bind(tenant).fetch_optional(tx.conn()).await?;
    let Some((method, scope, frozen_at, changed_by)) = row else {
        return Ok(Policy { method: CostMethod::Fifo, scope: CostScope::Store, frozen_at: None, changed_by: String::new() });
    };
    let unknown = || anyhow::anyhow!("tenant {tenant} values stock in an unknown way");
    let (method, scope) = (CostMethod::of_code(method).ok_or_else(unknown)?, CostScope::of_code(scope).ok_or_else(unknown)?);
    Ok(Policy { method, scope, frozen_at, changed_by })
}

/// Locks the policy, which a worker waits for before it values the first movement of anything.
async fn lock(tx: &mut Tx) -> Result<Policy, OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    sqlx::query(
        "INSERT INTO cost_policy (tenant_id, method, scope, frozen_at, changed_at) VALUES (?, ?, ?, NULL, ?) \
         ON DUPLICATE KEY UPDATE changed_at = cost_policy.changed_at",
    )
    .bind(tenant)
    .bind(CostMethod::Fifo.code())
    .bind(CostScope::Store.code())
    .bind(now)
    .execute(tx.conn())
    .await?;
    read(tx, "SELECT method, scope, frozen_at, changed_name FROM cost_policy WHERE tenant_id = ? FOR UPDATE").await
}

/// Chooses how stock is valued.
///
/// # Errors
/// `costing-frozen` once something has moved.
pub async fn set(tx: &mut Tx, actor: &Actor, method: CostMethod, scope: CostScope) -> Result<Policy, OpError> {
    let before = lock(tx).await?;
    let (tenant, now) = (tx.tenant(), tx.now());
    let moved: Option<Uuid> = sqlx::query_scalar("SELECT id FROM posting WHERE tenant_id = ? LIMIT 1").bind(tenant).fetch_optional(tx.conn()).await?;
    if before.frozen_at.is_some() || moved.is_some() {
        return Err(OpError::conflict(Said::new("costing-frozen")));
    }
    sqlx::query("UPDATE cost_policy SET method = ?, scope = ?, changed_at = ?, changed_name = ? WHERE tenant_id = ?")
        .bind(method.code())
        .bind(scope.code())
        .bind(now)
        .bind(&actor.name)
        .bind(tenant)
        .execute(tx.conn())
        .await?;
    Ok(before)
}

/// Chooses how one item is valued; `None`: as all others. What it was before.
///
/// # Errors
/// Not found; `costing-frozen` once something of it has moved.
pub async fn set_item(tx: &mut Tx, actor: &Actor, item: ItemId, method: Option<CostMethod>) -> Result<Option<CostMethod>, OpError> {
    lock(tx).await?;
    let (tenant, now) = (tx.tenant(), tx.now());
    let name: Option<String> =
        sqlx::query_scalar("SELECT name FROM item WHERE tenant_id = ? AND id = ?").bind(tenant).bind(item.0).fetch_optional(tx.conn()).await?;
    name.ok_or_else(OpError::not_found)?;
    let moved: Option<i64> = sqlx::query_scalar(
        "SELECT CAST(1 AS SIGNED) FROM variant v FORCE INDEX (variant_item) JOIN stock_movement m FORCE INDEX (stock_movement_variant) \
         ON m.tenant_id = v.tenant_id AND m.variant_id = v.id WHERE v.tenant_id = ? AND v.item_id = ? LIMIT 1",
    )
    .bind(tenant)
    .bind(item.0)
    .fetch_optional(tx.conn())
    .await?;
    if moved.is_some() {
        return Err(OpError::conflict(Said::new("costing-frozen")));
    }
    let before: Option<u8> = sqlx::query_scalar("SELECT method FROM cost_method WHERE tenant_id = ? AND item_id = ?")
        .bind(tenant)
        .bind(item.0)
        .fetch_optional(tx.conn())
        .await?;
    match method {
        Some(method) => {
            sqlx::query(
                "INSERT INTO cost_method (tenant_id, item_id, method, changed_at, changed_name) VALUES (?, ?, ?, ?, ?) \
                 ON DUPLICATE KEY UPDATE method = VALUES(method), changed_at = VALUES(changed_at), changed_name = VALUES(changed_name)",
            )
            .bind(tenant)
            .bind(item.0)
            .bind(method.code())
            .bind(now)
            .bind(&actor.name)
            .execute(tx.conn())
            .await?;
        }
        None => {
            sqlx::query("DELETE FROM cost_method WHERE tenant_id = ? AND item_id = ?").bind(tenant).bind(item.0).execute(tx.conn()).await?;
        }
    }
    Ok(before.and_then(CostMethod::of_code))
}
