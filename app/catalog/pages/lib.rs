//! The catalog room's pages, one file each: the GET view and the POST handler side by side.

mod attribute_rows;
mod axes;
mod bundle;
mod categories;
mod category;
mod category_forms;
mod codes;
mod common;
mod duplicates;
mod edit;
mod history;
mod item;
mod items;
mod items_bulk;
mod new;
mod said;
mod scan;
mod state;
mod stock;
mod tracking;
mod units;
mod variant;
mod variant_form;

use axum::{
    Router,
    routing::{get, post},
};
use wire::PageState;

/// This room's pages.
pub fn routes() -> Router<PageState> {
    Router::new()
        .route("/catalog/items", get(items::show))
        .route("/catalog/items/export.csv", get(items_bulk::export))
        .route("/catalog/items/bulk", post(items_bulk::submit))
        .route("/catalog/items/new", get(new::show).post(new::submit))
        .route("/catalog/items/{item}", get(item::show))
        .route("/catalog/items/{item}/axes", get(axes::show).post(axes::submit))
        .route("/catalog/items/{item}/tracking", get(tracking::show).post(tracking::submit))
        .route("/catalog/items/{item}/edit", get(edit::show).post(edit::submit))
        .route("/catalog/items/{item}/history", get(history::show))
        .route("/catalog/items/{item}/state", post(state::submit))
        .route("/catalog/items/{item}/variants/new", get(variant::new).post(variant::submit_new))
        .route("/catalog/variants/{variant}", get(variant::show))
        .route("/catalog/variants/{variant}/edit", get(variant::edit).post(variant::submit_edit))
        .route("/catalog/variants/{variant}/barcodes", get(codes::show).post(codes::submit))
        .route("/catalog/variants/{variant}/barcodes/remove", post(codes::remove))
        .route("/catalog/variants/{variant}/supplier-codes", get(codes::show_supplier).post(codes::submit_supplier))
        .route("/catalog/variants/{variant}/supplier-codes/remove", post(codes::remove_supplier))
        .route("/catalog/variants/{variant}/units", get(units::show).post(units::submit))
        .route("/catalog/variants/{variant}/units/archive", post(units::archive))
        .route("/catalog/variants/{variant}/kit", get(bundle::show).post(bundle::submit))
        .route("/catalog/variants/{variant}/kit/remove", post(bundle::remove))
        .route("/catalog/categories", get(categories::show))
        .route("/catalog/categories/new", get(category_forms::new).post(category_forms::submit_new))
        .route("/catalog/categories/{category}", get(category::show))
        .route("/catalog/categories/{category}/edit", get(category_forms::edit).post(category_forms::submit_edit))
        .route("/catalog/categories/{category}/merge", get(category_forms::merge).post(category_forms::submit_merge))
        .route("/catalog/categories/{category}/delete", post(category::delete))
        .route("/catalog/categories/{category}/history", get(history::category))
        .route("/catalog/scan", get(scan::show))
}
