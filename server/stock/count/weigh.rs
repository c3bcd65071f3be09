//! A count's lines beside the books: what review, decisions and posting all go by.

use super::{
    counters::{self, Counter},
    expected::{self, Moment},
    keys::Key,
    scope,
    session::Session,
};
use crate::figures::results;
use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::HashMap;
use stock_rules::{CountLineState, LineDecided, OverLimit, over_limit, variance, worth};
use uuid::Uuid;
use vocabulary::{LotId, PersonId, Quantity};

/// A line in its latest round.
pub(super) struct Weighed {
    pub key: Key,
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
}

impl Weighed {
    /// It is right, and nothing about it needs a look.
    pub(super) fn matches(&self) -> bool {
        self.round == 1 && !self.moved && !self.stray && self.variance.is_some_and(Quantity::is_zero)
    }

    /// What it came to, for the figures; none where it was not counted.
    pub(super) fn result(&self) -> Option<results::CountedLine> {
        let (location, variant) = self.key;
        let by = self.counters.iter().rev().find(|counter| counter.round == self.round);
        Some(results::CountedLine {
            location,
            variant,
            lot: LotId::NONE,
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

/// Weighs every line of a count, by place and name. Of each, the latest round; what was superseded shows as `before`.
///
/// # Errors
/// When the database fails.
pub(super) async fn lines(tx: &mut Tx, session: &Session, me: PersonId) -> Result<Vec<Weighed>, OpError> {
    let rows = rows(tx, session).await?;
    let moments: Vec<Moment> = rows
        .iter()
        .filter_map(|row| Some(Moment { key: (row.location_id.into(), row.variant_id.into()), first_at: row.first_at?, last_at: row.last_at? }))
        .collect();
    let expected = expected::at(tx, session.id, &moments).await?;
    let mut counters = counters::by_line(tx, session.id).await?;
    let before = before(tx, session).await?;
    let stray = scope::stray(tx, session, rows.iter().map(|row| row.variant_id.into()).collect()).await?;
    rows.into_iter()
        .map(|row| {
            let key: Key = (row.location_id.into(), row.variant_id.into());
            let counted = row.counted.map(Quantity::new).transpose().map_err(anyhow::Error::new)?;
            let at = expected.get(&key).copied().unwrap_or_default();
            let variance = counted.map(|counted| variance(counted, at.balance));
            let value = variance.and_then(|variance| worth(variance, row.cost));
            let counters = counters.remove(&key).unwrap_or_default();
            Ok(Weighed {
                key,
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
            })
        })
        .collect()
}

async fn rows(tx: &mut Tx, session: &Session) -> Result<Vec<Row>, OpError> {
    let tenant = tx.tenant();
    Ok(sqlx::query_as(
        "SELECT l.location_id, loc.code, l.variant_id, v.sku, v.name, v.option_text, v.cost, l.round, l.state, l.counted, l.first_at, l.last_at, \
         l.note, l.decided_name FROM count_line l JOIN location loc ON loc.tenant_id = l.tenant_id AND loc.id = l.location_id \
         JOIN variant v ON v.tenant_id = l.tenant_id AND v.id = l.variant_id \
         WHERE l.tenant_id = ? AND l.count_id = ? AND l.state <> 3 ORDER BY loc.code, v.name, v.option_text, v.sku",
    )
    .bind(tenant)
    .bind(session.id.0)
    .fetch_all(tx.conn())
    .await?)
}

async fn before(tx: &mut Tx, session: &Session) -> Result<HashMap<Key, Option<Quantity>>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Uuid, Option<Decimal>)> =
        sqlx::query_as("SELECT location_id, variant_id, counted FROM count_line WHERE tenant_id = ? AND count_id = ? AND state = 3 ORDER BY round")
            .bind(tenant)
            .bind(session.id.0)
            .fetch_all(tx.conn())
            .await?;
    rows.into_iter()
        .map(|(location, variant, counted)| {
            Ok(((location.into(), variant.into()), counted.map(Quantity::new).transpose().map_err(anyhow::Error::new)?))
        })
        .collect()
}
