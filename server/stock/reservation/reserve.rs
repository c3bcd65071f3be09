//! Promises stock to somebody, all lines or none: decided and written under the promises' locks.

use super::short;
use crate::{
    Stock,
    kit::{MayBeKit, Parts},
    plan::Checks,
    unit,
};
use chrono::TimeDelta;
use ledger::{
    kits::Bundle,
    read,
    reserve::{self, Key, New, NewLine},
};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use stock_rules::{
    Free, HOLD_MINUTES, KitLines, ReservationKind, ReservationPlan, ReserveLine, ReserveStock, Reserved, StockReserved, WantedLine, check_reserve,
    decide_reservation, reservation_code,
};
use uuid::Uuid;
use vocabulary::{Actor, FieldError, ReservationId, StoreId, VariantId};

/// Most stores that are looked at for lines that name none.
const STORES: i64 = 5_000;

impl Handle<ReserveStock> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, mut wanted: ReserveStock) -> Result<Done<StockReserved>, OpError> {
        let mut checks = Checks::default();
        checks.lines(wanted.lines.len())?;
        checks.add(check_reserve(&wanted));
        checks.reference(&wanted.reference);
        checks.note(&wanted.note);
        let ids: Vec<VariantId> = wanted.lines.iter().map(|line| line.variant).collect();
        let facts = read::variants(tx, &ids).await?;
        unit::enter(tx, &mut checks, &facts, &mut wanted.lines).await?;
        let open = stores(tx).await?;
        for (at, line) in wanted.lines.iter().enumerate() {
            if line.store.is_some_and(|store| !open.contains(&store)) {
                checks.add([FieldError::new(&format!("lines[{at}].store"), "reservation-store-unknown")]);
            }
        }
        let may_be_kit = |line: &ReserveLine| MayBeKit { variant: line.variant, quantity: line.quantity, lot: None, serials: &[] };
        let may_be_kits: Vec<MayBeKit<'_>> = wanted.lines.iter().map(may_be_kit).collect();
        let parts = Parts::of(tx, &mut checks, facts, &may_be_kits, true).await?;
        if wanted.stores.iter().any(|store| !open.contains(store)) {
            checks.add([FieldError::new("stores", "reservation-store-unknown")]);
        }
        checks.finish()?;

        let order = if wanted.stores.is_empty() { open } else { wanted.stores.clone() };
        let lines = wanted_lines(&wanted.lines, &parts);
        let mut keys: BTreeSet<Key> = BTreeSet::new();
        for (line, (variant, _)) in lines.iter().flat_map(|line| line.parts.iter().map(move |part| (line, part))) {
            match line.store {
                Some(store) => keys.extend([(store, *variant)]),
                None => keys.extend(order.iter().map(|store| (*store, *variant))),
            }
        }
        let promises = reserve::lock(tx, &keys).await?;
        let free: Free = promises.iter().map(|(key, promise)| (*key, promise.sellable - promise.promised)).collect();
        let plan = match decide_reservation(&lines, free, &order) {
            Ok(plan) => plan,
            Err(short) => {
                let mut short = short::report(tx, &lines, &short, &order).await?;
                for line in &mut short {
                    line.component_sku = line.component.and_then(|part| parts.facts.get(&part)).map(|known| known.sku.clone());
                }
                return Ok(Done::reply(StockReserved { reserved: None, short }));
            }
        };
        let id = ReservationId::new();
        let minutes = i64::from(wanted.minutes.unwrap_or(HOLD_MINUTES));
        let expires_at = (wanted.kind == ReservationKind::Hold).then(|| tx.now() + TimeDelta::minutes(minutes));
        let code = reservation_code(id);
        let new = New { id, code: code.clone(), kind: wanted.kind.code(), expires_at, reference: wanted.reference, note: wanted.note };
        let ReservationPlan { lines: plan, kits } = plan;
        let lines: Vec<NewLine> = plan.iter().map(|part| NewLine { store: part.store, variant: part.variant, quantity: part.quantity }).collect();
        let bundle = |kit: &KitLines| Bundle { line: kit.line, parts: kit.parts, kit: kit.variant, quantity: kit.quantity };
        reserve::reserve(tx, actor, &new, &lines, &kits.iter().map(bundle).collect::<Vec<_>>()).await?;
        let trail = Trail::of("reservation", id).with("code", code.as_str()).with("kind", wanted.kind.tag()).with("lines", lines.len());
        let facts = json!({ "reservation": id, "code": code, "kind": wanted.kind, "expires_at": expires_at, "lines": plan });
        let reply = StockReserved { reserved: Some(Reserved { reservation: id, code, fence: 1, expires_at, plan, kits }), short: Vec::new() };
        Ok(Done::reply(reply).trail(trail).event(Event::new("reservation.made", id, &facts)))
    }
}

/// The lines with what each takes: a kit its components.
fn wanted_lines(lines: &[ReserveLine], parts: &Parts) -> Vec<WantedLine> {
    let mut wanted: Vec<WantedLine> = lines.iter().map(|line| WantedLine { parts: Vec::new(), ..WantedLine::of(line) }).collect();
    for part in &parts.all {
        let line = &mut wanted[part.line];
        line.parts.push((part.variant, part.each));
        line.kit = part.kit;
    }
    wanted
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

/// What is free by store, of some variants in all stores in use.
pub(super) type FreeBy = BTreeMap<VariantId, Vec<(StoreId, vocabulary::Quantity)>>;
