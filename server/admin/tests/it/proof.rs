//! The proof as a job: stored as it was found, clean or not.

use admin_rules::{ListProofs, ProveBooks, ShowHome, ShowProof, Task};
use platform::jobs::Runner;
use sqlx::{AssertSqlSafe, Executor};
use testkit::Shop;
use vocabulary::{AppError, ProofId, Role};

/// Queues a proof as somebody, and works it off.
async fn proves(shop: &Shop, role: Role) -> ProofId {
    let proof = shop.person(role).does(ProveBooks {}).await.proof;
    works(shop).await;
    proof
}

async fn works(shop: &Shop) {
    admin::proof::jobs(Runner::new(shop.desk.clone()), shop.seal_key.signing.verifying_key()).drain().await.unwrap();
}

testkit::on_both! {
    async fn clean_books_are_proven_clean(shop: Shop) {
        shop.stocked("MUG", 5).await;
        shop.seals().await;
        let proof = proves(&shop, Role::Accountant).await;
        let shown = shop.owner().does(ShowProof { proof }).await;
        assert!(shown.row.clean && shown.report.is_clean() && shown.row.examined > 0, "{shown:?}");
        assert_eq!(shown.row.person, "accountant");
        shop.proves().await;
    }

    async fn a_tampered_ledger_is_stored_as_not_clean(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        shop.receives(mug, 3).await;
        shop.is_spoilt();
        let mut root = shop.db.root().await;
        root.execute(AssertSqlSafe("UPDATE stock_movement SET quantity = 4, balance_after = 9 WHERE seq = 2")).await.unwrap();
        let proof = proves(&shop, Role::Manager).await;
        let shown = shop.owner().does(ShowProof { proof }).await;
        assert!(!shown.row.clean && shown.row.wrong > 0);
        let chain = shown.report.checks.iter().find(|check| check.name == "proof-chain").unwrap();
        let first = &chain.failures[0];
        assert_eq!((first.seq, first.operation.as_deref()), (Some(2), Some("receipt")));
        let named = shown.keys.iter().find(|named| named.key == first.key).unwrap();
        assert_eq!((named.store.as_str(), named.sku.as_str()), ("LONDON", "MUG"));
        let tasks = shop.owner().does(ShowHome::default()).await.tasks;
        assert!(matches!(tasks.first(), Some(Task::ProofFailed { proof: failed, .. }) if *failed == proof), "{tasks:?}");
        let clerk = shop.clerk().does(ShowHome::default()).await.tasks;
        assert!(!clerk.iter().any(|task| matches!(task, Task::ProofFailed { .. })), "not the clerk's business");
    }

    async fn one_proof_waits_at_a_time(shop: Shop) {
        shop.stocked("MUG", 5).await;
        let first = shop.owner().does(ProveBooks {}).await.proof;
        let second = shop.manager().does(ProveBooks {}).await.proof;
        assert_eq!(first, second);
        assert_eq!(shop.owner().does(ListProofs::default()).await.under_way, Some(first));
        works(&shop).await;
        let proofs = shop.owner().does(ListProofs::default()).await;
        assert_eq!((proofs.under_way, proofs.page.rows.len()), (None, 1));
        let third = proves(&shop, Role::Owner).await;
        let proofs = shop.owner().does(ListProofs::default()).await;
        assert_eq!(proofs.page.rows.iter().map(|row| row.proof).collect::<Vec<_>>(), [third, first], "the latest first");
    }

    async fn another_tenants_proofs_are_not_there(shop: Shop) {
        let other = shop.neighbour().await;
        let proof = other.owner().does(ProveBooks {}).await.proof;
        works(&shop).await;
        other.owner().does(ShowProof { proof }).await;
        assert_eq!(shop.owner().tries(ShowProof { proof }).await.unwrap_err(), AppError::NotFound);
        let mine = shop.owner().does(ListProofs::default()).await;
        assert!(mine.page.rows.is_empty() && mine.under_way.is_none());
    }
}
