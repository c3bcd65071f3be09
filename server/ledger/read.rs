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
