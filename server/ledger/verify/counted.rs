//! Key by key: is the moment that it is taken to be counted at that of the last count of it that stands?

use super::{Check, Failure};
use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use uuid::Uuid;
use vocabulary::Said;

type Row = (Uuid, Uuid, Uuid, u8, Option<DateTime<Utc>>, Option<DateTime<Utc>>);

pub(super) async fn check(tx: &mut Tx) -> Result<Check, OpError> {
    let mut check = Check::new("proof-counted");
    let tenant = tx.tenant();
    let examined: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM count_mark WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
    check.examined = u64::try_from(examined).unwrap_or(0);
    let wrong: Vec<Row> = sqlx::query_as(
        "SELECT b.location_id, b.variant_id, b.lot_id, b.status, k.counted_at, b.counted_at FROM stock_balance b LEFT JOIN ( \
           SELECT c.location_id, c.variant_id, c.lot_id, c.status, MAX(c.counted_at) AS counted_at FROM count_mark c \
           LEFT JOIN reversal r ON r.tenant_id = c.tenant_id AND r.posting_id = c.posting_id AND r.line = c.line \
           WHERE c.tenant_id = ? AND r.line IS NULL GROUP BY c.location_id, c.variant_id, c.lot_id, c.status \
         ) k ON k.location_id = b.location_id AND k.variant_id = b.variant_id AND k.lot_id = b.lot_id AND k.status = b.status \
         WHERE b.tenant_id = ? AND NOT (b.counted_at <=> k.counted_at) LIMIT 100",
    )
    .bind(tenant)
    .bind(tenant)
    .fetch_all(tx.conn())
    .await?;
    for (location, variant, lot, status, stands, found) in wrong {
        let told = |at: Option<DateTime<Utc>>| at.map_or_else(|| String::from("-"), |at| at.to_rfc3339());
        let said = Said::new("proof-counted-differs").with("expected", told(stands)).with("found", told(found));
        check.fails(Failure { key: format!("{location}/{variant}/{lot}/{status}"), ..Failure::new(said) });
    }
    Ok(check)
}
