//! B4: the last pieces of items. Two servers on one database, clients of both that sell, hold, allocate, ship, let go and send
//! to the other store whatever there is, tills among them that were offline and send what they sold, twice; and in each round one
//! of the servers, or the database, is killed (-9) in the middle of it and started again. Who hears nothing asks again under the
//! same key, at either. Then the account must be exact: what was acknowledged is there once, nothing else is there, no more was
//! promised or gone than there was, and `stockroom verify` is content.

use crate::{
    Settings,
    client::Client,
    fill::{self, Size},
    ground::{Ground, prove},
    place::{Place, Server},
    report::{self, spread},
    verified::verified,
};
use anyhow::{Context as _, bail, ensure};
use chrono::Utc;
use clap::Args;
use rand::{Rng as _, SeedableRng as _, rngs::StdRng, seq::SliceRandom as _};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use sqlx::Connection as _;
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    process::Command,
    sync::{Arc, RwLock},
    time::{Duration, Instant},
};
use stock_rules::AdjustStock;
use uuid::Uuid;
use vocabulary::{Key, Quantity, Reason, Status, StoreId, VariantId};

/// How many are after the same pieces, a round each in turn.
const CONTENDERS: [usize; 4] = [2, 20, 100, 500];
/// How many pieces there are of each item of a round.
const PIECES: [i32; 6] = [1, 1, 1, 10, 10, 10];
/// How long a round lasts.
const ROUND: Duration = Duration::from_millis(1500);
/// How many sales a till that is offline puts by.
const OFFLINE: usize = 3;
/// How long a request may be asked again before it counts as never answered.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Args)]
pub struct Torture {
    /// Rounds, each with a kill
    #[arg(long, default_value_t = 24)]
    rounds: usize,
    /// Runs the same dice again
    #[arg(long, env = "STOCKROOM_SEED")]
    seed: Option<u64>,
}

/// What clients share.
struct Field {
    token: String,
    /// Where each server is; the one that was killed is soon somewhere else.
    at: [RwLock<Option<SocketAddr>>; 2],
    store: StoreId,
    other: Uuid,
    items: Vec<VariantId>,
}

/// What became of an item, as its clients were told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Told {
    gone: i64,
    promised: i64,
}

/// What a client was told.
#[derive(Default)]
struct Heard {
    /// Of each item, by its place in the round.
    told: BTreeMap<usize, Told>,
    /// What must be found once under its reference: of a sale, a reservation, a transfer.
    done: Vec<String>,
    /// What must be found once besides: shipments, by the reference of their reservation.
    shipped: Vec<String>,
    acknowledged: u64,
    refused: u64,
    /// Requests that were asked again because nobody answered.
    repeated: u64,
    slowest: Duration,
}

impl Heard {
    fn item(&mut self, item: usize) -> &mut Told {
        self.told.entry(item).or_default()
    }

    fn add(&mut self, other: Self) {
        for (item, told) in other.told {
            let own = self.item(item);
            own.gone += told.gone;
            own.promised += told.promised;
        }
        self.done.extend(other.done);
        self.shipped.extend(other.shipped);
        self.acknowledged += other.acknowledged;
        self.refused += other.refused;
        self.repeated += other.repeated;
        self.slowest = self.slowest.max(other.slowest);
    }
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

/// One of those who are after the pieces.
async fn client(field: Arc<Field>, round: usize, number: usize, mut dice: StdRng, began: Instant) -> anyhow::Result<Heard> {
    let mut till = Till { field, connection: None, home: number % 2, heard: Heard::default() };
    let mut own: Vec<(usize, Value, String)> = Vec::new();
    for nth in 0.. {
        if began.elapsed() > ROUND {
            break;
        }
        let item = dice.gen_range(0..till.field.items.len());
        let variant = till.field.items.get(item).context("an item")?.0;
        let (store, other, reference) = (till.field.store, till.field.other, format!("t{round}-{number}-{nth}"));
        match (dice.gen_range(0..10), own.len()) {
            (3, _) => {
                let items: Vec<usize> = (0..OFFLINE).map(|_| dice.gen_range(0..till.field.items.len())).collect();
                till.comes_back(&items, &reference).await?;
            }
            (0..3, _) => {
                let body = json!({ "store": store, "lines": [{ "variant": variant, "quantity": "1" }], "reference": format!("{reference}-s") });
                if till.asks("/api/v1/sales", &body).await?.is_some() {
                    till.heard.item(item).gone += 1;
                    till.heard.done.push(format!("{reference}-s"));
                }
            }
            (4, _) => {
                let lines = json!([{ "variant": variant, "quantity": "1" }]);
                let body = json!({ "from": store, "to": other, "lines": lines, "note": format!("{reference}-m") });
                if till.asks("/api/v1/transfers", &body).await?.is_some() {
                    till.heard.item(item).gone += 1;
                    till.heard.done.push(format!("{reference}-m"));
                }
            }
            (5..8, _) | (_, 0) => {
                // A hold lasts longer than this program.
                let (kind, minutes) = if dice.r#gen() { ("hold", json!(1440)) } else { ("allocation", Value::Null) };
                let lines = json!([{ "variant": variant, "quantity": "1", "store": store }]);
                let body = json!({ "kind": kind, "minutes": minutes, "lines": lines, "reference": format!("{reference}-r") });
                if let Some(mut reply) = till.asks("/api/v1/reservations", &body).await? {
                    let reserved = reply.get_mut("reserved").map(Value::take).unwrap_or_default();
                    if reserved.is_null() {
                        // Answered, and told what is short.
                        (till.heard.acknowledged, till.heard.refused) = (till.heard.acknowledged - 1, till.heard.refused + 1);
                    } else {
                        till.heard.item(item).promised += 1;
                        till.heard.done.push(format!("{reference}-r"));
                        own.push((item, reserved, format!("{reference}-r")));
                    }
                }
            }
            (act, held) => {
                let (item, reserved, reference) = own.swap_remove(dice.gen_range(0..held));
                let id = reserved["reservation"].as_str().context("a reservation")?.to_owned();
                let (does, body) =
                    if act == 8 { ("release", json!({ "fence": reserved["fence"] })) } else { ("shipments", json!({ "fence": reserved["fence"] })) };
                // Nobody else may have touched it, and it has not lapsed: a refusal is a fault.
                let done = till.asks(&format!("/api/v1/reservations/{id}/{does}"), &body).await?;
                ensure!(done.is_some(), "{reference} was promised, and cannot be had: {does}");
                till.heard.item(item).promised -= 1;
                if does == "shipments" {
                    till.heard.item(item).gone += 1;
                    till.heard.shipped.push(reference);
                }
            }
        }
    }
    Ok(till.heard)
}

/// A client with its connection, and what it heard.
struct Till {
    field: Arc<Field>,
    connection: Option<Client>,
    home: usize,
    heard: Heard,
}

impl Till {
    /// A till that was offline sends what it sold meanwhile; and all of it again, as one does whose memory of the answers is lost.
    async fn comes_back(&mut self, items: &[usize], reference: &str) -> anyhow::Result<()> {
        let mut queue = Vec::new();
        for (nth, item) in items.iter().enumerate() {
            let variant = self.field.items.get(*item).context("an item")?.0;
            let (lines, reference) = (json!([{ "variant": variant, "quantity": "1" }]), format!("{reference}-o{nth}"));
            let body = json!({ "store": self.field.store, "lines": lines, "reference": reference, "occurred_at": Utc::now() });
            queue.push((*item, reference, Key::random(), body));
        }
        let mut answers = Vec::new();
        for (item, reference, key, body) in &queue {
            let sold = self.asks_under(key, "/api/v1/sales", body).await?;
            if sold.is_some() {
                self.heard.item(*item).gone += 1;
                self.heard.done.push(reference.clone());
            }
            answers.push(sold);
        }
        for ((_, reference, key, body), first) in queue.iter().zip(answers) {
            let Some(first) = first else { continue };
            let second = self.asks_under(key, "/api/v1/sales", body).await?;
            self.heard.acknowledged -= 1;
            ensure!(second.as_ref() == Some(&first), "{reference} was sold, and asked again is answered {second:?}");
        }
        Ok(())
    }

    /// Asks until somebody answers: the answer, or none where it was refused.
    async fn asks(&mut self, path: &str, body: &Value) -> anyhow::Result<Option<Value>> {
        self.asks_under(&Key::random(), path, body).await
    }

    /// Asks until somebody answers, always under the same key.
    async fn asks_under(&mut self, key: &Key, path: &str, body: &Value) -> anyhow::Result<Option<Value>> {
        let (body, began, mut tries) = (body.to_string(), Instant::now(), 0);
        loop {
            ensure!(began.elapsed() < PATIENCE, "nobody answers {path} {body}");
            if let Some(answer) = self.tries(key, path, &body).await {
                let reply = answer.json().unwrap_or_default();
                let goes_on = answer.status >= 500 || reply["code"] == "request-still-running";
                if !goes_on {
                    self.heard.slowest = self.heard.slowest.max(began.elapsed());
                    return match answer.status {
                        200..300 => {
                            self.heard.acknowledged += 1;
                            Ok(Some(reply))
                        }
                        409 | 422 => {
                            self.heard.refused += 1;
                            Ok(None)
                        }
                        status => bail!("{path} {body}: {status} {reply}"),
                    };
                }
            }
            tries += 1;
            self.heard.repeated += 1;
            // Whoever is not answered goes to the other one, and back.
            (self.connection, self.home) = (None, 1 - self.home);
            tokio::time::sleep(Duration::from_millis(5 * tries.min(20))).await;
        }
    }

    async fn tries(&mut self, key: &Key, path: &str, body: &str) -> Option<crate::client::Answer> {
        if self.connection.is_none() {
            let address = *self.field.at.get(self.home)?.read().ok()?;
            self.connection = Client::open(address?, Some(&self.field.token)).await.ok();
        }
        let answer = self.connection.as_mut()?.post_under(key, path, "application/json", body.as_bytes()).await.ok();
        if answer.is_none() {
            self.connection = None;
        }
        answer
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
