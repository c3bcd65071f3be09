//! SKUs and barcodes, and what spreadsheets do to them; and whether a row tells what another has told before.

use crate::import::{
    blanks::{is_cell_error, is_no_code},
    cells::Cells,
    fields::Field,
    limits, own,
    problem::{note, row},
    row::{CatalogRow, Source, StockRow},
    seen::{Seen, print},
    text,
};
use vocabulary::{Code, Gtin, GtinError};

impl Cells<'_> {
    pub fn sku(&mut self) -> Option<String> {
        let index = self.plan.of(Field::Sku).iter().copied().find(|index| self.at(*index).is_some())?;
        let code = self.code_at(index, self.at(index)?.to_owned())?;
        self.checked(index, text::one_line(&code), limits::CODE)
    }

    /// Every barcode of every column, each once.
    pub fn barcodes(&mut self) -> Vec<Code> {
        let mut codes: Vec<Code> = Vec::new();
        for index in self.plan.of(Field::Barcode).iter().copied() {
            let Some(cell) = self.at(index).map(str::to_owned) else { continue };
            let ours = self.plan.source == Source::Stockroom;
            let between = |c: char| c == own::BETWEEN || c == '\n' || (!ours && matches!(c, ';' | ','));
            let (inside, marked) = text::marked(&cell);
            let list = !ours && marked && cell.starts_with('=') && inside.contains(between);
            if list {
                let note = self.about(index, note::APOSTROPHE).suggest(Some(inside.to_owned()));
                self.notes.push(note);
            }
            // A comma in `5,01235E+12` is a decimal mark, not a gap between two codes; nor are those of a formula.
            let whole = is_shortened(inside) || (!ours && cell.starts_with('='));
            let pieces: Vec<&str> = match (list, whole) {
                (true, _) => inside.split(between).collect(),
                (_, true) => vec![&cell],
                _ => cell.split(between).collect(),
            };
            for code in pieces.into_iter().take(limits::PER_VARIANT) {
                let Some(code) = self.barcode_at(index, code) else { continue };
                if !codes.contains(&code) && codes.len() < limits::PER_VARIANT {
                    codes.push(code);
                }
            }
        }
        codes
    }

    fn barcode_at(&mut self, index: usize, piece: &str) -> Option<Code> {
        if piece.trim().is_empty() {
            return None;
        }
        let code = self.code_at(index, piece.trim().to_owned())?;
        let code = western(&code);
        if self.plan.source != Source::Stockroom && code.bytes().all(|byte| byte == b'0') {
            return None;
        }
        if let Some(whole) = without_decimals(&code) {
            let problem = self.about(index, row::CODE_DECIMALS).suggest(Some(whole.to_owned()));
            self.problems.push(problem);
            return None;
        }
        // Printed in groups, as on a book: only a code that checks is taken for one.
        let closed: String = code.chars().filter(|c| !matches!(c, ' ' | '-' | '\u{a0}')).collect();
        if closed.len() >= 12
            && closed != code
            && let Ok(gtin) = closed.parse()
        {
            return Some(Code::Gtin(gtin));
        }
        match Code::read(&code) {
            Ok(read) => {
                if code.len() == 11 && format!("0{code}").parse::<Gtin>().is_ok() {
                    let note = self.about(index, note::ZERO_LOST).suggest(Some(format!("0{code}")));
                    self.notes.push(note);
                }
                Some(read)
            }
            Err(GtinError::CheckDigit { expected }) => {
                let body = code.get(..code.len() - 1).unwrap_or_default();
                let problem = self
                    .about(index, row::CHECK_DIGIT)
                    .with("code", code.as_str())
                    .with("expected", i64::from(expected))
                    .suggest(Some(format!("{body}{expected}")));
                self.problems.push(problem);
                None
            }
            Err(GtinError::NotAGtin) => {
                let problem = self.about(index, row::BARCODE_INVALID).with("limit", Code::MAX);
                self.problems.push(problem);
                None
            }
        }
    }

    /// A code without Excel's text marker, unless Excel has shortened it, or it is no code. What stands for none is none.
    fn code_at(&mut self, index: usize, cell: String) -> Option<String> {
        // Our own files carry no text marker: an apostrophe in them belongs to the code.
        let (plain, marked) = if self.plan.source == Source::Stockroom { (cell.as_str(), false) } else { text::marked(&cell) };
        if self.plan.source != Source::Stockroom {
            if is_no_code(plain) {
                return None;
            }
            if plain.starts_with('=') && plain.contains('(') {
                let problem = self.about(index, row::CODE_FORMULA).suggest(last_quoted(plain));
                self.problems.push(problem);
                return None;
            }
        }
        if is_cell_error(plain) {
            let problem = self.about(index, row::CELL_ERROR);
            self.problems.push(problem);
            return None;
        }
        if is_shortened(plain) {
            let problem = self.about(index, row::CODE_SHORTENED);
            self.problems.push(problem);
            return None;
        }
        if marked {
            let note = self.about(index, note::APOSTROPHE).suggest(Some(plain.to_owned()));
            self.notes.push(note);
        }
        Some(plain.to_owned())
    }

    /// Refuses a variant that an earlier row told; remembers it otherwise.
    pub fn unique_variant(&mut self, seen: &mut Seen, row: &CatalogRow) {
        if !self.problems.is_empty() {
            return;
        }
        let line = self.record.line;
        let sku = row.sku.as_deref().map(|sku| print(&["sku", sku]));
        if let Some(other) = sku.and_then(|key| seen.line(key)) {
            let problem = self.whole(Field::Sku, row::DUPLICATE_SKU).with("line", count(other));
            self.problems.push(problem);
            return;
        }
        let options = print(&variant_key(&row.group, &row.options));
        if let Some(other) = seen.line(options) {
            // Two SKUs are two variants, even where somebody gave both the same name; without SKUs nothing tells them
            // apart.
            let nameless = row.sku.is_none() || seen.line(print(&["no sku", &other.to_string()])).is_some();
            let code = if nameless { row::DUPLICATE_VARIANT } else { note::SAME_OPTIONS };
            let told = self.whole(Field::Option1Value, code).with("line", count(other));
            if nameless {
                self.problems.push(told);
                return;
            }
            self.notes.push(told);
        }
        for code in row.barcodes.iter().chain(row.packs.iter().map(|pack| &pack.code)) {
            let key = print(&["barcode", &code.key()]);
            if let Some(other) = seen.line(key) {
                let note = self.whole(Field::Barcode, note::BARCODE_SHARED).with("line", count(other)).with("code", code.to_string());
                self.notes.push(note);
            }
            seen.keep(key, line);
        }
        seen.keep(options, line);
        match sku {
            Some(key) => seen.keep(key, line),
            None => seen.keep(print(&["no sku", &line.to_string()]), line),
        }
    }

    /// Refuses stock of a variant at a place of which an earlier row told.
    pub fn unique_stock(&mut self, seen: &mut Seen, rows: &[StockRow]) {
        if !self.problems.is_empty() {
            return;
        }
        let mut keys = Vec::new();
        for row in rows {
            let key = stock_key(row);
            if let Some(other) = seen.line(key) {
                let problem = self.whole(Field::Sku, row::DUPLICATE_STOCK).with("line", count(other));
                self.problems.push(problem);
                return;
            }
            keys.push(key);
        }
        for key in keys {
            seen.keep(key, self.record.line);
        }
    }

    fn whole(&self, field: Field, code: &str) -> crate::import::problem::RowProblem {
        match self.plan.of(field).iter().copied().find(|index| self.at(*index).is_some()) {
            Some(index) => self.about(index, code),
            None => crate::import::problem::RowProblem::new(self.record.line, "", "", code),
        }
    }
}

fn count(line: u64) -> i64 {
    i64::try_from(line).unwrap_or(i64::MAX)
}

/// Whether an earlier row told this variant.
pub fn is_told(seen: &Seen, row: &CatalogRow) -> bool {
    let key = row.sku.as_deref().map_or_else(|| print(&variant_key(&row.group, &row.options)), |sku| print(&["sku", sku]));
    seen.line(key).is_some()
}

fn variant_key<'a>(group: &'a str, options: &'a [(String, String)]) -> Vec<&'a str> {
    let mut key = vec!["variant", group];
    key.extend(options.iter().map(|(_, value)| value.as_str()));
    key
}

fn stock_key(row: &StockRow) -> [u8; 16] {
    let barcode = row.barcodes.first().map(Code::key).unwrap_or_default();
    let mut key = vec!["stock"];
    match (&row.sku, &row.group) {
        (Some(sku), _) => key.extend(["sku", sku]),
        (None, _) if !barcode.is_empty() => key.extend(["barcode", &barcode]),
        (None, group) => {
            let item = group.as_deref().or(row.item_name.as_deref()).unwrap_or_default();
            key.extend(variant_key(item, &row.options));
        }
    }
    key.extend([row.location.as_deref().unwrap_or_default(), row.bin.as_deref().unwrap_or_default(), row.status.map_or("", |status| status.tag())]);
    print(&key)
}

/// What a formula would show: the last text in it, as in `=HYPERLINK("https://shop/1","00125")`.
fn last_quoted(formula: &str) -> Option<String> {
    let mut parts: Vec<&str> = formula.split('"').collect();
    parts.pop()?;
    let text = if parts.len().is_multiple_of(2) { parts.pop()?.trim() } else { return None };
    (!text.is_empty()).then(|| text.to_owned())
}

/// `5.01235E+12`: digits are gone for good, and no check digit brings them back. Without a point before it, an `E` is a
/// letter of the code unless a sign follows it: `1E5`.
fn is_shortened(code: &str) -> bool {
    let Some((mantissa, exponent)) = code.split_once(['e', 'E']) else { return false };
    let Some(exponent) = exponent.strip_prefix('+').or_else(|| mantissa.contains(['.', ',']).then_some(exponent)) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mantissa_fits = match mantissa.split_once(['.', ',']) {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(mantissa),
    };
    mantissa_fits && digits(exponent)
}

/// `5012345678900.0`: a program took the code for a number.
fn without_decimals(code: &str) -> Option<&str> {
    let (whole, fraction) = code.split_once('.')?;
    let digits = whole.len() >= 7 && whole.bytes().all(|byte| byte.is_ascii_digit());
    (digits && !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0')).then_some(whole)
}

/// Arabic-Indic and Persian digits as the scanner sends them.
fn western(code: &str) -> String {
    let digit = |c: char, zero: u32| char::from_digit(u32::from(c) - zero, 10).unwrap_or(c);
    code.chars()
        .map(|c| match c {
            '٠'..='٩' => digit(c, 0x660),
            '۰'..='۹' => digit(c, 0x6F0),
            other => other,
        })
        .collect()
}
