//! Categories by name, a page at a time; of the items in one only so many are counted as tell that they are many.

use catalog::upsert;
use catalog_rules::{Categories, ListCategories, UpsertItem};
use testkit::Shop;
use vocabulary::Counted;

/// Brings in so many items, in the category that each number is given.
async fn brings(shop: &Shop, items: usize, category: impl Fn(usize) -> Option<String>) {
    let rows: Vec<UpsertItem> = (0..items)
        .map(|n| UpsertItem { sku: Some(format!("SKU-{n}")), name: Some(format!("Item {n}")), category: category(n), ..UpsertItem::default() })
        .collect();
    let mut tx = shop.database.begin(shop.tenant).await.unwrap();
    upsert::apply(&mut tx, &rows).await.unwrap();
    tx.commit().await.unwrap();
}

fn names(categories: &Categories) -> Vec<&str> {
    categories.categories.iter().map(|row| row.name.as_str()).collect()
}

testkit::on_both! {
    async fn they_come_by_name_a_page_at_a_time(shop: Shop) {
        brings(&shop, 53, |n| Some(match n {
            51 => String::from("élan"),
            52 => String::from("Eiche"),
            n => format!("Kind {n:02}"),
        })).await;
        let first = shop.clerk().does(ListCategories::default()).await;
        assert_eq!((names(&first)[..3].to_vec(), first.categories.len()), (vec!["Eiche", "élan", "Kind 00"], 50));
        let second = shop.clerk().does(ListCategories { cursor: first.next, ..ListCategories::default() }).await;
        assert_eq!((names(&second), second.next.is_none()), (vec!["Kind 48", "Kind 49", "Kind 50"], true));
        // Forms have all names at once.
        let all = shop.clerk().does(ListCategories { names_only: true, ..ListCategories::default() }).await;
        assert_eq!((all.categories.len(), all.categories[0].items, all.without, all.next), (53, None, None, None));
        // As one types, however it is written.
        let begin = async |q: &str| shop.clerk().does(ListCategories { q: Some(q.into()), ..ListCategories::default() }).await;
        assert_eq!(names(&begin("ELA").await), ["élan"]);
        assert_eq!(names(&begin("kind 5").await), ["Kind 50"]);
        assert_eq!(names(&begin("ind").await), Vec::<&str>::new());
        let begun = begin("kind").await;
        assert_eq!(begun.categories.len(), 50);
        let rest = shop.clerk().does(ListCategories { q: Some("kind".into()), cursor: begun.next, ..ListCategories::default() }).await;
        assert_eq!(names(&rest), ["Kind 50"]);
    }

    async fn many_items_are_not_counted_to_their_end(shop: Shop) {
        brings(&shop, 460, |n| match n {
            0..201 => Some(String::from("Many")),
            201..401 => None,
            _ => Some(String::from("Some")),
        }).await;
        let all = shop.clerk().does(ListCategories::default()).await;
        let counts: Vec<_> = all.categories.iter().map(|row| row.items.unwrap()).chain(all.without).collect();
        assert_eq!(names(&all), ["Many", "Some"]);
        assert_eq!(counts, [Counted { count: 200, more: true }, Counted { count: 59, more: false }, Counted { count: 200, more: false }]);
    }
}
