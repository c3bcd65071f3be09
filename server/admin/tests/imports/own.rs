//! What goes out comes in again unchanged.

use crate::*;
use admin_rules::{Answers, ExportFile, ExportKind};
use catalog_rules::{Attribute, NewBarcode, SupplierCode};
use testkit::Shop;

async fn exports(shop: &Shop, kind: ExportKind) -> String {
    let (mut text, mut cursor) = (String::new(), None);
    loop {
        let portion = shop.owner().does(ExportFile { kind, store: None, cursor }).await;
        text.push_str(&portion.text);
        cursor = portion.next;
        if cursor.is_none() {
            return text;
        }
    }
}

testkit::on_both! {
    async fn exports_come_in_again_unchanged(shop: Shop) {
        real::shopify(&shop).await;
        shop.item_with("=1+1", |item| {
            item.name = "=HYPERLINK(\"http://evil.example\")".into();
            item.description = "Two\nlines, and a \"quote\"".into();
            item.brand = "@brand".into();
            item.category = Some("-Minus".into());
        })
        .await;
        let catalog = exports(&shop, ExportKind::Catalog).await;
        // No cell begins as a formula would.
        for record in csv::ReaderBuilder::new().from_reader(catalog.trim_start_matches('\u{feff}').as_bytes()).records() {
            for cell in &record.unwrap() {
                let formula = cell.starts_with(['=', '@', '+']) || (cell.starts_with('-') && cell.parse::<rust_decimal::Decimal>().is_err());
                assert!(!formula, "{cell}");
            }
        }
        let rows = catalog.lines().count();
        let again = brings(&shop, "items.csv", &catalog).await;
        assert_eq!((again.tally.new, again.tally.changed, again.tally.refused), (0, 0, 0), "{:?}", troubles(&shop, again.id).await);
        assert!(again.tally.unchanged >= 728 && rows > 728);
        for kind in [ExportKind::Inventory, ExportKind::ShopifyInventory] {
            let stock = exports(&shop, kind).await;
            let again = brings(&shop, "stock.csv", &stock).await;
            assert_eq!((again.tally.new, again.tally.changed, again.tally.refused), (0, 0, 0), "{kind:?} {:?}", troubles(&shop, again.id).await);
            assert!(again.tally.unchanged > 2000, "{:?}", again.tally);
        }
        shop.proves().await;
    }

    async fn a_catalog_moves_to_another_business_whole(shop: Shop) {
        let barcode = |code: &str, unit: &str, pack| NewBarcode { code: code.into(), unit: unit.into(), pack: whole(pack) };
        let supplied = |supplier: &str, code: &str| SupplierCode { supplier: supplier.into(), code: code.into() };
        let said = |name: &str, value: &str| Attribute { name: name.into(), value: value.into() };
        shop.item_with("TEA", |item| {
            item.attributes = vec![said("Origin", "Assam | Darjeeling"), said("a=b", "=1+1")];
            item.variants[0].barcodes = vec![barcode("4006381333931", "each", 1), barcode("14006381333938", "case", 12), barcode("HOUSE|7", "each", 1)];
            item.variants[0].supplier_codes = vec![supplied("Kessler", "K-1"), supplied("Aroma", "A=1"), supplied("Kessler", "K-2")];
        })
        .await;
        let catalog = exports(&shop, ExportKind::Catalog).await;
        let other = shop.neighbour().await;
        let there = brings(&other, "items.csv", &catalog).await;
        assert_eq!((there.tally.new, there.tally.refused), (1, 0), "{:?}", troubles(&other, there.id).await);
        assert_eq!(exports(&other, ExportKind::Catalog).await, catalog);
        // A file of before these columns were.
        let old = catalog.replace(",Attributes,Barcodes of packs,More supplier codes", "").lines().map(|line| line.splitn(23, ',').take(22).collect::<Vec<_>>().join(",")).collect::<Vec<_>>().join("\r\n");
        let again = brings(&other, "items.csv", &old).await;
        assert_eq!((again.tally.unchanged, again.tally.refused), (1, 0), "{:?}", troubles(&other, again.id).await);
        assert_eq!(exports(&other, ExportKind::Catalog).await, catalog);
    }

    async fn what_a_file_says_by_name_is_undone(shop: Shop) {
        shop.item_with("TEA", |item| item.attributes = vec![Attribute { name: "Origin".into(), value: "Assam".into() }]).await;
        let before = exports(&shop, ExportKind::Catalog).await;
        let more = before.replace("Origin=Assam,,", "origin=Nilgiri|Season=Spring,case 12=14006381333938,Aroma=A1");
        assert_ne!(before, more);
        let done = brings(&shop, "items.csv", &more).await;
        assert_eq!((done.tally.changed, done.tally.refused), (1, 0), "{:?}", troubles(&shop, done.id).await);
        assert!(exports(&shop, ExportKind::Catalog).await.contains("Origin=Nilgiri|Season=Spring,case 12=14006381333938"));
        undoes(&shop, done.id).await;
        assert_eq!((kept(&shop, done.id).await, exports(&shop, ExportKind::Catalog).await), (vec![], before.clone()));
        let wrong = before.replace("Origin=Assam,,", "Assam,a dozen=14006381333938,");
        let refused = brings(&shop, "items.csv", &wrong).await;
        assert_eq!(refused.tally.refused, 1);
        let codes: Vec<String> = troubles(&shop, refused.id).await.into_keys().collect();
        assert_eq!(codes, ["import-pack-not-one", "import-pair-not-one"]);
    }

    async fn a_figure_written_beside_ours_counts(shop: Shop) {
        let mug = shop.stocked("MUG", 7).await;
        let stock = exports(&shop, ExportKind::Inventory).await;
        let changed = stock.replace(",7,\r\n", ",7,9\r\n");
        assert_ne!(stock, changed);
        let done = brings(&shop, "stock.csv", changed).await;
        assert_eq!((done.tally.changed, shop.on_hand(mug).await), (1, whole(9)));
        shop.proves().await;
    }

    async fn an_empty_shop_exports_a_header(shop: Shop) {
        for kind in ExportKind::ALL {
            assert_eq!(exports(&shop, kind).await.lines().count(), 1);
        }
        let view = checks(&shop, &shop.manager(), "empty.csv", exports(&shop, ExportKind::Catalog).await, Answers::default()).await;
        assert_eq!(view.problem.unwrap().code, "import-file-no-rows");
    }
}
