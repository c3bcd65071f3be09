//! Numbers as people write them: which mark is the decimal one is decided for a whole column, then each value is held
//! to it. What could be read in two ways is never guessed.

use crate::import::number_words::meant;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use vocabulary::Quantity;

/// The decimal mark of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    Point,
    Comma,
}

/// Why a cell is not a number that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// A word, an exponent, `10x0d`; with what was probably meant.
    NotOne(Option<String>),
    /// Written with the other decimal mark than its column; with the same in the column's style.
    OtherStyle(String),
    /// `1,234` where nothing tells whether that is a thousand or one and a bit: both readings.
    Ambiguous(String, String),
    TooLarge,
    TooFine,
}

/// What one value says about its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// No mark at all, or no number.
    Nothing,
    Decimal(Mark),
    /// `1,234` or `1.234`: both are possible.
    Either,
}

/// Counts what the values of a column, or of a file, say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    point: u64,
    comma: u64,
}

impl Style {
    pub fn see(&mut self, raw: &str) {
        // Whole numbers, which are most, say nothing of a mark.
        if raw.bytes().all(|byte| byte.is_ascii_digit()) {
            return;
        }
        match Number::parse(raw).map(|number| number.evidence()) {
            Some(Evidence::Decimal(Mark::Point)) => self.point += 1,
            Some(Evidence::Decimal(Mark::Comma)) => self.comma += 1,
            _ => {}
        }
    }

    pub fn add(&mut self, other: Self) {
        self.point += other.point;
        self.comma += other.comma;
    }

    /// The mark of the greater part; none where nothing speaks for either, or as much for one as for the other.
    #[must_use]
    pub fn mark(self) -> Option<Mark> {
        match self.point.cmp(&self.comma) {
            std::cmp::Ordering::Greater => Some(Mark::Point),
            std::cmp::Ordering::Less => Some(Mark::Comma),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// A number taken apart: ASCII digits in groups, with the marks between them.
struct Number {
    negative: bool,
    /// Digits, points and commas; spaces and apostrophes between thousands are gone.
    body: String,
    /// Its one mark is the decimal mark, whatever stands behind it.
    sure: bool,
}

impl Number {
    fn parse(raw: &str) -> Option<Self> {
        let raw = &*without_dashes(raw.trim());
        let (negative, raw) = signed(raw)?;
        let raw = without_currency(raw);
        // The sign may also stand between the currency and the digits: `£-3.75`.
        let (inner, raw) = signed(raw)?;
        if (negative && inner) || raw.is_empty() {
            return None;
        }
        let mut body = String::with_capacity(raw.len());
        let mut letters = raw.chars().peekable();
        let (mut spaced, mut sure) = (false, false);
        while let Some(letter) = letters.next() {
            match letter {
                '0'..='9' | '.' | ',' => body.push(letter),
                // Arabic-Indic and Persian digits are digits, and their marks mean one thing only.
                '٠'..='٩' => body.push(digit(letter, '٠')),
                '۰'..='۹' => body.push(digit(letter, '۰')),
                '٫' => {
                    sure = true;
                    body.push('.');
                }
                '٬' => body.push(','),
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' if digits_before(&body) && letters.peek().is_some_and(|c| c.is_numeric()) => {
                    // Marked with a mark of its own, so that groups can be checked below.
                    spaced = true;
                    body.push(' ');
                }
                _ => return None,
            }
        }
        if spaced {
            let whole = body.split(['.', ',']).next().unwrap_or_default();
            let tail = body.get(whole.len()..).unwrap_or_default();
            // Where thousands are spaces a mark can only be the decimal one: `1 234,500`.
            if !grouped(whole, ' ') || tail.contains(' ') || tail.matches(['.', ',']).count() > 1 {
                return None;
            }
            body.retain(|c| c != ' ');
            sure = true;
        }
        let number = Self { negative: negative || inner, body, sure };
        number.well_formed().then_some(number)
    }

    fn well_formed(&self) -> bool {
        let body = self.body.as_str();
        let count = |mark| body.matches(mark).count();
        let (points, commas) = (count('.'), count(','));
        if !body.contains(|c: char| c.is_ascii_digit()) || body.ends_with(['.', ',']) {
            return false;
        }
        match (points, commas) {
            (0 | 1, 0) | (0, 1) => true,
            (_, 0) => grouped(body, '.'),
            (0, _) => grouped(body, ','),
            _ => {
                let decimal = if body.rfind('.') > body.rfind(',') { '.' } else { ',' };
                let group = if decimal == '.' { ',' } else { '.' };
                body.matches(decimal).count() == 1 && body.split(decimal).next().is_some_and(|whole| grouped(whole, group))
            }
        }
    }

    fn evidence(&self) -> Evidence {
        let body = self.body.as_str();
        let (points, commas) = (body.matches('.').count(), body.matches(',').count());
        match (points, commas) {
            (0, 0) => Evidence::Nothing,
            (1, 0) => self.single('.', Mark::Point),
            (0, 1) => self.single(',', Mark::Comma),
            // Several of a kind separate thousands, so the decimal mark is the other.
            (_, 0) => Evidence::Decimal(Mark::Comma),
            (0, _) => Evidence::Decimal(Mark::Point),
            _ => Evidence::Decimal(if body.rfind('.') > body.rfind(',') { Mark::Point } else { Mark::Comma }),
        }
    }

    /// One mark: three digits after it, and one to three before of which the first is no zero, could be thousands.
    fn single(&self, mark: char, decimal: Mark) -> Evidence {
        let (before, after) = self.body.split_once(mark).unwrap_or((&self.body, ""));
        if !self.sure && after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0') {
            Evidence::Either
        } else {
            Evidence::Decimal(decimal)
        }
    }

    /// In the machine's form, read with this decimal mark.
    fn plain(&self, mark: Mark) -> String {
        let (decimal, group) = match mark {
            Mark::Point => ('.', ','),
            Mark::Comma => (',', '.'),
        };
        let digits: String = self.body.chars().filter(|c| *c != group).map(|c| if c == decimal { '.' } else { c }).collect();
        let digits = if digits.starts_with('.') { format!("0{digits}") } else { digits };
        if self.negative { format!("-{digits}") } else { digits }
    }
}

/// Reads a number in a column whose decimal mark is known, or not.
///
/// # Errors
/// What is no number, is written in another style, can be read in two ways, or is larger or finer than the ledger holds.
pub fn read(raw: &str, mark: Option<Mark>) -> Result<Decimal, NumberError> {
    let Some(number) = Number::parse(raw) else { return Err(NumberError::NotOne(meant(raw, mark))) };
    let mark = match (number.evidence(), mark) {
        (Evidence::Nothing, known) => known.unwrap_or(Mark::Point),
        (Evidence::Either, Some(known)) => known,
        (Evidence::Either, None) => {
            return Err(NumberError::Ambiguous(short(&number.plain(Mark::Point)), short(&number.plain(Mark::Comma))));
        }
        (Evidence::Decimal(own), None) => own,
        (Evidence::Decimal(own), Some(known)) if own == known => own,
        (Evidence::Decimal(own), Some(known)) => {
            return Err(NumberError::OtherStyle(styled(&number.plain(own), known)));
        }
    };
    decimal(&number.plain(mark))
}

/// The same for a file whose program writes this mark, where its values leave it open. Such programs set no thousands
/// apart: `1,234` in their file is probably a spreadsheet's that saved it, and nobody can tell what it was.
///
/// # Errors
/// As [`read`].
pub fn read_usual(raw: &str, mark: Option<Mark>, usual: Option<Mark>) -> Result<Decimal, NumberError> {
    let other = if usual == Some(Mark::Comma) { '.' } else { ',' };
    let open = || Number::parse(raw).is_some_and(|number| number.evidence() == Evidence::Either && number.body.contains(other));
    read(raw, mark.or_else(|| usual.filter(|_| !open())))
}

/// Exact, within what a quantity may be; amounts of money keep to the same bounds.
fn decimal(plain: &str) -> Result<Decimal, NumberError> {
    use vocabulary::QuantityError::{NotANumber, TooLarge, TooManyDecimals};
    match plain.parse::<Quantity>() {
        Ok(quantity) => Ok(quantity.decimal()),
        Err(TooLarge) => Err(NumberError::TooLarge),
        Err(TooManyDecimals) => Err(NumberError::TooFine),
        Err(NotANumber) => Err(NumberError::NotOne(None)),
    }
}

/// A minus in front (also the typographic one), behind (as SAP writes it), or an accountant's brackets.
fn signed(raw: &str) -> Option<(bool, &str)> {
    if let Some(rest) = raw.strip_prefix(['-', '−', '–']) {
        return Some((true, rest.trim_start()));
    }
    if let Some(rest) = raw.strip_prefix('+') {
        return Some((false, rest.trim_start()));
    }
    if let Some(rest) = raw.strip_suffix(['-', '−']) {
        return Some((true, rest.trim_end()));
    }
    if let Some(rest) = raw.strip_prefix('(') {
        return rest.strip_suffix(')').map(|inside| (true, inside.trim()));
    }
    Some((false, raw))
}

/// `12,-` and `12.–`, as prices are written where nothing stands behind the mark: `12,00`.
fn without_dashes(raw: &str) -> Cow<'_, str> {
    for (at, _) in raw.match_indices([',', '.']) {
        let (before, rest) = raw.split_at(at);
        let (mark, rest) = rest.split_at(1);
        let behind = rest.trim_start_matches(['-', '–', '—', '−']);
        if behind.len() < rest.len() && digits_before(before) && !behind.contains(char::is_numeric) {
            return format!("{before}{mark}00{behind}").into();
        }
    }
    raw.into()
}

/// Currency signs and the codes one meets; other letters make it no number.
fn without_currency(raw: &str) -> &str {
    const SIGNS: &[&str] = &[
        "£", "€", "US$", "A$", "C$", "R$", "$", "¥", "₹", "₺", "₽", "₩", "₪", "₫", "₴", "₦", "zł", "Kč", "kr.", "kr", "Fr.", "EUR", "GBP", "USD",
        "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "AED", "SAR", "EGP", "MAD", "CAD", "AUD", "NZD", "MXN", "BRL", "INR", "JPY", "د.إ", "ر.س",
    ];
    for sign in SIGNS {
        if let Some(rest) = raw.strip_prefix(sign) {
            return rest.trim_start();
        }
        if let Some(rest) = raw.strip_suffix(sign) {
            return rest.trim_end();
        }
    }
    raw
}

fn digits_before(body: &str) -> bool {
    body.ends_with(|c: char| c.is_ascii_digit())
}

fn digit(letter: char, zero: char) -> char {
    u32::from(letter).checked_sub(u32::from(zero)).and_then(|value| char::from_digit(value, 10)).unwrap_or('0')
}

/// `1,234,567`, and India's `12,34,567`: the first group may be short, the last has three digits.
fn grouped(whole: &str, mark: char) -> bool {
    let groups: Vec<&str> = whole.split(mark).collect();
    groups.iter().enumerate().all(|(index, group)| {
        group.bytes().all(|byte| byte.is_ascii_digit())
            && match index {
                0 => (1..=3).contains(&group.len()),
                last if last + 1 == groups.len() => group.len() == 3,
                _ => matches!(group.len(), 2 | 3),
            }
    })
}

/// Without zeros that say nothing: `1.234`, `1234`.
fn short(plain: &str) -> String {
    plain.parse::<Decimal>().map_or_else(|_| plain.to_owned(), |value| value.normalize().to_string())
}

/// A plain number in a column's style.
fn styled(plain: &str, mark: Mark) -> String {
    match mark {
        Mark::Point => plain.to_owned(),
        Mark::Comma => plain.replace('.', ","),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(raw: &str, mark: Option<Mark>) -> Result<String, NumberError> {
        read(raw, mark).map(|value| value.to_string())
    }

    #[test]
    fn reads_what_is_certain() {
        for (raw, mark, expected) in [
            ("1299", None, "1299"),
            ("1,299.00", Some(Mark::Point), "1299"),
            ("1.299,50", Some(Mark::Comma), "1299.5"),
            ("£3,75", Some(Mark::Comma), "3.75"),
            ("3.75 €", Some(Mark::Point), "3.75"),
            ("-£3.75", None, "-3.75"),
            ("£-3.75", None, "-3.75"),
            ("(12.50)", None, "-12.5"),
            ("12,50-", None, "-12.5"),
            ("−5", None, "-5"),
            ("1 234,500", None, "1234.5"),
            ("1'234.50", None, "1234.5"),
            ("1\u{a0}234", None, "1234"),
            ("12,34,567.5", None, "1234567.5"),
            ("1,234,567", None, "1234567"),
            ("1,234", Some(Mark::Point), "1234"),
            ("1,234", Some(Mark::Comma), "1.234"),
            ("0.123", None, "0.123"),
            (".5", None, "0.5"),
            ("٣٫٥", None, "3.5"),
            ("١٬٢٣٤", Some(Mark::Point), "1234"),
            ("0012", None, "12"),
            ("12,-", None, "12"),
            ("1.299,– €", Some(Mark::Comma), "1299"),
            ("CHF 12.--", None, "12"),
        ] {
            assert_eq!(value(raw, mark).as_deref(), Ok(expected), "{raw:?}");
        }
    }

    #[test]
    fn guesses_nothing() {
        assert_eq!(value("1,234", None), Err(NumberError::Ambiguous("1234".into(), "1.234".into())));
        assert_eq!(value("1.234", None), Err(NumberError::Ambiguous("1.234".into(), "1234".into())));
        assert_eq!(value("£3,75", Some(Mark::Point)), Err(NumberError::OtherStyle("3.75".into())));
        assert_eq!(value("1,234.5", Some(Mark::Comma)), Err(NumberError::OtherStyle("1234,5".into())));
        assert_eq!(value("twelve", None), Err(NumberError::NotOne(Some("12".into()))));
        assert_eq!(value("free", None), Err(NumberError::NotOne(Some("0".into()))));
        assert_eq!(value("12 pcs", None), Err(NumberError::NotOne(Some("12".into()))));
        assert_eq!(value("12.–", Some(Mark::Comma)), Err(NumberError::OtherStyle("12,00".into())));
        for wrong in [
            "3-May", "3/May", "3.May", "5-kg", "12,-5", ",-", "", "1e400", "10x0d", "NaN", "inf", "-", "1.", "1,2,3", "1.2.3", "--5", "-(5)", "½",
            "5 5", "$", "1 23", "0x10", "1_000", "\u{0}",
        ] {
            assert!(matches!(value(wrong, None), Err(NumberError::NotOne(None))), "{wrong:?}: {:?}", value(wrong, None));
        }
        assert_eq!(value(&"9".repeat(400), None), Err(NumberError::TooLarge));
        assert_eq!(value("0.12345678", None), Err(NumberError::TooFine));
    }

    #[test]
    fn a_column_has_one_style() {
        let mark = |values: &[&str]| {
            let mut style = Style::default();
            values.iter().for_each(|value| style.see(value));
            style.mark()
        };
        assert_eq!(mark(&["1", "2", "twelve"]), None);
        assert_eq!(mark(&["1,234", "12"]), None);
        assert_eq!(mark(&["1,234", "12.5"]), Some(Mark::Point));
        assert_eq!(mark(&["3,75", "3,5", "3.75"]), Some(Mark::Comma));
        assert_eq!(mark(&["1.234.567"]), Some(Mark::Comma));
    }
}
