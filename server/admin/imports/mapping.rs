//! What was said of one file holds for the next with the same columns, and for the same locations.

use super::head::Head;
use crate::import::{FileFacts, Source};
use admin_rules::{Answers, PlaceAnswer};
use platform::{OpError, Tx, search::fold};
use sha2::{Digest, Sha256};
use sqlx::{MySql, QueryBuilder};

const COLUMNS: u8 = 1;
const PLACE: u8 = 2;
/// Most locations that are remembered for a tenant; more than any shop has.
const PLACES: usize = 2000;

/// The digest of a header: its names in their order.
fn print(header: &[String]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for name in header {
        hash.update((name.len() as u64).to_be_bytes());
        hash.update(fold(name).as_bytes());
    }
    hash.finalize().into()
}

/// What was said of a file with this header before.
///
/// # Errors
/// When the database fails.
pub(crate) async fn find(tx: &mut Tx, facts: &FileFacts) -> Result<Option<Answers>, OpError> {
    let tenant = tx.tenant();
    let value: Option<String> = sqlx::query_scalar("SELECT value FROM import_mapping WHERE tenant_id = ? AND kind = ? AND print = ?")
        .bind(tenant)
        .bind(COLUMNS)
        .bind(print(&facts.header).as_slice())
        .fetch_optional(tx.conn())
        .await?;
    // One that an older version wrote and this one cannot read is as good as none.
    Ok(value.and_then(|value| serde_json::from_str(&value).ok()))
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

/// Keeps what was said of a file that is now run.
///
/// # Errors
/// When the database fails.
pub(crate) async fn keep(tx: &mut Tx, head: &Head) -> Result<(), OpError> {
    let mut rows: Vec<(u8, [u8; 32], String)> = Vec::new();
    for place in head.answers.places.iter().take(PLACES) {
        rows.push((PLACE, Sha256::digest(fold(&place.name).as_bytes()).into(), serde_json::to_string(place)?));
    }
    if let Some(facts) = head.facts.as_ref().filter(|facts| facts.source == Source::Generic) {
        // The file's own bytes are found out anew; a store for the homeless and places are said by name.
        let said = Answers { encoding: None, delimiter: None, source: None, places: Vec::new(), ..head.answers.clone() };
        if said != Answers::default() {
            rows.push((COLUMNS, print(&facts.header), serde_json::to_string(&said)?));
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
