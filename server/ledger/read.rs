//! Questions about a key that rooms share.

use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use vocabulary::{LocationId, LotId, Quantity, Status, VariantId};

/// The balance of a key as the ledger knew it at an instant; `None` when nothing had moved there by then.
///
/// # Errors
/// When the database fails.
pub async fn balance_at(
    tx: &mut Tx,
    location: LocationId,
    variant: VariantId,
    lot: LotId,
    status: Status,
    at: DateTime<Utc>,
) -> Result<Option<(Quantity, i64)>, OpError> {
    let tenant = tx.tenant();
    // Backwards from the newest: what is asked about is nearly always recent. `tie` is 0 at places with a balance.
    let row: Option<(Decimal, i64)> = sqlx::query_as(
        "SELECT balance_after, seq FROM stock_movement \
         WHERE tenant_id = ? AND location_id = ? AND variant_id = ? AND lot_id = ? AND status = ? AND posted_at <= ? \
         ORDER BY seq DESC LIMIT 1",
    )
    .bind(tenant)
    .bind(location.0)
    .bind(variant.0)
    .bind(lot.0)
    .bind(status.code())
    .bind(at)
    .fetch_optional(tx.conn())
    .await?;
    row.map(|(balance, seq)| Ok((Quantity::new(balance).map_err(anyhow::Error::new)?, seq))).transpose()
}

/// The balance of a key now; `None` when nothing ever moved there.
///
/// # Errors
/// When the database fails.
pub async fn balance(tx: &mut Tx, location: LocationId, variant: VariantId, lot: LotId, status: Status) -> Result<Option<Quantity>, OpError> {
    let tenant = tx.tenant();
    let on_hand: Option<Decimal> = sqlx::query_scalar(
        "SELECT on_hand FROM stock_balance WHERE tenant_id = ? AND location_id = ? AND variant_id = ? AND lot_id = ? AND status = ? AND seq > 0",
    )
    .bind(tenant)
    .bind(location.0)
    .bind(variant.0)
    .bind(lot.0)
    .bind(status.code())
    .fetch_optional(tx.conn())
    .await?;
    on_hand.map(|on_hand| Quantity::new(on_hand).map_err(|error| OpError::Other(error.into()))).transpose()
}

/// What a posting needs to know of a variant.
#[derive(Clone, Debug)]
pub struct VariantFacts {
    pub id: VariantId,
    pub sku: String,
    pub name: String,
    /// Whether it comes in whole units only.
    pub whole: bool,
    /// What one unit last cost.
    pub cost: Option<Decimal>,
}

/// Reads the facts of variants that stock may move of; what is not the tenant's is simply not there.
///
/// # Errors
/// When the database fails.
pub async fn variants(tx: &mut Tx, ids: &[VariantId]) -> Result<std::collections::HashMap<VariantId, VariantFacts>, OpError> {
    let tenant = tx.tenant();
    let mut found = std::collections::HashMap::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new(
            "SELECT v.id, v.sku, v.name, i.whole, v.cost FROM variant v JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE v.tenant_id = ",
        );
        select.push_bind(tenant).push(" AND v.id IN (");
        let mut list = select.separated(", ");
        for id in ids {
            list.push_bind(id.0);
        }
        select.push(")");
        let rows: Vec<(uuid::Uuid, String, String, bool, Option<Decimal>)> = select.build_query_as().fetch_all(tx.conn()).await?;
        found
            .extend(rows.into_iter().map(|(id, sku, name, whole, cost)| (VariantId(id), VariantFacts { id: VariantId(id), sku, name, whole, cost })));
    }
    Ok(found)
}
