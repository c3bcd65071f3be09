//! The disk is full: nothing is half done, who asks is told "not now", and when there is room again it goes on by itself.
//! No part of `cargo test`, because it needs a file system of its own: `scripts/drills/disk` makes one.

#![allow(dead_code, unused_imports, reason = "it takes from the other tests what it needs")]

#[path = "it/kill/load.rs"]
mod load;
#[path = "it/running/mod.rs"]
mod running;

use load::{Clerk, Load};
use rand::{SeedableRng, rngs::StdRng};
use running::{App, Books, Place, seed};
use std::{
    fs::OpenOptions,
    io::Write,
    path::Path,
    time::{Duration, Instant},
};

/// Writes until there is no room for one byte more; how much that was.
fn fills(file: &Path) -> usize {
    let mut file = OpenOptions::new().create(true).append(true).open(file).unwrap();
    let (mut written, mut piece) = (0, 1 << 20);
    while piece > 0 {
        match file.write_all(&vec![0; piece]).and_then(|()| file.sync_data()) {
            Ok(()) => written += piece,
            Err(_) => piece /= 2,
        }
    }
    written
}

/// Fills the file system that TMPDIR is on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_loses_nothing_and_is_over_when_there_is_room() {
    let seed = seed();
    assert!(std::env::var("STOCKROOM_DRILL_DISK").is_ok_and(|disk| Path::new(&disk) == std::env::temp_dir()), "not on a disk that others use");
    let place = Place::empty();
    let mut app = App::start(&place, &["--demo", "--no-jobs"]).await;
    let clerk = Clerk::sign_in(&place, &app).await;
    let ballast = place.root.join("ballast");
    let load = Load::start(&clerk, app.address, 4, "disk", seed, false);
    load.until(50).await;
    let filled = fills(&ballast);
    // What room there is inside the database's files is used up first.
    let mut random = StdRng::seed_from_u64(seed);
    let (began, mut more, mut refused) = (Instant::now(), 0, 0);
    while refused < 20 {
        let answer = clerk.post(app.address, &clerk.receipt("asks", &mut random)).await;
        refused += u32::from(answer.is_ok_and(|answer| answer.status == 503));
        assert!(began.elapsed() < Duration::from_secs(240), "it was never full: {} acknowledged", load.acknowledged());
        tokio::time::sleep(Duration::from_millis(50)).await;
        more += fills(&ballast);
    }
    let (full_after, at_that_time) = (began.elapsed(), load.acknowledged());
    tokio::time::sleep(Duration::from_secs(3)).await;
    std::fs::remove_file(&ballast).unwrap();
    let room_at = Instant::now();
    load.until(50).await;
    let back = room_at.elapsed();
    let sent = load.end().await;
    assert!(back < Duration::from_secs(10), "it came back after {back:?}");
    let mut books = Books::open(&place).await;
    let there = books.postings("disk").await;
    assert!(there.values().all(|times| *times == 1), "none is there twice");
    for (receipt, posting) in &sent.acknowledged {
        assert!(there.contains_key(&receipt.key), "{} was acknowledged as {posting}, and is not there", receipt.key);
    }
    books.prove().await;
    // What nobody was told of is found out under its key.
    for receipt in &sent.unknown {
        clerk.insists(app.address, receipt).await;
    }
    clerk.insists(app.address, &clerk.receipt("afterwards", &mut random)).await;
    let there = books.postings("disk").await;
    assert_eq!(there.len(), sent.acknowledged.len() + sent.unknown.len());
    assert!(there.values().all(|times| *times == 1));
    books.prove().await;
    println!(
        "round 1, a full disk ({} MB of ballast): full after {:.1} s and {at_that_time} receipts, {} not taken, none half done; back {:.1} s after there was room, \
         {} acknowledged in all, 0 lost, 0 doubled, books proved",
        (filled + more) >> 20,
        full_after.as_secs_f32(),
        sent.unknown.len(),
        back.as_secs_f32(),
        sent.acknowledged.len()
    );
    books.close().await;
    app.ask_to_stop();
    assert!(app.ended().await.success());
}
