//! The key figures, each with the way to what is behind it.

use super::in_store;
use admin_rules::{DayMoves, Figures, Home};
use chrono::{NaiveDate, TimeDelta};
use kit::{Stat, StatRow};
use leptos::prelude::*;
use vocabulary::{Money, Quantity};
use wire::Visit;

pub(super) fn row(visit: &Visit, figures: &Figures, days: &[DayMoves], today: NaiveDate) -> impl IntoView + use<> {
    let words = visit.words;
    // Every valuation says what it knows of.
    let noted = |id: &str| match figures.at {
        Some(at) => words.with("home-figures-at", &[("time", words.time(at).into())]),
        None => words.t(id),
    };
    let value = figures.value.map(|amount| {
        let value = words.money(Money::new(amount.round_dp(2), visit.currency));
        // Every valuation says how far it goes.
        let note = figures.valued_through.map(|at| words.with("home-value-through", &[("time", words.time(at).into())])).unwrap_or_default();
        view! { <Stat label=words.t("home-value") value href=in_store(visit, "/stock/value") note/> }
    });
    let units = figures.units.map(|units: Quantity| {
        view! { <Stat label=words.t("home-units") value=words.quantity(units) href=in_store(visit, "/stock") note=noted("home-units.note")/> }
    });
    let variants = figures.variants.map(|count| {
        view! { <Stat label=words.t("home-variants") value=words.count(count) href="/catalog/items" note=words.t("home-variants.note")/> }
    });
    let out = figures.out_of_stock.map(|count| {
        let note = words.t(if visit.store.is_some() { "home-out.note" } else { "home-out.anywhere" });
        view! { <Stat label=words.t("home-out") value=words.count(count) href=in_store(visit, "/stock?view=out") note/> }
    });
    let counts = figures.open_counts.map(|count| {
        view! { <Stat label=words.t("home-counts") value=words.count(count) href=in_store(visit, "/stock/counts") note=words.t("home-counts.note")/> }
    });
    let moves = figures.movements_today.map(|count| {
        let trend = trend(days, today);
        let most = trend.iter().copied().max().unwrap_or(0);
        let note = words.with("home-moves-note", &[("count", most.into())]);
        let href = in_store(visit, &format!("/stock/movements?from={today}"));
        view! { <Stat label=words.t("home-moves") value=words.count(count) href note trend/> }
    });
    view! { <StatRow label=words.t("home-figures")>{value}{units}{variants}{out}{counts}{moves}</StatRow> }
}

/// Movements of the last days, oldest first, over all stores.
pub(super) fn trend(days: &[DayMoves], today: NaiveDate) -> Vec<i64> {
    dates(today).map(|day| days.iter().filter(|one| one.day == day).map(|one| one.moves).sum()).collect()
}

/// The days that are shown, oldest first.
pub(super) fn dates(today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (0..Home::DAYS).rev().map(move |back| today - TimeDelta::days(back))
}
