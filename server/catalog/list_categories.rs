//! All categories with how many items are in each.

use crate::Catalog;
use catalog_rules::{Categories, CategoryRow, ListCategories};
use platform::{Done, Handle, OpError, Tx};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::Actor;

impl Handle<ListCategories> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListCategories) -> Result<Done<Categories>, OpError> {
        let tenant = tx.tenant();
        let names: Vec<(Uuid, String)> = sqlx::query_as("SELECT id, name FROM category WHERE tenant_id = ? ORDER BY name, id LIMIT 5000")
            .bind(tenant)
            .fetch_all(tx.conn())
            .await?;
        if list.names_only {
            let categories = names.into_iter().map(|(id, name)| CategoryRow { id: id.into(), name, items: None }).collect();
            return Ok(Done::reply(Categories { categories, without: None }));
        }
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
        let of = |id: &Uuid| Some(counts.get(id).copied().unwrap_or_default());
        let categories = names.into_iter().map(|(id, name)| CategoryRow { items: of(&id), id: id.into(), name }).collect();
        Ok(Done::reply(Categories { categories, without: of(&Uuid::nil()) }))
    }
}
