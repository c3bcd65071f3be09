//! The jobs of an import: check, run, undo. Each goes through the desk for whatever it writes, and may be run twice.

use super::{check, run, undo};
use platform::{
    OpError, Tx,
    jobs::{self, JobContext, NewJob, Runner, Work},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{future::Future, pin::Pin};
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

/// Queues a job for an import in the caller's name.
///
/// # Errors
/// When the database fails.
pub(crate) async fn queue(tx: &mut Tx, actor: &Actor, kind: &'static str, import: ImportId, mended: bool) -> Result<Option<JobId>, OpError> {
    let job = NewJob { person: actor.person, ..NewJob::new(kind, serde_json::to_value(Payload { import, mended })?).once(import.to_string()) };
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
    runner.on(CHECK, Check).on(RUN, Run).on(UNDO, Undo).on(SWEEP, Sweep).every(std::time::Duration::from_secs(3600), SWEEP)
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

/// Whether a job has ended without success: then its import may be moved on by hand.
///
/// # Errors
/// When the database fails.
pub(crate) async fn is_dead(tx: &mut Tx, job: JobId) -> Result<bool, OpError> {
    Ok(state(tx, job).await?.is_some_and(|(state, ..)| state == 3))
}

/// A job's state, and how far it is.
///
/// # Errors
/// When the database fails.
pub(crate) async fn state(tx: &mut Tx, job: JobId) -> Result<Option<(u8, u64, u64)>, OpError> {
    if job.0 == Uuid::nil() {
        return Ok(None);
    }
    let tenant = tx.tenant();
    let row: Option<(u8, i64, i64)> = sqlx::query_as("SELECT state, done, total FROM job WHERE tenant_id = ? AND id = ?")
        .bind(tenant)
        .bind(job.0)
        .fetch_optional(tx.conn())
        .await?;
    Ok(row.map(|(state, done, total)| (state, u64::try_from(done).unwrap_or_default(), u64::try_from(total).unwrap_or_default())))
}
