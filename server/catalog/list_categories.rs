//! Categories by name with how many items are in each, a page at a time; or their names alone.

use crate::Catalog;
use catalog_rules::{Categories, CategoryRow, ItemState, ListCategories};
use platform::{Done, Handle, OpError, Tx, count, find, search::fold};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page};

/// Most names at once: those that forms offer.
const NAMES: usize = 5_000;

/// Id, name, and the name as it is ordered.
type Row = (Uuid, String, String);

impl Handle<ListCategories> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListCategories) -> Result<Done<Categories>, OpError> {
        let tenant = tx.tenant();
        let size = if list.names_only { NAMES } else { Page::<CategoryRow>::SIZE };
        let page = Page::of(select(tx, &list, size + 1).await?, size, |row| Cursor(vec![row.2.clone()]));
        if list.names_only {
            let categories = page.rows.into_iter().map(|(id, name, _)| CategoryRow { id: id.into(), name, items: None }).collect();
            return Ok(Done::reply(Categories { categories, without: None, next: page.next }));
        }
        // Last those in none.
        let ids: Vec<Uuid> = page.rows.iter().map(|row| row.0).chain([Uuid::nil()]).collect();
        let mut items = count::so_far(tx, &ids, |select, id| {
            select.push("SELECT 1 AS counts FROM item FORCE INDEX (item_category_state) WHERE tenant_id = ").push_bind(tenant);
            select.push(" AND category_id = ").push_bind(*id).push(" AND state < ").push_bind(ItemState::Archived.code());
        })
        .await?;
        let without = items.pop();
        let categories =
            page.rows.into_iter().zip(items).map(|((id, name, _), items)| CategoryRow { id: id.into(), name, items: Some(items) }).collect();
        Ok(Done::reply(Categories { categories, without, next: page.next }))
    }
}

/// The next categories, by their folded names: the key by which they are found has them in this order, and those that
/// begin alike lie together in it.
async fn select(tx: &mut Tx, list: &ListCategories, most: usize) -> Result<Vec<Row>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT id, name, name_key FROM category FORCE INDEX (category_name) WHERE tenant_id = ");
    select.push_bind(tenant);
    let begins = fold(list.q.as_deref().unwrap_or_default());
    if !begins.is_empty() {
        select.push(" AND name_key >= ").push_bind(begins.clone()).push(" AND name_key < ").push_bind(find::end_of(&begins));
    }
    if let Some(after) = list.cursor.as_ref().and_then(|cursor| cursor.0.first()) {
        select.push(" AND name_key > ").push_bind(after.clone());
    }
    select.push(" ORDER BY name_key LIMIT ").push_bind(i64::try_from(most).unwrap_or(i64::MAX));
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}
