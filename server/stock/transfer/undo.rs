//! A posting of a transfer is taken back: what arrived, was written off or went home is on its way again, and what was more
//! than was sent never came.

use crate::transfer::{Added, Held, guards};
use ledger::{Guard, Leg, Line};
use platform::{OpError, Trail, Tx};
use uuid::Uuid;
use vocabulary::{PlaceKind, PostingKind, Quantity, Said, Status, StoreId, TransferId};

/// What the document must write beside the counter-entry whose lines these are, and what its history tells of it. What was
/// sent is called back on the transfer itself.
///
/// # Errors
/// `transfer-undo-there` for the posting of the sending.
pub(crate) async fn undo(tx: &mut Tx, kind: u8, transfer: Uuid, lines: &[Line]) -> Result<(Vec<Guard>, Trail), OpError> {
    let held = Held::lock(tx, TransferId(transfer)).await?;
    let kind = match PostingKind::of_code(kind) {
        Some(kind @ (PostingKind::TransferReceive | PostingKind::Adjustment | PostingKind::TransferCancel)) => kind,
        _ => return Err(OpError::conflict(Said::new("transfer-undo-there").with("code", held.code()))),
    };
    let added: Vec<Added> = lines.iter().map(|line| added(kind, held.to, line)).collect();
    let state = held.state_after(&added);
    let trail = Trail::of("transfer", held.id).changed("state", &held.state, &state).with("lines", lines.len());
    Ok((guards(tx.tenant(), &held, &added, state), trail))
}

/// A counter-entry takes from where the arrival brought to, so what it adds is less than nought.
fn added(kind: PostingKind, receiver: StoreId, line: &Line) -> Added {
    let sum = |of: &dyn Fn(&Leg) -> bool| -> Quantity { line.legs.iter().filter(|leg| of(leg)).map(|leg| leg.quantity).sum() };
    let added = Added { line: line.number, ..Added::default() };
    if kind == PostingKind::TransferCancel {
        return Added { returned: sum(&|leg| leg.place.kind.holds_stock()), ..added };
    }
    // A sender's shelf may be among them, from which more came than was sent.
    let shelf = |leg: &Leg| leg.place.kind.holds_stock() && leg.place.store == receiver;
    // What may not be sold was set apart when it came.
    let received = sum(&|leg| shelf(leg) && leg.status != Status::Damaged);
    let damaged = sum(&|leg| shelf(leg) && leg.status == Status::Damaged);
    // What was never on its way was more than was sent.
    let sent = line.legs.iter().any(|leg| leg.place.kind == PlaceKind::Transit);
    let surplus = if sent { Quantity::ZERO } else { received + damaged };
    Added { surplus, received, damaged, missing: sum(&|leg| leg.place.kind == PlaceKind::Loss), ..added }
}
