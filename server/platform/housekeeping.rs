//! What the platform does for itself, per tenant, on a schedule: seals, numbers, sweeps.

use crate::{
    db::Database,
    error::OpError,
    idempotency,
    jobs::{self, JobContext, Runner, Work},
    outbox,
    registry::BoxFuture,
    seal::{self, SealKey},
    session::Sessions,
};
use chrono::TimeDelta;
use serde_json::Value;
use std::{sync::Arc, time::Duration};
use vocabulary::TenantId;

/// Registers the platform's own jobs.
#[must_use]
pub fn jobs(runner: Runner, sessions: Sessions, key: Arc<SealKey>) -> Runner {
    runner
        .on("platform.seal", Seal(key))
        .on("platform.relay", Relay)
        .on("platform.sweep", Sweep(sessions))
        .every(Duration::from_secs(60), "platform.seal")
        .every(Duration::from_secs(2), "platform.relay")
        .every(Duration::from_secs(3600), "platform.sweep")
}

/// Seals new ledger and audit rows. The queue's `scheduled` word is the lease: one seal of a tenant at a time.
struct Seal(Arc<SealKey>);

impl Work for Seal {
    fn run<'a>(&'a self, context: &'a JobContext, _: Value) -> BoxFuture<'a, Result<(), OpError>> {
        Box::pin(async move {
            while seal::seal(context.desk.database(), context.tenant, &self.0.signing).await? > 0 {}
            Ok(())
        })
    }

    fn is_wanted<'a>(&'a self, database: &'a Database, tenant: TenantId) -> BoxFuture<'a, Result<bool, OpError>> {
        Box::pin(has_any(database, tenant, "SELECT CAST(1 AS SIGNED) FROM seal_queue WHERE tenant_id = ? LIMIT 1"))
    }
}

/// Numbers committed events.
struct Relay;

impl Work for Relay {
    fn run<'a>(&'a self, context: &'a JobContext, _: Value) -> BoxFuture<'a, Result<(), OpError>> {
        Box::pin(async move {
            while outbox::number(context.desk.database(), context.tenant).await? > 0 {}
            Ok(())
        })
    }

    fn is_wanted<'a>(&'a self, database: &'a Database, tenant: TenantId) -> BoxFuture<'a, Result<bool, OpError>> {
        Box::pin(has_any(database, tenant, "SELECT CAST(1 AS SIGNED) FROM outbox WHERE tenant_id = ? AND number = 0 LIMIT 1"))
    }
}

/// Whether a tenant has a row of this kind.
async fn has_any(database: &Database, tenant: TenantId, sql: &'static str) -> Result<bool, OpError> {
    let mut reader = database.reader().await?;
    let found: Option<i64> = sqlx::query_scalar(sql).bind(tenant.0).fetch_optional(&mut *reader).await?;
    reader.home();
    Ok(found.is_some())
}

/// Takes away what has served: sessions, keys past their days, jobs done a week ago, dead ones past their days.
struct Sweep(Sessions);

impl Work for Sweep {
    fn run<'a>(&'a self, context: &'a JobContext, _: Value) -> BoxFuture<'a, Result<(), OpError>> {
        Box::pin(async move {
            while self.0.sweep().await? == 1000 {}
            let mut tx = context.desk.database().begin(context.tenant).await?;
            let (tenant, now) = (tx.tenant(), tx.now());
            sqlx::query("DELETE FROM idempotency WHERE tenant_id = ? AND created_at < ? LIMIT 5000")
                .bind(tenant)
                .bind(now - TimeDelta::days(idempotency::DAYS))
                .execute(tx.conn())
                .await?;
            sqlx::query("DELETE FROM job WHERE tenant_id = ? AND state = 2 AND run_at < ? LIMIT 5000")
                .bind(tenant)
                .bind(now - TimeDelta::days(7))
                .execute(tx.conn())
                .await?;
            jobs::sweep_dead(&mut tx).await?;
            tx.commit().await?;
            Ok(())
        })
    }
}
