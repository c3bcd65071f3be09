//! How quick it is, and what it keeps. Printed, never asserted: machines differ.
//! `STOCKROOM_IMPORT_ROWS=100000 cargo test -p admin --release --test imports speed -- --nocapture`

use crate::*;
use admin_rules::{Answers, StartImport};
use std::{fmt::Write, time::Instant};
use testkit::{Engine, Shop};

fn kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:").map(str::to_owned));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

/// Watches the process's memory while something is done.
async fn peak<T>(work: impl Future<Output = T>) -> (T, u64) {
    let before = kilobytes();
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let watch = std::thread::spawn(move || {
        let mut most = before;
        while stopped.recv_timeout(std::time::Duration::from_millis(20)).is_err_and(|error| error == std::sync::mpsc::RecvTimeoutError::Timeout) {
            most = most.max(kilobytes());
        }
        most
    });
    let done = work.await;
    drop(stop);
    (done, watch.join().unwrap_or(before).saturating_sub(before))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_rows() {
    let rows: usize = std::env::var("STOCKROOM_IMPORT_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(3000);
    let shop = Shop::open(Engine::MariaDb).await;
    let manager = shop.manager();
    let mut items = String::from("SKU,Name,Brand,Category,Barcode,Price,Cost\n");
    let mut stock = String::from("SKU,Store,On hand\n");
    let mut till = String::from("Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\n");
    for n in 0..rows {
        let body = 200_000_000_000_u64 + n as u64;
        writeln!(
            items,
            "P{n:06},White hanging heart holder {n},Brand {},Category {},{body}{},{}.55,{}.10",
            n % 50,
            n % 40,
            vocabulary::code::check_digit(body),
            n % 90,
            n % 30
        )
        .unwrap();
        writeln!(stock, "P{n:06},LONDON,{}", n % 90 + 1).unwrap();
        writeln!(till, "R{},2026-11-20 {:02}:{:02}:00,LONDON,P{n:06},Holder,sale,1,{}.55", n / 20, n / 3600 % 24, n / 60 % 60, n % 90).unwrap();
    }
    for (name, file) in [("items", items), ("stock", stock), ("sales", till)] {
        let bytes = file.into_bytes();
        let started = Instant::now();
        let ((checked, checking), more) = peak(async {
            let view = checks(&shop, &manager, name, &bytes, Answers::default()).await;
            let checking = started.elapsed();
            manager.does(StartImport { import: view.id }).await;
            work(&shop).await;
            (view, checking)
        })
        .await;
        let whole = started.elapsed();
        let done = sees(&manager, checked.id).await;
        assert_eq!((done.tally.new, done.tally.refused), (rows as u64, 0), "{:?}", done.problem);
        let per_second = rows as u128 * 1000 / whole.as_millis().max(1);
        println!("{rows} rows of {name}: checked in {checking:.1?}, in after {whole:.1?}: {per_second} rows/s, {more} kB more memory");
    }
    shop.proves().await;
}
