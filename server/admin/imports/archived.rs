//! What an undo put away: where a file brings it again, it comes back, unless somebody had a say of their own since.

use super::Imports;
use catalog_rules::{ItemState, UpsertItem};
use platform::{Done, Handle, OpError, Tx, db::push_list};
use serde::{Deserialize, Serialize};
use sqlx::{MySql, QueryBuilder};
use std::collections::HashSet;
use uuid::Uuid;
use vocabulary::{Actor, ImportId, Kind, Operation, Permission, VariantId};

/// Notes items and variants that were put away, each with its version as that left it.
///
/// # Errors
/// When the database fails.
pub(crate) async fn keep(tx: &mut Tx, import: ImportId, things: &[(Uuid, i64)]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for things in things.chunks(500) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT IGNORE INTO import_archived (tenant_id, thing_id, version, import_id) ");
        insert.push_values(things, |mut row, (thing, version)| {
            row.push_bind(tenant).push_bind(*thing).push_bind(*version).push_bind(import.0);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

const VARIANTS: &str = "SELECT v.id FROM import_archived a JOIN variant v ON v.tenant_id = a.tenant_id AND v.id = a.thing_id \
                        AND v.version = a.version AND v.own_state = 4 WHERE a.tenant_id = ";

/// Has the rows that bring back what an undo put away say so. What a row itself says of its item's state holds.
///
/// # Errors
/// When the database fails.
pub(crate) async fn wake(tx: &mut Tx, rows: &mut [UpsertItem]) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let any: Option<i64> = sqlx::query_scalar("SELECT CAST(1 AS SIGNED) FROM import_archived WHERE tenant_id = ? LIMIT 1")
        .bind(tenant)
        .fetch_optional(tx.conn())
        .await?;
    if any.is_none() {
        return Ok(());
    }
    let found = catalog::upsert::compare(tx, rows).await?;
    let items = asleep(
        tx,
        "SELECT i.id FROM import_archived a JOIN item i ON i.tenant_id = a.tenant_id AND i.id = a.thing_id AND i.version = a.version \
         AND i.state = 4 WHERE a.tenant_id = ",
        "a.thing_id",
        found.iter().filter_map(|row| row.item).map(Uuid::from).collect(),
    )
    .await?;
    let variants = asleep(tx, VARIANTS, "a.thing_id", found.iter().filter_map(|row| row.variant).map(Uuid::from).collect()).await?;
    for (row, found) in rows.iter_mut().zip(&found) {
        if row.state.is_none() && found.item.is_some_and(|item| items.contains(&item.into())) {
            row.state = Some(ItemState::Active);
        }
        row.wakes = found.variant.is_some_and(|variant| variants.contains(&variant.into()));
    }
    Ok(())
}

/// Of these variants, those that an undo put away, by themselves or with their items, and that nobody touched since.
///
/// # Errors
/// When the database fails.
pub(crate) async fn variants(tx: &mut Tx, ids: impl Iterator<Item = VariantId>) -> Result<HashSet<VariantId>, OpError> {
    let ids: Vec<Uuid> = ids.map(Uuid::from).collect();
    let alone = asleep(tx, VARIANTS, "a.thing_id", ids.clone()).await?;
    let with_items = asleep(
        tx,
        "SELECT v.id FROM import_archived a JOIN item i ON i.tenant_id = a.tenant_id AND i.id = a.thing_id AND i.version = a.version \
         AND i.state = 4 JOIN variant v ON v.tenant_id = i.tenant_id AND v.item_id = i.id WHERE a.tenant_id = ",
        "v.id",
        ids,
    )
    .await?;
    Ok(alone.into_iter().chain(with_items).map(VariantId).collect())
}

/// Of these things, those that are as an undo left them.
async fn asleep(tx: &mut Tx, sql: &'static str, column: &'static str, mut ids: Vec<Uuid>) -> Result<HashSet<Uuid>, OpError> {
    let tenant = tx.tenant();
    ids.sort_unstable();
    ids.dedup();
    let mut found = HashSet::new();
    for ids in ids.chunks(500) {
        let mut select = QueryBuilder::<MySql>::new(sql);
        select.push_bind(tenant).push(" AND ").push(column).push(" IN ");
        push_list(&mut select, ids.iter().copied());
        let rows: Vec<(Uuid,)> = select.build_query_as().fetch_all(tx.conn()).await?;
        found.extend(rows.into_iter().map(|(id,)| id));
    }
    Ok(found)
}

/// Notes one variant that an undo put away.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct KeepArchived {
    pub import: ImportId,
    pub variant: VariantId,
    pub version: i64,
}

impl Operation for KeepArchived {
    type Reply = ();
    const NAME: &'static str = "admin.keep_import_archived";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

impl Handle<KeepArchived> for Imports {
    async fn handle(&self, tx: &mut Tx, _: &Actor, step: KeepArchived) -> Result<Done<()>, OpError> {
        keep(tx, step.import, &[(step.variant.0, step.version)]).await?;
        Ok(Done::reply(()))
    }
}
