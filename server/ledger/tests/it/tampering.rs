//! Each fault is planted underneath, as root; the proof must name it.

use sqlx::{AssertSqlSafe, Executor};
use testkit::Shop;

async fn plant(shop: &Shop, sql: &str) {
    shop.is_spoilt();
    let mut root = shop.db.root().await;
    root.execute("SET SESSION sql_mode=''").await.unwrap();
    let touched = root.execute(AssertSqlSafe(sql.to_owned())).await.unwrap().rows_affected();
    assert!(touched > 0, "nothing was planted by {sql}");
}

/// The same, past the foreign keys.
async fn plant_unchecked(shop: &Shop, sql: &str) {
    shop.is_spoilt();
    let mut root = shop.db.root().await;
    root.execute("SET SESSION foreign_key_checks=0").await.unwrap();
    let touched = root.execute(AssertSqlSafe(sql.to_owned())).await.unwrap().rows_affected();
    assert!(touched > 0, "nothing was planted by {sql}");
}

/// The check that fails, with the code of its first failure.
async fn found(shop: &Shop) -> Vec<(String, String)> {
    let report = shop.verify().await;
    report.checks.iter().filter_map(|check| Some((check.name.clone(), check.failures.first()?.said.code.clone()))).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn one(check: &str, code: &str) -> (String, String) {
    (check.to_owned(), code.to_owned())
}

testkit::on_both! {
    async fn an_untouched_ledger_is_clean(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.receives(mug, 7).await;
        shop.seals().await;
        shop.receives(mug, 1).await;
        let report = shop.verify().await;
        assert!(report.is_clean(), "{report:#?}");
        let examined: u64 = report.checks.iter().filter(|check| check.name == "proof-sequence").map(|check| check.examined).sum();
        assert_eq!(examined, 3, "it looked at every movement of the floor");
        shop.seals().await;
        let report = shop.verify().await;
        assert!(report.is_clean(), "{report:#?}");
    }

    async fn a_changed_balance_is_named(shop: Shop) {
        shop.stocked("MUG", 5).await;
        plant(&shop, "UPDATE stock_balance SET on_hand = on_hand + 1").await;
        let found = found(&shop).await;
        assert!(found.contains(&one("proof-balance", "proof-balance-differs")), "{found:?}");
        assert!(found.contains(&one("proof-promise", "proof-promise-differs")), "{found:?}");
    }

    /// Below nought where that is not allowed; of a lot nowhere.
    async fn what_is_below_nought_is_named(shop: Shop) {
        shop.stocked("MUG", 5).await;
        plant(&shop, "UPDATE stock_balance SET on_hand = -1").await;
        assert!(found(&shop).await.contains(&one("proof-floor", "proof-below-floor")));
        plant(&shop, "UPDATE location SET allow_negative = TRUE WHERE kind = 1").await;
        assert!(!found(&shop).await.iter().any(|(check, _)| check == "proof-floor"));
        plant_unchecked(&shop, "UPDATE stock_balance SET lot_id = UNHEX(REPEAT('AB', 16))").await;
        assert!(found(&shop).await.contains(&one("proof-floor", "proof-below-floor")));
    }

    /// What is asked when a test is over sees a fault that nobody has told it of.
    async fn a_test_that_leaves_a_fault_behind_fails(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.proves().await;
        shop.after().holds().await;
        shop.receives(mug, 1).await;
        let mut root = shop.db.root().await;
        root.execute("UPDATE outbox SET kind = 'stock.lost' WHERE kind = 'stock.posted' LIMIT 1").await.unwrap();
        let after = shop.after();
        let said = tokio::spawn(async move { after.holds().await }).await.unwrap_err().into_panic();
        assert!(said.downcast_ref::<String>().is_some_and(|said| said.contains("I10")), "it names what is wrong");
        shop.is_spoilt();
    }

    async fn a_changed_movement_is_named_with_its_sequence(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.receives(mug, 3).await;
        plant(&shop, "UPDATE stock_movement SET quantity = 4, balance_after = 9 WHERE seq = 2").await;
        let report = shop.verify().await;
        let chain = report.checks.iter().find(|check| check.name == "proof-chain").unwrap();
        assert_eq!(chain.failures[0].seq, Some(2));
        assert_eq!(chain.failures[0].operation.as_deref(), Some("receipt"));
        let entry = report.checks.iter().find(|check| check.name == "proof-double-entry").unwrap();
        assert_eq!(entry.wrong, 1, "the legs no longer balance");
    }

    async fn a_changed_leg_of_a_virtual_place_is_named(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.receives(mug, 3).await;
        for change in [
            "unit_cost = COALESCE(unit_cost, 0) + 1",
            "status = 3 - status",
            "posted_at = posted_at + INTERVAL 1 SECOND",
            "location_id = UNHEX(REPEAT('AB', 16))",
            "store_id = UNHEX(REPEAT('AB', 16))",
        ] {
            plant(&shop, &format!("UPDATE stock_movement SET {change} WHERE tie <> 0 ORDER BY posting_id DESC LIMIT 1")).await;
            let report = shop.verify().await;
            let chain = report.checks.iter().find(|check| check.name == "proof-chain").unwrap();
            assert_eq!((chain.wrong, chain.failures[0].operation.as_deref()), (1, Some("receipt")), "{change}");
        }
    }

    async fn legs_of_the_newest_posting_without_their_head_are_missed(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.receives(mug, 3).await;
        plant_unchecked(&shop, "DELETE FROM posting ORDER BY id DESC LIMIT 1").await;
        let found = found(&shop).await;
        assert!(found.contains(&one("proof-double-entry", "proof-legs-orphan")), "{found:?}");
    }

    async fn a_movement_taken_out_leaves_a_gap(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.receives(mug, 3).await;
        shop.receives(mug, 2).await;
        plant(&shop, "DELETE FROM stock_movement WHERE seq = 2").await;
        let found = found(&shop).await;
        assert!(found.contains(&one("proof-sequence", "proof-sequence-gap")), "{found:?}");
        assert!(found.contains(&one("proof-double-entry", "proof-legs-missing")), "{found:?}");
    }

    async fn a_posting_taken_out_whole_after_its_seal_is_missed(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let cup = shop.stocked("CUP", 5).await;
        shop.seals().await;
        plant(&shop, &format!("DELETE FROM stock_movement WHERE variant_id = 0x{}", cup.0.simple())).await;
        plant(&shop, &format!("DELETE FROM stock_balance WHERE variant_id = 0x{}", cup.0.simple())).await;
        plant(&shop, &format!("DELETE FROM stock_promise WHERE variant_id = 0x{}", cup.0.simple())).await;
        plant(&shop, "DELETE p FROM posting p LEFT JOIN stock_movement m ON m.tenant_id = p.tenant_id AND m.posting_id = p.id WHERE m.posting_id IS NULL").await;
        let found = found(&shop).await;
        assert_eq!(found, [one("proof-sealed-rows", "proof-row-gone")], "only the seal remembers it");
        assert_eq!(shop.on_hand(mug).await, vocabulary::Quantity::whole(5));
    }

    async fn a_rewritten_seal_is_forged(shop: Shop) {
        shop.stocked("MUG", 5).await;
        shop.seals().await;
        plant(&shop, "UPDATE seal SET root = REPEAT('x', 32)").await;
        let found = found(&shop).await;
        assert!(found.contains(&one("proof-seal", "proof-seal-forged")), "{found:?}");
    }

    async fn a_changed_audit_row_is_named(shop: Shop) {
        shop.stocked("MUG", 5).await;
        plant(&shop, "UPDATE audit SET detail = '{}' WHERE entity_kind = 'store' LIMIT 1").await;
        let found = found(&shop).await;
        assert!(found.contains(&one("proof-audit", "proof-row-changed")), "{found:?}");
    }

    async fn a_changed_note_of_what_was_late_is_named(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let late = stock_rules::ReceiveGoods { occurred_at: Some("2026-11-01T10:00:00Z".parse().unwrap()), ..shop.receipt(mug, 3) };
        shop.manager().does(late).await;
        assert_eq!(found(&shop).await, []);
        for change in ["quantity = quantity + 1", "lateness = 3 - lateness", "happened_at = happened_at + INTERVAL 1 SECOND"] {
            plant(&shop, &format!("UPDATE late_movement SET {change}")).await;
            assert_eq!(found(&shop).await, [one("proof-late", "proof-late-differs")], "{change}");
        }
        plant(&shop, "DELETE FROM late_movement").await;
        assert_eq!(found(&shop).await, [one("proof-late", "proof-late-differs")], "none is missed");
    }

    async fn a_place_that_was_never_counted_is_not_taken_to_be(shop: Shop) {
        shop.stocked("MUG", 5).await;
        plant(&shop, "UPDATE stock_balance SET counted_at = moved_at").await;
        assert_eq!(found(&shop).await, [one("proof-counted", "proof-counted-differs")]);
    }

    async fn a_changed_cost_is_named(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.receives(mug, 3).await;
        let line = stock_rules::SaleLine::of(mug, vocabulary::Quantity::whole(6));
        let sale = stock_rules::SellGoods {
            store: shop.store,
            location: None, channel: vocabulary::Channel::Till,
            lines: vec![line],
            reference: String::new(),
            note: String::new(),
            occurred_at: None,
        };
        shop.clerk().does(sale).await;
        assert_eq!(found(&shop).await, [], "what waits to be valued is no fault");
        shop.values().await;
        assert_eq!(found(&shop).await, []);
        plant(&shop, "UPDATE cost_entry SET value_after = value_after + 1 WHERE seq = 2").await;
        let report = shop.verify().await;
        let entries = report.checks.iter().find(|check| check.name == "proof-cost-entries").unwrap();
        assert_eq!((entries.wrong, entries.failures[0].seq, entries.failures[0].operation.as_deref()), (1, Some(2), Some("receipt")));
        plant(&shop, "UPDATE cost_entry SET value_after = value_after - 1 WHERE seq = 2").await;
        for (fault, repair, wanted) in [
            ("UPDATE cost_pool SET value = value + 0.01", "UPDATE cost_pool SET value = value - 0.01", vec!["proof-cost-pools", "proof-cost-pools"]),
            (
                "UPDATE cost_pool SET quantity = quantity + 1",
                "UPDATE cost_pool SET quantity = quantity - 1",
                vec!["proof-cost-pools", "proof-cost-pools", "proof-cost-quantity"],
            ),
            (
                "UPDATE cost_layer SET value_left = value_left + 0.01 WHERE number = 2",
                "UPDATE cost_layer SET value_left = value_left - 0.01 WHERE number = 2",
                vec!["proof-cost-pools", "proof-cost-layers"],
            ),
            (
                "UPDATE cost_consumption SET value = value - 0.01 WHERE number = 2",
                "UPDATE cost_consumption SET value = value + 0.01 WHERE number = 2",
                vec!["proof-cost-layers"],
            ),
            ("UPDATE cost_day SET value = value + 1 WHERE kind = 1", "UPDATE cost_day SET value = value - 1 WHERE kind = 1", vec!["proof-cost-days"]),
            (
                "INSERT INTO cost_queue SELECT tenant_id, variant_id, 99, 0, posting_id, posted_at FROM cost_entry WHERE seq = 1",
                "DELETE FROM cost_queue",
                vec!["proof-cost-quantity"],
            ),
        ] {
            plant(&shop, fault).await;
            let report = shop.verify().await;
            let names: Vec<&str> = report.checks.iter().flat_map(|check| check.failures.iter().map(|_| check.name.as_str())).collect();
            assert_eq!(names, wanted, "{fault}");
            plant(&shop, repair).await;
        }
        plant_unchecked(&shop, "DELETE FROM cost_entry WHERE seq = 2").await;
        let found = found(&shop).await;
        assert!(found.contains(&one("proof-cost-entries", "proof-sequence-gap")), "{found:?}");
    }

    /// What is kept of some stock is wrong: what moved that last is named, with the operation that wrote it.
    async fn what_is_wrong_names_what_moved_it_last(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.receives(mug, 7).await;
        shop.values().await;
        plant(&shop, "UPDATE stock_promise SET sellable = sellable + 1, promised = 3").await;
        plant(&shop, "UPDATE cost_pool SET value = value + 1").await;
        let report = shop.verify().await;
        for name in ["proof-promise", "proof-reserved", "proof-cost-pools"] {
            let failure = &report.checks.iter().find(|check| check.name == name).unwrap().failures[0];
            assert!(failure.posting.is_some() && failure.seq.is_some() && failure.operation.as_deref() == Some("receipt"), "{name}: {failure:?}");
        }
    }

    /// Books that speak of what another business has, or nobody.
    async fn what_is_nobodys_or_a_neighbours_is_named(shop: Shop) {
        let other = shop.neighbour().await;
        shop.stocked("MUG", 5).await;
        let theirs = other.stocked("MUG", 5).await;
        assert_eq!(found(&shop).await, []);
        let theirs = theirs.0.simple().to_string();
        let ours = format!("WHERE tenant_id = {}", shop.tenant.0);
        for (set, back) in [
            ("stock_promise SET variant_id", "stock_promise"),
            ("stock_balance SET location_id", "stock_balance"),
            ("stock_movement SET store_id", "stock_movement"),
        ] {
            let column = set.rsplit(' ').next().unwrap();
            let mut root = shop.db.root().await;
            let kept: Vec<u8> = sqlx::query_scalar(AssertSqlSafe(format!("SELECT {column} FROM {back} {ours} LIMIT 1"))).fetch_one(&mut root).await.unwrap();
            plant_unchecked(&shop, &format!("UPDATE {set} = x'{theirs}' {ours} AND {column} = x'{}'", hex(&kept))).await;
            let found = found(&shop).await;
            assert!(found.contains(&one("proof-own", "proof-of-nobody")), "{set}: {found:?}");
            plant_unchecked(&shop, &format!("UPDATE {set} = x'{}' {ours} AND {column} = x'{theirs}'", hex(&kept))).await;
        }
        assert_eq!(found(&shop).await, []);
    }

    async fn a_changed_promise_is_named(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let line = stock_rules::ReserveLine { variant: mug, quantity: vocabulary::Quantity::whole(2), unit: None, store: Some(shop.store) };
        let order = stock_rules::ReserveStock {
            kind: stock_rules::ReservationKind::Allocation,
            lines: vec![line],
            stores: Vec::new(),
            minutes: None,
            channel: None,
            reference: String::new(),
            note: String::new(),
        };
        shop.clerk().does(order).await;
        assert_eq!(found(&shop).await, []);
        plant(&shop, "UPDATE stock_promise SET promised = promised + 1").await;
        assert_eq!(found(&shop).await, [one("proof-reserved", "proof-reserved-differs")]);
        plant(&shop, "UPDATE stock_promise SET promised = 7").await;
        plant(&shop, "UPDATE reservation_line SET quantity = 7, open = 7").await;
        assert_eq!(found(&shop).await, [one("proof-shortage", "proof-shortage-differs")], "two are short, and nobody is told");
    }

    async fn a_piece_in_two_places_and_a_lot_that_lost_a_movement_are_named(shop: Shop) {
        let drill = shop.tracked("DRILL", vocabulary::Tracking::Serial).await;
        let mut receipt = shop.receipt(drill, 2);
        receipt.lines[0].serials = vec![String::from("S1"), String::from("S2")];
        shop.manager().does(receipt).await;
        shop.proves().await;
        plant(&shop, "UPDATE serial SET present = 0 LIMIT 1").await;
        assert!(found(&shop).await.contains(&one("proof-serial", "proof-serial-astray")));
        plant(&shop, "UPDATE serial SET present = 1").await;
        shop.proves().await;
        plant(&shop, "UPDATE stock_balance SET on_hand = 2 WHERE on_hand = 1 LIMIT 1").await;
        assert!(found(&shop).await.contains(&one("proof-serial", "proof-serial-twice")));
        plant(&shop, "UPDATE stock_balance SET on_hand = 1 WHERE on_hand = 2").await;
        plant(&shop, "DELETE FROM lot_movement LIMIT 1").await;
        assert!(found(&shop).await.contains(&one("proof-lot", "proof-lot-list")));
        plant(&shop, "UPDATE variant SET tracking = 0").await;
        let report = shop.verify().await;
        let lots = report.checks.iter().find(|check| check.name == "proof-lot").unwrap();
        assert!(lots.failures.iter().any(|failure| failure.said.code == "proof-lot-untold"), "{lots:#?}");
    }

    async fn a_transfer_that_says_what_is_not_on_its_way_is_named(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let lines = vec![stock_rules::TransferItem::of(mug, vocabulary::Quantity::whole(3))];
        let ship = stock_rules::ShipTransfer { from: shop.store, to: shop.other_store, location: None, lines, note: String::new(), occurred_at: None };
        shop.clerk().does(ship).await;
        shop.proves().await;
        plant(&shop, "UPDATE transfer_line SET received = 1").await;
        assert_eq!(found(&shop).await, [one("proof-transit", "proof-transit-differs")]);
    }
}
