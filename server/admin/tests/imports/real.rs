//! The four real files, against figures counted from the files themselves.

use crate::*;
use admin::import::{Hint, Outcome, SaleKind, StockRow, open};
use admin_rules::{Answers, ChangeKind, ImportState, ImportView, PlaceAnswer};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use stock_rules::CreateStore;
use testkit::Shop;
use vocabulary::{Currency, Quantity, StoreId};

/// Every outcome of a file, as the pure half reads it.
fn outcomes(name: &str) -> Vec<Outcome> {
    open(std::io::Cursor::new(fixture(name)), &Hint::default()).unwrap().rows().unwrap().collect::<Result<_, _>>().unwrap()
}

async fn warehouse(shop: &Shop) -> StoreId {
    let new = CreateStore {
        code: "WAREHOUSE".into(),
        name: "Warehouse".into(),
        zone: "Europe/London".into(),
        locale: "en".into(),
        currency: Currency::GBP,
    };
    shop.owner().does(new).await.store
}

/// Brings Shopify's two files in, into the three stores they name.
pub async fn shopify(shop: &Shop) -> (ImportView, ImportView, StoreId) {
    let warehouse = warehouse(shop).await;
    let catalog = brings(shop, "shopify-products.csv", fixture("shopify-products.csv")).await;
    let stock = brings(shop, "shopify-inventory.csv", fixture("shopify-inventory.csv")).await;
    (catalog, stock, warehouse)
}

/// What of the inventory file is about variants that the products file brings.
fn expected_stock() -> (Vec<StockRow>, usize) {
    let (mut skus, mut places) = (BTreeSet::new(), BTreeSet::new());
    for outcome in outcomes("shopify-products.csv") {
        if let Outcome::Catalog(row) = outcome {
            skus.extend(row.sku.clone());
            places.insert((row.group.clone(), row.options.clone()));
        }
    }
    let known = |row: &StockRow| match &row.sku {
        Some(sku) => skus.contains(sku),
        None => places.contains(&(row.group.clone().unwrap(), row.options.clone())),
    };
    let (mut taken, mut unknown) = (Vec::new(), 0);
    for outcome in outcomes("shopify-inventory.csv") {
        match outcome {
            Outcome::Stock(row) if known(&row) => taken.push(*row),
            Outcome::Stock(row) if row.wanted().known().is_some() => unknown += 1,
            _ => {}
        }
    }
    (taken, unknown)
}

fn sum(rows: &[StockRow], location: &str) -> Quantity {
    rows.iter().filter(|row| row.location.as_deref() == Some(location)).filter_map(|row| row.wanted().known()).sum()
}

testkit::on_both! {
    async fn shopify_from_end_to_end(shop: Shop) {
        let (catalog, stock, warehouse) = shopify(&shop).await;
        assert_eq!((catalog.tally.new, catalog.tally.refused, catalog.tally.changed), (727, 32, 0));
        let codes = |told: &[(&str, usize)]| told.iter().map(|(code, count)| ((*code).to_owned(), *count)).collect::<BTreeMap<_, _>>();
        assert_eq!(troubles(&shop, catalog.id).await, codes(&[("import-barcode-check-digit", 19), ("import-number-not-one", 12), ("import-picture-alone", 2)]));

        let (taken, unknown) = expected_stock();
        let opened = taken.iter().filter(|row| row.wanted().known().is_some_and(|wanted| !wanted.is_zero())).count() as u64;
        let zero = taken.iter().filter(|row| row.wanted().known().is_some_and(Quantity::is_zero)).count() as u64;
        assert_eq!((stock.tally.new, stock.tally.unchanged, stock.tally.changed), (opened, zero, 0));
        // 50 that the file itself gets wrong, and those of items that wait in the other quarantine.
        assert_eq!(stock.tally.refused, 50 + unknown as u64);
        assert_eq!(troubles(&shop, stock.id).await, codes(&[("import-item-unknown", unknown), ("import-stock-fraction", 22), ("import-stock-negative", 28)]));
        assert_eq!(stock.tally.more, taken.iter().filter_map(|row| row.wanted().known()).sum());
        for (store, name) in [(shop.store, "London Shop"), (shop.other_store, "Leeds Shop"), (warehouse, "Warehouse")] {
            assert_eq!(stock_of(&shop, store).await, sum(&taken, name), "{name}");
        }
        shop.proves().await;

        // Brought in again: nothing to do, and nothing done.
        let (postings, audits) = (shop.rows("posting").await, shop.rows("stock_movement").await);
        let catalog = brings(&shop, "again.csv", fixture("shopify-products.csv")).await;
        assert_eq!((catalog.tally.new, catalog.tally.changed, catalog.tally.unchanged, catalog.tally.refused), (0, 0, 727, 32));
        assert!(catalog.found.before.is_some());
        let again = brings(&shop, "again.csv", fixture("shopify-inventory.csv")).await;
        assert_eq!((again.tally.new, again.tally.changed, again.tally.unchanged), (0, 0, opened + zero));
        assert_eq!((shop.rows("posting").await, shop.rows("stock_movement").await), (postings, audits));
        shop.proves().await;
    }

    async fn what_the_check_shows_is_what_the_run_does(shop: Shop) {
        let warehouse = warehouse(&shop).await;
        let manager = shop.manager();
        brings(&shop, "shopify-products.csv", fixture("shopify-products.csv")).await;
        let checked = checks(&shop, &manager, "shopify-inventory.csv", fixture("shopify-inventory.csv"), Answers::default()).await;
        assert_eq!(shop.rows("stock_movement").await, 0);
        // The bins are named by the file, and all of them are in the warehouse.
        assert!(!checked.found.bins.is_empty() && checked.found.bins.iter().all(|bin| bin.store == warehouse));
        let done = runs(&shop, &manager, &checked).await;
        assert_eq!(done.tally, checked.tally);
        shop.proves().await;
    }

    async fn square_brings_items_and_stock_at_once(shop: Shop) {
        let manager = shop.manager();
        let asked = checks(&shop, &manager, "square.csv", fixture("square-library.csv"), Answers::default()).await;
        assert_eq!((asked.state, asked.found.unknown.len()), (ImportState::Asking, 2));
        let stores = [shop.store, shop.other_store];
        let places: Vec<PlaceAnswer> =
            asked.found.unknown.iter().zip(stores).map(|(place, store)| PlaceAnswer { name: place.name.clone(), store: Some(store) }).collect();
        let checked = checks(&shop, &manager, "square.csv", fixture("square-library.csv"), Answers { places, ..Answers::default() }).await;
        assert_eq!((checked.tally.new, checked.tally.refused, checked.tally.more), (130, 0, whole(2512)));
        assert_eq!((checked.lists.new, shop.rows("item").await), (130, 0));
        let done = runs(&shop, &manager, &checked).await;
        assert_eq!(done.tally, checked.tally);
        assert_eq!(stock_of(&shop, shop.store).await + stock_of(&shop, shop.other_store).await, whole(2512));
        // What was said of the locations is remembered.
        let again = brings(&shop, "square.csv", fixture("square-library.csv")).await;
        assert_eq!((again.tally.new, again.tally.changed, again.tally.unchanged), (0, 0, 130));
        shop.proves().await;
    }

    async fn three_days_at_the_till(shop: Shop) {
        let (_, _, warehouse) = shopify(&shop).await;
        let manager = shop.manager();
        let asked = checks(&shop, &manager, "till.csv", fixture("uci-online-retail-3-days.csv"), Answers::default()).await;
        assert_eq!((asked.state, asked.problem.unwrap().code.as_str()), (ImportState::Asking, "import-store-missing"));
        let answers = Answers { store: Some(warehouse), ..Answers::default() };
        let view = checks(&shop, &manager, "till.csv", fixture("uci-online-retail-3-days.csv"), answers.clone()).await;
        let done = runs(&shop, &manager, &view).await;
        assert_eq!(done.tally, view.tally);

        // The same days by a plain account of what stands in the warehouse.
        let mut shelf: HashMap<String, Quantity> = HashMap::new();
        for row in expected_stock().0.iter().filter(|row| row.location.as_deref() == Some("Warehouse")) {
            if let (Some(sku), Some(wanted)) = (&row.sku, row.wanted().known()) {
                shelf.insert(sku.clone(), wanted);
            }
        }
        let skus: BTreeSet<String> =
            outcomes("shopify-products.csv").into_iter().filter_map(|outcome| if let Outcome::Catalog(row) = outcome { row.sku.clone() } else { None }).collect();
        let (mut booked, mut unknown, mut not_stock, mut change) = (0u64, 0u64, 0u64, Quantity::ZERO);
        let mut waiting = Vec::new();
        for outcome in outcomes("uci-online-retail-3-days.csv") {
            let Outcome::Sale(row) = outcome else { panic!("all are sales") };
            match row.kind {
                SaleKind::NotStock(_) => not_stock += 1,
                _ if !skus.contains(row.sku.as_ref().unwrap()) => unknown += 1,
                _ => waiting.push((row.sku.clone().unwrap(), row.effect())),
            }
        }
        // In the file's order, then what was missing once more, until no more of it fits.
        loop {
            let before = waiting.len();
            waiting.retain(|(sku, effect)| {
                let on_hand = shelf.entry(sku.clone()).or_default();
                let fits = !(*on_hand + *effect).is_negative();
                if fits {
                    *on_hand += *effect;
                    change += *effect;
                    booked += 1;
                }
                !fits
            });
            if waiting.len() == before {
                break;
            }
        }
        let short = waiting.len() as u64;
        assert_eq!((done.tally.new, done.tally.not_stock, done.tally.short, done.tally.refused), (booked, not_stock, short, unknown + short));
        assert_eq!((booked + not_stock + unknown + short, not_stock), (7419, 26));
        assert_eq!(done.tally.more - done.tally.less, change);
        let opened = sum(&expected_stock().0, "Warehouse");
        assert_eq!(stock_of(&shop, warehouse).await, opened + change);
        println!("three days: {booked} booked, {unknown} of items not known, {short} of what was not there, {not_stock} no stock");
        shop.proves().await;

        // The same receipts again are in the books already. Rows that wait have waited.
        let before = shop.rows("stock_movement").await;
        let view = checks(&shop, &manager, "till.csv", fixture("uci-online-retail-3-days.csv"), answers).await;
        let again = runs(&shop, &manager, &view).await;
        assert_eq!((again.tally.unchanged, again.tally.new), (booked, 0));
        assert_eq!(shop.rows("stock_movement").await, before);
        shop.proves().await;

        // The postings say when it was sold, and on which receipt.
        let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
        let first: (String, chrono::NaiveDate) = sqlx::query_as("SELECT document_ref, business_date FROM posting WHERE tenant_id = ? AND document_id = ? ORDER BY id LIMIT 1")
            .bind(shop.tenant.0).bind(done.id.0).fetch_one(tx.conn()).await.unwrap();
        tx.rollback().await.unwrap();
        assert_eq!(first.1.to_string(), "2010-12-01");
        assert!(first.0.starts_with("5363"), "{}", first.0);
    }

    async fn undone_as_if_it_had_never_been(shop: Shop) {
        let (catalog, stock, warehouse) = shopify(&shop).await;
        undoes(&shop, stock.id).await;
        for store in [shop.store, shop.other_store, warehouse] {
            assert_eq!(stock_of(&shop, store).await, Quantity::ZERO);
        }
        assert!(kept(&shop, stock.id).await.is_empty());
        shop.proves().await;
        undoes(&shop, catalog.id).await;
        let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
        let open: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM item WHERE tenant_id = ? AND state <> 4").bind(shop.tenant.0).fetch_one(tx.conn()).await.unwrap();
        tx.rollback().await.unwrap();
        assert_eq!((open, kept(&shop, catalog.id).await.len()), (0, 0));
        shop.proves().await;
        // No stock comes of items that are archived; with their file they come back, and then it does.
        let early = brings(&shop, "again.csv", fixture("shopify-inventory.csv")).await;
        assert_eq!((early.tally.new, early.tally.more), (0, Quantity::ZERO));
        assert!(troubles(&shop, early.id).await.get("import-item-archived").is_some_and(|rows| *rows as u64 == stock.tally.new));
        let back = brings(&shop, "again.csv", fixture("shopify-products.csv")).await;
        assert_eq!((back.tally.new, back.tally.refused), (0, 32));
        let again = brings(&shop, "again.csv", fixture("shopify-inventory.csv")).await;
        assert_eq!(again.tally.more, stock.tally.more);
        assert!(changes(&shop, again.id).await.iter().all(|change| change.kind == ChangeKind::Stock));
        shop.proves().await;
    }
}
