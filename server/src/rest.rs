//! `/api/v1`: the REST door. Rooms bring their routes; this composes them, checks who asks, and serves the document.

mod bearer;
mod document;
mod plain;

use crate::rooms::Rooms;
use axum::Router;
use wire::PageState;

pub use document::openapi;

/// The REST routes of these rooms, and `/api/v1/openapi.json`.
pub fn router(state: PageState, rooms: &Rooms) -> Router {
    let each = [
        ("stock", stock::rest::routes()),
        ("catalog", catalog::rest::routes()),
        ("admin", admin::rest::routes()),
        ("notify", notify::rest::routes()),
    ];
    each.into_iter()
        .filter(|(room, _)| rooms.has(room))
        .fold(bearer::routes(), |all, (_, routes)| all.merge(routes))
        .route("/openapi.json", axum::routing::get(document::serve))
        .fallback(|| async { axum::http::StatusCode::NOT_FOUND })
        .layer(axum::middleware::from_fn(plain::problems))
        .with_state(state)
}
