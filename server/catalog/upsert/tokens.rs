//! The words a variant is found by, kept in the transaction that changes it.

use super::world::{Fate, Item, Variant, World};
use crate::sql::push_list;
use platform::{OpError, Tx, search::tokens};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::Gtin;

/// Most words kept of one variant.
const MOST: usize = 64;
/// Rows of one statement.
const ROWS: usize = 5_000;

/// The words of a variant, codes first, so that they are kept when a name is very long.
pub(crate) fn words_of(item: &Item, variant: &Variant) -> Vec<String> {
    let mut words = tokens(&variant.sku);
    for barcode in variant.barcodes.iter().filter(|barcode| barcode.fate != Fate::Removed) {
        words.extend(tokens(&barcode.code));
        // As it is printed too: people type what they see, which has no leading zeros.
        words.extend(barcode.code.parse::<Gtin>().ok().filter(|_| barcode.is_gtin).map(Gtin::printed));
    }
    words.extend(tokens(&item.name));
    words.extend(variant.options.iter().flat_map(|option| tokens(option)));
    words.extend(tokens(&item.brand));
    let mut seen = std::collections::HashSet::new();
    words.retain(|word| seen.insert(word.clone()));
    words.truncate(MOST);
    words
}

/// Writes anew the words of the variants whose words have changed.
pub(crate) async fn write(tx: &mut Tx, world: &World) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let changed: Vec<&Variant> = world.variants.values().filter(|variant| variant.is_new || variant.words_changed).collect();
    let old: Vec<Uuid> = changed.iter().filter(|variant| !variant.is_new).map(|variant| variant.id).collect();
    for old in old.chunks(ROWS) {
        let mut delete = QueryBuilder::<MySql>::new("DELETE FROM search_token WHERE tenant_id = ");
        delete.push_bind(tenant).push(" AND variant_id IN ");
        push_list(&mut delete, old.iter().copied());
        delete.build().persistent(false).execute(tx.conn()).await?;
    }
    let mut rows: Vec<(String, Uuid)> = changed
        .iter()
        .filter_map(|variant| Some((world.items.get(&variant.item)?, *variant)))
        .flat_map(|(item, variant)| words_of(item, variant).into_iter().map(|word| (word, variant.id)))
        .collect();
    // In the order of the key, so that two writers meet in the same order and pages fill from one end.
    rows.sort_unstable();
    for rows in rows.chunks(ROWS) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO search_token (tenant_id, token, variant_id) ");
        insert.push_values(rows, |mut row, (word, variant)| {
            row.push_bind(tenant).push_bind(word).push_bind(*variant);
        });
        insert.build().persistent(false).execute(tx.conn()).await?;
    }
    Ok(())
}
