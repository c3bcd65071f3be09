//! A look at the whole file before a row is read: what its columns' numbers and dates are like, how many rows there
//! are, and some values to show.

use crate::import::{
    bytes::{Decoded, Encoding},
    dates::Dates,
    detect::{Layout, letters},
    fields::Field,
    limits,
    mapping::Mapping,
    numbers::{Mark, Style},
    problem::{FileProblem, cut, file},
    records::{Record, Records},
    text,
};
use std::io::Read;
use vocabulary::Gtin;

/// What a file's rows are like.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// Rows that are not blank, after the header.
    pub rows: u64,
    short: u64,
    pub dates: Dates,
    styles: Vec<(usize, Style)>,
    /// The first different values of each column.
    pub samples: Vec<Vec<String>>,
    barcodes: Vec<Barcodes>,
    /// The columns without a name, and whether any row says something there.
    nameless: Vec<(usize, bool)>,
}

/// How many of a column's first values are valid barcodes.
#[derive(Clone, Copy, Debug, Default)]
struct Barcodes {
    told: u32,
    valid: u32,
}

/// Rows from which samples are taken.
const SAMPLED: u64 = 1000;

impl Profile {
    /// Reads the whole file once.
    ///
    /// # Errors
    /// [`file::UNREADABLE`], [`file::TOO_MANY_ROWS`], [`file::NO_ROWS`].
    pub fn of(source: &mut impl Read, encoding: Encoding, layout: &Layout, mapping: &Mapping) -> Result<Self, FileProblem> {
        let width = layout.header.len();
        let numbers = mapping.columns.iter().filter(|mapped| mapped.field.is_number()).map(|mapped| mapped.column.index).chain(mapping.of_places());
        let mut profile = Self {
            styles: numbers.map(|index| (index, Style::default())).collect(),
            samples: vec![Vec::new(); width],
            barcodes: vec![Barcodes::default(); width],
            nameless: layout.header.iter().enumerate().filter(|(_, name)| name.trim().is_empty()).map(|(index, _)| (index, false)).collect(),
            ..Self::default()
        };
        let date = mapping.of(Field::SoldAt).next();
        let mut rows = data(Records::new(Decoded::new(source, encoding), layout.delimiter), layout)?;
        while let Some(record) = next(&mut rows, layout)? {
            profile.rows += 1;
            if profile.rows > limits::ROWS {
                return Err(FileProblem::new(file::TOO_MANY_ROWS).with("limit", i64::try_from(limits::ROWS).unwrap_or(i64::MAX)));
            }
            profile.short += u64::from(record.len() < width);
            for (index, style) in &mut profile.styles {
                if let Some(cell) = record.get(*index) {
                    style.see(text::marked(cell).0);
                }
            }
            if let Some(cell) = date.and_then(|index| record.get(index)) {
                profile.dates.see(text::cell(cell));
            }
            for (index, says) in &mut profile.nameless {
                *says |= record.get(*index).is_some_and(|cell| !text::cell(cell).is_empty());
            }
            if profile.rows <= SAMPLED {
                profile.sample(&record);
            }
        }
        if profile.rows == 0 { Err(FileProblem::new(file::NO_ROWS)) } else { Ok(profile) }
    }

    fn sample(&mut self, record: &Record) {
        for ((cell, samples), barcodes) in record.cells().zip(&mut self.samples).zip(&mut self.barcodes) {
            let cell = text::cell(cell);
            if cell.is_empty() {
                continue;
            }
            if samples.len() < limits::SAMPLES {
                let sample = cut(cell, limits::SENT);
                if !samples.contains(&sample) {
                    samples.push(sample);
                }
            }
            barcodes.told += 1;
            barcodes.valid += u32::from(text::marked(cell).0.parse::<Gtin>().is_ok());
        }
    }

    /// The decimal mark of each column: told by its own values, else by those of the file's other columns.
    #[must_use]
    pub fn marks(&self, width: usize) -> Vec<Option<Mark>> {
        let mut all = Style::default();
        self.styles.iter().for_each(|(_, style)| all.add(*style));
        let mut marks = vec![None; width];
        for (index, style) in &self.styles {
            if let Some(mark) = marks.get_mut(*index) {
                *mark = style.mark().or(all.mark());
            }
        }
        marks
    }

    /// A tenth of the rows or more end early: then that is how the file is written.
    #[must_use]
    pub fn short_rows(&self) -> bool {
        self.short * 10 >= self.rows
    }

    /// Columns without a name in which something stands: what a spreadsheet calls them.
    pub fn nameless(&self) -> impl Iterator<Item = String> {
        self.nameless.iter().filter(|(_, says)| *says).map(|(index, _)| letters(*index))
    }

    /// Four of five values are valid barcodes.
    #[must_use]
    pub fn looks_like_barcodes(&self, index: usize) -> bool {
        self.barcodes.get(index).is_some_and(|column| column.told > 2 && column.valid * 5 >= column.told * 4)
    }
}

/// The records after the header.
///
/// # Errors
/// [`file::UNREADABLE`].
pub fn data<R: Read>(mut records: Records<R>, layout: &Layout) -> Result<Records<R>, FileProblem> {
    for _ in 0..layout.skip {
        records.read().map_err(|_| FileProblem::new(file::UNREADABLE))?;
    }
    Ok(records)
}

/// The next record that says something; a header that comes again (files pasted together) says nothing.
///
/// # Errors
/// [`file::UNREADABLE`].
pub fn next<R: Read>(records: &mut Records<R>, layout: &Layout) -> Result<Option<Record>, FileProblem> {
    loop {
        match records.read().map_err(|_| FileProblem::new(file::UNREADABLE))? {
            Some(record) if record.is_blank() && record.damage.is_none() => {}
            Some(record) if layout.header_line.is_some() && is_header(&record, layout) => {}
            other => return Ok(other),
        }
    }
}

fn is_header(record: &Record, layout: &Layout) -> bool {
    record.len() == layout.header.len() && record.cells().zip(&layout.header).all(|(cell, name)| cell.trim() == name)
}
