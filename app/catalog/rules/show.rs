//! One item in full.

use crate::{Attribute, CategoryRef, ItemState, LeastLife, SupplierCode};
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{ItemId, Kind, LocationId, Operation, Permission, PlaceKind, Quantity, Status, StoreId, Tracking, VariantId};

/// One item with its variants and what the stores have of them.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ShowItem {
    pub item: ItemId,
    /// Whose stock is told by place; where the item has one variant, that one's.
    #[serde(default)]
    pub variant: Option<VariantId>,
}

/// An item in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ItemView {
    pub item: ItemId,
    pub handle: String,
    pub name: String,
    pub description: String,
    pub brand: String,
    pub category: Option<CategoryRef>,
    /// The base unit.
    pub unit: String,
    /// It comes in whole units only.
    pub whole: bool,
    /// How its pieces are told apart.
    pub tracking: Tracking,
    /// How much life they must have left.
    pub life: LeastLife,
    pub axes: Vec<String>,
    pub state: ItemState,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// What it is made of and the like, in their order.
    pub attributes: Vec<Attribute>,
    /// Links to pictures, not fetched.
    pub image_links: Vec<String>,
    /// In the order in which they were made: S, M, L rather than L, M, S.
    pub variants: Vec<VariantView>,
    /// Where the chosen variant is.
    pub places: Vec<PlaceStock>,
}

/// A variant in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VariantView {
    pub variant: VariantId,
    pub sku: String,
    /// We made the SKU, because nobody gave one.
    pub sku_made: bool,
    /// "Red / Large"; empty where the item has no axes.
    pub option_text: String,
    /// Its place on each axis.
    pub options: Vec<String>,
    #[schema(value_type = Option<String>)]
    pub price: Option<Decimal>,
    /// Only for those who may see values.
    #[schema(value_type = Option<String>)]
    pub cost: Option<Decimal>,
    /// In effect.
    pub state: ItemState,
    /// Its own, where it has one.
    pub own_state: Option<ItemState>,
    pub version: i64,
    /// It is a bundle of others, and has no stock of its own.
    pub kit: bool,
    pub barcodes: Vec<BarcodeView>,
    pub supplier_codes: Vec<SupplierCode>,
    /// Only the stores where it is known: a store that is not here has never had it.
    pub stores: Vec<StoreHas>,
}

/// A barcode of a variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BarcodeView {
    /// As it is kept: a GTIN in fourteen digits.
    pub code: String,
    /// As it is printed: a GTIN in its shortest form.
    pub printed: String,
    pub is_gtin: bool,
    pub unit: String,
    /// Base units under it.
    pub pack: Quantity,
}

/// What a store has of a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoreHas {
    pub store: StoreId,
    /// In every status.
    pub on_hand: Quantity,
    pub promised: Quantity,
    /// What may still be sold.
    pub available: Quantity,
}

/// What a place has of the chosen variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlaceStock {
    pub store: StoreId,
    pub location: LocationId,
    pub code: String,
    pub name: String,
    pub kind: PlaceKind,
    pub status: Status,
    pub on_hand: Quantity,
}

impl Operation for ShowItem {
    type Reply = ItemView;
    const NAME: &'static str = "catalog.show_item";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}

/// The item a variant belongs to.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct FindVariant {
    pub variant: VariantId,
}

/// A variant and its item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VariantFound {
    pub variant: VariantId,
    pub item: ItemId,
    pub sku: String,
}

impl Operation for FindVariant {
    type Reply = VariantFound;
    const NAME: &'static str = "catalog.find_variant";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}
