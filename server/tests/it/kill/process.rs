//! `kill -9` of the server, of its database, and of both.

use super::{
    load::{Clerk, Load, Sent},
    rounds,
};
use crate::running::{App, Books, Place, kill, seed, send};
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::time::{Duration, Instant};

/// Everything acknowledged is there exactly once and under the posting that was named; what was in flight can be sent
/// again and then is there exactly once too; the books prove themselves.
async fn all_is_there(place: &Place, app: &App, clerk: &Clerk, prefix: &str, sent: &Sent) -> String {
    let mut books = Books::open(place).await;
    let found = books.postings(prefix).await;
    let lost: Vec<&str> = sent.acknowledged.iter().map(|(receipt, _)| receipt.key.as_str()).filter(|key| !found.contains_key(*key)).collect();
    assert!(lost.is_empty(), "{} of {} acknowledged receipts are lost, {:?} among them", lost.len(), sent.acknowledged.len(), lost.first());
    let arrived = sent.unknown.iter().filter(|receipt| found.contains_key(&receipt.key)).count();
    for (receipt, named) in &sent.acknowledged {
        assert_eq!(&clerk.insists(app.address, receipt).await, named, "{} was posted again", receipt.key);
    }
    for receipt in &sent.unknown {
        clerk.insists(app.address, receipt).await;
    }
    let found = books.postings(prefix).await;
    let doubled: Vec<_> = found.iter().filter(|(_, times)| **times != 1).collect();
    assert!(doubled.is_empty(), "doubled: {doubled:?}");
    assert_eq!(found.len(), sent.acknowledged.len() + sent.unknown.len(), "postings nobody asked for");
    let pieces: i64 = sent.acknowledged.iter().map(|(receipt, _)| receipt.pieces).chain(sent.unknown.iter().map(|receipt| receipt.pieces)).sum();
    assert_eq!(books.pieces(prefix).await, pieces);
    books.prove().await;
    books.close().await;
    format!(
        "{} acknowledged, {} in flight ({arrived} of them had been committed), 0 lost, 0 doubled, books proved",
        sent.acknowledged.len(),
        sent.unknown.len()
    )
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_server_loses_nothing_it_acknowledged() {
    let seed = seed();
    let mut random = StdRng::seed_from_u64(seed);
    let place = Place::with_demo().await;
    let mut app = App::start(&place, &["--demo"]).await;
    let clerk = Clerk::sign_in(&place, &app).await;
    for round in 1..=rounds() {
        for both in [false, true] {
            let what = if both { "server and database" } else { "server" };
            let prefix = format!("kill-{round}-{both}");
            let load = Load::start(&clerk, app.address, 8, &prefix, random.r#gen(), false);
            load.until(40).await;
            tokio::time::sleep(Duration::from_millis(random.gen_range(0..1500))).await;
            let database = place.database().unwrap();
            app.kill();
            if both {
                kill("KILL", database);
            }
            let sent = load.end().await;
            app = App::start(&place, &["--demo"]).await;
            println!("round {round}, kill -9 of {what}: {}", all_is_there(&place, &app, &clerk, &prefix, &sent).await);
        }
    }
    assert!(app.stop().await.success());
    assert_eq!(place.database(), None, "the last to leave stops the database");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_database_comes_back_and_the_server_with_it() {
    let seed = seed();
    let mut random = StdRng::seed_from_u64(seed);
    let place = Place::with_demo().await;
    let mut app = App::start(&place, &["--demo"]).await;
    let clerk = Clerk::sign_in(&place, &app).await;
    for round in 1..=rounds() {
        let prefix = format!("base-{round}");
        let load = Load::start(&clerk, app.address, 8, &prefix, random.r#gen(), true);
        let mut longest = Duration::ZERO;
        for _ in 0..2 {
            load.until(30).await;
            tokio::time::sleep(Duration::from_millis(random.gen_range(0..800))).await;
            kill("KILL", place.database().unwrap());
            let began = Instant::now();
            assert_eq!(send(app.address, "GET", "/livez", &[], "").await.unwrap().status, 200, "the server lives on");
            // Everybody insists: when receipts go in again, it has recovered.
            load.until(16).await;
            longest = longest.max(began.elapsed());
        }
        let sent = load.end().await;
        assert!(app.is_alive(), "the server stayed up");
        assert_eq!(send(app.address, "GET", "/readyz", &[], "").await.unwrap().status, 200);
        let report = all_is_there(&place, &app, &clerk, &prefix, &sent).await;
        println!("round {round}, kill -9 of the database, twice: {report}; back after at most {:.1} s", longest.as_secs_f32());
    }
    assert!(app.stop().await.success());
}

/// Asked to stop, it is not ready any more, answers what it has begun, and takes nothing new.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_asks_politely_loses_nothing_at_all() {
    let place = Place::with_demo().await;
    let mut app = App::start(&place, &["--demo", "--drain", "1"]).await;
    let clerk = Clerk::sign_in(&place, &app).await;
    let load = Load::start(&clerk, app.address, 8, "stop", seed(), false);
    load.until(20).await;
    app.ask_to_stop();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let ready = send(app.address, "GET", "/readyz", &[], "").await.unwrap();
    assert_eq!((ready.status, ready.body.as_slice()), (503, b"stopping\n".as_slice()));
    let sent = load.end_by_itself().await;
    assert!(app.ended().await.success(), "{}", app.said());
    // A client finds the door shut before its request has begun; none is cut off in the middle of one.
    let mut books = Books::open(&place).await;
    let found = books.postings("stop").await;
    assert_eq!(found.len(), sent.acknowledged.len(), "answered and posted are the same");
    assert!(sent.unknown.iter().all(|receipt| !found.contains_key(&receipt.key)));
    books.prove().await;
    books.close().await;
}
