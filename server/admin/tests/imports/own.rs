//! What goes out comes in again unchanged.

use crate::*;
use admin_rules::{Answers, ExportFile, ExportKind};
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
