//! What cells of text are cleaned of, and no more: HTML's tags, marks that protect a spreadsheet, white space around.

use crate::import::export;

/// A cell without white space around it and without the apostrophe that protects a spreadsheet from a formula.
#[must_use]
pub fn cell(raw: &str) -> &str {
    let raw = raw.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    export::unprotected(raw).trim()
}

/// The same for codes and numbers, where Excel's text markers go too: `'0123` and `="0123"` are `0123`. Tells whether one
/// was there.
#[must_use]
pub fn marked(raw: &str) -> (&str, bool) {
    let plain = cell(raw);
    if let Some(inside) = plain.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).filter(|inside| !inside.contains('"')) {
        return (inside.trim(), true);
    }
    match plain.strip_prefix(['\'', '’']) {
        Some(rest) if !rest.trim().is_empty() && !rest.starts_with('\'') => (rest.trim(), true),
        _ => (plain, false),
    }
}

/// Control characters that no name has a use for; line breaks and tabs are white space.
#[must_use]
pub fn has_control(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// On one line, with single spaces: `Set Of 72  Doilies` and `Set Of 72 Doilies` are one name to a person.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// HTML as plain text: tags, comments, scripts and styles are gone, paragraphs become lines, entities letters. The
/// result is text and is escaped like any other where it is shown, so a tag that hides behind an entity stays text.
#[must_use]
pub fn from_html(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        rest = if from.starts_with('&') { entity(from, &mut text) } else { tag(from, &mut text) };
    }
    text.push_str(rest);
    let lines: Vec<String> = text.lines().map(one_line).collect();
    let mut tidy = String::new();
    for line in lines.iter().filter(|line| !line.is_empty()) {
        if !tidy.is_empty() {
            tidy.push('\n');
        }
        tidy.push_str(line);
    }
    tidy
}

/// Passes over what begins with `<`; a `<` that opens nothing (`5 < 6`) is text.
fn tag<'a>(from: &'a str, text: &mut String) -> &'a str {
    let inside = from.get(1..).unwrap_or_default();
    if let Some(comment) = inside.strip_prefix("!--") {
        return after(comment, "-->");
    }
    if !inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
        text.push('<');
        return inside;
    }
    let Some(end) = tag_end(inside) else { return "" };
    let name: String = inside.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let rest = inside.get(end + 1..).unwrap_or_default();
    match name.as_str() {
        "script" | "style" if !inside.starts_with('/') => {
            let close = format!("</{name}");
            return find_ignoring_case(rest, &close).map_or("", |at| after(rest.get(at..).unwrap_or_default(), ">"));
        }
        "p" | "br" | "div" | "li" | "ul" | "ol" | "tr" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr" => text.push('\n'),
        "td" | "th" => text.push(' '),
        _ => {}
    }
    rest
}

/// Where a tag closes; a `>` inside a quoted attribute does not close it.
fn tag_end(inside: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in inside.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quotation mark that stays open: the tag ends where it first could.
    inside.find('>')
}

fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.find(mark).and_then(|at| text.get(at + mark.len()..)).unwrap_or_default()
}

fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    text.as_bytes().windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
}

/// The entities that shops' editors write; an unknown one stays as it is.
fn entity<'a>(from: &'a str, text: &mut String) -> &'a str {
    let name_end = from.bytes().take(12).position(|byte| byte == b';');
    let decoded = name_end.and_then(|end| from.get(1..end)).and_then(|name| match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" | "rsquo" | "lsquo" => Some('\''),
        "nbsp" => Some(' '),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "hellip" => Some('…'),
        "euro" => Some('€'),
        "pound" => Some('£'),
        "copy" => Some('©'),
        "reg" => Some('®'),
        "trade" => Some('™'),
        "deg" => Some('°'),
        "auml" => Some('ä'),
        "ouml" => Some('ö'),
        "uuml" => Some('ü'),
        "Auml" => Some('Ä'),
        "Ouml" => Some('Ö'),
        "Uuml" => Some('Ü'),
        "szlig" => Some('ß'),
        "eacute" => Some('é'),
        "egrave" => Some('è'),
        "agrave" => Some('à'),
        "ccedil" => Some('ç'),
        "ntilde" => Some('ñ'),
        number => numbered(number),
    });
    match (decoded, name_end) {
        (Some(letter), Some(end)) => {
            text.push(letter);
            from.get(end + 1..).unwrap_or_default()
        }
        _ => {
            text.push('&');
            from.get(1..).unwrap_or_default()
        }
    }
}

fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_text() {
        assert_eq!(from_html("<p>Red &amp; <b>white</b></p><p>second<br/>line</p>"), "Red & white\nsecond\nline");
        assert_eq!(from_html("a<script>alert('<p>')</SCRIPT >b<style>x{}</style>c"), "abc");
        assert_eq!(from_html("5 < 6 & 7 > 2 &unknown; &#233;&#xe9;&#0;"), "5 < 6 & 7 > 2 &unknown; éé&#0;");
        assert_eq!(from_html(r#"<img alt="a > b" src=x onerror=alert(1)>shown"#), "shown");
        assert_eq!(from_html("&lt;script&gt;"), "<script>");
        assert_eq!(from_html("<!-- secret --><p>open <i"), "open");
        assert_eq!(from_html("tail <"), "tail <");
    }

    #[test]
    fn the_text_marker_goes_from_codes_only() {
        assert_eq!(marked(" '0123 "), ("0123", true));
        assert_eq!(marked("0123"), ("0123", false));
        assert_eq!(marked("'"), ("'", false));
        assert_eq!(marked(r#"="0123""#), ("0123", true));
        assert_eq!(marked(r#"=A("0123")"#), (r#"=A("0123")"#, false));
        assert_eq!(cell("'S' hooks"), "'S' hooks");
        assert_eq!(cell("'=1+1"), "=1+1");
    }
}
