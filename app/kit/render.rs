//! A view as HTML.

use leptos::{prelude::*, reactive::owner::Owner};
use std::sync::Arc;

/// Renders a page's own part, complete: no data is waited for in a view, because handlers ask before they render.
/// Islands in it carry what the browser needs to wake them.
pub fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(hydration_context::SsrSharedContext::new_islands())));
    owner.with(|| view().into_view().to_html())
}
