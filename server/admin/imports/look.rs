//! How a file is opened for its check: with what was said of its columns before, and, where a table tells items and their
//! stock, as one of the two or as both.

use super::{
    archived,
    check::pieces,
    check_steps::EndCheck,
    head::{Head, hint, read_json},
    mapping,
    parts::{self, Open},
    variants::{self, Match, Told},
};
use crate::import::{CatalogRow, Field, FileFacts, FileProblem, Hint, Mapping, Outcome, Source, mapping::has_error_column};
use admin_rules::{Answers, ImportState};
use platform::{OpError, Tx, jobs::JobContext};
use vocabulary::ImportId;

/// Opens the file. Where nothing is said of its columns, what was said of the same ones before is tried first.
pub(super) async fn look(context: &JobContext, head: &Head, end: &mut EndCheck) -> Result<Result<Open, FileProblem>, OpError> {
    // Whether it brings items and stock at once is found out anew each time.
    let plain = Hint { both: false, ..head.hint()? };
    let (looked, opened) = match parts::look(pieces(context, head), plain.clone(), true).await? {
        Ok(found) => found,
        Err(problem) => return Ok(Err(problem)),
    };
    let sha256 = looked.sha256;
    let mut tx = context.desk.database().begin_read(context.tenant).await?;
    end.found.before = before(&mut tx, head.id, &sha256).await?;
    let saved = if head.answers.columns.is_none() && looked.facts.source == Source::Generic {
        mapping::find(&mut tx, &looked.facts, head.answers.kind.as_deref()).await?
    } else {
        None
    };
    tx.commit().await?;
    end.sha256 = Some(sha256.to_vec());
    let (mut hinted, mut facts, mut opened) = (plain, looked.facts, opened);
    if let Some(saved) = saved {
        let answers = with_saved(&head.answers, saved);
        let said = Hint { both: false, ..hint(&answers, Some(&facts))? };
        if let Ok((looked, again)) = parts::look(pieces(context, head), said.clone(), false).await? {
            (hinted, facts, opened) = (said, looked.facts, again);
            end.answers = Some(answers);
        }
    }
    if facts.combined && hinted.mapping.as_ref().is_none_or(may_be_both) {
        let both = Hint { both: true, ..hinted };
        if let Ok((looked, read)) = parts::look(pieces(context, head), both.clone(), false).await? {
            let opened_both = match is_both(context, head, &sha256, &looked.facts).await? {
                Some(true) => Some(read),
                Some(false) => None,
                None if mostly_new(context, read).await? => parts::look(pieces(context, head), both, false).await?.ok().map(|(_, again)| again),
                None => None,
            };
            if let Some(read) = opened_both {
                (facts, opened) = (looked.facts, read);
            }
        }
    }
    end.facts = Some(facts);
    Ok(Ok(opened))
}

/// What is said of this file, and beside it what was said of the same columns before.
fn with_saved(said: &Answers, saved: Answers) -> Answers {
    Answers {
        kind: said.kind.clone().or(saved.kind),
        columns: saved.columns,
        dates: said.dates.clone().or(saved.dates),
        decimal: said.decimal.clone().or(saved.decimal),
        overwrite: said.overwrite.or(saved.overwrite),
        store: said.store.or(saved.store),
        ..said.clone()
    }
}

fn may_be_both(mapping: &Mapping) -> bool {
    let stock = mapping.has(Field::OnHand) || mapping.has(Field::NewOnHand) || !mapping.places.is_empty();
    mapping.has(Field::Name) && stock
}

/// What a table says of items beside their names and codes.
const OF_ITEMS: [Field; 5] = [Field::Price, Field::Cost, Field::Description, Field::Brand, Field::Category];

/// Whether a table of names and quantities brings items and their stock, the same each time it comes. One that says more
/// of its items does: read for one of the two, the other would be lost. One of names and quantities alone is a list of new
/// items as long as the catalog knows few of them, and then a stock list, in which a SKU that nobody knows is a slip
/// rather than a new item. What such a list brought, and what was set aside of it, comes back as it came. `None` where
/// only its rows can tell.
async fn is_both(context: &JobContext, head: &Head, sha256: &[u8; 32], facts: &FileFacts) -> Result<Option<bool>, OpError> {
    if OF_ITEMS.into_iter().any(|field| facts.mapping.has(field)) {
        return Ok(Some(true));
    }
    let mut tx = context.desk.database().begin_read(context.tenant).await?;
    let was = match was_both(&mut tx, head.id, sha256).await? {
        None if has_error_column(&facts.header) => mapping::was_both(&mut tx, facts).await?,
        was => was.filter(|both| *both),
    };
    tx.commit().await?;
    Ok(was)
}

/// Whether the catalog knows fewer than half of the items that the file's first part is about. What an undo put away
/// comes back with its file, and counts as new.
async fn mostly_new(context: &JobContext, opened: Open) -> Result<bool, OpError> {
    let Some(Ok(part)) = parts::read(opened).next().await? else { return Ok(false) };
    let rows: Vec<&CatalogRow> = part.rows.iter().filter_map(|row| if let Outcome::Catalog(row) = row { Some(row.as_ref()) } else { None }).collect();
    let told: Vec<Told<'_>> = rows
        .iter()
        .map(|row| Told { sku: row.sku.as_deref(), barcodes: &row.barcodes, group: None, options: &[], name: row.item_name.as_deref() })
        .collect();
    let mut tx = context.desk.database().begin_read(context.tenant).await?;
    let found = variants::find(&mut tx, &told).await?;
    let asleep = archived::variants(&mut tx, found.iter().filter_map(|found| if let Match::One(id) = found { Some(*id) } else { None })).await?;
    tx.commit().await?;
    let is_new = |found: &&Match| match found {
        Match::One(id) => asleep.contains(id),
        found => matches!(found, Match::None(None)),
    };
    let new = found.iter().filter(is_new).count();
    Ok(new * 2 > rows.len())
}

/// The latest import that brought the same file in.
async fn before(tx: &mut Tx, import: ImportId, sha256: &[u8; 32]) -> Result<Option<ImportId>, OpError> {
    let tenant = tx.tenant();
    let found: Option<uuid::Uuid> =
        sqlx::query_scalar("SELECT id FROM import WHERE tenant_id = ? AND sha256 = ? AND id <> ? AND state = ? ORDER BY id DESC LIMIT 1")
            .bind(tenant)
            .bind(sha256.as_slice())
            .bind(import.0)
            .bind(ImportState::Done.code())
            .fetch_optional(tx.conn())
            .await?;
    Ok(found.map(ImportId))
}

/// Whether the same file was brought in as items and stock at once, where it was, also if that was taken back.
async fn was_both(tx: &mut Tx, import: ImportId, sha256: &[u8; 32]) -> Result<Option<bool>, OpError> {
    let tenant = tx.tenant();
    let facts: Option<String> =
        sqlx::query_scalar("SELECT facts FROM import WHERE tenant_id = ? AND sha256 = ? AND id <> ? AND state IN (?, ?) ORDER BY id DESC LIMIT 1")
            .bind(tenant)
            .bind(sha256.as_slice())
            .bind(import.0)
            .bind(ImportState::Done.code())
            .bind(ImportState::Undone.code())
            .fetch_optional(tx.conn())
            .await?;
    // One that an older version wrote and this one cannot read is as good as none.
    Ok(facts.and_then(|facts| read_json::<FileFacts>(&facts).ok().flatten()).map(|facts| facts.both))
}
