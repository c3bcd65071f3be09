//! The catalog room: its operations, one file each.

mod create_item;
pub mod rest;
mod sql;
pub mod upsert;

use catalog_rules::CreateItem;
use platform::Registry;

/// Answers this room's operations.
pub struct Catalog;

/// Every operation of this room.
#[must_use]
pub fn register(registry: Registry) -> Registry {
    registry.on::<CreateItem>(Catalog)
}
