//! How far the value of stock is behind its quantity while many post: never more than five seconds. By the clock on the
//! wall, with the job that the product runs. `STOCKROOM_WATERMARK_SECONDS` makes it longer: `scripts/drills/watermark`.

use platform::jobs::Runner;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use stock_rules::{SaleLine, SellGoods};
use testkit::{Person, Shop};
use vocabulary::{Channel, Quantity, StoreId, VariantId};

const CLIENTS: usize = 8;
const ITEMS: usize = 40;
/// What nobody may see it behind by.
const MOST: Duration = Duration::from_secs(5);

fn lasts() -> Duration {
    Duration::from_secs(std::env::var("STOCKROOM_WATERMARK_SECONDS").ok().and_then(|raw| raw.parse().ok()).unwrap_or(4))
}

/// Sells, one piece after the other, an item after the other, until it is told to stop.
async fn sells(clerk: Person, store: StoreId, items: Vec<VariantId>, first: usize, stop: Arc<AtomicBool>, sold: Arc<AtomicUsize>) {
    for at in first.. {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let lines = vec![SaleLine::of(items[at % items.len()], Quantity::ONE)];
        let (reference, note) = (format!("W-{first}-{at}"), String::new());
        clerk.does(SellGoods { store, location: None, channel: Channel::Till, lines, reference, note, occurred_at: None }).await;
        sold.fetch_add(1, Ordering::Relaxed);
    }
}

/// How far behind it is, and how many movements wait.
async fn behind(shop: &Shop) -> (Duration, i64) {
    let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
    let (through, waiting) = ledger::cost::worth::watermark(&mut tx, None).await.unwrap();
    let behind = (shop.database.now() - through).to_std().unwrap_or_default();
    tx.commit().await.unwrap();
    (behind, waiting)
}

testkit::on_both! {
    async fn value_is_never_more_than_five_seconds_behind(shop: Shop) {
        let shop = shop.in_real_time();
        let mut items = Vec::new();
        for at in 0..ITEMS {
            items.push(shop.stocked(&format!("W{at}"), 100_000).await);
        }
        shop.values().await;
        let (stop, sold) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let runner = Arc::new(ledger::cost::jobs(Runner::new(shop.desk.clone())));
        let (end, heard) = tokio::sync::watch::channel(false);
        let works = tokio::spawn(runner.run(heard));
        let clients: Vec<_> = (0..CLIENTS)
            .map(|first| tokio::spawn(sells(shop.clerk(), shop.store, items.clone(), first, stop.clone(), sold.clone())))
            .collect();
        let (began, mut lags, mut most_waiting) = (Instant::now(), Vec::new(), 0);
        while began.elapsed() < lasts() {
            let (behind, waiting) = behind(&shop).await;
            lags.push(behind);
            most_waiting = most_waiting.max(waiting);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        stop.store(true, Ordering::Relaxed);
        for client in clients {
            client.await.unwrap();
        }
        let posted = sold.load(Ordering::Relaxed);
        let (rate, last) = (posted as u128 * 1000 / began.elapsed().as_millis().max(1), Instant::now());
        while behind(&shop).await.1 > 0 && last.elapsed() < MOST {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let caught_up = last.elapsed();
        end.send(true).unwrap();
        works.await.unwrap();
        lags.sort_unstable();
        let at = |share: usize| lags[(lags.len() - 1) * share / 100];
        println!(
            "watermark: {posted} postings, {rate} a second; behind by {:.2?} in the middle, {:.2?} of a hundredth, {:.2?} at most; {most_waiting} waited \
             at most, all valued {caught_up:.2?} after the last",
            at(50),
            at(99),
            at(100),
        );
        assert!(posted > 0);
        assert!(at(100) <= MOST, "value is {:?} behind", at(100));
        assert_eq!(behind(&shop).await.1, 0, "it catches up");
        shop.proves().await;
    }
}
