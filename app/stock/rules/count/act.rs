//! What is done with a count as a whole, and with one of its places.

use crate::CountState;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CountId, Kind, LocationId, LotId, Operation, Permission, PostingId, VariantId};

/// How a count stands after something was done with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountMoved {
    pub count: CountId,
    pub state: CountState,
}

/// Finishes a place: what has stock there and was not scanned is none, is left as it is, or is still to be counted.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FinishPlace {
    pub count: CountId,
    pub location: LocationId,
    /// Of anything not scanned there, listed or not. What nobody answers for is left: it is never taken as zero.
    #[serde(default)]
    pub answers: Vec<PlaceAnswer>,
}

/// What one says of something that was not scanned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceAnswer {
    pub variant: VariantId,
    /// Of a tracked item: of which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    pub answer: UncountedAnswer,
}

/// The three answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UncountedAnswer {
    /// I looked: none is here. Counts as 0.
    None,
    /// I go and count it.
    Count,
    /// Not counted; the reviewer decides.
    Leave,
}

impl UncountedAnswer {
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        match tag {
            "none" => Some(Self::None),
            "count" => Some(Self::Count),
            "leave" => Some(Self::Leave),
            _ => None,
        }
    }
}

/// Whether the place is finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlaceFinished {
    /// False while something there is still to be counted.
    pub finished: bool,
    /// How many were confirmed as none.
    pub none: i64,
    /// How many were left.
    pub left: i64,
    /// How many are still to be counted.
    pub to_count: i64,
}

impl Operation for FinishPlace {
    type Reply = PlaceFinished;
    const NAME: &'static str = "stock.finish_count_place";
    const NEEDS: Permission = Permission::Count;
    const KIND: Kind = Kind::Command;
}

/// Sends a count in for review.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitCount {
    pub count: CountId,
}

impl Operation for SubmitCount {
    type Reply = CountMoved;
    const NAME: &'static str = "stock.submit_count";
    const NEEDS: Permission = Permission::Count;
    const KIND: Kind = Kind::Command;
}

/// Posts what was accepted: each difference as of its line's moment. What matches writes nothing.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PostCount {
    pub count: CountId,
    /// The second look of somebody who counted themselves, where the business is one person.
    #[serde(default)]
    pub reason: String,
}

/// What was posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountPosted {
    pub count: CountId,
    pub state: CountState,
    /// None when everything accepted matched.
    pub posting: Option<PostingId>,
    /// Lines the posting changed.
    pub adjusted: i64,
    /// Lines that were right.
    pub matched: i64,
    /// Lines of lots of which more was missing than the books have left by now: as much as is left was taken off. No lot is less
    /// than nought.
    pub cut_short: i64,
}

impl Operation for PostCount {
    type Reply = CountPosted;
    const NAME: &'static str = "stock.post_count";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Command;
}
