//! What the ledger knew of lines at their moments (R7): the balance at the last scan, and whether the key moved between
//! the first and the last.

use super::keys::{KEYS, Key, narrow};
use chrono::{DateTime, TimeDelta, Utc};
use ledger::as_of::{balance_then, push_late};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::{CountId, PostingKind, Quantity, Status};

/// When a line was scanned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub key: Key,
    pub first_at: DateTime<Utc>,
    pub last_at: DateTime<Utc>,
}

/// What was expected of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Expected {
    /// None when nothing had moved there by then.
    pub balance: Option<Quantity>,
    pub moved: bool,
}

/// What moved so shortly before a scan is asked of the ledger itself; so is what moved after it, because it may have
/// happened before.
const SHORTLY: TimeDelta = TimeDelta::minutes(2);

/// What was expected of lines at their moments. Most have not moved since: for those the balance now is the balance then,
/// read many at a time; only the others are looked up in the ledger one by one.
///
/// # Errors
/// When the database fails.
pub(super) async fn at(tx: &mut Tx, count: CountId, moments: &[Moment]) -> Result<HashMap<Key, Expected>, OpError> {
    let mut expected = HashMap::with_capacity(moments.len());
    for moments in moments.chunks(KEYS) {
        let balances = balances(tx, moments).await?;
        for moment in moments {
            let at_moment = match balances.get(&moment.key) {
                None => Expected::default(),
                Some((balance, moved_at)) if *moved_at < moment.first_at - SHORTLY => Expected { balance: Some(*balance), moved: false },
                Some(_) => at_one(tx, count, moment).await?,
            };
            expected.insert(moment.key, at_moment);
        }
    }
    Ok(expected)
}

async fn at_one(tx: &mut Tx, count: CountId, moment: &Moment) -> Result<Expected, OpError> {
    let last = as_of(tx, count, moment.key, moment.last_at).await?;
    let first = if moment.first_at == moment.last_at { last } else { as_of(tx, count, moment.key, moment.first_at).await? };
    Ok(Expected { balance: last.balance, moved: first != last })
}

/// What was there at a moment, as it is known now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct AsOf {
    /// None when nothing had happened there by then.
    balance: Option<Quantity>,
    /// How far the key had come by then.
    seq: i64,
    /// How much came to be known of that time later.
    late: i64,
}

/// The balance at a moment: what the books said then, and what is known now to have happened by then. What this count
/// itself has posted is what it found, not what was expected of it.
async fn as_of(tx: &mut Tx, count: CountId, (location, variant, lot): Key, at: DateTime<Utc>) -> Result<AsOf, OpError> {
    let then = balance_then(tx, location, variant, lot, Status::Available, at).await?;
    let (balance, seq) = then.unzip();
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN COUNT(*), SUM(l.quantity) FROM late_movement l FORCE INDEX (PRIMARY) \
         JOIN posting p ON p.tenant_id = l.tenant_id AND p.id = l.posting_id \
         LEFT JOIN posting o ON o.tenant_id = p.tenant_id AND p.kind = ",
    );
    select.push_bind(PostingKind::Reversal.code()).push(" AND o.id = p.document_id WHERE l.tenant_id = ").push_bind(tenant);
    select.push(" AND l.location_id = ").push_bind(location.0).push(" AND l.variant_id = ").push_bind(variant.0);
    select.push(" AND l.lot_id = ").push_bind(lot.0).push(" AND l.status = ").push_bind(Status::Available.code());
    push_late(&mut select, at);
    select.push(" AND NOT (COALESCE(o.kind, p.kind) = ").push_bind(PostingKind::Count.code());
    select.push(" AND COALESCE(o.document_id, p.document_id) = ").push_bind(count.0).push(")");
    let (late, since): (i64, Option<Decimal>) = select.build_query_as().fetch_one(tx.conn()).await?;
    let since = since.map(Quantity::new).transpose().map_err(anyhow::Error::new)?;
    let balance = match (balance, since) {
        (Some(balance), since) => Some(balance + since.unwrap_or_default()),
        (None, since) => since,
    };
    Ok(AsOf { balance, seq: seq.unwrap_or_default(), late })
}

async fn balances(tx: &mut Tx, moments: &[Moment]) -> Result<HashMap<Key, (Quantity, DateTime<Utc>)>, OpError> {
    let tenant = tx.tenant();
    let keys: Vec<Key> = moments.iter().map(|moment| moment.key).collect();
    let mut select = QueryBuilder::<MySql>::new("SELECT location_id, variant_id, lot_id, on_hand, moved_at FROM stock_balance WHERE tenant_id = ");
    select.push_bind(tenant);
    select.push(" AND status = ").push_bind(Status::Available.code()).push(" AND seq > 0");
    narrow(&mut select, "", &keys);
    let rows: Vec<(Uuid, Uuid, Uuid, Decimal, DateTime<Utc>)> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter()
        .map(|(location, variant, lot, on_hand, moved_at)| {
            let on_hand = Quantity::new(on_hand).map_err(anyhow::Error::new)?;
            Ok(((location.into(), variant.into(), lot.into()), (on_hand, moved_at)))
        })
        .collect()
}
