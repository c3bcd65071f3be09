//! The stock room's operations and rules: what is where, and how it moves. No async, no SQL, no clock.

mod adjust;
mod as_of;
mod balances;
mod check;
mod count;
mod history;
mod movements;
mod period;
mod place;
mod place_edit;
mod place_stock;
mod posting;
mod receive;
mod sell;
mod shift;
mod stock;
mod transfer;
mod why;

pub use adjust::*;
pub use as_of::*;
pub use balances::*;
pub use check::*;
pub use count::*;
pub use history::*;
pub use movements::*;
pub use period::*;
pub use place::*;
pub use place_edit::*;
pub use place_stock::*;
pub use posting::*;
pub use receive::*;
pub use sell::*;
pub use shift::*;
pub use stock::*;
pub use transfer::*;
pub use why::*;
