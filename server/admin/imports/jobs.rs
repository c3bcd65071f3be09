//! The jobs of an import: check, run, undo. Each goes through the desk for whatever it writes, and may be run twice.

use super::{check, run, undo};
use platform::{
    OpError, Tx,
    jobs::{self, JobContext, NewJob, Runner, Work},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::types::Json;
use std::{future::Future, pin::Pin, time::Duration};
use uuid::Uuid;
use vocabulary::{Actor, AppError, Door, ImportId, JobId, Key, Operation};

pub(crate) const CHECK: &str = "admin.import_check";
pub(crate) const RUN: &str = "admin.import_run";
pub(crate) const UNDO: &str = "admin.import_undo";
/// Files of which nobody wants anything any more are cleared away.
pub(crate) const SWEEP: &str = "admin.import_sweep";

/// Which import, and whether of it only the rows that were mended.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Payload {
    pub import: ImportId,
    #[serde(default)]
    pub mended: bool,
}

/// Queues a job for an import in the caller's name. The import's state lets in one at a time; the job before may have
/// done its last step and not yet be over, so that it must not keep the next one out.
///
/// # Errors
/// When the database fails.
pub(crate) async fn queue(tx: &mut Tx, actor: &Actor, kind: &'static str, import: ImportId, mended: bool) -> Result<Option<JobId>, OpError> {
    let job = NewJob { person: actor.person, ..NewJob::new(kind, serde_json::to_value(Payload { import, mended })?) };
    jobs::enqueue(tx, job).await
}

type Answer<'a> = Pin<Box<dyn Future<Output = Result<(), OpError>> + Send + 'a>>;

macro_rules! works {
    ($($name:ident => $module:ident::$function:ident),+ $(,)?) => {$(
        struct $name;

        impl Work for $name {
            fn run<'a>(&'a self, context: &'a JobContext, payload: Value) -> Answer<'a> {
                Box::pin(async move {
                    let payload: Payload = serde_json::from_value(payload)?;
                    quietly($module::$function(context, payload).await)
                })
            }
        }
    )+};
}

works! {
    Check => check::check,
    Run => run::run,
    Undo => undo::undo,
}

struct Sweep;

impl Work for Sweep {
    fn run<'a>(&'a self, context: &'a JobContext, _: Value) -> Answer<'a> {
        Box::pin(super::sweep::sweep(context))
    }
}

/// Every job of the imports.
pub(crate) fn add(runner: Runner) -> Runner {
    runner.on(CHECK, Check).on(RUN, Run).on(UNDO, Undo).on(SWEEP, Sweep).every(Duration::from_secs(3600), SWEEP)
}

/// What runs an import.
pub(crate) fn run_work() -> Box<dyn Work> {
    Box::new(Run)
}

/// An import that was put away or begun anew while its job worked is no failure of the job.
fn quietly(outcome: Result<(), OpError>) -> Result<(), OpError> {
    match outcome {
        Err(OpError::App(AppError::Conflict { said })) if said.code == "import-not-now" => Ok(()),
        other => other,
    }
}

/// Asks the desk in the name of the job's person, by the door of imports.
///
/// # Errors
/// What the desk says.
pub(crate) async fn ask<O: Operation>(context: &JobContext, key: Key, operation: O) -> Result<O::Reply, OpError> {
    let actor = Actor { door: Door::Import, ..context.actor.clone() };
    Ok(context.desk.run(vocabulary::Ask::new(&actor, key, operation)).await?)
}

/// A key of an import's own.
///
/// # Errors
/// Never: an id and a short word make a good key.
pub(crate) fn key(import: ImportId, step: &str) -> Result<Key, OpError> {
    format!("import/{import}/{step}").parse().map_err(|error| OpError::Other(anyhow::Error::new(error)))
}

/// How often something is asked when what stands in its way passes.
const ATTEMPTS: u32 = 12;

/// The same, and again after growing pauses while `passes` says of a refusal that it will pass. What does not pass in
/// that time is left to the job's next try.
///
/// # Errors
/// What the desk says.
pub(crate) async fn insist<O: Operation + Clone>(
    context: &JobContext,
    key: Key,
    operation: O,
    passes: fn(&AppError) -> bool,
) -> Result<O::Reply, OpError> {
    for attempt in 1..ATTEMPTS {
        match ask(context, key.clone(), operation.clone()).await {
            Err(OpError::App(error)) if passes(&error) => tokio::time::sleep(Duration::from_millis(20 * u64::from(attempt))).await,
            other => return other,
        }
    }
    match ask(context, key, operation).await {
        Err(OpError::App(error)) if passes(&error) => Err(anyhow::anyhow!("{} does not go through: {error}", O::NAME).into()),
        other => other,
    }
}

/// What stands in the way of a write for a moment only: somebody else's transaction, or a database that is away.
pub(crate) fn is_busy(error: &AppError) -> bool {
    match error {
        AppError::Conflict { said } => ["catalog-busy", "request-still-running"].contains(&said.code.as_str()),
        AppError::Unavailable => true,
        _ => false,
    }
}

/// Where an import's job is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct JobState {
    /// None: there is no such job, or no longer.
    state: Option<u8>,
    pub done: u64,
    pub total: u64,
    /// It ran only the rows that were mended.
    pub mended: bool,
}

impl JobState {
    /// Whether it has ended, well or not: an import that still waits for it may be moved on by hand.
    pub fn is_stopped(&self) -> bool {
        !matches!(self.state, Some(0 | 1))
    }
}

/// A job's state, and how far it is.
///
/// # Errors
/// When the database fails.
pub(crate) async fn state(tx: &mut Tx, job: JobId) -> Result<JobState, OpError> {
    if job.0 == Uuid::nil() {
        return Ok(JobState::default());
    }
    let tenant = tx.tenant();
    let row: Option<(u8, i64, i64, Json<Value>)> = sqlx::query_as("SELECT state, done, total, payload FROM job WHERE tenant_id = ? AND id = ?")
        .bind(tenant)
        .bind(job.0)
        .fetch_optional(tx.conn())
        .await?;
    Ok(row.map_or_else(JobState::default, |(state, done, total, Json(payload))| JobState {
        state: Some(state),
        done: u64::try_from(done).unwrap_or_default(),
        total: u64::try_from(total).unwrap_or_default(),
        mended: serde_json::from_value::<Payload>(payload).is_ok_and(|payload| payload.mended),
    }))
}
