//! What an undo could not take back, and why.

use super::{
    Imports,
    aside::KEPT,
    head::{Head, read_json},
};
use admin_rules::{KeptRow, ListKept};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, Cursor, Page};

impl Handle<ListKept> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListKept) -> Result<Done<Page<KeptRow>>, OpError> {
        Head::load(tx, list.import).await?;
        let (tenant, size) = (tx.tenant(), Page::<KeptRow>::SIZE);
        let after = |at: usize| list.cursor.as_ref().and_then(|cursor| cursor.0.get(at)).and_then(|part| part.parse::<i64>().ok());
        let rows: Vec<(i64, i32, String)> = sqlx::query_as(
            "SELECT line, part, detail FROM import_row WHERE tenant_id = ? AND import_id = ? AND list = ? AND line >= ? AND (line > ? OR part > ?) \
             ORDER BY line, part LIMIT ?",
        )
        .bind(tenant)
        .bind(list.import.0)
        .bind(KEPT)
        .bind(after(0).unwrap_or(i64::MIN))
        .bind(after(0).unwrap_or(i64::MIN))
        .bind(after(1).unwrap_or(-1))
        .bind(i64::try_from(size + 1).unwrap_or(i64::MAX))
        .fetch_all(tx.conn())
        .await?;
        let rows: Result<Vec<((i64, i32), KeptRow)>, OpError> = rows
            .into_iter()
            .map(|(line, part, detail)| Ok(((line, part), read_json(&detail)?.ok_or_else(|| anyhow::anyhow!("a row without detail"))?)))
            .collect();
        let page = Page::of(rows?, size, |((line, part), _)| Cursor(vec![line.to_string(), part.to_string()]));
        Ok(Done::reply(page.map(|(_, row)| row)))
    }
}
