//! Categories kept in order: made, renamed, merged, deleted, and what is refused.

use catalog::upsert;
use catalog_rules::{
    CategoryHistory, CategoryView, CreateCategory, CreateItem, DeleteCategory, EditItem, ItemHistory, ListCategories, ListItems, MergeCategories,
    RenameCategory, SearchVariants, ShowCategory, UpsertItem,
};
use platform::jobs::Runner;
use stock_rules::{CancelCount, CountScope, PlanCount};
use testkit::{Shop, on_both, refused};
use vocabulary::{AppError, CategoryId, Counted, ItemId, Param};

use crate::changes::{as_it_is, show};

async fn makes(shop: &Shop, name: &str) -> CategoryId {
    shop.owner().does(CreateCategory { name: name.into() }).await.category
}

async fn puts(shop: &Shop, name: &str, category: &str) -> ItemId {
    shop.owner().does(CreateItem { name: name.into(), category: Some(category.into()), ..CreateItem::default() }).await.item
}

async fn sees(shop: &Shop, category: CategoryId) -> CategoryView {
    shop.clerk().does(ShowCategory { category }).await
}

async fn names(shop: &Shop) -> Vec<String> {
    shop.clerk().does(ListCategories::default()).await.categories.into_iter().map(|row| row.name).collect()
}

/// Brings in so many items of one category.
async fn brings(shop: &Shop, items: usize, category: &str) {
    let rows: Vec<UpsertItem> = (0..items)
        .map(|n| UpsertItem {
            sku: Some(format!("SKU-{n}")),
            name: Some(format!("Item {n}")),
            category: Some(category.into()),
            ..UpsertItem::default()
        })
        .collect();
    for rows in rows.chunks(upsert::ROWS_MAX) {
        let mut tx = shop.database.begin(shop.tenant).await.unwrap();
        upsert::apply(&mut tx, rows).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// Works off every job that is due.
async fn work(shop: &Shop) {
    catalog::jobs(Runner::new(shop.desk.clone())).drain().await.unwrap();
}

/// The code of a conflict, and a parameter of it.
fn conflict<T>(outcome: Result<T, AppError>, name: &str) -> (String, Option<Param>) {
    match outcome {
        Err(AppError::Conflict { said }) => (said.code.clone(), said.params.into_iter().find(|(param, _)| param == name).map(|(_, value)| value)),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("answered"),
    }
}

on_both! {
    async fn one_is_made_before_anything_is_in_it(shop: Shop) {
        let garden = makes(&shop, "  Garden   tools ").await;
        let view = sees(&shop, garden).await;
        assert_eq!((view.name.as_str(), view.version, view.items, view.merging_into), ("Garden tools", 1, Counted::default(), None));
        assert_eq!(refused(shop.owner().tries(CreateCategory { name: "GARDEN töols".into() }).await), [("name".into(), "category-taken".into())]);
        for (name, code) in [(String::from(" "), "field-required"), ("\u{640}".into(), "field-required"), ("x".repeat(121), "field-too-long")] {
            assert_eq!(refused(shop.owner().tries(CreateCategory { name }).await), [("name".into(), code.into())]);
        }
        assert_eq!(shop.clerk().tries(CreateCategory { name: "Mine".into() }).await.unwrap_err(), AppError::Forbidden);
        // An item that is put into it by its name is in it.
        puts(&shop, "Spade", "garden TOOLS").await;
        assert_eq!(sees(&shop, garden).await.items, Counted { count: 1, more: false });
    }

    async fn a_rename_keeps_its_items(shop: Shop) {
        let typo = makes(&shop, "Kandles").await;
        let item = puts(&shop, "Tall candle", "Kandles").await;
        let rename = RenameCategory { category: typo, version: 1, name: "Candles".into() };
        assert_eq!(shop.owner().does(rename.clone()).await.version, 2);
        assert_eq!(shop.owner().tries(rename.clone()).await.unwrap_err(), AppError::Stale);
        // The same once more changes nothing; another way of writing it is no other's name.
        assert_eq!(shop.owner().does(RenameCategory { version: 2, ..rename.clone() }).await.version, 2);
        assert_eq!(shop.owner().does(RenameCategory { version: 2, name: "CANDLES".into(), ..rename }).await.version, 3);
        assert_eq!(show(&shop, item).await.category.unwrap().name, "CANDLES");
        assert_eq!(shop.clerk().does(ListItems { category: Some(typo), ..ListItems::default() }).await.rows.len(), 1);
        assert_eq!(shop.clerk().does(SearchVariants { q: "candle".into(), limit: None }).await.hits.len(), 1);
        // The new name finds it, the old one does not.
        puts(&shop, "Short candle", "candles").await;
        puts(&shop, "Odd candle", "Kandles").await;
        assert_eq!(names(&shop).await, ["CANDLES", "Kandles"]);
        let history = shop.clerk().does(CategoryHistory { category: typo, cursor: None }).await.rows;
        let told: Vec<&str> = history.iter().map(|row| row.operation.as_str()).collect();
        assert_eq!(told, ["catalog.rename_category", "catalog.rename_category", "catalog.create_category"]);
        assert_eq!(history[1].changes[0].from.as_deref(), Some("Kandles"));
    }

    async fn a_category_that_came_with_an_item_tells_of_it(shop: Shop) {
        let item = puts(&shop, "Tall candle", "Candles").await;
        puts(&shop, "Short candle", "Candles").await;
        let read = show(&shop, item).await;
        shop.owner().does(EditItem { category: Some("Lights".into()), ..as_it_is(&read) }).await;
        for (name, operation) in [("Candles", "catalog.create_item"), ("Lights", "catalog.edit_item")] {
            let list = ListCategories { q: Some(name.into()), ..ListCategories::default() };
            let category = shop.clerk().does(list).await.categories[0].id;
            let history = shop.clerk().does(CategoryHistory { category, cursor: None }).await.rows;
            let told: Vec<_> = history.iter().map(|row| (row.operation.as_str(), row.changes[0].field.as_str(), row.changes[0].to.as_deref())).collect();
            assert_eq!(told, [(operation, "name", Some(name))]);
        }
    }

    async fn a_name_that_is_taken_tells_whose(shop: Shop) {
        let (candles, typo) = (makes(&shop, "Candles").await, makes(&shop, "Kandles").await);
        let Err(AppError::Invalid { fields }) = shop.owner().tries(RenameCategory { category: typo, version: 1, name: "candles".into() }).await else {
            panic!("answered");
        };
        assert_eq!((fields[0].field.as_str(), fields[0].said.code.as_str()), ("name", "category-taken"));
        assert!(fields[0].said.params.contains(&("category".into(), Param::Text(candles.to_string()))), "{fields:?}");
    }

    async fn a_merge_moves_all_items_and_the_empty_one_goes(shop: Shop) {
        let (candles, typo) = (makes(&shop, "Candles").await, makes(&shop, "Kandles").await);
        let item = puts(&shop, "Tall candle", "Kandles").await;
        puts(&shop, "Short candle", "Candles").await;
        let read = show(&shop, item).await;
        let merge = MergeCategories { category: typo, version: 1, into: candles };
        assert_eq!(shop.owner().tries(MergeCategories { version: 2, ..merge.clone() }).await.unwrap_err(), AppError::Stale);
        let same = MergeCategories { into: typo, ..merge.clone() };
        assert_eq!(refused(shop.owner().tries(same).await), [("into".into(), "category-same".into())]);
        let nowhere = MergeCategories { into: CategoryId::new(), ..merge.clone() };
        assert_eq!(refused(shop.owner().tries(nowhere).await), [("into".into(), "field-unknown-choice".into())]);
        assert_eq!(shop.clerk().tries(merge.clone()).await.unwrap_err(), AppError::Forbidden);
        let done = shop.owner().does(merge).await;
        assert_eq!((done.category, done.moved, done.under_way), (candles, 1, false));
        assert_eq!(names(&shop).await, ["Candles"]);
        assert_eq!(shop.clerk().tries(ShowCategory { category: typo }).await.unwrap_err(), AppError::NotFound);
        let after = show(&shop, item).await;
        assert_eq!((after.category.as_ref().unwrap().id, after.version), (candles, 2));
        // Whoever had the item open does not bring the old name back.
        assert_eq!(shop.owner().tries(EditItem { brand: "Ashdown".into(), ..as_it_is(&read) }).await.unwrap_err(), AppError::Stale);
        let history = shop.clerk().does(CategoryHistory { category: candles, cursor: None }).await.rows;
        assert_eq!((history[0].changes[0].field.as_str(), history[0].changes[0].to.as_deref()), ("merged", Some("Kandles")));
        let history = shop.clerk().does(ItemHistory { item, cursor: None }).await.rows;
        let change = &history[0].changes[0];
        assert_eq!((change.from.as_deref(), change.to.as_deref()), (Some("Kandles"), Some("Candles")));
    }

    async fn many_items_are_merged_in_steps(shop: Shop) {
        let (candles, other) = (makes(&shop, "Candles").await, makes(&shop, "Lamps").await);
        brings(&shop, 1_203, "Kandles").await;
        let typo = shop.clerk().does(ListCategories { q: Some("kand".into()), ..ListCategories::default() }).await.categories[0].id;
        let merge = MergeCategories { category: typo, version: 1, into: candles };
        let done = shop.owner().does(merge.clone()).await;
        assert_eq!((done.moved, done.under_way), (500, true));
        let view = sees(&shop, typo).await;
        assert_eq!((view.version, view.merging_into.map(|into| into.id)), (2, Some(candles)));
        // Until it is done, its name means the one that stays, and neither goes elsewhere.
        let item = puts(&shop, "Late candle", "kandles").await;
        assert_eq!(show(&shop, item).await.category.unwrap().id, candles);
        let elsewhere = shop.owner().tries(MergeCategories { category: candles, version: 1, into: other }).await;
        assert_eq!(conflict(elsewhere, "name").0, "category-merging");
        let elsewhere = shop.owner().tries(MergeCategories { version: 2, into: other, ..merge.clone() }).await;
        assert_eq!(conflict(elsewhere, "name").0, "category-merging");
        assert_eq!(conflict(shop.owner().tries(DeleteCategory { category: candles, version: 1 }).await, "name").0, "category-merging");
        // The same again goes on with it.
        assert_eq!(shop.owner().does(MergeCategories { version: 2, ..merge }).await.moved, 500);
        work(&shop).await;
        assert_eq!(names(&shop).await, ["Candles", "Lamps"]);
        assert_eq!(shop.rows("item").await, 1_204);
        assert_eq!(shop.clerk().does(ListCategories::default()).await.without, Some(Counted::default()));
        work(&shop).await;
    }

    async fn only_an_empty_one_is_deleted(shop: Shop) {
        let candles = makes(&shop, "Candles").await;
        let item = puts(&shop, "Tall candle", "Candles").await;
        shop.owner().does(catalog_rules::ArchiveItem { item, version: 1 }).await;
        assert_eq!(sees(&shop, candles).await.archived, Counted { count: 1, more: false });
        let delete = DeleteCategory { category: candles, version: 1 };
        assert_eq!(conflict(shop.owner().tries(delete.clone()).await, "count"), ("category-has-items".into(), Some(Param::Count(1))));
        let edit = EditItem { category: None, ..as_it_is(&show(&shop, item).await) };
        shop.owner().does(edit).await;
        assert_eq!(shop.clerk().tries(delete.clone()).await.unwrap_err(), AppError::Forbidden);
        assert_eq!(shop.owner().tries(DeleteCategory { version: 2, ..delete.clone() }).await.unwrap_err(), AppError::Stale);
        shop.owner().does(delete.clone()).await;
        assert_eq!(names(&shop).await, Vec::<String>::new());
        assert_eq!(shop.owner().tries(delete).await.unwrap_err(), AppError::NotFound);
    }

    async fn one_that_is_being_counted_stays(shop: Shop) {
        let (candles, lamps) = (makes(&shop, "Candles").await, makes(&shop, "Lamps").await);
        let plan = PlanCount {
            store: shop.store,
            name: "Candles in May".into(),
            scope: CountScope::Category,
            locations: Vec::new(),
            categories: vec![candles],
            variants: Vec::new(),
            blind: true,
            limit_quantity: None,
            limit_value: None,
            second_count: false,
        };
        let count = shop.manager().does(plan).await.count;
        let merge = MergeCategories { category: candles, version: 1, into: lamps };
        let said = ("category-counted".into(), Some(Param::Text("Candles in May".into())));
        assert_eq!(conflict(shop.owner().tries(merge.clone()).await, "count"), said);
        assert_eq!(conflict(shop.owner().tries(DeleteCategory { category: candles, version: 1 }).await, "count"), said);
        shop.manager().does(CancelCount { count }).await;
        shop.owner().does(merge).await;
    }

    async fn anothers_is_not_found(shop: Shop) {
        let (candles, lamps) = (makes(&shop, "Candles").await, makes(&shop, "Lamps").await);
        let neighbour = shop.neighbour().await;
        let us = neighbour.owner();
        let ours = makes(&neighbour, "Candles").await;
        let gone = AppError::NotFound;
        assert_eq!(us.tries(ShowCategory { category: candles }).await.unwrap_err(), gone);
        assert_eq!(us.tries(CategoryHistory { category: candles, cursor: None }).await.unwrap_err(), gone);
        assert_eq!(us.tries(RenameCategory { category: candles, version: 1, name: "X".into() }).await.unwrap_err(), gone);
        assert_eq!(us.tries(DeleteCategory { category: candles, version: 1 }).await.unwrap_err(), gone);
        assert_eq!(us.tries(MergeCategories { category: candles, version: 1, into: ours }).await.unwrap_err(), gone);
        let into_theirs = MergeCategories { category: ours, version: 1, into: lamps };
        assert_eq!(refused(us.tries(into_theirs).await), [("into".into(), "field-unknown-choice".into())]);
        assert_eq!((names(&shop).await, names(&neighbour).await), (vec!["Candles".into(), "Lamps".into()], vec![String::from("Candles")]));
    }
}
