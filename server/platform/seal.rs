//! Proof that needs no hot row: new ledger and audit rows wait in a queue with their hashes; once a minute a job takes a
//! tenant's queue and seals it under a signed Merkle root that names the seal before it. Removing or changing a row
//! afterwards breaks its leaf; removing a seal breaks the chain.

use crate::{
    db::{Database, Tx},
    error::OpError,
    sabotage::{self, Fault},
};
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use sha2::{Digest, Sha256};
use sqlx::QueryBuilder;
use uuid::Uuid;
use vocabulary::TenantId;

/// What a leaf stands for; the number it is stored as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaf {
    Posting = 1,
    Audit = 2,
}

/// The key that signs seals. Kept outside the database, so that who can write rows cannot sign for them.
pub struct SealKey {
    pub signing: SigningKey,
}

impl SealKey {
    /// Reads the key from a file of 32 bytes in hexadecimal; makes one, readable by its owner alone, where there is none.
    ///
    /// # Errors
    /// When the file cannot be read or made, or is something else.
    pub fn load_or_make(file: &std::path::Path) -> anyhow::Result<Self> {
        if !file.exists() {
            let secret: [u8; 32] = rand::random();
            write_secret(file, &hex::encode(secret))?;
        }
        let text = std::fs::read_to_string(file)?;
        let bytes: [u8; 32] = hex::decode(text.trim())?.try_into().map_err(|_| anyhow::anyhow!("{} holds no seal key", file.display()))?;
        Ok(Self { signing: SigningKey::from_bytes(&bytes) })
    }
}

/// A key that everybody knows: for tests.
#[must_use]
pub fn test_key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn write_secret(file: &std::path::Path, text: &str) -> std::io::Result<()> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
    writeln!(file, "{text}")
}

/// Most leaves under one seal; what is left waits for the next.
const MOST: i64 = 20_000;

/// Puts rows into the queue, in the transaction that writes them.
///
/// # Errors
/// When the database fails.
pub async fn enqueue(tx: &mut Tx, kind: Leaf, rows: &[(Uuid, [u8; 32])]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for rows in tx.parts(rows) {
        let mut insert = QueryBuilder::new("INSERT INTO seal_queue (tenant_id, kind, row_id, hash) ");
        insert.push_values(rows, |mut row, (id, hash)| {
            row.push_bind(tenant).push_bind(kind as u8).push_bind(*id).push_bind(hash.to_vec());
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

/// Seals what waits for a tenant; returns how many rows. Runs under a lease.
///
/// # Errors
/// When the database fails; nothing is then sealed.
pub async fn seal(database: &Database, tenant: TenantId, key: &SigningKey) -> Result<usize, OpError> {
    let mut tx = database.begin(tenant).await?;
    let waiting: Vec<(u8, Uuid, Vec<u8>)> =
        sqlx::query_as("SELECT kind, row_id, hash FROM seal_queue WHERE tenant_id = ? ORDER BY kind, row_id LIMIT ? FOR UPDATE")
            .bind(tenant.0)
            .bind(MOST)
            .fetch_all(tx.conn())
            .await?;
    if waiting.is_empty() {
        tx.rollback().await?;
        return Ok(0);
    }
    let last: Option<(i64, Vec<u8>)> = sqlx::query_as("SELECT number, root FROM seal WHERE tenant_id = ? ORDER BY number DESC LIMIT 1")
        .bind(tenant.0)
        .fetch_optional(tx.conn())
        .await?;
    let (number, mut previous) = last.map_or((1, vec![0; 32]), |(number, root)| (number + 1, root));
    if sabotage::on(Fault::SealNotChained) {
        previous = vec![0; 32];
    }
    let skipped = usize::from(sabotage::on(Fault::SealSkipsLeaf));
    let hashes: Vec<[u8; 32]> = waiting.iter().skip(skipped).map(|(kind, id, hash)| leaf_hash(*kind, *id, hash)).collect();
    let root = merkle_root(&hashes);
    let signature = key.sign(&signed_text(tenant, number, hashes.len(), &root, &previous));
    let now = tx.now();
    sqlx::query("INSERT INTO seal (tenant_id, number, leaves, root, previous, signature, sealed_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(tenant.0)
        .bind(number)
        .bind(i32::try_from(hashes.len()).unwrap_or(i32::MAX))
        .bind(root.as_slice())
        .bind(&previous)
        .bind(signature.to_bytes().as_slice())
        .bind(now)
        .execute(tx.conn())
        .await?;
    for (chunk, rows) in waiting.chunks(1000).enumerate() {
        let mut insert = QueryBuilder::new("INSERT INTO seal_leaf (tenant_id, kind, row_id, number, position, hash) ");
        let mut position = i32::try_from(chunk * 1000).unwrap_or(i32::MAX);
        insert.push_values(rows.iter().skip(skipped), |mut row, (kind, id, hash)| {
            row.push_bind(tenant.0).push_bind(*kind).push_bind(*id).push_bind(number).push_bind(position).push_bind(hash);
            position += 1;
        });
        insert.build().execute(tx.conn()).await?;
        let mut delete = QueryBuilder::new("DELETE FROM seal_queue WHERE tenant_id = ");
        delete.push_bind(tenant.0).push(" AND (");
        for (at, (kind, id, _)) in rows.iter().enumerate() {
            if at > 0 {
                delete.push(" OR ");
            }
            delete.push("(kind = ").push_bind(*kind).push(" AND row_id = ").push_bind(*id).push(")");
        }
        delete.push(")").build().execute(tx.conn()).await?;
    }
    tx.commit().await?;
    Ok(waiting.len())
}

/// A leaf says what kind of row it stands for, so that one cannot pass for another.
#[must_use]
pub fn leaf_hash(kind: u8, id: Uuid, hash: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update([0, kind]).chain_update(id.as_bytes()).chain_update(hash).finalize().into()
}

/// The root of a Merkle tree whose inner nodes are SHA-256(1 ‖ left ‖ right); an odd node moves up as it is. Leaves and
/// nodes carry different first bytes, so that a node cannot be shown as a leaf (RFC 9162 §2.1.1 does the same).
#[must_use]
pub fn merkle_root(leaves: &[[u8; 32]]) -> [u8; 32] {
    let mut level = leaves.to_vec();
    while level.len() > 1 {
        level = level
            .chunks(2)
            .map(|pair| match pair {
                [left, right] => Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into(),
                [one] => *one,
                _ => [0; 32],
            })
            .collect();
    }
    level.first().copied().unwrap_or_default()
}

fn signed_text(tenant: TenantId, number: i64, leaves: usize, root: &[u8], previous: &[u8]) -> Vec<u8> {
    let mut text = b"stockroom seal 1".to_vec();
    text.extend(tenant.0.to_be_bytes());
    text.extend(number.to_be_bytes());
    text.extend((leaves as u64).to_be_bytes());
    text.extend(root);
    text.extend(previous);
    text
}

/// Whether a seal's signature is ours.
#[must_use]
pub fn is_signed(key: &VerifyingKey, tenant: TenantId, number: i64, leaves: usize, root: &[u8], previous: &[u8], signature: &[u8]) -> bool {
    Signature::from_slice(signature).is_ok_and(|signature| key.verify(&signed_text(tenant, number, leaves, root, previous), &signature).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_leaf_changes_the_root() {
        let leaves: Vec<[u8; 32]> = (0..7).map(|n| [n; 32]).collect();
        let root = merkle_root(&leaves);
        for at in 0..7 {
            let mut other = leaves.clone();
            other[at][0] ^= 1;
            assert_ne!(merkle_root(&other), root, "leaf {at}");
        }
        assert_ne!(merkle_root(&leaves[..6]), root);
    }
}
