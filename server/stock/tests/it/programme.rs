//! Count programmes: what is due is planned, once, as a count like any other.

use crate::{
    count::{counts, decides, everything, posts, scan, sends, submitted},
    sell::{q, sale},
};
use chrono::TimeDelta;
use stock_rules::{
    ClassMeasure, CountDecision, CountState, CreateLocation, FinishPlace, ListCountProgrammes, PlanCount, PlanDueCount, ProgrammeKind, ProgrammeSpec,
    ReviewCount, SaveCountProgramme, ShowCount, ShowCountProgramme,
};
use testkit::{Shop, refused};
use vocabulary::{CountId, LocationId, PlaceKind, ProgrammeId, Role, VariantId};

async fn programme(shop: &Shop, spec: ProgrammeSpec) -> ProgrammeId {
    shop.manager().does(SaveCountProgramme { programme: None, version: None, store: shop.store, spec }).await.programme
}

fn usual(kind: ProgrammeKind, size: u16) -> ProgrammeSpec {
    ProgrammeSpec { size, ..ProgrammeSpec::usual("Round", kind) }
}

async fn due(shop: &Shop, programme: ProgrammeId) -> Option<CountId> {
    shop.manager().does(PlanDueCount { programme }).await.count
}

async fn bin(shop: &Shop, code: &str) -> LocationId {
    let new = CreateLocation { store: shop.store, code: code.to_owned(), name: code.to_owned(), kind: PlaceKind::Bin, parent: None };
    shop.manager().does(new).await.location
}

/// A count is counted by a clerk as the SKUs are given, and what differs is accepted.
async fn done(shop: &Shop, count: CountId, found: &[(&str, VariantId, i32)]) {
    let (clerk, manager) = (shop.clerk(), shop.manager());
    for (sku, _, quantity) in found {
        counts(shop, &clerk, count, sku, *quantity).await;
    }
    submitted(&clerk, count).await;
    for line in manager.does(ReviewCount { count }).await.differ {
        decides(&manager, shop, count, line.variant, CountDecision::Accept).await;
    }
    posts(&manager, count).await;
}

/// How many items a count was planned of.
async fn planned_of(shop: &Shop, count: CountId) -> i64 {
    let mut root = shop.db.root().await;
    sqlx::query_scalar("SELECT COUNT(*) FROM count_scope WHERE tenant_id = ? AND count_id = ?")
        .bind(shop.tenant.0)
        .bind(count.0)
        .fetch_one(&mut root)
        .await
        .unwrap()
}

/// The job runs once, as the clock has it.
async fn looked(shop: &Shop) {
    let (stop, heard) = tokio::sync::watch::channel(false);
    let runner = std::sync::Arc::new(stock::jobs(platform::jobs::Runner::new(shop.desk.clone())));
    let works = tokio::spawn(runner.run(heard));
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    stop.send(true).unwrap();
    works.await.unwrap();
}

testkit::on_both! {
    async fn what_matters_most_is_counted_most_often(shop: Shop) {
        let (lamp, mug, pin) = (shop.stocked("LAMP", 1000).await, shop.stocked("MUG", 100).await, shop.stocked("PIN", 1).await);
        let of = programme(&shop, usual(ProgrammeKind::Classes, 2)).await;
        let view = shop.manager().does(ShowCountProgramme { programme: of }).await;
        assert_eq!(view.classes.iter().map(|class| (class.all, class.due, class.never)).collect::<Vec<_>>(), [(1, 1, 1), (1, 1, 1), (1, 1, 1)]);
        let count = due(&shop, of).await.unwrap();
        assert_eq!(planned_of(&shop, count).await, 2, "no more than two at once");
        let told = refused(shop.manager().tries(PlanDueCount { programme: of }).await);
        assert_eq!(told, [("conflict".into(), "programme-count-open".into())]);
        done(&shop, count, &[("LAMP", lamp, 1000), ("MUG", mug, 99)]).await;
        let told = refused(shop.manager().tries(PlanDueCount { programme: of }).await);
        assert_eq!(told, [("conflict".into(), "programme-planned-today".into())]);

        shop.clock.advance(TimeDelta::days(1));
        let count = due(&shop, of).await.unwrap();
        assert_eq!(planned_of(&shop, count).await, 1, "the pin was left over");
        done(&shop, count, &[("PIN", pin, 1)]).await;
        shop.clock.advance(TimeDelta::days(1));
        assert_eq!(due(&shop, of).await, None, "nothing is due");
        shop.clock.advance(TimeDelta::days(30));
        let count = due(&shop, of).await.unwrap();
        assert_eq!(planned_of(&shop, count).await, 1, "the lamp, of class A, comes round first");
        let row = &shop.manager().does(ListCountProgrammes::default()).await.rows[0];
        assert_eq!((row.last_count, row.spec.kind), (Some(count), ProgrammeKind::Classes));
        shop.proves().await;
    }

    async fn classes_go_by_what_sells(shop: Shop) {
        let (_lamp, mug) = (shop.stocked("LAMP", 1000).await, shop.stocked("MUG", 100).await);
        shop.clerk().does(sale(&shop, &[(mug, "9")])).await;
        let spec = ProgrammeSpec { measure: ClassMeasure::Velocity, ..usual(ProgrammeKind::Classes, 1) };
        let of = programme(&shop, spec).await;
        let view = shop.manager().does(ShowCountProgramme { programme: of }).await;
        assert_eq!(view.classes.iter().map(|class| class.all).collect::<Vec<_>>(), [1, 0, 1], "the mug sells, the lamp does not");
    }

    async fn ten_who_plan_at_once_plan_one_count(shop: Shop) {
        shop.stocked("MUG", 5).await;
        let of = programme(&shop, usual(ProgrammeKind::Sample, 5)).await;
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..10 {
            let manager = shop.manager();
            all.spawn(async move { manager.tries(PlanDueCount { programme: of }).await.is_ok() });
        }
        assert_eq!(all.join_all().await.into_iter().filter(|planned| *planned).count(), 1);
        assert_eq!((shop.rows("count_session").await, shop.rows("count_due").await), (1, 1));
    }

    async fn the_job_plans_what_has_come_round_and_nothing_twice(shop: Shop) {
        shop.stocked("MUG", 5).await;
        let of = programme(&shop, ProgrammeSpec { every_days: 7, ..usual(ProgrammeKind::Sample, 5) }).await;
        let rests = programme(&shop, ProgrammeSpec { active: false, ..usual(ProgrammeKind::Sample, 5) }).await;
        for _ in 0..3 {
            looked(&shop).await;
        }
        assert_eq!(shop.rows("count_session").await, 1, "one rests");
        let view = shop.manager().does(ShowCountProgramme { programme: of }).await;
        shop.manager().does(stock_rules::CancelCount { count: view.counts[0].id }).await;
        shop.clock.advance(TimeDelta::days(6));
        looked(&shop).await;
        assert_eq!(shop.rows("count_session").await, 1, "not yet");
        shop.clock.advance(TimeDelta::days(1));
        looked(&shop).await;
        assert_eq!(shop.rows("count_session").await, 2);
        assert_eq!(shop.manager().does(ShowCountProgramme { programme: rests }).await.counts, []);
    }

    async fn a_place_that_should_be_empty_is_asked_after(shop: Shop) {
        let mug = shop.stocked("MUG", 5).await;
        let (empty, wrong) = (bin(&shop, "E-1").await, bin(&shop, "E-2").await);
        let of = programme(&shop, usual(ProgrammeKind::EmptyPlaces, 10)).await;
        let count = due(&shop, of).await.unwrap();
        let view = shop.clerk().does(ShowCount { count }).await;
        assert!(view.count.empty_places);
        assert_eq!(view.places.iter().map(|place| place.code.as_str()).collect::<Vec<_>>(), ["E-1", "E-2"], "mugs stand on the floor");
        let clerk = shop.clerk();
        let finish = |location| FinishPlace { count, location, answers: Vec::new() };
        assert!(clerk.does(finish(empty)).await.finished);
        sends(&clerk, count, vec![stock_rules::NewScan { location: wrong, ..scan(&shop, "MUG", 2) }]).await;
        clerk.does(finish(wrong)).await;
        submitted(&clerk, count).await;
        let review = shop.manager().does(ReviewCount { count }).await;
        assert_eq!((review.differ.len(), review.differ[0].variant, review.differ[0].variance), (1, mug, Some(q("2"))));
        shop.manager().does(stock_rules::CancelCount { count }).await;
        shop.clock.advance(TimeDelta::days(1));
        assert_eq!(due(&shop, of).await, None, "they were looked at yesterday");
    }

    async fn a_count_of_only_empty_places_can_be_sent_in(shop: Shop) {
        let empty = bin(&shop, "E-1").await;
        shop.stocked("MUG", 5).await;
        let of = programme(&shop, usual(ProgrammeKind::EmptyPlaces, 10)).await;
        let count = due(&shop, of).await.unwrap();
        shop.clerk().does(FinishPlace { count, location: empty, answers: Vec::new() }).await;
        shop.clerk().does(stock_rules::SubmitCount { count }).await;
        let view = shop.clerk().does(ShowCount { count }).await;
        assert_eq!((view.count.state, view.count.places_finished), (CountState::Posted, 1), "there is nothing to review");
    }

    async fn bins_are_counted_in_turn(shop: Shop) {
        let mug = shop.stocked("MUG", 9).await;
        let shelf = bin(&shop, "B-1").await;
        let move_there = stock_rules::MoveStock {
            store: shop.store,
            from: shop.floor,
            to: shelf,
            lines: vec![stock_rules::MoveLine { status: vocabulary::Status::Available, ..stock_rules::MoveLine::of(mug, q("4")) }],
            note: String::new(),
            occurred_at: None,
        };
        shop.clerk().does(move_there).await;
        bin(&shop, "B-2").await;
        let of = programme(&shop, usual(ProgrammeKind::Places, 1)).await;
        let count = due(&shop, of).await.unwrap();
        let first = shop.clerk().does(ShowCount { count }).await.places[0].location;
        sends(&shop.clerk(), count, vec![stock_rules::NewScan { location: first, ..scan(&shop, "MUG", if first == shelf { 4 } else { 5 }) }]).await;
        submitted(&shop.clerk(), count).await;
        posts(&shop.manager(), count).await;
        shop.clock.advance(TimeDelta::days(1));
        let count = due(&shop, of).await.unwrap();
        let second = shop.clerk().does(ShowCount { count }).await.places[0].location;
        assert!(first != second && [shelf, shop.floor].contains(&second), "an empty bin is not among them");
    }

    async fn two_count_blind_of_each_other(shop: Shop) {
        let (mug, _bowl) = (shop.stocked("MUG", 9).await, shop.stocked("BOWL", 4).await);
        let plan = PlanCount { second_count: true, ..everything(&shop) };
        let (first, second, manager) = (shop.clerk(), shop.another(Role::Clerk).await, shop.manager());
        let count = manager.does(plan).await.count;
        counts(&shop, &first, count, "MUG", 8).await;
        counts(&shop, &first, count, "BOWL", 4).await;
        submitted(&first, count).await;
        let view = second.does(ShowCount { count }).await;
        assert_eq!((view.asked.len(), view.lines.len()), (2, 0), "all of it, and nothing of what the first found");
        let again = first.does(stock_rules::RecordScans { count, scans: vec![scan(&shop, "MUG", 8)], sent_at: None }).await;
        assert_eq!(again.results[0].said.as_ref().unwrap().code, "count-recount-other");
        counts(&shop, &second, count, "MUG", 7).await;
        counts(&shop, &second, count, "BOWL", 4).await;
        let review = manager.does(ReviewCount { count }).await;
        let line = review.differ.iter().find(|line| line.variant == mug).unwrap();
        assert_eq!((line.round, line.before, line.counted, line.variance), (2, Some(q("8")), Some(q("7")), Some(q("-2"))));
        decides(&manager, &shop, count, mug, CountDecision::Accept).await;
        posts(&manager, count).await;
        assert_eq!(shop.on_hand(mug).await, q("7"));
        shop.proves().await;
    }

    async fn a_programme_is_changed_by_one_at_a_time_and_keeps_its_kind(shop: Shop) {
        let of = programme(&shop, usual(ProgrammeKind::Sample, 5)).await;
        let save = |version, spec| SaveCountProgramme { programme: Some(of), version, store: shop.store, spec };
        let manager = shop.manager();
        assert_eq!(manager.does(save(Some(1), ProgrammeSpec { size: 7, ..usual(ProgrammeKind::Sample, 5) })).await.version, 2);
        assert_eq!(manager.tries(save(Some(1), usual(ProgrammeKind::Sample, 5))).await.unwrap_err().status(), 412);
        let told = refused(manager.tries(save(Some(2), usual(ProgrammeKind::Places, 5))).await);
        assert_eq!(told, [("kind".into(), "field-unknown-choice".into())]);
        assert_eq!(refused(manager.tries(save(None, usual(ProgrammeKind::Sample, 0))).await).len(), 2);
        let theirs = shop.neighbour().await;
        assert_eq!(theirs.manager().tries(ShowCountProgramme { programme: of }).await.unwrap_err().status(), 404);
        assert_eq!(theirs.manager().tries(PlanDueCount { programme: of }).await.unwrap_err().status(), 404);
    }
}
