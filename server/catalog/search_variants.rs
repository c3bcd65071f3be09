//! Search as one types. Every step reads a bounded number of rows of one key, and stops when there are enough.

use crate::{
    Catalog,
    find::{self, Typed},
    hits,
    sql::push_list,
};
use catalog_rules::{HITS_MAX, SearchVariants, VariantHits};
use platform::{Done, Handle, OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use std::collections::HashSet;
use uuid::Uuid;
use vocabulary::{Actor, Code};

/// Longest search that is looked at, in characters.
const TYPED: usize = 200;
/// Variants of rare words that are asked for common ones: twenty statements. Lists ask all; this must be quick.
const ASKED: usize = 5_000;
/// Variants of a common word that are asked for the others.
const COMMON: usize = 2_000;

impl Handle<SearchVariants> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, search: SearchVariants) -> Result<Done<VariantHits>, OpError> {
        let limit = usize::from(search.limit.unwrap_or(20).clamp(1, HITS_MAX));
        let q: String = search.q.trim().chars().filter(|c| !c.is_control()).take(TYPED).collect();
        let mut ranked = Ranked { ids: Vec::new(), seen: HashSet::new(), limit };
        if !q.is_empty() {
            ranked.add(exactly(tx, &q).await?);
            for prefix in [q.clone(), q.to_uppercase()] {
                if !ranked.is_full() {
                    ranked.add(by_sku(tx, &prefix, limit).await?);
                }
            }
            if !ranked.is_full() {
                ranked.add(by_name(tx, &q, limit).await?);
            }
            if !ranked.is_full() {
                let found = by_words(tx, &q, limit * 2).await?;
                ranked.add(found);
            }
        }
        let mut rows = hits::by_id(tx, &ranked.ids).await?;
        let hits = ranked.ids.iter().filter_map(|id| rows.remove(id)).map(hits::HitRow::hit).collect::<Result<_, _>>()?;
        Ok(Done::reply(VariantHits { hits }))
    }
}

/// Hits in the order of their rank.
struct Ranked {
    ids: Vec<Uuid>,
    seen: HashSet<Uuid>,
    limit: usize,
}

impl Ranked {
    fn add(&mut self, more: Vec<Uuid>) {
        for id in more {
            if self.ids.len() < self.limit && self.seen.insert(id) {
                self.ids.push(id);
            }
        }
    }

    fn is_full(&self) -> bool {
        self.ids.len() >= self.limit
    }
}

/// Whose SKU or barcode it is, archived ones too: who knows a whole code wants to see what became of it.
async fn exactly(tx: &mut Tx, q: &str) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    let code = Code::read(q).map_or_else(|_| q.to_owned(), |code| code.key());
    Ok(sqlx::query_scalar(
        "SELECT variant_id FROM barcode WHERE tenant_id = ? AND code = ? \
         UNION SELECT id FROM variant WHERE tenant_id = ? AND sku IN (?, ?)",
    )
    .bind(tenant)
    .bind(code)
    .bind(tenant)
    .bind(q)
    .bind(q.to_uppercase())
    .fetch_all(tx.conn())
    .await?)
}

async fn by_sku(tx: &mut Tx, prefix: &str, limit: usize) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    Ok(sqlx::query_scalar("SELECT id FROM variant WHERE tenant_id = ? AND sku >= ? AND sku < ? AND state < 4 ORDER BY sku LIMIT ?")
        .bind(tenant)
        .bind(prefix)
        .bind(find::end_of(prefix))
        .bind(i64::try_from(limit).unwrap_or(50))
        .fetch_all(tx.conn())
        .await?)
}

async fn by_name(tx: &mut Tx, prefix: &str, limit: usize) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    let pattern = format!("{}%", prefix.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    Ok(sqlx::query_scalar(
        "SELECT id FROM variant FORCE INDEX (variant_name) WHERE tenant_id = ? AND name LIKE ? AND state < 4 ORDER BY name, option_text, id LIMIT ?",
    )
    .bind(tenant)
    .bind(pattern)
    .bind(i64::try_from(limit).unwrap_or(50))
    .fetch_all(tx.conn())
    .await?)
}

/// By words. Of a single common word, and where every word is common, these are some of very many, and whoever wants
/// others types on.
async fn by_words(tx: &mut Tx, q: &str, limit: usize) -> Result<Vec<Uuid>, OpError> {
    let words = find::prefixes(q);
    let some = limit * 4;
    let variants = if let [word] = words.as_slice() {
        find::with_word(tx, word, some).await?
    } else {
        match find::typed(tx, q).await? {
            Typed::Nothing => Vec::new(),
            Typed::Rare { mut variants, others } => {
                if !others.is_empty() {
                    variants.truncate(ASKED);
                }
                find::having(tx, &variants, &others, some).await?
            }
            Typed::Common { words } => match words.split_first() {
                Some((first, others)) => {
                    let with = find::with_word(tx, first, COMMON).await?;
                    find::having(tx, &with, others, some).await?
                }
                None => Vec::new(),
            },
        }
    };
    if variants.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT v.id FROM variant v FORCE INDEX (PRIMARY) WHERE v.tenant_id = ");
    select.push_bind(tenant).push(" AND v.state < 4 AND v.id IN ");
    push_list(&mut select, variants);
    select.push(" ORDER BY v.name, v.option_text, v.id LIMIT ").push_bind(i64::try_from(limit).unwrap_or(100));
    Ok(select.build_query_scalar().persistent(false).fetch_all(tx.conn()).await?)
}
