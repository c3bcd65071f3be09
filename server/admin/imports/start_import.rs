//! Runs a checked import, or goes on with a run that stopped: everything is written by a job.

use super::{Imports, head, jobs, mapping};
use admin_rules::{FileKind, ImportBegun, ImportState, StartImport};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::{Actor, AppError, Permission};

impl Handle<StartImport> for Imports {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, start: StartImport) -> Result<Done<ImportBegun>, OpError> {
        let found = head::Head::lock(tx, start.import).await?;
        found.must(tx, |ways| ways.start).await?;
        let facts = found.facts()?;
        let mut needs: Vec<Permission> = facts
            .kind
            .iter()
            .chain(facts.also.iter().filter(|_| found.answers.kind.is_none()))
            .filter_map(|kind| FileKind::of_tag(kind.tag()))
            .map(FileKind::needs)
            .collect();
        if !found.found.bins.is_empty() {
            needs.push(Permission::PlaceWrite);
        }
        if !needs.into_iter().all(|permission| actor.may(permission)) {
            return Err(AppError::Forbidden.into());
        }
        mapping::keep(tx, &found).await?;
        // A run of mended rows goes on with them: their file may be gone by now.
        let mended = found.state == ImportState::Running && jobs::state(tx, found.job).await?.mended;
        let job = jobs::queue(tx, actor, jobs::RUN, start.import, mended).await?;
        let tenant = tx.tenant();
        // The check's figures have been seen; the run counts its own.
        let tally = if found.next_part == 0 { String::new() } else { serde_json::to_string(&found.tally)? };
        sqlx::query("UPDATE import SET tally = ?, problem = '' WHERE tenant_id = ? AND id = ?")
            .bind(tally)
            .bind(tenant)
            .bind(start.import.0)
            .execute(tx.conn())
            .await?;
        head::set_state(tx, start.import, ImportState::Running, job).await?;
        let trail = Trail::of("import", start.import).changed("state", &found.state, &ImportState::Running);
        Ok(Done::reply(ImportBegun { import: start.import, job }).trail(trail))
    }
}
