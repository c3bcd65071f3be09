//! What was written in the books for a transfer: its own postings, and what took them back.

use crate::heads;
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{AssertSqlSafe, MySql, QueryBuilder};
use std::collections::HashMap;
use stock_rules::TransferStep;
use uuid::Uuid;
use vocabulary::{Quantity, TransferId};

/// Most that are read for one page.
const STEPS: u32 = 200;

/// Oldest first.
///
/// # Errors
/// When the database fails.
pub(super) async fn steps(tx: &mut Tx, transfer: TransferId) -> Result<Vec<TransferStep>, OpError> {
    let tenant = tx.tenant();
    let own = format!("SELECT {} FROM posting p WHERE p.tenant_id = ? AND p.document_id = ? ORDER BY p.id LIMIT {STEPS}", heads::HEAD);
    let mut rows: Vec<heads::HeadRow> = sqlx::query_as(AssertSqlSafe(own)).bind(tenant).bind(transfer.0).fetch_all(tx.conn()).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut undone = QueryBuilder::<MySql>::new("SELECT ");
    undone.push(heads::HEAD).push(" FROM posting p WHERE p.tenant_id = ").push_bind(tenant).push(" AND p.document_id IN ");
    push_list(&mut undone, rows.iter().map(|row| row.0));
    undone.push(" AND p.document_kind = 'posting' ORDER BY p.id LIMIT ").push_bind(STEPS);
    rows.extend(undone.build_query_as::<heads::HeadRow>().fetch_all(tx.conn()).await?);
    rows.sort_unstable_by_key(|row| row.0);
    let sums = sums(tx, rows.iter().map(|row| row.0)).await?;
    rows.into_iter()
        .map(|row| {
            let (quantity, taken_back) = sums.get(&row.0).copied().unwrap_or_default();
            Ok(TransferStep { posting: heads::head(row)?, quantity, taken_back })
        })
        .collect()
}

/// How much each posting moved, and whether all its lines were taken back.
async fn sums(tx: &mut Tx, postings: impl Iterator<Item = Uuid>) -> Result<HashMap<Uuid, (Quantity, bool)>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT m.posting_id, SUM(m.quantity), COUNT(DISTINCT m.line), COUNT(DISTINCT r.line) FROM stock_movement m \
         LEFT JOIN reversal r ON r.tenant_id = m.tenant_id AND r.posting_id = m.posting_id AND r.line = m.line WHERE m.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND m.quantity > 0 AND m.posting_id IN ");
    push_list(&mut select, postings);
    select.push(" GROUP BY m.posting_id");
    let rows: Vec<(Uuid, Decimal, i64, i64)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let told = |(id, sum, lines, back)| Ok((id, (Quantity::new(sum).map_err(anyhow::Error::new)?, lines == back)));
    rows.into_iter().map(told).collect()
}
