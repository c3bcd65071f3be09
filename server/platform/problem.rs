//! An error as the API tells it: RFC 9457, with our stable code, in the asker's language.

use crate::unreadable::CAUSE;
use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use vocabulary::{AppError, FieldError, Param};
use words::Words;

/// The code of a body that is too large: the one refusal of a field that HTTP has a status of its own for.
pub const TOO_LARGE: &str = "body-too-large";

/// The body of `application/problem+json`.
#[derive(Serialize)]
pub struct Problem {
    /// `/problems/{code}`: what kind of problem; its page explains it.
    #[serde(rename = "type")]
    pub kind: String,
    pub title: String,
    pub status: u16,
    pub code: String,
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    pub params: serde_json::Map<String, serde_json::Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
}

/// What is wrong with one field.
#[derive(Serialize)]
pub struct FieldProblem {
    /// A JSON pointer into the request's body (RFC 6901).
    pub pointer: String,
    pub code: String,
    pub detail: String,
    /// What could not be read, as the machine says it: English, for whoever writes the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
}

impl Problem {
    #[must_use]
    pub fn of(error: &AppError, words: &Words) -> Self {
        let said = error.said();
        let errors = match error {
            AppError::Invalid { fields } => fields
                .iter()
                .map(|field| FieldProblem {
                    pointer: format!("/{}", field.field.replace(['.', '['], "/").replace(']', "")),
                    code: field.said.code.clone(),
                    detail: words.field_error(field),
                    cause: cause(field),
                })
                .collect(),
            _ => Vec::new(),
        };
        let params = said.params.iter().map(|(name, value)| (name.clone(), serde_json::to_value(value).unwrap_or_default())).collect();
        let too_large = errors.iter().any(|field| field.code == TOO_LARGE);
        let status = if too_large { StatusCode::PAYLOAD_TOO_LARGE.as_u16() } else { error.status() };
        Self { kind: format!("/problems/{}", said.code), title: words.said(&said), status, code: said.code, params, errors }
    }
}

fn cause(field: &FieldError) -> Option<String> {
    field.said.params.iter().find_map(|(name, value)| match value {
        Param::Text(text) if name == CAUSE => Some(text.clone()),
        _ => None,
    })
}

/// The answer to a failed API request.
#[must_use]
pub fn response(error: &AppError, words: &Words) -> Response {
    let problem = Problem::of(error, words);
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Json(problem)).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if let AppError::TooMany { retry_after_s } = error {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*retry_after_s));
    }
    response
}
