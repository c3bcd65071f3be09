//! What this room's pages share.

use axum::extract::RawQuery;
use catalog_rules::{ItemState, UNITS};
use kit::{Badge, Choice, Glyph, State, Tone};
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::str::FromStr;
use vocabulary::{AppError, FieldError, Money, Permission, escape};
use wire::{Fields, PageError, Typed, Visit};
use words::{Words, message_id};

/// An id out of an address; what is none is nothing of ours.
pub(crate) fn id<T: FromStr>(raw: &str) -> Result<T, PageError> {
    raw.parse().map_err(|_| AppError::NotFound.into())
}

/// The parameters of an address; the first of a name counts, and what cannot be read is not there.
pub(crate) fn query(raw: &RawQuery) -> Fields {
    raw.0.as_deref().map(Fields::parse).unwrap_or_default()
}

/// A page that only asks nothing of the desk looks for itself whether its form could be sent.
pub(crate) fn may_write(visit: &Visit) -> Result<(), PageError> {
    visit.needs(Permission::CatalogWrite)
}

/// An address with its parameters; those without a value are left out, and the store one is in is kept.
pub(crate) fn address(path: &str, visit: &Visit, pairs: &[(&str, &str)]) -> String {
    let store = visit.store.as_ref().map_or("", |store| store.code.as_str());
    let all = std::iter::once(("store", store)).chain(pairs.iter().copied()).filter(|(_, value)| !value.is_empty());
    let query: Vec<String> = all.map(|(name, value)| format!("{name}={}", escape(value))).collect();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

/// The parameters that a search form keeps.
pub(crate) fn keep(visit: &Visit, pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let store = visit.store.as_ref().map_or("", |store| store.code.as_str());
    std::iter::once(("store", store))
        .chain(pairs.iter().copied())
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// "Active", "Phase-out" …
pub(crate) fn state_word(words: Words, state: ItemState) -> String {
    words.t(&message_id("state", state.tag()))
}

/// How a state looks: what is for sale is normal, what is not calls for a word.
fn look(state: ItemState) -> (Tone, Glyph) {
    match state {
        ItemState::Draft => (Tone::Info, Glyph::Pencil),
        ItemState::Active => (Tone::Ok, Glyph::CircleCheck),
        ItemState::PhaseOut => (Tone::Warn, Glyph::Clock),
        ItemState::Archived => (Tone::Neutral, Glyph::Archive),
    }
}

/// The state of what a page is about.
pub(crate) fn state_badge(words: Words, state: ItemState) -> impl IntoView + use<> {
    let (tone, icon) = look(state);
    view! { <Badge label=state_word(words, state) tone=tone icon=icon line=state == ItemState::Archived/> }
}

/// The state of a row; what is normal is quiet.
pub(crate) fn state_mark(words: Words, state: ItemState) -> impl IntoView + use<> {
    let (tone, icon) = look(state);
    let (tone, icon) = if state == ItemState::Active { (Tone::Neutral, Glyph::Check) } else { (tone, icon) };
    view! { <State label=state_word(words, state) tone=tone icon=icon/> }
}

/// A price in the tenant's currency; nothing where there is none.
pub(crate) fn price(visit: &Visit, amount: Option<Decimal>) -> String {
    amount.map(|amount| visit.words.money(Money::new(amount, visit.currency))).unwrap_or_default()
}

/// A price as it stands in a field.
pub(crate) fn price_input(visit: &Visit, amount: Option<Decimal>) -> String {
    amount.map(|amount| visit.words.money_input(Money::new(amount, visit.currency))).unwrap_or_default()
}

/// The units one may choose between, by name.
pub(crate) fn unit_choices(words: Words) -> Vec<Choice> {
    UNITS.iter().map(|unit| Choice::new(*unit, unit_name(words, unit))).collect()
}

/// A unit's name: "Piece".
pub(crate) fn unit_name(words: Words, unit: &str) -> String {
    words.t(&format!("unit-{unit}.name"))
}

/// The errors of an operation under the names of a form's fields.
pub(crate) fn renamed(errors: Vec<FieldError>, name: impl Fn(&str) -> String) -> Vec<FieldError> {
    errors.into_iter().map(|error| FieldError { field: name(&error.field), said: error.said }).collect()
}

/// Links, one a line, as a form has them.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What was typed, where many parts of a form read it: it is copied into each of them.
#[derive(Clone, Copy)]
pub(crate) struct Sheet(StoredValue<Typed>);

impl Sheet {
    /// Within [`kit::render`] only: it lives as long as the page is made.
    pub fn new(typed: Typed) -> Self {
        Self(StoredValue::new(typed))
    }

    pub fn value(self, name: &str) -> String {
        self.0.with_value(|typed| typed.value(name))
    }

    pub fn has(self, name: &str) -> bool {
        self.0.with_value(|typed| typed.has(name))
    }

    pub fn error(self, name: &str) -> Option<String> {
        self.0.with_value(|typed| typed.error(name))
    }

    pub fn summary(self, labels: &[(&str, &str)]) -> Vec<(String, String)> {
        self.0.with_value(|typed| typed.summary(labels))
    }
}
