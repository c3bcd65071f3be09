//! What was done to stores, counts and transfers is told: who, what, and what it was before.

use crate::count;
use stock_rules::{
    ArchiveLocation, ArchiveStore, CancelCount, CancelTo, CancelTransfer, CountDecision, CountHistory, CreateLocation, DecideUnknownCode,
    EditLocation, EditStore, FinishPlace, ReceiveTransfer, ReversePosting, SetDefaultLocation, ShipTransfer, StoreHistory, TransferHistory,
    TransferItem,
};
use testkit::{Person, Shop};
use vocabulary::{AppError, HistoryRow, LocationId, Page, PlaceKind, Quantity};

/// "owner stock.edit_store MUG: name London Shop → London", the latest first.
fn told(page: &Page<HistoryRow>) -> Vec<String> {
    page.rows.iter().map(line).collect()
}

fn line(row: &HistoryRow) -> String {
    let mut line = format!("{} {}", row.who, row.operation);
    if !row.part.is_empty() {
        line = format!("{line} {}", row.part);
    }
    for change in &row.changes {
        let (from, to) = (change.from.as_deref().unwrap_or("-"), change.to.as_deref().unwrap_or("-"));
        line = format!("{line}; {} {from} → {to}", change.field);
    }
    line
}

async fn of_store(shop: &Shop, who: &Person) -> Vec<String> {
    told(&who.does(StoreHistory { store: shop.store, cursor: None }).await)
}

fn bin(shop: &Shop, code: &str, parent: Option<LocationId>) -> CreateLocation {
    CreateLocation { store: shop.store, parent, kind: PlaceKind::Bin, code: code.to_owned(), name: code.to_owned() }
}

testkit::on_both! {
    async fn a_store_tells_what_was_done_to_it_and_to_its_places(shop: Shop) {
        // What is said again as it is already leaves no trail.
        let (owner, manager) = (shop.owner(), shop.manager());
        let edit = EditStore { store: shop.store, version: 1, name: "Strand".into(), zone: "Europe/Paris".into(), locale: "fr".into() };
        manager.does(edit.clone()).await;
        manager.does(EditStore { version: 2, ..edit }).await;
        let aisle = owner.does(CreateLocation { kind: PlaceKind::Aisle, ..bin(&shop, "A1", None) }).await;
        let place = owner.does(bin(&shop, "B1", None)).await;
        let moved = EditLocation { location: place.location, version: place.version, name: "By the till".into(), kind: PlaceKind::Bin, parent: Some(aisle.location), allow_negative: true };
        manager.does(moved.clone()).await;
        manager.does(EditLocation { version: place.version + 1, ..moved }).await;
        owner.does(SetDefaultLocation { location: aisle.location }).await;
        manager.does(ArchiveLocation { location: place.location, version: place.version + 2, archived: true }).await;
        manager.does(ArchiveLocation { location: place.location, version: place.version + 3, archived: false }).await;
        manager.does(ArchiveStore { store: shop.store, version: 3, archived: true }).await;
        assert_eq!(of_store(&shop, &shop.clerk()).await, [
            "manager stock.archive_store; archived false → true",
            "manager stock.archive_location B1; archived true → false",
            "manager stock.archive_location B1; archived false → true",
            "owner stock.set_default_location A1; default false → true",
            "manager stock.edit_location B1; allow_negative false → true; name B1 → By the till; parent - → A1",
            "owner stock.create_location B1; kind - → bin; name - → B1",
            "owner stock.create_location A1; kind - → aisle; name - → A1",
            "manager stock.edit_store; locale en → fr; name London Shop → Strand; zone Europe/London → Europe/Paris",
            "owner stock.create_store; code - → LONDON; name - → London Shop",
        ]);
        shop.proves().await;
    }

    async fn a_history_is_read_page_by_page(shop: Shop) {
        let owner = shop.owner();
        for number in 0..60 {
            owner.does(bin(&shop, &format!("B-{number:02}"), None)).await;
        }
        let first = owner.does(StoreHistory { store: shop.store, cursor: None }).await;
        assert_eq!((first.rows.len(), first.rows[0].part.as_str()), (Page::<HistoryRow>::SIZE, "B-59"));
        let second = owner.does(StoreHistory { store: shop.store, cursor: first.next.clone() }).await;
        assert_eq!((second.rows.len(), second.next.is_none(), second.rows[0].part.as_str()), (11, true, "B-09"));
        assert_eq!(second.rows[10].operation, "stock.create_store");
        // The other store has a history of its own, wherever that page began.
        let other = owner.does(StoreHistory { store: shop.other_store, cursor: first.next }).await;
        assert!(told(&other).iter().all(|line| line == "owner stock.create_store; code - → LEEDS; name - → Leeds Shop"), "{other:?}");
    }

    async fn a_count_tells_how_it_went(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let count = shop.manager().does(count::everything(&shop)).await.count;
        count::counts(&shop, &shop.clerk(), count, "MUG", 3).await;
        count::sends(&shop.clerk(), count, vec![count::scan(&shop, "WHAT", 1)]).await;
        shop.manager().does(DecideUnknownCode { count, code: "WHAT".into(), item: Some("MUG".into()) }).await;
        shop.clerk().does(FinishPlace { count, location: shop.floor, answers: Vec::new() }).await;
        count::submitted(&shop.clerk(), count).await;
        count::decides(&shop.manager(), &shop, count, mug, CountDecision::Accept).await;
        count::posts(&shop.manager(), count).await;
        let history = shop.clerk().does(CountHistory { count, cursor: None }).await;
        let told = told(&history);
        assert!(told[0].starts_with("manager stock.post_count; matched - → 0; posted - → 1; state review → posted"), "{told:?}");
        assert!(told[1].contains("stock.decide_count_lines; accepted - → 1; recount - → 0; rejected - → 0"), "{told:?}");
        assert_eq!(told[2], "clerk stock.submit_count; lines - → 1; state counting → review");
        assert_eq!(told[3], "clerk stock.finish_count_place FLOOR; left - → 0; none - → 0");
        assert_eq!(told[4], "manager stock.decide_unknown_code MUG; scans - → 1; unknown_code - → WHAT");
        assert!(told[5].starts_with("manager stock.plan_count; name - → Front shelves; number - → CNT-0001; store - → "), "{told:?}");
        assert_eq!(told.len(), 6);
        let second = shop.manager().does(count::everything(&shop)).await.count;
        shop.manager().does(CancelCount { count: second }).await;
        let history = shop.clerk().does(CountHistory { count: second, cursor: None }).await;
        assert_eq!(line(&history.rows[0]), "manager stock.cancel_count; state open → cancelled");
        shop.proves().await;
    }

    async fn a_transfer_tells_its_way_and_what_was_undone(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        let ship = ShipTransfer {
            from: shop.store, to: shop.other_store, location: None, lines: vec![TransferItem::of(mug, Quantity::whole(6))],
            note: String::new(), occurred_at: None,
        };
        let transfer = shop.clerk().does(ship).await.transfer;
        let receive = ReceiveTransfer { close: true, ..ReceiveTransfer::of(transfer) };
        let lost = shop.clerk().does(receive).await.postings[0];
        shop.manager().does(ReversePosting { posting: lost, lines: None, note: String::new() }).await;
        shop.clerk().does(CancelTransfer { transfer, to: CancelTo::Home, reason: None, note: String::from("Not needed there"), version: None }).await;
        let told = told(&shop.person(vocabulary::Role::Accountant).does(TransferHistory { transfer, cursor: None }).await);
        assert_eq!(told[..3], [
            "clerk stock.cancel_transfer; called_back - → home; state shipped → cancelled",
            "manager stock.reverse_posting; lines - → 1; state received → shipped",
            "clerk stock.receive_transfer; lines - → 1; state shipped → received",
        ]);
        assert!(told[3].starts_with("clerk stock.ship_transfer; code - → T-"), "{told:?}");
        assert_eq!(told.len(), 4);
        shop.proves().await;
    }

    async fn nobody_reads_the_neighbours_histories(shop: Shop) {
        let other = shop.neighbour().await;
        let count = other.manager().does(count::everything(&other)).await.count;
        let us = shop.owner();
        assert_eq!(us.tries(StoreHistory { store: other.store, cursor: None }).await, Err(AppError::NotFound));
        assert_eq!(us.tries(CountHistory { count, cursor: None }).await, Err(AppError::NotFound));
        assert_eq!(us.tries(StoreHistory { store: vocabulary::StoreId::new(), cursor: None }).await, Err(AppError::NotFound));
        assert_eq!(us.tries(CountHistory { count: vocabulary::CountId::new(), cursor: None }).await, Err(AppError::NotFound));
        assert_eq!(us.tries(TransferHistory { transfer: vocabulary::TransferId::new(), cursor: None }).await, Err(AppError::NotFound));
    }
}
