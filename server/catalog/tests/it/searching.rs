//! Search as one types.

use crate::{
    changes::{as_it_is, show},
    creating::shirt,
};
use catalog_rules::{CreateItem, EditItem, ListItems, NewBarcode, NewVariant, SearchVariants};
use testkit::{Shop, on_both};
use uuid::Uuid;

async fn skus(shop: &Shop, q: &str) -> Vec<String> {
    shop.clerk().does(SearchVariants { q: q.to_owned(), limit: None }).await.hits.into_iter().map(|hit| hit.sku).collect()
}

async fn names(shop: &Shop, q: &str) -> Vec<String> {
    shop.clerk().does(ListItems { q: Some(q.to_owned()), ..ListItems::default() }).await.rows.into_iter().map(|row| row.name).collect()
}

/// The rows of words and the texts say the same of each of so many variants.
async fn agree(shop: &Shop, variants: usize) {
    let read = |sql: &'static str| async move {
        let mut root = shop.db.root().await;
        let rows: Vec<(Uuid, String)> = sqlx::query_as(sql).bind(shop.tenant.0).fetch_all(&mut root).await.unwrap();
        let mut rows: Vec<(Uuid, Vec<String>)> =
            rows.into_iter().map(|(id, text)| (id, text.split_whitespace().map(str::to_owned).collect())).collect();
        rows.iter_mut().for_each(|(_, words)| words.sort());
        rows
    };
    let rows =
        read("SELECT variant_id, GROUP_CONCAT(token SEPARATOR ' ') FROM search_token WHERE tenant_id = ? GROUP BY variant_id ORDER BY variant_id")
            .await;
    assert_eq!(rows, read("SELECT variant_id, words FROM search_text WHERE tenant_id = ? ORDER BY variant_id").await);
    assert!(rows.len() == variants && rows.iter().all(|(_, words)| words.len() > 2), "{rows:?}");
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

    async fn words_begin_so_whatever_else_is_typed(shop: Shop) {
        for (sku, name) in [("A1", "Light red"), ("A2", "Lightbox, red"), ("A3", "Red candle, lights"), ("A4", "Redwood lighthouse"), ("A5", "Delight red")] {
            shop.item_with(sku, |item| item.name = name.to_owned()).await;
        }
        assert_eq!(skus(&shop, "light red").await, ["A1", "A2", "A3", "A4"], "a word is also what a longer one begins with");
        assert_eq!(skus(&shop, "redw li").await, ["A4"]);
        assert_eq!(names(&shop, "red lig").await.len(), 4);
    }

    async fn words_are_kept_one_by_one_and_together(shop: Shop) {
        let item = shop.owner().does(shirt()).await.item;
        agree(&shop, 4).await;
        let before = show(&shop, item).await;
        shop.owner().does(EditItem { name: "Hemp shirt, 3 % hemp".into(), brand: "Hemp & Son".into(), ..as_it_is(&before) }).await;
        agree(&shop, 4).await;
        assert_eq!(skus(&shop, "linen").await.len() + skus(&shop, "shirt linen").await.len(), 0);
        assert_eq!((skus(&shop, "son").await.len(), skus(&shop, "shirt son").await.len()), (4, 4));
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
