//! A proof from some moment on: it finds what is wrong since, and in all that was touched since; of the rest it says nothing,
//! and says so.

use ledger::verify::{Outcome, Report, Start};
use sqlx::{AssertSqlSafe, Executor};
use stock_rules::{ReservationKind, ReserveLine, ReserveStock};
use testkit::Shop;
use vocabulary::{Quantity, VariantId};

async fn plant(shop: &Shop, sql: &str) {
    shop.is_spoilt();
    let mut root = shop.db.root().await;
    root.execute("SET SESSION sql_mode=''").await.unwrap();
    root.execute("SET SESSION foreign_key_checks=0").await.unwrap();
    let touched = root.execute(AssertSqlSafe(sql.to_owned())).await.unwrap().rows_affected();
    assert!(touched > 0, "nothing was planted by {sql}");
}

/// Seals what there is, and names a later moment. The last seal before a moment may hold what was committed after it, and so is
/// looked at again: here there is nothing under it that a test asks for.
async fn moment(shop: &Shop) -> Start {
    shop.values().await;
    shop.seals().await;
    shop.stocked(&format!("F{}", shop.database.now().timestamp_micros()), 1).await;
    shop.values().await;
    shop.seals().await;
    Start::Instant(shop.database.now())
}

async fn since(shop: &Shop, start: Start) -> Report {
    shop.verify_from(start).await.0
}

/// Takes the statistics that plans are made by.
async fn analyze(shop: &Shop) {
    let mut root = shop.db.root().await;
    let tables = "posting, stock_movement, stock_balance, stock_promise, audit, seal, seal_leaf, location, variant, cost_entry, cost_pool, cost_layer, cost_head";
    sqlx::raw_sql(AssertSqlSafe(format!("ANALYZE TABLE {tables}"))).fetch_all(&mut root).await.unwrap();
}

/// The checks that fail, with the code of the first failure.
fn wrong(report: &Report) -> Vec<(&str, &str)> {
    report.checks.iter().filter_map(|check| Some((check.name.as_str(), check.failures.first()?.said.code.as_str()))).collect()
}

fn hex(variant: VariantId) -> String {
    format!("0x{}", variant.0.simple())
}

/// Clean as far as it looked, and not a word more.
fn is_clean_since(report: &Report) -> bool {
    matches!(report.outcome(), Outcome::RightSince(begun) if begun.seal > 1) && report.unseen.len() == 4
}

fn reservation(shop: &Shop, variant: VariantId, quantity: i32) -> ReserveStock {
    let line = ReserveLine { variant, quantity: Quantity::whole(quantity), unit: None, store: Some(shop.store) };
    let (reference, note) = (String::new(), String::new());
    ReserveStock { kind: ReservationKind::Allocation, lines: vec![line], stores: Vec::new(), minutes: None, channel: None, reference, note }
}

testkit::on_both! {
    async fn nothing_is_sealed_yet_so_that_everything_is_proved(shop: Shop) {
        shop.stocked("MUG", 5).await;
        let report = since(&shop, Start::Instant(shop.database.now())).await;
        assert_eq!((report.outcome(), report.unseen.len()), (Outcome::Right, 0));
        assert_eq!(since(&shop, Start::Seal(0)).await.outcome(), Outcome::Right);
    }

    async fn a_fault_planted_after_the_moment_is_named_with_its_sequence_and_operation(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.receives(mug, 1).await;
        let moment = moment(&shop).await;
        shop.receives(mug, 3).await;
        assert!(is_clean_since(&since(&shop, moment).await));
        plant(&shop, "UPDATE stock_movement SET quantity = 4, balance_after = 10 WHERE seq = 3").await;
        for sealed in [false, true] {
            let report = since(&shop, moment).await;
            assert_eq!(report.outcome(), Outcome::Wrong);
            let check = |name: &str| report.checks.iter().find(|check| check.name == name).unwrap();
            let first = &check("proof-chain").failures[0];
            assert_eq!((first.seq, first.operation.as_deref()), (Some(3), Some("receipt")));
            assert_eq!(check("proof-double-entry").wrong, 1, "the legs no longer balance");
            let balance = &check("proof-balance").failures[0];
            assert_eq!((balance.seq, balance.operation.as_deref()), (Some(3), Some("receipt")));
            if !sealed {
                shop.seals().await;
            }
        }
    }

    async fn a_fault_from_before_is_not_claimed_as_proved_and_is_found_when_its_key_is_touched(shop: Shop) {
        let (mug, cup) = (shop.stocked("MUG", 5).await, shop.stocked("CUP", 5).await);
        shop.receives(mug, 1).await;
        let moment = moment(&shop).await;
        shop.receives(cup, 1).await;
        plant(&shop, &format!("UPDATE stock_movement SET unit_cost = 77 WHERE seq = 1 AND variant_id = {}", hex(mug))).await;
        assert!(!shop.verify().await.is_clean());
        let report = since(&shop, moment).await;
        assert!(is_clean_since(&report), "{report:#?}");
        assert_ne!(report.outcome(), Outcome::Right);
        let sequence = report.checks.iter().find(|check| check.name == "proof-sequence").unwrap();
        assert_eq!(sequence.examined, 3, "the two movements of the cup, and the one under the seal before");
        shop.receives(mug, 2).await;
        let report = since(&shop, moment).await;
        let chain = report.checks.iter().find(|check| check.name == "proof-chain").unwrap();
        assert_eq!((chain.wrong, chain.failures[0].seq, chain.failures[0].operation.as_deref()), (1, Some(1), Some("receipt")));
    }

    async fn what_is_kept_of_a_touched_key_is_proved_as_well(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let drill = shop.tracked("DRILL", vocabulary::Tracking::Serial).await;
        let moment = moment(&shop).await;
        let mut receipt = shop.receipt(drill, 2);
        receipt.lines[0].serials = vec![String::from("S1"), String::from("S2")];
        shop.manager().does(receipt).await;
        let late = stock_rules::ReceiveGoods { occurred_at: Some("2026-11-01T10:00:00Z".parse().unwrap()), ..shop.receipt(mug, 3) };
        shop.manager().does(late).await;
        shop.values().await;
        assert!(is_clean_since(&since(&shop, moment).await));
        for (fault, repair, check) in [
            ("UPDATE stock_balance SET on_hand = on_hand + 1", "UPDATE stock_balance SET on_hand = on_hand - 1", "proof-balance"),
            ("UPDATE stock_promise SET sellable = sellable + 1", "UPDATE stock_promise SET sellable = sellable - 1", "proof-promise"),
            ("UPDATE serial SET present = 0", "UPDATE serial SET present = 1", "proof-serial"),
            ("UPDATE stock_balance SET counted_at = moved_at", "UPDATE stock_balance SET counted_at = NULL", "proof-counted"),
            ("UPDATE late_movement SET quantity = quantity + 1", "UPDATE late_movement SET quantity = quantity - 1", "proof-late"),
            ("UPDATE cost_layer SET value_left = value_left + 1", "UPDATE cost_layer SET value_left = value_left - 1", "proof-cost-layers"),
            ("UPDATE cost_pool SET quantity = quantity + 1", "UPDATE cost_pool SET quantity = quantity - 1", "proof-cost-quantity"),
            ("UPDATE cost_entry SET value_after = value_after + 1", "UPDATE cost_entry SET value_after = value_after - 1", "proof-cost-entries"),
            ("UPDATE variant SET tracking = 0", "UPDATE variant SET tracking = 2 WHERE sku = 'DRILL'", "proof-lot"),
            ("UPDATE posting SET note = 'x' ORDER BY id DESC LIMIT 1", "UPDATE posting SET note = ''", "proof-posting-hash"),
            ("UPDATE lot_movement SET leg = leg + 40", "UPDATE lot_movement SET leg = leg - 40", "proof-lot"),
        ] {
            plant(&shop, fault).await;
            let report = since(&shop, moment).await;
            assert!(wrong(&report).iter().any(|(name, _)| *name == check), "{fault}: {:?}", wrong(&report));
            plant(&shop, repair).await;
        }
        let report = since(&shop, moment).await;
        assert!(is_clean_since(&report), "{:?}", wrong(&report));
    }

    async fn what_was_touched_without_moving_is_proved(shop: Shop) {
        let (mug, cup) = (shop.stocked("MUG", 5).await, shop.stocked("CUP", 5).await);
        let moment = moment(&shop).await;
        plant(&shop, "UPDATE stock_promise SET promised = promised + 1 WHERE sellable = 5").await;
        plant(&shop, "UPDATE cost_pool SET value = value + 1 WHERE quantity = 5").await;
        assert!(is_clean_since(&since(&shop, moment).await), "neither was touched");
        shop.clerk().does(reservation(&shop, mug, 2)).await;
        assert_eq!(wrong(&since(&shop, moment).await), [("proof-reserved", "proof-reserved-differs")]);
        let revalue = stock_rules::RevalueStock { variant: cup, store: None, unit_cost: "3".parse().unwrap(), reason: String::from("damp") };
        shop.owner().does(revalue).await;
        let report = since(&shop, moment).await;
        assert!(wrong(&report).iter().any(|(check, _)| *check == "proof-cost-pools"), "{report:#?}");
    }

    /// Begun before a seal was made and committed after it: its id is among those that are sealed.
    async fn what_was_committed_after_the_seal_is_looked_at_however_old_its_id_is(shop: Shop) {
        shop.stocked("MUG", 5).await;
        moment(&shop).await;
        let moment = moment(&shop).await;
        assert!(is_clean_since(&since(&shop, moment).await));
        // As it is while it waits, and as it is once it is sealed.
        let oldest = "kind = 1 ORDER BY row_id LIMIT 1";
        plant(&shop, &format!("INSERT INTO seal_queue (tenant_id, kind, row_id, hash) SELECT tenant_id, kind, row_id, hash FROM seal_leaf WHERE {oldest}")).await;
        plant(&shop, &format!("DELETE FROM seal_leaf WHERE {oldest}")).await;
        plant(&shop, "UPDATE posting SET note = 'x' ORDER BY id LIMIT 1").await;
        assert_eq!(wrong(&since(&shop, moment).await), [("proof-posting-hash", "proof-hash")]);
        shop.seals().await;
        assert_eq!(wrong(&since(&shop, moment).await), [("proof-posting-hash", "proof-hash")]);
    }

    async fn what_is_gone_or_came_by_another_way_since_is_missed(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let moment = moment(&shop).await;
        shop.receives(mug, 3).await;
        plant(&shop, "DELETE FROM seal_queue WHERE kind = 1").await;
        assert_eq!(wrong(&since(&shop, moment).await), [("proof-sealed-rows", "proof-row-changed")]);
        let last = Start::Seal(2);
        plant(&shop, "DELETE FROM seal WHERE number = 2").await;
        assert!(wrong(&since(&shop, last).await).contains(&("proof-seal", "proof-seal-missing")));
    }

    async fn rows_read_grow_with_what_was_touched_and_not_with_the_books(shop: Shop) {
        let (mut alone, mut three, mut whole) = (Vec::new(), Vec::new(), Vec::new());
        for round in 0..3 {
            let mut items = Vec::new();
            for at in 0..12 {
                let item = shop.stocked(&format!("I{round}-{at}"), 5).await;
                shop.receives(item, 1).await;
                items.push(item);
            }
            let start = moment(&shop).await;
            analyze(&shop).await;
            shop.receives(items[0], 1).await;
            alone.push(shop.verify_from(start).await.1);
            shop.receives(items[1], 1).await;
            shop.receives(items[2], 1).await;
            three.push(shop.verify_from(start).await.1);
            whole.push(shop.verify_from(Start::Beginning).await.1);
        }
        println!("one key touched {alone:?}, three {three:?}, everything {whole:?} rows");
        // A table of a few rows is gone through, whatever key it has; from the second round on none is so small.
        assert!(alone[2] <= alone[1] + 20 && three[2] <= three[1] + 20, "half as much again in the books, the same rows: {alone:?} {three:?}");
        assert!(three[2] > alone[2] + 100 && three[2] < alone[2] * 3, "{alone:?} {three:?}");
        assert!(whole[2] > whole[1] + 1000, "{whole:?}");
    }
}
