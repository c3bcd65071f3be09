//! A till sells kits by their own code: what goes are their components. A kit's own stock is nobody's to tell.

use crate::desk::{aside, brings, undoes, whole};
use catalog_rules::{KitComponent, SetKit, ShowKit};

testkit::on_both! {
    async fn a_tills_file_sells_kits_as_their_components(shop: Shop) {
        let (mug, carton, gift) = (shop.stocked("MUG", 10).await, shop.stocked("CARTON", 4).await, shop.item("GIFT").await);
        let version = shop.owner().does(ShowKit { variant: gift }).await.version;
        let components = [(mug, 2), (carton, 1)].map(|(variant, quantity)| KitComponent { variant, quantity: whole(quantity) }).to_vec();
        shop.owner().does(SetKit { variant: gift, version, components }).await;
        let done = brings(
            &shop,
            "till.csv",
            "Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\n\
             R1,2026-11-20 10:00:00,LONDON,MUG,Mug,sale,1,2.50\nR1,2026-11-20 10:00:00,LONDON,GIFT,Gift,sale,3,9.00\n\
             R2,2026-11-20 10:05:00,LONDON,GIFT,Gift,sale,2,9.00\nR3,2026-11-20 10:09:00,LONDON,GIFT,Gift,return,1,9.00\n\
             R4,2026-11-20 10:10:00,LONDON,GIFT,Gift,sale,0.5,9.00\nR5,2026-11-20 10:11:00,LONDON,GIFT,Gift,sale,9,9.00\n",
        )
        .await;
        // R2 goes in after all: a gift came back.
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(carton).await), (whole(1), whole(0)));
        let aside = aside(&shop, done.id).await;
        let said: Vec<_> = aside.iter().flat_map(|row| &row.troubles).map(|trouble| trouble.said.code.as_str()).collect();
        assert_eq!(said, ["import-stock-fraction", "import-sale-short"]);
        assert_eq!(shop.rows("posting_kit").await, 3);
        shop.proves().await;
        undoes(&shop, done.id).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(carton).await), (whole(10), whole(4)));

        let done = brings(&shop, "stock.csv", "SKU,Location,On hand (new)\nGIFT,LONDON,5\nMUG,LONDON,7\n").await;
        let aside = crate::desk::aside(&shop, done.id).await;
        let said: Vec<_> = aside.iter().flat_map(|row| &row.troubles).map(|trouble| trouble.said.code.as_str()).collect();
        assert_eq!((said, shop.on_hand(mug).await), (vec!["import-kit"], whole(7)));
        shop.proves().await;
    }
}
