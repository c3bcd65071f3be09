//! How somebody looks at a list, as they change it: plain forms on every list, handed in here. What is saved has a page of
//! its own.

use crate::views::views_of;
use admin_rules::{ChooseColumns, ListOf, RemoveView};
use axum::extract::{Path, State};
use vocabulary::{AppError, Ask, Said, ViewId};
use wire::{PageError, PageResult, PageState, Posted, see_other};

pub(crate) fn list_of(tag: &str) -> Result<ListOf, PageError> {
    ListOf::of_tag(tag).ok_or_else(|| AppError::NotFound.into())
}

/// Whether an address is of this page, whatever its parameters.
fn leads_to(path: &str, address: &str) -> bool {
    address.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('?'))
}

/// Where a list's form came from, if it is that list; else the list.
fn back(list: ListOf, next: &str) -> &str {
    let path = list.path();
    if leads_to(path, next) { next } else { path }
}

/// The order sent, with one column a step up or down.
fn moved(mut order: Vec<String>, step: &str) -> Vec<String> {
    let at = |key: &str| order.iter().position(|own| own == key);
    let swap = match step.split_once(':') {
        Some(("up", key)) => at(key).and_then(|at| Some((at.checked_sub(1)?, at))),
        Some(("down", key)) => at(key).map(|at| (at, at + 1)),
        _ => None,
    };
    if let Some((a, b)) = swap.filter(|(_, b)| *b < order.len()) {
        order.swap(a, b);
    }
    order
}

pub(crate) async fn columns(State(state): State<PageState>, Path(list): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let list = list_of(&list)?;
    let step = fields.get("move");
    let order = moved(fields.all("order").map(str::to_owned).collect(), step);
    let columns =
        if fields.has("reset") { Vec::new() } else { order.into_iter().filter(|key| fields.all("shown").any(|shown| shown == key)).collect() };
    state.desk.run(Ask::new(&visit.actor, key, ChooseColumns { list, columns })).await?;
    let to = back(list, fields.get("next"));
    // Who moves one column moves another: the chooser stays open.
    let glue = if to.contains('?') { '&' } else { '?' };
    Ok(see_other(&if step.is_empty() { to.to_owned() } else { format!("{to}{glue}chooser=open") }))
}

pub(crate) async fn remove(State(state): State<PageState>, Path(view): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let view: ViewId = view.parse().map_err(|_| AppError::NotFound)?;
    state.desk.run(Ask::new(&visit.actor, key, RemoveView { view })).await?;
    let next = fields.get("next");
    let from = ListOf::ALL.into_iter().find(|list| leads_to(list.path(), next) || leads_to(&views_of(*list), next));
    Ok(visit.done(if from.is_some() { next } else { "/" }, Said::new("list-view-removed")).await)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_moves_one_step_and_stops_at_the_ends() {
        let order = || ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(moved(order(), "up:b"), ["b", "a", "c"]);
        assert_eq!(moved(order(), "down:b"), ["a", "c", "b"]);
        for still in ["up:a", "down:c", "up:x", "", "b"] {
            assert_eq!(moved(order(), still), order(), "{still:?}");
        }
    }

    #[test]
    fn nobody_is_led_elsewhere() {
        for next in ["", "https://example.com", "//example.com", "/stockings", "/admin"] {
            assert_eq!(back(ListOf::Stock, next), "/stock");
        }
        assert_eq!(back(ListOf::Stock, "/stock?q=a"), "/stock?q=a");
    }
}
