//! Who may know whom (ARCHITECTURE.md, "Arrows"), read from the manifests.

use super::sources::root;
use std::{collections::BTreeMap, fs};

const ROOMS: [&str; 4] = ["catalog", "stock", "admin", "notify"];

/// The crates of ours that each crate of ours depends on.
fn dependencies() -> BTreeMap<String, Vec<String>> {
    let workspace = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let members: Vec<&str> = workspace.split("members = [").nth(1).unwrap().split(']').next().unwrap().split('"').skip(1).step_by(2).collect();
    let mut all = BTreeMap::new();
    for member in &members {
        let text = fs::read_to_string(root().join(member).join("Cargo.toml")).unwrap();
        let name = text.split("name = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let section = text.split("\n[dependencies]").nth(1).unwrap_or("").split("\n[").next().unwrap();
        // What is optional belongs to the server's side of a crate.
        let needs = section
            .lines()
            .filter(|line| !line.contains("optional = true"))
            .filter_map(|line| Some(line.split(['.', ' ', '=']).next()?.trim().to_owned()))
            .filter(|name| !name.is_empty())
            .collect();
        all.insert(name, needs);
    }
    let ours: Vec<String> = all.keys().cloned().collect();
    for needs in all.values_mut() {
        let needs: &mut Vec<String> = needs;
        needs.retain(|name| ours.contains(name));
    }
    all
}

#[track_caller]
fn only(all: &BTreeMap<String, Vec<String>>, name: &str, allowed: &[&str]) {
    let beyond: Vec<&String> = all[name].iter().filter(|need| !allowed.contains(&need.as_str())).collect();
    assert!(beyond.is_empty(), "{name} may not know {beyond:?}");
}

#[test]
fn arrows_point_one_way() {
    let all = dependencies();
    assert!(all.len() > 20, "the manifests were not read: {all:?}");
    only(&all, "vocabulary", &[]);
    only(&all, "words", &["vocabulary"]);
    only(&all, "wire", &["vocabulary", "words"]);
    only(&all, "kit", &["vocabulary", "words"]);
    for room in ROOMS {
        only(&all, &format!("{room}_rules"), &["vocabulary"]);
        // Pages never see SQL. They may use any room's operations: a form for stock asks the catalog what an item is.
        let rules: Vec<String> = ROOMS.iter().map(|room| format!("{room}_rules")).collect();
        let mut pages: Vec<&str> = vec!["vocabulary", "words", "wire", "kit", "islands", "floor", "lists"];
        pages.extend(rules.iter().map(String::as_str));
        only(&all, &format!("{room}_pages"), &pages);
    }
    only(&all, "app", &["vocabulary", "words", "wire", "kit", "islands", "catalog_pages", "stock_pages", "admin_pages", "notify_pages"]);
    // What every list has; how a person looks at it is theirs, and the admin room keeps it.
    only(&all, "lists", &["vocabulary", "words", "wire", "kit", "islands", "admin_rules"]);
    only(&all, "platform", &["vocabulary", "words", "wire"]);
    only(&all, "ledger", &["vocabulary", "platform"]);
    only(&all, "print", &["vocabulary"]);
    // Rooms meet in the vocabulary and the ledger. The import writes catalog rows through the catalog's one upsert.
    only(&all, "catalog", &["vocabulary", "words", "wire", "platform", "ledger", "catalog_rules"]);
    only(&all, "stock", &["vocabulary", "words", "wire", "platform", "ledger", "stock_rules", "catalog_rules"]);
    only(&all, "notify", &["vocabulary", "words", "wire", "platform", "ledger", "print", "notify_rules"]);
    only(&all, "admin", &["vocabulary", "words", "wire", "platform", "ledger", "admin_rules", "catalog", "catalog_rules", "stock_rules"]);
}

#[test]
fn what_runs_in_the_browser_knows_no_server() {
    let all = dependencies();
    let mut seen = Vec::new();
    let mut open = vec![String::from("hydrate")];
    while let Some(name) = open.pop() {
        if !seen.contains(&name) {
            open.extend(all[&name].clone());
            seen.push(name);
        }
    }
    let behind: Vec<&String> = seen
        .iter()
        .filter(|name| ["platform", "ledger", "print", "kit", "app", "words", "lists"].contains(&name.as_str()) || name.ends_with("_pages"))
        .collect();
    assert!(behind.is_empty(), "the browser's modules would carry {behind:?}");
}
