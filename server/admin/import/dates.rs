//! Dates as tills write them. Whether `12/1/2010` is December or January is decided once, from every date in the file,
//! or asked; never by row.

use crate::import::{months, zones};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Which comes first where the year stands last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// A moment as a file tells it: the clock on the shop's wall, and how far that is from UTC where the file says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub at: NaiveDateTime,
    /// Minutes east of UTC. `None` is the store's own time zone.
    pub offset: Option<i32>,
}

impl Told {
    /// In the form that every program reads and that means one thing only.
    #[must_use]
    pub fn written(self) -> String {
        let zone = self.offset.map_or_else(String::new, |minutes| {
            let (sign, minutes) = (if minutes < 0 { '-' } else { '+' }, minutes.abs());
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        });
        format!("{}{zone}", self.at.format("%Y-%m-%d %H:%M:%S"))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    NotOne,
    /// A date only in the other order than the file's, such as the 13th month.
    OtherOrder(NaiveDate),
    /// Both readings are dates and nothing decides: day first, month first.
    Ambiguous(NaiveDate, NaiveDate),
}

/// A date taken apart, its order still open.
#[derive(Clone, Copy)]
pub(super) enum Day {
    Certain(NaiveDate),
    Open { first: u32, second: u32, year: i32 },
}

impl Day {
    fn read(self, order: DateOrder) -> Option<NaiveDate> {
        match self {
            Self::Certain(date) => Some(date),
            Self::Open { first, second, year } => {
                let (day, month) = match order {
                    DateOrder::DayFirst => (first, second),
                    DateOrder::MonthFirst => (second, first),
                };
                NaiveDate::from_ymd_opt(year, month, day)
            }
        }
    }
}

/// What all dates of a file say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    day_first: Option<String>,
    month_first: Option<String>,
    open: Option<String>,
    counts: (u64, u64),
}

/// The order of a file's dates, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// Every date, if there is one, says itself what it is.
    Plain,
    Order(DateOrder),
    /// Every date could be read both ways: one of them, then its two readings.
    Ambiguous(String, NaiveDate, NaiveDate),
    /// About as many dates demand one order as the other: one of each.
    Mixed(String, String),
}

impl Dates {
    pub fn see(&mut self, raw: &str) {
        let Some((day @ Day::Open { .. }, _)) = take_apart(raw) else { return };
        match (day.read(DateOrder::DayFirst), day.read(DateOrder::MonthFirst)) {
            (Some(_), None) => {
                self.counts.0 += 1;
                self.day_first.get_or_insert_with(|| raw.to_owned());
            }
            (None, Some(_)) => {
                self.counts.1 += 1;
                self.month_first.get_or_insert_with(|| raw.to_owned());
            }
            (Some(a), Some(b)) if a != b => {
                self.open.get_or_insert_with(|| raw.to_owned());
            }
            _ => {}
        }
    }

    #[must_use]
    pub fn finding(&self) -> Finding {
        /// A handful of slips among thousands of dates do not put the order in doubt.
        const CLEARLY: u64 = 20;
        let (day_first, month_first) = self.counts;
        match (&self.day_first, &self.month_first, &self.open) {
            (Some(a), Some(b), _) if day_first < month_first * CLEARLY && month_first < day_first * CLEARLY => Finding::Mixed(a.clone(), b.clone()),
            (Some(_), _, _) if day_first > month_first => Finding::Order(DateOrder::DayFirst),
            (_, Some(_), _) => Finding::Order(DateOrder::MonthFirst),
            (None, None, Some(open)) => match (read(open, Some(DateOrder::DayFirst)), read(open, Some(DateOrder::MonthFirst))) {
                (Ok(a), Ok(b)) => Finding::Ambiguous(open.clone(), a.at.date(), b.at.date()),
                _ => Finding::Plain,
            },
            _ => Finding::Plain,
        }
    }
}

/// Reads a date, with its time if it has one (else midnight).
///
/// # Errors
/// What is no date, is one only in the other order, or could be two.
pub fn read(raw: &str, order: Option<DateOrder>) -> Result<Told, DateError> {
    let (day, (time, offset)) = take_apart(raw).ok_or(DateError::NotOne)?;
    let (a, b) = (day.read(DateOrder::DayFirst), day.read(DateOrder::MonthFirst));
    let date = match (order, a, b) {
        (_, None, None) => return Err(DateError::NotOne),
        (_, Some(a), Some(b)) if a == b => a,
        (None, Some(a), Some(b)) => return Err(DateError::Ambiguous(a, b)),
        (None, Some(one), None) | (None, None, Some(one)) => one,
        (Some(DateOrder::DayFirst), Some(a), _) => a,
        (Some(DateOrder::MonthFirst), _, Some(b)) => b,
        (Some(_), Some(one), None) | (Some(_), None, Some(one)) => return Err(DateError::OtherOrder(one)),
    };
    // A till's clock that was never set says 1970 or 1900; the ledger is better without it.
    if !(1990..2100).contains(&date.year()) {
        return Err(DateError::NotOne);
    }
    Ok(Told { at: date.and_time(time), offset })
}

/// Whether this is a date, in whatever order.
#[must_use]
pub fn is_date(raw: &str) -> bool {
    take_apart(raw).is_some_and(|(day, _)| day.read(DateOrder::DayFirst).or(day.read(DateOrder::MonthFirst)).is_some())
}

type Clock = (NaiveTime, Option<i32>);

fn take_apart(raw: &str) -> Option<(Day, Clock)> {
    let raw = raw.trim();
    if let Some((day, rest)) = months::day(raw) {
        let rest = rest.strip_prefix(['T', 't', ',']).unwrap_or(rest).trim();
        return Some((day, if rest.is_empty() { (NaiveTime::MIN, None) } else { clock(rest)? }));
    }
    // The date ends where its digits and separators do.
    let end = raw.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '/' | '.'))).unwrap_or(raw.len());
    let (date, rest) = raw.split_at(end);
    let rest = rest.strip_prefix(['T', 't', ',']).unwrap_or(rest).trim();
    let clock = if rest.is_empty() { (NaiveTime::MIN, None) } else { clock(rest)? };
    Some((day(date.trim_end_matches('.'))?, clock))
}

fn day(raw: &str) -> Option<Day> {
    if raw.len() == 8 && raw.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = |from: usize, to: usize| raw.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
        return certain(i32::try_from(number(0, 4)?).ok()?, number(4, 6)?, number(6, 8)?);
    }
    let separator = ['-', '/', '.'].into_iter().find(|mark| raw.contains(*mark))?;
    let parts: Vec<&str> = raw.split(separator).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let number = |part: &str| if part.len() <= 4 { part.parse::<u32>().ok() } else { None };
    let (first, second, third) = (number(a)?, number(b)?, number(c)?);
    match (a.len(), c.len()) {
        (4, 1 | 2) => certain(i32::try_from(first).ok()?, second, third),
        (1 | 2, 2 | 4) => {
            let year = i32::try_from(third).ok()?;
            let year = if c.len() == 4 { year } else { year + 2000 };
            // With points between, the day stands first wherever that is written (de, ru, tr, pl, fi …).
            if separator == '.' { certain(year, second, first) } else { Some(Day::Open { first, second, year }) }
        }
        _ => None,
    }
}

pub(super) fn certain(year: i32, month: u32, day: u32) -> Option<Day> {
    NaiveDate::from_ymd_opt(year, month, day).map(Day::Certain)
}

/// `10h00` and `10 h` are `10:00` in French.
fn with_colon(raw: &str) -> Cow<'_, str> {
    let Some((hour, rest)) = raw.split_once(['h', 'H']) else { return raw.into() };
    let (hour, rest) = (hour.trim_end(), rest.trim_start());
    if hour.is_empty() || !hour.bytes().all(|byte| byte.is_ascii_digit()) {
        return raw.into();
    }
    let minutes = if rest.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "00 " };
    format!("{hour}:{minutes}{rest}").into()
}

/// `8:26`, `08:26:00.123`, `8:26 PM`, `8h26`, with `Z` or `+01:00` or ` +0100` or `CET` behind.
fn clock(raw: &str) -> Option<Clock> {
    let raw = &*with_colon(raw);
    let digits = raw.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(raw.len());
    let (time, rest) = raw.split_at(digits);
    let rest = rest.trim();
    let without = |words: [&str; 2]| {
        let word = words.into_iter().find(|word| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))?;
        rest.get(word.len()..).filter(|behind| !behind.starts_with(|c: char| c.is_alphabetic()))
    };
    let (half, zone) = match (without(["am", "a.m."]), without(["pm", "p.m."])) {
        (Some(zone), _) => (Some(false), zone),
        (_, Some(zone)) => (Some(true), zone),
        _ => (None, without(["uhr", "h"]).unwrap_or(rest)),
    };
    let offset = zones::read(zone.trim())?;
    let mut parts = time.split(':');
    let mut hour: u32 = parts.next()?.parse().ok()?;
    let minute = parts.next()?.parse().ok()?;
    // Fractions of a second are dropped: no till rings two sales up in one.
    let second = parts.next().map_or(Some(0), |part| part.split('.').next()?.parse().ok())?;
    if parts.next().is_some() {
        return None;
    }
    if let Some(afternoon) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
    }
    Some((NaiveTime::from_hms_opt(hour, minute, second)?, offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(raw: &str, order: Option<DateOrder>) -> Result<String, DateError> {
        read(raw, order).map(|told| format!("{}{}", told.at, told.offset.map_or(String::new(), |minutes| format!(" {minutes:+}"))))
    }

    #[test]
    fn reads_what_tills_write() {
        for (raw, order, expected) in [
            ("2010-12-01 08:26:00", None, "2010-12-01 08:26:00"),
            ("2010-12-01T08:26:00.123Z", None, "2010-12-01 08:26:00 +0"),
            ("2024-01-05 10:20:30 +0100", None, "2024-01-05 10:20:30 +60"),
            ("12/1/2010 8:26", Some(DateOrder::MonthFirst), "2010-12-01 08:26:00"),
            ("12/1/2010 8:26", Some(DateOrder::DayFirst), "2010-01-12 08:26:00"),
            ("12/31/2010 8:26 PM", None, "2010-12-31 20:26:00"),
            ("12/31/2010 12:05 am", None, "2010-12-31 00:05:00"),
            ("01.12.2010 08:26", None, "2010-12-01 08:26:00"),
            ("1.12.10", None, "2010-12-01 00:00:00"),
            ("20101201", None, "2010-12-01 00:00:00"),
            ("5/5/2010", None, "2010-05-05 00:00:00"),
            ("05-Jan-2024", None, "2024-01-05 00:00:00"),
            ("05-Jan-24 10:20", None, "2024-01-05 10:20:00"),
            ("Jan 5, 2024, 8:26 PM", None, "2024-01-05 20:26:00"),
            ("Fri, 05 January 2024 08:26:00 +0100", None, "2024-01-05 08:26:00 +60"),
            ("5. März 2024 08:26 Uhr", None, "2024-03-05 08:26:00"),
            ("5. Mrz. 2024", None, "2024-03-05 00:00:00"),
            ("1er février 2024", None, "2024-02-01 00:00:00"),
            ("14 août 2024", None, "2024-08-14 00:00:00"),
            ("5 de enero de 2024 08:26", None, "2024-01-05 08:26:00"),
            ("5-dic-2024", None, "2024-12-05 00:00:00"),
            ("2024-Oct-05T08:26", None, "2024-10-05 08:26:00"),
            ("٥ يناير 2024", None, "2024-01-05 00:00:00"),
            ("24/11/2026 10h00", None, "2026-11-24 10:00:00"),
            ("24 novembre 2026 9 h 05", None, "2026-11-24 09:05:00"),
            ("2026-11-24 9h", None, "2026-11-24 09:00:00"),
            ("24-Nov-2026 10:20 AM EST", None, "2026-11-24 10:20:00 -300"),
            ("2026-11-24 10:20 CET", None, "2026-11-24 10:20:00 +60"),
            ("2026-11-24 10:20:00 GMT+0100", None, "2026-11-24 10:20:00 +60"),
            ("2026-11-24 10:20:00.5+02", None, "2026-11-24 10:20:00 +120"),
            ("2026-11-24T10:20:00-03:30", None, "2026-11-24 10:20:00 -210"),
            ("2026-11-24 10:20 CST", None, "2026-11-24 10:20:00"),
            ("2026-11-24 10:20 PM ET", None, "2026-11-24 22:20:00"),
        ] {
            assert_eq!(told(raw, order).as_deref(), Ok(expected), "{raw:?}");
        }
        for wrong in [
            "",
            "yesterday",
            "Jan 2024",
            "31-Feb-2024",
            "5-Jux-2024",
            "May May 2024",
            "5 jui 2024",
            "2010-13-01",
            "31/31/2010",
            "0000-00-00",
            "1900-01-01",
            "40513.35",
            "12/1/2010 25:00",
            "2010-12-01 8",
            "2010-12-01 8:20 sharp",
            "2010-12-01 8:20 AMX",
            "2010-12-01 8h75",
            "1/2",
            "٢٠١٠-١٢-٠١",
        ] {
            assert_eq!(told(wrong, Some(DateOrder::DayFirst)), Err(DateError::NotOne), "{wrong:?}");
        }
        assert!(matches!(told("12/1/2010", None), Err(DateError::Ambiguous(..))));
        assert!(matches!(told("12/31/2010", Some(DateOrder::DayFirst)), Err(DateError::OtherOrder(_))));
    }

    #[test]
    fn one_order_for_a_file() {
        let finding = |values: &[&str]| {
            let mut dates = Dates::default();
            values.iter().for_each(|value| dates.see(value));
            dates.finding()
        };
        assert_eq!(finding(&["12/1/2010", "12/13/2010"]), Finding::Order(DateOrder::MonthFirst));
        assert_eq!(finding(&["12/1/2010", "13/1/2010"]), Finding::Order(DateOrder::DayFirst));
        assert!(matches!(finding(&["12/1/2010", "12/2/2010"]), Finding::Ambiguous(..)));
        assert!(matches!(finding(&["13/1/2010", "12/13/2010"]), Finding::Mixed(..)));
        assert_eq!(finding(&["2010-12-01", "01.12.2010", "5/5/2010", "junk"]), Finding::Plain);
    }
}
