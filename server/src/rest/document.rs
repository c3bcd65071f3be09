//! The API's own description: OpenAPI 3.1, made from the routes themselves.

use axum::Json;
use utoipa::openapi::{
    InfoBuilder, OpenApi, OpenApiBuilder,
    security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
};

/// The document of `/api/v1`.
#[must_use]
pub fn openapi() -> OpenApi {
    let info = InfoBuilder::new().title("Stockroom").version(env!("CARGO_PKG_VERSION")).description(Some(include_str!("about.md"))).build();
    let mut document = OpenApiBuilder::new().info(info).security(Some([SecurityRequirement::new("session", Vec::<String>::new())])).build();
    for api in [stock::rest::api(), catalog::rest::api(), admin::rest::api(), notify::rest::api()] {
        api.describe(&mut document);
    }
    super::bearer::describe(&mut document);
    let bearer =
        SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("A token from POST /api/v1/sessions")).build());
    document.components.get_or_insert_with(Default::default).security_schemes.insert(String::from("session"), bearer.into());
    document
}

pub async fn serve() -> Json<OpenApi> {
    Json(openapi())
}
