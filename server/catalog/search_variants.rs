//! Search as one types. Every step reads a bounded number of rows of one key, and stops when there are enough.

use crate::{Catalog, hits};
use catalog_rules::{HITS_MAX, SearchVariants, VariantHits};
use platform::{Done, Handle, OpError, Tx, find};
use std::collections::HashSet;
use uuid::Uuid;
use vocabulary::{Actor, Code};

/// Longest search that is looked at, in characters.
const TYPED: usize = 200;

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

/// By words: those found of very many, by name.
async fn by_words(tx: &mut Tx, q: &str, limit: usize) -> Result<Vec<Uuid>, OpError> {
    let variants = find::some_with(tx, &find::prefixes(q), limit * 4).await?;
    find::by_name(tx, variants, limit).await
}
