//! One record's cells, read as what they should be. Everything that is wrong is gathered, not only the first.

use crate::import::{
    blanks::{is_cell_error, is_unknown},
    dates::{self, DateError, Told},
    fields::Field,
    limits,
    mapping::is_error_column,
    numbers::{self, NumberError},
    plan::Plan,
    problem::{RowProblem, cut, note, row},
    records::{Damage, Record},
    row::{ImportKind, Outcome, Raw, Refused, Source, State, Stock, StockRow},
    seen::Seen,
    text,
};
use rust_decimal::Decimal;
use vocabulary::{Quantity, Status};

pub struct Cells<'p> {
    pub(super) plan: &'p Plan,
    pub(super) record: Record,
    pub(super) problems: Vec<RowProblem>,
    pub(super) notes: Vec<RowProblem>,
    /// The record has the shape of its header; otherwise its cells mean nothing.
    sound: bool,
}

impl<'p> Cells<'p> {
    #[must_use]
    pub fn new(plan: &'p Plan, record: Record) -> Self {
        let wrong = shape(plan, &record);
        Self { plan, sound: wrong.is_none(), record, problems: wrong.into_iter().collect(), notes: Vec::new() }
    }

    #[must_use]
    pub fn line(&self) -> u64 {
        self.record.line
    }

    #[must_use]
    pub fn size(&self) -> usize {
        self.record.size()
    }

    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.sound
    }

    #[must_use]
    pub fn into_record(self) -> Record {
        self.record
    }

    /// The record, with what is to be told of it, or with why it is refused.
    pub fn finish(mut self) -> (Record, Result<Vec<RowProblem>, Vec<RowProblem>>) {
        self.problems.truncate(limits::PROBLEMS_PER_ROW);
        self.notes.truncate(limits::PROBLEMS_PER_ROW);
        (self.record, if self.problems.is_empty() { Ok(self.notes) } else { Err(self.problems) })
    }

    pub fn refuse(self, out: &mut Vec<Outcome>) {
        let (raw, outcome) = self.finish();
        out.push(Outcome::Problem(Refused { raw, problems: outcome.err().unwrap_or_default() }));
    }

    /// The stock rows of this record, unless one of them was told before or anything is wrong.
    pub fn deliver_stock(mut self, rows: Vec<StockRow>, seen: &mut Seen, out: &mut Vec<Outcome>) {
        self.unique_stock(seen, &rows);
        let (raw, outcome) = self.finish();
        match outcome {
            Ok(notes) => {
                // What is told of the record is told once.
                let (mut notes, raw) = (Some(notes), Raw::from(raw));
                let told = |row| StockRow { notes: notes.take().unwrap_or_default(), raw: raw.clone(), ..row };
                out.extend(rows.into_iter().map(told).map(|row| Outcome::Stock(Box::new(row))));
            }
            Err(problems) => out.push(Outcome::Problem(Refused { raw, problems })),
        }
    }

    /// What the field's first column that is not blank says, and where.
    fn found(&self, field: Field) -> Option<(usize, &str)> {
        self.plan.of(field).iter().copied().find_map(|index| self.at(index).map(|cell| (index, cell)))
    }

    /// A cell that says something.
    pub(super) fn at(&self, index: usize) -> Option<&str> {
        if !self.sound {
            return None;
        }
        self.record.get(index).map(text::cell).filter(|cell| !cell.is_empty())
    }

    /// What the field says, unchecked.
    #[must_use]
    pub fn peek(&self, field: Field) -> Option<&str> {
        self.found(field).map(|(_, cell)| cell)
    }

    /// The beginning of a problem with a column, to be pushed by the caller.
    pub(super) fn about(&self, index: usize, code: &str) -> RowProblem {
        RowProblem::new(self.record.line, self.plan.title(index), self.record.get(index).unwrap_or_default(), code)
    }

    /// Something is wrong with a field; where no column is mapped to it, with the row.
    pub fn problem(&mut self, field: Field, code: &str) {
        if self.sound {
            let problem = match self.plan.column(field) {
                Some(index) => self.about(index, code),
                None => RowProblem::new(self.record.line, "", "", code),
            };
            self.problems.push(problem);
        }
    }

    /// A name, on one line.
    pub fn text(&mut self, field: Field, limit: usize) -> Option<String> {
        let (index, cell) = self.found(field)?;
        let plain = text::one_line(cell);
        // What a till calls a thing is only shown.
        if self.plan.kind != ImportKind::Sales && is_cell_error(&plain) {
            let problem = self.about(index, row::CELL_ERROR);
            self.problems.push(problem);
            return None;
        }
        self.checked(index, plain, limit)
    }

    /// A description: HTML becomes plain text of several lines. Ours is plain text already, and `<Ctrl>` a word in it.
    pub fn html(&mut self, field: Field) -> Option<String> {
        let (index, cell) = self.found(field)?;
        let plain = if self.plan.source == Source::Stockroom { cell.to_owned() } else { text::from_html(cell) };
        self.checked(index, plain, limits::DESCRIPTION).filter(|plain| !plain.is_empty())
    }

    pub(super) fn checked(&mut self, index: usize, plain: String, limit: usize) -> Option<String> {
        let code = if text::has_control(&plain) {
            row::TEXT_CONTROL
        } else if plain.contains('\u{fffd}') {
            row::TEXT_DAMAGED
        } else if plain.chars().count() > limit {
            row::TEXT_TOO_LONG
        } else {
            return Some(plain);
        };
        let cleaned: String = plain.chars().filter(|c| !c.is_control() || *c == '\n').collect();
        let suggestion = match code {
            row::TEXT_CONTROL => Some(cut(&cleaned, limits::SENT)),
            row::TEXT_TOO_LONG if limit < limits::DESCRIPTION => Some(cleaned.chars().take(limit).collect::<String>().trim_end().to_owned()),
            _ => None,
        };
        let problem = self.about(index, code).with("limit", limit).suggest(suggestion);
        self.problems.push(problem);
        None
    }

    /// Words between commas or bars, each once.
    pub fn tags(&mut self) -> Vec<String> {
        let Some(all) = self.text(Field::Tags, limits::CELL) else { return Vec::new() };
        let mut tags: Vec<String> = Vec::new();
        for tag in all.split([',', '|']).map(str::trim).filter(|tag| !tag.is_empty()) {
            if !tags.iter().any(|known| known == tag) && tags.len() < limits::PER_VARIANT {
                tags.push(cut(tag, limits::LINE));
            }
        }
        tags
    }

    /// Links to pictures: what begins like a web address. They are kept, not fetched.
    pub fn links(&mut self, field: Field) -> Vec<String> {
        let mut links: Vec<String> = Vec::new();
        for index in self.plan.of(field).iter().copied() {
            let words = self.at(index).unwrap_or_default().split(|c: char| c.is_whitespace() || c == '|');
            for link in words.map(|word| word.trim_matches(',')) {
                let is_web =
                    ["https://", "http://"].iter().any(|scheme| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
                if is_web && link.len() <= 2048 && links.len() < limits::PER_VARIANT && !links.iter().any(|known| known == link) {
                    links.push(link.to_owned());
                }
            }
        }
        links
    }

    /// Axes and values: numbered pairs, columns named after their axis, or the variant's own name.
    pub fn options(&mut self, axis: &str, none: &[&str]) -> Vec<(String, String)> {
        const PAIRS: [(Field, Field); 3] =
            [(Field::Option1Name, Field::Option1Value), (Field::Option2Name, Field::Option2Value), (Field::Option3Name, Field::Option3Value)];
        let mut options = Vec::new();
        for (name, value) in PAIRS {
            let name = self.text(name, limits::AXIS);
            if let Some(value) = self.text(value, limits::OPTION) {
                options.push((name.unwrap_or_default(), value));
            }
        }
        for index in self.plan.of(Field::Axis).iter().copied() {
            if let Some(value) = self.at(index).map(text::one_line).and_then(|value| self.checked(index, value, limits::OPTION)) {
                options.push((text::one_line(self.plan.title(index)), value));
            }
        }
        if options.is_empty()
            && let Some(name) = self.text(Field::VariantName, limits::OPTION)
            && !none.contains(&name.as_str())
        {
            options.push((axis.to_owned(), name));
        }
        options
    }

    /// A price or cost; blank says nothing, and so does `variable`, which is asked for at the till.
    pub fn price(&mut self, field: Field) -> Option<Decimal> {
        let (index, _) = self.found(field)?;
        self.price_at(index)
    }

    pub fn price_at(&mut self, index: usize) -> Option<Decimal> {
        let price = self.number_at(index)?;
        if price.is_sign_negative() && !price.is_zero() {
            let problem = self.about(index, row::PRICE_NEGATIVE).suggest(Some(price.abs().to_string()));
            self.problems.push(problem);
            return None;
        }
        Some(price)
    }

    /// A number in its column's style. `None` where nothing is told, and where something is wrong.
    pub fn number(&mut self, field: Field) -> Option<Decimal> {
        let (index, _) = self.found(field)?;
        self.number_at(index)
    }

    fn number_at(&mut self, index: usize) -> Option<Decimal> {
        let cell = self.at(index)?;
        let (plain, marked) = text::marked(cell);
        if is_unknown(plain) || plain.eq_ignore_ascii_case("variable") {
            return None;
        }
        match numbers::read_usual(plain, self.plan.mark(index), self.plan.source.usual_mark()) {
            Ok(number) => {
                if marked {
                    let note = self.about(index, note::APOSTROPHE).suggest(Some(plain.to_owned()));
                    self.notes.push(note);
                }
                Some(number)
            }
            Err(error) => {
                let problem = match error {
                    NumberError::NotOne(meant) => self.about(index, row::NUMBER_NOT_ONE).suggest(meant),
                    NumberError::OtherStyle(right) => self.about(index, row::NUMBER_OTHER_STYLE).suggest(Some(right)),
                    NumberError::Ambiguous(first, second) => self.about(index, row::NUMBER_AMBIGUOUS).with("first", first).with("second", second),
                    NumberError::TooLarge => self.about(index, row::NUMBER_TOO_LARGE),
                    NumberError::TooFine => self.about(index, row::NUMBER_TOO_FINE).with("limit", i64::from(Quantity::SCALE)),
                };
                self.problems.push(problem);
                None
            }
        }
    }

    /// Current and new stock. What is wanted in the end may not be negative, nor broken where the source has whole
    /// pieces only; a negative "current" beside a new figure is just what the new figure mends.
    pub fn stocks(&mut self, current: Option<usize>, new: Option<usize>, whole: bool) -> (Stock, Stock) {
        let mut stock = |index: Option<usize>| {
            let number = index.and_then(|index| self.number_at(index));
            number.and_then(|number| Quantity::new(number).ok()).map_or(Stock::NotKnown, Stock::Known)
        };
        let told = (stock(current), stock(new));
        let wanted = if told.1.known().is_some() { (new, told.1) } else { (current, told.0) };
        if let (Some(index), Stock::Known(quantity)) = wanted {
            if quantity.is_negative() {
                let problem = self.about(index, row::STOCK_NEGATIVE).suggest(Some("0".to_owned()));
                self.problems.push(problem);
            } else if whole && !quantity.is_whole() {
                let problem = self.about(index, row::STOCK_FRACTION);
                self.problems.push(problem);
            }
        }
        told
    }

    /// A till's quantity, which must be there and not be zero.
    pub fn quantity(&mut self) -> Option<Quantity> {
        if self.peek(Field::Quantity).is_none_or(is_unknown) {
            self.problem(Field::Quantity, row::QUANTITY_MISSING);
            return None;
        }
        let quantity = Quantity::new(self.number(Field::Quantity)?).ok()?;
        if quantity.is_zero() {
            self.problem(Field::Quantity, row::QUANTITY_ZERO);
            return None;
        }
        Some(quantity)
    }

    /// When it was sold: one column, or a date and a time.
    pub fn sold_at(&mut self) -> Option<Told> {
        let Some((index, date)) = self.found(Field::SoldAt) else {
            self.problem(Field::SoldAt, row::DATE_MISSING);
            return None;
        };
        let time = self.peek(Field::SoldTime);
        let whole = time.map_or_else(|| date.to_owned(), |time| format!("{date} {time}"));
        let problem = match dates::read(&whole, self.plan.order) {
            Ok(told) => return Some(told),
            Err(DateError::OtherOrder(date)) => self.about(index, row::DATE_OTHER_ORDER).suggest(Some(date.to_string())),
            // The file's order was settled before its rows are read, so this is a date that no order fits.
            Err(DateError::NotOne | DateError::Ambiguous(..)) => self.about(index, row::DATE_NOT_ONE),
        };
        self.problems.push(problem);
        None
    }

    /// An item's life; an unknown word is told and says nothing.
    pub fn state(&mut self) -> Option<State> {
        let (index, cell) = self.found(Field::State)?;
        let state = match crate::import::fields::normal(cell).as_str() {
            // A column `Active` answers its own name.
            "active" | "aktiv" | "actif" | "activo" | "published" | "publish" | "unlisted" | "1" | "yes" | "y" | "true" | "ja" | "oui" | "si" => {
                State::Active
            }
            "draft" | "entwurf" | "brouillon" | "borrador" => State::Draft,
            "phaseout" | "auslaufend" | "findeserie" | "discontinued" => State::PhaseOut,
            "archived" | "archiviert" | "archive" | "archivado" | "inactive" | "0" | "no" | "n" | "false" | "nein" | "non" => State::Archived,
            _ => {
                let note = self.about(index, note::STATE_UNKNOWN);
                self.notes.push(note);
                return None;
            }
        };
        Some(state)
    }

    /// The state of stock, in our own files; a wrong word would put damaged goods on the shelf.
    pub fn status(&mut self) -> Option<Status> {
        let (index, cell) = self.found(Field::StockStatus)?;
        let status = Status::of_tag(&cell.to_lowercase());
        if status.is_none() {
            let problem = self.about(index, row::STATUS_UNKNOWN);
            self.problems.push(problem);
        }
        status
    }

    #[must_use]
    pub fn is_yes(&self, field: Field) -> bool {
        self.peek(field).is_some_and(|cell| matches!(cell.to_lowercase().as_str(), "y" | "yes" | "true" | "1" | "ja" | "oui" | "sí" | "si"))
    }

    #[must_use]
    pub fn is_no(&self, field: Field) -> bool {
        self.peek(field).is_some_and(|cell| matches!(cell.to_lowercase().as_str(), "n" | "no" | "false" | "0" | "nein" | "non"))
    }
}

/// Whether the record has as many cells as the header has columns.
fn shape(plan: &Plan, record: &Record) -> Option<RowProblem> {
    let whole = |code: &str| RowProblem::new(record.line, "", record.get(0).unwrap_or_default(), code);
    match record.damage {
        Some(Damage::QuoteUnclosed) => return Some(whole(row::QUOTE_UNCLOSED)),
        Some(Damage::TooLong) => return Some(whole(row::CELL_TOO_LONG).with("limit", limits::CELL / 1024)),
        None => {}
    }
    let columns = plan.header.len();
    let beyond = record.cells().skip(columns).any(|cell| !cell.trim().is_empty());
    // Our own column of errors need not be there in rows that somebody has added below.
    let needed = columns - usize::from(columns > 0 && is_error_column(&plan.header, columns - 1));
    let counted = |code: &str| whole(code).with("cells", record.len()).with("columns", columns);
    if beyond {
        Some(counted(row::TOO_MANY_CELLS))
    } else if record.len() < needed && !plan.short_rows {
        Some(counted(row::TOO_FEW_CELLS))
    } else {
        None
    }
}
