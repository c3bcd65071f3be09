//! The pool and the transaction. Nobody outside this crate holds the pool: handlers are given a [`Tx`], which knows its
//! tenant.

use crate::error::OpError;
use chrono::{DateTime, SubsecRound, Utc};
use sqlx::{
    Executor, MySql, MySqlConnection, QueryBuilder, Transaction,
    mysql::{MySqlConnectOptions, MySqlPool, MySqlPoolOptions},
};
use std::{str::FromStr, sync::Arc, time::Duration};
use vocabulary::TenantId;

/// Where "now" comes from. Tests set their own.
pub trait Clock: Send + Sync + 'static {
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// Connections to one database, all in the same mode: strict, UTC, READ COMMITTED, never in autocommit for writes.
#[derive(Clone)]
pub struct Database {
    pool: MySqlPool,
    /// For long reads that must see one instant: REPEATABLE READ, few, kept apart from the work of the day.
    snapshots: MySqlPool,
    clock: Arc<dyn Clock>,
}

/// What every session is set to. One statement each: MariaDB and MySQL both refuse a combined one.
const SESSION: [&str; 2] = [
    "SET SESSION sql_mode='STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
    "SET SESSION innodb_lock_wait_timeout=3",
];

/// How long a connection may take to come home.
const HOMECOMING: Duration = Duration::from_secs(5);

impl Database {
    /// Opens a pool of at most `size` connections to `url`. Connects when first asked.
    ///
    /// # Errors
    /// When the URL cannot be read.
    pub fn open(url: &str, size: u32) -> Result<Self, sqlx::Error> {
        let options = connect_options(url)?;
        Ok(Self {
            pool: pool(options.clone(), size, "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"),
            snapshots: pool(options, 2, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ"),
            clock: Arc::new(SystemClock),
        })
    }

    #[must_use]
    pub fn with_clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now().trunc_subsecs(6)
    }

    /// For this crate's own tables that have no tenant (sessions, persons, leases) and for the job runner.
    pub(crate) fn pool(&self) -> &MySqlPool {
        &self.pool
    }

    pub async fn close(&self) {
        self.pool.close().await;
        self.snapshots.close().await;
    }

    /// Whether the database answers, within two seconds.
    pub async fn answers(&self) -> bool {
        let pool = self.pool.clone();
        // On a task of its own: who stops waiting must not leave the connection in the middle of a conversation.
        let ping = tokio::spawn(async move { sqlx::query_scalar::<_, i64>("SELECT CAST(1 AS SIGNED)").fetch_one(&pool).await });
        matches!(tokio::time::timeout(Duration::from_secs(2), ping).await, Ok(Ok(Ok(1))))
    }

    /// A transaction that writes. Only the desk, the job runner and the testkit begin one.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn begin(&self, tenant: TenantId) -> Result<Tx, OpError> {
        Ok(Tx { inner: self.pool.begin().await?, tenant, now: self.now() })
    }

    /// A transaction in which the database itself refuses to write.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn begin_read(&self, tenant: TenantId) -> Result<Tx, OpError> {
        Ok(Tx { inner: self.pool.begin_with("START TRANSACTION READ ONLY").await?, tenant, now: self.now() })
    }

    /// A transaction that sees one instant, however long it reads. Nobody waits for it and it waits for nobody.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn begin_snapshot(&self, tenant: TenantId) -> Result<Tx, OpError> {
        let inner = self.snapshots.begin_with("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY").await?;
        Ok(Tx { inner, tenant, now: self.now() })
    }
}

fn pool(options: MySqlConnectOptions, size: u32, isolation: &'static str) -> MySqlPool {
    MySqlPoolOptions::new()
        .max_connections(size)
        .acquire_timeout(Duration::from_secs(5))
        .after_connect(move |connection, _| {
            Box::pin(async move {
                for statement in SESSION {
                    connection.execute(statement).await?;
                }
                connection.execute(isolation).await.map(|_| ())
            })
        })
        // A request dropped while its transaction begins leaves the connection inside that transaction; the next
        // user's writes would never be committed. So every connection is rolled back on its way home.
        // One that was left in the middle of a conversation may wait for words that never come, and sqlx would wait with
        // it: its place in the pool would be lost for good (seen on MySQL, with clients that hang up). It is closed.
        .after_release(|connection, _| {
            Box::pin(async move {
                let home = tokio::time::timeout(HOMECOMING, connection.execute("ROLLBACK")).await;
                home.unwrap_or_else(|_| Err(sqlx::Error::Protocol(String::from("left in the middle of a conversation")))).map(|_| true)
            })
        })
        .connect_lazy_with(options)
}

/// The options every connection is opened with.
///
/// # Errors
/// When the URL cannot be read.
pub fn connect_options(url: &str) -> Result<MySqlConnectOptions, sqlx::Error> {
    Ok(MySqlConnectOptions::from_str(url)?.charset("utf8mb4").collation("utf8mb4_unicode_ci").timezone(Some(String::from("+00:00"))))
}

/// `(?, ?, …)`, which must not be empty.
pub fn push_list<'a, T>(select: &mut QueryBuilder<MySql>, values: impl IntoIterator<Item = T>)
where
    T: 'a + sqlx::Encode<'a, MySql> + sqlx::Type<MySql> + Send,
{
    select.push("(");
    let mut list = select.separated(", ");
    for value in values {
        list.push_bind(value);
    }
    select.push(")");
}

/// An open transaction of one tenant, at one instant.
pub struct Tx {
    inner: Transaction<'static, MySql>,
    tenant: TenantId,
    now: DateTime<Utc>,
}

impl Tx {
    /// Whose rows to ask for: the first thing every statement binds.
    #[must_use]
    pub fn tenant(&self) -> i64 {
        self.tenant.0
    }

    #[must_use]
    pub fn tenant_id(&self) -> TenantId {
        self.tenant
    }

    /// The instant of this transaction, in microseconds as the database keeps it.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    pub fn conn(&mut self) -> &mut MySqlConnection {
        &mut self.inner
    }

    /// # Errors
    /// When the database does not confirm; the outcome is then unknown.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        self.inner.commit().await
    }

    /// # Errors
    /// When the connection is lost, which rolls back as well.
    pub async fn rollback(self) -> Result<(), sqlx::Error> {
        self.inner.rollback().await
    }
}
