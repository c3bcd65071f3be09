//! Store by store: does each promise row say what the store's places hold?

use super::{Check, Failure, only::Only};
use crate::lock::PromiseKey;
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{PlaceKind, Quantity, Said, Status};

/// A key of a promise, what should stand there, and what does.
type Wrong = (Uuid, Uuid, Decimal, Decimal);

/// Both ways round: a row that says too much, and stock that no row speaks of.
pub(super) async fn check(tx: &mut Tx, only: Only<'_, PromiseKey>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-promise");
    if only.is_none() {
        return Ok(check);
    }
    let tenant = tx.tenant();
    check.examined = only.examined(tx, "SELECT COUNT(*) FROM stock_promise WHERE tenant_id = ?").await?;
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT store_id, variant_id, SUM(held), SUM(said) FROM (SELECT p.store_id, p.variant_id, p.sellable AS said, 0 AS held",
    );
    only.push_from(&mut select, tenant, "stock_promise", "p", "PRIMARY");
    select.push(" WHERE p.tenant_id = ").push_bind(tenant).push(" UNION ALL SELECT b.store_id, b.variant_id, 0, b.on_hand");
    only.push_from(&mut select, tenant, "stock_balance", "b", "stock_balance_store");
    select.push(" JOIN location l ON l.tenant_id = b.tenant_id AND l.id = b.location_id AND l.kind < ").push_bind(PlaceKind::Supplier.code());
    select.push(" WHERE b.tenant_id = ").push_bind(tenant).push(" AND b.status = ").push_bind(Status::Available.code());
    select.push(") both_sides GROUP BY store_id, variant_id HAVING SUM(said) <> SUM(held) LIMIT 100");
    fail(tx, &mut check, "proof-promise-differs", select).await?;
    Ok(check)
}

/// Is what each row says is promised what is open of the reservations of its key?
pub(super) async fn reserved(tx: &mut Tx, only: Only<'_, PromiseKey>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-reserved");
    if only.is_none() {
        return Ok(check);
    }
    let tenant = tx.tenant();
    check.examined = only.examined(tx, "SELECT COUNT(*) FROM reservation_line WHERE tenant_id = ?").await?;
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT store_id, variant_id, SUM(held), SUM(said) FROM (SELECT p.store_id, p.variant_id, p.promised AS said, 0 AS held",
    );
    only.push_from(&mut select, tenant, "stock_promise", "p", "PRIMARY");
    select.push(" WHERE p.tenant_id = ").push_bind(tenant).push(" AND p.promised <> 0 UNION ALL SELECT l.store_id, l.variant_id, 0, l.open");
    only.push_from(&mut select, tenant, "reservation_line", "l", "reservation_line_key");
    select.push(" WHERE l.tenant_id = ").push_bind(tenant).push(" AND l.open <> 0");
    if let Only::These(_) = only {
        // What is over is not gone through for what is not; the table's own check holds that nothing open is below nought.
        select.push(" AND l.live = TRUE");
    }
    select.push(") both_sides GROUP BY store_id, variant_id HAVING SUM(said) <> SUM(held) LIMIT 100");
    fail(tx, &mut check, "proof-reserved-differs", select).await?;
    Ok(check)
}

/// Is what promises exceed the stock by what the shortages say?
pub(super) async fn short(tx: &mut Tx, only: Only<'_, PromiseKey>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-shortage");
    if only.is_none() {
        return Ok(check);
    }
    let tenant = tx.tenant();
    check.examined = only.examined(tx, "SELECT COUNT(*) FROM shortage WHERE tenant_id = ?").await?;
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT store_id, variant_id, SUM(is_short), SUM(said) FROM (SELECT s.store_id, s.variant_id, s.quantity AS said, 0 AS is_short",
    );
    only.push_from(&mut select, tenant, "shortage", "s", "PRIMARY");
    select.push(" WHERE s.tenant_id = ").push_bind(tenant).push(" UNION ALL SELECT p.store_id, p.variant_id, 0, p.promised - p.sellable");
    only.push_from(&mut select, tenant, "stock_promise", "p", "PRIMARY");
    select.push(" WHERE p.tenant_id = ").push_bind(tenant).push(" AND p.promised > 0 AND p.promised > p.sellable");
    select.push(") both_sides GROUP BY store_id, variant_id HAVING SUM(said) <> SUM(is_short) LIMIT 100");
    fail(tx, &mut check, "proof-shortage-differs", select).await?;
    Ok(check)
}

/// Tells what a statement finds wrong.
async fn fail(tx: &mut Tx, check: &mut Check, code: &str, mut select: QueryBuilder<MySql>) -> Result<(), OpError> {
    let wrong: Vec<Wrong> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (store, variant, expected, found) in wrong {
        let said = Said::new(code).with("expected", quantity(expected)).with("found", quantity(found));
        check.fails(Failure { key: format!("{store}/{variant}"), ..Failure::new(said) });
    }
    Ok(())
}

fn quantity(value: Decimal) -> Quantity {
    Quantity::new(value).unwrap_or_default()
}
