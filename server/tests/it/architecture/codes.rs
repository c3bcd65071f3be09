//! Every code that the sources can say has words in every language.

use super::sources::{is_test, rust_files};
use std::collections::BTreeMap;
use vocabulary::Locale;

/// What makes a code of a literal, and which of its literals that is.
const MAKERS: [(&str, usize); 9] = [
    ("Said::new(", 0),
    ("FieldError::new(", 1),
    ("AppError::invalid(", 1),
    ("OpError::invalid(", 1),
    ("#[error(", 0),
    (".t(", 0),
    ("words.with(", 0),
    ("said.code == ", 0),
    ("const TOO_LARGE: &str = ", 0),
];

/// The codes of a file's own code, each with what made it.
fn codes(text: &str) -> Vec<(String, &'static str)> {
    let code = text.split("#[cfg(test)]").next().unwrap();
    let flat = code.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect::<Vec<_>>().join(" ");
    let mut found = Vec::new();
    for (maker, nth) in MAKERS {
        for (at, _) in flat.match_indices(maker) {
            let rest = &flat[at + maker.len()..];
            // Only of literals that stand there as they are, up to the end of this call.
            let said = rest.split([')', ';', '{']).next().unwrap();
            let literals: Vec<&str> = said.split('"').skip(1).step_by(2).collect();
            let first_is_literal = nth > 0 || said.trim_start().starts_with('"');
            if let Some(code) = literals.get(nth.min(literals.len().saturating_sub(1))).filter(|_| first_is_literal)
                && literals.len() > nth.min(1) * usize::from(said.trim_start().starts_with('"'))
                && is_code(code)
            {
                found.push(((*code).to_owned(), maker));
            }
        }
    }
    found
}

/// `stock-insufficient`, `name.hint`: small letters in parts.
fn is_code(text: &str) -> bool {
    text.contains('-') && text.split(['-', '.']).all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

#[test]
fn every_code_has_words_in_every_language() {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for (name, text) in rust_files().into_iter().filter(|(name, _)| !is_test(name) && !name.starts_with("app/kit/gallery/")) {
        for (code, maker) in codes(&text) {
            all.entry(code).or_insert_with(|| format!("{name}: {maker}"));
        }
    }
    assert!(all.len() > 250, "only {} codes were found", all.len());
    for code in ["field-unreadable", "body-not-json", "query-unreadable", "body-too-large", "request-still-running", "idempotency-key-reused"] {
        assert!(all.contains_key(code), "{code} was not found");
    }
    let mute: Vec<String> = Locale::SPOKEN
        .into_iter()
        .flat_map(|locale| {
            all.iter().filter(move |(code, _)| !words::has(locale, code)).map(move |(code, place)| format!("{} {code} ({place})", locale.tag()))
        })
        .collect();
    assert_eq!(mute, Vec::<String>::new());
}

/// Each status an error can be told with has a title for its page.
#[test]
fn every_error_has_a_page() {
    for status in [401, 403, 404, 405, 409, 412, 413, 422, 429, 500, 503] {
        for locale in Locale::SPOKEN {
            assert!(words::has(locale, &format!("error-page-{status}-title")), "{status} in {}", locale.tag());
        }
    }
}
