//! Ends holds that have lapsed. What they kept is free from the moment they lapse; this tells it, and clears them away.

use super::{all_open, becomes, told};
use crate::Stock;
use ledger::reserve::{held, let_go};
use platform::{
    Database, Done, Handle, OpError, Tx,
    jobs::{JobContext, Work},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{future::Future, pin::Pin};
use stock_rules::ReservationState;
use uuid::Uuid;
use vocabulary::{Actor, Ask, Door, Key, Kind, Operation, Permission, ReservationId, TenantId};

pub(crate) const SWEEP: &str = "stock.reservation_sweep";
/// So many are looked up at once.
const MOST: i64 = 200;

/// Ends a hold, if it has lapsed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ExpireReservation {
    pub reservation: ReservationId,
}

impl Operation for ExpireReservation {
    type Reply = ();
    const NAME: &'static str = "stock.expire_reservation";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;
}

impl Handle<ExpireReservation> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, expire: ExpireReservation) -> Result<Done<()>, OpError> {
        let held = held(tx, expire.reservation).await?;
        // It was kept alive, or ended, since it was seen.
        if held.state != ReservationState::Active.code() || held.expires_at.is_none_or(|at| at > tx.now()) {
            return Ok(Done::reply(()));
        }
        let_go(tx, &held, &all_open(&held), false).await?;
        let saved = becomes(tx, &held, held.kind, None, Some(ReservationState::Expired)).await?;
        let (trail, event) = told(&held, &saved, "reservation.expired");
        Ok(Done::reply(()).trail(trail).event(event))
    }
}

pub(crate) struct Sweep;

impl Work for Sweep {
    fn is_wanted<'a>(&'a self, database: &'a Database, tenant: TenantId) -> Pin<Box<dyn Future<Output = Result<bool, OpError>> + Send + 'a>> {
        Box::pin(async move { Ok(!lapsed(database, tenant).await?.is_empty()) })
    }

    fn run<'a>(&'a self, context: &'a JobContext, _: Value) -> Pin<Box<dyn Future<Output = Result<(), OpError>> + Send + 'a>> {
        Box::pin(async move {
            let actor = Actor::system(context.tenant, Door::Job);
            loop {
                let lapsed = lapsed(context.desk.database(), context.tenant).await?;
                let (some, mut ended) = (lapsed.len(), 0);
                for reservation in lapsed {
                    // One that cannot be ended keeps nothing either; it does not keep the others from it.
                    match context.desk.run(Ask::new(&actor, Key::random(), ExpireReservation { reservation })).await {
                        Ok(()) => ended += 1,
                        Err(error) => tracing::warn!(%reservation, cause = %error, "a hold that lapsed could not be ended"),
                    }
                }
                if some < usize::try_from(MOST).unwrap_or(0) || ended == 0 {
                    return Ok(());
                }
            }
        })
    }
}

async fn lapsed(database: &Database, tenant: TenantId) -> Result<Vec<ReservationId>, OpError> {
    let mut tx = database.begin_read(tenant).await?;
    let now = tx.now();
    let ids: Vec<Uuid> = sqlx::query_scalar(
        "SELECT id FROM reservation FORCE INDEX (reservation_due) WHERE tenant_id = ? AND state = 1 AND expires_at <= ? ORDER BY expires_at LIMIT ?",
    )
    .bind(tenant.0)
    .bind(now)
    .bind(MOST)
    .fetch_all(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(ids.into_iter().map(ReservationId).collect())
}
