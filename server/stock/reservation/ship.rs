//! Ships what was promised: the promise goes and the goods go, in one transaction, each store's in a posting of its own.

use super::{DOCUMENT, all_open, becomes, check_alive, told};
use crate::{
    Stock,
    plan::Checks,
    sell_goods::{Shelves, taken},
};
use ledger::{
    Document, Posting, StorePlaces, read,
    reserve::{Held, HeldLine, held, let_go, settle},
};
use platform::{Done, Handle, OpError, Tx};
use std::collections::BTreeMap;
use stock_rules::{ReservationSaved, ReservationState, ShipReservation};
use vocabulary::{Actor, FieldError, PlaceKind, PostingKind, Quantity, StoreId, VariantId};

impl Handle<ShipReservation> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, ship: ShipReservation) -> Result<Done<ReservationSaved>, OpError> {
        let mut checks = Checks::default();
        checks.note(&ship.note);
        if !ship.lines.is_empty() {
            checks.lines(ship.lines.len())?;
        }
        let held = held(tx, ship.reservation).await?;
        check_alive(&held, ship.fence, tx.now())?;
        let parts = parts(&held, &ship, &mut checks);
        checks.finish()?;
        let_go(tx, &held, &parts, true).await?;

        let mut saved = {
            let shipped: Quantity = parts.iter().map(|(_, quantity)| *quantity).sum();
            let open: Quantity = held.lines.iter().map(|line| line.open).sum();
            becomes(tx, &held, held.kind, held.expires_at, (shipped == open).then_some(ReservationState::Shipped)).await?
        };
        let mut done = Done::reply(());
        for posting in postings(tx, &held, &parts, &ship).await? {
            let posted = ledger::post(tx, actor, posting).await?;
            saved.postings.push(posted.id);
            for (trail, event) in ledger::told(&posted) {
                done = done.trail(trail).event(event);
            }
        }
        settle(tx, &held).await?;
        let (trail, event) = told(&held, &saved, "reservation.shipped");
        done = done.trail(trail).event(event);
        Ok(Done { reply: saved, trails: done.trails, events: done.events })
    }
}

/// How much of which line: what is asked for, or all that is promised.
fn parts(held: &Held, ship: &ShipReservation, checks: &mut Checks) -> Vec<(i32, Quantity)> {
    if ship.lines.is_empty() {
        return all_open(held);
    }
    let mut parts: BTreeMap<i32, Quantity> = BTreeMap::new();
    for (at, wanted) in ship.lines.iter().enumerate() {
        let field = |name: &str| format!("lines[{at}].{name}");
        let Some(line) = held.lines.iter().find(|line| line.line == wanted.line).filter(|line| !parts.contains_key(&line.line)) else {
            checks.add([FieldError::new(&field("line"), "reservation-line-unknown")]);
            continue;
        };
        if !wanted.quantity.is_positive() {
            checks.add([FieldError::new(&field("quantity"), "quantity-not-positive")]);
        } else if wanted.quantity > line.open {
            checks.add([FieldError::new(&field("quantity"), "reservation-more-than-promised").with("promised", line.open)]);
        }
        parts.insert(line.line, wanted.quantity);
    }
    parts.into_iter().collect()
}

async fn postings(tx: &mut Tx, held: &Held, parts: &[(i32, Quantity)], ship: &ShipReservation) -> Result<Vec<Posting>, OpError> {
    let now = tx.now();
    let mut stores: BTreeMap<StoreId, Vec<(&HeldLine, Quantity)>> = BTreeMap::new();
    for (number, quantity) in parts {
        if let Some(line) = held.lines.iter().find(|line| line.line == *number) {
            stores.entry(line.store).or_default().push((line, *quantity));
        }
    }
    let mut postings = Vec::with_capacity(stores.len());
    let mut short = Checks::default();
    for (store, lines) in stores {
        let places = StorePlaces::load(tx, store).await?;
        let customer = places.of(PlaceKind::Customer)?;
        let variants: Vec<VariantId> = lines.iter().map(|(line, _)| line.variant).collect();
        let facts = read::variants(tx, &variants).await?;
        // What is there may be shipped, whoever else was promised it: that makes nothing shorter than it is.
        let mut shelves = Shelves::read(tx, store, &variants, places.default, None, now).await?.for_the_promised();
        let mut sold = Vec::with_capacity(lines.len());
        for (line, quantity) in lines {
            let field = format!("lines[{}].quantity", line.line);
            match shelves.take(line.variant, quantity) {
                Ok(takings) => {
                    let cost = facts.get(&line.variant).and_then(|known| known.cost);
                    sold.push(taken(line.line, line.variant, quantity, &takings, customer).blaming(field).costing(cost));
                }
                Err(available) => short.add([FieldError::new(&field, "stock-insufficient").with("available", available).with("wanted", quantity)]),
            }
        }
        let reference = if held.reference.is_empty() { held.code.clone() } else { held.reference.clone() };
        let document = Document { kind: DOCUMENT, id: held.id.0, reference };
        postings.push(Posting { document, note: ship.note.clone(), ..Posting::new(PostingKind::Sale, &places, now, sold) });
    }
    short.finish()?;
    Ok(postings)
}
