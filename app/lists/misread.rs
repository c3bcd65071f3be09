//! An address that asks of a list what cannot be meant: a day that no month has, a kind there is not, an id that is none.
//! The list is not shown as if nothing had been asked: the page says at each filter what is wrong and what would be right.

use crate::address;
use axum::response::{IntoResponse, Response};
use kit::{ActionBar, Button, Choice, ErrorSummary, Hidden, Input, LinkButton, PageHead, Select, Weight, render};
use leptos::prelude::*;
use std::str::FromStr;
use vocabulary::{Cursor, FieldError};
use wire::{Fields, Nav, PageDoc, Typed, Visit};
use words::Words;

/// A list as its address names it.
pub struct ListAt {
    pub path: &'static str,
    pub title: String,
    pub nav: Nav,
}

/// What a list can be narrowed by, and how that is written in its address.
pub struct Narrow {
    name: &'static str,
    label: String,
    by: By,
}

enum By {
    /// One of these.
    Choice(Vec<Choice>),
    Day,
    /// An id that this reads.
    Id(fn(&str) -> bool),
}

impl Narrow {
    #[must_use]
    pub fn choice(name: &'static str, label: String, choices: Vec<Choice>) -> Self {
        Self { name, label, by: By::Choice(choices) }
    }

    #[must_use]
    pub fn day(name: &'static str, label: String) -> Self {
        Self { name, label, by: By::Day }
    }

    #[must_use]
    pub fn id<T: FromStr>(name: &'static str, label: String) -> Self {
        Self { name, label, by: By::Id(|raw| raw.parse::<T>().is_ok()) }
    }

    /// What is wrong with what the address says, if anything is.
    fn wrong(&self, words: Words, raw: &str) -> Option<FieldError> {
        let unknown = |code| FieldError::new(self.name, code).with("typed", raw.chars().take(SAID).collect::<String>());
        match &self.by {
            _ if raw.is_empty() => None,
            By::Choice(choices) => (!choices.iter().any(|choice| choice.value == raw)).then(|| unknown("filter-unknown-choice")),
            By::Day => words.read_date(raw).err().map(|said| FieldError { field: self.name.to_owned(), said }),
            By::Id(reads) => (!reads(raw)).then(|| unknown("filter-unknown-id")),
        }
    }
}

/// Most letters of what was typed that are said again.
const SAID: usize = 60;

/// What is wrong with an address's filters, and with where it goes on.
fn wrong(words: Words, asked: &Fields, narrows: &[Narrow]) -> Vec<FieldError> {
    let mut all: Vec<FieldError> = narrows.iter().filter_map(|narrow| narrow.wrong(words, asked.get(narrow.name).trim())).collect();
    let cursor = asked.get("cursor");
    if !cursor.is_empty() && Cursor::decode(cursor).is_none() {
        all.push(FieldError::new("cursor", "cursor-unreadable"));
    }
    all
}

/// The answer to an address that cannot be meant: the filters that are wrong, with what was typed, 422. `None` where all
/// of it can be read.
#[must_use]
pub fn misread(visit: &Visit, query: Option<&str>, list: ListAt, narrows: Vec<Narrow>) -> Option<Response> {
    let asked = Fields::parse(query.unwrap_or_default());
    let errors = wrong(visit.words, &asked, &narrows);
    (!errors.is_empty()).then(|| page(visit, &asked, list, narrows, &errors).refused().into_response())
}

fn page(visit: &Visit, asked: &Fields, list: ListAt, narrows: Vec<Narrow>, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, asked, errors);
    let ListAt { path, title, nav } = list;
    let is_wrong = |name: &str| errors.iter().any(|error| error.field == name);
    // What can be read stays asked; where to go on is of the list as it was narrowed.
    let kept = asked.0.iter().filter(|(name, value)| name != "cursor" && !value.is_empty() && !is_wrong(name));
    let hidden: Vec<_> = kept.map(|(name, value)| view! { <Hidden name=name.clone() value=value.clone()/> }).collect();
    // A cursor is nobody's typing: it has no field to lead to.
    let summary =
        typed.summary(&[]).into_iter().map(|(field, said)| (if field == "cursor" { String::new() } else { field }, said)).collect::<Vec<_>>();
    let fields: Vec<_> = narrows.into_iter().filter(|narrow| is_wrong(narrow.name)).map(|narrow| field(words, narrow, &typed)).collect();
    let all = address(path, &[("store", visit.store.as_ref().map(|store| store.code.clone()))]);
    let heading = title.clone();
    let body = render(move || {
        view! {
            <PageHead title=heading sub=view! { {words.t("filter-misread")} }/>
            <form method="get" action=path class="stack">
                <ErrorSummary title=words.t("errors-title") errors=summary/>
                {hidden}
                {fields}
                <ActionBar words=view! { <LinkButton label=words.t("table-filters-clear") href=all/> }>
                    <Button label=words.t("action-apply") weight=Weight::Primary/>
                </ActionBar>
            </form>
        }
    });
    PageDoc::new(title, nav, body)
}

fn field(words: Words, narrow: Narrow, typed: &Typed) -> AnyView {
    let Narrow { name, label, by } = narrow;
    let (value, error) = (typed.value(name), typed.error(name));
    match by {
        By::Choice(mut choices) => {
            // What was typed stands there, but cannot be asked for again.
            choices.push(Choice::new(value.clone(), value.chars().take(SAID).collect::<String>()).disabled(true));
            view! { <Select name label choices value error prompt=words.t("all")/> }.into_any()
        }
        // No `type="date"`: a browser throws away what is no date, and it could not be seen what was typed.
        By::Day => view! { <Input name label value error placeholder=words.date_input(words.today())/> }.into_any(),
        By::Id(_) => view! { <Input name label value error dir="ltr"/> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vocabulary::{Locale, VariantId};

    fn said(query: &str) -> Vec<String> {
        let words = Words::new(Locale::En, chrono_tz::UTC, chrono::DateTime::UNIX_EPOCH);
        let narrows = [
            Narrow::choice("kind", String::from("Kind"), vec![Choice::new("receipt", "Receipt")]),
            Narrow::day("from", String::from("From")),
            Narrow::id::<VariantId>("variant", String::from("Item")),
        ];
        wrong(words, &Fields::parse(query), &narrows).iter().map(|error| format!("{}: {}", error.field, error.said.code)).collect()
    }

    #[test]
    fn what_can_be_read_is_not_complained_of() {
        for query in ["", "kind=receipt&from=2026-02-28", "from=28.02.2026&kind=&cursor=", "store=LONDON&q=%C3%A9", "cursor=61"] {
            assert!(said(query).is_empty(), "{query}: {:?}", said(query));
        }
    }

    #[test]
    fn what_cannot_be_meant_is_told_at_its_filter() {
        assert_eq!(said("from=2026-02-30&kind=receipt"), ["from: date-no-such-day"]);
        assert_eq!(said("kind=banana&variant=7"), ["kind: filter-unknown-choice", "variant: filter-unknown-id"]);
        assert_eq!(said("cursor=%25"), ["cursor: cursor-unreadable"]);
    }
}
