//! Catalog rows in bulk: what a file says of one variant and its item, and what became of it.

use crate::{Attribute, ItemState, NewBarcode, SupplierCode};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CategoryId, FieldChange, FieldError, ItemId, VariantId};

/// One variant and what is said of its item. What is `None` or empty says nothing: nothing is ever erased.
///
/// It is matched by its SKU; where it has none, or the variant found has one that we made ourselves, by handle and
/// options.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpsertItem {
    /// What holds an item's variants together. Without it the row is its variant's item, or an item of its own.
    pub handle: Option<String>,
    /// Needed where the item is new.
    pub name: Option<String>,
    pub description: Option<String>,
    pub brand: Option<String>,
    pub category: Option<String>,
    /// One of [`crate::UNITS`].
    pub unit: Option<String>,
    pub whole: Option<bool>,
    pub state: Option<ItemState>,
    /// A variant that is archived by itself goes with its item again.
    pub wakes: bool,
    /// Axis and value, in the order of the axes. New axes are added to the item's, up to three.
    pub options: Vec<(String, String)>,
    /// Set by their names; others that the item has stay.
    pub attributes: Vec<Attribute>,
    pub sku: Option<String>,
    pub price: Option<Decimal>,
    pub cost: Option<Decimal>,
    /// Added to those it has.
    pub barcodes: Vec<NewBarcode>,
    /// Added to those it has.
    pub supplier_codes: Vec<SupplierCode>,
    /// Added to those the item has.
    pub image_links: Vec<String>,
}

/// What became of a row, or would.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UpsertOutcome {
    /// The variant is new.
    New,
    Changed,
    #[default]
    Unchanged,
    /// Nothing of the row was written; `problems` say why.
    Refused,
}

/// What became of one row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upserted {
    pub outcome: UpsertOutcome,
    /// None where the row was refused, and for new ones in a comparison.
    pub item: Option<ItemId>,
    pub variant: Option<VariantId>,
    pub handle: String,
    pub sku: String,
    /// This row made the item.
    pub new_item: bool,
    /// The category that this row made.
    #[serde(default)]
    pub new_category: Option<(CategoryId, String)>,
    /// The item's version and the variant's, after.
    pub item_version: i64,
    pub variant_version: i64,
    /// What changed of the item; on the first row that says so.
    pub item_changes: Vec<FieldChange>,
    pub variant_changes: Vec<FieldChange>,
    pub problems: Vec<FieldError>,
}
