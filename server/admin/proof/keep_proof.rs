//! Stores what a proof found.

use super::start;
use crate::Admin;
use chrono::TimeDelta;
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
        // When it looked, not when it was done: what another found meanwhile is newer than a long proof that began before it.
        let (tenant, at) = (tx.tenant(), tx.now() - TimeDelta::milliseconds(keep.duration_ms));
        let sum = |count: fn(&vocabulary::proof::Check) -> u64| {
            let sum = keep.report.checks.iter().map(count).fold(0u64, u64::saturating_add);
            i64::try_from(sum).unwrap_or(i64::MAX)
        };
        let proved_through = proved_through(tx, &keep.report).await?;
        let (examined, wrong) = (sum(|check| check.examined), sum(|check| check.wrong));
        // IGNORE: a job whose end was not noted runs again; the first proof stands.
        let stored = sqlx::query(
            "INSERT IGNORE INTO proof (tenant_id, id, at, person_id, person_name, clean, examined, wrong, duration_ms, report, since_at, \
             proved_through) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(tenant)
        .bind(keep.proof.0)
        .bind(at)
        .bind(actor.person.map_or(Uuid::nil(), |person| person.0))
        .bind(&actor.name)
        .bind(keep.report.is_clean())
        .bind(examined)
        .bind(wrong)
        .bind(keep.duration_ms)
        .bind(serde_json::to_string(&keep.report)?)
        .bind(keep.report.since.map(|begun| begun.at))
        .bind(proved_through)
        .execute(tx.conn())
        .await?;
        let done = Done::reply(());
        if stored.rows_affected() == 0 {
            return Ok(done);
        }
        Ok(done.trail(Trail::of("proof", keep.proof).with("clean", keep.report.is_clean()).with("wrong", wrong)))
    }
}

/// Through which seal all is right, now that this was found: of a proof that began later only where those before it leave no
/// gap.
async fn proved_through(tx: &mut Tx, report: &Report) -> Result<Option<i64>, OpError> {
    if !report.is_clean() {
        return Ok(None);
    }
    let Some(begun) = report.since else { return Ok(Some(report.through)) };
    let before = start::proved_through(tx).await?;
    Ok(before.filter(|through| begun.seal <= through + 1).map(|through| report.through.max(through)))
}
