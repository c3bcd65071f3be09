//! What moved, newest first.

use crate::End;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use vocabulary::{Cursor, Kind, LocationId, LotId, Operation, Page, Permission, PostingId, PostingKind, Quantity, Reason, StoreId, VariantId};

/// Movements, newest first, a page at a time: as they were posted, or, where days are asked for and not one variant, by
/// the day to which they belong. A page may hold fewer rows than it has room for and still have a next one:
/// each page looks at a bounded part of the books.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListMovements {
    #[serde(default)]
    pub variant: Option<VariantId>,
    /// Of this lot, or of this piece, alone.
    #[serde(default)]
    pub lot: Option<LotId>,
    /// Of this store's history.
    #[serde(default)]
    pub store: Option<StoreId>,
    /// To or from this place.
    #[serde(default)]
    pub location: Option<LocationId>,
    #[serde(default)]
    pub kind: Option<PostingKind>,
    /// From this day on, as the store counts days.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub from: Option<NaiveDate>,
    /// Up to this day and with it.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date")]
    pub to: Option<NaiveDate>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl ListMovements {
    /// Whether the list is in the order of days, and not in that in which things were posted.
    #[must_use]
    pub fn is_by_day(&self) -> bool {
        self.variant.is_none() && self.lot.is_none() && (self.from.is_some() || self.to.is_some())
    }
}

/// One line of a posting, with both its ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MovementRow {
    pub posting: PostingId,
    pub line: i32,
    pub kind: PostingKind,
    pub store: StoreId,
    pub reason: Option<Reason>,
    pub document_kind: String,
    #[schema(value_type = String, format = "uuid")]
    pub document: Uuid,
    pub reference: String,
    /// Empty for the system itself.
    pub who: String,
    pub occurred_at: DateTime<Utc>,
    pub posted_at: DateTime<Utc>,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// What went from `from` to `to`.
    pub quantity: Quantity,
    /// What that changed at the place, or of what stands in the store asked about; in all stores together unless one is
    /// asked about. What is on its way stands in none.
    pub change: Quantity,
    pub from: Vec<End>,
    pub to: Vec<End>,
}

impl Operation for ListMovements {
    type Reply = Page<MovementRow>;
    const NAME: &'static str = "stock.list_movements";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}
