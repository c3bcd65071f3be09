//! Runs a checked import: everything is written by a job.

use super::{Imports, head, jobs, mapping};
use admin_rules::{FileKind, ImportBegun, ImportState, StartImport};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::{Actor, AppError, Permission};

impl Handle<StartImport> for Imports {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, start: StartImport) -> Result<Done<ImportBegun>, OpError> {
        let found = head::Head::lock(tx, start.import).await?;
        if !(found.state == ImportState::Running && jobs::is_dead(tx, found.job).await?) {
            found.must_be(&[ImportState::Ready])?;
        }
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
        let job = jobs::queue(tx, actor, jobs::RUN, start.import, false).await?;
        let tenant = tx.tenant();
        // The check's figures have been seen; the run counts its own.
        if found.next_part == 0 {
            sqlx::query("UPDATE import SET tally = '' WHERE tenant_id = ? AND id = ?").bind(tenant).bind(start.import.0).execute(tx.conn()).await?;
        }
        head::set_state(tx, start.import, ImportState::Running, job).await?;
        let trail = Trail::of("import", start.import).changed("state", &found.state, &ImportState::Running);
        Ok(Done::reply(ImportBegun { import: start.import, job }).trail(trail))
    }
}
