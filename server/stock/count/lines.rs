//! Lines: what the scans of a variant, or of a lot of it, at a place come to, added up afresh whenever one of them arrives, so that phones
//! may send in any order.

use super::{
    keys::{KEYS, Key, narrow},
    tracked::told,
};
use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use stock_rules::{LineNow, ScanEvent, ScanKind, fold};
use uuid::Uuid;
use vocabulary::{CountId, Quantity, Said};

/// A line of a round.
pub(super) type RoundKey = (Key, u16);

type EventRow = (Uuid, Uuid, Uuid, u16, Uuid, u8, Decimal, Uuid, DateTime<Utc>, Uuid, String);

/// Adds up lines that were scanned for. New ones begin with nothing decided; of others only what was counted changes.
pub(super) async fn add_up(tx: &mut Tx, count: CountId, touched: &BTreeSet<RoundKey>) -> Result<(), OpError> {
    let touched: Vec<RoundKey> = touched.iter().copied().collect();
    for touched in touched.chunks(KEYS) {
        // Held first, in the order of their key: two phones that scan for one line add up one after the other.
        write(tx, count, &touched.iter().map(|key| (*key, None)).collect::<Vec<_>>(), " ON DUPLICATE KEY UPDATE round = VALUES(round)").await?;
        let mut events = events(tx, count, touched).await?;
        let mut lines = Vec::with_capacity(touched.len());
        for key in touched {
            let line = fold(&events.remove(key).unwrap_or_default()).map_err(|error| OpError::conflict(Said::new(error.code())))?;
            lines.push((*key, line));
        }
        let update = " ON DUPLICATE KEY UPDATE counted = VALUES(counted), first_at = VALUES(first_at), last_at = VALUES(last_at), \
                      person_id = VALUES(person_id), person_name = VALUES(person_name)";
        write(tx, count, &lines, update).await?;
    }
    Ok(())
}

async fn write(tx: &mut Tx, count: CountId, lines: &[(RoundKey, Option<stock_rules::Tallied>)], update: &str) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let mut insert = QueryBuilder::<MySql>::new(
        "INSERT INTO count_line (tenant_id, count_id, location_id, variant_id, lot_id, round, counted, first_at, last_at, person_id, person_name, state, \
         decided_by) ",
    );
    insert.push_values(lines, |mut row, (((location, variant, lot), round), line)| {
        row.push_bind(tenant)
            .push_bind(count.0)
            .push_bind(location.0)
            .push_bind(variant.0)
            .push_bind(lot.0)
            .push_bind(*round)
            .push_bind(line.as_ref().map(|line| line.counted.decimal()))
            .push_bind(line.as_ref().map(|line| line.first_at))
            .push_bind(line.as_ref().map(|line| line.last_at))
            .push_bind(line.as_ref().map_or(Uuid::nil(), |line| line.person.0))
            .push_bind(line.as_ref().map(|line| line.name.clone()).unwrap_or_default())
            .push("1")
            .push_bind(Uuid::nil());
    });
    insert.push(update);
    insert.build().execute(tx.conn()).await?;
    Ok(())
}

async fn events(tx: &mut Tx, count: CountId, touched: &[RoundKey]) -> Result<BTreeMap<RoundKey, Vec<ScanEvent>>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT location_id, variant_id, lot_id, round, id, kind, quantity, undoes, moment, person_id, person_name FROM count_scan WHERE tenant_id = ",
    );
    select.push_bind(tenant).push(" AND count_id = ").push_bind(count.0);
    let keys: Vec<Key> = touched.iter().map(|(key, _)| *key).collect();
    narrow(&mut select, "", &keys);
    let rows: Vec<EventRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut events: BTreeMap<RoundKey, Vec<ScanEvent>> = BTreeMap::new();
    for (location, variant, lot, round, id, kind, quantity, undoes, at, person, name) in rows {
        let kind = ScanKind::of_code(kind).ok_or_else(|| anyhow::anyhow!("scan {id} is of an unknown kind"))?;
        let quantity = Quantity::new(quantity).map_err(anyhow::Error::new)?;
        let event = ScanEvent { id: id.into(), kind, quantity, undoes: undoes.into(), at, person: person.into(), name };
        events.entry(((location.into(), variant.into(), lot.into()), round)).or_default().push(event);
    }
    Ok(events)
}

/// How much is counted of each of these lines in its latest round.
pub(super) async fn now(tx: &mut Tx, count: CountId, keys: &BTreeSet<Key>) -> Result<Vec<LineNow>, OpError> {
    let tenant = tx.tenant();
    let keys: Vec<Key> = keys.iter().copied().collect();
    let mut found = HashMap::new();
    for keys in keys.chunks(KEYS) {
        let mut select = QueryBuilder::<MySql>::new("SELECT location_id, variant_id, lot_id, counted FROM count_line WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND count_id = ").push_bind(count.0).push(" AND state <> 3");
        narrow(&mut select, "", keys);
        let rows: Vec<(Uuid, Uuid, Uuid, Option<Decimal>)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (location, variant, lot, counted) in rows {
            let counted = counted.map(Quantity::new).transpose().map_err(anyhow::Error::new)?;
            found.insert((location.into(), variant.into(), lot.into()), counted);
        }
    }
    let line = |key: Key| LineNow { location: key.0, variant: key.1, lot: told(key.2), counted: found.get(&key).copied().flatten() };
    Ok(keys.into_iter().map(line).collect())
}
