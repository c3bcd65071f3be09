//! Who may count.

use platform::{OpError, Tx};
use stock_rules::CountPerson;
use uuid::Uuid;
use vocabulary::{Permission, PersonId, Role};

/// Most people that are listed.
const MOST: i64 = 500;

/// Everybody who may count, by name.
///
/// # Errors
/// When the database fails.
pub(super) async fn who_count(tx: &mut Tx) -> Result<Vec<CountPerson>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, String, String)> = sqlx::query_as(
        "SELECT p.id, p.name, m.role FROM membership m JOIN person p ON p.id = m.person_id AND p.disabled_at IS NULL WHERE m.tenant_id = ? \
         ORDER BY p.name, p.id LIMIT ?",
    )
    .bind(tenant)
    .bind(MOST)
    .fetch_all(tx.conn())
    .await?;
    let may = |role: &str| Role::of_tag(role).is_some_and(|role| role.may(Permission::Count));
    Ok(rows.into_iter().filter(|(.., role)| may(role)).map(|(person, name, _)| CountPerson { person: person.into(), name }).collect())
}

/// One of them by name.
///
/// # Errors
/// `field-unknown-choice` on `field` where nobody of the tenant is it, or they may not count.
pub(super) async fn name_of(tx: &mut Tx, person: PersonId, field: &str) -> Result<String, OpError> {
    let tenant = tx.tenant();
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT p.name, m.role FROM membership m JOIN person p ON p.id = m.person_id AND p.disabled_at IS NULL \
         WHERE m.tenant_id = ? AND m.person_id = ?",
    )
    .bind(tenant)
    .bind(person.0)
    .fetch_optional(tx.conn())
    .await?;
    let may = |role: &str| Role::of_tag(role).is_some_and(|role| role.may(Permission::Count));
    row.filter(|(_, role)| may(role)).map(|(name, _)| name).ok_or_else(|| OpError::invalid(field, "field-unknown-choice"))
}
