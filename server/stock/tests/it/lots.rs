//! Lots, pieces and last days: what expires first goes first, a piece is in one place, and what is held or over is not sold.

use crate::sell::{q, sale};
use catalog_rules::{LeastLife, SetTracking, ShowItem};
use chrono::{Days, NaiveDate, TimeDelta};
use platform::{
    db::Clock as _,
    jobs::{NewJob, Runner, enqueue},
};
use stock_rules::{
    AdjustStock, CancelTransfer, ChangeStatus, EditLot, EnterOpening, HoldLot, ListLots, ListMovements, LotGiven, LotNeed, LotRow, LotView, MoveLine,
    MoveStock, OpeningLine, ReceiptLine, ReceiveGoods, ReceiveTransfer, ReleaseLot, ReturnGoods, ReturnLine, ReversePosting, SaleLine, SellGoods,
    ShipTransfer, ShowLot, ShowStock, StatusLine, SupplierReturnLine, TakeBack, TransferItem,
};
use testkit::{Shop, refused};
use vocabulary::{AppError, Channel, LotState, PlaceKind, Quantity, Reason, Status, Tracking, VariantId};

fn today(shop: &Shop) -> NaiveDate {
    shop.clock.now().date_naive()
}

fn in_days(shop: &Shop, days: i64) -> NaiveDate {
    today(shop) + TimeDelta::days(days)
}

async fn tracks(shop: &Shop, variant: VariantId, tracking: Tracking, life: LeastLife) -> Result<(), AppError> {
    let item = shop.owner().does(catalog_rules::FindVariant { variant }).await.item;
    let version = shop.owner().does(ShowItem { item, variant: None }).await.version;
    shop.owner().tries(SetTracking { item, version, tracking, life }).await.map(|_| ())
}

/// An item that is told apart in some way.
async fn tracked(shop: &Shop, sku: &str, tracking: Tracking) -> VariantId {
    let variant = shop.item(sku).await;
    tracks(shop, variant, tracking, LeastLife::default()).await.unwrap();
    variant
}

fn lot(code: &str, expires_on: Option<NaiveDate>) -> Option<LotGiven> {
    Some(LotGiven { code: code.to_owned(), expires_on, made_on: None })
}

fn serials(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_owned()).collect()
}

fn receipt(shop: &Shop, lines: Vec<ReceiptLine>) -> ReceiveGoods {
    ReceiveGoods { lines, ..shop.receipt(VariantId::new(), 1) }
}

/// So many of a lot come, as far as they may.
async fn comes(shop: &Shop, variant: VariantId, quantity: &str, code: &str, expires_on: Option<NaiveDate>) -> Result<(), AppError> {
    let line = ReceiptLine { lot: lot(code, expires_on), ..ReceiptLine::of(variant, q(quantity)) };
    shop.manager().tries(receipt(shop, vec![line])).await.map(|_| ())
}

async fn pieces(shop: &Shop, variant: VariantId, all: &[&str]) {
    let line = ReceiptLine { serials: serials(all), ..ReceiptLine::of(variant, Quantity::whole(i32::try_from(all.len()).unwrap())) };
    shop.manager().does(receipt(shop, vec![line])).await;
}

async fn found(shop: &Shop, code: &str) -> LotRow {
    let mut rows = shop.clerk().does(ListLots { code: Some(code.to_owned()), ..ListLots::default() }).await.rows;
    assert_eq!(rows.len(), 1, "{code}: {rows:#?}");
    rows.remove(0)
}

async fn seen(shop: &Shop, code: &str) -> LotView {
    let lot = found(shop, code).await.lot;
    shop.clerk().does(ShowLot { lot }).await
}

async fn available(shop: &Shop, variant: VariantId) -> Quantity {
    let view = shop.clerk().does(ShowStock { variant, store: Some(shop.store) }).await;
    view.stores.iter().find(|store| store.store == shop.store).map_or(Quantity::ZERO, |store| store.available)
}

fn sells(shop: &Shop, line: SaleLine) -> SellGoods {
    SellGoods { lines: vec![line], ..sale(shop, &[]) }
}

/// The jobs come round once.
async fn jobs(shop: &Shop) {
    let mut tx = shop.database.begin(shop.tenant).await.unwrap();
    enqueue(&mut tx, NewJob::new("stock.look_at_lots", serde_json::Value::Null)).await.unwrap();
    tx.commit().await.unwrap();
    stock::jobs(Runner::new(shop.desk.clone())).drain().await.unwrap();
}

async fn holds(shop: &Shop, code: &str, recall: bool) -> stock_rules::LotSaved {
    let row = found(shop, code).await;
    shop.manager().does(HoldLot { lot: row.lot, version: row.version, recall, note: String::from("glass in it") }).await
}

testkit::on_both! {
    async fn what_expires_first_goes_first_over_several_lots_and_places_58640(shop: Shop) {
        let milk = tracked(&shop, "MILK", Tracking::LotExpiry).await;
        let back = shop.manager().does(crate::places::inside(&shop, "BACK", None)).await.location;
        comes(&shop, milk, "4", "LATE", Some(in_days(&shop, 20))).await.unwrap();
        comes(&shop, milk, "3", "SOON", Some(in_days(&shop, 5))).await.unwrap();
        let line = ReceiptLine { lot: lot("SOON", None), ..ReceiptLine::of(milk, q("2")) };
        shop.manager().does(ReceiveGoods { location: Some(back), ..receipt(&shop, vec![line]) }).await;
        // Seven: all five of what expires first, wherever it stands, then of the other.
        let sold = shop.clerk().does(sale(&shop, &[(milk, "7")])).await;
        assert_eq!(sold.lines.len(), 3);
        assert_eq!((seen(&shop, "SOON").await.head.on_hand, seen(&shop, "LATE").await.head.on_hand), (q("0"), q("2")));
        let went = seen(&shop, "SOON").await.flows.into_iter().find(|flow| flow.kind == PlaceKind::Customer).unwrap();
        assert_eq!((went.came, went.went), (q("0"), q("5")));
        assert_eq!(refused(shop.clerk().tries(sale(&shop, &[(milk, "3")])).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        shop.proves().await;
    }

    async fn who_names_a_lot_gets_that_one(shop: Shop) {
        let milk = tracked(&shop, "MILK", Tracking::Lot).await;
        comes(&shop, milk, "5", "A", None).await.unwrap();
        comes(&shop, milk, "5", "B", None).await.unwrap();
        let from = |code: &str, quantity: &str| sells(&shop, SaleLine { lot: lot(code, None), ..SaleLine::of(milk, q(quantity)) });
        shop.clerk().does(from("B", "4")).await;
        assert_eq!((found(&shop, "A").await.on_hand, found(&shop, "B").await.on_hand), (q("5"), q("1")));
        assert_eq!(refused(shop.clerk().tries(from("B", "2")).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        assert_eq!(refused(shop.clerk().tries(from("C", "1")).await), [("lines[0].lot".into(), "lot-unknown".into())]);
        shop.proves().await;
    }

    async fn the_last_day_is_a_day_of_sale_in_the_stores_own_time_58735(shop: Shop) {
        let milk = tracked(&shop, "MILK", Tracking::LotExpiry).await;
        comes(&shop, milk, "5", "A", Some(today(&shop))).await.unwrap();
        shop.clerk().does(sale(&shop, &[(milk, "1")])).await;
        jobs(&shop).await;
        assert_eq!(available(&shop, milk).await, q("4"));
        shop.clock.advance(TimeDelta::days(1));
        // Over: the till is refused, whether or not anybody has looked yet.
        assert_eq!(refused(shop.clerk().tries(sale(&shop, &[(milk, "1")])).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        jobs(&shop).await;
        let lot = seen(&shop, "A").await;
        assert_eq!((available(&shop, milk).await, lot.head.on_hand, lot.places[0].status), (q("0"), q("4"), Status::Quarantine));
        // A late sale of yesterday is one of a good lot; that of today is none.
        let expired = shop.clerk().does(ListLots { view: Some(LotNeed::Expired), ..ListLots::default() }).await.rows;
        assert_eq!(expired.len(), 1);
        jobs(&shop).await;
        assert_eq!(shop.clerk().does(ListMovements { lot: Some(lot.head.lot), ..ListMovements::default() }).await.rows.len(), 3);
        shop.proves().await;
    }

    async fn expired_stock_has_its_ways_out_12843(shop: Shop) {
        let milk = tracked(&shop, "MILK", Tracking::LotExpiry).await;
        comes(&shop, milk, "9", "A", Some(today(&shop))).await.unwrap();
        shop.clock.advance(TimeDelta::days(1));
        jobs(&shop).await;
        let status = Status::Quarantine;
        // Back to who delivered it.
        let line = SupplierReturnLine { status, ..SupplierReturnLine::of(milk, q("3")) };
        let back = ReturnGoods {
            store: shop.store, location: None, lines: vec![line], reference: String::from("RMA-7"), reason: Some(Reason::Expired), note: String::new(),
            occurred_at: None,
        };
        shop.manager().does(back).await;
        // Thrown away, or given away: two reasons of one operation.
        for (reason, change) in [(Reason::Expired, "-4"), (Reason::GivenAway, "-2")] {
            let gone = AdjustStock { status, change: Some(q(change)), reason, ..adjust(&shop, milk) };
            shop.manager().does(gone).await;
        }
        let lot = seen(&shop, "A").await;
        let went = |kind| lot.flows.iter().find(|flow| flow.kind == kind).unwrap().went;
        assert_eq!((lot.head.on_hand, went(PlaceKind::Supplier), went(PlaceKind::Loss)), (q("0"), q("3"), q("6")));
        // For sale again it never is.
        comes(&shop, milk, "1", "B", Some(in_days(&shop, 1))).await.unwrap();
        let line = ReceiptLine { status, lot: lot_of("A", &shop), ..ReceiptLine::of(milk, q("1")) };
        shop.manager().does(receipt(&shop, vec![line])).await;
        let wake = ChangeStatus {
            store: shop.store, location: None, from: status, to: Status::Available, lines: vec![StatusLine { lot: lot_of("A", &shop), ..StatusLine::of(milk, q("1")) }],
            reason: None, note: String::new(), occurred_at: None,
        };
        assert_eq!(refused(shop.manager().tries(wake).await), [("conflict".into(), "lot-expired-available".into())]);
        shop.proves().await;
    }

    async fn what_comes_must_live_long_enough(shop: Shop) {
        let milk = shop.item("MILK").await;
        tracks(&shop, milk, Tracking::LotExpiry, LeastLife { receipt: 7, till: 0, pickup: 2, online: 4 }).await.unwrap();
        let says = |outcome| refused::<()>(outcome);
        let field = |code: &str| vec![(String::from("lines[0].lot"), code.to_owned())];
        assert_eq!(says(comes(&shop, milk, "5", "A", Some(in_days(&shop, -1))).await), field("lot-expired"));
        assert_eq!(says(comes(&shop, milk, "5", "A", Some(in_days(&shop, 6))).await), field("lot-short-lived"));
        assert_eq!(says(comes(&shop, milk, "5", "A", None).await), [(String::from("lines[0].lot.expires_on"), String::from("lot-day-needed"))]);
        comes(&shop, milk, "5", "A", Some(in_days(&shop, 7))).await.unwrap();
        assert_eq!(says(comes(&shop, milk, "5", "A", Some(in_days(&shop, 9))).await), field("lot-other-day"));
        comes(&shop, milk, "5", "A", None).await.unwrap();
        // Each way of selling asks for its own remaining life.
        shop.clock.advance(TimeDelta::days(4));
        let by = |channel| SellGoods { channel, ..sale(&shop, &[(milk, "1")]) };
        assert_eq!(refused(shop.clerk().tries(by(Channel::Online)).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        shop.clerk().does(by(Channel::Pickup)).await;
        shop.clock.advance(TimeDelta::days(3));
        assert_eq!(refused(shop.clerk().tries(by(Channel::Pickup)).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        shop.clerk().does(by(Channel::Till)).await;
        shop.proves().await;
    }

    async fn goods_are_told_apart_as_their_item_asks_for(shop: Shop) {
        let (mug, drill) = (shop.item("MUG").await, tracked(&shop, "DRILL", Tracking::Serial).await);
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

    async fn a_piece_is_in_one_place_at_a_time_57210(shop: Shop) {
        let drill = tracked(&shop, "DRILL", Tracking::Serial).await;
        pieces(&shop, drill, &["S1", "S2", "S3"]).await;
        let again = ReceiptLine { serials: serials(&["S2"]), ..ReceiptLine::of(drill, q("1")) };
        assert_eq!(refused(shop.manager().tries(receipt(&shop, vec![again.clone()])).await), [("lines[0].serials".into(), "serial-elsewhere".into())]);
        let there = ReceiveGoods { store: shop.other_store, ..receipt(&shop, vec![again.clone()]) };
        assert_eq!(refused(shop.manager().tries(there).await), [("lines[0].serials".into(), "serial-elsewhere".into())]);
        let other_status = ReceiptLine { status: Status::Damaged, ..again };
        assert_eq!(refused(shop.manager().tries(receipt(&shop, vec![other_status])).await), [("lines[0].serials".into(), "serial-elsewhere".into())]);
        // The same number on another item is another piece.
        let saw = tracked(&shop, "SAW", Tracking::Serial).await;
        pieces(&shop, saw, &["S2"]).await;
        let sold = |all: &[&str]| sells(&shop, SaleLine { serials: serials(all), ..SaleLine::of(drill, q("1")) });
        shop.clerk().does(sold(&["S2"])).await;
        assert_eq!(refused(shop.clerk().tries(sold(&["S2"])).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        assert_eq!(refused(shop.clerk().tries(sold(&["S9"])).await), [("lines[0].serials".into(), "serial-unknown".into())]);
        shop.proves().await;
    }

    async fn a_piece_that_comes_back_keeps_its_history_31787(shop: Shop) {
        let drill = tracked(&shop, "DRILL", Tracking::Serial).await;
        pieces(&shop, drill, &["S1"]).await;
        shop.clerk().does(sells(&shop, SaleLine { serials: serials(&["S1"]), ..SaleLine::of(drill, q("1")) })).await;
        let back = TakeBack {
            store: shop.other_store, location: None, lines: vec![ReturnLine { serials: serials(&["S1"]), ..ReturnLine::of(drill, q("1")) }],
            reference: String::new(), note: String::new(), occurred_at: None,
        };
        shop.clerk().does(back).await;
        let piece = seen(&shop, "S1").await;
        assert_eq!((piece.places.len(), piece.places[0].store, piece.places[0].status), (1, shop.other_store, Status::Quarantine));
        let story = shop.clerk().does(ListMovements { lot: Some(piece.head.lot), ..ListMovements::default() }).await.rows;
        let story: Vec<_> = story.iter().map(|row| row.kind.tag()).collect();
        assert_eq!(story, ["sale_return", "sale", "receipt"]);
        shop.proves().await;
    }

    async fn twenty_tills_sell_one_piece_once(shop: Shop) {
        let drill = tracked(&shop, "DRILL", Tracking::Serial).await;
        pieces(&shop, drill, &["S1", "S2"]).await;
        let tries = (0..20).map(|_| {
            let (clerk, sold) = (shop.clerk(), sells(&shop, SaleLine { serials: serials(&["S1"]), ..SaleLine::of(drill, q("1")) }));
            tokio::spawn(async move { clerk.tries(sold).await.is_ok() })
        });
        let sold = all(tries).await.into_iter().filter(|sold| *sold.as_ref().unwrap()).count();
        assert_eq!(sold, 1);
        // And twenty receipts of one piece into two stores bring it once.
        let tries = (0..20).map(|at| {
            let line = ReceiptLine { serials: serials(&["S1"]), ..ReceiptLine::of(drill, q("1")) };
            let store = if at % 2 == 0 { shop.store } else { shop.other_store };
            let (manager, comes) = (shop.manager(), ReceiveGoods { store, ..receipt(&shop, vec![line]) });
            tokio::spawn(async move { manager.tries(comes).await })
        });
        let came = all(tries).await.into_iter().map(|came| came.unwrap());
        let (came, not): (Vec<_>, Vec<_>) = came.partition(Result::is_ok);
        assert_eq!(came.len(), 1);
        for not in not {
            assert_eq!(refused(not), [("lines[0].serials".into(), "serial-elsewhere".into())]);
        }
        shop.proves().await;
    }

    async fn a_held_lot_is_sold_nowhere_until_it_is_let_go(shop: Shop) {
        let milk = tracked(&shop, "MILK", Tracking::LotExpiry).await;
        comes(&shop, milk, "10", "A", Some(in_days(&shop, 20))).await.unwrap();
        let ship = ShipTransfer {
            from: shop.store, to: shop.other_store, location: None, lines: vec![TransferItem::of(milk, q("4"))], note: String::new(), occurred_at: None,
        };
        let transfer = shop.clerk().does(ship).await.transfer;
        let held = holds(&shop, "A", false).await;
        assert_eq!((held.state, held.quantity, held.postings.len()), (LotState::Held, q("6"), 1));
        assert_eq!(available(&shop, milk).await, q("0"));
        // More of it is refused, and what was on its way is set apart when it comes.
        assert_eq!(refused(comes(&shop, milk, "1", "A", None).await), [("conflict".into(), "lot-held".into())]);
        let arrives = ReceiveTransfer {
            transfer, location: None, lines: vec![stock_rules::ArrivedLine { line: 0, received: q("4"), damaged: q("0") }], close: false, reason: None,
            note: String::new(), occurred_at: None,
        };
        shop.clerk().does(arrives).await;
        let lot = seen(&shop, "A").await;
        assert!(lot.places.iter().all(|place| place.status == Status::Quarantine), "{lot:#?}");
        // The hold is not undone by its posting: that would sell what is held.
        let undo = ReversePosting { posting: held.postings[0], lines: None, note: String::new() };
        assert_eq!(refused(shop.manager().tries(undo).await), [("conflict".into(), "lot-held".into())]);
        assert_eq!(shop.manager().tries(ReleaseLot { lot: held.lot, version: 1, note: String::new() }).await.unwrap_err().status(), 412);
        let free = shop.manager().does(ReleaseLot { lot: held.lot, version: held.version, note: String::new() }).await;
        // What came in quarantine was not set apart by the hold: somebody has to decide about it.
        assert_eq!((free.state, free.quantity, available(&shop, milk).await), (LotState::Free, q("6"), q("6")));
        shop.proves().await;
    }

    async fn a_recall_tells_who_has_it_and_where_it_went(shop: Shop) {
        let milk = tracked(&shop, "MILK", Tracking::LotExpiry).await;
        comes(&shop, milk, "10", "A", Some(in_days(&shop, 20))).await.unwrap();
        shop.clerk().does(SellGoods { reference: String::from("T1-0042"), ..sale(&shop, &[(milk, "3")]) }).await;
        holds(&shop, "A", true).await;
        let row = found(&shop, "A").await;
        assert_eq!(refused(shop.manager().tries(HoldLot { lot: row.lot, version: row.version, recall: false, note: String::from("x") }).await), [("lot".into(), "lot-recalled".into())]);
        let lot = seen(&shop, "A").await;
        let flow = |kind| lot.flows.iter().find(|flow| flow.kind == kind).map(|flow| (flow.came, flow.went)).unwrap();
        assert_eq!((flow(PlaceKind::Supplier), flow(PlaceKind::Customer), lot.head.on_hand), ((q("10"), q("0")), (q("0"), q("3")), q("7")));
        let story = shop.clerk().does(ListMovements { lot: Some(lot.head.lot), ..ListMovements::default() }).await.rows;
        assert!(story.iter().any(|row| row.reference == "T1-0042"));
        let recalled = shop.clerk().does(ListLots { view: Some(LotNeed::Recalled), ..ListLots::default() }).await.rows;
        assert_eq!((recalled.len(), recalled[0].note.as_str()), (1, "glass in it"));
        assert!(matches!(shop.clerk().tries(HoldLot { lot: row.lot, version: row.version, recall: false, note: String::from("x") }).await, Err(AppError::Forbidden)));
        shop.proves().await;
    }

    async fn a_hold_against_many_tills_leaves_nothing_for_sale(shop: Shop) {
        let milk = tracked(&shop, "MILK", Tracking::Lot).await;
        comes(&shop, milk, "40", "A", None).await.unwrap();
        let tills = (0..30).map(|_| {
            let (clerk, sold) = (shop.clerk(), sale(&shop, &[(milk, "1")]));
            tokio::spawn(async move { clerk.tries(sold).await.is_ok() })
        });
        let row = found(&shop, "A").await;
        let manager = shop.manager();
        let hold = tokio::spawn(async move { manager.tries(HoldLot { lot: row.lot, version: row.version, recall: true, note: String::from("now") }).await });
        let sold = all(tills).await.into_iter().filter(|sold| *sold.as_ref().unwrap()).count();
        let held = hold.await.unwrap().unwrap();
        let (held, sold) = (held.quantity, Quantity::whole(i32::try_from(sold).unwrap()));
        assert_eq!((held + sold, available(&shop, milk).await), (q("40"), q("0")));
        shop.proves().await;
    }

    async fn what_moves_says_which_lot_where_there_are_several(shop: Shop) {
        let milk = tracked(&shop, "MILK", Tracking::Lot).await;
        let back = shop.manager().does(crate::places::inside(&shop, "BACK", None)).await.location;
        comes(&shop, milk, "5", "A", None).await.unwrap();
        let moves = |line| MoveStock { store: shop.store, from: shop.floor, to: back, lines: vec![line], note: String::new(), occurred_at: None };
        shop.clerk().does(moves(MoveLine::of(milk, q("1")))).await;
        comes(&shop, milk, "5", "B", None).await.unwrap();
        assert_eq!(refused(shop.clerk().tries(moves(MoveLine::of(milk, q("1")))).await), [("lines[0].lot".into(), "lot-which".into())]);
        shop.clerk().does(moves(MoveLine { lot: lot("B", None), ..MoveLine::of(milk, q("2")) })).await;
        assert_eq!(seen(&shop, "B").await.places.iter().map(|place| place.on_hand).collect::<Vec<_>>(), [q("2"), q("3")]);
        let drill = tracked(&shop, "DRILL", Tracking::Serial).await;
        pieces(&shop, drill, &["S1"]).await;
        shop.clerk().does(moves(MoveLine { serials: serials(&["S1"]), ..MoveLine::of(drill, q("1")) })).await;
        let again = moves(MoveLine { serials: serials(&["S1"]), ..MoveLine::of(drill, q("1")) });
        assert_eq!(refused(shop.clerk().tries(again).await), [("lines[0].serials".into(), "serial-elsewhere".into())]);
        shop.proves().await;
    }

    async fn a_transfer_takes_its_lots_along(shop: Shop) {
        let milk = tracked(&shop, "MILK", Tracking::LotExpiry).await;
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
        shop.manager().does(CancelTransfer { transfer: first, note: String::new() }).await;
        assert_eq!((seen(&shop, "A").await.places[0].status, found(&shop, "B").await.available), (Status::Quarantine, q("5")));
        shop.proves().await;
    }

    async fn tracking_changes_only_while_nothing_is_told_apart_wrongly(shop: Shop) {
        let milk = shop.stocked("MILK", 3).await;
        let says = |outcome: Result<(), AppError>| refused(outcome);
        assert_eq!(says(tracks(&shop, milk, Tracking::Lot, LeastLife::default()).await), [("tracking".into(), "tracking-in-stock".into())]);
        let sold = shop.clerk().does(sale(&shop, &[(milk, "3")])).await.posting.unwrap();
        tracks(&shop, milk, Tracking::Lot, LeastLife::default()).await.unwrap();
        // What was sold untold apart cannot come back so.
        let undo = ReversePosting { posting: sold, lines: None, note: String::new() };
        assert_eq!(refused(shop.manager().tries(undo).await), [("conflict".into(), "tracking-changed".into())]);
        comes(&shop, milk, "3", "A", None).await.unwrap();
        assert_eq!(says(tracks(&shop, milk, Tracking::LotExpiry, LeastLife::default()).await), [("tracking".into(), "tracking-without-day".into())]);
        let row = found(&shop, "A").await;
        let edit = EditLot { lot: row.lot, version: row.version, expires_on: Some(in_days(&shop, 9)), made_on: None };
        shop.manager().does(edit).await;
        tracks(&shop, milk, Tracking::LotExpiry, LeastLife::default()).await.unwrap();
        tracks(&shop, milk, Tracking::Lot, LeastLife::default()).await.unwrap();
        assert_eq!(says(tracks(&shop, milk, Tracking::None, LeastLife::default()).await), [("tracking".into(), "tracking-in-stock".into())]);
        shop.proves().await;
    }

    async fn a_last_day_that_is_set_earlier_takes_effect_at_once(shop: Shop) {
        let milk = tracked(&shop, "MILK", Tracking::LotExpiry).await;
        comes(&shop, milk, "5", "A", Some(in_days(&shop, 30))).await.unwrap();
        let row = found(&shop, "A").await;
        shop.manager().does(EditLot { lot: row.lot, version: row.version, expires_on: Some(in_days(&shop, -1)), made_on: None }).await;
        jobs(&shop).await;
        assert_eq!((available(&shop, milk).await, found(&shop, "A").await.on_hand), (q("0"), q("5")));
        shop.proves().await;
    }

    async fn an_opening_tells_lots_too(shop: Shop) {
        let milk = tracked(&shop, "MILK", Tracking::LotExpiry).await;
        let day = Some(today(&shop) + Days::new(9));
        let line = |code: &str, quantity: &str| OpeningLine { lot: lot(code, day), ..OpeningLine::of(milk, q(quantity)) };
        let opening = |lines| EnterOpening { store: shop.store, location: None, lines, reference: String::new(), note: String::new(), occurred_at: None };
        shop.manager().does(opening(vec![line("A", "3"), line("B", "4")])).await;
        assert_eq!(available(&shop, milk).await, q("7"));
        assert_eq!(refused(shop.manager().tries(opening(vec![line("A", "3")])).await), [("lines[0].quantity".into(), "opening-known".into())]);
        shop.proves().await;
    }

    async fn a_lot_is_seen_by_its_own_business_alone(shop: Shop) {
        let other = shop.neighbour().await;
        let theirs = tracked(&other, "MILK", Tracking::Lot).await;
        comes(&other, theirs, "5", "A", None).await.unwrap();
        let row = found(&other, "A").await;
        assert!(shop.clerk().does(ListLots { code: Some(String::from("A")), ..ListLots::default() }).await.rows.is_empty());
        assert!(matches!(shop.owner().tries(ShowLot { lot: row.lot }).await, Err(AppError::NotFound)));
        let hold = HoldLot { lot: row.lot, version: row.version, recall: false, note: String::from("x") };
        assert!(matches!(shop.owner().tries(hold).await, Err(AppError::NotFound)));
        assert!(matches!(shop.owner().tries(ListMovements { lot: Some(row.lot), ..ListMovements::default() }).await, Err(AppError::NotFound)));
        // The same code of our own is another lot.
        let ours = tracked(&shop, "MILK", Tracking::Lot).await;
        comes(&shop, ours, "5", "A", None).await.unwrap();
        assert_ne!(found(&shop, "A").await.lot, row.lot);
    }
}

/// What came of each of many tries at once.
async fn all<T>(tries: impl Iterator<Item = tokio::task::JoinHandle<T>>) -> Vec<Result<T, tokio::task::JoinError>> {
    let (tries, mut ended): (Vec<_>, _) = (tries.collect(), Vec::new());
    for one in tries {
        ended.push(one.await);
    }
    ended
}

fn lot_of(code: &str, _: &Shop) -> Option<LotGiven> {
    lot(code, None)
}

fn adjust(shop: &Shop, variant: VariantId) -> AdjustStock {
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
