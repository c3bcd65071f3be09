//! Transfers that do not go as they should: more comes than was sent, some is damaged, some is called back or written off.

use crate::{
    count::{counts, decides, everything, posts, submitted},
    sell::{q, sale},
};
use stock_rules::{
    ArrivedLine, CancelTo, CancelTransfer, CountDecision, ListTransfers, OverFrom, ReceiveTransfer, ReservationKind, ReserveLine, ReserveStock,
    ReversePosting, ShipTransfer, ShowTransfer, TransferItem, TransferState, TransferView,
};
use testkit::{Shop, refused};
use vocabulary::{LotId, PostingId, PostingKind, Quantity, Reason, Status, TransferId, VariantId};

async fn sent(shop: &Shop, variant: VariantId, quantity: &str) -> TransferId {
    let lines = vec![TransferItem::of(variant, q(quantity))];
    let ship = ShipTransfer { from: shop.store, to: shop.other_store, location: None, lines, note: String::new(), occurred_at: None };
    shop.clerk().does(ship).await.transfer
}

async fn shown(shop: &Shop, transfer: TransferId) -> TransferView {
    shop.clerk().does(ShowTransfer { transfer }).await
}

/// What came of the first line.
fn came(transfer: TransferId, received: &str, damaged: &str) -> ReceiveTransfer {
    ReceiveTransfer { lines: vec![ArrivedLine { line: 0, received: q(received), damaged: q(damaged) }], ..ReceiveTransfer::of(transfer) }
}

fn more(view: &TransferView, over: OverFrom, received: &str, damaged: &str) -> ReceiveTransfer {
    ReceiveTransfer { over: Some(over), version: Some(view.version), ..came(view.head.transfer, received, damaged) }
}

fn cancel(transfer: TransferId, to: CancelTo, reason: Option<Reason>, note: &str) -> CancelTransfer {
    CancelTransfer { transfer, to, reason, note: note.to_owned(), version: None }
}

async fn undone(shop: &Shop, posting: PostingId) {
    shop.manager().does(ReversePosting { posting, lines: None, note: String::new() }).await;
}

async fn damaged_there(shop: &Shop, variant: VariantId) -> Quantity {
    let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
    let balance = ledger::read::balance(&mut tx, shop.other_floor, variant, LotId::NONE, Status::Damaged).await.unwrap();
    tx.rollback().await.unwrap();
    balance.unwrap_or_default()
}

testkit::on_both! {
    async fn more_than_was_sent_comes_off_the_senders_shelf_and_what_that_has_not_was_found(shop: Shop) {
        let mug = shop.stocked("MUG", 8).await;
        let transfer = sent(&shop, mug, "6").await;
        let told = refused(shop.clerk().tries(came(transfer, "9", "0")).await);
        assert_eq!(told, [("lines[0].received".into(), "transfer-over".into())], "more is taken in only by who says where it is from");
        let view = shown(&shop, transfer).await;
        let blind = ReceiveTransfer { version: None, ..more(&view, OverFrom::Sender, "9", "0") };
        assert_eq!(refused(shop.clerk().tries(blind).await), [("version".into(), "field-required".into())]);
        // Six were on the way; of three more, the sender's books have two.
        let arrived = shop.clerk().does(more(&view, OverFrom::Sender, "8", "1")).await;
        assert_eq!((arrived.state, arrived.postings.len()), (TransferState::Received, 2));
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(shop.other_floor, mug).await, damaged_there(&shop, mug).await), (q("0"), q("8"), q("1")));
        let view = shown(&shop, transfer).await;
        let line = &view.lines[0];
        assert_eq!((line.shipped, line.surplus, line.received, line.damaged, line.left()), (q("6"), q("3"), q("8"), q("1"), q("0")));
        assert_eq!((view.head.surplus, view.head.on_the_way), (q("3"), q("0")));
        let over = view.steps.last().unwrap();
        assert_eq!((over.posting.kind, over.posting.reason, over.quantity), (PostingKind::TransferReceive, Some(Reason::CountError), q("3")));
        shop.proves().await;

        undone(&shop, arrived.postings[1]).await;
        let view = shown(&shop, transfer).await;
        assert_eq!((view.lines[0].surplus, view.lines[0].received, view.head.state), (q("0"), q("6"), TransferState::Received));
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(shop.other_floor, mug).await, damaged_there(&shop, mug).await), (q("2"), q("6"), q("0")));
        assert_eq!(view.steps.iter().map(|step| step.taken_back).collect::<Vec<_>>(), [false, false, true, false]);
        shop.proves().await;
        undone(&shop, arrived.postings[0]).await;
        assert_eq!(shown(&shop, transfer).await.head.state, TransferState::Shipped);
        shop.proves().await;
    }

    async fn more_turns_up_after_all_has_arrived_and_nobody_knows_where_from(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let transfer = sent(&shop, mug, "6").await;
        shop.clerk().does(came(transfer, "6", "0")).await;
        assert_eq!(refused(shop.clerk().tries(came(transfer, "1", "0")).await), [("conflict".into(), "transfer-not-open".into())]);
        let view = shown(&shop, transfer).await;
        shop.clerk().does(more(&view, OverFrom::Found, "1", "0")).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(shop.other_floor, mug).await), (q("4"), q("7")));
        let list = shop.clerk().does(ListTransfers::default()).await;
        assert_eq!((list.rows[0].surplus, list.rows[0].state), (q("1"), TransferState::Received));
        shop.proves().await;
    }

    async fn what_was_counted_at_the_sender_since_is_there_and_gives_nothing(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let transfer = sent(&shop, mug, "6").await;
        shop.clock.advance(chrono::TimeDelta::minutes(5));
        // Seven were packed, so three are on the shelf; the books say four, and the count sets that right.
        let (clerk, manager) = (shop.clerk(), shop.manager());
        let count = manager.does(everything(&shop)).await.count;
        counts(&shop, &clerk, count, "MUG", 3).await;
        submitted(&clerk, count).await;
        decides(&manager, &shop, count, mug, CountDecision::Accept).await;
        posts(&manager, count).await;
        let view = shown(&shop, transfer).await;
        shop.clerk().does(more(&view, OverFrom::Sender, "7", "0")).await;
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(shop.other_floor, mug).await), (q("3"), q("7")));
        shop.proves().await;
    }

    async fn what_the_sender_had_promised_and_is_gone_opens_a_shortage_and_refuses_nothing(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let transfer = sent(&shop, mug, "6").await;
        let lines = vec![ReserveLine { variant: mug, quantity: q("4"), unit: None, store: Some(shop.store) }];
        let promise = ReserveStock { kind: ReservationKind::Allocation, lines, stores: Vec::new(), minutes: None, channel: None, reference: String::new(), note: String::new() };
        shop.clerk().does(promise).await;
        let view = shown(&shop, transfer).await;
        shop.clerk().does(more(&view, OverFrom::Sender, "7", "0")).await;
        assert_eq!((shop.on_hand(mug).await, shop.rows("shortage").await), (q("3"), 1));
        shop.proves().await;
    }

    async fn two_who_take_in_more_take_it_in_once(shop: Shop) {
        let mug = shop.stocked("MUG", 20).await;
        let transfer = sent(&shop, mug, "6").await;
        let view = shown(&shop, transfer).await;
        let mut both = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let (clerk, receive) = (shop.clerk(), more(&view, OverFrom::Sender, "7", "0"));
            both.spawn(async move { clerk.tries(receive).await.map_err(|error| error.status()).map(|saved| saved.state) });
        }
        let mut answers = both.join_all().await;
        answers.sort_by_key(Result::is_err);
        assert_eq!(answers[0], Ok(TransferState::Received));
        assert!(answers[1..].iter().all(|answer| *answer == Err(412)), "{answers:?}");
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(shop.other_floor, mug).await), (q("13"), q("7")));
        shop.proves().await;
    }

    async fn who_takes_in_while_another_calls_back_is_told_so(shop: Shop) {
        let mug = shop.stocked("MUG", 6).await;
        let transfer = sent(&shop, mug, "6").await;
        let mut both = tokio::task::JoinSet::new();
        for at in 0..6 {
            let clerk = shop.clerk();
            both.spawn(async move {
                if at % 2 == 0 {
                    clerk.tries(came(transfer, "6", "0")).await.is_ok()
                } else {
                    clerk.tries(cancel(transfer, CancelTo::Home, None, "Not needed")).await.is_ok()
                }
            });
        }
        assert_eq!(both.join_all().await.into_iter().filter(|done| *done).count(), 1);
        assert_eq!(shop.on_hand(mug).await + shop.on_hand_at(shop.other_floor, mug).await, q("6"));
        shop.proves().await;
    }

    async fn what_is_damaged_on_arrival_says_why(shop: Shop) {
        let mug = shop.stocked("MUG", 6).await;
        let transfer = sent(&shop, mug, "6").await;
        let other = ReceiveTransfer { damage: Some(Reason::Other), ..came(transfer, "1", "2") };
        assert_eq!(refused(shop.clerk().tries(other).await), [("note".into(), "reason-other-note".into())]);
        let found = ReceiveTransfer { damage: Some(Reason::Found), ..came(transfer, "1", "2") };
        assert_eq!(refused(shop.clerk().tries(found).await), [("damage".into(), "reason-only-brings".into())]);
        let expired = ReceiveTransfer { damage: Some(Reason::Expired), ..came(transfer, "1", "2") };
        let part = shop.clerk().does(expired).await;
        assert_eq!((part.state, part.postings.len(), damaged_there(&shop, mug).await), (TransferState::PartlyReceived, 2, q("2")));
        let view = shown(&shop, transfer).await;
        let told: Vec<_> = view.steps.iter().map(|step| (step.posting.kind, step.posting.reason, step.quantity)).collect();
        let expected = [
            (PostingKind::TransferShip, None, q("6")),
            (PostingKind::TransferReceive, None, q("1")),
            (PostingKind::TransferReceive, Some(Reason::Expired), q("2")),
        ];
        assert_eq!(told, expected);
        shop.proves().await;
    }

    async fn what_is_on_its_way_is_written_off_and_turns_up_after_all(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let transfer = sent(&shop, mug, "6").await;
        shop.clerk().does(came(transfer, "2", "0")).await;
        let silent = cancel(transfer, CancelTo::WriteOff, None, "");
        assert_eq!(refused(shop.clerk().tries(silent).await), [("reason".into(), "field-required".into())]);
        let stale = CancelTransfer { version: Some(1), ..cancel(transfer, CancelTo::WriteOff, Some(Reason::Stolen), "") };
        assert_eq!(shop.clerk().tries(stale).await.unwrap_err().status(), 412);
        let gone = shop.clerk().does(cancel(transfer, CancelTo::WriteOff, Some(Reason::Stolen), "")).await;
        assert_eq!(gone.state, TransferState::Cancelled);
        let view = shown(&shop, transfer).await;
        assert_eq!((view.lines[0].missing, view.lines[0].returned, view.head.on_the_way), (q("4"), q("0"), q("0")));
        assert_eq!(view.steps.last().unwrap().posting.reason, Some(Reason::Stolen));
        assert_eq!((shop.on_hand(mug).await, shop.on_hand_at(shop.other_floor, mug).await), (q("4"), q("2")));
        shop.proves().await;

        undone(&shop, gone.postings[0]).await;
        let view = shown(&shop, transfer).await;
        assert_eq!((view.head.state, view.head.on_the_way), (TransferState::PartlyReceived, q("4")));
        shop.clerk().does(came(transfer, "4", "0")).await;
        assert_eq!(shop.on_hand_at(shop.other_floor, mug).await, q("6"));
        shop.proves().await;
    }

    async fn what_went_home_is_sent_on_again_unless_it_is_sold(shop: Shop) {
        let mug = shop.stocked("MUG", 6).await;
        let transfer = sent(&shop, mug, "6").await;
        let home = shop.clerk().does(cancel(transfer, CancelTo::Home, None, "Wrong van")).await;
        assert_eq!(shop.on_hand(mug).await, q("6"));
        let sold = shop.clerk().does(sale(&shop, &[(mug, "1")])).await;
        let undo = ReversePosting { posting: home.postings[0], lines: None, note: String::new() };
        assert_eq!(refused(shop.manager().tries(undo).await), [("lines[0]".into(), "stock-insufficient".into())]);
        undone(&shop, sold.posting.unwrap()).await;
        undone(&shop, home.postings[0]).await;
        let view = shown(&shop, transfer).await;
        assert_eq!((view.head.state, view.lines[0].returned, shop.on_hand(mug).await), (TransferState::Shipped, q("0"), q("0")));
        assert_eq!(view.steps.len(), 3);
        shop.clerk().does(came(transfer, "6", "0")).await;
        shop.proves().await;
    }

    async fn what_was_called_back_stays_so_while_nothing_is_on_its_way(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let bowl = shop.stocked("BOWL", 10).await;
        let lines = [(mug, "4"), (bowl, "4")].map(|(variant, quantity)| TransferItem::of(variant, q(quantity))).to_vec();
        let ship = ShipTransfer { from: shop.store, to: shop.other_store, location: None, lines, note: String::new(), occurred_at: None };
        let transfer = shop.clerk().does(ship).await.transfer;
        let arrived = shop.clerk().does(more(&shown(&shop, transfer).await, OverFrom::Found, "5", "0")).await;
        shop.clerk().does(cancel(transfer, CancelTo::Home, None, "No bowls needed")).await;
        undone(&shop, arrived.postings[1]).await;
        let view = shown(&shop, transfer).await;
        assert_eq!((view.head.state, view.head.surplus, view.head.on_the_way), (TransferState::Cancelled, q("0"), q("0")));
        shop.proves().await;
    }

    async fn what_arrived_before_it_was_called_back_can_be_taken_back_too(shop: Shop) {
        let mug = shop.stocked("MUG", 6).await;
        let transfer = sent(&shop, mug, "6").await;
        let arrived = shop.clerk().does(came(transfer, "2", "0")).await;
        shop.clerk().does(cancel(transfer, CancelTo::Home, None, "Not needed")).await;
        undone(&shop, arrived.postings[0]).await;
        let view = shown(&shop, transfer).await;
        assert_eq!((view.head.state, view.head.on_the_way), (TransferState::PartlyReceived, q("2")));
        shop.clerk().does(cancel(transfer, CancelTo::Home, None, "These too")).await;
        assert_eq!(shop.on_hand(mug).await, q("6"));
        shop.proves().await;
    }
}
