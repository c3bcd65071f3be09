//! One category with how many items are in it, and what was done to it.

use crate::Catalog;
use catalog_rules::{CategoryHistory, CategoryRef, CategoryView, ItemState, ShowCategory};
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx, audit, count};
use uuid::Uuid;
use vocabulary::{Actor, CategoryId, HistoryRow, Page};

/// Name, version, when it was made, the category it goes into.
type Row = (String, i64, DateTime<Utc>, Option<Uuid>, Option<String>);

async fn load(tx: &mut Tx, category: CategoryId) -> Result<Row, OpError> {
    let tenant = tx.tenant();
    let row: Option<Row> = sqlx::query_as(
        "SELECT c.name, c.version, c.created_at, c.merged_into, t.name FROM category c \
         LEFT JOIN category t ON t.tenant_id = c.tenant_id AND t.id = c.merged_into WHERE c.tenant_id = ? AND c.id = ?",
    )
    .bind(tenant)
    .bind(category.0)
    .fetch_optional(tx.conn())
    .await?;
    row.ok_or_else(OpError::not_found)
}

impl Handle<ShowCategory> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowCategory) -> Result<Done<CategoryView>, OpError> {
        let (name, version, created_at, into, into_name) = load(tx, show.category).await?;
        let tenant = tx.tenant();
        let items = count::so_far(tx, &["<", "="], |select, compared| {
            select.push("SELECT 1 AS counts FROM item FORCE INDEX (item_category_state) WHERE tenant_id = ").push_bind(tenant);
            select.push(" AND category_id = ").push_bind(show.category.0).push(format!(" AND state {compared} "));
            select.push_bind(ItemState::Archived.code());
        })
        .await?;
        let [items, archived] = items.try_into().unwrap_or_default();
        let merging_into = into.zip(into_name).map(|(id, name)| CategoryRef { id: id.into(), name });
        Ok(Done::reply(CategoryView { category: show.category, name, version, created_at, items, archived, merging_into }))
    }
}

impl Handle<CategoryHistory> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, history: CategoryHistory) -> Result<Done<Page<HistoryRow>>, OpError> {
        load(tx, history.category).await?;
        Ok(Done::reply(audit::history(tx, "category", history.category, history.cursor.as_ref()).await?))
    }
}
