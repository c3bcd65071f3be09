//! What was done to a place is told twice: in its own trail, and in its store's, whose History page tells of its places
//! too and reads one key for it.

use platform::{Done, Trail};
use vocabulary::{LocationId, StoreId};

/// A reply with both trails, where there is something to tell; `say` notes what was changed.
pub(crate) fn told<R>(done: Done<R>, location: LocationId, store: impl Into<StoreId>, code: &str, say: impl Fn(Trail) -> Trail) -> Done<R> {
    let (own, of_store) = (say(Trail::of("location", location)), say(Trail::of("store", store.into())));
    if own.detail.is_empty() {
        return done;
    }
    done.trail(own.with("place", code)).trail(of_store.with("place", code))
}
