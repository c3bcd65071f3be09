//! What a count is of: places with all that is in them, a category, some items; and what was scanned that is no part of it.

use super::*;
use catalog_rules::{ListCategories, NewVariant};
use stock_rules::{
    CreateLocation, FinishPlace, ListUncounted, PickedLine, PickedLines, PlaceAnswer, ReceiptLine, ReceiveGoods, ShowCount, UncountedAnswer,
};
use vocabulary::{CategoryId, LocationId, PlaceKind};

/// An item of a category, of which so many stand on the floor.
async fn of_category(shop: &Shop, sku: &str, category: &str, quantity: i32) -> VariantId {
    let variant = shop.item_with(sku, |item| item.category = Some(category.to_owned())).await;
    shop.receives(variant, quantity).await;
    variant
}

async fn category(shop: &Shop, name: &str) -> CategoryId {
    let all = shop.manager().does(ListCategories::default()).await.categories;
    all.iter().find(|one| one.name == name).unwrap_or_else(|| panic!("no such category: {all:?}")).id
}

async fn place(shop: &Shop, code: &str, kind: PlaceKind, parent: Option<LocationId>) -> LocationId {
    let new = CreateLocation { store: shop.store, parent, kind, code: code.to_owned(), name: code.to_owned() };
    shop.owner().does(new).await.location
}

async fn puts(shop: &Shop, at: LocationId, variant: VariantId, quantity: i32) {
    shop.manager().does(ReceiveGoods { location: Some(at), ..shop.receipt(variant, quantity) }).await;
}

testkit::on_both! {
    async fn a_category_is_counted_wherever_its_items_stand(shop: Shop) {
        let (mug, cup) = (of_category(&shop, "MUG", "Cups", 5).await, of_category(&shop, "CUP", "Cups", 6).await);
        let pan = of_category(&shop, "PAN", "Pans", 7).await;
        shop.stocked("JUG", 8).await;
        let back = place(&shop, "BACK", PlaceKind::Bin, None).await;
        puts(&shop, back, cup, 2).await;
        let plan = PlanCount { scope: CountScope::Category, categories: vec![category(&shop, "Cups").await], ..everything(&shop) };
        let count = shop.manager().does(plan).await.count;
        later(&shop);
        let missing = |at| ListUncounted { count, location: at };
        let here: Vec<_> = shop.clerk().does(missing(shop.floor)).await.lines.iter().map(|line| line.variant).collect();
        assert_eq!(here, [cup, mug]);
        let there: Vec<_> = shop.clerk().does(missing(back)).await.lines.iter().map(|line| line.variant).collect();
        assert_eq!(there, [cup]);
        counts(&shop, &shop.clerk(), count, "MUG", 5).await;
        submitted(&shop.clerk(), count).await;
        let seen = review(&shop, count).await;
        assert_eq!((seen.totals.matched, seen.totals.uncounted), (1, 2), "a pan and a jug are not asked after");
        assert!(seen.uncounted.iter().all(|line| line.variant == cup), "{pan}");
    }

    /// A zone, the aisle in it and the bin in that: all three are counted, the bin beside them is not.
    async fn a_place_is_counted_with_all_that_is_in_it(shop: Shop) {
        let mug = shop.stocked("MUG", 9).await;
        let zone = place(&shop, "A", PlaceKind::Zone, None).await;
        let aisle = place(&shop, "A-1", PlaceKind::Aisle, Some(zone)).await;
        let bin = place(&shop, "A-1-1", PlaceKind::Bin, Some(aisle)).await;
        let beside = place(&shop, "B", PlaceKind::Bin, None).await;
        for at in [zone, bin, beside] {
            puts(&shop, at, mug, 3).await;
        }
        let plan = PlanCount { scope: CountScope::Locations, locations: vec![zone], ..everything(&shop) };
        let count = shop.manager().does(plan).await.count;
        later(&shop);
        let places = shop.clerk().does(ShowCount { count }).await.places;
        assert_eq!(places.iter().map(|place| place.location).collect::<Vec<_>>(), [zone, aisle, bin]);
        let at = |location| NewScan { location, ..scan(&shop, "MUG", 3) };
        assert_eq!(refusals(&sends(&shop.clerk(), count, vec![at(beside), at(shop.floor), at(bin)]).await), ["count-place-outside"; 2]);
        submitted(&shop.clerk(), count).await;
        let seen = review(&shop, count).await;
        assert_eq!((seen.totals.matched, seen.totals.uncounted, seen.uncounted[0].location), (1, 1, zone));
    }

    /// A pan that strays into a count of mugs: kept, told at once without a figure, marked, and no part of what is done in bulk.
    async fn what_is_not_in_the_plan_is_kept_and_marked(shop: Shop) {
        let (mug, pan) = (of_category(&shop, "MUG", "Cups", 5).await, of_category(&shop, "PAN", "Pans", 7919).await);
        let jug = shop.stocked("JUG", 1).await;
        let cups = vec![category(&shop, "Cups").await];
        let plans = [
            PlanCount { scope: CountScope::Items, variants: vec![mug], ..everything(&shop) },
            PlanCount { scope: CountScope::Category, categories: cups, ..everything(&shop) },
        ];
        for plan in plans {
            let count = shop.manager().does(plan).await.count;
            later(&shop);
            let taken = sends(&shop.clerk(), count, vec![scan(&shop, "MUG", 4), scan(&shop, "PAN", 1), scan(&shop, "JUG", 1)]).await;
            assert_eq!(outcomes(&taken), [ScanOutcome::Counted; 3]);
            assert_eq!(taken.stray.len(), 2);
            assert!(taken.stray.contains(&pan) && taken.stray.contains(&jug));
            let scans = shop.clerk().does(ShowCount { count }).await.scans;
            assert_eq!(scans.iter().map(|scan| (scan.variant == Some(mug), scan.stray)).filter(|(planned, stray)| planned == stray).count(), 0);
            submitted(&shop.clerk(), count).await;
            let seen = review(&shop, count).await;
            assert_eq!((line(&seen, mug).stray, line(&seen, pan).stray), (false, true));
            assert!(line(&seen, jug).stray, "one of one: it matches, and is looked at all the same");
            let under = DecideCountLines { accept_under: "100000".parse().ok(), lines: Vec::new(), ..decision(&shop, count, pan, CountDecision::Accept) };
            let bulk = shop.manager().does(under).await;
            assert_eq!((bulk.accepted, bulk.refused.len()), (1, 0), "the mug alone");
            let picked = |decision| {
                let lines = [pan, jug].map(|variant| PickedLine { location: shop.floor, variant, lot: None }).to_vec();
                DecideCountLines { lines: Vec::new(), picked: Some(PickedLines { lines, decision }), ..super::decision(&shop, count, pan, decision) }
            };
            let together = shop.manager().does(picked(CountDecision::Accept)).await;
            assert_eq!((together.accepted, together.refused.iter().map(|line| line.said.code.as_str()).collect::<Vec<_>>()), (0, vec!["count-line-stray"; 2]));
            assert_eq!(decides(&shop.manager(), &shop, count, jug, CountDecision::Accept).await.accepted, 1, "by itself it may be");
            assert_eq!(shop.manager().does(picked(CountDecision::Reject)).await.rejected, 2);
            shop.manager().does(stock_rules::CancelCount { count }).await;
        }
        assert_eq!(shop.on_hand(pan).await, q(7919));
    }

    /// A count of places is of whatever stands there.
    async fn nothing_strays_into_a_count_of_places(shop: Shop) {
        shop.stocked("MUG", 5).await;
        let plan = PlanCount { scope: CountScope::Locations, locations: vec![shop.floor], ..everything(&shop) };
        for plan in [plan, everything(&shop)] {
            let count = shop.manager().does(plan).await.count;
            assert!(sends(&shop.clerk(), count, vec![scan(&shop, "MUG", 1)]).await.stray.is_empty());
        }
    }

    /// A shelf of more than one list holds: the rest is counted in "left", and can be answered for by name.
    async fn a_shelf_of_more_than_a_list_is_told_whole(shop: Shop) {
        let size = |n| NewVariant { sku: Some(format!("S-{n:03}")), options: vec![format!("{n:03}")], ..NewVariant::default() };
        let item = catalog_rules::CreateItem {
            name: String::from("Screw"), axes: vec![String::from("Size")], variants: (0..503).map(size).collect(), ..Default::default()
        };
        let variants: Vec<VariantId> = shop.owner().does(item).await.variants.iter().map(|made| made.variant).collect();
        for variants in variants.chunks(300) {
            let lines = variants.iter().map(|variant| ReceiptLine::of(*variant, q(1))).collect();
            shop.manager().does(ReceiveGoods { lines, ..shop.receipt(variants[0], 1) }).await;
        }
        let count = planned(&shop).await;
        later(&shop);
        let missing = shop.clerk().does(ListUncounted { count, location: shop.floor }).await;
        assert_eq!((missing.lines.len(), missing.more), (500, 3));
        let beyond = *variants.iter().find(|variant| missing.lines.iter().all(|line| line.variant != **variant)).unwrap();
        let finish = |answer| FinishPlace { count, location: shop.floor, answers: vec![PlaceAnswer { variant: beyond, lot: None, answer }] };
        let going_on = shop.clerk().does(finish(UncountedAnswer::Count)).await;
        assert_eq!((going_on.finished, going_on.to_count, going_on.left), (false, 1, 502));
        let done = shop.clerk().does(finish(UncountedAnswer::None)).await;
        assert_eq!((done.finished, done.none, done.left), (true, 1, 502));
        submitted(&shop.clerk(), count).await;
        assert_eq!(review(&shop, count).await.totals.uncounted, 502);
    }
}
