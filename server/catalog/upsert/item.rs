//! The item's side of a row.

use super::{
    plan::Row,
    variant::{new_axes, on_axes},
    world::{Item, World},
};
use catalog_rules::{
    ATTRIBUTES_MAX, AXES_MAX, Attribute, ItemState, LINKS_MAX, LeastLife, NAME_MAX, VARIANTS_MAX, attribute_changes, kept_attributes, short_code,
    tidy, unit_is_whole,
};
use uuid::Uuid;
use vocabulary::{FieldChange, FieldError, ItemId, Tracking};

/// What is wrong with a row's item as things are.
pub(crate) fn check(world: &World, row: &Row<'_>, item: Option<Uuid>, wrong: &mut Vec<FieldError>) {
    let said = row.said;
    let Some(item) = item.and_then(|id| world.items.get(&id)) else {
        match &row.name {
            None => wrong.push(FieldError::new("name", "field-required")),
            Some(name) if name.chars().count() > NAME_MAX => wrong.push(FieldError::new("name", "field-too-long").with("max", NAME_MAX)),
            Some(_) => {}
        }
        return;
    };
    if said.state == Some(ItemState::Archived) && item.state != ItemState::Archived && world.stocked.contains(&item.id) {
        wrong.push(FieldError::new("state", "item-has-stock"));
    }
    let other_unit = said.unit.as_ref().is_some_and(|unit| *unit != item.unit);
    if other_unit && world.moved.contains(&item.id) {
        wrong.push(FieldError::new("unit", "item-unit-fixed").with("unit", item.unit.as_str()));
    }
    if said.whole == Some(true) && !item.whole && world.moved.contains(&item.id) {
        wrong.push(FieldError::new("whole", "item-whole-fixed"));
    }
    let (axes, _) = on_axes(&item.axes, &said.options);
    if axes.len() > AXES_MAX {
        wrong.push(FieldError::new("axes", "axes-too-many").with("max", AXES_MAX));
    }
    if with_attributes(&item.attributes, &said.attributes).len() > ATTRIBUTES_MAX {
        wrong.push(FieldError::new("attributes", "attributes-too-many").with("max", ATTRIBUTES_MAX));
    }
    let links = item.links.len() + said.image_links.iter().filter(|link| !item.links.contains(link)).count();
    if links > LINKS_MAX {
        wrong.push(FieldError::new("image_links", "links-too-many").with("max", LINKS_MAX));
    }
}

/// Whether an item has room for another variant.
pub(crate) fn is_full(world: &World, item: Option<Uuid>) -> bool {
    item.and_then(|id| world.items.get(&id)).is_some_and(|item| usize::try_from(item.variants).is_ok_and(|count| count >= VARIANTS_MAX))
}

/// A new item.
pub(crate) fn make(world: &mut World, row: &Row<'_>) -> Uuid {
    let (said, id) = (row.said, ItemId::new().0);
    let mut handle = row.handle_or_made();
    // A handle that was given was looked up; one that we made gives way.
    if handle.is_empty() || world.by_handle.contains_key(&handle) {
        let own = short_code(id.as_u128()).to_lowercase();
        handle = if handle.is_empty() { format!("item-{own}") } else { format!("{handle}-{own}") };
    }
    let unit = said.unit.clone().unwrap_or_else(|| String::from("each"));
    let category = said.category.as_deref().map_or(Uuid::nil(), |name| world.category(name));
    let mut links = Vec::new();
    add_links(&mut links, &said.image_links);
    world.add_item(Item {
        id,
        handle,
        name: row.name.clone().unwrap_or_default(),
        description: said.description.as_deref().unwrap_or_default().trim().to_owned(),
        brand: said.brand.as_deref().map(tidy).unwrap_or_default(),
        category,
        whole: said.whole.unwrap_or_else(|| unit_is_whole(&unit)),
        tracking: Tracking::None,
        life: LeastLife::default(),
        unit,
        axes: new_axes(&[], &said.options),
        attributes: kept_attributes(&said.attributes),
        state: said.state.unwrap_or_default(),
        version: 1,
        variants: 0,
        links_changed: !links.is_empty(),
        links,
        is_new: true,
        changed: true,
        copies_changed: false,
        words_changed: false,
    });
    id
}

fn add_links(links: &mut Vec<String>, more: &[String]) -> bool {
    let before = links.len();
    for link in more {
        if !links.contains(link) {
            links.push(link.clone());
        }
    }
    links.len() > before
}

/// An item's attributes with those that a row names set to what it says.
fn with_attributes(now: &[Attribute], said: &[Attribute]) -> Vec<Attribute> {
    let mut attributes = now.to_vec();
    for one in kept_attributes(said) {
        match attributes.iter_mut().find(|known| known.is_called(&one.name)) {
            // Only written otherwise: the name stays.
            Some(known) => known.value = one.value,
            None => attributes.push(one),
        }
    }
    attributes
}

/// Changes an item to what a row says of it; answers what that changed.
pub(crate) fn change(world: &mut World, row: &Row<'_>, id: Uuid) -> Vec<FieldChange> {
    let said = row.said;
    let category = said.category.as_deref().map(|name| world.category(name)).filter(|id| !id.is_nil());
    let category_before = world.items.get(&id).map(|item| world.category_name(item.category)).unwrap_or_default();
    let category_now = category.map(|id| world.category_name(id)).unwrap_or_default();
    let Some(item) = world.items.get_mut(&id) else { return Vec::new() };
    let mut changes = Vec::new();

    let mut name = row.name.clone().unwrap_or_default();
    if swap(&mut changes, "name", &mut item.name, &mut name) {
        (item.copies_changed, item.words_changed) = (true, true);
    }
    let mut description = said.description.as_deref().unwrap_or_default().trim().to_owned();
    swap(&mut changes, "description", &mut item.description, &mut description);
    let mut brand = said.brand.as_deref().map(tidy).unwrap_or_default();
    item.words_changed |= swap(&mut changes, "brand", &mut item.brand, &mut brand);
    if let Some(category) = category.filter(|category| *category != item.category) {
        changes.push(FieldChange { field: String::from("category"), from: some(&category_before), to: some(&category_now) });
        item.category = category;
    }
    let mut unit = said.unit.clone().unwrap_or_default();
    swap(&mut changes, "unit", &mut item.unit, &mut unit);
    if let Some(whole) = said.whole.filter(|whole| *whole != item.whole) {
        changes.push(FieldChange { field: String::from("whole"), from: Some(item.whole.to_string()), to: Some(whole.to_string()) });
        item.whole = whole;
    }
    if let Some(state) = said.state.filter(|state| *state != item.state) {
        changes.push(FieldChange { field: String::from("state"), from: Some(item.state.tag().to_owned()), to: Some(state.tag().to_owned()) });
        item.state = state;
        item.copies_changed = true;
    }
    let axes = new_axes(&item.axes, &said.options);
    if axes.len() > item.axes.len() {
        changes.push(FieldChange { field: String::from("axes"), from: some(&item.axes.join(", ")), to: Some(axes.join(", ")) });
        item.axes = axes;
    }
    let attributes = with_attributes(&item.attributes, &said.attributes);
    if item.attributes != attributes {
        changes.extend(attribute_changes(&item.attributes, &attributes));
        (item.attributes, item.words_changed) = (attributes, true);
    }
    if add_links(&mut item.links, &said.image_links) {
        changes.push(FieldChange { field: String::from("image_links"), from: None, to: Some(item.links.len().to_string()) });
        item.links_changed = true;
    }
    if !changes.is_empty() && !item.is_new {
        item.touch();
    }
    if item.is_new { Vec::new() } else { changes }
}

/// Sets a text that is said and differs; notes it.
fn swap(changes: &mut Vec<FieldChange>, field: &str, now: &mut String, said: &mut String) -> bool {
    if said.is_empty() || now == said {
        return false;
    }
    std::mem::swap(now, said);
    changes.push(FieldChange { field: field.to_owned(), from: some(said), to: some(now) });
    true
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
