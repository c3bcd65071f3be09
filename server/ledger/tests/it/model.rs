//! The ledger against a naive model: random operations, the same in both, and after each the same stock everywhere.

use rand::{Rng, SeedableRng, rngs::StdRng};
use std::collections::HashMap;
use stock_rules::{
    AdjustStock, ChangeStatus, CreateLocation, MoveLine, MoveStock, ReceiveGoods, ReturnLine, ReversePosting, SaleLine, SellGoods, StatusLine,
    TakeBack,
};
use vocabulary::{AppError, LocationId, LotId, PlaceKind, PostingId, Quantity, Reason, Status, VariantId};

type Key = (LocationId, VariantId, Status);
type Change = Vec<(Key, i32)>;

/// What stands where, as a child would keep it.
#[derive(Default)]
struct Model {
    stock: HashMap<Key, i32>,
    /// What each posting changed, until it is taken back.
    postings: Vec<(PostingId, Change)>,
}

impl Model {
    /// Does it, unless something would fall below nought.
    fn would(&self, change: &Change) -> bool {
        change.iter().all(|(key, by)| self.stock.get(key).copied().unwrap_or(0) + by >= 0 || *by >= 0)
    }

    fn apply(&mut self, change: &Change) {
        for (key, by) in change {
            *self.stock.entry(*key).or_default() += by;
        }
    }
}

fn whole(n: i32) -> Quantity {
    Quantity::whole(n)
}

fn steps() -> u32 {
    std::env::var("STOCKROOM_STEPS").ok().and_then(|raw| raw.parse().ok()).unwrap_or(150)
}

fn seed() -> u64 {
    std::env::var("STOCKROOM_SEED").ok().and_then(|raw| raw.parse().ok()).unwrap_or_else(rand::random)
}

testkit::on_both! {
    async fn the_ledger_does_what_the_model_does(shop: Shop) {
        let seed = seed();
        println!("seed {seed}");
        let mut random = StdRng::seed_from_u64(seed);
        let bin = CreateLocation { store: shop.store, parent: None, kind: PlaceKind::Bin, code: String::from("B1"), name: String::from("B1") };
        let bin = shop.owner().does(bin).await.location;
        let places = [shop.floor, bin];
        let mut variants = Vec::new();
        for sku in ["A", "B", "C"] {
            variants.push(shop.item(sku).await);
        }
        let mut model = Model::default();
        for step in 0..steps() {
            let (here, there) = if random.gen_bool(0.5) { (places[0], places[1]) } else { (places[1], places[0]) };
            let variant = variants[random.gen_range(0..variants.len())];
            let n = random.gen_range(1..=6);
            let status = *Status::ALL.get(random.gen_range(0..3)).unwrap();
            let owner = shop.owner();
            let (change, outcome): (Change, Result<Option<PostingId>, AppError>) = match random.gen_range(0..8) {
                0 | 1 => {
                    let receipt = ReceiveGoods { location: Some(here), ..shop.receipt(variant, n) };
                    (vec![((here, variant, Status::Available), n)], owner.tries(receipt).await.map(|posted| posted.posting))
                }
                2 => {
                    let lines = vec![SaleLine::of(variant, whole(n))];
                    let sale = SellGoods { store: shop.store, location: Some(here), channel: vocabulary::Channel::Till, lines, reference: String::new(), note: String::new(), occurred_at: None };
                    (vec![((here, variant, Status::Available), -n)], owner.tries(sale).await.map(|posted| posted.posting))
                }
                3 => {
                    let lines = vec![ReturnLine { status, ..ReturnLine::of(variant, whole(n)) }];
                    let back = TakeBack { store: shop.store, location: Some(here), lines, reference: String::new(), note: String::new(), occurred_at: None };
                    (vec![((here, variant, status), n)], owner.tries(back).await.map(|posted| posted.posting))
                }
                4 => {
                    let (by, reason) = if random.gen_bool(0.5) { (n, Reason::Found) } else { (-n, Reason::Lost) };
                    let adjust = AdjustStock {
                        store: shop.store,
                        location: Some(here),
                        variant,
                        status, lot: None, serials: Vec::new(),
                        change: Some(whole(by)),
                        new_quantity: None,
                        expected: None,
                        unit: None,
                        reason,
                        note: String::new(),
                        occurred_at: None,
                    };
                    (vec![((here, variant, status), by)], owner.tries(adjust).await.map(|posted| posted.posting))
                }
                5 => {
                    let lines = vec![MoveLine { status, ..MoveLine::of(variant, whole(n)) }];
                    let moved = MoveStock { store: shop.store, from: here, to: there, lines, note: String::new(), occurred_at: None };
                    (vec![((here, variant, status), -n), ((there, variant, status), n)], owner.tries(moved).await.map(|posted| posted.posting))
                }
                6 => {
                    let to = *Status::ALL.iter().find(|other| **other != status).unwrap();
                    let lines = vec![StatusLine::of(variant, whole(n))];
                    let turned = ChangeStatus {
                        store: shop.store,
                        location: Some(here),
                        from: status,
                        to,
                        lines,
                        reason: None,
                        note: String::new(),
                        occurred_at: None,
                    };
                    (vec![((here, variant, status), -n), ((here, variant, to), n)], owner.tries(turned).await.map(|posted| posted.posting))
                }
                _ => {
                    if model.postings.is_empty() {
                        continue;
                    }
                    let (posting, change) = model.postings.swap_remove(random.gen_range(0..model.postings.len()));
                    let undone: Change = change.iter().map(|(key, by)| (*key, -by)).collect();
                    let outcome = owner.tries(ReversePosting { posting, lines: None, note: String::new() }).await;
                    assert_eq!(outcome.is_ok(), model.would(&undone), "step {step} of seed {seed}: undo said {outcome:?}");
                    match outcome {
                        Ok(_) => model.apply(&undone),
                        Err(_) => model.postings.push((posting, change)),
                    }
                    continue;
                }
            };
            assert_eq!(outcome.is_ok(), model.would(&change), "step {step} of seed {seed}: {change:?} got {outcome:?}");
            if let Ok(posting) = outcome {
                model.apply(&change);
                model.postings.push((posting.unwrap(), change));
            }
        }
        for place in places {
            for variant in &variants {
                for status in Status::ALL {
                    let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
                    let there = ledger::read::balance(&mut tx, place, *variant, LotId::NONE, *status).await.unwrap().unwrap_or_default();
                    tx.rollback().await.unwrap();
                    let expected = model.stock.get(&(place, *variant, *status)).copied().unwrap_or(0);
                    assert_eq!(there, whole(expected), "seed {seed}: {place} {variant} {status:?}");
                }
            }
        }
        shop.seals().await;
        shop.proves().await;
    }
}
