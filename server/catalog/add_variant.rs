//! Adds a variant to an item.

use crate::{
    Catalog,
    create_item::variant_row,
    upsert::{
        self, Mode,
        load::{self, Items, Lock},
        world::World,
    },
};
use catalog_rules::{AddVariant, UpsertItem, VariantSaved};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, AppError, FieldError};

impl Handle<AddVariant> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, add: AddVariant) -> Result<Done<VariantSaved>, OpError> {
        let mut world = World::default();
        load::items(tx, &mut world, Lock::ForUpdate, Items::Ids(&[add.item.0])).await?;
        let item = world.items.get(&add.item.0).ok_or_else(OpError::not_found)?;
        if add.variant.options.len() > item.axes.len() {
            return Err(OpError::invalid("variant.options", "options-too-many"));
        }
        let row = UpsertItem { handle: Some(item.handle.clone()), ..variant_row(&item.axes, &add.variant) };
        let done = upsert::make(tx, &[row], Mode::Extend).await?;
        let row = done.first().ok_or_else(|| anyhow::anyhow!("a variant without a row"))?;
        if !row.problems.is_empty() {
            let fields =
                row.problems.iter().map(|wrong| FieldError { field: format!("variant.{}", wrong.field), said: wrong.said.clone() }).collect();
            return Err(AppError::Invalid { fields }.into());
        }
        let variant = row.variant.ok_or_else(|| anyhow::anyhow!("a row without a variant"))?;
        let saved = VariantSaved { variant, sku: row.sku.clone(), version: row.variant_version };
        Ok(Done { reply: saved, trails: upsert::trails(&done), events: upsert::events(&done) })
    }
}
