//! The application's database user: with exactly the rights that `migrate::grants` gives, the whole trade works, and
//! history cannot be rewritten, whatever the program should try.

use admin_rules::{AddPerson, ChangeRole, ListProofs, ProveBooks, ShowHome};
use catalog_rules::{CreateItem, NewVariant};
use platform::{Database, Desk, jobs::Runner, migrate, seal};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, mysql::MySqlDatabaseError};
use stock_rules::{SaleLine, SellGoods};
use testkit::Shop;
use vocabulary::{Actor, Ask, Key, Operation, Quantity, Role, Secret};

/// A database user of a test's own; dropped with it.
pub struct AppUser {
    pub url: String,
    pub account: String,
    server: String,
}

impl AppUser {
    /// Makes one with these rights; `{db}` and `{account}` stand for what they are. Without any, with the application's.
    pub async fn with(shop: &Shop, rights: &[&str]) -> Self {
        let mut root = shop.db.root().await;
        let database: String = sqlx::query_scalar("SELECT CAST(DATABASE() AS CHAR)").fetch_one(&mut root).await.unwrap();
        let name = format!("g_{}", &uuid::Uuid::new_v4().simple().to_string()[..12]);
        let account = format!("'{name}'@'localhost'");
        root.execute(AssertSqlSafe(format!("CREATE USER {account} IDENTIFIED BY 'only-for-this-test'"))).await.unwrap();
        let tables: Vec<String> =
            sqlx::query_scalar("SELECT CAST(table_name AS CHAR) FROM information_schema.tables WHERE table_schema = DATABASE()")
                .fetch_all(&mut root)
                .await
                .unwrap();
        let grants = match rights {
            [] => migrate::grants(&database, &account, &tables),
            some => some.iter().map(|right| right.replace("{db}", &database).replace("{account}", &account)).collect(),
        };
        for grant in grants {
            root.execute(AssertSqlSafe(grant)).await.unwrap();
        }
        root.close().await.unwrap();
        let (_, rest) = shop.db.url().split_once('@').unwrap();
        // MySQL takes a password over a socket as it is; the driver sends it so only where the line is encrypted.
        let rest = rest.replace("ssl-mode=DISABLED", "ssl-mode=PREFERRED");
        Self { url: format!("mysql://{name}:only-for-this-test@{rest}"), account, server: shop.db.url().to_owned() }
    }

    pub async fn connect(&self) -> sqlx::MySqlConnection {
        platform::db::connect_options(&self.url).unwrap().connect().await.unwrap()
    }
}

impl Drop for AppUser {
    fn drop(&mut self) {
        let (server, account) = (self.server.clone(), self.account.clone());
        // A runtime of its own: the test's may be going down.
        let gone = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                if let Ok(mut root) = platform::db::connect_options(&server).unwrap().connect().await {
                    let _ = root.execute(AssertSqlSafe(format!("DROP USER IF EXISTS {account}"))).await;
                }
            });
        });
        let _ = gone.join();
    }
}

async fn does<O: Operation>(desk: &Desk, actor: &Actor, operation: O) -> O::Reply {
    desk.run(Ask::new(actor, Key::random(), operation)).await.unwrap_or_else(|error| panic!("{}: {error}", O::NAME))
}

testkit::on_both! {
    async fn the_whole_trade_works_with_the_applications_rights(shop: Shop) {
        let app = AppUser::with(&shop, &[]).await;
        let desk = shop.desk_at(&app.url);
        let actor = |role: Role| shop.person(role).actor;
        let item = CreateItem {
            name: String::from("Mug"),
            variants: vec![NewVariant { sku: Some(String::from("MUG")), cost: "1.2".parse().ok(), ..NewVariant::default() }],
            ..CreateItem::default()
        };
        let mug = does(&desk, &actor(Role::Buyer), item).await.variants[0].variant;
        does(&desk, &actor(Role::Manager), shop.receipt(mug, 5)).await;
        let lines = vec![SaleLine::of(mug, Quantity::whole(2))];
        let sale = SellGoods { store: shop.store, location: None, channel: vocabulary::Channel::Till, lines, reference: String::new(), note: String::new(), occurred_at: None };
        does(&desk, &actor(Role::Clerk), sale).await;
        assert_eq!(shop.on_hand(mug).await, Quantity::whole(3));
        // People, jobs, seals and the proof, as the same user.
        let nia = AddPerson { name: String::from("Nia"), email: String::from("nia@a.example"), role: Role::Clerk, password: Secret::new("long enough for all") };
        let nia = does(&desk, &actor(Role::Owner), nia).await.person;
        does(&desk, &actor(Role::Owner), ChangeRole { person: nia, role: Role::Buyer }).await;
        let database = Database::open(&app.url, 4).unwrap();
        seal::seal(&database, shop.tenant, &shop.seal_key.signing).await.unwrap();
        does(&desk, &actor(Role::Owner), ProveBooks::default()).await;
        admin::proof::jobs(Runner::new(desk.clone()), shop.seal_key.signing.verifying_key()).drain().await.unwrap();
        let proofs = does(&desk, &actor(Role::Owner), ListProofs::default()).await;
        assert!(proofs.page.rows[0].clean);
        assert_eq!(does(&desk, &actor(Role::Owner), ShowHome::default()).await.figures.units, Some(Quantity::whole(3)));
        database.close().await;
        shop.proves().await;
    }

    async fn history_cannot_be_rewritten(shop: Shop) {
        shop.stocked("MUG", 5).await;
        shop.seals().await;
        let app = AppUser::with(&shop, &[]).await;
        let mut connection = app.connect().await;
        for table in ["stock_movement", "posting", "reversal", "audit", "seal", "seal_leaf", "proof", "count_scan"] {
            for attempt in [format!("UPDATE `{table}` SET tenant_id = tenant_id"), format!("DELETE FROM `{table}`"), format!("TRUNCATE TABLE `{table}`"), format!("DROP TABLE `{table}`")] {
                let refused = connection.execute(AssertSqlSafe(attempt.clone())).await.unwrap_err();
                let number = refused.as_database_error().and_then(|error| error.try_downcast_ref::<MySqlDatabaseError>()).map(MySqlDatabaseError::number);
                assert_eq!(number, Some(1142), "{attempt}: {refused}");
            }
        }
        shop.proves().await;
    }
}
