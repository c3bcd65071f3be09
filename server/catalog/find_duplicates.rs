//! Looks for items that may be the same as one that is about to be made or changed.

use crate::{
    Catalog,
    items_of::items_of,
    sql::{push_list, state},
};
use catalog_rules::{Duplicate, DuplicateWhy, Duplicates, FindDuplicates, tidy};
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
        note(&mut found, &find, same_barcode(tx, &find).await?)?;
        let name = tidy(&find.name);
        if !name.is_empty() {
            note(&mut found, &find, same_name(tx, &find, &name).await?)?;
            same_words(tx, &find, &name, &mut found).await?;
        }
        Ok(Done::reply(Duplicates { found }))
    }
}

/// Tells of those that are not told of yet, as long as there is room.
fn note(found: &mut Vec<Duplicate>, find: &FindDuplicates, rows: Vec<(Row, DuplicateWhy)>) -> Result<(), OpError> {
    for ((id, name, brand, code), why) in rows {
        let known = found.iter().any(|other| other.item.0 == id) || find.except.is_some_and(|item| item.0 == id);
        if !known && found.len() < MOST {
            found.push(Duplicate { item: id.into(), name, brand, state: state(code)?, why });
        }
    }
    Ok(())
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

/// Those whose brand does not say that it is another.
fn of_brand(find: &FindDuplicates, rows: Vec<Row>) -> Vec<(Row, DuplicateWhy)> {
    let brand = find.brand.as_deref().map(|brand| fold(brand.trim())).filter(|brand| !brand.is_empty());
    let same = |row: &Row| {
        let other = fold(row.2.trim());
        brand.as_ref().is_none_or(|brand| other.is_empty() || other == *brand)
    };
    rows.into_iter().filter(same).map(|row| (row, DuplicateWhy::Name)).collect()
}

/// The same name as it stands, by the key of names: found however common its words are. Of more than 900 of one name, the
/// newest.
async fn same_name(tx: &mut Tx, find: &FindDuplicates, name: &str) -> Result<Vec<(Row, DuplicateWhy)>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<Row> =
        sqlx::query_as("SELECT id, name, brand, state FROM item FORCE INDEX (item_name) WHERE tenant_id = ? AND name = ? ORDER BY id DESC LIMIT ?")
            .bind(tenant)
            .bind(name)
            .bind(i64::try_from(find::MANY).unwrap_or(900))
            .fetch_all(tx.conn())
            .await?;
    Ok(of_brand(find, rows))
}

/// The same words whatever their order, the newest items first. Where even the rarest word is in more than 10,000 variants,
/// only as far as is looked for somebody who types.
async fn same_words(tx: &mut Tx, find: &FindDuplicates, name: &str, found: &mut Vec<Duplicate>) -> Result<(), OpError> {
    let words = tokens(name);
    let variants = match find::typed(tx, name).await? {
        Typed::Nothing => return Ok(()),
        Typed::Rare(variants) => variants,
        Typed::Common { words } => find::some_with(tx, &words, find::MANY).await?,
    };
    let items = items_of(tx, &variants).await?;
    let tenant = tx.tenant();
    for items in items.rchunks(find::MANY) {
        if found.len() == MOST {
            break;
        }
        let mut select = QueryBuilder::<MySql>::new("SELECT id, name, brand, state FROM item FORCE INDEX (PRIMARY) WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND id IN ");
        push_list(&mut select, items.iter().copied());
        select.push(" ORDER BY id DESC");
        let mut rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        rows.retain(|row| tokens(&row.1) == words);
        note(found, find, of_brand(find, rows))?;
    }
    Ok(())
}
