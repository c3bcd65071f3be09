//! Notes what a supplier calls a variant.

use crate::{
    Catalog, change,
    upsert::{variant::add_supplier_codes, world::World, write},
};
use catalog_rules::{AddSupplierCode, CODES_MAX, CodesSaved, check_supplier_code, tidy};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, AppError, FieldError};

impl Handle<AddSupplierCode> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, add: AddSupplierCode) -> Result<Done<CodesSaved>, OpError> {
        let mut world = World::default();
        let mut variant = change::variant(tx, &mut world, add.variant).await?;
        let mut wrong = check_supplier_code("supplier_code.", &add.supplier_code);
        if variant.supplier_codes.len() >= CODES_MAX {
            wrong.push(FieldError::new("supplier_code.code", "codes-too-many").with("max", CODES_MAX));
        }
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let code = tidy(&add.supplier_code.code);
        let mut changes = Vec::new();
        add_supplier_codes(&mut variant, &[add.supplier_code], &mut changes);
        if !changes.is_empty() {
            variant.touch();
        }
        let reply = CodesSaved { variant: add.variant, version: variant.version, code };
        if changes.is_empty() {
            return Ok(Done::reply(reply));
        }
        let (trail, event) = (change::trail_of(variant.item, &variant.sku, &changes), change::event_of(&variant));
        world.add_again(variant);
        write::write(tx, &mut world).await?;
        Ok(Done::reply(reply).trail(trail).event(event))
    }
}
