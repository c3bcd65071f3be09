//! Counts of lots and pieces against what the books say by now: no lot is less than nought, no piece comes in from elsewhere,
//! and what may not be sold is not let in.

use super::{
    lots::{accepted, bin, codes, of_lot, on_hand, piece},
    stands::{gone, now, sold},
    *,
};
use crate::lots::{available, comes, found as lot_row, holds, in_days, lot, pieces, sells, serials};
use stock_rules::{
    AddCountEvidence, ChangeStatus, CountLineState, CountPosted, CountState, DecideUnknownCode, EndInvestigation, InvestigateCountLine, LineRefused,
    MoveLine, MoveStock, ReceiptLine, ReceiveGoods, ReceiveTransfer, ReversePosting, SaleLine, ShipTransfer, ShowCount, ShowCountEvidence,
    StatusLine, TransferItem,
};
use testkit::refused;
use vocabulary::{LocationId, PlaceKind, Role, Status, Tracking};

/// What a review decides of a line by its lot.
fn decide(view: &CountReview, code: &str, decision: CountDecision) -> DecideCountLines {
    let of = of(view, code);
    let lines = vec![LineDecision { location: of.location, variant: of.variant, lot: of.lot.as_ref().map(|lot| lot.lot), decision }];
    DecideCountLines { count: view.count.id, lines, picked: None, accept_under: None, reason: String::new() }
}

fn of<'a>(view: &'a CountReview, code: &str) -> &'a ReviewLine {
    view.differ.iter().find(|line| line.lot.as_ref().is_some_and(|lot| lot.code == code)).unwrap_or_else(|| panic!("no line of {code}: {view:#?}"))
}

fn said(refused: &[LineRefused]) -> Vec<&str> {
    refused.iter().map(|line| line.said.code.as_str()).collect()
}

async fn tries_to_post(shop: &Shop, count: CountId) -> Result<CountPosted, vocabulary::AppError> {
    shop.manager().tries(PostCount { count, reason: String::new() }).await
}

testkit::on_both! {
    /// OCA/stock-logistics-warehouse#2343: one line that could not be applied blocked all the others, and nobody was told.
    async fn a_lot_that_is_gone_since_blocks_no_other_line_2343(shop: Shop) {
        let (milk, mug) = (shop.tracked("MILK", Tracking::Lot).await, shop.stocked("MUG", 10).await);
        for code in ["A", "B", "C"] {
            comes(&shop, milk, "6", code, None).await.unwrap();
        }
        later(&shop);
        let late = sold(&shop, milk, "1", now(&shop));
        let count = planned(&shop).await;
        later(&shop);
        sends(&shop.clerk(), count, vec![of_lot(&shop, milk, "A", 5), of_lot(&shop, milk, "B", 2), of_lot(&shop, milk, "C", 4), set(&shop, mug, 9)]).await;
        later(&shop);
        // More of A and B is sold than was counted: whatever that was, no more of them is there.
        for (code, quantity) in [("A", 6), ("B", 4)] {
            shop.clerk().does(sells(&shop, SaleLine { lot: lot(code, None), ..SaleLine::of(milk, q(quantity)) })).await;
        }
        let posted = accepted(&shop, count).await;
        assert_eq!((posted.adjusted, posted.matched, posted.cut_short, posted.state), (3, 0, 2, CountState::Posted));
        assert_eq!(on_hand(&shop, "A").await, []);
        assert_eq!(on_hand(&shop, "B").await, [], "two were left, and four were missing");
        assert_eq!(on_hand(&shop, "C").await, [(shop.floor, Status::Available, q(4))]);
        assert_eq!((gone(&shop, milk, PlaceKind::Loss).await, shop.on_hand(mug).await), (q(4), q(9)));
        shop.proves().await;
        // What is told late of A is no reason to go below nought either: the count stands.
        later(&shop);
        let lines = late.lines.iter().map(|line| SaleLine { lot: lot("A", None), ..line.clone() }).collect();
        shop.clerk().does(stock_rules::SellGoods { lines, ..late }).await;
        assert_eq!(on_hand(&shop, "A").await, []);
        shop.proves().await;
    }

    /// odoo/odoo#10677: two counts of one thing that were open at once put it right twice.
    async fn two_open_counts_of_a_lot_take_it_off_once_10677(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::Lot).await;
        comes(&shop, milk, "6", "A", None).await.unwrap();
        let (first, second) = (planned(&shop).await, planned(&shop).await);
        later(&shop);
        sends(&shop.clerk(), first, vec![of_lot(&shop, milk, "A", 1)]).await;
        later(&shop);
        sends(&shop.clerk(), second, vec![of_lot(&shop, milk, "A", 1)]).await;
        accepted(&shop, second).await;
        accepted(&shop, first).await;
        assert_eq!(on_hand(&shop, "A").await, [(shop.floor, Status::Available, q(1))]);
        assert_eq!(gone(&shop, milk, PlaceKind::Loss).await, q(5));
        shop.proves().await;
    }

    /// odoo/odoo#57210: a piece that is counted while the books have it on its way, in another store or set apart is not in two
    /// places, and not for sale; who decides is told where it is.
    async fn a_piece_that_the_books_have_elsewhere_is_not_taken_in_57210(shop: Shop) {
        let (drill, mug) = (shop.tracked("DRILL", Tracking::Serial).await, shop.stocked("MUG", 10).await);
        pieces(&shop, drill, &["WAY", "APART", "HERE"]).await;
        let there = ReceiptLine { serials: serials(&["LEEDS"]), ..ReceiptLine::of(drill, q(1)) };
        shop.manager().does(ReceiveGoods { store: shop.other_store, ..crate::lots::receipt(&shop, vec![there]) }).await;
        let shelf = bin(&shop, "B-1").await;
        let travels = vec![TransferItem { serials: serials(&["WAY"]), ..TransferItem::of(drill, q(1)) }];
        let ships = ShipTransfer { from: shop.store, to: shop.other_store, location: None, lines: travels, note: String::new(), occurred_at: None };
        let transfer = shop.manager().does(ships).await.transfer;
        let apart = StatusLine { serials: serials(&["APART"]), ..StatusLine::of(drill, q(1)) };
        let change = |from, to, line| ChangeStatus { store: shop.store, location: None, from, to, lines: vec![line], reason: None, note: String::from("Dropped"), occurred_at: None };
        shop.manager().does(change(Status::Available, Status::Quarantine, apart.clone())).await;
        let count = planned(&shop).await;
        later(&shop);
        let mut scans: Vec<_> = ["WAY", "APART", "LEEDS", "HERE"].iter().map(|number| piece(&shop, shelf, number)).collect();
        scans.push(set(&shop, mug, 9));
        sends(&shop.clerk(), count, scans).await;
        submitted(&shop.clerk(), count).await;

        let view = review(&shop, count).await;
        let books = |code: &str| of(&view, code).books.clone().map(|books| (books.store, books.status, books.on_its_way));
        assert_eq!(books("WAY"), Some((shop.other_store, Status::Available, true)));
        assert_eq!(books("APART"), Some((shop.store, Status::Quarantine, false)));
        assert_eq!(books("LEEDS"), Some((shop.other_store, Status::Available, false)));
        assert_eq!((books("HERE"), of(&view, "HERE").barred.clone()), (Some((shop.store, Status::Available, false)), None), "it is only moved");
        for (code, why) in [("WAY", "count-piece-on-its-way"), ("APART", "count-piece-set-apart"), ("LEEDS", "count-piece-other-store")] {
            let decided = shop.manager().does(decide(&view, code, CountDecision::Accept)).await;
            assert_eq!((said(&decided.refused), decided.accepted), (vec![why], 0));
        }
        // Nor is it with others.
        let together = DecideCountLines { accept_under: "100000".parse().ok(), lines: Vec::new(), ..decide(&view, "WAY", CountDecision::Accept) };
        shop.manager().does(together).await;
        shop.manager().does(decide(&view, "HERE", CountDecision::Accept)).await;
        decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        assert_eq!(posts(&shop.manager(), count).await.state, CountState::Review);
        assert_eq!(on_hand(&shop, "HERE").await, [(shelf, Status::Available, q(1))]);
        assert_eq!(on_hand(&shop, "APART").await, [(shop.floor, Status::Quarantine, q(1))]);
        assert_eq!(on_hand(&shop, "LEEDS").await, [(shop.other_floor, Status::Available, q(1))]);
        assert_eq!((available(&shop, drill).await, shop.on_hand(mug).await), (q(1), q(9)));

        // Once the books are right, what they say holds: the line is right as well, and brings nothing twice.
        later(&shop);
        shop.manager().does(change(Status::Quarantine, Status::Available, apart)).await;
        let arrives = vec![stock_rules::ArrivedLine { line: 0, received: q(1), damaged: q(0) }];
        shop.manager().does(ReceiveTransfer { lines: arrives, ..ReceiveTransfer::of(transfer) }).await;
        let view = review(&shop, count).await;
        assert_eq!((of(&view, "APART").barred.clone(), of(&view, "WAY").barred.clone()), (None, None));
        for code in ["WAY", "APART"] {
            assert_eq!(shop.manager().does(decide(&view, code, CountDecision::Accept)).await.accepted, 1);
        }
        shop.manager().does(decide(&view, "LEEDS", CountDecision::Reject)).await;
        assert_eq!(posts(&shop.manager(), count).await.state, CountState::Posted);
        assert_eq!(on_hand(&shop, "WAY").await, [(shop.other_floor, Status::Available, q(1))]);
        assert_eq!(on_hand(&shop, "APART").await, [(shop.floor, Status::Available, q(1))]);
        shop.proves().await;
    }

    /// What was accepted may be wrong by the time it is posted: then nothing is, until it is decided again.
    async fn what_comes_to_be_known_of_a_piece_after_it_was_accepted_is_asked_about(shop: Shop) {
        let (drill, mug) = (shop.tracked("DRILL", Tracking::Serial).await, shop.stocked("MUG", 10).await);
        let before = now(&shop);
        let count = planned(&shop).await;
        later(&shop);
        let new = NewScan { serial: Some(String::from("S1")), ..scan(&shop, "DRILL", 1) };
        sends(&shop.clerk(), count, vec![new, set(&shop, mug, 9)]).await;
        submitted(&shop.clerk(), count).await;
        let view = review(&shop, count).await;
        shop.manager().does(decide(&view, "S1", CountDecision::Accept)).await;
        decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        later(&shop);
        let there = ReceiptLine { serials: serials(&["S1"]), ..ReceiptLine::of(drill, q(1)) };
        let there = ReceiveGoods { store: shop.other_store, occurred_at: Some(before), ..crate::lots::receipt(&shop, vec![there]) };
        shop.manager().does(there).await;
        assert_eq!(refused(tries_to_post(&shop, count).await), [("conflict".into(), "count-piece-other-store".into())]);
        assert_eq!((shop.on_hand(mug).await, review(&shop, count).await.count.state), (q(10), CountState::Review), "nothing is half done");
        shop.manager().does(decide(&view, "S1", CountDecision::Reject)).await;
        posts(&shop.manager(), count).await;
        assert_eq!((on_hand(&shop, "S1").await, shop.on_hand(mug).await), (vec![(shop.other_floor, Status::Available, q(1))], q(9)));
        shop.proves().await;
    }

    async fn a_held_lot_and_one_that_is_over_are_not_let_in_by_a_count(shop: Shop) {
        let (milk, yoghurt) = (shop.tracked("MILK", Tracking::Lot).await, shop.tracked("YOGHURT", Tracking::LotExpiry).await);
        let mug = shop.stocked("MUG", 10).await;
        comes(&shop, milk, "6", "HELD", None).await.unwrap();
        comes(&shop, milk, "6", "FREE", None).await.unwrap();
        comes(&shop, yoghurt, "3", "OLD", Some(in_days(&shop, 2))).await.unwrap();
        holds(&shop, "HELD", true).await;
        shop.clock.advance(TimeDelta::days(4));
        crate::lots::jobs(&shop).await;
        let count = planned(&shop).await;
        later(&shop);
        sends(&shop.clerk(), count, vec![of_lot(&shop, milk, "HELD", 6), of_lot(&shop, milk, "FREE", 7), of_lot(&shop, yoghurt, "OLD", 3), set(&shop, mug, 9)]).await;
        submitted(&shop.clerk(), count).await;
        let view = review(&shop, count).await;
        for (code, why) in [("HELD", "lot-held"), ("OLD", "lot-expired-available")] {
            assert_eq!(of(&view, code).barred.as_ref().map(|said| said.code.as_str()), Some(why));
            assert_eq!(said(&shop.manager().does(decide(&view, code, CountDecision::Accept)).await.refused), [why]);
            shop.manager().does(decide(&view, code, CountDecision::Reject)).await;
        }
        // Accepted, and held before it is posted.
        shop.manager().does(decide(&view, "FREE", CountDecision::Accept)).await;
        decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        holds(&shop, "FREE", false).await;
        assert_eq!(refused(tries_to_post(&shop, count).await), [("conflict".into(), "lot-held".into())]);
        assert_eq!((shop.on_hand(mug).await, available(&shop, milk).await), (q(10), q(0)));
        shop.manager().does(decide(&view, "FREE", CountDecision::Reject)).await;
        posts(&shop.manager(), count).await;
        assert_eq!(on_hand(&shop, "HELD").await, [(shop.floor, Status::Quarantine, q(6))]);
        assert_eq!(on_hand(&shop, "OLD").await, [(shop.floor, Status::Quarantine, q(3))]);
        assert_eq!((shop.on_hand(mug).await, available(&shop, milk).await, available(&shop, yoghurt).await), (q(9), q(0), q(0)));
        shop.proves().await;
    }

    /// frappe/erpnext#34076: two items may have one number; frappe/erpnext#31787: one that was sold comes back with its history.
    async fn a_sold_piece_that_is_found_keeps_its_history_31787(shop: Shop) {
        let (drill, saw) = (shop.tracked("DRILL", Tracking::Serial).await, shop.tracked("SAW", Tracking::Serial).await);
        pieces(&shop, drill, &["S1"]).await;
        pieces(&shop, saw, &["S1"]).await;
        shop.clerk().does(sells(&shop, SaleLine { serials: serials(&["S1"]), ..SaleLine::of(drill, q(1)) })).await;
        let count = planned(&shop).await;
        later(&shop);
        let found = NewScan { serial: Some(String::from("S1")), ..scan(&shop, "DRILL", 1) };
        sends(&shop.clerk(), count, vec![found]).await;
        let posted = accepted(&shop, count).await;
        assert_eq!((gone(&shop, drill, PlaceKind::Found).await, gone(&shop, drill, PlaceKind::Customer).await), (q(-1), q(1)));
        assert_eq!((available(&shop, drill).await, available(&shop, saw).await), (q(1), q(1)));
        shop.proves().await;
        later(&shop);
        shop.manager().does(ReversePosting { posting: posted.posting.unwrap(), lines: None, note: String::new() }).await;
        assert_eq!((available(&shop, drill).await, available(&shop, saw).await), (q(0), q(1)));
        shop.proves().await;
    }

    async fn a_lots_own_code_is_enough_where_it_is_one_lots(shop: Shop) {
        let (milk, cream) = (shop.tracked("MILK", Tracking::Lot).await, shop.tracked("CREAM", Tracking::Lot).await);
        comes(&shop, milk, "6", "A-1", None).await.unwrap();
        comes(&shop, milk, "6", "BOTH", None).await.unwrap();
        comes(&shop, cream, "6", "BOTH", None).await.unwrap();
        // Of these two only one is in the store that is counted.
        comes(&shop, milk, "2", "NEAR", None).await.unwrap();
        let far = ReceiptLine { lot: lot("NEAR", None), ..ReceiptLine::of(cream, q(2)) };
        shop.manager().does(ReceiveGoods { store: shop.other_store, ..crate::lots::receipt(&shop, vec![far]) }).await;
        let count = planned(&shop).await;
        later(&shop);
        let taken = sends(&shop.clerk(), count, vec![scan(&shop, "A-1", 5), scan(&shop, "BOTH", 1), scan(&shop, "NEAR", 2), scan(&shop, "MILK", 1)]).await;
        assert_eq!(outcomes(&taken), [ScanOutcome::Counted, ScanOutcome::Unknown, ScanOutcome::Counted, ScanOutcome::Unknown], "{taken:#?}");
        assert_eq!(taken.results[3].said.as_ref().map(|said| said.code.as_str()), Some("lot-needed"), "what it does not tell is asked");
        assert_eq!(codes(taken.codes.iter().map(|code| &code.lot)), ["A-1", "NEAR"]);
        let unknown = shop.clerk().does(ShowCount { count }).await.unknown;
        assert_eq!(unknown.iter().find(|code| code.code == "BOTH").unwrap().could_be, ["CREAM", "MILK"]);
        let item = DecideUnknownCode { item: Some("CREAM".into()), lot: lot("BOTH", None), ..unknown_code(count, "BOTH") };
        shop.manager().does(item).await;
        let lines = shop.clerk().does(ShowCount { count }).await.lines;
        assert!(lines.iter().any(|line| line.variant == cream && line.lot.as_ref().unwrap().code == "BOTH"), "{lines:#?}");
    }

    /// A code that tells the last day and not of which lot: who says the lot need not say the day.
    async fn a_last_day_without_its_lot_is_not_lost(shop: Shop) {
        let yoghurt = shop.item_coded("YOGHURT", "9506000134352").await;
        shop.tracks(yoghurt, Tracking::LotExpiry, catalog_rules::LeastLife::default()).await.unwrap();
        let last = in_days(&shop, 30);
        let code = format!("(01)09506000134352(17){}", last.format("%y%m%d"));
        let count = planned(&shop).await;
        later(&shop);
        let with_lot = NewScan { lot: lot("Y1", None), ..scan(&shop, &code, 2) };
        let taken = sends(&shop.clerk(), count, vec![with_lot, scan(&shop, &code, 3)]).await;
        assert_eq!(outcomes(&taken), [ScanOutcome::Counted, ScanOutcome::Unknown]);
        assert_eq!(lot_row(&shop, "Y1").await.expires_on, Some(last));
        let unknown = shop.clerk().does(ShowCount { count }).await.unknown;
        assert_eq!((unknown[0].expires_on, unknown[0].sku.as_deref()), (Some(last), Some("YOGHURT")));
        // By its SKU too: the day is of the code that was scanned.
        let decide = DecideUnknownCode { item: Some("YOGHURT".into()), lot: lot("Y2", None), ..unknown_code(count, &code) };
        shop.manager().does(decide).await;
        assert_eq!(lot_row(&shop, "Y2").await.expires_on, Some(last));
    }

    async fn a_code_of_several_pieces_is_said_place_by_place(shop: Shop) {
        let drill = shop.tracked("DRILL", Tracking::Serial).await;
        let shelf = bin(&shop, "B-1").await;
        let count = planned(&shop).await;
        later(&shop);
        let at = |location, quantity| NewScan { location, ..scan(&shop, "DRILL", quantity) };
        sends(&shop.clerk(), count, vec![at(shop.floor, 1), at(shop.floor, 2), at(shelf, 1)]).await;
        let say = |location: Option<LocationId>, numbers: &[&str]| DecideUnknownCode { location, serials: serials(numbers), ..unknown_code(count, "DRILL") };
        let manager = shop.manager();
        assert_eq!(refused(manager.tries(say(None, &["S1", "S2"])).await), [("location".into(), "field-required".into())]);
        assert_eq!(refused(manager.tries(say(Some(shelf), &["S1", "S2"])).await), [("serials".into(), "serial-count".into())]);
        assert_eq!(refused(manager.tries(say(Some(shelf), &["S1", "S1"])).await), [("serials".into(), "serial-twice".into())]);
        assert_eq!(manager.does(say(Some(shop.floor), &["S1", "S2", "S3"])).await.scans, 2);
        let left = shop.clerk().does(ShowCount { count }).await;
        assert_eq!(left.unknown.iter().map(|code| code.location).collect::<Vec<_>>(), [shelf], "the other place waits");
        assert!(left.lines.iter().all(|line| line.location == shop.floor && line.counted == q(1)));
        assert_eq!(left.lines.len(), 3);
        manager.does(say(Some(shelf), &["S4"])).await;
        accepted(&shop, count).await;
        assert_eq!(on_hand(&shop, "S2").await, [(shop.floor, Status::Available, q(1))]);
        assert_eq!(on_hand(&shop, "S4").await, [(shelf, Status::Available, q(1))]);
        assert_eq!(available(&shop, drill).await, q(4));
        shop.proves().await;
    }

    async fn two_count_lots_blind_of_each_other(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::Lot).await;
        comes(&shop, milk, "6", "A", None).await.unwrap();
        comes(&shop, milk, "4", "B", None).await.unwrap();
        let (first, second, manager) = (shop.clerk(), shop.another(Role::Clerk).await, shop.manager());
        let count = manager.does(PlanCount { second_count: true, ..everything(&shop) }).await.count;
        later(&shop);
        sends(&first, count, vec![of_lot(&shop, milk, "A", 5), of_lot(&shop, milk, "B", 4)]).await;
        submitted(&first, count).await;
        let view = second.does(ShowCount { count }).await;
        assert_eq!((codes(view.asked.iter().map(|line| &line.lot)), view.lines.len()), (vec!["A", "B"], 0), "each lot, and nothing of what was found");
        let again = sends(&first, count, vec![of_lot(&shop, milk, "A", 6)]).await;
        assert_eq!(refusals(&again), ["count-recount-other"]);
        let taken = sends(&second, count, vec![of_lot(&shop, milk, "A", 6), of_lot(&shop, milk, "B", 3), of_lot(&shop, milk, "NEW", 1)]).await;
        assert_eq!(outcomes(&taken), [ScanOutcome::Counted, ScanOutcome::Counted, ScanOutcome::Refused]);
        assert_eq!(refusals(&taken), ["count-closed"], "what nobody counted before is another count's");
        let view = review(&shop, count).await;
        let seen = |code| (of(&view, code).round, of(&view, code).before, of(&view, code).counted, of(&view, code).variance);
        assert_eq!(seen("A"), (2, Some(q(5)), Some(q(6)), Some(q(0))));
        assert_eq!(seen("B"), (2, Some(q(4)), Some(q(3)), Some(q(-1))));
        for code in ["A", "B"] {
            manager.does(decide(&view, code, CountDecision::Accept)).await;
        }
        posts(&manager, count).await;
        assert_eq!((on_hand(&shop, "A").await[0].2, on_hand(&shop, "B").await[0].2), (q(6), q(3)));
        shop.proves().await;
    }

    /// open-msupply#11408: lines that nobody counted were in the way of posting the others.
    async fn notes_and_whoever_looks_into_it_are_of_one_lot_11408(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::Lot).await;
        for code in ["A", "B", "C"] {
            comes(&shop, milk, "6", code, None).await.unwrap();
        }
        let (clerk, manager) = (shop.clerk(), shop.manager());
        let count = planned(&shop).await;
        later(&shop);
        sends(&clerk, count, vec![of_lot(&shop, milk, "A", 5), of_lot(&shop, milk, "B", 5)]).await;
        let a = lot_row(&shop, "A").await.lot;
        let note = AddCountEvidence { count, location: shop.floor, variant: milk, lot: Some(a), note: String::from("Leaks"), photo: None };
        clerk.does(note.clone()).await;
        assert_eq!(clerk.tries(AddCountEvidence { lot: None, ..note }).await.unwrap_err().status(), 404, "there is no line without a lot");
        submitted(&clerk, count).await;
        let until = in_days(&shop, 3);
        manager.does(InvestigateCountLine { count, location: shop.floor, variant: milk, lot: Some(a), person: None, until, note: String::new() }).await;
        let view = review(&shop, count).await;
        assert!(of(&view, "A").looked_into.is_some() && of(&view, "B").looked_into.is_none());
        let refusals = manager.does(decide(&view, "A", CountDecision::Accept)).await.refused;
        assert_eq!((said(&refusals), refusals[0].lot), (vec!["count-line-investigated"], Some(a)));
        manager.does(decide(&view, "B", CountDecision::Accept)).await;
        assert_eq!(posts(&manager, count).await.state, CountState::Review);
        assert_eq!(on_hand(&shop, "C").await, [(shop.floor, Status::Available, q(6))], "not counted is not nought");
        let told = manager.does(ShowCountEvidence { count }).await;
        assert_eq!(codes([&told.evidence[0].lot, &told.investigations[0].lot].into_iter()), ["A", "A"]);
        manager.does(EndInvestigation { count, location: shop.floor, variant: milk, lot: Some(a), outcome: String::from("Poured away") }).await;
        manager.does(decide(&view, "A", CountDecision::Accept)).await;
        posts(&manager, count).await;
        assert!(review(&shop, count).await.differ.iter().all(|line| line.state == CountLineState::Posted));
        let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
        let results: Vec<String> = sqlx::query_scalar(
            "SELECT t.code FROM count_result r JOIN lot t ON t.tenant_id = r.tenant_id AND t.id = r.lot_id WHERE r.tenant_id = ? ORDER BY t.code",
        )
        .bind(shop.tenant.0)
        .fetch_all(tx.conn())
        .await
        .unwrap();
        tx.rollback().await.unwrap();
        assert_eq!(results, ["A", "B"], "the figures know lots");
        shop.proves().await;
    }

    /// frappe/erpnext#54295: what is told late of a lot broke the counts since. Here a move of a lot between two places that were
    /// both counted changes nothing of either.
    async fn what_is_told_late_of_a_lot_leaves_counts_as_they_are_54295(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::Lot).await;
        comes(&shop, milk, "6", "A", None).await.unwrap();
        let shelf = bin(&shop, "B-1").await;
        later(&shop);
        let at = now(&shop);
        let count = planned(&shop).await;
        later(&shop);
        sends(&shop.clerk(), count, vec![of_lot(&shop, milk, "A", 4), NewScan { location: shelf, ..of_lot(&shop, milk, "A", 2) }]).await;
        accepted(&shop, count).await;
        later(&shop);
        let moves = MoveStock {
            store: shop.store, from: shop.floor, to: shelf, note: String::new(), occurred_at: Some(at),
            lines: vec![MoveLine { lot: lot("A", None), ..MoveLine::of(milk, q(2)) }],
        };
        shop.clerk().does(moves).await;
        let places = on_hand(&shop, "A").await;
        let at = |place| places.iter().find(|(at, ..)| *at == place).map(|(.., on_hand)| *on_hand);
        assert_eq!((at(shop.floor), at(shelf), places.len()), (Some(q(4)), Some(q(2)), 2));
        assert_eq!((gone(&shop, milk, PlaceKind::Loss).await, gone(&shop, milk, PlaceKind::Found).await), (q(0), q(0)));
        shop.proves().await;
    }
}

/// A code of a count about which nothing is said yet.
fn unknown_code(count: CountId, code: &str) -> DecideUnknownCode {
    DecideUnknownCode { count, code: code.to_owned(), location: None, item: None, lot: None, serials: Vec::new() }
}
