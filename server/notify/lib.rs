//! The notify room: its operations, one file each.

pub mod rest;

use platform::Registry;

/// Every operation of this room.
#[must_use]
pub fn register(registry: Registry) -> Registry {
    registry
}
