//! Gives a category another name. Items know it by its id, and its name is none of the words they are found by: one row
//! is written, however many items are in it.

use crate::{
    Catalog,
    category::{free_name, lock_one, taken},
};
use catalog_rules::{CategorySaved, RenameCategory};
use platform::{Done, Event, Handle, OpError, Trail, Tx, error::OnDuplicate};
use serde_json::json;
use vocabulary::Actor;

impl Handle<RenameCategory> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, rename: RenameCategory) -> Result<Done<CategorySaved>, OpError> {
        let RenameCategory { category, version, .. } = rename;
        let head = lock_one(tx, category, version).await?;
        let (name, key) = free_name(tx, &rename.name, Some(head.id)).await?;
        if head.name == name {
            return Ok(Done::reply(CategorySaved { category, name, version }));
        }
        let tenant = tx.tenant();
        sqlx::query("UPDATE category SET name = ?, name_key = ?, version = version + 1 WHERE tenant_id = ? AND id = ?")
            .bind(&name)
            .bind(&key)
            .bind(tenant)
            .bind(head.id)
            .execute(tx.conn())
            .await
            .on_duplicate("category_name", || taken(&name))?;
        let trail = Trail::of("category", category).changed("name", &head.name, &name);
        let event = Event::new("category.changed", category, &json!({ "category": category, "name": name }));
        Ok(Done::reply(CategorySaved { category, name, version: version + 1 }).trail(trail).event(event))
    }
}
