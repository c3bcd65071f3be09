//! What was refused before a route of ours could read it, told as a problem like everything else: an address that is no
//! text, a body of another type, one that is too large.

use axum::{
    body::to_bytes,
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::Response,
};
use platform::problem;
use vocabulary::{AppError, FieldError};
use wire::{Guest, PageError};

/// Most of a refusal's own text that is looked at.
const MOST: usize = 1024;

pub async fn problems(request: Request, next: Next) -> Response {
    let words = request.extensions().get::<Guest>().map(|guest| guest.words);
    let asks = request.uri().query().is_some();
    let response = next.run(request).await;
    let plain = response.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    let Some(words) = words.filter(|_| plain && response.status().is_client_error()) else { return response };
    let (parts, body) = response.into_parts();
    if let Some(PageError(error)) = parts.extensions.get::<PageError>() {
        return problem::response(error, &words);
    }
    let error = match parts.status {
        StatusCode::PAYLOAD_TOO_LARGE => AppError::invalid("body", problem::TOO_LARGE),
        StatusCode::UNAUTHORIZED => AppError::SignedOut,
        StatusCode::FORBIDDEN => AppError::Forbidden,
        StatusCode::BAD_REQUEST if asks => AppError::invalid("query", "query-unreadable"),
        StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY => {
            let cause = to_bytes(body, MOST).await.unwrap_or_default();
            FieldError::new("body", "field-unreadable").with("cause", String::from_utf8_lossy(&cause).into_owned()).into()
        }
        // An address that is no text is nobody's.
        _ => AppError::NotFound,
    };
    problem::response(&error, &words)
}
