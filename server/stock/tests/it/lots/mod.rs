//! Lots, pieces and last days: what expires first goes first, a piece is in one place, and what is held or over is not sold.

mod expiry;
mod hold;
mod serials;

use crate::sell::{q, sale};
use catalog_rules::LeastLife;
use chrono::{Days, NaiveDate, TimeDelta};
use platform::{
    db::Clock as _,
    jobs::{NewJob, Runner, enqueue},
};
use stock_rules::{
    AdjustStock, CancelTo, CancelTransfer, ChangeStatus, EditLot, EnterOpening, HoldLot, ListLots, ListMovements, LotGiven, LotNeed, LotRow, LotView,
    MoveLine, MoveStock, OpeningLine, ReceiptLine, ReceiveGoods, ReceiveTransfer, ReleaseLot, ReturnGoods, ReturnLine, ReversePosting, SaleLine,
    SellGoods, ShipTransfer, ShowLot, ShowStock, StatusLine, SupplierReturnLine, TakeBack, TransferItem,
};
use testkit::{Shop, refused};
use vocabulary::{AppError, Channel, LotState, PlaceKind, Quantity, Reason, Status, Tracking, VariantId};

pub(crate) fn today(shop: &Shop) -> NaiveDate {
    shop.clock.now().date_naive()
}

pub(crate) fn in_days(shop: &Shop, days: i64) -> NaiveDate {
    today(shop) + TimeDelta::days(days)
}

pub(crate) fn lot(code: &str, expires_on: Option<NaiveDate>) -> Option<LotGiven> {
    Some(LotGiven { code: code.to_owned(), expires_on, made_on: None })
}

pub(crate) fn serials(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

pub(crate) fn receipt(shop: &Shop, lines: Vec<ReceiptLine>) -> ReceiveGoods {
    ReceiveGoods { lines, ..shop.receipt(VariantId::new(), 1) }
}

/// So many of a lot come, as far as they may.
pub(crate) async fn comes(shop: &Shop, variant: VariantId, quantity: &str, code: &str, expires_on: Option<NaiveDate>) -> Result<(), AppError> {
    let line = ReceiptLine { lot: lot(code, expires_on), ..ReceiptLine::of(variant, q(quantity)) };
    shop.manager().tries(receipt(shop, vec![line])).await.map(|_| ())
}

pub(crate) async fn pieces(shop: &Shop, variant: VariantId, all: &[&str]) {
    let line = ReceiptLine { serials: serials(all), ..ReceiptLine::of(variant, Quantity::whole(i32::try_from(all.len()).unwrap())) };
    shop.manager().does(receipt(shop, vec![line])).await;
}

pub(crate) async fn found(shop: &Shop, code: &str) -> LotRow {
    let mut rows = shop.clerk().does(ListLots { code: Some(code.to_owned()), ..ListLots::default() }).await.rows;
    assert_eq!(rows.len(), 1, "{code}: {rows:#?}");
    rows.remove(0)
}

pub(crate) async fn seen(shop: &Shop, code: &str) -> LotView {
    let lot = found(shop, code).await.lot;
    shop.clerk().does(ShowLot { lot }).await
}

pub(crate) async fn available(shop: &Shop, variant: VariantId) -> Quantity {
    let view = shop.clerk().does(ShowStock { variant, store: Some(shop.store) }).await;
    view.stores.iter().find(|store| store.store == shop.store).map_or(Quantity::ZERO, |store| store.available)
}

pub(crate) fn sells(shop: &Shop, line: SaleLine) -> SellGoods {
    SellGoods { lines: vec![line], ..sale(shop, &[]) }
}

/// The jobs come round once.
pub(crate) async fn jobs(shop: &Shop) {
    let mut tx = shop.database.begin(shop.tenant).await.unwrap();
    enqueue(&mut tx, NewJob::new("stock.look_at_lots", serde_json::Value::Null)).await.unwrap();
    tx.commit().await.unwrap();
    stock::jobs(Runner::new(shop.desk.clone())).drain().await.unwrap();
}

pub(crate) async fn holds(shop: &Shop, code: &str, recall: bool) -> stock_rules::LotSaved {
    let row = found(shop, code).await;
    shop.manager().does(HoldLot { lot: row.lot, version: row.version, recall, note: String::from("glass in it") }).await
}

/// What came of each of many tries at once.
pub(crate) async fn all<T>(tries: impl Iterator<Item = tokio::task::JoinHandle<T>>) -> Vec<Result<T, tokio::task::JoinError>> {
    let (tries, mut ended): (Vec<_>, _) = (tries.collect(), Vec::new());
    for one in tries {
        ended.push(one.await);
    }
    ended
}

pub(crate) fn lot_of(code: &str, _: &Shop) -> Option<LotGiven> {
    lot(code, None)
}

pub(crate) fn adjust(shop: &Shop, variant: VariantId) -> AdjustStock {
    AdjustStock {
        store: shop.store,
        location: None,
        variant,
        status: Status::Available,
        lot: None,
        serials: Vec::new(),
        change: None,
        new_quantity: None,
        expected: None,
        unit: None,
        reason: Reason::Other,
        note: String::new(),
        occurred_at: None,
    }
}

testkit::on_both! {
    async fn goods_are_told_apart_as_their_item_asks_for(shop: Shop) {
        let (mug, drill) = (shop.item("MUG").await, shop.tracked("DRILL", Tracking::Serial).await);
        let line = |line| receipt(&shop, vec![line]);
        let says = |tried| refused(tried).into_iter().map(|(_, code)| code).collect::<Vec<_>>();
        let untracked = ReceiptLine { lot: lot("A", None), serials: serials(&["1"]), ..ReceiptLine::of(mug, q("1")) };
        assert_eq!(says(shop.manager().tries(line(untracked)).await), ["lot-not-tracked", "serial-not-tracked"]);
        assert_eq!(says(shop.manager().tries(line(ReceiptLine::of(drill, q("2")))).await), ["serial-count"]);
        let twice = ReceiptLine { serials: serials(&["1", "1"]), ..ReceiptLine::of(drill, q("2")) };
        assert_eq!(says(shop.manager().tries(line(twice)).await), ["serial-twice"]);
        assert_eq!(says(shop.clerk().tries(sale(&shop, &[(drill, "1")])).await), ["serial-count"]);
        shop.proves().await;
    }

    async fn a_transfer_takes_its_lots_along(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::LotExpiry).await;
        comes(&shop, milk, "2", "A", Some(in_days(&shop, 3))).await.unwrap();
        comes(&shop, milk, "5", "B", Some(in_days(&shop, 9))).await.unwrap();
        let ship = |quantity| ShipTransfer {
            from: shop.store, to: shop.other_store, location: None, lines: vec![TransferItem::of(milk, q(quantity))], note: String::new(), occurred_at: None,
        };
        let first = shop.clerk().does(ship("4")).await.transfer;
        let a = found(&shop, "A").await;
        assert_eq!((a.on_hand, a.in_transit, found(&shop, "B").await.in_transit), (q("0"), q("2"), q("2")));
        // It goes over on the road: at home it is set apart.
        shop.clock.advance(TimeDelta::days(5));
        shop.manager().does(CancelTransfer { transfer: first, to: CancelTo::Home, reason: None, note: String::from("Over"), version: None }).await;
        assert_eq!((seen(&shop, "A").await.places[0].status, found(&shop, "B").await.available), (Status::Quarantine, q("5")));
        shop.proves().await;
    }

    async fn tracking_changes_only_while_nothing_is_told_apart_wrongly(shop: Shop) {
        let milk = shop.stocked("MILK", 3).await;
        let says = |outcome: Result<(), AppError>| refused(outcome);
        assert_eq!(says(shop.tracks(milk, Tracking::Lot, LeastLife::default()).await), [("tracking".into(), "tracking-in-stock".into())]);
        let sold = shop.clerk().does(sale(&shop, &[(milk, "3")])).await.posting.unwrap();
        shop.tracks(milk, Tracking::Lot, LeastLife::default()).await.unwrap();
        // What was sold untold apart cannot come back so.
        let undo = ReversePosting { posting: sold, lines: None, note: String::new() };
        assert_eq!(refused(shop.manager().tries(undo).await), [("conflict".into(), "tracking-changed".into())]);
        comes(&shop, milk, "3", "A", None).await.unwrap();
        assert_eq!(says(shop.tracks(milk, Tracking::LotExpiry, LeastLife::default()).await), [("tracking".into(), "tracking-without-day".into())]);
        let row = found(&shop, "A").await;
        let edit = EditLot { lot: row.lot, version: row.version, expires_on: Some(in_days(&shop, 9)), made_on: None };
        shop.manager().does(edit).await;
        shop.tracks(milk, Tracking::LotExpiry, LeastLife::default()).await.unwrap();
        shop.tracks(milk, Tracking::Lot, LeastLife::default()).await.unwrap();
        assert_eq!(says(shop.tracks(milk, Tracking::None, LeastLife::default()).await), [("tracking".into(), "tracking-in-stock".into())]);
        shop.proves().await;
    }

    async fn an_opening_tells_lots_too(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::LotExpiry).await;
        let day = Some(today(&shop) + Days::new(9));
        let line = |code: &str, quantity: &str| OpeningLine { lot: lot(code, day), ..OpeningLine::of(milk, q(quantity)) };
        let opening = |lines| EnterOpening { store: shop.store, location: None, lines, reference: String::new(), note: String::new(), occurred_at: None };
        shop.manager().does(opening(vec![line("A", "3"), line("B", "4")])).await;
        assert_eq!(available(&shop, milk).await, q("7"));
        assert_eq!(refused(shop.manager().tries(opening(vec![line("A", "3")])).await), [("lines[0].quantity".into(), "opening-known".into())]);
        shop.proves().await;
    }
}
