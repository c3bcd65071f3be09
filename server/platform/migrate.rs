//! Migrations: forward only, under a lock of ours, because sqlx's own does not hold on MariaDB. Then the application's
//! rights are set, table by table.

use crate::{db::connect_options, sabotage};
use sqlx::{ConnectOptions, Connection, Executor, MySqlConnection, migrate::Migrator};

/// All migrations, in the binary.
pub static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// The tables in which the application may change rows; in all others it may only read and insert. Movements, postings,
/// reversals, audit rows and seals are not here, and never will be.
pub const MAY_UPDATE: &[&str] = &[
    "tenant",
    "person",
    "credential",
    "session",
    "lease",
    "membership",
    "idempotency",
    "outbox",
    "job",
    "store",
    "location",
    "category",
    "item",
    "variant",
    "variant_unit",
    "barcode",
    "supplier_code",
    "image_link",
    "search_text",
    "stock_balance",
    "stock_promise",
    "stock_figure",
    "import",
    "import_row",
    "import_mapping",
    "count_session",
    "count_place",
    "count_line",
    "count_programme",
    "count_investigation",
    "transfer",
    "transfer_line",
    "reservation",
    "reservation_line",
    "shortage",
    "stock_buffer",
    "lot",
    "serial",
    "cost_policy",
    "cost_method",
    "cost_head",
    "cost_pool",
    "cost_layer",
    "cost_sold",
    "cost_day",
    "list_columns",
];

/// The tables from which it may take rows away.
pub const MAY_DELETE: &[&str] = &[
    "session",
    "lease",
    "membership",
    "idempotency",
    "outbox",
    "job",
    "barcode",
    "supplier_code",
    "kit_component",
    "image_link",
    "category",
    "search_token",
    "seal_queue",
    "stock_buffer",
    "cost_queue",
    "cost_method",
    "import_chunk",
    "import_row",
    "import_sale",
    "import_mapping",
    "list_columns",
    "list_view",
];

#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    #[error("another process has been migrating for over a minute")]
    Busy,
    #[error("{0}")]
    Db(#[from] sqlx::Error),
    #[error("{0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
}

/// Brings the database up to date; returns how many migrations it had to run.
///
/// # Errors
/// When another process holds the lock for a minute, or a migration fails.
pub async fn migrate(url: &str) -> Result<usize, MigrateError> {
    let mut connection = connect_options(url)?.connect().await?;
    let got: Option<i64> = sqlx::query_scalar("SELECT CAST(GET_LOCK('stockroom_migrate', 60) AS SIGNED)").fetch_one(&mut connection).await?;
    if got != Some(1) {
        return Err(MigrateError::Busy);
    }
    let before = applied(&mut connection).await;
    let mut migrator = Migrator { migrations: MIGRATIONS.migrations.clone(), ..Migrator::DEFAULT };
    migrator.set_locking(false);
    migrator.run(&mut connection).await?;
    let after = applied(&mut connection).await;
    connection.execute("DO RELEASE_LOCK('stockroom_migrate')").await?;
    goodbye(connection).await;
    Ok(after.saturating_sub(before))
}

/// Ends a connection whose work is done. MySQL hangs up first, so that saying goodbye through TLS fails: no harm.
async fn goodbye(connection: MySqlConnection) {
    connection.close().await.ok();
}

/// How many migrations the database has seen.
async fn applied(connection: &mut MySqlConnection) -> usize {
    sqlx::query_scalar::<_, i64>("SELECT COUNT(*) FROM _sqlx_migrations WHERE success")
        .fetch_one(connection)
        .await
        .map_or(0, |n| usize::try_from(n).unwrap_or(0))
}

/// How many migrations the database is behind; `None` when it was never migrated.
///
/// # Errors
/// When the database cannot be asked.
pub async fn behind(url: &str) -> Result<Option<usize>, sqlx::Error> {
    let mut connection = connect_options(url)?.connect().await?;
    let seen = applied(&mut connection).await;
    goodbye(connection).await;
    Ok(if seen == 0 { None } else { Some(MIGRATIONS.migrations.len().saturating_sub(seen)) })
}

/// The statements that give a database user exactly the application's rights. `account` is `'name'@'host'`, made by us.
#[must_use]
pub fn grants(database: &str, account: &str, tables: &[String]) -> Vec<String> {
    tables
        .iter()
        .map(|table| {
            let update = if sabotage::grants_too_much(table) || MAY_UPDATE.contains(&table.as_str()) { ", UPDATE" } else { "" };
            let delete = if MAY_DELETE.contains(&table.as_str()) { ", DELETE" } else { "" };
            // Locking a row one may not change: MySQL wants a second right beside SELECT for FOR UPDATE.
            format!("GRANT SELECT, INSERT{update}{delete} ON `{database}`.`{table}` TO {account}")
        })
        .collect()
}

/// Gives the application's user its rights in the database of `url` (the migrating user's).
///
/// # Errors
/// When that user may not grant.
pub async fn grant(url: &str, account: &str) -> Result<(), MigrateError> {
    let mut connection = connect_options(url)?.connect().await?;
    let database: String = sqlx::query_scalar("SELECT DATABASE()").fetch_one(&mut connection).await?;
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT CAST(table_name AS CHAR) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
    )
    .fetch_all(&mut connection)
    .await?;
    for statement in grants(&database, account, &tables) {
        connection.execute(sqlx::AssertSqlSafe(statement)).await?;
    }
    goodbye(connection).await;
    Ok(())
}
