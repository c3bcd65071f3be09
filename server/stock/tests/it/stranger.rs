//! Another tenant's ids are not found, whatever is asked with them.

use stock_rules::*;
use testkit::Shop;
use vocabulary::{AppError, LocationId, PlaceKind, PostingId, Quantity, Reason, Status, StoreId, TransferId, VariantId};

/// What the stranger owns.
struct Theirs {
    store: StoreId,
    floor: LocationId,
    variant: VariantId,
    posting: PostingId,
    transfer: TransferId,
}

/// What is wrong with an answer to a stranger's id: everything but "not found", or a variant that is not there.
fn leak<T>(what: &str, outcome: Result<T, AppError>) -> Option<String> {
    match outcome {
        Err(AppError::NotFound) => None,
        Err(AppError::Invalid { fields }) if fields.iter().all(|field| field.said.code == "variant-unknown") => None,
        Err(other) => Some(format!("{what}: {other}")),
        Ok(_) => Some(format!("{what} was answered")),
    }
}

macro_rules! strangers {
    ($person:expr; $($operation:expr),+ $(,)?) => {{
        let mut leaks = Vec::new();
        $(leaks.extend(leak(stringify!($operation), $person.tries($operation).await));)+
        leaks
    }};
}

testkit::on_both! {
    async fn nothing_of_another_tenant_is_found(shop: Shop) {
        let other = shop.neighbour().await;
        let mine = shop.stocked("MUG", 5).await;
        let theirs = theirs(&other).await;
        let owner = shop.owner();
        let (one, text, at) = (Quantity::ONE, String::new, None);
        let sale = |store, variant, location| SellGoods {
            store, location, channel: vocabulary::Channel::Till, lines: vec![SaleLine::of(variant, one)], reference: text(), note: text(), occurred_at: at,
        };
        let back = |store, variant, location| TakeBack {
            store, location, lines: vec![ReturnLine { status: Status::Available, ..ReturnLine::of(variant, one) }], reference: text(), note: text(), occurred_at: at,
        };
        let opening = |store, variant, location| EnterOpening {
            store, location, lines: vec![OpeningLine::of(variant, one)], reference: text(), note: text(), occurred_at: at,
        };
        let adjust = |store, variant, location| AdjustStock {
            store, location, variant, status: Status::Available, lot: None, serials: Vec::new(), change: Some(one), new_quantity: None, expected: None, unit: None, reason: Reason::Found,
            note: text(), occurred_at: at,
        };
        let moved = |store, variant, from, to| MoveStock {
            store, from, to, lines: vec![MoveLine { status: Status::Available, ..MoveLine::of(variant, one) }], note: text(), occurred_at: at,
        };
        let status = |store, variant, location| ChangeStatus {
            store, location, from: Status::Available, to: Status::Damaged, lines: vec![StatusLine::of(variant, one)], reason: None,
            note: text(), occurred_at: at,
        };
        let ship = |from, to, variant| ShipTransfer {
            from, to, location: None, lines: vec![TransferItem::of(variant, one)], note: text(), occurred_at: at,
        };
        let receive = |store, variant, location| ReceiveGoods {
            store, location, lines: vec![ReceiptLine::of(variant, one)], reference: text(), note: text(), occurred_at: at, rate: None,
        };
        let (store, floor, there) = (shop.store, shop.floor, Some(theirs.floor));
        let leaks = strangers![owner;
            sale(theirs.store, mine, None), sale(store, theirs.variant, None), sale(store, mine, there),
            back(theirs.store, mine, None), back(store, theirs.variant, None), back(store, mine, there),
            opening(theirs.store, mine, None), opening(store, theirs.variant, None), opening(store, mine, there),
            adjust(theirs.store, mine, None), adjust(store, theirs.variant, None), adjust(store, mine, there),
            receive(theirs.store, mine, None), receive(store, theirs.variant, None), receive(store, mine, there),
            moved(theirs.store, mine, floor, theirs.floor), moved(store, mine, floor, theirs.floor), moved(store, mine, theirs.floor, floor),
            status(theirs.store, mine, None), status(store, theirs.variant, None), status(store, mine, there),
            ship(theirs.store, store, mine), ship(store, theirs.store, mine), ship(store, shop.other_store, theirs.variant),
            ReceiveTransfer { close: true, note: text(), occurred_at: at, ..ReceiveTransfer::of(theirs.transfer) },
            CancelTransfer { transfer: theirs.transfer, to: CancelTo::Home, reason: None, note: text(), version: None },
            ShowTransfer { transfer: theirs.transfer },
            TransferHistory { transfer: theirs.transfer, cursor: None },
            StoreHistory { store: theirs.store, cursor: None },
            ListTransfers { store: Some(theirs.store), ..ListTransfers::default() },
            ReversePosting { posting: theirs.posting, lines: None, note: text() },
            ShowPosting { posting: theirs.posting },
            ListMovements { variant: Some(theirs.variant), ..ListMovements::default() },
            ListMovements { store: Some(theirs.store), ..ListMovements::default() },
            ListMovements { location: there, ..ListMovements::default() },
            WhyOnHand { variant: theirs.variant, store: Some(store), location: None, status: None, channel: None },
            ListBuffers { variant: Some(theirs.variant), ..ListBuffers::default() },
            ListLayers { variant: theirs.variant, scope: theirs.store.0, lot: None, cursor: None },
            ListCostEntries { variant: theirs.variant, scope: theirs.store.0, lot: None, cursor: None },
            WhyOnHand { variant: mine, store: Some(theirs.store), location: None, status: None, channel: None },
            WhyOnHand { variant: mine, store: None, location: there, status: None, channel: None },
            ShowStock { variant: theirs.variant, store: None },
            ShowStock { variant: mine, store: Some(theirs.store) },
            ListStock { store: Some(theirs.store), ..ListStock::default() },
            ListLocations::of(theirs.store),
            ShowLocation { location: theirs.floor },
            ListPlaceStock { location: theirs.floor, below: true, cursor: None },
            ListPlaceStock { location: theirs.floor, below: false, cursor: None },
            CreateLocation { store: theirs.store, parent: None, kind: PlaceKind::Bin, code: "X".into(), name: "X".into() },
            EditStore { store: theirs.store, version: 1, name: "X".into(), zone: "Europe/London".into(), locale: "en".into() },
            ArchiveStore { store: theirs.store, version: 1, archived: true },
            EditLocation { location: theirs.floor, version: 1, name: "X".into(), kind: PlaceKind::Bin, parent: None, allow_negative: true },
            ArchiveLocation { location: theirs.floor, version: 1, archived: true },
            SetDefaultLocation { location: theirs.floor },
        ];
        assert!(leaks.is_empty(), "{}", leaks.join("\n"));
        assert_eq!(owner.does(ListMovements::default()).await.rows.len(), 1);
        assert!(owner.does(ListTransfers::default()).await.rows.is_empty());
        shop.proves().await;
        other.proves().await;
    }
}

async fn theirs(other: &Shop) -> Theirs {
    let variant = other.item("MUG").await;
    let posting = other.manager().does(other.receipt(variant, 5)).await.posting.unwrap();
    let ship = ShipTransfer {
        from: other.store,
        to: other.other_store,
        location: None,
        lines: vec![TransferItem::of(variant, Quantity::ONE)],
        note: String::new(),
        occurred_at: None,
    };
    let transfer = other.manager().does(ship).await.transfer;
    Theirs { store: other.store, floor: other.floor, variant, posting, transfer }
}
