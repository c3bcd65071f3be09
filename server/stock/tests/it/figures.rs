//! How right the books are, and what goes missing.

use crate::{
    count::{counts, decides, everything, posts, submitted},
    sell::q,
};
use chrono::{NaiveDate, TimeDelta};
use stock_rules::{
    AccuracyRow, AdjustStock, CountAccuracy, CountDecision, FiguresBy, PlanCount, ReversePosting, ReviewCount, ShipTransfer, ShrinkageRow,
    StockShrinkage, TransferItem,
};
use testkit::{Person, Shop, refused};
use vocabulary::{PostingKind, Quantity, Reason, VariantId};

/// A count of everything by a clerk, posted by the manager.
async fn counted(shop: &Shop, clerk: &Person, plan: PlanCount, found: &[(&str, VariantId, i32)]) -> stock_rules::CountPosted {
    let manager = shop.manager();
    let count = manager.does(plan).await.count;
    for (sku, _, quantity) in found {
        counts(shop, clerk, count, sku, *quantity).await;
    }
    submitted(clerk, count).await;
    for line in manager.does(ReviewCount { count }).await.differ {
        decides(&manager, shop, count, line.variant, CountDecision::Accept).await;
    }
    posts(&manager, count).await
}

fn today(shop: &Shop) -> NaiveDate {
    use platform::db::Clock;
    shop.clock.now().date_naive()
}

async fn accuracy(shop: &Shop, by: FiguresBy) -> Vec<AccuracyRow> {
    let (from, to) = (today(shop) - TimeDelta::days(2), today(shop));
    shop.manager().does(CountAccuracy { store: None, from, to, by }).await.rows
}

async fn shrinkage(shop: &Shop, by: FiguresBy) -> Vec<ShrinkageRow> {
    let (from, to) = (today(shop) - TimeDelta::days(2), today(shop));
    shop.manager().does(StockShrinkage { store: None, from, to, by }).await.rows
}

fn value(raw: &str) -> rust_decimal::Decimal {
    raw.parse().unwrap()
}

testkit::on_both! {
    async fn accuracy_is_the_share_of_lines_within_tolerance(shop: Shop) {
        let (mug, bowl, pan, pot) = (shop.stocked("MUG", 10).await, shop.stocked("BOWL", 10).await, shop.stocked("PAN", 10).await, shop.stocked("POT", 10).await);
        let plan = PlanCount { limit_quantity: Some(q("1")), ..everything(&shop) };
        counted(&shop, &shop.clerk(), plan, &[("MUG", mug, 10), ("BOWL", bowl, 9), ("PAN", pan, 11), ("POT", pot, 10)]).await;
        let rows = accuracy(&shop, FiguresBy::Store).await;
        // Forty at 1.20 were expected; one was missing and one too many.
        let row = &rows[0];
        assert_eq!((rows.len(), row.of.parse(), row.lines, row.tolerable), (1, Ok(shop.store), 4, 4));
        assert_eq!((row.expected_value, row.off_value, row.by_value()), (value("48"), value("2.4"), Some(value("0.95"))));
        counted(&shop, &shop.clerk(), everything(&shop), &[("MUG", mug, 9), ("BOWL", bowl, 9), ("PAN", pan, 11), ("POT", pot, 10)]).await;
        let total = shop.manager().does(CountAccuracy { store: Some(shop.store), from: today(&shop), to: today(&shop), by: FiguresBy::Month }).await.total;
        assert_eq!((total.lines, total.tolerable), (8, 7), "without a tolerance nothing may differ");
        let names: Vec<String> = accuracy(&shop, FiguresBy::Counter).await.into_iter().map(|row| row.of).collect();
        assert_eq!(names, ["clerk"]);
        let none = CountAccuracy { store: Some(shop.other_store), from: today(&shop), to: today(&shop), by: FiguresBy::Month };
        assert_eq!(shop.manager().does(none).await.rows, []);
    }

    async fn what_is_taken_back_is_in_no_figure(shop: Shop) {
        let (mug, bowl) = (shop.stocked("MUG", 10).await, shop.stocked("BOWL", 10).await);
        let posted = counted(&shop, &shop.clerk(), everything(&shop), &[("MUG", mug, 7), ("BOWL", bowl, 10)]).await;
        let lines = async || accuracy(&shop, FiguresBy::Month).await.first().map(|row| (row.lines, row.tolerable));
        assert_eq!(lines().await, Some((2, 1)));
        assert_eq!(shrinkage(&shop, FiguresBy::Month).await[0].lost, q("3"));
        assert_eq!(shrinkage(&shop, FiguresBy::Counter).await[0].lost, q("3"));
        shop.manager().does(ReversePosting { posting: posted.posting.unwrap(), lines: None, note: String::new() }).await;
        assert_eq!(lines().await, Some((1, 1)), "what was right stands");
        let rows = shrinkage(&shop, FiguresBy::Reason).await;
        assert_eq!((rows.len(), rows[0].kind, rows[0].lost), (1, Some(PostingKind::Count), Quantity::ZERO), "told with what it takes back");
        assert_eq!(shrinkage(&shop, FiguresBy::Counter).await[0].lost, Quantity::ZERO);
    }

    async fn shrinkage_is_told_by_reason_and_store(shop: Shop) {
        let mug = shop.stocked("MUG", 20).await;
        let adjust = |change: &str, reason| AdjustStock {
            store: shop.store,
            location: Some(shop.floor),
            variant: mug,
            status: vocabulary::Status::Available, lot: None, serials: Vec::new(),
            change: Some(q(change)),
            unit: None,
            new_quantity: None,
            expected: None,
            reason,
            note: String::new(),
            occurred_at: None,
        };
        shop.manager().does(adjust("-3", Reason::Stolen)).await;
        shop.manager().does(adjust("-1", Reason::Damaged)).await;
        shop.manager().does(adjust("2", Reason::Found)).await;
        counted(&shop, &shop.clerk(), everything(&shop), &[("MUG", mug, 17)]).await;
        let lines = vec![TransferItem::of(mug, q("5"))];
        let ship = ShipTransfer { from: shop.store, to: shop.other_store, location: None, lines, note: String::new(), occurred_at: None };
        let transfer = shop.clerk().does(ship).await.transfer;
        shop.clerk().does(stock_rules::ReceiveTransfer { close: true, ..stock_rules::ReceiveTransfer::of(transfer) }).await;

        let mut rows = shrinkage(&shop, FiguresBy::Reason).await;
        rows.sort_by_key(|row| (row.kind, row.reason));
        let told: Vec<_> = rows.iter().map(|row| (row.kind.unwrap(), row.reason, row.lost, row.found)).collect();
        let none = Quantity::ZERO;
        let expected = [
            (PostingKind::Adjustment, Some(Reason::Damaged), q("1"), none),
            (PostingKind::Adjustment, Some(Reason::Stolen), q("3"), none),
            (PostingKind::Adjustment, Some(Reason::Lost), q("5"), none),
            (PostingKind::Adjustment, Some(Reason::Found), none, q("2")),
            (PostingKind::Count, None, q("1"), none),
        ];
        assert_eq!(told, expected);
        let by_store = shrinkage(&shop, FiguresBy::Store).await;
        let of = |store| by_store.iter().find(|row| row.of.parse() == Ok(store)).unwrap();
        assert_eq!((of(shop.store).lost_value, of(shop.store).net()), (value("6"), value("3.6")));
        assert_eq!(of(shop.other_store).lost, q("5"), "what is lost on the way is the receiver's loss");
        assert_eq!(shrinkage(&shop, FiguresBy::Month).await.len(), 1);
        assert_eq!(shrinkage(&shop, FiguresBy::Category).await[0].of, "");
        shop.proves().await;
    }

    async fn questions_that_cannot_be_answered_are_told_so(shop: Shop) {
        let ask = |from, to, by| CountAccuracy { store: None, from, to, by };
        let (day, later) = (today(&shop), today(&shop) + TimeDelta::days(800));
        let manager = shop.manager();
        assert_eq!(refused(manager.tries(ask(later, day, FiguresBy::Month)).await), [("to".into(), "figures-days-reversed".into())]);
        assert_eq!(refused(manager.tries(ask(day, later, FiguresBy::Month)).await), [("from".into(), "figures-days-many".into())]);
        assert_eq!(refused(manager.tries(ask(day, day, FiguresBy::Reason)).await), [("by".into(), "field-unknown-choice".into())]);
        assert_eq!(shop.clerk().tries(ask(day, day, FiguresBy::Month)).await.unwrap_err().status(), 403);
    }
}
