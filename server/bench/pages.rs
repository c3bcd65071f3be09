//! B6: pages of the stock list, fifty rows each, somebody signed in, page after page, against the bare list.

use crate::{
    Settings,
    client::Client,
    fill, load,
    place::{Place, Server},
    probe,
    report::{self, Pairs, cpu, spread},
};
use anyhow::{Context as _, ensure};
use std::{process::Command, time::Duration};

const CLIENTS: usize = 8;
/// How many pages of the list are asked for in turn.
const PAGES: usize = 40;

pub async fn run(settings: &Settings) -> anyhow::Result<()> {
    let place = Place::open(settings).await?;
    fill::fill(&place, settings.size).await?;
    report::heading("B6: pages of the stock list ÷ bare list of 50 rows", &place, settings).await?;
    let server = Server::start(&place, &["--no-jobs"])?;
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("bare").env("STOCKROOM_BENCH_URL", place.embedded.urls().app);
    let bare = Server::spawn(command, &place.data, probe::WORDS)?;
    let token = server.sign_in(&fill::owner_of(fill::SLUG)).await?;
    let paths = addresses(&server, &token).await?;
    let time = Duration::from_secs(settings.seconds);
    let (mut pairs, mut p50, mut p95, mut cost, mut bare_cost) = (Pairs::default(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let database = place.database_pid()?;
    // One round that does not count: caches and connections.
    for round in 0..=settings.pairs {
        let before = (cpu(server.pid()), cpu(database));
        let ours = load::get(server.address, Some(&token), &paths, CLIENTS, time).await?;
        let between = (cpu(server.pid()), cpu(database), cpu(bare.pid()));
        let probe = load::get(bare.address, None, &[String::from("/")], CLIENTS, time).await?;
        let after = (cpu(database), cpu(bare.pid()));
        if round == 0 {
            continue;
        }
        pairs.add(ours.per_second, probe.per_second);
        p50.push(ours.percentile(50));
        p95.push(ours.percentile(95));
        cost.push((between.0 - before.0 + between.1 - before.1) / (ours.per_second * time.as_secs_f64()));
        bare_cost.push((after.0 - between.1 + after.1 - between.2) / (probe.per_second * time.as_secs_f64()));
    }
    pairs.print("pages/s ÷ bare lists/s", "/s", "≥ 0.23");
    println!("    {CLIENTS} clients; p50 {} ms, p95 {} ms", spread(&p50, 1), spread(&p95, 1));
    println!("    processor time, server and database: page {} ms, bare list {} ms", spread(&cost, 2), spread(&bare_cost, 2));
    println!("    load afterwards {}", report::load());
    bare.stop()?;
    server.stop()?;
    place.close().await
}

/// The list's first pages, by following each one's link to the next.
async fn addresses(server: &Server, token: &str) -> anyhow::Result<Vec<String>> {
    let mut client = Client::open(server.address, Some(token)).await?;
    let mut paths = vec![String::from("/stock")];
    while paths.len() < PAGES {
        let page = client.get(paths.last().context("no page")?).await?.good()?;
        let text = String::from_utf8_lossy(&page.body);
        ensure!(text.matches("<tr").count() > 50, "this is no page of fifty rows: {text}");
        let Some(cursor) = text.split("cursor=").nth(1).and_then(|rest| rest.split(['"', '&']).next()) else { break };
        paths.push(format!("/stock?cursor={cursor}"));
    }
    ensure!(paths.len() == PAGES, "the list ends after {} pages", paths.len());
    Ok(paths)
}
