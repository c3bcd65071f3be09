//! What was done to an item.

use crate::FieldChange;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{AuditId, Cursor, Door, ItemId, Kind, Operation, Page, Permission};

/// Changes of an item and its variants, newest first.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ItemHistory {
    pub item: ItemId,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HistoryRow {
    pub id: AuditId,
    pub at: DateTime<Utc>,
    /// Empty for the system itself.
    pub who: String,
    #[schema(value_type = String)]
    pub door: Door,
    /// `catalog.edit_variant`
    pub operation: String,
    /// The variant it was about, by the SKU it had then; empty for the item itself.
    pub sku: String,
    pub changes: Vec<FieldChange>,
}

impl Operation for ItemHistory {
    type Reply = Page<HistoryRow>;
    const NAME: &'static str = "catalog.item_history";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}
