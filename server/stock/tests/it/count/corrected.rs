//! Counts and what is told late, taken back in every order; and both at once.

use super::{
    stands::{counted, gone, now, settled, sold, undone},
    *,
};
use stock_rules::{ClosePeriod, CreateLocation, MoveLine, MoveStock, ReversePosting};
use testkit::refused;
use vocabulary::{LocationId, PlaceKind, PostingId, Role, Status};

async fn undoes(shop: &Shop, posting: PostingId) {
    shop.manager().does(ReversePosting { posting, lines: None, note: String::new() }).await;
}

async fn bin(shop: &Shop, code: &str) -> LocationId {
    let new = CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: code.into(), name: code.into() };
    shop.owner().does(new).await.location
}

testkit::on_both! {
    async fn a_count_that_is_undone_after_a_late_sale_takes_its_offset_along(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        later(&shop);
        let sale = sold(&shop, mug, "1", now(&shop));
        let count = counted(&shop, "MUG", mug, 9).await.posting.unwrap();
        later(&shop);
        let posted = shop.clerk().does(sale).await;
        undoes(&shop, count).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Loss).await), (q(9), q(0)), "ten, and one was sold");
        shop.proves().await;
        undone(&shop, &posted).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Customer).await), (q(10), q(0)));
        shop.proves().await;
    }

    async fn of_two_counts_each_can_be_undone_in_either_order(shop: Shop) {
        for last_first in [true, false] {
            let sku = if last_first { "MUG" } else { "JUG" };
            let item = shop.stocked(sku, 10).await;
            later(&shop);
            let sale = sold(&shop, item, "1", now(&shop));
            let first = counted(&shop, sku, item, 9).await.posting.unwrap();
            later(&shop);
            let second = counted(&shop, sku, item, 7).await.posting.unwrap();
            shop.clerk().does(sale).await;
            assert_eq!(shop.on_hand(item).await, q(7));
            if last_first {
                undoes(&shop, second).await;
                assert_eq!(shop.on_hand(item).await, q(9), "as it was counted first");
                undoes(&shop, first).await;
            } else {
                undoes(&shop, first).await;
                assert_eq!(shop.on_hand(item).await, q(7), "as it was counted last");
                undoes(&shop, second).await;
            }
            assert_eq!((shop.on_hand(item).await, gone(&shop, item, PlaceKind::Loss).await), (q(9), q(0)));
            shop.proves().await;
        }
    }

    /// An undone count leaves the one before it standing, also where that had found all as it was.
    async fn what_was_told_late_goes_by_the_count_that_still_stands(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        later(&shop);
        let early = sold(&shop, mug, "1", now(&shop));
        assert_eq!(counted(&shop, "MUG", mug, 10).await.matched, 1);
        later(&shop);
        let between = sold(&shop, mug, "2", now(&shop));
        let second = counted(&shop, "MUG", mug, 4).await.posting.unwrap();
        later(&shop);
        shop.clerk().does(between).await;
        undoes(&shop, second).await;
        assert_eq!(shop.on_hand(mug).await, q(8), "ten were counted, two were sold after that");
        shop.clerk().does(early).await;
        assert_eq!(shop.on_hand(mug).await, q(8), "that one was missing when ten were counted");
        shop.proves().await;
    }

    /// It is told between the scan and the posting, and was never so.
    async fn what_is_told_and_taken_back_before_the_count_is_posted_is_nothing(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        later(&shop);
        let sale = sold(&shop, mug, "1", now(&shop));
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 10).await;
        later(&shop);
        let posted = shop.clerk().does(sale).await;
        undone(&shop, &posted).await;
        let posted = settled(&shop, count, mug).await;
        assert_eq!((posted.adjusted, posted.matched, shop.on_hand(mug).await), (0, 1, q(10)));
        shop.proves().await;
    }

    /// The count went by the sale; that it never was leaves nine on the shelf, and one lost.
    async fn what_the_count_went_by_and_never_was_is_lost(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        later(&shop);
        let sale = sold(&shop, mug, "1", now(&shop));
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 9).await;
        later(&shop);
        let told = shop.clerk().does(sale).await;
        assert_eq!(settled(&shop, count, mug).await.adjusted, 0);
        undone(&shop, &told).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Loss).await), (q(9), q(1)));
        shop.proves().await;
    }

    /// Nine were counted, whether one was sold before that or not.
    async fn an_undo_corrects_what_was_and_the_count_stands(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        later(&shop);
        let posted = shop.clerk().does(crate::sell::sale(&shop, &[(mug, "1")])).await;
        assert_eq!(counted(&shop, "MUG", mug, 9).await.adjusted, 0);
        undone(&shop, &posted).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Loss).await), (q(9), q(1)));
        shop.proves().await;
    }

    /// Ten too many were booked, and the count did not find them: that the delivery is undone takes nothing more.
    async fn a_wrong_delivery_that_was_counted_away_is_undone_once(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let posted = shop.manager().does(shop.receipt(mug, 10)).await;
        counted(&shop, "MUG", mug, 5).await;
        assert_eq!(gone(&shop, mug, PlaceKind::Loss).await, q(10));
        undone(&shop, &posted).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Found).await), (q(5), q(-10)));
        shop.proves().await;
    }

    async fn a_posted_count_still_shows_what_it_found(shop: Shop) {
        let (mug, jug) = (shop.stocked("MUG", 10).await, shop.stocked("JUG", 10).await);
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 9).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "JUG", 12).await;
        submitted(&shop.clerk(), count).await;
        decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        let seen = |review: &CountReview| [mug, jug].map(|item| (line(review, item).expected, line(review, item).variance));
        let wanted = [(Some(q(10)), Some(q(-1))), (Some(q(10)), Some(q(2)))];
        assert_eq!(seen(&review(&shop, count).await), wanted);
        posts(&shop.manager(), count).await;
        assert_eq!(seen(&review(&shop, count).await), wanted, "partly posted");
        decides(&shop.manager(), &shop, count, jug, CountDecision::Accept).await;
        posts(&shop.manager(), count).await;
        assert_eq!(seen(&review(&shop, count).await), wanted, "posted");
        shop.proves().await;
    }

    /// The floor was counted and never had any: what was sold before came from where it stood.
    async fn a_place_that_never_had_any_gives_none(shop: Shop) {
        let (mug, shelf) = (shop.item("MUG").await, bin(&shop, "B-1").await);
        shop.manager().does(stock_rules::ReceiveGoods { location: Some(shelf), ..shop.receipt(mug, 5) }).await;
        later(&shop);
        let sale = sold(&shop, mug, "1", now(&shop));
        let count = planned(&shop).await;
        later(&shop);
        sends(&shop.clerk(), count, vec![set(&shop, mug, 0)]).await;
        settled(&shop, count, mug).await;
        shop.clerk().does(sale).await;
        assert_eq!((shop.on_hand_at(shelf, mug).await, shop.on_hand(mug).await), (q(4), q(0)));
        shop.proves().await;
    }

    /// One line of a count is undone, the other stands.
    async fn each_line_of_a_count_stands_by_itself(shop: Shop) {
        let (mug, jug) = (shop.stocked("MUG", 10).await, shop.stocked("JUG", 10).await);
        later(&shop);
        let sale = stock_rules::SellGoods { occurred_at: Some(now(&shop)), ..crate::sell::sale(&shop, &[(mug, "1"), (jug, "1")]) };
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 9).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "JUG", 9).await;
        submitted(&shop.clerk(), count).await;
        for item in [mug, jug] {
            decides(&shop.manager(), &shop, count, item, CountDecision::Accept).await;
        }
        let posting = posts(&shop.manager(), count).await.posting.unwrap();
        shop.clerk().does(sale).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(jug).await), (q(9), q(9)));
        let view = shop.clerk().does(stock_rules::ShowPosting { posting }).await;
        let of_mug = view.lines.iter().find(|line| line.variant == mug).unwrap().line;
        shop.manager().does(ReversePosting { posting, lines: Some(vec![of_mug]), note: String::new() }).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(jug).await), (q(9), q(9)), "the mug was sold, the jug was counted");
        assert_eq!((gone(&shop, mug, PlaceKind::Loss).await, gone(&shop, jug, PlaceKind::Loss).await), (q(0), q(0)));
        shop.clerk().does(sold(&shop, mug, "1", now(&shop) - TimeDelta::hours(1))).await;
        shop.clerk().does(sold(&shop, jug, "1", now(&shop) - TimeDelta::hours(1))).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(jug).await), (q(8), q(9)));
        shop.proves().await;
    }

    /// A count over midnight belongs to both days, and to neither where the first is closed.
    async fn a_count_over_midnight_is_booked_on_both_days(shop: Shop) {
        let (mug, jug) = (shop.stocked("MUG", 10).await, shop.stocked("JUG", 10).await);
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 9).await;
        shop.clock.advance(TimeDelta::hours(20));
        counts(&shop, &shop.clerk(), count, "JUG", 8).await;
        submitted(&shop.clerk(), count).await;
        for item in [mug, jug] {
            decides(&shop.manager(), &shop, count, item, CountDecision::Accept).await;
        }
        let first = now(&shop).date_naive().pred_opt().unwrap();
        shop.clock.advance(TimeDelta::hours(6));
        let accountant = shop.person(Role::Accountant);
        accountant.does(ClosePeriod { store: None, through: first }).await;
        let tried = shop.manager().tries(PostCount { count, reason: String::new() }).await;
        assert_eq!(refused(tried), [("occurred_at".into(), "period-closed".into())]);
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(jug).await), (q(10), q(10)));
        accountant.does(stock_rules::ReopenPeriod { store: None, through: None, reason: "The count of that night".into() }).await;
        posts(&shop.manager(), count).await;
        let story = shop.clerk().does(stock_rules::ListMovements::default()).await;
        let mut days: Vec<_> = story.rows.iter().filter(|row| row.kind == vocabulary::PostingKind::Count).map(|row| row.occurred_at.date_naive()).collect();
        days.sort_unstable();
        days.dedup();
        assert_eq!(days, [first, first.succ_opt().unwrap()]);
        shop.proves().await;
    }

    /// The till tells while the count is being posted: whichever comes first, nine are there.
    async fn a_late_sale_meets_the_posting_of_the_count(shop: Shop) {
        for round in 0..12 {
            let sku = format!("MUG-{round}");
            let mug = shop.stocked(&sku, 10).await;
            later(&shop);
            let sale = sold(&shop, mug, "1", now(&shop));
            let count = planned(&shop).await;
            later(&shop);
            counts(&shop, &shop.clerk(), count, &sku, 9).await;
            submitted(&shop.clerk(), count).await;
            decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
            later(&shop);
            let (manager, clerk) = (shop.manager(), shop.clerk());
            let (posted, told) = tokio::join!(manager.does(PostCount { count, reason: String::new() }), clerk.does(sale));
            assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Loss).await), (q(9), q(0)), "{posted:?} {told:?}");
        }
        shop.proves().await;
    }

    /// What was not there before the count cannot have been moved away before it.
    async fn a_late_move_of_what_was_not_there_is_refused(shop: Shop) {
        let (mug, shelf) = (shop.stocked("MUG", 10).await, bin(&shop, "B-1").await);
        later(&shop);
        let at = now(&shop);
        counted(&shop, "MUG", mug, 5).await;
        let moved = |quantity| MoveStock {
            store: shop.store,
            from: shop.floor,
            to: shelf,
            lines: vec![MoveLine { status: Status::Available, ..MoveLine::of(mug, q(quantity)) }],
            note: String::new(),
            occurred_at: Some(at),
        };
        assert_eq!(refused(shop.clerk().tries(moved(11)).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        shop.clerk().does(moved(5)).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(shelf, mug).await), (q(5), q(5)));
        shop.proves().await;
    }

    /// Both ends of a move were counted since.
    async fn a_late_move_between_counted_places_changes_neither(shop: Shop) {
        let (mug, shelf) = (shop.stocked("MUG", 10).await, bin(&shop, "B-1").await);
        later(&shop);
        let lines = vec![MoveLine { status: Status::Available, ..MoveLine::of(mug, q(4)) }];
        let moved = MoveStock { store: shop.store, from: shop.floor, to: shelf, lines, note: String::new(), occurred_at: Some(now(&shop)) };
        let count = planned(&shop).await;
        later(&shop);
        sends(&shop.clerk(), count, vec![set(&shop, mug, 6), NewScan { location: shelf, ..set(&shop, mug, 4) }]).await;
        submitted(&shop.clerk(), count).await;
        let lines = [shop.floor, shelf].map(|location| LineDecision { location, variant: mug, lot: None, decision: CountDecision::Accept });
        shop.manager().does(DecideCountLines { lines: lines.into(), ..decision(&shop, count, mug, CountDecision::Accept) }).await;
        let posting = posts(&shop.manager(), count).await.posting.unwrap();
        let there = async || (shop.on_hand(mug).await, shop.on_hand_at(shelf, mug).await);
        assert_eq!(there().await, (q(6), q(4)));
        let moved = shop.clerk().does(moved).await;
        assert_eq!(there().await, (q(6), q(4)));
        assert_eq!((gone(&shop, mug, PlaceKind::Loss).await, gone(&shop, mug, PlaceKind::Found).await), (q(0), q(0)));
        undoes(&shop, posting).await;
        assert_eq!(there().await, (q(6), q(4)), "it was moved, whether counted or not");
        undone(&shop, &moved).await;
        assert_eq!(there().await, (q(10), q(0)));
        shop.proves().await;
    }
}
