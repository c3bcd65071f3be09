//! The books of a store are closed through a day, and reopened with a trace.

use crate::NOTE_MAX;
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Cursor, FieldError, Kind, Operation, Page, Permission, StoreId};

/// How far the books of the stores in use are closed, by the stores' codes.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ListPeriods {
    pub cursor: Option<Cursor>,
}

/// The books of a store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PeriodRow {
    pub store: StoreId,
    pub code: String,
    pub name: String,
    /// The last day of which nothing is booked any more; none: everything is open.
    #[schema(value_type = Option<String>, format = "date")]
    pub closed_through: Option<NaiveDate>,
    /// When they were last closed or reopened, and by whom.
    pub changed_at: Option<DateTime<Utc>>,
    pub changed_by: String,
    /// Counts that are not posted yet: what they found is booked on the day it was counted.
    pub open_counts: i64,
    /// Transfers from or to the store of which something is still on its way.
    pub on_the_way: i64,
}

impl Operation for ListPeriods {
    type Reply = Page<PeriodRow>;
    const NAME: &'static str = "stock.list_periods";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// Closes books: what happened on that day or before is refused from then on, at every door.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClosePeriod {
    /// Of this store; of all, those put away too, unless said. A store whose books are closed further stays as it is.
    #[serde(default)]
    pub store: Option<StoreId>,
    /// The last day that is closed, in each store's own time. It must have been over for two hours there.
    #[schema(value_type = String, format = "date")]
    pub through: NaiveDate,
}

impl Operation for ClosePeriod {
    type Reply = PeriodsSaved;
    const NAME: &'static str = "stock.close_period";
    const NEEDS: Permission = Permission::PeriodClose;
    const KIND: Kind = Kind::Command;
}

/// Opens closed books again, back to a day or altogether.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenPeriod {
    /// Of this store; of all unless said. A store whose books are not closed beyond that day stays as it is.
    #[serde(default)]
    pub store: Option<StoreId>,
    /// The last day that stays closed; everything is opened unless said.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub through: Option<NaiveDate>,
    /// Why: 1 to 500 characters, kept in the store's history.
    pub reason: String,
}

impl Operation for ReopenPeriod {
    type Reply = PeriodsSaved;
    const NAME: &'static str = "stock.reopen_period";
    const NEEDS: Permission = Permission::PeriodClose;
    const KIND: Kind = Kind::Command;
}

/// The books were closed, or reopened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PeriodsSaved {
    /// Of these stores, by their codes.
    pub stores: Vec<String>,
    #[schema(value_type = Option<String>, format = "date")]
    pub through: Option<NaiveDate>,
}

/// So long must a day be over before it is closed: the ledger books what has only just happened without asking.
pub const OVER_FOR: TimeDelta = TimeDelta::hours(2);

/// The last day that may be closed in a time zone.
#[must_use]
pub fn last_over<Z: TimeZone>(now: DateTime<Utc>, zone: &Z) -> NaiveDate {
    let today = (now - OVER_FOR).with_timezone(zone).date_naive();
    today.pred_opt().unwrap_or(today)
}

/// The day that one probably wants to close: the last of the month before.
#[must_use]
pub fn month_before(today: NaiveDate) -> NaiveDate {
    today.with_day(1).and_then(|first| first.pred_opt()).unwrap_or(today)
}

/// Whether a store's books change when they are closed through a day.
///
/// # Errors
/// On `through`: `date-out-of-range` before 1900, `period-not-over` with the last day that is.
pub fn decide_close(closed: Option<NaiveDate>, through: NaiveDate, over: NaiveDate) -> Result<bool, FieldError> {
    if through.year() < 1900 {
        return Err(FieldError::new("through", "date-out-of-range"));
    }
    if through > over {
        return Err(FieldError::new("through", "period-not-over").with("day", over));
    }
    Ok(closed.is_none_or(|closed| closed < through))
}

/// Whether a store's books change when they are opened from the day after `through` on.
#[must_use]
pub fn decide_reopen(closed: Option<NaiveDate>, through: Option<NaiveDate>) -> bool {
    closed.is_some_and(|closed| through.is_none_or(|through| through < closed))
}

/// What is wrong with a request to reopen: the reason, and the last day that stays closed (`date-out-of-range` before 1900).
#[must_use]
pub fn check_reopen(reopen: &ReopenPeriod) -> Vec<FieldError> {
    let early = reopen.through.filter(|through| through.year() < 1900).map(|_| FieldError::new("through", "date-out-of-range"));
    early.into_iter().chain(check_reopening(&reopen.reason)).collect()
}

/// The reason for reopening.
#[must_use]
pub fn check_reopening(reason: &str) -> Option<FieldError> {
    if reason.trim().is_empty() { Some(FieldError::new("reason", "field-required")) } else { crate::check_text("reason", reason, NOTE_MAX) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::FixedOffset;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_closed_when_it_has_been_over_for_two_hours_where_the_store_is() {
        let hours = |hours: i32| FixedOffset::east_opt(hours * 3600).unwrap();
        assert_eq!(last_over(at("2026-12-01T01:59:59Z"), &Utc), day("2026-11-29"));
        assert_eq!(last_over(at("2026-12-01T02:00:00Z"), &Utc), day("2026-11-30"));
        assert_eq!(last_over(at("2026-12-01T02:00:00Z"), &hours(-5)), day("2026-11-29"));
        assert_eq!(last_over(at("2026-12-01T16:59:59Z"), &hours(9)), day("2026-11-30"));
        assert_eq!(last_over(at("2026-12-01T17:00:00Z"), &hours(9)), day("2026-12-01"));
    }

    #[test]
    fn the_month_before_is_what_one_closes() {
        assert_eq!(month_before(day("2026-12-01")), day("2026-11-30"));
        assert_eq!(month_before(day("2028-03-31")), day("2028-02-29"));
        assert_eq!(month_before(day("2027-01-15")), day("2026-12-31"));
    }

    #[test]
    fn closing_goes_forward_and_never_beyond_what_is_over() {
        let (october, november) = (day("2026-10-31"), day("2026-11-30"));
        assert_eq!(decide_close(None, october, november), Ok(true));
        assert_eq!(decide_close(Some(october), november, november), Ok(true));
        assert_eq!(decide_close(Some(november), october, november), Ok(false), "closed further already");
        assert_eq!(decide_close(Some(october), october, november), Ok(false));
        assert_eq!(decide_close(None, november, october).unwrap_err().said.code, "period-not-over");
        assert_eq!(decide_close(None, day("0031-03-01"), october).unwrap_err().said.code, "date-out-of-range");
    }

    #[test]
    fn reopening_goes_back() {
        let (october, november) = (day("2026-10-31"), day("2026-11-30"));
        assert!(decide_reopen(Some(november), Some(october)));
        assert!(decide_reopen(Some(november), None));
        assert!(!decide_reopen(Some(october), Some(october)));
        assert!(!decide_reopen(Some(october), Some(november)), "that would be closing");
        assert!(!decide_reopen(None, None));
        assert_eq!(check_reopening(" ").unwrap().said.code, "field-required");
        assert_eq!(check_reopening(&"x".repeat(501)).unwrap().said.code, "field-too-long");
        assert!(check_reopening("A delivery note of 28 October turned up").is_none());
    }
}
