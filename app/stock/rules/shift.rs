//! Stock changes its place or its state inside a store; none comes, none goes.

use crate::{LotGiven, StockPosted, adjust::available};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Kind, LocationId, Operation, Permission, Quantity, Reason, Scope, Status, StoreId, VariantId};

/// Moves stock from one place of a store to another.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveStock {
    pub store: StoreId,
    pub from: LocationId,
    /// Another place of the same store. To another store goods travel as a transfer.
    pub to: LocationId,
    /// 1 to 500.
    pub lines: Vec<MoveLine>,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
    /// When it was moved; now unless said. Not in the future.
    #[serde(default)]
    pub occurred_at: Option<DateTime<Utc>>,
}

/// How much of what is moved.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveLine {
    pub variant: VariantId,
    /// In `unit`; more than nought.
    pub quantity: Quantity,
    /// In which unit the quantity is told: one of the variant's, or one that turns into its base unit; the base unit unless said.
    #[serde(default)]
    pub unit: Option<String>,
    /// What state it is in, before and after; available unless said.
    #[serde(default = "available")]
    pub status: Status,
    /// Which lot, where the item is tracked by lots; needed where there are several.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Its pieces' numbers, one for each, where the item is tracked by serial number.
    #[serde(default)]
    pub serials: Vec<String>,
}

impl MoveLine {
    /// So much of a variant, and nothing else said of it.
    #[must_use]
    pub fn of(variant: VariantId, quantity: Quantity) -> Self {
        Self { variant, quantity, unit: None, status: available(), lot: None, serials: Vec::new() }
    }
}

impl Operation for MoveStock {
    type Reply = StockPosted;
    const NAME: &'static str = "stock.move_stock";
    const NEEDS: Permission = Permission::Move;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
}

/// Changes the state stock is in, where it stands: sets damaged goods apart, lets quarantined ones be sold.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeStatus {
    pub store: StoreId,
    /// The store's default place unless said.
    #[serde(default)]
    pub location: Option<LocationId>,
    pub from: Status,
    /// Another than `from`.
    pub to: Status,
    /// 1 to 500.
    pub lines: Vec<StatusLine>,
    #[serde(default)]
    pub reason: Option<Reason>,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
    /// When it changed; now unless said. Not in the future.
    #[serde(default)]
    pub occurred_at: Option<DateTime<Utc>>,
}

/// How much of what changes its state.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatusLine {
    pub variant: VariantId,
    /// In `unit`; more than nought.
    pub quantity: Quantity,
    /// In which unit the quantity is told: one of the variant's, or one that turns into its base unit; the base unit unless said.
    #[serde(default)]
    pub unit: Option<String>,
    /// Which lot, where the item is tracked by lots; needed where there are several.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Its pieces' numbers, one for each, where the item is tracked by serial number.
    #[serde(default)]
    pub serials: Vec<String>,
}

impl StatusLine {
    /// So much of a variant, and nothing else said of it.
    #[must_use]
    pub fn of(variant: VariantId, quantity: Quantity) -> Self {
        Self { variant, quantity, unit: None, lot: None, serials: Vec::new() }
    }
}

impl Operation for ChangeStatus {
    type Reply = StockPosted;
    const NAME: &'static str = "stock.change_status";
    const NEEDS: Permission = Permission::Move;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
}
