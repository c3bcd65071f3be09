//! How far back the books go: the ends of keys, so it takes the same however long the books are.

use crate::Stock;
use chrono::{DateTime, NaiveDate, Utc};
use platform::{Done, Handle, OpError, Tx};
use std::str::FromStr;
use stock_rules::{Reach, ShowReach};
use vocabulary::{Actor, StoreId};

type Row = (Option<NaiveDate>, Option<DateTime<Utc>>, Option<NaiveDate>);

/// What comes to a store was on its way before it arrived, which the sender's posting says. Transfers lie by when they were
/// made, so the one that left first is among the first; so many are looked at.
const TRANSFERS: i64 = 100;

impl Handle<ShowReach> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, asked: ShowReach) -> Result<Done<Reach>, OpError> {
        let (first_day, first_booked_at, closed_through) = match asked.store {
            Some(store) => of_store(tx, store).await?,
            None => of_all(tx).await?,
        };
        Ok(Done::reply(Reach { first_day, first_booked_at, closed_through }))
    }
}

async fn of_all(tx: &mut Tx) -> Result<Row, OpError> {
    let tenant = tx.tenant();
    let row = sqlx::query_as(
        "SELECT (SELECT business_date FROM posting FORCE INDEX (posting_day) WHERE tenant_id = ? ORDER BY business_date LIMIT 1), \
         (SELECT posted_at FROM posting FORCE INDEX (PRIMARY) WHERE tenant_id = ? ORDER BY id LIMIT 1), \
         (SELECT CASE WHEN COUNT(*) = COUNT(closed_through) THEN MIN(closed_through) END FROM store WHERE tenant_id = ? AND archived_at IS NULL)",
    )
    .bind(tenant)
    .bind(tenant)
    .bind(tenant)
    .fetch_one(tx.conn())
    .await?;
    Ok(row)
}

async fn of_store(tx: &mut Tx, store: StoreId) -> Result<Row, OpError> {
    let tenant = tx.tenant();
    let found: Option<(String, Option<NaiveDate>)> = sqlx::query_as("SELECT zone, closed_through FROM store WHERE tenant_id = ? AND id = ?")
        .bind(tenant)
        .bind(store.0)
        .fetch_optional(tx.conn())
        .await?;
    let (zone, closed) = found.ok_or_else(OpError::not_found)?;
    let zone = chrono_tz::Tz::from_str(&zone).unwrap_or(chrono_tz::UTC);
    let (day, booked, left, way_booked): (Option<NaiveDate>, Option<DateTime<Utc>>, Option<DateTime<Utc>>, Option<DateTime<Utc>>) = sqlx::query_as(
        "SELECT (SELECT business_date FROM posting FORCE INDEX (posting_store_day) WHERE tenant_id = ? AND store_id = ? \
          ORDER BY business_date LIMIT 1), \
         (SELECT posted_at FROM posting FORCE INDEX (posting_store) WHERE tenant_id = ? AND store_id = ? ORDER BY id LIMIT 1), \
         (SELECT MIN(f.shipped_at) FROM (SELECT shipped_at FROM transfer FORCE INDEX (transfer_to) WHERE tenant_id = ? AND to_store_id = ? \
          ORDER BY id LIMIT ?) f), \
         (SELECT created_at FROM transfer FORCE INDEX (transfer_to) WHERE tenant_id = ? AND to_store_id = ? ORDER BY id LIMIT 1)",
    )
    .bind(tenant)
    .bind(store.0)
    .bind(tenant)
    .bind(store.0)
    .bind(tenant)
    .bind(store.0)
    .bind(TRANSFERS)
    .bind(tenant)
    .bind(store.0)
    .fetch_one(tx.conn())
    .await?;
    let left = left.map(|left| left.with_timezone(&zone).date_naive());
    Ok((day.into_iter().chain(left).min(), booked.into_iter().chain(way_booked).min(), closed))
}
