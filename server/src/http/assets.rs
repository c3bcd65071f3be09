//! Built files: style, modules, fonts, icons. Their addresses carry the build's version, so they may be kept for ever.

use anyhow::Context as _;
use axum::{Router, http::HeaderValue, http::header, response::Redirect, routing::get};
use std::path::{Path, PathBuf};
use tower::ServiceBuilder;
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// Where `cargo leptos watch` builds the desk's module, where it has started us: anew under the same name, neither squeezed
/// nor with a version.
fn watched() -> Option<PathBuf> {
    std::env::var_os("LEPTOS_WATCH")?;
    Some(PathBuf::from(std::env::var_os("LEPTOS_SITE_ROOT")?))
}

/// The version the build wrote beside its files.
///
/// # Errors
/// When nothing was built.
pub fn version(site: &Path) -> anyhow::Result<String> {
    if watched().is_some() {
        return Ok(std::process::id().to_string());
    }
    let file = site.join("version");
    let version = std::fs::read_to_string(&file).with_context(|| format!("{} is missing: run `make build`", file.display()))?;
    Ok(version.trim().to_owned())
}

pub fn routes(site: &Path) -> Router {
    let cached = |value| SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static(value));
    let built = |folder: &str| ServeDir::new(site.join(folder)).precompressed_br().precompressed_gzip();
    let kept = |folder: &str| ServiceBuilder::new().layer(cached("public, max-age=31536000, immutable")).service(built(folder));
    let pkg = match watched() {
        Some(fresh) => {
            let folder = ServeDir::new(fresh.join("pkg")).fallback(built("pkg"));
            Router::new().fallback_service(ServiceBuilder::new().layer(cached("no-store")).service(folder))
        }
        None => Router::new().fallback_service(kept("pkg")),
    };
    let file = |name: &str| {
        ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600")))
            .service(tower_http::services::ServeFile::new(site.join(name)))
    };
    Router::new()
        .nest_service("/pkg", pkg)
        .nest_service("/fonts", kept("fonts"))
        .route_service("/icons.svg", file("icons.svg"))
        .route_service("/favicon.svg", file("favicon.svg"))
        // What a browser asks for where no page names another: beside a PDF.
        .route("/favicon.ico", get(|| async { Redirect::permanent("/favicon.svg") }))
        .route_service("/manifest.webmanifest", file("manifest.webmanifest"))
        .route_service("/robots.txt", file("robots.txt"))
}
