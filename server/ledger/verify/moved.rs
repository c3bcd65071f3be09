//! Where it is wrong what is kept of some stock, and not what moved it: what moved it last is named, for whoever looks for the
//! cause. Few are shown of each check, so that few are asked for.

use super::{Check, Failure};
use platform::{OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{PostingId, PostingKind};

/// Names what moved last what each failure that names nothing is about.
///
/// # Errors
/// When the database fails.
pub(super) async fn name(tx: &mut Tx, checks: &mut [Check]) -> Result<(), OpError> {
    for failure in checks.iter_mut().flat_map(|check| &mut check.failures).filter(|failure| failure.posting.is_none()) {
        if let Some((seq, posting, kind)) = last(tx, &failure.key).await? {
            let operation = failure.operation.take().or_else(|| PostingKind::of_code(kind).map(|kind| kind.tag().to_owned()));
            *failure = Failure { seq: failure.seq.or(Some(seq)), posting: Some(PostingId(posting)), operation, ..failure.clone() };
        }
    }
    Ok(())
}

/// The last movement of a key as checks write them: `store/variant`, `variant/scope/lot` of a pool, `location/variant/lot/status`.
async fn last(tx: &mut Tx, key: &str) -> Result<Option<(i64, Uuid, u8)>, OpError> {
    let tenant = tx.tenant();
    let parts: Vec<&str> = key.split('/').collect();
    let id = |at: usize| parts.get(at).and_then(|part| part.parse::<Uuid>().ok());
    let mut select = QueryBuilder::<MySql>::new("SELECT m.seq, m.posting_id, p.kind FROM stock_movement m FORCE INDEX (");
    let join = ") JOIN posting p ON p.tenant_id = m.tenant_id AND p.id = m.posting_id WHERE m.tenant_id = ";
    match (parts.len(), id(0), id(1), id(2)) {
        (2, Some(store), Some(variant), _) => {
            select.push("stock_movement_store").push(join).push_bind(tenant).push(" AND m.store_id = ").push_bind(store);
            select.push(" AND m.variant_id = ").push_bind(variant).push(" ORDER BY m.posting_id DESC, m.leg DESC LIMIT 1");
        }
        (3, Some(variant), Some(_), Some(_)) => {
            select.push("stock_movement_variant").push(join).push_bind(tenant).push(" AND m.variant_id = ").push_bind(variant);
            select.push(" ORDER BY m.posting_id DESC, m.leg DESC LIMIT 1");
        }
        (4, Some(location), Some(variant), Some(lot)) => {
            let Some(status) = parts.get(3).and_then(|part| part.parse::<u8>().ok()) else { return Ok(None) };
            select.push("stock_movement_key").push(join).push_bind(tenant).push(" AND m.location_id = ").push_bind(location);
            select.push(" AND m.variant_id = ").push_bind(variant).push(" AND m.lot_id = ").push_bind(lot);
            select.push(" AND m.status = ").push_bind(status).push(" ORDER BY m.seq DESC, m.tie DESC LIMIT 1");
        }
        _ => return Ok(None),
    }
    Ok(select.build_query_as().fetch_optional(tx.conn()).await?)
}
