//! The valuation narrowed; its pools, layers and entries page by page.

use crate::cost::{accountant, d, receives_at, sells};
use catalog_rules::{CreateCategory, FindVariant};
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use stock_rules::{ListCostEntries, ListLayers, ListValuation, LotGiven, ReceiptLine, ReceiveGoods, SetCosting, ShowLayers, ValuationRow};
use testkit::{Person, Shop};
use vocabulary::{AppError, CategoryId, CostMethod, CostScope, Cursor, ItemId, LotId, Quantity, Tracking, VariantId};

/// All rows of a list, page by page.
async fn all(person: &Person, list: ListValuation) -> Vec<ValuationRow> {
    let (mut rows, mut cursor) = (Vec::new(), None::<Cursor>);
    loop {
        let page = person.does(ListValuation { cursor: cursor.take(), ..list.clone() }).await;
        rows.extend(page.rows);
        cursor = page.next;
        if cursor.is_none() {
            return rows;
        }
    }
}

fn variants(rows: &[ValuationRow]) -> Vec<VariantId> {
    rows.iter().map(|row| row.variant).collect()
}

fn value(rows: &[ValuationRow]) -> Decimal {
    rows.iter().filter_map(|row| row.worth).map(|worth| worth.value).sum()
}

async fn lot_of(shop: &Shop, variant: VariantId, code: &str, quantity: i32, cost: &str) {
    let lot = Some(LotGiven { code: code.to_owned(), expires_on: None, made_on: None });
    let line = ReceiptLine { unit_cost: Some(d(cost)), lot, ..ReceiptLine::of(variant, Quantity::whole(quantity)) };
    shop.manager().does(ReceiveGoods { lines: vec![line], ..shop.receipt(variant, quantity) }).await;
}

testkit::on_both! {
    async fn a_valuation_is_of_a_category_an_item_or_a_lot(shop: Shop) {
        let who = accountant(&shop);
        let cups: CategoryId = shop.owner().does(CreateCategory { name: String::from("Cups") }).await.category;
        let mut of_category = Vec::new();
        // More than a page of them, and some that are not.
        for at in 0..60 {
            of_category.push(shop.item_with(&format!("C{at:02}"), |item| item.category = Some(String::from("Cups"))).await);
        }
        let mug = shop.item("MUG").await;
        receives_at(&shop, of_category[0], 2, "3").await;
        receives_at(&shop, of_category[59], 1, "4").await;
        receives_at(&shop, mug, 5, "2").await;
        let milk = shop.tracked("MILK", Tracking::Lot).await;
        lot_of(&shop, milk, "A", 2, "1").await;
        lot_of(&shop, milk, "B", 3, "2").await;
        shop.values().await;

        let rows = all(&who, ListValuation { category: Some(cups), ..ListValuation::default() }).await;
        assert_eq!(variants(&rows), of_category, "by name, each once, over two pages");
        assert_eq!(value(&rows), d("10"));
        let found = all(&who, ListValuation { category: Some(cups), q: Some(String::from("C59")), ..ListValuation::default() }).await;
        assert_eq!(variants(&found), [of_category[59]]);
        let item: ItemId = shop.owner().does(FindVariant { variant: mug }).await.item;
        let rows = all(&who, ListValuation { item: Some(item), ..ListValuation::default() }).await;
        assert_eq!((variants(&rows), value(&rows)), (vec![mug], d("10")));
        let both = ListValuation { item: Some(item), category: Some(cups), ..ListValuation::default() };
        assert_eq!(all(&who, both).await, [], "an item of another category");

        let lots = all(&who, ListValuation { lots: true, ..ListValuation::default() }).await;
        let lots: Vec<(LotId, String, Decimal)> =
            lots.into_iter().filter_map(|row| Some((row.lot?, row.lot_code, row.worth?.value))).collect();
        assert_eq!(lots.iter().map(|lot| lot.1.as_str()).collect::<BTreeSet<_>>(), BTreeSet::from(["A", "B"]));
        for (lot, code, value) in lots {
            let rows = all(&who, ListValuation { lot: Some(lot), ..ListValuation::default() }).await;
            assert_eq!(rows.len(), 1, "{rows:?}");
            assert_eq!((rows[0].lot, rows[0].lot_code.as_str(), rows[0].worth.unwrap().value), (Some(lot), code.as_str(), value));
            let elsewhere = ListValuation { lot: Some(lot), store: Some(shop.other_store), ..ListValuation::default() };
            assert_eq!(all(&who, elsewhere).await[0].worth, None, "none of it is there");
        }
        for unknown in [
            ListValuation { category: Some(CategoryId::new()), ..ListValuation::default() },
            ListValuation { item: Some(ItemId::new()), ..ListValuation::default() },
            ListValuation { lot: Some(LotId::new()), ..ListValuation::default() },
        ] {
            assert_eq!(who.tries(unknown).await.unwrap_err(), AppError::NotFound);
        }
    }

    async fn layers_and_entries_are_told_page_by_page(shop: Shop) {
        let (who, mug) = (accountant(&shop), shop.item("MUG").await);
        for at in 0..60 {
            receives_at(&shop, mug, 1, &format!("{}.{:02}", 1 + at / 7, at)).await;
        }
        sells(&shop, mug, 2).await;
        shop.values().await;
        let view = who.does(ShowLayers { variant: mug, store: None, cursor: None }).await;
        let [pool] = view.pools.as_slice() else { panic!("{view:?}") };
        assert_eq!((pool.layers.len(), pool.more_layers, pool.entries.len(), pool.more_entries), (10, true, 10, true));
        assert_eq!(view.value, pool.value);
        let (mut layers, mut entries, mut cursor) = (Vec::new(), Vec::new(), None);
        loop {
            let page = who.does(ListLayers { variant: mug, scope: pool.scope, lot: None, cursor }).await;
            layers.extend(page.rows);
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(layers.len(), 58, "two were sold");
        assert_eq!(layers[..10], pool.layers[..]);
        assert_eq!(layers.iter().map(|layer| layer.value_left).sum::<Decimal>(), pool.value);
        assert!(layers.is_sorted_by_key(|layer| layer.since));
        loop {
            let page = who.does(ListCostEntries { variant: mug, scope: pool.scope, lot: None, cursor }).await;
            entries.extend(page.rows);
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!((entries.len(), entries[0].value_after), (61, pool.value));
        assert_eq!(entries.iter().map(|entry| entry.value).sum::<Decimal>(), pool.value);
        let unknown = ListLayers { variant: VariantId::new(), scope: pool.scope, lot: None, cursor: None };
        assert_eq!(who.tries(unknown).await.unwrap_err(), AppError::NotFound);
    }

    async fn pools_are_told_page_by_page_what_is_there_first(shop: Shop) {
        shop.owner().does(SetCosting { method: CostMethod::Specific, scope: CostScope::Store }).await;
        let (who, milk) = (accountant(&shop), shop.tracked("MILK", Tracking::Lot).await);
        for at in 0..25 {
            lot_of(&shop, milk, &format!("L{at}"), 1, "2").await;
        }
        sells(&shop, milk, 3).await;
        shop.values().await;
        let (mut pools, mut cursor, mut pages) = (Vec::new(), None, 0);
        loop {
            let view = who.does(ShowLayers { variant: milk, store: Some(shop.store), cursor }).await;
            assert_eq!(view.value, d("44"), "of all pools, on every page");
            pools.extend(view.pools);
            (cursor, pages) = (view.next, pages + 1);
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!((pools.len(), pages), (25, 2));
        assert_eq!(pools.iter().map(|pool| pool.lot).collect::<BTreeSet<_>>().len(), 25, "each once");
        assert!(pools.is_sorted_by_key(|pool| pool.quantity.is_zero()));
    }
}
