//! What was done to the books: which days were closed and reopened, and how stock came to be valued.

use crate::{Stock, known};
use platform::{
    Done, Handle, OpError, Tx,
    audit::{self, Listed},
    db::push_list,
};
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use stock_rules::BooksHistory;
use uuid::Uuid;
use vocabulary::{Actor, HistoryRow, Page};

/// Where its acts are listed.
pub(crate) const LIST: &str = "books";

impl Handle<BooksHistory> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, asked: BooksHistory) -> Result<Done<Page<HistoryRow>>, OpError> {
        if let Some(store) = asked.store {
            known::store(tx, store).await?;
        }
        let page = audit::listed(tx, LIST, asked.store.map(|store| store.0), asked.cursor.as_ref()).await?;
        let stores = named(tx, &page.rows, "store", "SELECT id, code FROM store WHERE tenant_id = ").await?;
        let items = named(tx, &page.rows, "item", "SELECT id, name FROM item WHERE tenant_id = ").await?;
        // Of all stores together there is no name to tell.
        Ok(Done::reply(page.map(|Listed { id, row, .. }| {
            let part = stores.get(&id).or_else(|| items.get(&id)).cloned().unwrap_or_default();
            HistoryRow { part, ..row }
        })))
    }
}

/// What the things of a page are called that are of one kind.
async fn named(tx: &mut Tx, rows: &[Listed], kind: &str, sql: &'static str) -> Result<HashMap<Uuid, String>, OpError> {
    let tenant = tx.tenant();
    let ids: Vec<Uuid> = rows.iter().filter(|listed| listed.entity == kind).map(|listed| listed.id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut select = QueryBuilder::<MySql>::new(sql);
    select.push_bind(tenant).push(" AND id IN ");
    push_list(&mut select, ids);
    let rows: Vec<(Uuid, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().collect())
}
