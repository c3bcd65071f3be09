//! The item a variant belongs to.

use crate::Catalog;
use catalog_rules::{FindVariant, VariantFound};
use platform::{Done, Handle, OpError, Tx};
use uuid::Uuid;
use vocabulary::Actor;

impl Handle<FindVariant> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, find: FindVariant) -> Result<Done<VariantFound>, OpError> {
        let tenant = tx.tenant();
        let row: Option<(Uuid, String)> = sqlx::query_as("SELECT item_id, sku FROM variant WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(find.variant.0)
            .fetch_optional(tx.conn())
            .await?;
        let (item, sku) = row.ok_or_else(OpError::not_found)?;
        Ok(Done::reply(VariantFound { variant: find.variant, item: item.into(), sku }))
    }
}
