//! Ends holds that have lapsed, as many as there are at once: what they kept is free already, from the moment they lapsed.

use crate::reserve::{Held, Key, NEVER, lapses, lock};
use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use std::collections::BTreeSet;
use uuid::Uuid;
use vocabulary::{ReservationId, StoreId, VariantId};

type HeadRow = (Uuid, String, u8, u8, u8, i64, DateTime<Utc>, String);

/// Ends those of some reservations that are in the state `active` and have lapsed; they are then in the state `ended`. As
/// they were, without their lines. One that was kept alive or ended meanwhile is not among them.
///
/// # Errors
/// When the database fails.
pub async fn end_lapsed(tx: &mut Tx, reservations: &BTreeSet<ReservationId>, active: u8, ended: u8) -> Result<Vec<Held>, OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let ids: Vec<Uuid> = reservations.iter().map(|reservation| reservation.0).collect();
    let mut heads = Vec::with_capacity(ids.len());
    for ids in tx.parts(&ids) {
        let mut select =
            QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN r.id, r.code, r.kind, r.state, r.channel, r.fence, r.expires_at, r.reference FROM (");
        push_ids(&mut select, ids);
        select.push(") k JOIN reservation r FORCE INDEX (PRIMARY) ON r.tenant_id = ").push_bind(tenant).push(" AND r.id = k.id WHERE r.state = ");
        select.push_bind(active).push(" AND r.expires_at <= ").push_bind(now).push(" FOR UPDATE");
        let rows: Vec<HeadRow> = select.build_query_as().fetch_all(tx.conn()).await?;
        heads.extend(rows.into_iter().map(|(id, code, kind, state, channel, fence, expires_at, reference)| {
            let expires_at = lapses(expires_at);
            Held { id: ReservationId(id), code, kind, state, channel, fence, expires_at, reference, lines: Vec::new() }
        }));
    }
    let ids: Vec<Uuid> = heads.iter().map(|held| held.id.0).collect();
    let mut keys: BTreeSet<Key> = BTreeSet::new();
    for ids in tx.parts(&ids) {
        let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN l.store_id, l.variant_id FROM (");
        push_ids(&mut select, ids);
        select.push(") k JOIN reservation_line l FORCE INDEX (PRIMARY) ON l.tenant_id = ").push_bind(tenant);
        select.push(" AND l.reservation_id = k.id WHERE l.open > 0");
        let rows: Vec<(Uuid, Uuid)> = select.build_query_as().fetch_all(tx.conn()).await?;
        keys.extend(rows.into_iter().map(|(store, variant)| (StoreId(store), VariantId(variant))));
    }
    // Whoever locks promises lets go of what has lapsed of them.
    lock(tx, &keys).await?;
    for ids in tx.parts(&ids) {
        let mut update = QueryBuilder::<MySql>::new("UPDATE (");
        push_ids(&mut update, ids);
        update
            .push(") k STRAIGHT_JOIN reservation r FORCE INDEX (PRIMARY) ON r.tenant_id = ")
            .push_bind(tenant)
            .push(" AND r.id = k.id SET r.state = ");
        update.push_bind(ended).push(", r.expires_at = ").push(NEVER).push(", r.fence = r.fence + 1, r.ended_at = ").push_bind(now);
        update.build().execute(tx.conn()).await?;
    }
    Ok(heads)
}

/// Lists ids as rows to join: `id`.
pub(crate) fn push_ids(select: &mut QueryBuilder<MySql>, ids: &[Uuid]) {
    for (at, id) in ids.iter().enumerate() {
        select.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(*id).push(" AS BINARY(16)) AS id");
    }
}
