//! Stores and the places in them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Counted, Cursor, Kind, LocationId, Operation, Page, Permission, PlaceKind, StoreId};

/// A shop or warehouse as people see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoreRow {
    pub id: StoreId,
    /// Short, in URLs and on shelf labels: `LONDON`.
    pub code: String,
    pub name: String,
    /// IANA time zone.
    pub zone: String,
    pub locale: String,
    pub currency: vocabulary::Currency,
    /// Which of the four marks stands beside its name: 1 to 4.
    pub mark: u8,
    pub version: i64,
    pub archived: bool,
    /// How many places it has that can hold stock and are in use.
    pub locations: Counted,
}

/// The tenant's stores, by code.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ListStores {
    /// Parts of its name or its code, as one types: all of them must be there.
    pub q: Option<String>,
    /// The one that has this code.
    pub code: Option<String>,
    /// Those that were put away, or those that were not; both unless said.
    pub archived: Option<bool>,
    pub cursor: Option<Cursor>,
}

impl Operation for ListStores {
    type Reply = Page<StoreRow>;
    const NAME: &'static str = "stock.list_stores";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// Opens a store, with a default place for goods and its virtual places.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateStore {
    /// 2 to 16 capital letters, digits and hyphens.
    pub code: String,
    pub name: String,
    /// IANA time zone.
    pub zone: String,
    pub locale: String,
    pub currency: vocabulary::Currency,
}

/// A store that was made or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoreSaved {
    pub store: StoreId,
    pub version: i64,
    /// Its default place.
    pub default_location: Option<LocationId>,
}

impl Operation for CreateStore {
    type Reply = StoreSaved;
    const NAME: &'static str = "stock.create_store";
    const NEEDS: Permission = Permission::PlaceWrite;
    const KIND: Kind = Kind::Command;
}

/// A place in a store's tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LocationRow {
    pub id: LocationId,
    pub store: StoreId,
    /// Its own id at the top of the tree.
    pub parent: LocationId,
    pub kind: PlaceKind,
    pub code: String,
    pub name: String,
    /// What its shelf label carries.
    pub scan_code: String,
    pub is_default: bool,
    pub allow_negative: bool,
    pub version: i64,
    pub archived: bool,
}

/// The places of a store that can hold stock, by code, 500 at a time.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ListLocations {
    pub store: StoreId,
    /// How their codes begin.
    #[serde(default)]
    pub code: Option<String>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl ListLocations {
    /// Places of one answer.
    pub const SIZE: usize = 500;

    /// All of a store's, from the first on.
    #[must_use]
    pub fn of(store: StoreId) -> Self {
        Self { store, code: None, cursor: None }
    }
}

/// Levels of places in a store, the top one counted.
pub const LEVELS_MAX: usize = 32;

/// Places in a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Locations {
    pub locations: Vec<LocationRow>,
    /// Where the next page begins; none on the last.
    pub next: Option<Cursor>,
}

impl Operation for ListLocations {
    type Reply = Locations;
    const NAME: &'static str = "stock.list_locations";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// Adds a zone, an aisle or a bin to a store.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateLocation {
    pub store: StoreId,
    /// The place it is in; none for the top of the tree.
    #[serde(default)]
    pub parent: Option<LocationId>,
    pub kind: PlaceKind,
    /// 1 to 32 letters, digits, `-`, `_`, `.`, unique in the store: `F3-02`.
    pub code: String,
    pub name: String,
}

/// A place that was made or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LocationSaved {
    pub location: LocationId,
    pub version: i64,
}

impl Operation for CreateLocation {
    type Reply = LocationSaved;
    const NAME: &'static str = "stock.create_location";
    const NEEDS: Permission = Permission::PlaceWrite;
    const KIND: Kind = Kind::Command;
}

/// A store's code: in URLs, file columns and scannable codes, so in plain capitals.
#[must_use]
pub fn is_store_code(code: &str) -> bool {
    (2..=16).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
}

/// A place's code.
#[must_use]
pub fn is_location_code(code: &str) -> bool {
    (1..=32).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}

/// What the label on a shelf carries: unique in the tenant, and told from an item's code by its first letters.
#[must_use]
pub fn scan_code(store: &str, location: &str) -> String {
    format!("LOC:{store}:{location}")
}
