//! Revaluations, and costs that came later.

use crate::{Stock, known as own};
use chrono::NaiveDate;
use ledger::{
    StorePlaces,
    cost::{
        adjust::{self, Changed, Document},
        currency,
    },
};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use rust_decimal::Decimal;
use std::str::FromStr;
use stock_rules::{AddLateCost, CostChange, DealtBy, RevalueStock, StockRevalued, check_late_cost, check_revaluation};
use uuid::Uuid;
use vocabulary::{Actor, AppError, StoreId};

impl Handle<RevalueStock> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, revalue: RevalueStock) -> Result<Done<StockRevalued>, OpError> {
        let fields = check_revaluation(&revalue);
        if !fields.is_empty() {
            return Err(AppError::Invalid { fields }.into());
        }
        own::variant(tx, revalue.variant).await?;
        let day = match revalue.store {
            Some(store) => StorePlaces::load(tx, store).await?.business_date(tx.now()),
            None => today(tx).await?,
        };
        let document = Document {
            id: Uuid::now_v7(),
            kind: CostChange::Revaluation.code(),
            reference: String::new(),
            note: revalue.reason.trim().to_owned(),
            currency: currency(tx).await?,
            amount: Decimal::ZERO,
            rate: Decimal::ONE,
            rate_source: String::new(),
            rate_date: day,
            undoes: None,
        };
        let changed = adjust::revalue(tx, actor, revalue.variant, revalue.store, revalue.unit_cost, &document, day).await?;
        let trail = Trail::of("variant", revalue.variant)
            .with("revalued", changed.value.normalize().to_string())
            .with("unit_cost", revalue.unit_cost.normalize().to_string())
            .with("reason", document.note.as_str());
        let facts = serde_json::json!({ "variant": revalue.variant, "store": revalue.store, "unit_cost": revalue.unit_cost, "value": changed.value });
        let event = Event::new("stock.revalued", document.id, &facts);
        Ok(Done::reply(told(document.id, changed)).trail(trail).event(event))
    }
}

impl Handle<AddLateCost> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, cost: AddLateCost) -> Result<Done<StockRevalued>, OpError> {
        let own_currency = currency(tx).await?;
        let fields = check_late_cost(&cost, own_currency);
        if !fields.is_empty() {
            return Err(AppError::Invalid { fields }.into());
        }
        let store = store_of(tx, cost.posting.0).await?.ok_or_else(OpError::not_found)?;
        let day = day_in(tx, store).await?;
        let rate = cost.rate.as_ref();
        let document = Document {
            id: Uuid::now_v7(),
            kind: cost.kind.change().code(),
            reference: cost.reference.trim().to_owned(),
            note: cost.note.trim().to_owned(),
            currency: rate.map_or(own_currency, |rate| rate.currency),
            amount: cost.amount,
            rate: rate.map_or(Decimal::ONE, |rate| rate.rate),
            rate_source: rate.map(|rate| rate.source.trim().to_owned()).unwrap_or_default(),
            rate_date: rate.map_or(day, |rate| rate.date),
            undoes: None,
        };
        let by_quantity = cost.by == DealtBy::Quantity;
        let changed = adjust::add_late_cost(tx, actor, cost.posting, &cost.lines, by_quantity, &document, day).await?;
        let trail = Trail::of("posting", cost.posting.0)
            .with("cost", cost.kind.tag())
            .with("value", changed.value.normalize().to_string())
            .with("on_hand", changed.on_hand.normalize().to_string())
            .with("gone", changed.gone.normalize().to_string());
        let facts = serde_json::json!({ "posting": cost.posting, "kind": cost.kind, "value": changed.value, "on_hand": changed.on_hand, "gone": changed.gone });
        let event = Event::new("stock.cost_added", document.id, &facts);
        Ok(Done::reply(told(document.id, changed)).trail(trail).event(event))
    }
}

pub(super) fn told(document: Uuid, changed: Changed) -> StockRevalued {
    let Changed { value, on_hand, gone } = changed;
    StockRevalued { document, value: value.normalize(), on_hand: on_hand.normalize(), gone: gone.normalize() }
}

/// The store of a posting; none: there is no such posting.
pub(super) async fn store_of(tx: &mut Tx, posting: Uuid) -> Result<Option<StoreId>, OpError> {
    let tenant = tx.tenant();
    let store: Option<Uuid> = sqlx::query_scalar("SELECT store_id FROM posting WHERE tenant_id = ? AND id = ?")
        .bind(tenant)
        .bind(posting)
        .fetch_optional(tx.conn())
        .await?;
    Ok(store.map(StoreId))
}

/// Today, where the business is.
pub(super) async fn today(tx: &mut Tx) -> Result<NaiveDate, OpError> {
    let zone: String = sqlx::query_scalar("SELECT zone FROM tenant WHERE id = ?").bind(tx.tenant()).fetch_one(tx.conn()).await?;
    Ok(day_there(tx, &zone))
}

/// Today in a store, one that is put away too.
pub(super) async fn day_in(tx: &mut Tx, store: StoreId) -> Result<NaiveDate, OpError> {
    let tenant = tx.tenant();
    let zone: String =
        sqlx::query_scalar("SELECT zone FROM store WHERE tenant_id = ? AND id = ?").bind(tenant).bind(store.0).fetch_one(tx.conn()).await?;
    Ok(day_there(tx, &zone))
}

fn day_there(tx: &Tx, zone: &str) -> NaiveDate {
    tx.now().with_timezone(&chrono_tz::Tz::from_str(zone).unwrap_or(chrono_tz::UTC)).date_naive()
}
