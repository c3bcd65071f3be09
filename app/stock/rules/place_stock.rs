//! One place, and what lies there.

use crate::LocationRow;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Counted, Cursor, Kind, LocationId, Operation, Page, Permission, Quantity, Status, VariantId};

/// One place of a store, and where in its tree it stands.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowLocation {
    pub location: LocationId,
}

/// A place with what it is in, and how much is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LocationView {
    pub place: LocationRow,
    /// What it is in, from the top of the tree down.
    pub above: Vec<LocationName>,
    /// The first of the places in it that are in use, by code.
    pub inside: Vec<LocationName>,
    /// How many those are.
    pub count: Counted,
}

/// A place by its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LocationName {
    pub location: LocationId,
    pub code: String,
    pub name: String,
}

impl Operation for ShowLocation {
    type Reply = LocationView;
    const NAME: &'static str = "stock.show_location";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// What lies at a place, by the items' names. A page may hold few rows and yet have a next one: each looks at a bounded
/// part of what there is.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPlaceStock {
    pub location: LocationId,
    /// With what lies at the places in it, and in those; yes unless said.
    #[serde(default = "yes")]
    pub below: bool,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

fn yes() -> bool {
    true
}

/// A variant with what lies there of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlaceStockRow {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// One for each state it is in. Where nothing is, nothing is told.
    pub held: Vec<Held>,
}

/// How much of a variant lies there in one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Held {
    pub status: Status,
    /// In the item's base unit; less than nought where the books may be.
    pub on_hand: Quantity,
    pub moved_at: DateTime<Utc>,
    /// At how many places: the one asked about, and those in it.
    pub places: i64,
    /// Where it lies, where that is one place.
    pub at: Option<LocationName>,
}

impl Operation for ListPlaceStock {
    type Reply = Page<PlaceStockRow>;
    const NAME: &'static str = "stock.list_place_stock";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}
