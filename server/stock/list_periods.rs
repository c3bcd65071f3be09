//! How far the books of each store are closed.

use crate::Stock;
use chrono::{DateTime, NaiveDate, Utc};
use platform::{Done, Handle, OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use stock_rules::{ListPeriods, PeriodRow};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page};

type Row = (Uuid, String, String, Option<NaiveDate>, Option<DateTime<Utc>>, String, i64, i64);

impl Handle<ListPeriods> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListPeriods) -> Result<Done<Page<PeriodRow>>, OpError> {
        let (tenant, size) = (tx.tenant(), Page::<PeriodRow>::SIZE);
        // What is open is little, however many stores there are: each is counted by the key of its state.
        let mut select = QueryBuilder::<MySql>::new(
            "SELECT s.id, s.code, s.name, s.closed_through, s.closed_at, s.closed_name, \
             (SELECT COUNT(*) FROM count_session c FORCE INDEX (count_session_state) WHERE c.tenant_id = s.tenant_id AND c.state IN (1, 2, 3) \
              AND c.store_id = s.id), \
             (SELECT COUNT(*) FROM transfer t FORCE INDEX (transfer_state) WHERE t.tenant_id = s.tenant_id AND t.state IN (2, 3) \
              AND (t.from_store_id = s.id OR t.to_store_id = s.id)) \
             FROM store s FORCE INDEX (store_code) WHERE s.archived_at IS NULL AND s.tenant_id = ",
        );
        select.push_bind(tenant);
        if let Some(after) = list.cursor.as_ref().and_then(|cursor| cursor.0.first()) {
            select.push(" AND s.code > ").push_bind(after.clone());
        }
        select.push(" ORDER BY s.code LIMIT ").push_bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        Ok(Done::reply(Page::of(rows, size, |row| Cursor(vec![row.1.clone()])).map(told)))
    }
}

fn told((store, code, name, closed_through, changed_at, changed_by, open_counts, on_the_way): Row) -> PeriodRow {
    PeriodRow { store: store.into(), code, name, closed_through, changed_at, changed_by, open_counts, on_the_way }
}
