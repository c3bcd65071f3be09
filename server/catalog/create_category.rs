//! Makes a category that no item is in yet.

use crate::{
    Catalog,
    category::{free_name, taken},
    upsert::category_made,
};
use catalog_rules::{CategorySaved, CreateCategory};
use platform::{Done, Handle, OpError, Tx, error::OnDuplicate};
use vocabulary::{Actor, CategoryId};

impl Handle<CreateCategory> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, new: CreateCategory) -> Result<Done<CategorySaved>, OpError> {
        let (name, key) = free_name(tx, &new.name, None).await?;
        let (tenant, now, category) = (tx.tenant(), tx.now(), CategoryId::new());
        sqlx::query("INSERT INTO category (tenant_id, id, name, name_key, created_at) VALUES (?, ?, ?, ?, ?)")
            .bind(tenant)
            .bind(category.0)
            .bind(&name)
            .bind(&key)
            .bind(now)
            .execute(tx.conn())
            .await
            .on_duplicate("category_name", || taken(&name))?;
        let (trail, event) = category_made(category, &name);
        Ok(Done::reply(CategorySaved { category, name, version: 1 }).trail(trail).event(event))
    }
}
