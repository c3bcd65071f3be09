//! What was done to an item.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Cursor, HistoryRow, ItemId, Kind, Operation, Page, Permission};

/// Changes of an item and its variants, newest first.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ItemHistory {
    pub item: ItemId,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for ItemHistory {
    type Reply = Page<HistoryRow>;
    const NAME: &'static str = "catalog.item_history";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}
