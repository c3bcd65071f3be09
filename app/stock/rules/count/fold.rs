//! What the scans of a line come to. The same events give the same line in whatever order they arrived: they are put in
//! the order of their moments first.

use crate::ScanKind;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::BTreeSet;
use vocabulary::{PersonId, Quantity, QuantityError, ScanId};

/// An event of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScanEvent {
    pub id: ScanId,
    pub kind: ScanKind,
    pub quantity: Quantity,
    /// Of an undo, the scan it takes back.
    pub undoes: ScanId,
    pub at: DateTime<Utc>,
    pub person: PersonId,
    pub name: String,
}

/// A line as its events make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tallied {
    pub counted: Quantity,
    pub first_at: DateTime<Utc>,
    /// The line's moment (R7).
    pub last_at: DateTime<Utc>,
    /// Who scanned last.
    pub person: PersonId,
    pub name: String,
    /// Everybody who scanned.
    pub counters: BTreeSet<PersonId>,
}

/// Adds a line up; `None` when nothing that was scanned still stands: not counted, which is not zero.
///
/// # Errors
/// When the sum is more than the ledger can hold.
pub fn fold(events: &[ScanEvent]) -> Result<Option<Tallied>, QuantityError> {
    let undone: BTreeSet<ScanId> = events.iter().filter(|event| event.kind == ScanKind::Undo).map(|event| event.undoes).collect();
    let mut standing: Vec<&ScanEvent> = events.iter().filter(|event| event.kind != ScanKind::Undo && !undone.contains(&event.id)).collect();
    standing.sort_by_key(|event| (event.at, event.id));
    let (Some(first), Some(last)) = (standing.first(), standing.last()) else { return Ok(None) };
    let mut counted = Quantity::ZERO;
    for event in &standing {
        let next = match event.kind {
            ScanKind::Set => event.quantity,
            ScanKind::Add | ScanKind::Undo => counted.checked_add(event.quantity)?,
        };
        // A shelf holds nothing less than nothing: a minus too many, or one that overtook its plus, stops at none.
        counted = next.max(Quantity::ZERO);
    }
    Ok(Some(Tallied {
        counted,
        first_at: first.at,
        last_at: last.at,
        person: last.person,
        name: last.name.clone(),
        counters: standing.iter().map(|event| event.person).collect(),
    }))
}

/// When something was scanned by our clock: the device's time, moved by how far its clock was off as it sent, and neither
/// before the count was planned nor after now.
#[must_use]
pub fn scan_moment(
    device_at: Option<DateTime<Utc>>,
    sent_at: Option<DateTime<Utc>>,
    received: DateTime<Utc>,
    planned: DateTime<Utc>,
) -> DateTime<Utc> {
    let Some(device_at) = device_at else { return received };
    let skew = sent_at.map_or(TimeDelta::zero(), |sent| received.signed_duration_since(sent));
    device_at.checked_add_signed(skew).unwrap_or(received).clamp(planned.min(received), received)
}
