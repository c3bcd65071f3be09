//! A till's file tells late: what was counted since stays as it was counted, closed days stay closed.

use crate::desk::{aside, brings, undoes, whole};
use chrono::TimeDelta;
use stock_rules::{
    ArchiveLocation, ClosePeriod, CountDecision, CountScope, CreateLocation, DecideCountLines, LineDecision, MoveLine, MoveStock, NewScan, PlanCount,
    PostCount, ReceiveGoods, RecordScans, ScanKind, SubmitCount,
};
use testkit::Shop;
use vocabulary::{LocationId, PlaceKind, Quantity, Role, ScanId, Status, VariantId};

/// The clerk counts so many at a place, the floor unless said; the manager accepts and posts it.
async fn counted(shop: &Shop, variant: VariantId, quantity: i32) {
    counted_at(shop, shop.floor, variant, quantity).await;
}

async fn counted_at(shop: &Shop, location: LocationId, variant: VariantId, quantity: i32) {
    let plan = PlanCount {
        store: shop.store,
        name: "Floor".into(),
        scope: CountScope::Everything,
        locations: Vec::new(),
        categories: Vec::new(),
        variants: Vec::new(),
        blind: true,
        limit_quantity: None,
        limit_value: None,
        second_count: false,
    };
    let (clerk, manager) = (shop.clerk(), shop.manager());
    let count = manager.does(plan).await.count;
    let scan = NewScan {
        id: ScanId::new(),
        location,
        kind: ScanKind::Set,
        code: String::new(),
        variant: Some(variant),
        lot: None,
        serial: None,
        quantity: Quantity::whole(quantity),
        unit: None,
        undoes: None,
        at: None,
    };
    clerk.does(RecordScans { count, scans: vec![scan], sent_at: None }).await;
    clerk.does(SubmitCount { count }).await;
    let lines = vec![LineDecision { location, variant, lot: None, decision: CountDecision::Accept }];
    manager.does(DecideCountLines { count, lines, picked: None, accept_under: None, reason: String::new() }).await;
    manager.does(PostCount { count, reason: String::new() }).await;
}

testkit::on_both! {
    async fn what_was_counted_and_what_is_closed_stays(shop: Shop) {
        let mug = shop.stocked("MUG", 10).await;
        shop.person(Role::Accountant).does(ClosePeriod { store: None, through: "2026-10-31".parse().unwrap() }).await;
        // It is noon: nine are counted, one is missing.
        shop.clock.advance(TimeDelta::hours(2));
        counted(&shop, mug, 9).await;
        shop.clock.advance(TimeDelta::hours(1));
        let till = "Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\n\
                    R1,2026-11-24 11:00:00,LONDON,MUG,Mug,sale,1,2.50\n\
                    R2,2026-11-24 12:30:00,LONDON,MUG,Mug,sale,2,2.50\n\
                    R3,2026-11-24,LONDON,MUG,Mug,sale,1,2.50\n\
                    R4,2026-10-31 23:00:00,LONDON,MUG,Mug,sale,1,2.50\n";
        let done = brings(&shop, "till.csv", till).await;
        // R1 was missing when it was counted; R2 was sold after; R3 may have been, so it is taken to be.
        assert_eq!(shop.on_hand(mug).await, whole(6));
        let aside = aside(&shop, done.id).await;
        let said: Vec<_> = aside.iter().flat_map(|row| &row.troubles).map(|trouble| (trouble.column.as_str(), trouble.said.code.as_str())).collect();
        assert_eq!(said, [("Sold at", "period-closed")]);
        shop.proves().await;
        undoes(&shop, done.id).await;
        assert_eq!(shop.on_hand(mug).await, whole(9), "what was counted");
        shop.proves().await;
    }

    /// The shelf was counted empty; the till then tells who bought the last one.
    async fn a_sale_of_what_was_counted_as_gone_is_not_short(shop: Shop) {
        let mug = shop.stocked("MUG", 1).await;
        shop.clock.advance(TimeDelta::hours(2));
        counted(&shop, mug, 0).await;
        let till = "Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\nR1,2026-11-24 11:00:00,LONDON,MUG,Mug,sale,1,2.50\n";
        let done = brings(&shop, "till.csv", till).await;
        assert_eq!((done.tally.new, done.tally.refused, shop.on_hand(mug).await), (1, 0, whole(0)));
        shop.proves().await;
    }

    /// It came back before it was counted as gone: that the file is undone takes nothing from an empty shelf.
    async fn a_late_return_of_what_was_counted_as_gone_can_be_undone(shop: Shop) {
        let mug = shop.stocked("MUG", 1).await;
        shop.clock.advance(TimeDelta::hours(2));
        counted(&shop, mug, 0).await;
        let till = "Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\nR1,2026-11-24 11:00:00,LONDON,MUG,Mug,return,1,2.50\n";
        let done = brings(&shop, "till.csv", till).await;
        assert_eq!((done.tally.new, done.tally.refused, shop.on_hand(mug).await), (1, 0, whole(0)));
        let undone = undoes(&shop, done.id).await;
        assert_eq!((undone.lists.kept, shop.on_hand(mug).await), (0, whole(0)));
        shop.proves().await;
    }

    /// The bin it was sold from was counted, emptied and put away since.
    async fn a_late_sale_from_a_place_that_is_put_away_can_be_undone(shop: Shop) {
        let mug = shop.item("MUG").await;
        let new = CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: "B-1".into(), name: "B-1".into() };
        let bin = shop.owner().does(new).await.location;
        shop.manager().does(ReceiveGoods { location: Some(bin), ..shop.receipt(mug, 5) }).await;
        shop.clock.advance(TimeDelta::hours(2));
        counted_at(&shop, bin, mug, 4).await;
        let till = "Receipt,Sold at,Store,SKU,Description,Kind,Quantity,Unit price\nR1,2026-11-24 11:00:00,LONDON,MUG,Mug,sale,1,2.50\n";
        let done = brings(&shop, "till.csv", till).await;
        assert_eq!(shop.on_hand_at(bin, mug).await, whole(4));
        shop.clock.advance(TimeDelta::hours(1));
        let lines = vec![MoveLine { status: Status::Available, ..MoveLine::of(mug, whole(4)) }];
        shop.manager().does(MoveStock { store: shop.store, from: bin, to: shop.floor, lines, note: String::new(), occurred_at: None }).await;
        shop.owner().does(ArchiveLocation { location: bin, version: 1, archived: true }).await;
        let undone = undoes(&shop, done.id).await;
        assert_eq!((undone.lists.kept, shop.on_hand(mug).await, shop.on_hand_at(bin, mug).await), (0, whole(4), whole(0)));
        shop.proves().await;
    }
}
