//! The key figures.

use crate::Admin;
use admin_rules::Figures;
use chrono::{DateTime, Utc};
use ledger::cost::worth;
use platform::{
    Done, Handle, OpError, Tx,
    jobs::{JobContext, Runner, Work},
    registry::BoxFuture,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::{MySql, QueryBuilder};
use std::time::Duration;
use uuid::Uuid;
use vocabulary::{Actor, Ask, Key, Kind, Operation, Permission, PlaceKind, Quantity, StoreId};

/// Balances, and variants, that are counted anew each time; of more, what the job last wrote is shown, and when that was.
const FEW: i64 = 5_000;

/// The figures this asker may see, and how many balances are below nought.
pub(super) async fn load(tx: &mut Tx, actor: &Actor, store: Option<StoreId>) -> Result<(Figures, i64), OpError> {
    let mut figures = Figures::default();
    let counted = if are_few(tx).await? { Some(count(tx, store).await?) } else { kept(tx, store).await? };
    let negative = match &counted {
        Some(counted) if actor.may(Permission::StockRead) => {
            figures.units = Some(Quantity::new(counted.units).map_err(anyhow::Error::new)?);
            if actor.may(Permission::ValueRead) {
                figures.value = Some(counted.value.normalize());
                figures.valued_through = Some(counted.through);
            }
            figures.out_of_stock = Some(counted.sold_out);
            counted.below
        }
        _ => 0,
    };
    if let Some(counted) = &counted {
        figures.at = counted.at;
        figures.variants = actor.may(Permission::CatalogRead).then_some(counted.variants);
    }
    if actor.may(Permission::Count) {
        figures.open_counts = Some(open_counts(tx, store).await?);
    }
    Ok((figures, negative))
}

/// What is counted over all balances and variants.
struct Counted {
    units: Decimal,
    /// As it is valued, through the watermark.
    value: Decimal,
    through: DateTime<Utc>,
    below: i64,
    sold_out: i64,
    variants: i64,
    /// None: just now.
    at: Option<DateTime<Utc>>,
}

async fn are_few(tx: &mut Tx) -> Result<bool, OpError> {
    let tenant = tx.tenant();
    let (balances, variants): (i64, i64) = sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM stock_balance WHERE tenant_id = ? LIMIT ?) b), \
         (SELECT COUNT(*) FROM (SELECT 1 FROM variant FORCE INDEX (variant_state) WHERE tenant_id = ? LIMIT ?) v)",
    )
    .bind(tenant)
    .bind(FEW + 1)
    .bind(tenant)
    .bind(FEW + 1)
    .fetch_one(tx.conn())
    .await?;
    Ok(balances <= FEW && variants <= FEW)
}

/// Reads it all: a page does so only where it is little.
async fn count(tx: &mut Tx, store: Option<StoreId>) -> Result<Counted, OpError> {
    let tenant = tx.tenant();
    let (units, below) = stock(tx, store).await?;
    // Before the value: what is valued between the two is in it, and not promised.
    let (through, _) = worth::watermark(tx, None).await?;
    let value = worth::all(tx, store).await?;
    let sold_out = out_of_stock(tx, store).await?;
    let variants = sqlx::query_scalar("SELECT COUNT(*) FROM variant WHERE tenant_id = ? AND state < 4").bind(tenant).fetch_one(tx.conn()).await?;
    Ok(Counted { units, value, through, below, sold_out, variants, at: None })
}

/// What the job wrote last; nothing where it has not been here yet.
async fn kept(tx: &mut Tx, store: Option<StoreId>) -> Result<Option<Counted>, OpError> {
    let tenant = tx.tenant();
    let row: Option<(Decimal, Decimal, DateTime<Utc>, i64, i64, i64, DateTime<Utc>)> = sqlx::query_as(
        "SELECT units, value, COALESCE(valued_through, at), below, sold_out, variants, at FROM stock_figure WHERE tenant_id = ? AND store_id = ?",
    )
    .bind(tenant)
    .bind(of_all(store))
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|(units, value, through, below, sold_out, variants, at)| Counted { units, value, through, below, sold_out, variants, at: Some(at) }))
}

fn of_all(store: Option<StoreId>) -> Uuid {
    store.map_or_else(Uuid::nil, |store| store.0)
}

/// Counts and keeps the figures of a business in which there is much. Only the job asks it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct KeepFigures {}

impl Operation for KeepFigures {
    type Reply = ();
    const NAME: &'static str = "admin.keep_figures";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Command;
}

impl Handle<KeepFigures> for Admin {
    async fn handle(&self, tx: &mut Tx, _: &Actor, _: KeepFigures) -> Result<Done<()>, OpError> {
        let (tenant, now) = (tx.tenant(), tx.now());
        let stores: Vec<Uuid> = sqlx::query_scalar("SELECT id FROM store WHERE tenant_id = ? ORDER BY id").bind(tenant).fetch_all(tx.conn()).await?;
        for store in stores.into_iter().map(|id| Some(StoreId(id))).chain([None]) {
            let counted = count(tx, store).await?;
            sqlx::query(
                "INSERT INTO stock_figure (tenant_id, store_id, units, value, valued_through, below, sold_out, variants, at) \
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE units = VALUES(units), value = VALUES(value), \
                 valued_through = VALUES(valued_through), below = VALUES(below), sold_out = VALUES(sold_out), \
                 variants = VALUES(variants), at = VALUES(at)",
            )
            .bind(tenant)
            .bind(of_all(store))
            .bind(counted.units)
            .bind(counted.value)
            .bind(counted.through)
            .bind(counted.below)
            .bind(counted.sold_out)
            .bind(counted.variants)
            .bind(now)
            .execute(tx.conn())
            .await?;
        }
        Ok(Done::reply(()))
    }
}

/// The kind of the job.
const KIND: &str = "admin.figures";
/// How old the figures of a business may be in which there is much.
const EVERY: Duration = Duration::from_secs(300);

struct Refresh;

impl Work for Refresh {
    fn run<'a>(&'a self, context: &'a JobContext, _: Value) -> BoxFuture<'a, Result<(), OpError>> {
        Box::pin(async move {
            let mut tx = context.desk.database().begin_read(context.tenant).await?;
            let few = are_few(&mut tx).await?;
            tx.commit().await?;
            if !few {
                context.desk.run(Ask::new(&context.actor, Key::random(), KeepFigures {})).await?;
            }
            Ok(())
        })
    }
}

/// The job that keeps them fresh.
pub(super) fn jobs(runner: Runner) -> Runner {
    runner.on(KIND, Refresh).every(EVERY, KIND)
}

/// Units on hand, and how many balances are below nought: one pass over the balances' key.
/// A virtual place has no balance; what is on its way has, and is left out.
async fn stock(tx: &mut Tx, store: Option<StoreId>) -> Result<(Decimal, i64), OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT COALESCE(SUM(b.on_hand), 0), CAST(COALESCE(SUM(b.on_hand < 0), 0) AS SIGNED) FROM stock_balance b WHERE b.tenant_id = ",
    );
    select.push_bind(tenant);
    if let Some(store) = store {
        select.push(" AND b.store_id = ").push_bind(store.0);
    }
    select.push(" AND b.location_id NOT IN (SELECT l.id FROM location l FORCE INDEX (PRIMARY) WHERE l.tenant_id = ").push_bind(tenant);
    select.push(" AND l.kind = ").push_bind(PlaceKind::Transit.code()).push(")");
    Ok(select.build_query_as().fetch_one(tx.conn()).await?)
}

/// Variants that were in a store and of which nothing is left to sell there: as many as the stock list's "out" shows.
async fn out_of_stock(tx: &mut Tx, store: Option<StoreId>) -> Result<i64, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT COUNT(*) FROM (SELECT DISTINCT p.variant_id FROM stock_promise p WHERE p.tenant_id = ");
    select.push_bind(tenant);
    if let Some(store) = store {
        select.push(" AND p.store_id = ").push_bind(store.0);
    }
    select.push(" AND p.need = 2) sold_out JOIN variant v ON v.tenant_id = ");
    select.push_bind(tenant).push(" AND v.id = sold_out.variant_id AND v.state < 4");
    Ok(select.build_query_scalar().fetch_one(tx.conn()).await?)
}

/// Counts in states 1 to 3: open, counting, in review.
async fn open_counts(tx: &mut Tx, store: Option<StoreId>) -> Result<i64, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT COUNT(*) FROM count_session WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND state BETWEEN 1 AND 3");
    if let Some(store) = store {
        select.push(" AND store_id = ").push_bind(store.0);
    }
    Ok(select.build_query_scalar().fetch_one(tx.conn()).await?)
}
