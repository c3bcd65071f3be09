//! B4: the last pieces of items. Two servers on one database, clients of both that sell, hold, allocate, ship, let go and send
//! to the other store whatever there is, tills among them that were offline and send what they sold, twice; and in each round one
//! of the servers, or the database, is killed (-9) in the middle of it and started again. Who hears nothing asks again under the
//! same key, at either. Then the account must be exact: what was acknowledged is there once, nothing else is there, no more was
//! promised or gone than there was, and `stockroom verify` is content.

use crate::{
    Settings,
    fill::{self, Size},
    ground::{Ground, prove},
    place::{Place, Server},
    report::{self, spread},
    till::{Field, Heard, PATIENCE, client},
    verified::verified,
};
use anyhow::{Context as _, bail, ensure};
use clap::Args;
use rand::{Rng as _, SeedableRng as _, rngs::StdRng, seq::SliceRandom as _};
use rust_decimal::Decimal;
use sqlx::Connection as _;
use std::{
    collections::BTreeMap,
    process::Command,
    sync::{Arc, RwLock},
    time::{Duration, Instant},
};
use stock_rules::AdjustStock;
use uuid::Uuid;
use vocabulary::{Quantity, Reason, Status, StoreId, VariantId};

/// How many are after the same pieces, a round each in turn.
const CONTENDERS: [usize; 4] = [2, 20, 100, 500];
/// How many pieces there are of each item of a round.
const PIECES: [i32; 6] = [1, 1, 1, 10, 10, 10];
#[derive(Args)]
pub struct Torture {
    /// Rounds, each with a kill
    #[arg(long, default_value_t = 24)]
    rounds: usize,
    /// Runs the same dice again
    #[arg(long, env = "STOCKROOM_SEED")]
    seed: Option<u64>,
}

impl Torture {
    pub async fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let place = Place::open(settings).await?;
        fill::fill(&place, Size::Few).await?;
        let settings = &Settings { size: Size::Few, ..settings.clone() };
        report::heading("B4: last pieces, two servers; one of them, or the database, is killed in each round", &place, settings).await?;
        let seed = self.seed.unwrap_or_else(rand::random);
        println!("  seed {seed} (--seed {seed} runs it again)");
        let mut dice = StdRng::seed_from_u64(seed);
        let ground = Ground::read(&place, 0, 100).await?;
        let other = other_store(&place, &ground).await?;
        let desk = fill::desk(place.database(2)?);
        let mut servers = [Some(Server::start(&place, &[])?), Some(Server::start(&place, &[])?)];
        let token = servers.iter().flatten().next().context("no server")?.sign_in(&fill::owner_of(fill::SLUG)).await?;
        let (mut all, mut rates, mut back, mut database) = (Heard::default(), Vec::new(), Vec::new(), Vec::new());
        for round in 0..self.rounds {
            let items: Vec<VariantId> = ground.variants.choose_multiple(&mut dice, PIECES.len()).copied().collect();
            let mut before = Vec::new();
            for (variant, pieces) in items.iter().zip(PIECES) {
                // What is promised of it from earlier rounds stays so.
                let (sellable, promised) = standing(&place, &ground, *variant).await?;
                let wanted = promised + Decimal::from(pieces);
                if sellable != wanted {
                    fill::ask(&desk, ground.tenant, set(ground.store, *variant, Quantity::new(sellable)?, Quantity::new(wanted)?)).await?;
                }
                before.push((wanted, promised));
            }
            let at = [0, 1].map(|server: usize| RwLock::new(servers.get(server).and_then(|server| server.as_ref()).map(|server| server.address)));
            let field = Arc::new(Field { token: token.clone(), at, store: ground.store, other, items: items.clone() });
            let contenders = CONTENDERS.get(round % CONTENDERS.len()).copied().unwrap_or(2);
            let began = Instant::now();
            let clients: Vec<_> = (0..contenders)
                .map(|number| tokio::spawn(client(field.clone(), round, number, StdRng::seed_from_u64(dice.r#gen()), began)))
                .collect();
            tokio::time::sleep(Duration::from_millis(dice.gen_range(50..1200))).await;
            match dice.gen_range(0..3) {
                2 => database.push(fell(&place).await?.as_secs_f64() * 1000.0),
                victim => back.push(replace(&place, &field, &mut servers, victim)?.as_secs_f64() * 1000.0),
            }
            let mut heard = Heard::default();
            for client in clients {
                heard.add(client.await??);
            }
            rates.push(heard.acknowledged as f64 / began.elapsed().as_secs_f64());
            for (item, ((variant, before), pieces)) in items.iter().zip(&before).zip(PIECES).enumerate() {
                let (told, now) = (heard.told.get(&item).copied().unwrap_or_default(), standing(&place, &ground, *variant).await?);
                let should = (before.0 - Decimal::from(told.gone), before.1 + Decimal::from(told.promised));
                ensure!(now == should, "round {round}, {contenders} contenders, {pieces} pieces: {now:?} stand there, clients were told {should:?}");
                ensure!(now.1 <= now.0, "round {round}: {} promised of {}", now.1, now.0);
            }
            exact(&place, &ground, round, &heard).await?;
            all.add(heard);
        }
        println!(
            "  {} rounds: {} acknowledged ({}/s), {} refused, {} asked again; none lost, none doubled, none too many",
            self.rounds,
            all.acknowledged,
            spread(&rates, 0),
            all.refused,
            all.repeated
        );
        println!(
            "    {} servers that were killed served again after {} ms, the database ({} times) after {} ms; nobody waited longer than {:.1} s",
            back.len(),
            spread(&back, 0),
            database.len(),
            spread(&database, 0),
            all.slowest.as_secs_f64()
        );
        for server in servers.into_iter().flatten() {
            server.stop()?;
        }
        prove(&place, ground.tenant).await?;
        verified(&place, &[])?;
        println!("    stockroom verify: the books are right");
        desk.database().close().await;
        println!("    load afterwards {}", report::load());
        place.close().await
    }
}

/// Kills a server and starts another in its place; tells how long there was none.
fn replace(place: &Place, field: &Field, servers: &mut [Option<Server>; 2], victim: usize) -> anyhow::Result<Duration> {
    let (Some(slot), Some(at)) = (servers.get_mut(victim), field.at.get(victim)) else { bail!("there are two servers") };
    let began = Instant::now();
    if let Some(server) = slot.take() {
        server.kill()?;
    }
    let says = |address| at.write().map(|mut at| *at = address).map_err(|_| anyhow::anyhow!("a client panicked"));
    says(None)?;
    // The clients go on meanwhile.
    let server = tokio::task::block_in_place(|| Server::start(place, &[]))?;
    says(Some(server.address))?;
    *slot = Some(server);
    Ok(began.elapsed())
}

/// Kills the database; tells how long nobody could be let in. Whoever is in it watches over it, and starts it again.
async fn fell(place: &Place) -> anyhow::Result<Duration> {
    let (pid, began) = (place.database_pid()?, Instant::now());
    ensure!(Command::new("kill").args(["-9", &pid.to_string()]).status()?.success(), "the database could not be killed");
    loop {
        tokio::time::sleep(Duration::from_millis(5)).await;
        match place.connection().await {
            Ok(connection) => {
                connection.close().await?;
                return Ok(began.elapsed());
            }
            Err(error) if began.elapsed() > PATIENCE => return Err(error.context("the database does not come back")),
            Err(_) => {}
        }
    }
}

/// Sets what is there of an item to another quantity.
fn set(store: StoreId, variant: VariantId, from: Quantity, to: Quantity) -> AdjustStock {
    AdjustStock {
        store,
        location: None,
        variant,
        status: Status::Available,
        lot: None,
        serials: Vec::new(),
        change: None,
        new_quantity: Some(to),
        expected: Some(from),
        unit: None,
        reason: if to > from { Reason::Found } else { Reason::Damaged },
        note: String::new(),
        occurred_at: None,
    }
}

async fn other_store(place: &Place, ground: &Ground) -> anyhow::Result<Uuid> {
    let mut connection = place.connection().await?;
    let other = sqlx::query_scalar("SELECT id FROM store WHERE tenant_id = ? AND id <> ? LIMIT 1")
        .bind(ground.tenant.0)
        .bind(ground.store.0)
        .fetch_one(&mut connection)
        .await?;
    connection.close().await?;
    Ok(other)
}

/// What is sellable of an item in the store, and what is promised of it, as the books have it.
async fn standing(place: &Place, ground: &Ground, variant: VariantId) -> anyhow::Result<(Decimal, Decimal)> {
    let mut connection = place.connection().await?;
    let row: Option<(Decimal, Decimal)> =
        sqlx::query_as("SELECT sellable, promised FROM stock_promise WHERE tenant_id = ? AND store_id = ? AND variant_id = ?")
            .bind(ground.tenant.0)
            .bind(ground.store.0)
            .bind(variant.0)
            .fetch_optional(&mut connection)
            .await?;
    connection.close().await?;
    Ok(row.unwrap_or_default())
}

/// What was acknowledged in a round is there once under its reference, and nothing else is.
async fn exact(place: &Place, ground: &Ground, round: usize, heard: &Heard) -> anyhow::Result<()> {
    let mut connection = place.connection().await?;
    let mut found: BTreeMap<String, i64> = BTreeMap::new();
    // A shipment bears its reservation's reference: it is told apart by it.
    for (mark, sql) in [
        ("", "SELECT document_ref, COUNT(*) FROM posting WHERE tenant_id = ? AND document_ref LIKE ? GROUP BY document_ref"),
        ("reserved ", "SELECT reference, COUNT(*) FROM reservation WHERE tenant_id = ? AND reference LIKE ? GROUP BY reference"),
        ("", "SELECT note, COUNT(*) FROM transfer WHERE tenant_id = ? AND note LIKE ? GROUP BY note"),
    ] {
        let rows: Vec<(String, i64)> = sqlx::query_as(sql).bind(ground.tenant.0).bind(format!("t{round}-%")).fetch_all(&mut connection).await?;
        found.extend(rows.into_iter().map(|(reference, times)| (format!("{mark}{reference}"), times)));
    }
    connection.close().await?;
    let done = heard.done.iter().map(|reference| if reference.ends_with("-r") { format!("reserved {reference}") } else { reference.clone() });
    let should: BTreeMap<String, i64> = done.chain(heard.shipped.iter().cloned()).map(|reference| (reference, 1)).collect();
    let lost: Vec<_> = should.keys().filter(|reference| !found.contains_key(*reference)).collect();
    ensure!(lost.is_empty(), "round {round}: acknowledged, and not there: {lost:?}");
    let strange: Vec<_> = found.iter().filter(|(reference, times)| should.get(*reference) != Some(*times)).collect();
    ensure!(strange.is_empty(), "round {round}: there, and not as it was acknowledged: {strange:?}");
    Ok(())
}
