//! Takes what would be right for every waiting row where all of it is known.

use super::{
    Imports,
    aside::{ASIDE, take},
    head::{Head, read_json},
    mend_row::{OPEN, mended},
};
use crate::import::RowProblem;
use admin_rules::{ImportBegun, MendedCell, TakeSuggestions};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::Actor;

/// Rows that are read and written at once.
const TOGETHER: i64 = 200;

impl Handle<TakeSuggestions> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, all: TakeSuggestions) -> Result<Done<ImportBegun>, OpError> {
        let head = Head::lock(tx, all.import).await?;
        head.must_be(&OPEN)?;
        let facts = head.facts()?;
        let tenant = tx.tenant();
        let (mut taken, mut after) = (0_usize, -1_i64);
        loop {
            let rows: Vec<(i64, i32, String, String)> = sqlx::query_as(
                "SELECT line, nth, raw, detail FROM import_row WHERE tenant_id = ? AND import_id = ? AND list = ? AND state = 0 AND part = 1 \
                 AND line > ? ORDER BY line LIMIT ?",
            )
            .bind(tenant)
            .bind(all.import.0)
            .bind(ASIDE)
            .bind(after)
            .bind(TOGETHER)
            .fetch_all(tx.conn())
            .await?;
            let Some((last, ..)) = rows.last() else { break };
            after = *last;
            let mut right = Vec::with_capacity(rows.len());
            for (line, nth, raw, detail) in rows {
                let problems: Vec<RowProblem> = read_json(&detail)?.unwrap_or_default();
                let suggested: Vec<MendedCell> = problems
                    .iter()
                    .filter_map(|problem| Some(MendedCell { column: problem.column.clone(), value: problem.suggestion.clone()? }))
                    .collect();
                // A row whose column is not the file's own stays as it is.
                if let Ok(cells) = mended(facts, read_json(&raw)?.unwrap_or_default(), &problems, &suggested) {
                    right.push((line, nth, cells, detail));
                }
            }
            take(tx, all.import, &right).await?;
            taken += right.len();
        }
        let done = Done::reply(ImportBegun { import: all.import, job: None });
        Ok(if taken == 0 { done } else { done.trail(Trail::of("import", all.import).with("rows", taken)) })
    }
}
