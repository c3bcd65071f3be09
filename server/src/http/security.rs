//! What every answer carries, and which requests are not let in.

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, header, uri::Authority},
    middleware::Next,
    response::{IntoResponse, Response},
};
use hyper::body::{Frame, SizeHint};
use std::{
    any::Any,
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};
use tokio_stream::StreamExt as _;
use vocabulary::AppError;
use wire::PageError;

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
        PageError(AppError::Foreign).into_response()
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
        Box::pin(async move { tokio::time::timeout(most, next.run(request)).await.unwrap_or_else(|_| PageError(AppError::TimedOut).into_response()) })
    }
}

/// Answers on a task of its own, to the end, also for a client that has hung up or waited long enough. Dropped in the
/// middle, a question to the database leaves its connection in the middle of a conversation, of no use to anybody.
pub async fn detached(request: Request, next: Next) -> Response {
    match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
        // The runtime is going down.
        Err(_) => PageError(AppError::Unavailable).into_response(),
    }
}

/// Most of a body that is still read when its answer is ready.
const REST: u64 = 1024 * 1024;
/// How long the next piece of it may take.
const PIECE: Duration = Duration::from_millis(300);

/// Reads the rest of a body whose request was answered before it had come, up to a limit: a client that is still sending
/// when the connection or the stream goes away reports that, and never the answer.
pub async fn drained(request: Request, next: Next) -> Response {
    // Who waits to be asked for the body, or has announced more than we would read, finds the answer by itself.
    let asks = request.headers().contains_key(header::EXPECT) || request.body().size_hint().lower() > REST;
    if asks || request.body().is_end_stream() {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let rest = Shared(Arc::new(Mutex::new(body)));
    let response = next.run(Request::from_parts(parts, Body::new(rest.clone()))).await;
    let mut rest = Body::new(rest).into_data_stream();
    let mut read = 0;
    while read < REST {
        match tokio::time::timeout(PIECE, rest.next()).await {
            Ok(Some(Ok(piece))) => read += piece.len() as u64,
            _ => break,
        }
    }
    response
}

/// A body that two may read, one after the other.
#[derive(Clone)]
struct Shared(Arc<Mutex<Body>>);

impl Shared {
    fn with<T>(&self, read: impl FnOnce(Pin<&mut Body>) -> T) -> T {
        let mut body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        read(Pin::new(&mut *body))
    }
}

impl HttpBody for Shared {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.with(|body| body.poll_frame(context))
    }

    fn is_end_stream(&self) -> bool {
        self.with(|body| body.is_end_stream())
    }

    fn size_hint(&self) -> SizeHint {
        self.with(|body| body.size_hint())
    }
}

/// A panic is our fault, is logged, and says nothing of its inside but the reference it is found by.
#[expect(clippy::needless_pass_by_value, reason = "the layer's signature")]
pub fn panicked(cause: Box<dyn Any + Send + 'static>) -> axum::http::Response<Body> {
    let cause = cause.downcast_ref::<String>().cloned().or_else(|| cause.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    let reference = uuid::Uuid::now_v7().simple().to_string().split_off(20);
    tracing::error!(reference, cause, "a request panicked");
    PageError(AppError::Internal { reference }).into_response()
}
