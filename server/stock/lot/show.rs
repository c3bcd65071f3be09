//! A lot in full: where it is, where it came from and where it went.

use super::list::{HEAD, Row, row, sums};
use crate::Stock;
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use stock_rules::{LotFlow, LotPlace, LotView, ShowLot};
use uuid::Uuid;
use vocabulary::{Actor, LotId, PlaceKind, Quantity, Status};

/// Most legs that are added up for one page.
const LEGS: i64 = 10_000;
/// Most places that are told.
const PLACES: i64 = 1_000;

impl Handle<ShowLot> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowLot) -> Result<Done<LotView>, OpError> {
        let tenant = tx.tenant();
        let sql = format!(
            "SELECT {HEAD} FROM lot t JOIN variant v ON v.tenant_id = t.tenant_id AND v.id = t.variant_id WHERE t.tenant_id = ? AND t.id = ?"
        );
        let head: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant).bind(show.lot.0).fetch_optional(tx.conn()).await?;
        let head = head.ok_or_else(OpError::not_found)?;
        let here = sums(tx, &[show.lot.0]).await?.remove(&show.lot.0).unwrap_or_default();
        let head = row(head, &here)?;
        let (flows, more) = flows(tx, show.lot).await?;
        Ok(Done::reply(LotView { head, places: places(tx, show.lot).await?, flows, more }))
    }
}

async fn places(tx: &mut Tx, lot: LotId) -> Result<Vec<LotPlace>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Uuid, u8, String, String, u8, Decimal)> = sqlx::query_as(
        "SELECT STRAIGHT_JOIN b.store_id, b.location_id, l.kind, l.code, l.name, b.status, b.on_hand FROM stock_balance b FORCE INDEX (stock_balance_lot) \
         JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = b.tenant_id AND l.id = b.location_id \
         JOIN store s FORCE INDEX (PRIMARY) ON s.tenant_id = b.tenant_id AND s.id = b.store_id \
         WHERE b.tenant_id = ? AND b.lot_id = ? AND b.on_hand <> 0 ORDER BY s.code, l.code, b.status LIMIT ?",
    )
    .bind(tenant)
    .bind(lot.0)
    .bind(PLACES)
    .fetch_all(tx.conn())
    .await?;
    let place = |(store, location, kind, code, name, status, on_hand): (Uuid, Uuid, u8, String, String, u8, Decimal)| {
        let unknown = || anyhow::anyhow!("lot {lot} is at a place or in a status of an unknown kind");
        Ok(LotPlace {
            store: store.into(),
            location: location.into(),
            kind: PlaceKind::of_code(kind).ok_or_else(unknown)?,
            code,
            name,
            status: Status::of_code(status).ok_or_else(unknown)?,
            on_hand: Quantity::new(on_hand).map_err(anyhow::Error::new)?,
        })
    };
    rows.into_iter().map(place).collect()
}

/// What came of a lot from outside and what went there, store by store.
async fn flows(tx: &mut Tx, lot: LotId) -> Result<(Vec<LotFlow>, bool), OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, u8, Decimal, Decimal, i64)> = sqlx::query_as(
        "SELECT STRAIGHT_JOIN m.store_id, l.kind, SUM(CASE WHEN m.quantity < 0 THEN -m.quantity ELSE 0 END), \
         SUM(CASE WHEN m.quantity > 0 THEN m.quantity ELSE 0 END), CAST(COUNT(*) AS SIGNED) \
         FROM (SELECT tenant_id, posting_id, leg FROM lot_movement WHERE tenant_id = ? AND lot_id = ? ORDER BY posting_id, leg LIMIT ?) k \
         JOIN stock_movement m FORCE INDEX (PRIMARY) ON m.tenant_id = k.tenant_id AND m.posting_id = k.posting_id AND m.leg = k.leg \
         JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = m.tenant_id AND l.id = m.location_id \
         JOIN store s FORCE INDEX (PRIMARY) ON s.tenant_id = m.tenant_id AND s.id = m.store_id GROUP BY s.code, m.store_id, l.kind ORDER BY s.code, l.kind",
    )
    .bind(tenant)
    .bind(lot.0)
    .bind(LEGS)
    .fetch_all(tx.conn())
    .await?;
    let legs: i64 = rows.iter().map(|row| row.4).sum();
    let mut flows = Vec::new();
    for (store, kind, came, went, _) in rows {
        let kind = PlaceKind::of_code(kind).ok_or_else(|| anyhow::anyhow!("lot {lot} moved at a place of an unknown kind"))?;
        if kind.is_virtual() {
            let quantity = |value| Quantity::new(value).map_err(anyhow::Error::new);
            flows.push(LotFlow { store: store.into(), kind, came: quantity(came)?, went: quantity(went)? });
        }
    }
    Ok((flows, legs >= LEGS))
}
