//! Imports: the list with its upload, one import in each of its states, what it asks, what it sets aside.

mod aside;
mod busy;
mod changes;
mod check;
mod done;
mod download;
mod form;
mod list;
mod options;
mod places;
mod show;
mod tell;
mod undo;
mod upload;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use vocabulary::{AppError, ImportId};
use wire::{PageError, PageState};

/// The pages of imports and exports.
pub(crate) fn routes() -> Router<PageState> {
    // The upload counts its bytes itself, as they come.
    let upload = Router::new().route("/admin/imports", get(list::show).post(upload::submit)).layer(DefaultBodyLimit::disable());
    Router::new()
        .merge(upload)
        .route("/admin/imports/export.csv", get(list::export))
        .route("/admin/imports/{import}", get(show::show))
        .route("/admin/imports/{import}/history", get(crate::history::import))
        .route("/admin/imports/{import}/options", get(options::show).post(options::submit))
        .route("/admin/imports/{import}/start", post(show::start))
        .route("/admin/imports/{import}/again", post(show::again))
        .route("/admin/imports/{import}/discard", post(show::discard))
        .route("/admin/imports/{import}/mend", post(aside::mend))
        .route("/admin/imports/{import}/suggestions", post(aside::take_all))
        .route("/admin/imports/{import}/mended", post(aside::run))
        .route("/admin/imports/{import}/aside.csv", get(download::aside))
        .route("/admin/imports/{import}/undo", get(undo::show).post(undo::submit))
        .route("/admin/export/{file}", get(download::export))
}

/// The import of an address.
pub(crate) fn import_of(raw: &str) -> Result<ImportId, PageError> {
    raw.parse().map_err(|_| PageError(AppError::NotFound))
}
