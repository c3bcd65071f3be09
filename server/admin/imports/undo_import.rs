//! Takes back what an import did: by a job, counter-entry by counter-entry.

use super::{Imports, head, jobs};
use admin_rules::{ImportBegun, ImportState, UndoImport};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::{Actor, AppError, Permission};

impl Handle<UndoImport> for Imports {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, undo: UndoImport) -> Result<Done<ImportBegun>, OpError> {
        let found = head::Head::lock(tx, undo.import).await?;
        found.must(tx, |ways| ways.undo).await?;
        let facts = found.facts()?;
        let catalog_alone = facts.kind == Some(crate::import::ImportKind::Catalog) && facts.also.is_empty();
        let needed = if catalog_alone { Permission::CatalogWrite } else { Permission::Reverse };
        if !actor.may(needed) {
            return Err(AppError::Forbidden.into());
        }
        let job = jobs::queue(tx, actor, jobs::UNDO, undo.import, false).await?;
        head::set_state(tx, undo.import, ImportState::Undoing, job).await?;
        let tenant = tx.tenant();
        // Why its run broke off is of no matter any more.
        sqlx::query("UPDATE import SET problem = '' WHERE tenant_id = ? AND id = ?").bind(tenant).bind(undo.import.0).execute(tx.conn()).await?;
        let trail = Trail::of("import", undo.import).changed("state", &found.state, &ImportState::Undoing);
        Ok(Done::reply(ImportBegun { import: undo.import, job }).trail(trail))
    }
}
