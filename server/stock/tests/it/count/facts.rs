//! A count is a fact about the moment of its last scan (R7).

use super::*;
use stock_rules::{CountLineState, CountState};
use testkit::refused;

testkit::on_both! {
    /// Ten were there, nine are counted, two are sold before the review: one is missing, and the sale stands.
    async fn sales_after_the_count_are_not_undone(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 9).await;
        later(&shop);
        shop.clerk().does(crate::sell::sale(&shop, &[(mug, "2")])).await;
        submitted(&shop.clerk(), count).await;
        let review = review(&shop, count).await;
        let of = line(&review, mug);
        assert_eq!((of.expected, of.counted, of.variance), (Some(q(10)), Some(q(9)), Some(q(-1))));
        assert!(!of.moved);
        assert_eq!(of.value, "-1.2".parse().ok());
        decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        let posted = posts(&shop.manager(), count).await;
        assert_eq!((posted.adjusted, posted.matched, posted.state), (1, 0, CountState::Posted));
        assert_eq!(shop.on_hand(mug).await, q(7));
        shop.proves().await;
    }

    /// Two are sold between the first scan and the last: the balance at the last scan is what counts, and it is marked.
    async fn what_moved_while_it_was_counted_is_marked(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 3).await;
        later(&shop);
        shop.clerk().does(crate::sell::sale(&shop, &[(mug, "2")])).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 5).await;
        submitted(&shop.clerk(), count).await;
        let review = review(&shop, count).await;
        let of = line(&review, mug);
        assert!(of.moved);
        assert_eq!((of.expected, of.counted, of.variance), (Some(q(8)), Some(q(8)), Some(q(0))));
        // It matches by chance; somebody still looks, and nobody accepts it before it was counted again.
        assert_eq!(of.state, CountLineState::Open);
        let early = decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        assert_eq!(early.refused.iter().map(|line| line.said.code.as_str()).collect::<Vec<_>>(), ["count-line-moved"]);
        decides(&shop.manager(), &shop, count, mug, CountDecision::Recount).await;
        counts(&shop, &shop.another(vocabulary::Role::Clerk).await, count, "MUG", 7).await;
        assert_eq!(decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await.accepted, 1);
        posts(&shop.manager(), count).await;
        assert_eq!(shop.on_hand(mug).await, q(7));
    }

    /// What a count put right can be taken back like any other posting: what was missing is there again, what was found
    /// is not. The count stays what it was: a fact.
    async fn a_counts_posting_is_taken_back_by_its_counter_entry(shop: Shop) {
        let (mug, cup) = (shop.stocked("MUG", 10).await, shop.stocked("CUP", 10).await);
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 7).await;
        counts(&shop, &shop.clerk(), count, "CUP", 12).await;
        submitted(&shop.clerk(), count).await;
        for variant in [mug, cup] {
            decides(&shop.manager(), &shop, count, variant, CountDecision::Accept).await;
        }
        let posting = posts(&shop.manager(), count).await.posting.unwrap();
        later(&shop);
        shop.clerk().does(crate::sell::sale(&shop, &[(mug, "2")])).await;
        let reverse = stock_rules::ReversePosting { posting, lines: None, note: String::from("The wrong shelf") };
        shop.manager().does(reverse.clone()).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(cup).await), (q(8), q(10)));
        assert_eq!(refused(shop.manager().tries(reverse).await), [("conflict".into(), "posting-already-reversed".into())]);
        assert_eq!(review(&shop, count).await.count.state, CountState::Posted);
        shop.proves().await;
    }

    async fn what_matches_writes_no_ledger_line(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 10).await;
        submitted(&shop.clerk(), count).await;
        let before = shop.rows("stock_movement").await;
        let review = review(&shop, count).await;
        assert_eq!((review.totals.matched, review.totals.differ), (1, 0));
        let posted = posts(&shop.manager(), count).await;
        assert_eq!((posted.posting, posted.adjusted, posted.matched, posted.state), (None, 0, 1, CountState::Posted));
        assert_eq!(shop.rows("stock_movement").await, before);
        assert_eq!(shop.on_hand(mug).await, q(10));
    }

    /// Not counted is not zero; counted as none is.
    async fn null_is_not_zero(shop: Shop) {
        let (mug, cup) = (shop.stocked("MUG", 4).await, shop.stocked("CUP", 6).await);
        let count = planned(&shop).await;
        later(&shop);
        sends(&shop.clerk(), count, vec![set(&shop, mug, 0)]).await;
        submitted(&shop.clerk(), count).await;
        let review = review(&shop, count).await;
        assert_eq!(line(&review, mug).counted, Some(q(0)));
        assert_eq!(review.uncounted.iter().map(|line| (line.variant, line.expected)).collect::<Vec<_>>(), [(cup, q(6))]);
        decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        posts(&shop.manager(), count).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(cup).await), (q(0), q(6)));
        shop.proves().await;
    }

    /// More was booked out since than was there: the count stands, and the balance shows whose mistake it is.
    async fn a_count_refuses_nothing(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 2).await;
        later(&shop);
        shop.clerk().does(crate::sell::sale(&shop, &[(mug, "5")])).await;
        submitted(&shop.clerk(), count).await;
        decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        posts(&shop.manager(), count).await;
        assert_eq!(shop.on_hand(mug).await, q(-3));
    }

    /// What nobody knew to be here is found.
    async fn what_the_books_do_not_know_is_found(shop: Shop) {
        let mug = shop.item("MUG").await;
        let count = planned(&shop).await;
        counts(&shop, &shop.clerk(), count, "MUG", 4).await;
        submitted(&shop.clerk(), count).await;
        let review = review(&shop, count).await;
        assert_eq!(line(&review, mug).variance, Some(q(4)));
        decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        posts(&shop.manager(), count).await;
        assert_eq!(shop.on_hand(mug).await, q(4));
        shop.proves().await;
    }

    async fn posting_twice_is_refused(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 9).await;
        submitted(&shop.clerk(), count).await;
        let post = PostCount { count, reason: String::new() };
        assert_eq!(refused(shop.manager().tries(post.clone()).await), [("conflict".into(), "count-nothing-to-post".into())]);
        decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        posts(&shop.manager(), count).await;
        assert_eq!(refused(shop.manager().tries(post).await), [("conflict".into(), "count-posted".into())]);
        assert_eq!(shop.on_hand(mug).await, q(9));
    }
}
