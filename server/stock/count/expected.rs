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
use vocabulary::{LotId, Quantity, Status};

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
/// What moved so shortly before a scan is asked of the ledger itself.
const SHORTLY: TimeDelta = TimeDelta::minutes(2);

/// What was expected of lines at their moments. Most have not moved since: for those the balance now is the balance then,
/// read many at a time; only the others are looked up in the ledger one by one.
///
/// # Errors
/// When the database fails.
pub(super) async fn at(tx: &mut Tx, moments: &[Moment]) -> Result<HashMap<Key, Expected>, OpError> {
    let mut expected = HashMap::with_capacity(moments.len());
    for moments in moments.chunks(KEYS) {
        let balances = balances(tx, moments).await?;
        for moment in moments {
            let at_moment = match balances.get(&moment.key) {
                None => Expected::default(),
                Some((balance, moved_at)) if *moved_at < moment.first_at - SHORTLY => Expected { balance: Some(*balance), moved: false },
                Some(_) => at_one(tx, moment).await?,
            };
            expected.insert(moment.key, at_moment);
        }
    }
    Ok(expected)
}

async fn at_one(tx: &mut Tx, moment: &Moment) -> Result<Expected, OpError> {
    let (location, variant) = moment.key;
    let last = balance_at(tx, location, variant, LotId::NONE, Status::Available, moment.last_at).await?;
    let first = if moment.first_at == moment.last_at {
        last
    } else {
        balance_at(tx, location, variant, LotId::NONE, Status::Available, moment.first_at).await?
    };
    Ok(Expected { balance: last.map(|(balance, _)| balance), moved: first.map(|(_, seq)| seq) != last.map(|(_, seq)| seq) })
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
