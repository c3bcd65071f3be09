//! Postings of one line through the desk (permission, idempotency, locks, ledger, audit, outbox, commit), each acknowledged
//! after its commit, against one row and its commit, from as many connections, on the same database: of many items, and all
//! of one.

use crate::{
    Settings, fill,
    ground::{Ground, closed_loop, prove},
    load::Rate,
    place::Place,
    report::{self, Pairs, cpu, spread},
};
use platform::Desk;
use sqlx::mysql::{MySqlPool, MySqlPoolOptions};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// Connections that the desk has: more clients share them.
const CONNECTIONS: u32 = 16;

pub async fn run(settings: &Settings) -> anyhow::Result<()> {
    let place = Place::open(settings).await?;
    fill::fill(&place, settings.size).await?;
    report::heading("Postings of one line ÷ commits of one row", &place, settings).await?;
    sqlx::query("CREATE TABLE IF NOT EXISTS bench_probe (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, a BIGINT NOT NULL, b BINARY(32) NOT NULL) ENGINE=InnoDB")
        .execute(&mut place.connection().await?)
        .await?;
    let many = Ground::read(&place, 0, 10_000).await?;
    let one = Ground { variants: many.variants.iter().take(1).copied().collect(), ..many.clone() };
    let runs = [(1, &many, "many items", ""), (8, &many, "many items", ""), (64, &many, "many items", "≥ 3"), (64, &one, "one item", "≥ 2")];
    // For who looks for what a posting costs: one of them alone.
    let only: Option<usize> = std::env::var("STOCKROOM_BENCH_RUN").ok().and_then(|run| run.parse().ok());
    for (_, (clients, ground, what, aim)) in runs.into_iter().enumerate().filter(|(at, _)| only.is_none_or(|only| only == *at)) {
        measure(settings, &place, ground, clients, what, aim).await?;
    }
    prove(&place, many.tenant).await?;
    println!("    load afterwards {}", report::load());
    place.close().await
}

async fn measure(settings: &Settings, place: &Place, ground: &Ground, clients: usize, what: &str, aim: &str) -> anyhow::Result<()> {
    let time = Duration::from_secs(settings.seconds);
    let database = place.database_pid()?;
    let desk = fill::desk(place.database(CONNECTIONS)?);
    let probe = MySqlPoolOptions::new()
        .max_connections(u32::try_from(clients)?)
        .connect_with(platform::db::connect_options(&place.embedded.urls().migrate)?)
        .await?;
    let (mut pairs, mut p50, mut p99, mut own, mut theirs) = (Pairs::default(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..=settings.pairs {
        let before = (cpu(std::process::id()), cpu(database));
        let ours = postings(&desk, ground, clients, time).await?;
        let after = (cpu(std::process::id()), cpu(database));
        let commits = commits(&probe, clients, time).await?;
        if round > 0 {
            pairs.add(ours.per_second, commits.per_second);
            p50.push(ours.percentile(50));
            p99.push(ours.percentile(99));
            own.push((after.0 - before.0) / (ours.per_second * time.as_secs_f64()));
            theirs.push((after.1 - before.1) / (ours.per_second * time.as_secs_f64()));
        }
    }
    pairs.print(&format!("{clients} clients, {what}: postings/s ÷ commits/s"), "/s", aim);
    println!(
        "    p50 {} ms, p99 {} ms; processor time: desk and clients {} ms, database {} ms a posting",
        spread(&p50, 1),
        spread(&p99, 1),
        spread(&own, 3),
        spread(&theirs, 3)
    );
    desk.database().close().await;
    probe.close().await;
    Ok(())
}

async fn postings(desk: &Desk, ground: &Ground, clients: usize, time: Duration) -> anyhow::Result<Rate> {
    let shared = Arc::new((desk.clone(), ground.clone()));
    let ask = move |_: usize, mut dice| {
        let shared = shared.clone();
        async move {
            let (desk, ground) = &*shared;
            fill::ask(desk, ground.tenant, fill::receipt(ground.store, &[(ground.any(&mut dice), 1)])).await?;
            anyhow::Ok((dice, 1))
        }
    };
    Ok(closed_loop(clients, time, ask).await?.0)
}

async fn commits(pool: &MySqlPool, clients: usize, time: Duration) -> anyhow::Result<Rate> {
    let began = Instant::now();
    let client = |number: usize| async move {
        let mut times = Vec::new();
        let mut connection = pool.acquire().await?;
        while began.elapsed() < time {
            let asked = Instant::now();
            sqlx::query("INSERT INTO bench_probe (a, b) VALUES (?, ?)").bind(number as i64).bind(vec![7_u8; 32]).execute(&mut *connection).await?;
            times.push(asked.elapsed());
        }
        anyhow::Ok(times)
    };
    let times = futures::future::try_join_all((0..clients).map(client)).await?;
    Ok(Rate::of(times.into_iter().flatten().collect(), began.elapsed()))
}
