//! From rows to a world that is as it is to be. Reading is done before; nothing here asks the database.

use super::{
    Mode, item,
    load::{self, Items, Lock, Variants},
    variant,
    world::World,
};
use catalog_rules::{ItemState, UpsertItem, UpsertOutcome, Upserted, check_row, handle_of, tidy};
use platform::{OpError, Tx, search::fold};
use std::collections::HashSet;
use uuid::Uuid;
use vocabulary::{Code, FieldError};

/// A row with its codes read and its texts tidied.
pub(crate) struct Row<'a> {
    pub said: &'a UpsertItem,
    pub sku: Option<String>,
    pub handle: Option<String>,
    pub name: Option<String>,
    pub codes: Vec<Code>,
    pub wrong: Vec<FieldError>,
}

impl<'a> Row<'a> {
    /// Checks a row in itself.
    pub fn read(said: &'a UpsertItem) -> Self {
        let text = |text: &Option<String>| text.as_deref().map(tidy).filter(|text| !text.is_empty());
        Self {
            said,
            sku: text(&said.sku),
            handle: text(&said.handle),
            name: text(&said.name),
            codes: said.barcodes.iter().filter_map(|barcode| Code::read(&barcode.code).ok()).collect(),
            wrong: check_row(said),
        }
    }

    /// The handle it goes by, or would be given; empty where its name has no letter.
    pub fn handle_or_made(&self) -> String {
        self.handle.clone().unwrap_or_else(|| self.name.as_deref().map(|name| handle_of(&fold(name))).unwrap_or_default())
    }
}

/// Reads all that the rows may touch.
pub(crate) async fn read_world(tx: &mut Tx, rows: &[Row<'_>], lock: Lock) -> Result<World, OpError> {
    let mut world = World::default();
    let good = || rows.iter().filter(|row| row.wrong.is_empty());
    let skus: Vec<String> = distinct(good().filter_map(|row| row.sku.clone()));
    load::variants(tx, &mut world, lock, Variants::Skus(&skus)).await?;
    let handles: Vec<String> = distinct(good().map(Row::handle_or_made).filter(|handle| !handle.is_empty()));
    load::items(tx, &mut world, lock, Items::Handles(&handles)).await?;
    let missing: Vec<Uuid> = distinct(world.variants.values().map(|variant| variant.item).filter(|item| !world.items.contains_key(item)));
    load::items(tx, &mut world, lock, Items::Ids(&missing)).await?;

    // Variants by their place on the axes, which may be in another order in the row than in the item.
    let mut places: Vec<(Uuid, String)> = Vec::new();
    for row in good() {
        if let Some(id) = row.handle.as_ref().and_then(|handle| world.by_handle.get(handle))
            && let Some(item) = world.items.get(id)
        {
            let (_, options) = variant::on_axes(&item.axes, &row.said.options);
            places.push((*id, catalog_rules::option_text(&options)));
        }
    }
    let of: Vec<Uuid> = distinct(places.iter().map(|(item, _)| *item));
    let texts: Vec<String> = distinct(places.into_iter().map(|(_, text)| text));
    load::variants(tx, &mut world, lock, Variants::Places(&of, &texts)).await?;
    load::count_variants(tx, &mut world, &of).await?;

    let found: Vec<Uuid> = world.variants.keys().copied().collect();
    load::codes_of(tx, &mut world, &found).await?;
    let codes: Vec<String> = distinct(good().flat_map(|row| row.codes.iter().map(Code::key)));
    load::holders(tx, &mut world, &codes).await?;
    let names: HashSet<String> =
        good().filter_map(|row| row.said.category.as_deref()).map(|name| fold(&tidy(name))).filter(|name| !name.is_empty()).collect();
    load::categories(tx, &mut world, lock, &names).await?;
    let items: Vec<Uuid> = world.items.keys().copied().collect();
    if good().any(|row| !row.said.image_links.is_empty()) {
        load::links(tx, &mut world, &items).await?;
    }
    if good().any(|row| row.said.state == Some(ItemState::Archived) || row.said.unit.is_some() || row.said.whole.is_some()) {
        load::stock(tx, &mut world, &items).await?;
    }
    Ok(world)
}

fn distinct<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    values.dedup();
    values
}

/// Decides row by row; each sees what those before it did.
pub(crate) fn decide(world: &mut World, rows: &[Row<'_>], mode: Mode) -> Vec<Upserted> {
    let mut claimed = HashSet::new();
    // Under `Create` the item is new with the first row and there for the others.
    let mut created = None;
    rows.iter()
        .map(|row| {
            let mode = if mode == Mode::Create && created.is_some() { Mode::Extend } else { mode };
            let done = one(world, row, mode, created, &mut claimed);
            created = created.or(done.item.map(Uuid::from).filter(|_| mode != Mode::Upsert));
            done
        })
        .collect()
}

fn one(world: &mut World, row: &Row<'_>, mode: Mode, created: Option<Uuid>, claimed: &mut HashSet<Uuid>) -> Upserted {
    let mut wrong = row.wrong.clone();
    let mut done = Upserted { sku: row.sku.clone().unwrap_or_default(), handle: row.handle.clone().unwrap_or_default(), ..Upserted::default() };
    let mut at = None;
    if wrong.is_empty() {
        match find(world, row, mode, created) {
            Ok(found) => at = Some(found),
            Err(error) => wrong.push(error),
        }
    }
    if let Some((item, variant)) = at {
        if let Some(twice) = variant.filter(|id| claimed.contains(id)).and_then(|id| world.variants.get(&id)) {
            wrong.push(FieldError::new("sku", "sku-twice").with("sku", twice.sku.as_str()));
        }
        item::check(world, row, item, &mut wrong);
        variant::check(world, row, item, variant, mode, &mut wrong);
        if wrong.is_empty() {
            settle(world, row, item, variant, &mut done);
            claimed.extend(done.variant.map(Uuid::from));
            return done;
        }
    }
    Upserted { outcome: UpsertOutcome::Refused, problems: wrong, ..done }
}

type Found = (Option<Uuid>, Option<Uuid>);

/// The item and the variant a row is about, as far as they are there.
fn find(world: &World, row: &Row<'_>, mode: Mode, created: Option<Uuid>) -> Result<Found, FieldError> {
    let by_sku = row.sku.as_ref().and_then(|sku| world.by_sku.get(sku)).and_then(|id| world.variants.get(id));
    let by_handle = row.handle.as_ref().and_then(|handle| world.by_handle.get(handle)).copied();
    if let Some(variant) = by_sku {
        let elsewhere = by_handle.is_some_and(|item| item != variant.item);
        if mode != Mode::Upsert || elsewhere {
            return Err(FieldError::new("sku", "sku-taken").with("sku", variant.sku.as_str()).with("name", world.name_of(variant)));
        }
        return Ok((Some(variant.item), Some(variant.id)));
    }
    let Some(item) = created.or(by_handle).and_then(|id| world.items.get(&id)) else { return Ok((None, None)) };
    if mode == Mode::Create {
        return Err(FieldError::new("handle", "handle-taken").with("name", item.name.as_str()));
    }
    let (_, options) = variant::on_axes(&item.axes, &row.said.options);
    let at_place = world.by_place.get(&(item.id, fold(&catalog_rules::option_text(&options)))).and_then(|id| world.variants.get(id));
    match at_place {
        Some(there) if mode == Mode::Extend => {
            let field = if options.is_empty() { "options" } else { "options[0]" };
            Err(FieldError::new(field, "options-taken").with("sku", there.sku.as_str()))
        }
        // A SKU of somebody's own is another variant's name; one that we made gives way to it.
        Some(there) if row.sku.is_none() || there.sku_made => Ok((Some(item.id), Some(there.id))),
        _ => Ok((Some(item.id), None)),
    }
}

/// Nothing is wrong: makes the world as the row says.
fn settle(world: &mut World, row: &Row<'_>, item: Option<Uuid>, variant: Option<Uuid>, done: &mut Upserted) {
    let id = match item {
        Some(id) => {
            done.item_changes = item::change(world, row, id);
            id
        }
        None => {
            done.new_item = true;
            item::make(world, row)
        }
    };
    let variant = match variant {
        Some(variant) => {
            done.variant_changes = variant::change(world, row, variant);
            let unchanged = done.item_changes.is_empty() && done.variant_changes.is_empty();
            done.outcome = if unchanged { UpsertOutcome::Unchanged } else { UpsertOutcome::Changed };
            variant
        }
        None => {
            done.outcome = UpsertOutcome::New;
            variant::make(world, row, id)
        }
    };
    done.item = Some(id.into());
    done.variant = Some(variant.into());
    if let Some(item) = world.items.get(&id) {
        done.handle.clone_from(&item.handle);
        done.item_version = item.version;
        let category = item.category;
        done.new_category = world.new_category(category).map(|(id, name)| (id.into(), name));
    }
    if let Some(variant) = world.variants.get(&variant) {
        done.sku.clone_from(&variant.sku);
        done.variant_version = variant.version;
    }
}
