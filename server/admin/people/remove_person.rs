//! Takes somebody out of the business. The person stays: histories name them.

use super::changeable;
use crate::Admin;
use admin_rules::{PersonChanged, RemovePerson};
use platform::{Done, Handle, OpError, Trail, Tx, session};
use vocabulary::Actor;

impl Handle<RemovePerson> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, remove: RemovePerson) -> Result<Done<PersonChanged>, OpError> {
        let member = changeable(tx, actor, remove.person).await?;
        let tenant = tx.tenant();
        sqlx::query("DELETE FROM membership WHERE tenant_id = ? AND person_id = ?").bind(tenant).bind(remove.person.0).execute(tx.conn()).await?;
        session::end_all_within(tx, remove.person).await?;
        let trail = Trail::of("person", remove.person).changed("role", &Some(member.role.tag()), &None);
        Ok(Done::reply(member.changed()).trail(trail))
    }
}
