//! B5: ten thousand holds lapse in one moment. What they kept is free from that moment on, whoever asks; then they are
//! cleared away.

use crate::{
    Settings, fill,
    ground::{Ground, prove},
    place::Place,
    report::{self, spread},
};
use anyhow::ensure;
use chrono::{DateTime, TimeDelta, Utc};
use platform::db::Clock;
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Instant,
};
use stock_rules::{ReservationKind, ReserveLine, ReserveStock};
use vocabulary::{Quantity, StoreId, VariantId};

const HOLDS: usize = 10_000;
const CLIENTS: usize = 64;

/// The machine's clock, put forward.
#[derive(Default)]
struct Forward(AtomicI64);

impl Clock for Forward {
    fn now(&self) -> DateTime<Utc> {
        Utc::now() + TimeDelta::seconds(self.0.load(Ordering::SeqCst))
    }
}

pub async fn run(settings: &Settings) -> anyhow::Result<()> {
    let place = Place::open(settings).await?;
    fill::fill(&place, settings.size).await?;
    report::heading("B5: 10,000 holds lapse at once", &place, settings).await?;
    let clock = Arc::new(Forward::default());
    let desk = fill::desk(place.database(16)?.with_clock(clock.clone()));
    let ground = Ground::read(&place, 0, 1_000).await?;
    let (mut made, mut first, mut cleared) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..settings.pairs {
        for some in ground.variants.chunks(100) {
            let lines: Vec<_> = some.iter().map(|variant| (*variant, 20)).collect();
            fill::ask(&desk, ground.tenant, fill::receipt(ground.store, &lines)).await?;
        }
        let began = Instant::now();
        let client = |number: usize| {
            let (desk, ground) = (&desk, &ground);
            async move {
                for at in (number..HOLDS).step_by(CLIENTS) {
                    let Some(variant) = ground.variants.get(at % ground.variants.len()) else { continue };
                    ensure!(fill::ask(desk, ground.tenant, hold(ground.store, *variant, 1)).await?.reserved.is_some(), "there was enough");
                }
                Ok(())
            }
        };
        futures::future::try_join_all((0..CLIENTS).map(client)).await?;
        made.push(HOLDS as f64 / began.elapsed().as_secs_f64());
        clock.0.fetch_add(3_600, Ordering::SeqCst);
        // Nobody has cleared anything away, and somebody wants what they kept.
        for variant in ground.variants.iter().take(20) {
            let asked = Instant::now();
            ensure!(fill::ask(&desk, ground.tenant, hold(ground.store, *variant, 15)).await?.reserved.is_some(), "what lapsed is free");
            first.push(asked.elapsed().as_secs_f64() * 1000.0);
        }
        let began = Instant::now();
        stock::sweep(&desk, ground.tenant).await?;
        cleared.push(began.elapsed().as_secs_f64());
    }
    println!("  holds made: {}/s by {CLIENTS} clients", spread(&made, 0));
    println!("  somebody gets what had lapsed within {} ms, though nobody cleared it away", spread(&first, 1));
    println!("  all of them cleared away after {} s; aim ≤ 2 s", spread(&cleared, 1));
    prove(&place, ground.tenant).await?;
    desk.database().close().await;
    println!("    load afterwards {}", report::load());
    place.close().await
}

fn hold(store: StoreId, variant: VariantId, pieces: i32) -> ReserveStock {
    let line = ReserveLine { variant, quantity: Quantity::whole(pieces), unit: None, store: Some(store) };
    ReserveStock {
        kind: ReservationKind::Hold,
        lines: vec![line],
        stores: Vec::new(),
        minutes: Some(30),
        channel: None,
        reference: String::new(),
        note: String::new(),
    }
}
