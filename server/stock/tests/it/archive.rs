//! A place or an item is put away while somebody brings something there: one of the two is refused.

use crate::sell::sale;
use catalog_rules::{ArchiveItem, CreateItem, ItemState, RestoreItem, SetItemState};
use stock_rules::{ArchiveLocation, ArchiveStore, CreateLocation, MoveLine, MoveStock, ReceiveGoods};
use vocabulary::{AppError, PlaceKind, Quantity, Status};

testkit::on_both! {
    async fn nothing_comes_into_a_place_that_is_put_away(shop: Shop) {
        let mug = shop.stocked("MUG", 500).await;
        let (mut received, mut archived) = (0, 0);
        for n in 0..30 {
            let bin = CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: format!("B-{n}"), name: format!("B-{n}") };
            let bin = shop.owner().does(bin).await;
            let move_in = MoveStock {
                store: shop.store, from: shop.floor, to: bin.location, note: String::new(), occurred_at: None,
                lines: vec![MoveLine { status: Status::Available, ..MoveLine::of(mug, Quantity::ONE) }],
            };
            let receive = ReceiveGoods { location: Some(bin.location), ..shop.receipt(mug, 1) };
            let archive = ArchiveLocation { location: bin.location, version: bin.version, archived: true };
            let (clerk, manager, owner) = (shop.clerk(), shop.manager(), shop.owner());
            let first = tokio::spawn(async move { if n % 2 == 0 { clerk.tries(move_in).await.map(|_| ()) } else { manager.tries(receive).await.map(|_| ()) } });
            tokio::time::sleep(std::time::Duration::from_micros(n * 150)).await;
            let second = owner.tries(archive).await;
            let first = first.await.unwrap();
            match (&first, &second) {
                (Ok(()), Err(AppError::Conflict { said })) if said.code == "location-has-stock" => received += 1,
                (Err(AppError::Conflict { said }), Ok(_)) if said.code == "place-archived" => archived += 1,
                (Err(AppError::Invalid { fields }), Ok(_)) if fields[0].said.code == "place-archived" => archived += 1,
                other => panic!("{n}: {other:?}"),
            }
        }
        println!("{received} received, {archived} archived");
        shop.proves().await;
    }

    async fn nothing_comes_in_of_an_item_that_is_put_away(shop: Shop) {
        let (mut received, mut archived) = (0, 0);
        for n in 0..30 {
            let made = shop.owner().does(CreateItem { name: format!("Item {n}"), ..CreateItem::default() }).await;
            let receive = shop.receipt(made.variants[0].variant, 1);
            let archive = ArchiveItem { item: made.item, version: made.version };
            let (manager, owner) = (shop.manager(), shop.owner());
            let first = tokio::spawn(async move { manager.tries(receive).await.map(|_| ()) });
            tokio::time::sleep(std::time::Duration::from_micros(n * 150)).await;
            let second = owner.tries(archive).await;
            let first = first.await.unwrap();
            match (&first, &second) {
                (Ok(()), Err(AppError::Conflict { said })) if said.code == "item-has-stock" => received += 1,
                (Err(AppError::Conflict { said }), Ok(_)) if said.code == "variant-archived" => archived += 1,
                (Err(AppError::Invalid { fields }), Ok(_)) if fields[0].said.code == "variant-archived" => archived += 1,
                other => panic!("{n}: {other:?}"),
            }
        }
        println!("{received} received, {archived} archived");
        shop.proves().await;
    }

    async fn a_draft_is_not_sold_and_what_is_archived_does_not_move(shop: Shop) {
        let item = shop.owner().does(CreateItem { name: String::from("Mug"), state: Some(ItemState::Draft), ..CreateItem::default() }).await;
        let mug = item.variants[0].variant;
        shop.receives(mug, 2).await;
        let wrong = testkit::refused(shop.clerk().tries(sale(&shop, &[(mug, "1")])).await);
        assert_eq!(wrong, [("lines[0].variant".into(), "variant-draft".into())]);
        let set = shop.owner().does(SetItemState { item: item.item, version: item.version, state: ItemState::PhaseOut }).await;
        let posting = shop.clerk().does(sale(&shop, &[(mug, "2")])).await.posting.unwrap();
        let put_away = shop.owner().does(ArchiveItem { item: item.item, version: set.version }).await;
        let refusal = [("lines[0].variant".into(), "variant-archived".into())];
        assert_eq!(testkit::refused(shop.clerk().tries(sale(&shop, &[(mug, "1")])).await), refusal);
        assert_eq!(testkit::refused(shop.manager().tries(shop.receipt(mug, 1)).await), refusal);
        // Also what is taken back would stand on the shelf again.
        let undo = stock_rules::ReversePosting { posting, lines: None, note: String::new() };
        assert_eq!(testkit::refused(shop.manager().tries(undo.clone()).await), [("conflict".into(), "variant-archived".into())]);
        shop.owner().does(RestoreItem { item: item.item, version: put_away.version }).await;
        shop.manager().does(undo).await;
        assert_eq!(shop.on_hand(mug).await, Quantity::whole(2));
        shop.proves().await;
    }

    async fn nothing_comes_into_a_store_that_is_put_away(shop: Shop) {
        let mug = shop.item("MUG").await;
        for n in 0..12u64 {
            let (manager, owner) = (shop.manager(), shop.owner());
            let receive = ReceiveGoods { store: shop.other_store, location: Some(shop.other_floor), ..shop.receipt(mug, 1) };
            let version = owner.does(stock_rules::ListStores::default()).await.rows.iter().find(|store| store.id == shop.other_store).unwrap().version;
            let first = tokio::spawn(async move { manager.tries(receive).await.map(|_| ()) });
            tokio::time::sleep(std::time::Duration::from_micros(n * 300)).await;
            let second = owner.tries(ArchiveStore { store: shop.other_store, version, archived: true }).await;
            let first = first.await.unwrap();
            assert!(first.is_ok() != second.is_ok(), "{n}: {first:?} {second:?}");
            if second.is_ok() {
                owner.does(ArchiveStore { store: shop.other_store, version: version + 1, archived: false }).await;
            } else {
                // Away with it, so that the next round begins as this one did.
                let posting = owner.does(stock_rules::ListMovements::default()).await.rows[0].posting;
                owner.does(stock_rules::ReversePosting { posting, lines: None, note: String::new() }).await;
            }
        }
        shop.proves().await;
    }
}
