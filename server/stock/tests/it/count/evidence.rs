//! Notes and photos of lines, and who looks into one: it waits, the others do not.

use super::{counts, decides, everything, posts, q, submitted};
use chrono::Days;
use platform::db::Clock;
use stock_rules::{
    AddCountEvidence, CountDecision, CountState, EndInvestigation, InvestigateCountLine, Photo, PhotoKind, ReviewCount, ShowCount, ShowCountEvidence,
    ShowCountPhoto,
};
use testkit::{Shop, refused};
use vocabulary::{CountId, Role, VariantId};

const JPEG: [u8; 6] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0];

fn note(shop: &Shop, count: CountId, variant: VariantId, note: &str, photo: Option<&[u8]>) -> AddCountEvidence {
    AddCountEvidence { count, location: shop.floor, variant, note: note.to_owned(), photo: photo.map(|bytes| Photo(bytes.to_vec())) }
}

fn looks(shop: &Shop, count: CountId, variant: VariantId) -> InvestigateCountLine {
    let until = shop.clock.now().date_naive() + Days::new(3);
    InvestigateCountLine { count, location: shop.floor, variant, person: None, until, note: String::from("Ask the early shift") }
}

fn end(shop: &Shop, count: CountId, variant: VariantId, outcome: &str) -> EndInvestigation {
    EndInvestigation { count, location: shop.floor, variant, outcome: outcome.to_owned() }
}

testkit::on_both! {
    async fn a_note_and_a_photo_are_seen_by_who_may_and_by_nobody_else(shop: Shop) {
        let (mug, bowl) = (shop.stocked("MUG", 10).await, shop.stocked("BOWL", 4).await);
        let (clerk, other, manager) = (shop.clerk(), shop.another(Role::Clerk).await, shop.manager());
        let count = manager.does(everything(&shop)).await.count;
        counts(&shop, &clerk, count, "MUG", 7).await;
        assert_eq!(clerk.tries(note(&shop, count, bowl, "Not counted", None)).await.unwrap_err().status(), 404, "there is no such line");
        let svg = clerk.tries(note(&shop, count, mug, "", Some(b"<svg/>"))).await;
        assert_eq!(refused(svg), [("photo".into(), "evidence-photo-kind".into())]);
        let photo = clerk.does(note(&shop, count, mug, "Three broken", Some(&JPEG))).await.evidence;
        clerk.does(note(&shop, count, mug, "Box open", None)).await;

        let seen = async |who: &testkit::Person| who.does(ShowCountEvidence { count }).await;
        let all = seen(&manager).await.evidence;
        assert_eq!(all.iter().map(|row| (row.note.as_str(), row.photo)).collect::<Vec<_>>(), [("Box open", None), ("Three broken", Some(PhotoKind::Jpeg))]);
        assert_eq!((seen(&clerk).await.evidence.len(), seen(&other).await.evidence.len()), (2, 0), "the second counter is told nothing");
        assert_eq!(seen(&clerk).await.people, []);
        let show = ShowCountPhoto { count, evidence: photo };
        assert_eq!(manager.does(show.clone()).await.photo, Photo(JPEG.to_vec()));
        assert_eq!(clerk.does(show.clone()).await.kind, PhotoKind::Jpeg);
        assert_eq!(other.tries(show.clone()).await.unwrap_err().status(), 404);
        let another = manager.does(everything(&shop)).await.count;
        assert_eq!(manager.tries(ShowCountPhoto { count: another, ..show.clone() }).await.unwrap_err().status(), 404, "it is asked of its count");
        let theirs = shop.neighbour().await;
        assert_eq!(theirs.manager().tries(show).await.unwrap_err().status(), 404);
        assert_eq!(theirs.manager().tries(ShowCountEvidence { count }).await.unwrap_err().status(), 404);
    }

    async fn a_line_takes_so_much_and_no_more_even_from_many_at_once(shop: Shop) {
        shop.stocked("MUG", 10).await;
        let (clerk, manager) = (shop.clerk(), shop.manager());
        let count = manager.does(everything(&shop)).await.count;
        counts(&shop, &clerk, count, "MUG", 10).await;
        let mug = manager.does(ShowCount { count }).await.lines[0].variant;
        let mut all = tokio::task::JoinSet::new();
        for at in 0..28 {
            let (clerk, add) = (clerk.clone(), note(&shop, count, mug, &format!("Note {at}"), None));
            all.spawn(async move { clerk.tries(add).await.is_ok() });
        }
        assert_eq!(all.join_all().await.into_iter().filter(|noted| *noted).count(), 20);
        assert_eq!(refused(clerk.tries(note(&shop, count, mug, "One more", None)).await), [("conflict".into(), "evidence-full".into())]);
    }

    async fn what_somebody_looks_into_waits_and_the_others_are_posted(shop: Shop) {
        let (mug, bowl) = (shop.stocked("MUG", 10).await, shop.stocked("BOWL", 4).await);
        let (clerk, manager) = (shop.clerk(), shop.manager());
        let count = manager.does(everything(&shop)).await.count;
        counts(&shop, &clerk, count, "MUG", 7).await;
        counts(&shop, &clerk, count, "BOWL", 3).await;
        assert_eq!(refused(manager.tries(looks(&shop, count, mug)).await), [("conflict".into(), "count-not-in-review".into())]);
        submitted(&clerk, count).await;
        decides(&manager, &shop, count, mug, CountDecision::Accept).await;
        let yesterday = InvestigateCountLine { until: shop.clock.now().date_naive() - Days::new(1), ..looks(&shop, count, mug) };
        assert_eq!(refused(manager.tries(yesterday).await), [("until".into(), "investigation-past".into())]);
        let stranger = shop.neighbour().await.clerk().actor.person;
        let strange = InvestigateCountLine { person: stranger, ..looks(&shop, count, mug) };
        assert_eq!(refused(manager.tries(strange).await), [("person".into(), "field-unknown-choice".into())]);
        manager.does(InvestigateCountLine { person: clerk.actor.person, ..looks(&shop, count, mug) }).await;

        let decided = decides(&manager, &shop, count, mug, CountDecision::Accept).await;
        assert_eq!(decided.refused[0].said.code, "count-line-investigated", "accepted before, it waits again");
        decides(&manager, &shop, count, bowl, CountDecision::Accept).await;
        assert_eq!(posts(&manager, count).await.state, CountState::Review);
        assert_eq!((shop.on_hand(mug).await, shop.on_hand(bowl).await), (q(10), q(3)));
        let row = &manager.does(ShowCountEvidence { count }).await.investigations[0];
        assert_eq!((row.variant, row.who.as_str(), row.note.as_str(), row.ended_at), (mug, "clerk", "Ask the early shift", None));

        let review = manager.does(ReviewCount { count }).await;
        let line = review.differ.iter().find(|line| line.variant == mug).unwrap();
        assert_eq!(line.looked_into.as_ref().map(|looks| looks.who.as_str()), Some("clerk"));
        assert_eq!(refused(manager.tries(end(&shop, count, mug, " ")).await), [("outcome".into(), "field-required".into())]);
        manager.does(end(&shop, count, mug, "Three were lent to the café")).await;
        assert_eq!(refused(manager.tries(end(&shop, count, mug, "Again")).await), [("conflict".into(), "investigation-over".into())]);
        decides(&manager, &shop, count, mug, CountDecision::Accept).await;
        assert_eq!(posts(&manager, count).await.state, CountState::Posted);
        assert_eq!(refused(manager.tries(looks(&shop, count, mug)).await), [("conflict".into(), "count-not-in-review".into())]);
        assert_eq!(shop.on_hand(mug).await, q(7));
        assert!(manager.does(ReviewCount { count }).await.differ.iter().all(|line| line.variant != bowl || line.state != stock_rules::CountLineState::Open));
        shop.proves().await;
    }
}
