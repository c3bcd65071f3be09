//! B14: what a posting, a balance, what is available, why that much is there and what was there a month ago take as the books
//! grow: ten thousand movements, a hundred thousand, a million (ten million by `--to 7`). And what it takes to prove them: all of
//! them, and what was recorded since.

use crate::{
    Settings, fill,
    ground::{Ground, prove},
    place::Place,
    report,
    verified::{Verified, seals, verified},
};
use anyhow::Context as _;
use clap::Args;
use platform::Desk;
use rand::{SeedableRng as _, rngs::StdRng};
use std::time::Instant;
use stock_rules::{Known, ListStock, ShowStock, StockAsOf, WhyOnHand};

/// Lines of a posting that fills.
const LINES: usize = 100;
/// Times that each is asked.
const TIMES: usize = 400;
/// Postings of one line between a proof and the one that goes on from it.
const SINCE: usize = 100;
/// Items of which *why* is asked. They have [`LEGS`] legs from the beginning, as many as are told, so that the same is told at each size.
const BUSY: usize = 20;
/// Legs that each of them has at the least.
const LEGS: usize = 200;

#[derive(Args, Clone, Copy)]
pub struct Growth {
    /// How many movements in the end, as a power of ten
    #[arg(long, default_value_t = 6)]
    to: u32,
}

/// What is asked, and what it took at each size, in milliseconds.
struct Line(&'static str, Vec<f64>);

impl Growth {
    pub async fn run(self, settings: &Settings) -> anyhow::Result<()> {
        let settings = Settings { size: fill::Size::Catalog, ..settings.clone() };
        let place = Place::open(&settings).await?;
        fill::fill(&place, fill::Size::Catalog).await?;
        report::heading("B14: p50 as the books grow", &place, &settings).await?;
        let ground = Ground::read(&place, 0, 5_000).await?;
        let desk = fill::desk(place.database(8)?);
        let mut lines = ["posting", "balance", "available (a page of the list)", "why", "as of an instant"].map(|what| Line(what, Vec::new()));
        let mut dice = StdRng::seed_from_u64(1);
        let (mut done, mut proofs) = (0, Vec::new());
        for _ in 0..LEGS {
            let lines: Vec<_> = ground.variants.iter().take(BUSY).map(|variant| (*variant, 1)).collect();
            fill::ask(&desk, ground.tenant, fill::receipt(ground.store, &lines)).await?;
            done += lines.len();
        }
        for decade in 4..=self.to {
            let began = Instant::now();
            let from = done;
            while done < 10_usize.pow(decade) {
                let calls: Vec<_> = (0..8).map(|_| ground.some(&mut dice, LINES)).collect();
                let calls = calls.into_iter().map(|variants| {
                    let lines: Vec<_> = variants.into_iter().map(|variant| (variant, 1)).collect();
                    let (desk, ground) = (&desk, &ground);
                    async move { fill::ask(desk, ground.tenant, fill::receipt(ground.store, &lines)).await.map(|_| lines.len()) }
                });
                done += futures::future::try_join_all(calls).await?.into_iter().sum::<usize>();
            }
            eprintln!("  {done} movements; {:.0}/s", (done - from) as f64 / began.elapsed().as_secs_f64());
            fill::analyze(&place).await?;
            for (Line(_, took), which) in lines.iter_mut().zip(0..) {
                took.push(p50(&desk, &ground, which, &mut dice).await?);
            }
            proofs.push((decade, proves(&place, &desk, &ground, &mut dice).await?));
        }
        println!("  10^4 to 10^{} movements of {} items in one store; aim ≤ 1.07 a decade", self.to, ground.variants.len());
        for Line(what, took) in &lines {
            let decades = took.len().saturating_sub(1).max(1) as f64;
            let grows = (took.last().copied().unwrap_or(f64::NAN) / took.first().copied().unwrap_or(f64::NAN)).powf(1.0 / decades);
            let took: Vec<String> = took.iter().map(|took| format!("{took:.2}")).collect();
            println!("  {what}: × {grows:.3} a decade; {} ms", took.join(" → "));
        }
        for (decade, (whole, since)) in &proofs {
            println!(
                "  verify at 10^{decade}: everything {:.1} s, {} MiB at most; since the last, {SINCE} postings: {:.2} s, {} MiB",
                whole.seconds, whole.peak, since.seconds, since.peak
            );
        }
        prove(&place, ground.tenant).await?;
        desk.database().close().await;
        println!("    load afterwards {}", report::load());
        place.close().await
    }
}

/// Proves everything, and then what has been posted since.
async fn proves(place: &Place, desk: &Desk, ground: &Ground, dice: &mut StdRng) -> anyhow::Result<(Verified, Verified)> {
    seals(place, ground.tenant).await?;
    let whole = verified(place, &["--tenant", fill::SLUG])?;
    for _ in 0..SINCE {
        fill::ask(desk, ground.tenant, fill::receipt(ground.store, &[(ground.any(dice), 1)])).await?;
    }
    seals(place, ground.tenant).await?;
    Ok((whole, verified(place, &["--tenant", fill::SLUG, "--since", "last"])?))
}

async fn p50(desk: &Desk, ground: &Ground, which: usize, dice: &mut StdRng) -> anyhow::Result<f64> {
    let mut times = Vec::with_capacity(TIMES);
    for time in 0..TIMES + TIMES / 10 {
        let (tenant, store) = (ground.tenant, ground.store);
        let variant = if which == 3 { ground.variants.get(time % BUSY).copied().context("a busy item")? } else { ground.any(dice) };
        let asked = Instant::now();
        match which {
            0 => drop(fill::ask(desk, tenant, fill::receipt(store, &[(variant, 1)])).await?),
            1 => drop(fill::ask(desk, tenant, ShowStock { variant, store: Some(store) }).await?),
            2 => drop(fill::ask(desk, tenant, ListStock { store: Some(store), ..ListStock::default() }).await?),
            3 => drop(fill::ask(desk, tenant, WhyOnHand { variant, store: Some(store), location: None, status: None, channel: None }).await?),
            _ => {
                let at = chrono::Utc::now() - chrono::TimeDelta::seconds(1);
                drop(fill::ask(desk, tenant, StockAsOf { at, known: Known::default(), store: Some(store), q: None, cursor: None }).await?);
            }
        }
        // The first tenth warms up.
        if time >= TIMES / 10 {
            times.push(asked.elapsed().as_secs_f64() * 1000.0);
        }
    }
    times.sort_by(f64::total_cmp);
    Ok(times.get(times.len() / 2).copied().unwrap_or(f64::NAN))
}
