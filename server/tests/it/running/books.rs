//! What the database holds, read behind the server's back.

use super::Place;
use ledger::verify::verify;
use platform::{
    Database,
    db::connect_options,
    embedded::{Embedded, Left},
    seal::SealKey,
    tenancy,
};
use sqlx::{ConnectOptions, Connection, MySqlConnection, Row};
use std::collections::HashMap;

/// A look into a folder's database; joins the server that runs there, or starts it.
pub struct Books {
    embedded: Embedded,
    root: MySqlConnection,
    key: SealKey,
}

/// What the database has done so far: statements that read or write rows, and rows it went to.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    pub statements: i64,
    pub rows: i64,
}

impl Books {
    /// The database's own account of itself. It asks about everybody's work, so nobody else may be at work.
    pub async fn effort(&mut self) -> Effort {
        let status = "SHOW GLOBAL STATUS WHERE Variable_name LIKE 'Handler\\_read\\_%' \
                      OR Variable_name IN ('Com_select', 'Com_insert', 'Com_update', 'Com_delete')";
        let mut effort = Effort { statements: 0, rows: 0 };
        for row in sqlx::raw_sql(status).fetch_all(&mut self.root).await.unwrap() {
            let (name, value): (String, String) = (row.get(0), row.get(1));
            let value: i64 = value.parse().unwrap();
            if name.starts_with("Com_") { effort.statements += value } else { effort.rows += value }
        }
        effort
    }

    pub async fn open(place: &Place) -> Self {
        let embedded = Embedded::start(&place.data()).await.unwrap();
        let secrets = std::fs::read_to_string(place.data().join("secrets")).unwrap();
        let password = |user: &str| secrets.lines().find_map(|line| line.strip_prefix(user)?.strip_prefix('=')).unwrap().to_owned();
        let url = embedded.urls().read.replacen(&format!("stockroom_read:{}@", password("read")), &format!("root:{}@", password("root")), 1);
        let root = connect_options(&url).unwrap().connect().await.unwrap();
        let key = SealKey::load_or_make(&place.data().join("seal.key")).unwrap();
        Self { embedded, root, key }
    }

    /// Takes the statistics that plans are made by, of every table.
    pub async fn analyze(&mut self) {
        for (table, _) in self.tables().await {
            sqlx::raw_sql(sqlx::AssertSqlSafe(format!("ANALYZE TABLE `{table}`"))).fetch_all(&mut self.root).await.unwrap();
        }
    }

    /// What the database was asked to do meanwhile, each statement with its values, as it has noted it itself.
    pub async fn noting(&mut self, meanwhile: impl Future<Output = ()>) -> Vec<Vec<u8>> {
        for statement in ["SET GLOBAL log_output = 'FILE'", "SET GLOBAL general_log = 1"] {
            sqlx::raw_sql(statement).execute(&mut self.root).await.unwrap();
        }
        meanwhile.await;
        sqlx::raw_sql("SET GLOBAL general_log = 0").execute(&mut self.root).await.unwrap();
        let log: (String, String) =
            sqlx::query_as("SELECT CAST(@@general_log_file AS CHAR), CAST(@@datadir AS CHAR)").fetch_one(&mut self.root).await.unwrap();
        let noted = std::fs::read(std::path::Path::new(&log.1).join(log.0)).unwrap();
        // `<when> <thread> Execute\t<statement>`, which may go on in the next line; the time is left out when it is the same.
        let mark = b" Execute\t";
        let mut statements = Vec::new();
        for line in noted.split_inclusive(|byte| *byte == b'\n') {
            let begins = line
                .windows(mark.len())
                .position(|window| window == mark)
                .filter(|at| line[..*at].iter().all(|byte| b"0123456789-:.TZ \t".contains(byte)));
            match begins {
                Some(at) => statements.push(line[at + mark.len()..].to_vec()),
                None if line.first().is_some_and(|byte| byte.is_ascii_digit() || *byte == b'\t') => statements.push(Vec::new()),
                None => statements.last_mut().map_or((), |statement: &mut Vec<u8>| statement.extend(line)),
            }
        }
        statements.retain(|statement| !statement.is_empty());
        statements
    }

    /// The tables of a statement, as it calls them, and the key by which each is read; `none` where it is gone through.
    ///
    /// # Errors
    /// What the database says where it cannot explain it.
    pub async fn explained(&mut self, statement: &str) -> Result<Vec<(String, String)>, String> {
        let rows =
            sqlx::raw_sql(sqlx::AssertSqlSafe(format!("EXPLAIN {statement}"))).fetch_all(&mut self.root).await.map_err(|error| error.to_string())?;
        let text = |row: &sqlx::mysql::MySqlRow, name: &str| row.try_get::<Option<String>, _>(name).ok().flatten();
        Ok(rows.iter().filter_map(|row| Some((text(row, "table")?, text(row, "key").unwrap_or_else(|| String::from("none"))))).collect())
    }

    /// How often each reference stands in the postings.
    pub async fn postings(&mut self, prefix: &str) -> HashMap<String, i64> {
        let rows: Vec<(String, i64)> = sqlx::query_as("SELECT document_ref, COUNT(*) FROM posting WHERE document_ref LIKE ? GROUP BY document_ref")
            .bind(format!("{prefix}%"))
            .fetch_all(&mut self.root)
            .await
            .unwrap();
        rows.into_iter().collect()
    }

    /// How many pieces of all variants these postings brought to places with a balance.
    pub async fn pieces(&mut self, prefix: &str) -> i64 {
        sqlx::query_scalar(
            "SELECT CAST(COALESCE(SUM(m.quantity), 0) AS SIGNED) FROM posting p \
             JOIN stock_movement m ON m.tenant_id = p.tenant_id AND m.posting_id = p.id WHERE p.document_ref LIKE ? AND m.seq > 0",
        )
        .bind(format!("{prefix}%"))
        .fetch_one(&mut self.root)
        .await
        .unwrap()
    }

    /// Of the variants whose SKU begins so: how many, how many movements brought them to a place, and how many pieces.
    pub async fn openings(&mut self, sku: &str) -> (i64, i64, i64) {
        sqlx::query_as(
            "SELECT COUNT(DISTINCT v.id), COUNT(m.seq), CAST(COALESCE(SUM(m.quantity), 0) AS SIGNED) FROM variant v \
             LEFT JOIN stock_movement m ON m.tenant_id = v.tenant_id AND m.variant_id = v.id AND m.seq > 0 WHERE v.sku LIKE ?",
        )
        .bind(format!("{sku}%"))
        .fetch_one(&mut self.root)
        .await
        .unwrap()
    }

    /// Requests under keys of this kind: how many are remembered, and how many with their answer.
    pub async fn remembered(&mut self, prefix: &str) -> (i64, i64) {
        sqlx::query_as("SELECT COUNT(*), COUNT(reply) FROM idempotency WHERE request_key LIKE ?")
            .bind(format!("{prefix}%"))
            .fetch_one(&mut self.root)
            .await
            .unwrap()
    }

    /// Audit rows of an operation.
    pub async fn audited(&mut self, operation: &str) -> i64 {
        sqlx::query_scalar("SELECT COUNT(*) FROM audit WHERE operation = ?").bind(operation).fetch_one(&mut self.root).await.unwrap()
    }

    /// Transactions that are open in the server right now.
    pub async fn open_transactions(&mut self) -> i64 {
        open_transactions(&mut self.root).await
    }

    /// Whether [`Books::open_transactions`] would see one: opens it, looks, and takes it back.
    pub async fn sees_an_open_transaction(&mut self) -> bool {
        let mut tx = self.root.begin().await.unwrap();
        let _: Option<i64> = sqlx::query_scalar("SELECT id FROM tenant LIMIT 1 FOR UPDATE").fetch_optional(&mut *tx).await.unwrap();
        let seen = open_transactions(&mut tx).await;
        tx.rollback().await.unwrap();
        seen > 0
    }

    /// A tenant's number.
    pub async fn tenant(&mut self, slug: &str) -> i64 {
        sqlx::query_scalar("SELECT id FROM tenant WHERE slug = ?").bind(slug).fetch_one(&mut self.root).await.unwrap()
    }

    /// The tables that belong to tenants, each with its columns.
    pub async fn tables(&mut self) -> Vec<(String, Vec<String>)> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT CAST(c.table_name AS CHAR), CAST(c.column_name AS CHAR) FROM information_schema.columns c WHERE c.table_schema = DATABASE() \
             AND EXISTS (SELECT 1 FROM information_schema.columns t WHERE t.table_schema = DATABASE() AND t.table_name = c.table_name \
             AND t.column_name = 'tenant_id') ORDER BY c.table_name, c.ordinal_position",
        )
        .fetch_all(&mut self.root)
        .await
        .unwrap();
        let mut tables: Vec<(String, Vec<String>)> = Vec::new();
        for (table, column) in rows {
            match tables.last_mut().filter(|(last, _)| *last == table) {
                Some((_, columns)) => columns.push(column),
                None => tables.push((table, vec![column])),
            }
        }
        tables
    }

    /// The first column of what a question of the test's own finds, as texts.
    pub async fn texts(&mut self, sql: String) -> Vec<String> {
        sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut self.root).await.unwrap()
    }

    /// Proves every tenant's books; fails with the first thing that is wrong.
    pub async fn prove(&self) {
        let database = Database::open(&self.embedded.urls().read, 2).unwrap();
        let tenants = tenancy::all(&database).await.unwrap();
        assert!(tenants.len() >= 2, "the demo is gone");
        for (tenant, slug) in tenants {
            let report = verify(&database, tenant, &self.key.signing.verifying_key()).await.unwrap();
            assert!(report.is_clean(), "{slug}: {report:#?}");
        }
        database.close().await;
    }

    /// Leaves; the server stays while others use it.
    pub async fn close(self) -> Left {
        self.root.close().await.ok();
        self.embedded.stop().await.unwrap()
    }
}

async fn open_transactions(connection: &mut MySqlConnection) -> i64 {
    match sqlx::query_scalar("SELECT COUNT(*) FROM information_schema.innodb_trx").fetch_one(connection).await {
        Ok(open) => open,
        // MySQL stumbles over the bytes of an id in the text of a statement that runs just now: so one is open.
        Err(sqlx::Error::Database(error)) if error.message().contains("Cannot convert string") => 1,
        Err(error) => panic!("{error}"),
    }
}
