//! The variants that a page of the valuation is of: all by name, or those of a lot, an item, a category.

use crate::{
    by_name::{self, PutAway, VariantRow},
    known as own, list_stock,
};
use platform::{OpError, Tx, db::push_list, find};
use sqlx::{MySql, QueryBuilder};
use std::collections::{HashMap, HashSet};
use stock_rules::ListValuation;
use uuid::Uuid;
use vocabulary::{CategoryId, Cursor, ItemId, LotId, Page};

const SIZE: usize = Page::<VariantRow>::SIZE;
/// Most variants of one item.
const VARIANTS: i64 = 2_000;

/// The page that is asked for. What is narrowed by several things is of all of them.
///
/// # Errors
/// Not found, where a thing is not the tenant's.
pub(super) async fn page(tx: &mut Tx, asked: &ListValuation) -> Result<Page<VariantRow>, OpError> {
    let words = find::prefixes(asked.q.as_deref().unwrap_or_default());
    if let Some(category) = asked.category {
        own::category(tx, category).await?;
    }
    if let Some(item) = asked.item {
        own::item(tx, item).await?;
    }
    let ids = match (asked.lot, asked.item, asked.category) {
        (None, None, None) => return list_stock::variants(tx, asked.q.as_deref(), asked.cursor.as_ref()).await,
        (None, None, Some(category)) => return of_category(tx, category, asked.cursor.as_ref(), &words).await,
        (Some(lot), item, category) => of_lot(tx, lot, item, category).await?,
        (None, Some(item), category) => of_item(tx, item, category).await?,
    };
    let ids = if words.is_empty() { ids } else { find::having(tx, &ids, &words).await? };
    let mut rows = Vec::new();
    for ids in ids.chunks(find::MANY) {
        rows.extend(by_name::next(tx, asked.cursor.as_ref(), Some(ids), SIZE + 1, PutAway::Listed).await?);
    }
    // Of more than one portion: in the order of the first of each, which is that of the list.
    if ids.len() > find::MANY {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.0).take(find::MANY).collect();
        rows = by_name::next(tx, asked.cursor.as_ref(), Some(&ids), SIZE + 1, PutAway::Listed).await?;
    }
    Ok(Page::of(rows, SIZE, by_name::cursor))
}

async fn of_lot(tx: &mut Tx, lot: LotId, item: Option<ItemId>, category: Option<CategoryId>) -> Result<Vec<Uuid>, OpError> {
    own::lot(tx, lot).await?;
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT v.id FROM lot l JOIN variant v ON v.tenant_id = l.tenant_id AND v.id = l.variant_id \
         JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE l.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND l.id = ").push_bind(lot.0);
    if let Some(item) = item {
        select.push(" AND i.id = ").push_bind(item.0);
    }
    if let Some(category) = category {
        select.push(" AND i.category_id = ").push_bind(category.0);
    }
    Ok(select.build_query_scalar().fetch_all(tx.conn()).await?)
}

async fn of_item(tx: &mut Tx, item: ItemId, category: Option<CategoryId>) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT v.id FROM variant v FORCE INDEX (variant_item) JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE v.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND v.item_id = ").push_bind(item.0);
    if let Some(category) = category {
        select.push(" AND i.category_id = ").push_bind(category.0);
    }
    select.push(" LIMIT ").push_bind(VARIANTS);
    Ok(select.build_query_scalar().fetch_all(tx.conn()).await?)
}

/// The next items of a category, by the key that has them in order, each with all its variants: a page ends with an item.
/// With words a page may hold few rows and yet go on.
async fn of_category(tx: &mut Tx, category: CategoryId, cursor: Option<&Cursor>, words: &[String]) -> Result<Page<VariantRow>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT i.id, i.name FROM item i FORCE INDEX (item_category) WHERE i.tenant_id = ");
    select.push_bind(tenant).push(" AND i.category_id = ").push_bind(category.0);
    if let Some(Cursor(after)) = cursor
        && let [name, id] = after.as_slice()
        && let Ok(id) = id.parse::<Uuid>()
    {
        // Spelt out, because a comparison of rows reads the whole index on both databases.
        select.push(" AND i.name >= ").push_bind(name.clone()).push(" AND (i.name > ").push_bind(name.clone());
        select.push(" OR i.id > ").push_bind(id).push(")");
    }
    select.push(" ORDER BY i.name, i.id LIMIT ").push_bind(i64::try_from(SIZE + 1).unwrap_or(i64::MAX));
    let items: Vec<(Uuid, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut of: HashMap<Uuid, Vec<VariantRow>> = HashMap::new();
    if !items.is_empty() {
        let mut select = QueryBuilder::<MySql>::new(
            "SELECT v.item_id, v.id, v.sku, v.name, v.option_text FROM variant v FORCE INDEX (variant_item) WHERE v.tenant_id = ",
        );
        select.push_bind(tenant).push(" AND v.item_id IN ");
        push_list(&mut select, items.iter().map(|item| item.0));
        select.push(" ORDER BY v.item_id, v.option_text, v.id");
        let rows: Vec<(Uuid, Uuid, String, String, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (item, id, sku, name, option_text) in rows {
            of.entry(item).or_default().push((id, sku, name, option_text));
        }
    }
    let (mut rows, mut next, some) = (Vec::new(), None, items.len());
    for (at, (item, name)) in items.into_iter().enumerate() {
        rows.extend(of.remove(&item).unwrap_or_default());
        if at + 1 < some && (rows.len() >= SIZE || at + 1 == SIZE) {
            next = Some(Cursor(vec![name, item.to_string()]));
            break;
        }
    }
    if !words.is_empty() {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.0).collect();
        let mut wanted = HashSet::new();
        for ids in ids.chunks(find::ASKED) {
            wanted.extend(find::having(tx, ids, words).await?);
        }
        rows.retain(|row| wanted.contains(&row.0));
    }
    Ok(Page { rows, next })
}
