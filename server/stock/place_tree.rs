//! The tree of a store's places, and what keeps it one, whoever changes it at the same time.

use platform::{OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use stock_rules::LEVELS_MAX;
use uuid::Uuid;
use vocabulary::{FieldError, LocationId, Said, StoreId};

/// Makes who changes where a store's places stand wait for who does so already: the rows of two places do not meet, and
/// each could come to stand in the other. A place's own row is locked before, as by who brings something to it.
///
/// # Errors
/// When the database fails.
pub(crate) async fn lock(tx: &mut Tx, store: StoreId) -> Result<(), OpError> {
    let tenant = tx.tenant();
    sqlx::query("SELECT id FROM store WHERE tenant_id = ? AND id = ? FOR UPDATE").bind(tenant).bind(store.0).execute(tx.conn()).await?;
    Ok(())
}

/// A place on the way up.
pub(crate) struct Step {
    pub location: LocationId,
    pub store: StoreId,
    pub code: String,
    pub name: String,
    pub archived: bool,
}

/// A place and what it is in, up to the top of the tree; nothing where the tenant has no such place. A way that is longer
/// than a tree is deep ends one step beyond it.
///
/// # Errors
/// When the database fails.
pub(crate) async fn way_up(tx: &mut Tx, from: LocationId) -> Result<Vec<Step>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Uuid, String, String, bool)> = sqlx::query_as(
        "WITH RECURSIVE up (id, parent_id, level) AS ( \
         SELECT l.id, l.parent_id, 1 FROM location l WHERE l.tenant_id = ? AND l.id = ? AND l.kind < 10 \
         UNION ALL \
         SELECT l.id, l.parent_id, up.level + 1 FROM up STRAIGHT_JOIN location l ON l.tenant_id = ? AND l.id = up.parent_id \
         WHERE up.parent_id <> up.id AND up.level <= ?) \
         SELECT l.id, l.store_id, l.code, l.name, l.archived_at IS NOT NULL FROM up JOIN location l ON l.tenant_id = ? AND l.id = up.id ORDER BY up.level",
    )
    .bind(tenant)
    .bind(from.0)
    .bind(tenant)
    .bind(deepest())
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    let step = |(location, store, code, name, archived): (Uuid, Uuid, String, String, bool)| Step {
        location: location.into(),
        store: store.into(),
        code,
        name,
        archived,
    };
    Ok(rows.into_iter().map(step).collect())
}

fn deepest() -> i64 {
    i64::try_from(LEVELS_MAX).unwrap_or(i64::MAX)
}

/// Begins a statement with the list `below` of places: one, and all that are in it, each by its `id` and its `level`,
/// from 1 for the place itself.
pub(crate) fn with_below(select: &mut QueryBuilder<MySql>, tenant: i64, top: LocationId) {
    select.push("WITH RECURSIVE below (id, level) AS (SELECT l.id, 1 FROM location l WHERE l.tenant_id = ").push_bind(tenant);
    select
        .push(" AND l.id = ")
        .push_bind(top.0)
        .push(" UNION ALL SELECT l.id, below.level + 1 FROM below STRAIGHT_JOIN location l FORCE INDEX (location_parent)");
    select.push(" ON l.tenant_id = ").push_bind(tenant).push(" AND l.parent_id = below.id AND l.id <> below.id WHERE below.level <= ");
    select.push_bind(deepest()).push(") ");
}

/// Why a place cannot stand in another: no such place in the store, put away, inside itself, too deep. The store is locked.
///
/// # Errors
/// When the database fails.
pub(crate) async fn wrong_parent(tx: &mut Tx, store: StoreId, parent: LocationId, of: Option<LocationId>) -> Result<Option<FieldError>, OpError> {
    let up = way_up(tx, parent).await?;
    let Some(step) = up.first().filter(|step| step.store == store) else {
        return Ok(Some(FieldError::new("parent", "field-unknown-choice")));
    };
    if of.is_some_and(|of| up.iter().any(|step| step.location == of)) {
        return Ok(Some(FieldError::new("parent", "location-inside-itself")));
    }
    if up.iter().any(|step| step.archived) {
        return Ok(Some(FieldError::new("parent", "location-parent-archived").with("place", step.code.as_str())));
    }
    let own = match of {
        None => 1,
        Some(of) => levels(tx, of).await?,
    };
    Ok((up.len() + own > LEVELS_MAX).then(|| FieldError::new("parent", "location-too-deep")))
}

/// How many levels a place and what is in it have.
async fn levels(tx: &mut Tx, of: LocationId) -> Result<usize, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("");
    with_below(&mut select, tenant, of);
    select.push("SELECT CAST(MAX(level) AS SIGNED) FROM below");
    let levels: Option<i64> = select.build_query_scalar().fetch_one(tx.conn()).await?;
    Ok(usize::try_from(levels.unwrap_or(1)).unwrap_or(1))
}

/// Whether a place may come back: not into one that is still put away.
///
/// # Errors
/// `location-parent-archived`, naming that place.
pub(crate) async fn may_come_back(tx: &mut Tx, location: LocationId) -> Result<(), OpError> {
    match way_up(tx, location).await?.into_iter().skip(1).find(|step| step.archived) {
        Some(step) => Err(OpError::conflict(Said::new("location-parent-archived").with("place", step.code))),
        None => Ok(()),
    }
}
