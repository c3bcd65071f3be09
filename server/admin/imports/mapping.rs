//! What was said of one file holds for the next with the same columns, and for the same locations.

use super::{head::Head, scope::overwrites};
use crate::import::{FileFacts, ImportKind, Source, mapping::has_error_column};
use admin_rules::{Answers, FileKind, PlaceAnswer};
use platform::{OpError, Tx, db::push_list, search::fold};
use sha2::{Digest, Sha256};
use sqlx::{MySql, QueryBuilder};

const COLUMNS: u8 = 1;
const PLACE: u8 = 2;
/// Whether a table with this header was last brought in as items and stock at once.
const BOTH: u8 = 3;
/// Most locations that are remembered for a tenant; more than any shop has.
const PLACES: usize = 2000;

/// The digest of a header read as a kind: its names in their order. Before kinds were told apart there was none. A file of
/// what was set aside has the header of its own file.
fn print(header: &[String], kind: Option<&str>) -> [u8; 32] {
    let mut hash = Sha256::new();
    let width = header.len() - usize::from(has_error_column(header));
    for name in header.iter().take(width).map(String::as_str).chain(kind) {
        hash.update((name.len() as u64).to_be_bytes());
        hash.update(fold(name).as_bytes());
    }
    hash.finalize().into()
}

/// What was said of a file with this header before: read as the kind that is asked for, else what was said last.
///
/// # Errors
/// When the database fails.
pub(crate) async fn find(tx: &mut Tx, facts: &FileFacts, kind: Option<&str>) -> Result<Option<Answers>, OpError> {
    let kinds: Vec<Option<&str>> = match kind {
        Some(kind) => vec![Some(kind), None],
        None => FileKind::ALL.iter().map(|kind| Some(kind.tag())).chain([None]).collect(),
    };
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT value FROM import_mapping WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND kind = ").push_bind(COLUMNS).push(" AND print IN ");
    push_list(&mut select, kinds.into_iter().map(|kind| print(&facts.header, kind).to_vec()));
    let values: Vec<String> = select.push(" ORDER BY used_at DESC, print").build_query_scalar().fetch_all(tx.conn()).await?;
    // One that an older version wrote and this one cannot read is as good as none.
    let said = values.iter().filter_map(|value| serde_json::from_str::<Answers>(value).ok());
    Ok(said.into_iter().find(|said| kind.is_none() || said.kind.as_deref().is_none_or(|other| Some(other) == kind)))
}

/// Which store was meant by a location's name before.
///
/// # Errors
/// When the database fails.
pub(crate) async fn places(tx: &mut Tx) -> Result<Vec<PlaceAnswer>, OpError> {
    let tenant = tx.tenant();
    let values: Vec<String> = sqlx::query_scalar("SELECT value FROM import_mapping WHERE tenant_id = ? AND kind = ? LIMIT 2000")
        .bind(tenant)
        .bind(PLACE)
        .fetch_all(tx.conn())
        .await?;
    Ok(values.iter().filter_map(|value| serde_json::from_str(value).ok()).collect())
}

/// Whether a table with this header was last brought in as items and stock at once, where one was brought in.
///
/// # Errors
/// When the database fails.
pub(crate) async fn was_both(tx: &mut Tx, facts: &FileFacts) -> Result<Option<bool>, OpError> {
    let tenant = tx.tenant();
    let value: Option<String> = sqlx::query_scalar("SELECT value FROM import_mapping WHERE tenant_id = ? AND kind = ? AND print = ?")
        .bind(tenant)
        .bind(BOTH)
        .bind(print(&facts.header, None).to_vec())
        .fetch_optional(tx.conn())
        .await?;
    Ok(value.map(|value| value == "true"))
}

/// Keeps what was said of a file that is now run, and what it was read as where it could be read in two ways.
///
/// # Errors
/// When the database fails.
pub(crate) async fn keep(tx: &mut Tx, head: &Head) -> Result<(), OpError> {
    let mut rows: Vec<(u8, [u8; 32], String)> = Vec::new();
    for place in head.answers.places.iter().take(PLACES) {
        rows.push((PLACE, Sha256::digest(fold(&place.name).as_bytes()).into(), serde_json::to_string(place)?));
    }
    if let Some(facts) = head.facts.as_ref().filter(|facts| facts.source == Source::Generic) {
        if facts.combined {
            rows.push((BOTH, print(&facts.header, None), facts.both.to_string()));
        }
        // The file's own bytes are found out anew; a store for the homeless and places are said by name.
        let mut said = Answers { encoding: None, delimiter: None, source: None, places: Vec::new(), ..head.answers.clone() };
        // What a file is read as anyway need not be said of the next, which may be read as another kind.
        said.overwrite = said.overwrite.filter(|overwrite| *overwrite != overwrites(facts));
        if said != Answers::default() {
            let kind = facts.kind.map(ImportKind::tag);
            // Columns are mapped for a kind of file; one that holds two is found out anew.
            if said.columns.is_some() && !facts.both {
                said.kind = kind.map(str::to_owned);
            }
            rows.push((COLUMNS, print(&facts.header, kind), serde_json::to_string(&said)?));
        }
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    for rows in rows.chunks(500) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO import_mapping (tenant_id, kind, print, value, used_at) ");
        insert.push_values(rows, |mut row, (kind, print, value)| {
            row.push_bind(tenant).push_bind(*kind).push_bind(print.to_vec()).push_bind(value).push_bind(now);
        });
        insert.push(" ON DUPLICATE KEY UPDATE value = VALUES(value), used_at = VALUES(used_at)").build().execute(tx.conn()).await?;
    }
    Ok(())
}
