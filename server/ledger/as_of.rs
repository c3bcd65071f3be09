//! The balance of a key at any instant of the past, in two lookups however long ago it was: what the books said then, and
//! what is known now to have been there.

use chrono::{DateTime, TimeDelta, Utc};
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
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
    pub variant: VariantId,
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
        "SELECT STRAIGHT_JOIN b.variant_id, b.store_id, p.kind, b.on_hand, \
         COALESCE((SELECT m.balance_after FROM stock_movement m FORCE INDEX (stock_movement_then) \
         WHERE m.tenant_id = b.tenant_id AND m.location_id = b.location_id AND m.variant_id = b.variant_id AND m.lot_id = b.lot_id \
         AND m.status = b.status AND m.seq > 0 AND m.posted_at <= ",
    );
    select.push_bind(at).push(" ORDER BY m.posted_at DESC, m.seq DESC LIMIT 1), 0)");
    if known == Known::Now {
        select.push(" + COALESCE((SELECT SUM(l.quantity) FROM late_movement l FORCE INDEX (PRIMARY) WHERE l.tenant_id = b.tenant_id");
        select.push(" AND l.location_id = b.location_id AND l.variant_id = b.variant_id AND l.lot_id = b.lot_id AND l.status = b.status");
        push_late(&mut select, at);
        select.push("), 0)");
    }
    select.push(" FROM stock_balance b FORCE INDEX (stock_balance_variant) JOIN location p FORCE INDEX (PRIMARY)");
    select.push(" ON p.tenant_id = b.tenant_id AND p.id = b.location_id WHERE b.seq > 0 AND b.tenant_id = ").push_bind(tenant);
    select.push(" AND b.variant_id IN ");
    push_list(&mut select, variants.iter().copied());
    if let Some(store) = store {
        select.push(" AND b.store_id = ").push_bind(store.0);
    }
    let rows: Vec<(Uuid, Uuid, u8, Decimal, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter()
        .map(|(variant, store, place, now, then)| {
            let place = PlaceKind::of_code(place).ok_or_else(|| anyhow::anyhow!("a place is of the unknown kind {place}"))?;
            Ok(Balance { variant: variant.into(), store: store.into(), place, then: quantity(then)?, now: quantity(now)? })
        })
        .collect()
}

fn quantity(value: Decimal) -> Result<Quantity, OpError> {
    Quantity::new(value).map_err(|error| OpError::Other(error.into()))
}
