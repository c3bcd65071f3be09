//! One import with all there is to know of it.

use super::{
    Imports,
    aside::{ASIDE, CHANGES, KEPT},
    facts,
    head::Head,
    jobs::{self, JobState},
};
use admin_rules::{ImportLists, ImportState, ImportView, ImportWays, Progress, ShowImport};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, ImportId, Said};

impl Handle<ShowImport> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowImport) -> Result<Done<ImportView>, OpError> {
        let (head, job, stopped) = look(tx, show.import).await?;
        let lists = lists(tx, show.import).await?;
        let ways = ImportWays::of(head.state, stopped, head.has_written());
        Ok(Done::reply(ImportView {
            id: head.id,
            name: head.name,
            size: head.size,
            // A job that gave up leaves its import where it was; it may be begun again.
            state: if stopped { ImportState::Failed } else { head.state },
            ways,
            gave_up: stopped.then_some(head.state),
            by: head.by,
            created_at: head.created_at,
            ended_at: head.ended_at,
            answers: head.answers,
            facts: head.facts.as_ref().map(facts::seen),
            found: head.found,
            problem: if stopped { Some(Said::new("import-gave-up")) } else { head.problem },
            tally: head.tally,
            lists,
            progress: job.filter(|_| !stopped).map(|job| Progress { done: job.done, total: job.total }),
        }))
    }
}

/// The import, the job that works on it, and whether that has ended and left it where it was. Each statement sees what
/// is committed by then: a job that ended between the two has moved its import on.
async fn look(tx: &mut Tx, import: ImportId) -> Result<(Head, Option<JobState>, bool), OpError> {
    let head = Head::load(tx, import).await?;
    if !head.state.is_busy() {
        return Ok((head, None, false));
    }
    let job = jobs::state(tx, head.job).await?;
    if !job.is_stopped() {
        return Ok((head, Some(job), false));
    }
    let now = Head::load(tx, import).await?;
    let stopped = now.state == head.state && now.job == head.job;
    let job = now.state.is_busy().then_some(job);
    Ok((now, job, stopped))
}

async fn lists(tx: &mut Tx, import: ImportId) -> Result<ImportLists, OpError> {
    let tenant = tx.tenant();
    // The index over states counts without touching a row.
    let rows: Vec<(u8, u8, i64, i64)> = sqlx::query_as(
        "SELECT list, state, COUNT(*), CAST(COALESCE(SUM(part = 1), 0) AS SIGNED) FROM import_row WHERE tenant_id = ? AND import_id = ? GROUP BY list, state",
    )
    .bind(tenant)
    .bind(import.0)
    .fetch_all(tx.conn())
    .await?;
    let mut lists = ImportLists::default();
    for (list, state, count, suggested) in rows {
        let count = u64::try_from(count).unwrap_or_default();
        match (list, state) {
            (ASIDE, 0) => {
                lists.waiting = count;
                lists.suggested = u64::try_from(suggested).unwrap_or_default();
            }
            (ASIDE, 1) => lists.mended = count,
            (ASIDE, _) => lists.passed_over = count,
            (CHANGES, 1) => lists.new = count,
            (CHANGES, 2) => lists.changed = count,
            (CHANGES, _) => lists.stock = count,
            (KEPT, _) => lists.kept += count,
            _ => {}
        }
    }
    Ok(lists)
}
