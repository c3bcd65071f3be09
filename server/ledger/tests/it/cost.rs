//! What stock is worth, on real databases: valued in the order in which it moved, once, by as many workers as there are.

use rust_decimal::Decimal;
use sqlx::{Connection, MySqlConnection};
use stock_rules::{AdjustStock, ReceiveGoods, ReceiveTransfer, ReversePosting, SaleLine, SellGoods, ShipTransfer, TakeBack, TransferItem};
use testkit::Shop;
use uuid::Uuid;
use vocabulary::{CostKind, PostingId, Quantity, Reason, Status, StoreId, VariantId};

pub fn d(raw: &str) -> Decimal {
    raw.parse().unwrap()
}

/// To look at rows, and change them, underneath.
pub async fn rows(shop: &Shop) -> MySqlConnection {
    MySqlConnection::connect(shop.db.rows_url()).await.unwrap()
}

/// Receives so many at so much into the first store.
pub async fn receives_at(shop: &Shop, variant: VariantId, quantity: i32, cost: &str) -> PostingId {
    let mut receipt = shop.receipt(variant, quantity);
    receipt.lines[0].unit_cost = Some(d(cost));
    shop.manager().does(receipt).await.posting.unwrap()
}

pub async fn sells(shop: &Shop, variant: VariantId, quantity: i32, reference: &str) -> PostingId {
    shop.clerk().does(sale(shop.store, variant, quantity, reference)).await.posting.unwrap()
}

fn sale(store: StoreId, variant: VariantId, quantity: i32, reference: &str) -> SellGoods {
    let lines = vec![SaleLine::of(variant, Quantity::whole(quantity))];
    SellGoods {
        store,
        location: None,
        channel: vocabulary::Channel::Till,
        lines,
        reference: reference.to_owned(),
        note: String::new(),
        occurred_at: None,
    }
}

/// Kind, quantity and value of each entry of a variant, in the order of its pools.
pub async fn entries(shop: &Shop, variant: VariantId) -> Vec<(CostKind, Decimal, Decimal)> {
    let mut root = rows(shop).await;
    let rows: Vec<(u8, Decimal, Decimal)> =
        sqlx::query_as("SELECT kind, quantity, value FROM cost_entry WHERE variant_id = ? ORDER BY valued_at, scope_id, lot_id, seq")
            .bind(variant.0)
            .fetch_all(&mut root)
            .await
            .unwrap();
    rows.into_iter().map(|(kind, quantity, value)| (CostKind::of_code(kind).unwrap(), quantity.normalize(), value.normalize())).collect()
}

/// What a store's pool of a variant holds and is worth.
pub async fn worth(shop: &Shop, store: StoreId, variant: VariantId) -> (Decimal, Decimal) {
    let mut root = rows(shop).await;
    let row: Option<(Decimal, Decimal)> = sqlx::query_as("SELECT quantity, value FROM cost_pool WHERE variant_id = ? AND scope_id = ?")
        .bind(variant.0)
        .bind(store.0)
        .fetch_optional(&mut root)
        .await
        .unwrap();
    row.map(|(quantity, value)| (quantity.normalize(), value.normalize())).unwrap_or_default()
}

async fn execute(shop: &Shop, sql: &str) {
    let mut root = rows(shop).await;
    sqlx::query(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut root).await.unwrap();
}

testkit::on_both! {
    async fn what_came_first_leaves_first(shop: Shop) {
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 10, "1").await;
        receives_at(&shop, mug, 10, "2").await;
        sells(&shop, mug, 12, "").await;
        assert_eq!(shop.values().await, 3);
        let wanted = [(CostKind::Receipt, d("10"), d("10")), (CostKind::Receipt, d("10"), d("20")), (CostKind::Sold, d("-12"), d("-14"))];
        assert_eq!(entries(&shop, mug).await, wanted);
        assert_eq!(worth(&shop, shop.store, mug).await, (d("8"), d("16")));
        assert_eq!((shop.values().await, shop.rows("cost_queue").await), (0, 0));
    }

    /// features.md 3.6 (returns worth more than they left with): a return that names its sale comes back at its cost.
    async fn a_return_comes_back_at_the_cost_it_left_with(shop: Shop) {
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 3, "1").await;
        sells(&shop, mug, 3, "T-1").await;
        receives_at(&shop, mug, 3, "9").await;
        let line = stock_rules::ReturnLine { status: Status::Quarantine, ..stock_rules::ReturnLine::of(mug, Quantity::whole(2)) };
        let back = TakeBack { store: shop.store, location: None, lines: vec![line], reference: "T-1".into(), note: String::new(), occurred_at: None };
        let first = shop.clerk().does(back.clone()).await.posting.unwrap();
        shop.values().await;
        assert_eq!(entries(&shop, mug).await[3], (CostKind::Returned, d("2"), d("2")));
        // Taken back, it may come back again.
        shop.manager().does(ReversePosting { posting: first, lines: None, note: String::new() }).await;
        shop.clerk().does(back).await;
        shop.values().await;
        let all = entries(&shop, mug).await;
        assert_eq!(all[4..], [(CostKind::Returned, d("-2"), d("-2")), (CostKind::Returned, d("2"), d("2"))]);
    }

    async fn a_transfer_carries_its_cost(shop: Shop) {
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 4, "1.5").await;
        let lines = vec![TransferItem::of(mug, Quantity::whole(4))];
        let ship = ShipTransfer { from: shop.store, to: shop.other_store, location: None, lines, note: String::new(), occurred_at: None };
        let transfer = shop.manager().does(ship).await.transfer;
        shop.values().await;
        assert_eq!((worth(&shop, shop.store, mug).await, worth(&shop, shop.other_store, mug).await), Default::default());
        let lines = vec![stock_rules::ArrivedLine { line: 0, received: Quantity::whole(3), damaged: Quantity::ZERO }];
        let receive =
            ReceiveTransfer { lines, close: true, reason: Some(Reason::Lost), ..ReceiveTransfer::of(transfer) };
        shop.manager().does(receive).await;
        shop.values().await;
        assert_eq!(worth(&shop, shop.other_store, mug).await, (d("3"), d("4.5")));
        let lost: Vec<_> = entries(&shop, mug).await.into_iter().filter(|(kind, ..)| *kind == CostKind::Lost).collect();
        assert_eq!(lost, [(CostKind::Lost, d("-1"), d("-1.5"))], "what never arrived is lost at its cost");
    }

    async fn what_leaves_below_nought_is_trued_up(shop: Shop) {
        let mug = shop.item("MUG").await;
        execute(&shop, "UPDATE location SET allow_negative = TRUE WHERE is_default").await;
        sells(&shop, mug, 2, "").await;
        shop.values().await;
        assert_eq!(worth(&shop, shop.store, mug).await, (d("-2"), d("-2.4")), "at the last known cost, 1.20");
        receives_at(&shop, mug, 5, "2").await;
        shop.values().await;
        let all = entries(&shop, mug).await;
        assert_eq!(all[1..], [(CostKind::Receipt, d("5"), d("10")), (CostKind::TrueUp, d("0"), d("-1.6"))]);
        assert_eq!(worth(&shop, shop.store, mug).await, (d("3"), d("6")));
    }

    /// erpnext#54295 and its kin: what is booked late is valued forward; nothing that was valued changes.
    async fn a_late_receipt_is_valued_forward(shop: Shop) {
        let mug = shop.item("MUG").await;
        receives_at(&shop, mug, 5, "2").await;
        shop.clock.advance(chrono::TimeDelta::hours(5));
        sells(&shop, mug, 1, "").await;
        shop.values().await;
        let before = entries(&shop, mug).await;
        let late = ReceiveGoods { occurred_at: Some("2026-11-24T09:00:00Z".parse().unwrap()), ..shop.receipt(mug, 5) };
        shop.manager().does(late).await;
        sells(&shop, mug, 2, "").await;
        shop.values().await;
        let after = entries(&shop, mug).await;
        assert_eq!(after[..2], before);
        assert_eq!(after[2..], [(CostKind::Receipt, d("5"), d("10")), (CostKind::Sold, d("-2"), d("-4"))]);
    }

    /// Many tills and two workers at once: each movement is valued once, in an order in which nothing leaves before it came.
    async fn two_workers_value_each_movement_once_and_in_order(shop: Shop) {
        let mut variants = Vec::new();
        for sku in ["A", "B", "C"] {
            variants.push(shop.item(sku).await);
        }
        let mut all = Vec::new();
        for n in 0..60_usize {
            let (manager, variant, other) = (shop.manager(), variants[n % 3], variants[(n + 1) % 3]);
            let mut receipt = shop.receipt(variant, 2);
            receipt.lines.extend(shop.receipt(other, 1).lines);
            let sells = sale(shop.store, variant, 1, "");
            all.push(tokio::spawn(async move {
                manager.does(receipt).await;
                manager.does(sells).await;
            }));
        }
        let mut workers = Vec::new();
        for _ in 0..2 {
            let (database, tenant) = (shop.database.clone(), shop.tenant);
            workers.push(tokio::spawn(async move {
                let mut valued = 0;
                for _ in 0..40 {
                    valued += ledger::cost::value(&database, tenant).await.unwrap();
                    tokio::time::sleep(std::time::Duration::from_millis(10)).await;
                }
                valued
            }));
        }
        for one in all {
            one.await.unwrap();
        }
        let mut valued = shop.values().await;
        for worker in workers {
            valued += worker.await.unwrap();
        }
        assert_eq!(valued, 60 * 3, "each posting once for each of its items");
        let mut root = rows(&shop).await;
        let below: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM cost_entry WHERE quantity_after < 0 OR value_after < 0").fetch_one(&mut root).await.unwrap();
        assert_eq!(below, 0, "something left before it came");
        for variant in variants {
            assert_eq!(worth(&shop, shop.store, variant).await, (d("40"), d("48")));
        }
        shop.proves().await;
    }

    /// The order is the locks' own: whatever the machines' clocks and ids say.
    async fn the_tick_rises_with_every_posting_that_holds_the_same_rows(shop: Shop) {
        let (mug, cup) = (shop.item("MUG").await, shop.item("CUP").await);
        let mut postings = Vec::new();
        for n in 0..6 {
            let mut receipt = shop.receipt(if n % 2 == 0 { mug } else { cup }, 3);
            if n == 3 {
                receipt.lines.extend(shop.receipt(mug, 1).lines);
            }
            postings.push(shop.manager().does(receipt).await.posting.unwrap());
        }
        let adjust = AdjustStock {
            store: shop.store, location: None, variant: mug, status: Status::Available, lot: None, serials: Vec::new(), change: Some(Quantity::whole(-1)), new_quantity: None,
            expected: None, unit: None, reason: Reason::Lost, note: String::new(), occurred_at: None,
        };
        postings.push(shop.manager().does(adjust).await.posting.unwrap());
        let mut root = rows(&shop).await;
        let ticks: Vec<(Uuid, i64)> =
            sqlx::query_as("SELECT posting_id, tick FROM cost_queue WHERE variant_id = ? ORDER BY tick").bind(mug.0).fetch_all(&mut root).await.unwrap();
        let wanted: Vec<Uuid> = [0, 2, 3, 4, 6].iter().map(|n| postings[*n].0).collect();
        assert_eq!(ticks.iter().map(|(posting, _)| *posting).collect::<Vec<_>>(), wanted);
        assert!(ticks.windows(2).all(|pair| pair[0].1 < pair[1].1), "{ticks:?}");
    }
}
