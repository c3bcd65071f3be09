//! What every answer carries, and which requests are not let in.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header, uri::Authority},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{any::Any, future::Future, pin::Pin, time::Duration};

/// The page's script nonce, in the request's extensions.
#[derive(Clone)]
pub struct Nonce(pub String);

/// Sets the headers every answer carries; a fresh nonce for each.
pub async fn headers(mut request: Request, next: Next) -> Response {
    let nonce = uuid::Uuid::new_v4().simple().to_string();
    request.extensions_mut().insert(Nonce(nonce.clone()));
    let mut response = next.run(request).await;
    let html = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let headers = response.headers_mut();
    let policy = if html {
        format!(
            "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; \
             font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; \
             base-uri 'none'; object-src 'none'"
        )
    } else {
        String::from("default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'")
    };
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::HeaderName::from_static("permissions-policy"), "camera=(self), microphone=(), geolocation=()"),
        (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Unsafe requests of browsers must come from our own pages.
pub async fn same_origin(request: Request, next: Next) -> Response {
    if request.method().is_safe() || comes_from_us(request.headers(), request.uri().authority().map(Authority::as_str)) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

/// `authority` is the request's own: HTTP/2 has no `Host`.
fn comes_from_us(headers: &HeaderMap, authority: Option<&str>) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some("same-origin" | "none"), _) => true,
        (Some(_), _) => false,
        (None, Some(origin)) => origin.split_once("://").map(|(_, host)| host) == text("host").or(authority),
        // No browser of today: let in only what carries no cookie, and so can do nothing in anybody's name.
        (None, None) => !headers.contains_key(header::COOKIE),
    }
}

type Answer = Pin<Box<dyn Future<Output = Response> + Send>>;

/// Gives up on an answer that takes longer; what a command has begun goes on by itself.
pub fn deadline(most: Duration) -> impl Fn(Request, Next) -> Answer + Clone + Send + 'static {
    move |request, next| {
        // An upload may take its time.
        let most = if request.method() == Method::POST { most * 10 } else { most };
        Box::pin(
            async move { tokio::time::timeout(most, next.run(request)).await.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response()) },
        )
    }
}

/// Answers on a task of its own, to the end, also for a client that has hung up or waited long enough. Dropped in the
/// middle, a question to the database leaves its connection in the middle of a conversation, of no use to anybody.
pub async fn detached(request: Request, next: Next) -> Response {
    match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
        // The runtime is going down.
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// A panic is our fault, is logged, and says nothing of its inside.
#[expect(clippy::needless_pass_by_value, reason = "the layer's signature")]
pub fn panicked(cause: Box<dyn Any + Send + 'static>) -> axum::http::Response<Body> {
    let cause = cause.downcast_ref::<String>().cloned().or_else(|| cause.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    tracing::error!(cause, "a request panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
