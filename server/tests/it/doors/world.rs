//! Two retailers that have done the same things: each has everything that a door could be about.

use super::visitor::{Body, Request, Visitor};
use crate::running::{App, Books, Place};
use serde_json::{Value, json};
use std::{collections::BTreeMap, time::Duration};

/// A running server with both, and a look underneath.
pub struct World {
    pub place: Place,
    pub app: App,
    pub books: Books,
    pub ours: Tenant,
    pub theirs: Tenant,
}

/// A retailer as its owner knows it.
pub struct Tenant {
    pub id: i64,
    pub owner: Visitor,
    /// One of each thing, by what it is called in addresses and bodies.
    pub one: BTreeMap<&'static str, String>,
    /// Every id of its rows, with the table it is of; the codes of its stores, which are ids in addresses; its own number.
    pub ids: BTreeMap<String, String>,
}

impl World {
    pub async fn open() -> Self {
        let place = Place::with_demo().await;
        // With jobs, because imports are checked and run by them; then without, because what works by itself changes rows.
        let app = App::start(&place, &["--demo"]).await;
        let mut known = Vec::new();
        for slug in ["hart-finch", "nordlicht"] {
            let owner = Visitor::sign_in(&place, &app, &format!("owner@{slug}.example")).await;
            known.push(furnish(&owner).await);
        }
        assert!(app.stop().await.success());
        let app = App::start(&place, &["--demo", "--no-jobs"]).await;
        let mut books = Books::open(&place).await;
        let mut tenants = Vec::new();
        for (slug, one) in ["hart-finch", "nordlicht"].into_iter().zip(known) {
            let owner = Visitor::sign_in(&place, &app, &format!("owner@{slug}.example")).await;
            let id = books.tenant(slug).await;
            tenants.push(Tenant { id, owner, one, ids: books.ids(id).await });
        }
        let (theirs, ours) = (tenants.pop().unwrap(), tenants.pop().unwrap());
        Self { place, app, books, ours, theirs }
    }

    /// Somebody of ours, by role.
    pub async fn person(&self, role: &str) -> Visitor {
        Visitor::sign_in(&self.place, &self.app, &format!("{role}@hart-finch.example")).await
    }
}

/// What a tenant's owner does so that there is one of everything.
async fn furnish(owner: &Visitor) -> BTreeMap<&'static str, String> {
    let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned();
    let none = Value::Null;
    let stores = owner.asks("GET", "/api/v1/stores", &none).await;
    let (store, other_store) = (text(&stores["rows"][0]["id"]), text(&stores["rows"][1]["id"]));
    let places = owner.asks("GET", &format!("/api/v1/stores/{store}/locations"), &none).await;
    let place = |code: &str| text(&places["locations"].as_array().unwrap().iter().find(|place| place["code"] == code).unwrap()["id"]);
    let (floor, bin) = (place("FLOOR"), place("F1-01"));
    let cup = json!({
        "name": "Cup", "axes": ["Colour"], "state": "draft", "category": "Cups",
        "variants": [{ "sku": "CUP-RED", "options": ["Red"], "barcodes": [{ "code": "HOUSE-1" }, { "code": "HOUSE-2" }],
            "supplier_codes": [{ "supplier": "Acme", "code": "A1" }, { "supplier": "Acme", "code": "A2" }] }]
    });
    let cup = owner.asks("POST", "/api/v1/items", &cup).await;
    let (item, variant) = (text(&cup["item"]), text(&cup["variants"][0]["variant"]));
    owner.asks("PUT", &format!("/api/v1/items/{item}/state"), &json!({ "version": cup["version"], "state": "active" })).await;
    let version = owner.asks("GET", &format!("/api/v1/variants/{variant}/units"), &none).await["version"].clone();
    owner.asks("PUT", &format!("/api/v1/variants/{variant}/units/box"), &json!({ "version": version, "num": 6 })).await;
    let kit = kit(owner, &variant).await;
    let categories = owner.asks("GET", "/api/v1/categories", &none).await;
    let category = text(&categories["categories"].as_array().unwrap().iter().find(|category| category["name"] == "Cups").unwrap()["id"]);
    let line = |quantity: &str| json!([{ "variant": variant, "quantity": quantity }]);
    let posting = owner.asks("POST", "/api/v1/receipts", &json!({ "store": store, "location": floor, "lines": line("90") })).await;
    owner.asks("POST", "/api/v1/receipts", &json!({ "store": store, "location": bin, "lines": line("9") })).await;
    let cost = format!("/api/v1/postings/{}/costs", text(&posting["posting"]));
    let change = text(&owner.asks("POST", &cost, &json!({ "amount": "4.50", "reference": "FREIGHT-1" })).await["document"]);
    let send = json!({ "from": store, "to": other_store, "lines": line("2") });
    let transfer = owner.asks("POST", "/api/v1/transfers", &send).await;
    owner.asks("POST", "/api/v1/transfers", &send).await;
    let [lot, held] = lots(owner, &store).await;
    let hold = json!({ "kind": "hold", "minutes": 600, "lines": [{ "variant": variant, "quantity": "3", "store": store }] });
    let reservation = owner.asks("POST", "/api/v1/reservations", &hold).await;
    let keep = json!({ "keeps": "online", "store": store, "variant": variant, "quantity": "2" });
    let buffer = text(&owner.asks("PUT", "/api/v1/buffers", &keep).await["buffer"]);
    let programme = json!({ "store": store, "spec": { "name": "Round", "kind": "sample", "size": 5, "active": false } });
    let programme = text(&owner.asks("POST", "/api/v1/count-programmes", &programme).await["programme"]);
    let (count, scan) = counted(owner, "Bins", &store, &bin, &variant).await;
    owner
        .asks(
            "POST",
            &format!("/api/v1/counts/{count}/scans"),
            &json!({ "scans": [{ "id": uuid::Uuid::new_v4(), "location": bin, "kind": "add", "code": "WHAT" }] }),
        )
        .await;
    let line = json!({ "location": bin, "variant": variant, "note": "Behind the pillar", "photo": "/9j/4AAA" });
    let evidence = text(&owner.asks("POST", &format!("/api/v1/counts/{count}/evidence"), &line).await["evidence"]);
    let (review, _) = counted(owner, "Floor", &store, &floor, &variant).await;
    owner.asks("POST", &format!("/api/v1/counts/{review}/submit"), &json!({})).await;
    let look = json!({ "location": floor, "variant": variant, "until": "2099-12-31" });
    owner.asks("POST", &format!("/api/v1/counts/{review}/investigations"), &look).await;
    let import = imported(owner, "Name,SKU,Price\nA glass,GLASS-1,2.50\nB glass,,x\nC glass,,y\n", true).await;
    let ready = imported(owner, "Name,SKU,Price\nD glass,GLASS-2,2.50\n", false).await;
    let person = json!({ "name": "Sam Away", "email": format!("away@{}.example", uuid::Uuid::new_v4().simple()), "role": "clerk", "password": "away away away" });
    let person = text(&owner.asks("POST", "/api/v1/people", &person).await["person"]);
    let disabled = owner.asks("POST", "/api/v1/people", &json!({ "name": "Kim Gone", "email": format!("gone@{}.example", uuid::Uuid::new_v4().simple()), "role": "clerk", "password": "gone gone gone" })).await;
    owner.asks("POST", &format!("/api/v1/people/{}/disable", text(&disabled["person"])), &json!({})).await;
    let view = json!({ "name": "Mugs", "query": "q=mug" });
    let view = text(&owner.asks("POST", "/api/v1/lists/items/views", &view).await["view"]);
    let proof = text(&owner.asks("POST", "/api/v1/proofs", &json!({})).await["proof"]);
    until(owner, "/api/v1/proofs", |proofs| proofs["under_way"].is_null()).await;
    BTreeMap::from([
        // Of what is valued together: a store's.
        ("scope", store.clone()),
        ("store", store),
        ("to_store", other_store),
        ("location", floor),
        ("bin", bin),
        ("item", item),
        ("variant", variant),
        ("kit", kit),
        ("category", category),
        ("posting", text(&posting["posting"])),
        ("transfer", text(&transfer["transfer"])),
        ("reservation", text(&reservation["reserved"]["reservation"])),
        ("buffer", buffer),
        ("change", change),
        ("lot", lot),
        ("held", held),
        ("programme", programme),
        ("count", count),
        ("review", review),
        ("scan", scan),
        ("evidence", evidence),
        ("import", import),
        ("ready", ready),
        ("person", person),
        ("proof", proof),
        ("view", view),
    ])
}

/// A bundle of two of a variant.
async fn kit(owner: &Visitor, variant: &str) -> String {
    let set = json!({ "name": "Two cups", "variants": [{ "sku": "TWO-CUPS" }] });
    let set = owner.asks("POST", "/api/v1/items", &set).await;
    let kit = set["variants"][0]["variant"].as_str().unwrap().to_owned();
    let components = json!({ "version": 1, "components": [{ "variant": variant, "quantity": "2" }] });
    owner.asks("PUT", &format!("/api/v1/variants/{kit}/kit"), &components).await;
    kit
}

/// Two lots of something that expires, the second of them held.
async fn lots(owner: &Visitor, store: &str) -> [String; 2] {
    let milk = json!({ "name": "Milk", "variants": [{ "sku": "MILK-1" }] });
    let milk = owner.asks("POST", "/api/v1/items", &milk).await;
    let item = milk["item"].as_str().unwrap();
    owner.asks("PUT", &format!("/api/v1/items/{item}/tracking"), &json!({ "version": milk["version"], "tracking": "lot_expiry" })).await;
    let line =
        |code: &str| json!({ "variant": milk["variants"][0]["variant"], "quantity": "5", "lot": { "code": code, "expires_on": "2099-01-31" } });
    owner.asks("POST", "/api/v1/receipts", &json!({ "store": store, "lines": [line("L-1"), line("L-2")] })).await;
    let lots = owner.asks("GET", "/api/v1/lots?code=L-", &json!({})).await;
    let [free, held] = [0, 1].map(|at: usize| lots["rows"][at]["lot"].as_str().unwrap().to_owned());
    owner.asks("POST", &format!("/api/v1/lots/{held}/hold"), &json!({ "version": 1, "note": "Glass in it" })).await;
    [free, held]
}

/// A count of a place with one scan in it.
async fn counted(owner: &Visitor, name: &str, store: &str, place: &str, variant: &str) -> (String, String) {
    let plan = json!({ "store": store, "name": name, "scope": "locations", "locations": [place] });
    let count = owner.asks("POST", "/api/v1/counts", &plan).await["count"].as_str().unwrap().to_owned();
    let scan = uuid::Uuid::new_v4().to_string();
    let scans = json!({ "scans": [{ "id": scan, "location": place, "kind": "add", "variant": variant }] });
    owner.asks("POST", &format!("/api/v1/counts/{count}/scans"), &scans).await;
    (count, scan)
}

/// A file brought in and checked; run as well, if it is to be.
async fn imported(owner: &Visitor, file: &str, run: bool) -> String {
    let request = Request {
        method: String::from("POST"),
        route: String::from("/api/v1/imports"),
        path: String::from("/api/v1/imports"),
        query: vec![(String::from("name"), String::from("glasses.csv"))],
        body: Body::Csv(file.to_owned()),
    };
    let begun = owner.sends(&request).await;
    let import = begun.json()["import"].as_str().unwrap_or_else(|| panic!("{begun}")).to_owned();
    let path = format!("/api/v1/imports/{import}");
    until(owner, &path, |import| import["state"] == "ready").await;
    if run {
        owner.asks("POST", &format!("{path}/start"), &json!({})).await;
        until(owner, &path, |import| import["state"] == "done").await;
    }
    import
}

async fn until(owner: &Visitor, path: &str, is: impl Fn(&Value) -> bool) {
    let mut last = Value::Null;
    for _ in 0..600 {
        last = owner.asks("GET", path, &Value::Null).await;
        if is(&last) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{path} does not get on: {last}");
}
