//! Looks at lots whose last day is over, and at those of which some became available though they are held: what may not be
//! sold is set apart. Also puts to rest lots of which nothing is left anywhere.

use super::{
    Turn,
    hold::{available, there},
    turn, whereabouts,
};
use crate::Stock;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, TimeZone as _};
use ledger::{StorePlaces, lots, read};
use platform::{
    Database, Done, Handle, OpError, Tx,
    jobs::{JobContext, Work},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::{MySql, QueryBuilder};
use std::{future::Future, pin::Pin};
use stock_rules::usable_on;
use uuid::Uuid;
use vocabulary::{Actor, Ask, Door, Key, Kind, LotId, LotState, Operation, Permission, Reason, Status, TenantId};

pub(crate) const LOOK: &str = "stock.look_at_lots";
/// So many are looked up at once.
const MOST: i64 = 200;

/// Sets apart what of a lot may not be sold any more.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct LookAtLot {
    pub lot: LotId,
}

impl Operation for LookAtLot {
    type Reply = ();
    const NAME: &'static str = "stock.look_at_lot";
    const NEEDS: Permission = Permission::LotHold;
    const KIND: Kind = Kind::Command;
}

impl Handle<LookAtLot> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, look: LookAtLot) -> Result<Done<()>, OpError> {
        let lot = lots::take(tx, look.lot).await?;
        let mut done = Done::reply(());
        // When it is over in the first of the stores where it is still good.
        let (mut live, mut again) = (false, None::<NaiveDateTime>);
        for (store, here) in whereabouts(tx, &lot).await? {
            live = true;
            let places = StorePlaces::load(tx, store).await?;
            let good = usable_on(lot.expires_on, places.business_date(tx.now()));
            if good && lot.state == LotState::Free {
                again = [again, lot.expires_on.map(|last| over(last, &places))].into_iter().flatten().min();
                continue;
            }
            read::lock_promises(tx, store, &[lot.variant]).await?;
            let parts = there(tx, &lot, Status::Available, available(&here)).await?;
            if parts.is_empty() {
                continue;
            }
            let reason = (!good).then_some(Reason::Expired);
            let turned = Turn { lot: &lot, from: Status::Available, to: Status::Quarantine, reason, note: &lot.note };
            let posted = ledger::post(tx, actor, turn(tx, &places, &parts, &turned)).await?;
            for (trail, event) in ledger::told(&posted) {
                done = done.trail(trail).event(event);
            }
        }
        // What is held, or over everywhere, is looked at when some of it comes.
        let whole = lot.expires_on.filter(|_| lot.state == LotState::Free).and_then(|last| still_to_come(last, tx.now().naive_utc()));
        lots::looked(tx, lot.id, [again, whole].into_iter().flatten().min(), live).await?;
        Ok(done)
    }
}

/// When a last day is over in a store: its midnight, as UTC.
fn over(last: NaiveDate, places: &StorePlaces) -> NaiveDateTime {
    let midnight = NaiveDateTime::from(last) + TimeDelta::days(1);
    // Clocks that are put forward at midnight leave it out.
    let local = places.zone.from_local_datetime(&midnight).earliest();
    let local = local.or_else(|| places.zone.from_local_datetime(&(midnight + TimeDelta::hours(1))).earliest());
    local.map_or(midnight, |at| at.naive_utc())
}

/// When a lot is looked at wherever it may be by then: some of it may come to a store that has none now, and whose day ends
/// sooner or later.
fn still_to_come(last: NaiveDate, now: NaiveDateTime) -> Option<NaiveDateTime> {
    [lots::first_over(last), lots::over_everywhere(last)].into_iter().find(|at| *at > now)
}

pub(crate) struct Look;

impl Work for Look {
    fn is_wanted<'a>(&'a self, database: &'a Database, tenant: TenantId) -> Pin<Box<dyn Future<Output = Result<bool, OpError>> + Send + 'a>> {
        Box::pin(async move { Ok(!due(database, tenant, None).await?.is_empty()) })
    }

    fn run<'a>(&'a self, context: &'a JobContext, _: Value) -> Pin<Box<dyn Future<Output = Result<(), OpError>> + Send + 'a>> {
        Box::pin(async move {
            let actor = Actor::system(context.tenant, Door::Job);
            let mut after = None;
            loop {
                let lots = due(context.desk.database(), context.tenant, after).await?;
                let Some(last) = lots.last() else { return Ok(()) };
                after = Some(*last);
                for (_, lot) in lots {
                    // One that cannot be set apart does not keep the others from it; it is looked at again the next time.
                    if let Err(error) = context.desk.run(Ask::new(&actor, Key::random(), LookAtLot { lot })).await {
                        tracing::warn!(%lot, cause = %error, "a lot could not be looked at");
                    }
                }
            }
        })
    }
}

/// When a lot has to be looked at.
type Due = (NaiveDateTime, LotId);

/// Lots that have to be looked at, after one of them.
async fn due(database: &Database, tenant: TenantId, after: Option<Due>) -> Result<Vec<Due>, OpError> {
    let mut tx = database.begin_read(tenant).await?;
    let now = tx.now().naive_utc();
    let mut select = QueryBuilder::<MySql>::new("SELECT look_at, id FROM lot FORCE INDEX (lot_look) WHERE tenant_id = ");
    select.push_bind(tenant.0).push(" AND look_at <= ").push_bind(now);
    if let Some((at, lot)) = after {
        select.push(" AND look_at >= ").push_bind(at).push(" AND (look_at > ").push_bind(at).push(" OR id > ").push_bind(lot.0).push(")");
    }
    select.push(" ORDER BY look_at, id LIMIT ").push_bind(MOST);
    let rows: Vec<(NaiveDateTime, Uuid)> = select.build_query_as().fetch_all(tx.conn()).await?;
    tx.commit().await?;
    Ok(rows.into_iter().map(|(at, lot)| (at, LotId(lot))).collect())
}
