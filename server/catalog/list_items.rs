//! Items by name, a page at a time.

use crate::{
    Catalog,
    items_of::items_of,
    sql::{push_list, quantity, state},
};
use catalog_rules::{CategoryRef, ItemRow, ItemState, ListItems};
use platform::{
    Done, Handle, OpError, Tx,
    find::{self, Typed},
};
use rust_decimal::Decimal;
use sqlx::{FromRow, MySql, QueryBuilder};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page, Quantity, StoreId};

/// Most items that one page of a search looks at.
const WINDOW: usize = 2_500;

#[derive(FromRow)]
struct Row {
    id: Uuid,
    handle: String,
    name: String,
    brand: String,
    category_id: Uuid,
    category: Option<String>,
    unit: String,
    state: u8,
}

#[derive(FromRow)]
struct VariantsRow {
    item_id: Uuid,
    variants: i64,
    price_from: Option<Decimal>,
    price_to: Option<Decimal>,
    first_id: Option<Uuid>,
    first_sku: Option<String>,
}

impl Handle<ListItems> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListItems) -> Result<Done<Page<ItemRow>>, OpError> {
        let size = usize::from(list.limit.unwrap_or(50)).clamp(1, Page::<ItemRow>::LIMIT);
        let page = page_of_items(tx, &list, size).await?;
        let ids: Vec<Uuid> = page.rows.iter().map(|row| row.id).collect();
        let mut variants = variants_of(tx, &ids).await?;
        let mut available = available_of(tx, &ids, list.store).await?;
        let mut rows = Vec::with_capacity(page.rows.len());
        for row in page.rows {
            let of = variants.remove(&row.id);
            rows.push(ItemRow {
                item: row.id.into(),
                handle: row.handle,
                name: row.name,
                brand: row.brand,
                category: row.category.map(|name| CategoryRef { id: row.category_id.into(), name }),
                unit: row.unit,
                state: state(row.state)?,
                variants: of.as_ref().map_or(0, |of| of.variants),
                variant: of.as_ref().and_then(|of| of.first_id).map(Into::into),
                sku: of.as_ref().and_then(|of| of.first_sku.clone()).unwrap_or_default(),
                price_from: of.as_ref().and_then(|of| of.price_from),
                price_to: of.as_ref().and_then(|of| of.price_to),
                available: available.remove(&row.id),
            });
        }
        Ok(Done::reply(Page { rows, next: page.next }))
    }
}

fn cursor(row: &Row) -> Cursor {
    Cursor(vec![row.name.clone(), row.id.to_string()])
}

async fn page_of_items(tx: &mut Tx, list: &ListItems, size: usize) -> Result<Page<Row>, OpError> {
    let typed = match list.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
        Some(q) => find::typed(tx, q).await?,
        None => Typed::Nothing,
    };
    match typed {
        Typed::Nothing => Ok(Page::of(select_items(tx, list, None, size + 1).await?, size, cursor)),
        Typed::Common { words } => window(tx, list, &words, size).await,
        Typed::Rare(variants) => {
            let mut items = items_of(tx, &variants).await?;
            // The first page of the whole is among the first pages of its parts; the database knows the order of names.
            while items.len() > find::MANY {
                let mut first = Vec::new();
                for part in items.chunks(find::MANY) {
                    first.extend(select_items(tx, list, Some(part), size + 1).await?.into_iter().map(|row| row.id));
                }
                items = first;
            }
            Ok(Page::of(select_items(tx, list, Some(&items), size + 1).await?, size, cursor))
        }
    }
}

/// Goes through a bounded part of the list by name, until there is a page of items with a variant that has all the words,
/// which are common ones but may never meet: a page may hold few rows and yet go on.
async fn window(tx: &mut Tx, list: &ListItems, words: &[String], size: usize) -> Result<Page<Row>, OpError> {
    let looked_at = select_items(tx, list, None, WINDOW).await?;
    let next = looked_at.last().filter(|_| looked_at.len() == WINDOW).map(cursor);
    let (mut rows, mut left) = (Vec::new(), looked_at.into_iter().peekable());
    while left.peek().is_some() {
        let chunk: Vec<Row> = left.by_ref().take(find::ASKED).collect();
        let wanted = with_words(tx, &chunk, words).await?;
        rows.extend(chunk.into_iter().filter(|row| wanted.contains(&row.id)));
        if rows.len() > size {
            return Ok(Page::of(rows, size, cursor));
        }
    }
    Ok(Page { rows, next })
}

/// Those of the items of which one variant has a word with each prefix.
async fn with_words(tx: &mut Tx, items: &[Row], words: &[String]) -> Result<HashSet<Uuid>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT DISTINCT v.item_id FROM variant v FORCE INDEX (variant_item) WHERE v.tenant_id = ");
    select.push_bind(tenant).push(" AND v.item_id IN ");
    push_list(&mut select, items.iter().map(|row| row.id));
    find::push_has_words(&mut select, tenant, "v.id", words);
    Ok(select.build_query_scalar::<Uuid>().fetch_all(tx.conn()).await?.into_iter().collect())
}

/// The next items by name, or those of some.
async fn select_items(tx: &mut Tx, list: &ListItems, these: Option<&[Uuid]>, most: usize) -> Result<Vec<Row>, OpError> {
    let tenant = tx.tenant();
    // The key that gives the list's order, whatever else is asked: without it both databases may sort all items first.
    let key = match (these, list.category, list.state) {
        (Some([]), ..) => return Ok(Vec::new()),
        (Some(_), ..) => "PRIMARY",
        (_, Some(_), _) => "item_category",
        (_, None, Some(_)) => "item_state",
        (_, None, None) => "item_name",
    };
    let mut select = QueryBuilder::<MySql>::new(format!(
        "SELECT i.id, i.handle, i.name, i.brand, i.category_id, \
         (SELECT c.name FROM category c WHERE c.tenant_id = i.tenant_id AND c.id = i.category_id) AS category, i.unit, i.state \
         FROM item i FORCE INDEX ({key}) WHERE i.tenant_id = "
    ));
    select.push_bind(tenant);
    match list.state {
        Some(state) => select.push(" AND i.state = ").push_bind(state.code()),
        None => select.push(" AND i.state < ").push_bind(ItemState::Archived.code()),
    };
    if let Some(category) = list.category {
        select.push(" AND i.category_id = ").push_bind(category.0);
    }
    if let Some(items) = these {
        select.push(" AND i.id IN ");
        push_list(&mut select, items.iter().copied());
    }
    if let Some(Cursor(after)) = &list.cursor
        && let [name, id] = after.as_slice()
        && let Ok(id) = id.parse::<Uuid>()
    {
        // Spelt out, because a comparison of rows reads the whole index on both databases.
        select.push(" AND i.name >= ").push_bind(name.clone()).push(" AND (i.name > ").push_bind(name.clone());
        select.push(" OR i.id > ").push_bind(id).push(")");
    }
    select.push(" ORDER BY i.name, i.id LIMIT ").push_bind(i64::try_from(most).unwrap_or(51));
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

/// How many variants items have, at what prices, and the first of them.
async fn variants_of(tx: &mut Tx, items: &[Uuid]) -> Result<HashMap<Uuid, VariantsRow>, OpError> {
    if items.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT g.item_id, g.variants, g.price_from, g.price_to, f.id AS first_id, f.sku AS first_sku FROM (\
         SELECT v.item_id, COUNT(*) AS variants, MIN(v.price) AS price_from, MAX(v.price) AS price_to, \
         (SELECT w.id FROM variant w FORCE INDEX (variant_item) WHERE w.tenant_id = v.tenant_id AND w.item_id = v.item_id ORDER BY w.id LIMIT 1) AS first_id \
         FROM variant v FORCE INDEX (variant_item) WHERE v.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND v.own_state <> 4 AND v.item_id IN ");
    push_list(&mut select, items.iter().copied());
    select
        .push(" GROUP BY v.tenant_id, v.item_id) g LEFT JOIN variant f FORCE INDEX (PRIMARY) ON f.tenant_id = ")
        .push_bind(tenant)
        .push(" AND f.id = g.first_id");
    let rows: Vec<VariantsRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|row| (row.item_id, row)).collect())
}

/// What may still be sold of items; those that were never known are not there.
async fn available_of(tx: &mut Tx, items: &[Uuid], store: Option<StoreId>) -> Result<HashMap<Uuid, Quantity>, OpError> {
    if items.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        // In this order and by these keys, or a small table is read whole for each variant.
        "SELECT STRAIGHT_JOIN v.item_id, SUM(p.sellable - p.promised) FROM variant v FORCE INDEX (variant_item) \
         JOIN stock_promise p FORCE INDEX (stock_promise_variant) ON p.tenant_id = v.tenant_id AND p.variant_id = v.id WHERE v.tenant_id = ",
    );
    select.push_bind(tenant);
    if let Some(store) = store {
        select.push(" AND p.store_id = ").push_bind(store.0);
    }
    select.push(" AND v.item_id IN ");
    push_list(&mut select, items.iter().copied());
    select.push(" GROUP BY v.item_id");
    let rows: Vec<(Uuid, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter().map(|(item, sum)| Ok((item, quantity(sum)?))).collect()
}
