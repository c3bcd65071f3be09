//! Counting (R7): a count is a fact about a moment. Scans are events; a line is what they come to; what is expected is
//! the ledger's balance at the line's moment and is shown to nobody who counts.

mod act;
mod decide;
mod fold;
mod list;
mod plan;
mod review;
mod scan;
mod show;
mod state;
#[cfg(test)]
mod tests;

pub use act::*;
pub use decide::*;
pub use fold::*;
pub use list::*;
pub use plan::*;
pub use review::*;
pub use scan::*;
pub use show::*;
pub use state::*;
