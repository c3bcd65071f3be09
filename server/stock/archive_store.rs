//! Puts a store away, or brings it back.

use crate::Stock;
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use stock_rules::{ArchiveStore, StoreSaved};
use vocabulary::{Actor, AppError, Said};

impl Handle<ArchiveStore> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, archive: ArchiveStore) -> Result<Done<StoreSaved>, OpError> {
        let tenant = tx.tenant();
        let before: Option<(i64, bool)> =
            sqlx::query_as("SELECT version, archived_at IS NOT NULL FROM store WHERE tenant_id = ? AND id = ? FOR UPDATE")
                .bind(tenant)
                .bind(archive.store.0)
                .fetch_optional(tx.conn())
                .await?;
        let (version, archived) = before.ok_or_else(OpError::not_found)?;
        if version != archive.version {
            return Err(AppError::Stale.into());
        }
        if archived == archive.archived {
            return Ok(Done::reply(StoreSaved { store: archive.store, version, default_location: None }));
        }
        if archive.archived {
            refuse_while_in_use(tx, &archive).await?;
        }
        let now = archive.archived.then(|| tx.now());
        sqlx::query("UPDATE store SET archived_at = ?, version = version + 1 WHERE tenant_id = ? AND id = ?")
            .bind(now)
            .bind(tenant)
            .bind(archive.store.0)
            .execute(tx.conn())
            .await?;
        let saved = StoreSaved { store: archive.store, version: version + 1, default_location: None };
        let kind = if archive.archived { "store.archived" } else { "store.restored" };
        let trail = Trail::of("store", archive.store).changed("archived", &archived, &archive.archived);
        Ok(Done::reply(saved.clone()).trail(trail).event(Event::new(kind, archive.store, &saved)))
    }
}

async fn refuse_while_in_use(tx: &mut Tx, archive: &ArchiveStore) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let transfers: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM transfer WHERE tenant_id = ? AND state IN (2, 3) AND (from_store_id = ? OR to_store_id = ?)")
            .bind(tenant)
            .bind(archive.store.0)
            .bind(archive.store.0)
            .fetch_one(tx.conn())
            .await?;
    if transfers > 0 {
        return Err(OpError::conflict(Said::new("store-has-transfers").with("count", transfers)));
    }
    let promised: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM stock_promise WHERE tenant_id = ? AND store_id = ? AND promised > 0")
        .bind(tenant)
        .bind(archive.store.0)
        .fetch_one(tx.conn())
        .await?;
    if promised > 0 {
        return Err(OpError::conflict(Said::new("store-has-promises").with("count", promised)));
    }
    let items: i64 = sqlx::query_scalar("SELECT COUNT(DISTINCT variant_id) FROM stock_balance WHERE tenant_id = ? AND store_id = ? AND on_hand <> 0")
        .bind(tenant)
        .bind(archive.store.0)
        .fetch_one(tx.conn())
        .await?;
    if items > 0 {
        return Err(OpError::conflict(Said::new("store-has-stock").with("count", items)));
    }
    Ok(())
}
