//! The notify room over REST.

use crate::press;
use axum::{
    Router,
    extract::{RawPathParams, Request, State},
    http::{HeaderName, header},
    response::{IntoResponse, Response},
    routing::post,
};
use notify_rules::{ListLabelSheets, PreviewLabels, PrintLabels};
use platform::{
    problem,
    rest::{Api, Caller, answer},
};
use utoipa::openapi::{ContentBuilder, ResponseBuilder};
use vocabulary::{AppError, Operation as _};
use wire::PageState;

/// The path of the one route that does not answer JSON.
const LABELS: &str = "/labels";

/// Every route of this room.
#[must_use]
pub fn api() -> Api {
    let listed = Api::new("notify")
        .get::<ListLabelSheets>("/label-sheets", "All label sheets and rolls")
        .ask::<PreviewLabels>("/labels/preview", "What would be printed");
    // Described as every command is, but for what comes back, which is a PDF and has a handler of its own.
    let described = Api::new("notify").post::<PrintLabels>(LABELS, "Print labels");
    let Api { router, mut paths, mut schemas, .. } = listed;
    schemas.extend(described.schemas);
    paths.extend(described.paths.into_iter().map(|(path, method, mut operation)| {
        let pdf = ContentBuilder::new().build();
        let done = ResponseBuilder::new().description("The labels").content("application/pdf", pdf).build();
        operation.responses.responses.insert(String::from("200"), done.into());
        (path, method, operation)
    }));
    let mut api = Api::new("notify");
    (api.router, api.paths, api.schemas) = (router.route(LABELS, post(print)), paths, schemas);
    api
}

pub fn routes() -> Router<PageState> {
    api().router
}

/// The command runs and commits; then, beside the threads that serve requests, the PDF is drawn.
async fn print(State(state): State<PageState>, caller: Caller, path: RawPathParams, request: Request) -> Response {
    let words = caller.visit.words;
    let drawn = async {
        let print = answer::<PrintLabels>(&state, &caller, &path, request).await?;
        tokio::task::spawn_blocking(move || press().pdf(&print)).await.unwrap_or_else(|cause| {
            tracing::error!(operation = PrintLabels::NAME, %cause, "drawing panicked");
            Err(AppError::Unavailable)
        })
    };
    match drawn.await {
        Ok(pdf) => document(pdf),
        Err(error) => problem::response(&error, &words),
    }
}

fn document(pdf: Vec<u8>) -> Response {
    let headers: [(HeaderName, &str); 2] =
        [(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, r#"inline; filename="labels.pdf""#)];
    (headers, pdf).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_says_that_labels_are_a_pdf() {
        let api = api();
        let paths: Vec<&str> = api.paths.iter().map(|(path, ..)| path.as_str()).collect();
        assert_eq!(paths, ["/api/v1/label-sheets", "/api/v1/labels/preview", "/api/v1/labels"]);
        let print = serde_json::to_value(&api.paths[2].2).unwrap();
        assert!(print["responses"]["200"]["content"].get("application/pdf").is_some(), "{print}");
        assert!(print["requestBody"].is_object() && print["parameters"][0]["name"] == "Idempotency-Key");
        let preview = serde_json::to_value(&api.paths[1].2).unwrap();
        assert!(preview["requestBody"].is_object() && preview.get("parameters").is_none());
    }
}
