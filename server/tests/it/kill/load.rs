//! Receipts from several clients at once, and what became of each.

use crate::running::{Answer, App, Place, key, send};
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use std::{
    io,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::task::JoinSet;

/// How long a receipt may take to be taken, a database's recovery on a busy machine included.
const PATIENCE: Duration = Duration::from_secs(60);

/// Somebody who may receive goods, with a store and a few items to receive: few, so that clients meet on their rows.
#[derive(Clone)]
pub struct Clerk {
    pub(super) bearer: String,
    pub(super) store: String,
    variants: Arc<Vec<String>>,
    /// The last answer that was no acknowledgement: what a test tells that waited in vain.
    heard: Arc<Mutex<String>>,
}

/// A receipt that was or will be sent, under a key of its own.
#[derive(Clone, Debug)]
pub struct Receipt {
    pub key: String,
    pub body: String,
    pub pieces: i64,
}

/// What is known of the receipts that were sent.
#[derive(Default)]
pub struct Sent {
    /// Answered with 200, and the posting that was named.
    pub acknowledged: Vec<(Receipt, String)>,
    /// No answer, or one that says "not now": it may be there or not.
    pub unknown: Vec<Receipt>,
}

impl Clerk {
    /// Signs in as the demo's owner and makes items.
    pub async fn sign_in(place: &Place, app: &App) -> Self {
        let logins: Value = serde_json::from_str(&std::fs::read_to_string(place.data().join("demo-logins.json")).unwrap()).unwrap();
        let owner = logins["people"].as_array().unwrap().iter().find(|person| person["role"] == "owner").unwrap();
        let body = json!({ "email": owner["email"], "password": logins["password"] }).to_string();
        let opened = send(app.address, "POST", "/api/v1/sessions", &[], &body).await.unwrap();
        assert_eq!(opened.status, 201, "{opened}");
        let bearer = format!("Bearer {}", opened.json()["token"].as_str().unwrap());
        let stores = send(app.address, "GET", "/api/v1/stores", &[("Authorization", &bearer)], "").await.unwrap();
        let store = stores.json()["rows"][0]["id"].as_str().unwrap_or_else(|| panic!("{stores}")).to_owned();
        let mut variants = Vec::new();
        for _ in 0..4 {
            let name = format!("Kill {}", uuid::Uuid::new_v4().simple());
            let body = json!({ "name": name, "variants": [{ "sku": name }] }).to_string();
            let made = send(app.address, "POST", "/api/v1/items", &[("Authorization", &bearer), key(&name.replace(' ', "-"))], &body).await.unwrap();
            assert_eq!(made.status, 200, "{made}");
            variants.push(made.json()["variants"][0]["variant"].as_str().unwrap().to_owned());
        }
        Self { bearer, store, variants: Arc::new(variants), heard: Arc::default() }
    }

    /// A receipt of one to three of the items, in any order.
    pub fn receipt(&self, prefix: &str, random: &mut StdRng) -> Receipt {
        let key = format!("{prefix}-{}", uuid::Uuid::from_u128(random.r#gen()).simple());
        let first = random.gen_range(0..self.variants.len());
        let lines: Vec<(usize, i64)> =
            (0..random.gen_range(1..=3)).map(|n| ((first + n * 3) % self.variants.len(), random.gen_range(1..=9))).collect();
        let pieces = lines.iter().map(|(_, quantity)| quantity).sum();
        let lines: Vec<Value> =
            lines.into_iter().map(|(at, quantity)| json!({ "variant": self.variants[at], "quantity": quantity.to_string() })).collect();
        Receipt { body: json!({ "store": self.store, "lines": lines, "reference": key }).to_string(), key, pieces }
    }

    /// The request's headers.
    pub fn headers<'a>(&'a self, receipt: &'a Receipt) -> [(&'a str, &'a str); 2] {
        [("Authorization", &self.bearer), key(&receipt.key)]
    }

    pub async fn post(&self, to: SocketAddr, receipt: &Receipt) -> io::Result<Answer> {
        send(to, "POST", "/api/v1/receipts", &self.headers(receipt), &receipt.body).await
    }

    /// Sends a receipt under its key until it is acknowledged; gives the posting. Anything but 200, "not now" or silence
    /// is a failure of the test.
    pub async fn insists(&self, to: SocketAddr, receipt: &Receipt) -> String {
        let began = Instant::now();
        loop {
            let answer = self.post(to, receipt).await;
            match &answer {
                Ok(answer) if answer.status == 200 => return posting(answer),
                // 409: the first request under this key still runs. 503: the database is away.
                Ok(Answer { status: 409 | 503, .. }) | Err(_) => {}
                Ok(answer) => panic!("{}: {answer}", receipt.key),
            }
            *self.heard.lock().unwrap() = format!("after {:.1} s: {answer:?}", began.elapsed().as_secs_f32());
            assert!(began.elapsed() < PATIENCE, "{} is not taken: {answer:?}", receipt.key);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// The posting that an answer names.
pub fn posting(answer: &Answer) -> String {
    answer.json()["posting"].as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

/// Clients at work.
pub struct Load {
    stop: Arc<AtomicBool>,
    sent: Arc<Mutex<Sent>>,
    clients: JoinSet<()>,
    heard: Arc<Mutex<String>>,
}

impl Load {
    /// Starts so many clients. With `insist` each repeats a receipt until it is acknowledged; without, it goes on to the
    /// next and gives up when nobody listens any more.
    pub fn start(clerk: &Clerk, to: SocketAddr, clients: u64, prefix: &str, seed: u64, insist: bool) -> Self {
        let (stop, sent) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Sent::default())));
        let mut set = JoinSet::new();
        for client in 0..clients {
            let (clerk, stop, sent, prefix) = (clerk.clone(), stop.clone(), sent.clone(), prefix.to_owned());
            let mut random = StdRng::seed_from_u64(seed ^ (client + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
            set.spawn(async move {
                while !stop.load(Ordering::SeqCst) {
                    let receipt = clerk.receipt(&prefix, &mut random);
                    if insist {
                        let named = clerk.insists(to, &receipt).await;
                        sent.lock().unwrap().acknowledged.push((receipt, named));
                        continue;
                    }
                    match clerk.post(to, &receipt).await {
                        Ok(answer) if answer.status == 200 => {
                            let named = posting(&answer);
                            sent.lock().unwrap().acknowledged.push((receipt, named));
                        }
                        Ok(answer) => {
                            assert!(matches!(answer.status, 409 | 503), "{answer}");
                            sent.lock().unwrap().unknown.push(receipt);
                        }
                        Err(_) => {
                            sent.lock().unwrap().unknown.push(receipt);
                            return;
                        }
                    }
                }
            });
        }
        Self { stop, sent, clients: set, heard: clerk.heard.clone() }
    }

    /// How many have been acknowledged so far.
    pub fn acknowledged(&self) -> usize {
        self.sent.lock().unwrap().acknowledged.len()
    }

    /// Waits until so many more have been acknowledged: a machine that is busy gets the time it needs.
    pub async fn until(&self, more: usize) {
        let (wanted, began) = (self.acknowledged() + more, Instant::now());
        while self.acknowledged() < wanted {
            let heard = || self.heard.lock().unwrap().clone();
            assert!(began.elapsed() < PATIENCE, "only {} of {wanted} were acknowledged; last heard {}", self.acknowledged(), heard());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Lets the clients finish what they are at.
    pub async fn end(self) -> Sent {
        self.stop.store(true, Ordering::SeqCst);
        self.end_by_itself().await
    }

    /// Waits until nobody listens to them any more.
    pub async fn end_by_itself(mut self) -> Sent {
        while let Some(ended) = self.clients.join_next().await {
            ended.unwrap();
        }
        std::mem::take(&mut *self.sent.lock().unwrap())
    }
}
