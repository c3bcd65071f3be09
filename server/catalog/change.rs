//! What all changes of one item or variant begin and end with.

use crate::upsert::{
    load::{self, Items, Lock, Variants},
    world::{Item, Variant, World},
};
use catalog_rules::tidy;
use platform::{Event, OpError, Trail, Tx};
use serde_json::json;
use uuid::Uuid;
use vocabulary::{AppError, FieldChange, ItemId, VariantId};

/// Locks and reads an item.
///
/// # Errors
/// Not found; stale, where it was changed since `version` was read.
pub(crate) async fn item<'a>(tx: &mut Tx, world: &'a mut World, id: ItemId, version: i64) -> Result<&'a mut Item, OpError> {
    load::items(tx, world, Lock::ForUpdate, Items::Ids(&[id.0])).await?;
    let item = world.items.get_mut(&id.0).ok_or_else(OpError::not_found)?;
    if item.version == version { Ok(item) } else { Err(AppError::Stale.into()) }
}

/// Locks and reads a variant with its codes, and its item.
///
/// # Errors
/// Not found.
pub(crate) async fn variant(tx: &mut Tx, world: &mut World, id: VariantId) -> Result<Variant, OpError> {
    load::variants(tx, world, Lock::ForUpdate, Variants::Ids(&[id.0])).await?;
    let item = world.variants.get(&id.0).ok_or_else(OpError::not_found)?.item;
    load::items(tx, world, Lock::Shared, Items::Ids(&[item])).await?;
    load::codes_of(tx, world, &[id.0]).await?;
    // Taken out to be changed; put back with `add_again`.
    world.variants.remove(&id.0).ok_or_else(OpError::not_found)
}

/// Notes a text that changes.
pub(crate) fn set(changes: &mut Vec<FieldChange>, field: &str, now: &mut String, new: &str) -> bool {
    if now == new {
        return false;
    }
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    changes.push(FieldChange { field: field.to_owned(), from: some(now), to: some(new) });
    new.clone_into(now);
    true
}

/// A text as it is kept: tidied.
pub(crate) fn kept(text: &str) -> String {
    tidy(text)
}

/// The trail of a variant's change, on its item.
pub(crate) fn trail_of(item: Uuid, sku: &str, changes: &[FieldChange]) -> Trail {
    let mut trail = Trail::of("item", item).with("sku", sku);
    crate::upsert::note(&mut trail, changes);
    trail
}

/// The event of a variant's change.
pub(crate) fn event_of(variant: &Variant) -> Event {
    let item = ItemId(variant.item);
    Event::new("item.changed", item, &json!({ "item": item, "variants": [{ "variant": VariantId(variant.id), "sku": variant.sku }] }))
}

/// Whether any store has something of a variant.
pub(crate) async fn has_stock(tx: &mut Tx, variant: Uuid) -> Result<bool, OpError> {
    let tenant = tx.tenant();
    let found: Option<i64> =
        sqlx::query_scalar("SELECT CAST(1 AS SIGNED) FROM stock_balance WHERE tenant_id = ? AND variant_id = ? AND on_hand <> 0 LIMIT 1")
            .bind(tenant)
            .bind(variant)
            .fetch_optional(tx.conn())
            .await?;
    Ok(found.is_some())
}
