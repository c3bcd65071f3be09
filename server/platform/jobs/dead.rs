//! Jobs that were given up: seen, put back in the queue by an operator, and forgotten after a while.

use crate::{
    db::{Database, Tx, push_list},
    error::OpError,
};
use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{JobId, TenantId};

/// How many days a dead job is kept.
const DAYS: i64 = 30;
/// Most that are listed of a tenant.
const LISTED: u32 = 200;

/// A job that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dead {
    pub job: JobId,
    pub kind: String,
    pub attempts: i32,
    /// Since when.
    pub at: DateTime<Utc>,
    /// What its last try came to.
    pub error: String,
}

/// A tenant's dead jobs, of one kind or of all; the latest 200, latest first.
///
/// # Errors
/// When the database fails.
pub async fn list(database: &Database, tenant: TenantId, kind: Option<&str>) -> Result<Vec<Dead>, OpError> {
    let mut reader = database.reader().await?;
    let rows: Vec<(Uuid, String, i32, DateTime<Utc>, String)> = sqlx::query_as(
        "SELECT id, kind, attempts, run_at, last_error FROM job WHERE tenant_id = ? AND state = 3 AND (? IS NULL OR kind = ?) \
         ORDER BY run_at DESC LIMIT ?",
    )
    .bind(tenant.0)
    .bind(kind)
    .bind(kind)
    .bind(LISTED)
    .fetch_all(&mut *reader)
    .await?;
    reader.home();
    Ok(rows.into_iter().map(|(id, kind, attempts, at, error)| Dead { job: JobId(id), kind, attempts, at, error }).collect())
}

/// Puts a tenant's dead jobs of these kinds back in the queue with all their tries: one of them or all. Says how many they
/// were. Kinds that come round by the clock are not to be among them: their turn has come again already, and of each only
/// one may run at a time.
///
/// # Errors
/// When the database fails.
pub async fn requeue(database: &Database, tenant: TenantId, job: Option<JobId>, kinds: &[&'static str]) -> Result<u64, OpError> {
    if kinds.is_empty() {
        return Ok(0);
    }
    let mut tx = database.begin(tenant).await?;
    let now = tx.now();
    let mut update: QueryBuilder<MySql> =
        QueryBuilder::new("UPDATE job SET state = 0, attempts = 0, finished_at = NULL, done = 0, total = 0, run_at = ");
    update.push_bind(now).push(", lease_until = ").push_bind(now);
    update.push(" WHERE tenant_id = ").push_bind(tenant.0).push(" AND state = 3 AND kind IN ");
    push_list(&mut update, kinds.iter().copied());
    if let Some(job) = job {
        update.push(" AND id = ").push_bind(job.0);
    }
    let back = update.build().execute(tx.conn()).await?;
    tx.commit().await?;
    Ok(back.rows_affected())
}

/// Forgets what has been dead for long, a bounded batch at a time.
pub(crate) async fn sweep(tx: &mut Tx) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    sqlx::query("DELETE FROM job WHERE tenant_id = ? AND state = 3 AND run_at < ? LIMIT 5000")
        .bind(tenant)
        .bind(now - TimeDelta::days(DAYS))
        .execute(tx.conn())
        .await?;
    Ok(())
}
