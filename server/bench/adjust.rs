//! B1: stock is set right by hand, one item at a time, over HTTP with a token: what a handheld or a till does all day.

use crate::{
    Settings,
    client::Client,
    fill,
    ground::{Ground, closed_loop, prove},
    place::{Place, Server},
    report::{self, cpu, spread},
};
use serde_json::json;
use std::{sync::Arc, time::Duration};
use tokio::sync::Mutex;

pub async fn run(settings: &Settings) -> anyhow::Result<()> {
    let place = Place::open(settings).await?;
    fill::fill(&place, settings.size).await?;
    report::heading("B1: single adjustments over HTTP, signed in", &place, settings).await?;
    let ground = Arc::new(Ground::read(&place, 0, 10_000).await?);
    // Without the jobs, which would value the data set meanwhile.
    let server = Server::start(&place, &["--no-jobs"])?;
    let token = server.sign_in(&fill::owner_of(fill::SLUG)).await?;
    let (time, database) = (Duration::from_secs(settings.seconds), place.database_pid()?);
    for clients in [1, 8, 32, 64] {
        let mut connections = Vec::new();
        for _ in 0..clients {
            connections.push(Mutex::new(Client::open(server.address, Some(&token)).await?));
        }
        let connections = Arc::new(connections);
        let (mut rates, mut p50, mut p95, mut p99, mut own, mut theirs) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for round in 0..=settings.pairs {
            let before = (cpu(server.pid()), cpu(database));
            let (shared, ground) = (connections.clone(), ground.clone());
            let ask = move |number: usize, mut dice| {
                let (shared, ground) = (shared.clone(), ground.clone());
                async move {
                    let body = json!({ "store": ground.store, "variant": ground.any(&mut dice), "change": "1", "reason": "found" }).to_string();
                    let Some(connection) = shared.get(number) else { anyhow::bail!("there is a connection for each client") };
                    connection.lock().await.post("/api/v1/adjustments", "application/json", body.as_bytes()).await?.good()?;
                    anyhow::Ok((dice, 1))
                }
            };
            let rate = closed_loop(clients, time, ask).await?.0;
            if round > 0 {
                let done = rate.per_second * time.as_secs_f64();
                rates.push(rate.per_second);
                p50.push(rate.percentile(50));
                p95.push(rate.percentile(95));
                p99.push(rate.percentile(99));
                own.push((cpu(server.pid()) - before.0) / done);
                theirs.push((cpu(database) - before.1) / done);
            }
        }
        let aim = if clients == 64 { "; aim ≥ 2,500/s, p99 ≤ 30 ms, ≤ 0.6 ms" } else { "" };
        println!("  {clients} clients: {}/s (median, least – most){aim}", spread(&rates, 0));
        println!("    p50 {} ms, p95 {} ms, p99 {} ms", spread(&p50, 1), spread(&p95, 1), spread(&p99, 1));
        println!("    processor time: server {} ms, database {} ms each", spread(&own, 3), spread(&theirs, 3));
    }
    server.stop()?;
    prove(&place, ground.tenant).await?;
    println!("    load afterwards {}", report::load());
    place.close().await
}
