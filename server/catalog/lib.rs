//! The catalog room: its operations, one file each.

mod add_barcode;
mod add_supplier_code;
mod add_variant;
mod category;
mod change;
mod change_axes;
mod create_category;
mod create_item;
mod delete_category;
mod edit_item;
mod edit_variant;
mod find_duplicates;
mod find_variant;
mod hits;
mod item_history;
mod items_of;
mod kit;
mod list_categories;
mod list_items;
mod merge_categories;
mod remove_barcode;
mod remove_supplier_code;
mod rename_category;
mod resolve_scan;
pub mod rest;
mod search_variants;
mod set_item_state;
mod set_tracking;
mod show_category;
mod show_item;
mod sql;
mod unit;
pub mod upsert;

use catalog_rules::{
    AddBarcode, AddSupplierCode, AddVariant, ArchiveItem, ArchiveVariantUnit, CategoryHistory, ChangeAxes, CreateCategory, CreateItem,
    DeleteCategory, EditItem, EditVariant, FindDuplicates, FindVariant, ItemHistory, ListCategories, ListItems, MergeCategories, RemoveBarcode,
    RemoveSupplierCode, RenameCategory, ResolveScan, RestoreItem, SearchVariants, SetItemState, SetKit, SetTracking, SetVariantUnit, ShowCategory,
    ShowItem, ShowKit, ShowVariantUnits,
};
pub use merge_categories::jobs;
use platform::Registry;

/// Answers this room's operations.
pub struct Catalog;

/// Every operation of this room.
#[must_use]
pub fn register(registry: Registry) -> Registry {
    registry
        .on::<CreateItem>(Catalog)
        .on::<AddVariant>(Catalog)
        .on::<EditItem>(Catalog)
        .on::<EditVariant>(Catalog)
        .on::<ChangeAxes>(Catalog)
        .on::<SetItemState>(Catalog)
        .on::<SetTracking>(Catalog)
        .on::<SetVariantUnit>(Catalog)
        .on::<ArchiveVariantUnit>(Catalog)
        .on::<ShowVariantUnits>(Catalog)
        .on::<SetKit>(Catalog)
        .on::<ShowKit>(Catalog)
        .on::<ArchiveItem>(Catalog)
        .on::<RestoreItem>(Catalog)
        .on::<AddBarcode>(Catalog)
        .on::<RemoveBarcode>(Catalog)
        .on::<AddSupplierCode>(Catalog)
        .on::<RemoveSupplierCode>(Catalog)
        .on::<ListItems>(Catalog)
        .on::<ShowItem>(Catalog)
        .on::<FindVariant>(Catalog)
        .on::<ItemHistory>(Catalog)
        .on::<ListCategories>(Catalog)
        .on::<ShowCategory>(Catalog)
        .on::<CategoryHistory>(Catalog)
        .on::<CreateCategory>(Catalog)
        .on::<RenameCategory>(Catalog)
        .on::<MergeCategories>(Catalog)
        .on::<merge_categories::MoveMerged>(Catalog)
        .on::<DeleteCategory>(Catalog)
        .on::<SearchVariants>(Catalog)
        .on::<ResolveScan>(Catalog)
        .on::<FindDuplicates>(Catalog)
}
