//! Key by key, movement by movement: is the sequence without gaps, does each balance follow from the one before, does
//! each hash chain to the one before, and does the last of them stand in the balance? Legs at virtual places have no
//! chain: each is held against its own hash.

use super::{Check, Failure, PAGE};
use crate::hash::{Hash, LegFacts, leg_hash};
use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use uuid::Uuid;
use vocabulary::{PostingId, PostingKind, Quantity, Said};

type Key = (Uuid, Uuid, Uuid, u8);

#[derive(sqlx::FromRow)]
struct Movement {
    posting_id: Uuid,
    leg: i32,
    line: i32,
    store_id: Uuid,
    location_id: Uuid,
    variant_id: Uuid,
    lot_id: Uuid,
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
    /// A key is reported once: what follows a break is broken too.
    broken: bool,
}

pub(super) async fn check(tx: &mut Tx) -> Result<Vec<Check>, OpError> {
    let mut checks = Checks { sequence: Check::new("proof-sequence"), chain: Check::new("proof-chain"), balance: Check::new("proof-balance") };
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
                reached = Some(Reached { key, seq: 0, balance: Decimal::ZERO, hash: vec![0; 32], broken: false });
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
    Ok(vec![checks.sequence, checks.chain, checks.balance])
}

struct Checks {
    sequence: Check,
    chain: Check,
    balance: Check,
}

impl Checks {
    /// A leg at a virtual place: it has no balance and no order, and its hash stands for itself.
    fn alone(&mut self, tenant: i64, row: &Movement) {
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
        operation: row.kind.and_then(PostingKind::of_code).map(|kind| kind.tag().to_owned()),
    }
}

fn key_of(row: &Movement) -> Key {
    (row.location_id, row.variant_id, row.lot_id, row.status)
}

fn written((location, variant, lot, status): Key) -> String {
    format!("{location}/{variant}/{lot}/{status}")
}

async fn movements(tx: &mut Tx, after: Option<(Key, i64, i64)>) -> Result<Vec<Movement>, OpError> {
    let tenant = tx.tenant();
    let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new(
        "SELECT m.posting_id, m.leg, m.line, m.store_id, m.location_id, m.variant_id, m.lot_id, m.status, m.quantity, m.seq, m.balance_after, m.tie, \
         m.unit_cost, m.posted_at, m.hash, p.kind FROM stock_movement m LEFT JOIN posting p ON p.tenant_id = m.tenant_id AND p.id = m.posting_id \
         WHERE m.tenant_id = ",
    );
    select.push_bind(tenant);
    if let Some(((location, variant, lot, status), seq, tie)) = after {
        select.push(" AND m.location_id >= ").push_bind(location).push(" AND (m.location_id > ").push_bind(location);
        select.push(" OR m.variant_id > ").push_bind(variant).push(" OR (m.variant_id = ").push_bind(variant);
        select.push(" AND (m.lot_id > ").push_bind(lot).push(" OR (m.lot_id = ").push_bind(lot);
        select.push(" AND (m.status > ").push_bind(status).push(" OR (m.status = ").push_bind(status);
        select.push(" AND (m.seq > ").push_bind(seq).push(" OR (m.seq = ").push_bind(seq).push(" AND m.tie > ").push_bind(tie).push("))))))))");
    }
    select.push(" ORDER BY m.tenant_id, m.location_id, m.variant_id, m.lot_id, m.status, m.seq, m.tie LIMIT ").push_bind(PAGE);
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
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
            "SELECT location_id, variant_id, lot_id, status, on_hand, seq, hash FROM stock_balance WHERE tenant_id = ",
        );
        select.push_bind(tenant);
        if let Some((location, variant, lot, status)) = self.after {
            select.push(" AND location_id >= ").push_bind(location).push(" AND (location_id > ").push_bind(location);
            select.push(" OR variant_id > ").push_bind(variant).push(" OR (variant_id = ").push_bind(variant);
            select.push(" AND (lot_id > ").push_bind(lot).push(" OR (lot_id = ").push_bind(lot).push(" AND status > ").push_bind(status).push("))))");
        }
        select.push(" ORDER BY tenant_id, location_id, variant_id, lot_id, status LIMIT ").push_bind(PAGE);
        let rows: Vec<Balance> = select.build_query_as().fetch_all(tx.conn()).await?;
        self.ended = rows.len() < usize::try_from(PAGE).unwrap_or(0);
        self.after = rows.last().map(|row| (row.location_id, row.variant_id, row.lot_id, row.status)).or(self.after);
        self.page = rows.into();
        Ok(())
    }

    /// Compares a key whose movements are all read with its balance; with `None`, whatever balances are left. Balances
    /// passed over on the way have no movements.
    async fn compare(&mut self, tx: &mut Tx, done: Option<&Reached>, check: &mut Check) -> Result<(), OpError> {
        loop {
            self.fill(tx).await?;
            let Some(balance) = self.page.front() else { break };
            let key = (balance.location_id, balance.variant_id, balance.lot_id, balance.status);
            match done {
                Some(done) if key > done.key => break,
                Some(done) if key == done.key => {
                    check.examined += 1;
                    if balance.on_hand != done.balance || balance.seq != done.seq || balance.hash != done.hash {
                        let said =
                            Said::new("proof-balance-differs").with("expected", quantity(done.balance)).with("found", quantity(balance.on_hand));
                        check.fails(Failure { key: written(key), seq: Some(balance.seq), ..Failure::new(said) });
                    }
                    self.page.pop_front();
                    return Ok(());
                }
                _ => {
                    check.examined += 1;
                    if balance.seq != 0 || !balance.on_hand.is_zero() {
                        let said = Said::new("proof-balance-orphan").with("found", quantity(balance.on_hand));
                        check.fails(Failure { key: written(key), seq: Some(balance.seq), ..Failure::new(said) });
                    }
                    self.page.pop_front();
                }
            }
        }
        if let Some(done) = done {
            check.examined += 1;
            let said = Said::new("proof-balance-missing").with("expected", quantity(done.balance));
            check.fails(Failure { key: written(done.key), seq: Some(done.seq), ..Failure::new(said) });
        }
        Ok(())
    }
}

fn quantity(value: Decimal) -> Quantity {
    Quantity::new(value).unwrap_or_default()
}
