//! A till does not say which lot it sold: what expires first went, as at the counter. What only a number or a lot can tell
//! waits until somebody does.

use crate::desk::{aside, brings, undoes, whole};
use catalog_rules::LeastLife;
use chrono::TimeDelta;
use platform::db::Clock as _;
use stock_rules::{ListLots, LotGiven};
use testkit::Shop;
use vocabulary::{Quantity, Tracking};

async fn on_hand(shop: &Shop, code: &str) -> Quantity {
    shop.clerk().does(ListLots { code: Some(code.to_owned()), ..ListLots::default() }).await.rows[0].on_hand
}

testkit::on_both! {
    async fn a_tills_file_takes_what_expires_first(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::LotExpiry).await;
        shop.tracked("DRILL", Tracking::Serial).await;
        shop.tracks(shop.item("OIL").await, Tracking::Lot, LeastLife::default()).await.unwrap();
        let today = shop.clock.now().date_naive();
        for (code, days) in [("LATE", 20), ("OVER", 0), ("SOON", 5)] {
            let mut receipt = shop.receipt(milk, 4);
            receipt.lines[0].lot = Some(LotGiven { code: code.to_owned(), expires_on: Some(today + TimeDelta::days(days)), made_on: None });
            shop.manager().does(receipt).await;
        }
        shop.clock.advance(TimeDelta::days(1));
        let day = shop.clock.now().date_naive();
        let till = format!(
            "Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\n\
             R1,{day} 09:30:00,LONDON,MILK,Milk,sale,3,2.50\nR2,{day} 09:31:00,LONDON,MILK,Milk,sale,3,2.50\n\
             R3,{day} 09:32:00,LONDON,MILK,Milk,return,1,2.50\nR4,{day} 09:33:00,LONDON,DRILL,Drill,sale,1,25.00\n\
             R5,{day} 09:34:00,LONDON,MILK,Milk,sale,3,2.50\n"
        );
        let done = brings(&shop, "till.csv", &till).await;
        assert_eq!((on_hand(&shop, "OVER").await, on_hand(&shop, "SOON").await, on_hand(&shop, "LATE").await), (whole(4), whole(0), whole(2)));
        let aside = aside(&shop, done.id).await;
        let said: Vec<_> = aside.iter().flat_map(|row| &row.troubles).map(|trouble| trouble.said.code.as_str()).collect();
        assert_eq!(said, ["import-sale-tracked", "import-sale-tracked", "import-sale-short"]);
        shop.proves().await;
        undoes(&shop, done.id).await;
        assert_eq!((on_hand(&shop, "SOON").await, on_hand(&shop, "LATE").await), (whole(4), whole(4)));
        shop.proves().await;
    }

    async fn a_stock_list_of_what_is_told_apart_waits(shop: Shop) {
        shop.tracked("MILK", Tracking::Lot).await;
        shop.stocked("MUG", 3).await;
        let done = brings(&shop, "stock.csv", "SKU,Location,On hand (new)\nMILK,LONDON,5\nMUG,LONDON,7\n").await;
        let aside = aside(&shop, done.id).await;
        let said: Vec<_> = aside.iter().flat_map(|row| &row.troubles).map(|trouble| trouble.said.code.as_str()).collect();
        assert_eq!(said, ["import-stock-tracked"]);
        shop.proves().await;
    }
}
