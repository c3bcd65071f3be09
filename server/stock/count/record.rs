//! Takes scans from phones, pages and anybody's API.

use super::{
    session::Session,
    take::{Taking, take},
};
use crate::Stock;
use platform::{Done, Handle, OpError, Tx};
use stock_rules::{RecordScans, SCANS_MAX, ScansTaken};
use vocabulary::{Actor, FieldError};

impl Handle<RecordScans> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, record: RecordScans) -> Result<Done<ScansTaken>, OpError> {
        if record.scans.is_empty() {
            return Err(FieldError::new("scans", "lines-none").into());
        }
        if record.scans.len() > SCANS_MAX {
            return Err(FieldError::new("scans", "lines-too-many").with("max", SCANS_MAX).into());
        }
        let session = Session::hold(tx, record.count).await?;
        let taken = take(tx, &session, &record.scans, &Taking { actor, sent_at: record.sent_at }).await?;
        // No audit row: each scan is a row of its own, with who and when, that nobody may change.
        Ok(Done::reply(taken))
    }
}
