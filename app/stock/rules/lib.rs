//! The stock room's operations and rules: what is where, and how it moves. No async, no SQL, no clock.

mod check;
mod place;
mod receive;
mod stock;

pub use check::*;
pub use place::*;
pub use receive::*;
pub use stock::*;
