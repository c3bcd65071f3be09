//! The units of its own that a variant has: those it was given, and those that its barcodes tell.

use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::{Quantity, Ratio, VariantId};

/// A unit of a variant's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    pub unit: String,
    /// How many base units one of it is.
    pub ratio: Ratio,
    /// No fraction of it is taken.
    pub whole: bool,
    /// It was not given to the variant: a barcode tells it.
    pub barcode: bool,
}

type UnitRow = (Uuid, String, i64, i64, bool);

/// The units of variants, in the order of their names. What a barcode tells is one where nothing else is said of that unit,
/// and where all barcodes that name it tell the same.
///
/// # Errors
/// When the database fails.
pub async fn of(tx: &mut Tx, variants: &[VariantId]) -> Result<HashMap<VariantId, Vec<Own>>, OpError> {
    let tenant = tx.tenant();
    let mut found: HashMap<VariantId, Vec<Own>> = HashMap::new();
    for variants in variants.chunks(500) {
        let mut select = QueryBuilder::<MySql>::new("SELECT variant_id, unit, num, den, whole FROM variant_unit WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND archived_at IS NULL AND variant_id IN ");
        push_list(&mut select, variants.iter().map(|variant| variant.0));
        select.push(" ORDER BY variant_id, unit");
        let rows: Vec<UnitRow> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (variant, unit, num, den, whole) in rows {
            let ratio = Ratio::new(num, den).ok_or_else(|| anyhow::anyhow!("unit {unit} of variant {variant} is {num}/{den}"))?;
            found.entry(variant.into()).or_default().push(Own { unit, ratio, whole, barcode: false });
        }
        let mut select = QueryBuilder::<MySql>::new("SELECT variant_id, unit, MIN(pack), MAX(pack) FROM barcode WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND unit IN ('pack', 'box', 'case') AND variant_id IN ");
        push_list(&mut select, variants.iter().map(|variant| variant.0));
        select.push(" GROUP BY variant_id, unit ORDER BY variant_id, unit");
        let rows: Vec<(Uuid, String, Decimal, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (variant, unit, least, _) in rows.into_iter().filter(|(.., least, most)| least == most) {
            let pack = Quantity::new(least).map_err(anyhow::Error::new)?;
            let own = found.entry(variant.into()).or_default();
            if let Some(ratio) = Ratio::of(pack).filter(|_| !own.iter().any(|own| own.unit == unit)) {
                own.push(Own { unit, ratio, whole: true, barcode: true });
            }
        }
    }
    Ok(found)
}
