//! The admin room's operations, types and rules.

mod account;
mod export;
mod history;
mod home;
mod import;
mod import_answer;
mod import_decide;
mod import_rows;
mod import_view;
mod list;
mod people;
mod proof;
mod settings;

pub use account::*;
pub use export::*;
pub use history::*;
pub use home::*;
pub use import::*;
pub use import_answer::*;
pub use import_decide::*;
pub use import_rows::*;
pub use import_view::*;
pub use list::*;
pub use people::*;
pub use proof::*;
pub use settings::*;
