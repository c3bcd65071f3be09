//! What was counted and told late before the books noted it: the migrations note it as the ledger would have.

use super::{
    stands::{counted, now, sold, undone},
    *,
};
use sqlx::{Connection, Executor, MySqlConnection, Row};
use stock_rules::ReversePosting;

/// The statements of a migration that fill its tables from what is there.
fn filling(migration: &str) -> Vec<String> {
    let path = format!("{}/../../migrations/{migration}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("--")).collect();
    let text = lines.join("\n");
    text.split(';').map(str::trim).filter(|sql| sql.starts_with("INSERT") || sql.starts_with("UPDATE")).map(str::to_owned).collect()
}

/// All that a table says of these columns, in an order.
async fn rows(root: &mut MySqlConnection, table: &str, columns: &str) -> Vec<String> {
    let sql = format!("SELECT CONCAT_WS('|', {columns}) AS said FROM {table} ORDER BY said");
    let rows = root.fetch_all(sqlx::AssertSqlSafe(sql)).await.unwrap();
    rows.iter().map(|row| row.get::<String, _>("said")).collect()
}

async fn noted(root: &mut MySqlConnection) -> [Vec<String>; 3] {
    [
        rows(root, "count_mark", "HEX(location_id), HEX(variant_id), status, counted_at, HEX(document_id), HEX(posting_id), line").await,
        rows(root, "late_movement", "HEX(variant_id), lateness, posted_at, HEX(posting_id), leg, happened_at, quantity").await,
        rows(root, "stock_balance WHERE seq > 0", "HEX(location_id), HEX(variant_id), status, COALESCE(counted_at, '-')").await,
    ]
}

testkit::on_both! {
    async fn what_was_counted_and_told_late_before_is_noted_alike(shop: Shop) {
        let (mug, jug) = (shop.stocked("MUG", 10).await, shop.stocked("JUG", 5).await);
        later(&shop);
        let sale = sold(&shop, mug, "1", now(&shop));
        counted(&shop, "MUG", mug, 9).await;
        counted(&shop, "JUG", jug, 5).await;
        let wrong = counted(&shop, "JUG", jug, 3).await.posting.unwrap();
        later(&shop);
        shop.manager().does(ReversePosting { posting: wrong, lines: None, note: String::new() }).await;
        let told = shop.clerk().does(sale).await;
        undone(&shop, &told).await;
        shop.clerk().does(sold(&shop, jug, "1", now(&shop) - TimeDelta::days(40))).await;
        shop.clerk().does(sold(&shop, jug, "1", now(&shop) - TimeDelta::seconds(40))).await;
        let mut root = shop.db.root().await;
        let before = noted(&mut root).await;
        assert!(before[0].len() == 3 && before[1].len() > 6, "{before:#?}");
        for sql in ["DELETE FROM count_mark", "DELETE FROM late_movement", "UPDATE stock_balance SET counted_at = NULL"] {
            root.execute(sql).await.unwrap();
        }
        for sql in filling("0023_count_stands.sql").into_iter().chain(filling("0024_as_of.sql")) {
            root.execute(sqlx::AssertSqlSafe(sql)).await.unwrap();
        }
        assert_eq!(noted(&mut root).await, before);
        root.close().await.ok();
        shop.proves().await;
    }
}
