//! Work for later, in the database: queued in the transaction that wants it, claimed with SKIP LOCKED under a lease,
//! retried with growing pauses, put aside as dead after too many. Jobs hand operations to the desk, so running one
//! twice does no harm.

use crate::{
    db::{Database, Tx},
    desk::Desk,
    error::OpError,
    registry::BoxFuture,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use sqlx::types::Json;
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::sync::{Notify, watch};
use uuid::Uuid;
use vocabulary::{Actor, Door, JobId, PersonId, Role, TenantId};

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

/// Runs jobs until told to stop.
pub struct Runner {
    desk: Desk,
    work: HashMap<&'static str, Arc<dyn Work>>,
    schedules: Vec<(&'static str, Duration)>,
    /// Rung when something was queued in this process: no waiting for the next poll.
    pub bell: Arc<Notify>,
}

struct Claimed {
    tenant: TenantId,
    id: JobId,
    kind: String,
    payload: Value,
    attempts: i32,
    max_attempts: i32,
    epoch: i32,
    person: Uuid,
}

impl Runner {
    #[must_use]
    pub fn new(desk: Desk) -> Self {
        Self { desk, work: HashMap::new(), schedules: Vec::new(), bell: Arc::new(Notify::new()) }
    }

    #[must_use]
    pub fn on(mut self, kind: &'static str, work: impl Work) -> Self {
        self.work.insert(kind, Arc::new(work));
        self
    }

    /// Queues this kind for every tenant each `every`.
    #[must_use]
    pub fn every(mut self, every: Duration, kind: &'static str) -> Self {
        self.schedules.push((kind, every));
        self
    }

    /// The kinds it knows.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.work.keys().copied()
    }

    /// Works until `stop` turns true; what runs then is finished first.
    pub async fn run(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        let mut due: HashMap<&'static str, tokio::time::Instant> = HashMap::new();
        let mut failed = 0;
        while !*stop.borrow() {
            let worked = match self.round(&mut due).await {
                Ok(worked) => {
                    if failed > 0 {
                        tracing::info!(rounds = failed, "jobs go on");
                    }
                    failed = 0;
                    worked
                }
                Err(error) => {
                    // Said once: a database that is away for a night is one line, not tens of thousands.
                    if failed == 0 {
                        tracing::warn!(cause = %error, "jobs wait: the database does not answer as it should");
                    }
                    failed += 1;
                    false
                }
            };
            if !worked {
                tokio::select! {
                    () = self.bell.notified(), if failed == 0 => {}
                    () = tokio::time::sleep(pause(failed)) => {}
                    _ = stop.changed() => {}
                }
            }
        }
    }

    async fn round(&self, due: &mut HashMap<&'static str, tokio::time::Instant>) -> Result<bool, OpError> {
        let database = self.desk.database();
        let mut reader = database.reader().await?;
        let tenants: Vec<i64> = sqlx::query_scalar("SELECT id FROM tenant ORDER BY id").fetch_all(&mut *reader).await?;
        reader.home();
        let now = tokio::time::Instant::now();
        for (kind, every) in &self.schedules {
            let next = due.entry(kind).or_insert(now);
            if *next <= now {
                *next = now + *every;
                for tenant in &tenants {
                    if let Some(work) = self.work.get(kind)
                        && !work.is_wanted(database, TenantId(*tenant)).await?
                    {
                        continue;
                    }
                    let mut tx = database.begin(TenantId(*tenant)).await?;
                    enqueue(&mut tx, NewJob::new(kind, Value::Null).once("scheduled")).await?;
                    tx.commit().await?;
                }
            }
        }
        let mut worked = false;
        for tenant in tenants {
            while let Some(claimed) = self.claim(TenantId(tenant)).await? {
                worked = true;
                self.perform(claimed).await?;
            }
        }
        Ok(worked)
    }

    /// Runs everything that is due now, to the end. For tests and `stockroom job`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drain(&self) -> Result<(), OpError> {
        while self
            .round(&mut self.schedules.iter().map(|(kind, _)| (*kind, tokio::time::Instant::now() + Duration::from_secs(3600))).collect())
            .await?
        {}
        Ok(())
    }

    /// Takes the tenant's next job that is due, or whose holder fell silent.
    async fn claim(&self, tenant: TenantId) -> Result<Option<Claimed>, OpError> {
        let mut tx = self.desk.database().begin(tenant).await?;
        let now = tx.now();
        let mut row = pick(&mut tx, "SELECT id, kind, payload, attempts, max_attempts, epoch, person_id FROM job WHERE tenant_id = ? AND state = 0 AND run_at <= ? ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED", now).await?;
        if row.is_none() {
            row = pick(&mut tx, "SELECT id, kind, payload, attempts, max_attempts, epoch, person_id FROM job WHERE tenant_id = ? AND state = 1 AND lease_until <= ? ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED", now).await?;
        }
        let Some((id, kind, Json(payload), attempts, max_attempts, epoch, person)) = row else {
            tx.rollback().await?;
            return Ok(None);
        };
        sqlx::query("UPDATE job SET state = 1, attempts = attempts + 1, epoch = epoch + 1, lease_until = ? WHERE tenant_id = ? AND id = ?")
            .bind(now + TimeDelta::seconds(LEASE_S))
            .bind(tenant.0)
            .bind(id)
            .execute(tx.conn())
            .await?;
        tx.commit().await?;
        Ok(Some(Claimed { tenant, id: JobId(id), kind, payload, attempts: attempts + 1, max_attempts, epoch: epoch + 1, person }))
    }

    async fn perform(&self, claimed: Claimed) -> Result<(), OpError> {
        let database = self.desk.database().clone();
        let actor = self.actor(claimed.tenant, claimed.person).await?;
        let context =
            Arc::new(JobContext { desk: self.desk.clone(), tenant: claimed.tenant, job: claimed.id, actor, database, epoch: claimed.epoch });
        let started = std::time::Instant::now();
        let outcome = match self.work.get(claimed.kind.as_str()).cloned() {
            None => Err(OpError::Other(anyhow::anyhow!("no work of this kind here"))),
            Some(work) => {
                let (held, payload) = (context.clone(), claimed.payload.clone());
                let task = tokio::spawn(async move { work.run(&held, payload).await });
                let beating = beat(context.clone());
                tokio::pin!(task);
                tokio::select! {
                    done = &mut task => done.unwrap_or_else(|panic| Err(OpError::Other(anyhow::anyhow!("panicked: {panic}")))),
                    () = beating => { task.abort(); Err(OpError::Other(anyhow::anyhow!("the lease was lost"))) }
                }
            }
        };
        let duration_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        match &outcome {
            // What runs by the clock and goes well is not news.
            Ok(()) if claimed.kind.starts_with("platform.") => tracing::debug!(job = claimed.kind, tenant.id = claimed.tenant.0, duration_ms, "job"),
            Ok(()) => tracing::info!(job = claimed.kind, tenant.id = claimed.tenant.0, attempt = claimed.attempts, duration_ms, "job"),
            Err(error) => {
                tracing::warn!(job = claimed.kind, tenant.id = claimed.tenant.0, attempt = claimed.attempts, duration_ms, failed = %error, "job");
            }
        }
        self.finish(&claimed, outcome).await
    }

    /// The job's person as an actor, if they are still a member; else the system.
    async fn actor(&self, tenant: TenantId, person: Uuid) -> Result<Actor, OpError> {
        let mut reader = self.desk.database().reader().await?;
        let row: Option<(String, String)> =
            sqlx::query_as("SELECT p.name, m.role FROM membership m JOIN person p ON p.id = m.person_id WHERE m.tenant_id = ? AND m.person_id = ? AND m.disabled_at IS NULL")
                .bind(tenant.0)
                .bind(person)
                .fetch_optional(&mut *reader)
                .await?;
        reader.home();
        Ok(row.and_then(|(name, role)| Some((name, Role::of_tag(&role)?))).map_or_else(
            || Actor::system(tenant, Door::Job),
            |(name, role)| Actor { person: Some(PersonId(person)), name, role, ..Actor::system(tenant, Door::Job) },
        ))
    }

    async fn finish(&self, claimed: &Claimed, outcome: Result<(), OpError>) -> Result<(), OpError> {
        let mut tx = self.desk.database().begin(claimed.tenant).await?;
        let now = tx.now();
        let (state, error) = match &outcome {
            Ok(()) => (2, String::new()),
            // What the asker got wrong does not get better by asking again.
            Err(OpError::App(error)) if error.status() < 500 => (3, error.to_string()),
            Err(error) if claimed.attempts >= claimed.max_attempts => (3, error.to_string()),
            Err(error) => (0, error.to_string()),
        };
        let pause = TimeDelta::seconds(2i64.saturating_pow(u32::try_from(claimed.attempts.min(10)).unwrap_or(10)));
        let (dedupe, finished) = if state == 0 { (None, None) } else { (Some(claimed.id.to_string()), Some(now)) };
        sqlx::query(
            "UPDATE job SET state = ?, last_error = ?, run_at = ?, dedupe = COALESCE(?, dedupe), finished_at = ? \
             WHERE tenant_id = ? AND id = ? AND epoch = ?",
        )
        .bind(state)
        .bind(error.chars().take(2000).collect::<String>())
        .bind(if state == 0 { now + pause } else { now })
        .bind(dedupe)
        .bind(finished)
        .bind(claimed.tenant.0)
        .bind(claimed.id.0)
        .bind(claimed.epoch)
        .execute(tx.conn())
        .await?;
        tx.commit().await?;
        Ok(())
    }
}

/// How long to wait when there was nothing to do; longer each time the database failed, to half a minute.
fn pause(failed: u32) -> Duration {
    Duration::from_millis(500).saturating_mul(1 << failed.min(6)).min(Duration::from_secs(30))
}

type JobRow = (Uuid, String, Json<Value>, i32, i32, i32, Uuid);

async fn pick(tx: &mut Tx, sql: &'static str, now: DateTime<Utc>) -> Result<Option<JobRow>, sqlx::Error> {
    let tenant = tx.tenant();
    sqlx::query_as(sql).bind(tenant).bind(now).fetch_optional(tx.conn()).await
}

/// Renews the lease while the work goes on; returns when it is lost.
async fn beat(context: Arc<JobContext>) {
    loop {
        tokio::time::sleep(Duration::from_secs(10)).await;
        let renewed = async {
            let mut tx = context.database.begin(context.tenant).await?;
            let lease = tx.now() + TimeDelta::seconds(LEASE_S);
            let rows = sqlx::query("UPDATE job SET lease_until = ? WHERE tenant_id = ? AND id = ? AND epoch = ? AND state = 1")
                .bind(lease)
                .bind(context.tenant.0)
                .bind(context.job.0)
                .bind(context.epoch)
                .execute(tx.conn())
                .await?;
            tx.commit().await?;
            Ok::<_, OpError>(rows.rows_affected() == 1)
        };
        match renewed.await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => tracing::warn!(cause = %error, "lease not renewed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_that_is_away_is_asked_less_and_less() {
        let waits: Vec<u128> = (0..9).map(|failed| pause(failed).as_millis()).collect();
        assert_eq!(waits, [500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
    }
}
