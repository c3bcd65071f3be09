//! What expires first goes first, what is over is not sold and has its ways out.

use super::*;

testkit::on_both! {
    async fn what_expires_first_goes_first_over_several_lots_and_places_58640(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::LotExpiry).await;
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
        let milk = shop.tracked("MILK", Tracking::Lot).await;
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
        let milk = shop.tracked("MILK", Tracking::LotExpiry).await;
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
        let milk = shop.tracked("MILK", Tracking::LotExpiry).await;
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
        shop.tracks(milk, Tracking::LotExpiry, LeastLife { receipt: 7, till: 0, pickup: 2, online: 4 }).await.unwrap();
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

    async fn a_last_day_that_is_set_earlier_takes_effect_at_once(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::LotExpiry).await;
        comes(&shop, milk, "5", "A", Some(in_days(&shop, 30))).await.unwrap();
        let row = found(&shop, "A").await;
        shop.manager().does(EditLot { lot: row.lot, version: row.version, expires_on: Some(in_days(&shop, -1)), made_on: None }).await;
        jobs(&shop).await;
        assert_eq!((available(&shop, milk).await, found(&shop, "A").await.on_hand), (q("0"), q("5")));
        shop.proves().await;
    }

    /// Somebody looked at it while none of it was anywhere: it is over all the same when its day is.
    async fn a_lot_that_was_looked_at_while_it_was_nowhere_is_over_on_its_day(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::LotExpiry).await;
        comes(&shop, milk, "2", "A", Some(in_days(&shop, 30))).await.unwrap();
        shop.clerk().does(sale(&shop, &[(milk, "2")])).await;
        let row = found(&shop, "A").await;
        shop.manager().does(EditLot { lot: row.lot, version: row.version, expires_on: Some(in_days(&shop, 3)), made_on: None }).await;
        jobs(&shop).await;
        comes(&shop, milk, "5", "A", None).await.unwrap();
        jobs(&shop).await;
        assert_eq!(available(&shop, milk).await, q("5"));
        shop.clock.advance(TimeDelta::days(4));
        jobs(&shop).await;
        assert_eq!((available(&shop, milk).await, found(&shop, "A").await.on_hand), (q("0"), q("5")));
        shop.proves().await;
    }
}
