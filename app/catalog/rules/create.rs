//! New items and new variants.

use crate::{Attribute, ItemState};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{ItemId, Kind, Operation, Permission, Quantity, VariantId};

/// Adds an item with its variants.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateItem {
    /// 1 to 200 characters.
    pub name: String,
    /// What it is called in files and addresses; made from the name unless given. Unique in the tenant.
    #[serde(default)]
    pub handle: Option<String>,
    /// At most 16,000 characters.
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub brand: String,
    /// By name; made when there is none of that name.
    #[serde(default)]
    pub category: Option<String>,
    /// The base unit it is counted in: one of [`crate::UNITS`]; pieces unless said.
    #[serde(default)]
    pub unit: Option<String>,
    /// Whether it comes in whole units only; goes by the unit unless said.
    #[serde(default)]
    pub whole: Option<bool>,
    /// What its variants differ in: at most three.
    #[serde(default)]
    pub axes: Vec<String>,
    /// 1 to 2,000. None is one variant without options.
    #[serde(default)]
    pub variants: Vec<NewVariant>,
    /// What it is made of and the like, in the order in which it is shown: at most 30, names distinct.
    #[serde(default)]
    pub attributes: Vec<Attribute>,
    /// Links to pictures; kept, not fetched. At most 100.
    #[serde(default)]
    pub image_links: Vec<String>,
    /// Active unless said.
    #[serde(default)]
    pub state: Option<ItemState>,
}

/// A variant to be made.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVariant {
    /// At most 64 characters, unique in the tenant; a readable one is made when none is given.
    #[serde(default)]
    pub sku: Option<String>,
    /// Its place on each axis, in the order of the item's axes.
    #[serde(default)]
    pub options: Vec<String>,
    /// In the tenant's currency, per base unit; not negative.
    #[serde(default)]
    pub price: Option<Decimal>,
    /// What one base unit last cost, without tax, in the tenant's currency; not negative.
    #[serde(default)]
    pub cost: Option<Decimal>,
    #[serde(default)]
    pub barcodes: Vec<NewBarcode>,
    #[serde(default)]
    pub supplier_codes: Vec<SupplierCode>,
}

/// A code that a scanner reads, and what is under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBarcode {
    /// A GTIN of 8, 12, 13 or 14 digits, or any other code of at most 64 bytes, kept as it is.
    pub code: String,
    /// The unit under it.
    #[serde(default = "each")]
    pub unit: String,
    /// How many base units are under it; more than nought.
    #[serde(default = "one")]
    pub pack: Quantity,
}

fn each() -> String {
    String::from("each")
}

fn one() -> Quantity {
    Quantity::ONE
}

impl NewBarcode {
    /// A code for one base unit.
    #[must_use]
    pub fn each(code: impl Into<String>) -> Self {
        Self { code: code.into(), unit: each(), pack: Quantity::ONE }
    }
}

/// What a supplier calls a variant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SupplierCode {
    /// The supplier's name, at most 120 characters.
    pub supplier: String,
    /// At most 64 characters.
    pub code: String,
}

/// An item that was made or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ItemSaved {
    pub item: ItemId,
    pub handle: String,
    pub version: i64,
    /// Those that the request named, in its order.
    pub variants: Vec<VariantSaved>,
}

/// A variant that was made or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VariantSaved {
    pub variant: VariantId,
    pub sku: String,
    pub version: i64,
}

impl Operation for CreateItem {
    type Reply = ItemSaved;
    const NAME: &'static str = "catalog.create_item";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// Adds a variant to an item.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddVariant {
    pub item: ItemId,
    pub variant: NewVariant,
}

impl Operation for AddVariant {
    type Reply = VariantSaved;
    const NAME: &'static str = "catalog.add_variant";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}
