//! Movements per day, by store.

use super::figures::dates;
use admin_rules::DayMoves;
use chrono::{Datelike, NaiveDate};
use kit::{BarChart, Formatter, Mark, Point, Series};
use leptos::prelude::*;
use wire::{StoreChoice, Visit};

/// Stores that can be told apart by their marks; more are one bar.
const APART: usize = 4;

pub(super) fn movements(visit: &Visit, days: &[DayMoves], today: NaiveDate) -> impl IntoView + use<> {
    let words = visit.words;
    let stores: Vec<&StoreChoice> = visit.stores.iter().filter(|store| visit.store.as_ref().is_none_or(|here| here.id == store.id)).collect();
    let apart = stores.len() <= APART;
    let series = if apart {
        stores.iter().map(|store| Series { name: store.name.clone(), mark: Mark(store.mark) }).collect()
    } else {
        vec![Series { name: words.t("store-all"), mark: Mark(1) }]
    };
    let points: Vec<Point> = dates(today)
        .map(|day| {
            let of = |store: Option<&StoreChoice>| {
                days.iter().filter(|one| one.day == day && store.is_none_or(|store| store.id == one.store)).map(|one| one.moves).sum::<i64>()
            };
            let values = if apart { stores.iter().map(|store| of(Some(store))).collect() } else { vec![of(None)] };
            // The month stands under the first day and where it changes; between them the number is enough.
            let first = day.day() == 1 || Some(day) == dates(today).next();
            let short = if day == today {
                words.t("home-chart-today")
            } else if first {
                words.date_short(day)
            } else {
                words.count(i64::from(day.day()))
            };
            Point { label: words.date_short(day), short: short.into(), values }
        })
        .collect();
    let peak = points.iter().max_by_key(|point| point.values.iter().sum::<i64>());
    let summary = peak.map_or_else(String::new, |point| {
        let most = point.values.iter().sum::<i64>();
        words.with("home-chart-summary", &[("count", most.into()), ("day", point.label.as_str().into())])
    });
    view! {
        <BarChart
            title=words.t("home-chart")
            summary
            axis=words.t("home-chart-day")
            series
            points
            format=Formatter::new(move |count| words.count(count))
            table_label=words.t("table-as-table")
        />
    }
}
