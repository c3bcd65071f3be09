//! Writing CSV that every spreadsheet opens and none executes, and that we read again as it was.

use crate::import::{
    mapping::{ERROR, has_error_column},
    own, pairs,
    records::Record,
    row::{CatalogRow, ImportKind, SaleKind, SaleRow, Stock, StockRow},
};
use rust_decimal::Decimal;
use std::io::{self, Write};
pub use vocabulary::spreadsheet::{protected, unprotected};

/// Writes RFC 4180: quoted where needed, `\r\n` at line ends, UTF-8.
pub struct Export<W: Write> {
    csv: csv::Writer<W>,
}

impl<W: Write> Export<W> {
    /// With a byte-order mark Excel reads the accents right; other programs do without.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn new(mut to: W, delimiter: u8, bom: bool) -> io::Result<Self> {
        if bom {
            to.write_all(b"\xEF\xBB\xBF")?;
        }
        let csv = csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).flexible(true).from_writer(to);
        Ok(Self { csv })
    }

    /// # Errors
    /// Those of the writer.
    pub fn row<S: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = S>) -> io::Result<()> {
        for cell in cells {
            self.csv.write_field(protected(cell.as_ref()).as_bytes()).map_err(io::Error::other)?;
        }
        self.csv.write_record(None::<&[u8]>).map_err(io::Error::other)
    }

    /// # Errors
    /// Those of the writer.
    pub fn finish(mut self) -> io::Result<W> {
        self.csv.flush()?;
        self.csv.into_inner().map_err(|error| io::Error::other(error.to_string()))
    }
}

/// Writes refused rows as they came, with what is wrong in a column of its own at the end: a file to mend and import
/// again. The words are the caller's, in the reader's language. A file may be written in portions: the `first` begins it.
///
/// # Errors
/// Those of the writer.
pub fn quarantine_file<'a, W: Write>(
    to: W,
    delimiter: u8,
    header: &[String],
    rows: impl IntoIterator<Item = (&'a Record, String)>,
    first: bool,
) -> io::Result<W> {
    // A file that was mended once, and is not right yet, has the column already.
    let width = header.len() - usize::from(has_error_column(header));
    let mut export = Export::new(to, delimiter, first)?;
    if first {
        export.row(header.iter().take(width).map(String::as_str).chain([ERROR]))?;
    }
    for (record, error) in rows {
        let beyond = record.cells().skip(header.len()).filter(|cell| !cell.trim().is_empty());
        let cells = (0..width).map(|index| record.get(index).unwrap_or_default());
        // Cells beyond the header stand after the error, so that none is lost and every column keeps its place.
        export.row(cells.chain([error.as_str()]).chain(beyond))?;
    }
    export.finish()
}

/// Begins a file of ours.
///
/// # Errors
/// Those of the writer.
pub fn own_file<W: Write>(to: W, kind: ImportKind) -> io::Result<Export<W>> {
    let mut export = Export::new(to, b',', true)?;
    export.row(own::header(kind))?;
    Ok(export)
}

/// A variant's row in our catalog file.
#[must_use]
pub fn catalog_cells(row: &CatalogRow) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let option = |index: usize| row.options.get(index).cloned().unwrap_or_default();
    let ([a, b], [c, d], [e, f]) = (<[String; 2]>::from(option(0)), <[String; 2]>::from(option(1)), <[String; 2]>::from(option(2)));
    vec![
        text(&row.sku),
        text(&row.item_name),
        row.group.clone(),
        a,
        b,
        c,
        d,
        e,
        f,
        joined(row.barcodes.iter().map(ToString::to_string)),
        text(&row.description),
        text(&row.brand),
        text(&row.category),
        joined(row.tags.iter().cloned()),
        number(row.price),
        number(row.cost),
        text(&row.currency),
        text(&row.supplier),
        text(&row.supplier_code),
        text(&row.unit),
        row.state.map_or_else(String::new, |state| state.tag().to_owned()),
        joined(row.image_links.iter().cloned()),
        both(&row.attributes),
        pairs::written(
            row.packs
                .iter()
                .map(|pack| (format!("{} {}", pack.unit, pack.pack), pack.code.to_string()))
                .collect::<Vec<_>>()
                .iter()
                .map(|(what, code)| (what.as_str(), code.as_str())),
        ),
        both(&row.supplier_codes),
    ]
}

/// A row of our stock file. What is not known is blank, never 0.
#[must_use]
pub fn stock_cells(row: &StockRow) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let stock = |stock: Stock| stock.known().map_or_else(String::new, |quantity| quantity.to_string());
    vec![
        text(&row.sku),
        text(&row.item_name),
        text(&row.location),
        text(&row.bin),
        row.status.map_or("", |status| status.tag()).to_owned(),
        stock(row.current),
        stock(row.new),
    ]
}

/// A row of our sales file.
#[must_use]
pub fn sale_cells(row: &SaleRow) -> Vec<String> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let kind = match row.kind {
        SaleKind::Sale => "sale",
        SaleKind::Return => "return",
        SaleKind::Cancellation => "cancellation",
        SaleKind::Adjustment => "adjustment",
        SaleKind::NotStock(why) => why.tag(),
    };
    vec![
        text(&row.receipt),
        row.at.written(),
        text(&row.location),
        text(&row.sku),
        row.description.clone(),
        kind.to_owned(),
        row.quantity.to_string(),
        number(row.unit_price),
    ]
}

fn number(value: Option<Decimal>) -> String {
    value.map_or_else(String::new, |value| value.normalize().to_string())
}

fn both(pairs: &[(String, String)]) -> String {
    pairs::written(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

fn joined(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(&own::BETWEEN.to_string())
}
