//! What can go wrong behind the desk: something to tell the asker, or something to log and keep to ourselves.

use vocabulary::{AppError, FieldError, Said};

/// The error of every handler. `App` is said to the asker as it is; the others are logged once, at the desk, and leave
/// as [`AppError::Internal`] with a reference.
#[derive(Debug, thiserror::Error)]
pub enum OpError {
    #[error("{0}")]
    App(AppError),
    #[error("database: {0}")]
    Db(#[from] sqlx::Error),
    #[error("{0:#}")]
    Other(#[from] anyhow::Error),
    /// Two met in one moment, and this one finds its way when it is done again: the desk does so.
    #[error("another was there in the same moment")]
    Again,
}

impl From<AppError> for OpError {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<FieldError> for OpError {
    fn from(error: FieldError) -> Self {
        Self::App(error.into())
    }
}

impl From<serde_json::Error> for OpError {
    fn from(error: serde_json::Error) -> Self {
        Self::Other(error.into())
    }
}

impl OpError {
    #[must_use]
    pub fn invalid(field: &str, code: &str) -> Self {
        Self::App(AppError::invalid(field, code))
    }

    #[must_use]
    pub fn conflict(said: Said) -> Self {
        Self::App(AppError::conflict(said))
    }

    #[must_use]
    pub fn not_found() -> Self {
        Self::App(AppError::NotFound)
    }
}

/// What to do about a failed transaction (reliability D7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Deadlock, lock wait, failover: the whole command again, under the same key.
    Retry,
    /// It can't be known whether the commit arrived: the same, because the key finds out.
    Unknown,
    /// Nothing a repetition would change.
    Final,
}

#[must_use]
pub fn remedy(error: &sqlx::Error) -> Remedy {
    match error {
        sqlx::Error::Database(db) => match error_number(db.as_ref()) {
            Some(1213 | 1205 | 1020 | 3101 | 1047 | 1290 | 1836 | 1040 | 1203) => Remedy::Retry,
            // Its disk is full: nothing was written, and when there is room again, it will be.
            Some(1021 | 1026 | 1114) => Remedy::Retry,
            Some(1030) if db.message().contains("28") => Remedy::Retry,
            // The server is going down, or killed the connection.
            Some(1053 | 1927 | 2006 | 2013 | 4031) => Remedy::Unknown,
            _ => Remedy::Final,
        },
        sqlx::Error::Io(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed => Remedy::Unknown,
        _ => Remedy::Final,
    }
}

fn error_number(error: &dyn sqlx::error::DatabaseError) -> Option<u16> {
    error.try_downcast_ref::<sqlx::mysql::MySqlDatabaseError>().map(sqlx::mysql::MySqlDatabaseError::number)
}

/// Whether a lock could not be had in time.
#[must_use]
pub fn is_lock_wait(error: &sqlx::Error) -> bool {
    matches!(error, sqlx::Error::Database(db) if error_number(db.as_ref()) == Some(1205))
}

/// Whether two waited for each other, and this one was chosen to give way.
#[must_use]
pub fn is_deadlock(error: &sqlx::Error) -> bool {
    matches!(error, sqlx::Error::Database(db) if error_number(db.as_ref()) == Some(1213))
}

/// Whether it is a unique key's refusal; of that key, when named. sqlx leaves `constraint()` empty on MySQL, so the
/// name is read out of the message: `for key 'uq'` on MariaDB, `for key 'table.uq'` on MySQL.
#[must_use]
pub fn is_duplicate(error: &sqlx::Error, key: Option<&str>) -> bool {
    let sqlx::Error::Database(db) = error else { return false };
    db.is_unique_violation()
        && key.is_none_or(|key| {
            let message = db.message();
            message.contains(&format!("'{key}'")) || message.contains(&format!(".{key}'"))
        })
}

/// Turns a constraint of the database into a word about a field.
pub trait OnDuplicate<T> {
    /// # Errors
    /// The field error made by `say` where `key` refused, else the error as it was.
    fn on_duplicate(self, key: &str, say: impl FnOnce() -> FieldError) -> Result<T, OpError>;
}

impl<T> OnDuplicate<T> for Result<T, sqlx::Error> {
    fn on_duplicate(self, key: &str, say: impl FnOnce() -> FieldError) -> Result<T, OpError> {
        self.map_err(|error| if is_duplicate(&error, Some(key)) { say().into() } else { error.into() })
    }
}
