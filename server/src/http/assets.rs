//! Built files: style, modules, fonts, icons. Their addresses carry the build's version, so they may be kept for ever.

use anyhow::Context as _;
use axum::{Router, http::HeaderValue, http::header, response::Redirect, routing::get};
use std::path::Path;
use tower::ServiceBuilder;
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// Whether `cargo leptos watch` has started us: it writes files anew under their names, and neither squeezes them nor
/// says their version.
fn is_watched() -> bool {
    std::env::var_os("LEPTOS_WATCH").is_some()
}

/// The version the build wrote beside its files.
///
/// # Errors
/// When nothing was built.
pub fn version(site: &Path) -> anyhow::Result<String> {
    if is_watched() {
        return Ok(std::process::id().to_string());
    }
    let file = site.join("version");
    let version = std::fs::read_to_string(&file).with_context(|| format!("{} is missing: run `make build`", file.display()))?;
    Ok(version.trim().to_owned())
}

pub fn routes(site: &Path) -> Router {
    let keep = if is_watched() { "no-store" } else { "public, max-age=31536000, immutable" };
    let kept = |folder: &str| {
        let folder = ServeDir::new(site.join(folder));
        let folder = if is_watched() { folder } else { folder.precompressed_br().precompressed_gzip() };
        ServiceBuilder::new().layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static(keep))).service(folder)
    };
    let file = |name: &str| {
        ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600")))
            .service(tower_http::services::ServeFile::new(site.join(name)))
    };
    Router::new()
        .nest_service("/pkg", kept("pkg"))
        .nest_service("/fonts", kept("fonts"))
        .route_service("/icons.svg", file("icons.svg"))
        .route_service("/favicon.svg", file("favicon.svg"))
        // What a browser asks for where no page names another: beside a PDF.
        .route("/favicon.ico", get(|| async { Redirect::permanent("/favicon.svg") }))
        .route_service("/manifest.webmanifest", file("manifest.webmanifest"))
        .route_service("/robots.txt", file("robots.txt"))
}
