//! Keeps the next piece of a file.

use super::{Imports, head::Head};
use admin_rules::{AppendImport, FILE_MAX, ImportBegun, ImportState, PIECE};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, FieldError, Said};

impl Handle<AppendImport> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, next: AppendImport) -> Result<Done<ImportBegun>, OpError> {
        let head = Head::lock(tx, next.import).await?;
        head.must_be(&[ImportState::Uploading])?;
        let length = next.piece.0.len();
        if length == 0 || length > PIECE {
            return Err(FieldError::new("piece", "field-too-long").with("max", PIECE).into());
        }
        if head.size + length as u64 > FILE_MAX {
            return Err(OpError::conflict(too_large()));
        }
        if next.number != head.pieces {
            return Err(OpError::invalid("number", "field-unknown-choice"));
        }
        let tenant = tx.tenant();
        sqlx::query("INSERT INTO import_chunk (tenant_id, import_id, number, bytes) VALUES (?, ?, ?, ?)")
            .bind(tenant)
            .bind(next.import.0)
            .bind(next.number)
            .bind(&next.piece.0)
            .execute(tx.conn())
            .await?;
        sqlx::query("UPDATE import SET size = size + ?, pieces = pieces + 1 WHERE tenant_id = ? AND id = ?")
            .bind(i64::try_from(length).unwrap_or(i64::MAX))
            .bind(tenant)
            .bind(next.import.0)
            .execute(tx.conn())
            .await?;
        Ok(Done::reply(ImportBegun { import: next.import, job: None }))
    }
}

/// How a file that is too large is told.
pub(crate) fn too_large() -> Said {
    Said::new("import-file-too-large").with("limit", i64::try_from(FILE_MAX / (1024 * 1024)).unwrap_or(i64::MAX))
}
