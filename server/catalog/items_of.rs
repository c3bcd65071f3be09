//! The items of variants.

use crate::sql::push_list;
use platform::{OpError, Tx, find::MANY};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;

/// The items of variants.
pub(crate) async fn items_of(tx: &mut Tx, variants: &[Uuid]) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    let mut items = Vec::new();
    for some in variants.chunks(MANY) {
        let mut select = QueryBuilder::<MySql>::new("SELECT item_id FROM variant FORCE INDEX (PRIMARY) WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND id IN ");
        push_list(&mut select, some.iter().copied());
        items.extend(select.build_query_scalar::<Uuid>().fetch_all(tx.conn()).await?);
    }
    items.sort_unstable();
    items.dedup();
    Ok(items)
}
