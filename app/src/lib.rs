//! What people see: composes the rooms' pages and puts the frame around them.

mod frame;
mod routes;
mod tools;

pub use frame::{Assets, frame};
pub use routes::pages;
