//! Scans are events: taken once, kept always, undone by another.

use super::*;
use chrono::{DateTime, Utc};
use stock_rules::{CountState, FinishPlace, ListUncounted, PlaceAnswer, ShowCount, UncountedAnswer, UndoScan};
use vocabulary::AppError;

async fn so_many(shop: &Shop, count: CountId, variant: VariantId) -> Option<Quantity> {
    let view = shop.clerk().does(ShowCount { count }).await;
    view.lines.iter().find(|line| line.variant == variant).map(|line| line.counted)
}

testkit::on_both! {
    async fn a_scan_sent_twice_counts_once(shop: Shop) {
        let mug = shop.stocked("MUG", 3).await;
        let count = planned(&shop).await;
        let one = scan(&shop, "MUG", 1);
        let taken = sends(&shop.clerk(), count, vec![one.clone(), one.clone()]).await;
        assert_eq!(outcomes(&taken), [ScanOutcome::Counted, ScanOutcome::Duplicate]);
        let again = sends(&shop.clerk(), count, vec![one, scan(&shop, "MUG", 1)]).await;
        assert_eq!(outcomes(&again), [ScanOutcome::Duplicate, ScanOutcome::Counted]);
        assert_eq!(again.lines[0].counted, Some(q(2)), "the answer says how it stands");
        assert_eq!(so_many(&shop, count, mug).await, Some(q(2)));
        assert_eq!(shop.clerk().does(ShowCount { count }).await.count.state, CountState::Counting);
    }

    async fn an_undo_is_an_event_and_undoes_once(shop: Shop) {
        let mug = shop.stocked("MUG", 3).await;
        let count = planned(&shop).await;
        let (one, two) = (scan(&shop, "MUG", 1), scan(&shop, "MUG", 4));
        // All in one flight, as a phone that was offline sends them.
        let taken = sends(&shop.clerk(), count, vec![one.clone(), two.clone(), undo(&shop, two.id)]).await;
        assert_eq!(outcomes(&taken), [ScanOutcome::Counted; 3]);
        assert_eq!(so_many(&shop, count, mug).await, Some(q(1)));
        assert_eq!(outcomes(&sends(&shop.clerk(), count, vec![undo(&shop, two.id)]).await), [ScanOutcome::Duplicate]);
        let other = shop.another(vocabulary::Role::Clerk).await;
        let error = other.tries(UndoScan { count, scan: one.id, undo: ScanId::new() }).await.unwrap_err();
        assert_eq!(error.said().code, "count-undo-other");
        shop.clerk().does(UndoScan { count, scan: one.id, undo: ScanId::new() }).await;
        assert_eq!(so_many(&shop, count, mug).await, None, "nothing that was counted is left");
        assert_eq!(shop.rows("count_scan").await, 4, "nothing was deleted");
    }

    async fn what_nobody_knows_is_kept_and_can_be_said(shop: Shop) {
        let mug = shop.stocked("MUG", 6).await;
        let count = planned(&shop).await;
        later(&shop);
        let taken = sends(&shop.clerk(), count, vec![scan(&shop, "5099887001236", 2), scan(&shop, "MUG", 3), scan(&shop, "WHAT", 1)]).await;
        assert_eq!(outcomes(&taken), [ScanOutcome::Unknown, ScanOutcome::Counted, ScanOutcome::Unknown]);
        submitted(&shop.clerk(), count).await;
        let before = review(&shop, count).await;
        assert_eq!(before.unknown.iter().map(|one| (one.code.as_str(), one.quantity)).collect::<Vec<_>>(), [("5099887001236", q(2)), ("WHAT", q(1))]);
        let link = |code: &str, item: Option<&str>| stock_rules::DecideUnknownCode { count, code: code.into(), item: item.map(str::to_owned), lot: None, location: None, serials: Vec::new() };
        assert_eq!(testkit::refused(shop.manager().tries(link("WHAT", Some("NO-SUCH"))).await), [("item".into(), "variant-unknown".into())]);
        shop.manager().does(link("5099887001236", Some("MUG"))).await;
        shop.manager().does(link("WHAT", None)).await;
        let after = review(&shop, count).await;
        assert!(after.unknown.is_empty());
        // Three and two are five, of six; counted by the clerk, who scanned them.
        let of = line(&after, mug).clone();
        assert_eq!((of.counted, of.variance), (Some(q(5)), Some(q(-1))));
        assert_eq!(of.counters, ["clerk"]);
    }

    async fn a_case_is_twelve_and_a_gtin_has_many_lengths(shop: Shop) {
        let mug = shop
            .item_with("MUG", |item| {
                let code = |code: &str, unit: &str, pack| catalog_rules::NewBarcode { code: code.into(), unit: unit.into(), pack };
                item.variants[0].barcodes = vec![code("042563008123", "each", Quantity::ONE), code("CASE-MUG", "case", q(12))];
            })
            .await;
        let count = planned(&shop).await;
        let codes = ["042563008123", "0042563008123", "00042563008123", "]E00042563008123", "(01)00042563008123", "CASE-MUG", "MUG"];
        let taken = sends(&shop.clerk(), count, codes.iter().map(|code| scan(&shop, code, 1)).collect()).await;
        assert_eq!(outcomes(&taken), [ScanOutcome::Counted; 7], "{taken:?}");
        assert_eq!(so_many(&shop, count, mug).await, Some(q(18)));
    }

    async fn bad_scans_are_refused_by_name_and_hold_nothing_up(shop: Shop) {
        shop.stocked("MUG", 5).await;
        let count = planned(&shop).await;
        let mut bad = vec![
            NewScan { location: shop.other_floor, ..scan(&shop, "MUG", 1) },
            NewScan { quantity: "0.5".parse().unwrap(), ..scan(&shop, "MUG", 1) },
            scan(&shop, "MU\u{0}G", 1),
            scan(&shop, " ", 1),
            NewScan { variant: Some(VariantId::new()), ..scan(&shop, "", 1) },
            NewScan { kind: ScanKind::Set, ..scan(&shop, "MUG", -1) },
            undo(&shop, ScanId::new()),
        ];
        bad.push(scan(&shop, "MUG", 1));
        let taken = sends(&shop.clerk(), count, bad).await;
        let why = ["count-place-outside", "quantity-not-whole", "count-code-unreadable", "field-required", "variant-unknown", "quantity-negative", "count-undo-nothing"];
        assert_eq!(refusals(&taken), why);
        assert_eq!(outcomes(&taken).last(), Some(&ScanOutcome::Counted));
    }

    /// The phone's clock is an hour fast and it was offline for ten minutes: its scans are put where they belong.
    async fn a_phones_clock_is_put_right(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let count = planned(&shop).await;
        later(&shop);
        let now: DateTime<Utc> = platform::db::Clock::now(&*shop.clock);
        let hour = TimeDelta::hours(1);
        let scan = NewScan { at: Some(now + hour), ..scan(&shop, "MUG", 10) };
        later(&shop);
        shop.clerk().does(crate::sell::sale(&shop, &[(mug, "4")])).await;
        later(&shop);
        let sent: DateTime<Utc> = platform::db::Clock::now(&*shop.clock);
        shop.clerk().does(RecordScans { count, scans: vec![scan], sent_at: Some(sent + hour) }).await;
        submitted(&shop.clerk(), count).await;
        // Ten were there when it was scanned, before the sale.
        assert_eq!(review(&shop, count).await.totals.matched, 1);
    }

    async fn a_place_is_finished_when_everything_is_answered_for(shop: Shop) {
        let (mug, cup) = (shop.stocked("MUG", 5).await, shop.stocked("CUP", 2).await);
        let count = planned(&shop).await;
        counts(&shop, &shop.clerk(), count, "MUG", 5).await;
        let missing = shop.clerk().does(ListUncounted { count, location: shop.floor }).await;
        assert_eq!(missing.lines.iter().map(|line| line.variant).collect::<Vec<_>>(), [cup]);
        let finish = |answer| FinishPlace { count, location: shop.floor, answers: vec![PlaceAnswer { variant: cup, lot: None, answer }] };
        let going_on = shop.clerk().does(finish(UncountedAnswer::Count)).await;
        assert_eq!((going_on.finished, going_on.to_count), (false, 1));
        let done = shop.clerk().does(finish(UncountedAnswer::None)).await;
        assert_eq!((done.finished, done.none), (true, 1));
        assert_eq!(so_many(&shop, count, cup).await, Some(q(0)));
        assert_eq!(so_many(&shop, count, mug).await, Some(q(5)));
        let view = shop.clerk().does(ShowCount { count }).await;
        assert_eq!((view.count.places_finished, view.count.places), (1, 1));
        // Another scan there opens it again.
        counts(&shop, &shop.clerk(), count, "CUP", 1).await;
        assert_eq!(shop.clerk().does(ShowCount { count }).await.count.places_finished, 0);
    }

    async fn two_phones_on_one_line_lose_nothing(shop: Shop) {
        let mug = shop.stocked("MUG", 50).await;
        let count = planned(&shop).await;
        let (a, b) = (shop.clerk(), shop.another(vocabulary::Role::Clerk).await);
        let phone = |person: Person| {
            let flights: Vec<_> = (0..20).map(|_| vec![scan(&shop, "MUG", 1)]).collect();
            async move {
                for flight in flights {
                    sends(&person, count, flight).await;
                }
            }
        };
        tokio::join!(phone(a), phone(b));
        assert_eq!(so_many(&shop, count, mug).await, Some(q(40)));
    }

    /// Two tabs hold the same scan and send it in one moment: it counts once, and neither is told to come back.
    async fn one_scan_from_many_tabs_counts_once(shop: Shop) {
        let mug = shop.stocked("MUG", 50).await;
        let count = planned(&shop).await;
        for round in 1..=10 {
            let same = scan(&shop, "MUG", 1);
            let mut tabs = tokio::task::JoinSet::new();
            for _ in 0..4 {
                let (clerk, scans) = (shop.clerk(), vec![same.clone()]);
                tabs.spawn(async move { clerk.tries(RecordScans { count, scans, sent_at: None }).await });
            }
            for told in tabs.join_all().await {
                assert!(told.is_ok(), "{told:?}");
            }
            assert_eq!(so_many(&shop, count, mug).await, Some(q(round)));
        }
    }

    async fn another_tenants_count_is_not_found(shop: Shop) {
        let count = planned(&shop).await;
        let stranger = shop.neighbour().await;
        let (boss, clerk) = (stranger.manager(), stranger.clerk());
        let scans = vec![scan(&stranger, "MUG", 1)];
        assert_eq!(clerk.tries(ShowCount { count }).await.unwrap_err(), AppError::NotFound);
        assert_eq!(clerk.tries(RecordScans { count, scans, sent_at: None }).await.unwrap_err(), AppError::NotFound);
        assert_eq!(clerk.tries(SubmitCount { count }).await.unwrap_err(), AppError::NotFound);
        assert_eq!(clerk.tries(ListUncounted { count, location: shop.floor }).await.unwrap_err(), AppError::NotFound);
        assert_eq!(clerk.tries(FinishPlace { count, location: shop.floor, answers: Vec::new() }).await.unwrap_err(), AppError::NotFound);
        assert_eq!(boss.tries(ReviewCount { count }).await.unwrap_err(), AppError::NotFound);
        assert_eq!(boss.tries(PostCount { count, reason: String::new() }).await.unwrap_err(), AppError::NotFound);
        assert_eq!(boss.tries(stock_rules::CancelCount { count }).await.unwrap_err(), AppError::NotFound);
        let lines = vec![LineDecision { location: shop.floor, variant: VariantId::new(), lot: None, decision: CountDecision::Accept }];
        let decide = DecideCountLines { count, lines, picked: None, accept_under: None, reason: String::new() };
        assert_eq!(boss.tries(decide).await.unwrap_err(), AppError::NotFound);
        assert!(boss.does(stock_rules::ListCounts::default()).await.rows.is_empty());
        let theirs = PlanCount { store: shop.store, ..everything(&stranger) };
        assert_eq!(boss.tries(theirs).await.unwrap_err(), AppError::NotFound);
    }
}
