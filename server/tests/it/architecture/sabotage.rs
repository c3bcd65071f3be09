//! Every fault that can be made on purpose has a test that is to notice it, and no build but one of tests can make it.

use super::sources::root;
use platform::sabotage::Fault;
use std::{collections::BTreeSet, fs};

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

#[test]
fn every_fault_has_somebody_who_notices() {
    let table = read("server/tests/sabotage.txt");
    let lines = table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let named: Vec<&str> = lines.filter_map(|line| line.split_whitespace().next()).collect();
    let known: BTreeSet<&str> = Fault::ALL.iter().map(|fault| fault.tag()).collect();
    assert_eq!(named.iter().copied().collect::<BTreeSet<_>>(), known);
    assert_eq!(named.len(), known.len(), "one of them stands there twice");
}

/// The feature is turned on where the testkit is depended upon, which is for tests alone; cargo gives it to nothing else.
#[test]
fn nothing_that_is_shipped_can_be_sabotaged() {
    for folder in ["server", "server/platform", "server/ledger", "server/catalog", "server/stock", "server/admin", "server/notify", "server/bench"] {
        let manifest = read(&format!("{folder}/Cargo.toml"));
        let shipped = manifest.split("[dev-dependencies]").next().unwrap();
        let lines = shipped.lines().filter(|line| (line.contains("sabotage") || line.contains("testkit")) && !line.starts_with('#'));
        let lines = lines.collect::<Vec<_>>();
        assert!(lines.is_empty() || folder == "server/platform" && lines == ["sabotage = []"], "{folder}: {lines:?}");
    }
    let module = read("server/platform/sabotage.rs");
    assert!(module.contains("#[cfg(all(feature = \"sabotage\", not(debug_assertions)))]\ncompile_error!"));
}
