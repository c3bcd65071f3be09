//! A database per test: the migrations run once per process and engine; each test replays the tables they made in one
//! batch.

use platform::{db::connect_options, migrate};
use sqlx::{ConnectOptions, Connection, Executor, MySqlConnection, Row};
use std::collections::HashMap;
use tokio::sync::{Mutex, OnceCell};

/// Which server a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Engine {
    MariaDb,
    MySql,
}

impl Engine {
    fn url(self) -> String {
        let name = match self {
            Self::MariaDb => "STOCKROOM_TEST_MARIADB_URL",
            Self::MySql => "STOCKROOM_TEST_MYSQL_URL",
        };
        std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run `make test`, or start a server with scripts/ and set it"))
    }
}

/// A migrated, empty database; dropped with its test.
pub struct TestDatabase {
    pub url: String,
    pub engine: Engine,
    name: String,
}

static TEMPLATES: OnceCell<Mutex<HashMap<Engine, String>>> = OnceCell::const_new();

/// The URL of a server with another database in it.
fn with_database(server: &str, name: &str) -> String {
    let (base, query) = server.split_once('?').map_or((server, String::new()), |(base, query)| (base, format!("?{query}")));
    let scheme = base.find("://").map_or(0, |at| at + 3);
    let end = base[scheme..].find('/').map_or(base.len(), |at| scheme + at);
    format!("{}/{name}{query}", &base[..end])
}

async fn connect(url: &str) -> MySqlConnection {
    connect_options(url).unwrap().connect().await.unwrap_or_else(|error| panic!("the test server does not answer: {error}"))
}

impl TestDatabase {
    pub async fn create(engine: Engine) -> Self {
        let server = engine.url();
        let tables = template(engine, &server).await;
        let name = format!("t_{}", uuid::Uuid::new_v4().simple());
        let mut connection = connect(&server).await;
        connection.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"))).await.unwrap();
        connection.close().await.unwrap();
        let url = with_database(&server, &name);
        let mut connection = connect(&url).await;
        sqlx::raw_sql(sqlx::AssertSqlSafe(tables)).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        Self { url, engine, name }
    }

    /// A connection of the test's own, as root: to plant faults and to look underneath.
    pub async fn root(&self) -> MySqlConnection {
        connect(&self.url).await
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let (server, name) = (self.engine.url(), self.name.clone());
        // A test's runtime may be going down already, so the way out has one of its own.
        let gone = std::thread::spawn(move || {
            let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
            runtime.block_on(async {
                let mut connection = connect(&server).await;
                let _ = connection.execute(sqlx::AssertSqlSafe(format!("DROP DATABASE IF EXISTS `{name}`"))).await;
            });
        });
        let _ = gone.join();
    }
}

/// The tables of all migrations as one batch.
async fn template(engine: Engine, server: &str) -> String {
    let templates = TEMPLATES.get_or_init(|| async { Mutex::default() }).await;
    let mut templates = templates.lock().await;
    if let Some(tables) = templates.get(&engine) {
        return tables.clone();
    }
    let name = format!("template_{}", uuid::Uuid::new_v4().simple());
    let mut connection = connect(server).await;
    connection.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"))).await.unwrap();
    let url = with_database(server, &name);
    migrate::migrate(&url).await.unwrap();
    let mut inside = connect(&url).await;
    let names: Vec<String> = sqlx::query_scalar("SELECT CAST(table_name AS CHAR) FROM information_schema.tables WHERE table_schema = DATABASE()")
        .fetch_all(&mut inside)
        .await
        .unwrap();
    let mut tables = String::from("SET FOREIGN_KEY_CHECKS=0;\n");
    for table in names.iter().filter(|table| *table != "_sqlx_migrations") {
        let row = inside.fetch_one(sqlx::AssertSqlSafe(format!("SHOW CREATE TABLE `{table}`"))).await.unwrap();
        tables.push_str(&row.get::<String, _>(1));
        tables.push_str(";\n");
    }
    tables.push_str("SET FOREIGN_KEY_CHECKS=1;");
    inside.close().await.unwrap();
    connection.execute(sqlx::AssertSqlSafe(format!("DROP DATABASE `{name}`"))).await.unwrap();
    templates.insert(engine, tables.clone());
    tables
}
