//! Proofs, the latest first.

use super::{Row, prove_books::under_way};
use crate::Admin;
use admin_rules::{ListProofs, ProofRow, Proofs};
use platform::{Done, Handle, OpError, Tx};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page};

/// Proofs of a page.
const SIZE: usize = 20;

impl Handle<ListProofs> for Admin {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListProofs) -> Result<Done<Proofs>, OpError> {
        let before = list.cursor.and_then(|Cursor(after)| after.first()?.parse().ok()).unwrap_or_else(Uuid::max);
        let tenant = tx.tenant();
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, at, person_name, since_at, clean, examined, wrong, duration_ms FROM proof WHERE tenant_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
        )
        .bind(tenant)
        .bind(before)
        .bind(i64::try_from(SIZE + 1).unwrap_or(21))
        .fetch_all(tx.conn())
        .await?;
        let rows = rows.into_iter().map(ProofRow::from).collect();
        let page = Page::of(rows, SIZE, |row: &ProofRow| Cursor(vec![row.proof.to_string()]));
        Ok(Done::reply(Proofs { under_way: under_way(tx).await?, page }))
    }
}
