//! Why it is worth what it is worth: what came in at which cost and is still there, and what changed it last.

use super::Watermark;
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use vocabulary::{
    CostKind, CostMethod, CostScope, Currency, Cursor, ItemId, Kind, LotId, Operation, Page, Permission, PostingId, Quantity, StoreId, VariantId,
};

/// The layers of a variant.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowLayers {
    pub variant: VariantId,
    /// Only this store's; all stores unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for ShowLayers {
    type Reply = LayersView;
    const NAME: &'static str = "stock.show_layers";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LayersView {
    pub variant: VariantId,
    pub item: ItemId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub currency: Currency,
    pub watermark: Watermark,
    pub method: CostMethod,
    pub scope: CostScope,
    /// Nothing of it has moved: its item's way may still be chosen.
    pub open: bool,
    /// Under standard cost: what one unit is worth.
    #[schema(value_type = Option<String>, format = "decimal")]
    pub standard: Option<Decimal>,
    /// Of all that is asked for, not of this page alone.
    #[schema(value_type = String, format = "decimal")]
    pub value: Decimal,
    /// Stock that is valued together: a page of it, what is there first.
    pub pools: Vec<PoolView>,
    /// None on the last page.
    pub next: Option<Cursor>,
}

/// Stock that is valued together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PoolView {
    /// By which it is asked for with its variant and its lot: a store's id, that of the place on the way to it, or sixteen zero
    /// bytes for all stores together.
    #[schema(value_type = String, format = "uuid")]
    pub scope: Uuid,
    /// The store it is of; none: of all.
    pub store: Option<StoreId>,
    /// On its way to that store.
    pub on_the_way: bool,
    pub lot: Option<LotId>,
    /// Less than nought: it left before it came.
    pub quantity: Quantity,
    #[schema(value_type = String, format = "decimal")]
    pub value: Decimal,
    /// Of what left before it came: so much, at so much in all, until it is known what it cost.
    pub owed: Quantity,
    #[schema(value_type = String, format = "decimal")]
    pub owed_value: Decimal,
    /// What is left of what came in, the first to leave first: the first of them.
    pub layers: Vec<LayerView>,
    /// There are more of them.
    pub more_layers: bool,
    /// What changed its value last, the newest first: the newest of them.
    pub entries: Vec<EntryView>,
    /// There are more of them.
    pub more_entries: bool,
}

/// What is left of what came into a pool, the first to leave first.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListLayers {
    pub variant: VariantId,
    /// As the pool tells it.
    #[schema(value_type = String, format = "uuid")]
    pub scope: Uuid,
    /// The pool's lot, if it has one.
    #[serde(default)]
    pub lot: Option<LotId>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for ListLayers {
    type Reply = Page<LayerView>;
    const NAME: &'static str = "stock.list_layers";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}

/// What changed a pool's value, the newest first.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListCostEntries {
    pub variant: VariantId,
    /// As the pool tells it.
    #[schema(value_type = String, format = "uuid")]
    pub scope: Uuid,
    /// The pool's lot, if it has one.
    #[serde(default)]
    pub lot: Option<LotId>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for ListCostEntries {
    type Reply = Page<EntryView>;
    const NAME: &'static str = "stock.list_cost_entries";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}

/// What came in at one cost, and what is left of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LayerView {
    pub posting: PostingId,
    pub since: DateTime<Utc>,
    pub quantity_in: Quantity,
    #[schema(value_type = String, format = "decimal")]
    pub value_in: Decimal,
    pub quantity_left: Quantity,
    #[schema(value_type = String, format = "decimal")]
    pub value_left: Decimal,
}

/// A change of what a pool is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EntryView {
    pub kind: CostKind,
    /// None where nothing moved.
    pub posting: Option<PostingId>,
    pub happened_at: DateTime<Utc>,
    pub quantity: Quantity,
    #[schema(value_type = String, format = "decimal")]
    pub value: Decimal,
    pub quantity_after: Quantity,
    #[schema(value_type = String, format = "decimal")]
    pub value_after: Decimal,
}
