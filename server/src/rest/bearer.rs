//! A token for the API: a session like a browser's, carried in a header.

use axum::{
    Extension, Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
};
use platform::{
    problem,
    session::{MINUTES, Sessions},
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tower_sessions::{Expiry, Session};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        ContentBuilder, HttpMethod, OpenApi, Ref, RefOr, Required, ResponseBuilder,
        path::{OperationBuilder, PathItem},
        request_body::RequestBodyBuilder,
        security::SecurityRequirement,
    },
};
use vocabulary::AppError;
use wire::{Guest, PageState};

pub fn routes() -> Router<PageState> {
    Router::new().route("/sessions", post(open))
}

/// Puts opening a session into the API's document: the one door that needs none.
pub fn describe(document: &mut OpenApi) {
    let json = |name: &str| ContentBuilder::new().schema(Some(RefOr::Ref(Ref::from_schema_name(name)))).build();
    let body = RequestBodyBuilder::new().content("application/json", json("Credentials")).required(Some(Required::True)).build();
    let operation = OperationBuilder::new()
        .tag("admin")
        .summary(Some("Open a session and get its token"))
        .operation_id(Some("admin.open_session"))
        .security(SecurityRequirement::default())
        .request_body(Some(body))
        .response("201", ResponseBuilder::new().description("Opened").content("application/json", json("Opened")))
        .response("401", ResponseBuilder::new().description("No account has this email and this password (RFC 9457)"))
        .response("default", ResponseBuilder::new().description("A problem (RFC 9457), with a stable code"));
    document.paths.paths.entry(String::from("/api/v1/sessions")).or_default().merge_operations(PathItem::new(HttpMethod::Post, operation));
    let schemas = &mut document.components.get_or_insert_with(Default::default).schemas;
    schemas.insert(String::from("Credentials"), Credentials::schema());
    schemas.insert(String::from("Opened"), Opened::schema());
}

/// Who opens a session.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Credentials {
    email: String,
    #[schema(format = Password)]
    password: String,
}

/// An open session.
#[derive(Serialize, ToSchema)]
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
    let session = Session::new(None, Arc::new(sessions), Some(Expiry::OnInactivity(tower_sessions::cookie::time::Duration::minutes(MINUTES))));
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
