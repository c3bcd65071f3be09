//! Counts know lots and numbers: each lot has its line, a piece counts as one and is in one place.

use super::{
    stands::{gone, now, sold},
    *,
};
use crate::lots::{comes, found as lot_row, in_days, lot, pieces, seen, sells, serials};
use stock_rules::{
    DecideUnknownCode, FinishPlace, ListUncounted, LotNamed, MoveLine, MoveStock, PlaceAnswer, ReversePosting, SaleLine, ShowCount, UncountedAnswer,
};
use testkit::refused;
use vocabulary::{LocationId, LotId, PlaceKind, Status, Tracking};

pub(super) fn of_lot(shop: &Shop, variant: VariantId, code: &str, quantity: i32) -> NewScan {
    NewScan { kind: ScanKind::Set, variant: Some(variant), lot: lot(code, None), ..scan(shop, "", quantity) }
}

pub(super) fn piece(shop: &Shop, at: LocationId, number: &str) -> NewScan {
    NewScan { location: at, ..scan(shop, number, 1) }
}

pub(super) async fn bin(shop: &Shop, code: &str) -> LocationId {
    let bin = stock_rules::CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: code.into(), name: code.into() };
    shop.owner().does(bin).await.location
}

/// All lines that were counted and wait are accepted, and posted.
pub(super) async fn accepted(shop: &Shop, count: CountId) -> stock_rules::CountPosted {
    submitted(&shop.clerk(), count).await;
    let lines = review(shop, count).await.differ;
    let lines = lines.iter().map(|line| LineDecision {
        location: line.location,
        variant: line.variant,
        lot: line.lot.as_ref().map(|lot| lot.lot),
        decision: CountDecision::Accept,
    });
    let decide = DecideCountLines { count, lines: lines.collect(), picked: None, accept_under: None, reason: String::new() };
    let decided = shop.manager().does(decide).await;
    assert_eq!(decided.refused, [], "{decided:#?}");
    posts(&shop.manager(), count).await
}

pub(super) async fn on_hand(shop: &Shop, code: &str) -> Vec<(LocationId, Status, Quantity)> {
    seen(shop, code).await.places.iter().map(|place| (place.location, place.status, place.on_hand)).collect()
}

pub(super) fn codes<'a>(lots: impl Iterator<Item = &'a Option<LotNamed>>) -> Vec<&'a str> {
    lots.flatten().map(|lot| lot.code.as_str()).collect()
}

testkit::on_both! {
    async fn each_lot_has_its_own_line(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::Lot).await;
        comes(&shop, milk, "6", "A", None).await.unwrap();
        comes(&shop, milk, "4", "B", None).await.unwrap();
        comes(&shop, milk, "2", "C", None).await.unwrap();
        let count = planned(&shop).await;
        later(&shop);
        let taken = sends(&shop.clerk(), count, vec![of_lot(&shop, milk, "A", 5), of_lot(&shop, milk, "B", 4), of_lot(&shop, milk, "N", 3)]).await;
        assert_eq!(outcomes(&taken), [ScanOutcome::Counted; 3], "{taken:#?}");
        assert_eq!(taken.lines.iter().map(|line| line.counted.unwrap()).collect::<Vec<_>>().len(), 3);
        assert!(taken.lines.iter().all(|line| line.lot.is_some()));
        submitted(&shop.clerk(), count).await;
        let view = review(&shop, count).await;
        let differ: Vec<_> = view.differ.iter().map(|line| (line.lot.as_ref().unwrap().code.as_str(), line.variance.unwrap())).collect();
        assert_eq!(differ, [("A", q(-1)), ("N", q(3))]);
        assert_eq!(codes(view.uncounted.iter().map(|line| &line.lot)), ["C"]);
        assert_eq!(view.uncounted[0].expected, q(2));
        // A decision that names no lot is of no line that there is.
        let unnamed = shop.manager().tries(decision(&shop, count, milk, CountDecision::Accept)).await;
        assert!(unnamed.is_err() || !unnamed.unwrap().refused.is_empty());
        let lines = view.differ.iter().map(|line| LineDecision { location: line.location, variant: milk, lot: line.lot.as_ref().map(|lot| lot.lot), decision: CountDecision::Accept }).collect();
        shop.manager().does(DecideCountLines { count, lines, picked: None, accept_under: None, reason: String::new() }).await;
        let posted = posts(&shop.manager(), count).await;
        assert_eq!((posted.adjusted, posted.matched), (2, 1));
        assert_eq!(on_hand(&shop, "A").await, [(shop.floor, Status::Available, q(5))]);
        assert_eq!(on_hand(&shop, "N").await, [(shop.floor, Status::Available, q(3))]);
        assert_eq!(on_hand(&shop, "C").await, [(shop.floor, Status::Available, q(2))]);
        shop.proves().await;

        // Undone, the lots are as they were.
        later(&shop);
        shop.manager().does(ReversePosting { posting: posted.posting.unwrap(), lines: None, note: String::new() }).await;
        assert_eq!(on_hand(&shop, "A").await, [(shop.floor, Status::Available, q(6))]);
        assert_eq!(on_hand(&shop, "N").await, []);
        shop.proves().await;
    }

    async fn a_code_tells_lot_number_and_last_day(shop: Shop) {
        let gtin = "9506000134352";
        let yoghurt = shop.item_coded("YOGHURT", gtin).await;
        shop.tracks(yoghurt, Tracking::LotExpiry, catalog_rules::LeastLife::default()).await.unwrap();
        let day = in_days(&shop, 30).format("%y%m%d").to_string();
        let count = planned(&shop).await;
        later(&shop);
        let told = format!("(01)09506000134352(17){day}(10)Y1");
        let no_day = "(01)09506000134352(10)Y2";
        let taken = sends(&shop.clerk(), count, vec![scan(&shop, &told, 2), scan(&shop, &told, 1), scan(&shop, no_day, 1), scan(&shop, gtin, 4)]).await;
        assert_eq!(outcomes(&taken), [ScanOutcome::Counted, ScanOutcome::Counted, ScanOutcome::Unknown, ScanOutcome::Unknown]);
        let meant: Vec<_> = taken.codes.iter().map(|code| (code.code.as_str(), code.lot.as_ref().unwrap().code.as_str())).collect();
        assert_eq!(meant, [(told.as_str(), "Y1")], "what tells too little means nothing");
        assert_eq!(taken.lines[0].counted, Some(q(3)));
        assert_eq!(lot_row(&shop, "Y1").await.expires_on, Some(in_days(&shop, 30)));

        // Kept, told of in the review, in the way of posting, until somebody says it.
        let unknown = shop.clerk().does(ShowCount { count }).await.unknown;
        assert_eq!(unknown.iter().map(|code| (code.code.as_str(), code.sku.as_deref(), code.tracking)).collect::<Vec<_>>(), [
            (no_day, Some("YOGHURT"), Some(Tracking::LotExpiry)),
            (gtin, Some("YOGHURT"), Some(Tracking::LotExpiry)),
        ]);
        let decide = |code: &str, lot| DecideUnknownCode { count, code: code.into(), item: None, lot, location: None, serials: Vec::new() };
        assert_eq!(refused(shop.manager().tries(decide(gtin, lot("Y3", None))).await), [("lot".into(), "lot-day-needed".into())]);
        assert_eq!(refused(shop.manager().tries(decide(gtin, lot("Y1", Some(in_days(&shop, 9))))).await), [("lot".into(), "lot-other-day".into())]);
        let unsaid = DecideUnknownCode { item: Some("YOGHURT".into()), ..decide(gtin, None) };
        assert_eq!(refused(shop.manager().tries(unsaid).await), [("lot".into(), "lot-needed".into())]);
        assert_eq!(shop.manager().does(decide(gtin, lot("Y1", None))).await.scans, 1);
        submitted(&shop.clerk(), count).await;
        let view = review(&shop, count).await;
        assert_eq!((view.unknown.len(), line(&view, yoghurt).counted), (1, Some(q(7))));
        decides_lot(&shop, &view).await;
        assert_eq!(posts(&shop.manager(), count).await.state, stock_rules::CountState::Review, "one code is open");
        assert_eq!(shop.manager().does(decide(no_day, None)).await.scans, 1);
        shop.proves().await;
    }

    async fn a_piece_counts_as_one_and_is_moved_to_where_it_was_counted(shop: Shop) {
        let drill = shop.tracked("DRILL", Tracking::Serial).await;
        pieces(&shop, drill, &["S1", "S2", "S3"]).await;
        let shelf = bin(&shop, "B-1").await;
        let count = planned(&shop).await;
        later(&shop);
        let scans = vec![piece(&shop, shelf, "S1"), piece(&shop, shelf, "S1"), piece(&shop, shop.floor, "S2"), piece(&shop, shelf, "S1"), scan(&shop, "DRILL", 1)];
        let taken = sends(&shop.clerk(), count, scans.clone()).await;
        assert_eq!(outcomes(&taken)[..4], [ScanOutcome::Counted; 4], "{taken:#?}");
        assert_eq!(outcomes(&taken)[4], ScanOutcome::Unknown);
        assert!(taken.lines.iter().all(|line| line.counted == Some(q(1))), "{taken:#?}");
        // One of its scans was a mistake; the others were not.
        let taken = sends(&shop.clerk(), count, vec![undo(&shop, scans[0].id)]).await;
        assert_eq!(taken.lines[0].counted, Some(q(1)));
        shop.manager().does(DecideUnknownCode { count, code: "DRILL".into(), item: None, lot: None, location: None, serials: Vec::new() }).await;

        // What was not scanned is asked for by its number.
        let missing = shop.clerk().does(ListUncounted { count, location: shop.floor }).await.lines;
        assert_eq!(codes(missing.iter().map(|line| &line.lot)), ["S1", "S3"]);
        let gone_lot: LotId = missing[1].lot.as_ref().unwrap().lot;
        let answers = vec![PlaceAnswer { variant: drill, lot: Some(gone_lot), answer: UncountedAnswer::None }];
        assert_eq!(shop.clerk().does(FinishPlace { count, location: shop.floor, answers }).await.none, 1);
        let posted = accepted(&shop, count).await;
        assert_eq!(on_hand(&shop, "S1").await, [(shelf, Status::Available, q(1))]);
        assert_eq!(on_hand(&shop, "S2").await, [(shop.floor, Status::Available, q(1))]);
        assert_eq!(on_hand(&shop, "S3").await, []);
        assert_eq!((gone(&shop, drill, PlaceKind::Found).await, gone(&shop, drill, PlaceKind::Loss).await), (q(0), q(1)), "one was moved, one is lost");
        shop.proves().await;
        later(&shop);
        shop.manager().does(ReversePosting { posting: posted.posting.unwrap(), lines: None, note: String::new() }).await;
        assert_eq!(on_hand(&shop, "S1").await, [(shop.floor, Status::Available, q(1))]);
        assert_eq!(on_hand(&shop, "S3").await, [(shop.floor, Status::Available, q(1))]);
        shop.proves().await;
    }

    /// Counted as gone from where it was, then seen elsewhere, in one count, and in whatever order: it is in one place.
    async fn a_piece_that_is_counted_at_two_places_is_where_it_was_seen_last(shop: Shop) {
        let drill = shop.tracked("DRILL", Tracking::Serial).await;
        pieces(&shop, drill, &["S1", "S2"]).await;
        let shelf = bin(&shop, "B-1").await;
        let count = planned(&shop).await;
        later(&shop);
        let none = |number: &str| NewScan { kind: ScanKind::Set, ..scan(&shop, number, 0) };
        sends(&shop.clerk(), count, vec![none("S1"), piece(&shop, shelf, "S2")]).await;
        later(&shop);
        sends(&shop.clerk(), count, vec![piece(&shop, shelf, "S1"), piece(&shop, shop.floor, "S2")]).await;
        accepted(&shop, count).await;
        assert_eq!(on_hand(&shop, "S1").await, [(shelf, Status::Available, q(1))]);
        assert_eq!(on_hand(&shop, "S2").await, [(shop.floor, Status::Available, q(1))]);
        assert_eq!((gone(&shop, drill, PlaceKind::Found).await, gone(&shop, drill, PlaceKind::Loss).await), (q(0), q(0)));
        shop.proves().await;
    }

    /// What was booked of a piece after it was counted holds.
    async fn a_piece_that_is_sold_after_it_was_counted_stays_sold(shop: Shop) {
        let drill = shop.tracked("DRILL", Tracking::Serial).await;
        pieces(&shop, drill, &["S1", "S2"]).await;
        let shelf = bin(&shop, "B-1").await;
        let count = planned(&shop).await;
        later(&shop);
        sends(&shop.clerk(), count, vec![piece(&shop, shelf, "S1"), piece(&shop, shelf, "S2")]).await;
        later(&shop);
        shop.clerk().does(sells(&shop, SaleLine { serials: serials(&["S1"]), ..SaleLine::of(drill, q(1)) })).await;
        let moves = MoveStock {
            store: shop.store, from: shop.floor, to: shelf, note: String::new(), occurred_at: None,
            lines: vec![MoveLine { serials: serials(&["S2"]), ..MoveLine::of(drill, q(1)) }],
        };
        shop.clerk().does(moves).await;
        accepted(&shop, count).await;
        assert_eq!(on_hand(&shop, "S1").await, []);
        assert_eq!(on_hand(&shop, "S2").await, [(shelf, Status::Available, q(1))]);
        shop.proves().await;
    }

    async fn a_late_sale_is_no_loss_of_its_lot(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::Lot).await;
        comes(&shop, milk, "6", "A", None).await.unwrap();
        comes(&shop, milk, "4", "B", None).await.unwrap();
        later(&shop);
        let mut sale = sold(&shop, milk, "1", now(&shop));
        sale.lines[0].lot = lot("A", None);
        let count = planned(&shop).await;
        later(&shop);
        sends(&shop.clerk(), count, vec![of_lot(&shop, milk, "A", 5), of_lot(&shop, milk, "B", 4)]).await;
        accepted(&shop, count).await;
        assert_eq!(gone(&shop, milk, PlaceKind::Loss).await, q(1));
        later(&shop);
        shop.clerk().does(sale).await;
        assert_eq!(on_hand(&shop, "A").await, [(shop.floor, Status::Available, q(5))]);
        assert_eq!(on_hand(&shop, "B").await, [(shop.floor, Status::Available, q(4))]);
        assert_eq!(gone(&shop, milk, PlaceKind::Loss).await, q(0));
        shop.proves().await;
    }

    async fn what_somebody_says_that_cannot_be_is_told_at_once(shop: Shop) {
        let (mug, milk) = (shop.stocked("MUG", 3).await, shop.tracked("MILK", Tracking::LotExpiry).await);
        let drill = shop.tracked("DRILL", Tracking::Serial).await;
        comes(&shop, milk, "6", "A", Some(in_days(&shop, 9))).await.unwrap();
        // One number of two items tells nothing by itself.
        let saw = shop.tracked("SAW", Tracking::Serial).await;
        pieces(&shop, drill, &["S1"]).await;
        pieces(&shop, saw, &["S1"]).await;
        let count = planned(&shop).await;
        later(&shop);
        let of = |variant, lot| NewScan { lot, ..set(&shop, variant, 1) };
        let scans = vec![
            of(mug, lot("A", None)),
            of(milk, lot("NEW", None)),
            of(milk, lot("A", Some(in_days(&shop, 3)))),
            of(drill, lot("A", None)),
            scan(&shop, "S1", 1),
            NewScan { serial: Some("S1".into()), ..scan(&shop, "DRILL", 1) },
            set(&shop, milk, 2),
        ];
        let taken = sends(&shop.clerk(), count, scans).await;
        assert_eq!(refusals(&taken), ["lot-not-tracked", "lot-day-needed", "lot-other-day", "lot-not-tracked", "lot-needed"]);
        assert_eq!(outcomes(&taken)[4..], [ScanOutcome::Unknown, ScanOutcome::Counted, ScanOutcome::Unknown]);
        let unknown = shop.clerk().does(ShowCount { count }).await.unknown;
        assert_eq!(unknown.iter().map(|code| code.code.as_str()).collect::<Vec<_>>(), ["MILK", "S1"], "what was pressed goes by its SKU");
    }
}

async fn decides_lot(shop: &Shop, view: &CountReview) {
    let count = view.count.id;
    let lines = view.differ.iter().map(|line| LineDecision {
        location: line.location,
        variant: line.variant,
        lot: line.lot.as_ref().map(|lot| lot.lot),
        decision: CountDecision::Accept,
    });
    shop.manager().does(DecideCountLines { count, lines: lines.collect(), picked: None, accept_under: None, reason: String::new() }).await;
}
