//! In which order movements are valued.
//!
//! Neither a counter of the database nor the clocks of machines say it: the one does not follow the order of commits, the
//! others go apart. The locks do. Whoever posts holds the promises and the balances that it changes; so each of these rows
//! keeps a tick, and a posting's tick is more than that of every row that it holds, which then say the same. As long as the
//! clocks allow it is the time in microseconds, so that what has no row in common, in two stores that are valued together,
//! comes in the order in which it was booked.
//!
//! - Of two postings that hold a row in common, the later has waited for the earlier to commit, has read its tick there, and
//!   has a higher one. Postings of one item in one store have its promise in common; what is on its way has its balance.
//! - Whatever an event follows was committed before it and has a lower tick. So what one statement sees in the queue, up to
//!   any tick, lacks nothing that comes before it: a row with a lower tick that is committed later has no row in common
//!   with any of them, and may as well come after.
//!
//! The queue's rows are only ever inserted by postings, at a key of their own: nobody waits for anybody there.

use crate::{
    lock::{Held, Key, Promises, has_balance},
    posting::Posted,
};
use chrono::{DateTime, Utc};
use platform::{
    OpError, Tx,
    sabotage::{self, Fault},
};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The tick of what is posted now, while these rows are held.
pub(crate) fn tick(now: DateTime<Utc>, promises: &Promises, held: &BTreeMap<Key, Held>) -> i64 {
    let rows = promises.values().map(|promise| promise.version).chain(held.values().map(|held| held.tick));
    rows.max().map_or(1, |highest| highest + 1).max(now.timestamp_micros())
}

/// Notes that what was posted together is to be valued, in the order in which it was written.
///
/// # Errors
/// When the database fails.
pub(crate) async fn enqueue(tx: &mut Tx, tick: i64, posted: &[Posted]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut rows: Vec<(i32, Uuid, Uuid)> = Vec::new();
    for (nth, posted) in (0..).zip(posted.iter().flat_map(Posted::all)) {
        let variants: BTreeSet<Uuid> = posted.legs.iter().filter(|posted| has_balance(&posted.leg)).map(|posted| posted.leg.variant.0).collect();
        rows.extend(variants.into_iter().map(|variant| (nth, variant, posted.id.0)));
    }
    for rows in tx.parts(&rows).filter(|_| !sabotage::on(Fault::CostNotQueued)) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO cost_queue (tenant_id, variant_id, tick, nth, posting_id, posted_at) ");
        insert.push_values(rows, |mut row, (nth, variant, posting)| {
            row.push_bind(tenant).push_bind(*variant).push_bind(tick).push_bind(*nth).push_bind(*posting).push_bind(now);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}
