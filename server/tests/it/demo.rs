//! The demo is loaded once, however often its load is cut short.

use crate::running::{App, Books, Place, send};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_load_that_was_cut_short_goes_on_where_it_stopped() {
    let place = Place::empty();
    // In the first retailer's people and items, then in its fortnight, then in the second retailer.
    App::cut_short(&place, &["--demo", "--no-jobs"], "loading the demo: Hart").await;
    let began = std::fs::read_to_string(place.data().join("demo-logins.json")).unwrap();
    App::cut_short(&place, &["--demo", "--no-jobs"], "going on loading the demo: Nordlicht").await;
    let app = App::start(&place, &["--demo", "--no-jobs"]).await;
    assert_eq!(send(app.address, "GET", "/livez", &[], "").await.unwrap().status, 200);

    let text = std::fs::read_to_string(place.data().join("demo-logins.json")).unwrap();
    let (began, logins): (serde_json::Value, serde_json::Value) = (serde_json::from_str(&began).unwrap(), serde_json::from_str(&text).unwrap());
    assert_eq!((&logins["password"], logins["people"].as_array().unwrap().len()), (&began["password"], 8));
    assert!(logins["began"].is_null(), "it is through");

    let mut books = Books::open(&place).await;
    let twice = "SELECT CONCAT(t.slug, ' ', s.code) FROM store s JOIN tenant t ON t.id = s.tenant_id ORDER BY 1";
    let stores = books.texts(String::from(twice)).await;
    assert_eq!(stores, ["hart-finch LEEDS", "hart-finch LONDON", "hart-finch WAREHOUSE", "nordlicht HAMBURG", "nordlicht KIEL"]);
    let counts =
        books.texts(String::from("SELECT CONCAT(t.slug, ' ', c.name) FROM count_session c JOIN tenant t ON t.id = c.tenant_id ORDER BY 1")).await;
    assert_eq!(counts.len(), 4, "each count once: {counts:?}");
    books.prove().await;
    books.close().await;
    assert!(app.stop().await.success());
}
