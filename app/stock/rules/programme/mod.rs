//! Count programmes: what of a store is counted how often, without anybody having to think of it.

mod classes;
mod due;
mod spec;

pub use classes::*;
pub use due::*;
pub use spec::*;
