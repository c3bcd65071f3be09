//! Values what has moved: variant by variant, each by one worker at a time, as many workers as there are.

use super::{
    decide::Book,
    event::{Event, PoolKey, Way},
    load::{self, Needs},
    look,
    save::{self, Valued},
};
use platform::{
    Database, OpError, Tx,
    error::{Remedy, remedy},
    jobs::{JobContext, Runner, Work},
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    future::Future,
    pin::Pin,
    time::{Duration, Instant},
};
use uuid::Uuid;
use vocabulary::{CostScope, TenantId, VariantId};

const VALUE: &str = "ledger.value";
/// It comes round this often, and works for as long as there is something, but not so long that a seal waits.
const EVERY: Duration = Duration::from_secs(1);
const TURN: Duration = Duration::from_secs(5);
/// Variants that are looked up at once, those that have waited longest first.
const VARIANTS: i64 = 1_000;
/// Variants that are valued in one transaction.
const TOGETHER: usize = 64;
/// How often what met somebody else's lock is tried again.
const TRIES: u32 = 5;

/// The ledger's jobs.
#[must_use]
pub fn jobs(runner: Runner) -> Runner {
    runner.on(VALUE, Worker).every(EVERY, VALUE)
}

struct Worker;

impl Work for Worker {
    fn is_wanted<'a>(&'a self, database: &'a Database, tenant: TenantId) -> Pin<Box<dyn Future<Output = Result<bool, OpError>> + Send + 'a>> {
        Box::pin(async move { Ok(!waiting(database, tenant, 1).await?.is_empty()) })
    }

    fn run<'a>(&'a self, context: &'a JobContext, _: Value) -> Pin<Box<dyn Future<Output = Result<(), OpError>> + Send + 'a>> {
        Box::pin(async move { value_for(context.desk.database(), context.tenant, Some(TURN)).await.map(drop) })
    }
}

/// Values all that waits now; how many movements that were.
///
/// # Errors
/// When the database fails; what was valued by then stays so.
pub async fn value(database: &Database, tenant: TenantId) -> Result<usize, OpError> {
    value_for(database, tenant, None).await
}

async fn value_for(database: &Database, tenant: TenantId, most: Option<Duration>) -> Result<usize, OpError> {
    let (began, mut valued) = (Instant::now(), 0);
    loop {
        let variants = waiting(database, tenant, VARIANTS).await?;
        if variants.is_empty() {
            return Ok(valued);
        }
        // Two at once, of variants that are not the same: while the database writes one part, the other is decided.
        for some in variants.chunks(TOGETHER * 2) {
            let (one, other) = some.split_at(some.len().min(TOGETHER));
            let (one, other) = tokio::try_join!(some_of(database, tenant, one), some_of(database, tenant, other))?;
            valued += one + other;
            if most.is_some_and(|most| began.elapsed() > most) {
                return Ok(valued);
            }
        }
    }
}

/// A transaction's worth of variants.
async fn some_of(database: &Database, tenant: TenantId, variants: &[Uuid]) -> Result<usize, OpError> {
    let (mut tried, variants) = (0, variants.iter().copied().collect::<BTreeSet<Uuid>>());
    if variants.is_empty() {
        return Ok(0);
    }
    loop {
        let mut tx = database.begin(tenant).await?;
        match batch(&mut tx, &variants).await {
            Ok(valued) => {
                tx.commit().await?;
                return Ok(valued);
            }
            Err(OpError::Db(error)) if tried < TRIES && remedy(&error) == Remedy::Retry => {
                tx.rollback().await?;
                tried += 1;
                tokio::time::sleep(Duration::from_millis(20 << tried)).await;
            }
            Err(error) => return Err(error),
        }
    }
}

/// The variants of which something waits, those that have waited longest first.
async fn waiting(database: &Database, tenant: TenantId, most: i64) -> Result<Vec<Uuid>, OpError> {
    let mut tx = database.begin_read(tenant).await?;
    let mut variants: Vec<Uuid> =
        sqlx::query_scalar("SELECT variant_id FROM cost_queue FORCE INDEX (cost_queue_oldest) WHERE tenant_id = ? ORDER BY posted_at LIMIT ?")
            .bind(tenant.0)
            .bind(most)
            .fetch_all(tx.conn())
            .await?;
    tx.commit().await?;
    let mut seen = BTreeSet::new();
    variants.retain(|variant| seen.insert(*variant));
    Ok(variants)
}

/// Values what waits of a variant within a transaction of the caller's, which holds it from then on.
///
/// # Errors
/// When the database fails.
pub async fn catch_up(tx: &mut Tx, variant: VariantId) -> Result<(), OpError> {
    let variants = BTreeSet::from([variant.0]);
    while batch(tx, &variants).await? > 0 {}
    Ok(())
}

/// Values some of what waits of variants, which are locked from then on; how many postings that were, each counted once for every
/// variant in it. Whatever is needed of all of them is read in one statement, and so it is written.
async fn batch(tx: &mut Tx, variants: &BTreeSet<Uuid>) -> Result<usize, OpError> {
    let ways = load::ways(tx, variants).await?;
    let mut waiting = load::queue(tx, variants).await?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let mut events = load::events(tx, &waiting).await?;
    let mut needs = BTreeMap::new();
    for (variant, events) in &mut events {
        // What has to know of earlier movements finds them written: it begins a batch of its own.
        if let Some(at) = events.iter().skip(1).position(Event::looks_back) {
            let next = events.get(at + 1).map(|event| event.posting);
            events.truncate(at + 1);
            if let Some(waiting) = waiting.get_mut(variant) {
                let upto = waiting.iter().position(|(.., posting)| Some(*posting) == next);
                waiting.truncate(upto.unwrap_or(waiting.len()));
            }
        }
        if let Some(first) = events.first_mut() {
            look::back(tx, *variant, first).await?;
        }
        if let Some(way) = ways.get(variant) {
            needs.insert(*variant, touched(way, events));
        }
    }
    let mut pools = load::pools(tx, &needs).await?;
    let mut all = Vec::with_capacity(events.len());
    for (variant, events) in &events {
        let Some(way) = ways.get(variant).copied() else { continue };
        let before = pools.remove(variant).unwrap_or_default();
        let mut book = Book::new(way, before.clone());
        events.iter().for_each(|event| book.apply(event));
        all.push(Valued { variant: *variant, before, book, stores: stores(&way, events) });
    }
    save::save(tx, &all).await?;
    save::take_out(tx, &waiting).await?;
    Ok(waiting.values().map(Vec::len).sum())
}

/// The pools that movements touch, and the layers of theirs that are needed even if nothing is left of them.
fn touched(way: &Way, events: &[Event]) -> Needs {
    let legs = events.iter().flat_map(|event| &event.legs);
    let mut keys: BTreeSet<PoolKey> = legs.filter_map(|leg| way.pool(leg.place, leg.store, leg.location, leg.lot)).collect();
    let mut others = BTreeSet::new();
    for origin in events.iter().flat_map(|event| &event.undone) {
        keys.insert(origin.pool);
        others.extend(origin.takes.iter().map(|take| (origin.pool, take.layer)));
    }
    if way.method.mixes() {
        others.extend(keys.iter().map(|key| (*key, 1)));
    }
    (keys, others)
}

/// Which store each scope belongs to.
fn stores(way: &Way, events: &[Event]) -> HashMap<Uuid, Uuid> {
    if way.scope == CostScope::Company {
        return HashMap::new();
    }
    let legs = events.iter().flat_map(|event| &event.legs);
    legs.filter_map(|leg| Some((way.pool(leg.place, leg.store, leg.location, leg.lot)?.scope, leg.store))).collect()
}
