//! The whole page around the work: document, rail, bars, and the regions that speak to screen readers.

mod bars;
mod document;
mod palette;

pub use bars::*;
pub use document::*;
pub use palette::*;
