//! Lot by lot: is each piece in one place at most, where its row says; does every lot's list name its movements; is stock
//! told apart as its item asks for?

use super::{Check, Failure};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use uuid::Uuid;
use vocabulary::{PostingId, Quantity, Said};

/// Is each piece in one place at most, and does its row say which?
pub(super) async fn serials(tx: &mut Tx) -> Result<Check, OpError> {
    let mut check = Check::new("proof-serial");
    let tenant = tx.tenant();
    let examined: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM serial WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
    check.examined = u64::try_from(examined).unwrap_or(0);
    let wrong: Vec<(String, Decimal)> = sqlx::query_as(
        "SELECT t.code, SUM(b.on_hand) FROM stock_balance b JOIN lot t ON t.tenant_id = b.tenant_id AND t.id = b.lot_id AND t.serial = TRUE \
         WHERE b.tenant_id = ? AND b.on_hand <> 0 GROUP BY t.id, t.code HAVING SUM(b.on_hand) <> 1 OR COUNT(*) > 1 LIMIT 100",
    )
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    for (code, found) in wrong {
        let said = Said::new("proof-serial-twice").with("found", Quantity::new(found).unwrap_or_default());
        check.fails(Failure { key: code, ..Failure::new(said) });
    }
    // Both ways round: a row that says what no balance does, and a balance that no row speaks of.
    let astray: Vec<(String,)> = sqlx::query_as(
        "SELECT t.code FROM ( \
           SELECT s.lot_id, s.location_id, s.status FROM serial s WHERE s.tenant_id = ? AND s.present = 1 \
           UNION ALL \
           SELECT b.lot_id, b.location_id, b.status FROM stock_balance b JOIN lot l ON l.tenant_id = b.tenant_id AND l.id = b.lot_id AND l.serial = TRUE \
             WHERE b.tenant_id = ? AND b.on_hand > 0 \
         ) both_sides JOIN lot t ON t.tenant_id = ? AND t.id = both_sides.lot_id \
         GROUP BY t.code, both_sides.lot_id, both_sides.location_id, both_sides.status HAVING COUNT(*) <> 2 LIMIT 100",
    )
    .bind(tenant)
    .bind(tenant)
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    for (code,) in astray {
        check.fails(Failure { key: code, ..Failure::new(Said::new("proof-serial-astray")) });
    }
    Ok(check)
}

/// Does every lot's list name its movements, and is each of its own item?
pub(super) async fn lists(tx: &mut Tx) -> Result<Check, OpError> {
    let mut check = Check::new("proof-lot");
    let tenant = tx.tenant();
    let examined: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM lot_movement WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
    check.examined = u64::try_from(examined).unwrap_or(0);
    let lost: Vec<(Uuid,)> = sqlx::query_as(
        "SELECT m.posting_id FROM stock_movement m \
         LEFT JOIN lot_movement k ON k.tenant_id = m.tenant_id AND k.lot_id = m.lot_id AND k.posting_id = m.posting_id AND k.leg = m.leg \
         LEFT JOIN lot t ON t.tenant_id = m.tenant_id AND t.id = m.lot_id AND t.variant_id = m.variant_id \
         WHERE m.tenant_id = ? AND m.lot_id <> ? AND (k.leg IS NULL OR t.id IS NULL) LIMIT 100",
    )
    .bind(tenant)
    .bind(Uuid::nil())
    .fetch_all(tx.conn())
    .await?;
    let strange: Vec<(Uuid,)> = sqlx::query_as(
        "SELECT k.posting_id FROM lot_movement k \
         LEFT JOIN stock_movement m ON m.tenant_id = k.tenant_id AND m.posting_id = k.posting_id AND m.leg = k.leg AND m.lot_id = k.lot_id \
         WHERE k.tenant_id = ? AND m.leg IS NULL LIMIT 100",
    )
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    for (posting,) in lost.into_iter().chain(strange) {
        check.fails(Failure { posting: Some(PostingId(posting)), ..Failure::new(Said::new("proof-lot-list")) });
    }
    // What is there of a tracked item is of a lot, and of any other it is not.
    let untold: Vec<(String,)> = sqlx::query_as(
        "SELECT v.sku FROM stock_balance b JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id \
         WHERE b.tenant_id = ? AND b.on_hand <> 0 AND (v.tracking = 0) <> (b.lot_id = ?) LIMIT 100",
    )
    .bind(tenant)
    .bind(Uuid::nil())
    .fetch_all(tx.conn())
    .await?;
    for (sku,) in untold {
        check.fails(Failure { key: sku, ..Failure::new(Said::new("proof-lot-untold")) });
    }
    Ok(check)
}
