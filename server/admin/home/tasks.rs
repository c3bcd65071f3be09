//! What waits for somebody who may do it. A few of each kind, the most urgent kind first.

use admin_rules::{Home, Task};
use chrono::{DateTime, Utc};
use platform::{OpError, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::{Actor, CountId, ImportId, Permission, ProofId, StoreId, TransferId};

pub(super) async fn load(tx: &mut Tx, actor: &Actor, store: Option<StoreId>, negative: i64) -> Result<Vec<Task>, OpError> {
    let mut tasks = Vec::new();
    if actor.may(Permission::Verify) {
        tasks.extend(failed_proof(tx).await?);
    }
    if negative > 0 && actor.may(Permission::StockRead) {
        tasks.push(Task::Negative { keys: negative });
    }
    if actor.may(Permission::CountReview) {
        tasks.extend(counts(tx, store, 3, 3).await?.into_iter().map(|(count, number, name, store)| Task::ReviewCount { count, number, name, store }));
    }
    if actor.may(Permission::Transfer) {
        tasks.extend(transfers(tx, store).await?);
    }
    if actor.may(Permission::Import) {
        tasks.extend(imports(tx).await?);
    }
    if actor.may(Permission::Count) {
        tasks.extend(counts(tx, store, 1, 2).await?.into_iter().map(|(count, number, name, store)| Task::Count { count, number, name, store }));
    }
    Ok(tasks)
}

/// The last proof that says something of everything, or found something wrong: where it did.
async fn failed_proof(tx: &mut Tx) -> Result<Option<Task>, OpError> {
    let tenant = tx.tenant();
    let row: Option<(Uuid, DateTime<Utc>, bool, i64)> = sqlx::query_as(
        "SELECT id, at, clean, wrong FROM proof WHERE tenant_id = ? \
             AND (clean = FALSE OR since_at IS NULL OR proved_through IS NOT NULL) ORDER BY at DESC, id DESC LIMIT 1",
    )
    .bind(tenant)
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.and_then(|(id, at, clean, wrong)| (!clean).then_some(Task::ProofFailed { proof: ProofId(id), at, wrong })))
}

/// Counts in states `from` to `to`, the newest first.
async fn counts(tx: &mut Tx, store: Option<StoreId>, from: u8, to: u8) -> Result<Vec<(CountId, i64, String, StoreId)>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT id, number, name, store_id FROM count_session WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND state BETWEEN ").push_bind(from).push(" AND ").push_bind(to);
    if let Some(store) = store {
        select.push(" AND store_id = ").push_bind(store.0);
    }
    select.push(" ORDER BY number DESC LIMIT ").push_bind(Home::TASKS);
    let rows: Vec<(Uuid, i32, String, Uuid)> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|(id, number, name, store)| (CountId(id), i64::from(number), name, StoreId(store))).collect())
}

/// Transfers of which something is on its way here: shipped, or arrived in part.
async fn transfers(tx: &mut Tx, store: Option<StoreId>) -> Result<Vec<Task>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT id, code, from_store_id, to_store_id, shipped_at FROM transfer WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND state BETWEEN 2 AND 3");
    if let Some(store) = store {
        select.push(" AND to_store_id = ").push_bind(store.0);
    }
    select.push(" ORDER BY id LIMIT ").push_bind(Home::TASKS);
    let rows: Vec<(Uuid, String, Uuid, Uuid, DateTime<Utc>)> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows
        .into_iter()
        .map(|(id, code, from, to, shipped_at)| Task::ReceiveTransfer {
            transfer: TransferId(id),
            code,
            from: from.into(),
            to: to.into(),
            shipped_at,
        })
        .collect())
}

/// Imports that wait for the word to go (state 4), and those that ran (6) and left rows to be mended.
async fn imports(tx: &mut Tx) -> Result<Vec<Task>, OpError> {
    let tenant = tx.tenant();
    let mut tasks = Vec::new();
    let rows: Vec<(Uuid, String, u8)> =
        sqlx::query_as("SELECT id, name, state FROM import WHERE tenant_id = ? AND state IN (4, 6) ORDER BY id DESC LIMIT 20")
            .bind(tenant)
            .fetch_all(tx.conn())
            .await?;
    if rows.is_empty() {
        return Ok(tasks);
    }
    let mut select = QueryBuilder::<MySql>::new("SELECT import_id, COUNT(*) FROM import_row WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND list = 1 AND state = 0 AND import_id IN ");
    push_list(&mut select, rows.iter().map(|(id, ..)| *id));
    select.push(" GROUP BY import_id");
    let waiting: HashMap<Uuid, i64> = select.build_query_as().fetch_all(tx.conn()).await?.into_iter().collect();
    for (id, name, state) in rows {
        let import = ImportId(id);
        match waiting.get(&id) {
            _ if state == 4 => tasks.push(Task::RunImport { import, name }),
            Some(rows) => tasks.push(Task::MendImport { import, name, rows: *rows }),
            None => {}
        }
    }
    tasks.truncate(usize::try_from(Home::TASKS).unwrap_or(5));
    Ok(tasks)
}
