//! Seal by seal: is each signed by us, does it name the one before, do its leaves give its root, and does each leaf say
//! what its row says today? And is there a row that neither is sealed nor waits for it?

use super::{Check, Failure, PAGE};
use ed25519_dalek::VerifyingKey;
use platform::{
    OpError, Tx, audit,
    seal::{is_signed, leaf_hash, merkle_root},
};
use uuid::Uuid;
use vocabulary::{PostingId, Said};

type SealRow = (i64, i32, Vec<u8>, Vec<u8>, Vec<u8>);
type AuditRow = (Uuid, chrono::DateTime<chrono::Utc>, Uuid, String, String, Uuid, String, Vec<u8>);

pub(super) async fn check(tx: &mut Tx, key: &VerifyingKey) -> Result<Vec<Check>, OpError> {
    Ok(vec![signatures(tx, key).await?, leaves(tx).await?, audits(tx).await?])
}

async fn signatures(tx: &mut Tx, key: &VerifyingKey) -> Result<Check, OpError> {
    let mut check = Check::new("proof-seal");
    let (tenant, id) = (tx.tenant(), tx.tenant_id());
    let mut before: (i64, Vec<u8>) = (0, vec![0; 32]);
    loop {
        let seals: Vec<SealRow> =
            sqlx::query_as("SELECT number, leaves, root, previous, signature FROM seal WHERE tenant_id = ? AND number > ? ORDER BY number LIMIT 200")
                .bind(tenant)
                .bind(before.0)
                .fetch_all(tx.conn())
                .await?;
        if seals.is_empty() {
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

/// Every posting has a leaf or waits for one, and the leaf carries the posting's hash; every leaf still has its row.
async fn leaves(tx: &mut Tx) -> Result<Check, OpError> {
    let mut check = Check::new("proof-sealed-rows");
    let tenant = tx.tenant();
    let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM seal_leaf WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
    check.examined = u64::try_from(count).unwrap_or(0);
    let changed: Vec<Uuid> = sqlx::query_scalar(
        "SELECT p.id FROM posting p LEFT JOIN seal_leaf s ON s.tenant_id = p.tenant_id AND s.kind = 1 AND s.row_id = p.id \
         LEFT JOIN seal_queue q ON q.tenant_id = p.tenant_id AND q.kind = 1 AND q.row_id = p.id \
         WHERE p.tenant_id = ? AND COALESCE(s.hash, q.hash, '') <> p.hash LIMIT 100",
    )
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    for posting in changed {
        check.fails(Failure { posting: Some(PostingId(posting)), ..Failure::new(Said::new("proof-row-changed")) });
    }
    let gone: Vec<(u8, Uuid)> = sqlx::query_as(
        "SELECT s.kind, s.row_id FROM seal_leaf s LEFT JOIN posting p ON s.kind = 1 AND p.tenant_id = s.tenant_id AND p.id = s.row_id \
         LEFT JOIN audit a ON s.kind = 2 AND a.tenant_id = s.tenant_id AND a.id = s.row_id \
         WHERE s.tenant_id = ? AND p.id IS NULL AND a.id IS NULL LIMIT 100",
    )
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    for (_, row) in gone {
        check.fails(Failure { key: row.to_string(), ..Failure::new(Said::new("proof-row-gone")) });
    }
    Ok(check)
}

/// Every audit row still says what its hash covers, and its leaf carries that hash.
async fn audits(tx: &mut Tx) -> Result<Check, OpError> {
    let mut check = Check::new("proof-audit");
    let (tenant, mut after) = (tx.tenant(), Uuid::nil());
    loop {
        let rows: Vec<AuditRow> = sqlx::query_as(
            "SELECT a.id, a.at, a.person_id, a.operation, a.entity_kind, a.entity_id, a.detail, COALESCE(s.hash, q.hash, '') FROM audit a \
             LEFT JOIN seal_leaf s ON s.tenant_id = a.tenant_id AND s.kind = 2 AND s.row_id = a.id \
             LEFT JOIN seal_queue q ON q.tenant_id = a.tenant_id AND q.kind = 2 AND q.row_id = a.id \
             WHERE a.tenant_id = ? AND a.id > ? ORDER BY a.id LIMIT ?",
        )
        .bind(tenant)
        .bind(after)
        .bind(PAGE)
        .fetch_all(tx.conn())
        .await?;
        let Some(last) = rows.last() else { return Ok(check) };
        after = last.0;
        for (id, at, person, operation, entity, entity_id, detail, sealed) in &rows {
            check.examined += 1;
            let hash = audit::row_hash(tenant, *id, at.timestamp_micros(), *person, operation, entity, *entity_id, detail);
            if hash.as_slice() != sealed {
                check.fails(Failure { key: id.to_string(), operation: Some(operation.clone()), ..Failure::new(Said::new("proof-row-changed")) });
            }
        }
    }
}
