//! What is where.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Cursor, Kind, Operation, Page, Permission, Quantity, StoreId, VariantId};

/// Stock by variant and store, by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ListStock {
    /// Only this store's; all stores unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
    /// Words, SKU or barcode, as one types.
    #[serde(default)]
    pub q: Option<String>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

/// A variant with what each store has of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StockRow {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// Only the stores where it is known: a store that is not here has never had it.
    pub stores: Vec<StoreStock>,
}

/// What a store has of a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoreStock {
    pub store: StoreId,
    /// In every status.
    pub on_hand: Quantity,
    pub promised: Quantity,
    /// What may still be sold.
    pub available: Quantity,
}

impl Operation for ListStock {
    type Reply = Page<StockRow>;
    const NAME: &'static str = "stock.list_stock";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}
