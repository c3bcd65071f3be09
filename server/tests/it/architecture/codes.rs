//! Every code that the sources can say has words in every language.

use super::sources::{is_test, rust_files};
use std::collections::{BTreeMap, BTreeSet};
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

/// A problem's `type` leads to a page that explains it.
#[test]
fn every_conflict_has_its_page() {
    let sources = rust_files();
    let pages = &sources.iter().find(|(name, _)| name == "app/src/problems.rs").unwrap().1;
    let made = sources.iter().filter(|(name, _)| !is_test(name)).flat_map(|(name, text)| {
        let flat = text.split_whitespace().collect::<String>();
        let codes: Vec<String> = flat.split("conflict(Said::new(\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect();
        codes.into_iter().map(move |code| (name.clone(), code))
    });
    let (mut all, mut lost) = (0, Vec::new());
    for (name, code) in made {
        all += 1;
        if !pages.contains(&format!("\"{code}\",")) {
            lost.push(format!("{code} ({name})"));
        }
    }
    assert!(all > 30, "only {all} were found");
    assert_eq!(lost, Vec::<String>::new());
}

/// The things whose histories people read (`lists::history`).
const TOLD: [&str; 8] = ["item", "store", "count", "transfer", "person", "import", "tenant", "category"];

/// Fields that no history tells: the act says it, or they name the part it was done to.
const UNTOLD: [&str; 8] = ["archived", "default", "disabled", "passed", "password", "place", "row", "sku"];

/// The names of operations by their types, as `const NAME` and the rooms' macros have them.
fn names(sources: &[(String, String)]) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for (_, text) in sources {
        for part in text.split("impl Operation for ").skip(1) {
            let name = part.split("const NAME: &'static str = \"").nth(1).and_then(|rest| rest.split('"').next());
            let operation = part.split([' ', '{']).next().unwrap();
            names.extend(name.map(|name| (operation.to_owned(), name.to_owned())));
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        for pair in words.windows(2) {
            let name = pair[1].trim_end_matches([',', ';', ')']);
            if name.starts_with('"') && name.contains('.') && pair[0].chars().all(char::is_alphanumeric) {
                names.entry(pair[0].to_owned()).or_insert_with(|| name.trim_matches('"').to_owned());
            }
        }
    }
    names
}

/// The fields that a file's trails name.
fn fields(text: &str) -> BTreeSet<String> {
    let flat = text.lines().map(str::trim).collect::<String>();
    let trails = ["Trail::of(", "trail.with(", "trail.changed(", "|trail|"].into_iter().flat_map(|begin| flat.match_indices(begin));
    let mut fields = BTreeSet::new();
    for (at, _) in trails {
        let said = flat[at..].split(';').next().unwrap().split("Event::new(").next().unwrap();
        for maker in [".changed(\"", ".with(\""] {
            fields.extend(said.split(maker).skip(1).map(|part| part.split('"').next().unwrap().to_owned()));
        }
    }
    fields.retain(|field| !UNTOLD.contains(&field.as_str()));
    fields
}

/// Whatever is done to a thing that has a History page is told there in words, and so is each field that it changes.
#[test]
fn every_trail_has_words_in_every_language() {
    let sources: Vec<(String, String)> = rust_files().into_iter().filter(|(name, _)| !is_test(name)).collect();
    let names = names(&sources);
    let mut ids = BTreeMap::new();
    for (file, text) in &sources {
        let own = TOLD.into_iter().find(|of| text.contains(&format!("Trail::of(\"{of}\"")));
        // What is done to a place is told by its store.
        let Some(of) = own.or(text.contains("place_trail::told(").then_some("store")) else { continue };
        for operation in ["impl Handle<", "impl Plan<"].iter().flat_map(|maker| text.split(maker).skip(1)) {
            let is_told = ["Trail::of(", "place_trail::told("].iter().any(|trail| operation.contains(trail));
            let operation = operation.split('>').next().unwrap();
            let name = names.get(operation).filter(|_| is_told);
            ids.extend(name.map(|name| (format!("did-{}", name.replace(['.', '_'], "-")), file.clone())));
        }
        for field in fields(text) {
            let field = field.replace('_', "-");
            let own = format!("changed-{of}-{field}");
            ids.insert(if words::has(Locale::En, &own) { own } else { format!("changed-{field}") }, file.clone());
        }
    }
    for id in ["did-stock-create-location", "did-admin-run-mended", "did-stock-post-count", "changed-parent", "changed-second-look", "changed-email"]
    {
        assert!(ids.contains_key(id), "{id} was not found: {ids:?}");
    }
    let mute: Vec<String> = Locale::SPOKEN
        .into_iter()
        .flat_map(|locale| ids.iter().filter(move |(id, _)| !words::has(locale, id)).map(move |(id, file)| format!("{} {id} ({file})", locale.tag())))
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
