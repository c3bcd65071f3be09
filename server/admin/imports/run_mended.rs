//! Runs the rows again that were put right since.

use super::{Imports, head, jobs};
use admin_rules::{ImportBegun, ImportState, RunMended};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::Actor;

impl Handle<RunMended> for Imports {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, run: RunMended) -> Result<Done<ImportBegun>, OpError> {
        let found = head::Head::lock(tx, run.import).await?;
        found.must_be(&[ImportState::Done])?;
        let job = jobs::queue(tx, actor, jobs::RUN, run.import, true).await?;
        head::set_state(tx, run.import, ImportState::Running, job).await?;
        let trail = Trail::of("import", run.import).changed("state", &found.state, &ImportState::Running);
        Ok(Done::reply(ImportBegun { import: run.import, job }).trail(trail))
    }
}
