//! Sessions in the database. The id in the cookie is stored as its SHA-256; a session names its person in a column, so
//! that all of a person's sessions can be ended at once.

use crate::{
    db::{Database, Tx, push_list},
    error::OpError,
    gather::Gather,
};
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use sqlx::{MySql, QueryBuilder, types::Json};
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
/// The key that a session has, in memory alone, when this use of it has put its end off: its cookie is then sent anew.
pub const RENEWED: &str = "renewed";

/// A use is written down at most this often, in minutes: no write per request.
const NOTED: i64 = 5;
/// How many minutes a session holds from a use that is written down, so that it holds twelve hours from every use.
pub const MINUTES: i64 = 12 * 60 + NOTED;

/// tower-sessions' store on our own tables. It alone says how long a session holds, by the database's clock: every use,
/// by a browser's cookie or a program's token, puts its end off.
#[derive(Clone)]
pub struct Sessions {
    database: Database,
    read: Gather<(), [u8; 32], Row>,
}

/// What a session holds, and until when.
type Row = (HashMap<String, serde_json::Value>, DateTime<Utc>);

impl Sessions {
    #[must_use]
    pub fn new(database: Database) -> Self {
        Self { database, read: Gather::default() }
    }

    /// Deletes what has expired, a bounded batch at a time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sweep(&self) -> Result<u64, sqlx::Error> {
        let mut tx = self.database.begin_global().await?;
        let gone = sqlx::query("DELETE FROM session WHERE expires_at < ? LIMIT 1000").bind(self.database.now()).execute(tx.conn()).await?;
        tx.commit().await?;
        Ok(gone.rows_affected())
    }

    /// # Errors
    /// When the database fails.
    pub async fn end_all(&self, person: PersonId) -> Result<(), sqlx::Error> {
        let mut tx = self.database.begin_global().await?;
        sqlx::query("DELETE FROM session WHERE person_id = ?").bind(person.0).execute(tx.conn()).await?;
        tx.commit().await
    }

    /// When a session ends that is used now.
    fn end(&self) -> DateTime<Utc> {
        self.database.now() + TimeDelta::minutes(MINUTES)
    }

    /// Puts off the end of a session that is used, and says whether it did: not when it was done a few minutes ago.
    async fn touch(&self, id: &Id, expires: DateTime<Utc>) -> Result<bool, sqlx::Error> {
        let end = self.end();
        if end - expires < TimeDelta::minutes(NOTED) {
            return Ok(false);
        }
        let mut tx = self.database.begin_global().await?;
        // Only ever later, and only where it still is: somebody may have signed out meanwhile.
        let put = sqlx::query("UPDATE session SET expires_at = ? WHERE id = ? AND expires_at < ?")
            .bind(end)
            .bind(hashed(*id).to_vec())
            .bind(end)
            .execute(tx.conn())
            .await?;
        tx.commit().await?;
        Ok(put.rows_affected() == 1)
    }

    async fn write(&self, record: &Record, insert: bool) -> Result<(), sqlx::Error> {
        let id = hashed(record.id).to_vec();
        let person = record.data.get(PERSON).and_then(|value| value.as_str()).and_then(|raw| raw.parse().ok()).unwrap_or_else(Uuid::nil);
        let mut data = record.data.clone();
        data.remove(RENEWED);
        let sql = if insert {
            "INSERT INTO session (person_id, data, expires_at, id) VALUES (?, ?, ?, ?)"
        } else {
            "UPDATE session SET person_id = ?, data = ?, expires_at = ? WHERE id = ?"
        };
        let mut tx = self.database.begin_global().await?;
        sqlx::query(sql).bind(person).bind(Json(&data)).bind(self.end()).bind(id).execute(tx.conn()).await?;
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

fn hashed(id: Id) -> [u8; 32] {
    Sha256::digest(id.0.to_be_bytes()).into()
}

/// Those of some sessions that hold.
async fn open(database: Database, ids: Vec<[u8; 32]>) -> Result<HashMap<[u8; 32], Row>, sqlx::Error> {
    let mut reader = database.reader().await?;
    let mut select = QueryBuilder::<MySql>::new("SELECT id, data, expires_at FROM session WHERE id IN ");
    push_list(&mut select, ids.iter().map(<[u8; 32]>::as_slice));
    select.push(" AND expires_at > ").push_bind(database.now());
    let rows: Vec<(Vec<u8>, Json<HashMap<String, serde_json::Value>>, DateTime<Utc>)> = select.build_query_as().fetch_all(&mut *reader).await?;
    reader.home();
    Ok(rows.into_iter().filter_map(|(id, Json(data), expires)| Some((id.try_into().ok()?, (data, expires)))).collect())
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
        let database = self.database.clone();
        let found = self.read.ask((), hashed(*id), move |ids| open(database.clone(), ids)).await.map_err(backend)?;
        let Some((mut data, expires)) = found else { return Ok(None) };
        match self.touch(id, expires).await {
            Ok(true) => {
                data.insert(RENEWED.to_owned(), true.into());
            }
            Ok(false) => {}
            // It holds for now, and the next use tries again.
            Err(error) => tracing::warn!(cause = %error, "a session's use was not written down"),
        }
        let expiry_date = OffsetDateTime::from_unix_timestamp(expires.timestamp()).unwrap_or(OffsetDateTime::UNIX_EPOCH);
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
        let mut tx = self.database.begin_global().await.map_err(backend)?;
        sqlx::query("DELETE FROM session WHERE id = ?").bind(hashed(*id).to_vec()).execute(tx.conn()).await.map_err(backend)?;
        tx.commit().await.map_err(backend)
    }
}
