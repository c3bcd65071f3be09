//! How many statements it takes, whatever the number of rows.

use catalog::upsert;
use catalog_rules::{NewBarcode, SupplierCode, UpsertItem, UpsertOutcome};
use platform::Tx;
use testkit::on_both;

async fn statements(tx: &mut Tx) -> i64 {
    let (_, value): (String, String) = sqlx::query_as("SHOW SESSION STATUS LIKE 'Com_stmt_execute'").fetch_one(tx.conn()).await.unwrap();
    value.parse().unwrap()
}

fn rows(price: i64) -> Vec<UpsertItem> {
    (0..500)
        .map(|n| UpsertItem {
            handle: Some(format!("item-{}", n / 2)),
            name: Some(format!("White hanging heart holder number {}", n / 2)),
            brand: Some("Ashdown Ceramics".into()),
            category: Some(format!("Category {}", n / 2 % 20)),
            options: vec![("Size".into(), format!("Size {}", n % 2))],
            sku: Some(format!("SKU-{n}")),
            price: Some(price.into()),
            barcodes: vec![NewBarcode::each(format!("HOUSE-{n}"))],
            supplier_codes: vec![SupplierCode { supplier: "Brook".into(), code: format!("B{n}") }],
            image_links: vec![format!("https://example.com/{n}.jpg")],
            ..UpsertItem::default()
        })
        .collect()
}

on_both! {
    async fn five_hundred_rows_take_few_statements(shop: Shop) {
        for (price, outcome, most) in [(1, UpsertOutcome::New, 14), (1, UpsertOutcome::Unchanged, 10), (2, UpsertOutcome::Changed, 11)] {
            let mut tx = shop.database.begin(shop.tenant).await.unwrap();
            let before = statements(&mut tx).await;
            let started = std::time::Instant::now();
            let done = upsert::apply(&mut tx, &rows(price)).await.unwrap();
            let spent = statements(&mut tx).await - before;
            eprintln!("{:?} price {price}: {spent} statements, {:?}", shop.db.engine, started.elapsed());
            tx.commit().await.unwrap();
            assert!(done.iter().filter(|row| row.outcome == outcome).count() >= 250, "{:?}", done[0]);
            assert!(spent <= most, "{spent} statements, at most {most}");
        }
    }
}
