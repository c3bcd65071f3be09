//! Where one variant is.

use crate::StoreStock;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Kind, LocationId, Operation, Permission, Quantity, Status, StoreId, Tracking, VariantId};

/// One variant, with what is where of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowStock {
    pub variant: VariantId,
    /// Only this store's; all stores unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
}

/// A variant and where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VariantStock {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// The base unit.
    pub unit: String,
    /// It comes in whole units only.
    pub whole: bool,
    /// How its pieces are told apart.
    pub tracking: Tracking,
    /// Only the stores where it is known.
    pub stores: Vec<StoreStock>,
    /// Only the places where it ever was, by store and code.
    pub places: Vec<PlaceBalance>,
}

/// What is at a place in one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlaceBalance {
    pub store: StoreId,
    pub location: LocationId,
    pub code: String,
    pub name: String,
    pub status: Status,
    pub on_hand: Quantity,
    pub moved_at: DateTime<Utc>,
}

impl Operation for ShowStock {
    type Reply = VariantStock;
    const NAME: &'static str = "stock.show_stock";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}
