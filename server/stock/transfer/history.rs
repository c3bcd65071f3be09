//! What was done to a transfer, newest first.

use crate::Stock;
use platform::{Done, Handle, OpError, Tx, audit};
use stock_rules::TransferHistory;
use uuid::Uuid;
use vocabulary::{Actor, HistoryRow, Page};

impl Handle<TransferHistory> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, history: TransferHistory) -> Result<Done<Page<HistoryRow>>, OpError> {
        let tenant = tx.tenant();
        let known: Option<Uuid> = sqlx::query_scalar("SELECT id FROM transfer WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(history.transfer.0)
            .fetch_optional(tx.conn())
            .await?;
        known.ok_or_else(OpError::not_found)?;
        Ok(Done::reply(audit::history(tx, "transfer", history.transfer, history.cursor.as_ref()).await?))
    }
}
