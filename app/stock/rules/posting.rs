//! One posting: what it moved, and its counter-entry.

use crate::{EnteredQuantity, KitOfLines};
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use vocabulary::{Kind, LocationId, LotId, Operation, Permission, PlaceKind, PostingId, PostingKind, Quantity, Reason, Status, StoreId, VariantId};

/// Takes back a posting, or some of its lines, by a counter-entry. What was sold meanwhile cannot be taken back.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReversePosting {
    pub posting: PostingId,
    /// The numbers of the lines to take back; all that are left unless said.
    #[serde(default)]
    pub lines: Option<Vec<i32>>,
    /// Why; at most 500 characters.
    #[serde(default)]
    pub note: String,
}

/// A counter-entry that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PostingReversed {
    /// The counter-entry.
    pub posting: PostingId,
    /// What it takes back.
    pub reverses: PostingId,
    /// How many lines.
    pub lines: usize,
}

impl Operation for ReversePosting {
    type Reply = PostingReversed;
    const NAME: &'static str = "stock.reverse_posting";
    const NEEDS: Permission = Permission::Reverse;
    const KIND: Kind = Kind::Command;
}

/// One posting with all its lines.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowPosting {
    pub posting: PostingId,
}

/// A posting in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PostingView {
    pub head: PostingHead,
    pub lines: Vec<PostingLine>,
    /// Which lines were told as a kit; of what takes lines back, those of the lines that it takes back.
    #[serde(default)]
    pub kits: Vec<KitOfLines>,
    /// There are more than 2,000 lines; these are the first.
    pub more: bool,
    /// Lines not yet taken back.
    pub open: usize,
    /// The counter-entries to it, oldest first.
    pub reversed_by: Vec<PostingId>,
    /// What it takes back itself.
    pub reverses: Option<PostingId>,
    /// It came to be known after a count of what it moved: what stands beside it, so that what was counted stays as it is.
    pub beside: Vec<PostingId>,
}

/// What a posting says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PostingHead {
    pub posting: PostingId,
    pub kind: PostingKind,
    /// The store in whose history it stands.
    pub store: StoreId,
    pub reason: Option<Reason>,
    pub note: String,
    /// `transfer`, `count`, `import`, `receipt`, `sale` …; `late` of what stands beside another posting; empty for none.
    pub document_kind: String,
    #[schema(value_type = String, format = "uuid")]
    pub document: Uuid,
    /// The document's number as people know it.
    pub reference: String,
    /// Empty for the system itself.
    pub who: String,
    /// `page`, `api`, `import` …
    pub door: String,
    pub occurred_at: DateTime<Utc>,
    pub posted_at: DateTime<Utc>,
    /// The store's day.
    #[schema(value_type = String, format = "date")]
    pub business_date: NaiveDate,
}

/// What a posting did to one variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PostingLine {
    pub line: i32,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// What went from `from` to `to`.
    pub quantity: Quantity,
    pub from: Vec<End>,
    pub to: Vec<End>,
    /// What one unit cost, for those who may see it.
    #[schema(value_type = Option<String>)]
    pub unit_cost: Option<Decimal>,
    /// What was typed, where that named another unit than the base unit: 2 cases = 24.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<EnteredQuantity>,
    /// What took the line back.
    pub reversed_by: Option<PostingId>,
}

/// One end of a line: where something came from or went to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct End {
    pub store: StoreId,
    pub location: LocationId,
    pub kind: PlaceKind,
    pub code: String,
    pub name: String,
    pub status: Status,
    /// Of a tracked item: which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotNamed>,
    /// Less than nought where it came from.
    pub quantity: Quantity,
    /// What was there afterwards; none at places of which no balance is kept.
    pub after: Option<Quantity>,
}

/// A lot, or a piece, as it is named beside what it is told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LotNamed {
    pub lot: LotId,
    /// It is one piece, and its code is its number.
    pub serial: bool,
    pub code: String,
    /// The last day on which it may be used.
    #[schema(value_type = Option<String>, format = "date")]
    pub expires_on: Option<NaiveDate>,
}

impl Operation for ShowPosting {
    type Reply = PostingView;
    const NAME: &'static str = "stock.show_posting";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}
