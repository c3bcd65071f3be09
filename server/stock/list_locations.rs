//! The places of a store, by code, a page at a time.

use crate::{Stock, known};
use platform::{Done, Handle, OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use stock_rules::{ListLocations, LocationRow, Locations, is_location_code};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page, PlaceKind};

type Row = (Uuid, Uuid, Uuid, u8, String, String, String, bool, bool, i64, bool);

/// The columns of a [`LocationRow`], in the order that [`location`] reads them in.
pub(crate) const COLUMNS: &str = "id, store_id, parent_id, kind, code, name, scan_code, is_default, allow_negative, version, archived_at IS NOT NULL";

/// A place as it was read; none for one of a kind that is not known.
pub(crate) fn location(row: Row) -> Option<LocationRow> {
    let (id, store, parent, kind, code, name, scan_code, is_default, allow_negative, version, archived) = row;
    let kind = PlaceKind::of_code(kind)?;
    Some(LocationRow {
        id: id.into(),
        store: store.into(),
        parent: parent.into(),
        kind,
        code,
        name,
        scan_code,
        is_default,
        allow_negative,
        version,
        archived,
    })
}

impl Handle<ListLocations> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListLocations) -> Result<Done<Locations>, OpError> {
        known::store(tx, list.store).await?;
        let begins = list.code.as_deref().map(str::trim).filter(|code| !code.is_empty());
        // What can begin no code begins none; so no sign of a pattern stands in one but `_`.
        if begins.is_some_and(|code| !is_location_code(code)) {
            return Ok(Done::reply(Locations { locations: Vec::new(), next: None }));
        }
        let tenant = tx.tenant();
        let mut select = QueryBuilder::<MySql>::new(format!("SELECT {COLUMNS} FROM location FORCE INDEX (location_code) WHERE tenant_id = "));
        select.push_bind(tenant).push(" AND store_id = ").push_bind(list.store.0).push(" AND kind < 10");
        if let Some(code) = begins {
            // As it was typed, or in the capitals that most codes are in.
            let pattern = |code: &str| format!("{}%", code.replace('_', "\\_"));
            select.push(" AND (code LIKE ").push_bind(pattern(code)).push(" OR code LIKE ").push_bind(pattern(&code.to_uppercase())).push(")");
        }
        if let Some(Cursor(after)) = &list.cursor
            && let [code] = after.as_slice()
        {
            select.push(" AND code > ").push_bind(code.clone());
        }
        select.push(" ORDER BY code LIMIT ").push_bind(i64::try_from(ListLocations::SIZE + 1).unwrap_or(i64::MAX));
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let page = Page::of(rows, ListLocations::SIZE, |row| Cursor(vec![row.4.clone()]));
        let locations = page.rows.into_iter().filter_map(location).collect();
        Ok(Done::reply(Locations { locations, next: page.next }))
    }
}
