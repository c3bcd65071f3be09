//! The one module the browser loads, built twice: `admin` with the desk's islands, `floor` with the phone app.

// Nothing here names an island; without these the linker would drop them all.
#[cfg(feature = "floor")]
use floor as _;
#[cfg(feature = "admin")]
use islands as _;

use leptos::prelude::Owner;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static ROOT: RefCell<Option<Owner>> = const { RefCell::new(None) };
}

/// Called by the boot script once the module is there, before any island wakes.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
    ROOT.set(Owner::current());
}

/// Called before each island that is not inside another: an island's owner must not become the next one's parent, or
/// its context leaks.
#[wasm_bindgen]
pub fn root_scope() {
    ROOT.with_borrow(|root| {
        if let Some(root) = root {
            root.set();
        }
    });
}
