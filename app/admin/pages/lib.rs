//! The admin room's pages, one file each: the GET view and the POST handler side by side.

mod account;
mod history;
mod home;
mod imports;
mod lists;
mod once;
mod password;
mod people;
mod settings;
mod signin;
mod told;
mod verify;
mod verify_form;
mod views;

use axum::{
    Router,
    routing::{get, post},
};
use wire::PageState;

pub use signin::instead_of;

/// This room's pages.
pub fn routes() -> Router<PageState> {
    Router::new()
        .merge(imports::routes())
        .route("/", get(home::show))
        .route("/signin", get(signin::show).post(signin::submit))
        .route("/signout", post(signin::leave))
        .route(wire::Unsent::ASKED, get(signin::unsent).post(signin::send_or_leave))
        .route("/admin/account", get(account::show).post(account::edit))
        .route("/admin/account/password", post(account::change_password))
        .route("/admin/account/business", post(account::choose_business))
        .route("/admin/account/everywhere", post(account::leave_everywhere))
        .route("/admin/people", get(people::list::show))
        .route("/admin/people/export.csv", get(people::list::export))
        .route("/admin/people/new", get(people::add::show).post(people::add::submit))
        .route("/admin/people/{person}", get(people::person::show))
        .route("/admin/people/{person}/history", get(history::person))
        .route("/admin/people/{person}/role", post(people::person::change_role))
        .route("/admin/people/{person}/password", post(people::person::reset))
        .route("/admin/people/{person}/disable", post(people::person::disable))
        .route("/admin/people/{person}/enable", post(people::person::enable))
        .route("/admin/people/{person}/remove", post(people::person::remove))
        .route("/admin/lists/{list}/columns", post(lists::columns))
        .route("/admin/lists/{list}/views", get(views::show).post(views::save))
        .route("/admin/views/{view}/remove", post(lists::remove))
        .route("/admin/settings", get(settings::show).post(settings::change))
        .route("/admin/settings/history", get(history::settings))
        .route("/admin/verify", get(verify::show).post(verify_form::prove))
        .route("/admin/verify/{proof}", get(verify::one))
}
