//! An undo ends, whatever became of the places meanwhile; and what it put away comes back with its file.

use crate::*;
use admin_rules::{Answers, ChangeKind, TakeSuggestions};
use catalog_rules::{ItemState, SetItemState, ShowItem};
use std::fmt::Write;
use stock_rules::{ArchiveLocation, ArchiveStore, ListLocations, ListStores};
use testkit::Shop;
use vocabulary::{LocationId, Quantity, StoreId, VariantId};

/// A place of a store, by its code.
async fn place(shop: &Shop, store: StoreId, code: &str) -> (LocationId, i64) {
    let places = shop.owner().does(ListLocations::of(store)).await;
    let place = places.locations.iter().find(|place| place.code == code).unwrap();
    (place.id, place.version)
}

async fn variant(shop: &Shop, sku: &str) -> (VariantId, u8) {
    let mut root = shop.db.root().await;
    let (id, state): (uuid::Uuid, u8) = sqlx::query_as("SELECT id, state FROM variant WHERE sku = ?").bind(sku).fetch_one(&mut root).await.unwrap();
    (VariantId(id), state)
}

/// What is told of an undo, as SKU and code.
async fn told(shop: &Shop, import: vocabulary::ImportId) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = kept(shop, import).await.into_iter().map(|row| (row.sku, row.said.code)).collect();
    all.sort();
    all
}

const ACTIVE: u8 = 2;
const ARCHIVED: u8 = 4;

testkit::on_both! {
    async fn places_and_stores_that_are_archived_do_not_hold_an_undo_up(shop: Shop) {
        for sku in ["MUG", "JUG", "POT"] {
            shop.item(sku).await;
        }
        brings(&shop, "first.csv", "SKU,Store,Bin,On hand\nMUG,LONDON,A-1,5\nJUG,LEEDS,,3\nPOT,LONDON,,7\n").await;
        let second = brings(&shop, "second.csv", "SKU,Store,Bin,On hand\nMUG,LONDON,A-1,0\nJUG,LEEDS,,0\nPOT,LONDON,,9\n").await;
        let (bin, version) = place(&shop, shop.store, "A-1").await;
        shop.owner().does(ArchiveLocation { location: bin, version, archived: true }).await;
        let stores = shop.owner().does(ListStores::default()).await;
        let leeds = stores.rows.iter().find(|store| store.id == shop.other_store).unwrap();
        shop.owner().does(ArchiveStore { store: shop.other_store, version: leeds.version, archived: true }).await;

        undoes(&shop, second.id).await;
        let codes = |told: &[(&str, &str)]| told.iter().map(|(sku, code)| ((*sku).to_owned(), (*code).to_owned())).collect::<Vec<_>>();
        assert_eq!(told(&shop, second.id).await, codes(&[("JUG", "import-undo-store-archived"), ("MUG", "import-undo-elsewhere")]));
        let ((mug, _), (pot, _)) = (variant(&shop, "MUG").await, variant(&shop, "POT").await);
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(bin, mug).await), (whole(5), Quantity::ZERO));
        assert_eq!((shop.on_hand(pot).await, stock_of(&shop, shop.other_store).await), (whole(7), Quantity::ZERO));
        shop.proves().await;
    }

    async fn a_sale_out_of_two_places_comes_back_to_one(shop: Shop) {
        shop.item("MUG").await;
        brings(&shop, "first.csv", "SKU,Store,Bin,On hand\nMUG,LONDON,A-1,5\n").await;
        let (mug, _) = variant(&shop, "MUG").await;
        shop.receives(mug, 2).await;
        let till = "Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\nR1,2026-11-20 10:00:00,LONDON,MUG,Mug,sale,7,2.50\n";
        let sold = brings(&shop, "till.csv", till).await;
        let (bin, version) = place(&shop, shop.store, "A-1").await;
        shop.owner().does(ArchiveLocation { location: bin, version, archived: true }).await;
        undoes(&shop, sold.id).await;
        assert_eq!((shop.on_hand(mug).await, kept(&shop, sold.id).await.len()), (whole(7), 1));
        shop.proves().await;
    }

    async fn what_an_undo_put_away_comes_back_with_its_file(shop: Shop) {
        let manager = shop.manager();
        let file = "Handle,SKU,Name,Option 1 name,Option 1 value,Price\nmug,MUG-S,Mug,Size,S,3.00\nmug,MUG-L,Mug,Size,L,4.00\njug,JUG,Jug,,,5.00\n";
        let first = brings(&shop, "items.csv", file).await;
        // A variant of an item that stays.
        let more = "Handle,SKU,Name,Option 1 name,Option 1 value,Price\nmug,MUG-XL,Mug,Size,XL,6.00\n";
        let second = brings(&shop, "more.csv", more).await;
        undoes(&shop, second.id).await;
        assert_eq!((variant(&shop, "MUG-XL").await.1, variant(&shop, "MUG-L").await.1), (ARCHIVED, ACTIVE));
        let checked = checks(&shop, &manager, "more.csv", more, Answers::default()).await;
        assert_eq!(checked.tally.changed, 1);
        let shown = changes(&shop, checked.id).await;
        assert_eq!((shown[0].field.as_str(), shown[0].from.as_deref(), shown[0].to.as_deref()), ("state", Some("archived"), Some("active")));
        assert_eq!(runs(&shop, &manager, &checked).await.tally, checked.tally);
        assert_eq!(variant(&shop, "MUG-XL").await.1, ACTIVE);
        undoes(&shop, checked.id).await;
        assert_eq!(variant(&shop, "MUG-XL").await.1, ARCHIVED);

        undoes(&shop, first.id).await;
        // Somebody touched the jug since: it is theirs.
        assert_eq!(variant(&shop, "JUG").await.1, ARCHIVED);
        let mut root = shop.db.root().await;
        let jug: uuid::Uuid = sqlx::query_scalar("SELECT id FROM item WHERE handle = 'jug'").fetch_one(&mut root).await.unwrap();
        for state in [ItemState::Active, ItemState::Archived] {
            let version = manager.does(ShowItem { item: jug.into(), variant: None }).await.version;
            manager.does(SetItemState { item: jug.into(), version, state }).await;
        }
        // No stock comes of what is put away.
        let stock = "SKU,Store,On hand\nMUG-S,LONDON,4\nJUG,LONDON,2\n";
        let refused = brings(&shop, "stock.csv", stock).await;
        assert_eq!((refused.tally.refused, refused.tally.new, stock_of(&shop, shop.store).await), (2, 0, Quantity::ZERO));
        assert_eq!(troubles(&shop, refused.id).await.into_iter().collect::<Vec<_>>(), [(String::from("import-item-archived"), 2)]);

        let checked = checks(&shop, &manager, "items.csv", file, Answers::default()).await;
        assert_eq!((checked.tally.changed, checked.tally.unchanged), (1, 2));
        assert!(changes(&shop, checked.id).await.iter().all(|change| change.kind == ChangeKind::Changed && change.field == "state"));
        let done = runs(&shop, &manager, &checked).await;
        assert_eq!(done.tally, checked.tally);
        assert_eq!((variant(&shop, "MUG-S").await.1, variant(&shop, "MUG-L").await.1, variant(&shop, "JUG").await.1), (ACTIVE, ACTIVE, ARCHIVED));
        let taken = brings(&shop, "stock.csv", stock).await;
        assert_eq!((taken.tally.new, taken.tally.refused), (1, 1));
        // And away again with the import that brought it back.
        undoes(&shop, taken.id).await;
        undoes(&shop, done.id).await;
        assert_eq!((variant(&shop, "MUG-S").await.1, kept(&shop, done.id).await.len()), (ARCHIVED, 0));
        shop.proves().await;
    }

    async fn every_suggestion_is_taken_however_many_there_are(shop: Shop) {
        let manager = shop.manager();
        let mut file = String::from("SKU,Name,Barcode\n");
        for n in 0..2300 {
            // The last digit of an EAN-13 that is one too high.
            let code = format!("40{n:010}");
            let sum: u32 = code.bytes().zip([1, 3].into_iter().cycle()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
            writeln!(file, "S{n},Item {n},{code}{}", ((10 - sum % 10) % 10 + 1) % 10).unwrap();
        }
        let checked = checks(&shop, &manager, "codes.csv", file, Answers::default()).await;
        assert_eq!((checked.lists.waiting, checked.lists.suggested), (2300, 2300));
        manager.does(TakeSuggestions { import: checked.id }).await;
        let taken = sees(&manager, checked.id).await;
        assert_eq!((taken.lists.mended, taken.lists.waiting), (2300, 0));
        let done = runs(&shop, &manager, &taken).await;
        assert_eq!((done.tally.new, done.tally.refused, shop.rows("barcode").await), (2300, 0, 2300));
    }

    async fn every_sale_that_was_short_is_tried_again(shop: Shop) {
        let manager = shop.manager();
        let (_, jug) = (shop.item("MUG").await, shop.item("JUG").await);
        let mut till = String::from("Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\n");
        // More than are taken up at once, of what never comes; and behind them one of what comes at last.
        for n in 0..5200 {
            writeln!(till, "M{n},2026-11-20 10:00:00,LONDON,MUG,Mug,sale,1,2.50").unwrap();
        }
        till.push_str("J1,2026-11-20 11:00:00,LONDON,JUG,Jug,sale,1,2.50\nJ2,2026-11-20 12:00:00,LONDON,JUG,Jug,return,-3,2.50\n");
        let checked = checks(&shop, &manager, "till.csv", till, Answers::default()).await;
        assert_eq!((checked.tally.new, checked.tally.short), (2, 5200));
        let done = runs(&shop, &manager, &checked).await;
        assert_eq!((done.tally, shop.on_hand(jug).await), (checked.tally, whole(2)));
        shop.proves().await;
    }
}
