//! Who may write what, read from the SQL in the sources.

use super::sources::{is_test, root, rust_files};
use std::fs;

/// Tables only the ledger writes.
const LEDGER: [&str; 29] = [
    "posting",
    "entered_quantity",
    "posting_kit",
    "stock_movement",
    "reversal",
    "stock_balance",
    "stock_promise",
    "count_mark",
    "count_offset",
    "late_movement",
    "reservation",
    "reservation_line",
    "reservation_kit",
    "shortage",
    "lot",
    "serial",
    "lot_movement",
    "cost_policy",
    "cost_method",
    "cost_queue",
    "cost_head",
    "cost_pool",
    "cost_layer",
    "cost_entry",
    "cost_consumption",
    "cost_sold",
    "cost_day",
    "cost_document",
    "cost_changed",
];

/// Tables that belong to no tenant.
const GLOBAL: [&str; 7] = ["tenant", "person", "credential", "session", "lease", "membership", "_sqlx_migrations"];

/// The SQL statements of a file: its string literals that begin with a verb of SQL, with line breaks taken out.
fn statements(text: &str) -> Vec<String> {
    let joined = text.replace("\\\n", " ");
    let mut found = Vec::new();
    for literal in joined.split('"').skip(1).step_by(2) {
        let sql = literal.split_whitespace().collect::<Vec<_>>().join(" ");
        if ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "REPLACE "].iter().any(|verb| sql.starts_with(verb)) {
            found.push(sql);
        }
    }
    found
}

/// The table a statement writes, if it writes.
fn written(sql: &str) -> Option<&str> {
    let words: Vec<&str> = sql.split(' ').collect();
    let table = match words.as_slice() {
        ["INSERT", "IGNORE", "INTO", table, ..]
        | ["INSERT" | "REPLACE", "INTO", table, ..]
        | ["UPDATE", table, ..]
        | ["DELETE", "FROM", table, ..] => table,
        _ => return None,
    };
    Some(table.trim_matches('`'))
}

#[test]
fn only_the_ledger_writes_stock() {
    let mut seen = 0;
    let mut outside = Vec::new();
    for (name, text) in rust_files().iter().filter(|(name, _)| !is_test(name)) {
        for sql in statements(text) {
            if written(&sql).is_some_and(|table| LEDGER.contains(&table)) {
                seen += 1;
                if !name.starts_with("server/ledger/") {
                    outside.push(format!("{name}: {sql}"));
                }
            }
        }
    }
    assert!(seen >= 5, "the ledger's own statements were not found");
    assert_eq!(outside, Vec::<String>::new(), "post through the ledger");
}

#[test]
fn history_is_never_rewritten() {
    let frozen = [
        "posting",
        "stock_movement",
        "entered_quantity",
        "posting_kit",
        "reservation_kit",
        "reversal",
        "audit",
        "seal",
        "seal_leaf",
        "count_scan",
        "count_mark",
        "count_offset",
        "late_movement",
        "lot_movement",
        "cost_entry",
        "cost_consumption",
        "cost_document",
        "cost_changed",
        "cost_billed",
    ];
    let mut found = Vec::new();
    for (name, text) in rust_files().iter().filter(|(name, _)| !is_test(name)) {
        for sql in statements(text) {
            if (sql.starts_with("UPDATE ") || sql.starts_with("DELETE ")) && written(&sql).is_some_and(|table| frozen.contains(&table)) {
                found.push(format!("{name}: {sql}"));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
    let granted = fs::read_to_string(root().join("server/platform/migrate.rs")).unwrap();
    assert!(granted.contains("\"variant\""), "the lists of grants were not found");
    for table in frozen {
        assert!(!granted.contains(&format!("\"{table}\"")), "{table} is granted away");
    }
}

#[test]
fn plans_do_not_write() {
    let plans: Vec<(String, String)> = rust_files().into_iter().filter(|(name, text)| !is_test(name) && text.contains("impl Plan<")).collect();
    assert!(plans.len() > 3, "no planner was found");
    // What a planner wants written beside its posting it says in a guard; the ledger's committer executes it.
    let writing: Vec<String> = plans.into_iter().filter(|(_, text)| text.contains(".execute(")).map(|(name, _)| name).collect();
    assert_eq!(writing, Vec::<String>::new(), "a handler that moves stock returns what is to be written");
}

/// Each statement that touches a tenant's table says whose: the only exceptions are read by the platform across tenants.
#[test]
fn every_statement_names_its_tenant() {
    let tables = tenant_tables();
    assert!(tables.len() > 20, "the migrations were not read: {tables:?}");
    let mut found = Vec::new();
    for (name, text) in rust_files().iter().filter(|(name, _)| !is_test(name)) {
        for sql in statements(text) {
            let touches = sql.split([' ', ',', '(', ')']).zip(sql.split([' ', ',', '(', ')']).skip(1)).any(|(before, table)| {
                ["FROM", "JOIN", "INTO", "UPDATE"].contains(&before) && tables.iter().any(|known| known == table.trim_matches('`'))
            });
            if touches && !sql.contains("tenant_id") && !goes_on_to_the_tenant(text, &sql) {
                found.push(format!("{name}: {sql}"));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new(), "whose rows?");
}

/// A statement that is put together in pieces names the tenant in one of the next.
fn goes_on_to_the_tenant(text: &str, sql: &str) -> bool {
    let begins: String = sql.chars().take(40).collect();
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    flat.match_indices(&begins).all(|(at, _)| flat[at..].chars().take(1500).collect::<String>().contains("tenant_id"))
}

/// The tables of the migrations that have a tenant.
fn tenant_tables() -> Vec<String> {
    let mut tables = Vec::new();
    for entry in fs::read_dir(root().join("migrations")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for part in text.split("CREATE TABLE ").skip(1) {
            let name = part.split([' ', '(']).next().unwrap().to_owned();
            if !GLOBAL.contains(&name.as_str()) {
                let body = part.split("ENGINE=").next().unwrap();
                assert!(body.contains("tenant_id"), "{name} has no tenant");
                tables.push(name);
            }
        }
    }
    tables
}

/// Every key of a tenant's table leads with the tenant, and so can be searched only within one.
#[test]
fn every_key_begins_with_the_tenant() {
    let mut wrong = Vec::new();
    for entry in fs::read_dir(root().join("migrations")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for part in text.split("CREATE TABLE ").skip(1) {
            let name = part.split([' ', '(']).next().unwrap();
            if GLOBAL.contains(&name) {
                continue;
            }
            for line in part.split("ENGINE=").next().unwrap().lines().map(str::trim) {
                let is_key =
                    line.starts_with("PRIMARY KEY (") || line.starts_with("KEY ") || line.contains(" UNIQUE (") || line.contains(" FOREIGN KEY (");
                if is_key && !line.contains("(tenant_id") {
                    wrong.push(format!("{name}: {line}"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
