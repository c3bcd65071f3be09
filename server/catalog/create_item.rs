//! Adds an item with its variants.

use crate::{
    Catalog,
    upsert::{self, Mode, ROWS_MAX},
};
use catalog_rules::{
    CreateItem, ItemSaved, NewVariant, OPTION_MAX, UpsertItem, Upserted, VARIANTS_MAX, VariantSaved, check_axes, check_line, is_item_field,
};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, AppError, FieldError};

impl Handle<CreateItem> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, mut new: CreateItem) -> Result<Done<ItemSaved>, OpError> {
        if new.variants.is_empty() {
            new.variants.push(NewVariant::default());
        }
        let wrong = check(&new);
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let rows = rows_of(&new);
        let mut done: Vec<Upserted> = Vec::with_capacity(rows.len());
        for (part, chunk) in rows.chunks(ROWS_MAX).enumerate() {
            let mode = if part == 0 { Mode::Create } else { Mode::Extend };
            // The handle that the first rows were given holds the later ones to the same item.
            let chunk: Vec<UpsertItem> = match done.first() {
                Some(first) => chunk.iter().map(|row| UpsertItem { handle: Some(first.handle.clone()), ..row.clone() }).collect(),
                None => chunk.to_vec(),
            };
            let made = upsert::make(tx, &chunk, mode).await?;
            refuse(&made, part * ROWS_MAX)?;
            done.extend(made);
        }
        let (Some(first), Some(item)) = (done.first(), done.first().and_then(|row| row.item)) else {
            return Err(anyhow::anyhow!("an item without a row").into());
        };
        let variants = done.iter().filter_map(|row| Some(VariantSaved { variant: row.variant?, sku: row.sku.clone(), version: row.variant_version }));
        let saved = ItemSaved { item, handle: first.handle.clone(), version: first.item_version, variants: variants.collect() };
        let mut answer = Done::reply(saved);
        answer.trails = upsert::trails(&done);
        for trail in answer.trails.iter_mut().filter(|trail| trail.entity == "item") {
            trail.detail.insert(String::from("name"), serde_json::json!({ "to": catalog_rules::tidy(&new.name) }));
        }
        answer.events = upsert::events(&done);
        Ok(answer)
    }
}

/// What is wrong with the request as a whole; each row is checked where it is written.
fn check(new: &CreateItem) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    if catalog_rules::tidy(&new.name).is_empty() {
        wrong.push(FieldError::new("name", "field-required"));
    }
    wrong.extend(check_axes(&new.axes));
    if new.variants.len() > VARIANTS_MAX {
        wrong.push(FieldError::new("variants", "variants-too-many").with("max", VARIANTS_MAX));
        return wrong;
    }
    for (at, variant) in new.variants.iter().enumerate() {
        if variant.options.len() > new.axes.len() {
            wrong.push(FieldError::new(&format!("variants[{at}].options"), "options-too-many"));
        }
        for (axis, _) in new.axes.iter().enumerate() {
            let option = variant.options.get(axis).map_or("", String::as_str);
            wrong.extend(check_line(&format!("variants[{at}].options[{axis}]"), option, OPTION_MAX, true));
        }
    }
    wrong
}

/// One row per variant; the first says what there is to say of the item.
fn rows_of(new: &CreateItem) -> Vec<UpsertItem> {
    new.variants
        .iter()
        .enumerate()
        .map(|(at, variant)| {
            let row = variant_row(&new.axes, variant);
            let handle = new.handle.clone().filter(|handle| !handle.trim().is_empty());
            let row = UpsertItem { name: Some(new.name.clone()), handle, ..row };
            if at > 0 {
                return row;
            }
            UpsertItem {
                description: Some(new.description.clone()),
                brand: Some(new.brand.clone()),
                category: new.category.clone(),
                unit: new.unit.clone(),
                whole: new.whole,
                state: new.state,
                attributes: new.attributes.clone(),
                image_links: new.image_links.clone(),
                ..row
            }
        })
        .collect()
}

/// A variant as a row.
pub(crate) fn variant_row(axes: &[String], variant: &NewVariant) -> UpsertItem {
    UpsertItem {
        options: axes.iter().cloned().zip(variant.options.iter().cloned().chain(std::iter::repeat(String::new()))).collect(),
        sku: variant.sku.clone(),
        price: variant.price,
        cost: variant.cost,
        barcodes: variant.barcodes.clone(),
        supplier_codes: variant.supplier_codes.clone(),
        ..UpsertItem::default()
    }
}

/// Says what is wrong with the rows by the fields of the request.
fn refuse(made: &[Upserted], first: usize) -> Result<(), OpError> {
    let mut fields: Vec<FieldError> = Vec::new();
    for (at, row) in made.iter().enumerate() {
        for wrong in &row.problems {
            // Each row repeats its item: it is wrong once.
            let field = if is_item_field(&wrong.field) { wrong.field.clone() } else { format!("variants[{}].{}", first + at, wrong.field) };
            if !fields.iter().any(|known| known.field == field) {
                fields.push(FieldError { field, said: wrong.said.clone() });
            }
        }
    }
    if fields.is_empty() { Ok(()) } else { Err(AppError::Invalid { fields }.into()) }
}
