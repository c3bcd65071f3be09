//! Goods come in without an order.

use crate::FixedRate;
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Kind, LocationId, Operation, Permission, PostingId, Quantity, Scope, Status, StoreId, VariantId};

/// Takes goods from a supplier into a place of a store.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiveGoods {
    pub store: StoreId,
    /// Where they are put; the store's default place unless said.
    #[serde(default)]
    pub location: Option<LocationId>,
    /// 1 to 500.
    pub lines: Vec<ReceiptLine>,
    /// The delivery note's number.
    #[serde(default)]
    pub reference: String,
    #[serde(default)]
    pub note: String,
    /// When they came; now unless said. Not in the future.
    #[serde(default)]
    pub occurred_at: Option<DateTime<Utc>>,
    /// Where it was billed in another currency: the costs of all lines are in that.
    #[serde(default)]
    pub rate: Option<FixedRate>,
}

/// How much of what came.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiptLine {
    pub variant: VariantId,
    /// In the item's base unit; more than nought.
    pub quantity: Quantity,
    /// What one unit cost, without tax, in the tenant's currency or the rate's; becomes the variant's last cost.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub unit_cost: Option<Decimal>,
}

/// A posting that was written, and what it left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StockPosted {
    /// None when there was nothing to change.
    pub posting: Option<PostingId>,
    pub lines: Vec<StockLeft>,
}

/// What is now at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StockLeft {
    pub variant: VariantId,
    pub location: LocationId,
    pub status: Status,
    pub on_hand: Quantity,
}

impl Operation for ReceiveGoods {
    type Reply = StockPosted;
    const NAME: &'static str = "stock.receive_goods";
    const NEEDS: Permission = Permission::Receive;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
}
