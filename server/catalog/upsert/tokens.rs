//! The words a variant is found by, kept in the transaction that changes it.

use super::world::{Fate, Item, Variant, World};
use crate::sql::push_list;
use platform::{
    OpError, Tx,
    find::{ASKED, MANY},
    search::tokens,
};
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
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
    // Their names are the same on all items and would find everything.
    words.extend(item.attributes.iter().flat_map(|attribute| tokens(&attribute.value)));
    let mut seen = std::collections::HashSet::new();
    words.retain(|word| seen.insert(word.clone()));
    words.truncate(MOST);
    words
}

/// Keeps the words of the variants whose words have changed: each as a row, to be found by, and all of a variant's as a
/// text, to be asked.
pub(crate) async fn write(tx: &mut Tx, world: &World) -> Result<(), OpError> {
    let changed: Vec<&Variant> = world.variants.values().filter(|variant| variant.is_new || variant.words_changed).collect();
    let old: Vec<Uuid> = changed.iter().filter(|variant| !variant.is_new).map(|variant| variant.id).collect();
    let mut kept = texts_of(tx, &old).await?;
    let (mut gone, mut come, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    for variant in changed {
        let Some(item) = world.items.get(&variant.item) else { continue };
        let (now, text) = (words_of(item, variant), kept.remove(&variant.id).unwrap_or_default());
        let before: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        gone.extend(before.iter().filter(|word| !now.iter().any(|now| now == *word)).map(|word| ((*word).to_owned(), variant.id)));
        texts.push((variant.id, now.iter().flat_map(|word| [" ", word.as_str()]).collect::<String>()));
        come.extend(now.into_iter().filter(|word| !before.contains(&word.as_str())).map(|word| (word, variant.id)));
    }
    // In the order of the keys, so that two writers meet in the same order and pages fill from one end.
    gone.sort_unstable();
    come.sort_unstable();
    texts.sort_unstable();
    remove_words(tx, &gone).await?;
    add_words(tx, &come).await?;
    put_texts(tx, &texts).await
}

async fn texts_of(tx: &mut Tx, variants: &[Uuid]) -> Result<HashMap<Uuid, String>, OpError> {
    let tenant = tx.tenant();
    let mut texts = HashMap::with_capacity(variants.len());
    for some in variants.chunks(MANY) {
        let mut select = QueryBuilder::<MySql>::new("SELECT variant_id, words FROM search_text WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND variant_id IN ");
        push_list(&mut select, some.iter().copied());
        let rows: Vec<(Uuid, String)> = select.build_query_as().persistent(false).fetch_all(tx.conn()).await?;
        texts.extend(rows);
    }
    Ok(texts)
}

async fn remove_words(tx: &mut Tx, gone: &[(String, Uuid)]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for some in gone.chunks(ASKED) {
        let mut delete = QueryBuilder::<MySql>::new("DELETE FROM search_token WHERE tenant_id = ");
        delete.push_bind(tenant).push(" AND (");
        // Spelt out: neither database looks a list of pairs up by the key.
        let mut any = delete.separated(" OR ");
        for (word, variant) in some {
            any.push("(token = ").push_bind_unseparated(word).push_unseparated(" AND variant_id = ").push_bind_unseparated(*variant);
            any.push_unseparated(")");
        }
        delete.push(")");
        delete.build().persistent(false).execute(tx.conn()).await?;
    }
    Ok(())
}

async fn add_words(tx: &mut Tx, come: &[(String, Uuid)]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for rows in come.chunks(ROWS) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO search_token (tenant_id, token, variant_id) ");
        insert.push_values(rows, |mut row, (word, variant)| {
            row.push_bind(tenant).push_bind(word).push_bind(*variant);
        });
        insert.build().persistent(false).execute(tx.conn()).await?;
    }
    Ok(())
}

async fn put_texts(tx: &mut Tx, texts: &[(Uuid, String)]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for rows in texts.chunks(ROWS) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO search_text (tenant_id, variant_id, words) ");
        insert.push_values(rows, |mut row, (variant, words)| {
            row.push_bind(tenant).push_bind(*variant).push_bind(words);
        });
        insert.push(" ON DUPLICATE KEY UPDATE words = VALUES(words)");
        insert.build().persistent(false).execute(tx.conn()).await?;
    }
    Ok(())
}
