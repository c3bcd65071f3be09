//! Puts a barcode under a variant.

use crate::{
    Catalog, change, unit,
    upsert::{load, variant::add_barcodes, world::World, write},
};
use catalog_rules::{AddBarcode, CODES_MAX, CodesSaved, check_barcode, read_barcode};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, AppError, FieldError};

impl Handle<AddBarcode> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, add: AddBarcode) -> Result<Done<CodesSaved>, OpError> {
        let mut world = World::default();
        let mut variant = change::variant(tx, &mut world, add.variant).await?;
        let mut wrong = check_barcode("barcode.", &add.barcode);
        if variant.barcodes.len() >= CODES_MAX {
            wrong.push(FieldError::new("barcode.code", "codes-too-many").with("max", CODES_MAX));
        }
        wrong.extend(unit::check_pack(tx, add.variant, &add.barcode).await?);
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let code = read_barcode("barcode.code", &add.barcode.code)?;
        load::holders(tx, &mut world, &[code.key()]).await?;
        if let Some(holder) = world.codes.get(&code.key()).filter(|holder| holder.variant != variant.id) {
            let taken = FieldError::new("barcode.code", "barcode-taken");
            return Err(taken.with("code", code.to_string()).with("sku", holder.sku.as_str()).with("name", holder.name.as_str()).into());
        }
        let mut changes = Vec::new();
        add_barcodes(&mut world, &mut variant, &[add.barcode], &mut changes);
        if !changes.is_empty() {
            variant.touch();
        }
        let reply = CodesSaved { variant: add.variant, version: variant.version, code: code.key() };
        if changes.is_empty() {
            return Ok(Done::reply(reply));
        }
        let (trail, event) = (change::trail_of(variant.item, &variant.sku, &changes), change::event_of(&variant));
        world.add_again(variant);
        write::write(tx, &mut world).await?;
        Ok(Done::reply(reply).trail(trail).event(event))
    }
}
