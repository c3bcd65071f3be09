//! Rows set aside, by line.

use super::{
    Imports,
    aside::ASIDE,
    head::{Head, read_json},
};
use admin_rules::{AsideRow, AsideState, ListAside};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, Cursor, ImportId, Page};

impl Handle<ListAside> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListAside) -> Result<Done<Page<AsideRow>>, OpError> {
        Head::load(tx, list.import).await?;
        let size = Page::<AsideRow>::SIZE;
        let rows = rows(tx, list.import, list.cursor.as_ref(), size + 1).await?;
        Ok(Done::reply(Page::of(rows, size, cursor)))
    }
}

pub(crate) fn cursor(row: &AsideRow) -> Cursor {
    Cursor(vec![row.line.to_string()])
}

/// The next rows after a cursor.
pub(crate) async fn rows(tx: &mut Tx, import: ImportId, cursor: Option<&Cursor>, limit: usize) -> Result<Vec<AsideRow>, OpError> {
    let tenant = tx.tenant();
    let after: i64 = cursor.and_then(|cursor| cursor.0.first()).and_then(|line| line.parse().ok()).unwrap_or(-1);
    let rows: Vec<(i64, u8, String, String)> = sqlx::query_as(
        "SELECT line, state, raw, detail FROM import_row WHERE tenant_id = ? AND import_id = ? AND list = ? AND line > ? ORDER BY line, part LIMIT ?",
    )
    .bind(tenant)
    .bind(import.0)
    .bind(ASIDE)
    .bind(after)
    .bind(i64::try_from(limit).unwrap_or(i64::MAX))
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|(line, state, raw, detail)| {
            Ok(AsideRow {
                line: u64::try_from(line).unwrap_or_default(),
                state: AsideState::of_code(state),
                cells: read_json(&raw)?.unwrap_or_default(),
                troubles: read_json(&detail)?.unwrap_or_default(),
            })
        })
        .collect()
}
