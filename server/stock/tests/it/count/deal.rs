//! Several count in one session, each where they were sent.

use super::{counts, everything, scan, sends, submitted};
use stock_rules::{CountState, DealCountPlaces, FinishPlace, NewScan, PlaceDealt, ReviewCount, ShowCount};
use testkit::{Shop, refused};
use vocabulary::{LocationId, PersonId, PlaceKind, Role};

async fn bin(shop: &Shop, code: &str) -> LocationId {
    let new = stock_rules::CreateLocation { store: shop.store, code: code.to_owned(), name: code.to_owned(), kind: PlaceKind::Bin, parent: None };
    shop.manager().does(new).await.location
}

testkit::on_both! {
    async fn places_are_dealt_out_and_three_count_at_once(shop: Shop) {
        let mug = shop.stocked("MUG", 30).await;
        let (left, right) = (bin(&shop, "B-1").await, bin(&shop, "B-2").await);
        for to in [left, right] {
            let lines = vec![stock_rules::MoveLine { status: vocabulary::Status::Available, ..stock_rules::MoveLine::of(mug, "10".parse().unwrap()) }];
            let moved = stock_rules::MoveStock { store: shop.store, from: shop.floor, to, lines, note: String::new(), occurred_at: None };
            shop.clerk().does(moved).await;
        }
        let people = [shop.clerk(), shop.another(Role::Clerk).await, shop.another(Role::Clerk).await];
        let ids: Vec<PersonId> = people.iter().map(|person| person.actor.person.unwrap()).collect();
        let count = shop.manager().does(everything(&shop)).await.count;
        let places = [shop.floor, left, right];
        let dealt = places.iter().zip(&ids).map(|(location, person)| PlaceDealt { location: *location, person: Some(*person) }).collect();
        assert_eq!(shop.manager().does(DealCountPlaces { count, places: dealt }).await.places, 3);
        for (person, place) in people.iter().zip(places) {
            let view = person.does(ShowCount { count }).await;
            let mine: Vec<LocationId> = view.places.iter().filter(|place| place.mine).map(|place| place.location).collect();
            assert_eq!(mine, [place]);
            assert_eq!(view.places.iter().filter(|place| place.assigned_to.is_some()).count(), 3);
        }
        let mut all = tokio::task::JoinSet::new();
        for (person, location) in people.iter().cloned().zip(places) {
            let scans: Vec<NewScan> = (0..10).map(|_| NewScan { location, ..scan(&shop, "MUG", 1) }).collect();
            all.spawn(async move {
                for scan in scans {
                    sends(&person, count, vec![scan]).await;
                }
                person.does(FinishPlace { count, location, answers: Vec::new() }).await
            });
        }
        assert!(all.join_all().await.iter().all(|done| done.finished));
        submitted(&people[0], count).await;
        let review = shop.manager().does(ReviewCount { count }).await;
        assert_eq!((review.count.state, review.totals.counted, review.totals.matched), (CountState::Review, 3, 3));
        assert_eq!(review.count.places_finished, 3);
    }

    async fn a_place_is_dealt_to_somebody_who_may_count_and_taken_back(shop: Shop) {
        shop.stocked("MUG", 5).await;
        let (manager, clerk) = (shop.manager(), shop.clerk());
        let count = manager.does(everything(&shop)).await.count;
        let deal = |location, person| DealCountPlaces { count, places: vec![PlaceDealt { location, person }] };
        let unknown = || vec![(String::from("places"), String::from("field-unknown-choice"))];
        assert_eq!(refused(manager.tries(deal(shop.other_floor, clerk.actor.person)).await), unknown(), "a place of another store");
        assert_eq!(refused(manager.tries(deal(shop.floor, shop.person(Role::Accountant).actor.person)).await), unknown());
        assert_eq!(refused(manager.tries(deal(shop.floor, shop.neighbour().await.clerk().actor.person)).await), unknown());
        assert_eq!(clerk.tries(deal(shop.floor, None)).await.unwrap_err().status(), 403);
        manager.does(deal(shop.floor, manager.actor.person)).await;
        counts(&shop, &clerk, count, "MUG", 5).await;
        manager.does(deal(shop.floor, None)).await;
        assert_eq!(clerk.does(ShowCount { count }).await.places[0].assigned_to, None);
        submitted(&clerk, count).await;
        assert_eq!(refused(manager.tries(deal(shop.floor, None)).await), [("conflict".into(), "count-closed".into())]);
    }
}
