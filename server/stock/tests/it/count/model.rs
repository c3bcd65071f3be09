//! Counts and time against a naive model: what happened, when it was told, what was taken back, in any order; and after
//! each step as much on the shelf as the model says.

use super::{
    stands::{now, settled, sold},
    *,
};
use chrono::{DateTime, Utc};
use rand::{Rng, SeedableRng, rngs::StdRng};
use stock_rules::{Known, ReceiveGoods, ReversePosting, StockAsOf};
use vocabulary::PostingId;

/// Something that happened to the shelf.
struct Happened {
    at: DateTime<Utc>,
    by: i32,
    /// None of what was there at first.
    posting: Option<PostingId>,
    undone: bool,
}

/// What was counted, at the moment of its scan.
struct Found {
    at: DateTime<Utc>,
    there: i32,
    /// What it changed, if it did.
    posting: Option<PostingId>,
    undone: bool,
}

#[derive(Default)]
struct Model {
    happened: Vec<Happened>,
    found: Vec<Found>,
}

impl Model {
    fn on_hand(&self) -> i32 {
        self.on_hand_at(DateTime::<Utc>::MAX_UTC)
    }

    /// The last count by then that stands, and what happened after it; as it is known by now.
    fn on_hand_at(&self, at: DateTime<Utc>) -> i32 {
        let last = self.found.iter().filter(|found| !found.undone && found.at <= at).max_by_key(|found| found.at);
        let since = self.happened.iter().filter(|one| !one.undone && one.at <= at && last.is_none_or(|last| one.at >= last.at));
        last.map_or(0, |last| last.there) + since.map(|one| one.by).sum::<i32>()
    }
}

fn setting<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok().and_then(|raw| raw.parse().ok())
}

testkit::on_both! {
    async fn counts_and_what_is_told_late_do_what_the_model_does(shop: Shop) {
        let seed: u64 = setting("STOCKROOM_SEED").unwrap_or_else(rand::random);
        println!("seed {seed}");
        let mut random = StdRng::seed_from_u64(seed);
        // What was never here is not counted as gone, so there is some to begin with, and that is not undone.
        let mug = shop.stocked("MUG", 5).await;
        let (mut model, mut pending, mut then) = (Model::default(), Vec::new(), Vec::new());
        model.happened.push(Happened { at: now(&shop), by: 5, posting: None, undone: false });
        let (clerk, manager) = (shop.clerk(), shop.manager());
        for step in 0..setting("STOCKROOM_STEPS").unwrap_or(60) {
            shop.clock.advance(TimeDelta::seconds(random.gen_range(1..1500)));
            let told = now(&shop);
            let before = model.on_hand();
            let mut what = String::new();
            match random.gen_range(0..10) {
                0..=4 => {
                    let late = random.gen_bool(0.6);
                    let at = if late { told - TimeDelta::seconds(random.gen_range(1..20_000)) } else { told };
                    let (n, sells) = (random.gen_range(1..=5), random.gen_bool(0.5));
                    let outcome = if sells {
                        clerk.tries(sold(&shop, mug, &n.to_string(), at)).await
                    } else {
                        manager.tries(ReceiveGoods { occurred_at: Some(at), ..shop.receipt(mug, n) }).await
                    };
                    what = format!("{at} {}{n}: {outcome:?}", if sells { '-' } else { '+' });
                    let by = if sells { -n } else { n };
                    let posting = outcome.as_ref().ok().and_then(|posted| posted.posting);
                    model.happened.push(Happened { at, by, posting, undone: false });
                    let short = model.on_hand() < 0 && model.on_hand() < before;
                    assert_eq!(outcome.is_err(), short, "step {step} of seed {seed}: {what}, {before} there");
                    if short {
                        model.happened.pop();
                    }
                }
                5 => {
                    let count = planned(&shop).await;
                    shop.clock.advance(TimeDelta::seconds(1));
                    let (at, there) = (now(&shop), (before + random.gen_range(-3..=3)).max(0));
                    sends(&clerk, count, vec![set(&shop, mug, there)]).await;
                    pending.push((count, at, there));
                    what = format!("{there} scanned");
                }
                6 | 7 if !pending.is_empty() => {
                    let (count, at, there) = pending.swap_remove(random.gen_range(0..pending.len()));
                    let posted = settled(&shop, count, mug).await;
                    what = format!("{there} of {at} posted: {posted:?}");
                    model.found.push(Found { at, there, posting: posted.posting, undone: false });
                }
                8 => {
                    let alive: Vec<usize> = (0..model.happened.len()).filter(|at| !model.happened[*at].undone && model.happened[*at].posting.is_some()).collect();
                    if !alive.is_empty() {
                        let which = alive[random.gen_range(0..alive.len())];
                        model.happened[which].undone = true;
                        let short = model.on_hand() < 0 && model.on_hand() < before;
                        let posting = model.happened[which].posting.unwrap();
                        let outcome = manager.tries(ReversePosting { posting, lines: None, note: String::new() }).await;
                        what = format!("undo of {} {}: {outcome:?}", model.happened[which].at, model.happened[which].by);
                        assert_eq!(outcome.is_err(), short, "step {step} of seed {seed}: {what}, {before} there");
                        if short {
                            model.happened[which].undone = false;
                        }
                    }
                }
                _ => {
                    let alive: Vec<usize> = (0..model.found.len()).filter(|at| !model.found[*at].undone && model.found[*at].posting.is_some()).collect();
                    if !alive.is_empty() {
                        let which = alive[random.gen_range(0..alive.len())];
                        model.found[which].undone = true;
                        let short = model.on_hand() < 0 && model.on_hand() < before;
                        let posting = model.found[which].posting.unwrap();
                        let outcome = manager.tries(ReversePosting { posting, lines: None, note: String::new() }).await;
                        what = format!("undo of the count of {}: {outcome:?}", model.found[which].at);
                        assert_eq!(outcome.is_err(), short, "step {step} of seed {seed}: {what}, {before} there");
                        if short {
                            model.found[which].undone = false;
                        }
                    }
                }
            }
            println!("{step} {told} {what}");
            then.push((now(&shop), model.on_hand()));
            assert_eq!(shop.on_hand(mug).await, q(model.on_hand()), "step {step} of seed {seed}: {what}, {before} before");
        }
        shop.clock.advance(TimeDelta::hours(1));
        // Any instant, as the books said then and as it is known now.
        for (at, said) in then {
            let answers = [(Known::Then, said), (Known::Now, model.on_hand_at(at))];
            for (known, wanted) in answers {
                let page = clerk.does(StockAsOf { at, known, store: Some(shop.store), q: None, cursor: None }).await;
                let row = page.rows.iter().find(|row| row.variant == mug).unwrap();
                assert_eq!(row.then.unwrap().on_hand, q(wanted), "seed {seed}: {at}, known {known:?}");
            }
        }
        shop.proves().await;
    }
}
