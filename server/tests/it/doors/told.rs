//! What an address cannot mean is told, and never taken for something else: a store that has gone, a day there is not.

use super::{
    html,
    visitor::{Body, Request, Visitor},
};
use crate::running::{Answer, App, Place};
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_guessed_from_an_address() {
    let place = Place::with_demo().await;
    let app = App::start(&place, &["--demo", "--no-jobs"]).await;
    let owner = Visitor::sign_in(&place, &app, "owner@hart-finch.example").await;
    let code = archived_store(&owner).await;
    for path in ["/stock", "/stock/movements", "/stock/receive", "/stock/adjust", "/stock/counts/new", "/notify/labels", "/catalog/items"] {
        let answer = owner.gets(&format!("{path}?store={code}")).await;
        assert_eq!(answer.status, 404, "{path}: {answer}");
        let text = String::from_utf8_lossy(&answer.body);
        assert!(text.contains(&code) && text.contains(&format!("{path}?store=LONDON")), "{path}: {text}");
    }
    let movements = async || owner.asks("GET", "/api/v1/movements", &Value::Null).await["rows"][0]["posting"].clone();
    let before = movements().await;
    let fields = [("lines[0].item", "no such item"), ("lines[0].quantity", "5"), ("note", "Typed with care"), ("do", "post")];
    for path in ["/stock/receive", "/stock/sell", "/stock/move", "/stock/transfers/new", "/stock/counts/new"] {
        let answer = owner.sends(&form(path, &code, &fields)).await;
        assert_eq!(answer.status, 422, "{path}: {answer}");
        let chosen = field(&answer, "store");
        assert_eq!(chosen.as_deref(), Some(""), "{path} asks for the store: {answer}");
        if path != "/stock/counts/new" {
            // A browser drops the first line break of a text's field; the page writes one for that.
            assert_eq!(field(&answer, "note").as_deref().map(str::trim), Some("Typed with care"), "{path} keeps what was typed");
        }
    }
    assert_eq!(movements().await, before, "nothing was booked anywhere");
    for (query, typed) in [("from=2026-02-30", "2026-02-30"), ("kind=banana", "banana"), ("variant=7", "7"), ("cursor=zz", "")] {
        for path in ["/stock/movements", "/stock/movements/export.csv"] {
            let answer = owner.gets(&format!("{path}?{query}")).await;
            assert_eq!(answer.status, 422, "{path}?{query}: {answer}");
            assert!(String::from_utf8_lossy(&answer.body).contains(typed), "{path}?{query}: {answer}");
        }
    }
    for list in ["/stock?view=banana", "/stock/counts?state=banana", "/stock/transfers?view=banana", "/stock/stores?state=banana"] {
        assert_eq!(owner.gets(list).await.status, 422, "{list}");
    }
    for list in ["/admin/imports?kind=banana", "/catalog/items?state=banana", "/admin/people?cursor=zz", "/catalog/categories?cursor=zz"] {
        assert_eq!(owner.gets(list).await.status, 422, "{list}");
    }
    assert_eq!(app.failures(), Vec::<String>::new());
}

/// A kit has no stock of its own; the file of the stock list says how many each store can make.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_stock_file_tells_how_many_kits_can_be_made() {
    let place = Place::with_demo().await;
    let app = App::start(&place, &["--demo", "--no-jobs"]).await;
    let owner = Visitor::sign_in(&place, &app, "owner@hart-finch.example").await;
    let makes = async |name: &str, sku: &str| {
        let item = owner.asks("POST", "/api/v1/items", &json!({ "name": name, "variants": [{ "sku": sku }] })).await;
        item["variants"][0]["variant"].as_str().unwrap().to_owned()
    };
    let (cup, saucer, set) = (makes("Quux cup", "QUUX-1").await, makes("Quux saucer", "QUUX-2").await, makes("Quux set", "QUUX-3").await);
    let stores = owner.asks("GET", "/api/v1/stores", &Value::Null).await;
    let store = stores["rows"].as_array().unwrap().iter().find(|store| store["code"] == "LONDON").unwrap()["id"].clone();
    let lines = json!([{ "variant": cup, "quantity": "7" }, { "variant": saucer, "quantity": "9" }]);
    owner.asks("POST", "/api/v1/receipts", &json!({ "store": store, "lines": lines })).await;
    let components = json!([{ "variant": cup, "quantity": "2" }, { "variant": saucer, "quantity": "1" }]);
    owner.asks("PUT", &format!("/api/v1/variants/{set}/kit"), &json!({ "version": 1, "components": components })).await;
    for path in ["/stock/export.csv?q=quux", "/stock/export.csv?q=quux&store=LONDON"] {
        let answer = owner.gets(path).await;
        assert_eq!(answer.status, 200, "{path}: {answer}");
        // It comes in portions, before each of which stands how long it is.
        let whole = String::from_utf8_lossy(&answer.body).into_owned();
        let text = whole.split_once('\u{feff}').map_or(whole.as_str(), |(_, text)| text);
        let table: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
        let at = table[0].iter().position(|head| *head == "LONDON Can be made").unwrap_or_else(|| panic!("{text}"));
        let on_hand = table[0].iter().position(|head| *head == "LONDON On hand").unwrap();
        let of = |sku: &str| table.iter().find(|row| row[0] == sku).map(|row| (row[on_hand], row[at])).unwrap();
        assert_eq!((of("QUUX-1"), of("QUUX-3")), (("7", ""), ("", "3")), "{text}");
    }
    assert_eq!(app.failures(), Vec::<String>::new());
}

/// What is to be proved is chosen on the page; what cannot be meant is said beside it, and what was chosen stays.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn how_much_is_proved_is_chosen_on_the_page() {
    let place = Place::with_demo().await;
    let app = App::start(&place, &["--demo"]).await;
    let owner = Visitor::sign_in(&place, &app, "owner@hart-finch.example").await;
    let ask = |extent: &str, since: &str| form("/admin/verify", "LONDON", &[("extent", extent), ("since", since)]);
    for since in ["", "2999-01-01", "when it rained"] {
        let answer = owner.sends(&ask("day", since)).await;
        assert_eq!(answer.status, 422, "{since}: {answer}");
        let (_, forms) = html::read(&String::from_utf8_lossy(&answer.body));
        let chosen =
            |name: &str| forms.iter().flat_map(|form| &form.fields).find(|field| field.name == name && field.on).map(|field| field.value.as_str());
        assert_eq!((chosen("extent"), chosen("since")), (Some("day"), Some(since)), "{answer}");
    }
    assert_eq!(owner.sends(&ask("half", "")).await.status, 422);
    for (extent, since) in [("all", ""), ("last", ""), ("day", "2026-01-01")] {
        let before = owner.asks("GET", "/api/v1/proofs", &Value::Null).await["page"]["rows"].as_array().unwrap().len();
        assert_eq!(owner.sends(&ask(extent, since)).await.status, 303, "{extent}");
        let began = std::time::Instant::now();
        let proofs = loop {
            let proofs = owner.asks("GET", "/api/v1/proofs", &Value::Null).await;
            if proofs["page"]["rows"].as_array().unwrap().len() > before {
                break proofs;
            }
            assert!(began.elapsed().as_secs() < 60, "no proof came: {proofs}");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        };
        assert_eq!(proofs["page"]["rows"][0]["clean"], true, "{proofs}");
        assert!(String::from_utf8_lossy(&owner.gets("/admin/verify").await.body).contains("What is proved"));
    }
    assert_eq!(app.failures(), Vec::<String>::new());
}

/// A store that was opened and archived again; its code.
async fn archived_store(owner: &Visitor) -> String {
    let code = String::from("WHITBY");
    let new = json!({ "code": code, "name": "Whitby", "zone": "Europe/London", "locale": "en", "currency": "GBP" });
    owner.asks("POST", "/api/v1/stores", &new).await;
    let stores = owner.asks("GET", "/api/v1/stores", &Value::Null).await;
    let store = stores["rows"].as_array().unwrap().iter().find(|store| store["code"] == code.as_str()).unwrap().clone();
    let path = format!("/api/v1/stores/{}/archive", store["id"].as_str().unwrap());
    owner.asks("POST", &path, &json!({ "version": store["version"], "archived": true })).await;
    code
}

fn form(path: &str, store: &str, fields: &[(&str, &str)]) -> Request {
    Request {
        method: String::from("POST"),
        route: path.to_owned(),
        path: path.to_owned(),
        query: vec![(String::from("store"), store.to_owned())],
        body: Body::Form(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()),
    }
}

/// What a field of a page holds.
fn field(answer: &Answer, name: &str) -> Option<String> {
    let (_, forms) = html::read(&String::from_utf8_lossy(&answer.body));
    forms.into_iter().flat_map(|form| form.fields).find(|field| field.name == name).map(|field| field.value)
}
