//! A clock that tests move.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use platform::db::Clock;
use std::sync::atomic::{AtomicI64, Ordering};

/// Stands at 10:00 on 24 November 2026 (UTC) and goes on a millisecond each time it is read, so that what happens later
/// is later.
pub struct ManualClock(AtomicI64);

impl Default for ManualClock {
    fn default() -> Self {
        let start = Utc.with_ymd_and_hms(2026, 11, 24, 10, 0, 0).single().unwrap_or_default();
        Self(AtomicI64::new(start.timestamp_micros()))
    }
}

impl ManualClock {
    pub fn advance(&self, by: TimeDelta) {
        self.0.fetch_add(by.num_microseconds().unwrap_or(0), Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0.fetch_add(1000, Ordering::SeqCst)).unwrap_or_default()
    }
}
