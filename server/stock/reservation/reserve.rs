//! Promises stock to somebody, all lines or none: decided and written under the promises' locks.

use super::short;
use crate::{Stock, plan::Checks};
use chrono::TimeDelta;
use ledger::{
    read,
    reserve::{self, Key, Made, New, NewLine},
};
use platform::{Asked, Done, Event, Handle, HandleTogether, OpError, Trail, Tx, Verdict};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use stock_rules::{
    Free, HOLD_MINUTES, PlannedLine, ReservationKind, ReserveLine, ReserveStock, Reserved, StockReserved, check_quantity, check_reserve,
    decide_reservation, reservation_code,
};
use uuid::Uuid;
use vocabulary::{Actor, FieldError, Quantity, ReservationId, StoreId, VariantId};

/// Most stores that are looked at for lines that name none.
const STORES: i64 = 5_000;

impl Handle<ReserveStock> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, wanted: ReserveStock) -> Result<Done<StockReserved>, OpError> {
        let wish = Wish::read(tx, &wanted).await?;
        let mut free = free(tx, &wish.keys()).await?;
        match wish.decide(&mut free) {
            Ok(plan) => {
                let (made, done) = wish.made(tx, actor, plan);
                reserve::reserve(tx, &[made]).await?;
                Ok(done)
            }
            Err(short) => {
                let short = short::report(tx, &wanted.lines, &short, &wish.order).await?;
                Ok(Done::reply(StockReserved { reserved: None, short }))
            }
        }
    }
}

/// Demand is summed over all that arrived together, in their order; whoever gets too little is told why by itself.
impl HandleTogether<ReserveStock> for Stock {
    async fn handle_together(&self, tx: &mut Tx, asked: &[Asked<'_, ReserveStock>]) -> Result<Vec<Verdict<Done<StockReserved>>>, OpError> {
        let variants: BTreeSet<VariantId> = asked.iter().flat_map(|one| &one.operation.lines).map(|line| line.variant).collect();
        read::variants(tx, &variants.into_iter().collect::<Vec<_>>()).await?;
        let mut wishes = Vec::with_capacity(asked.len());
        for one in asked {
            wishes.push(match Wish::read(tx, one.operation).await {
                Ok(wish) => Ok(wish),
                Err(OpError::App(refused)) => Err(refused),
                Err(error) => return Err(error),
            });
        }
        let keys = wishes.iter().flatten().flat_map(Wish::keys).collect();
        let mut free = free(tx, &keys).await?;
        let (mut verdicts, mut all) = (Vec::with_capacity(asked.len()), Vec::new());
        for (one, wish) in asked.iter().zip(wishes) {
            verdicts.push(match wish.map(|wish| wish.decide(&mut free).map(|plan| wish.made(tx, one.actor, plan))) {
                Ok(Ok((made, done))) => {
                    all.push(made);
                    Verdict::Done(done)
                }
                Ok(Err(_)) => Verdict::Alone,
                Err(refused) => Verdict::Refused(refused),
            });
        }
        reserve::reserve(tx, &all).await?;
        Ok(verdicts)
    }
}

/// What is free of keys, under their promises' locks.
async fn free(tx: &mut Tx, keys: &BTreeSet<Key>) -> Result<Free, OpError> {
    let promises = reserve::lock(tx, keys).await?;
    Ok(promises.iter().map(|(key, promise)| (*key, promise.sellable - promise.promised)).collect())
}

/// A reservation that somebody wants, with nothing wrong about it.
struct Wish<'a> {
    wanted: &'a ReserveStock,
    /// The stores that are looked at for lines that name none.
    order: Vec<StoreId>,
}

impl<'a> Wish<'a> {
    async fn read(tx: &mut Tx, wanted: &'a ReserveStock) -> Result<Self, OpError> {
        let mut checks = Checks::default();
        checks.lines(wanted.lines.len())?;
        checks.add(check_reserve(wanted));
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
        Ok(Self { wanted, order: if wanted.stores.is_empty() { open } else { wanted.stores.clone() } })
    }

    fn keys(&self) -> BTreeSet<Key> {
        let of = |line: &ReserveLine| match line.store {
            Some(store) => vec![(store, line.variant)],
            None => self.order.iter().map(|store| (*store, line.variant)).collect(),
        };
        self.wanted.lines.iter().flat_map(of).collect()
    }

    /// All of it from what is free, which is then less; or what is short, and nothing is.
    fn decide(&self, free: &mut Free) -> Result<Vec<PlannedLine>, Vec<(usize, Quantity)>> {
        let plan = decide_reservation(&self.wanted.lines, free.clone(), &self.order)?;
        for part in &plan {
            let left = free.entry((part.store, part.variant)).or_default();
            *left = *left - part.quantity;
        }
        Ok(plan)
    }

    fn made(&self, tx: &Tx, actor: &'a Actor, plan: Vec<PlannedLine>) -> (Made<'a>, Done<StockReserved>) {
        let (wanted, id) = (self.wanted, ReservationId::new());
        let minutes = i64::from(wanted.minutes.unwrap_or(HOLD_MINUTES));
        let expires_at = (wanted.kind == ReservationKind::Hold).then(|| tx.now() + TimeDelta::minutes(minutes));
        let code = reservation_code(id);
        let (kind, reference, note) = (wanted.kind.code(), wanted.reference.clone(), wanted.note.clone());
        let new = New { id, code: code.clone(), kind, expires_at, reference, note };
        let lines: Vec<NewLine> = plan.iter().map(|part| NewLine { store: part.store, variant: part.variant, quantity: part.quantity }).collect();
        let trail = Trail::of("reservation", id).with("code", code.as_str()).with("kind", wanted.kind.tag()).with("lines", lines.len());
        let facts = json!({ "reservation": id, "code": code, "kind": wanted.kind, "expires_at": expires_at, "lines": plan });
        let reply = StockReserved { reserved: Some(Reserved { reservation: id, code, fence: 1, expires_at, plan }), short: Vec::new() };
        (Made { actor, new, lines }, Done::reply(reply).trail(trail).event(Event::new("reservation.made", id, &facts)))
    }
}

/// Stores that were read already in this transaction.
#[derive(Default)]
struct Open(Option<Vec<StoreId>>);

/// The stores in use, by code.
async fn stores(tx: &mut Tx) -> Result<Vec<StoreId>, OpError> {
    if let Some(Open(Some(open))) = tx.memory() {
        return Ok(open.clone());
    }
    let tenant = tx.tenant();
    let ids: Vec<Uuid> = sqlx::query_scalar("SELECT id FROM store WHERE tenant_id = ? AND archived_at IS NULL ORDER BY code LIMIT ?")
        .bind(tenant)
        .bind(STORES)
        .fetch_all(tx.conn())
        .await?;
    let open: Vec<StoreId> = ids.into_iter().map(StoreId).collect();
    if let Some(Open(known)) = tx.memory() {
        *known = Some(open.clone());
    }
    Ok(open)
}

/// What is free by store, of some variants in all stores in use.
pub(super) type FreeBy = BTreeMap<VariantId, Vec<(StoreId, Quantity)>>;
