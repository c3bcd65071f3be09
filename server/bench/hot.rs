//! B3: everybody wants the same item. Clients promise themselves one piece each until there is none, and then are told so.
//! The same again where half of them hold and half allocate. No more is promised than there was.

use crate::{
    Settings, fill,
    ground::{Ground, prove},
    place::Place,
    report::{self, cpu, spread},
};
use anyhow::ensure;
use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Instant,
};
use stock_rules::{ReservationKind, ReserveLine, ReserveStock};
use vocabulary::{Quantity, VariantId};

/// How much there is of it.
const STOCK: i32 = 10_000;
const CLIENTS: usize = 64;

pub async fn run(settings: &Settings) -> anyhow::Result<()> {
    let place = Place::open(settings).await?;
    fill::fill(&place, settings.size).await?;
    report::heading("B3: one hot item, 64 clients reserve one piece each until there is none", &place, settings).await?;
    let ground = Ground::read(&place, 0, 64).await?;
    let desk = fill::desk(place.database(16)?);
    let database = place.database_pid()?;
    let (mut rates, mut fair, mut cost, mut refusals) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (round, variant) in ground.variants.iter().enumerate().take(settings.pairs + 1) {
        fill::ask(&desk, ground.tenant, fill::receipt(ground.store, &[(*variant, STOCK)])).await?;
        let (promised, began, before) = (AtomicU64::new(0), Instant::now(), cpu(std::process::id()) + cpu(database));
        let client = |number: usize| {
            let (promised, desk, ground) = (&promised, &desk, &ground);
            async move {
                let mut times = Vec::new();
                loop {
                    let asked = Instant::now();
                    if fill::ask(desk, ground.tenant, wanted(ground, *variant, number)).await?.reserved.is_none() {
                        return anyhow::Ok((times, asked.elapsed().as_secs_f64() * 1000.0));
                    }
                    promised.fetch_add(1, Ordering::Relaxed);
                    times.push(asked.elapsed().as_secs_f64() * 1000.0);
                }
            }
        };
        let all = futures::future::try_join_all((0..CLIENTS).map(client)).await?;
        let (took, spent) = (began.elapsed().as_secs_f64(), cpu(std::process::id()) + cpu(database) - before);
        let promised = promised.into_inner();
        ensure!(promised >= u64::try_from(STOCK)?, "{promised} promised of at least {STOCK}");
        if round == 0 {
            continue;
        }
        rates.push(promised as f64 / took);
        cost.push(spent / promised as f64);
        let (mut times, last): (Vec<f64>, Vec<f64>) = all.into_iter().fold((Vec::new(), Vec::new()), |(mut times, mut last), (own, refused)| {
            times.extend(own);
            last.push(refused);
            (times, last)
        });
        times.sort_by(f64::total_cmp);
        let at = |hundredths: usize| times.get(times.len() * hundredths / 100).copied().unwrap_or(f64::NAN);
        fair.push(at(99) / at(50));
        refusals.extend(last);
    }
    println!("  reservations/s: {} (median, least – most); aim ≥ 8,000", spread(&rates, 0));
    println!(
        "    p99 ÷ p50 {}; processor time, desk, clients and database: {} ms each; refused within {} ms",
        spread(&fair, 1),
        spread(&cost, 3),
        spread(&refusals, 1)
    );
    prove(&place, ground.tenant).await?;
    desk.database().close().await;
    println!("    load afterwards {}", report::load());
    place.close().await
}

fn wanted(ground: &Ground, variant: VariantId, number: usize) -> ReserveStock {
    let kind = if number.is_multiple_of(2) { ReservationKind::Hold } else { ReservationKind::Allocation };
    let line = ReserveLine { variant, quantity: Quantity::ONE, unit: None, store: Some(ground.store) };
    ReserveStock { kind, lines: vec![line], stores: Vec::new(), minutes: None, channel: None, reference: String::new(), note: String::new() }
}
