//! Promises stock to somebody, all lines or none: decided and written under the promises' locks.

use super::{
    offers::{Offers, offered},
    short,
};
use crate::{
    Stock,
    kit::{MayBeKit, Parts},
    plan::Checks,
    unit,
};
use chrono::TimeDelta;
use ledger::{
    kits::Bundle,
    read::{self, Promise},
    reserve::{self, Key, Made, New, NewLine},
};
use platform::{Asked, Done, Event, Handle, HandleTogether, OpError, Trail, Tx, Verdict};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use stock_rules::{
    Free, HOLD_MINUTES, KitLines, Offered, ReservationKind, ReservationPlan, ReserveLine, ReserveStock, Reserved, StockReserved, WantedLine,
    check_reserve, decide_reservation, reservation_code,
};
use uuid::Uuid;
use vocabulary::{Actor, Channel, FieldError, Quantity, ReservationId, StoreId, VariantId};

/// Most stores that are looked at for lines that name none.
const STORES: i64 = 5_000;

/// Promises under their locks, less what was decided since.
type Promises = BTreeMap<Key, Promise>;

impl Handle<ReserveStock> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, wanted: ReserveStock) -> Result<Done<StockReserved>, OpError> {
        let wish = Wish::read(tx, wanted).await?;
        let mut promises = reserve::lock(tx, &wish.keys()).await?;
        let offers = Offers::read(tx, wish.offered().collect(), wish.wanted.channel).await?;
        match wish.decide(&mut promises, &offers) {
            Ok(plan) => {
                let (made, done) = wish.made(tx, actor, plan);
                reserve::reserve(tx, &[made]).await?;
                Ok(done)
            }
            Err(short) => Ok(wish.short(tx, &offers, &promises, &short).await?),
        }
    }
}

/// Demand is summed over all that arrived together, in their order; whoever gets too little is told so of what those before
/// them left, for all of it is written together or not at all.
impl HandleTogether<ReserveStock> for Stock {
    async fn handle_together(&self, tx: &mut Tx, asked: &[Asked<'_, ReserveStock>]) -> Result<Vec<Verdict<Done<StockReserved>>>, OpError> {
        let variants: BTreeSet<VariantId> = asked.iter().flat_map(|one| &one.operation.lines).map(|line| line.variant).collect();
        read::variants(tx, &variants.into_iter().collect::<Vec<_>>()).await?;
        let mut wishes = Vec::with_capacity(asked.len());
        for one in asked {
            wishes.push(match Wish::read(tx, one.operation.clone()).await {
                Ok(wish) => Ok(wish),
                Err(OpError::App(refused)) => Err(refused),
                Err(error) => return Err(error),
            });
        }
        let keys = wishes.iter().flatten().flat_map(Wish::keys).collect();
        let mut promises = reserve::lock(tx, &keys).await?;
        // What is kept back, once for each way of selling.
        let mut by_channel: HashMap<Option<Channel>, Offers> = HashMap::new();
        for channel in wishes.iter().flatten().map(|wish| wish.wanted.channel).collect::<HashSet<_>>() {
            let of = wishes.iter().flatten().filter(|wish| wish.wanted.channel == channel).flat_map(Wish::offered).collect();
            by_channel.insert(channel, Offers::read(tx, of, channel).await?);
        }
        let (mut verdicts, mut all, mut refused) = (Vec::with_capacity(asked.len()), Vec::new(), Vec::new());
        for (one, wish) in asked.iter().zip(wishes) {
            verdicts.push(match wish {
                Err(wrong) => Verdict::Refused(wrong),
                Ok(wish) => match by_channel.get(&wish.wanted.channel).map(|offers| wish.decide(&mut promises, offers)) {
                    Some(Ok(plan)) => {
                        let (made, done) = wish.made(tx, one.actor, plan);
                        all.push(made);
                        Verdict::Done(done)
                    }
                    Some(Err(short)) => {
                        refused.push((verdicts.len(), wish, short));
                        Verdict::Alone
                    }
                    None => Verdict::Alone,
                },
            });
        }
        reserve::reserve(tx, &all).await?;
        for (at, wish, short) in refused {
            if let (Some(offers), Some(verdict)) = (by_channel.get(&wish.wanted.channel), verdicts.get_mut(at)) {
                *verdict = Verdict::Done(wish.short(tx, offers, &promises, &short).await?);
            }
        }
        Ok(verdicts)
    }
}

/// A reservation that somebody wants, with nothing wrong about it.
struct Wish {
    wanted: ReserveStock,
    /// Its lines with what each takes: a kit its components.
    lines: Vec<WantedLine>,
    parts: Parts,
    /// The stores that are looked at for lines that name none.
    order: Vec<StoreId>,
}

impl Wish {
    async fn read(tx: &mut Tx, mut wanted: ReserveStock) -> Result<Self, OpError> {
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
        Ok(Self { lines: wanted_lines(&wanted.lines, &parts), wanted, parts, order })
    }

    fn keys(&self) -> BTreeSet<Key> {
        let mut keys = BTreeSet::new();
        for (line, (variant, _)) in self.lines.iter().flat_map(|line| line.parts.iter().map(move |part| (line, part))) {
            match line.store {
                Some(store) => keys.extend([(store, *variant)]),
                None => keys.extend(self.order.iter().map(|store| (*store, *variant))),
            }
        }
        keys
    }

    /// What it takes, as rules of what is kept back know it.
    fn offered(&self) -> impl Iterator<Item = Offered> {
        self.parts.facts.values().map(offered)
    }

    /// All of it from what is left for its way of selling, which is then less; or what is short, and nothing is.
    fn decide(&self, promises: &mut Promises, offers: &Offers) -> Result<ReservationPlan, Vec<(usize, Quantity)>> {
        let left = |key: Key| promises.get(&key).map(|promise| (key, offers.left(key.0, key.1, promise)));
        let free: Free = self.keys().into_iter().filter_map(left).collect();
        let plan = decide_reservation(&self.lines, free, &self.order)?;
        for part in &plan.lines {
            if let Some(promise) = promises.get_mut(&(part.store, part.variant)) {
                promise.promised += part.quantity;
            }
        }
        Ok(plan)
    }

    /// What is told of what is short.
    async fn short(&self, tx: &mut Tx, offers: &Offers, promises: &Promises, short: &[(usize, Quantity)]) -> Result<Done<StockReserved>, OpError> {
        let asked = short::Asked { lines: &self.lines, order: &self.order, offers, promises };
        let mut short = short::report(tx, &asked, short).await?;
        for line in &mut short {
            line.component_sku = line.component.and_then(|part| self.parts.facts.get(&part)).map(|known| known.sku.clone());
        }
        Ok(Done::reply(StockReserved { reserved: None, short }))
    }

    fn made<'a>(&self, tx: &Tx, actor: &'a Actor, plan: ReservationPlan) -> (Made<'a>, Done<StockReserved>) {
        let (wanted, id) = (&self.wanted, ReservationId::new());
        let minutes = i64::from(wanted.minutes.unwrap_or(HOLD_MINUTES));
        let expires_at = (wanted.kind == ReservationKind::Hold).then(|| tx.now() + TimeDelta::minutes(minutes));
        let code = reservation_code(id);
        let (kind, reference, note) = (wanted.kind.code(), wanted.reference.clone(), wanted.note.clone());
        let channel = wanted.channel.map_or(0, Channel::code);
        let new = New { id, code: code.clone(), kind, channel, expires_at, reference, note };
        let ReservationPlan { lines: plan, kits } = plan;
        let lines: Vec<NewLine> = plan.iter().map(|part| NewLine { store: part.store, variant: part.variant, quantity: part.quantity }).collect();
        let bundle = |kit: &KitLines| Bundle { line: kit.line, parts: kit.parts, kit: kit.variant, quantity: kit.quantity };
        let bundles = kits.iter().map(bundle).collect();
        let mut trail = Trail::of("reservation", id).with("code", code.as_str()).with("kind", wanted.kind.tag()).with("lines", lines.len());
        if let Some(channel) = wanted.channel {
            trail = trail.with("channel", channel.tag());
        }
        let facts =
            json!({ "reservation": id, "code": code, "kind": wanted.kind, "channel": wanted.channel, "expires_at": expires_at, "lines": plan });
        let reply = StockReserved { reserved: Some(Reserved { reservation: id, code, fence: 1, expires_at, plan, kits }), short: Vec::new() };
        (Made { actor, new, lines, kits: bundles }, Done::reply(reply).trail(trail).event(Event::new("reservation.made", id, &facts)))
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
