//! Promises stock to somebody, all lines or none: decided and written under the promises' locks.

use super::{
    offers::{Offers, offered},
    short,
};
use crate::{Stock, plan::Checks};
use chrono::TimeDelta;
use ledger::{
    read,
    reserve::{self, Key, New, NewLine},
};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use serde_json::json;
use std::collections::BTreeSet;
use stock_rules::{
    Free, HOLD_MINUTES, ReservationKind, ReserveStock, Reserved, StockReserved, check_quantity, check_reserve, decide_reservation, reservation_code,
};
use uuid::Uuid;
use vocabulary::{Actor, Channel, FieldError, ReservationId, StoreId, VariantId};

/// Most stores that are looked at for lines that name none.
const STORES: i64 = 5_000;

impl Handle<ReserveStock> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, wanted: ReserveStock) -> Result<Done<StockReserved>, OpError> {
        let mut checks = Checks::default();
        checks.lines(wanted.lines.len())?;
        checks.add(check_reserve(&wanted));
        checks.reference(&wanted.reference);
        checks.note(&wanted.note);
        let ids: Vec<VariantId> = wanted.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        let open = stores(tx).await?;
        for (at, line) in wanted.lines.iter().enumerate() {
            if line.store.is_some_and(|store| !open.contains(&store)) {
                checks.add([FieldError::new(&format!("lines[{at}].store"), "reservation-store-unknown")]);
            }
            let Some(known) = checks.variant(at, line.variant, &facts) else { continue };
            checks.for_sale(at, known);
            checks.add(check_quantity(&format!("lines[{at}].quantity"), line.quantity, known.whole));
        }
        if wanted.stores.iter().any(|store| !open.contains(store)) {
            checks.add([FieldError::new("stores", "reservation-store-unknown")]);
        }
        checks.finish()?;

        let order = if wanted.stores.is_empty() { open } else { wanted.stores.clone() };
        let mut keys: BTreeSet<Key> = BTreeSet::new();
        for line in &wanted.lines {
            match line.store {
                Some(store) => keys.extend([(store, line.variant)]),
                None => keys.extend(order.iter().map(|store| (*store, line.variant))),
            }
        }
        let promises = reserve::lock(tx, &keys).await?;
        let offers = Offers::read(tx, facts.values().map(offered).collect(), wanted.channel).await?;
        let free: Free = promises.iter().map(|((store, variant), promise)| ((*store, *variant), offers.left(*store, *variant, promise))).collect();
        let plan = match decide_reservation(&wanted.lines, free, &order) {
            Ok(plan) => plan,
            Err(short) => {
                let asked = short::Asked { lines: &wanted.lines, order: &order, offers, promises: &promises };
                let short = short::report(tx, &asked, &short).await?;
                return Ok(Done::reply(StockReserved { reserved: None, short }));
            }
        };
        let id = ReservationId::new();
        let minutes = i64::from(wanted.minutes.unwrap_or(HOLD_MINUTES));
        let expires_at = (wanted.kind == ReservationKind::Hold).then(|| tx.now() + TimeDelta::minutes(minutes));
        let code = reservation_code(id);
        let channel = wanted.channel.map_or(0, Channel::code);
        let new = New { id, code: code.clone(), kind: wanted.kind.code(), channel, expires_at, reference: wanted.reference, note: wanted.note };
        let lines: Vec<NewLine> = plan.iter().map(|part| NewLine { store: part.store, variant: part.variant, quantity: part.quantity }).collect();
        reserve::reserve(tx, actor, &new, &lines).await?;
        let mut trail = Trail::of("reservation", id).with("code", code.as_str()).with("kind", wanted.kind.tag()).with("lines", lines.len());
        if let Some(channel) = wanted.channel {
            trail = trail.with("channel", channel.tag());
        }
        let facts =
            json!({ "reservation": id, "code": code, "kind": wanted.kind, "channel": wanted.channel, "expires_at": expires_at, "lines": plan });
        let reply = StockReserved { reserved: Some(Reserved { reservation: id, code, fence: 1, expires_at, plan }), short: Vec::new() };
        Ok(Done::reply(reply).trail(trail).event(Event::new("reservation.made", id, &facts)))
    }
}

/// The stores in use, by code.
async fn stores(tx: &mut Tx) -> Result<Vec<StoreId>, OpError> {
    let tenant = tx.tenant();
    let ids: Vec<Uuid> = sqlx::query_scalar("SELECT id FROM store WHERE tenant_id = ? AND archived_at IS NULL ORDER BY code LIMIT ?")
        .bind(tenant)
        .bind(STORES)
        .fetch_all(tx.conn())
        .await?;
    Ok(ids.into_iter().map(StoreId).collect())
}
