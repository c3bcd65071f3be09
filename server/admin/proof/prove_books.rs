//! Queues a proof.

use super::{KIND, LAST_WORD, Wanted, once, start::start};
use crate::Admin;
use admin_rules::{ProofQueued, ProveBooks};
use platform::{
    Done, Handle, OpError, Trail, Tx,
    jobs::{NewJob, enqueue},
};
use uuid::Uuid;
use vocabulary::{Actor, AppError, ProofId};

impl Handle<ProveBooks> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, prove: ProveBooks) -> Result<Done<ProofQueued>, OpError> {
        // What lies ahead is refused here, beside its field; where it begins is found when the work begins.
        start(tx, prove.since).await?;
        let word = once(prove.since);
        let payload = serde_json::to_value(Wanted { since: prove.since })?;
        let job = NewJob { person: actor.person, ..NewJob::new(KIND, payload).once(word.as_str()) };
        match enqueue(tx, job).await? {
            Some(job) => Ok(Done::reply(ProofQueued { proof: ProofId(job.0) }).trail(Trail::of("proof", job.0))),
            // One is under way already, or ended this very moment: then asking again queues another.
            None => match waiting(tx, &word, &word).await? {
                Some(proof) => Ok(Done::reply(ProofQueued { proof })),
                None => Err(AppError::Unavailable.into()),
            },
        }
    }
}

/// A proof that waits or runs, whatever it is of.
pub(super) async fn under_way(tx: &mut Tx) -> Result<Option<ProofId>, OpError> {
    waiting(tx, &once(None), LAST_WORD).await
}

/// A proof that waits or runs whose word is among these. Once it is done it has another.
async fn waiting(tx: &mut Tx, first: &str, last: &str) -> Result<Option<ProofId>, OpError> {
    let tenant = tx.tenant();
    let id: Option<Uuid> =
        sqlx::query_scalar("SELECT id FROM job WHERE tenant_id = ? AND kind = ? AND dedupe BETWEEN ? AND ? ORDER BY dedupe LIMIT 1")
            .bind(tenant)
            .bind(KIND)
            .bind(first)
            .bind(last)
            .fetch_optional(tx.conn())
            .await?;
    Ok(id.map(ProofId))
}
