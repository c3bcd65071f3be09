//! A count's lines beside the books: what review, decisions and posting all go by.

use super::{
    bars,
    counters::{self, Counter},
    expected::{self, Moment},
    keys::Key,
    scope,
    session::Session,
    tracked::Joined,
};
use crate::figures::results;
use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::HashMap;
use stock_rules::{CountLineState, LineDecided, LotNamed, OverLimit, PieceAt, over_limit, variance, worth};
use uuid::Uuid;
use vocabulary::{LotState, PersonId, Quantity, Said};

/// A line in its latest round.
pub(super) struct Weighed {
    pub key: Key,
    /// Of a tracked item.
    pub lot: Option<LotNamed>,
    pub location_code: String,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub cost: Option<Decimal>,
    pub round: u16,
    pub state: CountLineState,
    pub counted: Option<Quantity>,
    pub first_at: Option<DateTime<Utc>>,
    pub last_at: Option<DateTime<Utc>>,
    pub note: String,
    pub decided_by: String,
    /// None while it is not counted.
    pub expected: Option<Quantity>,
    pub variance: Option<Quantity>,
    /// At cost.
    pub value: Option<Decimal>,
    pub moved: bool,
    /// It is no part of the plan.
    pub stray: bool,
    pub over: Option<OverLimit>,
    /// Who counted it, in any round.
    pub counters: Vec<Counter>,
    /// The asker did, in any round.
    pub mine: bool,
    /// What the round before came to.
    pub before: Option<Quantity>,
    /// Of its lot, or its piece.
    pub lot_state: LotState,
    /// Of a piece that was found here: where the books have it instead.
    pub books: Option<PieceAt>,
    /// Why it is not accepted as it is.
    pub barred: Option<Said>,
}

impl Weighed {
    /// It is of one piece with a number.
    pub(super) fn is_piece(&self) -> bool {
        self.lot.as_ref().is_some_and(|lot| lot.serial)
    }

    /// It is of one piece, and that was there.
    pub(super) fn is_here(&self) -> bool {
        self.is_piece() && self.counted.is_some_and(Quantity::is_positive)
    }

    /// It is right, and nothing about it needs a look.
    pub(super) fn matches(&self) -> bool {
        self.round == 1 && !self.moved && !self.stray && self.variance.is_some_and(Quantity::is_zero)
    }

    /// What it came to, for the figures; none where it was not counted.
    pub(super) fn result(&self) -> Option<results::CountedLine> {
        let (location, variant, lot) = self.key;
        let by = self.counters.iter().rev().find(|counter| counter.round == self.round);
        Some(results::CountedLine {
            location,
            variant,
            lot,
            counted_at: self.last_at?,
            expected: self.expected?,
            counted: self.counted?,
            unit_cost: self.cost,
            value: self.value,
            person: by.map_or(Uuid::nil(), |counter| counter.person.0),
            name: by.map(|counter| counter.name.clone()).unwrap_or_default(),
        })
    }

    /// As the rules judge it.
    pub(super) fn judged(&self) -> LineDecided {
        LineDecided {
            state: self.state,
            round: self.round,
            counted: self.counted.is_some(),
            by_me: self.mine,
            over: self.over,
            moved: self.moved,
            stray: self.stray,
        }
    }
}

/// The count that results are of.
pub(super) fn of(session: &Session) -> results::Of {
    results::Of { count: session.id, store: session.store, limit_quantity: session.limit_quantity, limit_value: session.limit_value }
}

#[derive(sqlx::FromRow)]
struct Row {
    location_id: Uuid,
    code: String,
    variant_id: Uuid,
    #[sqlx(flatten)]
    lot: Joined,
    lot_state: Option<u8>,
    sku: String,
    name: String,
    option_text: String,
    cost: Option<Decimal>,
    round: u16,
    state: u8,
    counted: Option<Decimal>,
    first_at: Option<DateTime<Utc>>,
    last_at: Option<DateTime<Utc>>,
    note: String,
    decided_name: String,
}

/// Weighs every line of a count, by place, name and lot. Of each, the latest round; what was superseded shows as `before`.
///
/// # Errors
/// When the database fails.
pub(super) async fn lines(tx: &mut Tx, session: &Session, me: PersonId) -> Result<Vec<Weighed>, OpError> {
    let rows = rows(tx, session).await?;
    let moments: Vec<Moment> = rows.iter().filter_map(|row| Some(Moment { key: key(row), first_at: row.first_at?, last_at: row.last_at? })).collect();
    let expected = expected::at(tx, session.id, &moments).await?;
    let mut counters = counters::by_line(tx, session.id).await?;
    let before = before(tx, session).await?;
    let stray = scope::stray(tx, session, rows.iter().map(|row| row.variant_id.into()).collect()).await?;
    let told = rows
        .into_iter()
        .map(|row| {
            let key = key(&row);
            let lot_state = row.lot_state.and_then(LotState::of_code).unwrap_or(LotState::Free);
            let counted = row.counted.map(Quantity::new).transpose().map_err(anyhow::Error::new)?;
            let at = expected.get(&key).copied().unwrap_or_default();
            let variance = counted.map(|counted| variance(counted, at.balance));
            let value = variance.and_then(|variance| worth(variance, row.cost));
            let counters = counters.remove(&key).unwrap_or_default();
            Ok(Weighed {
                key,
                lot: row.lot.named(),
                location_code: row.code,
                sku: row.sku,
                name: row.name,
                option_text: row.option_text,
                cost: row.cost,
                round: row.round,
                state: CountLineState::of_code(row.state).ok_or_else(|| anyhow::anyhow!("a line is in state {}", row.state))?,
                counted,
                first_at: row.first_at,
                last_at: row.last_at,
                note: row.note,
                decided_by: row.decided_name,
                expected: counted.map(|_| at.balance.unwrap_or(Quantity::ZERO)),
                variance,
                value,
                moved: at.moved,
                stray: stray.contains(&key.1),
                over: variance.and_then(|variance| over_limit(variance, value, session.limit_quantity, session.limit_value)),
                mine: counters.iter().any(|counter| counter.person == me),
                counters,
                before: before.get(&key).copied().flatten(),
                lot_state,
                books: None,
                barred: None,
            })
        })
        .collect::<Result<Vec<Weighed>, OpError>>()?;
    bars::look(tx, session, told).await
}

fn key(row: &Row) -> Key {
    (row.location_id.into(), row.variant_id.into(), row.lot.lot_id.into())
}

async fn rows(tx: &mut Tx, session: &Session) -> Result<Vec<Row>, OpError> {
    let tenant = tx.tenant();
    Ok(sqlx::query_as(
        "SELECT l.location_id, loc.code, l.variant_id, l.lot_id, t.serial, t.code AS lot_code, t.expires_on, t.state AS lot_state, v.sku, v.name, v.option_text, \
         v.cost, l.round, l.state, l.counted, l.first_at, l.last_at, l.note, l.decided_name FROM count_line l JOIN location loc ON loc.tenant_id = l.tenant_id AND loc.id = l.location_id \
         JOIN variant v ON v.tenant_id = l.tenant_id AND v.id = l.variant_id \
         LEFT JOIN lot t ON t.tenant_id = l.tenant_id AND t.id = l.lot_id \
         WHERE l.tenant_id = ? AND l.count_id = ? AND l.state <> 3 ORDER BY loc.code, v.name, v.option_text, v.sku, t.expires_on, t.code",
    )
    .bind(tenant)
    .bind(session.id.0)
    .fetch_all(tx.conn())
    .await?)
}

async fn before(tx: &mut Tx, session: &Session) -> Result<HashMap<Key, Option<Quantity>>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Uuid, Uuid, Option<Decimal>)> = sqlx::query_as(
        "SELECT location_id, variant_id, lot_id, counted FROM count_line WHERE tenant_id = ? AND count_id = ? AND state = 3 ORDER BY round",
    )
    .bind(tenant)
    .bind(session.id.0)
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|(location, variant, lot, counted)| {
            Ok(((location.into(), variant.into(), lot.into()), counted.map(Quantity::new).transpose().map_err(anyhow::Error::new)?))
        })
        .collect()
}
