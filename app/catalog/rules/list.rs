//! Items in a list, and the categories they are in.

use crate::ItemState;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CategoryId, Counted, Cursor, ItemId, Kind, Operation, Page, Permission, Quantity, StoreId, VariantId};

/// Items by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ListItems {
    /// Words, SKU or barcode, as one types: every word must begin one of the item's.
    #[serde(default)]
    pub q: Option<String>,
    #[serde(default)]
    pub category: Option<CategoryId>,
    /// Unless said, all that are not archived.
    #[serde(default)]
    pub state: Option<ItemState>,
    /// Whose stock is summed; all stores' unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
    /// 1 to 200; 50 unless said.
    #[serde(default)]
    pub limit: Option<u16>,
}

/// An item in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ItemRow {
    pub item: ItemId,
    pub handle: String,
    pub name: String,
    pub brand: String,
    pub category: Option<CategoryRef>,
    pub unit: String,
    pub state: ItemState,
    /// How many variants it has that are not archived by themselves.
    pub variants: i64,
    /// The first that was made.
    pub variant: Option<VariantId>,
    pub sku: String,
    /// The lowest and the highest price of its variants, in the tenant's currency.
    #[schema(value_type = Option<String>)]
    pub price_from: Option<Decimal>,
    #[schema(value_type = Option<String>)]
    pub price_to: Option<Decimal>,
    /// What may still be sold of it; none where it was never known.
    pub available: Option<Quantity>,
}

/// A category by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CategoryRef {
    pub id: CategoryId,
    pub name: String,
}

impl Operation for ListItems {
    type Reply = Page<ItemRow>;
    const NAME: &'static str = "catalog.list_items";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}

/// Categories by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ListCategories {
    /// Names alone, many at once: how many items are in each is not counted.
    pub names_only: bool,
    /// How their names begin, as one types.
    pub q: Option<String>,
    pub cursor: Option<Cursor>,
}

/// Categories in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Categories {
    pub categories: Vec<CategoryRow>,
    /// Items in none, archived ones left out; not said where names alone were asked for.
    pub without: Option<Counted>,
    /// `None` on the last page.
    pub next: Option<Cursor>,
}

/// A category in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CategoryRow {
    pub id: CategoryId,
    pub name: String,
    /// Items in it, archived ones left out; not said where names alone were asked for.
    pub items: Option<Counted>,
}

impl Operation for ListCategories {
    type Reply = Categories;
    const NAME: &'static str = "catalog.list_categories";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}
