//! Looks for variants and locations to print labels for.

use crate::{
    Notify,
    labels::{like_prefix, locations_by_id, variants_by_id},
};
use notify_rules::{FOUND_MAX, FindLabelSubjects, FoundSubject, LabelSubject, LabelSubjects, LocationFacts};
use platform::{Done, Handle, OpError, Tx, find};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{Actor, Code};

impl Handle<FindLabelSubjects> for Notify {
    async fn handle(&self, tx: &mut Tx, _: &Actor, ask: FindLabelSubjects) -> Result<Done<LabelSubjects>, OpError> {
        let typed = ask.q.trim();
        if typed.is_empty() {
            return Ok(Done::reply(LabelSubjects { found: Vec::new() }));
        }
        let mut variants = exactly(tx, typed).await?;
        for id in by_words(tx, typed).await? {
            if !variants.contains(&id) {
                variants.push(id);
            }
        }
        let locations = locations(tx, typed, &ask).await?;
        let mut rows = variants_by_id(tx, &variants).await?;
        let mut places = locations_by_id(tx, &locations).await?;
        let found = variants.iter().filter_map(|id| rows.remove(id)).map(|row| FoundSubject {
            subject: LabelSubject::Variant(row.id.into()),
            name: row.name,
            detail: row.option_text,
            sku: row.sku,
        });
        let places = locations.iter().filter_map(|id| Some((*id, places.remove(id)?))).map(|(id, place)| {
            let LocationFacts { name, code, store, .. } = place;
            FoundSubject { subject: LabelSubject::Location(id.into()), name, detail: store, sku: code }
        });
        Ok(Done::reply(LabelSubjects { found: found.chain(places).collect() }))
    }
}

/// The variants with exactly this SKU or barcode.
async fn exactly(tx: &mut Tx, typed: &str) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    let key = Code::read(typed).map_or_else(|_| typed.to_owned(), |code| code.key());
    Ok(sqlx::query_scalar(
        "SELECT id FROM variant WHERE tenant_id = ? AND sku = ? UNION SELECT variant_id FROM barcode WHERE tenant_id = ? AND code = ?",
    )
    .bind(tenant)
    .bind(typed)
    .bind(tenant)
    .bind(key)
    .fetch_all(tx.conn())
    .await?)
}

/// Some variants with every word typed, by name.
async fn by_words(tx: &mut Tx, typed: &str) -> Result<Vec<Uuid>, OpError> {
    let most = usize::try_from(FOUND_MAX).unwrap_or(20);
    let variants = find::some_with(tx, &find::prefixes(typed), most * 4).await?;
    find::by_name(tx, variants, most).await
}

/// The locations whose code begins so, or that have this scan code. People leave out the capitals.
async fn locations(tx: &mut Tx, typed: &str, ask: &FindLabelSubjects) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    let capitals = typed.to_uppercase();
    // From each store a range of the key by store and code.
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT l.id FROM store s JOIN location l ON l.tenant_id = s.tenant_id AND l.store_id = s.id \
         WHERE l.kind < 10 AND l.archived_at IS NULL AND s.tenant_id = ",
    );
    select.push_bind(tenant);
    if let Some(store) = ask.store {
        select.push(" AND s.id = ").push_bind(store.0);
    }
    select.push(" AND (l.code LIKE ").push_bind(like_prefix(typed)).push(" OR l.code LIKE ").push_bind(like_prefix(&capitals));
    select.push(" OR l.scan_code = ").push_bind(capitals.clone()).push(") ORDER BY s.code, l.code LIMIT ").push_bind(FOUND_MAX);
    Ok(select.build_query_scalar().fetch_all(tx.conn()).await?)
}
