//! What was done with an import, newest first.

use super::Imports;
use admin_rules::ImportHistory;
use platform::{Done, Handle, OpError, Tx, audit};
use uuid::Uuid;
use vocabulary::{Actor, HistoryRow, Page};

impl Handle<ImportHistory> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, history: ImportHistory) -> Result<Done<Page<HistoryRow>>, OpError> {
        let tenant = tx.tenant();
        let known: Option<Uuid> = sqlx::query_scalar("SELECT id FROM import WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(history.import.0)
            .fetch_optional(tx.conn())
            .await?;
        known.ok_or_else(OpError::not_found)?;
        Ok(Done::reply(audit::history(tx, "import", history.import, history.cursor.as_ref()).await?))
    }
}
