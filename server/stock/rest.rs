//! The stock room over REST.

use axum::Router;
use platform::rest::Api;
use stock_rules::{CreateLocation, CreateStore, ListLocations, ListStock, ListStores, ReceiveGoods};
use wire::PageState;

/// Every route of this room.
#[must_use]
pub fn api() -> Api {
    Api::new("stock")
        .get::<ListStores>("/stores", "All stores")
        .post::<CreateStore>("/stores", "Open a store")
        .get::<ListLocations>("/stores/{store}/locations", "The places of a store")
        .post::<CreateLocation>("/stores/{store}/locations", "Add a place to a store")
        .get::<ListStock>("/stock", "Stock by variant and store")
        .post::<ReceiveGoods>("/receipts", "Receive goods without an order")
}

pub fn routes() -> Router<PageState> {
    api().router
}
