//! How the database goes about each statement of the work of every day: by which key it reads each table. What is written
//! in `plans.txt` is what is meant; a statement that goes through a table, or by another key, is told.
//!
//! The statements are those that the database itself has noted while the product ran on the demo's data, with fresh
//! statistics, under the real server; each is then explained. `STOCKROOM_WRITE_PLANS=1` writes the file anew.

use crate::running::{Answer, App, Books, Place, key, send};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

const MEANT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/plans.txt");

/// A client of the API.
struct Till<'a> {
    app: &'a App,
    bearer: String,
}

impl Till<'_> {
    async fn get(&self, path: &str) -> Value {
        self.ask("GET", path, &Value::Null).await
    }

    async fn post(&self, path: &str, body: &Value) -> Value {
        self.ask("POST", path, body).await
    }

    async fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        let own = uuid::Uuid::new_v4().to_string();
        let headers = [("Authorization", self.bearer.as_str()), key(&own), ("Content-Type", "application/json")];
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let answer: Answer = send(self.app.address, method, &format!("/api/v1{path}"), &headers, &body).await.unwrap();
        assert!(answer.status < 400, "{method} {path}: {answer}");
        answer.json()
    }
}

/// What a shop does all day, and what is asked of its books.
async fn a_day(till: &Till<'_>) {
    let stores = till.get("/stores").await;
    let (store, other) = (&stores["rows"][0]["id"], &stores["rows"][1]["id"]);
    let places = till.get(&format!("/stores/{}/locations", store.as_str().unwrap())).await;
    let place = |is_default: bool| {
        let all = places["locations"].as_array().unwrap();
        &all.iter()
            .find(|place| place["is_default"] == is_default && place["code"] != "TRANSIT" && place["scan_code"] != "")
            .unwrap_or_else(|| panic!("{places}"))["id"]
    };
    let stock = till.get("/stock").await;
    let variants: Vec<&Value> = stock["rows"].as_array().unwrap().iter().map(|row| &row["variant"]).collect();
    let lines = |many: usize, quantity: &str| -> Value {
        variants.iter().take(many).map(|variant| json!({ "variant": variant, "quantity": quantity })).collect()
    };
    let received = till.post("/receipts", &json!({ "store": store, "lines": lines(20, "50") })).await;
    till.post("/sales", &json!({ "store": store, "lines": lines(5, "1") })).await;
    till.post("/moves", &json!({ "store": store, "from": place(true), "to": place(false), "lines": lines(5, "1") })).await;
    till.post("/status-changes", &json!({ "store": store, "from": "available", "to": "damaged", "lines": lines(2, "1") })).await;
    let reserved = till.post("/reservations", &json!({ "kind": "hold", "lines": lines(5, "1") })).await;
    let (reservation, fence) = (&reserved["reserved"]["reservation"], &reserved["reserved"]["fence"]);
    let of = reservation.as_str().unwrap();
    till.post(&format!("/reservations/{of}/shipments"), &json!({ "reservation": reservation, "fence": fence, "channel": "online", "lines": [] }))
        .await;
    till.post("/transfers", &json!({ "from": store, "to": other, "lines": lines(3, "1") })).await;
    let posting = received["posting"].as_str().unwrap();
    let adjust = |variant: &Value| json!({ "store": store, "variant": variant, "change": "1", "reason": "found" });
    // Many at once are written together.
    let tills = variants.iter().cycle().take(240).map(|variant| async move { till.post("/adjustments", &adjust(variant)).await });
    futures::future::join_all(tills).await;
    let one = variants[0].as_str().unwrap();
    // What was done is taken back, and what was promised let go.
    let kept = till.post("/reservations", &json!({ "kind": "hold", "lines": lines(2, "1") })).await;
    let (of, fence) = (kept["reserved"]["reservation"].as_str().unwrap(), &kept["reserved"]["fence"]);
    let kept = till.post(&format!("/reservations/{of}/conversion"), &json!({ "fence": fence })).await;
    till.post(&format!("/reservations/{of}/release"), &json!({ "fence": kept["fence"] })).await;
    let sold = till.post("/sales", &json!({ "store": store, "lines": lines(2, "1") })).await;
    till.post(&format!("/postings/{}/reversal", sold["posting"].as_str().unwrap()), &json!({})).await;
    // A hundred reserve at once, and sell.
    let baskets = variants.iter().take(5).cycle().take(100).map(|variant| {
        let (hold, sale) = (json!([{ "variant": variant, "quantity": "1", "store": store }]), json!([{ "variant": variant, "quantity": "1" }]));
        async move {
            till.post("/reservations", &json!({ "kind": "hold", "lines": hold })).await;
            till.post("/sales", &json!({ "store": store, "lines": sale })).await;
        }
    });
    futures::future::join_all(baskets).await;
    till.get(&format!("/stock/{one}")).await;
    till.get(&format!("/stock/why?variant={one}&location={}", place(true).as_str().unwrap())).await;
    for known in ["now", "then"] {
        till.get(&format!("/stock/as-of?at=2026-11-20T12:00:00Z&known={known}")).await;
        till.get(&format!("/valuation?at=2026-11-20T12:00:00Z&known={known}")).await;
        till.get(&format!("/valuation/totals?at=2026-11-20T12:00:00Z&known={known}")).await;
    }
    till.get("/valuation").await;
    till.get(&format!("/valuation/{one}")).await;
    till.get("/cost-changes").await;
    till.get(&format!("/cost-changes?posting={posting}")).await;
    till.get(&format!("/cost-changes?variant={one}")).await;
    till.get(&format!("/movements?variant={one}")).await;
    till.get(&format!("/postings/{posting}")).await;
}

/// A noted statement as text that can be sent again: what is no plain text in its quotes is written as hexadecimal digits.
fn readable(statement: &[u8]) -> String {
    let (mut text, mut bytes) = (String::new(), statement.iter().copied().peekable());
    while let Some(byte) = bytes.next() {
        if byte != b'\'' {
            text.push(char::from(byte));
            continue;
        }
        let mut literal = Vec::new();
        while let Some(byte) = bytes.next() {
            match byte {
                b'\'' if bytes.peek() == Some(&b'\'') => literal.extend(bytes.next()),
                b'\'' => break,
                b'\\' => literal.push(match bytes.next().unwrap_or_default() {
                    b'0' => 0,
                    b'Z' => 26,
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    other => other,
                }),
                other => literal.push(other),
            }
        }
        if literal.iter().all(|byte| byte.is_ascii_graphic() && !b"'\\".contains(byte) || *byte == b' ') {
            text.push_str(&format!("'{}'", String::from_utf8_lossy(&literal)));
        } else {
            text.push_str(&format!("x'{}'", hex::encode(literal)));
        }
    }
    text
}

/// What makes two statements the same: all but its values, and how many there are in a list.
fn shape(statement: &str) -> String {
    let mut shape = String::new();
    let mut rest = statement;
    while let Some(at) = rest.find(|c: char| c == '\'' || c.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let word = before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        shape.push_str(before);
        let end = match from.strip_prefix('\'') {
            Some(literal) => {
                if shape.ends_with(['x', 'X']) {
                    shape.pop();
                }
                literal.find('\'').map_or(from.len(), |end| end + 2)
            }
            None => from.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(from.len()),
        };
        shape.push_str(if word && !from.starts_with('\'') { &from[..end] } else { "?" });
        rest = &from[end..];
    }
    shape.push_str(rest);
    let mut shape = shape.split_whitespace().collect::<Vec<_>>().join(" ").replace("TIMESTAMP?", "?").replace("-?", "?");
    let line = "(m.posting_id = ? AND m.line = ?)";
    for (many, one) in [("?, ?", "?"), ("(?), (?)", "(?)"), (&format!("{line} OR {line}"), line)] {
        while shape.contains(many) {
            shape = shape.replace(many, one);
        }
    }
    // Keys that are listed to be joined: one of them.
    while let Some((from, to)) = listed(&shape) {
        shape.replace_range(from..to, "");
    }
    shape
}

fn listed(shape: &str) -> Option<(usize, usize)> {
    let from = shape.find(" UNION ALL SELECT CAST(? AS")?;
    let after = from + 1;
    let end = shape[after..].find(" UNION ALL ").into_iter().chain(shape[after..].find(") k")).min()?;
    Some((from, after + end))
}

/// By which key each table of a statement is read: `alias: key`, in the order of their names.
async fn plan(books: &mut Books, statement: &str) -> Result<BTreeSet<String>, String> {
    let rows = books.explained(statement).await?;
    Ok(rows.into_iter().filter(|(table, _)| !table.starts_with('<')).map(|(table, key)| format!("{table}: {key}")).collect())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_statement_of_a_day_goes_by_the_key_it_is_meant_to() {
    let place = Place::with_demo().await;
    let mut books = Books::open(&place).await;
    books.analyze().await;
    // From before the server has prepared anything: what was is noted without its values.
    let noted = books
        .noting(async {
            let app = App::start(&place, &["--no-jobs"]).await;
            let till = Till { app: &app, bearer: super::statements::sign_in(&place, &app).await };
            a_day(&till).await;
            app.stop().await;
        })
        .await;

    let mut plans: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for statement in noted.iter().map(|statement| readable(statement)) {
        let shape = shape(&statement);
        let begins = shape.trim_start_matches('(');
        let reads = ["SELECT", "WITH", "UPDATE", "DELETE"].iter().any(|word| begins.starts_with(word))
            || shape.starts_with("INSERT") && shape.contains(" SELECT ");
        if !reads || plans.contains_key(&shape) || !shape.contains("tenant_id") {
            continue;
        }
        match plan(&mut books, &statement).await {
            Ok(plan) => drop(plans.insert(shape, plan)),
            Err(error) => wrong.push(format!("{error}: {statement}")),
        }
    }
    books.close().await;
    assert_eq!(wrong, Vec::<String>::new(), "statements that could not be explained");
    assert!(plans.len() > 40, "{} statements: the day was not noted", plans.len());
    let told: String =
        plans.iter().map(|(shape, plan)| format!("{shape}\n{}\n", plan.iter().map(|key| format!("    {key}\n")).collect::<String>())).collect();
    if std::env::var_os("STOCKROOM_WRITE_PLANS").is_some() {
        std::fs::write(MEANT, &told).unwrap();
    }
    let meant = std::fs::read_to_string(Path::new(MEANT)).unwrap_or_default();
    let meant: BTreeMap<&str, Vec<&str>> =
        meant.split("\n\n").filter_map(|one| Some((one.lines().next()?, one.lines().skip(1).map(str::trim).collect()))).collect();
    let mut other = Vec::new();
    for (shape, plan) in &plans {
        match meant.get(shape.as_str()) {
            None => other.push(format!("not written down: {shape}\n    {plan:?}")),
            Some(keys) if plan.iter().any(|key| !keys.contains(&key.as_str())) => {
                other.push(format!("{shape}\n    goes by {plan:?}\n    and is meant to go by {keys:?}"))
            }
            Some(_) => {}
        }
        if plan.iter().any(|key| key.ends_with(": none"))
            && !meant.get(shape.as_str()).is_some_and(|keys| keys.iter().any(|key| key.ends_with(": none")))
        {
            other.push(format!("goes through a table: {shape}\n    {plan:?}"));
        }
    }
    assert!(other.is_empty(), "{} statements go otherwise than they are meant to:\n{}", other.len(), other.join("\n"));
}

#[test]
fn statements_are_the_same_whatever_their_values() {
    let one = readable(b"SELECT a FROM t1 WHERE tenant_id = 1 AND id IN ('\\0\x01\xff', 'b') AND at > TIMESTAMP'2026-01-01 00:00:00'");
    assert_eq!(one, "SELECT a FROM t1 WHERE tenant_id = 1 AND id IN (x'0001ff', 'b') AND at > TIMESTAMP'2026-01-01 00:00:00'");
    assert_eq!(shape(&one), "SELECT a FROM t1 WHERE tenant_id = ? AND id IN (?) AND at > ?");
    assert_eq!(
        shape("SELECT x FROM (SELECT CAST(x'00' AS BINARY(16)) AS s UNION ALL SELECT CAST(x'01' AS BINARY(16)) AS s) k JOIN t"),
        "SELECT x FROM (SELECT CAST(? AS BINARY(?)) AS s) k JOIN t"
    );
}
