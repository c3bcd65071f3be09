//! Labels as pure functions: what is to be printed goes in, PDF bytes come out. No clock, no files, no database.
//!
//! [`plan`] checks a [`Job`] and names everything that is wrong with it, [`render`] gives the PDF, [`preview`] the same
//! pages as SVG from the same layout. Every bar lies on a whole dot of the printer, and what would not scan or would be
//! written wrong is refused before a sheet is spent.

mod error;
mod fit;
mod font;
mod job;
mod label;
mod length;
mod pdf;
mod sheet;
mod svg;
mod symbol;
mod text;

pub use error::{Fault, PrintError};
pub use fit::Dpi;
pub use job::{COPIES_LIMIT, Job, LABELS_LIMIT, PagePreview, Plan, plan, preview, render};
pub use label::Label;
pub use length::Length;
pub use sheet::{Kind, SHEETS, Sheet};
pub use symbol::{Shape, Symbol, Symbology};
