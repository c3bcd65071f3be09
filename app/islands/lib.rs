//! What reacts on the desk's pages: each an island that wakes markup which the server drew and which works without it.
//! The words are in the markup, in the person's language; not one of them is in the module.

#[cfg(target_arch = "wasm32")]
mod days;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
mod follow;
#[cfg(target_arch = "wasm32")]
mod keys;
#[cfg(any(target_arch = "wasm32", test))]
mod months;
#[cfg(target_arch = "wasm32")]
mod palette;
#[cfg(target_arch = "wasm32")]
mod picks;

use leptos::prelude::*;

/// A slider over days: among its children is a form with a `DaySlider` and a field `day`, which is sent when the slider rests.
#[island]
pub fn Days(children: Children) -> impl IntoView {
    #[cfg(target_arch = "wasm32")]
    once(days::wake);
    children()
}

/// Follows work under way: its child has `data-follow` with a [`progress`](https://developer.mozilla.org/docs/Web/HTML/Element/progress)
/// bar and its words, and is replaced by what the same page shows later. When the page no longer has it, the work is done.
#[island]
pub fn Follow(children: Children) -> impl IntoView {
    #[cfg(target_arch = "wasm32")]
    once(follow::wake);
    children()
}

/// The palette and the keys of the desk: its child is the dialog `palette`; the keys are listed in the popover `keys`.
#[island]
pub fn Palette(children: Children) -> impl IntoView {
    #[cfg(target_arch = "wasm32")]
    once(|| {
        palette::wake();
        keys::wake();
    });
    children()
}

/// Picking rows of a list: all of a page, a range with the shift key, the number said aloud.
#[island]
pub fn Picks() -> impl IntoView {
    #[cfg(target_arch = "wasm32")]
    once(picks::wake);
}

/// After the island is in the page, and once.
#[cfg(target_arch = "wasm32")]
fn once(wake: impl Fn() + 'static) {
    Effect::new(move |before: Option<()>| {
        if before.is_none() {
            wake();
        }
    });
}
