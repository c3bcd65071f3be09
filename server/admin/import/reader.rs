//! The door: bytes in, facts about the file, then its rows.

use crate::import::{
    bytes::{self, Decoded, Encoding},
    dates::{DateOrder, Finding},
    detect::{self, Layout},
    fields::Field,
    generic,
    groups::Groups,
    mapping::{Mapping, Suggestion},
    numbers::Mark,
    plan::Plan,
    problem::{FileProblem, file},
    profile::{self, Profile},
    records::{Record, Records},
    row::{ImportKind, Outcome, Source},
    sales,
    seen::Seen,
    shopify, square, values, woocommerce,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::VecDeque,
    io::{Read, Seek, SeekFrom},
};

/// What the user has said of the file; everything else is found out.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Hint {
    pub source: Option<Source>,
    pub kind: Option<ImportKind>,
    pub encoding: Option<Encoding>,
    pub delimiter: Option<char>,
    /// Saved, or corrected on the mapping page.
    pub mapping: Option<Mapping>,
    /// The answer to [`Finding::Ambiguous`].
    pub dates: Option<DateOrder>,
    /// The answer to numbers that could be read in two ways.
    pub decimal: Option<Mark>,
    /// A table that could be read as items and their stock at once is.
    pub both: bool,
}

/// What was found out, for the page that shows it and lets it be corrected.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FileFacts {
    pub encoding: Encoding,
    pub delimiter: char,
    pub source: Source,
    /// Open where the columns could be anything: then it is asked.
    pub kind: Option<ImportKind>,
    /// What else the file holds; read by opening it again with that kind.
    pub also: Vec<ImportKind>,
    pub header: Vec<String>,
    /// The line it stands on; none where the file has no header.
    pub header_line: Option<u64>,
    /// Rows with something in them.
    pub rows: u64,
    pub mapping: Mapping,
    /// One field of each group must be mapped and is not.
    pub missing: Vec<Vec<Field>>,
    /// Guesses for columns that are not mapped.
    pub suggestions: Vec<Suggestion>,
    /// Columns nothing is read from.
    pub unread: Vec<String>,
    /// The first different values of each column.
    pub samples: Vec<Vec<String>>,
    /// Columns of numbers and their decimal mark, where one was found.
    pub decimals: Vec<(String, Mark)>,
    pub dates: Finding,
    /// Many rows end before the header does.
    #[serde(default)]
    pub short_rows: bool,
    /// Each row brings an item and its stock.
    #[serde(default)]
    pub both: bool,
    /// A table that could be read so, if its items are new.
    #[serde(default)]
    pub combined: bool,
}

/// A file whose rows can be read.
pub struct Opened<R> {
    pub facts: FileFacts,
    source: R,
    layout: Layout,
    plan: Option<Plan>,
    problem: Option<FileProblem>,
}

/// Text looked at to find the delimiter and the header.
const SAMPLE: usize = 256 * 1024;

/// Finds out what a file is. It is read through twice, once for its bytes and once for its values; nothing of it is
/// kept but the facts.
///
/// # Errors
/// What cannot be read as a table at all. What only needs an answer (a column not mapped, dates that could be read in
/// two ways) is in the facts, and an error of [`Opened::rows`].
pub fn open<R: Read + Seek>(mut source: R, hint: &Hint) -> Result<Opened<R>, FileProblem> {
    let encoding = bytes::detect(&mut source, hint.encoding)?;
    let layout = detect::layout(&sample(&mut source, encoding)?, hint.delimiter.and_then(|mark| u8::try_from(mark).ok()).filter(u8::is_ascii))?;
    let found = detect::recognise(&layout.header, hint.source, hint.kind)?;
    let mut kind = found.kind;
    let combined = found.source == Source::Generic && found.both;
    let both = found.both && hint.kind.is_none() && (found.source != Source::Generic || hint.both);
    let mut mapping = match &hint.mapping {
        Some(mapping) => mapping.bind(&layout.header)?,
        None if both && combined => detect::both(&layout.header),
        None => found.mapping,
    };
    let mut also = found.also;
    if both && combined {
        (kind, also) = (Some(ImportKind::Catalog), vec![ImportKind::Inventory]);
    }
    rewind(&mut source)?;
    let profile = Profile::of(&mut source, encoding, &layout, &mapping)?;
    rewind(&mut source)?;
    // What somebody has said of a column holds whatever stands in it.
    if found.source == Source::Generic && hint.mapping.is_none() {
        values::settle(&mut mapping, &profile.samples);
    }

    let width = layout.header.len();
    let marks = hint.decimal.map_or_else(|| profile.marks(width), |mark| vec![Some(mark); width]);
    let dates = profile.dates.finding();
    let shown = kind.unwrap_or(ImportKind::Catalog);
    let missing: Vec<Vec<Field>> = mapping.missing(shown).into_iter().map(<[Field]>::to_vec).collect();
    let decided = hint.dates.or(if let Finding::Order(order) = &dates { Some(*order) } else { None });
    let problem = unsettled(kind, &missing, &dates, decided, &layout.header, &mapping);
    let facts = FileFacts {
        encoding,
        delimiter: char::from(layout.delimiter),
        source: found.source,
        kind,
        also,
        header: layout.header.clone(),
        header_line: layout.header_line,
        rows: profile.rows,
        missing,
        // A known source's columns are all known; what is left of them is left on purpose.
        suggestions: if found.source == Source::Generic {
            mapping.suggestions(&layout.header, shown, |index| profile.looks_like_barcodes(index))
        } else {
            Vec::new()
        },
        unread: mapping.unread(&layout.header).into_iter().chain(profile.nameless()).collect(),
        decimals: layout
            .header
            .iter()
            .zip(&marks)
            .filter_map(|(name, mark)| mark.filter(|_| hint.decimal.is_none()).map(|mark| (name.clone(), mark)))
            .collect(),
        samples: profile.samples.clone(),
        dates,
        mapping: mapping.clone(),
        short_rows: profile.short_rows(),
        both,
        combined,
    };
    let plan = kind.map(|kind| Plan {
        source: found.source,
        kind,
        stock_too: both,
        header: layout.header.clone(),
        marks,
        columns: Plan::columns_of(&mapping),
        mapping,
        order: decided,
        short_rows: profile.short_rows(),
        uci: Plan::is_uci(&layout.header),
    });
    Ok(Opened { facts, source, layout, plan, problem })
}

/// The first thing that must be answered before rows can be read.
fn unsettled(
    kind: Option<ImportKind>,
    missing: &[Vec<Field>],
    dates: &Finding,
    decided: Option<DateOrder>,
    header: &[String],
    mapping: &Mapping,
) -> Option<FileProblem> {
    if kind.is_none() {
        return Some(FileProblem::new(file::KIND_UNCLEAR));
    }
    if !missing.is_empty() {
        let columns: Vec<String> = missing.iter().map(|any| any.iter().map(|field| field.tag()).collect::<Vec<_>>().join(" / ")).collect();
        return Some(FileProblem::new(file::COLUMNS_MISSING).with("columns", columns.join(", ")));
    }
    if decided.is_some() || kind != Some(ImportKind::Sales) {
        return None;
    }
    let column = mapping.of(Field::SoldAt).next().and_then(|index| header.get(index)).cloned().unwrap_or_default();
    match dates {
        Finding::Ambiguous(sent, first, second) => Some(
            FileProblem::new(file::DATES_AMBIGUOUS).with("column", column).with("sent", sent.as_str()).with("first", *first).with("second", *second),
        ),
        Finding::Mixed(first, second) => {
            Some(FileProblem::new(file::DATES_MIXED).with("column", column).with("first", first.as_str()).with("second", second.as_str()))
        }
        Finding::Plain | Finding::Order(_) => None,
    }
}

fn rewind(source: &mut impl Seek) -> Result<(), FileProblem> {
    source.seek(SeekFrom::Start(0)).map(|_| ()).map_err(|_| FileProblem::new(file::UNREADABLE))
}

/// The beginning of the file as text, up to a line end.
fn sample(source: &mut (impl Read + Seek), encoding: Encoding) -> Result<String, FileProblem> {
    let mut text = Vec::new();
    let mut decoded = Decoded::new(&mut *source, encoding);
    while text.len() < SAMPLE {
        if decoded.read_into(&mut text).map_err(|_| FileProblem::new(file::UNREADABLE))? == 0 {
            return Ok(String::from_utf8_lossy(&text).into_owned());
        }
    }
    let end = text.iter().rposition(|byte| *byte == b'\n').unwrap_or(text.len());
    Ok(String::from_utf8_lossy(text.get(..end).unwrap_or_default()).into_owned())
}

impl<R: Read> Opened<R> {
    /// The file's rows, one after the other, in bounded memory.
    ///
    /// # Errors
    /// What must be answered first: the kind, a required column, the order of dates.
    pub fn rows(self) -> Result<Rows<R>, FileProblem> {
        let Some(plan) = self.plan.filter(|_| self.problem.is_none()) else {
            return Err(self.problem.unwrap_or_else(|| FileProblem::new(file::KIND_UNCLEAR)));
        };
        let records = Records::new(Decoded::new(self.source, self.facts.encoding), self.layout.delimiter);
        Ok(Rows::new(Feed::File(Box::new(profile::data(records, &self.layout)?), self.layout), plan))
    }
}

/// Reads records of a file again, mended: as the file was read, and each under its own line.
///
/// # Errors
/// What must be answered first, as [`Opened::rows`] says.
pub fn again(facts: &FileFacts, hint: &Hint, records: Vec<Record>) -> Result<Rows<std::io::Empty>, FileProblem> {
    let kind = facts.kind.ok_or_else(|| FileProblem::new(file::KIND_UNCLEAR))?;
    let mark = |name: &String| hint.decimal.or_else(|| facts.decimals.iter().find(|(column, _)| column == name).map(|(_, mark)| *mark));
    let plan = Plan {
        source: facts.source,
        kind,
        stock_too: facts.both || (facts.source == Source::SquareLibrary && hint.kind.is_none()),
        header: facts.header.clone(),
        marks: facts.header.iter().map(mark).collect(),
        columns: Plan::columns_of(&facts.mapping),
        mapping: facts.mapping.clone(),
        order: hint.dates.or(if let Finding::Order(order) = &facts.dates { Some(*order) } else { None }),
        short_rows: facts.short_rows,
        uci: Plan::is_uci(&facts.header),
    };
    Ok(Rows::new(Feed::Given(records.into()), plan))
}

/// Where records come from.
enum Feed<R> {
    File(Box<Records<R>>, Layout),
    Given(VecDeque<Record>),
}

/// An iterator over a file's outcomes. It ends after an error, which only the disk can cause: everything else a file
/// can do was found when it was opened.
pub struct Rows<R> {
    feed: Feed<R>,
    plan: Plan,
    products: shopify::Products,
    woo: woocommerce::Products,
    groups: Groups,
    seen: Seen,
    waiting: VecDeque<Outcome>,
    read: u64,
    ended: bool,
}

impl<R: Read> Rows<R> {
    fn new(feed: Feed<R>, plan: Plan) -> Self {
        let (products, woo) = (shopify::Products::default(), woocommerce::Products::default());
        let (groups, seen) = (Groups::default(), Seen::default());
        Self { feed, plan, products, woo, groups, seen, waiting: VecDeque::new(), read: 0, ended: false }
    }

    /// Rows of the file read so far, of [`FileFacts::rows`]: how far along it is.
    #[must_use]
    pub fn rows_read(&self) -> u64 {
        self.read
    }

    fn fill(&mut self) -> Result<(), FileProblem> {
        let mut out = Vec::new();
        let (plan, seen) = (&self.plan, &mut self.seen);
        let record = match &mut self.feed {
            Feed::File(records, layout) => profile::next(records, layout)?,
            Feed::Given(records) => records.pop_front(),
        };
        match record {
            Some(record) => {
                self.read += 1;
                match (plan.source, plan.kind) {
                    (Source::ShopifyProducts, _) => self.products.read(plan, record, seen, &mut out),
                    (Source::ShopifyInventory, _) => shopify::inventory(plan, record, seen, &mut out),
                    (Source::SquareLibrary, _) => square::read(plan, record, seen, &mut out),
                    (Source::WooCommerce, _) => self.woo.read(plan, record, seen, &mut out),
                    (Source::Stockroom | Source::Generic, ImportKind::Catalog) => generic::catalog(plan, record, seen, &mut self.groups, &mut out),
                    (Source::Stockroom | Source::Generic, ImportKind::Inventory) => generic::inventory(plan, record, seen, &mut out),
                    (Source::Stockroom | Source::Generic, ImportKind::Sales) => sales::read(plan, record, seen, &mut out),
                }
            }
            None => {
                self.ended = true;
                self.products.flush(plan, &mut out);
                self.woo.flush(plan, seen, &mut out);
            }
        }
        self.waiting.extend(out);
        Ok(())
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Result<Outcome, FileProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(outcome) = self.waiting.pop_front() {
                return Some(Ok(outcome));
            }
            if self.ended {
                return None;
            }
            if let Err(problem) = self.fill() {
                self.ended = true;
                return Some(Err(problem));
            }
        }
    }
}
