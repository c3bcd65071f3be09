//! Goods on their way between two stores.

use crate::sell::{q, sale};
use stock_rules::{
    ArchiveStore, ArrivedLine, CancelTo, CancelTransfer, ListTransfers, ReceiveTransfer, ReversePosting, ShipTransfer, ShowStock, ShowTransfer,
    TransferItem, TransferState,
};
use testkit::{Shop, refused};
use vocabulary::{Quantity, TransferId, VariantId};

pub(crate) fn ship(shop: &Shop, lines: &[(VariantId, &str)]) -> ShipTransfer {
    ShipTransfer {
        from: shop.store,
        to: shop.other_store,
        location: None,
        lines: lines.iter().map(|(variant, quantity)| TransferItem::of(*variant, q(quantity))).collect(),
        note: String::new(),
        occurred_at: None,
    }
}

pub(crate) fn receive(transfer: TransferId, lines: &[(i32, &str, &str)], close: bool) -> ReceiveTransfer {
    let arrived = |(line, received, damaged): &(i32, &str, &str)| ArrivedLine { line: *line, received: q(received), damaged: q(damaged) };
    ReceiveTransfer { lines: lines.iter().map(arrived).collect(), close, ..ReceiveTransfer::of(transfer) }
}

fn cancel(transfer: TransferId) -> CancelTransfer {
    CancelTransfer { transfer, to: CancelTo::Home, reason: None, note: String::from("The van turned round"), version: None }
}

testkit::on_both! {
    async fn goods_travel_and_arrive_in_parts(shop: Shop) {
        let (mug, bowl) = (shop.stocked("MUG", 10).await, shop.stocked("BOWL", 4).await);
        let sent = shop.clerk().does(ship(&shop, &[(mug, "6"), (bowl, "4")])).await;
        let transfer = sent.transfer;
        assert_eq!((sent.state, shop.on_hand(mug).await), (TransferState::Shipped, q("4")));
        let stock = shop.clerk().does(ShowStock { variant: mug, store: None }).await;
        assert_eq!(stock.stores.len(), 1, "what is on its way is not known there yet");
        shop.proves().await;

        let over = receive(transfer, &[(0, "5", "2"), (1, "4.5", "0")], false);
        let told = refused(shop.clerk().tries(over).await);
        let expected = [("lines[0].received", "transfer-over"), ("lines[1].received", "quantity-not-whole"), ("lines[1].received", "transfer-over")];
        assert_eq!(told, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
        let part = shop.clerk().does(receive(transfer, &[(0, "3", "1")], false)).await;
        assert_eq!((part.state, shop.on_hand_at(shop.other_floor, mug).await), (TransferState::PartlyReceived, q("3")));
        shop.proves().await;

        let rest = shop.clerk().does(receive(transfer, &[(0, "1", "0"), (1, "4", "0")], true)).await;
        assert_eq!((rest.state, rest.postings.len()), (TransferState::Received, 2), "what arrived, and what is lost");
        let view = shop.clerk().does(ShowTransfer { transfer }).await;
        let line = &view.lines[0];
        assert_eq!((line.received, line.damaged, line.missing, line.left()), (q("4"), q("1"), q("1"), Quantity::ZERO));
        assert_eq!((view.head.on_the_way, view.steps.len()), (Quantity::ZERO, 5));
        assert_eq!(refused(shop.clerk().tries(receive(transfer, &[(0, "1", "0")], false)).await), [("conflict".into(), "transfer-not-open".into())]);
        assert_eq!(refused(shop.clerk().tries(cancel(transfer)).await), [("conflict".into(), "transfer-not-open".into())]);
        shop.proves().await;
    }

    async fn one_cannot_send_what_one_has_not(shop: Shop) {
        let mug = shop.stocked("MUG", 2).await;
        assert_eq!(refused(shop.clerk().tries(ship(&shop, &[(mug, "3")])).await), [("lines[0].quantity".into(), "stock-insufficient".into())]);
        let round = ShipTransfer { to: shop.store, ..ship(&shop, &[(mug, "1")]) };
        assert_eq!(refused(shop.clerk().tries(round).await), [("to".into(), "transfer-same-store".into())]);
        assert_eq!((shop.rows("transfer").await, shop.rows("transfer_line").await), (0, 0));
    }

    async fn a_transfer_that_is_called_back_goes_home(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let transfer = shop.clerk().does(ship(&shop, &[(mug, "6")])).await.transfer;
        shop.clerk().does(receive(transfer, &[(0, "2", "0")], false)).await;
        let gone = shop.clerk().does(cancel(transfer)).await;
        assert_eq!(gone.state, TransferState::Cancelled);
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(shop.other_floor, mug).await), (q("8"), q("2")));
        assert_eq!(refused(shop.clerk().tries(cancel(transfer)).await), [("conflict".into(), "transfer-not-open".into())]);
        shop.proves().await;
    }

    async fn an_arrival_is_undone_on_both_sides(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let sent = shop.clerk().does(ship(&shop, &[(mug, "6")])).await;
        let transfer = sent.transfer;
        let arrived = shop.clerk().does(receive(transfer, &[(0, "2", "1")], true)).await;
        assert_eq!(arrived.state, TransferState::Received);
        for (posting, left) in arrived.postings.iter().zip(["2", "3", "6"]) {
            shop.manager().does(ReversePosting { posting: *posting, lines: None, note: String::new() }).await;
            let view = shop.clerk().does(ShowTransfer { transfer }).await;
            assert_eq!(view.head.on_the_way, q(left));
        }
        assert_eq!(shop.clerk().does(ShowTransfer { transfer }).await.head.state, TransferState::Shipped);
        let undo = ReversePosting { posting: sent.postings[0], lines: None, note: String::new() };
        assert_eq!(refused(shop.manager().tries(undo).await), [("conflict".into(), "transfer-undo-there".into())]);
        shop.proves().await;
        shop.clerk().does(cancel(transfer)).await;
        assert_eq!(shop.on_hand(mug).await, q("10"));
        shop.proves().await;
    }

    async fn two_who_take_in_the_same_take_it_in_once(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let transfer = shop.clerk().does(ship(&shop, &[(mug, "6")])).await.transfer;
        let mut both = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let (clerk, receive) = (shop.clerk(), receive(transfer, &[(0, "4", "0")], false));
            both.spawn(async move { clerk.tries(receive).await.is_ok() });
        }
        assert_eq!(both.join_all().await.into_iter().filter(|done| *done).count(), 1);
        assert_eq!(shop.on_hand_at(shop.other_floor, mug).await, q("4"));
        shop.proves().await;
    }

    async fn a_store_in_use_is_not_put_away(shop: Shop) {
        let mug = shop.stocked("MUG", 2).await;
        let archive = |store, version| ArchiveStore { store, version, archived: true };
        assert_eq!(refused(shop.manager().tries(archive(shop.store, 1)).await), [("conflict".into(), "store-has-stock".into())]);
        let transfer = shop.clerk().does(ship(&shop, &[(mug, "2")])).await.transfer;
        for store in [shop.store, shop.other_store] {
            assert_eq!(refused(shop.manager().tries(archive(store, 1)).await), [("conflict".into(), "store-has-transfers".into())]);
        }
        shop.clerk().does(receive(transfer, &[(0, "2", "0")], false)).await;
        assert_eq!(shop.manager().tries(archive(shop.store, 7)).await.unwrap_err().status(), 412);
        shop.manager().does(archive(shop.store, 1)).await;
        assert_eq!(shop.clerk().tries(sale(&shop, &[(mug, "1")])).await.unwrap_err().status(), 404);
        shop.manager().does(ArchiveStore { archived: false, ..archive(shop.store, 2) }).await;
        let open = shop.clerk().does(ListTransfers { store: Some(shop.store), open: true, cursor: None }).await;
        assert!(open.rows.is_empty());
        assert_eq!(shop.clerk().does(ListTransfers { store: Some(shop.other_store), ..ListTransfers::default() }).await.rows.len(), 1);
    }
}
