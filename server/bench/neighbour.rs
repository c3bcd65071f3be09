//! B15: one tenant does all that the machine can bear; another sets stock right as always. How much later is it answered?

use crate::{
    Settings, fill,
    ground::{Ground, closed_loop, prove},
    mixed::Day,
    place::Place,
    report::{self, Pairs, spread},
};
use std::{sync::Arc, time::Duration};

const LOUD: usize = 16;
const QUIET: usize = 2;

pub async fn run(settings: &Settings) -> anyhow::Result<()> {
    let place = Place::open(settings).await?;
    fill::fill(&place, settings.size).await?;
    report::heading("B15: a tenant beside one that does all it can, ÷ alone", &place, settings).await?;
    let (loud, quiet) = (Ground::read(&place, 0, 10_000).await?, Ground::read(&place, 1, 10_000).await?);
    let desk = fill::desk(place.database(16)?);
    for some in loud.variants.chunks(100) {
        let lines: Vec<_> = some.iter().map(|variant| (*variant, 1_000)).collect();
        fill::ask(&desk, loud.tenant, fill::receipt(loud.store, &lines)).await?;
    }
    let time = Duration::from_secs(settings.seconds);
    let day = Arc::new(Day::new(desk.clone(), loud.clone()));
    let shared = Arc::new((desk.clone(), quiet.clone()));
    let (mut p50, mut p99, mut load) = (Pairs::default(), Pairs::default(), Vec::new());
    for round in 0..=settings.pairs {
        let ask = |shared: Arc<(platform::Desk, Ground)>| {
            move |_: usize, mut dice| {
                let shared = shared.clone();
                async move {
                    let (desk, ground) = &*shared;
                    fill::ask(desk, ground.tenant, fill::receipt(ground.store, &[(ground.any(&mut dice), 1)])).await?;
                    tokio::time::sleep(Duration::from_millis(5)).await;
                    anyhow::Ok((dice, 1))
                }
            }
        };
        let alone = closed_loop(QUIET, time, ask(shared.clone())).await?.0;
        let day = day.clone();
        let noise = closed_loop(LOUD, time, move |_, dice| {
            let day = day.clone();
            async move { day.call(dice).await }
        });
        let (beside, noise) = tokio::try_join!(closed_loop(QUIET, time, ask(shared.clone())), noise)?;
        if round > 0 {
            p50.add(beside.0.percentile(50), alone.percentile(50));
            p99.add(beside.0.percentile(99), alone.percentile(99));
            load.push(noise.1 as f64 / time.as_secs_f64());
        }
    }
    p50.print("p50, 5 ms of rest in each", "ms", "");
    p99.print("p99, 5 ms of rest in each", "ms", "≤ 2");
    println!("    meanwhile the other moved {} lines/s", spread(&load, 0));
    prove(&place, quiet.tenant).await?;
    desk.database().close().await;
    println!("    load afterwards {}", report::load());
    place.close().await
}
