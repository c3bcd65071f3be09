//! Imports, the latest first.

use super::{Imports, aside::ASIDE, head::read_json};
use admin_rules::{FileKind, ImportLine, ImportState, ListImports};
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx, count};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{Actor, Counted, Cursor, ImportId, Page};

type Row = (Uuid, String, u8, u8, String, String, DateTime<Utc>, i64);

impl Handle<ListImports> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListImports) -> Result<Done<Page<ImportLine>>, OpError> {
        let tenant = tx.tenant();
        let rows = select(tx, &list).await?;
        let page = Page::of(rows, Page::<ImportLine>::SIZE, |row| Cursor(vec![row.0.to_string()]));
        let ids: Vec<Uuid> = page.rows.iter().map(|row| row.0).collect();
        let waiting = count::so_far(tx, &ids, |select, id| {
            select.push("SELECT 1 AS counts FROM import_row FORCE INDEX (import_row_state) WHERE tenant_id = ").push_bind(tenant);
            select.push(" AND import_id = ").push_bind(*id).push(" AND list = ").push_bind(ASIDE).push(" AND state = 0");
        })
        .await?;
        let lines: Result<Vec<ImportLine>, OpError> = page.rows.into_iter().zip(waiting).map(line).collect();
        Ok(Done::reply(Page { rows: lines?, next: page.next }))
    }
}

/// The next imports, and one more. Whatever they are narrowed by, there is a key that has them in the list's order.
async fn select(tx: &mut Tx, list: &ListImports) -> Result<Vec<Row>, OpError> {
    let tenant = tx.tenant();
    let key = match (list.state, list.kind) {
        (None, None) => "import_listed",
        (None, Some(_)) => "import_kind",
        (Some(_), None) => "import_state",
        (Some(_), Some(_)) => "import_state_kind",
    };
    let busy: Vec<String> = ImportState::ALL.into_iter().filter(|state| state.is_busy()).map(|state| state.code().to_string()).collect();
    let busy = busy.join(", ");
    // An import moves on before its job ends, so that one which is at work without a job has been left behind.
    let mut select = QueryBuilder::<MySql>::new(format!(
        "SELECT i.id, i.name, i.state, i.kind, i.tally, i.person_name, i.created_at, \
         CAST(i.state IN ({busy}) AND j.id IS NULL AS SIGNED) FROM import i FORCE INDEX ({key}) \
         LEFT JOIN job j ON i.state IN ({busy}) AND j.tenant_id = i.tenant_id AND j.id = i.job_id AND j.state IN (0, 1) WHERE i.tenant_id = "
    ));
    select.push_bind(tenant);
    match list.state {
        Some(state) => select.push(" AND i.state = ").push_bind(state.code()),
        None => select.push(" AND i.listed = 1"),
    };
    if let Some(kind) = list.kind {
        select.push(" AND i.kind = ").push_bind(kind.code());
    }
    if let Some(before) = list.cursor.as_ref().and_then(|cursor| cursor.0.first()?.parse::<Uuid>().ok()) {
        select.push(" AND i.id < ").push_bind(before);
    }
    select.push(" ORDER BY i.id DESC LIMIT ").push_bind(i64::try_from(Page::<ImportLine>::SIZE + 1).unwrap_or(51));
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

fn line(((id, name, state, kind, tally, by, created_at, stopped), waiting): (Row, Counted)) -> Result<ImportLine, OpError> {
    Ok(ImportLine {
        id: ImportId(id),
        name,
        state: ImportState::of_code(state).unwrap_or(ImportState::Failed),
        stopped: stopped != 0,
        kind: FileKind::of_code(kind),
        by,
        created_at,
        tally: read_json(&tally)?.unwrap_or_default(),
        waiting,
    })
}
