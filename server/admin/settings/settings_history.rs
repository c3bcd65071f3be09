//! What was changed in the business's settings, newest first.

use super::entity;
use crate::Admin;
use admin_rules::SettingsHistory;
use platform::{Done, Handle, OpError, Tx, audit};
use vocabulary::{Actor, HistoryRow, Page};

impl Handle<SettingsHistory> for Admin {
    async fn handle(&self, tx: &mut Tx, _: &Actor, history: SettingsHistory) -> Result<Done<Page<HistoryRow>>, OpError> {
        let id = entity(tx);
        Ok(Done::reply(audit::history(tx, "tenant", id, history.cursor.as_ref()).await?))
    }
}
