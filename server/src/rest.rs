//! `/api/v1`: the REST door. Rooms bring their routes; this composes them, checks who asks, and serves the document.

mod bearer;
mod document;

use axum::Router;
use wire::PageState;

pub use document::openapi;

/// Every room's REST routes, and `/api/v1/openapi.json`.
pub fn router(state: PageState) -> Router {
    Router::new()
        .merge(bearer::routes())
        .merge(stock::rest::routes())
        .merge(catalog::rest::routes())
        .merge(admin::rest::routes())
        .merge(notify::rest::routes())
        .route("/openapi.json", axum::routing::get(document::serve))
        .with_state(state)
}
