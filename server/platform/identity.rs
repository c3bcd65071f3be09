//! Who somebody is: local accounts with argon2id passwords, and the gate that opens and ends sessions.

use crate::{
    db::{Database, push_list},
    error::{OnDuplicate, OpError},
    gather::Gather,
    session::{PERSON, Sessions, TENANT},
};
use argon2::{
    Argon2, PasswordHasher, PasswordVerifier,
    password_hash::{PasswordHash, SaltString, rand_core::OsRng},
};
use sqlx::{MySql, QueryBuilder};
use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc, time::Duration};
use tokio::{sync::Semaphore, time::timeout};
use tower_sessions::Session;
use uuid::Uuid;
use vocabulary::{AppError, FieldError, PersonId, Role, Said, TenantId};
use wire::{SignedIn, TOKEN};

type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Shortest password, in characters. Length is what counts; no other rule is put on people.
pub const PASSWORD_MIN: usize = 12;

/// The password of nobody: checked when the address is unknown, so that the answer takes as long.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c3RvY2tyb29tLm5vYm9keQ$0h4XQDq5mYfCZJkq3n5vUZ3bY2f3R1hHkq1k6b7n8pQ";

/// Hashing takes 19 MiB and a core: a flood of sign-ins, or of new passwords, must not take them all. One for the process,
/// because whatever hashes, hashes here.
static HASHING: Semaphore = Semaphore::const_new(HASHES);
/// Most passwords that are hashed at once.
const HASHES: usize = 4;
/// Longest wait for a place: who changes a password holds a connection meanwhile.
const PATIENCE: Duration = Duration::from_secs(3);

/// The platform's [`wire::Gate`].
#[derive(Clone)]
pub struct Gate {
    database: Database,
    sessions: Sessions,
    members: Gather<TenantId, PersonId, Member>,
}

impl Gate {
    #[must_use]
    pub fn new(database: Database) -> Self {
        Self { sessions: Sessions::new(database.clone()), members: Gather::default(), database }
    }

    #[must_use]
    pub fn sessions(&self) -> Sessions {
        self.sessions.clone()
    }

    /// Checks a password. The same error and the same time whether the address is unknown or the password wrong.
    ///
    /// # Errors
    /// `signin-failed`; or the platform's own.
    pub async fn check(&self, email: &str, password: &str) -> Result<SignedIn, OpError> {
        let mut reader = self.database.reader().await?;
        let row: Option<(Uuid, String)> =
            sqlx::query_as("SELECT p.id, c.secret FROM person p JOIN credential c ON c.person_id = p.id WHERE p.email = ? AND p.disabled_at IS NULL")
                .bind(email.trim())
                .fetch_optional(&mut *reader)
                .await?;
        reader.home();
        let (person, secret) = row.map_or((None, NOBODY.to_owned()), |(id, secret)| (Some(PersonId(id)), secret));
        let matches = verified(password.to_owned(), secret).await?;
        let failed = || OpError::App(AppError::conflict(Said::new("signin-failed")));
        let person = person.filter(|_| matches).ok_or_else(failed)?;
        let tenants = self.tenants(person).await?;
        if tenants.is_empty() {
            return Err(failed());
        }
        Ok(SignedIn { person, tenants })
    }

    /// A member as they are now; `None` when they were removed or disabled.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn member(&self, tenant: TenantId, person: PersonId) -> Result<Option<Member>, OpError> {
        let database = self.database.clone();
        self.members.ask(tenant, person, move |persons| members(database.clone(), tenant, persons)).await
    }

    /// The tenants of a person, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn tenants(&self, person: PersonId) -> Result<Vec<(TenantId, String, Role)>, OpError> {
        let mut reader = self.database.reader().await?;
        let rows: Vec<(i64, String, String)> = sqlx::query_as(
            "SELECT m.tenant_id, t.name, m.role FROM membership m JOIN tenant t ON t.id = m.tenant_id \
             WHERE m.person_id = ? AND m.disabled_at IS NULL ORDER BY t.name",
        )
        .bind(person.0)
        .fetch_all(&mut *reader)
        .await?;
        reader.home();
        Ok(rows.into_iter().filter_map(|(id, name, role)| Some((TenantId(id), name, Role::of_tag(&role)?))).collect())
    }
}

/// An argon2id hash in PHC form (19 MiB, 2 passes, 1 lane: OWASP's first choice).
///
/// # Errors
/// `password-too-short` on the field `password`; or when hashing fails.
pub async fn hash_password(password: &str) -> Result<String, OpError> {
    if password.chars().count() < PASSWORD_MIN {
        return Err(FieldError::new("password", "password-too-short").with("min", PASSWORD_MIN).into());
    }
    let password = password.to_owned();
    let hashed = in_turn(move || {
        let salt = SaltString::generate(&mut OsRng);
        Argon2::default().hash_password(password.as_bytes(), &salt).map(|hash| hash.to_string())
    })
    .await?;
    hashed.map_err(|error| OpError::Other(anyhow::anyhow!("hashing: {error}")))
}

/// Makes a person with a password.
///
/// # Errors
/// `person-email-taken` on the field `email`.
pub async fn create_person(tx: &mut crate::db::Tx, email: &str, name: &str, secret: &str) -> Result<PersonId, OpError> {
    let (id, now) = (PersonId::new(), tx.now());
    sqlx::query("INSERT INTO person (id, email, name, created_at) VALUES (?, ?, ?, ?)")
        .bind(id.0)
        .bind(email)
        .bind(name)
        .bind(now)
        .execute(tx.conn())
        .await
        .on_duplicate("person_email", || FieldError::new("email", "person-email-taken"))?;
    sqlx::query("INSERT INTO credential (person_id, secret, changed_at) VALUES (?, ?, ?)")
        .bind(id.0)
        .bind(secret)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(id)
}

/// Gives a person another password.
///
/// # Errors
/// `password-too-short` on the field `password`; or the platform's own.
pub async fn set_password(tx: &mut crate::db::Tx, person: PersonId, password: &str) -> Result<(), OpError> {
    let (secret, now) = (hash_password(password).await?, tx.now());
    sqlx::query("UPDATE credential SET secret = ?, changed_at = ? WHERE person_id = ?")
        .bind(secret)
        .bind(now)
        .bind(person.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Whether it is this person's password.
///
/// # Errors
/// When the database or hashing fails.
pub async fn is_password(tx: &mut crate::db::Tx, person: PersonId, password: &str) -> Result<bool, OpError> {
    let secret: Option<String> =
        sqlx::query_scalar("SELECT secret FROM credential WHERE person_id = ?").bind(person.0).fetch_optional(tx.conn()).await?;
    verified(password.to_owned(), secret.unwrap_or_else(|| NOBODY.to_owned())).await
}

/// Checks a password against a hash.
async fn verified(password: String, secret: String) -> Result<bool, OpError> {
    in_turn(move || PasswordHash::new(&secret).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())).await
}

/// Hashes off the threads that serve, [`HASHES`] at a time. The place is held by the work and not by who waits for it:
/// a client that hangs up does not end a hash.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, OpError> {
    let place = timeout(PATIENCE, HASHING.acquire()).await.map_err(|_| AppError::Unavailable)?.map_err(anyhow::Error::new)?;
    let worked = tokio::task::spawn_blocking(move || {
        let worked = work();
        drop(place);
        worked
    });
    Ok(worked.await.map_err(anyhow::Error::new)?)
}

/// 128 random bits for the forms of a session.
#[must_use]
pub fn new_token() -> String {
    hex::encode(rand::random::<[u8; 16]>())
}

fn outcome<T>(what: &'static str, result: Result<T, OpError>) -> Result<T, AppError> {
    result.map_err(|error| match error {
        OpError::App(error) => error,
        other => {
            tracing::error!(cause = %other, "{what}");
            AppError::Unavailable
        }
    })
}

fn stored<T>(result: Result<T, tower_sessions::session::Error>) -> Result<T, OpError> {
    result.map_err(|error| OpError::Other(error.into()))
}

impl wire::Gate for Gate {
    fn sign_in<'a>(&'a self, session: &'a Session, email: &'a str, password: &'a str) -> BoxFuture<'a, Result<SignedIn, AppError>> {
        Box::pin(async move {
            let signed = outcome("sign in", self.check(email, password).await)?;
            let open = async {
                // A new id, so that one planted before the sign-in opens nothing; a new token with it.
                stored(session.cycle_id().await)?;
                stored(session.insert(PERSON, signed.person.0).await)?;
                stored(session.insert(TOKEN, new_token()).await)?;
                if let Some((tenant, ..)) = signed.tenants.first() {
                    stored(session.insert(TENANT, tenant.0).await)?;
                }
                Ok(())
            };
            outcome("open session", open.await)?;
            Ok(signed)
        })
    }

    fn sign_out<'a>(&'a self, session: &'a Session) -> BoxFuture<'a, Result<(), AppError>> {
        Box::pin(async move { outcome("sign out", stored(session.flush().await)) })
    }

    fn sign_out_everywhere<'a>(&'a self, person: PersonId) -> BoxFuture<'a, Result<(), AppError>> {
        Box::pin(async move { outcome("sign out everywhere", self.sessions.end_all(person).await.map_err(OpError::from)) })
    }

    fn choose_tenant<'a>(&'a self, session: &'a Session, person: PersonId, tenant: TenantId) -> BoxFuture<'a, Result<(), AppError>> {
        Box::pin(async move {
            let mine = outcome("tenants", self.tenants(person).await)?;
            if !mine.iter().any(|(id, ..)| *id == tenant) {
                return Err(AppError::NotFound);
            }
            outcome("choose tenant", stored(session.insert(TENANT, tenant.0).await))
        })
    }
}

/// A person in a tenant, with what every page shows around itself.
#[derive(Clone, Debug)]
pub struct Member {
    pub name: String,
    pub email: String,
    /// Empty when they have chosen none.
    pub locale: String,
    pub theme: String,
    pub role: Role,
    pub tenant_name: String,
    pub tenant_locale: String,
    pub tenant_zone: chrono_tz::Tz,
    pub currency: vocabulary::Currency,
    pub stores: Arc<[wire::StoreChoice]>,
}

type MemberRow = (Uuid, String, String, String, String, String, String, String, String, String);
type StoreRow = (Uuid, String, String, u8, String, String);

/// Those of some persons who are members of a tenant.
async fn members(database: Database, tenant: TenantId, persons: Vec<PersonId>) -> Result<HashMap<PersonId, Member>, OpError> {
    let mut reader = database.reader().await?;
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT p.id, p.name, p.email, p.locale, p.theme, m.role, t.name, t.locale, t.zone, t.currency FROM membership m \
         JOIN person p ON p.id = m.person_id AND p.disabled_at IS NULL JOIN tenant t ON t.id = m.tenant_id WHERE m.tenant_id = ",
    );
    select.push_bind(tenant.0).push(" AND m.disabled_at IS NULL AND m.person_id IN ");
    push_list(&mut select, persons.iter().map(|person| person.0));
    let rows: Vec<MemberRow> = select.build_query_as().fetch_all(&mut *reader).await?;
    let stores: Vec<StoreRow> =
        sqlx::query_as("SELECT id, code, name, mark, zone, currency FROM store WHERE tenant_id = ? AND archived_at IS NULL ORDER BY code LIMIT 1000")
            .bind(tenant.0)
            .fetch_all(&mut *reader)
            .await?;
    reader.home();
    let zone_of = |raw: &str| raw.parse().unwrap_or(chrono_tz::UTC);
    let currency_of = |raw: &str| raw.parse().unwrap_or(vocabulary::Currency::EUR);
    let stores: Arc<[wire::StoreChoice]> = stores
        .into_iter()
        .map(|(id, code, name, mark, zone, currency)| wire::StoreChoice {
            id: id.into(),
            code,
            name,
            mark,
            zone: zone_of(&zone),
            currency: currency_of(&currency),
        })
        .collect();
    let member = |(id, name, email, locale, theme, role, tenant_name, tenant_locale, zone, currency): MemberRow| {
        let role = Role::of_tag(&role)?;
        let (tenant_zone, currency) = (zone_of(&zone), currency_of(&currency));
        Some((PersonId(id), Member { name, email, locale, theme, role, tenant_name, tenant_locale, tenant_zone, currency, stores: stores.clone() }))
    };
    Ok(rows.into_iter().filter_map(member).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// Whether it is still waiting after a while in which a free place would have been had.
    async fn waits<T>(work: impl Future<Output = T>) -> bool {
        timeout(Duration::from_millis(200), work).await.is_err()
    }

    #[tokio::test]
    async fn whatever_hashes_waits_for_its_turn() {
        let secret = hash_password("three blind mice").await.unwrap();
        let all = HASHING.acquire_many(4).await.unwrap();
        assert!(waits(hash_password("three blind mice run")).await, "a new password took no turn");
        assert!(waits(verified(String::from("three blind mice"), secret.clone())).await, "a sign-in took no turn");
        drop(all);
        assert!(verified(String::from("three blind mice"), secret.clone()).await.unwrap());
        assert!(!verified(String::from("three blind rats"), secret).await.unwrap());
    }
}
