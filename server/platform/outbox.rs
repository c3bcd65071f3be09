//! What happened, written beside the change itself and numbered after the commit: readers follow the numbers and so
//! never miss an event that committed late.

use crate::{
    db::{Database, Tx, push_list},
    error::OpError,
    sabotage::{self, Fault},
};
use serde::Serialize;
use sqlx::{MySql, QueryBuilder, types::Json};
use uuid::Uuid;
use vocabulary::{EventId, TenantId};

/// Something that happened: past tense, `stock.received`.
#[derive(Clone, Debug)]
pub struct Event {
    pub kind: &'static str,
    pub entity: Uuid,
    pub payload: serde_json::Value,
}

impl Event {
    #[must_use]
    pub fn new(kind: &'static str, entity: impl Into<Uuid>, payload: &impl Serialize) -> Self {
        Self { kind, entity: entity.into(), payload: serde_json::to_value(payload).unwrap_or_default() }
    }
}

pub(crate) async fn write(tx: &mut Tx, events: &[Event]) -> Result<(), OpError> {
    if events.is_empty() || sabotage::on(Fault::EventLost) {
        return Ok(());
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    for events in tx.parts(events) {
        let mut insert = QueryBuilder::new("INSERT INTO outbox (tenant_id, id, kind, entity_id, payload, created_at) ");
        insert.push_values(events, |mut row, event| {
            row.push_bind(tenant)
                .push_bind(EventId::new().0)
                .push_bind(event.kind)
                .push_bind(event.entity)
                .push_bind(Json(&event.payload))
                .push_bind(now);
        });
        insert.build().execute(tx.conn()).await?;
    }
    if sabotage::on(Fault::PublishedBeforeCommit) {
        sqlx::Executor::execute(tx.conn(), "COMMIT").await?;
        sqlx::Executor::execute(tx.conn(), "START TRANSACTION").await?;
    }
    Ok(())
}

/// Gives the next numbers to a tenant's committed events, oldest first. Runs under the relay's lease, one at a time; one
/// that has lost its lease and goes on all the same numbers nothing twice.
///
/// # Errors
/// When the database fails; nothing is then numbered.
pub async fn number(database: &Database, tenant: TenantId) -> Result<usize, OpError> {
    let mut tx = database.begin(tenant).await?;
    let fresh: Vec<Uuid> = sqlx::query_scalar("SELECT id FROM outbox WHERE tenant_id = ? AND number = 0 ORDER BY id LIMIT 500")
        .bind(tenant.0)
        .fetch_all(tx.conn())
        .await?;
    if fresh.is_empty() {
        return Ok(0);
    }
    let last: i64 = sqlx::query_scalar("SELECT COALESCE(MAX(number), 0) FROM outbox WHERE tenant_id = ?").bind(tenant.0).fetch_one(tx.conn()).await?;
    // FIELD tells which of the list an id is, from 1.
    let mut update = QueryBuilder::<MySql>::new("UPDATE outbox SET number = ");
    update.push_bind(last).push(" + FIELD(id");
    fresh.iter().for_each(|id| {
        update.push(", ").push_bind(*id);
    });
    update.push(") WHERE tenant_id = ").push_bind(tenant.0).push(" AND number = 0 AND id IN ");
    push_list(&mut update, fresh.iter().copied());
    let numbered = update.build().persistent(false).execute(tx.conn()).await?.rows_affected();
    if numbered != fresh.len() as u64 {
        return Err(anyhow::anyhow!("another relay numbered {} of {} events meanwhile", fresh.len() as u64 - numbered, fresh.len()).into());
    }
    tx.commit().await?;
    Ok(fresh.len())
}
