//! What every list of the desk has, once for all rooms: columns to choose, views to save, a file to take along, rows to
//! pick; and the history that every thing in a list has. All of it is plain forms and links; the island only makes
//! picking quicker.

mod download;
pub mod history;
mod misread;
mod picks;
mod tools;

pub use download::{ListFile, Portion, download, split};
pub use misread::{ListAt, Narrow, misread};
pub use picks::{Act, BULK, Picked, bulk, bulk_of, pick, pick_all};
pub use tools::Tools;
pub use wire::address;
