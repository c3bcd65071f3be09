//! Is it there already? Asked of names that many share, and of words that everything has.

use catalog::upsert;
use catalog_rules::{CreateItem, Duplicate, DuplicateWhy, FindDuplicates, NewBarcode, NewVariant, UpsertItem};
use sqlx::{MySql, QueryBuilder};
use testkit::Shop;
use vocabulary::ItemId;

async fn makes(shop: &Shop, name: &str, brand: &str) -> ItemId {
    shop.owner().does(CreateItem { name: name.into(), brand: brand.into(), ..CreateItem::default() }).await.item
}

async fn asks(shop: &Shop, find: FindDuplicates) -> Vec<Duplicate> {
    shop.clerk().does(find).await.found
}

fn named(name: &str) -> FindDuplicates {
    FindDuplicates { name: name.into(), ..FindDuplicates::default() }
}

fn ids(found: &[Duplicate]) -> Vec<ItemId> {
    found.iter().map(|duplicate| duplicate.item).collect()
}

/// So many variants have this word that it is not read to its end.
async fn is_everywhere(shop: &Shop, word: &str) {
    let mut tx = shop.database.begin(shop.tenant).await.unwrap();
    let variants: Vec<uuid::Uuid> = (0..10_001).map(|_| uuid::Uuid::now_v7()).collect();
    for some in variants.chunks(5_000) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO search_token (tenant_id, token, variant_id) ");
        insert.push_values(some, |mut row, variant| {
            row.push_bind(shop.tenant.0).push_bind(word).push_bind(*variant);
        });
        insert.build().persistent(false).execute(tx.conn()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

testkit::on_both! {
    async fn a_name_is_found_however_common_its_words(shop: Shop) {
        let mug = makes(&shop, "Red mug", "").await;
        is_everywhere(&shop, "red").await;
        is_everywhere(&shop, "mug").await;
        assert_eq!(ids(&asks(&shop, named("  RED   Mug ")).await), [mug]);
        assert!(asks(&shop, named("Red")).await.is_empty());
        let neighbour = shop.neighbour().await;
        assert!(asks(&neighbour, named("Red mug")).await.is_empty());
    }

    async fn the_newest_is_found_among_many_that_begin_alike(shop: Shop) {
        let rows: Vec<UpsertItem> =
            (0..950).map(|n| UpsertItem { name: Some(format!("Lamp stand {n}")), sku: Some(format!("LAMP-{n}")), ..UpsertItem::default() }).collect();
        for rows in rows.chunks(upsert::ROWS_MAX) {
            let mut tx = shop.database.begin(shop.tenant).await.unwrap();
            upsert::apply(&mut tx, rows).await.unwrap();
            tx.commit().await.unwrap();
        }
        let newest = makes(&shop, "Stand, lamp", "").await;
        assert_eq!(ids(&asks(&shop, named("Lamp stand")).await), [newest]);
    }

    async fn more_of_one_name_than_are_told_of_are_told_once(shop: Shop) {
        let mut all = Vec::new();
        for n in 0..12 {
            all.push(makes(&shop, "Hook", if n == 0 { "Ashdown" } else { "" }).await);
        }
        let newest: Vec<ItemId> = all.iter().rev().take(10).copied().collect();
        assert_eq!(ids(&asks(&shop, named("hook")).await), newest);
        let others: Vec<ItemId> = all.iter().rev().skip(1).take(10).copied().collect();
        assert_eq!(ids(&asks(&shop, FindDuplicates { except: all.last().copied(), ..named("hook") }).await), others);
        // Another brand says that it is another.
        let brand = makes(&shop, "Shelf", "Ashdown").await;
        assert!(asks(&shop, FindDuplicates { brand: Some("Brook".into()), ..named("Shelf") }).await.is_empty());
        assert_eq!(ids(&asks(&shop, FindDuplicates { brand: Some("ASHDOWN".into()), ..named("shelf") }).await), [brand]);
    }

    async fn a_barcode_alone_may_be_asked_about(shop: Shop) {
        let variant = NewVariant { barcodes: vec![NewBarcode::each("5012345678900")], ..NewVariant::default() };
        let item = shop.owner().does(CreateItem { name: "Cup".into(), variants: vec![variant], ..CreateItem::default() }).await.item;
        let of_code = FindDuplicates { barcode: Some("05012345678900".into()), ..FindDuplicates::default() };
        let found = asks(&shop, of_code.clone()).await;
        assert_eq!((ids(&found), found[0].why), (vec![item], DuplicateWhy::Barcode));
        assert!(asks(&shop, FindDuplicates { except: Some(item), ..of_code }).await.is_empty());
        assert!(asks(&shop, FindDuplicates::default()).await.is_empty());
    }
}
