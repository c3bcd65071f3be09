//! A posting of a transfer is taken back: what arrived is on its way again, what was written off too.

use crate::transfer::{Added, Held, guards};
use ledger::{Guard, Line};
use platform::{OpError, Trail, Tx};
use stock_rules::TransferState;
use uuid::Uuid;
use vocabulary::{PlaceKind, PostingKind, Quantity, Said, Status, TransferId};

/// What the document must write beside the counter-entry whose lines these are, and what its history tells of it. What was sent is called back on the
/// transfer itself, and what was called back is sent anew.
///
/// # Errors
/// `transfer-undo-there` for a posting of the sending or calling back, or where the transfer was called back since.
pub(crate) async fn undo(tx: &mut Tx, kind: u8, transfer: Uuid, lines: &[Line]) -> Result<(Vec<Guard>, Trail), OpError> {
    let held = Held::lock(tx, TransferId(transfer)).await?;
    let arrived = matches!(PostingKind::of_code(kind), Some(PostingKind::TransferReceive | PostingKind::Adjustment));
    if !arrived || held.state == TransferState::Cancelled {
        return Err(OpError::conflict(Said::new("transfer-undo-there").with("code", held.code())));
    }
    let added: Vec<Added> = lines.iter().map(added).collect();
    let state = held.state_after(&added);
    let trail = Trail::of("transfer", held.id).changed("state", &held.state, &state).with("lines", lines.len());
    Ok((guards(tx.tenant(), &held, &added, state), trail))
}

/// A counter-entry takes from where the arrival brought to, so what it adds is less than nought.
fn added(line: &Line) -> Added {
    let sum = |of: &dyn Fn(PlaceKind, Status) -> bool| -> Quantity {
        line.legs.iter().filter(|leg| of(leg.place.kind, leg.status)).map(|leg| leg.quantity).sum()
    };
    Added {
        line: line.number,
        // What may not be sold was set apart when it came.
        received: sum(&|kind, status| kind.holds_stock() && status != Status::Damaged),
        damaged: sum(&|kind, status| kind.holds_stock() && status == Status::Damaged),
        missing: sum(&|kind, _| kind == PlaceKind::Loss),
        returned: Quantity::ZERO,
    }
}
