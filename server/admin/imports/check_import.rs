//! Has a file checked: again, when something else is said of it.

use super::{Imports, head, jobs};
use admin_rules::{CheckImport, ImportBegun, ImportState};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, Said};

impl Handle<CheckImport> for Imports {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, check: CheckImport) -> Result<Done<ImportBegun>, OpError> {
        let found = head::Head::lock(tx, check.import).await?;
        found.must(tx, |ways| ways.check).await?;
        if found.pieces == 0 {
            return Err(OpError::conflict(Said::new("import-file-empty")));
        }
        // A word that is not known is told now, not by the job.
        head::hint(&check.answers, found.facts.as_ref())?;
        let tenant = tx.tenant();
        sqlx::query("UPDATE import SET answers = ?, problem = '' WHERE tenant_id = ? AND id = ?")
            .bind(serde_json::to_string(&check.answers)?)
            .bind(tenant)
            .bind(check.import.0)
            .execute(tx.conn())
            .await?;
        let job = jobs::queue(tx, actor, jobs::CHECK, check.import, false).await?;
        head::set_state(tx, check.import, ImportState::Checking, job).await?;
        Ok(Done::reply(ImportBegun { import: check.import, job }))
    }
}
