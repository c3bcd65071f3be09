//! The tree of a store's places, whoever changes it at the same time, and what lies in them.

use crate::{
    sell::q,
    shift::{bin, moved},
};
use stock_rules::{
    ArchiveLocation, ChangeStatus, CreateLocation, EditLocation, LEVELS_MAX, ListLocations, ListPlaceStock, LocationRow, LocationView, PlaceStockRow,
    ShowLocation, StatusLine,
};
use testkit::{Shop, refused};
use vocabulary::{AppError, LocationId, Page, PlaceKind, Quantity, Status, VariantId};

pub(crate) fn inside(shop: &Shop, code: &str, parent: Option<LocationId>) -> CreateLocation {
    CreateLocation { store: shop.store, parent, kind: PlaceKind::Zone, code: code.to_owned(), name: code.to_owned() }
}

async fn zone(shop: &Shop, code: &str, parent: Option<LocationId>) -> LocationId {
    shop.manager().does(inside(shop, code, parent)).await.location
}

async fn view(shop: &Shop, location: LocationId) -> LocationView {
    shop.clerk().does(ShowLocation { location }).await
}

/// The edit that puts a place into another and changes nothing else.
async fn into(shop: &Shop, location: LocationId, parent: LocationId) -> EditLocation {
    let place = view(shop, location).await.place;
    EditLocation { location, version: place.version, name: place.name, kind: place.kind, parent: Some(parent), allow_negative: false }
}

async fn put_away(shop: &Shop, location: LocationId, archived: bool) -> ArchiveLocation {
    ArchiveLocation { location, version: view(shop, location).await.place.version, archived }
}

fn wrong(code: &str) -> Vec<(String, String)> {
    vec![(String::from("parent"), code.to_owned())]
}

async fn lies(shop: &Shop, location: LocationId, below: bool) -> Vec<(String, Vec<(Status, Quantity, i64)>)> {
    let page = shop.clerk().does(ListPlaceStock { location, below, cursor: None }).await;
    let row = |row: PlaceStockRow| (row.sku, row.held.into_iter().map(|held| (held.status, held.on_hand, held.places)).collect());
    page.rows.into_iter().map(row).collect()
}

/// The SKUs of all pages, page by page.
async fn pages(shop: &Shop, location: LocationId) -> Vec<Vec<String>> {
    let (mut pages, mut cursor) = (Vec::new(), None);
    loop {
        let Page { rows, next } = shop.clerk().does(ListPlaceStock { location, below: true, cursor }).await;
        pages.push(rows.into_iter().map(|row| row.sku).collect());
        cursor = next;
        if cursor.is_none() {
            return pages;
        }
    }
}

fn there(quantity: &str, places: i64) -> (Status, Quantity, i64) {
    (Status::Available, q(quantity), places)
}

testkit::on_both! {
    async fn what_lies_at_a_place_is_told_with_what_lies_in_it(shop: Shop) {
        let zone = zone(&shop, "F1", None).await;
        let [first, second] = ["F1-01", "F1-02"].map(|code| inside(&shop, code, Some(zone)));
        let (first, second) = (shop.manager().does(first).await.location, shop.manager().does(second).await.location);
        let (mug, cup) = (shop.stocked("MUG", 9).await, shop.stocked("CUP", 4).await);
        for (place, variant, quantity) in [(zone, mug, "1"), (first, mug, "2"), (second, mug, "3"), (second, cup, "4")] {
            shop.clerk().does(moved(&shop, shop.floor, place, variant, quantity)).await;
        }
        let lines = vec![StatusLine::of(mug, q("1"))];
        let spoilt = ChangeStatus {
            store: shop.store, location: Some(second), from: Status::Available, to: Status::Damaged, lines, reason: None, note: String::new(), occurred_at: None,
        };
        shop.clerk().does(spoilt).await;

        let damaged = (Status::Damaged, q("1"), 1);
        assert_eq!(lies(&shop, first, true).await, [("MUG".into(), vec![there("2", 1)])]);
        assert_eq!(lies(&shop, second, true).await, [("CUP".into(), vec![there("4", 1)]), ("MUG".into(), vec![there("2", 1), damaged])]);
        assert_eq!(lies(&shop, zone, true).await, [("CUP".into(), vec![there("4", 1)]), ("MUG".into(), vec![there("5", 3), damaged])]);
        assert_eq!(lies(&shop, zone, false).await, [("MUG".into(), vec![there("1", 1)])]);
        // What is gone does not lie there any more, and what is nowhere is told nowhere.
        assert_eq!(lies(&shop, shop.floor, true).await, [("MUG".into(), vec![there("3", 1)])]);
        assert_eq!(lies(&shop, shop.other_floor, true).await, []);

        let page = shop.clerk().does(ListPlaceStock { location: zone, below: true, cursor: None }).await;
        let held = |at: usize, state: usize| page.rows[at].held[state].at.as_ref().map(|place| place.code.as_str());
        assert_eq!((held(0, 0), held(1, 0), held(1, 1)), (Some("F1-02"), None, Some("F1-02")));
        let shown = view(&shop, first).await;
        assert_eq!((shown.above.iter().map(|place| place.code.as_str()).collect::<Vec<_>>(), shown.count.count), (vec!["F1"], 0));
        let shown = view(&shop, zone).await;
        assert_eq!((shown.inside.iter().map(|place| place.code.as_str()).collect::<Vec<_>>(), shown.count.count), (vec!["F1-01", "F1-02"], 2));
    }

    /// An item that was put away while some of it was left: a shelf holds what it holds.
    async fn what_was_put_away_still_lies_there(shop: Shop) {
        let mug = shop.stocked("MUG", 2).await;
        let mut root = shop.db.root().await;
        let archive = sqlx::query("UPDATE variant SET state = 4 WHERE tenant_id = ? AND id = ?").bind(shop.tenant.0).bind(mug.0);
        archive.execute(&mut root).await.unwrap();
        assert_eq!(lies(&shop, shop.floor, true).await, [("MUG".into(), vec![there("2", 1)])]);
    }

    async fn what_lies_there_comes_by_name_a_page_at_a_time(shop: Shop) {
        let shelf = bin(&shop, "F1-01").await;
        for n in (0..51).rev() {
            let item = shop.stocked(&format!("S-{n:02}"), 1).await;
            shop.clerk().does(moved(&shop, shop.floor, shelf, item, "1")).await;
        }
        let all = pages(&shop, shelf).await;
        assert_eq!(all.iter().map(Vec::len).collect::<Vec<_>>(), [50, 1]);
        assert!(all.concat().is_sorted());
    }

    /// Where more lies than is put in order for one page, the list of all items is gone through, part by part.
    async fn a_full_warehouse_is_listed_too(shop: Shop) {
        let zone = zone(&shop, "HALL", None).await;
        let shelf = shop.manager().does(inside(&shop, "HALL-1", Some(zone))).await.location;
        let mug = shop.item("MUG").await;
        many(&shop, mug, shelf, 5_100).await;
        for place in [shelf, zone] {
            let all = pages(&shop, place).await;
            assert!(all.iter().all(|page| page.len() <= 50), "{place}");
            let all = all.concat();
            assert_eq!((all.len(), all[0].as_str(), all[5_099].as_str()), (5_100, "N-0000", "N-5099"), "{place}");
            assert!(all.is_sorted(), "{place}");
        }
    }

    /// Two people put two places into each other at the same moment: one of them is told, and no place is lost.
    async fn no_ring_is_made_by_two_at_once(shop: Shop) {
        for round in 0..12 {
            let [left, right] = [zone(&shop, &format!("L-{round}"), None).await, zone(&shop, &format!("R-{round}"), None).await];
            // A level between, in every other round: what would be inside what is then further away.
            let (under_left, under_right) = match round % 2 {
                0 => (left, right),
                _ => (zone(&shop, &format!("LL-{round}"), Some(left)).await, zone(&shop, &format!("RR-{round}"), Some(right)).await),
            };
            let (one, other) = (into(&shop, left, under_right).await, into(&shop, right, under_left).await);
            let (manager, owner) = (shop.manager(), shop.owner());
            let (one, other) = tokio::join!(tokio::spawn(async move { manager.tries(one).await }), tokio::spawn(async move { owner.tries(other).await }));
            let (done, refusals): (Vec<_>, Vec<_>) = [one.unwrap(), other.unwrap()].into_iter().partition(Result::is_ok);
            assert_eq!((done.len(), refusals.len()), (1, 1), "round {round}");
            for refusal in refusals {
                assert_eq!(refused(refusal), wrong("location-inside-itself"), "round {round}");
            }
            // Every way up ends.
            let places = shop.clerk().does(ListLocations::of(shop.store)).await.locations;
            assert!(places.iter().all(|place| reaches_top(&places, place)), "round {round}");
        }
    }

    async fn a_place_is_never_inside_itself_however_deep(shop: Shop) {
        let top = zone(&shop, "A", None).await;
        let middle = zone(&shop, "A-1", Some(top)).await;
        let low = zone(&shop, "A-1-1", Some(middle)).await;
        for parent in [top, middle, low] {
            assert_eq!(refused(shop.manager().tries(into(&shop, top, parent).await).await), wrong("location-inside-itself"));
        }
        // Out and in again is no ring.
        let other = zone(&shop, "B", None).await;
        shop.manager().does(into(&shop, middle, other).await).await;
        assert_eq!(view(&shop, low).await.above.iter().map(|place| place.code.as_str()).collect::<Vec<_>>(), ["B", "A-1"]);
        shop.manager().does(into(&shop, top, low).await).await;
        assert_eq!(view(&shop, top).await.above.len(), 3);
    }

    async fn a_tree_is_only_so_deep(shop: Shop) {
        let mut chain = vec![zone(&shop, "L-1", None).await];
        for level in 2..=LEVELS_MAX {
            chain.push(zone(&shop, &format!("L-{level}"), chain.last().copied()).await);
        }
        let lowest = chain[LEVELS_MAX - 1];
        assert_eq!(view(&shop, lowest).await.above.len(), LEVELS_MAX - 1);
        assert_eq!(refused(shop.manager().tries(inside(&shop, "DEEPER", Some(lowest))).await), wrong("location-too-deep"));
        // What is moved brings what is in it along.
        let pair = zone(&shop, "PAIR", None).await;
        zone(&shop, "PAIR-1", Some(pair)).await;
        assert_eq!(refused(shop.manager().tries(into(&shop, pair, chain[LEVELS_MAX - 2]).await).await), wrong("location-too-deep"));
        shop.manager().does(into(&shop, pair, chain[LEVELS_MAX - 3]).await).await;
        // The deepest shelf is asked about from the top.
        let mug = shop.stocked("MUG", 1).await;
        shop.clerk().does(moved(&shop, shop.floor, lowest, mug, "1")).await;
        assert_eq!(lies(&shop, chain[0], true).await, [("MUG".into(), vec![there("1", 1)])]);
    }

    async fn nothing_is_put_into_a_place_that_was_put_away(shop: Shop) {
        let (old, new) = (zone(&shop, "OLD", None).await, zone(&shop, "NEW", None).await);
        let shelf = zone(&shop, "SHELF", Some(old)).await;
        shop.manager().does(put_away(&shop, shelf, true).await).await;
        shop.manager().does(put_away(&shop, old, true).await).await;
        assert_eq!(refused(shop.manager().tries(inside(&shop, "OLD-1", Some(old))).await), wrong("location-parent-archived"));
        assert_eq!(refused(shop.manager().tries(into(&shop, new, old).await).await), wrong("location-parent-archived"));
        let back = shop.manager().tries(put_away(&shop, shelf, false).await).await;
        assert_eq!(refused(back), [("conflict".into(), "location-parent-archived".into())]);
        shop.manager().does(put_away(&shop, old, false).await).await;
        shop.manager().does(put_away(&shop, shelf, false).await).await;
        // Another store's place, and one that is nowhere, are no choice.
        for parent in [shop.other_floor, LocationId::new()] {
            assert_eq!(refused(shop.manager().tries(inside(&shop, "X", Some(parent))).await), wrong("field-unknown-choice"));
        }
    }

    async fn a_store_s_places_come_by_code_a_page_at_a_time(shop: Shop) {
        let store = shop.store;
        many_places(&shop, 520).await;
        let first = shop.clerk().does(ListLocations::of(store)).await;
        let second = shop.clerk().does(ListLocations { cursor: first.next.clone(), ..ListLocations::of(store) }).await;
        assert_eq!((first.locations.len(), second.locations.len(), second.next), (ListLocations::SIZE, 21, None));
        let codes: Vec<String> = first.locations.into_iter().chain(second.locations).map(|place| place.code).collect();
        assert!(codes.is_sorted() && codes[0] == "FLOOR" && codes[520] == "P_0519", "{codes:?}");
        let found = async |code: &str| {
            let list = ListLocations { code: Some(code.into()), ..ListLocations::of(store) };
            shop.clerk().does(list).await.locations.len()
        };
        assert_eq!((found("p_051").await, found("P_0517 ").await, found("flo").await), (10, 1, 1));
        assert_eq!((found("%").await, found("P__51").await, found("P-0").await), (0, 0, 0));
    }

    async fn a_place_of_another_tenant_is_not_found(shop: Shop) {
        let neighbour = shop.neighbour().await;
        neighbour.stocked("THEIRS", 3).await;
        for below in [true, false] {
            let asked = ListPlaceStock { location: neighbour.floor, below, cursor: None };
            assert_eq!(shop.owner().tries(asked).await.map(|_| ()), Err(AppError::NotFound));
        }
        assert_eq!(shop.owner().tries(ShowLocation { location: neighbour.floor }).await.map(|_| ()), Err(AppError::NotFound));
        assert_eq!(lies(&neighbour, neighbour.floor, true).await, [("THEIRS".into(), vec![there("3", 1)])]);
    }
}

fn reaches_top(places: &[LocationRow], from: &LocationRow) -> bool {
    let mut at = from;
    for _ in 0..LEVELS_MAX {
        if at.parent == at.id {
            return true;
        }
        match places.iter().find(|place| place.id == at.parent) {
            Some(above) => at = above,
            None => return false,
        }
    }
    false
}

/// The numbers from nought to 9,999, as `n`.
const NUMBERS: &str = "(WITH d AS (SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 \
     UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9) \
     SELECT a.n * 1000 + b.n * 100 + c.n * 10 + e.n AS n FROM d a JOIN d b JOIN d c JOIN d e) numbers";

/// As many variants as one, each with a piece at a place: put there past the ledger, because so many take their time.
async fn many(shop: &Shop, like: VariantId, place: LocationId, count: i64) {
    // Rows without their movements.
    shop.is_spoilt();
    let mut root = shop.db.root().await;
    let variants = format!(
        "INSERT INTO variant (tenant_id, id, item_id, sku, name, options, state, created_at, updated_at) \
         SELECT v.tenant_id, UNHEX(CONCAT('01', LPAD(HEX(n), 30, '0'))), v.item_id, CONCAT('N-', LPAD(n, 4, '0')), CONCAT('Name ', LPAD(n, 4, '0')), \
         v.options, v.state, v.created_at, v.updated_at FROM variant v JOIN {NUMBERS} WHERE v.tenant_id = ? AND v.id = ? AND n < ?"
    );
    sqlx::query(sqlx::AssertSqlSafe(variants)).bind(shop.tenant.0).bind(like.0).bind(count).execute(&mut root).await.unwrap();
    let balances = "INSERT INTO stock_balance (tenant_id, location_id, variant_id, lot_id, status, store_id, on_hand, seq, hash, moved_at) \
         SELECT tenant_id, ?, id, UNHEX(REPEAT('00', 16)), ?, ?, 1, 1, UNHEX(REPEAT('00', 32)), created_at FROM variant WHERE tenant_id = ? AND sku LIKE 'N-%'";
    let balances = sqlx::query(balances).bind(place.0).bind(Status::Available.code()).bind(shop.store.0).bind(shop.tenant.0);
    balances.execute(&mut root).await.unwrap();
}

/// So many places of the first store beside its floor.
async fn many_places(shop: &Shop, count: i64) {
    let mut root = shop.db.root().await;
    let places = format!(
        "INSERT INTO location (tenant_id, id, store_id, parent_id, kind, code, name, scan_code, created_at) \
         SELECT l.tenant_id, UNHEX(CONCAT('02', LPAD(HEX(n), 30, '0'))), l.store_id, UNHEX(CONCAT('02', LPAD(HEX(n), 30, '0'))), l.kind, \
         CONCAT('P_', LPAD(n, 4, '0')), 'P', CONCAT('LOC:LONDON:P_', LPAD(n, 4, '0')), l.created_at FROM location l JOIN {NUMBERS} \
         WHERE l.tenant_id = ? AND l.id = ? AND n < ?"
    );
    sqlx::query(sqlx::AssertSqlSafe(places)).bind(shop.tenant.0).bind(shop.floor.0).bind(count).execute(&mut root).await.unwrap();
}
