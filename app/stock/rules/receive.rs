//! Goods come in without an order.

use crate::{FixedRate, LotGiven, adjust::available};
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Kind, LocationId, LotId, Operation, Permission, PostingId, Quantity, Reason, Scope, Status, StoreId, VariantId};

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
    /// In `unit`; more than nought.
    pub quantity: Quantity,
    /// In which unit the quantity is told: one of the variant's, or one that turns into its base unit; the base unit unless said.
    #[serde(default)]
    pub unit: Option<String>,
    /// What one base unit cost, without tax, in the tenant's currency or the rate's; becomes the variant's last cost.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub unit_cost: Option<Decimal>,
    /// What state it comes in; available unless said. What is over, or too short-lived, comes in another.
    #[serde(default = "available")]
    pub status: Status,
    /// Which lot, where the item is tracked by lots.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Its pieces' numbers, one for each, where the item is tracked by serial number.
    #[serde(default)]
    pub serials: Vec<String>,
}

impl ReceiptLine {
    /// So much of a variant, and nothing else said of it.
    #[must_use]
    pub fn of(variant: VariantId, quantity: Quantity) -> Self {
        Self { variant, quantity, unit: None, unit_cost: None, status: available(), lot: None, serials: Vec::new() }
    }
}

/// Sends goods back to who delivered them: damaged, wrong, called back, or over.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnGoods {
    pub store: StoreId,
    /// Where they are taken from; the store's default place unless said.
    #[serde(default)]
    pub location: Option<LocationId>,
    /// 1 to 500.
    pub lines: Vec<SupplierReturnLine>,
    /// The number of the return, or of the supplier's authorisation; at most 64 characters.
    #[serde(default)]
    pub reference: String,
    #[serde(default)]
    pub reason: Option<Reason>,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
    /// When they left; now unless said. Not in the future.
    #[serde(default)]
    pub occurred_at: Option<DateTime<Utc>>,
}

/// How much of what goes back.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SupplierReturnLine {
    pub variant: VariantId,
    /// In `unit`; more than nought.
    pub quantity: Quantity,
    /// In which unit the quantity is told: one of the variant's, or one that turns into its base unit; the base unit unless said.
    #[serde(default)]
    pub unit: Option<String>,
    /// What state it is in; available unless said.
    #[serde(default = "available")]
    pub status: Status,
    /// Which lot, where the item is tracked by lots; needed where there are several.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Its pieces' numbers, one for each, where the item is tracked by serial number.
    #[serde(default)]
    pub serials: Vec<String>,
}

impl SupplierReturnLine {
    /// So much of a variant, and nothing else said of it.
    #[must_use]
    pub fn of(variant: VariantId, quantity: Quantity) -> Self {
        Self { variant, quantity, unit: None, status: available(), lot: None, serials: Vec::new() }
    }
}

impl Operation for ReturnGoods {
    type Reply = StockPosted;
    const NAME: &'static str = "stock.return_goods";
    const NEEDS: Permission = Permission::Receive;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
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
    /// Of a tracked item: its lot, or its piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<LotId>,
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
