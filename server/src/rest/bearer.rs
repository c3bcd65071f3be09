//! A token for the API: a session like a browser's, carried in a header.

use axum::{
    Extension, Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
};
use platform::{problem, session::Sessions};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tower_sessions::{Expiry, Session};
use vocabulary::AppError;
use wire::{Guest, PageState};

pub fn routes() -> Router<PageState> {
    Router::new().route("/sessions", post(open))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Credentials {
    email: String,
    password: String,
}

#[derive(Serialize)]
struct Opened {
    /// Send it as `Authorization: Bearer …`. Good for 12 hours after its last use.
    token: String,
}

async fn open(
    State(state): State<PageState>,
    Extension(sessions): Extension<Sessions>,
    Extension(guest): Extension<Guest>,
    Json(given): Json<Credentials>,
) -> Response {
    let session = Session::new(None, Arc::new(sessions), Some(Expiry::OnInactivity(tower_sessions::cookie::time::Duration::hours(12))));
    let opened = async {
        state.gate.sign_in(&session, &given.email, &given.password).await?;
        session.save().await.map_err(|_| AppError::Unavailable)?;
        session.id().map(|id| id.to_string()).ok_or(AppError::Unavailable)
    };
    match opened.await {
        Ok(token) => (StatusCode::CREATED, Json(Opened { token })).into_response(),
        Err(AppError::Conflict { .. }) => problem::response(&AppError::SignedOut, &guest.words),
        Err(error) => problem::response(&error, &guest.words),
    }
}
