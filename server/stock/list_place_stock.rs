//! What lies at a place, and at those in it, a page at a time.

use crate::{
    Stock,
    by_name::{self, PutAway, VariantRow, cursor},
    known, place_tree,
};
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx, db::push_list, find};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{HashMap, HashSet};
use stock_rules::{Held, ListPlaceStock, LocationName, PlaceStockRow};
use uuid::Uuid;
use vocabulary::{Actor, LocationId, Page, Quantity, Status, StoreId};

type HeldRow = (Uuid, u8, Decimal, DateTime<Utc>, i64, Uuid);

const SIZE: usize = Page::<PlaceStockRow>::SIZE;
/// Most variants that are put in the order of their names for one page. Where more lie, the list of all variants, which has
/// that order, is gone through, as many at a time.
const WINDOW: usize = 5_000;

impl Handle<ListPlaceStock> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListPlaceStock) -> Result<Done<Page<PlaceStockRow>>, OpError> {
        let store = known::store_of(tx, list.location).await?;
        let below = list.below && has_places(tx, list.location).await?;
        let at = At { top: list.location, store, below };
        let all = at.variants(tx, None).await?;
        let page = if all.len() > WINDOW { window(tx, &list, &at).await? } else { among(tx, &list, all).await? };
        let ids: Vec<Uuid> = page.rows.iter().map(|row| row.0).collect();
        let mut held = at.held(tx, &ids).await?;
        let page = page.map(|(id, sku, name, option_text)| PlaceStockRow {
            variant: id.into(),
            sku,
            name,
            option_text,
            held: held.remove(&id).unwrap_or_default(),
        });
        Ok(Done::reply(page))
    }
}

async fn has_places(tx: &mut Tx, place: LocationId) -> Result<bool, OpError> {
    let tenant = tx.tenant();
    let one: Option<Uuid> =
        sqlx::query_scalar("SELECT id FROM location FORCE INDEX (location_parent) WHERE tenant_id = ? AND parent_id = ? AND id <> ? LIMIT 1")
            .bind(tenant)
            .bind(place.0)
            .bind(place.0)
            .fetch_optional(tx.conn())
            .await?;
    Ok(one.is_some())
}

/// The first page of these variants, however many, by name.
async fn among(tx: &mut Tx, list: &ListPlaceStock, mut ids: Vec<Uuid>) -> Result<Page<VariantRow>, OpError> {
    // The first page of the whole is among the first pages of its parts.
    while ids.len() > find::MANY {
        let mut first = Vec::new();
        for part in ids.chunks(find::MANY) {
            first.extend(by_name::next(tx, list.cursor.as_ref(), Some(part), SIZE + 1, PutAway::Listed).await?.into_iter().map(|row| row.0));
        }
        ids = first;
    }
    Ok(Page::of(by_name::next(tx, list.cursor.as_ref(), Some(&ids), SIZE + 1, PutAway::Listed).await?, SIZE, cursor))
}

/// Goes through a bounded part of all variants by name until there is a page of what lies there.
async fn window(tx: &mut Tx, list: &ListPlaceStock, at: &At) -> Result<Page<VariantRow>, OpError> {
    let looked_at = by_name::next(tx, list.cursor.as_ref(), None, WINDOW, PutAway::Listed).await?;
    let more = looked_at.len() == WINDOW;
    let mut rows = Vec::new();
    for chunk in looked_at.chunks(find::ASKED) {
        let ids: Vec<Uuid> = chunk.iter().map(|row| row.0).collect();
        let there: HashSet<Uuid> = at.variants(tx, Some(&ids)).await?.into_iter().collect();
        rows.extend(chunk.iter().filter(|row| there.contains(&row.0)).cloned());
        if rows.len() > SIZE {
            return Ok(Page::of(rows, SIZE, cursor));
        }
    }
    let next = looked_at.last().filter(|_| more).map(cursor);
    Ok(Page { rows, next })
}

/// Where is looked: at one place, or at it and all that is in it.
struct At {
    top: LocationId,
    store: StoreId,
    below: bool,
}

impl At {
    /// Begins a statement about balances there; of some variants, or of all.
    fn begin(&self, tenant: i64, columns: &str, of: Option<&[Uuid]>) -> QueryBuilder<MySql> {
        let mut select = QueryBuilder::<MySql>::new("");
        match (self.below, of) {
            (false, _) => {
                select.push(format!("SELECT {columns} FROM stock_balance b FORCE INDEX (PRIMARY) WHERE b.tenant_id = ")).push_bind(tenant);
                select.push(" AND b.location_id = ").push_bind(self.top.0);
            }
            // From place to place, until enough were found.
            (true, None) => {
                place_tree::with_below(&mut select, tenant, self.top);
                select.push(format!(
                    "SELECT STRAIGHT_JOIN {columns} FROM below JOIN stock_balance b FORCE INDEX (PRIMARY) ON b.location_id = below.id WHERE b.tenant_id = "
                ));
                select.push_bind(tenant);
            }
            // From variant to variant: each lies at few places of a store.
            (true, Some(_)) => {
                place_tree::with_below(&mut select, tenant, self.top);
                select.push(format!(
                    "SELECT STRAIGHT_JOIN {columns} FROM stock_balance b FORCE INDEX (stock_balance_variant) JOIN below ON below.id = b.location_id \
                     WHERE b.tenant_id = "
                ));
                select.push_bind(tenant).push(" AND b.store_id = ").push_bind(self.store.0);
            }
        }
        if let Some(ids) = of {
            select.push(" AND b.variant_id IN ");
            push_list(&mut select, ids.iter().copied());
        }
        select.push(" AND b.on_hand <> 0");
        select
    }

    /// The variants that lie there, or those of some: at most one more than are put in order.
    async fn variants(&self, tx: &mut Tx, of: Option<&[Uuid]>) -> Result<Vec<Uuid>, OpError> {
        let mut select = self.begin(tx.tenant(), "DISTINCT b.variant_id", of);
        select.push(" LIMIT ").push_bind(i64::try_from(WINDOW + 1).unwrap_or(i64::MAX));
        Ok(select.build_query_scalar().fetch_all(tx.conn()).await?)
    }

    /// How much lies there of some variants, by the state it is in.
    async fn held(&self, tx: &mut Tx, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Held>>, OpError> {
        let mut all: HashMap<Uuid, Vec<Held>> = HashMap::new();
        if ids.is_empty() {
            return Ok(all);
        }
        let columns = "b.variant_id, b.status, SUM(b.on_hand), MAX(b.moved_at), COUNT(DISTINCT b.location_id), MIN(b.location_id)";
        let mut select = self.begin(tx.tenant(), columns, Some(ids));
        select.push(" GROUP BY b.variant_id, b.status ORDER BY b.variant_id, b.status");
        let rows: Vec<HeldRow> = select.build_query_as().fetch_all(tx.conn()).await?;
        let names = names(tx, rows.iter().filter(|row| row.4 == 1).map(|row| row.5).collect()).await?;
        for (variant, status, on_hand, moved_at, places, at) in rows {
            all.entry(variant).or_default().push(Held {
                status: Status::of_code(status).ok_or_else(|| anyhow::anyhow!("a balance at {at} is in the unknown status {status}"))?,
                on_hand: Quantity::new(on_hand).map_err(anyhow::Error::new)?,
                moved_at,
                places,
                at: names.get(&at).filter(|_| places == 1).cloned(),
            });
        }
        Ok(all)
    }
}

/// Places by their ids.
async fn names(tx: &mut Tx, places: HashSet<Uuid>) -> Result<HashMap<Uuid, LocationName>, OpError> {
    if places.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT id, code, name FROM location WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND id IN ");
    push_list(&mut select, places);
    let rows: Vec<(Uuid, String, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|(id, code, name)| (id, LocationName { location: id.into(), code, name })).collect())
}
