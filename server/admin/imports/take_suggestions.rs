//! Takes what would be right for every waiting row where all of it is known.

use super::{
    Imports,
    aside::ASIDE,
    head::{Head, read_json},
    mend_row::{OPEN, keep, mended},
};
use crate::import::RowProblem;
use admin_rules::{ImportBegun, MendedCell, TakeSuggestions};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::Actor;

impl Handle<TakeSuggestions> for Imports {
    /// At most two thousand at once: whoever has more asks again.
    async fn handle(&self, tx: &mut Tx, _: &Actor, take: TakeSuggestions) -> Result<Done<ImportBegun>, OpError> {
        let head = Head::lock(tx, take.import).await?;
        head.must_be(&OPEN)?;
        let facts = head.facts()?;
        let tenant = tx.tenant();
        let rows: Vec<(i64, String, String)> = sqlx::query_as(
            "SELECT line, raw, detail FROM import_row WHERE tenant_id = ? AND import_id = ? AND list = ? AND state = 0 AND part = 1 ORDER BY line LIMIT 2000",
        )
        .bind(tenant)
        .bind(take.import.0)
        .bind(ASIDE)
        .fetch_all(tx.conn())
        .await?;
        let mut taken = 0_usize;
        for (line, raw, detail) in rows {
            let problems: Vec<RowProblem> = read_json(&detail)?.unwrap_or_default();
            let right: Vec<MendedCell> = problems
                .iter()
                .filter_map(|problem| Some(MendedCell { column: problem.column.clone(), value: problem.suggestion.clone()? }))
                .collect();
            // A row whose column is not the file's own stays as it is.
            if let Ok(cells) = mended(facts, read_json(&raw)?.unwrap_or_default(), &problems, &right) {
                keep(tx, take.import, u64::try_from(line).unwrap_or_default(), &cells).await?;
                taken += 1;
            }
        }
        let done = Done::reply(ImportBegun { import: take.import, job: None });
        Ok(if taken == 0 { done } else { done.trail(Trail::of("import", take.import).with("rows", taken)) })
    }
}
