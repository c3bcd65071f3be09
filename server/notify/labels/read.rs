//! What is read of variants, their codes, and locations: a bounded number of statements for any number of labels.

use notify_rules::LocationFacts;
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::Code;

/// What was typed as the beginning of a `LIKE`: its own signs mean nothing.
pub(crate) fn like_prefix(typed: &str) -> String {
    let mut pattern = String::with_capacity(typed.len() + 1);
    for c in typed.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// A variant as a label needs it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct VariantRow {
    pub id: Uuid,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub price: Option<Decimal>,
}

pub(crate) async fn variants_by_id(tx: &mut Tx, ids: &[Uuid]) -> Result<HashMap<Uuid, VariantRow>, OpError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT id, sku, name, option_text, price FROM variant WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND id IN ");
    push_list(&mut select, ids.iter().copied());
    let rows: Vec<VariantRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The barcodes of variants that stand for one base unit, in the order they were put there. A label goes on a piece: its
/// case's code there would be counted as a whole case.
pub(crate) async fn barcodes_of(tx: &mut Tx, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<Code>>, OpError> {
    let mut codes: HashMap<Uuid, Vec<Code>> = HashMap::new();
    if ids.is_empty() {
        return Ok(codes);
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT variant_id, code, is_gtin FROM barcode WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND variant_id IN ");
    push_list(&mut select, ids.iter().copied());
    select.push(" AND pack = 1 ORDER BY variant_id, created_at, code");
    let rows: Vec<(Uuid, String, bool)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (variant, code, is_gtin) in rows {
        let gtin = if is_gtin { code.parse().ok() } else { None };
        codes.entry(variant).or_default().push(gtin.map_or(Code::Other(code), Code::Gtin));
    }
    Ok(codes)
}

type LocationRow = (Uuid, String, String, String, String);

/// Locations that can hold goods and are in use; the virtual ones have no shelf to put a label on.
pub(crate) async fn locations_by_id(tx: &mut Tx, ids: &[Uuid]) -> Result<HashMap<Uuid, LocationFacts>, OpError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT l.id, l.code, l.name, l.scan_code, s.name FROM location l JOIN store s ON s.tenant_id = l.tenant_id AND s.id = l.store_id \
         WHERE l.kind < 10 AND l.archived_at IS NULL AND l.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND l.id IN ");
    push_list(&mut select, ids.iter().copied());
    let rows: Vec<LocationRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|(id, code, name, scan_code, store)| (id, LocationFacts { name, code, scan_code, store })).collect())
}
