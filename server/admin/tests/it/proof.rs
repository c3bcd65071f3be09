//! The proof as a job: stored as it was found, clean or not.

use admin_rules::{ListProofs, ProofShown, ProofSince, ProveBooks, ShowHome, ShowProof, Task};
use chrono::TimeDelta;
use platform::jobs::Runner;
use sqlx::{AssertSqlSafe, Executor};
use testkit::Shop;
use vocabulary::{AppError, ProofId, Role};

/// Queues a proof as somebody, and works it off.
async fn proves(shop: &Shop, role: Role) -> ProofId {
    let proof = shop.person(role).does(ProveBooks::default()).await.proof;
    works(shop).await;
    proof
}

/// Proves what was recorded since, and shows it.
async fn proves_since(shop: &Shop, since: ProofSince) -> ProofShown {
    let proof = shop.owner().does(ProveBooks { since: Some(since) }).await.proof;
    works(shop).await;
    shop.owner().does(ShowProof { proof }).await
}

/// How many movements of places were looked at.
fn movements(shown: &ProofShown) -> u64 {
    shown.report.checks.iter().find(|check| check.name == "proof-sequence").map_or(0, |check| check.examined)
}

async fn plant(shop: &Shop, sql: &str) {
    shop.is_spoilt();
    let touched = shop.db.root().await.execute(AssertSqlSafe(sql.to_owned())).await.unwrap().rows_affected();
    assert!(touched > 0, "nothing was planted by {sql}");
}

async fn works(shop: &Shop) {
    // A proof is kept with when it looked: by the clock on the wall it took a moment, by the test's none.
    shop.clock.advance(TimeDelta::minutes(1));
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
        let first = shop.owner().does(ProveBooks::default()).await.proof;
        let second = shop.manager().does(ProveBooks::default()).await.proof;
        assert_eq!(first, second);
        assert_eq!(shop.owner().does(ListProofs::default()).await.under_way, Some(first));
        works(&shop).await;
        let proofs = shop.owner().does(ListProofs::default()).await;
        assert_eq!((proofs.under_way, proofs.page.rows.len()), (None, 1));
        let third = proves(&shop, Role::Owner).await;
        let proofs = shop.owner().does(ListProofs::default()).await;
        assert_eq!(proofs.page.rows.iter().map(|row| row.proof).collect::<Vec<_>>(), [third, first], "the latest first");
    }

    /// A proof of everything began, another found something wrong, and then the first was done: what was found stays found.
    async fn a_long_clean_proof_does_not_hide_what_another_found_meanwhile(shop: Shop) {
        shop.stocked("MUG", 5).await;
        shop.seals().await;
        let key = shop.seal_key.signing.verifying_key();
        let long = admin::proof::prove(&shop.desk, shop.tenant, &key, None).await.unwrap();
        assert!(long.report.is_clean());
        shop.clock.advance(TimeDelta::minutes(5));
        plant(&shop, "UPDATE stock_promise SET sellable = 6").await;
        let failed = proves(&shop, Role::Owner).await;
        shop.clock.advance(TimeDelta::minutes(5));
        let took = std::time::Duration::from_secs(11 * 60);
        let owner = shop.owner().actor;
        admin::proof::Proved { took, ..long }.keep(&shop.desk, &owner, ProofId::new()).await.unwrap();
        let tasks = shop.owner().does(ShowHome::default()).await.tasks;
        assert!(matches!(tasks.first(), Some(Task::ProofFailed { proof, .. }) if *proof == failed), "{tasks:?}");
        assert!(proves_since(&shop, ProofSince::Last).await.row.since.is_none(), "everything is proved until that is clean");
    }

    async fn another_tenants_proofs_are_not_there(shop: Shop) {
        let other = shop.neighbour().await;
        let proof = other.owner().does(ProveBooks::default()).await.proof;
        works(&shop).await;
        other.owner().does(ShowProof { proof }).await;
        assert_eq!(shop.owner().tries(ShowProof { proof }).await.unwrap_err(), AppError::NotFound);
        let mine = shop.owner().does(ListProofs::default()).await;
        assert!(mine.page.rows.is_empty() && mine.under_way.is_none());
    }

    async fn since_the_last_clean_proof_is_what_none_has_looked_at(shop: Shop) {
        let (mug, cup) = (shop.stocked("MUG", 5).await, shop.stocked("CUP", 5).await);
        shop.seals().await;
        let first = proves_since(&shop, ProofSince::Last).await;
        assert!(first.row.since.is_none() && first.report.unseen.is_empty(), "there was none: everything");
        assert_eq!(movements(&first), 2);
        shop.receives(cup, 1).await;
        shop.seals().await;
        let second = proves_since(&shop, ProofSince::Last).await;
        assert!(second.row.clean && second.row.since.is_some() && second.report.unseen.len() == 4, "{second:?}");
        assert_eq!(movements(&second), 2, "the cup, from its first movement on");
        assert_eq!(second.report.since.map(|begun| begun.seal), Some(first.report.through + 1));
        shop.receives(mug, 1).await;
        // Of a proof that leaves a gap after those before it nobody goes on.
        shop.seals().await;
        shop.stocked("POT", 5).await;
        shop.seals().await;
        let now = shop.database.now();
        let late = proves_since(&shop, ProofSince::Instant(now)).await;
        assert!(late.row.clean && late.report.since.unwrap().seal > second.report.through + 1, "{late:?}");
        let third = proves_since(&shop, ProofSince::Last).await;
        assert_eq!(third.report.since.map(|begun| begun.seal), Some(second.report.through + 1));
        assert_eq!(movements(&third), 3, "the mug and the pot");
    }

    async fn after_a_proof_that_was_not_clean_everything_is_proved_again(shop: Shop) {
        let (mug, cup) = (shop.stocked("MUG", 5).await, shop.stocked("CUP", 5).await);
        shop.seals().await;
        proves(&shop, Role::Owner).await;
        plant(&shop, &format!("UPDATE stock_promise SET sellable = 6 WHERE variant_id = 0x{}", mug.0.simple())).await;
        shop.receives(cup, 1).await;
        shop.seals().await;
        assert!(proves_since(&shop, ProofSince::Last).await.row.clean, "the mug was not touched");
        let failed = proves(&shop, Role::Owner).await;
        shop.receives(cup, 1).await;
        shop.seals().await;
        let day = proves_since(&shop, ProofSince::Instant(shop.database.now())).await;
        assert!(day.row.clean && day.row.since.is_some());
        let tasks = shop.owner().does(ShowHome::default()).await.tasks;
        let is_told = |task: &Task| matches!(task, Task::ProofFailed { proof, .. } if *proof == failed);
        assert!(tasks.iter().any(is_told), "a clean part does not take it back: {tasks:?}");
        let last = proves_since(&shop, ProofSince::Last).await;
        assert!(!last.row.clean && last.row.since.is_none(), "everything, and it finds it again");
        plant(&shop, &format!("UPDATE stock_promise SET sellable = 5 WHERE variant_id = 0x{}", mug.0.simple())).await;
        assert!(proves_since(&shop, ProofSince::Last).await.row.clean);
        assert!(proves_since(&shop, ProofSince::Last).await.row.since.is_some(), "and on from there");
        assert!(!shop.owner().does(ShowHome::default()).await.tasks.iter().any(|task| matches!(task, Task::ProofFailed { .. })));
    }

    async fn each_extent_waits_once_and_what_is_to_come_is_refused(shop: Shop) {
        shop.stocked("MUG", 5).await;
        let last = || ProveBooks { since: Some(ProofSince::Last) };
        let whole = shop.owner().does(ProveBooks::default()).await.proof;
        let part = shop.owner().does(last()).await.proof;
        assert_ne!(whole, part, "who asks for everything is not given a part");
        assert_eq!(shop.manager().does(last()).await.proof, part);
        assert_eq!(shop.owner().does(ListProofs::default()).await.under_way, Some(whole));
        works(&shop).await;
        let proofs = shop.owner().does(ListProofs::default()).await;
        assert_eq!((proofs.under_way, proofs.page.rows.len()), (None, 2));
        for since in [ProofSince::Day("2026-11-25".parse().unwrap()), ProofSince::Instant("2026-11-25T10:00:00Z".parse().unwrap())] {
            let refused = testkit::refused(shop.owner().tries(ProveBooks { since: Some(since) }).await);
            assert_eq!(refused, [(String::from("since"), String::from("date-in-future"))], "{since}");
        }
        assert!(proves_since(&shop, ProofSince::Day("2026-11-24".parse().unwrap())).await.row.since.is_none(), "nothing was sealed before that day");
    }
}
