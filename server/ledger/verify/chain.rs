//! Key by key, movement by movement: is the sequence without gaps, does each balance follow from the one before, does
//! each hash chain to the one before, and does the last of them stand in the balance? Legs at virtual places have no
//! chain: each is held against its own hash.

use super::{
    Check, Failure, PAGE,
    only::{Only, Rows, Value, push_after},
};
use crate::{
    hash::{Hash, LegFacts, leg_hash},
    lock::Key,
};
use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use uuid::Uuid;
use vocabulary::{PostingId, PostingKind, Quantity, Said};

#[derive(sqlx::FromRow)]
pub(super) struct Movement {
    posting_id: Uuid,
    leg: i32,
    line: i32,
    pub store_id: Uuid,
    location_id: Uuid,
    pub variant_id: Uuid,
    pub lot_id: Uuid,
    status: u8,
    quantity: Decimal,
    seq: i64,
    balance_after: Decimal,
    tie: i64,
    unit_cost: Option<Decimal>,
    posted_at: DateTime<Utc>,
    hash: Vec<u8>,
    kind: Option<u8>,
}

impl Movement {
    /// The key whose chain it is part of; none of a leg at a virtual place.
    pub fn key(&self) -> Option<Key> {
        (self.tie == 0).then(|| key_of(self))
    }
}

#[derive(sqlx::FromRow)]
struct Balance {
    location_id: Uuid,
    variant_id: Uuid,
    lot_id: Uuid,
    status: u8,
    on_hand: Decimal,
    seq: i64,
    hash: Vec<u8>,
}

/// Where a key's chain has got to.
struct Reached {
    key: Key,
    seq: i64,
    balance: Decimal,
    hash: Vec<u8>,
    /// What wrote its last movement.
    posting: Uuid,
    kind: Option<u8>,
    /// A key is reported once: what follows a break is broken too.
    broken: bool,
}

impl Reached {
    fn nothing(key: Key) -> Self {
        Self { key, seq: 0, balance: Decimal::ZERO, hash: vec![0; 32], posting: Uuid::nil(), kind: None, broken: false }
    }
}

/// All keys.
pub(super) async fn check(tx: &mut Tx) -> Result<Checks, OpError> {
    let mut checks = Checks::default();
    let mut balances = Balances::new(tx).await?;
    let mut reached: Option<Reached> = None;
    // After the last row read: the unique key's own order, so that a page is a range of its index.
    let mut after: Option<(Key, i64, i64)> = None;
    loop {
        let rows = movements(tx, after).await?;
        let full = rows.len() == usize::try_from(PAGE).unwrap_or(0);
        if let Some(last) = rows.last() {
            after = Some((key_of(last), last.seq, last.tie));
        }
        for row in &rows {
            if row.tie != 0 {
                checks.alone(tx.tenant(), row);
                continue;
            }
            let key = key_of(row);
            if reached.as_ref().is_none_or(|reached| reached.key != key) {
                if let Some(done) = reached.take() {
                    balances.compare(tx, Some(&done), &mut checks.balance).await?;
                }
                reached = Some(Reached::nothing(key));
            }
            if let Some(reached) = &mut reached {
                checks.follow(tx.tenant(), reached, row);
            }
        }
        if !full {
            break;
        }
    }
    if let Some(done) = reached.take() {
        balances.compare(tx, Some(&done), &mut checks.balance).await?;
    }
    balances.compare(tx, None, &mut checks.balance).await?;
    Ok(checks)
}

/// These keys, each from its first movement to its balance.
pub(super) async fn check_keys(tx: &mut Tx, keys: &[Key], checks: &mut Checks) -> Result<(), OpError> {
    if keys.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new("SELECT b.location_id, b.variant_id, b.lot_id, b.status, b.on_hand, b.seq, b.hash");
    Only::These(keys).push_from(&mut select, tenant, "stock_balance", "b", "PRIMARY");
    select.push(" WHERE b.tenant_id = ").push_bind(tenant);
    let balances: Vec<Balance> = select.build_query_as().fetch_all(tx.conn()).await?;
    let balances: BTreeMap<Key, Balance> = balances.into_iter().map(|balance| (balance.key(), balance)).collect();
    for key in keys {
        let mut reached = Reached::nothing(*key);
        let mut after = (0, i64::MIN);
        loop {
            let rows = of_key(tx, *key, after).await?;
            for row in &rows {
                if row.tie == 0 { checks.follow(tenant, &mut reached, row) } else { checks.alone(tenant, row) }
            }
            let Some(last) = rows.last().filter(|_| rows.len() == usize::try_from(PAGE).unwrap_or(0)) else { break };
            after = (last.seq, last.tie);
        }
        settle(&mut checks.balance, Some(&reached).filter(|reached| reached.seq != 0), balances.get(key));
    }
    Ok(())
}

/// What is asked of each movement and of each balance.
pub(super) struct Checks {
    pub sequence: Check,
    pub chain: Check,
    pub balance: Check,
}

impl Default for Checks {
    fn default() -> Self {
        Self { sequence: Check::new("proof-sequence"), chain: Check::new("proof-chain"), balance: Check::new("proof-balance") }
    }
}

impl Checks {
    /// A leg at a virtual place: it has no balance and no order, and its hash stands for itself.
    pub fn alone(&mut self, tenant: i64, row: &Movement) {
        self.chain.examined += 1;
        let hash = leg_hash(&[], &facts(tenant, row));
        if hash.as_slice() != row.hash {
            self.chain.fails(hash_differs(row, &hash));
        }
    }

    fn follow(&mut self, tenant: i64, reached: &mut Reached, row: &Movement) {
        self.sequence.examined += 1;
        self.chain.examined += 1;
        let (seq, balance) = (reached.seq + 1, reached.balance + row.quantity);
        let hash = leg_hash(&reached.hash, &facts(tenant, row));
        if !reached.broken {
            let mut broken = false;
            if row.seq != seq {
                broken = true;
                self.sequence.fails(failure("proof-sequence-gap", row, &seq.to_string(), &row.seq.to_string()));
            }
            if row.balance_after != balance {
                broken = true;
                self.sequence.fails(failure(
                    "proof-running-balance",
                    row,
                    &balance.normalize().to_string(),
                    &row.balance_after.normalize().to_string(),
                ));
            }
            if hash.as_slice() != row.hash {
                broken = true;
                self.chain.fails(hash_differs(row, &hash));
            }
            reached.broken = broken;
        }
        reached.seq = row.seq;
        reached.balance = balance;
        reached.hash.clone_from(&row.hash);
        (reached.posting, reached.kind) = (row.posting_id, row.kind);
    }
}

fn facts(tenant: i64, row: &Movement) -> LegFacts {
    LegFacts {
        tenant,
        posting: row.posting_id,
        leg: row.leg,
        line: row.line,
        store: row.store_id,
        location: row.location_id,
        variant: row.variant_id,
        lot: row.lot_id,
        status: row.status,
        quantity: row.quantity,
        seq: row.seq,
        balance_after: row.balance_after,
        unit_cost: row.unit_cost,
        posted_at: row.posted_at,
    }
}

/// The first bytes are enough to tell two hashes apart.
fn hash_differs(row: &Movement, hash: &Hash) -> Failure {
    failure("proof-hash", row, &hex::encode(&hash[..4]), &hex::encode(row.hash.get(..4).unwrap_or_default()))
}

fn failure(code: &str, row: &Movement, expected: &str, found: &str) -> Failure {
    Failure {
        said: Said::new(code).with("expected", expected).with("found", found),
        key: written(key_of(row)),
        seq: Some(row.seq),
        posting: Some(PostingId(row.posting_id)),
        operation: operation(row.kind),
    }
}

fn key_of(row: &Movement) -> Key {
    (row.location_id, row.variant_id, row.lot_id, row.status)
}

fn written((location, variant, lot, status): Key) -> String {
    format!("{location}/{variant}/{lot}/{status}")
}

/// What is read of a movement `m`, with its posting.
const MOVEMENT: &str = "SELECT STRAIGHT_JOIN m.posting_id, m.leg, m.line, m.store_id, m.location_id, m.variant_id, m.lot_id, m.status, m.quantity, m.seq, \
     m.balance_after, m.tie, m.unit_cost, m.posted_at, m.hash, p.kind FROM stock_movement m ";
const POSTING: &str = " LEFT JOIN posting p ON p.tenant_id = m.tenant_id AND p.id = m.posting_id WHERE m.tenant_id = ";

/// The next movements of all keys, in the order of their keys.
async fn movements(tx: &mut Tx, after: Option<(Key, i64, i64)>) -> Result<Vec<Movement>, OpError> {
    let tenant = tx.tenant();
    let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new(MOVEMENT);
    select.push("FORCE INDEX (stock_movement_key)").push(POSTING).push_bind(tenant);
    if let Some(((location, variant, lot, status), seq, tie)) = after {
        let (location, variant, lot) = (Value::Id(location), Value::Id(variant), Value::Id(lot));
        let (status, seq, tie) = (Value::Number(status.into()), Value::Number(seq), Value::Number(tie));
        let key = [("m.location_id", location), ("m.variant_id", variant), ("m.lot_id", lot), ("m.status", status), ("m.seq", seq), ("m.tie", tie)];
        push_after(&mut select, &key);
    }
    select.push(" ORDER BY m.tenant_id, m.location_id, m.variant_id, m.lot_id, m.status, m.seq, m.tie LIMIT ").push_bind(PAGE);
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

/// The next movements of a key.
async fn of_key(tx: &mut Tx, (location, variant, lot, status): Key, (seq, tie): (i64, i64)) -> Result<Vec<Movement>, OpError> {
    let tenant = tx.tenant();
    let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new(MOVEMENT);
    select.push("FORCE INDEX (stock_movement_key)").push(POSTING).push_bind(tenant);
    select.push(" AND m.location_id = ").push_bind(location).push(" AND m.variant_id = ").push_bind(variant).push(" AND m.lot_id = ").push_bind(lot);
    select.push(" AND m.status = ").push_bind(status).push(" AND m.seq >= ").push_bind(seq);
    select.push(" AND (m.seq > ").push_bind(seq).push(" OR m.tie > ").push_bind(tie).push(") ORDER BY m.seq, m.tie LIMIT ").push_bind(PAGE);
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

/// The next movements of the postings whose ids lie among these, after a leg of the first of them.
pub(super) async fn of_postings(tx: &mut Tx, rows: Rows, leg: i32) -> Result<Vec<Movement>, OpError> {
    let tenant = tx.tenant();
    let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new(MOVEMENT);
    select.push("FORCE INDEX (PRIMARY)").push(POSTING).push_bind(tenant);
    select.push(" AND m.posting_id >= ").push_bind(rows.after).push(" AND m.posting_id <= ").push_bind(rows.upto);
    select.push(" AND (m.posting_id > ").push_bind(rows.after).push(" OR m.leg > ").push_bind(leg).push(")");
    select.push(" ORDER BY m.posting_id, m.leg LIMIT ").push_bind(PAGE);
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

impl Movement {
    /// After it the next ones come.
    pub fn place(&self) -> (Uuid, i32) {
        (self.posting_id, self.leg)
    }
}

impl Balance {
    fn key(&self) -> Key {
        (self.location_id, self.variant_id, self.lot_id, self.status)
    }
}

/// Holds what a key's movements come to against its balance: either may be missing.
fn settle(check: &mut Check, reached: Option<&Reached>, balance: Option<&Balance>) {
    let Some(key) = reached.map(|reached| reached.key).or(balance.map(Balance::key)) else { return };
    check.examined += 1;
    let (said, seq) = match (reached, balance) {
        (Some(reached), Some(balance)) => {
            if balance.on_hand == reached.balance && balance.seq == reached.seq && balance.hash == reached.hash {
                return;
            }
            let said = Said::new("proof-balance-differs").with("expected", quantity(reached.balance)).with("found", quantity(balance.on_hand));
            (said, balance.seq)
        }
        (Some(reached), None) => (Said::new("proof-balance-missing").with("expected", quantity(reached.balance)), reached.seq),
        (None, Some(balance)) if balance.seq != 0 || !balance.on_hand.is_zero() => {
            (Said::new("proof-balance-orphan").with("found", quantity(balance.on_hand)), balance.seq)
        }
        (None, _) => return,
    };
    let posting = reached.map(|reached| PostingId(reached.posting));
    let operation = reached.and_then(|reached| operation(reached.kind));
    check.fails(Failure { key: written(key), seq: Some(seq), posting, operation, ..Failure::new(said) });
}

fn operation(kind: Option<u8>) -> Option<String> {
    kind.and_then(PostingKind::of_code).map(|kind| kind.tag().to_owned())
}

/// The balances in the order of their key, read beside the movements.
struct Balances {
    page: std::collections::VecDeque<Balance>,
    after: Option<Key>,
    ended: bool,
}

impl Balances {
    async fn new(tx: &mut Tx) -> Result<Self, OpError> {
        let mut all = Self { page: std::collections::VecDeque::new(), after: None, ended: false };
        all.fill(tx).await?;
        Ok(all)
    }

    async fn fill(&mut self, tx: &mut Tx) -> Result<(), OpError> {
        if !self.page.is_empty() || self.ended {
            return Ok(());
        }
        let tenant = tx.tenant();
        let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new(
            "SELECT location_id, variant_id, lot_id, status, on_hand, seq, hash FROM stock_balance FORCE INDEX (PRIMARY) WHERE tenant_id = ",
        );
        select.push_bind(tenant);
        if let Some((location, variant, lot, status)) = self.after {
            let (location, variant, lot) = (Value::Id(location), Value::Id(variant), Value::Id(lot));
            push_after(&mut select, &[("location_id", location), ("variant_id", variant), ("lot_id", lot), ("status", Value::Number(status.into()))]);
        }
        select.push(" ORDER BY tenant_id, location_id, variant_id, lot_id, status LIMIT ").push_bind(PAGE);
        let rows: Vec<Balance> = select.build_query_as().fetch_all(tx.conn()).await?;
        self.ended = rows.len() < usize::try_from(PAGE).unwrap_or(0);
        self.after = rows.last().map(Balance::key).or(self.after);
        self.page = rows.into();
        Ok(())
    }

    /// Compares a key whose movements are all read with its balance; with `None`, whatever balances are left. Balances
    /// passed over on the way have no movements.
    async fn compare(&mut self, tx: &mut Tx, done: Option<&Reached>, check: &mut Check) -> Result<(), OpError> {
        loop {
            self.fill(tx).await?;
            let Some(balance) = self.page.front() else { break };
            match done {
                Some(done) if balance.key() > done.key => break,
                Some(done) if balance.key() == done.key => {
                    settle(check, Some(done), Some(balance));
                    self.page.pop_front();
                    return Ok(());
                }
                _ => {
                    settle(check, None, Some(balance));
                    self.page.pop_front();
                }
            }
        }
        settle(check, done, None);
        Ok(())
    }
}

fn quantity(value: Decimal) -> Quantity {
    Quantity::new(value).unwrap_or_default()
}
