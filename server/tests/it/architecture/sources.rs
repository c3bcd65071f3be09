//! The sources as files: their length, and what may not stand in them.

use std::{
    fs,
    path::{Path, PathBuf},
};

pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every Rust file of ours with its path from the root.
pub(super) fn rust_files() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let root = root();
    for top in ["app", "server"] {
        collect(&root.join(top), &root, &mut files);
    }
    assert!(files.len() > 50, "the sources were not found");
    files
}

fn collect(folder: &Path, root: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, root, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

pub(super) fn is_test(name: &str) -> bool {
    name.contains("/tests/") || name.ends_with("/tests.rs") || name.starts_with("server/testkit/") || name.contains("/examples/")
}

/// The lines of a file that are code: no blank ones, no comments.
fn code_lines(text: &str) -> usize {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}

/// Files that may be longer, and why. (None so far.)
const LONG: &[(&str, &str)] = &[];

#[test]
fn files_can_be_read_in_one_sitting() {
    let long: Vec<String> = rust_files()
        .iter()
        .filter(|(name, text)| !LONG.iter().any(|(long, _)| long == name) && code_lines(text) > 400)
        .map(|(name, text)| format!("{name}: {} lines of code", code_lines(text)))
        .collect();
    assert_eq!(long, Vec::<String>::new(), "split these, or list them with a reason");
}

#[test]
fn nothing_is_left_unfinished() {
    // Put together here, so that this file does not find itself.
    let marks = [concat!("to", "do!("), concat!("unimple", "mented!("), concat!("#[ign", "ore"), concat!("FIX", "ME"), concat!("dbg", "!(")];
    let found: Vec<String> =
        rust_files().iter().filter(|(_, text)| marks.iter().any(|mark| text.contains(mark))).map(|(name, _)| name.clone()).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn no_request_can_reach_an_unwrap() {
    let mut found = Vec::new();
    for (name, text) in rust_files().iter().filter(|(name, _)| !is_test(name)) {
        // Unit tests stand at the end of their file.
        let code = text.split("#[cfg(test)]").next().unwrap();
        for (number, line) in code.lines().enumerate() {
            let line = line.trim();
            if !line.starts_with("//") && (line.contains(".unwrap()") || line.contains(concat!(".exp", "ect(\""))) {
                found.push(format!("{name}:{}", number + 1));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new(), "say what is wrong instead");
}

#[test]
fn pages_hold_no_words_of_their_own() {
    // A text node of two words or more between tags, or in quotes between tags.
    let mut found = Vec::new();
    for (name, text) in rust_files().iter().filter(|(name, _)| name.starts_with("app/") && name.contains("/pages/") && !is_test(name)) {
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            let literal = line.split('"').nth(1).filter(|_| line.starts_with('"') && (line.ends_with('"') || line.contains("\"<")));
            if literal.is_some_and(|words| words.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count() >= 2) {
                found.push(format!("{name}:{}: {line}", number + 1));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new(), "words live in locales/");
}
