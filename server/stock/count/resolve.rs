//! What scanned codes mean, many at once, in the order of R13: GS1 and GTIN, barcode, SKU, a supplier's code that only
//! one variant has. What is ambiguous stays unknown here: somebody says what it is on the review page.

use catalog_rules::{ReadingKind, read_scan};
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeSet, HashMap};
use stock_rules::KnownCode;
use uuid::Uuid;
use vocabulary::{Code, Quantity, VariantId};

/// A variant as a count needs it.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub unit: String,
    pub whole: bool,
    /// It is told apart by lots or numbers, which a count does not ask for.
    pub tracked: bool,
    /// It is a bundle of others and holds no stock.
    pub kit: bool,
    /// Base units under the code.
    pub pack: Quantity,
}

impl Known {
    pub(super) fn told(&self, code: &str) -> KnownCode {
        KnownCode {
            code: code.to_owned(),
            variant: self.variant,
            sku: self.sku.clone(),
            name: self.name.clone(),
            option_text: self.option_text.clone(),
            unit: self.unit.clone(),
            pack: self.pack,
        }
    }
}

/// What a code may be looked up by.
struct Wanted {
    barcode: Option<String>,
    text: String,
}

/// What the codes mean, by the code as it was read. A place's code or a command is no item and is not here.
pub(super) async fn codes(tx: &mut Tx, codes: &BTreeSet<&str>) -> Result<HashMap<String, Known>, OpError> {
    let wanted: Vec<(&str, Wanted)> = codes.iter().filter_map(|code| Some((*code, wanted(code)?))).collect();
    let mut found = HashMap::new();
    if wanted.is_empty() {
        return Ok(found);
    }
    let barcodes = by_barcode(tx, wanted.iter().filter_map(|(_, wanted)| wanted.barcode.clone()).collect()).await?;
    let texts: Vec<String> = wanted.iter().map(|(_, wanted)| wanted.text.clone()).collect();
    let skus = by_sku(tx, &texts).await?;
    let suppliers = by_supplier_code(tx, &texts).await?;
    for (code, Wanted { barcode, text }) in wanted {
        let known = barcode.and_then(|barcode| barcodes.get(&barcode)).or_else(|| skus.get(&text)).or_else(|| suppliers.get(&text));
        if let Some(known) = known {
            found.insert(code.to_owned(), known.clone());
        }
    }
    Ok(found)
}

fn wanted(code: &str) -> Option<Wanted> {
    let reading = read_scan(code)?;
    let barcode = match &reading.kind {
        ReadingKind::Command(_) | ReadingKind::Location | ReadingKind::Container(_) => return None,
        ReadingKind::Gs1(gs1) => gs1.gtin.map(vocabulary::Gtin::gtin14).or_else(|| key(&reading.text)),
        ReadingKind::Plain => key(&reading.text),
    };
    Some(Wanted { barcode, text: reading.text })
}

fn key(text: &str) -> Option<String> {
    Code::read(text).ok().map(|code| code.key())
}

type VariantRow = (String, Uuid, String, String, String, String, bool, bool, bool, Decimal);

fn known((code, variant, sku, name, option_text, unit, whole, tracked, kit, pack): VariantRow) -> Result<(String, Known), OpError> {
    let pack = Quantity::new(pack).map_err(anyhow::Error::new)?;
    Ok((code, Known { variant: variant.into(), sku, name, option_text, unit, whole, tracked, kit, pack }))
}

async fn by_barcode(tx: &mut Tx, keys: Vec<String>) -> Result<HashMap<String, Known>, OpError> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT b.code, v.id, v.sku, v.name, v.option_text, i.unit, i.whole, i.tracking <> 0, v.kit, b.pack FROM barcode b \
         JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
         WHERE b.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND b.code IN ");
    push_list(&mut select, keys.iter().cloned());
    let rows: Vec<VariantRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter().map(known).collect()
}

async fn by_sku(tx: &mut Tx, texts: &[String]) -> Result<HashMap<String, Known>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT v.sku, v.id, v.sku, v.name, v.option_text, i.unit, i.whole, i.tracking <> 0, v.kit, CAST(1 AS DECIMAL(19,6)) FROM variant v \
         JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE v.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND v.sku IN ");
    push_list(&mut select, texts.iter().cloned());
    let rows: Vec<VariantRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter().map(known).collect()
}

async fn by_supplier_code(tx: &mut Tx, texts: &[String]) -> Result<HashMap<String, Known>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT s.code, v.id, v.sku, v.name, v.option_text, i.unit, i.whole, i.tracking <> 0, v.kit, CAST(1 AS DECIMAL(19,6)) FROM supplier_code s \
         JOIN variant v ON v.tenant_id = s.tenant_id AND v.id = s.variant_id JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
         WHERE s.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND s.code IN ");
    push_list(&mut select, texts.iter().cloned());
    let rows: Vec<VariantRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut found: HashMap<String, Known> = HashMap::new();
    let mut ambiguous = BTreeSet::new();
    for row in rows {
        let (code, known) = known(row)?;
        if found.insert(code.clone(), known.clone()).is_some_and(|before| before.variant != known.variant) {
            ambiguous.insert(code);
        }
    }
    found.retain(|code, _| !ambiguous.contains(code));
    Ok(found)
}

/// Variants by their ids; what is not the tenant's is not there.
pub(super) async fn variants(tx: &mut Tx, ids: &BTreeSet<VariantId>) -> Result<HashMap<VariantId, Known>, OpError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT v.sku, v.id, v.sku, v.name, v.option_text, i.unit, i.whole, i.tracking <> 0, v.kit, CAST(1 AS DECIMAL(19,6)) FROM variant v \
         JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE v.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND v.id IN ");
    push_list(&mut select, ids.iter().map(|id| id.0));
    let rows: Vec<VariantRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter().map(|row| known(row).map(|(_, known)| (known.variant, known))).collect()
}
