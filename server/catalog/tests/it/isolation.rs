//! Another tenant's ids are as good as none.

use crate::creating::shirt;
use catalog_rules::*;
use testkit::{Person, on_both};
use vocabulary::{AppError, Operation};

async fn unknown<O: Operation>(who: &Person, operation: O) {
    match who.tries(operation).await {
        Err(AppError::NotFound) => {}
        Err(other) => panic!("{}: {other}", O::NAME),
        Ok(_) => panic!("{} answered", O::NAME),
    }
}

on_both! {
    async fn what_is_anothers_is_not_found(shop: Shop) {
        let mut new = shirt();
        new.variants[0].barcodes = vec![NewBarcode::each("5012345678900")];
        let theirs = shop.owner().does(new.clone()).await;
        let (item, variant, version) = (theirs.item, theirs.variants[0].variant, 1);
        let neighbour = shop.neighbour().await;
        let us = neighbour.owner();
        let barcode = NewBarcode::each("HOUSE-1");
        let supplier_code = SupplierCode { supplier: "A".into(), code: "B".into() };
        unknown(&us, ShowItem { item, variant: None }).await;
        unknown(&us, FindVariant { variant }).await;
        unknown(&us, ItemHistory { item, cursor: None }).await;
        unknown(&us, SetItemState { item, version, state: ItemState::Draft }).await;
        unknown(&us, ArchiveItem { item, version }).await;
        unknown(&us, RestoreItem { item, version }).await;
        unknown(&us, AddVariant { item, variant: NewVariant { options: vec!["a".into(), "b".into()], ..NewVariant::default() } }).await;
        unknown(&us, AddBarcode { variant, barcode }).await;
        unknown(&us, RemoveBarcode { variant, code: "5012345678900".into() }).await;
        unknown(&us, AddSupplierCode { variant, supplier_code: supplier_code.clone() }).await;
        unknown(&us, RemoveSupplierCode { variant, supplier_code }).await;
        unknown(&us, EditVariant { variant, version, sku: "X".into(), options: vec![], price: None, cost: None, own_state: None }).await;
        let edit = EditItem { item, version, name: "X".into(), handle: "x".into(), description: String::new(), brand: String::new(), category: None, unit: "each".into(), whole: true, axes: vec![], attributes: None, image_links: vec![] };
        unknown(&us, edit).await;
        let ours = us.does(ListItems::default()).await;
        assert!(ours.rows.is_empty());
        assert!(us.does(SearchVariants { q: "linen".into(), limit: None }).await.hits.is_empty());
        assert!(us.does(ListCategories::default()).await.categories.is_empty());
        assert!(us.does(FindDuplicates { name: "Linen shirt".into(), barcode: Some("5012345678900".into()), ..FindDuplicates::default() }).await.found.is_empty());
        for code in ["5012345678900", "SHIRT-Red-M", "LOC:LONDON:NOWHERE"] {
            assert!(matches!(us.does(ResolveScan { code: code.into(), store: None }).await, Resolved::Unknown { .. }), "{code}");
        }
        // The same SKUs, handle and barcodes are free to us.
        let ours = us.does(new).await;
        assert_eq!(ours.handle, theirs.handle);
        let list = us.does(ListItems { cursor: None, category: shop.owner().does(ListCategories::default()).await.categories.first().map(|row| row.id), ..ListItems::default() }).await;
        assert!(list.rows.is_empty(), "a category of theirs holds nothing of ours");
    }
}
