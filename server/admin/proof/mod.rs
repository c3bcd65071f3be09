//! The proof of the books: queued by whoever may, made by a job, kept for good.

mod keep_proof;
mod list_proofs;
mod prove_books;
mod show_proof;
mod start;

use admin_rules::{ListProofs, ProofRow, ProofSince, ProveBooks, ShowProof};
use chrono::{DateTime, Utc};
use ed25519_dalek::VerifyingKey;
use keep_proof::KeepProof;
use ledger::verify::{Report, verify_from};
use platform::{
    Desk, OpError, Registry,
    jobs::{JobContext, Runner, Work},
    registry::BoxFuture,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::time::{Duration, Instant};
use uuid::Uuid;
use vocabulary::{Actor, Ask, Key, ProofId, TenantId};

/// The kind of the job.
pub(crate) const KIND: &str = "admin.prove";

/// Each extent of a proof waits or runs once at a time, under this word.
pub(crate) fn once(since: Option<ProofSince>) -> String {
    since.map_or_else(|| String::from("books"), |since| format!("books since {since}"))
}

/// After every such word.
pub(crate) const LAST_WORD: &str = "books~";

/// What the job is told.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    pub since: Option<ProofSince>,
}

pub(crate) fn register(registry: Registry) -> Registry {
    registry.on::<ProveBooks>(crate::Admin).on::<ListProofs>(crate::Admin).on::<ShowProof>(crate::Admin).on::<KeepProof>(crate::Admin)
}

/// The job that proves the books; `key` is the one whose seals count.
#[must_use]
pub fn jobs(runner: Runner, key: VerifyingKey) -> Runner {
    runner.on(KIND, Prove(key))
}

struct Prove(VerifyingKey);

impl Work for Prove {
    fn run<'a>(&'a self, context: &'a JobContext, payload: Value) -> BoxFuture<'a, Result<(), OpError>> {
        Box::pin(async move {
            // Nothing at all is what was queued before there was a choice.
            let wanted: Option<Wanted> = serde_json::from_value(payload)?;
            let proved = prove(&context.desk, context.tenant, &self.0, wanted.unwrap_or_default().since).await?;
            proved.keep(&context.desk, &context.actor, ProofId(context.job.0)).await
        })
    }
}

/// What a proof found, and how long it took.
pub struct Proved {
    pub report: Report,
    pub took: Duration,
}

/// Proves a tenant's books, since a moment or from the beginning.
///
/// # Errors
/// When the database fails, or the moment is still to come.
pub async fn prove(desk: &Desk, tenant: TenantId, key: &VerifyingKey, since: Option<ProofSince>) -> Result<Proved, OpError> {
    let began = Instant::now();
    let database = desk.database();
    let mut tx = database.begin_read(tenant).await?;
    let start = start::start(&mut tx, since).await?;
    tx.commit().await?;
    let report = verify_from(database, tenant, key, start).await?;
    Ok(Proved { report, took: began.elapsed() })
}

impl Proved {
    /// Keeps it, under an id of its own: proofs that follow may go on from it.
    ///
    /// # Errors
    /// When the database fails or refuses to write.
    pub async fn keep(&self, desk: &Desk, actor: &Actor, proof: ProofId) -> Result<(), OpError> {
        let duration_ms = i64::try_from(self.took.as_millis()).unwrap_or(i64::MAX);
        let keep = KeepProof { proof, report: self.report.clone(), duration_ms };
        // A key of its own: a second run of a job finds the proof by its id, whatever it measured this time.
        desk.run(Ask::new(actor, Key::random(), keep)).await?;
        Ok(())
    }
}

/// A row of `proof` without its report.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Uuid,
    at: DateTime<Utc>,
    person_name: String,
    since_at: Option<DateTime<Utc>>,
    clean: bool,
    examined: i64,
    wrong: i64,
    duration_ms: i64,
}

impl From<Row> for ProofRow {
    fn from(row: Row) -> Self {
        Self {
            proof: ProofId(row.id),
            at: row.at,
            person: row.person_name,
            since: row.since_at,
            clean: row.clean,
            examined: row.examined,
            wrong: row.wrong,
            duration_ms: row.duration_ms,
        }
    }
}
