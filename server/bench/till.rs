//! Those who are after the last pieces (B4): what they share, what they ask, and what they were told.

use crate::client::Client;
use anyhow::{Context as _, bail, ensure};
use chrono::Utc;
use rand::{Rng as _, rngs::StdRng};
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, RwLock},
    time::{Duration, Instant},
};
use uuid::Uuid;
use vocabulary::{Key, StoreId, VariantId};

/// How long a round lasts.
const ROUND: Duration = Duration::from_millis(1500);
/// How many sales a till that is offline puts by.
const OFFLINE: usize = 3;
/// How long a request may be asked again before it counts as never answered.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// What clients share.
pub struct Field {
    pub token: String,
    /// Where each server is; the one that was killed is soon somewhere else.
    pub at: [RwLock<Option<SocketAddr>>; 2],
    pub store: StoreId,
    pub other: Uuid,
    pub items: Vec<VariantId>,
}

/// What became of an item, as its clients were told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub gone: i64,
    pub promised: i64,
}

/// What a client was told.
#[derive(Default)]
pub struct Heard {
    /// Of each item, by its place in the round.
    pub told: BTreeMap<usize, Told>,
    /// What must be found once under its reference: of a sale, a reservation, a transfer.
    pub done: Vec<String>,
    /// What must be found once besides: shipments, by the reference of their reservation.
    pub shipped: Vec<String>,
    pub acknowledged: u64,
    pub refused: u64,
    /// Requests that were asked again because nobody answered.
    pub repeated: u64,
    pub slowest: Duration,
}

impl Heard {
    fn item(&mut self, item: usize) -> &mut Told {
        self.told.entry(item).or_default()
    }

    pub fn add(&mut self, other: Self) {
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

/// One of those who are after the pieces.
pub async fn client(field: Arc<Field>, round: usize, number: usize, mut dice: StdRng, began: Instant) -> anyhow::Result<Heard> {
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
pub struct Till {
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
