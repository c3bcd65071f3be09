//! Seal by seal: is each signed by us, does it name the one before, do its leaves give its root, and does each leaf say
//! what its row says today? And is there a row that neither is sealed nor waits for it?

use super::{Check, Failure, PAGE, only::Rows};
use ed25519_dalek::VerifyingKey;
use platform::{
    OpError, Tx, audit,
    seal::{is_signed, leaf_hash, merkle_root},
};
use uuid::Uuid;
use vocabulary::{PostingId, PostingKind, Said};

type SealRow = (i64, i32, Vec<u8>, Vec<u8>, Vec<u8>);

/// A row of the histories, and the hash under which it is sealed or waits to be.
#[derive(sqlx::FromRow)]
pub(super) struct AuditRow {
    pub id: Uuid,
    at: chrono::DateTime<chrono::Utc>,
    person_id: Uuid,
    pub operation: String,
    pub entity_kind: String,
    pub entity_id: Uuid,
    detail: String,
    sealed: Vec<u8>,
}

/// The seals from one number on. What comes before it is told by the seal before, which is looked at as well.
pub(super) async fn signatures(tx: &mut Tx, key: &VerifyingKey, from: i64) -> Result<Check, OpError> {
    let mut check = Check::new("proof-seal");
    let (tenant, id) = (tx.tenant(), tx.tenant_id());
    let first = (from - 1).max(1);
    let mut before: (i64, Vec<u8>) = (first - 1, vec![0; 32]);
    if first > 1 {
        let root: Option<Vec<u8>> = sqlx::query_scalar("SELECT root FROM seal WHERE tenant_id = ? AND number = ?")
            .bind(tenant)
            .bind(first - 1)
            .fetch_optional(tx.conn())
            .await?;
        before.1 = root.unwrap_or_default();
    }
    loop {
        let seals: Vec<SealRow> =
            sqlx::query_as("SELECT number, leaves, root, previous, signature FROM seal WHERE tenant_id = ? AND number > ? ORDER BY number LIMIT 200")
                .bind(tenant)
                .bind(before.0)
                .fetch_all(tx.conn())
                .await?;
        if seals.is_empty() {
            // A seal that was there once, and none after it.
            if before.0 < from - 1 {
                check.fails(Failure { seq: Some(from - 1), ..Failure::new(Said::new("proof-seal-missing").with("number", from)) });
            }
            return Ok(check);
        }
        for (number, count, root, previous, signature) in seals {
            check.examined += 1;
            let hashes: Vec<(u8, Uuid, Vec<u8>)> =
                sqlx::query_as("SELECT kind, row_id, hash FROM seal_leaf WHERE tenant_id = ? AND number = ? ORDER BY position")
                    .bind(tenant)
                    .bind(number)
                    .fetch_all(tx.conn())
                    .await?;
            let hashes: Vec<[u8; 32]> = hashes.iter().map(|(kind, id, hash)| leaf_hash(*kind, *id, hash)).collect();
            let count = usize::try_from(count).unwrap_or(0);
            let wrong = if number != before.0 + 1 || previous != before.1 {
                Some("proof-seal-missing")
            } else if !is_signed(key, id, number, count, &root, &previous, &signature) {
                Some("proof-seal-forged")
            } else if hashes.len() != count || merkle_root(&hashes).as_slice() != root {
                Some("proof-seal-broken")
            } else {
                None
            };
            if let Some(code) = wrong {
                check.fails(Failure { seq: Some(number), ..Failure::new(Said::new(code).with("number", number)) });
            }
            before = (number, root);
        }
    }
}

/// Every posting whose id lies among these has a leaf or waits for one, and the leaf carries the posting's hash.
pub(super) async fn changed(tx: &mut Tx, rows: Rows, check: &mut Check) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let changed: Vec<(Uuid, u8)> = sqlx::query_as(
        "SELECT p.id, p.kind FROM posting p FORCE INDEX (PRIMARY) LEFT JOIN seal_leaf s ON s.tenant_id = p.tenant_id AND s.kind = 1 AND s.row_id = p.id \
         LEFT JOIN seal_queue q ON q.tenant_id = p.tenant_id AND q.kind = 1 AND q.row_id = p.id \
         WHERE p.tenant_id = ? AND p.id > ? AND p.id <= ? AND COALESCE(s.hash, q.hash, '') <> p.hash LIMIT 100",
    )
    .bind(tenant)
    .bind(rows.after)
    .bind(rows.upto)
    .fetch_all(tx.conn())
    .await?;
    for (posting, kind) in changed {
        let operation = PostingKind::of_code(kind).map(|kind| kind.tag().to_owned());
        check.fails(Failure { posting: Some(PostingId(posting)), operation, ..Failure::new(Said::new("proof-row-changed")) });
    }
    Ok(())
}

/// Every leaf of the seals from one number on still has its row.
pub(super) async fn gone(tx: &mut Tx, from: i64) -> Result<Check, OpError> {
    let mut check = Check::new("proof-sealed-rows");
    let tenant = tx.tenant();
    let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM seal_leaf FORCE INDEX (seal_leaf_place) WHERE tenant_id = ? AND number >= ?")
        .bind(tenant)
        .bind(from)
        .fetch_one(tx.conn())
        .await?;
    check.examined = u64::try_from(count).unwrap_or(0);
    let gone: Vec<Uuid> = sqlx::query_scalar(
        "SELECT s.row_id FROM seal_leaf s FORCE INDEX (seal_leaf_place) LEFT JOIN posting p ON s.kind = 1 AND p.tenant_id = s.tenant_id AND p.id = s.row_id \
         LEFT JOIN audit a ON s.kind = 2 AND a.tenant_id = s.tenant_id AND a.id = s.row_id \
         WHERE s.tenant_id = ? AND s.number >= ? AND p.id IS NULL AND a.id IS NULL LIMIT 100",
    )
    .bind(tenant)
    .bind(from)
    .fetch_all(tx.conn())
    .await?;
    for row in gone {
        check.fails(Failure { key: row.to_string(), ..Failure::new(Said::new("proof-row-gone")) });
    }
    Ok(check)
}

/// The next page of the histories among these rows, each held against its hash and that of its leaf. Empty: there are no more.
pub(super) async fn audits(tx: &mut Tx, rows: Rows, check: &mut Check) -> Result<Vec<AuditRow>, OpError> {
    let tenant = tx.tenant();
    let found: Vec<AuditRow> = sqlx::query_as(
        "SELECT a.id, a.at, a.person_id, a.operation, a.entity_kind, a.entity_id, a.detail, COALESCE(s.hash, q.hash, '') AS sealed FROM audit a FORCE INDEX (PRIMARY) \
         LEFT JOIN seal_leaf s ON s.tenant_id = a.tenant_id AND s.kind = 2 AND s.row_id = a.id \
         LEFT JOIN seal_queue q ON q.tenant_id = a.tenant_id AND q.kind = 2 AND q.row_id = a.id \
         WHERE a.tenant_id = ? AND a.id > ? AND a.id <= ? ORDER BY a.id LIMIT ?",
    )
    .bind(tenant)
    .bind(rows.after)
    .bind(rows.upto)
    .bind(PAGE)
    .fetch_all(tx.conn())
    .await?;
    for row in &found {
        check.examined += 1;
        let at = row.at.timestamp_micros();
        let hash = audit::row_hash(tenant, row.id, at, row.person_id, &row.operation, &row.entity_kind, row.entity_id, &row.detail);
        if hash.as_slice() != row.sealed {
            let operation = Some(row.operation.clone());
            check.fails(Failure { key: row.id.to_string(), operation, ..Failure::new(Said::new("proof-row-changed")) });
        }
    }
    Ok(found)
}
