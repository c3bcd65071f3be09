//! The proof of the books: queued by whoever may, made by a job, kept for good.

mod keep_proof;
mod list_proofs;
mod prove_books;
mod show_proof;

use admin_rules::{ListProofs, ProofRow, ProveBooks, ShowProof};
use chrono::{DateTime, Utc};
use ed25519_dalek::VerifyingKey;
use keep_proof::KeepProof;
use platform::{
    OpError, Registry,
    jobs::{JobContext, Runner, Work},
    registry::BoxFuture,
};
use serde_json::Value;
use std::time::Instant;
use uuid::Uuid;
use vocabulary::{Ask, Key, ProofId};

/// The kind of the job.
pub(crate) const KIND: &str = "admin.prove";

/// A proof waits or runs once at a time.
pub(crate) const ONCE: &str = "books";

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
    fn run<'a>(&'a self, context: &'a JobContext, _: Value) -> BoxFuture<'a, Result<(), OpError>> {
        Box::pin(async move {
            let started = Instant::now();
            let report = ledger::verify::verify(context.desk.database(), context.tenant, &self.0).await?;
            let duration_ms = i64::try_from(started.elapsed().as_millis()).unwrap_or(i64::MAX);
            let keep = KeepProof { proof: ProofId(context.job.0), report, duration_ms };
            // A key of its own: a second run of the job finds the proof by its id, whatever it measured this time.
            context.desk.run(Ask::new(&context.actor, Key::random(), keep)).await?;
            Ok(())
        })
    }
}

/// A row of `proof` without its report.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Uuid,
    at: DateTime<Utc>,
    person_name: String,
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
            clean: row.clean,
            examined: row.examined,
            wrong: row.wrong,
            duration_ms: row.duration_ms,
        }
    }
}
