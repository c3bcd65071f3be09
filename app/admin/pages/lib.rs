//! The admin room's pages, one file each: the GET view and the POST handler side by side.

mod account;
mod home;
mod signin;

use axum::{
    Router,
    routing::{get, post},
};
use wire::PageState;

/// This room's pages.
pub fn routes() -> Router<PageState> {
    Router::new()
        .route("/", get(home::show))
        .route("/signin", get(signin::show).post(signin::submit))
        .route("/signout", post(signin::leave))
        .route("/admin/account", get(account::show))
        .route("/admin/account/everywhere", post(account::leave_everywhere))
}
