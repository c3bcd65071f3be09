//! How many statements a page takes and how many rows they touch: exact gates, where time is none (design R18). The pages
//! are the real server's, on a database that nobody else uses; what is counted is the database's own account of itself.

use crate::running::{App, Books, Place, send};
use serde_json::{Value, json};

/// A page of the demo, the statements it takes, and the most rows they may touch: a statement for each row of a list would
/// be fifty more, a table that is read for each row some thousands. Somewhat more rows than seen, because the two engines
/// and their statistics differ a little; statements are exact.
const PAGES: [(&str, i64, i64); 40] = [
    ("/", 19, 2200),
    ("/?store=LONDON", 19, 2000),
    ("/catalog/items", 8, 1000),
    ("/catalog/items?q=heart", 10, 200),
    ("/catalog/items?q=a&state=active", 10, 400),
    ("/catalog/categories", 5, 200),
    ("/catalog/scan?code=85123A", 6, 30),
    ("/stock", 7, 1450),
    ("/stock?store=LONDON", 9, 640),
    ("/stock?q=heart", 8, 200),
    ("/stock?view=out", 8, 540),
    ("/stock?view=low", 8, 800),
    ("/stock?view=oversold", 5, 30),
    ("/stock/as-of?day=2026-11-01", 9, 2000),
    ("/stock/as-of?day=2026-11-01&known=then&store=LONDON", 10, 400),
    ("/stock/movements", 8, 900),
    ("/stock/movements?store=LONDON&kind=receipt", 10, 1100),
    ("/stock/movements?kind=sale", 8, 950),
    ("/stock/counts", 5, 110),
    ("/stock/lots", 5, 60),
    ("/stock/lots?view=soon", 5, 60),
    ("/stock/counts/programmes", 4, 30),
    ("/stock/counts/accuracy?from=2026-01-01&by=category", 5, 60),
    ("/stock/counts/shrinkage?from=2026-01-01&by=reason", 5, 120),
    ("/stock/counts/shrinkage?from=2026-01-01&store=LONDON", 6, 110),
    ("/stock/transfers", 6, 140),
    ("/stock/buffers", 6, 110),
    ("/stock/stores", 6, 200),
    ("/stock/stores?q=shop&state=open", 6, 150),
    ("/stock/stores/LONDON/history", 7, 70),
    ("/notify/labels", 3, 40),
    ("/admin/imports", 6, 40),
    ("/admin/imports?state=done&kind=catalog", 6, 40),
    ("/admin/lists/stock/views", 4, 20),
    ("/admin/people", 5, 60),
    ("/admin/settings/history", 4, 20),
    ("/admin/verify", 5, 40),
    ("/api/v1/variants?q=h", 10, 350),
    ("/api/v1/variants?q=heart%20holder", 11, 300),
    ("/api/v1/stock", 6, 1450),
];

/// The demo's owner.
pub(crate) async fn sign_in(place: &Place, app: &App) -> String {
    let logins: Value = serde_json::from_str(&std::fs::read_to_string(place.data().join("demo-logins.json")).unwrap()).unwrap();
    let owner = logins["people"].as_array().unwrap().iter().find(|person| person["role"] == "owner").unwrap();
    let body = json!({ "email": owner["email"], "password": logins["password"] }).to_string();
    let opened = send(app.address, "POST", "/api/v1/sessions", &[], &body).await.unwrap();
    assert_eq!(opened.status, 201, "{opened}");
    format!("Bearer {}", opened.json()["token"].as_str().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_takes_few_statements_and_touches_few_rows() {
    let place = Place::with_demo().await;
    let app = App::start(&place, &["--no-jobs"]).await;
    let bearer = sign_in(&place, &app).await;
    let mut books = Books::open(&place).await;
    // Asking costs rows too.
    let (first, second) = (books.effort().await, books.effort().await);
    let own = (second.statements - first.statements, second.rows - first.rows);
    let mut beyond = Vec::new();
    for (path, statements, rows) in PAGES {
        // Once before: what is prepared for the first time costs more.
        send(app.address, "GET", path, &[("Authorization", &bearer)], "").await.unwrap();
        let before = books.effort().await;
        let answer = send(app.address, "GET", path, &[("Authorization", &bearer)], "").await.unwrap();
        let after = books.effort().await;
        assert!(answer.status < 400, "{path}: {answer}");
        let (took, touched) = (after.statements - before.statements - own.0, after.rows - before.rows - own.1);
        println!("{path}: {took} statements, {touched} rows");
        if took != statements || touched > rows {
            beyond.push(format!("{path}: {took} statements of {statements}, {touched} rows of {rows}"));
        }
    }
    books.close().await;
    app.stop().await;
    assert_eq!(beyond, Vec::<String>::new());
}
