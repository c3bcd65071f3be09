//! More arrives than was sent. It is there, so it is taken in. Off the sender's shelves, if that packed more than it wrote down:
//! as far as its books have it there, promised or not, because it is gone from there; the rest was found. Where the sender has
//! counted since it packed, what its books have is there, and what went has been missed already.

use crate::transfer::{DOCUMENT, Held, HeldLine};
use chrono::{DateTime, Utc};
use ledger::{
    Document, Leg, Line, Place, Posting, StorePlaces,
    read::{self, Stands},
};
use platform::{OpError, Tx};
use std::collections::{BTreeSet, HashMap};
use stock_rules::{Arrival, OverFrom, Standing, decide_takings};
use vocabulary::{LotId, PlaceKind, PostingKind, Quantity, Reason, Status, VariantId};

/// Where more comes from, why, when it arrived, and in whose words.
pub(super) struct Surplus<'a> {
    pub from: OverFrom,
    pub reason: Reason,
    pub at: DateTime<Utc>,
    pub note: &'a str,
    /// The lots that may not be sold: what comes of them is set apart.
    pub apart: &'a BTreeSet<LotId>,
}

/// The posting that brings what is more than was on its way; none where nothing is.
///
/// # Errors
/// Not found where the sender is put away; when the database fails.
pub(super) async fn posting(
    tx: &mut Tx,
    held: &Held,
    arrivals: &[Arrival],
    places: &StorePlaces,
    shelf: Place,
    more: &Surplus<'_>,
) -> Result<Option<Posting>, OpError> {
    let over: Vec<(&Arrival, &HeldLine)> = arrivals
        .iter()
        .filter(|arrival| (arrival.surplus + arrival.surplus_damaged).is_positive())
        .filter_map(|arrival| Some((arrival, held.lines.iter().find(|line| line.line == arrival.line)?)))
        .collect();
    if over.is_empty() {
        return Ok(None);
    }
    let found = places.of(PlaceKind::Found)?;
    let variants: Vec<VariantId> = over.iter().map(|(_, line)| line.variant).collect();
    let mut sender = if more.from == OverFrom::Sender { Some(Sender::read(tx, held, &variants).await?) } else { None };
    let mut lines = Vec::with_capacity(over.len());
    for (arrival, line) in over {
        let leg = |place, status, quantity| Leg { place, variant: line.variant, lot: line.lot, status, quantity };
        let wanted = arrival.surplus + arrival.surplus_damaged;
        let takings = sender.as_mut().map(|sender| sender.gives((line.variant, line.lot), wanted)).unwrap_or_default();
        let taken: Quantity = takings.iter().map(|(_, taken)| *taken).sum();
        let mut legs: Vec<Leg> = takings.into_iter().map(|(place, taken)| leg(place, Status::Available, -taken)).collect();
        if taken < wanted {
            legs.push(leg(found, Status::Available, taken - wanted));
        }
        let good = if more.apart.contains(&line.lot) { Status::Quarantine } else { Status::Available };
        for (status, quantity) in [(good, arrival.surplus), (Status::Damaged, arrival.surplus_damaged)] {
            if quantity.is_positive() {
                legs.push(leg(shelf, status, quantity));
            }
        }
        lines.push(Line::of(arrival.line, format!("lines[{}].received", arrival.line), legs).costing(line.cost));
    }
    let document = Document { kind: DOCUMENT, id: held.id.0, reference: held.code() };
    let posting = Posting::new(PostingKind::TransferReceive, places, more.at, lines);
    Ok(Some(Posting { document, note: more.note.to_owned(), reason: Some(more.reason), ..posting }))
}

/// What the sender has on its shelves.
struct Sender {
    first: Place,
    standing: HashMap<(VariantId, LotId), Vec<Standing<Place>>>,
}

impl Sender {
    /// Locks the promises of both stores, in the order in which the committer does, and reads what the sender has where it has
    /// not counted since.
    async fn read(tx: &mut Tx, held: &Held, variants: &[VariantId]) -> Result<Self, OpError> {
        for store in BTreeSet::from([held.from, held.to]) {
            read::lock_promises(tx, store, variants).await?;
        }
        let first = StorePlaces::load(tx, held.from).await?.default;
        let all = read::standing(tx, held.from, variants, Status::Available, held.shipped_at).await?;
        let mut standing: HashMap<(VariantId, LotId), Vec<Standing<Place>>> = HashMap::new();
        for (variant, all) in all {
            for Stands { place, lot, on_hand, .. } in all.into_iter().filter(|stands| !stands.settled) {
                standing.entry((variant, lot)).or_default().push(Standing { place, on_hand, settled: false });
            }
        }
        Ok(Self { first, standing })
    }

    /// As much as is there, up to what is wanted.
    fn gives(&mut self, of: (VariantId, LotId), wanted: Quantity) -> Vec<(Place, Quantity)> {
        let Some(standing) = self.standing.get_mut(&of) else { return Vec::new() };
        let there: Quantity = standing.iter().map(|one| one.on_hand).filter(|on_hand| on_hand.is_positive()).sum();
        let takings = decide_takings(wanted.min(there), self.first, standing);
        for (place, taken) in &takings {
            for one in standing.iter_mut().filter(|one| one.place == *place) {
                one.on_hand = one.on_hand - *taken;
            }
        }
        takings
    }
}
