//! The run: part by part through the desk, then the rows that were mended. Cut short, it goes on where it stopped.

use super::{
    aside::ASIDE,
    check::load,
    file::Pieces,
    head::{Head, read_json},
    jobs::{Payload, ask, insist, is_busy, key},
    parts,
    run_steps::{EndRun, TryShort},
    write_part::{MOVED, WritePart, with_nth},
};
use crate::import::{FileProblem, ImportKind, Outcome, Record, again};
use admin_rules::{AsideState, ImportState};
use platform::{OpError, jobs::JobContext};
use std::collections::BTreeMap;
use stock_rules::CreateLocation;
use vocabulary::{AppError, ImportId, Key, PlaceKind};

pub(crate) async fn run(context: &JobContext, payload: Payload) -> Result<(), OpError> {
    let import = payload.import;
    let head = load(context, import).await?;
    head.must_be(&[ImportState::Running])?;
    let problem = if payload.mended { None } else { file(context, &head).await? };
    if problem.is_none() {
        mended(context, &head).await?;
        if !payload.mended && head.facts()?.kind == Some(ImportKind::Sales) {
            try_short(context, &head).await?;
        }
    }
    ask(context, Key::random(), EndRun { import, problem: problem.map(|problem| problem.said) }).await
}

/// The file's rows. What is wrong with the file as a whole was found by the check, unless its pieces were lost.
async fn file(context: &JobContext, head: &Head) -> Result<Option<FileProblem>, OpError> {
    make_places(context, head).await?;
    let pieces = Pieces::new(context.desk.database().clone(), context.tenant, head.id, head.size);
    let open = match parts::look(pieces, head.hint()?, false).await? {
        Ok((_, open)) => open,
        Err(problem) => return Ok(Some(problem)),
    };
    let total = open.opened.facts.rows;
    let mut parts = parts::read(open);
    while let Some(part) = parts.next().await? {
        let part = match part {
            Ok(part) => part,
            Err(problem) => return Ok(Some(problem)),
        };
        if part.number >= head.next_part {
            let step = WritePart { import: head.id, part: Some(part.number), lines: Vec::new(), rows: part.rows };
            // A file that is checked again may be cut into other parts.
            write(context, key(head.id, &format!("{}/{}", head.round, part.number))?, step).await?;
        }
        context.progress(part.read.min(total), total).await?;
    }
    Ok(None)
}

/// Makes the places that the file names and that are not there; one that somebody made meanwhile will do.
async fn make_places(context: &JobContext, head: &Head) -> Result<(), OpError> {
    for bin in &head.found.bins {
        let new = CreateLocation {
            store: bin.store,
            parent: None,
            kind: PlaceKind::Bin,
            code: bin.code.clone(),
            name: bin.name.chars().take(120).collect(),
        };
        let made = ask(context, key(head.id, "place")?.part(format!("{}/{}", bin.store, bin.code)), new).await;
        match made {
            Ok(_) | Err(OpError::App(AppError::Invalid { .. } | AppError::Conflict { .. })) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Hands a part in; again where somebody moved stock, took a code or closed a day between reading and writing.
async fn write(context: &JobContext, key: Key, part: WritePart) -> Result<(), OpError> {
    insist(context, key, part, is_passing).await.map(|_| ())
}

fn is_passing(error: &AppError) -> bool {
    match error {
        AppError::Conflict { said } if said.code == MOVED => true,
        AppError::Invalid { fields } => fields.iter().any(|field| ["stock-insufficient", "period-closed"].contains(&field.said.code.as_str())),
        other => is_busy(other),
    }
}

/// Sales of what was not there are tried again beside what came later in the file, some thousands at a time, until
/// going through all of them lets no more in.
async fn try_short(context: &JobContext, head: &Head) -> Result<(), OpError> {
    let mut before = u64::MAX;
    loop {
        let (mut short, mut after) = (0, 0);
        while let Some(last) = {
            let taken = ask(context, Key::random(), TryShort { import: head.id, after }).await?;
            short += taken.rows;
            taken.last
        } {
            mended(context, head).await?;
            after = last;
        }
        // None, or as many as before: those are short of what never came.
        if short == 0 || short >= before {
            return Ok(());
        }
        before = short;
    }
}

/// A row that was mended.
struct Mended {
    line: u64,
    nth: u32,
    cells: Vec<String>,
}

/// The rows that were put right: read as their file was, each under its own line.
async fn mended(context: &JobContext, head: &Head) -> Result<(), OpError> {
    let head = load(context, head.id).await?;
    let (facts, hint) = (head.facts()?, head.hint()?);
    loop {
        let rows = next(context, head.id).await?;
        if rows.is_empty() {
            return Ok(());
        }
        let nths: BTreeMap<u64, u32> = rows.iter().map(|row| (row.line, row.nth)).collect();
        let records = rows.iter().map(|row| Record::of(row.line, &row.cells.iter().map(String::as_str).collect::<Vec<_>>())).collect();
        let outcomes: Result<Vec<Outcome>, FileProblem> = match again(facts, &hint, records) {
            Ok(rows) => rows.collect(),
            Err(problem) => Err(problem),
        };
        let outcomes = outcomes.map_err(|problem| OpError::conflict(problem.said))?;
        let outcomes = outcomes
            .into_iter()
            .map(|outcome| {
                let nth = nths.get(&outcome.line()).copied().unwrap_or_default();
                with_nth(outcome, nth)
            })
            .collect();
        let part = WritePart { import: head.id, part: None, lines: nths.into_keys().collect(), rows: outcomes };
        write(context, Key::random(), part).await?;
    }
}

/// The next mended rows; those written before are mended no longer.
async fn next(context: &JobContext, import: ImportId) -> Result<Vec<Mended>, OpError> {
    let mut tx = context.desk.database().begin_read(context.tenant).await?;
    let rows: Vec<(i64, i32, String)> = sqlx::query_as(
        "SELECT line, nth, raw FROM import_row WHERE tenant_id = ? AND import_id = ? AND list = ? AND state = ? ORDER BY line LIMIT 500",
    )
    .bind(context.tenant.0)
    .bind(import.0)
    .bind(ASIDE)
    .bind(AsideState::Mended.code())
    .fetch_all(tx.conn())
    .await?;
    tx.commit().await?;
    rows.into_iter()
        .map(|(line, nth, raw)| {
            let cells = read_json(&raw)?.unwrap_or_default();
            Ok(Mended { line: u64::try_from(line).unwrap_or_default(), nth: u32::try_from(nth).unwrap_or_default(), cells })
        })
        .collect()
}
