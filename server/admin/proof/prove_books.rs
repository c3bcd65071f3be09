//! Queues a proof.

use super::{KIND, ONCE};
use crate::Admin;
use admin_rules::{ProofQueued, ProveBooks};
use platform::{
    Done, Handle, OpError, Trail, Tx,
    jobs::{NewJob, enqueue},
};
use serde_json::Value;
use uuid::Uuid;
use vocabulary::{Actor, AppError, ProofId};

impl Handle<ProveBooks> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, _: ProveBooks) -> Result<Done<ProofQueued>, OpError> {
        let job = NewJob { person: actor.person, ..NewJob::new(KIND, Value::Null).once(ONCE) };
        match enqueue(tx, job).await? {
            Some(job) => Ok(Done::reply(ProofQueued { proof: ProofId(job.0) }).trail(Trail::of("proof", job.0))),
            // One is under way already, or ended this very moment: then asking again queues another.
            None => match under_way(tx).await? {
                Some(proof) => Ok(Done::reply(ProofQueued { proof })),
                None => Err(AppError::Unavailable.into()),
            },
        }
    }
}

/// The proof that waits or runs.
pub(super) async fn under_way(tx: &mut Tx) -> Result<Option<ProofId>, OpError> {
    let tenant = tx.tenant();
    let id: Option<Uuid> = sqlx::query_scalar("SELECT id FROM job WHERE tenant_id = ? AND kind = ? AND dedupe = ?")
        .bind(tenant)
        .bind(KIND)
        .bind(ONCE)
        .fetch_optional(tx.conn())
        .await?;
    Ok(id.map(ProofId))
}
