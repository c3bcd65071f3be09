//! Is the process alive; may it be given work.

use axum::{extract::State, http::StatusCode};
use platform::Database;

pub async fn live() -> &'static str {
    "alive\n"
}

/// Ready when the database answers.
pub async fn ready(State(database): State<Database>) -> (StatusCode, &'static str) {
    if database.answers().await { (StatusCode::OK, "ready\n") } else { (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n") }
}
