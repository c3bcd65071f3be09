//! What was done to an item, newest first.

use crate::Catalog;
use catalog_rules::ItemHistory;
use platform::{Done, Handle, OpError, Tx, audit};
use uuid::Uuid;
use vocabulary::{Actor, HistoryRow, Page, Permission};

impl Handle<ItemHistory> for Catalog {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, history: ItemHistory) -> Result<Done<Page<HistoryRow>>, OpError> {
        let tenant = tx.tenant();
        let known: Option<Uuid> = sqlx::query_scalar("SELECT id FROM item WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(history.item.0)
            .fetch_optional(tx.conn())
            .await?;
        known.ok_or_else(OpError::not_found)?;
        let mut page = audit::history(tx, "item", history.item, history.cursor.as_ref()).await?;
        if !actor.may(Permission::ValueRead) {
            // The item's own page does not tell them either.
            page.rows.iter_mut().for_each(|row| row.changes.retain(|change| change.field != "cost"));
        }
        Ok(Done::reply(page))
    }
}
