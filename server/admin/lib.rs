//! The admin room: tenants, stores' people, imports, quality.

pub mod import;
pub mod rest;

use platform::{Registry, jobs::Runner};

/// Every operation of this room.
#[must_use]
pub fn register(registry: Registry) -> Registry {
    registry
}

/// This room's jobs.
#[must_use]
pub fn jobs(runner: Runner) -> Runner {
    runner
}
