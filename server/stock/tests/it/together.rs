//! Requests that arrive together are written together, and nothing of what becomes of one of them is any different for it.

use crate::{
    reserve::wanted,
    sell::{q, sale},
};
use stock_rules::{AdjustStock, CreateLocation, MoveLine, MoveStock, ReservationKind, ShowStock, StockPosted};
use testkit::{Shop, refused};
use tokio::task::JoinSet;
use vocabulary::{AppError, Key, LocationId, Operation, PlaceKind, Quantity, Reason, Status, VariantId};

fn by(shop: &Shop, variant: VariantId, change: i32) -> AdjustStock {
    AdjustStock {
        store: shop.store,
        location: None,
        variant,
        status: Status::Available,
        lot: None,
        serials: Vec::new(),
        change: Some(Quantity::whole(change)),
        unit: None,
        new_quantity: None,
        expected: None,
        reason: if change < 0 { Reason::Damaged } else { Reason::Found },
        note: String::new(),
        occurred_at: None,
    }
}

/// All of them in one moment, each with a key of its own; the answers in their order.
async fn at_once<O: Operation>(shop: &Shop, all: Vec<O>) -> Vec<Result<O::Reply, AppError>> {
    let person = shop.manager();
    futures::future::join_all(all.into_iter().map(|one| person.tries(one))).await
}

/// In how many groups what moved was written.
async fn groups(shop: &Shop) -> i64 {
    let mut root = shop.db.root().await;
    sqlx::query_scalar("SELECT COUNT(DISTINCT tick) FROM cost_queue WHERE tenant_id = ?").bind(shop.tenant.0).fetch_one(&mut root).await.unwrap()
}

testkit::on_both! {
    async fn two_hundred_at_once_are_there_once_each_and_each_is_told_its_own(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let (before, written) = (groups(&shop).await, shop.rows("posting").await);
        let tables = ["posting", "audit", "outbox", "idempotency"];
        let mut rows = Vec::new();
        for table in tables {
            rows.push(shop.rows(table).await);
        }
        let told = at_once(&shop, (0..200).map(|_| by(&shop, mug, 1)).collect()).await;
        let mut left: Vec<Quantity> = told.into_iter().map(|one| one.unwrap().lines[0].on_hand).collect();
        left.sort_unstable();
        assert_eq!(left, (11..=210).map(Quantity::whole).collect::<Vec<_>>());
        for (table, before) in tables.into_iter().zip(rows) {
            assert_eq!(shop.rows(table).await - before, 200, "{table}");
        }
        let groups = groups(&shop).await - before;
        assert!(groups < 100, "{groups} groups for {} postings: they went one by one", shop.rows("posting").await - written);
        shop.proves().await;
    }

    /// What arrives at once of two tenants is never one group: each has all of its own, and nothing of the other's.
    async fn two_tenants_at_once_never_meet(shop: Shop) {
        let other = shop.neighbour().await;
        let (mug, theirs) = (shop.stocked("MUG", 10).await, other.stocked("MUG", 10).await);
        let (ours, mine) = (at_once(&shop, (0..60).map(|_| by(&shop, mug, 1)).collect()), at_once(&other, (0..60).map(|_| by(&other, theirs, 1)).collect()));
        let (ours, mine) = tokio::join!(ours, mine);
        assert!(ours.iter().chain(&mine).all(Result::is_ok), "{:?}", ours.iter().chain(&mine).find(|one| one.is_err()));
        assert_eq!((shop.on_hand(mug).await, other.on_hand(theirs).await), (q("70"), q("70")));
        shop.proves().await;
        other.proves().await;
    }

    /// Some take what was promised, others bring: what undercut the promises is one that took, as it would have been one by one.
    async fn a_shortage_is_blamed_on_who_took(shop: Shop) {
        let mug = shop.stocked("MUG", 100).await;
        let line = stock_rules::ReserveLine { variant: mug, quantity: q("95"), unit: None, store: Some(shop.store) };
        let order = stock_rules::ReserveStock {
            kind: ReservationKind::Allocation,
            lines: vec![line],
            stores: Vec::new(),
            minutes: None,
            channel: None,
            reference: String::new(),
            note: String::new(),
        };
        shop.clerk().does(order).await.reserved.unwrap();
        let all = (0..40).map(|at| by(&shop, mug, if at % 2 == 0 { -3 } else { 2 })).collect();
        at_once(&shop, all).await.into_iter().for_each(|one| drop(one.unwrap()));
        let mut root = shop.db.root().await;
        let took: rust_decimal::Decimal = sqlx::query_scalar(
            "SELECT m.quantity FROM shortage s JOIN stock_movement m ON m.tenant_id = s.tenant_id AND m.posting_id = s.posting_id AND m.seq > 0 \
             WHERE s.tenant_id = ?",
        )
        .bind(shop.tenant.0)
        .fetch_one(&mut root)
        .await
        .unwrap();
        assert!(took.is_sign_negative(), "{took}");
        shop.proves().await;
    }

    async fn what_there_is_is_taken_once_and_the_others_are_told_what_is_left(shop: Shop) {
        let mug = shop.stocked("MUG", 50).await;
        let told = at_once(&shop, (0..120).map(|_| by(&shop, mug, -1)).collect()).await;
        let (done, not): (Vec<_>, Vec<_>) = told.into_iter().partition(Result::is_ok);
        assert_eq!((done.len(), not.len(), shop.on_hand(mug).await), (50, 70, q("0")));
        for one in not {
            assert_eq!(refused(one), [("change".into(), "stock-insufficient".into())]);
        }
        shop.proves().await;
    }

    /// What one till plans to take is not there any more for the next in its group, and no till is refused while another
    /// place has some.
    async fn tills_at_once_empty_every_shelf_and_no_more(shop: Shop) {
        let (mug, pot) = (shop.stocked("MUG", 20).await, shop.stocked("POT", 60).await);
        for code in ["B", "C"] {
            let place = place(&shop, code).await;
            shop.receives(mug, 20).await;
            let lines = vec![MoveLine::of(mug, Quantity::whole(20))];
            shop.clerk().does(MoveStock { store: shop.store, from: shop.floor, to: place, lines, note: String::new(), occurred_at: None }).await;
        }
        shop.receives(mug, 20).await;
        let told = at_once(&shop, (0..90).map(|_| sale(&shop, &[(mug, "1"), (pot, "1")])).collect()).await;
        let (done, not): (Vec<_>, Vec<_>) = told.into_iter().partition(Result::is_ok);
        assert_eq!((done.len(), shop.on_hand(pot).await), (60, q("0")));
        for one in not {
            assert_eq!(refused(one)[0].1, "stock-insufficient");
        }
        shop.proves().await;
    }

    async fn one_that_is_wrong_is_told_so_and_the_others_go(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let other = shop.neighbour().await;
        let theirs = other.item("THEIRS").await;
        let all = (0..60).map(|at| by(&shop, if at % 10 == 3 { theirs } else { mug }, if at % 10 == 7 { -1_000 } else { 1 })).collect();
        for (at, one) in at_once(&shop, all).await.into_iter().enumerate() {
            match at % 10 {
                3 => assert_eq!(refused(one), [("variant".into(), "variant-unknown".into())]),
                7 => assert_eq!(refused(one), [("change".into(), "stock-insufficient".into())]),
                _ => drop(one.unwrap()),
            }
        }
        assert_eq!(shop.on_hand(mug).await, q("58"));
        shop.proves().await;
    }

    /// The same key from twenty clients, while forty others are at work: one posting, and twenty times its answer.
    async fn a_key_that_comes_twenty_times_at_once_is_one_request(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let before = shop.rows("posting").await;
        let (manager, key) = (shop.manager(), Key::random());
        let all = (0..60).map(|at| {
            let key = if at % 3 == 0 { key.clone() } else { Key::random() };
            manager.under(key, by(&shop, mug, 1))
        });
        let told: Vec<StockPosted> = futures::future::join_all(all).await.into_iter().map(Result::unwrap).collect();
        let same: Vec<_> = told.iter().step_by(3).map(|one| one.posting).collect();
        assert!(same.iter().all(|posting| *posting == same[0] && posting.is_some()), "{same:?}");
        assert_eq!((shop.rows("posting").await - before, shop.on_hand(mug).await), (41, q("51")));
        let other = manager.under(key, by(&shop, mug, 2)).await;
        assert_eq!(refused(other), [("idempotency_key".into(), "idempotency-key-reused".into())]);
        shop.proves().await;
    }

    /// What was billed is what it costs from now on: of one group, what the last of it said.
    async fn deliveries_at_once_bring_goods_and_costs(shop: Shop) {
        let (mug, pot) = (shop.item("MUG").await, shop.item("POT").await);
        let all = (0..80).map(|at| {
            let mut receipt = shop.receipt(if at % 2 == 0 { mug } else { pot }, 3);
            receipt.lines[0].unit_cost = Some("1.25".parse().unwrap());
            receipt
        });
        for one in at_once(&shop, all.collect()).await {
            one.unwrap();
        }
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(pot).await), (q("120"), q("120")));
        shop.proves().await;
    }

    /// Lots and pieces are told apart in company as alone: one serial number of twenty deliveries of it comes in.
    async fn what_is_told_apart_goes_by_itself(shop: Shop) {
        let (mug, phone) = (shop.stocked("MUG", 10).await, shop.tracked("PHONE", vocabulary::Tracking::Serial).await);
        let all = (0..60).map(|at| {
            if at % 3 != 0 {
                return shop.receipt(mug, 1);
            }
            let mut receipt = shop.receipt(phone, 1);
            receipt.lines[0].serials = vec![String::from("SN-1")];
            receipt
        });
        let told = at_once(&shop, all.collect()).await;
        let came = told.iter().step_by(3).filter(|one| one.is_ok()).count();
        assert_eq!((came, told.iter().filter(|one| one.is_ok()).count(), shop.on_hand(mug).await), (1, 41, q("50")));
        shop.proves().await;
    }

    /// Two hundred buyers of fifty, some for good, some for a while, in two stores and in opposite orders.
    async fn two_hundred_buyers_of_fifty_are_promised_fifty(shop: Shop) {
        let (mug, pot) = (shop.stocked("MUG", 50).await, shop.stocked("POT", 500).await);
        let all = (0..200).map(|at| {
            let kind = if at % 2 == 0 { ReservationKind::Hold } else { ReservationKind::Allocation };
            let mut lines = vec![(mug, 1, Some(shop.store)), (pot, 2, None)];
            if at % 3 == 0 {
                lines.reverse();
            }
            wanted(kind, &lines)
        });
        let told: Vec<_> = at_once(&shop, all.collect()).await.into_iter().map(Result::unwrap).collect();
        let promised = told.iter().filter(|one| one.reserved.is_some()).count();
        assert_eq!(promised, 50);
        for one in told.iter().filter(|one| one.reserved.is_none()) {
            assert_eq!((one.short.len(), one.short[0].variant, one.short[0].available), (1, mug, q("0")), "it is told what is short, and of what");
        }
        assert_eq!((shop.rows("reservation").await, shop.rows("reservation_line").await), (50, 100));
        let view = shop.clerk().does(ShowStock { variant: pot, store: Some(shop.store) }).await;
        assert_eq!(view.stores.iter().find(|store| store.store == shop.store).unwrap().available, q("400"));
        shop.proves().await;
    }

    /// Whoever hangs up while their group is written has been heard all the same.
    async fn who_hangs_up_in_a_group_cuts_nothing_in_two(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let mut all = JoinSet::new();
        for at in 0..120_u64 {
            let (manager, one) = (shop.manager(), by(&shop, mug, 1));
            all.spawn(async move {
                let patience = std::time::Duration::from_millis(if at % 2 == 0 { at / 4 } else { 60_000 });
                tokio::time::timeout(patience, manager.does(one)).await.is_ok()
            });
        }
        let heard = all.join_all().await.into_iter().filter(|heard| *heard).count();
        assert!(heard >= 60, "{heard}");
        // What is under way when its asker goes is finished.
        for _ in 0..100 {
            if shop.on_hand(mug).await == q("130") {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert!(shop.on_hand(mug).await >= Quantity::whole(i32::try_from(10 + heard).unwrap()));
        shop.proves().await;
    }
}

async fn place(shop: &Shop, code: &str) -> LocationId {
    let new = CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: code.to_owned(), name: code.to_owned() };
    shop.owner().does(new).await.location
}
