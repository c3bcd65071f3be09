//! What is expected is in no answer to somebody who counts, and in none to anybody while a blind count is under way.

use super::*;
use stock_rules::{ListCounts, ListUncounted, ShowCount};
use testkit::refused;
use vocabulary::AppError;

/// Every text and number in an answer.
fn values(value: &serde_json::Value, into: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(all) => all.iter().for_each(|one| values(one, into)),
        serde_json::Value::Object(fields) => fields.iter().for_each(|(name, one)| {
            assert!(!["expected", "on_hand", "variance", "balance"].contains(&name.as_str()), "{name}");
            values(one, into);
        }),
        other => into.push(other.to_string()),
    }
}

/// A quantity that nothing else in the answers could be.
const TELLTALE: i32 = 7919;

fn tells_nothing(reply: &impl serde::Serialize) {
    let mut all = Vec::new();
    values(&serde_json::to_value(reply).unwrap(), &mut all);
    assert!(!all.iter().any(|value| value.contains(&TELLTALE.to_string())), "{all:?}");
}

testkit::on_both! {
    async fn the_clerk_is_told_nothing(shop: Shop) {
        shop.stocked("MUG", TELLTALE).await;
        shop.stocked("CUP", TELLTALE).await;
        let count = planned(&shop).await;
        later(&shop);
        let clerk = shop.clerk();
        tells_nothing(&sends(&clerk, count, vec![scan(&shop, "MUG", 1)]).await);
        tells_nothing(&clerk.does(ShowCount { count }).await);
        tells_nothing(&clerk.does(ListCounts::default()).await);
        tells_nothing(&clerk.does(ListUncounted { count, location: shop.floor }).await);
        assert_eq!(clerk.tries(ReviewCount { count }).await.unwrap_err(), AppError::Forbidden);
        submitted(&clerk, count).await;
        tells_nothing(&clerk.does(ShowCount { count }).await);
        assert_eq!(clerk.tries(ReviewCount { count }).await.unwrap_err(), AppError::Forbidden);
    }

    async fn blind_is_blind_for_the_manager_too(shop: Shop) {
        let mug = shop.stocked("MUG", TELLTALE).await;
        let count = planned(&shop).await;
        counts(&shop, &shop.clerk(), count, "MUG", 1).await;
        assert_eq!(refused(shop.manager().tries(ReviewCount { count }).await), [("conflict".into(), "count-blind".into())]);
        submitted(&shop.clerk(), count).await;
        assert_eq!(line(&review(&shop, count).await, mug).expected, Some(q(TELLTALE)));
        let open = shop.manager().does(PlanCount { blind: false, ..everything(&shop) }).await.count;
        assert_eq!(shop.manager().does(ReviewCount { count: open }).await.totals.uncounted, 1);
    }

    /// The second counter is not told what the first came to.
    async fn a_recount_is_blind_too(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let count = planned(&shop).await;
        later(&shop);
        counts(&shop, &shop.clerk(), count, "MUG", TELLTALE).await;
        submitted(&shop.clerk(), count).await;
        decides(&shop.manager(), &shop, count, mug, CountDecision::Recount).await;
        let second = shop.another(vocabulary::Role::Clerk).await;
        let view = second.does(ShowCount { count }).await;
        assert_eq!(view.asked.iter().map(|line| (line.variant, line.not_mine)).collect::<Vec<_>>(), [(mug, false)]);
        tells_nothing(&view);
        assert!(shop.clerk().does(ShowCount { count }).await.asked[0].not_mine);
    }
}
