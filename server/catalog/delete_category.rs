//! Deletes a category that no item is in.

use crate::{
    Catalog,
    category::{lock_one, must_be_settled},
};
use catalog_rules::{CategoryDeleted, DeleteCategory};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use serde_json::json;
use vocabulary::{Actor, Said};

impl Handle<DeleteCategory> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, delete: DeleteCategory) -> Result<Done<CategoryDeleted>, OpError> {
        let DeleteCategory { category, version } = delete;
        let head = lock_one(tx, category, version).await?;
        must_be_settled(tx, &head).await?;
        let tenant = tx.tenant();
        // Counted to their end by a key alone: who is refused is told how many there are.
        let items: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM item FORCE INDEX (item_category_state) WHERE tenant_id = ? AND category_id = ?")
            .bind(tenant)
            .bind(head.id)
            .fetch_one(tx.conn())
            .await?;
        if items > 0 {
            return Err(OpError::conflict(Said::new("category-has-items").with("name", head.name).with("count", items)));
        }
        sqlx::query("DELETE FROM category WHERE tenant_id = ? AND id = ?").bind(tenant).bind(head.id).execute(tx.conn()).await?;
        let trail = Trail::of("category", category).with("name", &head.name);
        let event = Event::new("category.deleted", category, &json!({ "category": category, "name": head.name }));
        Ok(Done::reply(CategoryDeleted { category }).trail(trail).event(event))
    }
}
