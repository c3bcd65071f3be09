//! The places of a store.

use crate::{Stock, known};
use platform::{Done, Handle, OpError, Tx};
use stock_rules::{ListLocations, LocationRow, Locations};
use uuid::Uuid;
use vocabulary::{Actor, PlaceKind};

type Row = (Uuid, Uuid, Uuid, u8, String, String, String, bool, bool, i64, bool);

impl Handle<ListLocations> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListLocations) -> Result<Done<Locations>, OpError> {
        known::store(tx, list.store).await?;
        let tenant = tx.tenant();
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, store_id, parent_id, kind, code, name, scan_code, is_default, allow_negative, version, archived_at IS NOT NULL \
             FROM location WHERE tenant_id = ? AND store_id = ? AND kind < 10 ORDER BY code LIMIT 5000",
        )
        .bind(tenant)
        .bind(list.store.0)
        .fetch_all(tx.conn())
        .await?;
        let locations = rows
            .into_iter()
            .filter_map(|(id, store, parent, kind, code, name, scan_code, is_default, allow_negative, version, archived)| {
                let kind = PlaceKind::of_code(kind)?;
                Some(LocationRow {
                    id: id.into(),
                    store: store.into(),
                    parent: parent.into(),
                    kind,
                    code,
                    name,
                    scan_code,
                    is_default,
                    allow_negative,
                    version,
                    archived,
                })
            })
            .collect();
        Ok(Done::reply(Locations { locations }))
    }
}
