//! What was done to a store and its places, newest first.

use crate::Stock;
use platform::{Done, Handle, OpError, Tx, audit};
use stock_rules::StoreHistory;
use uuid::Uuid;
use vocabulary::{Actor, HistoryRow, Page};

impl Handle<StoreHistory> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, history: StoreHistory) -> Result<Done<Page<HistoryRow>>, OpError> {
        let tenant = tx.tenant();
        let known: Option<Uuid> = sqlx::query_scalar("SELECT id FROM store WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(history.store.0)
            .fetch_optional(tx.conn())
            .await?;
        known.ok_or_else(OpError::not_found)?;
        Ok(Done::reply(audit::history(tx, "store", history.store, history.cursor.as_ref()).await?))
    }
}
