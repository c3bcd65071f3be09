//! Forgets what a supplier calls a variant.

use crate::{
    Catalog, change,
    upsert::{world::World, write},
};
use catalog_rules::{CodesSaved, RemoveSupplierCode, tidy};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, FieldChange};

impl Handle<RemoveSupplierCode> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, remove: RemoveSupplierCode) -> Result<Done<CodesSaved>, OpError> {
        let mut world = World::default();
        let mut variant = change::variant(tx, &mut world, remove.variant).await?;
        let (tenant, supplier, code) = (tx.tenant(), tidy(&remove.supplier_code.supplier), tidy(&remove.supplier_code.code));
        let gone = sqlx::query("DELETE FROM supplier_code WHERE tenant_id = ? AND code = ? AND supplier = ? AND variant_id = ?")
            .bind(tenant)
            .bind(&code)
            .bind(&supplier)
            .bind(variant.id)
            .execute(tx.conn())
            .await?;
        if gone.rows_affected() == 0 {
            return Err(OpError::not_found());
        }
        variant.touch();
        let changes = [FieldChange { field: String::from("supplier_code"), from: Some(format!("{supplier} {code}")), to: None }];
        let reply = CodesSaved { variant: remove.variant, version: variant.version, code };
        let (trail, event) = (change::trail_of(variant.item, &variant.sku, &changes), change::event_of(&variant));
        world.add_again(variant);
        write::write(tx, &mut world).await?;
        Ok(Done::reply(reply).trail(trail).event(event))
    }
}
