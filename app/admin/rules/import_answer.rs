//! What people say of a file that could not be found out, or was found out wrong.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::StoreId;

/// Everything that may be said; what is left out is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Answers {
    /// `shopify_products`, `shopify_inventory`, `square_library`, `woocommerce`, `stockroom` or `generic`.
    pub source: Option<String>,
    /// `catalog`, `inventory` or `sales`.
    pub kind: Option<String>,
    /// `utf8`, `utf16_le`, `utf16_be`, `windows1252` or `windows1256`.
    pub encoding: Option<String>,
    /// One character; a tab is a tab.
    pub delimiter: Option<String>,
    /// `day_first` or `month_first`.
    pub dates: Option<String>,
    /// `point` or `comma`.
    pub decimal: Option<String>,
    /// Which column is what; replaces what was found.
    pub columns: Option<Vec<ColumnAnswer>>,
    /// The store that rows without a location are about.
    pub store: Option<StoreId>,
    /// Which store is meant by a location's name.
    pub places: Vec<PlaceAnswer>,
    /// Whether a file with one figure only sets ours to it where they differ; where it does not, such a row waits.
    pub overwrite: Option<bool>,
}

/// A column and the field it is read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ColumnAnswer {
    /// From 0.
    pub column: usize,
    pub name: String,
    /// A field's tag, as `sku`, `on-hand`.
    pub field: String,
}

/// A location's name and the store it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ImportPlaceAnswer)]
pub struct PlaceAnswer {
    pub name: String,
    /// None: rows of this location are left out.
    pub store: Option<StoreId>,
}
