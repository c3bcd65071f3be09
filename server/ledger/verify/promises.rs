//! Store by store: does each promise row say what the store's places hold?

use super::{Check, Failure};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use uuid::Uuid;
use vocabulary::{PlaceKind, Quantity, Said, Status};

pub(super) async fn check(tx: &mut Tx) -> Result<Check, OpError> {
    let mut check = Check::new("proof-promise");
    let tenant = tx.tenant();
    let examined: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM stock_promise WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
    check.examined = u64::try_from(examined).unwrap_or(0);
    // Both ways round: a row that says too much, and stock that no row speaks of.
    let wrong: Vec<(Uuid, Uuid, Decimal, Decimal)> = sqlx::query_as(
        "SELECT store_id, variant_id, SUM(said), SUM(held) FROM ( \
           SELECT p.store_id, p.variant_id, p.sellable AS said, 0 AS held FROM stock_promise p WHERE p.tenant_id = ? \
           UNION ALL \
           SELECT b.store_id, b.variant_id, 0, b.on_hand FROM stock_balance b \
             JOIN location l ON l.tenant_id = b.tenant_id AND l.id = b.location_id AND l.kind < ? WHERE b.tenant_id = ? AND b.status = ? \
         ) both_sides GROUP BY store_id, variant_id HAVING SUM(said) <> SUM(held) LIMIT 100",
    )
    .bind(tenant)
    .bind(PlaceKind::Supplier.code())
    .bind(tenant)
    .bind(Status::Available.code())
    .fetch_all(tx.conn())
    .await?;
    for (store, variant, said, held) in wrong {
        let said = Said::new("proof-promise-differs").with("expected", quantity(held)).with("found", quantity(said));
        check.fails(Failure { key: format!("{store}/{variant}"), ..Failure::new(said) });
    }
    Ok(check)
}

/// Is what each row says is promised what is open of the reservations of its key?
pub(super) async fn reserved(tx: &mut Tx) -> Result<Check, OpError> {
    let mut check = Check::new("proof-reserved");
    let tenant = tx.tenant();
    let examined: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM reservation_line WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
    check.examined = u64::try_from(examined).unwrap_or(0);
    let wrong: Vec<(Uuid, Uuid, Decimal, Decimal)> = sqlx::query_as(
        "SELECT store_id, variant_id, SUM(said), SUM(held) FROM ( \
           SELECT p.store_id, p.variant_id, p.promised AS said, 0 AS held FROM stock_promise p WHERE p.tenant_id = ? AND p.promised <> 0 \
           UNION ALL \
           SELECT l.store_id, l.variant_id, 0, l.open FROM reservation_line l WHERE l.tenant_id = ? AND l.open <> 0 \
         ) both_sides GROUP BY store_id, variant_id HAVING SUM(said) <> SUM(held) LIMIT 100",
    )
    .bind(tenant)
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    for (store, variant, said, held) in wrong {
        let said = Said::new("proof-reserved-differs").with("expected", quantity(held)).with("found", quantity(said));
        check.fails(Failure { key: format!("{store}/{variant}"), ..Failure::new(said) });
    }
    Ok(check)
}

/// Is what promises exceed the stock by what the shortages say?
pub(super) async fn short(tx: &mut Tx) -> Result<Check, OpError> {
    let mut check = Check::new("proof-shortage");
    let tenant = tx.tenant();
    let examined: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM shortage WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
    check.examined = u64::try_from(examined).unwrap_or(0);
    let wrong: Vec<(Uuid, Uuid, Decimal, Decimal)> = sqlx::query_as(
        "SELECT store_id, variant_id, SUM(said), SUM(is_short) FROM ( \
           SELECT s.store_id, s.variant_id, s.quantity AS said, 0 AS is_short FROM shortage s WHERE s.tenant_id = ? \
           UNION ALL \
           SELECT p.store_id, p.variant_id, 0, p.promised - p.sellable FROM stock_promise p WHERE p.tenant_id = ? AND p.promised > 0 AND p.promised > p.sellable \
         ) both_sides GROUP BY store_id, variant_id HAVING SUM(said) <> SUM(is_short) LIMIT 100",
    )
    .bind(tenant)
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    for (store, variant, said, is_short) in wrong {
        let said = Said::new("proof-shortage-differs").with("expected", quantity(is_short)).with("found", quantity(said));
        check.fails(Failure { key: format!("{store}/{variant}"), ..Failure::new(said) });
    }
    Ok(check)
}

fn quantity(value: Decimal) -> Quantity {
    Quantity::new(value).unwrap_or_default()
}
