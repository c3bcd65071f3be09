//! Takes one scan back.

use super::{
    session::Session,
    take::{Taking, take},
};
use crate::Stock;
use platform::{Done, Handle, OpError, Tx};
use stock_rules::{NewScan, ScanKind, ScanOutcome, ScansTaken, UndoScan};
use vocabulary::{Actor, LocationId, Quantity};

impl Handle<UndoScan> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, undo: UndoScan) -> Result<Done<ScansTaken>, OpError> {
        let session = Session::hold(tx, undo.count).await?;
        // Where it was scanned is known from the scan itself.
        let scan = NewScan {
            id: undo.undo,
            location: LocationId(uuid::Uuid::nil()),
            kind: ScanKind::Undo,
            code: String::new(),
            variant: None,
            lot: None,
            serial: None,
            quantity: Quantity::ZERO,
            unit: None,
            undoes: Some(undo.scan),
            at: None,
        };
        let taken = take(tx, &session, &[scan], &Taking { actor, sent_at: None }).await?;
        match taken.results.first() {
            Some(result) if result.outcome == ScanOutcome::Refused => Err(result.said.clone().map_or_else(OpError::not_found, OpError::conflict)),
            _ => Ok(Done::reply(taken)),
        }
    }
}
