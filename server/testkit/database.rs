//! A database per test: the migrations run once per process and engine; the tables they made are replayed in one batch,
//! and emptied in one for the next test.

use platform::{db::connect_options, migrate};
use sqlx::{ConnectOptions, Connection, Executor, MySqlConnection, Row};
use std::{
    collections::HashMap,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::sync::OnceCell;

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

/// A migrated, empty database. Making one takes the servers longer than most tests do, so that a test's database is
/// emptied and given to the next one, unless the test has touched more than rows: then it is dropped.
pub struct TestDatabase {
    pub engine: Engine,
    url: String,
    name: String,
    /// Somebody had the means to change more than rows.
    touched: AtomicBool,
    /// A fault was planted: nothing need hold in it.
    spoilt: AtomicBool,
    /// How far it had got when its books were last proved.
    proved: Mutex<String>,
}

/// Databases of tests that are over, of this process: since when.
static FREE: Mutex<Vec<(Engine, String, Instant)>> = Mutex::new(Vec::new());
/// What a test has begun and not waited for is gone by then, with its runtime.
const REST: Duration = Duration::from_millis(300);

/// How to make a database's tables, and how to empty them.
#[derive(Clone)]
struct Template {
    tables: Vec<String>,
    make: String,
    empty: String,
}

static TEMPLATES: OnceCell<tokio::sync::Mutex<HashMap<Engine, Template>>> = OnceCell::const_new();

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
        let template = template(engine, &server).await;
        if let Some(name) = free(engine) {
            let this = Self::of(engine, &server, name);
            this.emptied(&template).await;
            return this;
        }
        // The process stands in the name, so that those of one which is gone can be cleared away.
        let name = format!("t_{}_{}", std::process::id(), &uuid::Uuid::new_v4().simple().to_string()[..12]);
        let mut connection = connect(&server).await;
        connection.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"))).await.unwrap();
        connection.close().await.unwrap();
        let this = Self::of(engine, &server, name);
        let mut connection = connect(&this.url).await;
        sqlx::raw_sql(sqlx::AssertSqlSafe(template.make)).execute(&mut connection).await.unwrap();
        // A user of its own, gone with it, because what was granted in a database outlives it.
        let account = this.account();
        let mut rights = format!("CREATE USER {account};\n");
        rights.extend(migrate::grants(&this.name, &account, &template.tables).into_iter().map(|grant| grant + ";\n"));
        sqlx::raw_sql(sqlx::AssertSqlSafe(rights)).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        this
    }

    fn of(engine: Engine, server: &str, name: String) -> Self {
        Self {
            engine,
            url: with_database(server, &name),
            name,
            touched: AtomicBool::new(false),
            spoilt: AtomicBool::new(false),
            proved: Mutex::default(),
        }
    }

    async fn emptied(&self, template: &Template) {
        // Its own user sees its own connections alone: those of others may be saying what this list cannot repeat.
        let mut own = connect(&self.app_url()).await;
        let others: Vec<i64> = sqlx::query_scalar("SELECT CAST(id AS SIGNED) FROM information_schema.processlist WHERE id <> CONNECTION_ID()")
            .fetch_all(&mut own)
            .await
            .unwrap();
        for other in others {
            // It may have gone by itself.
            let _ = own.execute(sqlx::AssertSqlSafe(format!("KILL {other}"))).await;
        }
        own.close().await.unwrap();
        let mut connection = connect(&self.url).await;
        sqlx::raw_sql(sqlx::AssertSqlSafe(template.empty.clone())).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    /// Where it is, for the server's own code; with it anything can be done to it.
    pub fn url(&self) -> &str {
        self.touched.store(true, Ordering::Relaxed);
        &self.url
    }

    /// The same as root, to look at rows.
    pub fn rows_url(&self) -> &str {
        &self.url
    }

    /// The same for the application: with its rights and no more, so that what it may not do fails in its tests.
    pub(crate) fn app_url(&self) -> String {
        self.url.replacen("//root@", &format!("//{}@", self.name), 1)
    }

    fn account(&self) -> String {
        format!("'{}'@'localhost'", self.name)
    }

    /// Where the server listens, for a [`crate::Line`] to it.
    pub fn far(&self) -> crate::Far {
        let (_, rest) = self.url.split_once('@').unwrap_or_default();
        match rest.split_once("socket=") {
            Some((_, path)) => {
                let path = path.split('&').next().unwrap_or_default();
                crate::Far::Socket(path.replace("%20", " ").replace("%25", "%"))
            }
            None => crate::Far::Tcp(rest.split('/').next().and_then(|host| host.parse().ok()).unwrap_or_else(|| panic!("no address in {rest}"))),
        }
    }

    /// The application's own URL, by way of a line.
    pub fn by_way_of(&self, line: &crate::Line) -> String {
        format!("mysql://{}@{}/{}?ssl-mode=DISABLED", self.name, line.address, self.name)
    }

    /// Whom the application connects as.
    pub(crate) fn user(&self) -> &str {
        &self.name
    }

    pub(crate) fn spoil(&self) {
        self.spoilt.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_spoilt(&self) -> bool {
        self.spoilt.load(Ordering::Relaxed)
    }

    /// The books were proved by a test itself, which has got so far.
    pub(crate) fn is_proved_at(&self, watermark: String) {
        *self.proved.lock().unwrap() = watermark;
    }

    pub(crate) fn was_proved_at(&self, watermark: &str) -> bool {
        *self.proved.lock().unwrap() == watermark
    }

    /// A connection as root that only looks.
    pub(crate) async fn look(&self) -> MySqlConnection {
        connect(&self.url).await
    }

    /// A connection of the test's own, as root: to plant faults and to look underneath.
    pub async fn root(&self) -> MySqlConnection {
        connect(self.url()).await
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let name = std::mem::take(&mut self.name);
        if !self.touched.load(Ordering::Relaxed) {
            FREE.lock().unwrap().push((self.engine, name, Instant::now()));
            return;
        }
        let server = self.engine.url();
        // A test's runtime may be going down already, so the way out has one of its own.
        let gone = std::thread::spawn(move || {
            let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
            runtime.block_on(async {
                let mut connection = connect(&server).await;
                drop_database(&mut connection, &name).await;
            });
        });
        let _ = gone.join();
    }
}

/// A database that has rested.
fn free(engine: Engine) -> Option<String> {
    let mut free = FREE.lock().unwrap();
    let at = free.iter().position(|(of, _, since)| *of == engine && since.elapsed() >= REST)?;
    Some(free.remove(at).1)
}

/// Drops what processes that are gone have left behind.
async fn clear_away(connection: &mut MySqlConnection) {
    let names: Vec<String> =
        sqlx::query_scalar("SELECT CAST(schema_name AS CHAR) FROM information_schema.schemata WHERE schema_name LIKE 't\\_%\\_%'")
            .fetch_all(&mut *connection)
            .await
            .unwrap();
    for name in names {
        let process = name.split('_').nth(1).unwrap_or_default();
        if Path::new("/proc/self").exists() && !Path::new("/proc").join(process).exists() {
            drop_database(connection, &name).await;
        }
    }
}

/// Drops a database and its user. Another process may be clearing the same away.
async fn drop_database(connection: &mut MySqlConnection, name: &str) {
    for statement in [format!("DROP DATABASE IF EXISTS `{name}`"), format!("DROP USER IF EXISTS '{name}'@'localhost'")] {
        let _ = connection.execute(sqlx::AssertSqlSafe(statement)).await;
    }
}

/// The tables of all migrations, each way as one batch.
async fn template(engine: Engine, server: &str) -> Template {
    let templates = TEMPLATES.get_or_init(async || tokio::sync::Mutex::default()).await;
    let mut templates = templates.lock().await;
    if let Some(template) = templates.get(&engine) {
        return template.clone();
    }
    let name = format!("template_{}", uuid::Uuid::new_v4().simple());
    let mut connection = connect(server).await;
    clear_away(&mut connection).await;
    connection.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE `{name}` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"))).await.unwrap();
    let url = with_database(server, &name);
    migrate::migrate(&url).await.unwrap();
    let mut inside = connect(&url).await;
    let mut names: Vec<String> = sqlx::query_scalar("SELECT CAST(table_name AS CHAR) FROM information_schema.tables WHERE table_schema = DATABASE()")
        .fetch_all(&mut inside)
        .await
        .unwrap();
    let (mut make, mut empty) = (String::from("SET FOREIGN_KEY_CHECKS=0;\n"), String::from("SET FOREIGN_KEY_CHECKS=0;\n"));
    names.retain(|table| table != "_sqlx_migrations");
    for table in &names {
        let row = inside.fetch_one(sqlx::AssertSqlSafe(format!("SHOW CREATE TABLE `{table}`"))).await.unwrap();
        let told: String = row.get(1);
        empty.push_str(&format!("DELETE FROM `{table}`;\n"));
        // Numbers begin at 1 again.
        if told.contains("AUTO_INCREMENT") {
            empty.push_str(&format!("ALTER TABLE `{table}` AUTO_INCREMENT = 1;\n"));
        }
        make.push_str(&told);
        make.push_str(";\n");
    }
    for batch in [&mut make, &mut empty] {
        batch.push_str("SET FOREIGN_KEY_CHECKS=1;");
    }
    inside.close().await.unwrap();
    connection.execute(sqlx::AssertSqlSafe(format!("DROP DATABASE `{name}`"))).await.unwrap();
    let template = Template { tables: names, make, empty };
    templates.insert(engine, template.clone());
    template
}
