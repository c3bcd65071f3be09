//! All stores.

use crate::Stock;
use platform::{Done, Handle, OpError, Tx};
use stock_rules::{ListStores, StoreRow, Stores};
use uuid::Uuid;
use vocabulary::{Actor, Currency};

type Row = (Uuid, String, String, String, String, String, u8, i64, bool, i64);

impl Handle<ListStores> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, _: ListStores) -> Result<Done<Stores>, OpError> {
        let tenant = tx.tenant();
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT s.id, s.code, s.name, s.zone, s.locale, s.currency, s.mark, s.version, s.archived_at IS NOT NULL, \
             (SELECT COUNT(*) FROM location l WHERE l.tenant_id = s.tenant_id AND l.store_id = s.id AND l.kind < 10 AND l.archived_at IS NULL) \
             FROM store s WHERE s.tenant_id = ? ORDER BY s.code LIMIT 1000",
        )
        .bind(tenant)
        .fetch_all(tx.conn())
        .await?;
        let stores = rows
            .into_iter()
            .map(|(id, code, name, zone, locale, currency, mark, version, archived, locations)| StoreRow {
                id: id.into(),
                code,
                name,
                zone,
                locale,
                currency: currency.parse().unwrap_or(Currency::EUR),
                mark,
                version,
                archived,
                locations,
            })
            .collect();
        Ok(Done::reply(Stores { stores }))
    }
}
