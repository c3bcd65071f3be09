//! A connection that comes back in the middle of something is not lent again.

use platform::jobs::{NewJob, enqueue};
use serde_json::Value;
use testkit::Shop;

async fn begins(shop: &Shop, word: &'static str) -> platform::Tx {
    let mut tx = shop.database.begin(shop.tenant).await.unwrap();
    enqueue(&mut tx, NewJob::new(word, Value::Null)).await.unwrap();
    tx
}

testkit::on_both! {
    /// What somebody had begun who is gone (a request that was dropped, a task that panicked) is taken back, and who comes next
    /// does not find themselves inside it (reliability 0.1).
    async fn what_was_begun_and_dropped_is_taken_back(shop: Shop) {
        for _ in 0..20 {
            drop(begins(&shop, "test.dropped").await);
            begins(&shop, "test.kept").await.commit().await.unwrap();
            drop(begins(&shop, "test.dropped").await);
            begins(&shop, "test.refused").await.rollback().await.unwrap();
        }
        let words: Vec<String> = {
            let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
            let tenant = tx.tenant();
            let words = sqlx::query_scalar("SELECT kind FROM job WHERE tenant_id = ?").bind(tenant).fetch_all(tx.conn()).await.unwrap();
            tx.rollback().await.unwrap();
            words
        };
        assert_eq!(words, vec!["test.kept"; 20]);
    }
}
