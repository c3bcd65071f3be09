//! Counting in cases: what was typed is kept beside what it comes to.

use super::*;
use catalog_rules::{NewBarcode, SetVariantUnit, ShowVariantUnits};
use stock_rules::{CountUnit, DecideUnknownCode, EnteredQuantity, LotGiven, ShowCount};
use vocabulary::Tracking;

fn q(text: &str) -> Quantity {
    text.parse().unwrap()
}

fn typed(unit: &str, quantity: &str, num: i64, base: &str) -> EnteredQuantity {
    EnteredQuantity { unit: unit.into(), quantity: q(quantity), num, den: 1, base: q(base) }
}

fn of_unit(shop: &Shop, code: &str, quantity: &str, unit: &str) -> NewScan {
    NewScan { quantity: q(quantity), unit: Some(unit.into()), ..scan(shop, code, 1) }
}

/// A mug by the piece and by the case of twelve, each with its code, that has a tray of six of its own.
async fn mug(shop: &Shop) -> VariantId {
    let mug = shop
        .item_with("MUG", |item| {
            let code = |code: &str, unit: &str, pack| NewBarcode { code: code.into(), unit: unit.into(), pack };
            item.variants[0].barcodes = vec![code("042563008123", "each", Quantity::ONE), code("CASE-MUG", "case", q("12"))];
        })
        .await;
    let version = shop.owner().does(ShowVariantUnits { variant: mug }).await.version;
    shop.owner().does(SetVariantUnit { variant: mug, version, unit: "tray".into(), num: 6, den: 1, whole: true }).await;
    mug
}

/// What the clerk typed of their scans, the newest first.
async fn told(shop: &Shop, count: CountId) -> Vec<Option<EnteredQuantity>> {
    shop.clerk().does(ShowCount { count }).await.scans.into_iter().map(|scan| scan.entered).collect()
}

testkit::on_both! {
    async fn a_scanned_case_counts_its_pieces_and_says_so(shop: Shop) {
        let mug = mug(&shop).await;
        let count = planned(&shop).await;
        let taken = sends(&shop.clerk(), count, vec![scan(&shop, "CASE-MUG", 1)]).await;
        assert_eq!(taken.lines[0].counted, Some(q("12")));
        assert_eq!(taken.codes[0].pack_unit.as_deref(), Some("case"));
        let unit = |unit: &str, num| CountUnit { unit: unit.into(), num, den: 1 };
        let mut units = taken.codes[0].units.clone();
        units.sort_by_key(|unit| unit.num);
        assert_eq!(units, [unit("tray", 6), unit("case", 12)], "in what it may be counted, offline too");
        later(&shop);
        sends(&shop.clerk(), count, vec![scan(&shop, "042563008123", 1)]).await;
        assert_eq!(told(&shop, count).await, [None, Some(typed("case", "1", 12, "12"))], "pieces are what they are");
        // A unit beside the code is what is meant, whatever the code is of; the base unit too.
        later(&shop);
        let named = vec![of_unit(&shop, "CASE-MUG", "5", "each"), of_unit(&shop, "042563008123", "2", "tray")];
        let taken = sends(&shop.clerk(), count, named).await;
        assert_eq!(taken.lines[0].counted, Some(q("30")));
        later(&shop);
        let set = NewScan { kind: ScanKind::Set, variant: Some(mug), code: String::new(), ..of_unit(&shop, "", "3", "case") };
        let taken = sends(&shop.clerk(), count, vec![set.clone(), set.clone()]).await;
        assert_eq!((outcomes(&taken), taken.lines[0].counted), (vec![ScanOutcome::Counted, ScanOutcome::Duplicate], Some(q("36"))));
        assert_eq!(shop.rows("count_entered").await, 3, "kept once for each scan that named another unit");
        // The case is another one from now on; what was typed stays as it was.
        submitted(&shop.clerk(), count).await;
        let review = review(&shop, count).await;
        let line = line(&review, mug);
        assert_eq!(line.counted, Some(q("36")));
        assert_eq!(line.entered, [typed("case", "1", 12, "12"), typed("tray", "2", 6, "12"), typed("case", "3", 12, "36")]);
    }

    async fn what_was_taken_back_is_not_told(shop: Shop) {
        let mug = mug(&shop).await;
        let count = planned(&shop).await;
        let (one, two) = (scan(&shop, "CASE-MUG", 1), of_unit(&shop, "MUG", "1", "tray"));
        sends(&shop.clerk(), count, vec![one.clone(), two, undo(&shop, one.id)]).await;
        submitted(&shop.clerk(), count).await;
        assert_eq!(line(&review(&shop, count).await, mug).entered, [typed("tray", "1", 6, "6")]);
    }

    async fn a_unit_that_cannot_be_is_refused_by_name(shop: Shop) {
        mug(&shop).await;
        let count = planned(&shop).await;
        let bad = vec![
            of_unit(&shop, "MUG", "1", "kg"),
            of_unit(&shop, "MUG", "1", "crate"),
            of_unit(&shop, "MUG", "0.5", "case"),
            of_unit(&shop, "NOBODY-KNOWS", "1", "case"),
            NewScan { kind: ScanKind::Set, ..of_unit(&shop, "MUG", "-1", "case") },
        ];
        let taken = sends(&shop.clerk(), count, bad).await;
        let why = ["unit-other-class", "unit-unknown", "quantity-not-whole", "count-unit-of-unknown", "quantity-negative"];
        assert_eq!((refusals(&taken), outcomes(&taken)), (why.map(str::to_owned).to_vec(), vec![ScanOutcome::Refused; 5]));
        assert_eq!((shop.rows("count_scan").await, shop.rows("count_entered").await), (0, 0), "nothing half done");
    }

    async fn a_case_whose_lot_is_said_later_is_still_a_case(shop: Shop) {
        let milk = shop
            .item_with("MILK", |item| {
                item.variants[0].barcodes = vec![NewBarcode { code: "CASE-MILK".into(), unit: "case".into(), pack: q("12") }];
            })
            .await;
        shop.tracks(milk, Tracking::Lot, catalog_rules::LeastLife::default()).await.unwrap();
        let count = planned(&shop).await;
        let taken = sends(&shop.clerk(), count, vec![scan(&shop, "CASE-MILK", 2)]).await;
        assert_eq!(outcomes(&taken), [ScanOutcome::Unknown]);
        let lot = Some(LotGiven { code: "A7".into(), ..LotGiven::default() });
        shop.manager()
            .does(DecideUnknownCode { count, code: "CASE-MILK".into(), item: None, lot, location: None, serials: Vec::new() })
            .await;
        submitted(&shop.clerk(), count).await;
        let review = review(&shop, count).await;
        let line = line(&review, milk);
        assert_eq!((line.counted, line.entered.as_slice()), (Some(q("24")), [typed("case", "2", 12, "24")].as_slice()));
    }
}
