//! All pages, by room.

use axum::Router;
use wire::PageState;

/// The router of everything that is a page.
pub fn pages() -> Router<PageState> {
    Router::new().merge(admin_pages::routes()).merge(catalog_pages::routes()).merge(stock_pages::routes()).merge(notify_pages::routes())
}
