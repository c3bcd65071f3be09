//! What a scanned code means, in R13's order.

use crate::{
    Catalog,
    hits::{COLUMNS, HitRow},
    sql::quantity,
};
use catalog_rules::{Reading, ReadingKind, ResolveScan, Resolved, SKU_MAX, ScanDetails, ScannedBy, ScannedVariant, read_scan};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::FromRow;
use uuid::Uuid;
use vocabulary::{Actor, Code, Gtin, GtinError, Quantity, StoreId};

/// Most that an ambiguous code gives to choose from.
const CHOICES: i64 = 20;

impl Handle<ResolveScan> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, scan: ResolveScan) -> Result<Done<Resolved>, OpError> {
        let reading = read_scan(&scan.code).ok_or_else(|| OpError::invalid("code", "scan-unreadable"))?;
        Ok(Done::reply(resolve(tx, reading, scan.store).await?))
    }
}

async fn resolve(tx: &mut Tx, reading: Reading, store: Option<StoreId>) -> Result<Resolved, OpError> {
    let text = reading.text;
    let (gtin, details) = match reading.kind {
        ReadingKind::Command(command) => return Ok(Resolved::Command { command }),
        ReadingKind::Container(sscc) => return Ok(Resolved::Container { sscc }),
        ReadingKind::Location => {
            return Ok(location(tx, &text, store).await?.unwrap_or(Resolved::Unknown { code: text, gtin: None, expected_digit: None }));
        }
        ReadingKind::Gs1(gs1) => (gs1.gtin, gs1.details),
        ReadingKind::Plain => {
            if let Some(location) = location(tx, &text, store).await? {
                return Ok(location);
            }
            (text.parse().ok(), ScanDetails::default())
        }
    };
    let mut choices = by_barcode(tx, &text, gtin, &details).await?;
    if choices.is_empty() {
        choices = by_sku(tx, &text).await?;
    }
    if choices.is_empty() {
        choices = by_supplier_code(tx, &text).await?;
    }
    if choices.len() > 1 {
        return Ok(Resolved::Several { choices });
    }
    Ok(match choices.pop() {
        Some(of) => Resolved::Variant { of },
        None => Resolved::Unknown { gtin, expected_digit: expected_digit(&text), code: text },
    })
}

/// The digit that would make it a GTIN.
fn expected_digit(text: &str) -> Option<u8> {
    match text.parse::<Gtin>() {
        Err(GtinError::CheckDigit { expected }) => Some(expected),
        _ => None,
    }
}

async fn location(tx: &mut Tx, text: &str, store: Option<StoreId>) -> Result<Option<Resolved>, OpError> {
    if text.chars().count() > SKU_MAX {
        return Ok(None);
    }
    let tenant = tx.tenant();
    let row: Option<(Uuid, Uuid, String, String)> =
        sqlx::query_as("SELECT id, store_id, code, name FROM location WHERE tenant_id = ? AND scan_code = ? AND kind < 10 AND archived_at IS NULL")
            .bind(tenant)
            .bind(text)
            .fetch_optional(tx.conn())
            .await?;
    Ok(row.map(|(id, of, code, name)| Resolved::Location {
        location: id.into(),
        store: of.into(),
        code,
        name,
        elsewhere: store.is_some_and(|store| store.0 != of),
    }))
}

#[derive(FromRow)]
struct BarcodeRow {
    #[sqlx(flatten)]
    hit: HitRow,
    is_gtin: bool,
    unit: String,
    pack: Decimal,
}

async fn by_barcode(tx: &mut Tx, text: &str, gtin: Option<Gtin>, details: &ScanDetails) -> Result<Vec<ScannedVariant>, OpError> {
    let tenant = tx.tenant();
    // By the number, and by the text itself, which may be somebody's own code.
    let number = gtin.map_or_else(|| text.to_owned(), Gtin::gtin14);
    let own = Code::read(text).map_or_else(|_| text.to_owned(), |code| code.key());
    let sql = format!(
        "SELECT {COLUMNS}, b.is_gtin, b.unit, b.pack FROM barcode b JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id \
         WHERE b.tenant_id = ? AND b.code IN (?, ?)"
    );
    let rows: Vec<BarcodeRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant).bind(number).bind(own).fetch_all(tx.conn()).await?;
    rows.into_iter()
        .map(|row| {
            let by = if row.is_gtin { ScannedBy::Gtin } else { ScannedBy::Barcode };
            Ok(ScannedVariant { variant: row.hit.hit()?, by, unit: row.unit, pack: quantity(row.pack)?, details: details.clone() })
        })
        .collect()
}

#[derive(FromRow)]
struct UnitRow {
    #[sqlx(flatten)]
    hit: HitRow,
    unit: String,
    supplier: String,
}

async fn by_sku(tx: &mut Tx, text: &str) -> Result<Vec<ScannedVariant>, OpError> {
    let tenant = tx.tenant();
    let sql = format!(
        "SELECT {COLUMNS}, i.unit, '' AS supplier FROM variant v JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
         WHERE v.tenant_id = ? AND v.sku = ?"
    );
    let rows: Vec<UnitRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant).bind(text).fetch_all(tx.conn()).await?;
    rows.into_iter().map(|row| single(row, |_| ScannedBy::Sku)).collect()
}

async fn by_supplier_code(tx: &mut Tx, text: &str) -> Result<Vec<ScannedVariant>, OpError> {
    let tenant = tx.tenant();
    let sql = format!(
        "SELECT {COLUMNS}, i.unit, s.supplier FROM supplier_code s JOIN variant v ON v.tenant_id = s.tenant_id AND v.id = s.variant_id \
         JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE s.tenant_id = ? AND s.code = ? ORDER BY s.supplier, v.name LIMIT ?"
    );
    let rows: Vec<UnitRow> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(tenant).bind(text).bind(CHOICES).fetch_all(tx.conn()).await?;
    let mut choices: Vec<ScannedVariant> =
        rows.into_iter().map(|row| single(row, |supplier| ScannedBy::SupplierCode { supplier })).collect::<Result<_, _>>()?;
    // Two suppliers that call one thing alike are no choice.
    choices.dedup_by_key(|choice| choice.variant.variant);
    Ok(choices)
}

/// One base unit of a variant.
fn single(row: UnitRow, by: impl FnOnce(String) -> ScannedBy) -> Result<ScannedVariant, OpError> {
    Ok(ScannedVariant { variant: row.hit.hit()?, by: by(row.supplier), unit: row.unit, pack: Quantity::ONE, details: ScanDetails::default() })
}
