//! Tenants: made by an operator, never by a visitor.

use crate::{
    db::{Database, Tx},
    error::{OnDuplicate, OpError},
    identity,
};
use vocabulary::{AppError, Currency, FieldError, Locale, PersonId, Role, TenantId};

/// A tenant to be made.
#[derive(Clone, Debug)]
pub struct NewTenant {
    /// In URLs: lower-case letters, digits and hyphens.
    pub slug: String,
    pub name: String,
    pub locale: Locale,
    pub zone: chrono_tz::Tz,
    pub currency: Currency,
}

/// How many tenants there are.
///
/// # Errors
/// When the database fails.
pub async fn count(database: &Database) -> Result<i64, OpError> {
    let mut reader = database.reader().await?;
    let tenants = sqlx::query_scalar("SELECT COUNT(*) FROM tenant").fetch_one(&mut *reader).await?;
    reader.home();
    Ok(tenants)
}

/// The tenant with this slug.
///
/// # Errors
/// Not found.
pub async fn by_slug(database: &Database, slug: &str) -> Result<TenantId, OpError> {
    let mut reader = database.reader().await?;
    let id: Option<i64> = sqlx::query_scalar("SELECT id FROM tenant WHERE slug = ?").bind(slug).fetch_optional(&mut *reader).await?;
    reader.home();
    id.map(TenantId).ok_or_else(OpError::not_found)
}

/// Every tenant: id and slug.
///
/// # Errors
/// When the database fails.
pub async fn all(database: &Database) -> Result<Vec<(TenantId, String)>, OpError> {
    let mut reader = database.reader().await?;
    let rows: Vec<(i64, String)> = sqlx::query_as("SELECT id, slug FROM tenant ORDER BY id").fetch_all(&mut *reader).await?;
    reader.home();
    Ok(rows.into_iter().map(|(id, slug)| (TenantId(id), slug)).collect())
}

/// Makes a tenant.
///
/// # Errors
/// On the field `slug`: `tenant-slug-invalid`, `tenant-slug-taken`.
pub async fn create(database: &Database, new: &NewTenant) -> Result<TenantId, OpError> {
    let good = (2..=40).contains(&new.slug.len()) && new.slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !good {
        return Err(AppError::invalid("slug", "tenant-slug-invalid").into());
    }
    let mut tx = database.begin_global().await?;
    let made = sqlx::query("INSERT INTO tenant (slug, name, locale, zone, currency, created_at) VALUES (?, ?, ?, ?, ?, ?)")
        .bind(&new.slug)
        .bind(&new.name)
        .bind(new.locale.tag())
        .bind(new.zone.name())
        .bind(new.currency.code())
        .bind(database.now())
        .execute(tx.conn())
        .await
        .on_duplicate("tenant_slug", || FieldError::new("slug", "tenant-slug-taken"))?;
    let id = i64::try_from(made.last_insert_id()).map_err(anyhow::Error::new)?;
    tx.commit().await?;
    Ok(TenantId(id))
}

/// Makes a person and lets them into a tenant; one who is here already is let in as they are.
///
/// # Errors
/// `password-too-short`, `member-already`.
pub async fn add_member(database: &Database, tenant: TenantId, email: &str, name: &str, password: &str, role: Role) -> Result<PersonId, OpError> {
    let secret = identity::hash_password(password).await?;
    let mut tx = database.begin(tenant).await?;
    let known: Option<uuid::Uuid> = sqlx::query_scalar("SELECT id FROM person WHERE email = ?").bind(email).fetch_optional(tx.conn()).await?;
    let person = match known {
        Some(id) => PersonId(id),
        None => identity::create_person(&mut tx, email, name, &secret).await?,
    };
    join(&mut tx, person, role).await?;
    tx.commit().await?;
    Ok(person)
}

/// The person with this e-mail address, if they are let into a tenant.
///
/// # Errors
/// When the database fails.
pub async fn member(database: &Database, tenant: TenantId, email: &str) -> Result<Option<PersonId>, OpError> {
    let mut reader = database.reader().await?;
    let id: Option<uuid::Uuid> =
        sqlx::query_scalar("SELECT p.id FROM membership m JOIN person p ON p.id = m.person_id WHERE m.tenant_id = ? AND p.email = ?")
            .bind(tenant.0)
            .bind(email)
            .fetch_optional(&mut *reader)
            .await?;
    reader.home();
    Ok(id.map(PersonId))
}

/// Lets a person into the tenant of the transaction.
///
/// # Errors
/// `member-already` on the field `email`.
pub async fn join(tx: &mut Tx, person: PersonId, role: Role) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    sqlx::query("INSERT INTO membership (tenant_id, person_id, role, created_at) VALUES (?, ?, ?, ?)")
        .bind(tenant)
        .bind(person.0)
        .bind(role.tag())
        .bind(now)
        .execute(tx.conn())
        .await
        .on_duplicate("PRIMARY", || FieldError::new("email", "member-already"))?;
    Ok(())
}
