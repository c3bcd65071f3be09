//! Words for what is answered before or after any page: a foreign origin, a deadline, a panic, a database that is away.
//! Pages say it on a page, the API as a problem, in the reader's language as far as that is known by then.

use crate::http::{
    security::Nonce,
    visit::{Visits, guessed, theme},
};
use app::{Assets, Reader};
use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::Response,
};
use platform::problem;
use std::sync::{Arc, OnceLock};
use wire::PageError;
use words::Words;

/// What the layer needs.
#[derive(Clone)]
pub struct Spoken {
    pub visits: Visits,
    pub assets: Assets,
}

/// How the reader is spoken to, once the session has been read: known out here when what was inside is lost.
#[derive(Clone, Default)]
pub struct Heard(Arc<OnceLock<(Words, String)>>);

impl Heard {
    /// Keeps a reader's words and their theme.
    pub fn set(&self, words: Words, theme: &str) {
        // The first to know says it.
        let _ = self.0.set((words, theme.to_owned()));
    }
}

/// Puts words on a [`PageError`] that nobody inside has put any on.
pub async fn spoken(State(spoken): State<Spoken>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let heard = Heard::default();
    parts.extensions.insert(heard.clone());
    let (words, look) = (guessed(&spoken.visits, &parts), theme(&spoken.visits, &parts));
    let nonce = parts.extensions.get::<Nonce>().map(|nonce| nonce.0.clone()).unwrap_or_default();
    let path = parts.uri.path_and_query().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(PageError(error)) = response.extensions().get::<PageError>().filter(|_| !response.headers().contains_key(header::CONTENT_TYPE)) else {
        return response;
    };
    let (words, theme) = heard.0.get().cloned().unwrap_or((words, look));
    let mut worded = if path.starts_with("/api/") {
        problem::response(error, &words)
    } else {
        app::stopgap(error, &Reader { words, theme, nonce, path }, &spoken.assets)
    };
    for name in [header::RETRY_AFTER, header::SET_COOKIE] {
        for value in response.headers().get_all(&name) {
            worded.headers_mut().append(name.clone(), value.clone());
        }
    }
    worded
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{Router, body::Body, body::to_bytes, http::StatusCode, middleware::from_fn_with_state, routing::get};
    use platform::Database;
    use tower::ServiceExt;
    use vocabulary::AppError;

    /// What is said to a request for `path` that fails with `error`, and its status and type.
    async fn said(path: &str, error: AppError, language: &str) -> (StatusCode, String, String) {
        let visits = {
            let database = Database::open("mysql://nobody@127.0.0.1:9/none", 1).unwrap();
            Visits { gate: platform::identity::Gate::new(database.clone()), database, secure: false }
        };
        let assets = Assets { version: "1".into() };
        let router =
            Router::new().fallback(get(move || async move { PageError(error) })).layer(from_fn_with_state(Spoken { visits, assets }, spoken));
        let request = Request::builder().uri(path).header("accept-language", language).body(Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        let kind = response.headers()[header::CONTENT_TYPE].to_str().unwrap().to_owned();
        let status = response.status();
        let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        (status, kind, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn what_never_became_a_page_is_told_in_the_readers_language() {
        let (status, kind, text) = said("/stock/receive", AppError::Foreign, "de").await;
        assert_eq!((status, kind.as_str()), (StatusCode::FORBIDDEN, "text/html; charset=utf-8"));
        assert!(text.contains("<html lang=\"de\"") && text.contains("Seite"), "{text}");
        let (status, kind, text) = said("/api/v1/stores", AppError::TimedOut, "fr").await;
        assert_eq!((status, kind.as_str()), (StatusCode::SERVICE_UNAVAILABLE, "application/problem+json"));
        assert!(text.contains("/problems/error-timed-out"), "{text}");
        let (status, _, text) = said("/", AppError::Internal { reference: String::from("7F3A") }, "en").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(text.contains("7F3A"), "{text}");
    }
}
