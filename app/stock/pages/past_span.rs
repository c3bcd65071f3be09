//! The days that can be slid over: a year at most, from where the books begin.

use chrono::{Datelike, Months, NaiveDate, TimeDelta};

/// Days from one to another, and the one that is asked for, or the end that is nearest to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    pub(crate) at: NaiveDate,
}

impl Span {
    /// The year that ends today; the year around a day that lies before it. None where the books begin today, or never did.
    pub(crate) fn of(first: Option<NaiveDate>, today: NaiveDate, asked: NaiveDate) -> Option<Self> {
        let first = first?;
        let back = |day: NaiveDate, months: u32| day.checked_sub_months(Months::new(months)).unwrap_or(day);
        let (from, to) = if asked >= back(today, 12) || first >= back(today, 12) {
            (first.max(back(today, 12)), today)
        } else {
            let from = first.max(back(asked, 6));
            (from, from.checked_add_months(Months::new(12)).unwrap_or(today).min(today))
        };
        (from < to).then(|| Self { from, to, at: asked.clamp(from, to) })
    }

    /// How many days after its first one a day is.
    pub(crate) fn nth(&self, day: NaiveDate) -> usize {
        usize::try_from((day - self.from).num_days()).unwrap_or_default()
    }

    pub(crate) fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let to = self.to;
        self.from.iter_days().take_while(move |day| *day <= to)
    }

    /// The last days of months between its ends.
    pub(crate) fn month_ends(&self) -> Vec<NaiveDate> {
        let ends = self.months().into_iter().map(|first| first - TimeDelta::days(1));
        ends.filter(|end| self.from < *end && *end < self.to).collect()
    }

    /// The first days of months, from the one that the first day lies in to two months after the last day.
    pub(crate) fn months(&self) -> Vec<NaiveDate> {
        let first = self.from.with_day(1).unwrap_or(self.from);
        let all = (0..).map_while(|nth| first.checked_add_months(Months::new(nth)));
        let until = self.to.checked_add_months(Months::new(2)).unwrap_or(self.to);
        all.take_while(|month| *month <= until).collect()
    }
}

/// The last day of the quarter before.
pub(crate) fn quarter_before(today: NaiveDate) -> NaiveDate {
    let first = today.with_day(1).and_then(|day| day.with_month(today.month0() / 3 * 3 + 1));
    first.and_then(|first| first.pred_opt()).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(first: &str, asked: &str) -> Option<[String; 3]> {
        let span = Span::of(Some(day(first)), day("2026-12-01"), day(asked))?;
        Some([span.from, span.to, span.at].map(|day| day.to_string()))
    }

    fn told(days: [&str; 3]) -> Option<[String; 3]> {
        Some(days.map(str::to_owned))
    }

    #[test]
    fn a_year_at_most_from_where_the_books_begin_to_today() {
        assert_eq!(span("2020-01-01", "2026-11-30"), told(["2025-12-01", "2026-12-01", "2026-11-30"]));
        assert_eq!(span("2026-10-05", "2026-11-30"), told(["2026-10-05", "2026-12-01", "2026-11-30"]));
        assert_eq!(span("2026-10-05", "2026-09-01"), told(["2026-10-05", "2026-12-01", "2026-10-05"]), "before they began");
        assert_eq!(span("2026-10-05", "1999-09-01"), told(["2026-10-05", "2026-12-01", "2026-10-05"]));
        assert_eq!(span("2020-01-01", "2027-01-01"), told(["2025-12-01", "2026-12-01", "2026-12-01"]), "still to come");
        assert_eq!(span("2026-12-01", "2026-12-01"), None, "they begin today");
        assert_eq!(Span::of(None, day("2026-12-01"), day("2026-11-30")), None, "nothing ever moved");
    }

    #[test]
    fn of_a_day_of_long_ago_it_is_the_year_around_it() {
        assert_eq!(span("2020-01-01", "2023-08-31"), told(["2023-02-28", "2024-02-28", "2023-08-31"]));
        assert_eq!(span("2023-07-01", "2023-08-31"), told(["2023-07-01", "2024-07-01", "2023-08-31"]));
        assert_eq!(span("2020-01-01", "1990-08-31"), told(["2020-01-01", "2021-01-01", "2020-01-01"]));
    }

    #[test]
    fn months_are_told_far_enough_to_turn_to_the_next() {
        let span = Span::of(Some(day("2026-09-20")), day("2026-12-01"), day("2026-12-01")).unwrap();
        let said = |days: Vec<NaiveDate>| days.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(said(span.month_ends()), ["2026-09-30", "2026-10-31", "2026-11-30"]);
        assert_eq!(said(span.months()), ["2026-09-01", "2026-10-01", "2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"]);
        assert_eq!((span.nth(day("2026-09-20")), span.nth(day("2026-10-01")), span.days().count()), (0, 11, 73));
    }

    #[test]
    fn the_quarter_before_ends_where_this_one_begins() {
        for (today, end) in [("2026-12-01", "2026-09-30"), ("2026-10-01", "2026-09-30"), ("2026-09-30", "2026-06-30"), ("2026-02-03", "2025-12-31")] {
            assert_eq!(quarter_before(day(today)), day(end), "{today}");
        }
        // The last day of a long month has no namesake in the quarter's first one.
        assert_eq!(quarter_before(day("2026-05-31")), day("2026-03-31"));
    }
}
