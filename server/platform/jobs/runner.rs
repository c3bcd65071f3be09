//! What works the queue off: a few jobs side by side, in two lanes, so that nothing short waits behind something long.

use super::{
    JobContext, NewJob, Work,
    claim::{Claimed, beat, claim, finish},
    enqueue,
};
use crate::{desk::Desk, error::OpError};
use serde_json::Value;
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::{
    sync::watch,
    task::{Id, JoinError, JoinSet},
    time::Instant,
};
use uuid::Uuid;
use vocabulary::{Actor, Door, PersonId, Role, TenantId};

/// Jobs that come round by the clock, at once in a process: seals, numbers, sweeps. They are short.
const BY_CLOCK: usize = 2;
/// Jobs that somebody asked for, at once in a process: an import may take minutes. One of each tenant, so that what a
/// tenant asked for is done in the order it was asked for, and nobody's files hold up everybody's.
const ASKED: usize = 3;

/// Which jobs wait for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lane {
    Clock,
    Asked,
}

/// Runs jobs until told to stop.
pub struct Runner {
    desk: Desk,
    work: HashMap<&'static str, Arc<dyn Work>>,
    schedules: Vec<(&'static str, Duration)>,
}

/// When a kind is queued next.
type Due = HashMap<&'static str, Instant>;

/// What a process works on just now.
#[derive(Default)]
struct Hands {
    tasks: JoinSet<()>,
    held: HashMap<Id, (Lane, TenantId)>,
    /// Who was served last: the next turn begins behind them.
    last: i64,
}

impl Hands {
    fn in_lane(&self, lane: Lane) -> usize {
        self.held.values().filter(|(held, _)| *held == lane).count()
    }

    /// Lets go of what has ended, however it did.
    fn let_go(&mut self, ended: Result<(Id, ()), JoinError>) {
        self.held.remove(&ended.map_or_else(|error| error.id(), |(id, ())| id));
    }
}

impl Runner {
    #[must_use]
    pub fn new(desk: Desk) -> Self {
        Self { desk, work: HashMap::new(), schedules: Vec::new() }
    }

    #[must_use]
    pub fn on(mut self, kind: &'static str, work: impl Work) -> Self {
        self.work.insert(kind, Arc::new(work));
        self
    }

    /// Queues this kind for every tenant each `every`. Such work must be short: it shares a lane with the seals.
    #[must_use]
    pub fn every(mut self, every: Duration, kind: &'static str) -> Self {
        self.schedules.push((kind, every));
        self
    }

    /// The kinds it knows. Others are left to a process that knows them.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.work.keys().copied()
    }

    /// Those of them that somebody asks for: they do not come round by the clock.
    pub fn asked(&self) -> impl Iterator<Item = &'static str> {
        self.kinds().filter(|kind| self.lane(kind) == Lane::Asked)
    }

    /// Works until `stop` turns true; what runs then is finished first.
    pub async fn run(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        let (mut due, mut hands) = (Due::new(), Hands::default());
        let mut failed = 0;
        while !*stop.borrow() {
            match self.round(&mut due, &mut hands).await {
                Ok(()) => {
                    if failed > 0 {
                        tracing::info!(rounds = failed, "jobs go on");
                    }
                    failed = 0;
                }
                Err(error) => {
                    // Said once: a database that is away for a night is one line, not tens of thousands.
                    if failed == 0 {
                        tracing::warn!(cause = %error, "jobs wait: the database does not answer as it should");
                    }
                    failed += 1;
                }
            }
            tokio::select! {
                Some(ended) = hands.tasks.join_next_with_id(), if failed == 0 => hands.let_go(ended),
                () = tokio::time::sleep(pause(failed)) => {}
                _ = stop.changed() => {}
            }
            while let Some(ended) = hands.tasks.try_join_next_with_id() {
                hands.let_go(ended);
            }
        }
        while hands.tasks.join_next().await.is_some() {}
    }

    /// Queues what the clock says, and takes as much as there are hands free for: one job of each tenant in turn.
    async fn round(self: &Arc<Self>, due: &mut Due, hands: &mut Hands) -> Result<(), OpError> {
        let mut turn = self.tenants().await?;
        self.schedule(due, &turn).await?;
        let next = turn.partition_point(|tenant| tenant.0 <= hands.last);
        turn.rotate_left(next);
        while !turn.is_empty() {
            let mut again = Vec::new();
            for tenant in turn {
                let kinds = self.open_to(tenant, hands);
                if kinds.is_empty() {
                    continue;
                }
                if let Some(claimed) = claim(self.desk.database(), tenant, &kinds).await? {
                    let held = (self.lane(&claimed.kind), tenant);
                    let runner = self.clone();
                    let task = hands.tasks.spawn(async move {
                        if let Err(error) = runner.perform(claimed).await {
                            tracing::warn!(cause = %error, tenant.id = tenant.0, "how a job ended is not written down: it is done once more");
                        }
                    });
                    hands.held.insert(task.id(), held);
                    hands.last = tenant.0;
                    again.push(tenant);
                }
            }
            turn = again;
        }
        Ok(())
    }

    async fn tenants(&self) -> Result<Vec<TenantId>, OpError> {
        let mut reader = self.desk.database().reader().await?;
        let tenants: Vec<i64> = sqlx::query_scalar("SELECT id FROM tenant ORDER BY id").fetch_all(&mut *reader).await?;
        reader.home();
        Ok(tenants.into_iter().map(TenantId).collect())
    }

    async fn schedule(&self, due: &mut Due, tenants: &[TenantId]) -> Result<(), OpError> {
        let (database, now) = (self.desk.database(), Instant::now());
        for (kind, every) in &self.schedules {
            let next = due.entry(kind).or_insert(now);
            if *next > now {
                continue;
            }
            *next = now + *every;
            for tenant in tenants {
                if let Some(work) = self.work.get(kind)
                    && !work.is_wanted(database, *tenant).await?
                {
                    continue;
                }
                let mut tx = database.begin(*tenant).await?;
                enqueue(&mut tx, NewJob::new(kind, Value::Null).once("scheduled")).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }

    fn lane(&self, kind: &str) -> Lane {
        if self.schedules.iter().any(|(scheduled, _)| *scheduled == kind) { Lane::Clock } else { Lane::Asked }
    }

    /// The kinds of a tenant's jobs that there is a hand free for.
    fn open_to(&self, tenant: TenantId, hands: &Hands) -> Vec<&'static str> {
        let clock = hands.in_lane(Lane::Clock) < BY_CLOCK;
        let asked = hands.in_lane(Lane::Asked) < ASKED && !hands.held.values().any(|held| *held == (Lane::Asked, tenant));
        self.kinds()
            .filter(|kind| match self.lane(kind) {
                Lane::Clock => clock,
                Lane::Asked => asked,
            })
            .collect()
    }

    /// Runs everything that is due now, one after another, to the end. For tests and `stockroom job`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn drain(&self) -> Result<(), OpError> {
        let kinds: Vec<_> = self.kinds().collect();
        let mut worked = !kinds.is_empty();
        while worked {
            worked = false;
            for tenant in self.tenants().await? {
                while let Some(claimed) = claim(self.desk.database(), tenant, &kinds).await? {
                    worked = true;
                    self.perform(claimed).await?;
                }
            }
        }
        Ok(())
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
            Ok(()) if self.lane(&claimed.kind) == Lane::Clock || claimed.kind.starts_with("platform.") => {
                tracing::debug!(job = claimed.kind, tenant.id = claimed.tenant.0, duration_ms, "job")
            }
            Ok(()) => tracing::info!(job = claimed.kind, tenant.id = claimed.tenant.0, attempt = claimed.attempts, duration_ms, "job"),
            Err(error) => {
                let of = claimed.max_attempts;
                tracing::warn!(job = claimed.kind, tenant.id = claimed.tenant.0, attempt = claimed.attempts, of, duration_ms, failed = %error, "job");
            }
        }
        finish(self.desk.database(), &claimed, &outcome).await
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
}

/// How long to wait when there was nothing to do; longer each time the database failed, to half a minute.
fn pause(failed: u32) -> Duration {
    Duration::from_millis(500).saturating_mul(1 << failed.min(6)).min(Duration::from_secs(30))
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
