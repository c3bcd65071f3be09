//! Clients behind a bad line: it is cut after any number of bytes, of what they say or of what they are told.

use super::{hang_up::nothing_is_open, load::Clerk, rounds};
use crate::running::{App, Books, Place, seed};
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::sync::Arc;
use testkit::{Cut, Far, Line};
use tokio::{sync::Semaphore, task::JoinSet};

/// Four thousand in the drill, in rounds of so many.
const CLIENTS: usize = 400;
const AT_ONCE: usize = 48;

/// A request that is cut short is not acted upon; one that arrived is, though nobody hears of it. Either way no connection is
/// left inside a transaction, whatever was acknowledged is there, and who asks again under the same key is told what was done.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_behind_a_bad_line_break_nothing() {
    let seed = seed();
    let mut random = StdRng::seed_from_u64(seed);
    let place = Place::with_demo().await;
    let mut app = App::start(&place, &["--demo"]).await;
    let clerk = Clerk::sign_in(&place, &app).await;
    let mut books = Books::open(&place).await;
    let mut dice = StdRng::seed_from_u64(random.r#gen());
    let line = Line::open(Far::Tcp(app.address), move || match dice.gen_range(0..10) {
        // Somewhere in what is asked; somewhere in what is answered.
        0..=3 => Cut::Bytes { there: dice.gen_range(1..900), back: usize::MAX },
        4..=7 => Cut::Bytes { there: usize::MAX, back: dice.gen_range(1..900) },
        _ => Cut::Never,
    })
    .await;
    for round in 1..=rounds() {
        let prefix = format!("line-{round}");
        let before = books.audited("stock.receive_goods").await;
        let receipts: Vec<_> = (0..CLIENTS).map(|_| clerk.receipt(&prefix, &mut random)).collect();
        let room = Arc::new(Semaphore::new(AT_ONCE));
        let mut clients = JoinSet::new();
        for receipt in receipts.clone() {
            let (clerk, room, address) = (clerk.clone(), room.clone(), line.address);
            clients.spawn(async move {
                let _place = room.acquire().await.unwrap();
                let answer = clerk.post(address, &receipt).await;
                answer
                    .is_ok_and(|answer| {
                        assert!(matches!(answer.status, 200 | 503), "{answer}");
                        answer.status == 200
                    })
                    .then_some(receipt.key)
            });
        }
        let mut acknowledged = Vec::new();
        while let Some(ended) = clients.join_next().await {
            acknowledged.extend(ended.unwrap());
        }
        nothing_is_open(&mut books).await;
        let arrived = books.postings(&prefix).await;
        let count = i64::try_from(arrived.len()).unwrap();
        assert!(arrived.values().all(|times| *times == 1));
        assert!(acknowledged.iter().all(|key| arrived.contains_key(key)), "what was acknowledged is there");
        assert!(arrived.len() > acknowledged.len() && arrived.len() < CLIENTS, "{count} of {CLIENTS} were posted: this tests little");
        assert_eq!(books.remembered(&prefix).await, (count, count), "each with its answer, and no key without a posting");
        assert_eq!(books.audited("stock.receive_goods").await - before, count, "each with its audit row");
        for receipt in &receipts {
            clerk.insists(app.address, receipt).await;
        }
        let found = books.postings(&prefix).await;
        assert!(found.len() == CLIENTS && found.values().all(|times| *times == 1));
        assert_eq!(books.pieces(&prefix).await, receipts.iter().map(|receipt| receipt.pieces).sum::<i64>());
        books.prove().await;
        println!(
            "round {round}, {CLIENTS} behind a bad line: {} acknowledged, {} more had been posted whole, 0 in part; no transaction left open; books proved",
            acknowledged.len(),
            arrived.len() - acknowledged.len()
        );
    }
    println!("round {}, {} lines cut in all", rounds(), line.cuts());
    books.close().await;
    app.ask_to_stop();
    assert!(app.ended().await.success());
    assert!(!app.said().contains("did not come home"), "{}", app.said());
}
