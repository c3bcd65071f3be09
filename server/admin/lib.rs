//! The admin room: tenants, stores' people, imports, quality.

mod account;
mod home;
pub mod import;
pub mod imports;
mod lists;
mod people;
pub mod proof;
pub mod rest;
mod settings;

use platform::{Registry, jobs::Runner};

/// Answers this room's operations.
pub struct Admin;

/// Every operation of this room.
#[must_use]
pub fn register(registry: Registry) -> Registry {
    let registry = imports::register(registry);
    let registry = account::register(registry);
    let registry = people::register(registry);
    let registry = lists::register(registry);
    let registry = settings::register(registry);
    let registry = proof::register(registry);
    home::register(registry)
}

/// This room's jobs.
#[must_use]
pub fn jobs(runner: Runner) -> Runner {
    home::jobs(imports::jobs(runner))
}
