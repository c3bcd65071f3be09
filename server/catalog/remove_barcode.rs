//! Takes a barcode away from a variant.

use crate::{
    Catalog, change,
    upsert::{
        variant::said_code,
        world::{Fate, World},
        write,
    },
};
use catalog_rules::{CodesSaved, RemoveBarcode};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, Code, FieldChange};

impl Handle<RemoveBarcode> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, remove: RemoveBarcode) -> Result<Done<CodesSaved>, OpError> {
        let mut world = World::default();
        let mut variant = change::variant(tx, &mut world, remove.variant).await?;
        // What is kept may not read as a code any more, were the rules to change: so the text itself is tried too.
        let key = Code::read(&remove.code).map_or_else(|_| remove.code.clone(), |code| code.key());
        let barcode = variant.barcodes.iter_mut().find(|barcode| barcode.code == key).ok_or_else(OpError::not_found)?;
        barcode.fate = Fate::Removed;
        let changes = [FieldChange { field: String::from("barcode"), from: Some(said_code(barcode)), to: None }];
        variant.words_changed = true;
        variant.touch();
        let reply = CodesSaved { variant: remove.variant, version: variant.version, code: key };
        let (trail, event) = (change::trail_of(variant.item, &variant.sku, &changes), change::event_of(&variant));
        world.add_again(variant);
        write::write(tx, &mut world).await?;
        Ok(Done::reply(reply).trail(trail).event(event))
    }
}
