//! Looking at what was counted, beside what was expected. For those alone who may approve, and while a blind count is
//! under way for nobody.

use crate::{CountDecision, CountLineState, CountRow, EnteredQuantity, LotGiven, LotNamed};
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CountId, Kind, LocationId, LotId, Operation, Permission, Quantity, Said, Status, StoreId, Tracking, VariantId};

/// Shows the differences of a count.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ReviewCount {
    pub count: CountId,
}

/// Most lines of each kind a review lists; the totals are of all.
pub const REVIEW_MAX: usize = 500;

/// A count beside the books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountReview {
    pub count: CountRow,
    /// Everybody who scanned.
    pub counters: Vec<String>,
    pub first_at: Option<DateTime<Utc>>,
    pub last_at: Option<DateTime<Utc>>,
    /// What differs, or moved while it was counted, or was asked for: all that somebody decides.
    pub differ: Vec<ReviewLine>,
    /// What should be there and nobody counted.
    pub uncounted: Vec<UncountedLine>,
    pub unknown: Vec<UnknownCode>,
    pub totals: ReviewTotals,
    /// The asker counted here.
    pub i_counted: bool,
    /// The tenant is one person: who counts may approve, with a second look and a reason.
    pub one_person: bool,
}

/// A line beside the books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReviewLine {
    pub location: LocationId,
    pub location_code: String,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// Of a tracked item: which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotNamed>,
    pub round: u16,
    pub state: CountLineState,
    /// The ledger's balance at the line's last scan; none where the line was not counted yet.
    pub expected: Option<Quantity>,
    pub counted: Option<Quantity>,
    pub variance: Option<Quantity>,
    /// At cost; none where no cost is known.
    #[schema(value_type = Option<String>, format = "decimal")]
    pub value: Option<Decimal>,
    /// Stock moved here between the line's first and last scan: it is counted again before it is accepted.
    pub moved: bool,
    /// The item is no part of the count's plan: somebody scanned it all the same.
    pub stray: bool,
    pub over: Option<OverLimit>,
    /// Who counted it in this round.
    pub counters: Vec<String>,
    /// The asker did.
    pub mine: bool,
    /// What the round before came to.
    pub before: Option<Quantity>,
    /// What was typed of it in other units than the base unit, at most 20 times, in that order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entered: Vec<EnteredQuantity>,
    pub note: String,
    pub decided_by: String,
    pub last_at: Option<DateTime<Utc>>,
    /// Somebody looks into it: it is not accepted until they are done.
    pub looked_into: Option<LookedInto>,
    /// Of a piece that was found here: where the books have it instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub books: Option<PieceAt>,
    /// Why it is not accepted as it is: a count brings nothing from elsewhere and lets nothing in that may not be sold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub barred: Option<Said>,
}

/// Where the books have a piece.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PieceAt {
    /// Of one that is on its way: where it goes.
    pub store: StoreId,
    pub store_code: String,
    pub location: LocationId,
    pub location_code: String,
    pub status: Status,
    /// It was sent, and has not arrived.
    pub on_its_way: bool,
}

impl PieceAt {
    /// Why a piece that was found in a store is not taken from where the books have it; none where it only stands at another
    /// place there, for sale.
    #[must_use]
    pub fn bars(&self, store: StoreId, serial: &str) -> Option<Said> {
        let said = |code| Some(Said::new(code).with("serial", serial));
        if self.on_its_way {
            return said("count-piece-on-its-way").map(|said| said.with("store", self.store_code.as_str()));
        }
        if self.store != store {
            return said("count-piece-other-store").map(|said| said.with("store", self.store_code.as_str()));
        }
        let place = self.location_code.as_str();
        (self.status != Status::Available).then(|| Said::new("count-piece-set-apart").with("serial", serial).with("place", place))
    }
}

/// Who looks into a line, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LookedInto {
    pub who: String,
    /// The last day for it, in the store's time.
    #[schema(value_type = String, format = "date")]
    pub until: NaiveDate,
}

/// Which limit a difference passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OverLimit {
    Quantity,
    Value,
    /// There is a limit in value, and no cost to tell whether the difference passes it.
    ValueUnknown,
}

/// What should be there and nobody counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UncountedLine {
    pub location: LocationId,
    pub location_code: String,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// Of a tracked item: which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotNamed>,
    pub expected: Quantity,
    #[schema(value_type = Option<String>, format = "decimal")]
    pub value: Option<Decimal>,
    pub moved_at: DateTime<Utc>,
}

/// A code that was scanned and belongs to nothing, or to an item of which it does not tell the lot or the piece.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnknownCode {
    pub code: String,
    pub location: LocationId,
    pub location_code: String,
    /// The SKU of the item that the code is of; none where nobody knows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sku: Option<String>,
    /// How that item's pieces are told apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking: Option<Tracking>,
    /// The last day that the code tells, where it does not tell of which lot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = "date")]
    pub expires_on: Option<NaiveDate>,
    /// The SKUs of items that have a lot or a piece of this name: which of them it was is the question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub could_be: Vec<String>,
    /// How much it was scanned for.
    pub quantity: Quantity,
    pub scans: i64,
    pub counters: Vec<String>,
    pub last_at: DateTime<Utc>,
}

/// A count in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReviewTotals {
    pub counted: i64,
    pub matched: i64,
    pub differ: i64,
    pub uncounted: i64,
    pub unknown: i64,
    /// At cost, of all that differs and is not set aside.
    #[schema(value_type = String, format = "decimal")]
    pub missing: Decimal,
    #[schema(value_type = String, format = "decimal")]
    pub found: Decimal,
    /// Lines that differ, are not set aside, and stand in neither sum: their cost is not known.
    pub unvalued: i64,
    /// Accepted and not posted, and what they come to.
    pub accepted: i64,
    #[schema(value_type = String, format = "decimal")]
    pub accepted_value: Decimal,
    /// Accepted and not posted, in no sum: their cost is not known.
    pub accepted_unvalued: i64,
    /// Waiting to be counted again.
    pub asked: i64,
    /// Waiting for a decision.
    pub undecided: i64,
}

impl Operation for ReviewCount {
    type Reply = CountReview;
    const NAME: &'static str = "stock.review_count";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Query;
}

/// Decides lines: one by one, some together, or all that are worth less than an amount. What is said of a line by itself
/// holds before what is said of it with others.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideCountLines {
    pub count: CountId,
    #[serde(default)]
    pub lines: Vec<LineDecision>,
    /// Decides lines together.
    #[serde(default)]
    pub picked: Option<PickedLines>,
    /// Accepts every line not decided yet whose difference is known to be worth less than this at cost, no limit being
    /// passed, nothing having moved, and all of it being in the plan.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "decimal")]
    pub accept_under: Option<Decimal>,
    /// The second look of somebody who counted themselves, where the business is one person.
    #[serde(default)]
    pub reason: String,
}

/// What one decides of a line. `recount` of something nobody counted asks for it to be counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LineDecision {
    pub location: LocationId,
    pub variant: VariantId,
    /// Of a tracked item: of which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    pub decision: CountDecision,
}

/// Lines that were picked, and the one thing that becomes of them all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PickedLines {
    pub lines: Vec<PickedLine>,
    /// What is not in the plan is not accepted together with others.
    pub decision: CountDecision,
}

/// A line that was picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PickedLine {
    pub location: LocationId,
    pub variant: VariantId,
    /// Of a tracked item: of which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
}

/// What was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LinesDecided {
    pub accepted: i64,
    pub recounted: i64,
    pub rejected: i64,
    /// Lines that wait and that `accept_under` left because nobody knows what their difference is worth.
    pub value_unknown: i64,
    /// What could not be decided so, and why.
    pub refused: Vec<LineRefused>,
}

/// A line that could not be decided so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LineRefused {
    pub location: LocationId,
    pub variant: VariantId,
    /// Of a tracked item: of which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
    #[schema(value_type = Object)]
    pub said: Said,
}

impl Operation for DecideCountLines {
    type Reply = LinesDecided;
    const NAME: &'static str = "stock.decide_count_lines";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Command;
}

/// Says what an unknown code is: an item, and of a tracked one which lot or piece; or nothing of ours.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideUnknownCode {
    pub count: CountId,
    pub code: String,
    /// Only what was scanned at this place; all of it unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationId>,
    /// A SKU or barcode, or a lot's code or a piece's number; none sets the code aside, unless a lot or a number is told: then it is the item
    /// that the code is of.
    #[serde(default)]
    pub item: Option<String>,
    /// Which lot it was, of an item whose lots are told apart.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Which pieces they were, of an item whose pieces have numbers: at one place, each once, and no more than were scanned there.
    /// Fewer, where somebody scanned one twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serials: Vec<String>,
}

/// How many scans of the code there were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnknownDecided {
    pub scans: i64,
    pub variant: Option<VariantId>,
}

impl Operation for DecideUnknownCode {
    type Reply = UnknownDecided;
    const NAME: &'static str = "stock.decide_unknown_code";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Command;
}
