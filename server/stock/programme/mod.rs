//! Count programmes: what is due is worked out from when things were last counted, and planned as a count of the usual kind.

mod due;
mod job;
mod list;
mod plan;
mod save;
mod show;

pub(crate) use due::first_id;

use crate::Stock;
use chrono::{DateTime, NaiveDate, Utc};
use platform::{OpError, Registry, Tx, jobs::Runner, rest::Api};
use rust_decimal::Decimal;
use std::{str::FromStr, time::Duration};
use stock_rules::{
    ClassMeasure, CountProgrammeRow, ListCountProgrammes, PlanDueCount, ProgrammeKind, ProgrammeSpec, SaveCountProgramme, ShowCountProgramme,
};
use uuid::Uuid;
use vocabulary::{Quantity, StoreId};

/// The operations of programmes.
#[must_use]
pub(crate) fn register(registry: Registry) -> Registry {
    registry.on::<SaveCountProgramme>(Stock).on::<ListCountProgrammes>(Stock).on::<ShowCountProgramme>(Stock).on::<PlanDueCount>(Stock)
}

/// Their routes.
#[must_use]
pub(crate) fn api(api: Api) -> Api {
    api.get::<ListCountProgrammes>("/count-programmes", "Count programmes, the oldest first")
        .post::<SaveCountProgramme>("/count-programmes", "Make a count programme, or change one")
        .get::<ShowCountProgramme>("/count-programmes/{programme}", "One count programme, what of it is due, and what it planned")
        .post::<PlanDueCount>("/count-programmes/{programme}/counts", "Plan what of a programme is due, as a count")
}

/// How often it is looked whether a programme has come round.
const LOOK: Duration = Duration::from_secs(600);

/// The job that plans what is due.
#[must_use]
pub(crate) fn jobs(runner: Runner) -> Runner {
    runner.on(job::PLAN, job::Planner).every(LOOK, job::PLAN)
}

/// A programme's columns, in the order of [`Row`], with the count that it planned last; its table goes by `p`.
const COLUMNS: &str = "p.id, p.store_id, p.name, p.kind, p.measure, p.share_a, p.share_b, p.days_a, p.days_b, p.days_c, p.size, p.every_days, \
    p.blind, p.second_count, p.limit_quantity, p.limit_value, p.active, p.next_on, p.version, d.count_id, d.due_on FROM count_programme p \
    LEFT JOIN count_due d ON d.tenant_id = p.tenant_id AND d.programme_id = p.id AND d.due_on = (SELECT MAX(m.due_on) FROM count_due m \
    WHERE m.tenant_id = p.tenant_id AND m.programme_id = p.id) WHERE p.tenant_id = ";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    store_id: Uuid,
    name: String,
    kind: u8,
    measure: u8,
    share_a: u8,
    share_b: u8,
    days_a: u16,
    days_b: u16,
    days_c: u16,
    size: u16,
    every_days: u16,
    blind: bool,
    second_count: bool,
    limit_quantity: Option<Decimal>,
    limit_value: Option<Decimal>,
    active: bool,
    next_on: NaiveDate,
    version: i64,
    count_id: Option<Uuid>,
    due_on: Option<NaiveDate>,
}

impl Row {
    /// # Errors
    /// When a newer version wrote what we do not know.
    fn told(self) -> Result<CountProgrammeRow, OpError> {
        let unknown = || anyhow::anyhow!("programme {} is of an unknown kind", self.id);
        let spec = ProgrammeSpec {
            kind: ProgrammeKind::of_code(self.kind).ok_or_else(unknown)?,
            measure: ClassMeasure::of_code(self.measure).ok_or_else(unknown)?,
            name: self.name,
            share_a: self.share_a,
            share_b: self.share_b,
            days: [self.days_a, self.days_b, self.days_c],
            size: self.size,
            every_days: self.every_days,
            blind: self.blind,
            second_count: self.second_count,
            limit_quantity: self.limit_quantity.map(Quantity::new).transpose().map_err(anyhow::Error::new)?,
            limit_value: self.limit_value,
            active: self.active,
        };
        Ok(CountProgrammeRow {
            programme: self.id.into(),
            store: self.store_id.into(),
            version: self.version,
            spec,
            next_on: self.next_on,
            last_count: self.count_id.map(Into::into),
            last_on: self.due_on,
        })
    }
}

/// One programme; with `lock`, so that nobody else plans of it or changes it.
///
/// # Errors
/// Not found where the tenant has no such programme.
async fn one(tx: &mut Tx, programme: vocabulary::ProgrammeId, lock: bool) -> Result<CountProgrammeRow, OpError> {
    let tenant = tx.tenant();
    if lock {
        sqlx::query_scalar::<_, Uuid>("SELECT id FROM count_programme WHERE tenant_id = ? AND id = ? FOR UPDATE")
            .bind(tenant)
            .bind(programme.0)
            .fetch_optional(tx.conn())
            .await?
            .ok_or_else(OpError::not_found)?;
    }
    let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new("SELECT ");
    select.push(COLUMNS).push_bind(tenant).push(" AND p.id = ").push_bind(programme.0);
    let row: Option<Row> = select.build_query_as().fetch_optional(tx.conn()).await?;
    row.ok_or_else(OpError::not_found)?.told()
}

/// The day it is in a store.
///
/// # Errors
/// Not found where the tenant has no such store, or it is put away.
pub(crate) async fn today(tx: &mut Tx, store: StoreId) -> Result<NaiveDate, OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let zone: Option<String> = sqlx::query_scalar("SELECT zone FROM store WHERE tenant_id = ? AND id = ? AND archived_at IS NULL")
        .bind(tenant)
        .bind(store.0)
        .fetch_optional(tx.conn())
        .await?;
    Ok(day(now, &zone.ok_or_else(OpError::not_found)?))
}

fn day(at: DateTime<Utc>, zone: &str) -> NaiveDate {
    at.with_timezone(&chrono_tz::Tz::from_str(zone).unwrap_or(chrono_tz::UTC)).date_naive()
}
