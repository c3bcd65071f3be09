//! Nothing is booked on a day whose books are closed.

use crate::Posting;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use platform::{
    OpError, Tx,
    db::push_list,
    sabotage::{self, Fault},
};
use sqlx::{MySql, QueryBuilder};
use std::{collections::BTreeSet, str::FromStr};
use uuid::Uuid;
use vocabulary::{AppError, FieldError, Said};

/// What happened less long ago is booked without asking whether its day is closed. No day may be closed that was not over
/// for longer than this and than any request lives.
pub const FRESH: TimeDelta = TimeDelta::hours(1);

/// What is said of something that happened on a closed day.
#[must_use]
pub fn closed(store: &str, through: NaiveDate) -> Said {
    Said::new("period-closed").with("store", store).with("day", through)
}

/// Keeps the days of a posting open, in all its stores, until it is committed: whoever closes them waits for it. What has
/// only just happened is not asked about: its day is not over for long enough to be closed by anybody.
///
/// # Errors
/// `period-closed` on `occurred_at`.
pub(crate) async fn hold_period(tx: &mut Tx, posting: &Posting) -> Result<(), OpError> {
    // The lines of a count have moments of their own. A counter-entry happens when it is made, whatever it corrects.
    let own = posting.lines.iter().filter_map(|line| line.at).filter(|_| posting.reverses.is_none());
    let happened = own.fold(posting.occurred_at, std::cmp::min);
    if happened > tx.now() - FRESH || sabotage::on(Fault::PeriodIgnored) {
        return Ok(());
    }
    let tenant = tx.tenant();
    let legs = posting.lines.iter().flat_map(|line| &line.legs);
    let stores: BTreeSet<Uuid> = legs.map(|leg| leg.place.store.0).chain([posting.store.0]).collect();
    let mut select = QueryBuilder::<MySql>::new("SELECT code, zone, closed_through FROM store WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND id IN ");
    push_list(&mut select, stores);
    // All of them, not only the closed: a row that does not match is not locked.
    select.push(" ORDER BY id LOCK IN SHARE MODE");
    let stores: Vec<(String, String, Option<NaiveDate>)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let closed = stores.into_iter().find_map(|(code, zone, through)| {
        let through = through.filter(|through| day_there(happened, &zone) <= *through)?;
        Some(FieldError { field: String::from("occurred_at"), said: closed(&code, through) })
    });
    closed.map_or(Ok(()), |closed| Err(AppError::Invalid { fields: vec![closed] }.into()))
}

fn day_there(at: DateTime<Utc>, zone: &str) -> NaiveDate {
    at.with_timezone(&chrono_tz::Tz::from_str(zone).unwrap_or(chrono_tz::UTC)).date_naive()
}
