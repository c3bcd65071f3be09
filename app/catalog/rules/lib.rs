//! The catalog room's operations and rules: items, their variants, and the codes they go by. No async, no SQL, no clock.

mod attributes;
mod axes;
mod category;
mod check;
mod codes;
mod create;
mod duplicates;
mod edit;
mod gs1;
mod history;
mod list;
mod make;
mod reading;
mod scan;
mod search;
mod show;
mod state;
mod upsert;

pub use attributes::*;
pub use axes::*;
pub use category::*;
pub use check::*;
pub use codes::*;
pub use create::*;
pub use duplicates::*;
pub use edit::*;
pub use gs1::*;
pub use history::*;
pub use list::*;
pub use make::*;
pub use reading::*;
pub use scan::*;
pub use search::*;
pub use show::*;
pub use state::*;
pub use upsert::*;
