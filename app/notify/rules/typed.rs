//! Codes as people type or paste them: one to a line, with how many if not one.

use crate::{LINES_MAX, LabelLine, LabelSubject};

/// Reads `85123A`, `85123A * 3`, `85123A*3`, `85123A × 3`, and `85123A<tab>3` as it comes out of a spreadsheet. What
/// stands after the last sign counts as copies only if it is digits, so most codes with a star in them stay whole.
/// Empty lines are nothing. Past [`LINES_MAX`] lines one more is read, so that there are seen to be too many.
#[must_use]
pub fn typed_lines(text: &str) -> Vec<LabelLine> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES_MAX + 1).map(typed_line).collect()
}

fn typed_line(line: &str) -> LabelLine {
    let parted = line.rsplit_once(['*', '×', '\t']).and_then(|(code, copies)| Some((code.trim(), count(copies)?)));
    let (code, copies) = match parted {
        Some((code, copies)) if !code.is_empty() => (code, copies),
        _ => (line, 1),
    };
    LabelLine { subject: LabelSubject::Code(code.to_owned()), copies }
}

/// A whole number in Latin or Arabic-Indic digits. One that is too large stays too large, so that it is refused as that.
#[must_use]
pub fn count(text: &str) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 32 {
        return None;
    }
    let digits: Option<Vec<u32>> = text
        .chars()
        .map(|c| match c {
            '٠'..='٩' => Some(u32::from(c) - u32::from('٠')),
            c => c.to_digit(10),
        })
        .collect();
    Some(digits?.into_iter().fold(0_u32, |number, digit| number.saturating_mul(10).saturating_add(digit)))
}

/// A line as it would be typed again.
#[must_use]
pub fn as_typed(code: &str, copies: u32) -> String {
    if copies == 1 { code.to_owned() } else { format!("{code} * {copies}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        let typed = "85123A\n 22423 * 12 \n\n84029E×3\r\n21071\t2\nA*B\nA * B * 4\n* 3\n";
        let lines: Vec<(String, u32)> = typed_lines(typed)
            .into_iter()
            .map(|line| match line.subject {
                LabelSubject::Code(code) => (code, line.copies),
                other => panic!("{other:?}"),
            })
            .collect();
        let expected = [("85123A", 1), ("22423", 12), ("84029E", 3), ("21071", 2), ("A*B", 1), ("A * B", 4), ("* 3", 1)];
        assert_eq!(lines, expected.map(|(code, copies)| (code.to_owned(), copies)));
    }

    #[test]
    fn numbers_are_counted_in_both_scripts_and_never_wrap() {
        assert_eq!(count(" ١٢ "), Some(12));
        assert_eq!(count("99999999999999999999"), Some(u32::MAX));
        assert_eq!(count("1e400"), None);
        assert_eq!(count("-1"), None);
        assert_eq!(count(""), None);
    }

    #[test]
    fn a_line_can_be_typed_again() {
        for (code, copies) in [("85123A", 1), ("A*B", 7)] {
            assert_eq!(typed_lines(&as_typed(code, copies)), [LabelLine { subject: LabelSubject::Code(code.to_owned()), copies }]);
        }
    }

    #[test]
    fn there_is_an_end_to_it() {
        assert_eq!(typed_lines(&"X\n".repeat(5000)).len(), LINES_MAX + 1);
    }
}
