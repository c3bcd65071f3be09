//! Clears away the files of imports that are over, or were never finished: what they did stays, what they were goes.

use super::Imports;
use admin_rules::ImportState;
use chrono::TimeDelta;
use platform::{Done, Handle, OpError, Trail, Tx, jobs::JobContext};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vocabulary::{Actor, Kind, Operation, Permission};

/// How long a file is kept after its import ended, or its upload began.
const DAYS: i64 = 7;

/// Clears one file away; answers whether there was one.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct SweepImport {}

impl Operation for SweepImport {
    type Reply = bool;
    const NAME: &'static str = "admin.sweep_import";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

pub(crate) async fn sweep(context: &JobContext) -> Result<(), OpError> {
    while super::jobs::ask(context, vocabulary::Key::random(), SweepImport {}).await? {}
    Ok(())
}

impl Handle<SweepImport> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, _: SweepImport) -> Result<Done<bool>, OpError> {
        let (tenant, before) = (tx.tenant(), tx.now() - TimeDelta::days(DAYS));
        let old: Option<(Uuid, u8)> = sqlx::query_as(
            "SELECT i.id, i.state FROM import i WHERE i.tenant_id = ? AND i.created_at < ? AND i.state NOT IN (?, ?, ?) \
             AND COALESCE(i.ended_at, i.created_at) < ? AND EXISTS (SELECT 1 FROM import_chunk c WHERE c.tenant_id = i.tenant_id AND c.import_id = i.id) \
             ORDER BY i.id LIMIT 1",
        )
        .bind(tenant)
        .bind(before)
        .bind(ImportState::Checking.code())
        .bind(ImportState::Running.code())
        .bind(ImportState::Undoing.code())
        .bind(before)
        .fetch_optional(tx.conn())
        .await?;
        let Some((id, state)) = old else { return Ok(Done::reply(false)) };
        sqlx::query("DELETE FROM import_chunk WHERE tenant_id = ? AND import_id = ?").bind(tenant).bind(id).execute(tx.conn()).await?;
        let mut trail = Trail::of("import", id);
        // Without its file it can be neither checked nor run.
        if let Some(state @ (ImportState::Uploading | ImportState::Asking | ImportState::Ready)) = ImportState::of_code(state) {
            super::head::set_state(tx, id.into(), ImportState::Discarded, None).await?;
            trail = trail.changed("state", &state, &ImportState::Discarded);
        }
        Ok(Done::reply(true).trail(trail))
    }
}
