//! Variants as searches and scans show them.

use crate::sql::{push_list, state, tracking};
use catalog_rules::VariantHit;
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{FromRow, MySql, QueryBuilder};
use std::collections::HashMap;
use uuid::Uuid;

/// The columns of a hit, of `variant v`.
pub(crate) const COLUMNS: &str = "v.id, v.item_id, v.sku, v.name, v.option_text, v.state, v.price, v.tracking";

#[derive(FromRow)]
pub(crate) struct HitRow {
    pub id: Uuid,
    item_id: Uuid,
    sku: String,
    name: String,
    option_text: String,
    state: u8,
    price: Option<Decimal>,
    tracking: u8,
}

impl HitRow {
    pub fn hit(self) -> Result<VariantHit, OpError> {
        Ok(VariantHit {
            variant: self.id.into(),
            item: self.item_id.into(),
            sku: self.sku,
            name: self.name,
            option_text: self.option_text,
            state: state(self.state)?,
            price: self.price,
            tracking: tracking(self.tracking)?,
        })
    }
}

/// Reads variants by id.
pub(crate) async fn by_id(tx: &mut Tx, ids: &[Uuid]) -> Result<HashMap<Uuid, HitRow>, OpError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(format!("SELECT {COLUMNS} FROM variant v WHERE v.tenant_id = "));
    select.push_bind(tenant).push(" AND v.id IN ");
    push_list(&mut select, ids.iter().copied());
    let rows: Vec<HitRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}
