//! Imports against real databases: the four real files from end to end, and everything that may come in between.

mod desk;
mod real;

pub use desk::*;
