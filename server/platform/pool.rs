//! Connections on loan. One that was given back in order is used again at once, without a word to the database; one that
//! was not (a task that ended in the middle of a conversation or of a transaction) is closed, and the database takes back
//! what it had begun. So nobody ever finds themselves in somebody else's transaction (reliability §0.1: the driver can
//! leave a connection inside one), and a request costs no questions but its own.

use crate::sabotage::{self, Fault};
use deadpool::managed::{self, Metrics, PoolConfig, PoolError, QueueMode, RecycleError, RecycleResult, Timeouts};
use sqlx::{
    ConnectOptions, Connection as _, Executor,
    mysql::{MySqlConnectOptions, MySqlConnection},
};
use std::{
    io::ErrorKind,
    ops::{Deref, DerefMut},
    time::{Duration, Instant},
};

/// How long somebody waits for a connection, a database that is just starting included.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);
/// A connection that was used so recently is believed to live.
const FRESH: Duration = Duration::from_secs(1);
/// A connection is not used for longer: addresses change, and what a session has gathered is let go.
const OLDEST: Duration = Duration::from_secs(30 * 60);

/// What every session is set to. One statement each: MariaDB and MySQL both refuse a combined one.
const SESSION: [&str; 2] = [
    "SET SESSION sql_mode='STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
    "SET SESSION innodb_lock_wait_timeout=3",
];

/// Opens connections, and looks at those that come back into use.
struct Opener {
    options: MySqlConnectOptions,
    /// What this pool's sessions are set to besides.
    own: &'static [&'static str],
}

impl managed::Manager for Opener {
    type Type = MySqlConnection;
    type Error = sqlx::Error;

    async fn create(&self) -> Result<MySqlConnection, sqlx::Error> {
        // Boxed, because whoever waits for a connection would carry its room along.
        let mut connection = Box::pin(self.options.connect()).await?;
        for statement in SESSION.iter().chain(self.own) {
            connection.execute(*statement).await?;
        }
        Ok(connection)
    }

    async fn recycle(&self, connection: &mut MySqlConnection, metrics: &Metrics) -> RecycleResult<sqlx::Error> {
        if metrics.age() > OLDEST {
            return Err(RecycleError::message("old"));
        }
        if metrics.last_used() > FRESH {
            connection.ping().await.map_err(RecycleError::Backend)?;
        }
        Ok(())
    }
}

/// At most so many connections, the one used last first.
#[derive(Clone)]
pub(crate) struct Pool(managed::Pool<Opener>);

impl Pool {
    /// Connects when first asked.
    pub fn new(options: MySqlConnectOptions, size: u32, own: &'static [&'static str]) -> Result<Self, sqlx::Error> {
        let timeouts = Timeouts { wait: Some(PATIENCE), create: Some(PATIENCE), recycle: Some(FRESH) };
        let config = PoolConfig { max_size: usize::try_from(size).unwrap_or(1), timeouts, queue_mode: QueueMode::Lifo };
        let pool = managed::Pool::builder(Opener { options, own }).config(config).runtime(deadpool::Runtime::Tokio1).build();
        pool.map(Self).map_err(|error| sqlx::Error::Configuration(error.into()))
    }

    /// # Errors
    /// When none can be had in time, or the database lets nobody in.
    pub async fn lend(&self) -> Result<Connection, sqlx::Error> {
        let (began, mut pause) = (Instant::now(), Duration::from_millis(10));
        loop {
            let error = match self.0.get().await {
                Ok(lent) => return Ok(Connection(Some(lent))),
                Err(PoolError::Backend(error)) => error,
                Err(PoolError::Closed) => return Err(sqlx::Error::PoolClosed),
                Err(_) => return Err(sqlx::Error::PoolTimedOut),
            };
            // A database that starts again has no door yet: worth waiting for.
            let no_door = matches!(&error, sqlx::Error::Io(error) if matches!(error.kind(), ErrorKind::ConnectionRefused | ErrorKind::NotFound));
            if !no_door || began.elapsed() + pause > PATIENCE {
                return Err(error);
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_millis(250));
        }
    }

    /// Lets go of what is not on loan: one connection was found broken, so the others may be.
    pub fn doubt(&self) {
        self.0.retain(|_, _| false);
    }

    /// Lends no more, and waits for every connection to come home.
    pub async fn close(&self) {
        // Those at home say goodbye; a closed socket without a word would be a warning in the database's log.
        let now = Timeouts { wait: Some(Duration::ZERO), create: Some(Duration::ZERO), recycle: None };
        while self.0.status().available > 0 {
            let Ok(lent) = self.0.timeout_get(&now).await else { break };
            Box::pin(managed::Object::take(lent).close()).await.ok();
        }
        self.0.close();
        while self.0.status().size > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

/// A connection on loan. Dropped without [`Connection::home`] it is closed.
pub(crate) struct Connection(Option<managed::Object<Opener>>);

impl Connection {
    /// Gives it back: its last answer was read whole, and no transaction is open.
    pub fn home(mut self) {
        drop(self.0.take());
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        if let Some(lent) = self.0.take() {
            if sabotage::on(Fault::NoRollbackOnRelease) {
                return drop(lent);
            }
            drop(managed::Object::take(lent));
        }
    }
}

impl Deref for Connection {
    type Target = MySqlConnection;

    fn deref(&self) -> &MySqlConnection {
        match &self.0 {
            Some(lent) => lent,
            None => unreachable!("it is taken out only by home and drop, which own it"),
        }
    }
}

impl DerefMut for Connection {
    fn deref_mut(&mut self) -> &mut MySqlConnection {
        match &mut self.0 {
            Some(lent) => lent,
            None => unreachable!("it is taken out only by home and drop, which own it"),
        }
    }
}
