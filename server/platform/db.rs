//! The pool and the transaction. Nobody outside this crate holds the pool: handlers are given a [`Tx`], which knows its
//! tenant.

use crate::{
    error::{OpError, Remedy, is_deadlock, remedy},
    pool::{Connection, Pool},
};
use chrono::{DateTime, SubsecRound, Utc};
use sqlx::{Executor, MySql, MySqlConnection, QueryBuilder, mysql::MySqlConnectOptions};
use std::{
    any::{Any, TypeId},
    collections::HashMap,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
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
    writers: Pool,
    /// Sessions in which the database itself refuses to write. Each statement sees what is committed, as it would inside a
    /// transaction at READ COMMITTED, so that none need be begun and ended.
    readers: Pool,
    /// For long reads that must see one instant: REPEATABLE READ, few, kept apart from the work of the day.
    snapshots: Pool,
    clock: Arc<dyn Clock>,
    /// Most connections of the first two, each.
    size: u32,
    /// Deadlocks that were met, by whoever was done again because of them.
    deadlocks: Arc<AtomicU64>,
}

const READ_COMMITTED: &str = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

impl Database {
    /// Pools of at most `size` connections each, for reading and for writing, to `url`. Connects when first asked.
    ///
    /// # Errors
    /// When the URL cannot be read.
    pub fn open(url: &str, size: u32) -> Result<Self, sqlx::Error> {
        let options = connect_options(url)?;
        Ok(Self {
            writers: Pool::new(options.clone(), size, &[READ_COMMITTED])?,
            readers: Pool::new(options.clone(), size, &[READ_COMMITTED, "SET SESSION TRANSACTION READ ONLY"])?,
            snapshots: Pool::new(options, 2, &["SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ"])?,
            clock: Arc::new(SystemClock),
            size,
            deadlocks: Arc::default(),
        })
    }

    /// Most connections that a pool size comes to.
    #[must_use]
    pub const fn connections(size: u32) -> u32 {
        size * 2 + 2
    }

    /// Most connections at once, for reading and for writing each.
    #[must_use]
    pub fn size(&self) -> usize {
        usize::try_from(self.size).unwrap_or(usize::MAX)
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

    /// To read this crate's own tables that have no tenant (sessions, persons, leases).
    pub(crate) async fn reader(&self) -> Result<Connection, sqlx::Error> {
        self.readers.lend().await
    }

    pub async fn close(&self) {
        tokio::join!(self.writers.close(), self.readers.close(), self.snapshots.close());
    }

    /// Whether the database answers, within two seconds.
    pub async fn answers(&self) -> bool {
        let ping = async {
            let mut reader = self.reader().await?;
            sqlx::query_scalar::<_, i64>("SELECT CAST(1 AS SIGNED)").fetch_one(&mut *reader).await.inspect(|_| reader.home())
        };
        matches!(tokio::time::timeout(Duration::from_secs(2), ping).await, Ok(Ok(1)))
    }

    /// Whether it is worth asking again: the connection was lost, and those that were opened with it are let go.
    pub fn doubts(&self, error: &sqlx::Error) -> bool {
        let lost = remedy(error) == Remedy::Unknown;
        self.deadlocks.fetch_add(u64::from(is_deadlock(error)), Ordering::Relaxed);
        if lost {
            self.writers.doubt();
            self.readers.doubt();
            self.snapshots.doubt();
        }
        lost
    }

    /// How often this process was in a deadlock so far. Who locks in the one order that there is never is: a test asks.
    #[must_use]
    pub fn deadlocks(&self) -> u64 {
        self.deadlocks.load(Ordering::Relaxed)
    }

    /// A transaction that writes. Only the desk, the job runner and the testkit begin one.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn begin(&self, tenant: TenantId) -> Result<Tx, OpError> {
        Ok(self.start(&self.writers, Some("START TRANSACTION"), tenant).await?)
    }

    /// A transaction of this crate's own on tables that have no tenant.
    pub(crate) async fn begin_global(&self) -> Result<Tx, sqlx::Error> {
        self.start(&self.writers, Some("START TRANSACTION"), TenantId(0)).await
    }

    /// To read only: the database itself refuses to write.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn begin_read(&self, tenant: TenantId) -> Result<Tx, OpError> {
        Ok(self.start(&self.readers, None, tenant).await?)
    }

    /// A transaction that sees one instant, however long it reads. Nobody waits for it and it waits for nobody.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn begin_snapshot(&self, tenant: TenantId) -> Result<Tx, OpError> {
        Ok(self.start(&self.snapshots, Some("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"), tenant).await?)
    }

    async fn start(&self, pool: &Pool, begin: Option<&'static str>, tenant: TenantId) -> Result<Tx, sqlx::Error> {
        let mut connection = pool.lend().await?;
        if let Some(begin) = begin {
            connection.execute(begin).await?;
        }
        Ok(Tx { connection, open: begin.is_some(), tenant, now: self.now(), memory: None })
    }
}

/// The options every connection is opened with.
///
/// # Errors
/// When the URL cannot be read.
pub fn connect_options(url: &str) -> Result<MySqlConnectOptions, sqlx::Error> {
    Ok(MySqlConnectOptions::from_str(url)?.charset("utf8mb4").collation("utf8mb4_unicode_ci").timezone(Some(String::from("+00:00"))))
}

/// Lengths that lists are brought to.
const LENGTHS: [usize; 5] = [1, 10, 50, 250, 900];

/// `(?, ?, …)`, which must not be empty. The last value is repeated up to one of a few lengths, so that there are few
/// different statements, and the database is asked each of them more than once.
pub fn push_list<'a, T>(select: &mut QueryBuilder<MySql>, values: impl IntoIterator<Item = T>)
where
    T: 'a + Clone + sqlx::Encode<'a, MySql> + sqlx::Type<MySql> + Send,
{
    select.push("(");
    let mut list = select.separated(", ");
    let (mut last, mut pushed) = (None, 0);
    for value in values {
        list.push_bind(value.clone());
        (last, pushed) = (Some(value), pushed + 1);
    }
    if let (Some(last), Some(length)) = (last, LENGTHS.into_iter().find(|length| *length >= pushed)) {
        for _ in pushed..length {
            list.push_bind(last.clone());
        }
    }
    select.push(")");
}

/// An open transaction of one tenant, at one instant. Dropped before its end, its connection is closed and the database
/// takes everything back.
pub struct Tx {
    connection: Connection,
    /// A transaction was begun: it has to be ended.
    open: bool,
    tenant: TenantId,
    now: DateTime<Utc>,
    /// Of one that answers several requests: what was read for one of them serves the others.
    memory: Option<HashMap<TypeId, Box<dyn Any + Send>>>,
}

/// How many rows a statement takes that writes for several requests at once: few lengths, so that few texts are prepared.
const LOTS: [usize; 13] = [500, 128, 64, 32, 16, 8, 7, 6, 5, 4, 3, 2, 1];

impl Tx {
    /// It answers several requests: what is read for one serves the others as well.
    pub(crate) fn together(mut self) -> Self {
        self.memory = Some(HashMap::new());
        self
    }

    /// What was read before in a transaction that answers several requests; none in one that answers one. Only what may be
    /// believed until the transaction ends belongs here: what is locked, or what each of the requests might as well have
    /// read in one moment.
    pub fn memory<T: Default + Send + 'static>(&mut self) -> Option<&mut T> {
        let memory = self.memory.as_mut()?;
        memory.entry(TypeId::of::<T>()).or_insert_with(|| Box::<T>::default()).downcast_mut()
    }

    /// Rows in as many parts as it takes statements to write them: all at once for one request, in parts of few lengths for
    /// several, which never are as many twice.
    pub fn parts<'a, T>(&self, mut rows: &'a [T]) -> impl Iterator<Item = &'a [T]> + use<'a, T> {
        let together = self.memory.is_some();
        std::iter::from_fn(move || {
            let most = if together { LOTS.into_iter().find(|length| *length <= rows.len())? } else { rows.len().min(LOTS[0]) };
            let (part, rest) = rows.split_at(most);
            rows = rest;
            (!part.is_empty()).then_some(part)
        })
    }

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
        &mut self.connection
    }

    /// # Errors
    /// When the database does not confirm; the outcome is then unknown.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        self.end("COMMIT").await
    }

    /// # Errors
    /// When the connection is lost, which rolls back as well.
    pub async fn rollback(self) -> Result<(), sqlx::Error> {
        self.end("ROLLBACK").await
    }

    async fn end(mut self, how: &'static str) -> Result<(), sqlx::Error> {
        if self.open {
            self.connection.execute(how).await?;
        }
        self.connection.home();
        Ok(())
    }
}
