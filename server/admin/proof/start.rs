//! Where a proof begins.

use admin_rules::ProofSince;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use ledger::verify::Start;
use platform::{OpError, Tx};
use vocabulary::FieldError;

/// Where a proof begins that is asked for like this.
///
/// # Errors
/// When that is still to come.
pub(super) async fn start(tx: &mut Tx, since: Option<ProofSince>) -> Result<Start, OpError> {
    let instant = match since {
        None => return Ok(Start::Beginning),
        Some(ProofSince::Last) => return Ok(proved_through(tx).await?.map_or(Start::Beginning, Start::Seal)),
        Some(ProofSince::Instant(instant)) => instant,
        Some(ProofSince::Day(day)) => {
            let tenant = tx.tenant();
            let zone: String = sqlx::query_scalar("SELECT zone FROM tenant WHERE id = ?").bind(tenant).fetch_one(tx.conn()).await?;
            beginning(day, zone.parse().unwrap_or(Tz::UTC))
        }
    };
    if instant > tx.now() {
        return Err(FieldError::new("since", "date-in-future").into());
    }
    Ok(Start::Instant(instant))
}

/// The seal through which all was proved right, by a proof of everything and those that went on from it. None where the last
/// proof that says something of everything found something wrong, and where there is none.
pub(super) async fn proved_through(tx: &mut Tx) -> Result<Option<i64>, OpError> {
    let tenant = tx.tenant();
    let last: Option<(bool, Option<i64>)> = sqlx::query_as(
        "SELECT clean, proved_through FROM proof WHERE tenant_id = ? AND (clean = FALSE OR proved_through IS NOT NULL) ORDER BY at DESC, id DESC LIMIT 1",
    )
    .bind(tenant)
    .fetch_optional(tx.conn())
    .await?;
    Ok(last.filter(|(clean, _)| *clean).and_then(|(_, through)| through))
}

/// The first instant of a day. Where clocks are put forward over midnight it is the first that there is.
fn beginning(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    (0..=4)
        .find_map(|half_hours| zone.from_local_datetime(&(midnight + TimeDelta::minutes(30 * half_hours))).earliest())
        .map_or_else(|| midnight.and_utc(), |instant| instant.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_its_first_instant() {
        let at = |day: &str, zone: Tz| beginning(day.parse().unwrap(), zone).to_rfc3339();
        assert_eq!(at("2026-11-30", Tz::Europe__Berlin), "2026-11-29T23:00:00+00:00");
        assert_eq!(at("2026-09-06", Tz::America__Santiago), "2026-09-06T04:00:00+00:00", "midnight is left out there");
    }
}
