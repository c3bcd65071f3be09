//! B2: a warehouse's day, in calls of a hundred lines: of a hundred lines 35 come in, 25 are set right, 25 are promised, 15
//! are shipped; through the desk, each call acknowledged after its commit. A movement is a line.

use crate::{
    Settings, fill,
    ground::{Ground, closed_loop, prove},
    place::Place,
    report::{self, cpu, spread},
};
use platform::Desk;
use rand::{Rng as _, rngs::StdRng};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use stock_rules::{AdjustStock, ReservationKind, ReserveLine, ReserveStock, Reserved, ShipReservation};
use tokio::sync::Mutex;
use vocabulary::{Quantity, Reason, Status};

const LINES: usize = 100;
const CLIENTS: usize = 16;

/// What was promised and is to be shipped.
type Promised = Mutex<Vec<Reserved>>;

/// A tenant at work.
pub struct Day {
    desk: Desk,
    ground: Ground,
    promised: Promised,
}

impl Day {
    pub fn new(desk: Desk, ground: Ground) -> Self {
        Self { desk, ground, promised: Mutex::new(Vec::new()) }
    }

    /// One call; how many movements it was.
    ///
    /// # Errors
    /// When it is not answered well.
    pub async fn call(&self, mut dice: StdRng) -> anyhow::Result<(StdRng, u64)> {
        let ground = &self.ground;
        let done = match dice.gen_range(0..100) {
            0..35 => {
                let lines: Vec<_> = ground.some(&mut dice, LINES).into_iter().map(|variant| (variant, 10)).collect();
                fill::ask(&self.desk, ground.tenant, fill::receipt(ground.store, &lines)).await?;
                lines.len()
            }
            35..60 => {
                let all = ground.some(&mut dice, LINES);
                futures::future::try_join_all(all.iter().map(|variant| fill::ask(&self.desk, ground.tenant, set_right(ground, *variant)))).await?;
                all.len()
            }
            60..85 => {
                let lines: Vec<ReserveLine> = ground
                    .some(&mut dice, LINES)
                    .into_iter()
                    .map(|variant| ReserveLine { variant, quantity: Quantity::ONE, unit: None, store: Some(ground.store) })
                    .collect();
                let many = lines.len();
                let wanted = ReserveStock {
                    kind: ReservationKind::Allocation,
                    lines,
                    stores: Vec::new(),
                    minutes: None,
                    channel: None,
                    reference: String::new(),
                    note: String::new(),
                };
                self.promised.lock().await.extend(fill::ask(&self.desk, ground.tenant, wanted).await?.reserved);
                many
            }
            _ => {
                let Some(ready) = self.promised.lock().await.pop() else { return Ok((dice, 0)) };
                let many = ready.plan.len();
                let ship =
                    ShipReservation { reservation: ready.reservation, fence: ready.fence, lines: Vec::new(), channel: None, note: String::new() };
                fill::ask(&self.desk, ground.tenant, ship).await?;
                many
            }
        };
        Ok((dice, u64::try_from(done)?))
    }
}

fn set_right(ground: &Ground, variant: vocabulary::VariantId) -> AdjustStock {
    AdjustStock {
        store: ground.store,
        location: None,
        variant,
        status: Status::Available,
        lot: None,
        serials: Vec::new(),
        change: Some(Quantity::ONE),
        unit: None,
        new_quantity: None,
        expected: None,
        reason: Reason::Found,
        note: String::new(),
        occurred_at: None,
    }
}

/// The same once more while what moves is valued as the server's job does it: how far behind that is at the most.
async fn valued(place: &Place, ground: &Ground, day: Arc<Day>, time: Duration) -> anyhow::Result<()> {
    let (database, tenant) = (place.database(4)?, ground.tenant);
    let began = Instant::now();
    let valued = ledger::cost::value(&database, tenant).await?;
    println!("  what had moved until then was valued at {:.0} postings of a variant/s", valued as f64 / began.elapsed().as_secs_f64());
    let stop = Arc::new(AtomicBool::new(false));
    let (worker, over) = (database.clone(), stop.clone());
    let works = tokio::spawn(async move {
        while !over.load(Ordering::Relaxed) {
            ledger::cost::value(&worker, tenant).await?;
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        anyhow::Ok(())
    });
    let (looks, over) = (database.clone(), stop.clone());
    let lags = tokio::spawn(async move {
        let mut most = Duration::ZERO;
        while !over.load(Ordering::Relaxed) {
            let mut tx = looks.begin_read(tenant).await?;
            let (through, _) = ledger::cost::worth::watermark(&mut tx, None).await?;
            tx.commit().await?;
            most = most.max((looks.now() - through).to_std().unwrap_or_default());
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        anyhow::Ok(most)
    });
    let (_, movements) = closed_loop(CLIENTS, time, move |_, dice| {
        let day = day.clone();
        async move { day.call(dice).await }
    })
    .await?;
    stop.store(true, Ordering::Relaxed);
    let most = lags.await??;
    let left = Instant::now();
    works.await??;
    println!(
        "  while it is valued: {:.0} movements/s; the value was at most {:.1} s behind (aim ≤ 5), and {:.1} s after the last",
        movements as f64 / time.as_secs_f64(),
        most.as_secs_f64(),
        left.elapsed().as_secs_f64()
    );
    database.close().await;
    Ok(())
}

pub async fn run(settings: &Settings) -> anyhow::Result<()> {
    let place = Place::open(settings).await?;
    fill::fill(&place, settings.size).await?;
    report::heading("B2: 35 % receive, 25 % adjust, 25 % reserve, 15 % ship, calls of 100 lines", &place, settings).await?;
    let ground = Ground::read(&place, 0, 10_000).await?;
    let desk = fill::desk(place.database(16)?);
    // There is enough of everything, so that calls are refused nothing.
    for some in ground.variants.chunks(LINES) {
        let lines: Vec<_> = some.iter().map(|variant| (*variant, 1_000)).collect();
        fill::ask(&desk, ground.tenant, fill::receipt(ground.store, &lines)).await?;
    }
    let day = Arc::new(Day::new(desk.clone(), ground.clone()));
    ledger::cost::value(desk.database(), ground.tenant).await?;
    let (time, database) = (Duration::from_secs(settings.seconds * 2), place.database_pid()?);
    let (mut rates, mut own, mut theirs, mut p99) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..=settings.pairs {
        let before = (cpu(std::process::id()), cpu(database));
        let day = day.clone();
        let (rate, movements) = closed_loop(CLIENTS, time, move |_, dice| {
            let day = day.clone();
            async move { day.call(dice).await }
        })
        .await?;
        if round > 0 {
            rates.push(movements as f64 / time.as_secs_f64());
            own.push((cpu(std::process::id()) - before.0) / movements as f64);
            theirs.push((cpu(database) - before.1) / movements as f64);
            p99.push(rate.percentile(99));
        }
    }
    println!("  movements/s: {} (median, least – most); aim ≥ 20,000", spread(&rates, 0));
    println!(
        "    {CLIENTS} clients, a call p99 {} ms; processor time: desk {} ms, database {} ms a movement",
        spread(&p99, 0),
        spread(&own, 3),
        spread(&theirs, 3)
    );
    valued(&place, &ground, day, time).await?;
    prove(&place, ground.tenant).await?;
    desk.database().close().await;
    println!("    load afterwards {}", report::load());
    place.close().await
}
