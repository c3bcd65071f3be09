//! The variant's side of a row.

use super::{
    Mode,
    item::is_full,
    plan::Row,
    world::{Barcode, Fate, Holder, Variant, World},
};
use catalog_rules::{ItemState, NewBarcode, SupplierCode, VARIANTS_MAX, made_sku, tidy};
use platform::search::fold;
use rust_decimal::Decimal;
use uuid::Uuid;
use vocabulary::{Code, FieldChange, FieldError, VariantId};

/// The item's axes with those of a row that it has not yet.
pub(crate) fn new_axes(axes: &[String], options: &[(String, String)]) -> Vec<String> {
    on_axes(axes, options).0
}

/// A row's options in the order of the item's axes, and those axes with the row's new ones.
pub(crate) fn on_axes(axes: &[String], options: &[(String, String)]) -> (Vec<String>, Vec<String>) {
    let mut axes = axes.to_vec();
    let mut values = vec![String::new(); axes.len()];
    for (axis, value) in options {
        let (axis, value) = (tidy(axis), tidy(value));
        match axes.iter().position(|known| fold(known) == fold(&axis)) {
            Some(at) => values[at] = value,
            None => {
                axes.push(axis);
                values.push(value);
            }
        }
    }
    (axes, values)
}

/// What is wrong with a row's variant as things are.
pub(crate) fn check(world: &World, row: &Row<'_>, item: Option<Uuid>, variant: Option<Uuid>, mode: Mode, wrong: &mut Vec<FieldError>) {
    for (at, code) in row.codes.iter().enumerate() {
        if let Some(holder) = world.codes.get(&code.key()).filter(|holder| Some(holder.variant) != variant) {
            let error = FieldError::new(&format!("barcodes[{at}].code"), "barcode-taken");
            wrong.push(error.with("code", code.to_string()).with("sku", holder.sku.as_str()).with("name", holder.name.as_str()));
        }
    }
    if variant.is_none() && is_full(world, item) {
        wrong.push(FieldError::new("variants", "variants-too-many").with("max", VARIANTS_MAX));
    }
    if mode == Mode::Extend
        && let Some(item) = item.and_then(|id| world.items.get(&id))
        && row.said.options.iter().filter(|(_, value)| !value.trim().is_empty()).count() < item.axes.len()
    {
        let missing = row.said.options.iter().position(|(_, value)| value.trim().is_empty()).unwrap_or(row.said.options.len());
        wrong.push(FieldError::new(&format!("options[{missing}]"), "field-required"));
    }
}

/// A new variant of an item of the world.
pub(crate) fn make(world: &mut World, row: &Row<'_>, item: Uuid) -> Uuid {
    let (said, id) = (row.said, VariantId::new().0);
    let (axes, name) = world.items.get(&item).map(|item| (item.axes.clone(), item.name.clone())).unwrap_or_default();
    let (_, options) = on_axes(&axes, &said.options);
    let sku_made = row.sku.is_none();
    let sku = row.sku.clone().unwrap_or_else(|| made_sku(&fold(&name), id.as_u128()));
    let mut variant = Variant {
        id,
        item,
        sku,
        sku_made,
        options,
        price: said.price,
        cost: said.cost,
        own_state: None,
        version: 1,
        barcodes: Vec::new(),
        supplier_codes: Vec::new(),
        supplier_codes_known: 0,
        is_new: true,
        changed: true,
        words_changed: true,
    };
    add_barcodes(world, &mut variant, &said.barcodes, &mut Vec::new());
    add_supplier_codes(&mut variant, &said.supplier_codes, &mut Vec::new());
    world.add_variant(variant);
    if let Some(item) = world.items.get_mut(&item) {
        item.variants += 1;
    }
    id
}

/// Changes a variant to what a row says of it; answers what that changed.
pub(crate) fn change(world: &mut World, row: &Row<'_>, id: Uuid) -> Vec<FieldChange> {
    let said = row.said;
    let Some(mut variant) = world.variants.remove(&id) else { return Vec::new() };
    let mut changes = Vec::new();
    if let Some(sku) = row.sku.as_ref().filter(|sku| **sku != variant.sku) {
        world.by_sku.remove(&variant.sku);
        note(&mut changes, "sku", Some(variant.sku.clone()), Some(sku.clone()));
        variant.sku.clone_from(sku);
        (variant.sku_made, variant.words_changed) = (false, true);
    }
    let axes = world.items.get(&variant.item).map(|item| item.axes.clone()).unwrap_or_default();
    let (_, options) = on_axes(&axes, &said.options);
    let before = variant.option_text();
    for (at, option) in options.into_iter().enumerate().filter(|(_, option)| !option.is_empty()) {
        if variant.options.len() <= at {
            variant.options.resize(at + 1, String::new());
        }
        variant.options[at] = option;
    }
    let after = variant.option_text();
    if before != after {
        world.by_place.remove(&(variant.item, fold(&before)));
        note(&mut changes, "options", some(before), some(after));
        variant.words_changed = true;
    }
    for (field, now, said) in [("price", &mut variant.price, said.price), ("cost", &mut variant.cost, said.cost)] {
        if said.is_some() && *now != said {
            note(&mut changes, field, now.map(plain), said.map(plain));
            *now = said;
        }
    }
    if said.wakes && variant.own_state == Some(ItemState::Archived) {
        let to = world.items.get(&variant.item).map(|item| item.state.tag().to_owned());
        note(&mut changes, "state", Some(ItemState::Archived.tag().to_owned()), to);
        variant.own_state = None;
    }
    add_barcodes(world, &mut variant, &said.barcodes, &mut changes);
    add_supplier_codes(&mut variant, &said.supplier_codes, &mut changes);
    // A row may be about a variant that an earlier row made: then it is all new.
    if variant.is_new {
        changes.clear();
    } else if !changes.is_empty() {
        variant.touch();
    }
    world.add_again(variant);
    changes
}

/// Adds the codes that it has not yet; a known one takes the unit and pack that are said.
pub(crate) fn add_barcodes(world: &mut World, variant: &mut Variant, more: &[NewBarcode], changes: &mut Vec<FieldChange>) {
    for barcode in more {
        let Ok(code) = Code::read(&barcode.code) else { continue };
        let pack = barcode.pack.decimal();
        match variant.barcodes.iter_mut().find(|known| known.code == code.key() && known.fate != Fate::Removed) {
            Some(known) if known.unit == barcode.unit && known.pack == pack => {}
            Some(known) => {
                note(changes, "barcode", Some(said_code(known)), Some(format!("{} {} {}", code, barcode.unit, plain(pack))));
                (known.unit, known.pack) = (barcode.unit.clone(), pack);
                if known.fate == Fate::Kept {
                    known.fate = Fate::Changed;
                }
            }
            None => {
                let new = Barcode { code: code.key(), is_gtin: matches!(code, Code::Gtin(_)), unit: barcode.unit.clone(), pack, fate: Fate::Added };
                note(changes, "barcode", None, Some(said_code(&new)));
                let holder = Holder { variant: variant.id, sku: variant.sku.clone(), name: world.name_of(variant) };
                world.codes.insert(new.code.clone(), holder);
                variant.barcodes.push(new);
                variant.words_changed = true;
            }
        }
    }
}

/// A barcode as histories tell it: the code as printed, and what is under it where that is more than one piece.
pub(crate) fn said_code(barcode: &Barcode) -> String {
    let printed = Code::read(&barcode.code).map_or_else(|_| barcode.code.clone(), |code| code.to_string());
    if barcode.pack == Decimal::ONE && barcode.unit == "each" { printed } else { format!("{printed} {} {}", barcode.unit, plain(barcode.pack)) }
}

/// Adds the supplier codes that it has not yet.
pub(crate) fn add_supplier_codes(variant: &mut Variant, more: &[SupplierCode], changes: &mut Vec<FieldChange>) {
    for code in more {
        let code = SupplierCode { supplier: tidy(&code.supplier), code: tidy(&code.code) };
        let known = |other: &SupplierCode| other.code == code.code && fold(&other.supplier) == fold(&code.supplier);
        if !variant.supplier_codes.iter().any(known) {
            note(changes, "supplier_code", None, Some(format!("{} {}", code.supplier, code.code)));
            variant.supplier_codes.push(code);
        }
    }
}

/// A number as a machine writes it, without needless zeros.
pub(crate) fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

fn note(changes: &mut Vec<FieldChange>, field: &str, from: Option<String>, to: Option<String>) {
    changes.push(FieldChange { field: field.to_owned(), from, to });
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_find_their_axes() {
        let axes = [String::from("Colour"), String::from("Size")];
        let row = [(String::from("size"), String::from(" L ")), (String::from("Finish"), String::from("Matt"))];
        assert_eq!(on_axes(&axes, &row), (vec!["Colour".into(), "Size".into(), "Finish".into()], vec![String::new(), "L".into(), "Matt".into()]));
    }
}
