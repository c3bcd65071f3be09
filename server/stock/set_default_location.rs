//! Where goods go when nobody says where.

use crate::{Stock, place_trail};
use platform::{Done, Handle, OpError, Tx};
use stock_rules::{LocationSaved, SetDefaultLocation};
use uuid::Uuid;
use vocabulary::Actor;

impl Handle<SetDefaultLocation> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, set: SetDefaultLocation) -> Result<Done<LocationSaved>, OpError> {
        let tenant = tx.tenant();
        let row: Option<(Uuid, String, i64, bool)> = sqlx::query_as(
            "SELECT store_id, code, version, is_default FROM location WHERE tenant_id = ? AND id = ? AND kind < 10 AND archived_at IS NULL",
        )
        .bind(tenant)
        .bind(set.location.0)
        .fetch_optional(tx.conn())
        .await?;
        let (store, code, version, is_default) = row.ok_or_else(OpError::not_found)?;
        if is_default {
            return Ok(Done::reply(LocationSaved { location: set.location, version }));
        }
        // The store's row is locked, so that two at once do not leave it with two default places.
        sqlx::query("SELECT id FROM store WHERE tenant_id = ? AND id = ? FOR UPDATE").bind(tenant).bind(store).execute(tx.conn()).await?;
        sqlx::query("UPDATE location SET is_default = (id = ?), version = version + 1 WHERE tenant_id = ? AND store_id = ? AND kind < 10 AND (is_default OR id = ?)")
            .bind(set.location.0)
            .bind(tenant)
            .bind(store)
            .bind(set.location.0)
            .execute(tx.conn())
            .await?;
        let done = Done::reply(LocationSaved { location: set.location, version: version + 1 });
        Ok(place_trail::told(done, set.location, store, &code, |trail| trail.changed("default", &false, &true)))
    }
}
