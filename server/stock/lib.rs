//! The stock room: what is where, and how it moves. One operation per file: load → decide → post → reply.

mod create_location;
mod create_store;
mod list_locations;
mod list_stock;
mod list_stores;
mod receive_goods;
pub mod rest;

use ledger::Moves;
use platform::Registry;
use stock_rules::{CreateLocation, CreateStore, ListLocations, ListStock, ListStores, ReceiveGoods};

/// Answers this room's operations.
pub struct Stock;

/// Every operation of this room.
#[must_use]
pub fn register(registry: Registry) -> Registry {
    registry
        .on::<ListStores>(Stock)
        .on::<CreateStore>(Stock)
        .on::<ListLocations>(Stock)
        .on::<CreateLocation>(Stock)
        .on::<ListStock>(Stock)
        .on::<ReceiveGoods>(Moves(Stock))
}
