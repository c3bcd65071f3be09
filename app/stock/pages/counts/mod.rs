//! Counting at the desk and on the floor.

mod deal;
mod evidence;
mod figures;
mod finish;
mod floor;
mod floor_words;
mod line;
mod list;
mod picked;
mod plan;
mod programme;
mod programme_form;
mod programmes;
mod review;
mod review_lines;
mod show;
mod unknown;

use axum::{
    Router,
    routing::{get, post},
};
use kit::Tone;
use stock_rules::CountState;
use wire::PageState;

/// The pages of counting.
pub(crate) fn routes() -> Router<PageState> {
    Router::new()
        .route("/stock/counts", get(list::show))
        .route("/stock/counts/export.csv", get(list::export))
        .route("/stock/counts/new", get(plan::show).post(plan::submit))
        .route("/stock/counts/accuracy", get(figures::accuracy))
        .route("/stock/counts/accuracy/export.csv", get(figures::accuracy_file))
        .route("/stock/counts/shrinkage", get(figures::shrinkage))
        .route("/stock/counts/shrinkage/export.csv", get(figures::shrinkage_file))
        .route("/stock/counts/programmes", get(programmes::show))
        .route("/stock/counts/programmes/new", get(programme::new).post(programme::make))
        .route("/stock/counts/programmes/{programme}", get(programme::show).post(programme::change))
        .route("/stock/counts/programmes/{programme}/plan", post(programme::plan))
        .route("/stock/counts/{count}", get(show::show))
        .route("/stock/counts/{count}/history", get(crate::history::count))
        .merge(line::routes())
        .route("/stock/counts/{count}/deal", post(deal::submit))
        .route("/stock/counts/{count}/submit", post(show::submit))
        .route("/stock/counts/{count}/cancel", post(show::cancel))
        .route("/stock/counts/{count}/review", get(review::show).post(review::submit))
        .route("/stock/counts/{count}/unknown", post(unknown::submit))
        .route("/floor", get(floor::tiles))
        .route("/floor/counts/{count}", get(floor::show).post(floor::submit))
        .route("/floor/counts/{count}/undo", post(floor::undo))
        .route("/floor/counts/{count}/finish", get(finish::show).post(finish::submit))
}

/// How a state looks: only what needs somebody has a colour.
fn tone(state: CountState) -> Tone {
    match state {
        CountState::Open | CountState::Cancelled => Tone::Neutral,
        CountState::Counting => Tone::Info,
        CountState::Review => Tone::Warn,
        CountState::Posted => Tone::Ok,
    }
}
