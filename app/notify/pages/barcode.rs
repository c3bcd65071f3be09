//! A code as a picture, for pages that show what is printed on an item: `/notify/barcode/5012345678900.svg`.

use axum::{
    Extension,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use notify_rules::Press;
use std::sync::Arc;
use vocabulary::Code;
use wire::Visit;

/// The picture of a code never changes; it is kept by the visitor's own browser alone, because codes are theirs.
const KEEP: &str = "private, max-age=604800, immutable";

pub(crate) async fn show(_: Visit, Extension(press): Extension<Arc<dyn Press>>, Path(file): Path<String>) -> Response {
    let code = file.strip_suffix(".svg").filter(|code| code.len() <= Code::MAX);
    match code.and_then(|code| press.symbol(code)) {
        Some(svg) => ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, KEEP)], svg).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
