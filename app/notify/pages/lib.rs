//! The notify room's pages, one file each: the GET view and the POST handler side by side.

use axum::Router;
use wire::PageState;

/// This room's pages.
pub fn routes() -> Router<PageState> {
    Router::new()
}
