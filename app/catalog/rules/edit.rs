//! Changes to what is there. Each names the version that was read: another one now means that somebody else was faster,
//! and nothing is overwritten.

use crate::{Attribute, ItemState, VariantSaved};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{ItemId, Kind, Operation, Permission, VariantId};

/// Replaces what is said of an item as a whole.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditItem {
    pub item: ItemId,
    pub version: i64,
    pub name: String,
    pub handle: String,
    pub description: String,
    pub brand: String,
    /// By name; made when there is none of that name; none for none.
    #[serde(default)]
    pub category: Option<String>,
    /// Cannot be changed once stock of it has moved.
    pub unit: String,
    /// Cannot become true while a store has a fraction of it.
    pub whole: bool,
    /// New names for its axes, as many as there are and in their order.
    pub axes: Vec<String>,
    /// All that it has then, at most 30; none given leaves them as they are.
    #[serde(default)]
    pub attributes: Option<Vec<Attribute>>,
    pub image_links: Vec<String>,
}

/// An item that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ItemEdited {
    pub item: ItemId,
    pub version: i64,
    /// False when it was so already.
    pub changed: bool,
}

impl Operation for EditItem {
    type Reply = ItemEdited;
    const NAME: &'static str = "catalog.edit_item";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// Replaces what is said of a variant. Its codes have operations of their own.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditVariant {
    pub variant: VariantId,
    pub version: i64,
    pub sku: String,
    /// Its place on each axis, in their order.
    pub options: Vec<String>,
    #[serde(default)]
    pub price: Option<Decimal>,
    #[serde(default)]
    pub cost: Option<Decimal>,
    /// Phase-out or archived for this variant alone; none: as its item. Archiving is refused while a store has stock.
    #[serde(default)]
    pub own_state: Option<ItemState>,
}

impl Operation for EditVariant {
    type Reply = VariantSaved;
    const NAME: &'static str = "catalog.edit_variant";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}
