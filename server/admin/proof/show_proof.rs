//! One proof, with the keys of its failures in names people know.

use super::Row;
use crate::Admin;
use admin_rules::{KeyNamed, ProofShown, ShowProof};
use platform::{Done, Handle, OpError, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;
use vocabulary::{Actor, proof::Report};

impl Handle<ShowProof> for Admin {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowProof) -> Result<Done<ProofShown>, OpError> {
        let tenant = tx.tenant();
        let row: Option<Row> =
            sqlx::query_as("SELECT id, at, person_name, since_at, clean, examined, wrong, duration_ms FROM proof WHERE tenant_id = ? AND id = ?")
                .bind(tenant)
                .bind(show.proof.0)
                .fetch_optional(tx.conn())
                .await?;
        let row = row.ok_or_else(OpError::not_found)?;
        let report: String = sqlx::query_scalar("SELECT report FROM proof WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(show.proof.0)
            .fetch_one(tx.conn())
            .await?;
        let report: Report = serde_json::from_str(&report)?;
        let keys = named(tx, &report).await?;
        Ok(Done::reply(ProofShown { row: row.into(), report, keys }))
    }
}

/// The ids of a key: `location/variant/lot/status`, or `store/variant`. Other keys name a row, and stay as they are.
fn ids(key: &str) -> Option<(Uuid, Uuid)> {
    let (place, rest) = key.split_once('/')?;
    Some((place.parse().ok()?, rest.split('/').next()?.parse().ok()?))
}

/// Names for the keys of all failures: at most twenty a check.
async fn named(tx: &mut Tx, report: &Report) -> Result<Vec<KeyNamed>, OpError> {
    let keys: BTreeSet<&str> = report.checks.iter().flat_map(|check| &check.failures).map(|failure| failure.key.as_str()).collect();
    let parts: Vec<(&str, Uuid, Uuid)> = keys.into_iter().filter_map(|key| ids(key).map(|(place, variant)| (key, place, variant))).collect();
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let variants = texts(tx, "SELECT id, sku, '' FROM variant WHERE tenant_id = ", parts.iter().map(|part| part.2)).await?;
    let stores = texts(tx, "SELECT id, code, '' FROM store WHERE tenant_id = ", parts.iter().map(|part| part.1)).await?;
    let places = texts(
        tx,
        "SELECT l.id, s.code, l.code FROM location l JOIN store s ON s.tenant_id = l.tenant_id AND s.id = l.store_id WHERE l.tenant_id = ",
        parts.iter().map(|part| part.1),
    )
    .await?;
    Ok(parts
        .into_iter()
        .map(|(key, place, variant)| {
            let (store, place) = places.get(&place).or_else(|| stores.get(&place)).cloned().unwrap_or_default();
            KeyNamed { key: key.to_owned(), store, place, sku: variants.get(&variant).map(|(sku, _)| sku.clone()).unwrap_or_default() }
        })
        .collect())
}

/// Two texts by id. The statement ends where the tenant's number follows.
async fn texts(tx: &mut Tx, sql: &'static str, ids: impl Iterator<Item = Uuid>) -> Result<BTreeMap<Uuid, (String, String)>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(sql);
    select.push_bind(tenant).push(if sql.contains(" JOIN ") { " AND l.id IN " } else { " AND id IN " });
    push_list(&mut select, ids.collect::<BTreeSet<_>>());
    let rows: Vec<(Uuid, String, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|(id, one, two)| (id, (one, two))).collect())
}
