//! Lot by lot: is each piece in one place at most, where its row says; does every lot's list name its movements; is stock
//! told apart as its item asks for?

use super::{Check, Failure, only::Only};
use crate::lock::Key;
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{LotId, PostingId, Quantity, Said};

/// Is each piece in one place at most, and does its row say which?
pub(super) async fn serials(tx: &mut Tx, only: Only<'_, LotId>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-serial");
    if only.is_none() {
        return Ok(check);
    }
    let tenant = tx.tenant();
    check.examined = only.examined(tx, "SELECT COUNT(*) FROM serial WHERE tenant_id = ?").await?;
    let mut select = QueryBuilder::<MySql>::new("SELECT t.code, SUM(b.on_hand)");
    only.push_from(&mut select, tenant, "stock_balance", "b", "stock_balance_lot");
    select.push(" JOIN lot t ON t.tenant_id = b.tenant_id AND t.id = b.lot_id AND t.serial = TRUE WHERE b.tenant_id = ").push_bind(tenant);
    select.push(" AND b.on_hand <> 0 GROUP BY t.id, t.code HAVING SUM(b.on_hand) <> 1 OR COUNT(*) > 1 LIMIT 100");
    let wrong: Vec<(String, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (code, found) in wrong {
        let said = Said::new("proof-serial-twice").with("found", Quantity::new(found).unwrap_or_default());
        check.fails(Failure { key: code, ..Failure::new(said) });
    }
    // Both ways round: a row that says what no balance does, and a balance that no row speaks of.
    let mut select = QueryBuilder::<MySql>::new("SELECT t.code FROM (SELECT s.lot_id, s.location_id, s.status");
    only.push_from(&mut select, tenant, "serial", "s", "PRIMARY");
    select.push(" WHERE s.tenant_id = ").push_bind(tenant).push(" AND s.present = 1 UNION ALL SELECT b.lot_id, b.location_id, b.status");
    only.push_from(&mut select, tenant, "stock_balance", "b", "stock_balance_lot");
    select.push(" JOIN lot l ON l.tenant_id = b.tenant_id AND l.id = b.lot_id AND l.serial = TRUE WHERE b.tenant_id = ").push_bind(tenant);
    select.push(" AND b.on_hand > 0) both_sides JOIN lot t ON t.tenant_id = ").push_bind(tenant).push(" AND t.id = both_sides.lot_id");
    select.push(" GROUP BY t.code, both_sides.lot_id, both_sides.location_id, both_sides.status HAVING COUNT(*) <> 2 LIMIT 100");
    let astray: Vec<(String,)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (code,) in astray {
        check.fails(Failure { key: code, ..Failure::new(Said::new("proof-serial-astray")) });
    }
    Ok(check)
}

/// Does every lot's list name its movements, and is each of its own item?
pub(super) async fn lists(tx: &mut Tx, keys: Only<'_, Key>, lots: Only<'_, LotId>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-lot");
    check.examined = if lots.is_none() { 0 } else { lots.examined(tx, "SELECT COUNT(*) FROM lot_movement WHERE tenant_id = ?").await? };
    for posting in lost(tx, keys).await?.into_iter().chain(strange(tx, lots).await?) {
        check.fails(Failure { posting: Some(PostingId(posting)), ..Failure::new(Said::new("proof-lot-list")) });
    }
    for sku in untold(tx, keys).await? {
        check.fails(Failure { key: sku, ..Failure::new(Said::new("proof-lot-untold")) });
    }
    Ok(check)
}

/// Movements that their lot's list does not name, or of a lot of another item.
async fn lost(tx: &mut Tx, keys: Only<'_, Key>) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    let of_lots: Vec<Key> = match keys {
        Only::All => Vec::new(),
        Only::These(keys) => keys.iter().filter(|key| key.2 != Uuid::nil()).copied().collect(),
    };
    let keys = if let Only::All = keys { keys } else { Only::These(&of_lots) };
    if keys.is_none() {
        return Ok(Vec::new());
    }
    let mut select = QueryBuilder::<MySql>::new("SELECT m.posting_id");
    keys.push_from(&mut select, tenant, "stock_movement", "m", "stock_movement_key");
    select.push(" LEFT JOIN lot_movement k ON k.tenant_id = m.tenant_id AND k.lot_id = m.lot_id AND k.posting_id = m.posting_id AND k.leg = m.leg");
    select.push(" LEFT JOIN lot t ON t.tenant_id = m.tenant_id AND t.id = m.lot_id AND t.variant_id = m.variant_id WHERE m.tenant_id = ");
    select.push_bind(tenant).push(" AND m.lot_id <> ").push_bind(Uuid::nil()).push(" AND (k.leg IS NULL OR t.id IS NULL) LIMIT 100");
    Ok(select.build_query_scalar().fetch_all(tx.conn()).await?)
}

/// What a lot's list names and no movement is.
async fn strange(tx: &mut Tx, lots: Only<'_, LotId>) -> Result<Vec<Uuid>, OpError> {
    if lots.is_none() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT k.posting_id");
    lots.push_from(&mut select, tenant, "lot_movement", "k", "PRIMARY");
    select.push(" LEFT JOIN stock_movement m ON m.tenant_id = k.tenant_id AND m.posting_id = k.posting_id AND m.leg = k.leg AND m.lot_id = k.lot_id");
    select.push(" WHERE k.tenant_id = ").push_bind(tenant).push(" AND m.leg IS NULL LIMIT 100");
    Ok(select.build_query_scalar().fetch_all(tx.conn()).await?)
}

/// What is there of a tracked item is of a lot, and of any other it is not: the SKUs of which that is not so.
async fn untold(tx: &mut Tx, keys: Only<'_, Key>) -> Result<Vec<String>, OpError> {
    if keys.is_none() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT v.sku");
    keys.push_from(&mut select, tenant, "stock_balance", "b", "PRIMARY");
    select.push(" JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id WHERE b.tenant_id = ").push_bind(tenant);
    select.push(" AND b.on_hand <> 0 AND (v.tracking = 0) <> (b.lot_id = ").push_bind(Uuid::nil()).push(") LIMIT 100");
    Ok(select.build_query_scalar().fetch_all(tx.conn()).await?)
}
