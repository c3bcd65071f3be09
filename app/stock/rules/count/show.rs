//! A count as those who count may see it: places, what was counted, what waits. Never what is expected.

use crate::{CountRow, EnteredQuantity, LotNamed, ScanKind};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CountId, Kind, LocationId, Operation, Permission, PersonId, Quantity, ScanId, VariantId};

/// Shows a count to whoever counts.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ShowCount {
    pub count: CountId,
}

/// A count and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountView {
    pub count: CountRow,
    pub places: Vec<PlaceRow>,
    /// What is counted so far in the rounds that are open, at most [`LINES_SHOWN`]; what colleagues counted in the
    /// round before a recount is not here.
    pub lines: Vec<CountedLine>,
    /// What is to be counted again, or at last.
    pub asked: Vec<AskedLine>,
    /// The asker's own last scans, the newest first.
    pub scans: Vec<ScanRow>,
    /// Codes that belong to nothing yet.
    pub unknown: Vec<crate::UnknownCode>,
}

/// Most lines and places shown of a count at once.
pub const LINES_SHOWN: usize = 1000;
/// Most scans shown.
pub const SCANS_SHOWN: usize = 20;

/// A place of a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlaceRow {
    pub location: LocationId,
    pub code: String,
    pub name: String,
    pub scan_code: String,
    pub counted: i64,
    pub finished_at: Option<DateTime<Utc>>,
    pub finished_by: String,
    /// Who is to count it; none: whoever comes first.
    pub assigned_to: Option<PersonId>,
    pub assigned: String,
    /// The asker is.
    pub mine: bool,
}

/// How much of a variant was counted at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountedLine {
    pub location: LocationId,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// Of a tracked item: which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotNamed>,
    pub counted: Quantity,
}

/// What somebody is to count again, or at last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AskedLine {
    pub location: LocationId,
    pub location_code: String,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// Of a tracked item: which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotNamed>,
    pub counted: bool,
    /// Not by the asker: they counted it before, and a second pair of eyes is wanted.
    pub not_mine: bool,
}

/// A scan as the one who made it sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ScanRow {
    pub scan: ScanId,
    pub location: LocationId,
    pub code: String,
    /// None where nobody knows the code.
    pub variant: Option<VariantId>,
    pub sku: String,
    pub name: String,
    /// "Red / M"; empty for an item without variants.
    #[serde(default)]
    pub option_text: String,
    /// Of a tracked item: which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotNamed>,
    pub kind: ScanKind,
    pub quantity: Quantity,
    /// The base unit; empty where nobody knows the code.
    #[serde(default)]
    pub unit: String,
    /// What was typed of it, where that was another unit than the base unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<EnteredQuantity>,
    pub at: DateTime<Utc>,
    /// The item is no part of the count's plan.
    pub stray: bool,
}

impl Operation for ShowCount {
    type Reply = CountView;
    const NAME: &'static str = "stock.show_count";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// What has stock at a place and was not counted there. That it is there at all is told, because one must be asked about
/// it; how much of it is not.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ListUncounted {
    pub count: CountId,
    pub location: LocationId,
}

/// What was not counted at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Uncounted {
    /// The first 500, by name.
    pub lines: Vec<UncountedName>,
    /// How many there are beyond those.
    pub more: i64,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UncountedName {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// Of a tracked item: which lot, or which piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotNamed>,
}

impl Operation for ListUncounted {
    type Reply = Uncounted;
    const NAME: &'static str = "stock.list_uncounted";
    const NEEDS: Permission = Permission::Count;
    const KIND: Kind = Kind::Query;
}
