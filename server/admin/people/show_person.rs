//! One person of the business.

use super::{is_elsewhere, list_people::Row};
use crate::Admin;
use admin_rules::{PersonShown, ShowPerson};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::Actor;

impl Handle<ShowPerson> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, show: ShowPerson) -> Result<Done<PersonShown>, OpError> {
        let tenant = tx.tenant();
        let row: Option<Row> = sqlx::query_as(
            "SELECT p.id, p.name, p.email, m.role, m.created_at, m.disabled_at FROM membership m JOIN person p ON p.id = m.person_id \
             WHERE m.tenant_id = ? AND m.person_id = ?",
        )
        .bind(tenant)
        .bind(show.person.0)
        .fetch_optional(tx.conn())
        .await?;
        let row = row.and_then(Row::told).ok_or_else(OpError::not_found)?;
        let is_elsewhere = is_elsewhere(tx, show.person).await?;
        Ok(Done::reply(PersonShown { row, is_elsewhere, is_asker: actor.person == Some(show.person) }))
    }
}
