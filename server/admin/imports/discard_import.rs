//! Puts an import away that has written nothing: its file goes with it.

use super::{Imports, head};
use admin_rules::{DiscardImport, ImportBegun, ImportState};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::Actor;

impl Handle<DiscardImport> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, discard: DiscardImport) -> Result<Done<ImportBegun>, OpError> {
        let found = head::Head::lock(tx, discard.import).await?;
        found.must(tx, |ways| ways.discard).await?;
        head::set_state(tx, discard.import, ImportState::Discarded, None).await?;
        let tenant = tx.tenant();
        for table in
            ["DELETE FROM import_chunk WHERE tenant_id = ? AND import_id = ?", "DELETE FROM import_row WHERE tenant_id = ? AND import_id = ?"]
        {
            sqlx::query(table).bind(tenant).bind(discard.import.0).execute(tx.conn()).await?;
        }
        let trail = Trail::of("import", discard.import).changed("state", &found.state, &ImportState::Discarded);
        Ok(Done::reply(ImportBegun { import: discard.import, job: None }).trail(trail))
    }
}
