//! Barcodes, supplier codes, and what a scan means.

use crate::creating::shirt;
use catalog_rules::{
    AddBarcode, AddSupplierCode, CreateItem, FindDuplicates, NewBarcode, RemoveBarcode, RemoveSupplierCode, ResolveScan, Resolved, ScannedBy,
    SupplierCode,
};
use testkit::{Person, on_both, refused};
use vocabulary::{AppError, FieldError, Quantity, VariantId};

async fn scan(who: &Person, code: &str) -> Resolved {
    who.does(ResolveScan { code: code.to_owned(), store: None }).await
}

async fn found(who: &Person, code: &str) -> Option<(VariantId, ScannedBy, Quantity)> {
    match scan(who, code).await {
        Resolved::Variant { of } => Some((of.variant.variant, of.by, of.pack)),
        _ => None,
    }
}

fn add(variant: VariantId, code: &str) -> AddBarcode {
    AddBarcode { variant, barcode: NewBarcode::each(code) }
}

on_both! {
    async fn one_gtin_in_three_lengths(shop: Shop) {
        let mug = shop.item_coded("MUG", "0042563008123").await;
        let cup = shop.item("CUP").await;
        let clerk = shop.clerk();
        for code in ["042563008123", "0042563008123", "00042563008123", "(01)00042563008123", "]C10100042563008123", "https://shop.example/01/00042563008123"] {
            assert_eq!(found(&clerk, code).await, Some((mug, ScannedBy::Gtin, Quantity::ONE)), "{code}");
        }
        for code in ["042563008123", "0042563008123", "00042563008123"] {
            assert_eq!(refused(shop.owner().tries(add(cup, code)).await), [("barcode.code".into(), "barcode-taken".into())]);
            // Again under the variant that has it: nothing to do.
            assert_eq!(shop.owner().does(add(mug, code)).await.version, 1);
        }
        let same = shop.clerk().does(FindDuplicates { name: "Other".into(), barcode: Some("042563008123".into()), ..FindDuplicates::default() }).await;
        assert_eq!(same.found.len(), 1);
        shop.owner().does(RemoveBarcode { variant: mug, code: "042563008123".into() }).await;
        assert_eq!(found(&clerk, "0042563008123").await, None);
        shop.owner().does(add(cup, "042563008123")).await;
        assert_eq!(found(&clerk, "0042563008123").await, Some((cup, ScannedBy::Gtin, Quantity::ONE)));
    }

    async fn a_wrong_check_digit_names_the_right_one(shop: Shop) {
        let mug = shop.item("MUG").await;
        let wrong = shop.owner().tries(add(mug, "5012345678901")).await.unwrap_err();
        assert_eq!(wrong, AppError::from(FieldError::new("barcode.code", "gtin-check-digit").with("expected", 0_i64)));
        for (code, error) in [("", "field-required"), ("a\u{0}b", "field-control-characters"), (&"x".repeat(65), "field-too-long")] {
            assert_eq!(refused(shop.owner().tries(add(mug, code)).await), [("barcode.code".into(), error.into())]);
        }
        let none = NewBarcode { code: "HOUSE-1".into(), unit: "case".into(), pack: Quantity::ZERO };
        assert_eq!(refused(shop.owner().tries(AddBarcode { variant: mug, barcode: none }).await), [("barcode.pack".into(), "quantity-not-positive".into())]);
    }

    async fn a_code_that_is_no_gtin_stays_what_it_is(shop: Shop) {
        let mug = shop.item_coded("MUG", "0085123").await;
        let clerk = shop.clerk();
        assert_eq!(found(&clerk, "0085123").await, Some((mug, ScannedBy::Barcode, Quantity::ONE)));
        assert_eq!(found(&clerk, "00000000085123").await, None);
        assert_eq!(found(&clerk, "85123").await, None);
    }

    async fn scans_are_resolved_in_order(shop: Shop) {
        let clerk = shop.clerk();
        let mug = shop.item("MUG").await;
        let case = NewBarcode { code: "10042563008120".into(), unit: "case".into(), pack: Quantity::whole(12) };
        shop.owner().does(AddBarcode { variant: mug, barcode: case }).await;
        let cup = shop.item("CUP").await;
        for (variant, supplier) in [(mug, "Ashdown"), (cup, "Brook")] {
            shop.owner().does(AddSupplierCode { variant, supplier_code: SupplierCode { supplier: supplier.into(), code: "S-77".into() } }).await;
        }
        assert_eq!(scan(&clerk, "CMD:undo").await, Resolved::Command { command: "undo".into() });
        let Resolved::Location { location, elsewhere, .. } = clerk.does(ResolveScan { code: "LOC:LONDON:FLOOR".into(), store: Some(shop.other_store) }).await else { panic!() };
        assert_eq!((location, elsewhere), (shop.floor, true));
        assert_eq!(scan(&clerk, "(00)106141412345678908").await, Resolved::Container { sscc: "106141412345678908".into() });
        assert_eq!(found(&clerk, "(01)10042563008120(10)LOT-7").await, Some((mug, ScannedBy::Gtin, Quantity::whole(12))));
        assert_eq!(found(&clerk, "MUG").await, Some((mug, ScannedBy::Sku, Quantity::ONE)));
        let Resolved::Several { choices } = scan(&clerk, "S-77").await else { panic!() };
        assert_eq!(choices.len(), 2);
        shop.owner().does(RemoveSupplierCode { variant: cup, supplier_code: SupplierCode { supplier: "brook".into(), code: "S-77".into() } }).await;
        assert_eq!(found(&clerk, "S-77").await.map(|found| found.0), Some(mug));
        // A code means a barcode before it means a SKU.
        let other = shop.item_coded("OTHER", "MUG").await;
        assert_eq!(found(&clerk, "MUG").await.map(|found| found.0), Some(other));
        assert_eq!(scan(&clerk, "5012345678901").await, Resolved::Unknown { code: "5012345678901".into(), gtin: None, expected_digit: Some(0) });
        assert!(matches!(scan(&clerk, "5012345678900").await, Resolved::Unknown { gtin: Some(_), .. }));
        assert!(matches!(scan(&clerk, "LOC:LONDON:*LOSS").await, Resolved::Unknown { .. }), "a virtual place has no shelf");
        assert_eq!(refused(clerk.tries(ResolveScan { code: "\u{0}".into(), store: None }).await), [("code".into(), "scan-unreadable".into())]);
        let Resolved::Variant { of } = scan(&clerk, "011004256300812017261231\u{1d}10LOT").await else { panic!() };
        assert_eq!(of.details.expiry.map(|day| day.to_string()).as_deref(), Some("2026-12-31"));
    }

    async fn codes_and_their_history(shop: Shop) {
        let saved = shop.owner().does(CreateItem { ..shirt() }).await;
        let variant = saved.variants[0].variant;
        let version = shop.owner().does(add(variant, "5012345678900")).await.version;
        assert_eq!(version, 2);
        shop.owner().does(RemoveBarcode { variant, code: "5012345678900".into() }).await;
        assert_eq!(refused(shop.owner().tries(RemoveBarcode { variant, code: "5012345678900".into() }).await), [(String::new(), "error-not-found".into())]);
        let history = shop.clerk().does(catalog_rules::ItemHistory { item: saved.item, cursor: None }).await;
        let told: Vec<_> = history.rows.iter().flat_map(|row| row.changes.iter().map(|change| (row.part.as_str(), change.field.as_str(), change.from.as_deref(), change.to.as_deref()))).collect();
        assert_eq!(told[..2], [("SHIRT-Red-M", "barcode", Some("5012345678900"), None), ("SHIRT-Red-M", "barcode", None, Some("5012345678900"))]);
    }
}
