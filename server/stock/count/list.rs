//! Counts in a list.

use super::session::{ListRow, ROW};
use crate::{Stock, known};
use platform::{Done, Handle, OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use stock_rules::{CountRow, ListCounts};
use vocabulary::{Actor, Cursor, Page};

impl Handle<ListCounts> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListCounts) -> Result<Done<Page<CountRow>>, OpError> {
        let tenant = tx.tenant();
        let mut select = QueryBuilder::<MySql>::new(ROW);
        select.push_bind(tenant);
        if let Some(store) = list.store {
            known::store(tx, store).await?;
            select.push(" AND s.store_id = ").push_bind(store.0);
        }
        if let Some(state) = list.state {
            select.push(" AND s.state = ").push_bind(state.code());
        }
        if list.to_count {
            select.push(
                " AND (s.state IN (1, 2) OR (s.state = 3 AND EXISTS (SELECT 1 FROM count_line a WHERE a.tenant_id = s.tenant_id \
                 AND a.count_id = s.id AND a.state = 6)))",
            );
        }
        if let Some(Cursor(after)) = &list.cursor
            && let Some(number) = after.first().and_then(|number| number.parse::<i32>().ok())
        {
            select.push(" AND s.number < ").push_bind(number);
        }
        select.push(" ORDER BY s.number DESC LIMIT ").push_bind(i64::try_from(Page::<CountRow>::SIZE + 1).unwrap_or(51));
        let rows: Vec<ListRow> = select.build_query_as().fetch_all(tx.conn()).await?;
        let rows = rows.into_iter().filter_map(ListRow::told).collect();
        let cursor = |row: &CountRow| Cursor(vec![row.number.trim_start_matches("CNT-").to_owned()]);
        Ok(Done::reply(Page::of(rows, Page::<CountRow>::SIZE, cursor)))
    }
}
