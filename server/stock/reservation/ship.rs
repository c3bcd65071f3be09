//! Ships what was promised: the promise goes and the goods go, in one transaction, each store's in a posting of its own.

use super::{DOCUMENT, all_open, becomes, check_alive, told};
use crate::{
    Stock,
    plan::Checks,
    sell_goods::{Asked, Shelves, short_of, taken},
    told::{Told, named_only},
};
use ledger::{
    Document, Posting, StorePlaces,
    kits::{self, Bundle},
    read::{self, VariantFacts},
    reserve::{Held, HeldLine, held, let_go, settle},
};
use platform::{Done, Handle, OpError, Tx};
use std::collections::{BTreeMap, HashMap};
use stock_rules::{ReservationSaved, ReservationState, ShipReservation, decide_kits_shipped};
use vocabulary::{Actor, Channel, FieldError, LotId, PlaceKind, PostingKind, Quantity, Status, StoreId, VariantId};

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
        let bundles = kits::reserved(tx, held.id).await?;
        let kits = whole_kits(&held, &bundles, &parts, &ship, &mut checks);
        checks.finish()?;
        let_go(tx, &held, &parts, true).await?;

        let mut saved = {
            let shipped: Quantity = parts.iter().map(|(_, quantity)| *quantity).sum();
            let open: Quantity = held.lines.iter().map(|line| line.open).sum();
            becomes(tx, &held, held.kind, held.expires_at, (shipped == open).then_some(ReservationState::Shipped)).await?
        };
        let mut done = Done::reply(());
        for posting in postings(tx, &held, &parts, &kits, &ship).await? {
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

/// Which kits are shipped with these parts, and how many of each: whole ones alone.
fn whole_kits(held: &Held, kits: &[Bundle], parts: &[(i32, Quantity)], ship: &ShipReservation, checks: &mut Checks) -> Vec<Bundle> {
    let shipped: BTreeMap<i32, Quantity> = parts.iter().copied().collect();
    let mut whole = Vec::new();
    for kit in kits {
        let lines = held.lines.iter().filter(|line| kit.has(line.line));
        let of: Vec<(Quantity, Quantity)> = lines.map(|line| (shipped.get(&line.line).copied().unwrap_or_default(), line.quantity)).collect();
        if of.iter().all(|(shipped, _)| shipped.is_zero()) {
            continue;
        }
        match decide_kits_shipped(kit.quantity, &of) {
            Some(quantity) => whole.push(Bundle { quantity, ..*kit }),
            None => {
                let at = ship.lines.iter().position(|line| kit.has(line.line)).unwrap_or_default();
                checks.add([FieldError::new(&format!("lines[{at}].quantity"), "reservation-kit-whole")]);
            }
        }
    }
    whole
}

async fn postings(tx: &mut Tx, held: &Held, parts: &[(i32, Quantity)], kits: &[Bundle], ship: &ShipReservation) -> Result<Vec<Posting>, OpError> {
    let now = tx.now();
    // It goes the way that it was promised.
    let channel = ship.channel.or(Channel::of_code(held.channel)).unwrap_or(Channel::Till);
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
        let asked = Asked { at: now, only: None, channel: Some(channel) };
        let mut shelves = Shelves::read(tx, &places, &facts, places.default, &asked).await?.for_the_promised();
        let named = named_lots(tx, &facts, &lines, ship).await?;
        let mut sold = Vec::with_capacity(lines.len());
        for ((line, quantity), lots) in lines.into_iter().zip(&named) {
            // Where the request names the line; where it names none, all of them are shipped, and each goes by its own number.
            let at = ship.lines.iter().position(|wanted| wanted.line == line.line).map_or_else(|| line.line.to_string(), |at| at.to_string());
            let field = format!("lines[{at}].quantity");
            match shelves.take(line.variant, quantity, lots) {
                Ok(takings) => {
                    let cost = facts.get(&line.variant).and_then(|known| known.cost);
                    sold.push(taken(line.line, line.variant, &takings, customer).blaming(field).costing(cost));
                }
                Err(available) => short.add([short_of(&field, available, quantity)]),
            }
        }
        let reference = if held.reference.is_empty() { held.code.clone() } else { held.reference.clone() };
        let document = Document { kind: DOCUMENT, id: held.id.0, reference };
        let kits = kits.iter().filter(|kit| sold.iter().any(|line| kit.has(line.number))).copied().collect();
        postings.push(Posting { document, note: ship.note.clone(), kits, ..Posting::new(PostingKind::Sale, &places, now, sold) });
    }
    short.finish()?;
    Ok(postings)
}

/// The lots and pieces that lines name, in the order of the lines that are shipped.
async fn named_lots(
    tx: &mut Tx,
    facts: &HashMap<VariantId, VariantFacts>,
    lines: &[(&HeldLine, Quantity)],
    ship: &ShipReservation,
) -> Result<Vec<Vec<LotId>>, OpError> {
    let told = lines.iter().filter_map(|(line, quantity)| {
        let at = ship.lines.iter().position(|wanted| wanted.line == line.line);
        let wanted = at.and_then(|at| ship.lines.get(at));
        let (lot, serials) = wanted.map_or((None, [].as_slice()), |wanted| (wanted.lot.as_ref(), wanted.serials.as_slice()));
        let known = facts.get(&line.variant)?;
        let line = format!("lines[{}].", at.unwrap_or_default());
        Some(Told { line, known, quantity: *quantity, lot, serials, status: Status::Available })
    });
    named_only(tx, &told.collect::<Vec<_>>()).await
}
