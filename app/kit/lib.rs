//! The design system: what every page of Stockroom is built from. It knows no room and holds no words: strings come in
//! translated, numbers come in formatted, links come in whole. See README.md for each component with an example.
//!
//! Everything here is rendered on the server and complete without script. Styles are in `style/`, by the same names.

mod button;
mod card;
mod chart;
mod choice;
mod field;
mod figure;
mod float;
mod form;
mod icon;
mod list;
mod notice;
mod paper;
mod render;
mod shell;
mod slider;
mod state;
mod table;
mod text;
mod why;

pub use button::*;
pub use card::*;
pub use chart::*;
pub use choice::*;
pub use field::*;
pub use figure::*;
pub use float::*;
pub use form::*;
pub use icon::*;
pub use list::*;
pub use notice::*;
pub use paper::*;
pub use render::render;
pub use shell::*;
pub use slider::*;
pub use state::*;
pub use table::*;
pub use text::{Piece, Text};
pub use why::*;
