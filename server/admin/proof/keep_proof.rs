//! Stores what a proof found.

use crate::Admin;
use platform::{Done, Handle, OpError, Trail, Tx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vocabulary::{Actor, Kind, Operation, Permission, ProofId, proof::Report};

/// Keeps a proof. Only the job hands it in: no page and no route knows it, so that nobody can put in a proof of their
/// own making.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct KeepProof {
    pub proof: ProofId,
    pub report: Report,
    pub duration_ms: i64,
}

impl Operation for KeepProof {
    type Reply = ();
    const NAME: &'static str = "admin.keep_proof";
    const NEEDS: Permission = Permission::Verify;
    const KIND: Kind = Kind::Command;
}

impl Handle<KeepProof> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, keep: KeepProof) -> Result<Done<()>, OpError> {
        let (tenant, now) = (tx.tenant(), tx.now());
        let sum = |count: fn(&vocabulary::proof::Check) -> u64| {
            let sum = keep.report.checks.iter().map(count).fold(0u64, u64::saturating_add);
            i64::try_from(sum).unwrap_or(i64::MAX)
        };
        let (examined, wrong) = (sum(|check| check.examined), sum(|check| check.wrong));
        // IGNORE: a job whose end was not noted runs again; the first proof stands.
        let stored = sqlx::query(
            "INSERT IGNORE INTO proof (tenant_id, id, at, person_id, person_name, clean, examined, wrong, duration_ms, report) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(tenant)
        .bind(keep.proof.0)
        .bind(now)
        .bind(actor.person.map_or(Uuid::nil(), |person| person.0))
        .bind(&actor.name)
        .bind(keep.report.is_clean())
        .bind(examined)
        .bind(wrong)
        .bind(keep.duration_ms)
        .bind(serde_json::to_string(&keep.report)?)
        .execute(tx.conn())
        .await?;
        let done = Done::reply(());
        if stored.rows_affected() == 0 {
            return Ok(done);
        }
        Ok(done.trail(Trail::of("proof", keep.proof).with("clean", keep.report.is_clean()).with("wrong", wrong)))
    }
}
