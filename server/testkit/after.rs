//! What holds when a test is over, whatever it did: the books of every tenant prove themselves, every posting was told and
//! nothing else, every table of a tenant's begins with the tenant, and no connection is left inside a transaction
//! (`docs/proof.md`; the numbers are those of the invariants there).
//!
//! Where nothing has changed since a test proved its books itself, as most tests of the ledger do, they are not proved again.

use crate::{Engine, Shop, TestDatabase};
use ledger::verify::verify;
use platform::{Database, seal::SealKey, tenancy};
use sqlx::{Connection, MySqlConnection, Row};
use std::{
    collections::HashSet,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

/// Each finds the rows that are wrong, in the whole database, and names them.
const INVARIANTS: [(&str, &str); 4] = [
    (
        "I10: a posting of which nobody was told",
        "SELECT HEX(p.id) FROM posting p LEFT JOIN outbox o ON o.tenant_id = p.tenant_id AND o.entity_id = p.id AND o.kind = 'stock.posted' \
         WHERE o.id IS NULL OR p.tenant_id = 0",
    ),
    (
        "I10: an event of a posting that is not there",
        "SELECT HEX(o.id) FROM outbox o LEFT JOIN posting p ON p.tenant_id = o.tenant_id AND p.id = o.entity_id \
         WHERE o.kind = 'stock.posted' AND p.id IS NULL",
    ),
    (
        "I10: a gap, or a number given twice",
        "SELECT CONCAT('tenant ', tenant_id) FROM outbox WHERE number > 0 GROUP BY tenant_id \
         HAVING MAX(number) - MIN(number) + 1 <> COUNT(*)",
    ),
    (
        "I9: a command of which the answer is missing",
        "SELECT CONCAT('tenant ', tenant_id, ', key ', request_key) FROM idempotency WHERE reply IS NULL",
    ),
];

/// I11. Tables of all tenants together are few, and named.
const TENANCY: &str = "SELECT t.table_name FROM information_schema.tables t LEFT JOIN information_schema.statistics s \
     ON s.table_schema = t.table_schema AND s.table_name = t.table_name AND s.index_name = 'PRIMARY' AND s.seq_in_index = 1 \
     WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND COALESCE(s.column_name, '') <> 'tenant_id' \
     AND t.table_name NOT IN ('tenant', 'person', 'credential', 'session', 'lease', '_sqlx_migrations')";

/// What changes with every command, and with what is done besides: unchanged, there is nothing to look at again.
const WATERMARK: &str = "SELECT CONCAT_WS('/', (SELECT COUNT(*) FROM posting), (SELECT COUNT(*) FROM idempotency), \
     (SELECT COUNT(*) FROM audit), (SELECT COUNT(*) FROM seal), (SELECT COUNT(*) FROM cost_entry), (SELECT COUNT(*) FROM cost_queue), \
     (SELECT COUNT(*) FROM outbox WHERE number > 0), (SELECT COALESCE(SUM(open), 0) FROM reservation_line))";

/// Kept beside a test; outlives its shop.
pub struct After {
    db: Arc<TestDatabase>,
    database: Database,
    key: Arc<SealKey>,
}

impl Shop {
    /// What to ask when this shop's test is over.
    #[must_use]
    pub fn after(&self) -> After {
        After { db: self.db.clone(), database: self.database.clone(), key: self.seal_key.clone() }
    }

    /// This test plants faults, or goes past the desk: nothing is asked of its database when it is over.
    pub fn is_spoilt(&self) {
        self.db.spoil();
    }
}

/// How far a database has got.
pub(crate) async fn watermark(connection: &mut MySqlConnection) -> String {
    sqlx::query_scalar(WATERMARK).fetch_one(connection).await.unwrap()
}

impl After {
    /// Fails the test, naming the first row that is wrong.
    ///
    /// # Panics
    /// When something is.
    pub async fn holds(self) {
        if self.db.is_spoilt() {
            return;
        }
        let mut root = self.db.look().await;
        self.no_transaction_was_forgotten(&mut root).await;
        for (what, sql) in INVARIANTS {
            let wrong: Vec<String> = sqlx::query(sql).fetch_all(&mut root).await.unwrap().iter().map(|row| row.get(0)).collect();
            assert!(wrong.is_empty(), "after the test, {what}: {wrong:?}");
        }
        self.every_table_begins_with_its_tenant(&mut root).await;
        if !self.db.was_proved_at(&watermark(&mut root).await) {
            let began = Instant::now();
            self.the_books_prove_themselves().await;
            if began.elapsed() > Duration::from_secs(1) {
                println!("the books were proved after the test in {:.1} s", began.elapsed().as_secs_f32());
            }
        }
        root.close().await.ok();
    }

    async fn the_books_prove_themselves(&self) {
        for (tenant, slug) in tenancy::all(&self.database).await.unwrap() {
            let report = verify(&self.database, tenant, &self.key.signing.verifying_key()).await.unwrap();
            let wrong: Vec<_> = report.checks.iter().filter(|check| check.wrong > 0).collect();
            assert!(wrong.is_empty(), "after the test, the books of {slug}: {wrong:#?}");
        }
    }

    /// I12: a connection that nobody uses, inside a transaction. One that is between two statements may look like it: whoever
    /// works on will have gone on.
    async fn no_transaction_was_forgotten(&self, root: &mut MySqlConnection) {
        let mut before: Option<HashSet<u64>> = None;
        for _ in 0..5 {
            let idle = "SELECT CAST(p.id AS UNSIGNED) FROM information_schema.processlist p JOIN information_schema.innodb_trx t \
                        ON t.trx_mysql_thread_id = p.id WHERE p.user = ? AND p.command = 'Sleep' AND t.trx_started < NOW() - INTERVAL 1 SECOND";
            let found: Vec<u64> = match sqlx::query_scalar(idle).bind(self.db.user()).fetch_all(&mut *root).await {
                Ok(found) => found,
                // MySQL stumbles over the bytes of an id in the text of somebody's statement: not now.
                Err(sqlx::Error::Database(error)) if error.message().contains("Cannot convert string") => {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                    continue;
                }
                Err(error) => panic!("{error}"),
            };
            let found: HashSet<u64> = found.into_iter().filter(|id| before.as_ref().is_none_or(|before| before.contains(id))).collect();
            if found.is_empty() {
                return;
            }
            assert!(before.is_none(), "after the test, I12: connections {found:?} were left inside a transaction");
            before = Some(found);
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }

    /// I11, once for each engine: the tables are the same in every test.
    async fn every_table_begins_with_its_tenant(&self, root: &mut MySqlConnection) {
        static SEEN: Mutex<Vec<Engine>> = Mutex::new(Vec::new());
        if SEEN.lock().unwrap().contains(&self.db.engine) {
            return;
        }
        let wrong: Vec<String> = sqlx::query_scalar(TENANCY).fetch_all(&mut *root).await.unwrap();
        assert!(wrong.is_empty(), "I11: tables whose key does not begin with the tenant: {wrong:?}");
        SEEN.lock().unwrap().push(self.db.engine);
    }
}
