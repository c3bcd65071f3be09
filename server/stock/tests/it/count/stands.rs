//! What happened before a count and is booked after it changes nothing of what was counted; what happened after it lands
//! on top.

use super::*;
use chrono::{DateTime, Utc};
use stock_rules::{MoveStock, ReceiveGoods, ReversePosting, SellGoods, ShowPosting, StockPosted};
use testkit::refused;
use vocabulary::{LocationId, PlaceKind, PostingKind};

pub(super) fn now(shop: &Shop) -> DateTime<Utc> {
    use platform::db::Clock;
    shop.clock.now()
}

/// A sale of so many that a till tells late.
pub(super) fn sold(shop: &Shop, variant: VariantId, quantity: &str, at: DateTime<Utc>) -> SellGoods {
    SellGoods { occurred_at: Some(at), ..crate::sell::sale(shop, &[(variant, quantity)]) }
}

/// One SKU is counted, and what was counted is accepted and posted.
pub(super) async fn counted(shop: &Shop, sku: &str, variant: VariantId, quantity: i32) -> stock_rules::CountPosted {
    let count = planned(shop).await;
    later(shop);
    counts(shop, &shop.clerk(), count, sku, quantity).await;
    settled(shop, count, variant).await
}

/// A count that was counted is sent in, accepted and posted.
pub(super) async fn settled(shop: &Shop, count: CountId, variant: VariantId) -> stock_rules::CountPosted {
    submitted(&shop.clerk(), count).await;
    if review(shop, count).await.differ.iter().any(|line| line.variant == variant) {
        decides(&shop.manager(), shop, count, variant, CountDecision::Accept).await;
    }
    posts(&shop.manager(), count).await
}

/// What the books say is lost of an item, or was found of it, in all.
pub(super) async fn gone(shop: &Shop, variant: VariantId, kind: PlaceKind) -> Quantity {
    let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
    let sum: Option<rust_decimal::Decimal> = sqlx::query_scalar(
        "SELECT SUM(m.quantity) FROM stock_movement m JOIN location l ON l.tenant_id = m.tenant_id AND l.id = m.location_id \
         WHERE m.tenant_id = ? AND m.variant_id = ? AND l.kind = ?",
    )
    .bind(shop.tenant.0)
    .bind(variant.0)
    .bind(kind.code())
    .fetch_one(tx.conn())
    .await
    .unwrap();
    tx.rollback().await.unwrap();
    Quantity::new(sum.unwrap_or_default()).unwrap()
}

pub(super) async fn undone(shop: &Shop, posted: &StockPosted) {
    shop.manager().does(ReversePosting { posting: posted.posting.unwrap(), lines: None, note: String::new() }).await;
}

testkit::on_both! {
    /// Ten in the books, one sold by a till that is offline, nine counted: one is booked as lost. Then the till tells.
    async fn a_sale_that_is_told_after_the_count_is_no_loss(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        later(&shop);
        let sale = sold(&shop, mug, "1", now(&shop));
        counted(&shop, "MUG", mug, 9).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Loss).await), (q(9), q(1)));
        later(&shop);
        let posted = shop.clerk().does(sale).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Loss).await), (q(9), q(0)));
        assert_eq!(gone(&shop, mug, PlaceKind::Customer).await, q(1), "it is sold all the same");
        assert_eq!(posted.lines.iter().map(|left| left.on_hand).collect::<Vec<_>>(), [q(9)], "the till is told what is there");
        shop.proves().await;

        // It never was: what was counted is there still, and the one is lost again.
        undone(&shop, &posted).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Loss).await), (q(9), q(1)));
        // What is sold after the count is gone.
        shop.clerk().does(crate::sell::sale(&shop, &[(mug, "2")])).await;
        assert_eq!(shop.on_hand(mug).await, q(7));
        shop.proves().await;
    }

    /// The last one was sold, the shelf was counted empty: nothing is short.
    async fn what_was_counted_as_gone_can_still_be_told_as_sold(shop: Shop) {
        let mug = shop.stocked("MUG", 1).await;
        later(&shop);
        let sale = sold(&shop, mug, "1", now(&shop));
        counted(&shop, "MUG", mug, 0).await;
        assert_eq!(shop.on_hand(mug).await, q(0));
        shop.clerk().does(sale).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Loss).await), (q(0), q(0)));
        // Another that happens now is one too many.
        assert_eq!(refused(shop.clerk().tries(crate::sell::sale(&shop, &[(mug, "1")])).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        shop.proves().await;
    }

    /// A count that found all as it was stands as well.
    async fn what_matched_stands_too(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        later(&shop);
        let sale = sold(&shop, mug, "3", now(&shop));
        assert_eq!(counted(&shop, "MUG", mug, 10).await.matched, 1);
        shop.clerk().does(sale).await;
        assert_eq!(shop.on_hand(mug).await, q(10), "they were sold, and ten were there afterwards: three more must have come");
        shop.proves().await;
    }

    async fn a_delivery_that_is_booked_after_the_count_is_no_find(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        later(&shop);
        let receipt = ReceiveGoods { occurred_at: Some(now(&shop)), ..shop.receipt(mug, 5) };
        counted(&shop, "MUG", mug, 15).await;
        assert_eq!(gone(&shop, mug, PlaceKind::Found).await, q(-5));
        let posted = shop.manager().does(receipt).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Found).await), (q(15), q(0)));
        assert_eq!(posted.lines.iter().map(|left| left.on_hand).collect::<Vec<_>>(), [q(15)]);
        shop.proves().await;
        undone(&shop, &posted).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Found).await), (q(15), q(-5)));
        shop.proves().await;
    }

    /// What is told between the scan and the posting is no difference.
    async fn a_sale_that_is_told_before_the_count_is_posted_is_expected(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        later(&shop);
        let sale = sold(&shop, mug, "1", now(&shop));
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 9).await;
        later(&shop);
        shop.clerk().does(sale).await;
        let posted = settled(&shop, count, mug).await;
        assert_eq!((posted.adjusted, posted.matched), (0, 1));
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Loss).await), (q(9), q(0)));
        shop.proves().await;
    }

    /// Two counts of one shelf, the later posted first: the shelf has what was counted last.
    async fn an_earlier_count_does_not_undo_a_later_one(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let (first, second) = (planned(&shop).await, planned(&shop).await);
        later(&shop);
        counts(&shop, &shop.clerk(), first, "MUG", 9).await;
        later(&shop);
        counts(&shop, &shop.clerk(), second, "MUG", 8).await;
        settled(&shop, second, mug).await;
        assert_eq!(shop.on_hand(mug).await, q(8));
        settled(&shop, first, mug).await;
        assert_eq!((shop.on_hand(mug).await, gone(&shop, mug, PlaceKind::Loss).await), (q(8), q(2)));
        shop.proves().await;
    }

    /// One end of a move was counted since, the other was not.
    async fn each_place_goes_by_its_own_count(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let bin: LocationId = shop.owner().does(stock_rules::CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: "B-1".into(), name: "B-1".into() }).await.location;
        later(&shop);
        let moved = MoveStock { store: shop.store, from: shop.floor, to: bin, lines: vec![stock_rules::MoveLine { status: vocabulary::Status::Available, ..stock_rules::MoveLine::of(mug, q(4)) }], note: String::new(), occurred_at: Some(now(&shop)) };
        counted(&shop, "MUG", mug, 6).await;
        let posted = shop.clerk().does(moved).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(bin, mug).await), (q(6), q(4)));
        assert_eq!(gone(&shop, mug, PlaceKind::Loss).await, q(0));
        shop.proves().await;
        // What stands beside it is seen, says what it belongs to, and is not undone by itself.
        let story = shop.clerk().does(stock_rules::ListMovements { variant: Some(mug), ..Default::default() }).await;
        let beside = story.rows.iter().find(|row| row.kind == PostingKind::CountOffset).unwrap_or_else(|| panic!("{story:#?}"));
        assert_eq!(beside.document, posted.posting.unwrap().0);
        let view = shop.clerk().does(ShowPosting { posting: beside.posting }).await;
        assert_eq!(view.lines.len(), 1);
        let alone = ReversePosting { posting: beside.posting, lines: None, note: String::new() };
        assert_eq!(refused(shop.manager().tries(alone).await), [("conflict".into(), "posting-is-an-offset".into())]);
    }

    /// A count that was taken back stands no longer.
    async fn a_count_that_was_undone_holds_nothing(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        later(&shop);
        let sale = sold(&shop, mug, "1", now(&shop));
        let posting = counted(&shop, "MUG", mug, 7).await.posting.unwrap();
        shop.manager().does(ReversePosting { posting, lines: None, note: String::new() }).await;
        shop.clerk().does(sale).await;
        assert_eq!(shop.on_hand(mug).await, q(9));
        shop.proves().await;
    }
}
