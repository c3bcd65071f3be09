//! Is what stands on a store's way what its transfers say is on its way there?

use super::{Check, Failure};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use uuid::Uuid;
use vocabulary::{PlaceKind, Quantity, Said};

pub(super) async fn check(tx: &mut Tx) -> Result<Check, OpError> {
    let mut check = Check::new("proof-transit");
    let tenant = tx.tenant();
    let examined: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM transfer_line WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
    check.examined = u64::try_from(examined).unwrap_or(0);
    // Both ways round: what no transfer speaks of, and what one speaks of that is not there.
    let wrong: Vec<(Uuid, Uuid, Decimal, Decimal)> = sqlx::query_as(
        "SELECT store_id, variant_id, SUM(held), SUM(said) FROM ( \
           SELECT b.store_id, b.variant_id, b.on_hand AS held, 0 AS said FROM location l \
             JOIN stock_balance b ON b.tenant_id = l.tenant_id AND b.location_id = l.id WHERE l.tenant_id = ? AND l.kind = ? \
           UNION ALL \
           SELECT t.to_store_id, n.variant_id, 0, n.shipped + n.surplus - n.received - n.damaged - n.missing - n.returned FROM transfer t \
             JOIN transfer_line n ON n.tenant_id = t.tenant_id AND n.transfer_id = t.id WHERE t.tenant_id = ? \
         ) both_sides GROUP BY store_id, variant_id HAVING SUM(held) <> SUM(said) LIMIT 100",
    )
    .bind(tenant)
    .bind(PlaceKind::Transit.code())
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    let quantity = |value: Decimal| Quantity::new(value).unwrap_or_default();
    for (store, variant, held, said) in wrong {
        let said = Said::new("proof-transit-differs").with("expected", quantity(held)).with("found", quantity(said));
        check.fails(Failure { key: format!("{store}/{variant}"), ..Failure::new(said) });
    }
    Ok(check)
}
