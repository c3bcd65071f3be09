//! Quantities told in cases, in grams, in whatever unit a variant has.

use catalog_rules::{AddBarcode, ArchiveVariantUnit, NewBarcode, SetVariantUnit, ShowVariantUnits, UnitFrom};
use stock_rules::{
    EnterOpening, EnteredQuantity, LotGiven, MoveLine, MoveStock, OpeningLine, ReceiptLine, ReceiveGoods, ReservationKind, ReserveLine, ReserveStock,
    ReturnLine, SaleLine, SellGoods, ShipTransfer, ShowPosting, TakeBack, TransferItem,
};
use testkit::{Shop, refused};
use vocabulary::{AppError, PostingId, Quantity, Tracking, VariantId};

fn q(text: &str) -> Quantity {
    text.parse().unwrap()
}

fn unit(unit: &str) -> Option<String> {
    Some(unit.to_owned())
}

async fn set(shop: &Shop, variant: VariantId, unit: &str, num: i64, den: i64) -> Result<bool, AppError> {
    let version = shop.owner().does(ShowVariantUnits { variant }).await.version;
    let set = SetVariantUnit { variant, version, unit: unit.into(), num, den, whole: true };
    shop.owner().tries(set).await.map(|saved| saved.changed)
}

fn of(variant: VariantId, quantity: &str, named: &str) -> ReceiptLine {
    ReceiptLine { unit: unit(named), ..ReceiptLine::of(variant, q(quantity)) }
}

async fn receives(shop: &Shop, lines: Vec<ReceiptLine>) -> Result<PostingId, AppError> {
    let receipt = ReceiveGoods { lines, ..shop.receipt(VariantId::new(), 1) };
    shop.manager().tries(receipt).await.map(|posted| posted.posting.unwrap())
}

async fn typed(shop: &Shop, posting: PostingId) -> Option<EnteredQuantity> {
    shop.clerk().does(ShowPosting { posting }).await.lines.remove(0).entered
}

testkit::on_both! {
    async fn cases_come_pieces_are_counted_and_what_was_typed_stays(shop: Shop) {
        let mug = shop.item("MUG").await;
        assert_eq!(set(&shop, mug, "case", 12, 1).await, Ok(true));
        assert_eq!(set(&shop, mug, "case", 24, 2).await, Ok(false), "the same ratio");
        assert_eq!(set(&shop, mug, "Half case", 6, 1).await, Ok(true));
        let posting = receives(&shop, vec![of(mug, "2", "case")]).await.unwrap();
        assert_eq!(shop.on_hand(mug).await, q("24"));
        let two = EnteredQuantity { unit: "case".into(), quantity: q("2"), num: 12, den: 1, base: q("24") };
        assert_eq!(typed(&shop, posting).await, Some(two.clone()));
        let pieces = receives(&shop, vec![of(mug, "3", "each")]).await.unwrap();
        assert_eq!(typed(&shop, pieces).await, None, "base units are what they are");
        assert_eq!(shop.rows("entered_quantity").await, 1);

        // A case is ten from now on: what came is what came.
        assert_eq!(set(&shop, mug, "case", 10, 1).await, Ok(true));
        assert_eq!((typed(&shop, posting).await, shop.on_hand(mug).await), (Some(two), q("27")));
        shop.clerk().does(SellGoods {
            lines: vec![SaleLine { unit: unit("Half case"), ..SaleLine::of(mug, q("1")) }, SaleLine { unit: unit("case"), ..SaleLine::of(mug, q("1")) }],
            ..crate::sell::sale(&shop, &[])
        }).await;
        assert_eq!(shop.on_hand(mug).await, q("11"));
        shop.proves().await;
    }

    async fn every_line_of_stock_may_name_a_unit(shop: Shop) {
        let flour = shop.item_with("FLOUR", |item| { item.unit = unit("kg"); item.whole = Some(false); }).await;
        let opening = EnterOpening {
            store: shop.store, location: None, reference: String::new(), note: String::new(), occurred_at: None,
            lines: vec![OpeningLine { unit: unit("g"), ..OpeningLine::of(flour, q("10000")) }],
        };
        shop.manager().does(opening).await;
        let back = crate::shift::bin(&shop, "BACK").await;
        let lines = vec![MoveLine { unit: unit("g"), ..MoveLine::of(flour, q("1500")) }];
        shop.manager().does(MoveStock { lines, ..crate::shift::moved(&shop, shop.floor, back, flour, "1") }).await;
        let lines = vec![ReturnLine { unit: unit("g"), ..ReturnLine::of(flour, q("250")) }];
        let note = String::new;
        shop.clerk().does(TakeBack { store: shop.store, location: None, lines, reference: note(), note: note(), occurred_at: None }).await;
        let lines = vec![TransferItem { unit: unit("g"), ..TransferItem::of(flour, q("2000")) }];
        shop.manager().does(ShipTransfer { from: shop.store, to: shop.other_store, location: None, lines, note: note(), occurred_at: None }).await;
        let lines = vec![ReserveLine { variant: flour, quantity: q("8001"), unit: unit("g"), store: Some(shop.store) }];
        let reserve = ReserveStock { kind: ReservationKind::Hold, lines, stores: Vec::new(), minutes: None, channel: None, reference: note(), note: note() };
        let short = shop.clerk().does(reserve.clone()).await.short;
        assert_eq!((short[0].wanted, short[0].available), (q("8.001"), q("8")));
        let lines = vec![ReserveLine { quantity: q("8000"), ..reserve.lines[0].clone() }];
        assert!(shop.clerk().does(ReserveStock { lines, ..reserve }).await.reserved.is_some());
        assert_eq!(shop.rows("entered_quantity").await, 4);
        shop.proves().await;
    }

    async fn a_unit_of_another_class_an_unknown_one_and_half_a_case_are_refused(shop: Shop) {
        let mug = shop.item("MUG").await;
        set(&shop, mug, "case", 12, 1).await.unwrap();
        let lines = vec![of(mug, "1", "kg"), of(mug, "1", "crate"), of(mug, "1.5", "case"), of(mug, "0", "case"), of(mug, "0.5", "each")];
        let told = refused(receives(&shop, lines).await);
        let wrong = |field: &str, code: &str| (field.to_owned(), code.to_owned());
        assert_eq!(told, [
            wrong("lines[0].unit", "unit-other-class"),
            wrong("lines[1].unit", "unit-unknown"),
            wrong("lines[2].quantity", "quantity-not-whole"),
            wrong("lines[3].quantity", "quantity-not-positive"),
            wrong("lines[4].quantity", "quantity-not-whole"),
        ]);
        // Thirds of a case of ten are no pieces.
        let version = shop.owner().does(ShowVariantUnits { variant: mug }).await.version;
        shop.owner().does(SetVariantUnit { variant: mug, version, unit: "tray".into(), num: 10, den: 3, whole: false }).await;
        assert_eq!(refused(receives(&shop, vec![of(mug, "1", "tray")]).await), [wrong("lines[0].quantity", "quantity-not-whole")]);
        assert!(receives(&shop, vec![of(mug, "3", "tray")]).await.is_ok());
        assert_eq!(shop.on_hand(mug).await, q("10"));
    }

    async fn a_barcode_and_a_unit_tell_one_number_and_a_unit_put_away_keeps_its_past(shop: Shop) {
        let mug = shop.item("MUG").await;
        let barcode = |code: &str, unit: &str, pack: i32| NewBarcode { code: code.into(), unit: unit.into(), pack: Quantity::whole(pack) };
        shop.owner().does(AddBarcode { variant: mug, barcode: barcode("CASE-1", "case", 12) }).await;
        let posting = receives(&shop, vec![of(mug, "1", "case")]).await.unwrap();
        assert_eq!(shop.on_hand(mug).await, q("12"), "the barcode says what a case is");
        let wrong = |field: &str, code: &str| vec![(field.to_owned(), code.to_owned())];
        assert_eq!(refused(set(&shop, mug, "case", 10, 1).await), wrong("num", "unit-barcode-differs"));
        assert_eq!(set(&shop, mug, "case", 12, 1).await, Ok(true));
        let other = AddBarcode { variant: mug, barcode: barcode("CASE-2", "case", 10) };
        assert_eq!(refused(shop.owner().tries(other).await), wrong("barcode.pack", "barcode-pack-differs"));
        set(&shop, mug, "box", 4, 1).await.unwrap();
        let boxed = receives(&shop, vec![of(mug, "1", "box")]).await.unwrap();

        let units = shop.clerk().does(ShowVariantUnits { variant: mug }).await;
        let told: Vec<_> = units.units.iter().map(|unit| (unit.unit.as_str(), unit.num, unit.from)).collect();
        assert_eq!(told, [("each", 1, UnitFrom::Base), ("box", 4, UnitFrom::Own), ("case", 12, UnitFrom::Own)]);
        let archive = |unit: &str, version| ArchiveVariantUnit { variant: mug, version, unit: unit.into() };
        assert_eq!(refused(shop.owner().tries(archive("case", units.version)).await), wrong("unit", "unit-has-barcode"));
        assert!(matches!(shop.owner().tries(archive("box", units.version - 1)).await, Err(AppError::Stale)));
        shop.owner().does(archive("box", units.version)).await;
        assert_eq!(refused(receives(&shop, vec![of(mug, "1", "box")]).await), wrong("lines[0].unit", "unit-unknown"));
        assert_eq!(typed(&shop, boxed).await.unwrap().base, q("4"));
        assert_eq!(typed(&shop, posting).await.unwrap().base, q("12"));
        let stranger = shop.neighbour().await;
        assert!(matches!(stranger.owner().tries(ShowVariantUnits { variant: VariantId::new() }).await, Err(AppError::NotFound)));
    }

    /// A line that is taken of two lots becomes two, and neither forgets what was typed.
    async fn a_transfer_of_several_lots_keeps_what_was_typed_with_each(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::Lot).await;
        set(&shop, milk, "case", 12, 1).await.unwrap();
        for (lot, quantity) in [("A", 10), ("B", 20)] {
            let mut receipt = shop.receipt(milk, quantity);
            receipt.lines[0].lot = Some(LotGiven { code: lot.to_owned(), ..LotGiven::default() });
            shop.manager().does(receipt).await;
        }
        let lines = vec![TransferItem { unit: unit("case"), ..TransferItem::of(milk, q("2")) }];
        let note = String::new();
        let ship = ShipTransfer { from: shop.store, to: shop.other_store, location: None, lines, note, occurred_at: None };
        let posting = shop.manager().does(ship).await.postings[0];
        let told = shop.clerk().does(ShowPosting { posting }).await.lines;
        let two = EnteredQuantity { unit: "case".into(), quantity: q("2"), num: 12, den: 1, base: q("24") };
        let kept: Vec<_> = told.into_iter().map(|line| (line.quantity, line.entered.unwrap())).collect();
        assert_eq!(kept, [(q("10"), two.clone()), (q("14"), two)]);
        shop.proves().await;
    }

    /// What is told to others is in base units, whatever was typed.
    async fn the_event_of_a_sale_is_in_base_units(shop: Shop) {
        let mug = shop.stocked("MUG", 30).await;
        set(&shop, mug, "case", 12, 1).await.unwrap();
        let lines = vec![SaleLine { unit: unit("case"), ..SaleLine::of(mug, q("2")) }];
        shop.clerk().does(SellGoods { lines, ..crate::sell::sale(&shop, &[]) }).await;
        let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
        let told: String = sqlx::query_scalar("SELECT CAST(payload AS CHAR) FROM outbox WHERE tenant_id = ? AND kind = 'stock.sold'")
            .bind(shop.tenant.0)
            .fetch_one(tx.conn())
            .await
            .unwrap();
        tx.rollback().await.unwrap();
        let told: serde_json::Value = serde_json::from_str(&told).unwrap();
        assert_eq!((&told["lines"][0]["quantity"], &told["lines"][0]["unit"]), (&"24".into(), &serde_json::Value::Null));
    }
}
