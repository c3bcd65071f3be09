//! Kits as lines tell them: a bundle that is sold, reserved and taken back as its components.

use crate::EnteredQuantity;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Quantity, StoreId, VariantId};

/// Most lines that the lines of one request may be with the components of their kits.
pub const PARTS_MAX: usize = 2_000;

/// A kit with its name, and the lines that were told as it: `parts` of them from `line` on are what `quantity` of it took.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KitOfLines {
    pub line: i32,
    pub parts: i32,
    /// The kit.
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub quantity: Quantity,
    /// What was typed, where that named another unit than the kit's base unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<EnteredQuantity>,
}

impl KitOfLines {
    /// Whether a line is one of its parts.
    #[must_use]
    pub fn has(&self, line: i32) -> bool {
        (self.line..self.line.saturating_add(self.parts)).contains(&line)
    }
}

/// How many of a kit a store can make of what is there and not promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KitMakes {
    pub store: StoreId,
    pub can_make: Quantity,
}
