//! Many at once: nothing is lost, nothing doubled, no key's order broken.

use std::time::Duration;
use vocabulary::{AppError, Key, Quantity};

testkit::on_both! {
    /// Forty receipts of two items in both orders: they lock in one order, so none deadlocks for good.
    async fn receipts_of_the_same_items_in_any_order_all_go_in(shop: Shop) {
        let (mug, cup) = (shop.item("MUG").await, shop.item("CUP").await);
        let mut all = Vec::new();
        for n in 0..40 {
            let (manager, mut receipt) = (shop.manager(), shop.receipt(if n % 2 == 0 { mug } else { cup }, 1));
            receipt.lines.extend(shop.receipt(if n % 2 == 0 { cup } else { mug }, 1).lines);
            all.push(tokio::spawn(async move { manager.tries(receipt).await }));
        }
        for one in all {
            one.await.unwrap().unwrap();
        }
        assert_eq!(shop.on_hand(mug).await, Quantity::whole(40));
        assert_eq!(shop.on_hand(cup).await, Quantity::whole(40));
        shop.proves().await;
    }

    /// The same request from twenty at once is one receipt; who comes too early is told so, and may ask again.
    async fn one_key_is_one_receipt(shop: Shop) {
        let mug = shop.item("MUG").await;
        let key = Key::random();
        let mut all = Vec::new();
        for _ in 0..20 {
            let (manager, receipt, key) = (shop.manager(), shop.receipt(mug, 5), key.clone());
            all.push(tokio::spawn(async move { manager.under(key, receipt).await }));
        }
        let mut postings = Vec::new();
        for one in all {
            match one.await.unwrap() {
                Ok(posted) => postings.push(posted.posting),
                Err(AppError::Conflict { said }) if said.code == "request-still-running" => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        assert!(!postings.is_empty() && postings.windows(2).all(|pair| pair[0] == pair[1]));
        assert_eq!(shop.on_hand(mug).await, Quantity::whole(5));
        let again = shop.manager().under(key.clone(), shop.receipt(mug, 5)).await.unwrap();
        assert_eq!(Some(again.posting), postings.first().copied());
        let other = shop.manager().under(key, shop.receipt(mug, 6)).await;
        assert_eq!(testkit::refused(other), [(String::from("idempotency_key"), String::from("idempotency-key-reused"))]);
        shop.proves().await;
    }

    /// A client that hangs up in the middle neither loses what was acknowledged nor leaves a connection inside a
    /// transaction: what was posted is there, and what comes after is kept.
    async fn who_hangs_up_breaks_nothing(shop: Shop) {
        let mug = shop.item("MUG").await;
        for n in 0..200u64 {
            let (manager, receipt) = (shop.manager(), shop.receipt(mug, 1));
            let request = tokio::time::timeout(Duration::from_micros(n * 25), manager.tries(receipt));
            let _ = request.await;
        }
        // Those that nobody waits for any more go on: until all have ended, and nothing is posted for a while.
        let mut before = shop.on_hand(mug).await;
        let mut calm = 0;
        while calm < 4 {
            tokio::time::sleep(Duration::from_millis(250)).await;
            let now = shop.on_hand(mug).await;
            (calm, before) = (if now == before { calm + 1 } else { 0 }, now);
        }
        shop.receives(mug, 1).await;
        assert_eq!(shop.on_hand(mug).await, before + Quantity::ONE);
        assert_eq!(before, Quantity::whole(i32::try_from(shop.rows("posting").await - 1).unwrap()), "one posting, one piece");
        shop.proves().await;
    }
}
