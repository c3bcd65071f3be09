//! Is what stands on a store's way what its transfers say is on its way there?

use super::{Check, Failure, only::Only};
use crate::lock::PromiseKey;
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{PlaceKind, Quantity, Said};

/// Both ways round: what no transfer speaks of, and what one speaks of that is not there.
pub(super) async fn check(tx: &mut Tx, only: Only<'_, PromiseKey>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-transit");
    if only.is_none() {
        return Ok(check);
    }
    let tenant = tx.tenant();
    check.examined = only.examined(tx, "SELECT COUNT(*) FROM transfer_line WHERE tenant_id = ?").await?;
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT store_id, variant_id, SUM(held), SUM(said) FROM (SELECT b.store_id, b.variant_id, b.on_hand AS held, 0 AS said",
    );
    match only {
        // Few places are on the way: begun there, no other balance is read.
        Only::All => {
            select.push(" FROM location l JOIN stock_balance b ON b.tenant_id = l.tenant_id AND b.location_id = l.id");
        }
        Only::These(_) => {
            only.push_from(&mut select, tenant, "stock_balance", "b", "stock_balance_store");
            select.push(" JOIN location l ON l.tenant_id = b.tenant_id AND l.id = b.location_id");
        }
    }
    select.push(" WHERE l.tenant_id = ").push_bind(tenant).push(" AND l.kind = ").push_bind(PlaceKind::Transit.code());
    select.push(" UNION ALL SELECT t.to_store_id, n.variant_id, 0, n.shipped + n.surplus - n.received - n.damaged - n.missing - n.returned FROM ");
    match only {
        Only::All => {
            select
                .push("transfer t JOIN transfer_line n ON n.tenant_id = t.tenant_id AND n.transfer_id = t.id WHERE t.tenant_id = ")
                .push_bind(tenant);
        }
        Only::These(keys) => {
            select.push("(");
            crate::lock::push_promises(&mut select, keys);
            select.push(") listed STRAIGHT_JOIN transfer_line n FORCE INDEX (transfer_line_variant) ON n.tenant_id = ").push_bind(tenant);
            select.push(" AND n.variant_id = listed.variant STRAIGHT_JOIN transfer t FORCE INDEX (PRIMARY) ON t.tenant_id = n.tenant_id AND t.id = n.transfer_id");
            select.push(" AND t.to_store_id = listed.store");
        }
    }
    select.push(") both_sides GROUP BY store_id, variant_id HAVING SUM(held) <> SUM(said) LIMIT 100");
    let wrong: Vec<(Uuid, Uuid, Decimal, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let quantity = |value: Decimal| Quantity::new(value).unwrap_or_default();
    for (store, variant, held, said) in wrong {
        let said = Said::new("proof-transit-differs").with("expected", quantity(held)).with("found", quantity(said));
        check.fails(Failure { key: format!("{store}/{variant}"), ..Failure::new(said) });
    }
    Ok(check)
}
