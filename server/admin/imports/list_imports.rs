//! Imports, the latest first.

use super::{Imports, aside::ASIDE, head::read_json};
use crate::import::FileFacts;
use admin_rules::{FileKind, ImportLine, ImportState, ListImports};
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, ImportId, Page};

type Row = (Uuid, String, u8, String, String, String, DateTime<Utc>, i64);

impl Handle<ListImports> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListImports) -> Result<Done<Page<ImportLine>>, OpError> {
        let tenant = tx.tenant();
        let size = Page::<ImportLine>::SIZE;
        let before = list.cursor.and_then(|cursor| cursor.0.first().and_then(|id| id.parse().ok())).unwrap_or(Uuid::max());
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT i.id, i.name, i.state, i.facts, i.tally, i.person_name, i.created_at, \
             (SELECT COUNT(*) FROM import_row r WHERE r.tenant_id = i.tenant_id AND r.import_id = i.id AND r.list = ? AND r.state = 0) \
             FROM import i WHERE i.tenant_id = ? AND i.id < ? AND i.state <> ? ORDER BY i.id DESC LIMIT ?",
        )
        .bind(ASIDE)
        .bind(tenant)
        .bind(before)
        .bind(ImportState::Discarded.code())
        .bind(i64::try_from(size + 1).unwrap_or(i64::MAX))
        .fetch_all(tx.conn())
        .await?;
        let lines: Result<Vec<ImportLine>, OpError> = rows
            .into_iter()
            .map(|(id, name, state, facts, tally, by, created_at, waiting)| {
                let facts: Option<FileFacts> = read_json(&facts)?;
                Ok(ImportLine {
                    id: ImportId(id),
                    name,
                    state: ImportState::of_code(state).unwrap_or(ImportState::Failed),
                    kind: facts.and_then(|facts| facts.kind).and_then(|kind| FileKind::of_tag(kind.tag())),
                    by,
                    created_at,
                    tally: read_json(&tally)?.unwrap_or_default(),
                    waiting: u64::try_from(waiting).unwrap_or_default(),
                })
            })
            .collect();
        Ok(Done::reply(Page::of(lines?, size, |line| Cursor(vec![line.id.to_string()]))))
    }
}
