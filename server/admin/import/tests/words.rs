//! Every code has words, in every language, and they name what the code's parameters are.

use crate::import::{
    Field,
    problem::{file, note, row},
};
use std::collections::{BTreeMap, BTreeSet};

/// The import's messages of a language, each with the variables it uses.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = std::fs::read_to_string(format!("{}/../../locales/{language}/admin.ftl", env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(fluent_syntax::parser::parse(text.as_str()).is_ok(), "{language}: not Fluent");
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line.split_once(" =").filter(|(id, _)| id.starts_with(|c: char| c.is_ascii_lowercase())) {
            id.clone_into(&mut current);
            messages.entry(current.clone()).or_default();
        }
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            messages.entry(current.clone()).or_default().insert(name);
        }
    }
    messages.retain(|id, _| id.starts_with("import-"));
    messages
}

fn codes() -> BTreeSet<String> {
    let fields = Field::ALL.iter().map(|field| format!("import-field-{}", field.tag()));
    file::ALL.iter().chain(row::ALL).chain(note::ALL).map(|code| (*code).to_owned()).chain(fields).collect()
}

#[test]
fn every_code_is_said_in_every_language() {
    let english = messages("en");
    for language in ["en", "de", "fr", "es", "ar"] {
        let messages = messages(language);
        for code in codes() {
            let variables = messages.get(&code).unwrap_or_else(|| panic!("{language}: no words for {code}"));
            assert_eq!(Some(variables), english.get(&code), "{language}: {code}");
        }
    }
}

#[test]
fn every_code_is_in_the_guide() {
    let guide = std::fs::read_to_string(format!("{}/../../docs/import-formats.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for code in file::ALL.iter().chain(row::ALL).chain(note::ALL) {
        assert!(guide.contains(&format!("`{code}`")), "{code}");
    }
}
