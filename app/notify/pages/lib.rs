//! The notify room's pages, one file each: the GET view and the POST handler side by side. What puts labels on paper is
//! handed in by the server, as an `Extension<Arc<dyn Press>>` around these routes.

mod barcode;
mod labels;

use axum::{Router, routing::get};
use wire::PageState;

/// This room's pages.
pub fn routes() -> Router<PageState> {
    Router::new().route("/notify/labels", get(labels::show).post(labels::submit)).route("/notify/barcode/{file}", get(barcode::show))
}
