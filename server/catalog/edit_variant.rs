//! Replaces what is said of a variant.

use crate::{
    Catalog,
    change::{self, kept, set},
    upsert::{
        load::{self, Items, Lock, Variants},
        world::{Variant, World},
        write,
    },
};
use catalog_rules::{EditVariant, ItemState, OPTION_MAX, SKU_MAX, VariantSaved, check_amount, check_line, option_text};
use platform::{Done, Handle, OpError, Tx, search::fold};
use vocabulary::{Actor, AppError, FieldChange, FieldError};

impl Handle<EditVariant> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, edit: EditVariant) -> Result<Done<VariantSaved>, OpError> {
        let mut world = World::default();
        let mut variant = change::variant(tx, &mut world, edit.variant).await?;
        if variant.version != edit.version {
            return Err(AppError::Stale.into());
        }
        let axes = world.items.get(&variant.item).map(|item| item.axes.len()).unwrap_or_default();
        let mut wrong = check(&edit, axes);
        wrong.extend(taken(tx, &variant, &edit).await?);
        if edit.own_state == Some(ItemState::Archived) && variant.own_state != edit.own_state && change::has_stock(tx, variant.id).await? {
            wrong.push(FieldError::new("own_state", "item-has-stock"));
        }
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let sku = variant.sku.clone();
        let changes = settle(&mut variant, &edit);
        if !changes.is_empty() {
            variant.touch();
        }
        let reply = VariantSaved { variant: edit.variant, sku: variant.sku.clone(), version: variant.version };
        if changes.is_empty() {
            return Ok(Done::reply(reply));
        }
        let (trail, event) = (change::trail_of(variant.item, &sku, &changes), change::event_of(&variant));
        world.add_again(variant);
        write::write(tx, &mut world).await?;
        Ok(Done::reply(reply).trail(trail).event(event))
    }
}

fn check(edit: &EditVariant, axes: usize) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    wrong.extend(check_line("sku", &edit.sku, SKU_MAX, true));
    wrong.extend(check_amount("price", edit.price));
    wrong.extend(check_amount("cost", edit.cost));
    if edit.options.len() > axes {
        wrong.push(FieldError::new("options", "options-too-many"));
    }
    for axis in 0..axes {
        let option = edit.options.get(axis).map_or("", String::as_str);
        wrong.extend(check_line(&format!("options[{axis}]"), option, OPTION_MAX, true));
    }
    if matches!(edit.own_state, Some(ItemState::Draft | ItemState::Active)) {
        wrong.push(FieldError::new("own_state", "field-unknown-choice"));
    }
    wrong
}

/// What somebody else has already: the SKU, or the place on the axes.
async fn taken(tx: &mut Tx, variant: &Variant, edit: &EditVariant) -> Result<Vec<FieldError>, OpError> {
    let mut others = World::default();
    load::variants(tx, &mut others, Lock::Shared, Variants::Skus(&[kept(&edit.sku)])).await?;
    load::variants(tx, &mut others, Lock::Shared, Variants::Places(&[variant.item], &[option_text(&edit.options)])).await?;
    let items: Vec<_> = others.variants.values().map(|other| other.item).collect();
    load::items(tx, &mut others, Lock::Shared, Items::Ids(&items)).await?;
    let mut wrong = Vec::new();
    for other in others.variants.values().filter(|other| other.id != variant.id) {
        if other.sku == kept(&edit.sku) {
            wrong.push(FieldError::new("sku", "sku-taken").with("sku", other.sku.as_str()).with("name", others.name_of(other)));
        } else if fold(&other.option_text()) == fold(&option_text(&edit.options)) {
            let field = if edit.options.is_empty() { "options" } else { "options[0]" };
            wrong.push(FieldError::new(field, "options-taken").with("sku", other.sku.as_str()));
        }
    }
    Ok(wrong)
}

fn settle(variant: &mut Variant, edit: &EditVariant) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    if set(&mut changes, "sku", &mut variant.sku, &kept(&edit.sku)) {
        (variant.sku_made, variant.words_changed) = (false, true);
    }
    let mut was = variant.option_text();
    let options: Vec<String> = edit.options.iter().map(|option| kept(option)).collect();
    if set(&mut changes, "options", &mut was, &option_text(&options)) {
        variant.words_changed = true;
    }
    variant.options = options;
    for (field, now, new) in [("price", &mut variant.price, edit.price), ("cost", &mut variant.cost, edit.cost)] {
        if *now != new {
            let plain = |amount: Option<rust_decimal::Decimal>| amount.map(|amount| amount.normalize().to_string());
            changes.push(FieldChange { field: field.to_owned(), from: plain(*now), to: plain(new) });
            *now = new;
        }
    }
    if variant.own_state != edit.own_state {
        let tag = |state: Option<ItemState>| state.map(|state| state.tag().to_owned());
        changes.push(FieldChange { field: String::from("state"), from: tag(variant.own_state), to: tag(edit.own_state) });
        variant.own_state = edit.own_state;
    }
    changes
}
