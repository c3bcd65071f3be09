//! What an import changes, old and new.

use super::{
    Imports,
    aside::CHANGES,
    head::{Head, read_json},
};
use admin_rules::{Change, ListChanges};
use platform::{Done, Handle, OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use vocabulary::{Actor, Cursor, Page};

impl Handle<ListChanges> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListChanges) -> Result<Done<Page<Change>>, OpError> {
        Head::load(tx, list.import).await?;
        let size = Page::<Change>::SIZE;
        let after = |at: usize| list.cursor.as_ref().and_then(|cursor| cursor.0.get(at)).and_then(|part| part.parse::<i64>().ok()).unwrap_or(-1);
        let (line, part, tenant) = (after(0), after(1), tx.tenant());
        let mut select = QueryBuilder::<MySql>::new("SELECT line, part, detail FROM import_row WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND import_id = ").push_bind(list.import.0).push(" AND list = ").push_bind(CHANGES);
        if let Some(kind) = list.kind {
            select.push(" AND state = ").push_bind(kind.code());
        }
        select.push(" AND line >= ").push_bind(line).push(" AND (line > ").push_bind(line).push(" OR part > ").push_bind(part);
        select.push(") ORDER BY line, part LIMIT ").push_bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
        let rows: Vec<(i64, i32, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
        let rows: Result<Vec<((i64, i32), Change)>, OpError> = rows
            .into_iter()
            .map(|(line, part, detail)| Ok(((line, part), read_json(&detail)?.ok_or_else(|| anyhow::anyhow!("a change without detail"))?)))
            .collect();
        let page = Page::of(rows?, size, |((line, part), _)| Cursor(vec![line.to_string(), part.to_string()]));
        Ok(Done::reply(page.map(|(_, change)| change)))
    }
}
