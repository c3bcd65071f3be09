//! Another tenant's ids open nothing: every page, server function and route is asked with each of them.

use super::{
    requests,
    spots::{self, Spot},
    visitor::{Body, Request},
    world::{Tenant, World},
};
use crate::running::Answer;
use std::collections::{BTreeMap, BTreeSet};

/// Where ids stand in a request, and the same request with others there.
struct Swap {
    /// `/` is the address; `?name`, `name` and `/pointer` are a question, a form's field and a place in JSON.
    at: String,
    what: String,
    request: Request,
    in_path: bool,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_another_tenant_is_found_or_changed() {
    let mut world = World::open().await;
    let requests = requests::all(&world).await;
    let before = world.books.fingerprints(world.theirs.id).await;
    let words: BTreeSet<String> = world.books.own_words(world.theirs.id).await;
    let ours = world.books.own_words(world.ours.id).await;
    let words: Vec<String> = words.into_iter().filter(|word| !ours.iter().any(|own| own.contains(word.as_str()))).collect();
    assert!(words.len() > 20, "{words:?}");
    let (mut wrong, mut asked) = (Vec::new(), 0);
    for request in &requests {
        for swap in swapped(request, &world.ours, &world.theirs) {
            asked += 1;
            let done = world.books.done(world.ours.id).await;
            let answer = world.ours.owner.sends(&swap.request).await;
            let did = world.books.done(world.ours.id).await != done;
            if let Some(complaint) = complaint(&swap, &answer, did, &words) {
                wrong.push(format!("{} with {}: {complaint}", request.name(), swap.what));
            }
        }
    }
    println!("{} requests of {} routes, asked {asked} times with ids of another tenant", requests.len(), requests::routes(&requests).len());
    let after = world.books.fingerprints(world.theirs.id).await;
    for (table, rows) in &before {
        if after[table] != *rows {
            wrong.push(format!("{table} of theirs was {rows} and is {}", after[table]));
        }
    }
    assert!(asked > 300, "{asked}");
    assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), world.app.said());
    world.books.prove().await;
}

/// What is answered or done all the same, and why: the route, where the id stood, the reason. Nothing of theirs may be
/// told here either, and no row of theirs changed.
const PASSED_OVER: [(&str, &str, &str); 15] = [
    ("/stock/adjust", "?variant", "the form's own field says what is adjusted; the address only what it was opened for"),
    ("/floor/counts/{count}/undo", "place", "only the address to go back to: the scan says which place"),
    ("/api/v1/counts", "/categories/0", "not looked at where the scope is places"),
    ("/api/v1/counts", "/variants/0", "not looked at where the scope is places"),
    ("/api/v1/counts/{count}/places/{location}/uncounted", "/", "of another place nothing is uncounted"),
    ("/api/v1/counts/{count}/scans", "/scans/0/location", "each scan has its own answer: refused"),
    ("/api/v1/counts/{count}/scans", "/scans/0/variant", "each scan has its own answer: refused"),
    ("/api/v1/counts/{count}/scans", "/scans/0/undoes", "each scan has its own answer: refused"),
    ("/api/v1/items", "?category", "holds nothing of ours"),
    ("/api/v1/items", "?store", "has nothing of ours"),
    ("/api/v1/items", "all of them", "holds nothing of ours"),
    ("/api/v1/items/duplicates", "?except", "leaves out nothing of ours"),
    ("/api/v1/labels/preview", "/labels/0/subject/variant", "the preview says which label is unknown"),
    ("/api/v1/scans", "?store", "where it was scanned, nothing more"),
    ("/api/v1/stock/why", "?store", "the location says which store"),
];

fn complaint(swap: &Swap, answer: &Answer, did: bool, words: &[String]) -> Option<String> {
    let body = String::from_utf8_lossy(&answer.body);
    let sent = swap.request.text();
    if let Some(word) = words.iter().find(|word| body.contains(word.as_str()) && !sent.contains(word.as_str())) {
        return Some(format!("{} tells {word}", answer.status));
    }
    let refused = matches!(answer.status, 403 | 404 | 409 | 422);
    // A page may show what is ours, or lead there: without what was asked for, or once more with what was typed.
    let shows_ours = !swap.in_path && !swap.request.is_api() && matches!(answer.status, 200 | 303) && !did;
    let passed_over = PASSED_OVER.iter().any(|(route, what, _)| *route == swap.request.route && swap.at == *what);
    (!refused && !shows_ours && !passed_over).then(|| format!("{} {:.300}", answer.status, body))
}

/// The request with another tenant's ids: each alone, then all at once.
fn swapped(request: &Request, ours: &Tenant, theirs: &Tenant) -> Vec<Swap> {
    let mut all = Vec::new();
    let mut by_table: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, table) in &theirs.ids {
        by_table.entry(table).or_insert(id);
    }
    // A thing of the same kind that is known to be whole, where there is one; else any.
    let other = |id: &str| -> Option<String> {
        let table = ours.ids.get(id)?;
        let same = ours.one.iter().find(|(_, own)| *own == id).map(|(kind, _)| theirs.one[kind].clone());
        same.or_else(|| by_table.get(table.as_str()).map(|id| (*id).to_owned()))
    };
    let mut whole = request.clone();
    let mut in_path = false;
    for spot in &ids(request, ours) {
        let Some(id) = other(&spot.value) else { continue };
        let mut alone = request.clone();
        spots::put(&mut alone, spot, &id);
        spots::put(&mut whole, spot, &id);
        in_path |= spot.is_in_path();
        let what = format!("{} of {}", spot.at, ours.ids[&spot.value]);
        all.push(Swap { at: spot.at.clone(), what, request: alone, in_path: spot.is_in_path() });
    }
    if all.len() > 1 {
        all.push(Swap { at: String::from("all of them"), what: String::from("all of them"), request: whole, in_path });
    }
    all
}

/// Where ids stand.
fn ids(request: &Request, ours: &Tenant) -> Vec<Spot> {
    let is_id = |text: &str| ours.ids.get(text).is_some_and(|table| table != "tenant");
    let mut all = spots::of(request);
    all.retain(|spot| is_id(&spot.value) || (spot.at == "tenant" && matches!(request.body, Body::Form(_))));
    all
}
