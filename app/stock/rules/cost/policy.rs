//! How stock is valued.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CostMethod, CostScope, ItemId, Kind, Operation, Permission};

/// How stock is valued, and the items that are valued in another way.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct ShowCosting {}

impl Operation for ShowCosting {
    type Reply = Costing;
    const NAME: &'static str = "stock.show_costing";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Costing {
    pub method: CostMethod,
    pub scope: CostScope,
    /// When the first movement was valued: it cannot be changed any more.
    pub frozen_at: Option<DateTime<Utc>>,
    /// Who chose it last; nobody: it is as it was.
    pub changed_by: String,
    /// Items that are valued in another way, by name; the first 200.
    pub items: Vec<ItemCosting>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ItemCosting {
    pub item: ItemId,
    pub name: String,
    pub method: CostMethod,
}

/// Chooses how stock is valued. Only until the first movement.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetCosting {
    pub method: CostMethod,
    pub scope: CostScope,
}

impl Operation for SetCosting {
    type Reply = Costing;
    const NAME: &'static str = "stock.set_costing";
    const NEEDS: Permission = Permission::SettingsWrite;
    const KIND: Kind = Kind::Command;
}

/// Chooses how one item is valued, if not as all others. Only until its first movement.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetItemCosting {
    pub item: ItemId,
    /// None: as all others.
    #[serde(default)]
    pub method: Option<CostMethod>,
}

impl Operation for SetItemCosting {
    type Reply = Costing;
    const NAME: &'static str = "stock.set_item_costing";
    const NEEDS: Permission = Permission::SettingsWrite;
    const KIND: Kind = Kind::Command;
}
