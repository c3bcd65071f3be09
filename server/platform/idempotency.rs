//! The same request twice is one request. The key is claimed first and its reply stored last, in the command's own
//! transaction, so that either both are there or neither.

use crate::{
    db::{Tx, push_list},
    error::{OpError, is_duplicate, is_lock_wait},
    sabotage::{self, Fault},
};
use sqlx::{MySql, QueryBuilder, types::Json};
use std::collections::HashSet;
use vocabulary::{AppError, Key, Said};

pub(crate) enum Claim {
    /// The key is new: go on.
    Fresh,
    /// It was answered before, with this.
    Replay(serde_json::Value),
}

/// How long a key is remembered, in days.
pub const DAYS: i64 = 30;

pub(crate) async fn claim(tx: &mut Tx, key: &Key, hash: &[u8; 32]) -> Result<Claim, OpError> {
    if sabotage::on(Fault::KeyNotClaimed) {
        return Ok(Claim::Fresh);
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    let inserted = sqlx::query("INSERT INTO idempotency (tenant_id, request_key, request_hash, created_at) VALUES (?, ?, ?, ?)")
        .bind(tenant)
        .bind(key.as_str())
        .bind(hash.as_slice())
        .bind(now)
        .execute(tx.conn())
        .await;
    match inserted {
        Ok(_) => Ok(Claim::Fresh),
        Err(error) if is_duplicate(&error, None) => replay(tx, key, hash).await,
        // Somebody else holds the row: the first request under this key is still running.
        Err(error) if is_lock_wait(&error) => Err(AppError::conflict(Said::new("request-still-running")).into()),
        Err(error) => Err(error.into()),
    }
}

async fn replay(tx: &mut Tx, key: &Key, hash: &[u8; 32]) -> Result<Claim, OpError> {
    if sabotage::on(Fault::RetryWithoutKey) {
        return Ok(Claim::Fresh);
    }
    let row: Option<(Vec<u8>, Option<Json<serde_json::Value>>)> =
        sqlx::query_as("SELECT request_hash, reply FROM idempotency WHERE tenant_id = ? AND request_key = ?")
            .bind(tx.tenant())
            .bind(key.as_str())
            .fetch_optional(tx.conn())
            .await?;
    match row {
        Some((known, Some(Json(reply)))) if known == hash || sabotage::on(Fault::KeyReused) => Ok(Claim::Replay(reply)),
        Some((known, None)) if known == hash => Ok(Claim::Replay(serde_json::Value::Null)),
        Some(_) => Err(AppError::invalid("idempotency_key", "idempotency-key-reused").into()),
        // Swept away between the two statements.
        None => Err(OpError::Again),
    }
}

/// Which of several keys are known already; they are for [`claim`].
pub(crate) async fn known(tx: &mut Tx, keys: &[&Key]) -> Result<HashSet<String>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT request_key FROM idempotency WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND request_key IN ");
    push_list(&mut select, keys.iter().map(|key| key.as_str()));
    Ok(select.build_query_scalar().fetch_all(tx.conn()).await?.into_iter().collect())
}

/// What was answered to a request that was done with others.
pub(crate) struct Answered<'a> {
    pub key: &'a Key,
    pub hash: [u8; 32],
    pub reply: serde_json::Value,
}

/// Keeps the replies of requests that were done together, whose keys were not claimed before.
///
/// # Errors
/// When one of the keys was claimed meanwhile: then everything is to be taken back, and each done by itself.
pub(crate) async fn keep_all(tx: &mut Tx, mut answered: Vec<Answered<'_>>) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    answered.sort_unstable_by(|a, b| a.key.as_str().cmp(b.key.as_str()));
    for answered in tx.parts(&answered) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO idempotency (tenant_id, request_key, request_hash, created_at, reply) ");
        insert.push_values(answered, |mut row, one| {
            row.push_bind(tenant).push_bind(one.key.as_str()).push_bind(one.hash.as_slice()).push_bind(now).push_bind(Json(&one.reply));
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

pub(crate) async fn keep(tx: &mut Tx, key: &Key, reply: &serde_json::Value) -> Result<(), OpError> {
    let tenant = tx.tenant();
    if sabotage::on(Fault::WriteWithoutReply) {
        return Ok(());
    }
    if sabotage::on(Fault::ReplyWithoutWrite) {
        forget_all_but(tx, key).await?;
    }
    sqlx::query("UPDATE idempotency SET reply = ? WHERE tenant_id = ? AND request_key = ?")
        .bind(Json(reply))
        .bind(tenant)
        .bind(key.as_str())
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Takes back all that this transaction has written, but for the claim of its key.
#[cold]
async fn forget_all_but(tx: &mut Tx, key: &Key) -> Result<(), OpError> {
    use sqlx::Executor;
    let (tenant, now) = (tx.tenant(), tx.now());
    let hash: Option<Vec<u8>> = sqlx::query_scalar("SELECT request_hash FROM idempotency WHERE tenant_id = ? AND request_key = ?")
        .bind(tenant)
        .bind(key.as_str())
        .fetch_optional(tx.conn())
        .await?;
    tx.conn().execute("ROLLBACK").await?;
    tx.conn().execute("START TRANSACTION").await?;
    sqlx::query("INSERT INTO idempotency (tenant_id, request_key, request_hash, created_at) VALUES (?, ?, ?, ?)")
        .bind(tenant)
        .bind(key.as_str())
        .bind(hash.unwrap_or_default())
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}
