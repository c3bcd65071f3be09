//! `kill -9` in the middle of an import.

use super::{load::Clerk, rounds};
use crate::running::{App, Books, Place, key, kill, seed, send};
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::Value;
use std::{
    fmt::Write,
    time::{Duration, Instant},
};

/// Rows of a file: enough parts to be killed between.
const ROWS: i64 = 2000;

/// Characters in each row that nothing is read from: with them a file comes in several pieces of a mebibyte, and a kill
/// falls between two of them.
const FILLING: usize = 1200;

/// An import goes on where it stopped, after the database was killed under it and after the server was: each item is
/// made once and gets its opening stock once, and the same file again changes nothing. An undo goes on as well: all of
/// the stock is taken back, and once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_import_goes_on_where_it_stopped() {
    let seed = seed();
    let mut random = StdRng::seed_from_u64(seed);
    let place = Place::with_demo().await;
    let mut app = App::start(&place, &["--demo"]).await;
    let clerk = Clerk::sign_in(&place, &app).await;
    // Half a minute of each round is waiting for the dead server's lease: a fifth of the rounds will do.
    for round in 1..=rounds().div_ceil(5) {
        let sku = |n: i64| format!("KI{round}-{n}");
        let filling = "x".repeat(FILLING);
        let mut items = String::from("SKU,Name,Price,Remark\n");
        let mut stock = String::from("SKU,On hand,Remark\n");
        let mut pieces = 0;
        for n in 0..ROWS {
            let on_hand = n % 90 + 1;
            pieces += on_hand;
            writeln!(items, "{},Import {round}/{n},{}.50,{filling}", sku(n), n % 50).unwrap();
            writeln!(stock, "{},{on_hand},{filling}", sku(n)).unwrap();
        }
        assert!(items.len() > 2 * admin_rules::PIECE && stock.len() > 2 * admin_rules::PIECE);

        let import = clerk.begins_import(&app, "catalog", &items).await;
        clerk.is_halfway(&app, &import, &mut random).await;
        kill("KILL", place.database().unwrap());
        let began = Instant::now();
        let done = clerk.sees_import_end(&app, &import).await;
        assert_eq!((&done["state"], &done["tally"]["new"]), (&Value::from("done"), &Value::from(ROWS)), "{done}");
        let after_database = began.elapsed();

        let import = clerk.begins_import(&app, "inventory", &stock).await;
        clerk.is_halfway(&app, &import, &mut random).await;
        app.kill();
        app = App::start(&place, &["--demo"]).await;
        let began = Instant::now();
        assert_eq!(clerk.sees_import(&app, &import).await.unwrap()["state"], "running", "it was over before the kill");
        let done = clerk.sees_import_end(&app, &import).await;
        assert_eq!((&done["state"], &done["tally"]["new"]), (&Value::from("done"), &Value::from(ROWS)), "{done}");
        let after_server = began.elapsed();

        let mut books = Books::open(&place).await;
        assert_eq!(books.openings(&format!("KI{round}-")).await, (ROWS, ROWS, pieces), "variants, openings, pieces");
        books.prove().await;
        books.close().await;
        let again = clerk.checks_import(&app, "inventory", &stock).await;
        let again = clerk.sees_import(&app, &again).await.unwrap();
        assert_eq!((&again["tally"]["new"], &again["tally"]["unchanged"]), (&Value::from(0), &Value::from(ROWS)), "{again}");

        clerk.undoes_import(&app, &import).await;
        tokio::time::sleep(Duration::from_millis(random.gen_range(0..300))).await;
        kill("KILL", place.database().unwrap());
        let began = Instant::now();
        let undone = clerk.sees_import_end(&app, &import).await;
        assert_eq!((&undone["state"], &undone["lists"]["kept"]), (&Value::from("undone"), &Value::from(0)), "{undone}");
        let after_undo = began.elapsed();
        let mut books = Books::open(&place).await;
        assert_eq!(books.openings(&format!("KI{round}-")).await, (ROWS, 2 * ROWS, 0), "each opening taken back once");
        books.prove().await;
        books.close().await;
        println!(
            "round {round}, kill -9 in two imports of {ROWS} rows: of the database, ended {:.1} s later; of the server, ended {:.1} s after its start; \
             each item and each opening once, the file again changes nothing; of the database in an undo, ended {:.1} s later, all of it taken back \
             once; books proved",
            after_database.as_secs_f32(),
            after_server.as_secs_f32(),
            after_undo.as_secs_f32()
        );
    }
    assert!(app.stop().await.success());
}

impl Clerk {
    /// Uploads a file and waits until it has been checked.
    async fn checks_import(&self, app: &App, kind: &str, file: &str) -> String {
        let (path, once) = (format!("/api/v1/imports?name=kill.csv&kind={kind}&store={}", self.store), fresh_key());
        let headers = [("Authorization", self.bearer.as_str()), key(&once), ("Content-Type", "text/csv")];
        let begun = send(app.address, "POST", &path, &headers, file).await.unwrap();
        assert_eq!(begun.status, 202, "{begun}");
        let import = begun.json()["import"].as_str().unwrap().to_owned();
        let began = Instant::now();
        loop {
            let seen = self.sees_import(app, &import).await.unwrap();
            if seen["state"] == "ready" {
                return import;
            }
            assert!(matches!(seen["state"].as_str(), Some("uploading" | "checking")) && began.elapsed() < Duration::from_secs(60), "{seen}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The same, and starts it.
    async fn begins_import(&self, app: &App, kind: &str, file: &str) -> String {
        let import = self.checks_import(app, kind, file).await;
        let once = fresh_key();
        let headers = [("Authorization", self.bearer.as_str()), key(&once)];
        let started = send(app.address, "POST", &format!("/api/v1/imports/{import}/start"), &headers, "{}").await.unwrap();
        assert_eq!(started.status, 200, "{started}");
        import
    }

    /// Has an import taken back.
    async fn undoes_import(&self, app: &App, import: &str) {
        let once = fresh_key();
        let headers = [("Authorization", self.bearer.as_str()), key(&once)];
        let undone = send(app.address, "POST", &format!("/api/v1/imports/{import}/undo"), &headers, "{}").await.unwrap();
        assert_eq!(undone.status, 200, "{undone}");
    }

    /// What is known of an import; nothing while nobody answers.
    async fn sees_import(&self, app: &App, import: &str) -> Option<Value> {
        let headers = [("Authorization", self.bearer.as_str())];
        let seen = send(app.address, "GET", &format!("/api/v1/imports/{import}"), &headers, "").await.ok()?;
        (seen.status == 200).then(|| seen.json())
    }

    /// Waits until some of its rows are in, and a random moment more.
    async fn is_halfway(&self, app: &App, import: &str, random: &mut StdRng) {
        loop {
            let seen = self.sees_import(app, import).await.unwrap();
            assert_eq!(seen["state"], "running", "it was too quick: {seen}");
            if seen["progress"]["done"].as_i64().is_some_and(|done| done > 0) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        tokio::time::sleep(Duration::from_millis(random.gen_range(0..100))).await;
    }

    /// Waits for its end. A job whose holder was killed is taken up when its lease of 30 s is over.
    async fn sees_import_end(&self, app: &App, import: &str) -> Value {
        let began = Instant::now();
        loop {
            match self.sees_import(app, import).await {
                Some(seen) if seen["state"] != "running" && seen["state"] != "undoing" => return seen,
                seen => assert!(began.elapsed() < Duration::from_secs(120), "{seen:?}"),
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

fn fresh_key() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}
