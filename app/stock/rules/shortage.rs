//! Where more is promised than there is.

use crate::HeldBy;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Cursor, Kind, Operation, Page, Permission, PostingId, Quantity, StoreId, VariantId};

/// Where more is promised than there is, the most first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListShortages {
    /// Only this store's; all stores unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ShortageRow {
    pub store: StoreId,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    /// So much too much is promised.
    pub quantity: Quantity,
    pub sellable: Quantity,
    pub promised: Quantity,
    pub opened_at: DateTime<Utc>,
    /// What undercut the promises last.
    pub posting: Option<PostingId>,
    /// Who is promised it, newest first; at most 20.
    pub held_by: Vec<HeldBy>,
}

impl Operation for ListShortages {
    type Reply = Page<ShortageRow>;
    const NAME: &'static str = "stock.list_shortages";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}
