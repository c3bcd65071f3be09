//! Ends holds that have lapsed. What they kept is free from the moment they lapse; this tells it, and clears them away.

use super::{saved, told};
use crate::Stock;
use ledger::{lapse::end_lapsed, reserve::Held};
use platform::{
    Asked, Database, Desk, Done, Handle, HandleTogether, OpError, Tx, Verdict,
    jobs::{JobContext, Work},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{
    collections::{BTreeSet, HashMap},
    future::Future,
    pin::Pin,
};
use stock_rules::ReservationState;
use uuid::Uuid;
use vocabulary::{Actor, Ask, Door, Key, Kind, Operation, Permission, ReservationId, TenantId};

pub(crate) const SWEEP: &str = "stock.reservation_sweep";
/// So many are looked up at once.
const MOST: i64 = 512;

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
        let ended = end(tx, BTreeSet::from([expire.reservation])).await?;
        Ok(done(ended.first()))
    }
}

impl HandleTogether<ExpireReservation> for Stock {
    async fn handle_together(&self, tx: &mut Tx, asked: &[Asked<'_, ExpireReservation>]) -> Result<Vec<Verdict<Done<()>>>, OpError> {
        let ended = end(tx, asked.iter().map(|one| one.operation.reservation).collect()).await?;
        let mut ended: HashMap<ReservationId, Held> = ended.into_iter().map(|held| (held.id, held)).collect();
        Ok(asked.iter().map(|one| Verdict::Done(done(ended.remove(&one.operation.reservation).as_ref()))).collect())
    }
}

async fn end(tx: &mut Tx, reservations: BTreeSet<ReservationId>) -> Result<Vec<Held>, OpError> {
    end_lapsed(tx, &reservations, ReservationState::Active.code(), ReservationState::Expired.code()).await
}

/// What is told of one that was ended; of one that was kept alive, or had ended, since it was seen, nothing.
fn done(ended: Option<&Held>) -> Done<()> {
    let Some(held) = ended else { return Done::reply(()) };
    let saved = saved(held, ReservationState::Expired, None);
    let (trail, event) = told(held, &saved, "reservation.expired");
    Done::reply(()).trail(trail).event(event)
}

pub(crate) struct Sweep;

impl Work for Sweep {
    fn is_wanted<'a>(&'a self, database: &'a Database, tenant: TenantId) -> Pin<Box<dyn Future<Output = Result<bool, OpError>> + Send + 'a>> {
        Box::pin(async move { Ok(!lapsed(database, tenant, 1).await?.is_empty()) })
    }

    fn run<'a>(&'a self, context: &'a JobContext, _: Value) -> Pin<Box<dyn Future<Output = Result<(), OpError>> + Send + 'a>> {
        Box::pin(async move { sweep(&context.desk, context.tenant).await })
    }
}

/// Ends every hold of a tenant that has lapsed.
///
/// # Errors
/// When the database fails.
pub async fn sweep(desk: &Desk, tenant: TenantId) -> Result<(), OpError> {
    let actor = Actor::system(tenant, Door::Job);
    loop {
        let lapsed = lapsed(desk.database(), tenant, MOST).await?;
        let some = lapsed.len();
        // Asked at once they are ended together.
        let ended = futures::future::join_all(lapsed.into_iter().map(|reservation| {
            let ask = Ask::new(&actor, Key::random(), ExpireReservation { reservation });
            async move {
                // One that cannot be ended keeps nothing either; it does not keep the others from it.
                desk.run(ask).await.inspect_err(|error| tracing::warn!(%reservation, cause = %error, "a hold that lapsed could not be ended")).is_ok()
            }
        }));
        let ended = ended.await.into_iter().filter(|ended| *ended).count();
        if some < usize::try_from(MOST).unwrap_or(0) || ended == 0 {
            return Ok(());
        }
    }
}

/// The first `most` that have lapsed and were not cleared away.
async fn lapsed(database: &Database, tenant: TenantId, most: i64) -> Result<Vec<ReservationId>, OpError> {
    let mut tx = database.begin_read(tenant).await?;
    let now = tx.now();
    let ids: Vec<Uuid> = sqlx::query_scalar(
        "SELECT id FROM reservation FORCE INDEX (reservation_due) WHERE tenant_id = ? AND state = 1 AND expires_at <= ? ORDER BY expires_at LIMIT ?",
    )
    .bind(tenant.0)
    .bind(now)
    .bind(most)
    .fetch_all(tx.conn())
    .await?;
    tx.commit().await?;
    Ok(ids.into_iter().map(ReservationId).collect())
}
