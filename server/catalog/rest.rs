//! The catalog room over REST.

use axum::Router;
use platform::rest::Api;
use wire::PageState;

/// Every route of this room.
#[must_use]
pub fn api() -> Api {
    Api::new("catalog")
}

pub fn routes() -> Router<PageState> {
    api().router
}
