//! What is held or called back is sold nowhere.

use super::*;

testkit::on_both! {
    async fn a_held_lot_is_sold_nowhere_until_it_is_let_go(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::LotExpiry).await;
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
        let lines = vec![stock_rules::ArrivedLine { line: 0, received: q("4"), damaged: q("0") }];
        let arrives = ReceiveTransfer { lines, ..ReceiveTransfer::of(transfer) };
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
        let milk = shop.tracked("MILK", Tracking::LotExpiry).await;
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
        let milk = shop.tracked("MILK", Tracking::Lot).await;
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

    async fn a_lot_is_seen_by_its_own_business_alone(shop: Shop) {
        let other = shop.neighbour().await;
        let theirs = other.tracked("MILK", Tracking::Lot).await;
        comes(&other, theirs, "5", "A", None).await.unwrap();
        let row = found(&other, "A").await;
        assert!(shop.clerk().does(ListLots { code: Some(String::from("A")), ..ListLots::default() }).await.rows.is_empty());
        assert!(matches!(shop.owner().tries(ShowLot { lot: row.lot }).await, Err(AppError::NotFound)));
        let hold = HoldLot { lot: row.lot, version: row.version, recall: false, note: String::from("x") };
        assert!(matches!(shop.owner().tries(hold).await, Err(AppError::NotFound)));
        assert!(matches!(shop.owner().tries(ListMovements { lot: Some(row.lot), ..ListMovements::default() }).await, Err(AppError::NotFound)));
        // The same code of our own is another lot.
        let ours = shop.tracked("MILK", Tracking::Lot).await;
        comes(&shop, ours, "5", "A", None).await.unwrap();
        assert_ne!(found(&shop, "A").await.lot, row.lot);
    }
}
