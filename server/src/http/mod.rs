//! The web server's layers, from the outside in: headers, words for what no page could say, the deadline, body limit,
//! where a request comes from, session, who is visiting, the frame, and inside it pages and the API.

pub mod assets;
pub mod health;
pub mod listen;
pub mod security;
pub mod spoken;
pub mod trust;
pub mod visit;

use crate::wiring::Process;
use app::Assets;
use axum::{Router, extract::DefaultBodyLimit, middleware::from_fn, middleware::from_fn_with_state, routing::get};
use std::{path::Path, sync::Arc, time::Duration};
use tokio::sync::watch;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};
use tower_sessions::{Expiry, SessionManagerLayer, cookie::SameSite};
use wire::PageState;

/// Most bytes of a request's body, but where a route says otherwise (uploads do).
const BODY: usize = 1024 * 1024;

/// A way in: what differs between the plain door of this machine and the https door of the network.
#[derive(Clone)]
pub struct Entrance {
    /// Cookies are `__Host-` and Secure. No door sends HSTS: with our own authority it would forbid a phone to go past
    /// the warning that leads to `/ca.crt`, and on `localhost` it would lock out every other program's port. Where a real
    /// certificate stands in front of us, whoever holds it sends the header.
    pub secure: bool,
    /// The authority to trust, where it is ours.
    pub trust: Option<trust::Trust>,
    /// True from the moment the process is asked to stop.
    pub stopping: watch::Receiver<bool>,
}

/// Everything that answers over HTTP.
///
/// # Errors
/// When the built assets cannot be found.
pub fn router(process: &Process, site: &Path, entrance: &Entrance) -> anyhow::Result<Router> {
    let secure_cookies = entrance.secure;
    let assets = Assets { version: assets::version(site)?.into() };
    let state = PageState { desk: process.desk_for_pages(), gate: Arc::new(process.gate.clone()) };
    let visits = visit::Visits { database: process.desk.database().clone(), gate: process.gate.clone(), secure: secure_cookies };
    let sessions = SessionManagerLayer::new(process.gate.sessions())
        .with_name(visits.named(visit::SESSION))
        .with_secure(secure_cookies)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(tower_sessions::cookie::time::Duration::minutes(platform::session::MINUTES)));
    let pages = app::pages(|room| process.rooms.has(room))
        .merge(visit::routes())
        .with_state(state.clone())
        .fallback(|| async { axum::http::StatusCode::NOT_FOUND })
        .layer(from_fn_with_state(assets.clone(), app::frame))
        // What draws labels, for the pages that know neither fonts nor PDF.
        .layer(axum::Extension(notify::press()));
    let inside = Router::new()
        .nest("/api/v1", crate::rest::router(state, &process.rooms).layer(axum::Extension(process.gate.sessions())))
        .merge(pages)
        .layer(from_fn_with_state(visits.clone(), visit::visit))
        .layer(sessions)
        .layer(from_fn(security::same_origin))
        .layer(DefaultBodyLimit::max(BODY))
        .layer(from_fn(security::detached))
        .layer(from_fn(security::drained));
    let database = process.desk.database().clone();
    Ok(Router::new()
        .route("/livez", get(health::live))
        .route("/readyz", get(health::ready).with_state(health::Readiness { database, stopping: entrance.stopping.clone() }))
        .merge(entrance.trust.clone().map(trust::routes).unwrap_or_default())
        .merge(assets::routes(site))
        .merge(inside)
        .layer(CatchPanicLayer::custom(security::panicked))
        .layer(from_fn(security::deadline(Duration::from_secs(60))))
        .layer(from_fn_with_state(spoken::Spoken { visits, assets }, spoken::spoken))
        .layer(from_fn(security::headers))
        .layer(CompressionLayer::new()))
}
