//! The doctor, sent to real servers with real faults.

use crate::grants::AppUser;
use platform::{
    doctor::{Finding, Level, examine},
    migrate,
};
use sqlx::{AssertSqlSafe, Executor};
use std::io::Write;

fn worst(found: &[Finding]) -> &Finding {
    found.iter().max_by_key(|one| one.level).unwrap()
}

#[track_caller]
fn says(found: &[Finding], level: Level, what: &str) {
    assert!(found.iter().any(|one| one.level == level && one.what.contains(what)), "no {level:?} with {what:?} in {found:#?}");
}

testkit::on_both! {
    async fn with_the_applications_rights_all_is_well(shop: Shop) {
        let app = AppUser::with(&shop, &[]).await;
        let found = examine(&app.url, 16).await;
        // The test's own server is set to forget at a loss of power; everything else is as it should be. The test's
        // database is made of tables, without the list of migrations.
        let bad: Vec<_> = found.iter().filter(|one| one.level == Level::Bad && !one.what.contains("never migrated")).collect();
        assert!(bad.is_empty(), "{bad:#?}");
        says(&found, Level::Good, "has every right");
        says(&found, Level::Good, "can change no row of history");
    }

    async fn missing_rights_are_named(shop: Shop) {
        let app = AppUser::with(&shop, &["GRANT SELECT ON `{db}`.* TO {account}", "GRANT INSERT ON `{db}`.`tenant` TO {account}"]).await;
        let found = examine(&app.url, 16).await;
        says(&found, Level::Bad, "lacks rights: INSERT on audit; INSERT on audit_list; INSERT, UPDATE, DELETE on barcode");
        assert!(found.iter().any(|one| one.mend.iter().any(|line| line.contains("migrate --grant"))));
    }

    async fn who_may_rewrite_history_is_told(shop: Shop) {
        let app = AppUser::with(&shop, &["GRANT ALL PRIVILEGES ON `{db}`.* TO {account}"]).await;
        says(&examine(&app.url, 16).await, Level::Notice, "may change or delete rows of history (stock_movement");
    }

    async fn a_wrong_password_and_a_database_that_is_not_there(shop: Shop) {
        let app = AppUser::with(&shop, &[]).await;
        let wrong = app.url.replace("only-for-this-test", "something-else");
        let found = examine(&wrong, 16).await;
        assert!(worst(&found).what.contains(&format!("refuses {}", app.account)), "{found:#?}");
        let root = shop.db.url().split_once('?').unwrap();
        let elsewhere = format!("{}_not_here?{}", root.0, root.1);
        says(&examine(&elsewhere, 16).await, Level::Bad, "There is no database");
    }

    async fn a_database_that_is_behind_is_told_by_how_much(shop: Shop) {
        let (base, query) = shop.db.url().split_once('?').unwrap();
        let (server, _) = base.rsplit_once('/').unwrap();
        let name = format!("behind_{}", uuid::Uuid::new_v4().simple());
        let url = format!("{server}/{name}?{query}");
        let mut root = shop.db.root().await;
        root.execute(AssertSqlSafe(format!("CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"))).await.unwrap();
        let fresh = migrate::behind(&url).await;
        let ran = migrate::migrate(&url).await;
        let level = migrate::behind(&url).await;
        let mut seen = Vec::new();
        for _ in 0..2 {
            root.execute(AssertSqlSafe(format!("DELETE FROM `{name}`._sqlx_migrations ORDER BY version DESC LIMIT 1"))).await.unwrap();
            seen.push(migrate::behind(&url).await.unwrap());
        }
        let found = examine(&url, 16).await;
        // One that broke off half way does not count as done.
        root.execute(AssertSqlSafe(format!("UPDATE `{name}`._sqlx_migrations SET success = FALSE ORDER BY version DESC LIMIT 1"))).await.unwrap();
        let broken = migrate::behind(&url).await;
        root.execute(AssertSqlSafe(format!("DROP DATABASE `{name}`"))).await.unwrap();
        assert_eq!((fresh.unwrap(), ran.unwrap(), level.unwrap()), (None, migrate::MIGRATIONS.migrations.len(), Some(0)));
        assert_eq!(seen, [Some(1), Some(2)]);
        says(&found, Level::Bad, "is 2 migrations behind this program");
        assert_eq!(broken.unwrap(), Some(3));
    }
}

#[tokio::test]
async fn nothing_there() {
    // A port that was free a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let found = examine(&format!("mysql://u:p@127.0.0.1:{port}/d"), 16).await;
    says(&found, Level::Bad, "Nothing is at 127.0.0.1");
}

#[tokio::test]
async fn somebody_else_there() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming().take(2) {
            let _ = stream.unwrap().write_all(b"SSH-2.0-OpenSSH_9.2p1\r\n");
        }
    });
    let found = examine(&format!("mysql://u:p@127.0.0.1:{port}/d"), 16).await;
    says(&found, Level::Bad, "held by an SSH server");
}

#[tokio::test]
async fn somebody_silent_there() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let found = examine(&format!("mysql://u:p@localhost:{port}/d"), 16).await;
    says(&found, Level::Bad, "says nothing");
    says(&found, Level::Notice, "`localhost`");
}
