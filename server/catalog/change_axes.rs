//! Replaces the axes of an item, and moves its variants on them.

use crate::{
    Catalog,
    change::{self, kept, set},
    upsert::{
        load::{self, Lock, Variants},
        note,
        world::World,
        write,
    },
};
use catalog_rules::{ChangeAxes, ItemEdited, Placed, option_text, place_anew};
use platform::{Done, Event, Handle, OpError, Trail, Tx, search::fold};
use serde_json::json;
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldChange, VariantId};

impl Handle<ChangeAxes> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, asked: ChangeAxes) -> Result<Done<ItemEdited>, OpError> {
        let mut world = World::default();
        let axes = change::item(tx, &mut world, asked.item, asked.version).await?.axes.clone();
        load::variants(tx, &mut world, Lock::ForUpdate, Variants::Of(&[asked.item.0])).await?;
        let mut ids: Vec<Uuid> = world.variants.keys().copied().collect();
        ids.sort_unstable();
        let placed: Vec<Placed<'_>> = ids
            .iter()
            .filter_map(|id| world.variants.get(id))
            .map(|variant| Placed { variant: VariantId(variant.id), sku: &variant.sku, options: &variant.options })
            .collect();
        let places = place_anew(&axes, &placed, &asked.axes, fold).map_err(|fields| AppError::Invalid { fields })?;
        // Their codes are among the words that are written anew.
        load::codes_of(tx, &mut world, &ids).await?;
        let mut done = Done::reply(ItemEdited { item: asked.item, version: asked.version, changed: false });
        let mut moved = Vec::new();
        for (id, options) in ids.iter().zip(places) {
            let Some(variant) = world.variants.get_mut(id).filter(|variant| variant.options != options) else { continue };
            let mut changes = Vec::new();
            let mut was = variant.option_text();
            variant.words_changed = set(&mut changes, "options", &mut was, &option_text(&options));
            variant.options = options;
            variant.touch();
            if !changes.is_empty() {
                done.trails.push(change::trail_of(variant.item, &variant.sku, &changes));
            }
            moved.push(json!({ "variant": VariantId(variant.id), "sku": variant.sku }));
        }
        let now: Vec<String> = asked.axes.iter().map(|axis| kept(&axis.name)).collect();
        if now == axes && moved.is_empty() {
            return Ok(done);
        }
        if let Some(item) = world.items.get_mut(&asked.item.0) {
            item.axes.clone_from(&now);
            item.touch();
            (done.reply.version, done.reply.changed) = (item.version, true);
        }
        write::write(tx, &mut world).await?;
        if now != axes {
            let some = |axes: &[String]| (!axes.is_empty()).then(|| axes.join(", "));
            let mut trail = Trail::of("item", asked.item);
            note(&mut trail, &[FieldChange { field: String::from("axes"), from: some(&axes), to: some(&now) }]);
            done.trails.push(trail);
        }
        Ok(done.event(Event::new("item.changed", asked.item, &json!({ "item": asked.item, "variants": moved }))))
    }
}
