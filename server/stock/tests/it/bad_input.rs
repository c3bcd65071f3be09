//! What is wrong is told by its own code, at its field, whichever operation it comes to; and nothing of it is done: no table has
//! a row more or less.

use crate::{
    lots::{comes, in_days, pieces},
    reserve::{holds, ship},
    shift::bin,
};
use chrono::TimeDelta;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sqlx::MySqlConnection;
use stock_rules::{
    AdjustStock, ArchiveLocation, ChangeStatus, ClosePeriod, EnterOpening, MoveStock, ReceiveGoods, ReturnGoods, SellGoods, ShipTransfer, TakeBack,
};
use testkit::{Shop, refused};
use vocabulary::{Operation, Tracking, VariantId};

/// How many rows there are of everything that a refused operation might have left behind.
async fn rows(root: &mut MySqlConnection) -> Vec<(String, i64)> {
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT CAST(table_name AS CHAR) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY 1",
    )
    .fetch_all(&mut *root)
    .await
    .unwrap();
    let counts: Vec<String> = tables.iter().map(|table| format!("SELECT '{table}', COUNT(*) FROM `{table}`")).collect();
    sqlx::query_as(sqlx::AssertSqlSafe(counts.join(" UNION ALL "))).fetch_all(root).await.unwrap()
}

/// A request as the interface for programs reads it, with what is wrong in it in the place of what was right.
struct Bad<'a> {
    shop: &'a Shop,
    root: MySqlConnection,
}

impl Bad<'_> {
    async fn is<O: Operation + DeserializeOwned>(&mut self, right: &Value, wrong: &Value, field: &str, code: &str) {
        let mut body = right.clone();
        for (name, value) in wrong.as_object().unwrap() {
            match name.strip_prefix("line.") {
                Some(name) => body["lines"][0][name] = value.clone(),
                None => body[name] = value.clone(),
            }
        }
        let operation: O = serde_json::from_value(body.clone()).unwrap_or_else(|error| panic!("{} {body}: {error}", O::NAME));
        let before = rows(&mut self.root).await;
        let told = refused(self.shop.owner().tries(operation).await);
        assert_eq!(told, [(field.to_owned(), code.to_owned())], "{} {body}", O::NAME);
        assert_eq!(rows(&mut self.root).await, before, "{} {body} left something behind", O::NAME);
    }
}

/// The same of each of some operations.
macro_rules! each {
    ($bad:ident, $right:ident, [$($operation:ty),+], $wrong:expr, $field:expr, $code:expr) => {
        $( $bad.is::<$operation>(&$right(<$operation>::NAME), &$wrong, $field, $code).await; )+
    };
}

/// A request that would be done.
fn right(shop: &Shop, variant: VariantId, to: vocabulary::LocationId, name: &str) -> Value {
    let lines = json!([{ "variant": variant, "quantity": "1" }]);
    match name {
        MoveStock::NAME => json!({ "store": shop.store, "from": shop.floor, "to": to, "lines": lines }),
        ChangeStatus::NAME => json!({ "store": shop.store, "from": "available", "to": "damaged", "lines": lines }),
        ShipTransfer::NAME => json!({ "from": shop.store, "to": shop.other_store, "lines": lines }),
        AdjustStock::NAME => json!({ "store": shop.store, "variant": variant, "change": "1", "reason": "found" }),
        _ => json!({ "store": shop.store, "lines": lines }),
    }
}

testkit::on_both! {
    /// Nought, less than nought, half a piece, another unit's class.
    async fn a_quantity_that_cannot_be(shop: Shop) {
        let (mug, back) = (shop.stocked("MUG", 10).await, bin(&shop, "BACK").await);
        let mut bad = Bad { shop: &shop, root: shop.db.root().await };
        let right = |name: &str| right(&shop, mug, back, name);
        for (quantity, code) in [("0", "quantity-not-positive"), ("-1", "quantity-not-positive"), ("0.5", "quantity-not-whole")] {
            let wrong = json!({ "line.quantity": quantity });
            each!(bad, right, [ReceiveGoods, SellGoods, TakeBack, ReturnGoods, MoveStock, ChangeStatus, ShipTransfer], wrong, "lines[0].quantity", code);
        }
        bad.is::<AdjustStock>(&right(AdjustStock::NAME), &json!({ "change": "0.5" }), "change", "quantity-not-whole").await;
        let wrong = json!({ "line.unit": "kg" });
        each!(bad, right, [ReceiveGoods, SellGoods, TakeBack, ReturnGoods, MoveStock, ChangeStatus, ShipTransfer, EnterOpening], wrong, "lines[0].unit", "unit-other-class");
        // A sum that no ledger holds, in one place or over two.
        let huge = json!({ "line.quantity": "9999999999999" });
        bad.is::<ReceiveGoods>(&right(ReceiveGoods::NAME), &huge, "conflict", "quantity-too-large").await;
        let apart = json!({ "line.quantity": "9999999999999", "location": back });
        bad.is::<ReceiveGoods>(&right(ReceiveGoods::NAME), &apart, "conflict", "quantity-too-large").await;
        shop.proves().await;
    }

    /// Another store's place, and one that was put away, are told at the field that names them.
    async fn a_place_that_cannot_be(shop: Shop) {
        let (mug, back, away) = (shop.stocked("MUG", 10).await, bin(&shop, "BACK").await, bin(&shop, "AWAY").await);
        shop.manager().does(ArchiveLocation { location: away, version: 1, archived: true }).await;
        let mut bad = Bad { shop: &shop, root: shop.db.root().await };
        let right = |name: &str| right(&shop, mug, back, name);
        for (place, code) in [(shop.other_floor, "place-other-store"), (away, "place-archived")] {
            let wrong = json!({ "location": place });
            each!(bad, right, [ReceiveGoods, SellGoods, TakeBack, ReturnGoods, AdjustStock, ChangeStatus, ShipTransfer, EnterOpening], wrong, "location", code);
            bad.is::<MoveStock>(&right(MoveStock::NAME), &json!({ "from": place }), "from", code).await;
            bad.is::<MoveStock>(&right(MoveStock::NAME), &json!({ "to": place }), "to", code).await;
        }
        shop.proves().await;
    }

    /// A clock that is a day ahead, and a day that is closed.
    async fn a_time_that_cannot_be(shop: Shop) {
        let (mug, back) = (shop.stocked("MUG", 10).await, bin(&shop, "BACK").await);
        let now = shop.database.now();
        shop.person(vocabulary::Role::Accountant).does(ClosePeriod { store: None, through: (now - TimeDelta::days(2)).date_naive() }).await;
        let mut bad = Bad { shop: &shop, root: shop.db.root().await };
        let right = |name: &str| right(&shop, mug, back, name);
        for (at, code) in [(now + TimeDelta::days(1), "date-in-future"), (now - TimeDelta::days(5), "period-closed")] {
            let wrong = json!({ "occurred_at": at });
            each!(bad, right, [ReceiveGoods, SellGoods, TakeBack, ReturnGoods, AdjustStock, MoveStock, ChangeStatus, ShipTransfer], wrong, "occurred_at", code);
        }
        shop.proves().await;
    }

    /// A lot that is over, a piece that is elsewhere, a hold that has lapsed.
    async fn a_lot_a_piece_or_a_hold_that_cannot_be(shop: Shop) {
        let (milk, drill, mug) = (shop.tracked("MILK", Tracking::LotExpiry).await, shop.tracked("DRILL", Tracking::Serial).await, shop.stocked("MUG", 10).await);
        comes(&shop, milk, "4", "A", Some(in_days(&shop, 20))).await.unwrap();
        pieces(&shop, drill, &["S1"]).await;
        let held = holds(&shop.clerk(), mug, 3, shop.store).await;
        let mut bad = Bad { shop: &shop, root: shop.db.root().await };
        let of = |variant: VariantId| right(&shop, variant, shop.floor, ReceiveGoods::NAME);
        let over = json!({ "line.lot": { "code": "B", "expires_on": in_days(&shop, -1) } });
        bad.is::<ReceiveGoods>(&of(milk), &over, "lines[0].lot", "lot-expired").await;
        bad.is::<ReceiveGoods>(&of(drill), &json!({ "line.serials": ["S1"] }), "lines[0].serials", "serial-elsewhere").await;
        shop.clock.advance(TimeDelta::days(1));
        let before = rows(&mut bad.root).await;
        assert_eq!(refused(shop.clerk().tries(ship(&held)).await), [("conflict".into(), "reservation-expired".into())]);
        assert_eq!(rows(&mut bad.root).await, before);
        shop.proves().await;
    }
}
