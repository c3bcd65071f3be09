//! The balance of a key at any instant of the past, in two lookups however long ago it was: what the books said then, and
//! what is known now to have been there.

use chrono::{DateTime, TimeDelta, Utc};
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::{LocationId, LotId, PlaceKind, Quantity, Status, StoreId, VariantId};

/// How much later than it happened something was booked: at most [`Lateness::at_most`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lateness {
    Hour,
    Day,
    Month,
    Later,
}

impl Lateness {
    const ALL: [Self; 4] = [Self::Hour, Self::Day, Self::Month, Self::Later];

    pub(crate) fn of(happened_at: DateTime<Utc>, posted_at: DateTime<Utc>) -> Self {
        let late = posted_at - happened_at;
        Self::ALL.into_iter().find(|lateness| lateness.at_most().is_some_and(|most| late <= most)).unwrap_or(Self::Later)
    }

    /// The number that `late_movement.lateness` holds for it.
    pub(crate) fn code(self) -> u8 {
        self as u8
    }

    fn at_most(self) -> Option<TimeDelta> {
        match self {
            Self::Hour => Some(TimeDelta::hours(1)),
            Self::Day => Some(TimeDelta::days(1)),
            Self::Month => Some(TimeDelta::days(31)),
            Self::Later => None,
        }
    }
}

/// Adds to a statement which rows `l` of `late_movement` had happened by an instant and were booked after it: for each
/// lateness a range of the key.
pub fn push_late(select: &mut QueryBuilder<MySql>, at: DateTime<Utc>) {
    select.push(" AND l.happened_at <= ").push_bind(at).push(" AND (");
    for (number, lateness) in Lateness::ALL.into_iter().enumerate() {
        select.push(if number == 0 { "(" } else { " OR (" }).push("l.lateness = ").push_bind(lateness.code());
        select.push(" AND l.posted_at > ").push_bind(at);
        if let Some(most) = lateness.at_most() {
            select.push(" AND l.posted_at <= ").push_bind(at + most);
        }
        select.push(")");
    }
    select.push(")");
}

/// The balance of a key as the ledger knew it at an instant, and the sequence of the movement that left it; `None` when
/// nothing had moved there by then.
///
/// # Errors
/// When the database fails.
pub async fn balance_then(
    tx: &mut Tx,
    location: LocationId,
    variant: VariantId,
    lot: LotId,
    status: Status,
    at: DateTime<Utc>,
) -> Result<Option<(Quantity, i64)>, OpError> {
    let tenant = tx.tenant();
    let row: Option<(Decimal, i64)> = sqlx::query_as(
        "SELECT balance_after, seq FROM stock_movement FORCE INDEX (stock_movement_then) \
         WHERE tenant_id = ? AND location_id = ? AND variant_id = ? AND lot_id = ? AND status = ? AND posted_at <= ? AND seq > 0 \
         ORDER BY posted_at DESC, seq DESC LIMIT 1",
    )
    .bind(tenant)
    .bind(location.0)
    .bind(variant.0)
    .bind(lot.0)
    .bind(status.code())
    .bind(at)
    .fetch_optional(tx.conn())
    .await?;
    row.map(|(balance, seq)| Ok((quantity(balance)?, seq))).transpose()
}

/// What is known now to have been at a key at an instant, where it was counted since: nothing else says any more whether
/// that was enough. `None` where it was not counted since.
///
/// # Errors
/// When the database fails.
pub async fn before_count(
    tx: &mut Tx,
    location: LocationId,
    variant: VariantId,
    lot: LotId,
    status: Status,
    at: DateTime<Utc>,
) -> Result<Option<Quantity>, OpError> {
    let tenant = tx.tenant();
    let mut late =
        QueryBuilder::<MySql>::new("SELECT b.counted_at, (SELECT SUM(l.quantity) FROM late_movement l FORCE INDEX (PRIMARY) WHERE l.tenant_id = ");
    late.push_bind(tenant).push(" AND l.location_id = ").push_bind(location.0).push(" AND l.variant_id = ").push_bind(variant.0);
    late.push(" AND l.lot_id = ").push_bind(lot.0).push(" AND l.status = ").push_bind(status.code());
    push_late(&mut late, at);
    late.push(") FROM stock_balance b WHERE b.tenant_id = ").push_bind(tenant).push(" AND b.location_id = ").push_bind(location.0);
    late.push(" AND b.variant_id = ")
        .push_bind(variant.0)
        .push(" AND b.lot_id = ")
        .push_bind(lot.0)
        .push(" AND b.status = ")
        .push_bind(status.code());
    let row: Option<(Option<DateTime<Utc>>, Option<Decimal>)> = late.build_query_as().fetch_optional(tx.conn()).await?;
    let Some((counted_at, since)) = row else { return Ok(None) };
    if counted_at.is_none_or(|counted_at| counted_at <= at) {
        return Ok(None);
    }
    let then = balance_then(tx, location, variant, lot, status, at).await?.map_or(Quantity::ZERO, |(then, _)| then);
    Ok(Some(then + quantity(since.unwrap_or_default())?))
}

/// Which of two answers is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// What the books said at that instant.
    Then,
    /// What is known now of that instant: with what was booked or corrected since.
    Now,
}

/// A key of a store, then and now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    pub location: LocationId,
    pub variant: VariantId,
    pub lot: LotId,
    pub store: StoreId,
    /// The kind of its place.
    pub place: PlaceKind,
    pub then: Quantity,
    pub now: Quantity,
}

/// What stores have, and had at an instant, of some variants: each key that ever moved, in all stores or in one.
///
/// # Errors
/// When the database fails.
pub async fn balances(tx: &mut Tx, variants: &[Uuid], store: Option<StoreId>, at: DateTime<Utc>, known: Known) -> Result<Vec<Balance>, OpError> {
    if variants.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN b.location_id, b.variant_id, b.lot_id, b.status, b.store_id, p.kind, b.on_hand, b.moved_at \
         FROM stock_balance b FORCE INDEX (stock_balance_variant) JOIN location p FORCE INDEX (PRIMARY) \
         ON p.tenant_id = b.tenant_id AND p.id = b.location_id WHERE b.seq > 0 AND b.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND b.variant_id IN ");
    push_list(&mut select, variants.iter().copied());
    if let Some(store) = store {
        select.push(" AND b.store_id = ").push_bind(store.0);
    }
    let keys: Vec<KeyRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut all = Vec::with_capacity(keys.len());
    for keys in keys.chunks(KEYS) {
        let then = then(tx, keys, at, known).await?;
        for (row, (location, variant, lot, _, store, place, on_hand, moved_at)) in (0..).zip(keys) {
            let place = PlaceKind::of_code(*place).ok_or_else(|| anyhow::anyhow!("a place is of the unknown kind {place}"))?;
            let now = quantity(*on_hand)?;
            // What has not moved since is as it was.
            let then = if *moved_at <= at { now } else { quantity(then.get(&row).copied().unwrap_or_default())? };
            all.push(Balance {
                location: (*location).into(),
                variant: (*variant).into(),
                lot: (*lot).into(),
                store: (*store).into(),
                place,
                then,
                now,
            });
        }
    }
    Ok(all)
}

/// Location, variant, lot, status, store, the place's kind, on hand, and when it last moved.
type KeyRow = (Uuid, Uuid, Uuid, u8, Uuid, u8, Decimal, DateTime<Utc>);

/// Keys per statement.
const KEYS: usize = 100;

/// The balances of keys that have moved since an instant, by their place in the list. Each key is a statement of its own
/// within one: only with the key written out does either engine go straight to the one row it wants.
async fn then(tx: &mut Tx, keys: &[KeyRow], at: DateTime<Utc>, known: Known) -> Result<HashMap<i64, Decimal>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("");
    let key = |select: &mut QueryBuilder<MySql>, (location, variant, lot, status, ..): &KeyRow| {
        select.push("tenant_id = ").push_bind(tenant).push(" AND location_id = ").push_bind(*location).push(" AND variant_id = ").push_bind(*variant);
        select.push(" AND lot_id = ").push_bind(*lot).push(" AND status = ").push_bind(*status);
    };
    let mut any = false;
    for (row, one) in (0_i64..).zip(keys).filter(|(_, one)| one.7 > at) {
        select.push(if any { " UNION ALL (SELECT " } else { "(SELECT " }).push_bind(row).push(" AS nth, balance_after FROM stock_movement ");
        select.push("FORCE INDEX (stock_movement_then) WHERE ");
        key(&mut select, one);
        select.push(" AND posted_at <= ").push_bind(at).push(" AND seq > 0 ORDER BY posted_at DESC, seq DESC LIMIT 1)");
        if known == Known::Now {
            select.push(" UNION ALL (SELECT ").push_bind(row).push(", SUM(l.quantity) FROM late_movement l FORCE INDEX (PRIMARY) WHERE l.");
            key(&mut select, one);
            push_late(&mut select, at);
            select.push(" HAVING SUM(l.quantity) IS NOT NULL)");
        }
        any = true;
    }
    let mut found: HashMap<i64, Decimal> = HashMap::new();
    if any {
        let rows: Vec<(i64, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (row, part) in rows {
            *found.entry(row).or_default() += part;
        }
    }
    Ok(found)
}

fn quantity(value: Decimal) -> Result<Quantity, OpError> {
    Quantity::new(value).map_err(|error| OpError::Other(error.into()))
}
