//! Promises: no more is promised than there is, a hold that lapsed keeps nothing and ships nothing, and what undercuts
//! promises is told and refuses nothing.

use crate::sell::{q, sale};
use chrono::TimeDelta;
use stock_rules::{
    AdjustStock, ConvertReservation, ExtendReservation, ListReservations, ListShortages, ReleaseReservation, ReservationKind, ReservationState,
    ReserveLine, ReserveStock, Reserved, ShipReservation, ShippedLine, ShowReservation, ShowStock, StockReserved,
};
use testkit::{Person, Shop, refused};
use vocabulary::{AppError, Quantity, Reason, Status, StoreId, VariantId};

pub(crate) fn wanted(kind: ReservationKind, lines: &[(VariantId, i32, Option<StoreId>)]) -> ReserveStock {
    let lines = lines.iter().map(|(variant, quantity, store)| ReserveLine {
        variant: *variant,
        quantity: Quantity::whole(*quantity),
        unit: None,
        store: *store,
    });
    ReserveStock {
        kind,
        lines: lines.collect(),
        stores: Vec::new(),
        minutes: None,
        channel: None,
        reference: String::from("W-1001"),
        note: String::new(),
    }
}

pub(crate) async fn holds(person: &Person, variant: VariantId, quantity: i32, store: StoreId) -> Reserved {
    person.does(wanted(ReservationKind::Hold, &[(variant, quantity, Some(store))])).await.reserved.unwrap()
}

async fn allocates(person: &Person, variant: VariantId, quantity: i32, store: StoreId) -> Reserved {
    person.does(wanted(ReservationKind::Allocation, &[(variant, quantity, Some(store))])).await.reserved.unwrap()
}

pub(crate) fn ship(of: &Reserved) -> ShipReservation {
    ShipReservation { reservation: of.reservation, fence: of.fence, lines: Vec::new(), channel: None, note: String::new() }
}

/// Asks until there is an answer: on a busy machine two hundred wait longer for two dozen connections than anybody is let wait.
async fn insists<O: vocabulary::Operation + Clone>(person: &Person, operation: O) -> Result<O::Reply, AppError> {
    let key = vocabulary::Key::random();
    loop {
        match person.under(key.clone(), operation.clone()).await {
            Err(AppError::Unavailable) => {}
            outcome => return outcome,
        }
    }
}

async fn available(shop: &Shop, variant: VariantId) -> Quantity {
    let view = shop.clerk().does(ShowStock { variant, store: Some(shop.store) }).await;
    view.stores.iter().find(|store| store.store == shop.store).unwrap().available
}

pub(crate) fn lost(shop: &Shop, variant: VariantId, by: i32) -> AdjustStock {
    AdjustStock {
        store: shop.store,
        location: None,
        variant,
        status: Status::Available,
        lot: None,
        serials: Vec::new(),
        change: Some(Quantity::whole(-by)),
        new_quantity: None,
        expected: None,
        unit: None,
        reason: Reason::Damaged,
        note: String::new(),
        occurred_at: None,
    }
}

testkit::on_both! {
    async fn what_is_promised_is_nobody_elses(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let held = holds(&shop.clerk(), mug, 7, shop.store).await;
        assert_eq!(available(&shop, mug).await, q("3"));
        let tried = shop.clerk().tries(sale(&shop, &[(mug, "4")])).await;
        assert_eq!(refused(tried), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        shop.clerk().does(sale(&shop, &[(mug, "3")])).await;
        let shipped = shop.clerk().does(ship(&held)).await;
        assert_eq!((shipped.state, shipped.postings.len(), shop.on_hand(mug).await), (ReservationState::Shipped, 1, q("0")));
        shop.proves().await;
    }

    async fn a_released_promise_is_free_again(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let held = allocates(&shop.clerk(), mug, 7, shop.store).await;
        let stale = shop.clerk().tries(ReleaseReservation { reservation: held.reservation, fence: held.fence + 1 }).await;
        assert_eq!(stale.unwrap_err(), AppError::Stale);
        let released = shop.clerk().does(ReleaseReservation { reservation: held.reservation, fence: held.fence }).await;
        assert_eq!((released.state, available(&shop, mug).await), (ReservationState::Released, q("10")));
        let again = shop.clerk().tries(ship(&Reserved { fence: released.fence, ..held })).await;
        assert_eq!(refused(again), [("conflict".into(), "reservation-ended".into())]);
        shop.proves().await;
    }

    /// Nobody swept: the sale goes all the same, and the hold that lapsed can never ship.
    async fn a_hold_that_lapsed_keeps_nothing_and_never_ships(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let held = holds(&shop.clerk(), mug, 10, shop.store).await;
        shop.clock.advance(TimeDelta::minutes(16));
        let list = shop.clerk().does(ListReservations { state: Some(ReservationState::Active), cursor: None }).await;
        assert_eq!(list.rows, []);
        shop.clerk().does(sale(&shop, &[(mug, "4")])).await;
        let tried = shop.clerk().tries(ship(&held)).await;
        assert_eq!(refused(tried), [("conflict".into(), "reservation-expired".into())]);
        for late in [
            refused(shop.clerk().tries(ExtendReservation { reservation: held.reservation, fence: held.fence, minutes: None }).await),
            refused(shop.clerk().tries(ConvertReservation { reservation: held.reservation, fence: held.fence }).await),
        ] {
            assert_eq!(late, [("conflict".into(), "reservation-expired".into())]);
        }
        allocates(&shop.clerk(), mug, 6, shop.store).await;
        assert_eq!(shop.clerk().does(ShowReservation { reservation: held.reservation }).await.head.state, ReservationState::Expired);
        shop.proves().await;
    }

    /// Two servers' clocks are apart: what one has seen lapse ships at none.
    async fn what_somebody_has_seen_lapse_never_ships(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let held = holds(&shop.clerk(), mug, 10, shop.store).await;
        shop.clock.advance(TimeDelta::minutes(16));
        shop.clerk().does(sale(&shop, &[(mug, "1")])).await;
        shop.clock.advance(-TimeDelta::minutes(10));
        assert_eq!(refused(shop.clerk().tries(ship(&held)).await), [("conflict".into(), "reservation-expired".into())]);
        let convert = ConvertReservation { reservation: held.reservation, fence: held.fence };
        assert_eq!(refused(shop.clerk().tries(convert).await), [("conflict".into(), "reservation-expired".into())]);
        shop.proves().await;
    }

    /// The sweep ends what has lapsed, and only that.
    async fn what_has_lapsed_is_cleared_away(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let (lapses, order) = (holds(&shop.clerk(), mug, 4, shop.store).await, allocates(&shop.clerk(), mug, 3, shop.store).await);
        shop.clock.advance(TimeDelta::minutes(16));
        let runner = std::sync::Arc::new(stock::jobs(platform::jobs::Runner::new(shop.desk.clone())));
        let (stop, heard) = tokio::sync::watch::channel(false);
        let works = tokio::spawn(runner.run(heard));
        let ended = async || shop.clerk().does(ListReservations { state: Some(ReservationState::Expired), cursor: None }).await.rows;
        for _ in 0..100 {
            if !ended().await.is_empty() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        stop.send(true).unwrap();
        works.await.unwrap();
        assert_eq!(ended().await.iter().map(|row| row.reservation).collect::<Vec<_>>(), [lapses.reservation]);
        assert_eq!(available(&shop, mug).await, q("7"), "the order's three stay promised");
        assert_eq!(shop.clerk().does(ShowReservation { reservation: order.reservation }).await.head.state, ReservationState::Active);
        shop.proves().await;
    }

    async fn keeping_a_hold_alive_never_cuts_it_short(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let mut ask = wanted(ReservationKind::Hold, &[(mug, 1, None)]);
        ask.minutes = Some(10_080);
        let held = shop.clerk().does(ask).await.reserved.unwrap();
        let saved = shop.clerk().does(ExtendReservation { reservation: held.reservation, fence: held.fence, minutes: None }).await;
        assert_eq!(saved.expires_at, held.expires_at);
    }

    async fn a_store_that_has_promised_something_is_not_put_away(shop: Shop) {
        let mug = shop.item("MUG").await;
        shop.manager().does(stock_rules::ReceiveGoods { store: shop.other_store, location: None, ..shop.receipt(mug, 2) }).await;
        allocates(&shop.clerk(), mug, 2, shop.other_store).await;
        let gone = AdjustStock { store: shop.other_store, ..lost(&shop, mug, 2) };
        shop.manager().does(gone).await;
        let stores = shop.owner().does(stock_rules::ListStores::default()).await.rows;
        let version = stores.iter().find(|store| store.id == shop.other_store).unwrap().version;
        let tried = shop.owner().tries(stock_rules::ArchiveStore { store: shop.other_store, version, archived: true }).await;
        assert_eq!(refused(tried), [("conflict".into(), "store-has-promises".into())]);
    }

    async fn a_hold_lives_while_it_is_kept_alive(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let mut held = holds(&shop.clerk(), mug, 10, shop.store).await;
        for _ in 0..4 {
            shop.clock.advance(TimeDelta::minutes(14));
            let saved = shop.clerk().does(ExtendReservation { reservation: held.reservation, fence: held.fence, minutes: None }).await;
            held.fence = saved.fence;
        }
        let order = shop.clerk().does(ConvertReservation { reservation: held.reservation, fence: held.fence }).await;
        assert_eq!(order.expires_at, None);
        shop.clock.advance(TimeDelta::days(30));
        assert_eq!(available(&shop, mug).await, q("0"));
        let not_a_hold = shop.clerk().tries(ExtendReservation { reservation: held.reservation, fence: order.fence, minutes: None }).await;
        assert_eq!(refused(not_a_hold), [("conflict".into(), "reservation-not-a-hold".into())]);
        shop.clerk().does(ship(&Reserved { fence: order.fence, ..held })).await;
        assert_eq!(shop.on_hand(mug).await, q("0"));
        shop.proves().await;
    }

    async fn a_part_ships_and_the_rest_stays_promised(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let order = allocates(&shop.clerk(), mug, 6, shop.store).await;
        let part = |line, quantity: &str, fence| ShipReservation { fence, lines: vec![ShippedLine { line, quantity: q(quantity), lot: None, serials: Vec::new() }], ..ship(&order) };
        let saved = shop.clerk().does(part(0, "2", order.fence)).await;
        assert_eq!((saved.state, shop.on_hand(mug).await, available(&shop, mug).await), (ReservationState::Active, q("8"), q("4")));
        for (line, quantity, field, code) in [
            (0, "5", "lines[0].quantity", "reservation-more-than-promised"),
            (0, "0", "lines[0].quantity", "quantity-not-positive"),
            (3, "1", "lines[0].line", "reservation-line-unknown"),
        ] {
            assert_eq!(refused(shop.clerk().tries(part(line, quantity, saved.fence)).await), [(field.into(), code.into())]);
        }
        let released = shop.clerk().does(ReleaseReservation { reservation: order.reservation, fence: saved.fence }).await;
        assert_eq!((released.state, available(&shop, mug).await), (ReservationState::Shipped, q("8")));
        shop.proves().await;
    }

    /// A line that cannot be shipped is told where the request names it, not by its number in the reservation.
    async fn what_cannot_be_shipped_is_told_where_it_was_asked_for(shop: Shop) {
        let (mug, jug) = (shop.stocked("MUG", 5).await, shop.stocked("JUG", 5).await);
        let order = shop.clerk().does(wanted(ReservationKind::Allocation, &[(mug, 2, Some(shop.store)), (jug, 2, Some(shop.store))])).await.reserved.unwrap();
        shop.manager().does(lost(&shop, jug, 5)).await;
        let line = ShippedLine { line: 1, quantity: q("2"), lot: None, serials: Vec::new() };
        let tried = shop.clerk().tries(ShipReservation { lines: vec![line], ..ship(&order) }).await;
        assert_eq!(refused(tried), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        let all = shop.clerk().tries(ship(&order)).await;
        assert_eq!(refused(all), [("lines[1].quantity".into(), "stock-insufficient".into())], "where none is named, by its number");
        shop.proves().await;
    }

    /// All or none, and of each line what is short, who holds it, who has it, what comes and what would do.
    async fn what_is_short_is_told_whole_and_nothing_is_promised(shop: Shop) {
        let (mug, jug) = (shop.stocked("MUG", 10).await, shop.item("JUG").await);
        shop.manager().does(stock_rules::ReceiveGoods { store: shop.other_store, location: None, ..shop.receipt(jug, 9) }).await;
        let other = allocates(&shop.clerk(), mug, 8, shop.store).await;
        let travels = stock_rules::ShipTransfer {
            from: shop.other_store,
            to: shop.store,
            location: None,
            lines: vec![stock_rules::TransferItem::of(jug, q("2"))],
            note: String::new(),
            occurred_at: None,
        };
        let travels = shop.manager().does(travels).await;
        let here = Some(shop.store);
        let StockReserved { reserved, short } = shop.clerk().does(wanted(ReservationKind::Hold, &[(mug, 2, here), (mug, 1, here), (jug, 3, here)])).await;
        assert_eq!(reserved, None);
        assert_eq!(short.iter().map(|short| (short.line, short.wanted, short.available)).collect::<Vec<_>>(), [(1, q("1"), q("0")), (2, q("3"), q("0"))]);
        assert_eq!(short[0].held_by.iter().map(|held| (held.reservation, held.quantity)).collect::<Vec<_>>(), [(other.reservation, q("8"))]);
        assert_eq!(short[1].elsewhere.iter().map(|has| (has.store, has.available)).collect::<Vec<_>>(), [(shop.other_store, q("7"))]);
        assert_eq!(short[1].incoming.iter().map(|one| (one.transfer, one.quantity)).collect::<Vec<_>>(), [(travels.transfer, q("2"))]);
        assert_eq!(available(&shop, mug).await, q("2"), "nothing is promised");
        // Wherever it is: from the store that has enough.
        let plan = shop.clerk().does(wanted(ReservationKind::Hold, &[(mug, 2, None), (jug, 3, None)])).await.reserved.unwrap().plan;
        assert_eq!(plan.iter().map(|part| (part.line, part.store)).collect::<Vec<_>>(), [(0, shop.store), (1, shop.other_store)]);
        shop.proves().await;
    }

    /// Somebody has changed it since: who knows an old state of it is told so, and changes nothing.
    async fn an_old_fence_opens_nothing(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let held = holds(&shop.clerk(), mug, 4, shop.store).await;
        let (reservation, fence, clerk) = (held.reservation, held.fence, shop.clerk());
        let now = clerk.does(ExtendReservation { reservation, fence, minutes: None }).await;
        assert_eq!(clerk.tries(ship(&held)).await.unwrap_err(), AppError::Stale);
        assert_eq!(clerk.tries(ReleaseReservation { reservation, fence }).await.unwrap_err(), AppError::Stale);
        assert_eq!(clerk.tries(ConvertReservation { reservation, fence }).await.unwrap_err(), AppError::Stale);
        assert_eq!(clerk.tries(ExtendReservation { reservation, fence, minutes: None }).await.unwrap_err(), AppError::Stale);
        clerk.does(ship(&Reserved { fence: now.fence, ..held })).await;
        shop.proves().await;
    }

    /// Who knows another tenant's reservation cannot touch it.
    async fn anothers_reservation_is_not_found(shop: Shop) {
        let other = shop.neighbour().await;
        let theirs = holds(&other.clerk(), other.stocked("MUG", 10).await, 4, other.store).await;
        let (reservation, fence, clerk) = (theirs.reservation, theirs.fence, shop.clerk());
        assert_eq!(clerk.tries(ReleaseReservation { reservation, fence }).await.unwrap_err(), AppError::NotFound);
        assert_eq!(clerk.tries(ExtendReservation { reservation, fence, minutes: None }).await.unwrap_err(), AppError::NotFound);
        assert_eq!(clerk.tries(ConvertReservation { reservation, fence }).await.unwrap_err(), AppError::NotFound);
        assert_eq!(clerk.tries(ship(&theirs)).await.unwrap_err(), AppError::NotFound);
        other.clerk().does(ship(&theirs)).await;
        other.proves().await;
    }

    async fn what_undercuts_promises_is_told_as_short_and_refuses_nothing(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let order = allocates(&shop.clerk(), mug, 8, shop.store).await;
        shop.manager().does(lost(&shop, mug, 5)).await;
        let short = shop.clerk().does(ListShortages::default()).await.rows;
        assert_eq!(short.iter().map(|row| (row.variant, row.quantity, row.held_by[0].reservation)).collect::<Vec<_>>(), [(mug, q("3"), order.reservation)]);
        shop.proves().await;
        let tried = shop.clerk().tries(ship(&order)).await;
        assert_eq!(refused(tried), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        // What is there may be shipped, which makes nothing shorter; what comes makes it good.
        let opened_at = short[0].opened_at;
        let part = ShipReservation { lines: vec![ShippedLine { line: 0, quantity: q("5"), lot: None, serials: Vec::new() }], ..ship(&order) };
        let saved = shop.clerk().does(part).await;
        let still = shop.clerk().does(ListShortages::default()).await.rows;
        assert_eq!((still[0].quantity, still[0].opened_at, still[0].posting), (q("3"), opened_at, short[0].posting));
        shop.receives(mug, 1).await;
        assert_eq!(shop.clerk().does(ListShortages::default()).await.rows[0].quantity, q("2"));
        let order = Reserved { fence: saved.fence, ..order };
        shop.receives(mug, 2).await;
        assert_eq!(shop.clerk().does(ListShortages::default()).await.rows, []);
        shop.clerk().does(ship(&order)).await;
        shop.proves().await;
    }

    async fn a_request_that_is_wrong_is_told_where(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let unknown = StoreId::new();
        let mut ask = wanted(ReservationKind::Allocation, &[(mug, 0, Some(shop.store)), (mug, 1, Some(unknown)), (VariantId::new(), 1, None)]);
        ask.minutes = Some(5);
        let codes: Vec<_> = refused(shop.clerk().tries(ask).await);
        for wrong in [("minutes", "reservation-minutes-hold"), ("lines[0].quantity", "quantity-not-positive"), ("lines[1].store", "reservation-store-unknown"), ("lines[2].variant", "variant-unknown")] {
            assert!(codes.contains(&(wrong.0.into(), wrong.1.into())), "{codes:?} lacks {wrong:?}");
        }
        let mut ask = wanted(ReservationKind::Hold, &[(mug, 1, None)]);
        ask.minutes = Some(0);
        assert_eq!(refused(shop.clerk().tries(ask).await), [("minutes".into(), "reservation-minutes".into())]);
    }

    /// 200 buyers for 50 units, holds and allocations and tills mixed: exactly 50 are sold, and nobody hears of a deadlock.
    async fn two_hundred_buyers_get_the_fifty_there_are(shop: Shop) {
        let mug = shop.stocked("MUG", 50).await;
        let mut buyers = tokio::task::JoinSet::new();
        for buyer in 0..200 {
            let (person, store) = (shop.clerk(), shop.store);
            let till = sale(&shop, &[(mug, "1")]);
            buyers.spawn(async move {
                if buyer % 3 == 0 {
                    return match insists(&person, till).await {
                        Ok(_) => 1,
                        Err(AppError::Invalid { fields }) if fields[0].said.code == "stock-insufficient" => 0,
                        Err(other) => panic!("{other:?}"),
                    };
                }
                let kind = if buyer % 3 == 1 { ReservationKind::Hold } else { ReservationKind::Allocation };
                let Some(held) = insists(&person, wanted(kind, &[(mug, 1, Some(store))])).await.unwrap().reserved else { return 0 };
                insists(&person, ship(&held)).await.unwrap();
                1
            });
        }
        let mut sold = 0;
        while let Some(bought) = buyers.join_next().await {
            sold += bought.unwrap();
        }
        assert_eq!((sold, shop.on_hand(mug).await, available(&shop, mug).await), (50, q("0"), q("0")));
        assert_eq!(shop.database.deadlocks(), 0);
        shop.proves().await;
    }

    /// Baskets of the same items in opposite orders.
    async fn opposite_baskets_do_not_stand_in_each_others_way(shop: Shop) {
        let mut items = Vec::new();
        for n in 0..6 {
            items.push(shop.stocked(&format!("I-{n}"), 30).await);
        }
        let mut baskets = tokio::task::JoinSet::new();
        for basket in 0..60 {
            let (person, store) = (shop.clerk(), shop.store);
            let mut lines: Vec<_> = items.iter().map(|item| (*item, 1, Some(store))).collect();
            if basket % 2 == 1 {
                lines.reverse();
            }
            baskets.spawn(async move { person.does(wanted(ReservationKind::Hold, &lines)).await.reserved.is_some() });
        }
        let mut got = 0;
        while let Some(basket) = baskets.join_next().await {
            got += i32::from(basket.unwrap());
        }
        assert_eq!(got, 30, "each basket got all its lines or none");
        assert_eq!(shop.database.deadlocks(), 0);
        for item in items {
            assert_eq!(available(&shop, item).await, q("0"));
        }
        shop.proves().await;
    }

    /// The same request twenty times at once is one reservation.
    async fn one_key_is_one_reservation(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let key = vocabulary::Key::random();
        let mut calls = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let (person, key, store) = (shop.clerk(), key.clone(), shop.store);
            calls.spawn(async move {
                loop {
                    match person.under(key.clone(), wanted(ReservationKind::Hold, &[(mug, 3, Some(store))])).await {
                        Ok(reply) => return reply.reserved.unwrap().reservation,
                        Err(AppError::Conflict { said }) if said.code == "request-still-running" => tokio::time::sleep(std::time::Duration::from_millis(20)).await,
                        Err(other) => panic!("{other:?}"),
                    }
                }
            });
        }
        let mut all = std::collections::BTreeSet::new();
        while let Some(one) = calls.join_next().await {
            all.insert(one.unwrap());
        }
        assert_eq!((all.len(), available(&shop, mug).await), (1, q("7")));
        shop.proves().await;
    }
}
