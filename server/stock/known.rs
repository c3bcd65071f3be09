//! Whether an id is the tenant's own: another's is not found, and nothing says which.

use platform::{OpError, Tx};
use uuid::Uuid;
use vocabulary::{CategoryId, ItemId, LocationId, LotId, StoreId, VariantId};

/// # Errors
/// Not found.
pub(crate) async fn store(tx: &mut Tx, store: StoreId) -> Result<(), OpError> {
    one(tx, "SELECT id FROM store WHERE tenant_id = ? AND id = ?", store.0).await.map(|_| ())
}

/// # Errors
/// Not found.
pub(crate) async fn variant(tx: &mut Tx, variant: VariantId) -> Result<(), OpError> {
    one(tx, "SELECT id FROM variant WHERE tenant_id = ? AND id = ?", variant.0).await.map(|_| ())
}

/// # Errors
/// Not found.
pub(crate) async fn lot(tx: &mut Tx, lot: LotId) -> Result<(), OpError> {
    one(tx, "SELECT id FROM lot WHERE tenant_id = ? AND id = ?", lot.0).await.map(|_| ())
}

/// # Errors
/// Not found.
pub(crate) async fn category(tx: &mut Tx, category: CategoryId) -> Result<(), OpError> {
    one(tx, "SELECT id FROM category WHERE tenant_id = ? AND id = ?", category.0).await.map(|_| ())
}

/// Whether an item comes in whole units only.
///
/// # Errors
/// Not found.
pub(crate) async fn item(tx: &mut Tx, item: ItemId) -> Result<bool, OpError> {
    let tenant = tx.tenant();
    let whole: Option<bool> =
        sqlx::query_scalar("SELECT whole FROM item WHERE tenant_id = ? AND id = ?").bind(tenant).bind(item.0).fetch_optional(tx.conn()).await?;
    whole.ok_or_else(OpError::not_found)
}

/// The store a place is in.
///
/// # Errors
/// Not found.
pub(crate) async fn store_of(tx: &mut Tx, location: LocationId) -> Result<StoreId, OpError> {
    one(tx, "SELECT store_id FROM location WHERE tenant_id = ? AND id = ?", location.0).await.map(StoreId)
}

async fn one(tx: &mut Tx, sql: &'static str, id: Uuid) -> Result<Uuid, OpError> {
    let tenant = tx.tenant();
    let found: Option<Uuid> = sqlx::query_scalar(sql).bind(tenant).bind(id).fetch_optional(tx.conn()).await?;
    found.ok_or_else(OpError::not_found)
}
