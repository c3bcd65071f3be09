//! What kind of thing a scanned text is, before anybody asks the database.

use crate::{Gs1, read_gs1};

/// Longest text looked at, in bytes: what fits in a printed code.
pub const SCAN_MAX: usize = 512;

/// A scanned text as it may be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Without the scanner's own additions; what is looked up as barcode, SKU and supplier's code.
    pub text: String,
    pub kind: ReadingKind,
}

/// The first of R13's kinds that the text has the form of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingKind {
    Command(String),
    /// The whole text is the location's scan code.
    Location,
    Container(String),
    /// It may still be a SKU that looks like one.
    Gs1(Box<Gs1>),
    /// A barcode, a SKU, a supplier's code, or nothing we know.
    Plain,
}

/// Reads what a scanner sent. `None` where it is empty, too long, or holds control characters other than separators.
#[must_use]
pub fn read_scan(raw: &str) -> Option<Reading> {
    if raw.len() > SCAN_MAX {
        return None;
    }
    let text = raw.trim_matches(|c: char| c.is_whitespace() && c != crate::SEPARATOR);
    let (text, is_gs1) = symbology(text);
    if text.is_empty() || text.chars().any(|c| c.is_control() && c != crate::SEPARATOR) {
        return None;
    }
    let kind = if let Some(command) = prefixed(text, "CMD:") {
        ReadingKind::Command(command.to_owned())
    } else if prefixed(text, "LOC:").is_some() {
        ReadingKind::Location
    } else {
        gs1(text, is_gs1)
    };
    Some(Reading { text: text.trim_matches(crate::SEPARATOR).to_owned(), kind })
}

/// The scanner's note of the symbol's kind (ISO/IEC 15424): `]C1`, `]d2`, `]Q3` and `]e0` are GS1's.
fn symbology(text: &str) -> (&str, bool) {
    match (text.strip_prefix(']'), text.get(3..)) {
        (Some(note), Some(rest)) if note.is_ascii() && note.len() >= 2 => (rest, matches!(text.get(..3), Some("]C1" | "]d2" | "]Q3" | "]e0"))),
        _ => (text, false),
    }
}

fn prefixed<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let start = text.get(..prefix.len())?;
    let rest = text.get(prefix.len()..)?;
    (start.eq_ignore_ascii_case(prefix) && !rest.is_empty()).then_some(rest)
}

/// A bare string of digits is taken for an element string only if it is one by length too: its GTIN or SSCC alone, or
/// said by the scanner, or with separators.
fn gs1(text: &str, said: bool) -> ReadingKind {
    let marked = said || text.starts_with('(') || text.contains(crate::SEPARATOR) || text.contains("://") || text.starts_with("urn:epc:");
    let shaped = (text.starts_with("01") && text.len() >= 16) || (text.starts_with("00") && text.len() == 20);
    if !marked && !shaped {
        return ReadingKind::Plain;
    }
    match read_gs1(text) {
        Some(Gs1 { sscc: Some(sscc), gtin: None, .. }) => ReadingKind::Container(sscc),
        Some(found) => ReadingKind::Gs1(Box::new(found)),
        None => ReadingKind::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(raw: &str) -> Option<ReadingKind> {
        read_scan(raw).map(|reading| reading.kind)
    }

    #[test]
    fn in_the_order_of_the_ruling() {
        assert_eq!(kind("CMD:undo\r\n"), Some(ReadingKind::Command("undo".into())));
        assert_eq!(kind("loc:LONDON:F1-01"), Some(ReadingKind::Location));
        assert_eq!(kind("(00)106141412345678908"), Some(ReadingKind::Container("106141412345678908".into())));
        assert_eq!(kind("00106141412345678908"), Some(ReadingKind::Container("106141412345678908".into())));
        assert!(matches!(kind("]C10109506000134352"), Some(ReadingKind::Gs1(_))));
        assert_eq!(kind("9506000134352"), Some(ReadingKind::Plain));
        assert_eq!(kind("85123A"), Some(ReadingKind::Plain));
    }

    #[test]
    fn a_scanners_note_is_no_part_of_the_code() {
        assert_eq!(read_scan("]E05012345678900").map(|reading| reading.text), Some("5012345678900".into()));
        assert_eq!(read_scan("]").map(|reading| reading.text), Some("]".into()));
    }

    #[test]
    fn what_cannot_be_a_code() {
        for bad in ["", "   ", "\u{0}", "a\u{0}b", &"1".repeat(513)] {
            assert_eq!(read_scan(bad), None, "{bad:?}");
        }
        assert_eq!(kind("CMD:"), Some(ReadingKind::Plain));
        assert_eq!(kind("🎁"), Some(ReadingKind::Plain));
    }
}
