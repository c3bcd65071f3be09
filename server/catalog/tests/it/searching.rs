//! Search as one types.

use catalog_rules::{CreateItem, ListItems, NewBarcode, NewVariant, SearchVariants};
use testkit::{Shop, on_both};

async fn skus(shop: &Shop, q: &str) -> Vec<String> {
    shop.clerk().does(SearchVariants { q: q.to_owned(), limit: None }).await.hits.into_iter().map(|hit| hit.sku).collect()
}

async fn names(shop: &Shop, q: &str) -> Vec<String> {
    shop.clerk().does(ListItems { q: Some(q.to_owned()), ..ListItems::default() }).await.rows.into_iter().map(|row| row.name).collect()
}

on_both! {
    async fn the_exact_comes_first_then_what_begins_so(shop: Shop) {
        for (sku, name) in [("RED", "Cushion"), ("RED-2", "Armchair"), ("X-1", "Red lamp"), ("X-2", "A lamp in red"), ("X-3", "Bored games"), ("22", "redwood box")] {
            shop.item_with(sku, |item| item.name = name.to_owned()).await;
        }
        assert_eq!(skus(&shop, "RED").await, ["RED", "RED-2", "X-1", "22", "X-2"]);
        assert_eq!(skus(&shop, "red").await, ["RED", "RED-2", "X-1", "22", "X-2"]);
        assert_eq!(skus(&shop, "lamp red").await, ["X-2", "X-1"], "all words, in any order, by name");
        assert_eq!(skus(&shop, "lamp green").await, Vec::<String>::new());
        assert_eq!(skus(&shop, "r").await.len(), 5);
        assert_eq!(names(&shop, "re LAMP").await, ["A lamp in red", "Red lamp"]);
    }

    async fn folding_finds_what_people_leave_out(shop: Shop) {
        shop.item_with("G1", |item| item.name = "Hängendes T-Light Gläschen".to_owned()).await;
        shop.item_with("G2", |item| item.name = "مُحَمَّد".to_owned()).await;
        shop.item_with("G3", |item| { item.name = "Plain".to_owned(); item.brand = "Łódź Œuvre".to_owned(); }).await;
        for q in ["hangendes", "HÄNGENDES", "t-light", "tlight", "light glas", "gläschen"] {
            assert_eq!(skus(&shop, q).await, ["G1"], "{q}");
        }
        assert_eq!(skus(&shop, "محمد").await, ["G2"]);
        assert_eq!(skus(&shop, "lodz oeu").await, ["G3"]);
        for q in ["", " ", "%", "_", "\\", "**", "'", "\u{0}", "🎁", &"x".repeat(5_000)] {
            assert_eq!(skus(&shop, q).await, Vec::<String>::new(), "{q}");
        }
    }

    async fn codes_are_found_as_kept_and_as_printed(shop: Shop) {
        shop.item_coded("MUG", "042563008123").await;
        shop.item_coded("BOX", "HOUSE/77").await;
        for q in ["042563008123", "0042563008123", "00042563008123", "0425", "000425"] {
            assert_eq!(skus(&shop, q).await, ["MUG"], "{q}");
            assert_eq!(names(&shop, q).await, ["Item MUG"], "{q}");
        }
        assert_eq!(skus(&shop, "house/77").await, ["BOX"]);
        assert_eq!(skus(&shop, "house77").await, ["BOX"]);
    }

    async fn lists_are_paged_by_name_without_gaps(shop: Shop) {
        for n in 0..23 {
            // Some of the same name: the id decides.
            let new = CreateItem { name: format!("Thing {}", n % 7), variants: vec![NewVariant { sku: Some(format!("T{n}")), barcodes: vec![NewBarcode::each(format!("C{n}"))], ..NewVariant::default() }], ..CreateItem::default() };
            shop.owner().does(new).await;
        }
        for q in [None, Some(String::from("thing"))] {
            let (mut seen, mut cursor) = (Vec::new(), None);
            loop {
                let page = shop.clerk().does(ListItems { q: q.clone(), limit: Some(5), cursor, ..ListItems::default() }).await;
                seen.extend(page.rows.iter().map(|row| (row.name.clone(), row.item)));
                cursor = page.next;
                if cursor.is_none() {
                    break;
                }
            }
            assert_eq!(seen.len(), 23);
            let mut sorted = seen.clone();
            sorted.sort();
            sorted.dedup();
            assert_eq!(seen, sorted);
        }
    }
}
