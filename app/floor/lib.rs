//! The phone on the shop's floor: one island. A scan is stored on the phone before it is shown, sent when it can be, and
//! never lost by a reload.
//!
//! The page is whole without the module: the server draws it (`view`), and its forms are answered by the server. The
//! island holds that markup as its children, so that not a line of it is in the module: what moves is found by its id and
//! set. What the page knows is in it as one block of JSON, read by the browser's own parser.

pub mod model;
pub mod number;

#[cfg(not(target_arch = "wasm32"))]
mod start;
#[cfg(not(target_arch = "wasm32"))]
mod view;
#[cfg(not(target_arch = "wasm32"))]
pub use {start::*, view::Floor};

#[cfg(target_arch = "wasm32")]
mod data;
#[cfg(target_arch = "wasm32")]
mod device;
#[cfg(target_arch = "wasm32")]
mod engine;
#[cfg(target_arch = "wasm32")]
mod keep;
#[cfg(target_arch = "wasm32")]
mod paint;
#[cfg(target_arch = "wasm32")]
mod send;
#[cfg(target_arch = "wasm32")]
mod state;

use leptos::prelude::*;

/// Wakes the phone's page, which is its child.
#[island]
pub fn CountFloor(children: Children) -> impl IntoView {
    #[cfg(target_arch = "wasm32")]
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            engine::wake();
        }
    });
    children()
}
