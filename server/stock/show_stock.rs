//! Where one variant is.

use crate::{Stock, known, list_stock::stock_of};
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use stock_rules::{PlaceBalance, ShowStock, VariantStock};
use uuid::Uuid;
use vocabulary::{Actor, Quantity, Status, Tracking};

type BalanceRow = (Uuid, Uuid, String, String, u8, Decimal, DateTime<Utc>);

/// Most places told of one variant.
const PLACES: i64 = 2_000;

impl Handle<ShowStock> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowStock) -> Result<Done<VariantStock>, OpError> {
        let tenant = tx.tenant();
        let row: Option<(String, String, String, String, bool, u8)> = sqlx::query_as(
            "SELECT v.sku, v.name, v.option_text, i.unit, i.whole, i.tracking FROM variant v JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
             WHERE v.tenant_id = ? AND v.id = ?",
        )
        .bind(tenant)
        .bind(show.variant.0)
        .fetch_optional(tx.conn())
        .await?;
        let (sku, name, option_text, unit, whole, tracking) = row.ok_or_else(OpError::not_found)?;
        let tracking = Tracking::of_code(tracking).ok_or_else(|| anyhow::anyhow!("{sku} is tracked in the unknown way {tracking}"))?;
        if let Some(store) = show.store {
            known::store(tx, store).await?;
        }
        let stores =
            stock_of(tx, &[show.variant.0], show.store.as_ref().map(std::slice::from_ref)).await?.remove(&show.variant.0).unwrap_or_default();
        let places = places(tx, &show).await?;
        Ok(Done::reply(VariantStock { variant: show.variant, sku, name, option_text, unit, whole, tracking, stores, places }))
    }
}

async fn places(tx: &mut Tx, show: &ShowStock) -> Result<Vec<PlaceBalance>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN b.store_id, l.id, l.code, l.name, b.status, SUM(b.on_hand), MAX(b.moved_at) FROM stock_balance b \
         JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = b.tenant_id AND l.id = b.location_id WHERE l.kind < 10 AND b.seq > 0 AND b.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND b.variant_id = ").push_bind(show.variant.0);
    if let Some(store) = show.store {
        select.push(" AND b.store_id = ").push_bind(store.0);
    }
    // Of all its lots, or pieces, together.
    select.push(" GROUP BY b.store_id, l.id, l.code, l.name, l.is_default, b.status");
    select.push(" ORDER BY b.store_id, l.is_default DESC, l.code, b.status LIMIT ").push_bind(PLACES);
    let rows: Vec<BalanceRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter()
        .map(|(store, location, code, name, status, on_hand, moved_at)| {
            Ok(PlaceBalance {
                store: store.into(),
                location: location.into(),
                code,
                name,
                status: Status::of_code(status).ok_or_else(|| anyhow::anyhow!("a balance at {location} is in the unknown status {status}"))?,
                on_hand: Quantity::new(on_hand).map_err(anyhow::Error::new)?,
                moved_at,
            })
        })
        .collect()
}
