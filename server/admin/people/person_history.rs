//! What was done to somebody of the business, newest first. Whoever is no member is nobody here, whatever they did before.

use crate::Admin;
use admin_rules::PersonHistory;
use platform::{Done, Handle, OpError, Tx, audit};
use uuid::Uuid;
use vocabulary::{Actor, HistoryRow, Page};

impl Handle<PersonHistory> for Admin {
    async fn handle(&self, tx: &mut Tx, _: &Actor, history: PersonHistory) -> Result<Done<Page<HistoryRow>>, OpError> {
        let tenant = tx.tenant();
        let member: Option<Uuid> = sqlx::query_scalar("SELECT person_id FROM membership WHERE tenant_id = ? AND person_id = ?")
            .bind(tenant)
            .bind(history.person.0)
            .fetch_optional(tx.conn())
            .await?;
        member.ok_or_else(OpError::not_found)?;
        // What they did to their account while at work in another business is told there.
        Ok(Done::reply(audit::history(tx, "person", history.person, history.cursor.as_ref()).await?))
    }
}
