//! What the ledger knew of lines at their moments (R7): the balance at the last scan, and whether the key moved between
//! the first and the last.

use super::keys::{KEYS, Key, narrow};
use chrono::{DateTime, TimeDelta, Utc};
use ledger::read::balance_at;
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::{CountId, LotId, PostingKind, Quantity, Status};

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

/// A posting's time is taken as it begins to be written, so two that wait for one key may stand a little out of order.
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
    /// How far the key had come by then, and how much came to be known of that time later.
    seq: i64,
    late: i64,
}

/// The balance at a moment: what the books said then, and what is known now to have happened by then; a counter-entry
/// corrects what happened when what it takes back did. What this count itself has posted is what it found, not what was
/// expected of it.
async fn as_of(tx: &mut Tx, count: CountId, (location, variant): Key, at: DateTime<Utc>) -> Result<AsOf, OpError> {
    let then = balance_at(tx, location, variant, LotId::NONE, Status::Available, at).await?;
    let (balance, seq) = then.unzip();
    let (seq, tenant) = (seq.unwrap_or_default(), tx.tenant());
    let (late, since): (i64, Option<Decimal>) = sqlx::query_as(
        "SELECT COUNT(*), SUM(m.quantity) FROM stock_movement m JOIN posting p ON p.tenant_id = m.tenant_id AND p.id = m.posting_id \
         LEFT JOIN reversal r ON r.tenant_id = m.tenant_id AND r.by_posting = m.posting_id AND r.line = m.line \
         LEFT JOIN posting o ON o.tenant_id = r.tenant_id AND o.id = r.posting_id \
         LEFT JOIN count_mark c ON c.tenant_id = m.tenant_id AND c.posting_id = COALESCE(o.id, p.id) AND c.line = m.line \
         LEFT JOIN count_offset k ON k.tenant_id = m.tenant_id AND k.posting_id = COALESCE(o.id, p.id) AND k.line = m.line \
         WHERE m.tenant_id = ? AND m.location_id = ? AND m.variant_id = ? AND m.lot_id = ? AND m.status = ? AND m.seq > ? \
         AND COALESCE(c.counted_at, k.counted_at, o.occurred_at, p.occurred_at) <= ? \
         AND NOT (COALESCE(o.kind, p.kind) = ? AND COALESCE(o.document_id, p.document_id) = ?)",
    )
    .bind(tenant)
    .bind(location.0)
    .bind(variant.0)
    .bind(LotId::NONE.0)
    .bind(Status::Available.code())
    .bind(seq)
    .bind(at)
    .bind(PostingKind::Count.code())
    .bind(count.0)
    .fetch_one(tx.conn())
    .await?;
    let since = since.map(Quantity::new).transpose().map_err(anyhow::Error::new)?;
    let balance = match (balance, since) {
        (Some(balance), since) => Some(balance + since.unwrap_or_default()),
        (None, since) => since,
    };
    Ok(AsOf { balance, seq, late })
}

async fn balances(tx: &mut Tx, moments: &[Moment]) -> Result<HashMap<Key, (Quantity, DateTime<Utc>)>, OpError> {
    let tenant = tx.tenant();
    let keys: Vec<Key> = moments.iter().map(|moment| moment.key).collect();
    let mut select = QueryBuilder::<MySql>::new("SELECT location_id, variant_id, on_hand, moved_at FROM stock_balance WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND lot_id = ").push_bind(LotId::NONE.0);
    select.push(" AND status = ").push_bind(Status::Available.code()).push(" AND seq > 0");
    narrow(&mut select, "", &keys);
    let rows: Vec<(Uuid, Uuid, Decimal, DateTime<Utc>)> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter()
        .map(|(location, variant, on_hand, moved_at)| {
            let on_hand = Quantity::new(on_hand).map_err(anyhow::Error::new)?;
            Ok(((location.into(), variant.into()), (on_hand, moved_at)))
        })
        .collect()
}
