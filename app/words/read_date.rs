//! Dates as people type them: the day first, as in all our languages, or ISO 8601 as browsers send them.

use crate::{
    Words,
    read::{clean, month_named},
};
use chrono::NaiveDate;
use vocabulary::{Locale, Said};

impl Words {
    /// A date: `2026-11-17`, `17/11/2026`, `17.11.26`, `17 Nov 2026`.
    ///
    /// # Errors
    /// `field-required` when it is blank; `date-not-a-date` with an `example`; `date-no-such-day` for 31 February;
    /// `date-out-of-range` before 1900 and after 2199.
    pub fn read_date(&self, typed: &str) -> Result<NaiveDate, Said> {
        let text = clean(typed);
        if text.is_empty() {
            return Err(Said::new("field-required"));
        }
        let not_a_date = || Said::new("date-not-a-date").with("example", self.date_input(self.today()));
        let (year, month, day) = iso(&text).or_else(|| self.by_day(&text)).ok_or_else(not_a_date)?;
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return Err(not_a_date());
        }
        if !(1900..2200).contains(&year) {
            return Err(Said::new("date-out-of-range"));
        }
        NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| Said::new("date-no-such-day"))
    }

    /// Day, month by number or name, year.
    fn by_day(&self, text: &str) -> Option<(i32, u32, u32)> {
        let between = |letter: char| matches!(letter, '/' | '.' | '-' | ' ' | ',');
        let mut parts = text.split(between).filter(|part| {
            let filler = self.locale == Locale::Es && part.eq_ignore_ascii_case("de");
            !part.is_empty() && !filler
        });
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || text.starts_with(between) {
            return None;
        }
        let day = if self.locale == Locale::Fr && day == "1er" { "1" } else { day };
        let month = number(month, 2).or_else(|| month_named(self.locale, month))?;
        let year = match year.len() {
            // A hyphen makes one think of ISO's order, so two digits are not taken for a year there.
            2 if !text.contains('-') => 2000 + number(year, 2)?,
            4 => number(year, 4)?,
            _ => return None,
        };
        Some((i32::try_from(year).ok()?, month, number(day, 2)?))
    }
}

fn iso(text: &str) -> Option<(i32, u32, u32)> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    Some((i32::try_from(number(year, 4)?).ok()?, number(month, 2)?, number(day, 2)?))
}

fn number(text: &str, most: usize) -> Option<u32> {
    let fits = !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    if fits { text.parse().ok() } else { None }
}
