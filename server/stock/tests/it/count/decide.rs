//! Who may decide what: two pairs of eyes, unless there is but one.

use super::*;
use rust_decimal::Decimal;
use stock_rules::{CancelCount, CountLineState, CountState, OverLimit, PickedLine, PickedLines};
use testkit::refused;

fn said(decided: &LinesDecided) -> Vec<&str> {
    decided.refused.iter().map(|line| line.said.code.as_str()).collect()
}

/// Accept all that is worth less.
fn under(count: CountId, amount: &str) -> DecideCountLines {
    DecideCountLines { count, lines: Vec::new(), picked: None, accept_under: amount.parse().ok(), reason: String::new() }
}

/// The same for lines of the first floor that were picked.
fn picked(shop: &Shop, count: CountId, variants: &[VariantId], decision: CountDecision) -> DecideCountLines {
    let lines = variants.iter().map(|variant| PickedLine { location: shop.floor, variant: *variant, lot: None }).collect();
    DecideCountLines { count, lines: Vec::new(), picked: Some(PickedLines { lines, decision }), accept_under: None, reason: String::new() }
}

/// An item whose cost nobody knows.
async fn of_unknown_cost(shop: &Shop, sku: &str, quantity: i32) -> VariantId {
    let variant = shop.item_with(sku, |item| item.variants[0].cost = None).await;
    shop.receives(variant, quantity).await;
    variant
}

async fn one_person(shop: &Shop) {
    use sqlx::Executor;
    let sql = format!("UPDATE tenant SET one_person = TRUE WHERE id = {}", shop.tenant);
    shop.db.root().await.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
}

testkit::on_both! {
    async fn who_counts_does_not_approve(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.manager(), count, "MUG", 8).await;
        submitted(&shop.manager(), count).await;
        let own = decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        assert_eq!((own.accepted, said(&own)), (0, vec!["count-own-line"]));
        assert_eq!(decides(&shop.owner(), &shop, count, mug, CountDecision::Accept).await.accepted, 1);
        let post = PostCount { count, reason: String::new() };
        assert_eq!(refused(shop.manager().tries(post).await), [("conflict".into(), "count-own-post".into())]);
        posts(&shop.owner(), count).await;
        assert_eq!(shop.on_hand(mug).await, q(8));
    }

    async fn a_recount_is_by_another_person(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 8).await;
        submitted(&shop.clerk(), count).await;
        assert_eq!(refusals(&sends(&shop.clerk(), count, vec![scan(&shop, "MUG", 1)]).await), ["count-closed"]);
        assert_eq!(decides(&shop.manager(), &shop, count, mug, CountDecision::Recount).await.recounted, 1);
        let waiting = review(&shop, count).await;
        let of = line(&waiting, mug);
        assert_eq!((of.round, of.state, of.counted, of.before), (2, CountLineState::Asked, None, Some(q(8))));
        assert_eq!(refusals(&sends(&shop.clerk(), count, vec![scan(&shop, "MUG", 10)]).await), ["count-recount-other"]);
        let early = decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        assert_eq!(said(&early), ["count-line-uncounted"]);
        let second = shop.another(vocabulary::Role::Clerk).await;
        counts(&shop, &second, count, "MUG", 9).await;
        assert_eq!(decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await.accepted, 1);
        posts(&shop.manager(), count).await;
        assert_eq!(shop.on_hand(mug).await, q(9));
        shop.proves().await;
    }

    async fn a_large_difference_is_counted_again_first(shop: Shop) {
        let (mug, cup) = (shop.stocked("MUG", 10).await, shop.stocked("CUP", 10).await);
        let plan = PlanCount { limit_quantity: Some(q(2)), limit_value: "5".parse().ok(), ..everything(&shop) };
        let count = shop.manager().does(plan).await.count;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", 7).await;
        counts(&shop, &shop.clerk(), count, "CUP", 9).await;
        submitted(&shop.clerk(), count).await;
        let seen = review(&shop, count).await;
        assert_eq!((line(&seen, mug).over, line(&seen, cup).over), (Some(OverLimit::Quantity), None));
        let bulk = shop.manager().does(under(count, "100")).await;
        assert_eq!((bulk.accepted, bulk.value_unknown), (1, 0), "the large one is not taken in bulk");
        let alone = decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        assert_eq!(said(&alone), ["count-needs-recount"]);
        // What is accepted may be posted while the rest waits.
        let part = posts(&shop.manager(), count).await;
        assert_eq!((part.adjusted, part.state), (1, CountState::Review));
        assert_eq!(refused(shop.manager().tries(CancelCount { count }).await), [("conflict".into(), "count-partly-posted".into())]);
        decides(&shop.manager(), &shop, count, mug, CountDecision::Reject).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(cup).await), (q(10), q(9)));
    }

    /// The limit is in value alone: what is worth more is counted again, and so is what may be worth anything.
    async fn a_difference_of_unknown_value_is_over_any_limit_in_value(shop: Shop) {
        let (mug, cup, jug) = (shop.stocked("MUG", 10).await, shop.stocked("CUP", 10).await, shop.stocked("JUG", 3).await);
        let (nail, screw) = (of_unknown_cost(&shop, "NAIL", 500).await, of_unknown_cost(&shop, "SCREW", 2).await);
        let plan = PlanCount { limit_value: "5".parse().ok(), ..everything(&shop) };
        let count = shop.manager().does(plan).await.count;
        later(&shop);
        // 4 × 1.20 is below five pounds, 5 × 1.20 above.
        for (sku, counted) in [("MUG", 6), ("CUP", 5), ("JUG", 3), ("NAIL", 0), ("SCREW", 2)] {
            counts(&shop, &shop.clerk(), count, sku, counted).await;
        }
        submitted(&shop.clerk(), count).await;
        let seen = review(&shop, count).await;
        let over = [mug, cup, nail].map(|variant| line(&seen, variant).over);
        assert_eq!(over, [None, Some(OverLimit::Value), Some(OverLimit::ValueUnknown)]);
        let sums = (seen.totals.missing, seen.totals.found, seen.totals.unvalued);
        assert_eq!(sums, (Decimal::new(-1080, 2), Decimal::ZERO, 1), "four and five at 1.20; what the nails were worth nobody knows");
        assert_eq!(seen.totals.matched, 2, "none missing is worth nothing, whatever it costs: {jug} {screw}");
        let alone = decides(&shop.manager(), &shop, count, nail, CountDecision::Accept).await;
        assert_eq!(said(&alone), ["count-needs-recount"]);
        let bulk = shop.manager().does(under(count, "1000")).await;
        assert_eq!((bulk.accepted, bulk.value_unknown), (1, 1));
        // Another person finds none either: then it is accepted, and not by an amount.
        decides(&shop.manager(), &shop, count, nail, CountDecision::Recount).await;
        counts(&shop, &shop.another(vocabulary::Role::Clerk).await, count, "NAIL", 0).await;
        let bulk = shop.manager().does(under(count, "1000")).await;
        assert_eq!((bulk.accepted, bulk.value_unknown), (0, 1));
        let both = shop.manager().does(picked(&shop, count, &[nail, cup], CountDecision::Accept)).await;
        assert_eq!((both.accepted, said(&both)), (1, vec!["count-needs-recount"]), "the cup is over the limit still");
        let totals = review(&shop, count).await.totals;
        assert_eq!((totals.accepted, totals.accepted_value, totals.accepted_unvalued), (2, Decimal::new(-480, 2), 1));
        posts(&shop.manager(), count).await;
        assert_eq!([shop.on_hand(nail).await, shop.on_hand(mug).await, shop.on_hand(cup).await], [q(0), q(6), q(10)]);
        shop.proves().await;
    }

    async fn picked_lines_are_decided_together(shop: Shop) {
        let (mug, cup, jug, pan) =
            (shop.stocked("MUG", 10).await, shop.stocked("CUP", 10).await, shop.stocked("JUG", 10).await, shop.stocked("PAN", 10).await);
        let count = planned(&shop).await;
        later(&shop);
        for sku in ["MUG", "CUP", "JUG"] {
            counts(&shop, &shop.clerk(), count, sku, 9).await;
        }
        submitted(&shop.clerk(), count).await;
        let clerks = shop.clerk().tries(picked(&shop, count, &[mug], CountDecision::Accept)).await;
        assert_eq!(clerks.unwrap_err(), vocabulary::AppError::Forbidden);
        let accepted = shop.manager().does(picked(&shop, count, &[mug, cup, mug, pan], CountDecision::Accept)).await;
        assert_eq!((accepted.accepted, said(&accepted)), (2, vec!["count-line-uncounted"]), "each once, and what nobody counted not at all");
        // What is said of a line by itself holds.
        let mixed = DecideCountLines {
            lines: vec![LineDecision { location: shop.floor, variant: cup, lot: None, decision: CountDecision::Accept }],
            ..picked(&shop, count, &[cup, jug, pan], CountDecision::Reject)
        };
        let mixed = shop.manager().does(mixed).await;
        assert_eq!((mixed.accepted, mixed.rejected), (1, 2));
        let again = shop.manager().does(picked(&shop, count, &[mug, jug], CountDecision::Recount)).await;
        assert_eq!((again.recounted, review(&shop, count).await.totals.asked), (2, 2));
        posts(&shop.manager(), count).await;
        assert_eq!([shop.on_hand(mug).await, shop.on_hand(cup).await, shop.on_hand(pan).await], [q(10), q(9), q(10)]);
    }

    async fn what_nobody_counted_can_be_asked_for_or_left(shop: Shop) {
        let (mug, cup) = (shop.stocked("MUG", 10).await, shop.stocked("CUP", 10).await);
        let jug = shop.stocked("JUG", 1).await;
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "JUG", 1).await;
        submitted(&shop.clerk(), count).await;
        assert_eq!(review(&shop, count).await.totals.uncounted, 2);
        decides(&shop.manager(), &shop, count, mug, CountDecision::Recount).await;
        decides(&shop.manager(), &shop, count, cup, CountDecision::Reject).await;
        let seen = review(&shop, count).await;
        assert_eq!((seen.totals.uncounted, seen.totals.asked), (0, 1));
        counts(&shop, &shop.clerk(), count, "MUG", 9).await;
        decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        let posted = posts(&shop.manager(), count).await;
        assert_eq!((posted.adjusted, posted.matched, posted.state), (1, 1, CountState::Posted));
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(cup).await, shop.on_hand(jug).await), (q(9), q(10), q(1)));
    }

    /// A business of one looks twice and says why; it stands in the audit.
    async fn one_person_looks_twice(shop: Shop) {
        one_person(&shop).await;
        let mug = shop.stocked("MUG", 10).await;
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.owner(), count, "MUG", 8).await;
        submitted(&shop.owner(), count).await;
        let silent = decides(&shop.owner(), &shop, count, mug, CountDecision::Accept).await;
        assert_eq!(said(&silent), ["count-reason-needed"]);
        let reason = String::from("Looked behind the shelf as well");
        let accepted = shop.owner().does(DecideCountLines { reason: reason.clone(), ..decision(&shop, count, mug, CountDecision::Accept) }).await;
        assert_eq!(accepted.accepted, 1);
        posts(&shop.owner(), count).await;
        assert_eq!(shop.on_hand(mug).await, q(8));
        let found: Vec<String> = sqlx::query_scalar("SELECT CAST(detail AS CHAR) FROM audit WHERE operation = 'stock.decide_count_lines' ORDER BY id")
            .fetch_all(&mut shop.db.root().await)
            .await
            .unwrap();
        assert!(found.last().is_some_and(|detail| detail.contains(&reason)), "{found:?}");
    }

    async fn numbers_go_up_without_gaps(shop: Shop) {
        let manager = shop.manager();
        let both = tokio::join!(manager.does(everything(&shop)), manager.does(everything(&shop)));
        let mut numbers = [both.0.number, both.1.number];
        numbers.sort();
        assert_eq!(numbers, ["CNT-0001", "CNT-0002"]);
        let third = manager.does(everything(&shop)).await;
        assert_eq!(third.number, "CNT-0003");
        manager.does(CancelCount { count: third.count }).await;
        let late = sends(&shop.clerk(), third.count, vec![scan(&shop, "MUG", 1)]).await;
        assert_eq!(refusals(&late), ["count-closed"]);
    }
}
