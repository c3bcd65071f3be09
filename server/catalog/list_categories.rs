//! All categories with how many items are in each.

use crate::Catalog;
use catalog_rules::{Categories, CategoryRow, ListCategories};
use platform::{Done, Handle, OpError, Tx};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::Actor;

impl Handle<ListCategories> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, _: ListCategories) -> Result<Done<Categories>, OpError> {
        let tenant = tx.tenant();
        let names: Vec<(Uuid, String)> = sqlx::query_as("SELECT id, name FROM category WHERE tenant_id = ? ORDER BY name, id LIMIT 5000")
            .bind(tenant)
            .fetch_all(tx.conn())
            .await?;
        // All from one key, then those that are put away from another: neither reads a row of the table.
        let all: Vec<(Uuid, i64)> =
            sqlx::query_as("SELECT category_id, COUNT(*) FROM item FORCE INDEX (item_category) WHERE tenant_id = ? GROUP BY category_id")
                .bind(tenant)
                .fetch_all(tx.conn())
                .await?;
        let archived: Vec<(Uuid, i64)> =
            sqlx::query_as("SELECT category_id, COUNT(*) FROM item FORCE INDEX (item_state) WHERE tenant_id = ? AND state = 4 GROUP BY category_id")
                .bind(tenant)
                .fetch_all(tx.conn())
                .await?;
        let mut counts: HashMap<Uuid, i64> = all.into_iter().collect();
        for (category, count) in archived {
            *counts.entry(category).or_default() -= count;
        }
        let categories =
            names.into_iter().map(|(id, name)| CategoryRow { id: id.into(), name, items: counts.get(&id).copied().unwrap_or_default() }).collect();
        Ok(Done::reply(Categories { categories, without: counts.get(&Uuid::nil()).copied().unwrap_or_default() }))
    }
}
