//! Lines of a review that are picked, and decided together. Their boxes are fields of the review's own form, so that what
//! was chosen line by line goes with them.

use super::review_lines::{field, lot};
use kit::{Glyph, Pick};
use leptos::prelude::*;
use lists::Act;
use std::collections::HashSet;
use stock_rules::{CountDecision, CountLineState, CountReview, CountState, PickedLine, PickedLines};
use vocabulary::Permission;
use wire::{Fields, Visit};

/// The id of the form that the decisions are in.
pub(super) const FORM: &str = "decisions";

/// What can be done with the lines that are picked: the tags of the decisions.
const ACTS: &[Act] = &[
    ("count-accept", "accept", Glyph::Check, Permission::CountReview),
    ("count-recount", "recount", Glyph::RotateCcw, Permission::CountReview),
    ("count-reject", "reject", Glyph::X, Permission::CountReview),
];

/// Whether lines can be picked: there are some, and somebody may still decide.
pub(super) fn may(review: &CountReview) -> bool {
    review.count.state == CountState::Review && !(review.differ.is_empty() && review.uncounted.is_empty())
}

pub(super) fn bar(visit: &Visit) -> impl IntoView + use<> {
    lists::bulk_of(visit, FORM, ACTS)
}

/// The box of a line.
pub(super) fn pick(visit: &Visit, field: String, name: &str) -> Pick {
    Pick { form: FORM.into(), ..lists::pick(visit, field, name) }
}

/// What a button of the bar asked for: none where another button was pressed.
pub(super) fn read(review: &CountReview, fields: &Fields) -> Option<PickedLines> {
    let decision = CountDecision::of_tag(fields.get("do"))?;
    let ticked: HashSet<&str> = fields.all("pick").collect();
    let differ = review.differ.iter().filter(|line| line.state != CountLineState::Posted);
    let differ = differ.map(|line| PickedLine { location: line.location, variant: line.variant, lot: lot(line.lot.as_ref()) });
    let uncounted = review.uncounted.iter();
    let uncounted = uncounted.map(|line| PickedLine { location: line.location, variant: line.variant, lot: lot(line.lot.as_ref()) });
    let lines = differ.chain(uncounted).filter(|line| ticked.contains(field(line.location, line.variant, line.lot).as_str()));
    Some(PickedLines { lines: lines.collect(), decision })
}
