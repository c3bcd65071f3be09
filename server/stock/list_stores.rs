//! Stores by code, a page at a time.

use crate::Stock;
use platform::{Done, Handle, OpError, Tx, count, search::fold};
use sqlx::{MySql, QueryBuilder};
use stock_rules::{ListStores, StoreRow};
use uuid::Uuid;
use vocabulary::{Actor, Counted, Currency, Cursor, Page};

type Row = (Uuid, String, String, String, String, String, u8, i64, bool);

const SIZE: usize = Page::<StoreRow>::SIZE;
/// Most stores one page of a narrowed list looks at: what is looked for may be rare.
const WINDOW: usize = 1_000;

impl Handle<ListStores> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListStores) -> Result<Done<Page<StoreRow>>, OpError> {
        let tenant = tx.tenant();
        let page = page(tx, &list).await?;
        let ids: Vec<Uuid> = page.rows.iter().map(|row| row.0).collect();
        let places = count::so_far(tx, &ids, |select, id| {
            select.push("SELECT CASE WHEN archived_at IS NULL THEN 1 END AS counts FROM location FORCE INDEX (location_kind) WHERE tenant_id = ");
            select.push_bind(tenant).push(" AND store_id = ").push_bind(*id).push(" AND kind < 10");
        })
        .await?;
        let rows = page.rows.into_iter().zip(places).map(told).collect();
        Ok(Done::reply(Page { rows, next: page.next }))
    }
}

fn cursor(row: &Row) -> Cursor {
    Cursor(vec![row.1.clone()])
}

/// The next stores that are asked for. No key has parts of names: a bounded number of stores is gone through, and a page
/// may hold few of them and yet go on.
async fn page(tx: &mut Tx, list: &ListStores) -> Result<Page<Row>, OpError> {
    let typed = fold(list.q.as_deref().unwrap_or_default());
    let parts: Vec<&str> = typed.split_whitespace().collect();
    if parts.is_empty() && list.archived.is_none() {
        return Ok(Page::of(select(tx, list, SIZE + 1).await?, SIZE, cursor));
    }
    let looked_at = select(tx, list, WINDOW).await?;
    let next = looked_at.last().filter(|_| looked_at.len() == WINDOW).map(cursor);
    let wanted = |row: &Row| {
        let text = fold(&format!("{} {}", row.1, row.2));
        list.archived.is_none_or(|archived| archived == row.8) && parts.iter().all(|part| text.contains(part))
    };
    let rows: Vec<Row> = looked_at.into_iter().filter(wanted).take(SIZE + 1).collect();
    Ok(if rows.len() > SIZE { Page::of(rows, SIZE, cursor) } else { Page { rows, next } })
}

async fn select(tx: &mut Tx, list: &ListStores, most: usize) -> Result<Vec<Row>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT id, code, name, zone, locale, currency, mark, version, archived_at IS NOT NULL FROM store FORCE INDEX (store_code) WHERE tenant_id = ",
    );
    select.push_bind(tenant);
    if let Some(code) = &list.code {
        select.push(" AND code = ").push_bind(code.clone());
    }
    if let Some(after) = list.cursor.as_ref().and_then(|cursor| cursor.0.first()) {
        select.push(" AND code > ").push_bind(after.clone());
    }
    select.push(" ORDER BY code LIMIT ").push_bind(i64::try_from(most).unwrap_or(i64::MAX));
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

fn told(((id, code, name, zone, locale, currency, mark, version, archived), locations): (Row, Counted)) -> StoreRow {
    StoreRow { id: id.into(), code, name, zone, locale, currency: currency.parse().unwrap_or(Currency::EUR), mark, version, archived, locations }
}
