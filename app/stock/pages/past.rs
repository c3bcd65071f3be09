//! Of which instant a page tells: the slider, the fields that do the same without script, the instants that people ask for
//! most, and the band that says what is shown. One for all pages that can be asked about the past.

use crate::{
    common::address,
    past_span::{Span, quarter_before},
};
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeZone, Utc};
use kit::{Button, Choice, DayMark, DaySlider, Glyph, Input, LinkButton, Notice, Select, Tone, Weight};
use leptos::prelude::*;
use stock_rules::{Known, Reach, ShowReach, month_before};
use wire::{PageError, PageState, Visit};
use words::Words;

/// What a page was asked for, and what else its address holds.
pub(crate) struct Past {
    pub(crate) path: &'static str,
    /// The day of the store that is looked at, or of the asker.
    pub(crate) day: NaiveDate,
    /// The end of the day unless said; today, that is now.
    pub(crate) time: Option<NaiveTime>,
    pub(crate) known: Known,
    pub(crate) asks: Asks,
    /// Why there is no answer, beside the day.
    pub(crate) wrong: Option<String>,
    /// The page's other filters, `known` among them unless the form asks for it.
    pub(crate) keep: Vec<(String, String)>,
    pub(crate) reach: Reach,
}

/// What the form asks for besides the day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    Time,
    Known,
}

/// How far back the books go of what the visitor looks at.
pub(crate) async fn reach(state: &PageState, visit: &Visit) -> Result<Reach, PageError> {
    Ok(state.desk.ask(&visit.actor, ShowReach { store: visit.store.as_ref().map(|store| store.id) }).await?)
}

/// An instant of a day where the store is, or the asker; the day's end unless a time is said, and the end of today is now.
pub(crate) fn instant(visit: &Visit, day: NaiveDate, time: Option<NaiveTime>) -> DateTime<Utc> {
    let zone = visit.store.as_ref().map_or(visit.words.zone, |store| store.zone);
    let local = time.map_or_else(|| (day + Days::new(1)).and_time(NaiveTime::MIN), |time| day.and_time(time));
    // An hour that the clocks leave out ends as it begins.
    let told = zone.from_local_datetime(&local).earliest();
    let at = told.or_else(|| zone.from_local_datetime(&(local + chrono::TimeDelta::hours(1))).earliest());
    let at = at.map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc));
    match time {
        Some(_) => at,
        None if day == visit.words.today() => visit.words.now,
        // Midnight itself is the next day's.
        None => at - chrono::TimeDelta::microseconds(1),
    }
}

pub(crate) fn word(known: Known) -> &'static str {
    match known {
        Known::Now => "as-of-known-now",
        Known::Then => "as-of-known-then",
    }
}

impl Past {
    fn is_now(&self, words: Words) -> bool {
        self.time.is_none() && self.day == words.today()
    }

    /// The page as of the end of a day, with all else as it is.
    fn at(&self, day: NaiveDate) -> String {
        let known = (self.asks == Asks::Known && self.known != Known::default()).then(|| self.known.tag().to_owned());
        let mut pairs: Vec<(&str, Option<String>)> = self.keep.iter().map(|(name, value)| (name.as_str(), Some(value.clone()))).collect();
        pairs.extend([("known", known), ("day", Some(day.to_string()))]);
        address(self.path, &pairs)
    }

    /// The slider, the fields and the instants that are asked for most.
    pub(crate) fn form(&self, words: Words) -> impl IntoView + use<> {
        let hidden = self.keep.iter().cloned().map(|(name, value)| view! { <kit::Hidden name value/> }).collect_view();
        let slider = Span::of(self.reach.first_day, words.today(), self.day).map(|span| self.slider(words, span));
        let (day, error) = (self.day.to_string(), self.wrong.clone());
        let besides = match self.asks {
            Asks::Time => {
                let value = self.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default();
                view! { <Input name="time" kind="time" label=words.t("as-of-time") value optional=words.t("optional")/> }.into_any()
            }
            Asks::Known => {
                let choices = Known::ALL.into_iter().map(|known| Choice::new(known.tag(), words.t(word(known)))).collect();
                view! { <Select name="known" label=words.t("as-of-known") choices value=self.known.tag()/> }.into_any()
            }
        };
        let (path, quick) = (self.path, self.quick(words));
        view! {
            <islands::Days>
                <form method="get" action=path class="as-of">
                    {hidden}
                    {slider}
                    <div class="row row-wide row-end">
                        <div class="row row-end">
                            <Input name="day" kind="date" label=words.t("as-of-day") value=day error/>
                            {besides}
                            <Button label=words.t("action-apply")/>
                        </div>
                        {quick}
                    </div>
                </form>
            </islands::Days>
        }
    }

    fn quick(&self, words: Words) -> impl IntoView + use<> {
        let today = words.today();
        let year_ago = today.checked_sub_months(Months::new(12)).unwrap_or(today);
        let instants = [
            ("as-of-month-end", month_before(today)),
            ("as-of-quarter-end", quarter_before(today)),
            ("as-of-year-ago", year_ago),
            ("as-of-yesterday", today.pred_opt().unwrap_or(today)),
            ("as-of-moment", today),
        ];
        let links = instants.map(|(word, day)| {
            let current = self.time.is_none() && self.day == day && self.wrong.is_none();
            view! { <LinkButton label=words.t(word) href=self.at(day) current weight=if current { Weight::Secondary } else { Weight::Quiet }/> }
        });
        view! { <nav class="row" aria-label=words.t("as-of-quick")>{links}</nav> }
    }

    fn slider(&self, words: Words, span: Span) -> impl IntoView + use<> {
        let name = |day: NaiveDate| if day == words.today() { words.t("as-of-moment") } else { words.date(day) };
        let marks = span.month_ends().into_iter().map(|end| {
            // Quarters are named, where their names do not run into those of the ends.
            let roomy = (span.days().count() / 7..).contains(&span.nth(end).min(span.nth(span.to) - span.nth(end)));
            let label = (end.month0() % 3 == 2 && roomy).then(|| words.date_short(end));
            DayMark { at: span.nth(end), label: label.into() }
        });
        let closed = self.reach.closed_through.filter(|through| *through >= span.from).map(|through| {
            let closed = words.with("as-of-closed", &[("day", words.date(through).into())]);
            (span.nth(through.min(span.to)) + 1, closed)
        });
        let apart = self.wrong.is_none() && (self.time.is_some() || self.day != span.at);
        let value = match self.time {
            Some(_) if apart => self.told(words),
            None if apart => words.date(self.day),
            _ => name(span.at),
        };
        let months = span.months().into_iter().map(|month| (month - span.from).num_days()).collect();
        view! {
            <DaySlider
                id="as-of-day"
                label=words.t("as-of-slide")
                hint=words.t("as-of-slide.hint")
                days=span.days().map(name).collect()
                first=span.from.to_string()
                at=span.nth(span.at)
                value
                apart
                months
                marks=marks.collect()
                closed
                rtl=words.is_rtl()
            />
        }
    }

    /// The instant in words.
    fn told(&self, words: Words) -> String {
        let day = ("day", words.date(self.day).into());
        match self.time {
            Some(time) => words.with("as-of-instant", &[day, ("time", time.format("%H:%M").to_string().into())]),
            None if self.is_now(words) => words.t("value-now"),
            None => words.with("as-of-day-end", &[day]),
        }
    }

    /// What is shown: of when, where clocks say so, by which knowledge; and where there was nothing yet to know.
    pub(crate) fn band(&self, visit: &Visit) -> Option<impl IntoView + use<>> {
        if self.wrong.is_some() {
            return None;
        }
        let words = visit.words;
        let instant = self.told(words);
        let zone = words.with("as-of-zone", &[("zone", words.code(words.zone.name()).into())]);
        let known = words.t(word(self.known));
        let means = words.t(match self.known {
            Known::Now => "as-of-sub-now",
            Known::Then => "as-of-sub-then",
        });
        let knows = (!self.is_now(words)).then(|| view! { " "<strong>{known}</strong>". "{means} });
        let before = self.before(visit).map(|before| view! { <br/>{before} });
        let tone = if before.is_some() { Tone::Warn } else { Tone::Info };
        Some(view! {
            <Notice tone icon=Glyph::Clock class="below-3"><strong>{instant}</strong>{knows}" "<span class="mute">{zone}</span>{before}</Notice>
        })
    }

    /// That there was nothing yet: nothing had moved, or nothing was booked.
    fn before(&self, visit: &Visit) -> Option<String> {
        let words = visit.words;
        let Some(first) = self.reach.first_day else { return Some(words.t("as-of-nothing")) };
        if self.day < first {
            return Some(words.with("as-of-before", &[("day", words.date(first).into())]));
        }
        let booked = self.reach.first_booked_at.filter(|booked| self.known == Known::Then && instant(visit, self.day, self.time) < *booked)?;
        Some(words.with("as-of-before-booked", &[("time", words.date_time(booked).into())]))
    }
}
