//! Key by key: is the moment that it is taken to be counted at that of the last count of it that stands?

use super::{Check, Failure, only::Only};
use crate::lock::Key;
use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::Said;

type Row = (Uuid, Uuid, Uuid, u8, Option<DateTime<Utc>>, Option<DateTime<Utc>>);

pub(super) async fn check(tx: &mut Tx, only: Only<'_, Key>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-counted");
    if only.is_none() {
        return Ok(check);
    }
    let tenant = tx.tenant();
    check.examined = only.examined(tx, "SELECT COUNT(*) FROM count_mark WHERE tenant_id = ?").await?;
    let mut select = QueryBuilder::<MySql>::new("SELECT b.location_id, b.variant_id, b.lot_id, b.status, k.counted_at, b.counted_at");
    only.push_from(&mut select, tenant, "stock_balance", "b", "PRIMARY");
    select.push(" LEFT JOIN (SELECT c.location_id, c.variant_id, c.lot_id, c.status, MAX(c.counted_at) AS counted_at");
    only.push_from(&mut select, tenant, "count_mark", "c", "PRIMARY");
    select.push(" LEFT JOIN reversal r ON r.tenant_id = c.tenant_id AND r.posting_id = c.posting_id AND r.line = c.line WHERE c.tenant_id = ");
    select.push_bind(tenant).push(" AND r.line IS NULL GROUP BY c.location_id, c.variant_id, c.lot_id, c.status) k ON k.location_id = b.location_id");
    select.push(" AND k.variant_id = b.variant_id AND k.lot_id = b.lot_id AND k.status = b.status WHERE b.tenant_id = ").push_bind(tenant);
    select.push(" AND NOT (b.counted_at <=> k.counted_at) LIMIT 100");
    let wrong: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (location, variant, lot, status, stands, found) in wrong {
        let told = |at: Option<DateTime<Utc>>| at.map_or_else(|| String::from("-"), |at| at.to_rfc3339());
        let said = Said::new("proof-counted-differs").with("expected", told(stands)).with("found", told(found));
        check.fails(Failure { key: format!("{location}/{variant}/{lot}/{status}"), ..Failure::new(said) });
    }
    Ok(check)
}
