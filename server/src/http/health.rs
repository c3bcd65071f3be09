//! Is the process alive; may it be given work.

use axum::{extract::State, http::StatusCode};
use platform::Database;
use tokio::sync::watch;

/// What readiness depends on.
#[derive(Clone)]
pub struct Readiness {
    pub database: Database,
    pub stopping: watch::Receiver<bool>,
}

pub async fn live() -> &'static str {
    "alive\n"
}

/// Ready when the database answers and nobody has asked the process to stop.
pub async fn ready(State(state): State<Readiness>) -> (StatusCode, &'static str) {
    if *state.stopping.borrow() {
        (StatusCode::SERVICE_UNAVAILABLE, "stopping\n")
    } else if state.database.answers().await {
        (StatusCode::OK, "ready\n")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
    }
}
