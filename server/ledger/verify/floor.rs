//! Place by place: does nothing stand below nought where that is not allowed? Of a lot it is allowed nowhere: of it nothing is
//! there that did not come. A place that allowed it once, as its history says, may still stand there: nothing more is taken
//! from it, and what comes brings it back. And a count is a fact that refuses nothing: where fewer were counted than were sold
//! since, the books say so.

use super::{Check, Failure, only::Only};
use crate::lock::Key;
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{Quantity, Said};

pub(super) async fn check(tx: &mut Tx, only: Only<'_, Key>) -> Result<Check, OpError> {
    let mut check = Check::new("proof-floor");
    if only.is_none() {
        return Ok(check);
    }
    let tenant = tx.tenant();
    check.examined = only.examined(tx, "SELECT COUNT(*) FROM stock_balance WHERE tenant_id = ?").await?;
    let mut select = QueryBuilder::<MySql>::new("SELECT b.location_id, b.variant_id, b.lot_id, b.status, b.seq, b.on_hand");
    only.push_from(&mut select, tenant, "stock_balance", "b", "PRIMARY");
    select.push(" JOIN location l ON l.tenant_id = b.tenant_id AND l.id = b.location_id WHERE b.tenant_id = ").push_bind(tenant);
    select.push(" AND b.on_hand < 0 AND (b.lot_id <> ").push_bind(Uuid::nil());
    select.push(
        " OR l.allow_negative = FALSE AND NOT EXISTS ( \
           SELECT 1 FROM audit a FORCE INDEX (audit_entity) WHERE a.tenant_id = b.tenant_id AND a.entity_id = b.location_id \
           AND a.entity_kind = 'location' AND a.detail LIKE '%\"allow_negative\"%') AND NOT EXISTS ( \
           SELECT 1 FROM count_mark c WHERE c.tenant_id = b.tenant_id AND c.location_id = b.location_id AND c.variant_id = b.variant_id \
           AND c.lot_id = b.lot_id AND c.status = b.status)) LIMIT 100",
    );
    let below: Vec<(Uuid, Uuid, Uuid, u8, i64, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (location, variant, lot, status, seq, on_hand) in below {
        let said = Said::new("proof-below-floor").with("found", Quantity::new(on_hand).unwrap_or_default());
        check.fails(Failure { key: format!("{location}/{variant}/{lot}/{status}"), seq: Some(seq), ..Failure::new(said) });
    }
    Ok(check)
}
