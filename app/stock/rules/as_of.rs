//! What was where at an instant of the past.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Cursor, Kind, Operation, Page, Permission, Quantity, StoreId, VariantId};

/// Stock by variant at an instant of the past, by name, beside what there is now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StockAsOf {
    /// The instant: not after now, and not before 1900.
    pub at: DateTime<Utc>,
    /// What the books said then, or what is known now of that instant; the latter unless said.
    #[serde(default)]
    pub known: Known,
    /// Only this store's; all stores unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
    /// Words, SKU or barcode, as one types.
    #[serde(default)]
    pub q: Option<String>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

/// Which of two answers is asked for. They differ by what was booked later than it happened, and by what was undone since.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// What the books said at that instant.
    Then,
    /// What is known now of that instant.
    #[default]
    Now,
}

impl Known {
    pub const ALL: [Self; 2] = [Self::Now, Self::Then];

    /// The word it goes by in URLs.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Then => "then",
            Self::Now => "now",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.tag() == tag)
    }
}

/// A variant, then and now; in its unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StockThenRow {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// Nothing where it has never been.
    pub then: Option<StockThen>,
}

/// What stores had of a variant at the instant, and have now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StockThen {
    /// In every status, at the places of the stores.
    pub on_hand: Quantity,
    /// On its way between stores.
    pub in_transit: Quantity,
    pub on_hand_now: Quantity,
    pub in_transit_now: Quantity,
}

impl Operation for StockAsOf {
    type Reply = Page<StockThenRow>;
    const NAME: &'static str = "stock.stock_as_of";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// How far back the books go that can be asked what was where.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowReach {
    /// Only this store's; of all stores unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
}

/// Where the books begin, and how far they are closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reach {
    /// The first day, by the stores' own time, on which anything moved, whenever it was booked. Nothing: nothing ever did.
    #[schema(value_type = Option<String>, format = "date")]
    pub first_day: Option<NaiveDate>,
    /// When the first movement was booked: what the books said before that is nothing.
    pub first_booked_at: Option<DateTime<Utc>>,
    /// The last closed day; of all stores the one through which every store's books are closed.
    #[schema(value_type = Option<String>, format = "date")]
    pub closed_through: Option<NaiveDate>,
}

impl Operation for ShowReach {
    type Reply = Reach;
    const NAME: &'static str = "stock.show_reach";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}
