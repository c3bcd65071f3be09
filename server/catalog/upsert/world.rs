//! What is known of the rows at hand while they are decided upon: as it is in the database, then as it is to be.

use catalog_rules::{Attribute, ItemState, LeastLife, SupplierCode};
use platform::search::fold;
use rust_decimal::Decimal;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;
use vocabulary::Tracking;

/// An item, with what is to happen to it.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub id: Uuid,
    pub handle: String,
    pub name: String,
    pub description: String,
    pub brand: String,
    /// Nil: none.
    pub category: Uuid,
    pub unit: String,
    pub whole: bool,
    pub tracking: Tracking,
    pub life: LeastLife,
    pub axes: Vec<String>,
    pub attributes: Vec<Attribute>,
    pub state: ItemState,
    /// As it will be.
    pub version: i64,
    /// How many variants it has.
    pub variants: i64,
    pub links: Vec<String>,
    pub is_new: bool,
    pub changed: bool,
    /// Its variants' copies of its name and state must follow.
    pub copies_changed: bool,
    /// The words it is found by have changed, so those of all its variants have.
    pub words_changed: bool,
    pub links_changed: bool,
}

impl Item {
    /// Notes a change; the version rises once, however many there are.
    pub fn touch(&mut self) {
        if !self.changed && !self.is_new {
            self.version += 1;
        }
        self.changed = true;
    }
}

/// A variant, with what is to happen to it.
#[derive(Clone, Debug)]
pub(crate) struct Variant {
    pub id: Uuid,
    pub item: Uuid,
    pub sku: String,
    pub sku_made: bool,
    pub options: Vec<String>,
    pub price: Option<Decimal>,
    pub cost: Option<Decimal>,
    pub own_state: Option<ItemState>,
    /// As it will be.
    pub version: i64,
    pub barcodes: Vec<Barcode>,
    pub supplier_codes: Vec<SupplierCode>,
    /// How many of the supplier codes are there already; the others are new.
    pub supplier_codes_known: usize,
    pub is_new: bool,
    pub changed: bool,
    /// The words it is found by have changed.
    pub words_changed: bool,
}

impl Variant {
    /// Notes a change; the version rises once, however many there are.
    pub fn touch(&mut self) {
        if !self.changed && !self.is_new {
            self.version += 1;
        }
        self.changed = true;
    }

    pub fn option_text(&self) -> String {
        catalog_rules::option_text(&self.options)
    }
}

/// A barcode of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Barcode {
    pub code: String,
    pub is_gtin: bool,
    pub unit: String,
    pub pack: Decimal,
    pub fate: Fate,
}

/// What is to happen to a barcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Kept,
    Added,
    Changed,
    Removed,
}

/// Who has a code.
#[derive(Clone, Debug)]
pub(crate) struct Holder {
    pub variant: Uuid,
    pub sku: String,
    pub name: String,
}

/// A category by its folded name.
#[derive(Clone, Debug)]
pub(crate) struct Category {
    pub id: Uuid,
    pub name: String,
    pub is_new: bool,
    /// The row that made it has said so.
    pub told: bool,
}

/// Everything that a chunk of rows touches.
#[derive(Clone, Debug, Default)]
pub(crate) struct World {
    pub items: HashMap<Uuid, Item>,
    pub by_handle: HashMap<String, Uuid>,
    pub variants: HashMap<Uuid, Variant>,
    pub by_sku: HashMap<String, Uuid>,
    /// By item and folded option text.
    pub by_place: HashMap<(Uuid, String), Uuid>,
    /// By code as it is kept.
    pub codes: HashMap<String, Holder>,
    /// By folded name.
    pub categories: HashMap<String, Category>,
    /// Items of which some store has stock.
    pub stocked: HashSet<Uuid>,
    /// Items of which something ever moved.
    pub moved: HashSet<Uuid>,
    /// New ones in their order, so that ids, which are ordered by time, are written in it.
    pub new_items: Vec<Uuid>,
    pub new_variants: Vec<Uuid>,
}

impl World {
    pub fn add_item(&mut self, item: Item) {
        self.by_handle.insert(item.handle.clone(), item.id);
        if item.is_new {
            self.new_items.push(item.id);
        }
        self.items.insert(item.id, item);
    }

    pub fn add_variant(&mut self, variant: Variant) {
        if variant.is_new {
            self.new_variants.push(variant.id);
        }
        self.add_again(variant);
    }

    /// Puts back a variant that was taken out to be changed.
    pub fn add_again(&mut self, variant: Variant) {
        self.by_sku.insert(variant.sku.clone(), variant.id);
        self.by_place.insert((variant.item, fold(&variant.option_text())), variant.id);
        self.variants.insert(variant.id, variant);
    }

    /// The variant's name as people know it: its item's.
    pub fn name_of(&self, variant: &Variant) -> String {
        self.items.get(&variant.item).map(|item| item.name.clone()).unwrap_or_default()
    }

    /// The category of this name, made if there is none; nil for the empty name.
    pub fn category(&mut self, name: &str) -> Uuid {
        let name = catalog_rules::tidy(name);
        if name.is_empty() {
            return Uuid::nil();
        }
        let made = || Category { id: vocabulary::CategoryId::new().0, name: name.clone(), is_new: true, told: false };
        self.categories.entry(fold(&name)).or_insert_with(made).id
    }

    /// The id and the name of a category that is new with this row; none where an earlier one has told of it.
    pub fn new_category(&mut self, id: Uuid) -> Option<(Uuid, String)> {
        let made = self.categories.values_mut().find(|category| category.id == id && category.is_new && !category.told)?;
        made.told = true;
        Some((id, made.name.clone()))
    }

    /// What a category is called; empty for none.
    pub fn category_name(&self, id: Uuid) -> String {
        self.categories.values().find(|category| category.id == id).map(|category| category.name.clone()).unwrap_or_default()
    }
}
