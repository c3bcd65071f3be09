//! What arrived of a transfer is put on the shelf; the rest stays on its way, or is written off as lost. What is more than
//! was sent is put there too.

use crate::{
    Stock,
    plan::{Checks, place_of},
    transfer::{Added, DOCUMENT, Held, damage, guards, surplus},
};
use chrono::{DateTime, NaiveDate, Utc};
use ledger::{Document, Leg, Line, Place, Plan, Planned, Posting, Share, StorePlaces};
use platform::{Event, OpError, Trail, Tx};
use std::collections::BTreeSet;
use stock_rules::{Arrival, ReceiveTransfer, TransferSaved, TransferState, check_reason, decide_arrival, usable_on};
use vocabulary::{Actor, AppError, FieldError, LotId, LotState, PlaceKind, PostingKind, Quantity, Reason, Said, Status};

impl Plan<ReceiveTransfer> for Stock {
    async fn plan(&self, tx: &mut Tx, _: &Actor, receive: ReceiveTransfer) -> Result<Planned<TransferSaved>, OpError> {
        let held = Held::lock(tx, receive.transfer).await?;
        let mut checks = Checks::default();
        if !receive.lines.is_empty() {
            checks.lines(receive.lines.len())?;
        }
        checks.note(&receive.note);
        let at = checks.occurred_at(receive.occurred_at, tx.now());
        let reason = receive.reason.unwrap_or(Reason::Lost);
        if receive.close {
            checks.add(check_reason(reason, -Quantity::ONE, &receive.note));
        }
        checks.add(check_why(&receive));
        held.still(receive.version)?;
        let late = held.state == TransferState::Received && receive.over.is_some();
        if !held.state.is_open() && !late {
            return Err(OpError::conflict(Said::new("transfer-not-open")));
        }
        let left: Vec<_> = held.lines.iter().map(|line| (line.line, line.left(), line.whole)).collect();
        let arrivals = decide_arrival(&receive.lines, receive.close, receive.over.is_some(), &left).unwrap_or_else(|wrong| {
            checks.add(wrong);
            Vec::new()
        });
        checks.finish()?;

        let places = StorePlaces::load(tx, held.to).await?;
        let shelf = place_of(tx, &places, "location", receive.location).await?;
        let added: Vec<Added> = arrivals.iter().map(added).collect();
        let state = held.state_after(&added);
        let apart = apart(tx, &held, places.business_date(tx.now())).await?;
        let why = Why { at, reason, note: &receive.note, apart };
        let mut postings = damage::apart(postings(&held, &arrivals, &places, shelf, &why)?, receive.damage.unwrap_or(Reason::Damaged));
        if let Some(from) = receive.over {
            let reason = receive.over_reason.unwrap_or_else(|| from.reason());
            let more = surplus::Surplus { from, reason, at, note: &receive.note, apart: &why.apart };
            postings.extend(surplus::posting(tx, &held, &arrivals, &places, shelf, &more).await?);
        }
        let code = held.code();
        let trail = Trail::of("transfer", held.id).changed("state", &held.state, &state).with("lines", arrivals.len());
        let event = Event::new("transfer.received", held.id, &serde_json::json!({ "transfer": held.id, "code": code, "state": state }));
        let (transfer, tenant) = (held.id, tx.tenant());
        let reply =
            move |posted: &[ledger::Posted]| TransferSaved { transfer, code, state, postings: posted.iter().map(|posting| posting.id).collect() };
        let planned = Planned::new(postings, reply).trail(trail).event(event);
        Ok(guards(tenant, &held, &added, state).into_iter().fold(planned, Planned::guard))
    }
}

fn added(arrival: &Arrival) -> Added {
    Added {
        line: arrival.line,
        surplus: arrival.surplus + arrival.surplus_damaged,
        received: arrival.received + arrival.surplus,
        damaged: arrival.damaged + arrival.surplus_damaged,
        missing: arrival.missing,
        returned: Quantity::ZERO,
    }
}

/// What is wrong with why some is damaged, and why there is more.
fn check_why(receive: &ReceiveTransfer) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    let mut fits = |field: &str, reason: Option<Reason>, change: Quantity| {
        let told = reason.and_then(|reason| check_reason(reason, change, &receive.note));
        wrong.extend(told.map(|error| if error.field == "reason" { FieldError { field: field.to_owned(), ..error } } else { error }));
    };
    fits("damage", receive.damage, -Quantity::ONE);
    fits("over_reason", receive.over_reason, Quantity::ONE);
    if receive.over.is_some() && receive.version.is_none() {
        wrong.push(FieldError::new("version", "field-required"));
    }
    wrong
}

/// When, why, and in whose words.
struct Why<'a> {
    at: DateTime<Utc>,
    reason: Reason,
    note: &'a str,
    /// The lots that may not be sold: what comes of them is set apart.
    apart: BTreeSet<LotId>,
}

/// The lots on their way that are held, called back or over on a day.
pub(super) async fn apart(tx: &mut Tx, held: &Held, day: NaiveDate) -> Result<BTreeSet<LotId>, OpError> {
    let ids = held.lines.iter().map(|line| line.lot).filter(|lot| *lot != LotId::NONE).collect::<BTreeSet<_>>();
    if ids.is_empty() {
        return Ok(ids);
    }
    let lots = ledger::lots::by_id(tx, &ids).await?.into_values();
    Ok(lots.filter(|lot| lot.state != LotState::Free || !usable_on(lot.expires_on, day)).map(|lot| lot.id).collect())
}

/// What arrived is one posting, what is lost another, because only that one has a reason.
fn postings(held: &Held, arrivals: &[Arrival], places: &StorePlaces, shelf: Place, why: &Why) -> Result<Vec<Posting>, OpError> {
    let (way, loss) = (places.of(PlaceKind::Transit)?, places.of(PlaceKind::Loss)?);
    let (mut arrived, mut lost) = (Vec::new(), Vec::new());
    for arrival in arrivals {
        let Some(line) = held.lines.iter().find(|line| line.line == arrival.line) else { return Err(AppError::Stale.into()) };
        let leg = |place, status, quantity| Leg { place, variant: line.variant, lot: line.lot, status, quantity };
        let here = arrival.received + arrival.damaged;
        if here.is_positive() {
            let mut legs = vec![leg(way, Status::Available, -here)];
            let good = if why.apart.contains(&line.lot) { Status::Quarantine } else { Status::Available };
            for (status, quantity) in [(good, arrival.received), (Status::Damaged, arrival.damaged)] {
                if quantity.is_positive() {
                    legs.push(leg(shelf, status, quantity));
                }
            }
            arrived.push(Line::of(line.line, format!("lines[{}].received", line.line), legs).costing(line.cost));
        }
        if arrival.missing.is_positive() {
            lost.push(
                Line::shared(line.line, line.variant, &[Share { lot: line.lot, quantity: arrival.missing }], Status::Available, way, loss)
                    .blaming("close")
                    .costing(line.cost),
            );
        }
    }
    let document = || Document { kind: DOCUMENT, id: held.id.0, reference: held.code() };
    let mut postings = Vec::new();
    if !arrived.is_empty() {
        let posting = Posting::new(PostingKind::TransferReceive, places, why.at, arrived);
        postings.push(Posting { document: document(), note: why.note.to_owned(), ..posting });
    }
    if !lost.is_empty() {
        let posting = Posting::new(PostingKind::Adjustment, places, why.at, lost);
        postings.push(Posting { document: document(), note: why.note.to_owned(), reason: Some(why.reason), ..posting });
    }
    Ok(postings)
}
