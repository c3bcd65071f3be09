//! Who does a job: claimed under a lease that is renewed while it is worked on, finished by its holder alone.

use super::{JobContext, LEASE_S};
use crate::{
    db::{Database, Tx, push_list},
    error::{OpError, Remedy, remedy},
    sabotage::{self, Fault},
};
use chrono::TimeDelta;
use serde_json::Value;
use sqlx::{MySql, QueryBuilder, types::Json};
use std::{sync::Arc, time::Duration};
use uuid::Uuid;
use vocabulary::{JobId, TenantId};

/// How often it is tried to write down how a job ended.
const FINISHES: u64 = 5;

/// A job that is ours until its lease runs out.
pub(super) struct Claimed {
    pub tenant: TenantId,
    pub id: JobId,
    pub kind: String,
    pub payload: Value,
    /// This try counted.
    pub attempts: i32,
    pub max_attempts: i32,
    pub epoch: i32,
    pub person: Uuid,
}

type JobRow = (Uuid, String, Json<Value>, i32, i32, i32, Uuid);

const COLUMNS: &str = "SELECT id, kind, payload, attempts, max_attempts, epoch, person_id FROM job FORCE INDEX (job_due) WHERE tenant_id = ";

/// Takes the tenant's next job of these kinds (at least one) that is due, or whose holder fell silent; what has fallen
/// silent on its last try is put aside as dead.
pub(super) async fn claim(database: &Database, tenant: TenantId, kinds: &[&'static str]) -> Result<Option<Claimed>, OpError> {
    let mut tx = database.begin(tenant).await?;
    let mut row = pick(&mut tx, " AND state = 0 AND run_at <= ", kinds).await?;
    while row.is_none() {
        let Some(silent) = pick(&mut tx, " AND state = 1 AND lease_until <= ", kinds).await? else { break };
        if silent.3 >= silent.4 {
            bury(&mut tx, &silent).await?;
        } else {
            tracing::warn!(job = silent.1, tenant.id = tenant.0, attempt = silent.3, "taken over: the process that ran it fell silent");
            row = Some(silent);
        }
    }
    let Some((id, kind, Json(payload), attempts, max_attempts, epoch, person)) = row else {
        // What was put aside stays so.
        tx.commit().await?;
        return Ok(None);
    };
    let now = tx.now();
    sqlx::query("UPDATE job SET state = 1, attempts = attempts + 1, epoch = epoch + 1, lease_until = ? WHERE tenant_id = ? AND id = ?")
        .bind(now + TimeDelta::seconds(LEASE_S))
        .bind(tenant.0)
        .bind(id)
        .execute(tx.conn())
        .await?;
    tx.commit().await?;
    Ok(Some(Claimed { tenant, id: JobId(id), kind, payload, attempts: attempts + 1, max_attempts, epoch: epoch + 1, person }))
}

/// The first job of these kinds that `when` lets through and nobody else is taking; locked.
async fn pick(tx: &mut Tx, when: &'static str, kinds: &[&'static str]) -> Result<Option<JobRow>, sqlx::Error> {
    let mut select: QueryBuilder<MySql> = QueryBuilder::new(COLUMNS);
    select.push_bind(tx.tenant()).push(when).push_bind(tx.now()).push(" AND kind IN ");
    push_list(&mut select, kinds.iter().copied());
    select.push(" ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED");
    select.build_query_as().fetch_optional(tx.conn()).await
}

/// Puts a job aside whose process fell silent on the last try it had. Its epoch is raised: should that process come to
/// itself, it finishes nothing any more.
async fn bury(tx: &mut Tx, (id, kind, _, attempts, max_attempts, ..): &JobRow) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let error = format!("the process that ran it fell silent, on try {attempts} of {max_attempts}");
    tracing::error!(job = kind, tenant.id = tenant, attempt = attempts, failed = error, "dead");
    sqlx::query(
        "UPDATE job SET state = 3, last_error = ?, run_at = ?, dedupe = ?, finished_at = ?, epoch = epoch + 1 WHERE tenant_id = ? AND id = ?",
    )
    .bind(error)
    .bind(now)
    .bind(JobId(*id).to_string())
    .bind(now)
    .bind(tenant)
    .bind(id)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Writes down how a job ended: done, dead, or to be tried again after a pause that grows. Tried a few times itself: what
/// is not written down is done once more when the lease runs out.
pub(super) async fn finish(database: &Database, claimed: &Claimed, outcome: &Result<(), OpError>) -> Result<(), OpError> {
    let mut tries = 1;
    loop {
        match write_end(database, claimed, outcome).await {
            Err(OpError::Db(error)) if remedy(&error) != Remedy::Final && tries < FINISHES => {
                database.doubts(&error);
                tokio::time::sleep(Duration::from_millis(50 << tries)).await;
                tries += 1;
            }
            written => return written,
        }
    }
}

async fn write_end(database: &Database, claimed: &Claimed, outcome: &Result<(), OpError>) -> Result<(), OpError> {
    let mut tx = database.begin(claimed.tenant).await?;
    let now = tx.now();
    let (state, error) = match outcome {
        Ok(()) => (2, String::new()),
        // What the asker got wrong does not get better by asking again.
        Err(OpError::App(error)) if error.status() < 500 => (3, error.to_string()),
        Err(error) if claimed.attempts >= claimed.max_attempts => (3, error.to_string()),
        Err(error) => (0, error.to_string()),
    };
    let (dedupe, finished) = if state == 0 { (None, None) } else { (Some(claimed.id.to_string()), Some(now)) };
    let ours = if sabotage::on(Fault::LeaseUnfenced) { " AND epoch >= 0 * ?" } else { " AND epoch = ?" };
    let end = "UPDATE job SET state = ?, last_error = ?, run_at = ?, dedupe = COALESCE(?, dedupe), finished_at = ? WHERE tenant_id = ? AND id = ?";
    sqlx::query(sqlx::AssertSqlSafe(format!("{end}{ours}")))
        .bind(state)
        .bind(error.chars().take(2000).collect::<String>())
        .bind(if state == 0 { now + backoff(claimed.attempts) } else { now })
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

/// How long a job rests after a failed try: 2 seconds, 4, 8 … to 17 minutes.
fn backoff(attempts: i32) -> TimeDelta {
    TimeDelta::seconds(2i64.saturating_pow(u32::try_from(attempts.min(10)).unwrap_or(10)))
}

/// Renews the lease while the work goes on; returns when it is lost.
pub(super) async fn beat(context: Arc<JobContext>) {
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
    fn a_job_that_fails_rests_longer_each_time() {
        let rests: Vec<i64> = (1..=12).map(|attempts| backoff(attempts).num_seconds()).collect();
        assert_eq!(rests, [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1024, 1024]);
    }
}
