//! A piece with a number is in one place.

use super::*;

testkit::on_both! {
    async fn a_piece_is_in_one_place_at_a_time_57210(shop: Shop) {
        let drill = shop.tracked("DRILL", Tracking::Serial).await;
        pieces(&shop, drill, &["S1", "S2", "S3"]).await;
        let again = ReceiptLine { serials: serials(&["S2"]), ..ReceiptLine::of(drill, q("1")) };
        assert_eq!(refused(shop.manager().tries(receipt(&shop, vec![again.clone()])).await), [("lines[0].serials".into(), "serial-elsewhere".into())]);
        let there = ReceiveGoods { store: shop.other_store, ..receipt(&shop, vec![again.clone()]) };
        assert_eq!(refused(shop.manager().tries(there).await), [("lines[0].serials".into(), "serial-elsewhere".into())]);
        let other_status = ReceiptLine { status: Status::Damaged, ..again };
        assert_eq!(refused(shop.manager().tries(receipt(&shop, vec![other_status])).await), [("lines[0].serials".into(), "serial-elsewhere".into())]);
        // The same number on another item is another piece.
        let saw = shop.tracked("SAW", Tracking::Serial).await;
        pieces(&shop, saw, &["S2"]).await;
        let sold = |all: &[&str]| sells(&shop, SaleLine { serials: serials(all), ..SaleLine::of(drill, q("1")) });
        shop.clerk().does(sold(&["S2"])).await;
        assert_eq!(refused(shop.clerk().tries(sold(&["S2"])).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        assert_eq!(refused(shop.clerk().tries(sold(&["S9"])).await), [("lines[0].serials".into(), "serial-unknown".into())]);
        shop.proves().await;
    }

    async fn a_piece_that_comes_back_keeps_its_history_31787(shop: Shop) {
        let drill = shop.tracked("DRILL", Tracking::Serial).await;
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
        let drill = shop.tracked("DRILL", Tracking::Serial).await;
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

    async fn what_moves_says_which_lot_where_there_are_several(shop: Shop) {
        let milk = shop.tracked("MILK", Tracking::Lot).await;
        let back = shop.manager().does(crate::places::inside(&shop, "BACK", None)).await.location;
        comes(&shop, milk, "5", "A", None).await.unwrap();
        let moves = |line| MoveStock { store: shop.store, from: shop.floor, to: back, lines: vec![line], note: String::new(), occurred_at: None };
        shop.clerk().does(moves(MoveLine::of(milk, q("1")))).await;
        comes(&shop, milk, "5", "B", None).await.unwrap();
        assert_eq!(refused(shop.clerk().tries(moves(MoveLine::of(milk, q("1")))).await), [("lines[0].lot".into(), "lot-which".into())]);
        shop.clerk().does(moves(MoveLine { lot: lot("B", None), ..MoveLine::of(milk, q("2")) })).await;
        assert_eq!(seen(&shop, "B").await.places.iter().map(|place| place.on_hand).collect::<Vec<_>>(), [q("2"), q("3")]);
        let drill = shop.tracked("DRILL", Tracking::Serial).await;
        pieces(&shop, drill, &["S1"]).await;
        shop.clerk().does(moves(MoveLine { serials: serials(&["S1"]), ..MoveLine::of(drill, q("1")) })).await;
        let again = moves(MoveLine { serials: serials(&["S1"]), ..MoveLine::of(drill, q("1")) });
        assert_eq!(refused(shop.clerk().tries(again).await), [("lines[0].serials".into(), "serial-elsewhere".into())]);
        shop.proves().await;
    }
}
