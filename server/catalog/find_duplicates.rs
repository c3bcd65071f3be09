//! Looks for items that may be the same as one that is about to be made.

use crate::{
    Catalog,
    items_of::items_of,
    sql::{push_list, state},
};
use catalog_rules::{Duplicate, DuplicateWhy, Duplicates, FindDuplicates};
use platform::{
    Done, Handle, OpError, Tx,
    find::{self, Typed},
    search::{fold, tokens},
};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{Actor, Code};

/// Most that are told of.
const MOST: usize = 10;

type Row = (Uuid, String, String, u8);

impl Handle<FindDuplicates> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, find: FindDuplicates) -> Result<Done<Duplicates>, OpError> {
        let mut found: Vec<Duplicate> = Vec::new();
        for (row, why) in same_barcode(tx, &find).await?.into_iter().chain(same_name(tx, &find).await?) {
            let (id, name, brand, code) = row;
            let known = found.iter().any(|other| other.item.0 == id) || find.except.is_some_and(|item| item.0 == id);
            if !known && found.len() < MOST {
                found.push(Duplicate { item: id.into(), name, brand, state: state(code)?, why });
            }
        }
        Ok(Done::reply(Duplicates { found }))
    }
}

async fn same_barcode(tx: &mut Tx, find: &FindDuplicates) -> Result<Vec<(Row, DuplicateWhy)>, OpError> {
    let Some(code) = find.barcode.as_deref().and_then(|code| Code::read(code).ok()) else { return Ok(Vec::new()) };
    let tenant = tx.tenant();
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT i.id, i.name, i.brand, i.state FROM barcode b JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id \
         JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE b.tenant_id = ? AND b.code = ?",
    )
    .bind(tenant)
    .bind(code.key())
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row, DuplicateWhy::Barcode)).collect())
}

/// The same words whatever their order, and no brand that says it is another.
async fn same_name(tx: &mut Tx, find: &FindDuplicates) -> Result<Vec<(Row, DuplicateWhy)>, OpError> {
    let words = tokens(&find.name);
    let Typed::Rare(variants) = find::typed(tx, &find.name).await? else { return Ok(Vec::new()) };
    let mut items = items_of(tx, &variants).await?;
    items.truncate(find::MANY);
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT id, name, brand, state FROM item WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND id IN ");
    push_list(&mut select, items);
    let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
    let brand = find.brand.as_deref().map(|brand| fold(brand.trim())).filter(|brand| !brand.is_empty());
    let same = |row: &Row| {
        let other = fold(row.2.trim());
        tokens(&row.1) == words && brand.as_ref().is_none_or(|brand| other.is_empty() || other == *brand)
    };
    Ok(rows.into_iter().filter(same).map(|row| (row, DuplicateWhy::Name)).collect())
}
