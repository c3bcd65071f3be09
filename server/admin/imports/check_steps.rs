//! The steps of a check, each a command: it begins, keeps what is worth a look, and ends. One that was overtaken by
//! another writes nothing more.

use super::{
    Imports, aside,
    facts::kind_of,
    head::{Head, not_now, set_state},
    weigh::Aside,
};
use crate::import::FileFacts;
use admin_rules::{Answers, Change, FileKind, Found, ImportState, Tally};
use platform::{Done, Handle, OpError, Tx};
use serde::{Deserialize, Serialize};
use vocabulary::{Actor, ImportId, Kind, Operation, Permission, Said};

macro_rules! step {
    ($(#[$doc:meta])* $name:ident $tag:literal -> $reply:ty { $($(#[$fdoc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        pub(crate) struct $name {
            pub import: ImportId,
            $($(#[$fdoc])* pub $field: $type),+
        }

        impl Operation for $name {
            type Reply = $reply;
            const NAME: &'static str = $tag;
            const NEEDS: Permission = Permission::Import;
            const KIND: Kind = Kind::Command;
        }
    };
}

step! {
    /// Clears what an earlier check kept, some thousands at a time; answers whether more is left.
    ClearChecked "admin.clear_import_check" -> bool {
        /// Gives this check its number with the first call.
        round: Option<i32>,
    }
}
step! {
    /// Keeps the rows of a part that are worth a look.
    KeepChecked "admin.keep_import_check" -> () {
        round: i32,
        part: u32,
        aside: Vec<Aside>,
        changes: Vec<Change>,
    }
}
step! {
    /// Lets go of rows that fit after all.
    DropChecked "admin.drop_import_check" -> () {
        round: i32,
        lines: Vec<u64>,
    }
}
step! {
    /// Ends a check.
    EndCheck "admin.end_import_check" -> () {
        round: i32,
        state: ImportState,
        sha256: Option<Vec<u8>>,
        facts: Option<FileFacts>,
        /// With what was said of the same columns before, where that was taken over.
        answers: Option<Answers>,
        found: Found,
        problem: Option<Said>,
        tally: Tally,
    }
}

/// Rows taken away in one step.
const CLEARED: u64 = 5000;

impl Handle<ClearChecked> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, step: ClearChecked) -> Result<Done<bool>, OpError> {
        let head = Head::lock(tx, step.import).await?;
        head.must_be(&[ImportState::Checking])?;
        let tenant = tx.tenant();
        if let Some(round) = step.round {
            sqlx::query("UPDATE import SET round = ? WHERE tenant_id = ? AND id = ?")
                .bind(round)
                .bind(tenant)
                .bind(step.import.0)
                .execute(tx.conn())
                .await?;
        }
        let cleared = sqlx::query("DELETE FROM import_row WHERE tenant_id = ? AND import_id = ? LIMIT 5000")
            .bind(tenant)
            .bind(step.import.0)
            .execute(tx.conn())
            .await?;
        Ok(Done::reply(cleared.rows_affected() == CLEARED))
    }
}

/// The import, if it is still this check that counts.
async fn current(tx: &mut Tx, import: ImportId, round: i32) -> Result<Head, OpError> {
    let head = Head::lock(tx, import).await?;
    if head.state != ImportState::Checking || head.round != round { Err(not_now(head.state)) } else { Ok(head) }
}

impl Handle<KeepChecked> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, step: KeepChecked) -> Result<Done<()>, OpError> {
        current(tx, step.import, step.round).await?;
        aside::keep(tx, step.import, &step.aside, false).await?;
        aside::keep_changes(tx, step.import, &step.changes).await?;
        Ok(Done::reply(()))
    }
}

impl Handle<DropChecked> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, step: DropChecked) -> Result<Done<()>, OpError> {
        current(tx, step.import, step.round).await?;
        aside::drop(tx, step.import, &step.lines).await?;
        Ok(Done::reply(()))
    }
}

impl Handle<EndCheck> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, step: EndCheck) -> Result<Done<()>, OpError> {
        current(tx, step.import, step.round).await?;
        let tenant = tx.tenant();
        let facts = step.facts.as_ref().map(serde_json::to_string).transpose()?;
        sqlx::query(
            "UPDATE import SET sha256 = COALESCE(?, sha256), facts = COALESCE(?, facts), kind = COALESCE(?, kind), answers = COALESCE(?, answers), found = ?, problem = ?, tally = ?, next_part = 0 \
             WHERE tenant_id = ? AND id = ?",
        )
        .bind(step.sha256)
        .bind(facts)
        .bind(step.facts.as_ref().map(|facts| kind_of(facts).map_or(0, FileKind::code)))
        .bind(step.answers.as_ref().map(serde_json::to_string).transpose()?)
        .bind(serde_json::to_string(&step.found)?)
        .bind(step.problem.as_ref().map(serde_json::to_string).transpose()?.unwrap_or_default())
        .bind(serde_json::to_string(&step.tally)?)
        .bind(tenant)
        .bind(step.import.0)
        .execute(tx.conn())
        .await?;
        set_state(tx, step.import, step.state, None).await?;
        Ok(Done::reply(()))
    }
}
