//! Every request there is: of the API by its document, of the pages by walking them.

use super::{
    api::Maker,
    pages,
    routes::Route,
    visitor::{Body, Request},
    world::{Tenant, World},
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Every request there is, of pages and of the API; fails if a route has none.
pub async fn all(world: &World) -> Vec<Request> {
    let document = world.ours.owner.asks("GET", "/api/v1/openapi.json", &Value::Null).await;
    let mut all = Maker { document: &document, one: &world.ours.one }.requests();
    let found = pages::walk(&world.ours.owner, &hints(), &starts(&world.ours.one)).await;
    assert!(found.dead.is_empty(), "links that lead nowhere:\n{}", found.dead.join("\n"));
    assert!(found.titles.is_empty(), "titles that are no text:\n{}", found.titles.join("\n"));
    all.extend(found.gets);
    all.extend(found.posts);
    all.extend(unseen(&world.ours));
    let reached = routes(&all);
    let missing: Vec<_> = super::routes::pages().into_iter().chain(super::routes::api()).filter(|route| !reached.contains(route)).collect();
    assert!(missing.is_empty(), "no link, form or description leads to {missing:#?}");
    all
}

/// Where the things of the world are shown: pages that a walk might come to too late, when it has seen enough of their kind.
fn starts(one: &BTreeMap<&'static str, String>) -> Vec<String> {
    let [item, variant, kit, count, review, import, ready, transfer, reservation, programme, location, lot, held, change] =
        ["item", "variant", "kit", "count", "review", "import", "ready", "transfer", "reservation", "programme", "location", "lot", "held", "change"]
            .map(|kind| one[kind].as_str());
    [
        format!("/catalog/items/{item}"),
        format!("/catalog/variants/{variant}/barcodes"),
        format!("/catalog/variants/{variant}/supplier-codes"),
        format!("/catalog/variants/{variant}/units"),
        format!("/catalog/variants/{kit}/kit"),
        format!("/catalog/variants/{kit}"),
        String::from("/catalog/scan?code=CUP-RED"),
        format!("/stock/counts/{count}"),
        format!("/stock/counts/{review}/review"),
        format!("/stock/counts/{review}/lines/{location}/{variant}"),
        format!("/floor/counts/{count}"),
        format!("/admin/imports/{import}"),
        format!("/admin/imports/{import}?view=aside"),
        format!("/admin/imports/{ready}"),
        format!("/stock/transfers/{transfer}"),
        format!("/stock/reservations/{reservation}"),
        String::from("/stock/buffers"),
        format!("/stock/lots/{lot}"),
        format!("/stock/lots/{held}"),
        format!("/stock/value/items/{variant}"),
        format!("/stock/value/changes/{change}"),
        String::from("/stock/value/costing"),
        format!("/stock/counts/programmes/{programme}"),
        String::from("/admin/people"),
    ]
    .to_vec()
}

/// What no link and no form of these pages asks, because things are not in a state for it or there is nothing to choose.
fn unseen(ours: &Tenant) -> Vec<Request> {
    let import = &ours.one["import"];
    let form = |route: &str, path: String, fields: &[(&str, &str)]| Request {
        method: String::from("POST"),
        route: route.to_owned(),
        path,
        query: Vec::new(),
        body: Body::Form(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()),
    };
    let mut all: Vec<Request> = ["again", "mended", "suggestions"]
        .into_iter()
        .map(|act| form(&format!("/admin/imports/{{import}}/{act}"), format!("/admin/imports/{import}/{act}"), &[]))
        .collect();
    let variant = &ours.one["variant"];
    let worth = |act: &str, fields: &[(&str, &str)]| {
        form(&format!("/stock/value/items/{{variant}}/{act}"), format!("/stock/value/items/{variant}/{act}"), fields)
    };
    all.push(worth("revalue", &[("unit_cost", "2.50"), ("reason", "Damp")]));
    all.push(worth("method", &[("method", "average")]));
    all.push(form("/stock/value/costing", String::from("/stock/value/costing"), &[("method", "fifo"), ("scope", "store")]));
    all.push(form("/admin/account/business", String::from("/admin/account/business"), &[("tenant", &ours.id.to_string())]));
    let guessed = [("email", "owner@nordlicht.example"), ("password", "guessed"), ("next", "/stock")];
    let unsent = [("unsent_to", "/stock/sell"), ("unsent", "note=A%20note")];
    all.push(form("/signin", String::from("/signin"), &[&guessed[..], &unsent[..]].concat()));
    let look = |path: &str, query| Request { method: String::from("GET"), route: path.to_owned(), path: path.to_owned(), query, body: Body::None };
    all.push(look("/signin", vec![(String::from("next"), String::from("/stock"))]));
    all.push(look("/admin/unsent", Vec::new()));
    // One comes to a pool of its own where it has more than a page of the item shows.
    let (route, path) = (String::from("/stock/value/items/{variant}/pool"), format!("/stock/value/items/{variant}/pool"));
    let query = vec![(String::from("scope"), ours.one["store"].clone()), (String::from("view"), String::from("entries"))];
    all.push(Request { method: String::from("GET"), route, path, query, body: Body::None });
    all.push(form("/admin/unsent", String::from("/admin/unsent"), &[("note", "A note"), ("unsent_act", "send")]));
    all
}

pub fn routes(requests: &[Request]) -> BTreeSet<Route> {
    requests.iter().map(|request| (request.method.clone(), request.route.clone())).collect()
}

/// What a person types.
fn hints() -> Vec<(&'static str, String)> {
    [("lines[0].item", "CUP-RED"), ("lines[0].quantity", "1"), ("item", "CUP-RED"), ("note", "A note")]
        .map(|(name, value)| (name, value.to_owned()))
        .to_vec()
}
