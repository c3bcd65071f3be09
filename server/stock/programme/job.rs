//! Plans what is due of the programmes that have come round, by the day of each store.

use crate::programme::day;
use platform::{
    Database, OpError,
    jobs::{JobContext, Work},
};
use serde_json::Value;
use std::{future::Future, pin::Pin};
use stock_rules::PlanDueCount;
use uuid::Uuid;
use vocabulary::{Actor, AppError, Ask, Door, Key, ProgrammeId, TenantId};

pub(crate) const PLAN: &str = "stock.plan_due_counts";

pub(crate) struct Planner;

impl Work for Planner {
    fn is_wanted<'a>(&'a self, database: &'a Database, tenant: TenantId) -> Pin<Box<dyn Future<Output = Result<bool, OpError>> + Send + 'a>> {
        Box::pin(async move { Ok(!come_round(database, tenant).await?.is_empty()) })
    }

    fn run<'a>(&'a self, context: &'a JobContext, _: Value) -> Pin<Box<dyn Future<Output = Result<(), OpError>> + Send + 'a>> {
        Box::pin(async move {
            let actor = Actor::system(context.tenant, Door::Job);
            for programme in come_round(context.desk.database(), context.tenant).await? {
                match context.desk.run(Ask::new(&actor, Key::random(), PlanDueCount { programme })).await {
                    // Somebody planned it by hand in this moment.
                    Ok(_) | Err(AppError::Conflict { .. }) => {}
                    // One that cannot be planned does not keep the others from it.
                    Err(error) => tracing::warn!(%programme, cause = %error, "what is due of a count programme could not be planned"),
                }
            }
            Ok(())
        })
    }
}

/// The active programmes of stores in use whose day it is, and whose last count is over.
async fn come_round(database: &Database, tenant: TenantId) -> Result<Vec<ProgrammeId>, OpError> {
    let mut tx = database.begin_read(tenant).await?;
    let now = tx.now();
    // Somewhere it is tomorrow already.
    let latest = now.date_naive().succ_opt().unwrap_or_else(|| now.date_naive());
    let rows: Vec<(Uuid, chrono::NaiveDate, String)> = sqlx::query_as(
        "SELECT p.id, p.next_on, s.zone FROM count_programme p JOIN store s ON s.tenant_id = p.tenant_id AND s.id = p.store_id AND s.archived_at IS NULL \
         WHERE p.tenant_id = ? AND p.active AND p.next_on <= ? AND NOT EXISTS (SELECT 1 FROM count_due d \
         JOIN count_session c ON c.tenant_id = d.tenant_id AND c.id = d.count_id AND c.state IN (1, 2, 3) \
         WHERE d.tenant_id = p.tenant_id AND d.programme_id = p.id) ORDER BY p.next_on, p.id LIMIT 500",
    )
    .bind(tenant.0)
    .bind(latest)
    .fetch_all(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(rows.into_iter().filter(|(_, next_on, zone)| *next_on <= day(now, zone)).map(|(id, ..)| ProgrammeId(id)).collect())
}
