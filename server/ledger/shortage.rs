//! What is promised of a key beyond what is sellable of it. A count, damage or a counter-entry may undercut promises: that
//! refuses nothing, it opens a shortage for somebody to resolve, and is made good by stock that comes or a promise that goes.

use crate::lock::PromiseKey;
use platform::{
    OpError, Tx,
    sabotage::{self, Fault},
};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;

/// Writes what is short of keys whose promises are locked and written, each with the posting that changed it last; nil for
/// none. Only what is short, or was, is touched.
///
/// # Errors
/// When the database fails.
pub(crate) async fn settle(tx: &mut Tx, keys: &[(PromiseKey, Uuid)]) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    for keys in tx.parts(keys).filter(|_| !sabotage::on(Fault::ShortageNotOpened)) {
        let mut write = QueryBuilder::<MySql>::new(
            "INSERT INTO shortage (tenant_id, store_id, variant_id, quantity, opened_at, posting_id) \
             SELECT STRAIGHT_JOIN p.tenant_id, p.store_id, p.variant_id, IF(p.promised > 0, GREATEST(p.promised - p.sellable, 0), 0), ",
        );
        write.push_bind(now).push(", k.posting FROM (");
        for (at, ((store, variant), posting)) in keys.iter().enumerate() {
            write.push(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" }).push_bind(*store);
            write.push(" AS BINARY(16)) AS store, CAST(").push_bind(*variant);
            write.push(" AS BINARY(16)) AS variant, CAST(").push_bind(*posting).push(" AS BINARY(16)) AS posting");
        }
        write
            .push(") k JOIN stock_promise p FORCE INDEX (PRIMARY) ON p.tenant_id = ")
            .push_bind(tenant)
            .push(" AND p.store_id = k.store AND p.variant_id = k.variant");
        write.push(
            " LEFT JOIN shortage s FORCE INDEX (PRIMARY) ON s.tenant_id = p.tenant_id AND s.store_id = p.store_id AND s.variant_id = p.variant_id",
        );
        write.push(" WHERE IF(p.promised > 0, GREATEST(p.promised - p.sellable, 0), 0) <> COALESCE(s.quantity, 0)");
        // What grew was undercut by this; what was nothing is opened now. Assignments go from left to right.
        write.push(" ON DUPLICATE KEY UPDATE opened_at = IF(shortage.quantity = 0, VALUES(opened_at), shortage.opened_at),");
        write.push(" posting_id = IF(VALUES(quantity) > shortage.quantity, VALUES(posting_id), shortage.posting_id), quantity = VALUES(quantity)");
        write.build().execute(tx.conn()).await?;
    }
    Ok(())
}
