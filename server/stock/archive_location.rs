//! Puts a place away, or brings it back.

use crate::{Stock, place_trail, place_tree};
use platform::{Done, Handle, OpError, Tx};
use stock_rules::{ArchiveLocation, LocationSaved};
use uuid::Uuid;
use vocabulary::{Actor, AppError, Said};

impl Handle<ArchiveLocation> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, archive: ArchiveLocation) -> Result<Done<LocationSaved>, OpError> {
        let tenant = tx.tenant();
        let before: Option<(Uuid, String, i64, bool, bool)> = sqlx::query_as(
            "SELECT store_id, code, version, is_default, archived_at IS NOT NULL FROM location WHERE tenant_id = ? AND id = ? AND kind < 10 FOR UPDATE",
        )
        .bind(tenant)
        .bind(archive.location.0)
        .fetch_optional(tx.conn())
        .await?;
        let (store, code, version, is_default, archived) = before.ok_or_else(OpError::not_found)?;
        if version != archive.version {
            return Err(AppError::Stale.into());
        }
        if archived == archive.archived {
            return Ok(Done::reply(LocationSaved { location: archive.location, version }));
        }
        place_tree::lock(tx, store.into()).await?;
        if archive.archived {
            refuse_while_in_use(tx, &archive, is_default).await?;
        } else {
            place_tree::may_come_back(tx, archive.location).await?;
        }
        let now = archive.archived.then(|| tx.now());
        sqlx::query("UPDATE location SET archived_at = ?, version = version + 1 WHERE tenant_id = ? AND id = ?")
            .bind(now)
            .bind(tenant)
            .bind(archive.location.0)
            .execute(tx.conn())
            .await?;
        let done = Done::reply(LocationSaved { location: archive.location, version: version + 1 });
        Ok(place_trail::told(done, archive.location, store, &code, |trail| trail.changed("archived", &archived, &archive.archived)))
    }
}

async fn refuse_while_in_use(tx: &mut Tx, archive: &ArchiveLocation, is_default: bool) -> Result<(), OpError> {
    let tenant = tx.tenant();
    if is_default {
        return Err(OpError::conflict(Said::new("location-is-default")));
    }
    let inside: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM location WHERE tenant_id = ? AND parent_id = ? AND id <> ? AND archived_at IS NULL")
        .bind(tenant)
        .bind(archive.location.0)
        .bind(archive.location.0)
        .fetch_one(tx.conn())
        .await?;
    if inside > 0 {
        return Err(OpError::conflict(Said::new("location-has-places").with("count", inside)));
    }
    let items: i64 =
        sqlx::query_scalar("SELECT COUNT(DISTINCT variant_id) FROM stock_balance WHERE tenant_id = ? AND location_id = ? AND on_hand <> 0")
            .bind(tenant)
            .bind(archive.location.0)
            .fetch_one(tx.conn())
            .await?;
    if items > 0 {
        return Err(OpError::conflict(Said::new("location-has-stock").with("count", items)));
    }
    Ok(())
}
