//! Dates and times as people write them, in their time zone, on the 24-hour clock.

use crate::{
    Words,
    layout::{days, months, word},
};
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use vocabulary::Locale;

impl Words {
    /// The day it is for the reader.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.day_of(self.now)
    }

    /// The day on which something happened, for the reader.
    #[must_use]
    pub fn day_of(&self, instant: DateTime<Utc>) -> NaiveDate {
        instant.with_timezone(&self.zone).date_naive()
    }

    /// `17 Nov 2026`.
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        let (_, short) = months(self.locale);
        format!("{} {} {}", self.day_number(date), self.month_name(date, short), date.year())
    }

    /// `17 Nov` within this year, else with the year: for columns.
    #[must_use]
    pub fn date_short(&self, date: NaiveDate) -> String {
        if date.year() != self.today().year() {
            return self.date(date);
        }
        let (_, short) = months(self.locale);
        format!("{} {}", self.day_number(date), self.month_name(date, short))
    }

    /// `Monday 17 November` within this year, else with the year: for headings.
    #[must_use]
    pub fn date_long(&self, date: NaiveDate) -> String {
        let weekday = usize::try_from(date.weekday().num_days_from_monday()).unwrap_or_default();
        let weekday = word(self.locale, days(self.locale).get(weekday).copied().unwrap_or_default());
        let (long, _) = months(self.locale);
        let (day, month) = (self.day_number(date), self.month_name(date, long));
        let (comma, of) = match self.locale {
            Locale::De => (",", ""),
            Locale::Es => (",", "de "),
            Locale::Ar => ("،", ""),
            _ => ("", ""),
        };
        let year = if date.year() == self.today().year() { String::new() } else { format!(" {of}{}", date.year()) };
        format!("{weekday}{comma} {day} {of}{month}{year}")
    }

    /// `17/11/2026`: as people type it.
    #[must_use]
    pub fn date_input(&self, date: NaiveDate) -> String {
        let mark = if self.locale == Locale::De { '.' } else { '/' };
        format!("{:02}{mark}{:02}{mark}{}", date.day(), date.month(), date.year())
    }

    /// "today", "yesterday", or the date.
    #[must_use]
    pub fn day(&self, instant: DateTime<Utc>) -> String {
        let day = self.day_of(instant);
        if day == self.today() {
            self.t("day-today")
        } else if day.succ_opt() == Some(self.today()) {
            self.t("day-yesterday")
        } else {
            self.date(day)
        }
    }

    /// "Today, 23 November", or the day by its name: for the headings of a history.
    #[must_use]
    pub fn day_heading(&self, instant: DateTime<Utc>) -> String {
        let day = self.day_of(instant);
        let date = self.date_long(day);
        if day == self.today() {
            self.with("day-today-heading", &[("date", date.into())])
        } else if day.succ_opt() == Some(self.today()) {
            self.with("day-yesterday-heading", &[("date", date.into())])
        } else {
            date
        }
    }

    /// `11:42`.
    #[must_use]
    pub fn time(&self, instant: DateTime<Utc>) -> String {
        let local = instant.with_timezone(&self.zone);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// `17 Nov 2026, 11:42`.
    #[must_use]
    pub fn date_time(&self, instant: DateTime<Utc>) -> String {
        let comma = if self.locale == Locale::Ar { '،' } else { ',' };
        format!("{}{comma} {}", self.date(self.day_of(instant)), self.time(instant))
    }

    /// `November 2026`.
    #[must_use]
    pub fn month(&self, date: NaiveDate) -> String {
        let (long, _) = months(self.locale);
        let of = if self.locale == Locale::Es { "de " } else { "" };
        format!("{} {of}{}", self.month_name(date, long), date.year())
    }

    fn day_number(&self, date: NaiveDate) -> String {
        match self.locale {
            Locale::De => format!("{}.", date.day()),
            Locale::Fr if date.day() == 1 => String::from("1er"),
            _ => date.day().to_string(),
        }
    }

    fn month_name(&self, date: NaiveDate, names: &[&str; 12]) -> String {
        let at = usize::try_from(date.month0()).unwrap_or_default();
        word(self.locale, names.get(at).copied().unwrap_or_default())
    }
}
