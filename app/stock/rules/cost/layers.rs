//! Why it is worth what it is worth: what came in at which cost and is still there, and what changed it last.

use super::Watermark;
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CostKind, CostMethod, CostScope, Currency, ItemId, Kind, LotId, Operation, Permission, PostingId, Quantity, StoreId, VariantId};

/// The layers of a variant.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowLayers {
    pub variant: VariantId,
    /// Only this store's; all stores unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
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
    /// Stock that is valued together; the first 100.
    pub pools: Vec<PoolView>,
}

/// Stock that is valued together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PoolView {
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
    /// What is left of what came in, the first to leave first; at most 50.
    pub layers: Vec<LayerView>,
    /// What changed its value last, the newest first; at most 20.
    pub entries: Vec<EntryView>,
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
