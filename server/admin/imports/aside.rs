//! The rows of an import that are kept: set aside, changing, not taken back.

use super::weigh::Aside;
use admin_rules::{AsideState, Change, KeptRow};
use platform::{OpError, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::collections::BTreeMap;
use uuid::Uuid;
use vocabulary::ImportId;

pub(crate) const ASIDE: u8 = 1;
pub(crate) const CHANGES: u8 = 2;
pub(crate) const KEPT: u8 = 3;

fn number(line: u64) -> i64 {
    i64::try_from(line).unwrap_or(i64::MAX)
}

/// The states of these lines' rows, where they were set aside; held until the transaction ends.
///
/// # Errors
/// When the database fails.
pub(crate) async fn states(tx: &mut Tx, import: ImportId, lines: Vec<u64>) -> Result<BTreeMap<u64, AsideState>, OpError> {
    let (mut found, tenant) = (BTreeMap::new(), tx.tenant());
    for lines in lines.chunks(500) {
        let mut select = QueryBuilder::<MySql>::new("SELECT line, state FROM import_row WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND import_id = ").push_bind(import.0).push(" AND list = ").push_bind(ASIDE).push(" AND line IN ");
        push_list(&mut select, lines.iter().map(|line| number(*line)));
        select.push(" FOR UPDATE");
        let rows: Vec<(i64, u8)> = select.build_query_as().fetch_all(tx.conn()).await?;
        found.extend(rows.into_iter().map(|(line, state)| (u64::try_from(line).unwrap_or_default(), AsideState::of_code(state))));
    }
    Ok(found)
}

/// Rows that went in wait no longer.
///
/// # Errors
/// When the database fails.
pub(crate) async fn drop(tx: &mut Tx, import: ImportId, lines: &[u64]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for lines in lines.chunks(500) {
        let mut delete = QueryBuilder::<MySql>::new("DELETE FROM import_row WHERE tenant_id = ");
        delete.push_bind(tenant).push(" AND import_id = ").push_bind(import.0).push(" AND list = ").push_bind(ASIDE).push(" AND line IN ");
        push_list(&mut delete, lines.iter().map(|line| number(*line)));
        delete.build().execute(tx.conn()).await?;
    }
    Ok(())
}

/// Whether everything that is wrong with a row has a suggestion: then they can be taken all at once.
fn suggested(row: &Aside) -> bool {
    row.problems.iter().all(|problem| problem.suggestion.is_some() && !problem.column.is_empty())
}

/// Sets rows aside; one that is there already is told anew. The part of a row's key says whether all of it is suggested.
///
/// # Errors
/// When the database fails.
pub(crate) async fn keep(tx: &mut Tx, import: ImportId, rows: &[Aside], again: bool) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(&Aside, String, String)> = rows
        .iter()
        .map(|row| Ok((row, serde_json::to_string(&row.cells)?, serde_json::to_string(&row.problems)?)))
        .collect::<Result<_, serde_json::Error>>()?;
    if again {
        let lines: Vec<u64> = rows.iter().map(|(row, ..)| row.line).collect();
        drop(tx, import, &lines).await?;
    }
    for rows in rows.chunks(200) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO import_row (tenant_id, import_id, list, line, part, state, nth, raw, detail) ");
        insert.push_values(rows, |mut values, (row, cells, problems)| {
            values
                .push_bind(tenant)
                .push_bind(import.0)
                .push_bind(ASIDE)
                .push_bind(number(row.line))
                .push_bind(i32::from(suggested(row)))
                .push_bind(AsideState::Waiting.code())
                .push_bind(i32::try_from(row.nth).unwrap_or(i32::MAX))
                .push_bind(cells)
                .push_bind(problems);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

/// Marks rows as put right, hundreds at once: their lines, their places among equal ones, their cells as they are to be,
/// and what was wrong with them. Only rows all of which was suggested.
///
/// # Errors
/// When the database fails.
pub(crate) async fn take(tx: &mut Tx, import: ImportId, rows: &[(i64, i32, Vec<String>, String)]) -> Result<(), OpError> {
    if rows.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    let rows: Vec<(i64, i32, String, &str)> = rows
        .iter()
        .map(|(line, nth, cells, detail)| Ok((*line, *nth, serde_json::to_string(cells)?, detail.as_str())))
        .collect::<Result<_, serde_json::Error>>()?;
    let mut insert = QueryBuilder::<MySql>::new("INSERT INTO import_row (tenant_id, import_id, list, line, part, state, nth, raw, detail) ");
    insert.push_values(rows, |mut values, (line, nth, cells, detail)| {
        values
            .push_bind(tenant)
            .push_bind(import.0)
            .push_bind(ASIDE)
            .push_bind(line)
            .push("1")
            .push_bind(AsideState::Mended.code())
            .push_bind(nth)
            .push_bind(cells)
            .push_bind(detail);
    });
    insert.push(" ON DUPLICATE KEY UPDATE state = VALUES(state), raw = VALUES(raw)");
    insert.build().execute(tx.conn()).await?;
    Ok(())
}

/// Keeps changes for the page that shows them.
///
/// # Errors
/// When the database fails.
pub(crate) async fn keep_changes(tx: &mut Tx, import: ImportId, changes: &[Change]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let (mut parts, mut rows): (BTreeMap<u64, i32>, Vec<(&Change, i32, String)>) = (BTreeMap::new(), Vec::with_capacity(changes.len()));
    for change in changes {
        let part = parts.entry(change.line).and_modify(|part| *part += 1).or_insert(0);
        rows.push((change, *part, serde_json::to_string(change)?));
    }
    for rows in rows.chunks(500) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO import_row (tenant_id, import_id, list, line, part, state, raw, detail) ");
        insert.push_values(rows, |mut values, (change, part, detail)| {
            values
                .push_bind(tenant)
                .push_bind(import.0)
                .push_bind(CHANGES)
                .push_bind(number(change.line))
                .push_bind(*part)
                .push_bind(change.kind.code())
                .push("''")
                .push_bind(detail);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

/// Tells what an undo could not take back. Each has a number of its own, so that one told twice is there once.
///
/// # Errors
/// When the database fails.
pub(crate) async fn keep_kept(tx: &mut Tx, import: ImportId, rows: &[(Uuid, i32, KeptRow)]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for (of, part, row) in rows {
        let line = number_of(*of);
        sqlx::query(
            "INSERT INTO import_row (tenant_id, import_id, list, line, part, state, raw, detail) VALUES (?, ?, ?, ?, ?, 0, '', ?) \
             ON DUPLICATE KEY UPDATE detail = VALUES(detail)",
        )
        .bind(tenant)
        .bind(import.0)
        .bind(KEPT)
        .bind(line)
        .bind(*part)
        .bind(serde_json::to_string(row)?)
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}

/// The number that what is told of a thing goes by.
fn number_of(thing: Uuid) -> i64 {
    i64::from_be_bytes(thing.as_bytes()[8..].try_into().unwrap_or_default())
}

/// Takes back what was told of a thing.
///
/// # Errors
/// When the database fails.
pub(crate) async fn drop_kept(tx: &mut Tx, import: ImportId, thing: Uuid) -> Result<(), OpError> {
    let tenant = tx.tenant();
    sqlx::query("DELETE FROM import_row WHERE tenant_id = ? AND import_id = ? AND list = ? AND line = ?")
        .bind(tenant)
        .bind(import.0)
        .bind(KEPT)
        .bind(number_of(thing))
        .execute(tx.conn())
        .await?;
    Ok(())
}
