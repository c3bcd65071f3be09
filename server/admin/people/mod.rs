//! The people of a business. Whatever changes one of them locks all owners first, so that two owners who remove each
//! other at the same moment do not both succeed.

mod add_person;
mod change_role;
mod disable_person;
mod enable_person;
mod list_people;
mod person_history;
mod remove_person;
mod reset_password;
mod show_person;

use admin_rules::{
    AddPerson, ChangeRole, DisablePerson, EnablePerson, ListPeople, PersonChanged, PersonHistory, RemovePerson, ResetPassword, ShowPerson,
    decide_change,
};
use chrono::{DateTime, Utc};
use platform::{OpError, Registry, Tx};
use uuid::Uuid;
use vocabulary::{Actor, PersonId, Role};

pub(crate) fn register(registry: Registry) -> Registry {
    registry
        .on::<ListPeople>(crate::Admin)
        .on::<ShowPerson>(crate::Admin)
        .on::<PersonHistory>(crate::Admin)
        .on::<AddPerson>(crate::Admin)
        .on::<ChangeRole>(crate::Admin)
        .on::<DisablePerson>(crate::Admin)
        .on::<EnablePerson>(crate::Admin)
        .on::<ResetPassword>(crate::Admin)
        .on::<RemovePerson>(crate::Admin)
}

/// Somebody of the business as they are now.
struct Member {
    person: PersonId,
    name: String,
    role: Role,
    disabled_at: Option<DateTime<Utc>>,
}

impl Member {
    fn changed(&self) -> PersonChanged {
        PersonChanged { person: self.person, name: self.name.clone() }
    }
}

/// Reads a member for a change and holds on to them.
///
/// # Errors
/// Not found, where the person belongs to another business or to none.
async fn member(tx: &mut Tx, person: PersonId) -> Result<Member, OpError> {
    let tenant = tx.tenant();
    let row: Option<(String, Option<DateTime<Utc>>)> =
        sqlx::query_as("SELECT role, disabled_at FROM membership WHERE tenant_id = ? AND person_id = ? FOR UPDATE")
            .bind(tenant)
            .bind(person.0)
            .fetch_optional(tx.conn())
            .await?;
    let (role, disabled_at) = row.ok_or_else(OpError::not_found)?;
    let name: String = sqlx::query_scalar("SELECT name FROM person WHERE id = ?").bind(person.0).fetch_one(tx.conn()).await?;
    let role = Role::of_tag(&role).ok_or_else(|| anyhow::anyhow!("a member has the unknown role {role}"))?;
    Ok(Member { person, name, role, disabled_at })
}

/// Reads a member for a change that takes something from them; refuses what nobody may do.
///
/// # Errors
/// Not found; `person-self`; `person-last-owner`.
async fn changeable(tx: &mut Tx, actor: &Actor, person: PersonId) -> Result<Member, OpError> {
    let tenant = tx.tenant();
    let owners: Vec<Uuid> = sqlx::query_scalar(
        "SELECT person_id FROM membership WHERE tenant_id = ? AND role = 'owner' AND disabled_at IS NULL ORDER BY person_id FOR UPDATE",
    )
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    let member = member(tx, person).await?;
    let left = owners.iter().filter(|owner| **owner != person.0).count();
    let is_owner = member.role == Role::Owner && member.disabled_at.is_none();
    decide_change(actor.person, person, is_owner, i64::try_from(left).unwrap_or(i64::MAX)).map_err(OpError::conflict)?;
    Ok(member)
}

/// Whether they work in another business too.
async fn is_elsewhere(tx: &mut Tx, person: PersonId) -> Result<bool, OpError> {
    let tenant = tx.tenant();
    let others: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM membership WHERE person_id = ? AND tenant_id <> ?")
        .bind(person.0)
        .bind(tenant)
        .fetch_one(tx.conn())
        .await?;
    Ok(others > 0)
}
