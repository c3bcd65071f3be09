//! The end of a run.

use super::{
    Imports,
    head::{Head, set_state},
};
use admin_rules::ImportState;
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use serde::{Deserialize, Serialize};
use vocabulary::{Actor, ImportId, Kind, Operation, Permission, Said};

/// Ends a run; with a problem where the file could not be read to its end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct EndRun {
    pub import: ImportId,
    pub problem: Option<Said>,
}

impl Operation for EndRun {
    type Reply = ();
    const NAME: &'static str = "admin.end_import_run";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

impl Handle<EndRun> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, end: EndRun) -> Result<Done<()>, OpError> {
        let head = Head::lock(tx, end.import).await?;
        head.must_be(&[ImportState::Running])?;
        let state = if end.problem.is_some() { ImportState::Failed } else { ImportState::Done };
        let tenant = tx.tenant();
        sqlx::query("UPDATE import SET problem = ? WHERE tenant_id = ? AND id = ?")
            .bind(end.problem.as_ref().map(serde_json::to_string).transpose()?.unwrap_or_default())
            .bind(tenant)
            .bind(end.import.0)
            .execute(tx.conn())
            .await?;
        set_state(tx, end.import, state, None).await?;
        let trail = Trail::of("import", end.import).with("state", state.tag()).with("tally", head.tally);
        Ok(Done::reply(()).trail(trail).event(Event::new(
            "import.done",
            end.import,
            &serde_json::json!({ "import": end.import, "tally": head.tally }),
        )))
    }
}
