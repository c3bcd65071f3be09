//! What a spreadsheet makes of a value: a cell that it would run is written so that it does not, and read back as it was.

use std::borrow::Cow;

/// With an apostrophe in front where a spreadsheet would take the value for a formula. Plain numbers stay numbers.
#[must_use]
pub fn protected(value: &str) -> Cow<'_, str> {
    if is_formula(value) { format!("'{value}").into() } else { value.into() }
}

/// Takes that apostrophe off again, and no other.
#[must_use]
pub fn unprotected(value: &str) -> &str {
    value.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(value)
}

/// Whether a spreadsheet might run it (OWASP: = + - @ tab CR first). Apostrophes in front are looked through, so that
/// protecting adds one to any number of them and reading takes that one off; so is white space, which some programs
/// trim before they look.
fn is_formula(value: &str) -> bool {
    let rest = value.trim_start_matches(['\'', ' ', '\u{a0}', '\n', '\t', '\r']);
    let front = value.get(..value.len() - rest.len()).unwrap_or_default();
    front.contains(['\t', '\r']) || (rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && !is_plain_number(rest))
}

fn is_plain_number(value: &str) -> bool {
    let digits = value.strip_prefix(['-', '+']).unwrap_or(value);
    let all = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match digits.split_once(['.', ',']) {
        Some((whole, fraction)) => all(whole) && all(fraction),
        None => all(digits),
    }
}

/// A line of CSV (RFC 4180), safe from formulas: quoted where needed, with its line end.
#[must_use]
pub fn line<S: AsRef<str>>(cells: &[S]) -> String {
    let mut line = String::new();
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        let cell = protected(cell.as_ref());
        if cell.contains([',', '"', '\r', '\n']) {
            line.push('"');
            line.push_str(&cell.replace('"', "\"\""));
            line.push('"');
        } else {
            line.push_str(&cell);
        }
    }
    line.push_str("\r\n");
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_quoted_and_runs_nothing() {
        assert_eq!(line(&["A, \"B\"", "=HYPERLINK(1)", "-5", "+1-2", ""]), "\"A, \"\"B\"\"\",'=HYPERLINK(1),-5,'+1-2,\r\n");
    }
}
