//! The end of a run.

use super::{
    Imports,
    aside::ASIDE,
    head::{Head, set_state},
};
use crate::import::limits;
use admin_rules::{AsideState, ImportState, Tally};
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
        let tally = counted(tx, end.import, head.tally).await?;
        sqlx::query("UPDATE import SET problem = ?, tally = ? WHERE tenant_id = ? AND id = ?")
            .bind(end.problem.as_ref().map(serde_json::to_string).transpose()?.unwrap_or_default())
            .bind(serde_json::to_string(&tally)?)
            .bind(tenant)
            .bind(end.import.0)
            .execute(tx.conn())
            .await?;
        set_state(tx, end.import, state, None).await?;
        let trail = Trail::of("import", end.import)
            .changed("state", &head.state, &state)
            .with("new", tally.new)
            .with("changed", tally.changed)
            .with("aside", tally.refused);
        Ok(Done::reply(()).trail(trail).event(Event::new("import.done", end.import, &serde_json::json!({ "import": end.import, "tally": tally }))))
    }
}

/// Takes up again the next sales of what was not there, in the order of their lines.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct TryShort {
    pub import: ImportId,
    /// Only those of later lines.
    pub after: u64,
}

/// How many were taken up, and the line of the last; none when there are no more.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct ShortTaken {
    pub rows: u64,
    pub last: Option<u64>,
}

impl Operation for TryShort {
    type Reply = ShortTaken;
    const NAME: &'static str = "admin.try_short_sales";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

/// Most rows that are taken up at once.
const TAKEN: i64 = 5000;

/// How a row's detail tells of a problem.
const SHORT: &str = "%\"import-sale-short\"%";
const STALE: &str = "%\"import-stock-stale\"%";

impl Handle<TryShort> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, again: TryShort) -> Result<Done<ShortTaken>, OpError> {
        let head = Head::lock(tx, again.import).await?;
        head.must_be(&[ImportState::Running])?;
        let tenant = tx.tenant();
        let lines: Vec<i64> = sqlx::query_scalar(
            "SELECT line FROM import_row WHERE tenant_id = ? AND import_id = ? AND list = ? AND state = ? AND line > ? AND detail LIKE ? \
             ORDER BY line LIMIT ?",
        )
        .bind(tenant)
        .bind(again.import.0)
        .bind(ASIDE)
        .bind(AsideState::Waiting.code())
        .bind(i64::try_from(again.after).unwrap_or(i64::MAX))
        .bind(SHORT)
        .bind(TAKEN)
        .fetch_all(tx.conn())
        .await?;
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return Ok(Done::reply(ShortTaken { rows: 0, last: None })) };
        let taken = sqlx::query(
            "UPDATE import_row SET state = ? WHERE tenant_id = ? AND import_id = ? AND list = ? AND state = ? AND line BETWEEN ? AND ? AND detail LIKE ?",
        )
        .bind(AsideState::Mended.code())
        .bind(tenant)
        .bind(again.import.0)
        .bind(ASIDE)
        .bind(AsideState::Waiting.code())
        .bind(first)
        .bind(last)
        .bind(SHORT)
        .execute(tx.conn())
        .await?;
        Ok(Done::reply(ShortTaken { rows: taken.rows_affected(), last: u64::try_from(*last).ok() }))
    }
}

/// A tally whose rows set aside are counted where they are.
async fn counted(tx: &mut Tx, import: ImportId, tally: Tally) -> Result<Tally, OpError> {
    let tenant = tx.tenant();
    let (refused, short, stale): (i64, i64, i64) = sqlx::query_as(
        "SELECT COUNT(*), CAST(COALESCE(SUM(detail LIKE ?), 0) AS SIGNED), CAST(COALESCE(SUM(detail LIKE ?), 0) AS SIGNED) FROM import_row \
         WHERE tenant_id = ? AND import_id = ? AND list = ?",
    )
    .bind(SHORT)
    .bind(STALE)
    .bind(tenant)
    .bind(import.0)
    .bind(ASIDE)
    .fetch_one(tx.conn())
    .await?;
    let count = |count: i64| u64::try_from(count).unwrap_or_default();
    // Beyond what a quarantine keeps, rows were counted as they were read.
    Ok(Tally {
        refused: if tally.refused > limits::PROBLEMS_KEPT { tally.refused } else { count(refused) },
        short: count(short),
        stale: count(stale),
        ..tally
    })
}
