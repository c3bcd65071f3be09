//! The dry run: reads the whole file, compares it with the books, keeps what is worth a look, and writes nothing else.

use super::{
    check_steps::{ClearChecked, DropChecked, EndCheck, KeepChecked},
    file::Pieces,
    head::{Head, hint},
    jobs::{Payload, ask},
    look::look,
    parts::{self, Open},
    scope::Scope,
    weigh::{Mode, Pending, Weighed, weigh},
};
use crate::import::{FileFacts, FileProblem, Outcome, limits, problem::file};
use admin_rules::{CHANGES_LISTED, Change, ChangeKind, Found, FoundNote, FoundPlace, ImportState, NEW_LISTED, NewBin, Tally};
use platform::{OpError, jobs::JobContext};
use std::collections::BTreeMap;
use vocabulary::{ImportId, Key, Said, StoreId};

/// Locations, and places to be made, that are listed.
const PLACES_LISTED: usize = 2000;
/// Kinds of notes that are told.
const NOTES_LISTED: usize = 40;

pub(crate) async fn check(context: &JobContext, payload: Payload) -> Result<(), OpError> {
    let import = payload.import;
    let head = load(context, import).await?;
    head.must_be(&[ImportState::Checking])?;
    let round = head.round + 1;
    let mut first = Some(round);
    while ask(context, Key::random(), ClearChecked { import, round: first.take() }).await? {}

    let mut end = EndCheck {
        import,
        round,
        state: ImportState::Ready,
        sha256: None,
        facts: None,
        answers: None,
        found: Found::default(),
        problem: None,
        tally: Tally::default(),
    };
    match look(context, &head, &mut end).await? {
        Err(problem) => {
            end.state = if can_be_answered(problem.code()) { ImportState::Asking } else { ImportState::Failed };
            end.problem = Some(problem.said);
        }
        Ok(opened) => {
            if let Some(problem) = compare(context, head, opened, &mut end).await? {
                end.state = ImportState::Asking;
                end.problem = Some(problem.said);
            }
        }
    }
    ask(context, Key::random(), end).await
}

pub(crate) async fn load(context: &JobContext, import: ImportId) -> Result<Head, OpError> {
    let mut tx = context.desk.database().begin_read(context.tenant).await?;
    let head = Head::load(&mut tx, import).await?;
    tx.commit().await?;
    Ok(head)
}

/// Whether a file's problem is one that another choice of source, kind or columns mends.
fn can_be_answered(code: &str) -> bool {
    [
        file::ONE_COLUMN,
        file::COLUMNS_MISSING,
        file::MAPPING_STALE,
        file::NOT_THIS_SOURCE,
        file::NOT_THIS_KIND,
        file::KIND_UNCLEAR,
        file::DATES_AMBIGUOUS,
        file::DATES_MIXED,
    ]
    .contains(&code)
}

pub(super) fn pieces(context: &JobContext, head: &Head) -> Pieces {
    Pieces::new(context.desk.database().clone(), context.tenant, head.id, head.size)
}

/// Compares part by part; answers what must be answered first.
async fn compare(context: &JobContext, head: Head, open: Open, end: &mut EndCheck) -> Result<Option<FileProblem>, OpError> {
    let facts: FileFacts = open.opened.facts.clone();
    let total = facts.rows;
    let head = Head { answers: end.answers.clone().unwrap_or_else(|| head.answers.clone()), ..head };
    let mut tx = context.desk.database().begin_read(context.tenant).await?;
    let scope = Scope::load(&mut tx, head, Some(&facts)).await?;
    tx.commit().await?;
    let (mut pending, mut gathered) = (Pending::default(), Gathered::default());
    let mut parts = parts::read(open);
    while let Some(part) = parts.next().await? {
        let part = match part {
            Ok(part) => part,
            Err(problem) => return Ok(Some(problem)),
        };
        let mut tx = context.desk.database().begin_read(context.tenant).await?;
        let weighed = weigh(&mut tx, &scope, &part.rows, &mut Mode::Check(&mut pending)).await?;
        tx.commit().await?;
        end.tally.add(&weighed.tally());
        let keep = gathered.take(
            &mut end.found,
            weighed,
            KeepChecked { import: end.import, round: end.round, part: part.number, aside: Vec::new(), changes: Vec::new() },
        );
        if !keep.aside.is_empty() || !keep.changes.is_empty() {
            ask(context, Key::random(), keep).await?;
        }
        context.progress(part.read.min(total), total).await?;
    }
    if let Some(problem) = try_short(context, &scope, &mut pending, end).await? {
        return Ok(Some(problem));
    }
    end.found.bins = pending.bins.into_iter().take(PLACES_LISTED).map(|((store, code), name)| NewBin { store, code, name }).collect();
    gathered.places(&mut end.found);
    if !end.found.unknown.is_empty() {
        return Ok(Some(FileProblem { said: Said::new("import-places-unknown").with("count", end.found.unknown.len()) }));
    }
    if end.found.homeless > 0 {
        return Ok(Some(FileProblem { said: Said::new("import-store-missing") }));
    }
    Ok(None)
}

/// A till sells what was there, whatever the file's order says: sales of what was missing are weighed again beside what
/// came later, until no more of them fit. The run does the same. The file is read again for it: however many there are,
/// only their lines are remembered.
async fn try_short(context: &JobContext, scope: &Scope, pending: &mut Pending, end: &mut EndCheck) -> Result<Option<FileProblem>, OpError> {
    while !pending.short.is_empty() {
        let (short, mut fitted) = (std::mem::take(&mut pending.short), false);
        let hint = hint(&scope.head.answers, Some(&scope.facts))?;
        let open = match parts::look(pieces(context, &scope.head), hint, false).await? {
            Ok((_, open)) => open,
            Err(problem) => return Ok(Some(problem)),
        };
        let mut parts = parts::read(open);
        while let Some(part) = parts.next().await? {
            let rows: Vec<Outcome> = match part {
                Ok(part) => part.rows.into_iter().filter(|row| short.contains(&row.line())).collect(),
                Err(problem) => return Ok(Some(problem)),
            };
            if rows.is_empty() {
                continue;
            }
            let mut tx = context.desk.database().begin_read(context.tenant).await?;
            let weighed = weigh(&mut tx, scope, &rows, &mut Mode::Check(pending)).await?;
            tx.commit().await?;
            let fitting: Vec<u64> = rows.iter().map(Outcome::line).filter(|line| !weighed.is_refused(*line)).collect();
            if fitting.is_empty() {
                continue;
            }
            fitted = true;
            let count = fitting.len() as u64;
            end.tally.add(&Tally { refused: 0, short: 0, ..weighed.tally() });
            (end.tally.refused, end.tally.short) = (end.tally.refused.saturating_sub(count), end.tally.short.saturating_sub(count));
            ask(context, Key::random(), DropChecked { import: end.import, round: end.round, lines: fitting }).await?;
        }
        if !fitted {
            break;
        }
    }
    Ok(None)
}

/// What was gathered over all parts.
#[derive(Default)]
struct Gathered {
    aside: u64,
    new: u64,
    changes: u64,
    places: BTreeMap<String, (u64, Option<StoreId>)>,
    unknown: BTreeMap<String, u64>,
}

impl Gathered {
    /// Takes what a part came to; answers what of it is kept.
    fn take(&mut self, found: &mut Found, weighed: Weighed, mut keep: KeepChecked) -> KeepChecked {
        for (name, (rows, store)) in weighed.places {
            self.places.entry(name).or_insert((0, store)).0 += rows;
        }
        for (name, rows) in weighed.unknown {
            *self.unknown.entry(name).or_default() += rows;
        }
        found.homeless += weighed.homeless;
        for note in weighed.notes {
            let room = found.notes.len() < NOTES_LISTED;
            match found.notes.iter_mut().find(|known| known.said.code == note.said.code && known.column == note.column) {
                Some(known) => {
                    known.rows += 1;
                    if known.lines.len() < 5 {
                        known.lines.push(note.line);
                    }
                }
                None if room => {
                    found.notes.push(FoundNote { said: note.said, column: note.column, rows: 1, lines: vec![note.line] });
                }
                None => {}
            }
        }
        for aside in weighed.aside.into_values() {
            self.aside += 1;
            if self.aside <= limits::PROBLEMS_KEPT {
                keep.aside.push(aside);
            }
        }
        keep.changes = weighed.changes.into_iter().filter(|change| self.lists(change)).collect();
        keep
    }

    fn lists(&mut self, change: &Change) -> bool {
        let (count, most) = match change.kind {
            ChangeKind::New => (&mut self.new, NEW_LISTED),
            ChangeKind::Changed | ChangeKind::Stock => (&mut self.changes, CHANGES_LISTED),
        };
        *count += 1;
        *count <= most
    }

    fn places(self, found: &mut Found) {
        found.known = self.places.into_iter().take(PLACES_LISTED).map(|(name, (rows, store))| FoundPlace { name, rows, store }).collect();
        found.unknown = self.unknown.into_iter().take(PLACES_LISTED).map(|(name, rows)| FoundPlace { name, rows, store: None }).collect();
    }
}
