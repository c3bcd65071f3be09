//! Lets somebody in again.

use super::member;
use crate::Admin;
use admin_rules::{EnablePerson, PersonChanged};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::Actor;

impl Handle<EnablePerson> for Admin {
    async fn handle(&self, tx: &mut Tx, _: &Actor, enable: EnablePerson) -> Result<Done<PersonChanged>, OpError> {
        let member = member(tx, enable.person).await?;
        if member.disabled_at.is_none() {
            return Ok(Done::reply(member.changed()));
        }
        let tenant = tx.tenant();
        sqlx::query("UPDATE membership SET disabled_at = NULL WHERE tenant_id = ? AND person_id = ?")
            .bind(tenant)
            .bind(enable.person.0)
            .execute(tx.conn())
            .await?;
        let trail = Trail::of("person", enable.person).changed("disabled", &true, &false);
        Ok(Done::reply(member.changed()).trail(trail))
    }
}
