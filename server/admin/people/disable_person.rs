//! Keeps somebody out, at once.

use super::changeable;
use crate::Admin;
use admin_rules::{DisablePerson, PersonChanged};
use platform::{Done, Handle, OpError, Trail, Tx, session};
use vocabulary::Actor;

impl Handle<DisablePerson> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, disable: DisablePerson) -> Result<Done<PersonChanged>, OpError> {
        let member = changeable(tx, actor, disable.person).await?;
        if member.disabled_at.is_some() {
            return Ok(Done::reply(member.changed()));
        }
        let (tenant, now) = (tx.tenant(), tx.now());
        sqlx::query("UPDATE membership SET disabled_at = ? WHERE tenant_id = ? AND person_id = ?")
            .bind(now)
            .bind(tenant)
            .bind(disable.person.0)
            .execute(tx.conn())
            .await?;
        session::end_all_within(tx, disable.person).await?;
        let trail = Trail::of("person", disable.person).changed("disabled", &false, &true);
        Ok(Done::reply(member.changed()).trail(trail))
    }
}
