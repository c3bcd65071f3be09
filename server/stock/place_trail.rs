//! What was done to a place is told twice: in its own trail, and in its store's, whose History page tells of its places
//! too and reads one key for it.

use platform::{Done, Trail};
use vocabulary::{LocationId, StoreId};

/// A reply with both trails; `say` notes what was changed.
pub(crate) fn told<R>(done: Done<R>, location: LocationId, store: impl Into<StoreId>, code: &str, say: impl Fn(Trail) -> Trail) -> Done<R> {
    let of = |trail: Trail| say(trail.with("place", code));
    done.trail(of(Trail::of("location", location))).trail(of(Trail::of("store", store.into())))
}
