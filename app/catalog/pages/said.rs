//! The faces of an item and of a category, and how their histories are told.

use crate::{
    common::{address, price, state_word, unit_name},
    tracking::tracking_word,
};
use catalog_rules::{CategoryView, ItemState, ItemView, VariantView};
use kit::{Glyph, Tab};
use lists::history::{Faces, Tells};
use vocabulary::{FieldChange, Permission, Tracking};
use wire::{Nav, Visit};

/// The faces of an item. Movements and the past are those of the variant that is looked
/// at, else of its first.
pub(crate) fn faces(visit: &Visit, item: &ItemView, chosen: Option<&VariantView>) -> Faces {
    let words = visit.words;
    let path = format!("/catalog/items/{}", item.item);
    let variant = chosen.or(item.variants.first()).map(|variant| variant.variant.to_string()).unwrap_or_default();
    let movements = Tab::new(words.t("item-movements"), address("/stock/movements", visit, &[("variant", &variant)]), false);
    let sku = chosen.or(item.variants.first()).map(|variant| variant.sku.clone()).unwrap_or_default();
    let past = Tab::new(words.t("item-past"), address("/stock/as-of", visit, &[("q", &sku)]), false);
    let worth = visit.may(Permission::ValueRead).then(|| {
        let of = item.item.to_string();
        let href = if item.variants.len() == 1 {
            address(&format!("/stock/value/items/{variant}"), visit, &[])
        } else {
            address("/stock/value", visit, &[("item", &of)])
        };
        Tab::new(words.t("value-of-it"), href, false)
    });
    Faces {
        name: item.name.clone(),
        nav: Nav::Catalog,
        under: vec![(words.t("items-title"), address("/catalog/items", visit, &[]))],
        overview: address(&path, visit, &[]),
        history: address(&format!("{path}/history"), visit, &[]),
        more: [movements, past].into_iter().chain(worth).collect(),
    }
}

/// The faces of a category.
pub(crate) fn category_faces(visit: &Visit, category: &CategoryView) -> Faces {
    let words = visit.words;
    let path = format!("/catalog/categories/{}", category.category);
    let items = address("/catalog/items", visit, &[("category", &category.category.to_string())]);
    Faces {
        name: category.name.clone(),
        nav: Nav::Catalog,
        under: vec![
            (words.t("items-title"), address("/catalog/items", visit, &[])),
            (words.t("categories-title"), address("/catalog/categories", visit, &[])),
        ],
        overview: address(&path, visit, &[]),
        history: address(&format!("{path}/history"), visit, &[]),
        more: vec![Tab::new(words.t("items-title"), items, false)],
    }
}

/// Tells of categories.
pub(crate) struct Categories;

impl Tells for Categories {
    const OF: &'static str = "category";

    fn value(_: &Visit, _: &str, raw: &str) -> Option<String> {
        Some(raw.to_owned())
    }

    fn glyph(operation: &str) -> Glyph {
        match operation {
            "catalog.create_category" => Glyph::Plus,
            "catalog.merge_categories" => Glyph::Layers,
            _ => Glyph::Pencil,
        }
    }
}

/// Tells of items and their variants.
pub(crate) struct Items;

impl Tells for Items {
    const OF: &'static str = "item";

    fn value(visit: &Visit, field: &str, raw: &str) -> Option<String> {
        let words = visit.words;
        Some(match field {
            "price" | "cost" => raw.parse().map_or_else(|_| raw.to_owned(), |amount| price(visit, Some(amount))),
            "state" => ItemState::of_tag(raw).map_or_else(|| raw.to_owned(), |state| state_word(words, state)),
            "whole" => words.t(if raw == "true" { "yes" } else { "no" }),
            "unit" => unit_name(words, raw),
            "tracking" => Tracking::of_tag(raw).map_or_else(|| raw.to_owned(), |tracking| tracking_word(words, tracking)),
            _ => raw.to_owned(),
        })
    }

    fn glyph(operation: &str) -> Glyph {
        match operation {
            "catalog.create_item" | "catalog.add_variant" => Glyph::Plus,
            "catalog.set_item_state" | "catalog.archive_item" | "catalog.restore_item" => Glyph::Archive,
            "catalog.merge_categories" | "catalog.move_merged" => Glyph::Layers,
            "catalog.add_barcode" | "catalog.remove_barcode" => Glyph::ScanBarcode,
            operation if operation.starts_with("catalog.") => Glyph::Pencil,
            _ => Glyph::Upload,
        }
    }

    /// That a new item has a name goes without saying: the page tells it.
    fn is_told(change: &FieldChange) -> bool {
        change.from.is_some() || !matches!(change.field.as_str(), "name" | "handle")
    }
}
