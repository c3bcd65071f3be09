//! Replaces what is said of an item as a whole.

use crate::{
    Catalog,
    change::{self, kept, set},
    upsert::{
        category_made,
        load::{self, Items, Lock},
        note,
        world::World,
        write,
    },
};
use catalog_rules::{
    DESCRIPTION_MAX, EditItem, HANDLE_MAX, ItemEdited, LINKS_MAX, NAME_MAX, SHORT_MAX, attribute_changes, check_attributes, check_axes, check_line,
    check_lines, check_link, is_unit, kept_attributes,
};
use platform::{Done, Event, Handle, OpError, Trail, Tx, search::fold};
use serde_json::json;
use std::collections::HashSet;
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldChange, FieldError};

impl Handle<EditItem> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, edit: EditItem) -> Result<Done<ItemEdited>, OpError> {
        let mut world = World::default();
        change::item(tx, &mut world, edit.item, edit.version).await?;
        let mut wrong = check(&edit);
        let handle = kept(&edit.handle);
        let mut other = World::default();
        load::items(tx, &mut other, Lock::Shared, Items::Handles(std::slice::from_ref(&handle))).await?;
        if let Some(other) = other.items.values().find(|item| item.id != edit.item.0) {
            wrong.push(FieldError::new("handle", "handle-taken").with("name", other.name.as_str()));
        }
        load::links(tx, &mut world, &[edit.item.0]).await?;
        load::stock(tx, &mut world, &[edit.item.0]).await?;
        let names: HashSet<String> = edit.category.as_deref().map(|name| fold(&kept(name))).filter(|name| !name.is_empty()).into_iter().collect();
        load::categories(tx, &mut world, Lock::ForUpdate, &names).await?;
        wrong.extend(check_against(&world, &edit));
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let changes = settle(&mut world, &edit, &handle);
        let version = world.items.get(&edit.item.0).map_or(edit.version, |item| item.version);
        let reply = ItemEdited { item: edit.item, version, changed: !changes.is_empty() };
        if changes.is_empty() {
            return Ok(Done::reply(reply));
        }
        let category = world.items.get(&edit.item.0).map(|item| item.category).unwrap_or_default();
        let made = world.new_category(category);
        write::write(tx, &mut world).await?;
        let mut trail = Trail::of("item", edit.item);
        note(&mut trail, &changes);
        let done = Done::reply(reply).trail(trail).event(Event::new("item.changed", edit.item, &json!({ "item": edit.item, "variants": [] })));
        Ok(match made {
            Some((category, name)) => {
                let (trail, event) = category_made(category.into(), &name);
                done.trail(trail).event(event)
            }
            None => done,
        })
    }
}

fn check(edit: &EditItem) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    wrong.extend(check_line("name", &edit.name, NAME_MAX, true));
    wrong.extend(check_line("handle", &edit.handle, HANDLE_MAX, true));
    wrong.extend(check_lines("description", &edit.description, DESCRIPTION_MAX));
    wrong.extend(check_line("brand", &edit.brand, SHORT_MAX, false));
    wrong.extend(edit.category.as_deref().and_then(|category| check_line("category", category, SHORT_MAX, false)));
    if !is_unit(&edit.unit) {
        wrong.push(FieldError::new("unit", "field-unknown-choice"));
    }
    wrong.extend(check_axes(&edit.axes));
    wrong.extend(edit.attributes.iter().flat_map(|attributes| check_attributes(attributes)));
    if edit.image_links.len() > LINKS_MAX {
        wrong.push(FieldError::new("image_links", "links-too-many").with("max", LINKS_MAX));
    }
    wrong.extend(edit.image_links.iter().enumerate().filter_map(|(at, link)| check_link(&format!("image_links[{at}]"), link)));
    wrong
}

/// What is wrong with the change as things are.
fn check_against(world: &World, edit: &EditItem) -> Vec<FieldError> {
    let Some(item) = world.items.get(&edit.item.0) else { return Vec::new() };
    let mut wrong = Vec::new();
    if edit.axes.len() != item.axes.len() {
        wrong.push(FieldError::new("axes", "axes-fixed").with("count", item.axes.len()));
    }
    let moved = world.moved.contains(&item.id);
    if edit.unit != item.unit && moved {
        wrong.push(FieldError::new("unit", "item-unit-fixed").with("unit", item.unit.as_str()));
    }
    if edit.whole && !item.whole && moved {
        wrong.push(FieldError::new("whole", "item-whole-fixed"));
    }
    wrong
}

fn settle(world: &mut World, edit: &EditItem, handle: &str) -> Vec<FieldChange> {
    let category = edit.category.as_deref().map_or(Uuid::nil(), |name| world.category(name));
    let before = world.items.get(&edit.item.0).map(|item| item.category).unwrap_or_default();
    let (mut was, now) = (world.category_name(before), world.category_name(category));
    let Some(item) = world.items.get_mut(&edit.item.0) else { return Vec::new() };
    let mut changes = Vec::new();
    let renamed = set(&mut changes, "name", &mut item.name, &kept(&edit.name));
    set(&mut changes, "handle", &mut item.handle, handle);
    set(&mut changes, "description", &mut item.description, edit.description.trim());
    let branded = set(&mut changes, "brand", &mut item.brand, &kept(&edit.brand));
    if item.category != category {
        set(&mut changes, "category", &mut was, &now);
        item.category = category;
    }
    set(&mut changes, "unit", &mut item.unit, &edit.unit);
    if item.whole != edit.whole {
        changes.push(FieldChange { field: String::from("whole"), from: Some(item.whole.to_string()), to: Some(edit.whole.to_string()) });
        item.whole = edit.whole;
    }
    let axes: Vec<String> = edit.axes.iter().map(|axis| kept(axis)).collect();
    if item.axes != axes {
        changes.push(FieldChange { field: String::from("axes"), from: Some(item.axes.join(", ")), to: Some(axes.join(", ")) });
        item.axes = axes;
    }
    let attributes = edit.attributes.as_deref().map(kept_attributes).filter(|attributes| *attributes != item.attributes);
    let described = attributes.is_some();
    if let Some(attributes) = attributes {
        changes.extend(attribute_changes(&item.attributes, &attributes));
        item.attributes = attributes;
    }
    if item.links != edit.image_links {
        let count = |links: &[String]| Some(links.len().to_string());
        changes.push(FieldChange { field: String::from("image_links"), from: count(&item.links), to: count(&edit.image_links) });
        item.links.clone_from(&edit.image_links);
        item.links_changed = true;
    }
    item.copies_changed = renamed;
    item.words_changed = renamed || branded || described;
    if !changes.is_empty() {
        item.touch();
    }
    changes
}
