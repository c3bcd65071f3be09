//! What is written beside the rows: a trail for the item and one for each variant that changed, and an event per item.

use catalog_rules::{UpsertOutcome, Upserted};
use platform::{Event, Trail};
use serde_json::json;
use std::collections::BTreeMap;
use vocabulary::{CategoryId, FieldChange, ItemId};

/// Most SKUs that the trail of one item names.
const NAMED: usize = 50;

/// The trails of rows that were written. All are on the item, so that its history tells of its variants too; a
/// variant's names its SKU.
#[must_use]
pub fn trails(done: &[Upserted]) -> Vec<Trail> {
    let mut items: BTreeMap<ItemId, (Trail, Vec<&str>, bool)> = BTreeMap::new();
    let mut trails = Vec::new();
    for row in done.iter().filter(|row| row.outcome != UpsertOutcome::Refused) {
        if let Some((category, name)) = &row.new_category {
            trails.push(category_made(*category, name).0);
        }
        let Some(item) = row.item else { continue };
        let (trail, skus, said) = items.entry(item).or_insert_with(|| (Trail::of("item", item), Vec::new(), false));
        if row.new_item {
            trail.detail.insert(String::from("handle"), json!({ "to": row.handle }));
            *said = true;
        }
        *said |= !row.item_changes.is_empty();
        note(trail, &row.item_changes);
        if row.outcome == UpsertOutcome::New {
            skus.push(&row.sku);
        }
        if !row.variant_changes.is_empty() {
            let mut trail = Trail::of("item", item).with("sku", &row.sku);
            note(&mut trail, &row.variant_changes);
            trails.push(trail);
        }
    }
    for (trail, skus, said) in items.into_values() {
        if !skus.is_empty() {
            let named: Vec<&str> = skus.iter().take(NAMED).copied().collect();
            trails.push(trail.with("variants_added", json!({ "count": skus.len(), "skus": named })));
        } else if said {
            trails.push(trail);
        }
    }
    trails
}

/// Adds changes to a trail; several of one field (barcodes) are told one after the other.
pub(crate) fn note(trail: &mut Trail, changes: &[FieldChange]) {
    for change in changes {
        let mut field = change.field.clone();
        let mut more = 2;
        while trail.detail.contains_key(&field) && field != "sku" {
            field = format!("{}#{more}", change.field);
            more += 1;
        }
        // A variant's own SKU is how its trail is told from its item's; the change of it keeps the old one too.
        trail.detail.insert(field, json!({ "from": change.from, "to": change.to }));
    }
}

/// What is told of a category that is new.
pub(crate) fn category_made(category: CategoryId, name: &str) -> (Trail, Event) {
    let event = Event::new("category.created", category, &json!({ "category": category, "name": name }));
    (Trail::of("category", category).with("name", name), event)
}

/// One event per item that was made or changed, before them one per category that was made.
#[must_use]
pub fn events(done: &[Upserted]) -> Vec<Event> {
    let mut items: BTreeMap<ItemId, (bool, Vec<serde_json::Value>)> = BTreeMap::new();
    for row in done {
        if let (Some(item), UpsertOutcome::New | UpsertOutcome::Changed) = (row.item, row.outcome) {
            let entry = items.entry(item).or_default();
            entry.0 |= row.new_item;
            if let Some(variant) = row.variant {
                entry.1.push(json!({ "variant": variant, "sku": row.sku }));
            }
        }
    }
    let made = done.iter().filter_map(|row| row.new_category.as_ref());
    made.map(|(category, name)| category_made(*category, name).1)
        .chain(items.into_iter().map(|(item, (new, variants))| {
            Event::new(if new { "item.created" } else { "item.changed" }, item, &json!({ "item": item, "variants": variants }))
        }))
        .collect()
}
