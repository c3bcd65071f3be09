//! The end of an undo: sales lines are forgotten, so that the file may be brought in again.

use super::{
    Imports, aside,
    head::{Head, set_state},
};
use admin_rules::{ImportState, KeptRow};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vocabulary::{Actor, ImportId, Kind, Operation, Permission};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct EndUndo {
    pub import: ImportId,
}

impl Operation for EndUndo {
    type Reply = ();
    const NAME: &'static str = "admin.end_import_undo";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

impl Handle<EndUndo> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, end: EndUndo) -> Result<Done<()>, OpError> {
        let head = Head::lock(tx, end.import).await?;
        head.must_be(&[ImportState::Undoing])?;
        let tenant = tx.tenant();
        sqlx::query("DELETE FROM import_sale WHERE tenant_id = ? AND import_id = ?").bind(tenant).bind(end.import.0).execute(tx.conn()).await?;
        set_state(tx, end.import, ImportState::Undone, None).await?;
        let event = Event::new("import.undone", end.import, &serde_json::json!({ "import": end.import }));
        let trail = Trail::of("import", end.import).changed("state", &head.state, &ImportState::Undone);
        Ok(Done::reply(()).trail(trail).event(event))
    }
}

/// Tells of one thing that could not be taken back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct TellKept {
    pub import: ImportId,
    pub of: Uuid,
    pub part: i32,
    pub kept: KeptRow,
}

impl Operation for TellKept {
    type Reply = ();
    const NAME: &'static str = "admin.tell_import_kept";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

impl Handle<TellKept> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, tell: TellKept) -> Result<Done<()>, OpError> {
        aside::keep_kept(tx, tell.import, &[(tell.of, tell.part, tell.kept)]).await?;
        Ok(Done::reply(()))
    }
}
