//! What happened: told in the transaction of the change itself, or not at all, and numbered without gaps.

use platform::outbox;
use sqlx::{Connection, Executor};
use testkit::Shop;
use vocabulary::{AppError, VariantId};

/// The tenant's events in the order of their numbers, those without one first: `(number, kind)`.
async fn told(shop: &Shop) -> Vec<(i64, String)> {
    let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
    let told = sqlx::query_as("SELECT number, kind FROM outbox WHERE tenant_id = ? ORDER BY number, id")
        .bind(shop.tenant.0)
        .fetch_all(tx.conn())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    told
}

async fn numbers(shop: &Shop) -> Vec<i64> {
    told(shop).await.into_iter().map(|(number, _)| number).collect()
}

testkit::on_both! {
    async fn a_command_that_is_refused_tells_nothing(shop: Shop) {
        let mug = shop.item("MUG").await;
        let before = told(&shop).await;
        let refused = shop.manager().tries(shop.receipt(VariantId::new(), 5)).await;
        assert!(refused.is_err());
        assert_eq!(told(&shop).await, before);
        shop.receives(mug, 5).await;
        assert!(told(&shop).await.iter().any(|(number, kind)| *number == 0 && kind == "stock.posted"));
    }

    async fn a_command_that_fails_behind_its_events_takes_them_back(shop: Shop) {
        let mug = shop.item("MUG").await;
        let (before, postings) = (told(&shop).await, shop.rows("posting").await);
        // The reply under the key is the last that is written: after the movements, the audit row and the events.
        let mut root = shop.db.root().await;
        root.execute("CREATE TRIGGER fails BEFORE UPDATE ON idempotency FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'planted'").await.unwrap();
        let failed = shop.manager().tries(shop.receipt(mug, 5)).await;
        assert!(matches!(failed, Err(AppError::Internal { .. })), "{failed:?}");
        assert_eq!((told(&shop).await, shop.rows("posting").await), (before.clone(), postings));
        root.execute("DROP TRIGGER fails").await.unwrap();
        shop.receives(mug, 5).await;
        assert!(told(&shop).await.len() > before.len());
        shop.proves().await;
    }

    async fn the_same_request_again_tells_it_once(shop: Shop) {
        let mug = shop.item("MUG").await;
        let (manager, key) = (shop.manager(), vocabulary::Key::random());
        manager.under(key.clone(), shop.receipt(mug, 5)).await.unwrap();
        let once = told(&shop).await;
        manager.under(key, shop.receipt(mug, 5)).await.unwrap();
        assert_eq!(told(&shop).await, once);
    }

    async fn two_relays_give_no_number_twice(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        for _ in 0..20 {
            shop.receives(mug, 1).await;
            // One of them may find that the other was first; it numbers nothing then.
            let (one, other) = tokio::join!(outbox::number(&shop.database, shop.tenant), outbox::number(&shop.database, shop.tenant));
            assert!(one.is_ok() || other.is_ok());
        }
        let all = told(&shop).await.len();
        assert_eq!(numbers(&shop).await, (1..=i64::try_from(all).unwrap()).collect::<Vec<_>>());
    }

    async fn numbers_have_no_gaps_and_late_commits_are_not_missed(shop: Shop) {
        let neighbour = shop.neighbour().await;
        let mug = shop.stocked("MUG", 5).await;
        neighbour.stocked("MUG", 5).await;
        // An event of a transaction that began first and commits last.
        let mut late = shop.db.root().await;
        let mut open = late.begin().await.unwrap();
        sqlx::query("INSERT INTO outbox (tenant_id, id, kind, entity_id, payload, created_at) VALUES (?, ?, 'test.late', ?, '{}', UTC_TIMESTAMP(6))")
            .bind(shop.tenant.0)
            .bind(uuid::Uuid::nil())
            .bind(uuid::Uuid::nil())
            .execute(&mut *open)
            .await
            .unwrap();
        let first = told(&shop).await.len();
        assert!(first >= 2);
        assert_eq!(outbox::number(&shop.database, shop.tenant).await.unwrap(), first);
        let upto = |last: usize| (1..=i64::try_from(last).unwrap()).collect::<Vec<_>>();
        assert_eq!(numbers(&shop).await, upto(first));
        // A refusal between two leaves no hole.
        assert!(shop.manager().tries(shop.receipt(VariantId::new(), 5)).await.is_err());
        open.commit().await.unwrap();
        shop.receives(mug, 2).await;
        outbox::number(&shop.database, shop.tenant).await.unwrap();
        let all = told(&shop).await;
        assert_eq!(numbers(&shop).await, upto(all.len()));
        assert_eq!(all[first].1, "test.late");
        // Numbered once, and a tenant's numbers are its own.
        assert_eq!(outbox::number(&shop.database, shop.tenant).await.unwrap(), 0);
        let theirs = numbers(&neighbour).await;
        assert!(theirs.len() >= 2 && theirs.iter().all(|number| *number == 0), "{theirs:?}");
        outbox::number(&shop.database, neighbour.tenant).await.unwrap();
        assert_eq!(numbers(&neighbour).await, upto(told(&neighbour).await.len()));
    }
}
