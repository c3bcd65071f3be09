//! Count programmes, the oldest first.

use crate::{
    Stock, known,
    programme::{COLUMNS, Row},
};
use platform::{Done, Handle, OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use stock_rules::{CountProgrammeRow, ListCountProgrammes};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page};

impl Handle<ListCountProgrammes> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListCountProgrammes) -> Result<Done<Page<CountProgrammeRow>>, OpError> {
        let tenant = tx.tenant();
        let mut select = QueryBuilder::<MySql>::new("SELECT ");
        select.push(COLUMNS).push_bind(tenant);
        if let Some(store) = list.store {
            known::store(tx, store).await?;
            select.push(" AND p.store_id = ").push_bind(store.0);
        }
        if let Some(after) = list.cursor.as_ref().and_then(|Cursor(parts)| parts.first()?.parse::<Uuid>().ok()) {
            select.push(" AND p.id > ").push_bind(after);
        }
        let size = Page::<CountProgrammeRow>::SIZE;
        select.push(" ORDER BY p.id LIMIT ").push_bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let rows = rows.into_iter().map(Row::told).collect::<Result<Vec<_>, _>>()?;
        Ok(Done::reply(Page::of(rows, size, |row| Cursor(vec![row.programme.to_string()]))))
    }
}
