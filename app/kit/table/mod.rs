//! The one table. It scrolls in a named region on a desk and becomes records or cards on a phone, with the same markup.

mod arrange;
mod model;
mod view;

pub use model::*;
pub use view::*;
