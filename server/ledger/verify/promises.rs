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
        let quantity = |value: Decimal| Quantity::new(value).unwrap_or_default();
        let said = Said::new("proof-promise-differs").with("expected", quantity(held)).with("found", quantity(said));
        check.fails(Failure { key: format!("{store}/{variant}"), ..Failure::new(said) });
    }
    Ok(check)
}
