//! Work for later, in the database: queued in the transaction that wants it, claimed with SKIP LOCKED under a lease,
//! retried with growing pauses, put aside as dead after too many tries, whether they failed or their process fell silent.
//! Jobs hand operations to the desk, so running one twice does no harm.

mod claim;
mod dead;
mod runner;

pub(crate) use dead::sweep as sweep_dead;
pub use dead::{Dead, list as dead, requeue};
pub use runner::Runner;

use crate::{
    db::{Database, Tx},
    desk::Desk,
    error::OpError,
    registry::BoxFuture,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;
use vocabulary::{Actor, JobId, PersonId, TenantId};

/// How long a claim holds without a sign of life, in seconds.
const LEASE_S: i64 = 30;

/// What is to be done, and when.
#[derive(Clone, Debug)]
pub struct NewJob {
    pub kind: &'static str,
    pub payload: Value,
    /// While a job of this kind with this word waits or runs, another is not queued.
    pub dedupe: Option<String>,
    pub run_at: Option<DateTime<Utc>>,
    /// Most tries before it is dead.
    pub max_attempts: i32,
    pub person: Option<PersonId>,
}

impl NewJob {
    #[must_use]
    pub fn new(kind: &'static str, payload: Value) -> Self {
        Self { kind, payload, dedupe: None, run_at: None, max_attempts: 8, person: None }
    }

    #[must_use]
    pub fn once(mut self, word: impl Into<String>) -> Self {
        self.dedupe = Some(word.into());
        self
    }
}

/// Queues a job in the caller's transaction. `None`: one like it is already waiting.
///
/// # Errors
/// When the database fails.
pub async fn enqueue(tx: &mut Tx, job: NewJob) -> Result<Option<JobId>, OpError> {
    let (id, tenant, now) = (JobId::new(), tx.tenant(), tx.now());
    let inserted = sqlx::query(
        "INSERT IGNORE INTO job (tenant_id, id, kind, payload, state, dedupe, run_at, lease_until, max_attempts, person_id, last_error, created_at) \
         VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, '', ?)",
    )
    .bind(tenant)
    .bind(id.0)
    .bind(job.kind)
    .bind(Json(&job.payload))
    .bind(job.dedupe.unwrap_or_else(|| id.to_string()))
    .bind(job.run_at.unwrap_or(now))
    .bind(now)
    .bind(job.max_attempts)
    .bind(job.person.map_or(Uuid::nil(), |person| person.0))
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok((inserted.rows_affected() == 1).then_some(id))
}

/// What a running job holds.
pub struct JobContext {
    pub desk: Desk,
    pub tenant: TenantId,
    pub job: JobId,
    /// Who asked for it; audited as the author of what it does.
    pub actor: Actor,
    database: Database,
    epoch: i32,
}

impl JobContext {
    /// Says how far it is, and that it is alive.
    ///
    /// # Errors
    /// When somebody else holds the job by now: stop.
    pub async fn progress(&self, done: u64, total: u64) -> Result<(), OpError> {
        let mut tx = self.database.begin(self.tenant).await?;
        let lease = tx.now() + TimeDelta::seconds(LEASE_S);
        let rows = sqlx::query("UPDATE job SET done = ?, total = ?, lease_until = ? WHERE tenant_id = ? AND id = ? AND epoch = ? AND state = 1")
            .bind(i64::try_from(done).unwrap_or(i64::MAX))
            .bind(i64::try_from(total).unwrap_or(i64::MAX))
            .bind(lease)
            .bind(self.tenant.0)
            .bind(self.job.0)
            .bind(self.epoch)
            .execute(tx.conn())
            .await?;
        tx.commit().await?;
        if rows.rows_affected() == 1 { Ok(()) } else { Err(OpError::Other(anyhow::anyhow!("the job's lease was lost"))) }
    }
}

/// What does a kind of job.
pub trait Work: Send + Sync + 'static {
    fn run<'a>(&'a self, context: &'a JobContext, payload: Value) -> BoxFuture<'a, Result<(), OpError>>;

    /// Whether a tenant has anything for it, asked before it is queued by the clock: what comes round every few seconds
    /// and finds nothing writes nothing.
    fn is_wanted<'a>(&'a self, _: &'a Database, _: TenantId) -> BoxFuture<'a, Result<bool, OpError>> {
        Box::pin(async { Ok(true) })
    }
}
