//! Puts a row right that was set aside; or passes over it.

use super::{
    Imports,
    aside::ASIDE,
    head::{Head, read_json},
};
use crate::import::{Field, FileFacts, FileProblem, Outcome, Record, RowProblem, again, limits, problem::row};
use admin_rules::{AsideState, ImportState, MendRow, MendedCell, PassOver, RowMended};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::{Actor, AppError, FieldError, ImportId, Param};

/// States in which rows may still be put right.
pub(crate) const OPEN: [ImportState; 2] = [ImportState::Ready, ImportState::Done];

impl Handle<MendRow> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, mend: MendRow) -> Result<Done<RowMended>, OpError> {
        let head = Head::lock(tx, mend.import).await?;
        head.must_be(&OPEN)?;
        let (cells, problems) = load(tx, mend.import, mend.line).await?;
        let cells = mended(head.facts()?, cells, &problems, &mend.cells).map_err(|fields| AppError::Invalid { fields })?;
        let left = still_wrong(&head, &mend, &cells)?;
        let state = if left.is_empty() { AsideState::Mended } else { AsideState::Waiting };
        let told = (!left.is_empty()).then_some(left.as_slice());
        keep(tx, mend.import, mend.line, state, Some(&cells), told).await?;
        let right: Vec<String> = mend.cells.iter().map(|cell| format!("{}: {}", cell.column, begin(&cell.value))).collect();
        let trail = Trail::of("import", mend.import).with("row", mend.line.to_string()).with("cells", right.join("; "));
        Ok(Done::reply(RowMended { line: mend.line, state }).trail(trail))
    }
}

/// What is still wrong with a row, in columns that were not touched; it goes on waiting.
///
/// # Errors
/// Invalid, on `cells[i].value`, where what was typed is no better.
fn still_wrong(head: &Head, mend: &MendRow, cells: &[String]) -> Result<Vec<RowProblem>, OpError> {
    let record = Record::of(mend.line, &cells.iter().map(String::as_str).collect::<Vec<_>>());
    let rows: Result<Vec<Outcome>, FileProblem> = again(head.facts()?, &head.hint()?, vec![record]).and_then(Iterator::collect);
    let rows = rows.map_err(|problem| OpError::conflict(problem.said))?;
    let problems = rows.into_iter().flat_map(|row| if let Outcome::Problem(refused) = row { refused.problems } else { Vec::new() });
    let problems: Vec<RowProblem> = problems.collect();
    let typed = |problem: &RowProblem| mend.cells.iter().position(|cell| cell.column == problem.column);
    let wrong: Vec<FieldError> = problems
        .iter()
        .filter_map(|problem| Some(FieldError { field: format!("cells[{}].value", typed(problem)?), said: problem.said.clone() }))
        .collect();
    if wrong.is_empty() { Ok(problems) } else { Err(AppError::Invalid { fields: wrong }.into()) }
}

/// Most characters of a cell that its trail repeats: a description is no value that anybody looks up there.
const TOLD: usize = 200;

fn begin(value: &str) -> String {
    value.chars().take(TOLD).collect()
}

impl Handle<PassOver> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, pass: PassOver) -> Result<Done<RowMended>, OpError> {
        let head = Head::lock(tx, pass.import).await?;
        head.must_be(&OPEN)?;
        load(tx, pass.import, pass.line).await?;
        let state = if pass.back { AsideState::Waiting } else { AsideState::PassedOver };
        keep(tx, pass.import, pass.line, state, None, None).await?;
        let trail = Trail::of("import", pass.import).with("row", pass.line.to_string()).with("passed", !pass.back);
        Ok(Done::reply(RowMended { line: pass.line, state }).trail(trail))
    }
}

async fn load(tx: &mut Tx, import: ImportId, line: u64) -> Result<(Vec<String>, Vec<RowProblem>), OpError> {
    let tenant = tx.tenant();
    let row: Option<(String, String)> =
        sqlx::query_as("SELECT raw, detail FROM import_row WHERE tenant_id = ? AND import_id = ? AND list = ? AND line = ? LIMIT 1 FOR UPDATE")
            .bind(tenant)
            .bind(import.0)
            .bind(ASIDE)
            .bind(i64::try_from(line).unwrap_or(i64::MAX))
            .fetch_optional(tx.conn())
            .await?;
    let (raw, detail) = row.ok_or_else(OpError::not_found)?;
    Ok((read_json(&raw)?.unwrap_or_default(), read_json(&detail)?.unwrap_or_default()))
}

/// Keeps what became of a row; its cells and what is wrong with it only where they are new ones.
async fn keep(
    tx: &mut Tx,
    import: ImportId,
    line: u64,
    state: AsideState,
    cells: Option<&[String]>,
    left: Option<&[RowProblem]>,
) -> Result<(), OpError> {
    let tenant = tx.tenant();
    sqlx::query(
        "UPDATE import_row SET state = ?, raw = COALESCE(?, raw), detail = COALESCE(?, detail) WHERE tenant_id = ? AND import_id = ? AND list = ? AND line = ?",
    )
    .bind(state.code())
    .bind(cells.map(serde_json::to_string).transpose()?)
    .bind(left.map(serde_json::to_string).transpose()?)
    .bind(tenant)
    .bind(import.0)
    .bind(ASIDE)
    .bind(i64::try_from(line).unwrap_or(i64::MAX))
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A row's cells with those that were put right.
///
/// # Errors
/// A field error for each column that the file does not have, or value that is too long.
pub(crate) fn mended(
    facts: &FileFacts,
    mut cells: Vec<String>,
    problems: &[RowProblem],
    right: &[MendedCell],
) -> Result<Vec<String>, Vec<FieldError>> {
    let mut wrong = Vec::new();
    for (at, cell) in right.iter().enumerate() {
        let Some(index) = facts.header.iter().position(|name| *name == cell.column) else {
            wrong.push(FieldError::new(&format!("cells[{at}].column"), "field-unknown-choice"));
            continue;
        };
        if cell.value.len() > limits::CELL {
            wrong.push(FieldError::new(&format!("cells[{at}].value"), "field-too-long").with("max", limits::CELL));
            continue;
        }
        if cells.len() <= index {
            cells.resize(index + 1, String::new());
        }
        // What is put right of a figure that was out of date is the new one; the current one becomes ours.
        let stale = problems.iter().find(|problem| problem.code() == row::STOCK_STALE && problem.column == cell.column);
        let ours = stale.and_then(|problem| problem.said.params.iter().find(|(name, _)| name == "ours")).map(|(_, value)| value);
        match (ours, new_figure(facts, index)) {
            (Some(Param::Quantity(ours)), Some(new)) => {
                if cells.len() <= new {
                    cells.resize(new + 1, String::new());
                }
                set(&mut cells, index, &ours.to_string());
                set(&mut cells, new, &cell.value);
            }
            _ => set(&mut cells, index, &cell.value),
        }
    }
    if wrong.is_empty() { Ok(cells) } else { Err(wrong) }
}

fn set(cells: &mut [String], index: usize, value: &str) {
    if let Some(cell) = cells.get_mut(index) {
        value.clone_into(cell);
    }
}

/// The column of the new figure beside one of a current figure.
fn new_figure(facts: &FileFacts, current: usize) -> Option<usize> {
    let own = facts.mapping.places.iter().find(|place| place.current.as_ref().is_some_and(|column| column.index == current));
    match own {
        Some(place) => place.new.as_ref().map(|column| column.index),
        None => facts.mapping.of(Field::NewOnHand).next(),
    }
}
