//! An independent reader: `pdftoppm` makes the paper, `zbarimg` is the scanner. Both are asked of the machine; without
//! them these tests fail.

use std::{
    collections::BTreeMap,
    path::Path,
    process::{Command, Output},
};

fn run(program: &str, arguments: &[&str], folder: &Path) -> Output {
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    output.unwrap_or_else(|error| panic!("{program} is needed (Debian: poppler-utils, zbar-tools): {error}"))
}

/// What stands on a PDF's pages for a person to read.
pub fn words(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("labels.pdf"), pdf).unwrap();
    String::from_utf8(run("pdftotext", &["-layout", "labels.pdf", "-"], folder.path()).stdout).unwrap()
}

/// What a scanner reads from a PDF's pages on paper of a resolution: each code with its symbology, and on how many pages.
/// For rolls, one label to a page, as they come out; of a code that stands on a sheet many times it reports one.
pub fn scanned(pdf: &[u8], per_inch: u32) -> BTreeMap<String, usize> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("labels.pdf"), pdf).unwrap();
    let drawn = run("pdftoppm", &["-r", &per_inch.to_string(), "-gray", "labels.pdf", "page"], folder.path());
    assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
    let mut arguments: Vec<String> = ["--quiet", "-Supca.enable=1", "-Supce.enable=1"].map(str::to_owned).to_vec();
    let pages = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    arguments.extend(pages.filter(|name| name.ends_with(".pgm")));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let read = String::from_utf8(run("zbarimg", &arguments, folder.path()).stdout).unwrap();
    let mut codes = BTreeMap::new();
    for line in read.lines() {
        *codes.entry(line.to_owned()).or_default() += 1;
    }
    codes
}
