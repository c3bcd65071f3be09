//! What all changes of one category begin with.

use crate::sql::push_list;
use catalog_rules::category_name;
use platform::{OpError, Tx, search::fold};
use sqlx::{FromRow, MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{AppError, CategoryId, FieldError, Said};

/// A category whose row is locked: until the transaction ends nobody puts an item into it, renames it or deletes it.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Head {
    pub id: Uuid,
    pub name: String,
    pub version: i64,
    /// Where its items are going.
    pub merged_into: Option<Uuid>,
}

impl Head {
    /// # Errors
    /// Stale, where it was changed since `version` was read.
    pub fn must_be(&self, version: i64) -> Result<(), OpError> {
        if self.version == version { Ok(()) } else { Err(AppError::Stale.into()) }
    }
}

/// Locks and reads categories, in the order of their ids, so that two merges do not wait for each other.
pub(crate) async fn lock(tx: &mut Tx, ids: &[Uuid]) -> Result<Vec<Head>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT id, name, version, merged_into FROM category WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND id IN ");
    push_list(&mut select, ids.iter().copied());
    select.push(" ORDER BY id FOR UPDATE");
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

/// Locks and reads one.
///
/// # Errors
/// Not found; stale.
pub(crate) async fn lock_one(tx: &mut Tx, id: CategoryId, version: i64) -> Result<Head, OpError> {
    let head = lock(tx, &[id.0]).await?.pop().ok_or_else(OpError::not_found)?;
    head.must_be(version)?;
    Ok(head)
}

/// A name as it is kept, and the name by which it is found.
///
/// # Errors
/// What is wrong with it; `category-taken`, where another has it, with that one's `name` and id.
pub(crate) async fn free_name(tx: &mut Tx, name: &str, except: Option<Uuid>) -> Result<(String, String), OpError> {
    let name = category_name(name)?;
    let key = fold(&name);
    if key.is_empty() {
        return Err(OpError::invalid("name", "field-required"));
    }
    let tenant = tx.tenant();
    let other: Option<(Uuid, String)> = sqlx::query_as("SELECT id, name FROM category WHERE tenant_id = ? AND name_key = ?")
        .bind(tenant)
        .bind(&key)
        .fetch_optional(tx.conn())
        .await?;
    match other {
        Some((id, other)) if Some(id) != except => Err(taken(&other).with("category", id.to_string()).into()),
        _ => Ok((name, key)),
    }
}

/// Another has this name.
pub(crate) fn taken(name: &str) -> FieldError {
    FieldError::new("name", "category-taken").with("name", name)
}

/// Nothing is on its way out of it or into it, and no open count is of it: its items may be told where they belong.
///
/// # Errors
/// A conflict: `category-merging`, `category-counted`.
pub(crate) async fn must_be_settled(tx: &mut Tx, head: &Head) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let coming: Option<i64> =
        sqlx::query_scalar("SELECT CAST(1 AS SIGNED) FROM category FORCE INDEX (category_merged) WHERE tenant_id = ? AND merged_into = ? LIMIT 1")
            .bind(tenant)
            .bind(head.id)
            .fetch_optional(tx.conn())
            .await?;
    if head.merged_into.is_some() || coming.is_some() {
        return Err(OpError::conflict(Said::new("category-merging").with("name", head.name.as_str())));
    }
    // stock_rules::CountScope::Category is 2; a count is open until it is posted (4) or cancelled (5).
    let count: Option<String> = sqlx::query_scalar(
        "SELECT s.name FROM count_scope c FORCE INDEX (count_scope_of_ref) JOIN count_session s ON s.tenant_id = c.tenant_id AND s.id = c.count_id \
         WHERE c.tenant_id = ? AND c.kind = 2 AND c.ref_id = ? AND s.state < 4 LIMIT 1",
    )
    .bind(tenant)
    .bind(head.id)
    .fetch_optional(tx.conn())
    .await?;
    match count {
        Some(count) => Err(OpError::conflict(Said::new("category-counted").with("name", head.name.as_str()).with("count", count))),
        None => Ok(()),
    }
}
