//! The real binary, started on a folder of a test's own, and a client as small as can be.

mod app;
mod books;
mod client;
mod place;

pub use app::{App, kill};
pub use books::Books;
pub use client::{Answer, exchange, head, key, send};
pub use place::Place;

/// The seed of this run: `STOCKROOM_SEED`, else a fresh one. Printed, so that a run can be made again.
pub fn seed() -> u64 {
    let seed = std::env::var("STOCKROOM_SEED").ok().and_then(|raw| raw.parse().ok()).unwrap_or_else(rand::random);
    println!("seed {seed} (STOCKROOM_SEED={seed} runs it again)");
    seed
}
