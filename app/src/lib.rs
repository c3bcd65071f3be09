//! What people see: composes the rooms' pages and puts the frame around them.

mod frame;
mod problems;
mod routes;
mod tools;

pub use frame::{Assets, Reader, frame, stopgap};
pub use problems::CONFLICTS;
pub use routes::pages;
