//! The pure half of the import: bytes in, typed rows or problems out. No database, no clock, nothing asynchronous.
//!
//! [`reader::open`] finds out what a file is and says so in [`FileFacts`]; [`Opened::rows`] then hands out its rows in
//! bounded memory. [`export`] writes them again, and the quarantine. `docs/import-formats.md` is the user's side of it.

mod blanks;
mod bytes;
mod cells;
mod codes;
mod dates;
mod detect;
pub mod export;
pub mod fields;
mod generic;
mod groups;
pub mod limits;
mod magic;
pub mod mapping;
mod months;
mod names;
mod number_words;
mod numbers;
pub mod own;
mod pairs;
mod plan;
pub mod problem;
mod profile;
pub mod reader;
pub mod records;
pub mod row;
mod sale_words;
mod sales;
pub(crate) mod seen;
mod shopify;
mod square;
mod standing;
mod text;
mod totals;
mod values;
mod woocommerce;
mod zones;

#[cfg(test)]
mod tests;

pub use bytes::Encoding;
pub use dates::{DateOrder, Finding, Told};
pub use fields::Field;
pub use mapping::{Column, Mapped, Mapping, Place, Suggestion};
pub use numbers::Mark;
pub use problem::{FileProblem, RowProblem};
pub use reader::{FileFacts, Hint, Opened, Rows, again, open};
pub use records::Record;
pub use row::{CatalogRow, ImportKind, NotStock, Outcome, Raw, Refused, SaleKind, SaleRow, Source, State, Stock, StockRow};
