//! What nobody can mean: every value of every door, each replaced by nonsense. Whatever is sent, the answer says what is
//! wrong and where, keeps what was typed, is no fault of ours, and leaves the books and every page whole.
//!
//! Each value meets every twelfth piece of nonsense, another twelfth at the next; `STOCKROOM_NONSENSE=all` (a drill) sends all.

use super::{
    html::{self, Kind},
    pages, requests,
    spots::{self, Spot},
    visitor::{Body, Request, Visitor},
    world::World,
};
use crate::running::Answer;
use futures::{StreamExt as _, stream};
use std::collections::{BTreeMap, BTreeSet};

/// Something nobody means.
#[derive(Clone, Copy, Debug)]
enum Nonsense {
    /// A text.
    Text(&'static str),
    /// This character, ten thousand times.
    Long(char),
    /// No number where one is wanted.
    Number(&'static str),
    /// Bytes that are no text: as they stand in an address or a form, and in JSON.
    Broken(&'static str, &'static [u8]),
    /// Another kind of value, in JSON.
    Json(&'static str),
    Missing,
    Twice,
}

const ALL: [Nonsense; 36] = [
    Nonsense::Text(""),
    Nonsense::Text("   "),
    Nonsense::Text("a\0b"),
    Nonsense::Text("🧺👩‍👩‍👧"),
    Nonsense::Text("\u{202e}cba\u{2066}"),
    Nonsense::Long('x'),
    Nonsense::Long('9'),
    Nonsense::Text("=HYPERLINK(\"http://x\")"),
    Nonsense::Text("<script>alert(1)</script>"),
    Nonsense::Text("'; DROP TABLE item; -- \\"),
    Nonsense::Text("00000000-0000-0000-0000-000000000000"),
    Nonsense::Text("../../../etc/passwd"),
    Nonsense::Text("2026-02-30"),
    Nonsense::Text("%"),
    Nonsense::Text("{count}"),
    Nonsense::Text("\u{feff}\u{200b}"),
    Nonsense::Number("1e400"),
    Nonsense::Number("10x0d"),
    Nonsense::Number("10\r"),
    Nonsense::Number("-0"),
    Nonsense::Number("NaN"),
    Nonsense::Number("1,234.5"),
    Nonsense::Number("½"),
    Nonsense::Number("-1"),
    Nonsense::Number("99999999999999999999999999"),
    Nonsense::Number("0.00000000001"),
    Nonsense::Number("0x10"),
    Nonsense::Number("٣٫٥"),
    Nonsense::Broken("%FF%FE", b"\"\xff\xfe\""),
    Nonsense::Broken("%ED%A0%80", b"\"\\ud800\""),
    Nonsense::Broken("%zz%0", b"1e400"),
    Nonsense::Json("null"),
    Nonsense::Json("[[[[{}]]]]"),
    Nonsense::Json("{\"a\":true}"),
    Nonsense::Missing,
    Nonsense::Twice,
];

/// Whole files that are none.
const FILES: [&[u8]; 9] = [
    b"",
    b"\n\n\n",
    b"\0\0\0\0",
    b"Name,SKU,Price\n\"never closed,1,2\n",
    b"Name,SKU,Price\nE glass,GLASS-10,10x0d\n=1+1,GLASS-11,1e400\n,,\n\0,\xff,\xfe\n",
    b"\xff\xfeN\0a\0m\0e\0,\0S\0K\0U\0\n\0\x00\xd8",
    b"%PDF-1.7 no table",
    b"PK\x03\x04 no table either",
    b"Name,Name,Name,,,,,\n1\n1,2,3,4,5,6,7,8,9,10\n",
];

/// Doors that end the session they are tried with.
const ENDING: [&str; 2] = ["/signout", "/admin/account/everywhere"];

/// Digits that are taken whatever stands there: the route, the field (of all, if empty), why.
const PASSED_OVER: [(&str, &str, &str); 2] = [
    ("/admin/lists/{list}/columns", "reset", "a button: that it is pressed is what it says"),
    ("/notify/labels", "", "leads to an address that says what is wrong, beside what was typed"),
];

/// What the nonsense is written as until it goes over the wire.
const MARK: &str = "xNONSENSEx";

/// How many others each value leaves out between two.
const EACH: usize = 12;

/// Pieces under way at a time.
const AT_ONCE: usize = 3;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nonsense_is_answered_everywhere() {
    let world = World::open().await;
    let mut requests = requests::all(&world).await;
    requests.retain(|request| !ENDING.contains(&request.route.as_str()));
    // What only looks comes first, what ends something last: until then things are in a state for everything else.
    requests.sort_by_key(|request| (request.method != "GET", is_last(&request.route)));
    let step = if std::env::var("STOCKROOM_NONSENSE").is_ok_and(|value| value == "all") { 1 } else { EACH };
    let owner = world.ours.owner.clone();
    let (mut wrong, mut asked, mut spots) = (BTreeSet::new(), 0, 0);
    let mut seen = BTreeSet::new();
    for request in &requests {
        let mut pieces = Vec::new();
        for spot in spots::of(request) {
            if !seen.insert((request.method.clone(), request.route.clone(), spot.at.clone())) {
                continue;
            }
            spots += 1;
            pieces.extend(ALL.iter().skip(spots % step).step_by(step).map(|nonsense| (spot.clone(), *nonsense)));
        }
        let mut answers = stream::iter(pieces)
            .map(async |(spot, nonsense)| (tried(&owner, request, &spot, nonsense).await, spot, nonsense))
            .buffer_unordered(AT_ONCE);
        while let Some((answer, spot, nonsense)) = answers.next().await {
            let Some(complaint) = answer else { continue };
            asked += 1;
            wrong.extend(complaint.map(|text| format!("{} {} at {} with {nonsense:.60?}: {text}", request.method, request.route, spot.at)));
        }
        if let Body::Upload(_) | Body::Csv(_) = request.body
            && seen.insert((request.method.clone(), request.route.clone(), String::from("a file")))
        {
            for file in FILES {
                let mut request = request.clone();
                request.body =
                    if let Body::Csv(_) = request.body { Body::Csv(String::from_utf8_lossy(file).into_owned()) } else { Body::Upload(file.to_vec()) };
                let answer = owner.sends(&request).await;
                asked += 1;
                wrong.extend(unfit(&request, &answer).map(|text| format!("{} with {:?}: {text}", request.name(), String::from_utf8_lossy(file))));
            }
        }
    }
    println!("{spots} values of {} routes, {asked} pieces of nonsense", requests::routes(&requests).len());
    // What was taken all the same stands in the books now, and must stand on every page.
    let after = pages::walk(&owner, &[], &[]).await;
    wrong.extend(after.dead.into_iter().map(|link| format!("afterwards a link is dead: {link}")));
    wrong.extend(world.app.failures().into_iter().map(|line| format!("logged: {line:.300}")));
    let wrong: Vec<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{} of {asked}\n{}", wrong.len(), wrong.join("\n"));
    assert!(asked > 1_500, "{asked}");
    world.books.prove().await;
}

fn is_last(route: &str) -> bool {
    ["archive", "state", "submit", "post", "cancel", "discard", "reverse", "disable", "decisions", "undo", "start", "activate"]
        .iter()
        .any(|end| route.ends_with(end))
}

/// Sends it; `None` where this nonsense cannot stand there, `Some(None)` where the answer is right.
async fn tried(visitor: &Visitor, request: &Request, spot: &Spot, nonsense: Nonsense) -> Option<Option<String>> {
    let mut sent = request.clone();
    let in_json = matches!(sent.body, Body::Json(_)) && spot.at.starts_with('/') && !spot.is_in_path();
    let long = |c: char| std::iter::repeat_n(c, 10_000).collect::<String>();
    let typed = match nonsense {
        Nonsense::Text(text) | Nonsense::Number(text) => Some(text.to_owned()),
        Nonsense::Long(c) => Some(long(c)),
        _ => None,
    };
    let mut raw: Option<(Vec<u8>, Vec<u8>)> = None;
    match nonsense {
        Nonsense::Missing => spots::leave_out(&mut sent, spot).then_some(())?,
        Nonsense::Twice => spots::double(&mut sent, spot).then_some(())?,
        Nonsense::Json(json) if in_json => raw = Some((format!("\"{MARK}\"").into_bytes(), json.as_bytes().to_vec())),
        Nonsense::Json(_) => return None,
        Nonsense::Broken(_, json) if in_json => raw = Some((format!("\"{MARK}\"").into_bytes(), json.to_vec())),
        Nonsense::Broken(address, _) => raw = Some((MARK.as_bytes().to_vec(), address.as_bytes().to_vec())),
        _ => {}
    }
    match &typed {
        Some(text) if spot.is_in_path() => spots::put(&mut sent, spot, &super::visitor::escaped(text)),
        Some(text) => spots::put(&mut sent, spot, text),
        None if raw.is_some() => spots::put(&mut sent, spot, MARK),
        None => {}
    }
    let (kind, mut body) = visitor.written(&sent.body);
    if let Some((from, to)) = raw {
        if spot.is_in_path() || spot.at.starts_with('?') {
            sent.path = sent.target().replace(MARK, &String::from_utf8_lossy(&to));
            sent.query.clear();
        } else {
            body = replaced(&body, &from, &to);
        }
    }
    let answer = visitor.sends_raw(&sent, &kind, &body, &[]).await;
    Some(unfit(request, &answer).or_else(|| careless(request, spot, nonsense, typed.as_deref(), &answer)))
}

/// What is wrong with an answer whatever was asked.
fn unfit(request: &Request, answer: &Answer) -> Option<String> {
    let text = String::from_utf8_lossy(&answer.body);
    let short = || format!("{} {:.400}", answer.status, text);
    let kind = answer.header("content-type").unwrap_or_default();
    if answer.status >= 500 {
        return Some(short());
    }
    if kind.starts_with("text/html") && text.contains("<script>alert") {
        return Some(String::from("the answer would run a script"));
    }
    if answer.status < 400 {
        return None;
    }
    if request.is_api() {
        if kind != "application/problem+json" {
            return Some(format!("no problem but {kind}: {}", short()));
        }
        let problem = answer.json();
        let details = problem["errors"].as_array().into_iter().flatten().filter_map(|error| error["detail"].as_str());
        let unsaid = details.chain(problem["title"].as_str()).find(|said| said.is_empty() || said.starts_with('['));
        return unsaid.map(|said| format!("it has no words for it: {said} in {text}"));
    }
    if !kind.starts_with("text/html") || !text.contains("<title>") {
        return Some(format!("no page: {}", short()));
    }
    None
}

/// What is a number all the same: an amount of money may be told in anybody's digits, and has decimals.
fn is_good(spot: &Spot, text: &str) -> bool {
    ["-0", "-1", "10\r"].contains(&text) || ["٣٫٥", "1,234.5"].contains(&text) && spot.at.ends_with(".extra")
}

/// The button that was pressed takes the line away that this stands in.
fn is_dropped(request: &Request, spot: &Spot) -> bool {
    let Body::Form(fields) = &request.body else { return false };
    let dropped = fields.iter().filter(|(name, _)| name == "do").filter_map(|(_, value)| value.strip_prefix("drop-"));
    dropped.into_iter().any(|line| spot.at.starts_with(&format!("lines[{line}].")))
}

/// What is wrong with an answer to this nonsense.
fn careless(request: &Request, spot: &Spot, nonsense: Nonsense, typed: Option<&str>, answer: &Answer) -> Option<String> {
    let text = String::from_utf8_lossy(&answer.body);
    let is_number = |text: &str| text.parse::<f64>().is_ok() && text.len() < 10;
    let done = request.method != "GET" && answer.status < 400;
    let is_no_number = PASSED_OVER.iter().any(|(route, at, _)| *route == request.route && (at.is_empty() || *at == spot.at));
    if done && !is_no_number && is_number(&spot.value) && matches!(nonsense, Nonsense::Number(text) if !is_good(spot, text)) {
        return Some(format!("taken for a number: {} {text:.200}", answer.status));
    }
    if request.is_api() {
        let problem = if answer.status == 422 { answer.json() } else { return None };
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        let named = errors.iter().filter_map(|error| error["pointer"].as_str()).any(|pointer| !pointer.is_empty());
        return (!named).then(|| format!("it names no field: {text:.300}"));
    }
    // Only what a person typed can be kept for them.
    let typed = typed.filter(|typed| {
        answer.status == 422 && !is_dropped(request, spot) && !typed.trim().is_empty() && !typed.contains(['\0', '\r', '\u{feff}'])
    })?;
    let (_, forms) = html::read(&text);
    // By now it is some item's code: the item stands where its code was typed.
    let found = spot.at.strip_suffix(".item").map(|line| format!("{line}.variant"));
    if forms.iter().flat_map(|form| &form.fields).any(|field| found.as_ref() == Some(&field.name) && !field.value.is_empty()) {
        return None;
    }
    let fields = forms.iter().flat_map(|form| &form.fields).filter(|field| field.name == spot.at);
    let mut open = fields.filter(|field| matches!(field.kind, Kind::Text | Kind::Number)).peekable();
    open.peek()?;
    (!open.any(|field| field.value.trim() == typed.trim())).then(|| String::from("what was typed is gone"))
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let Some(at) = bytes.windows(from.len()).position(|window| window == from) else { return bytes.to_vec() };
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

/// Every piece of nonsense is sent somewhere, whatever the step.
#[test]
fn each_piece_has_its_turn() {
    let mut sent: BTreeMap<usize, usize> = BTreeMap::new();
    for spot in 0..EACH {
        (0..ALL.len()).skip(spot % EACH).step_by(EACH).for_each(|n| *sent.entry(n).or_default() += 1);
    }
    assert_eq!(sent.len(), ALL.len());
}
