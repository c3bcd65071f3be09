//! Counts in a list. Nothing of what is expected is in it.

use crate::{CountScope, CountState};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CountId, Cursor, Kind, Operation, Page, Permission, StoreId};

/// Counts, the newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ListCounts {
    #[serde(default)]
    pub store: Option<StoreId>,
    #[serde(default)]
    pub state: Option<CountState>,
    /// Only those somebody can count in: open, counting, or with lines to recount.
    #[serde(default)]
    pub to_count: bool,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

/// A count in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountRow {
    pub id: CountId,
    /// `CNT-0007`
    pub number: String,
    pub name: String,
    pub store: StoreId,
    pub scope: CountScope,
    pub blind: bool,
    /// All of it is counted a second time by somebody else.
    pub second_count: bool,
    /// Its places should be empty.
    pub empty_places: bool,
    pub state: CountState,
    pub planned_at: DateTime<Utc>,
    pub planned_by: String,
    pub submitted_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
    /// Lines somebody has counted.
    pub counted: i64,
    /// Lines that wait to be counted again, or at last.
    pub asked: i64,
    pub places: i64,
    pub places_finished: i64,
}

impl Operation for ListCounts {
    type Reply = Page<CountRow>;
    const NAME: &'static str = "stock.list_counts";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}
