//! The stock room's pages, one file each: the GET view and the POST handler side by side.

mod common;
mod list;
mod receive;

use axum::{Router, routing::get};
use wire::PageState;

/// This room's pages.
pub fn routes() -> Router<PageState> {
    Router::new().route("/stock", get(list::show)).route("/stock/receive", get(receive::show).post(receive::submit))
}
