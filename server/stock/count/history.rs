//! What was done to a count, newest first.

use crate::Stock;
use platform::{Done, Handle, OpError, Tx, audit};
use stock_rules::CountHistory;
use uuid::Uuid;
use vocabulary::{Actor, HistoryRow, Page};

impl Handle<CountHistory> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, history: CountHistory) -> Result<Done<Page<HistoryRow>>, OpError> {
        let tenant = tx.tenant();
        let known: Option<Uuid> = sqlx::query_scalar("SELECT id FROM count_session WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(history.count.0)
            .fetch_optional(tx.conn())
            .await?;
        known.ok_or_else(OpError::not_found)?;
        Ok(Done::reply(audit::history(tx, "count", history.count, history.cursor.as_ref()).await?))
    }
}
