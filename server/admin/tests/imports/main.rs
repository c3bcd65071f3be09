//! Imports against real databases: the four real files from end to end, and everything that may come in between.

mod desk;
mod history;
mod hostile;
mod kits;
mod late;
mod list;
mod lots;
mod mending;
mod own;
mod real;
mod rows;
mod shops;
mod speed;
mod stopped;
mod stuck;
mod twice;
mod undoing;

pub use desk::*;
