//! Goes and sees: the port, the greeting, the sign-in, the settings, the tables, the rights.

use super::{
    Finding,
    address::Address,
    banner::{Banner, greeting, spoken, version},
    fault::Fault,
    grants::Grants,
    settings::{Seen, judge},
};
use crate::{db::Database, migrate};
use chrono::{DateTime, Utc};
use sqlx::{ConnectOptions, MySqlConnection};
use std::{path::PathBuf, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// How long anything is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// Looks at a database from the address to the rights of its tables; stops where it gets no further. `pool` is how many
/// connections a process takes.
pub async fn examine(url: &str, pool: u32) -> Vec<Finding> {
    let address = match Address::read(url) {
        Ok(address) => address,
        Err(finding) => return vec![finding],
    };
    let mut found: Vec<Finding> = address.localhost(&sockets()).into_iter().collect();
    let mut greeted = None;
    if address.socket.is_none() {
        match heard(&address).await {
            Ok(banner) => {
                found.push(banner.finding(&address));
                let Banner::Database { version } = banner else { return found };
                greeted = Some(version);
            }
            Err(fault) => {
                found.push(fault.finding(&address, None));
                return found;
            }
        }
    }
    let blamed = |error: &sqlx::Error| Fault::from(error).finding(&address, greeted.as_deref());
    let database = match Database::open(url, 1) {
        Ok(database) => database,
        Err(error) => {
            found.push(blamed(&error));
            return found;
        }
    };
    found.extend(inside(url, &database, &address, pool).await.unwrap_or_else(|error| vec![blamed(&error)]));
    database.close().await;
    found
}

/// The sockets a MySQL of this machine is commonly at.
fn sockets() -> Vec<PathBuf> {
    ["/run/mysqld/mysqld.sock", "/var/run/mysqld/mysqld.sock", "/tmp/mysql.sock", "/var/lib/mysql/mysql.sock"]
        .into_iter()
        .map(PathBuf::from)
        .filter(|path| path.exists())
        .collect()
}

/// What greets at the port; what does not is spoken to.
async fn heard(address: &Address) -> Result<Banner, Fault> {
    let network = |error: &std::io::Error| Fault::Network { kind: error.kind(), message: error.to_string() };
    let slow = || Fault::Network { kind: std::io::ErrorKind::TimedOut, message: String::from("timed out") };
    let place = (address.host.as_str(), address.port);
    let mut stream = tokio::time::timeout(PATIENCE, TcpStream::connect(place)).await.map_err(|_| slow())?.map_err(|error| network(&error))?;
    let mut bytes = [0; 512];
    match tokio::time::timeout(Duration::from_secs(2), stream.read(&mut bytes)).await {
        Ok(Ok(read)) if read > 0 => return Ok(greeting(bytes.get(..read).unwrap_or_default())),
        _ => {}
    }
    // A web server and Redis answer this; PostgreSQL hangs up.
    let asked = async {
        stream.write_all(b"GET / HTTP/1.0\r\n\r\n").await?;
        stream.read(&mut bytes).await
    };
    match tokio::time::timeout(Duration::from_secs(2), asked).await {
        Ok(Ok(read)) => Ok(spoken(bytes.get(..read).unwrap_or_default()).map_or(Banner::Silent, Banner::Other)),
        _ => Ok(Banner::Silent),
    }
}

async fn inside(url: &str, database: &Database, address: &Address, pool: u32) -> Result<Vec<Finding>, sqlx::Error> {
    // The pool hides why it got no connection behind its own time limit; a connection of our own says it.
    let options = crate::db::connect_options(url)?;
    let plain = tokio::time::timeout(PATIENCE, options.connect()).await.map_err(|_| sqlx::Error::PoolTimedOut)??;
    drop(plain);
    let mut connection = database.reader().await?;
    let mut found = Vec::new();
    let (said, account, name): (String, String, Option<String>) =
        sqlx::query_as("SELECT CAST(VERSION() AS CHAR), CAST(CURRENT_USER() AS CHAR), CAST(DATABASE() AS CHAR)").fetch_one(&mut *connection).await?;
    found.push(Finding::good(format!("{} signs in.", named(&account))));
    found.push(version(&said));
    let Some(name) = name else {
        found.push(Fault::Server { number: 1046, message: String::new() }.finding(address, None));
        return Ok(found);
    };
    let is_mariadb = said.contains("MariaDB");
    found.extend(judge(&seen(&mut connection, is_mariadb).await?, &name, Database::connections(pool)));
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT CAST(table_name AS CHAR) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name",
    )
    .fetch_all(&mut *connection)
    .await?;
    connection.home();
    found.push(migrations(url, &name).await?);
    let tables: Vec<String> = tables.into_iter().filter(|table| table != "_sqlx_migrations").collect();
    if !tables.is_empty() {
        let mut connection = database.reader().await?;
        let lines: Vec<String> = sqlx::query_scalar("SHOW GRANTS").fetch_all(&mut *connection).await?;
        connection.home();
        found.extend(Grants::read(lines.iter().map(String::as_str)).judge(&name, &tables, &named(&account)));
    }
    Ok(found)
}

/// `app@%` as SQL writes it.
fn named(account: &str) -> String {
    let (user, host) = account.rsplit_once('@').unwrap_or((account, "%"));
    format!("'{user}'@'{host}'")
}

async fn migrations(url: &str, database: &str) -> Result<Finding, sqlx::Error> {
    Ok(match migrate::behind(url).await? {
        None => Finding::bad(format!("`{database}` was never migrated: it has no tables of ours, or this user may not read them."))
            .mend("stockroom migrate   # with MIGRATE_DATABASE_URL of a user that may make tables"),
        Some(0) => Finding::good(format!("`{database}` is up to date.")),
        Some(behind) => Finding::bad(format!("`{database}` is {behind} migrations behind this program.")).mend("stockroom migrate"),
    })
}

type Session = (String, String, String, String, String, String);
type Server = (bool, bool, i64, i64, DateTime<Utc>);

async fn seen(connection: &mut MySqlConnection, is_mariadb: bool) -> Result<Seen, sqlx::Error> {
    // The one variable that the two call by different names.
    let isolation = if is_mariadb { "@@session.tx_isolation" } else { "@@session.transaction_isolation" };
    let sql = format!(
        "SELECT CAST({isolation} AS CHAR), CAST(@@session.sql_mode AS CHAR), CAST(@@session.time_zone AS CHAR), \
         CAST(@@session.character_set_client AS CHAR), CAST(@@session.collation_connection AS CHAR), CAST(@@global.binlog_format AS CHAR)"
    );
    let (isolation, sql_mode, time_zone, charset, collation, binlog_format): Session =
        sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_one(&mut *connection).await?;
    let (read_only, log_bin, flush_at_commit, max_connections, at): Server = sqlx::query_as(
        "SELECT @@global.read_only = 1, @@global.log_bin = 1, CAST(@@global.innodb_flush_log_at_trx_commit AS SIGNED), \
         CAST(@@global.max_connections AS SIGNED), UTC_TIMESTAMP(6)",
    )
    .fetch_one(&mut *connection)
    .await?;
    let (database_charset, database_collation): (String, String) =
        sqlx::query_as("SELECT CAST(@@character_set_database AS CHAR), CAST(@@collation_database AS CHAR)").fetch_one(&mut *connection).await?;
    let odd_tables: Vec<String> = sqlx::query_scalar(
        "SELECT CAST(table_name AS CHAR) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' \
         AND table_collation <> 'utf8mb4_unicode_ci' AND table_name <> '_sqlx_migrations' ORDER BY table_name LIMIT 5",
    )
    .fetch_all(&mut *connection)
    .await?;
    let clock_ahead = (at - Utc::now()).num_seconds();
    Ok(Seen {
        sql_mode,
        isolation,
        time_zone,
        charset,
        collation,
        database_charset,
        database_collation,
        odd_tables,
        read_only,
        log_bin,
        binlog_format,
        flush_at_commit,
        max_connections,
        clock_ahead,
    })
}
