//! Many at once on few keys: nothing is oversold, nothing lost, nobody hears of a deadlock, and with one order of locks there
//! is none.

use crate::{
    count::{planned, sends, set, submitted},
    sell::{q, sale},
};
use sqlx::Executor;
use std::time::Duration;
use stock_rules::{
    ArrivedLine, CountDecision, DecideCountLines, LineDecision, MoveLine, MoveStock, PostCount, ReceiptLine, ReceiveGoods, ReceiveTransfer,
    ReversePosting, ReviewCount, SaleLine, ShipTransfer, TransferItem,
};
use testkit::Person;
use vocabulary::{AppError, CountId, LotId, PlaceKind, Quantity, Status, StoreId, VariantId};

fn sends_to(from: StoreId, to: StoreId, variant: VariantId, quantity: i32) -> ShipTransfer {
    let lines = vec![TransferItem::of(variant, Quantity::whole(quantity))];
    ShipTransfer { from, to, location: None, lines, note: String::new(), occurred_at: None }
}

/// Whether it was done; or refused, because there is not enough. Anything else is a fault.
fn done<T>(outcome: Result<T, AppError>) -> bool {
    match outcome {
        Ok(_) => true,
        Err(AppError::Invalid { fields }) if fields.iter().all(|field| field.said.code == "stock-insufficient") => false,
        Err(other) => panic!("{other:?}"),
    }
}

/// A count of one item, sent in, accepted and posted.
async fn settles(manager: &Person, shop: (vocabulary::LocationId, VariantId), count: CountId) {
    let (location, variant) = shop;
    if manager.does(ReviewCount { count }).await.differ.iter().any(|line| line.variant == variant) {
        let lines = vec![LineDecision { location, variant, lot: None, decision: CountDecision::Accept }];
        manager.does(DecideCountLines { count, lines, picked: None, accept_under: None, reason: String::new() }).await;
    }
    manager.does(PostCount { count, reason: String::new() }).await;
}

testkit::on_both! {
    /// One shelf is sold from, sent from, and counted, all in the same moment. The count stands at the moment of its scan,
    /// whatever is booked before and after it; nothing that was sold or sent is undone by it.
    async fn a_count_a_sale_and_a_transfer_of_one_shelf(shop: Shop) {
        let mug = shop.stocked("MUG", 100).await;
        for round in 0..3 {
            let before = shop.on_hand(mug).await;
            let count = planned(&shop).await;
            // Five fewer than the books have, at a moment before all that follows.
            let there = i32::try_from(before.decimal().trunc().mantissa()).unwrap() - 5;
            sends(&shop.clerk(), count, vec![set(&shop, mug, there)]).await;
            submitted(&shop.clerk(), count).await;
            let mut all = tokio::task::JoinSet::new();
            for one in 0..12 {
                let (clerk, sold) = (shop.clerk(), sale(&shop, &[(mug, "1")]));
                let ship = sends_to(shop.store, shop.other_store, mug, 1);
                all.spawn(async move { if one % 2 == 0 { done(clerk.tries(sold).await) } else { done(clerk.tries(ship).await) } });
            }
            let (manager, at) = (shop.manager(), (shop.floor, mug));
            let counted = tokio::spawn(async move { settles(&manager, at, count).await });
            let mut gone = 0;
            while let Some(went) = all.join_next().await {
                gone += i32::from(went.unwrap());
            }
            counted.await.unwrap();
            assert_eq!((gone, shop.on_hand(mug).await), (12, Quantity::whole(there - gone)), "round {round}");
        }
        assert_eq!(shop.database.deadlocks(), 0);
        shop.proves().await;
    }

    /// What is on the way to a store stands in one place, whoever sends it: no two senders have a promise in common.
    async fn two_stores_send_to_a_third_at_once(shop: Shop) {
        let third = stock_rules::CreateStore {
            code: String::from("YORK"), name: String::from("York"), zone: String::from("Europe/London"), locale: String::from("en"), currency: vocabulary::Currency::GBP,
        };
        let third = shop.owner().does(third).await.store;
        let mug = shop.stocked("MUG", 30).await;
        let there = ReceiveGoods { store: shop.other_store, lines: vec![ReceiptLine::of(mug, q("30"))], ..shop.receipt(mug, 1) };
        shop.manager().does(there).await;
        let mut all = tokio::task::JoinSet::new();
        for one in 0..40 {
            let from = if one % 2 == 0 { shop.store } else { shop.other_store };
            let (clerk, ship) = (shop.clerk(), sends_to(from, third, mug, 1));
            all.spawn(async move { clerk.does(ship).await.transfer });
        }
        let mut transfers = Vec::new();
        while let Some(sent) = all.join_next().await {
            transfers.push(sent.unwrap());
        }
        let mut all = tokio::task::JoinSet::new();
        for transfer in transfers {
            let clerk = shop.clerk();
            let came = ArrivedLine { line: 0, received: q("1"), damaged: q("0") };
            all.spawn(async move { clerk.does(ReceiveTransfer { lines: vec![came], ..ReceiveTransfer::of(transfer) }).await.state });
        }
        while let Some(came) = all.join_next().await {
            came.unwrap();
        }
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(shop.other_floor, mug).await), (q("10"), q("10")));
        assert_eq!(shop.database.deadlocks(), 0);
        shop.proves().await;
    }

    /// Receipts into two places of one store hold no balance in common: what the store has to sell is one sum all the same.
    async fn receipts_into_two_places_add_up(shop: Shop) {
        let mug = shop.item("MUG").await;
        let bin = stock_rules::CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: String::from("B1"), name: String::from("B1") };
        let bin = shop.owner().does(bin).await.location;
        let mut all = tokio::task::JoinSet::new();
        for one in 0..40 {
            let location = Some(if one % 2 == 0 { shop.floor } else { bin });
            let (manager, receipt) = (shop.manager(), ReceiveGoods { location, ..shop.receipt(mug, 1) });
            all.spawn(async move { manager.does(receipt).await.posting });
        }
        while let Some(came) = all.join_next().await {
            came.unwrap();
        }
        let view = shop.clerk().does(stock_rules::ShowStock { variant: mug, store: Some(shop.store) }).await;
        assert_eq!(view.stores.iter().find(|stock| stock.store == shop.store).map(|stock| stock.available), Some(q("40")));
        shop.proves().await;
    }

    /// Two lines of one request ask the same shelf: together, not one by one.
    async fn two_lines_of_one_item_are_one_demand_16502(shop: Shop) {
        let cup = shop.stocked("CUP", 5).await;
        let bin = stock_rules::CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: String::from("B1"), name: String::from("B1") };
        let bin = shop.owner().does(bin).await.location;
        let lines = vec![MoveLine::of(cup, q("3")), MoveLine::of(cup, q("3"))];
        let moved = shop.manager().tries(MoveStock { store: shop.store, from: shop.floor, to: bin, lines, note: String::new(), occurred_at: None }).await;
        assert_eq!((done(moved), shop.on_hand(cup).await), (false, q("5")));
        let mug = shop.stocked("MUG", 21).await;
        let mut tills = tokio::task::JoinSet::new();
        for _ in 0..40 {
            let (clerk, two) = (shop.clerk(), sale(&shop, &[(mug, "1"), (mug, "1")]));
            tills.spawn(async move { done(clerk.tries(two).await) });
        }
        let mut sold = 0;
        while let Some(one) = tills.join_next().await {
            sold += i32::from(one.unwrap());
        }
        assert_eq!((sold, shop.on_hand(mug).await), (10, q("1")));
        shop.proves().await;
    }

    /// Sales, moves and receipts of the same items, their lines in opposite orders.
    async fn baskets_in_opposite_orders_never_deadlock_36825(shop: Shop) {
        let mut items = Vec::new();
        for n in 0..6 {
            items.push(shop.stocked(&format!("I-{n}"), 40).await);
        }
        let bin = stock_rules::CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: String::from("B1"), name: String::from("B1") };
        let bin = shop.owner().does(bin).await.location;
        let mut baskets = tokio::task::JoinSet::new();
        for basket in 0..60 {
            let mut items = items.clone();
            if basket % 2 == 1 {
                items.reverse();
            }
            let (person, store, floor) = (shop.manager(), shop.store, shop.floor);
            let sold = sale(&shop, &items.iter().map(|item| (*item, "1")).collect::<Vec<_>>());
            let comes = ReceiveGoods { lines: items.iter().map(|item| ReceiptLine::of(*item, q("1"))).collect(), ..shop.receipt(items[0], 1) };
            let moves = |from, to| MoveStock {
                store, from, to, lines: items.iter().map(|item| MoveLine::of(*item, q("1"))).collect(), note: String::new(), occurred_at: None,
            };
            let moved = if basket % 4 < 2 { moves(floor, bin) } else { moves(bin, floor) };
            baskets.spawn(async move {
                match basket % 3 {
                    0 => done(person.tries(sold).await),
                    1 => done(person.tries(comes).await),
                    _ => done(person.tries(moved).await),
                }
            });
        }
        while let Some(basket) = baskets.join_next().await {
            basket.unwrap();
        }
        assert_eq!(shop.database.deadlocks(), 0, "all lock in one order");
        shop.proves().await;
    }

    /// Somebody holds a row for longer than a statement waits: what was done before it is taken back with it, and then it is
    /// done whole.
    async fn a_lock_that_is_not_had_in_time_undoes_everything_and_is_asked_for_again(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let mut other = shop.db.root().await;
        other.execute("START TRANSACTION").await.unwrap();
        other.execute("SELECT seq FROM stock_balance FOR UPDATE").await.unwrap();
        let (clerk, ship) = (shop.clerk(), sends_to(shop.store, shop.other_store, mug, 2));
        let sent = tokio::spawn(async move { clerk.tries(ship).await });
        tokio::time::sleep(Duration::from_millis(3_600)).await;
        other.execute("ROLLBACK").await.unwrap();
        sent.await.unwrap().unwrap();
        assert_eq!((shop.rows("transfer").await, shop.on_hand(mug).await), (1, q("3")));
        shop.proves().await;
    }

    /// An undo from ten at once: it is undone once.
    async fn ten_undo_the_same_receipt_once(shop: Shop) {
        let mug = shop.stocked("MUG", 50).await;
        let posting = shop.manager().does(shop.receipt(mug, 4)).await.posting.unwrap();
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..10 {
            let manager = shop.manager();
            all.spawn(async move { manager.tries(ReversePosting { posting, lines: None, note: String::new() }).await });
        }
        let mut undone = 0;
        while let Some(one) = all.join_next().await {
            match one.unwrap() {
                Ok(_) => undone += 1,
                Err(AppError::Conflict { said }) if said.code == "posting-already-reversed" => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((undone, shop.on_hand(mug).await), (1, q("50")));
        shop.proves().await;
    }

    /// Sums are exact, however far apart their parts: 0.1 and 0.2 are 0.3, and a millionth added to millions is there.
    async fn a_millionth_of_millions_is_not_lost_62139(shop: Shop) {
        let flour = shop.item_with("FLOUR", |item| item.unit = Some(String::from("kg"))).await;
        let comes = |quantity| ReceiveGoods { lines: vec![ReceiptLine::of(flour, q(quantity))], ..shop.receipt(flour, 1) };
        for quantity in ["1234567.1", "0.2", "0.000001"] {
            shop.manager().does(comes(quantity)).await;
        }
        let sold = stock_rules::SellGoods { lines: vec![SaleLine::of(flour, q("0.3"))], ..sale(&shop, &[]) };
        shop.clerk().does(sold).await;
        assert_eq!(shop.on_hand(flour).await, q("1234567.000001"));
        let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
        let told = ledger::read::balance(&mut tx, shop.floor, flour, LotId::NONE, Status::Available).await.unwrap();
        tx.rollback().await.unwrap();
        assert_eq!(told, Some(q("1234567.000001")));
        shop.proves().await;
    }
}
