//! The whole trade against a naive model: goods that are told apart by nothing, by lot, by number; two stores and what is on
//! its way between them; promises, counts, holds, every status, undo. After each step the same stock stands everywhere, and at
//! the end any instant of the past is asked again, what is available, what it is worth, and the books are proved.
//!
//! The model is a list of what happened, and sums: it knows nothing of sequences, balances or locks.

mod model;
mod steps;

use model::{Model, World};
use rand::{SeedableRng, rngs::StdRng};
use testkit::Shop;

/// Seeds that ever failed are tried again each time, with a hint at what was wrong: in the model or in what it models.
const FAILED: [(u64, u32); 2] = [
    // A hold that had lapsed was promised still, to who only looked.
    (7_530_230_557_179_737_035, 215),
    // It failed at step 389 of a drill.
    (14_281_798_850_427_790_083, 400),
];

fn setting<T: std::str::FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok().and_then(|raw| raw.parse().ok())
}

async fn goes(shop: &Shop, world: &World, seed: u64, steps: u32) -> (u32, u32) {
    let mut random = StdRng::seed_from_u64(seed);
    let mut model = Model::default();
    let mut outcomes = (0, 0);
    for step in 0..steps {
        let told = steps::step(shop, world, &mut model, &mut random).await;
        let Some((what, done)) = told else { continue };
        if done {
            outcomes.0 += 1
        } else {
            outcomes.1 += 1
        }
        model.remember(world, shop);
        let (stands, wanted) = (world.stands(shop).await, model.sums(None));
        assert_eq!(stands, wanted, "step {step} of seed {seed}: {what}");
        if step % 10 == 9 {
            world.agrees(shop, &model, &format!("step {step} of seed {seed}")).await;
        }
    }
    world.agrees(shop, &model, &format!("the end of seed {seed}")).await;
    world.remembers(shop, &model, &format!("seed {seed}")).await;
    shop.seals().await;
    shop.proves().await;
    world.is_worth(shop, &model, &format!("seed {seed}")).await;
    outcomes
}

testkit::on_both! {
    async fn the_whole_trade_does_what_the_model_does(shop: Shop) {
        let steps: u32 = setting("STOCKROOM_STEPS").unwrap_or(120);
        let seed: u64 = setting("STOCKROOM_SEED").unwrap_or_else(rand::random);
        println!("seed {seed}");
        let world = World::furnish(&shop).await;
        let (done, refused) = goes(&shop, &world, seed, steps).await;
        println!("{done} done, {refused} refused");
        assert!(done > steps / 3, "seed {seed}: little was done");
    }

    async fn what_once_failed_does_not_any_more(shop: Shop) {
        for (seed, steps) in FAILED {
            let other = shop.neighbour().await;
            let world = World::furnish(&other).await;
            goes(&other, &world, seed, steps).await;
        }
    }
}
