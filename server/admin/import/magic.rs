//! Recognises what is no text at all, by its first bytes, so that the message can say what it is and what to do.

use crate::import::problem::{FileProblem, file};

/// The problem with a file that starts like this, if it is a known kind of something else.
#[must_use]
pub fn other_kind(head: &[u8]) -> Option<FileProblem> {
    let kind = |code: &str, kind: &str| Some(FileProblem::new(code).with("kind", kind));
    if head.starts_with(b"PK\x03\x04") {
        // All of them are zip files; the names of the first entries tell them apart.
        return if contains(head, b"xl/") || contains(head, b"[Content_Types].xml") {
            kind(file::SPREADSHEET, "xlsx")
        } else if contains(head, b"opendocument.spreadsheet") {
            kind(file::SPREADSHEET, "ods")
        } else if contains(head, b"Index/") || contains(head, b".iwa") {
            kind(file::SPREADSHEET, "numbers")
        } else {
            kind(file::ARCHIVE, "zip")
        };
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return kind(file::SPREADSHEET, "xls");
    }
    if head.starts_with(b"%PDF") {
        return Some(FileProblem::new(file::PDF));
    }
    for (start, name) in [(&b"\x1F\x8B"[..], "gz"), (b"7z\xBC\xAF", "7z"), (b"Rar!", "rar"), (b"BZh", "bz2"), (b"\xFD7zXZ", "xz")] {
        if head.starts_with(start) {
            return kind(file::ARCHIVE, name);
        }
    }
    for (start, name) in [(&b"\x89PNG"[..], "png"), (b"\xFF\xD8\xFF", "jpg"), (b"GIF8", "gif")] {
        if head.starts_with(start) {
            return kind(file::PICTURE, name);
        }
    }
    markup(head).and_then(|name| kind(file::MARKUP, name))
}

/// Many a system's "Excel export" is a web page with another ending.
fn markup(head: &[u8]) -> Option<&'static str> {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let lower = text.get(..text.len().min(64)).unwrap_or_default().to_ascii_lowercase();
    if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") || lower.starts_with(b"<table") {
        Some("HTML")
    } else if lower.starts_with(b"<?xml") {
        Some("XML")
    } else if lower.starts_with(b"{\\rtf") {
        Some("RTF")
    } else if is_json(text) {
        Some("JSON")
    } else {
        None
    }
}

/// `{"…` or `[{"…`, white space apart; a CSV might begin with a brace, but hardly with both.
fn is_json(text: &[u8]) -> bool {
    let mut bytes = text.iter().filter(|byte| !byte.is_ascii_whitespace());
    matches!((bytes.next(), bytes.next(), bytes.next()), (Some(b'{'), Some(b'"'), _) | (Some(b'['), Some(b'{'), Some(b'"')))
}

fn contains(head: &[u8], needle: &[u8]) -> bool {
    head.windows(needle.len()).any(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_it_is() {
        let code = |head: &[u8]| other_kind(head).map(|problem| problem.said.to_string());
        assert_eq!(code(b"PK\x03\x04\x14\0\x06\0[Content_Types].xml").as_deref(), Some(r#"import-file-spreadsheet kind=Text("xlsx")"#));
        assert_eq!(code(b"\xD0\xCF\x11\xE0\xA1\xB1").as_deref(), Some(r#"import-file-spreadsheet kind=Text("xls")"#));
        assert_eq!(code(b"%PDF-1.7").as_deref(), Some("import-file-pdf"));
        assert_eq!(code(b"  <!DOCTYPE HTML><table>").as_deref(), Some(r#"import-file-markup kind=Text("HTML")"#));
        assert_eq!(code(b"[ {\"sku\": 1} ]").as_deref(), Some(r#"import-file-markup kind=Text("JSON")"#));
        assert_eq!(code(b"sku,name\n1,2\n"), None);
        assert_eq!(code(b""), None);
    }
}
