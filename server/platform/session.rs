//! Sessions in the database. The id in the cookie is stored as its SHA-256; a session names its person in a column, so
//! that all of a person's sessions can be ended at once.

use crate::{
    db::{Database, Tx},
    error::OpError,
};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use sqlx::types::Json;
use std::collections::HashMap;
use tower_sessions::{
    SessionStore,
    cookie::time::OffsetDateTime,
    session::{Id, Record},
    session_store,
};
use uuid::Uuid;
use vocabulary::PersonId;

/// The session's key for who is signed in.
pub const PERSON: &str = "person";
/// The session's key for the tenant they work in.
pub const TENANT: &str = "tenant";

/// tower-sessions' store on our own tables.
#[derive(Clone)]
pub struct Sessions(pub(crate) Database);

impl Sessions {
    #[must_use]
    pub fn new(database: Database) -> Self {
        Self(database)
    }

    /// Deletes what has expired, a bounded batch at a time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sweep(&self) -> Result<u64, sqlx::Error> {
        let mut tx = self.0.begin_global().await?;
        let gone = sqlx::query("DELETE FROM session WHERE expires_at < ? LIMIT 1000").bind(self.0.now()).execute(tx.conn()).await?;
        tx.commit().await?;
        Ok(gone.rows_affected())
    }

    /// # Errors
    /// When the database fails.
    pub async fn end_all(&self, person: PersonId) -> Result<(), sqlx::Error> {
        let mut tx = self.0.begin_global().await?;
        sqlx::query("DELETE FROM session WHERE person_id = ?").bind(person.0).execute(tx.conn()).await?;
        tx.commit().await
    }

    async fn write(&self, record: &Record, insert: bool) -> Result<(), sqlx::Error> {
        let id = hashed(record.id);
        let person = record.data.get(PERSON).and_then(|value| value.as_str()).and_then(|raw| raw.parse().ok()).unwrap_or_else(Uuid::nil);
        let expires = DateTime::<Utc>::from_timestamp(record.expiry_date.unix_timestamp(), 0).unwrap_or_default();
        let sql = if insert {
            "INSERT INTO session (person_id, data, expires_at, id) VALUES (?, ?, ?, ?)"
        } else {
            "UPDATE session SET person_id = ?, data = ?, expires_at = ? WHERE id = ?"
        };
        let mut tx = self.0.begin_global().await?;
        sqlx::query(sql).bind(person).bind(Json(&record.data)).bind(expires).bind(id).execute(tx.conn()).await?;
        tx.commit().await
    }
}

/// Ends every session of a person in the transaction that shuts them out: either both are done or neither.
///
/// # Errors
/// When the database fails.
pub async fn end_all_within(tx: &mut Tx, person: PersonId) -> Result<(), OpError> {
    sqlx::query("DELETE FROM session WHERE person_id = ?").bind(person.0).execute(tx.conn()).await?;
    Ok(())
}

impl std::fmt::Debug for Sessions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sessions")
    }
}

fn hashed(id: Id) -> Vec<u8> {
    Sha256::digest(id.0.to_be_bytes()).to_vec()
}

fn backend(error: sqlx::Error) -> session_store::Error {
    session_store::Error::Backend(error.to_string())
}

#[async_trait::async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> session_store::Result<()> {
        loop {
            match self.write(record, true).await {
                Ok(()) => return Ok(()),
                // 128 random bits met themselves, or somebody offered an id: a new one, in either case.
                Err(error) if crate::error::is_duplicate(&error, None) => record.id = Id::default(),
                Err(error) => return Err(backend(error)),
            }
        }
    }

    async fn save(&self, record: &Record) -> session_store::Result<()> {
        self.write(record, false).await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> session_store::Result<Option<Record>> {
        let mut reader = self.0.reader().await.map_err(backend)?;
        let row: Option<(Json<HashMap<String, serde_json::Value>>, DateTime<Utc>)> =
            sqlx::query_as("SELECT data, expires_at FROM session WHERE id = ? AND expires_at > ?")
                .bind(hashed(*id))
                .bind(self.0.now())
                .fetch_optional(&mut *reader)
                .await
                .map_err(backend)?;
        reader.home();
        Ok(row.map(|(Json(data), expires)| Record {
            id: *id,
            data,
            expiry_date: OffsetDateTime::from_unix_timestamp(expires.timestamp()).unwrap_or(OffsetDateTime::UNIX_EPOCH),
        }))
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
        let mut tx = self.0.begin_global().await.map_err(backend)?;
        sqlx::query("DELETE FROM session WHERE id = ?").bind(hashed(*id)).execute(tx.conn()).await.map_err(backend)?;
        tx.commit().await.map_err(backend)
    }
}
