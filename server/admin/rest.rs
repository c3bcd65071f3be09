//! The admin room over REST.

use axum::Router;
use platform::rest::Api;
use wire::PageState;

/// Every route of this room.
#[must_use]
pub fn api() -> Api {
    Api::new("admin")
}

pub fn routes() -> Router<PageState> {
    api().router
}
