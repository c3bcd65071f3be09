//! Gives somebody another role.

use super::changeable;
use crate::Admin;
use admin_rules::{ChangeRole, PersonChanged};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::Actor;

impl Handle<ChangeRole> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, change: ChangeRole) -> Result<Done<PersonChanged>, OpError> {
        let member = changeable(tx, actor, change.person).await?;
        if member.role == change.role {
            return Ok(Done::reply(member.changed()));
        }
        let tenant = tx.tenant();
        sqlx::query("UPDATE membership SET role = ? WHERE tenant_id = ? AND person_id = ?")
            .bind(change.role.tag())
            .bind(tenant)
            .bind(change.person.0)
            .execute(tx.conn())
            .await?;
        let trail = Trail::of("person", change.person).changed("role", &member.role.tag(), &change.role.tag());
        Ok(Done::reply(member.changed()).trail(trail))
    }
}
