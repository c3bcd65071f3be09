//! A thousand clients that hang up in the middle of a request.

use super::{load::Clerk, rounds};
use crate::running::{App, Books, Place, head, seed};
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{io::AsyncWriteExt, net::TcpStream, sync::Semaphore, task::JoinSet};

const CLIENTS: usize = 1000;
const AT_ONCE: usize = 48;

/// They leave no connection inside a transaction, and half of nothing behind: a receipt went in whole, with its audit
/// row and its answer under its key, or not at all. What comes afterwards is kept.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_who_hang_up_break_nothing() {
    let seed = seed();
    let mut random = StdRng::seed_from_u64(seed);
    let place = Place::with_demo().await;
    let mut app = App::start(&place, &["--demo"]).await;
    let clerk = Clerk::sign_in(&place, &app).await;
    let mut books = Books::open(&place).await;
    assert!(books.sees_an_open_transaction().await, "or the check below would see none either");
    for round in 1..=rounds() {
        let prefix = format!("hang-{round}");
        let usual = usual_time(&clerk, &app, &mut random).await;
        let before = books.audited("stock.receive_goods").await;
        let receipts: Vec<_> = (0..CLIENTS).map(|_| clerk.receipt(&prefix, &mut random)).collect();
        let room = Arc::new(Semaphore::new(AT_ONCE));
        let mut clients = JoinSet::new();
        for receipt in &receipts {
            let bytes = head("POST", "/api/v1/receipts", &clerk.headers(receipt), &receipt.body);
            // One in ten does not even finish its sentence.
            let cut = if random.gen_ratio(1, 10) { random.gen_range(1..bytes.len()) } else { bytes.len() };
            let (pause, abrupt) = (usual.mul_f64(random.gen_range(0.0..2.0)), random.gen_bool(0.5));
            let (room, address) = (room.clone(), app.address);
            clients.spawn(async move {
                let _place = room.acquire().await.unwrap();
                let Ok(mut stream) = TcpStream::connect(address).await else { return };
                if abrupt {
                    // Reset instead of a goodbye: what a phone does that leaves the building.
                    let _ = stream.set_zero_linger();
                }
                let _ = stream.write_all(&bytes[..cut]).await;
                tokio::time::sleep(pause).await;
            });
        }
        while let Some(ended) = clients.join_next().await {
            ended.unwrap();
        }
        nothing_is_open(&mut books).await;

        let arrived = books.postings(&prefix).await;
        let count = i64::try_from(arrived.len()).unwrap();
        assert!((50..CLIENTS - 50).contains(&arrived.len()), "{count} of {CLIENTS} were posted: this tests little");
        assert!(arrived.values().all(|times| *times == 1));
        assert_eq!(books.remembered(&prefix).await, (count, count), "each with its answer, and no key without a posting");
        assert_eq!(books.audited("stock.receive_goods").await - before, count, "each with its audit row");

        // As many writers at once as there are connections: each connection is tried, and none swallows a write.
        let mut writers = JoinSet::new();
        for _ in 0..64 {
            let (clerk, receipt, address) = (clerk.clone(), clerk.receipt(&format!("after-{round}"), &mut random), app.address);
            writers.spawn(async move { clerk.insists(address, &receipt).await });
        }
        while let Some(written) = writers.join_next().await {
            written.unwrap();
        }
        assert_eq!(books.postings(&format!("after-{round}")).await.len(), 64, "what comes afterwards is kept");

        for receipt in &receipts {
            clerk.insists(app.address, receipt).await;
        }
        let found = books.postings(&prefix).await;
        assert!(found.len() == CLIENTS && found.values().all(|times| *times == 1));
        assert_eq!(books.pieces(&prefix).await, receipts.iter().map(|receipt| receipt.pieces).sum::<i64>());
        books.prove().await;
        println!(
            "round {round}, {CLIENTS} hung up within {} ms: {count} had been posted whole, 0 in part; no transaction left open; books proved",
            usual.as_millis() * 2
        );
    }
    books.close().await;
    app.ask_to_stop();
    assert!(app.ended().await.success());
    // A connection left in the middle of a conversation never comes home: its place in the pool is lost.
    assert!(!app.said().contains("did not come home"), "{}", app.said());
}

/// How long a receipt takes while so many come at once: they hang up at any moment of that time, on a fast machine and on
/// a slow one.
async fn usual_time(clerk: &Clerk, app: &App, random: &mut StdRng) -> Duration {
    let mut clients = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (clerk, receipt, address) = (clerk.clone(), clerk.receipt("usual", random), app.address);
        clients.spawn(async move {
            let began = Instant::now();
            clerk.insists(address, &receipt).await;
            began.elapsed()
        });
    }
    let mut all = Duration::ZERO;
    while let Some(took) = clients.join_next().await {
        all += took.unwrap();
    }
    all / u32::try_from(AT_ONCE).unwrap()
}

/// Commands go on without their client; when all have ended, no connection is inside a transaction.
pub(super) async fn nothing_is_open(books: &mut Books) {
    let began = Instant::now();
    let mut calm = 0;
    // Twice in a row, because what runs by the clock opens transactions as well.
    while calm < 2 {
        let open = books.open_transactions().await;
        calm = if open == 0 { calm + 1 } else { 0 };
        assert!(began.elapsed() < Duration::from_secs(20), "{open} connections are left in a transaction");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
