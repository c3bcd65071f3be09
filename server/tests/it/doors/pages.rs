//! The pages' requests, found as a visitor finds them: every link is followed and every form taken as it stands.

use super::{
    html::{self, Form, Kind},
    routes::{self, Route},
    visitor::{Body, Request, Visitor},
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Where no link of an owner's leads.
const UNLINKED: [&str; 2] = ["/notify/barcode/5012345678900.svg", "/problems/error-stale"];

/// Most addresses of one route with one set of questions.
const EACH: usize = 3;

/// What walking found.
pub struct Found {
    pub gets: Vec<Request>,
    pub posts: Vec<Request>,
    /// Links that lead nowhere, with the page they stand on.
    pub dead: Vec<String>,
    /// Titles that are no text, with their page.
    pub titles: Vec<String>,
}

/// Walks every page a visitor can reach. `hints` are values for fields that a person would fill in.
pub async fn walk(visitor: &Visitor, hints: &[(&str, String)], more: &[String]) -> Found {
    let all = routes::pages();
    let mut open: VecDeque<(String, String)> = UNLINKED.iter().map(|path| (String::new(), (*path).to_owned())).collect();
    open.extend(more.iter().map(|path| (String::new(), path.clone())));
    open.push_front((String::new(), String::from("/")));
    let (mut seen, mut often, mut kept): (BTreeSet<String>, BTreeMap<String, usize>, BTreeMap<String, usize>) = Default::default();
    let mut found = Found { gets: Vec::new(), posts: Vec::new(), dead: Vec::new(), titles: Vec::new() };
    while let Some((from, address)) = open.pop_front() {
        let Some(request) = get(&all, &address) else {
            if !["/pkg/", "/fonts/", "/api/", "/icons.svg", "/favicon.svg", "/manifest.webmanifest", "/robots.txt"]
                .iter()
                .any(|path| address.starts_with(path))
            {
                found.dead.push(format!("{address} on {from}"));
            }
            continue;
        };
        let count = often.entry(request.name()).or_default();
        if *count == EACH || !seen.insert(address.clone()) {
            continue;
        }
        *count += 1;
        let answer = visitor.gets(&address).await;
        if answer.status >= 400 {
            found.dead.push(format!("{address} on {from}: {}", answer.status));
        }
        found.gets.push(request);
        if !answer.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            continue;
        }
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        let title = text.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
        if title.is_empty() || title.contains('<') || title.contains("&lt;") {
            found.titles.push(format!("{address}: {title:?}"));
        }
        let (links, forms) = html::read(&text);
        open.extend(links.into_iter().map(|link| (address.clone(), link.split('#').next().unwrap_or_default().to_owned())));
        for form in forms {
            for request in asked(&all, &form, &address, hints) {
                let mut names: Vec<&str> =
                    if let Body::Form(fields) = &request.body { fields.iter().map(|(name, _)| name.as_str()).collect() } else { Vec::new() };
                names.dedup();
                let count = kept.entry(format!("{} {names:?}", request.name())).or_default();
                if *count < 2 {
                    *count += 1;
                    if request.method == "GET" { found.gets.push(request) } else { found.posts.push(request) }
                }
            }
        }
    }
    found
}

/// An address as a request of the route it is for.
fn get(all: &BTreeSet<Route>, address: &str) -> Option<Request> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let route = routes::of(all, "GET", path)?;
    let query = wire::Fields::parse(query).0;
    Some(Request { method: String::from("GET"), route: route.to_owned(), path: path.to_owned(), query, body: Body::None })
}

/// The requests a form makes: one for each of its buttons that says something.
fn asked(all: &BTreeSet<Route>, form: &Form, page: &str, hints: &[(&str, String)]) -> Vec<Request> {
    let target = if form.action.is_empty() { page } else { &form.action };
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let method = if form.post { "POST" } else { "GET" };
    let Some(route) = routes::of(all, method, path) else { return Vec::new() };
    let mut fields: Vec<(String, String)> = Vec::new();
    for field in form.fields.iter().filter(|field| field.on && !["csrf", "idempotency_key"].contains(&field.name.as_str())) {
        let hint = hints.iter().find(|(name, _)| *name == field.name).map(|(_, value)| value.clone());
        let empty = field.value.is_empty() && field.kind != Kind::Hidden;
        let filled = if empty && field.kind == Kind::Number { Some(String::from("1")) } else { None };
        fields.push((field.name.clone(), hint.filter(|_| field.kind != Kind::Hidden).or(filled).unwrap_or_else(|| field.value.clone())));
    }
    // A choice that nobody has made yet: its first.
    for field in form.fields.iter().filter(|field| field.kind == Kind::Choice && !field.on) {
        if !fields.iter().any(|(name, _)| *name == field.name) {
            fields.push((field.name.clone(), field.value.clone()));
        }
    }
    let buttons: Vec<(String, String)> =
        form.fields.iter().filter(|field| field.kind == Kind::Button).map(|field| (field.name.clone(), field.value.clone())).collect();
    let with: Vec<Option<(String, String)>> = if buttons.is_empty() { vec![None] } else { buttons.into_iter().map(Some).collect() };
    let of = |button: Option<(String, String)>| {
        let fields: Vec<(String, String)> = fields.iter().cloned().chain(button).collect();
        let is_file = form.fields.iter().any(|field| field.kind == Kind::File);
        let mut asked = wire::Fields::parse(query).0;
        let body = match (form.post, is_file) {
            (false, _) => {
                asked = fields;
                Body::None
            }
            (true, true) => Body::Upload(b"Name,SKU,Price\nE glass,GLASS-9,1.00\n".to_vec()),
            (true, false) => Body::Form(fields),
        };
        Request { method: method.to_owned(), route: route.to_owned(), path: path.to_owned(), query: asked, body }
    };
    with.into_iter().map(of).collect()
}
