//! The catalog room over REST.

use axum::Router;
use catalog_rules::{
    AddBarcode, AddSupplierCode, AddVariant, ArchiveItem, ArchiveVariantUnit, CategoryHistory, ChangeAxes, CreateCategory, CreateItem,
    DeleteCategory, EditItem, EditVariant, FindDuplicates, FindVariant, ItemHistory, ListCategories, ListItems, MergeCategories, RemoveBarcode,
    RemoveSupplierCode, RenameCategory, ResolveScan, RestoreItem, SearchVariants, SetItemState, SetKit, SetTracking, SetVariantUnit, ShowCategory,
    ShowItem, ShowKit, ShowVariantUnits,
};
use platform::rest::Api;
use wire::PageState;

/// Every route of this room.
#[must_use]
pub fn api() -> Api {
    Api::new("catalog")
        .get::<ListItems>("/items", "Items by name, a page at a time")
        .post::<CreateItem>("/items", "Add an item with its variants")
        .get::<FindDuplicates>("/items/duplicates", "Items that may be the same as one to be made")
        .get::<ShowItem>("/items/{item}", "One item in full")
        .put::<EditItem>("/items/{item}", "Replace what is said of an item")
        .put::<ChangeAxes>("/items/{item}/axes", "Replace the axes of an item")
        .get::<ItemHistory>("/items/{item}/history", "What was done to an item")
        .put::<SetItemState>("/items/{item}/state", "Move an item to another state")
        .put::<SetTracking>("/items/{item}/tracking", "Say how an item's pieces are told apart")
        .post::<ArchiveItem>("/items/{item}/archive", "Put an item away")
        .post::<RestoreItem>("/items/{item}/restore", "Take an archived item out again")
        .post::<AddVariant>("/items/{item}/variants", "Add a variant to an item")
        .get::<SearchVariants>("/variants", "Search variants as one types")
        .get::<FindVariant>("/variants/{variant}", "The item a variant belongs to")
        .put::<EditVariant>("/variants/{variant}", "Replace what is said of a variant")
        .post::<AddBarcode>("/variants/{variant}/barcodes", "Put a barcode under a variant")
        .delete::<RemoveBarcode>("/variants/{variant}/barcodes/{code}", "Take a barcode away from a variant")
        .post::<AddSupplierCode>("/variants/{variant}/supplier-codes", "Note what a supplier calls a variant")
        .delete::<RemoveSupplierCode>("/variants/{variant}/supplier-codes", "Forget what a supplier calls a variant")
        .get::<ShowVariantUnits>("/variants/{variant}/units", "The units in which a quantity of a variant may be told")
        .put::<SetVariantUnit>("/variants/{variant}/units/{unit}", "Give a variant a unit of its own, or change it")
        .post::<ArchiveVariantUnit>("/variants/{variant}/units/{unit}/archive", "Put a variant's unit away")
        .get::<ShowKit>("/variants/{variant}/kit", "What a variant is a bundle of, and how many can be made")
        .put::<SetKit>("/variants/{variant}/kit", "Say what a variant is a bundle of")
        .get::<ListCategories>("/categories", "Categories by name")
        .post::<CreateCategory>("/categories", "Make a category")
        .get::<ShowCategory>("/categories/{category}", "One category")
        .put::<RenameCategory>("/categories/{category}", "Give a category another name")
        .delete::<DeleteCategory>("/categories/{category}", "Delete a category that no item is in")
        .post::<MergeCategories>("/categories/{category}/merge", "Move all items of a category to another and delete it")
        .get::<CategoryHistory>("/categories/{category}/history", "What was done to a category")
        .get::<ResolveScan>("/scans", "What a scanned code means")
}

pub fn routes() -> Router<PageState> {
    api().router
}
