//! The start page: a bounded number of statements, each of which reads a key and no more.

mod figures;
mod tasks;

use crate::Admin;
use admin_rules::{Begun, DayMoves, Home, ShowHome};
use chrono::{NaiveDate, TimeDelta};
use platform::{Done, Handle, OpError, Registry, Tx, jobs::Runner};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{Actor, Permission, StoreId};

pub(crate) fn register(registry: Registry) -> Registry {
    registry.on::<ShowHome>(Admin).on::<figures::KeepFigures>(Admin)
}

pub(crate) fn jobs(runner: Runner) -> Runner {
    figures::jobs(runner)
}

impl Handle<ShowHome> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, ask: ShowHome) -> Result<Done<Home>, OpError> {
        let today = today(tx, ask.store).await?;
        let reads_stock = actor.may(Permission::StockRead);
        let days = if reads_stock { days(tx, ask.store, today).await? } else { Vec::new() };
        let (mut figures, negative) = figures::load(tx, actor, ask.store).await?;
        if reads_stock {
            figures.movements_today = Some(days.iter().filter(|day| day.day == today).map(|day| day.moves).sum());
        }
        let tasks = tasks::load(tx, actor, ask.store, negative).await?;
        let begun = begun(tx).await?;
        Ok(Done::reply(Home { today, figures, tasks, days, begun }))
    }
}

/// The day it is in the store, or where the business is.
///
/// # Errors
/// Not found, where the store is somebody else's.
async fn today(tx: &mut Tx, store: Option<StoreId>) -> Result<NaiveDate, OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let zone: Option<String> = match store {
        Some(store) => {
            sqlx::query_scalar("SELECT zone FROM store WHERE tenant_id = ? AND id = ?").bind(tenant).bind(store.0).fetch_optional(tx.conn()).await?
        }
        None => sqlx::query_scalar("SELECT zone FROM tenant WHERE id = ?").bind(tenant).fetch_optional(tx.conn()).await?,
    };
    let zone: chrono_tz::Tz = zone.ok_or_else(OpError::not_found)?.parse().unwrap_or(chrono_tz::UTC);
    Ok(now.with_timezone(&zone).date_naive())
}

/// Lines posted by day and store. A line has two legs, always.
async fn days(tx: &mut Tx, store: Option<StoreId>, today: NaiveDate) -> Result<Vec<DayMoves>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT business_date, store_id, CAST(SUM(legs) AS SIGNED) FROM posting FORCE INDEX (posting_home) WHERE tenant_id = ",
    );
    select.push_bind(tenant).push(" AND business_date BETWEEN ").push_bind(today - TimeDelta::days(Home::DAYS - 1));
    // Stores east of here may have begun another day.
    select.push(" AND ").push_bind(today + TimeDelta::days(1));
    if let Some(store) = store {
        select.push(" AND store_id = ").push_bind(store.0);
    }
    select.push(" GROUP BY business_date, store_id ORDER BY business_date, store_id");
    let rows: Vec<(NaiveDate, Uuid, i64)> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|(day, store, legs)| DayMoves { day: day.min(today), store: store.into(), moves: legs / 2 }).collect())
}

/// What has been set up: whether there is one of each.
async fn begun(tx: &mut Tx) -> Result<Begun, OpError> {
    let tenant = tx.tenant();
    let (store, items, stock, counted): (bool, bool, bool, bool) = sqlx::query_as(
        "SELECT EXISTS (SELECT 1 FROM store WHERE tenant_id = ?), EXISTS (SELECT 1 FROM variant WHERE tenant_id = ?), \
         EXISTS (SELECT 1 FROM posting WHERE tenant_id = ?), EXISTS (SELECT 1 FROM count_session WHERE tenant_id = ?)",
    )
    .bind(tenant)
    .bind(tenant)
    .bind(tenant)
    .bind(tenant)
    .fetch_one(tx.conn())
    .await?;
    Ok(Begun { store, items, stock, counted })
}
