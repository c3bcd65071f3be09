//! Postings of one line through the desk (permission, idempotency, locks, ledger, audit, outbox, commit) against one row
//! and its commit, from as many connections, on the same database.

use crate::{
    Settings, fill,
    load::Rate,
    place::Place,
    report::{self, Pairs, cpu, spread},
};
use anyhow::Context as _;
use platform::Desk;
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};
use sqlx::{
    Connection as _,
    mysql::{MySqlPool, MySqlPoolOptions},
};
use std::time::{Duration, Instant};
use vocabulary::{StoreId, TenantId, VariantId};

pub async fn run(settings: &Settings) -> anyhow::Result<()> {
    let place = Place::open(settings).await?;
    fill::fill(&place, settings.size).await?;
    report::heading("Postings of one line ÷ commits of one row", &place, settings).await?;
    let mut connection = place.connection().await?;
    sqlx::query("CREATE TABLE IF NOT EXISTS bench_probe (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, a BIGINT NOT NULL, b BINARY(32) NOT NULL) ENGINE=InnoDB")
        .execute(&mut connection)
        .await?;
    let tenant: i64 = sqlx::query_scalar("SELECT MIN(id) FROM tenant").fetch_one(&mut connection).await?;
    let store: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM store WHERE tenant_id = ? ORDER BY code LIMIT 1").bind(tenant).fetch_one(&mut connection).await?;
    let variants: Vec<uuid::Uuid> =
        sqlx::query_scalar("SELECT id FROM variant WHERE tenant_id = ? ORDER BY id LIMIT 10000").bind(tenant).fetch_all(&mut connection).await?;
    connection.close().await?;
    let variants: Vec<VariantId> = variants.into_iter().map(VariantId).collect();
    let ground = Ground { tenant: TenantId(tenant), store: StoreId(store), variants };
    let database = place.database_pid()?;
    let time = Duration::from_secs(settings.seconds);
    for clients in [1, 8, 64] {
        let desk = fill::desk(place.database(u32::try_from(clients)?)?);
        let probe = MySqlPoolOptions::new()
            .max_connections(u32::try_from(clients)?)
            .connect_with(platform::db::connect_options(&place.embedded.urls().migrate)?)
            .await?;
        let (mut pairs, mut p95, mut cost) = (Pairs::default(), Vec::new(), Vec::new());
        for round in 0..=settings.pairs {
            let before = cpu(std::process::id()) + cpu(database);
            let ours = postings(&desk, &ground, clients, time).await?;
            let spent = cpu(std::process::id()) + cpu(database) - before;
            let commits = commits(&probe, clients, time).await?;
            if round > 0 {
                pairs.add(ours.per_second, commits.per_second);
                p95.push(ours.percentile(95));
                cost.push(spent / (ours.per_second * time.as_secs_f64()));
            }
        }
        pairs.print(&format!("{clients} clients: postings/s ÷ commits/s"), "/s", "");
        println!("    p95 {} ms; processor time, desk and database: {} ms a posting", spread(&p95, 1), spread(&cost, 2));
        desk.database().close().await;
        probe.close().await;
    }
    prove(&place, ground.tenant).await?;
    println!("    load afterwards {}", report::load());
    place.close().await
}

struct Ground {
    tenant: TenantId,
    store: StoreId,
    variants: Vec<VariantId>,
}

async fn postings(desk: &Desk, ground: &Ground, clients: usize, time: Duration) -> anyhow::Result<Rate> {
    let began = Instant::now();
    let client = |number: usize| async move {
        let (mut dice, mut times) = (StdRng::seed_from_u64(number as u64), Vec::new());
        while began.elapsed() < time {
            let variant = ground.variants.get(dice.gen_range(0..ground.variants.len())).copied().context("no variant")?;
            let asked = Instant::now();
            fill::ask(desk, ground.tenant, fill::receipt(ground.store, &[(variant, 1)])).await?;
            times.push(asked.elapsed());
        }
        anyhow::Ok(times)
    };
    let times = futures::future::try_join_all((0..clients).map(client)).await?;
    Ok(Rate::of(times.into_iter().flatten().collect(), began.elapsed()))
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

/// What was quick must also be right: every balance is the sum of its movements.
async fn prove(place: &Place, tenant: TenantId) -> anyhow::Result<()> {
    let mut connection = place.connection().await?;
    let wrong: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM stock_balance b WHERE b.tenant_id = ? AND b.on_hand <> (SELECT SUM(m.quantity) FROM stock_movement m \
         WHERE m.tenant_id = b.tenant_id AND m.location_id = b.location_id AND m.variant_id = b.variant_id AND m.lot_id = b.lot_id AND m.status = b.status)",
    )
    .bind(tenant.0)
    .fetch_one(&mut connection)
    .await?;
    anyhow::ensure!(wrong == 0, "{wrong} balances are not the sum of their movements");
    println!("    afterwards every balance is the sum of its movements");
    Ok(())
}
