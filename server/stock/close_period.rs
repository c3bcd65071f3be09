//! Closes the books of stores through a day, and reopens them. Who books something late holds its store's row shared until
//! it is committed, so whoever closes that day waits for them, and they for it.

use crate::{Stock, books_history};
use chrono::NaiveDate;
use ledger::period::FRESH;
use platform::{Done, Event, Handle, OpError, Trail, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::str::FromStr;
use stock_rules::{ClosePeriod, OVER_FOR, PeriodsSaved, ReopenPeriod, check_reopen, decide_close, decide_reopen, last_over};
use uuid::Uuid;
use vocabulary::{Actor, AppError, Said, StoreId};

// What the ledger does not ask about must never be closed.
const _: () = assert!(OVER_FOR.num_minutes() >= 2 * FRESH.num_minutes());

/// A store's books under their lock.
struct Books {
    id: Uuid,
    code: String,
    zone: chrono_tz::Tz,
    closed: Option<NaiveDate>,
}

impl Handle<ClosePeriod> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, close: ClosePeriod) -> Result<Done<PeriodsSaved>, OpError> {
        let now = tx.now();
        let mut changed = Vec::new();
        for books in lock(tx, close.store).await? {
            if decide_close(books.closed, close.through, last_over(now, &books.zone))? {
                changed.push(books);
            }
        }
        if changed.is_empty() {
            return Err(OpError::conflict(Said::new("period-closed-already")));
        }
        write(tx, actor, &changed, Some(close.through)).await?;
        Ok(told(&changed, Some(close.through), "period.closed", ""))
    }
}

impl Handle<ReopenPeriod> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, reopen: ReopenPeriod) -> Result<Done<PeriodsSaved>, OpError> {
        let fields = check_reopen(&reopen);
        if !fields.is_empty() {
            return Err(AppError::Invalid { fields }.into());
        }
        let mut changed = lock(tx, reopen.store).await?;
        changed.retain(|books| decide_reopen(books.closed, reopen.through));
        if changed.is_empty() {
            return Err(OpError::conflict(Said::new("period-open-already")));
        }
        write(tx, actor, &changed, reopen.through).await?;
        Ok(told(&changed, reopen.through, "period.reopened", reopen.reason.trim()))
    }
}

/// Locks the store, or all of them, in primary-key order.
async fn lock(tx: &mut Tx, store: Option<StoreId>) -> Result<Vec<Books>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT id, code, zone, closed_through FROM store WHERE tenant_id = ");
    select.push_bind(tenant);
    if let Some(store) = store {
        select.push(" AND id = ").push_bind(store.0);
    }
    select.push(" ORDER BY tenant_id, id FOR UPDATE");
    let rows: Vec<(Uuid, String, String, Option<NaiveDate>)> = select.build_query_as().fetch_all(tx.conn()).await?;
    if store.is_some() && rows.is_empty() {
        return Err(OpError::not_found());
    }
    let zone = |zone: String| chrono_tz::Tz::from_str(&zone).unwrap_or(chrono_tz::UTC);
    Ok(rows.into_iter().map(|(id, code, named, closed)| Books { id, code, zone: zone(named), closed }).collect())
}

async fn write(tx: &mut Tx, actor: &Actor, changed: &[Books], through: Option<NaiveDate>) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let mut update = QueryBuilder::<MySql>::new("UPDATE store SET closed_through = ");
    update.push_bind(through).push(", closed_at = ").push_bind(now).push(", closed_name = ").push_bind(actor.name.clone());
    update.push(" WHERE tenant_id = ").push_bind(tenant).push(" AND id IN ");
    push_list(&mut update, changed.iter().map(|books| books.id));
    update.build().execute(tx.conn()).await?;
    Ok(())
}

/// The reply, and in each store's history what was closed before and is now.
fn told(changed: &[Books], through: Option<NaiveDate>, kind: &'static str, reason: &str) -> Done<PeriodsSaved> {
    let mut stores: Vec<String> = changed.iter().map(|books| books.code.clone()).collect();
    stores.sort_unstable();
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut done = Done::reply(PeriodsSaved { stores, through });
    for books in changed {
        let mut trail = Trail::of("store", books.id).listed(books_history::LIST).changed("closed_through", &day(books.closed), &day(through));
        if !reason.is_empty() {
            trail = trail.with("reason", reason);
        }
        let event = Event::new(kind, books.id, &serde_json::json!({ "store": books.id, "code": books.code, "through": through }));
        done = done.trail(trail).event(event);
    }
    done
}
