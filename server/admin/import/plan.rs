//! How the records of one file are read: decided once, from all of it.

use crate::import::{
    dates::DateOrder,
    fields::{Field, normal},
    mapping::Mapping,
    numbers::Mark,
    records::Record,
    row::{ImportKind, Source},
};

/// Everything a row's reader needs to know about its file.
#[derive(Clone, Debug)]
pub struct Plan {
    pub source: Source,
    pub kind: ImportKind,
    /// Catalog rows bring their stock along (Square, unless one of the two was asked for).
    pub stock_too: bool,
    pub header: Vec<String>,
    pub mapping: Mapping,
    /// The columns of each field, in the order of [`Field::ALL`], so that a row need not search for them.
    pub columns: Vec<Vec<usize>>,
    /// The decimal mark of each column, where it is known.
    pub marks: Vec<Option<Mark>>,
    pub order: Option<DateOrder>,
    /// Many rows end before the header does, as some programs leave out what is blank at the end.
    pub short_rows: bool,
    /// UCI's Online Retail: the letters before its invoice numbers and some of its stock codes mean something.
    pub uci: bool,
}

impl Plan {
    #[must_use]
    pub fn is_uci(header: &[String]) -> bool {
        let has = |wanted: &str| header.iter().any(|name| normal(name) == wanted);
        has("stockcode") && (has("invoiceno") || has("invoice"))
    }

    /// The columns of each field of a mapping.
    #[must_use]
    pub fn columns_of(mapping: &Mapping) -> Vec<Vec<usize>> {
        Field::ALL.iter().map(|field| mapping.of(*field).collect()).collect()
    }

    /// The field's columns.
    #[must_use]
    pub fn of(&self, field: Field) -> &[usize] {
        self.columns.get(field as usize).map_or(&[], Vec::as_slice)
    }

    /// The field's first column.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.of(field).first().copied()
    }

    /// The name of the field's first column, for problems.
    #[must_use]
    pub fn name(&self, field: Field) -> &str {
        self.column(field).map_or("", |index| self.title(index))
    }

    #[must_use]
    pub fn title(&self, index: usize) -> &str {
        self.header.get(index).map_or("", String::as_str)
    }

    /// What a record says in the field's first column.
    #[must_use]
    pub fn cell<'a>(&self, record: &'a Record, field: Field) -> &'a str {
        self.column(field).and_then(|index| record.get(index)).unwrap_or_default()
    }

    #[must_use]
    pub fn mark(&self, index: usize) -> Option<Mark> {
        self.marks.get(index).copied().flatten()
    }
}
