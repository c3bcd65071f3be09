//! What scanned codes mean, many at once, in the order of R13: GS1 and GTIN, barcode, SKU, a supplier's code that only
//! one variant has; after those the code of a lot or the number of a piece, where only one variant has it. What is ambiguous
//! stays unknown here: somebody says what it is on the review page.

use super::{entered, scope, session::Session, tracked::Told};
use catalog_rules::{ReadingKind, read_scan};
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeSet, HashMap};
use stock_rules::{EnteredQuantity, KnownCode, LotGiven, LotNamed, OwnUnit, Scannable, decide_scanned};
use uuid::Uuid;
use vocabulary::{Code, Quantity, Said, Tracking, VariantId};

/// A variant as a count needs it.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub unit: String,
    pub whole: bool,
    /// It is a bundle of others and holds no stock.
    pub kit: bool,
    /// Base units under the code.
    pub pack: Quantity,
    /// The unit under the code; empty where it tells none.
    pub under: String,
    /// The units that it has besides the base unit.
    pub own: Vec<OwnUnit>,
    pub tracking: Tracking,
    /// What the code tells of a lot or a piece.
    pub told: Told,
}

impl Known {
    pub(super) fn told(&self, code: &str, lot: Option<LotNamed>) -> KnownCode {
        KnownCode {
            code: code.to_owned(),
            variant: self.variant,
            lot,
            sku: self.sku.clone(),
            name: self.name.clone(),
            option_text: self.option_text.clone(),
            unit: self.unit.clone(),
            pack: self.pack,
            pack_unit: self.counts(Quantity::ONE, None, true).ok().and_then(|(_, entered)| Some(entered?.unit)),
            units: entered::choices(self),
        }
    }

    /// How much a scan of it counts, in base units, and what was typed.
    ///
    /// # Errors
    /// What is wrong with the quantity or its unit.
    pub(super) fn counts(&self, quantity: Quantity, unit: Option<&str>, may_be_negative: bool) -> Result<(Quantity, Option<EnteredQuantity>), Said> {
        let of = Scannable { pack: self.pack, under: &self.under, base: &self.unit, whole: self.whole, own: &self.own };
        decide_scanned(quantity, unit, of, may_be_negative)
    }
}

/// What a code may be looked up by.
struct Wanted {
    barcode: Option<String>,
    text: String,
    told: Told,
}

/// What codes mean, by the code as it was read.
#[derive(Default)]
pub(super) struct Meant {
    pub known: HashMap<String, Known>,
    /// The SKUs of items that have a lot or a piece so named, where they are several.
    pub could_be: HashMap<String, Vec<String>>,
}

/// What the codes mean. A place's code or a command is no item and is not here.
///
/// # Errors
/// When the database fails.
pub(super) async fn codes(tx: &mut Tx, session: &Session, codes: &BTreeSet<&str>) -> Result<Meant, OpError> {
    let wanted: Vec<(&str, Wanted)> = codes.iter().filter_map(|code| Some((*code, wanted(code)?))).collect();
    let mut meant = Meant::default();
    if wanted.is_empty() {
        return Ok(meant);
    }
    let barcodes = by_barcode(tx, wanted.iter().filter_map(|(_, wanted)| wanted.barcode.clone()).collect()).await?;
    let texts: Vec<String> = wanted.iter().map(|(_, wanted)| wanted.text.clone()).collect();
    let skus = by_sku(tx, &texts).await?;
    let suppliers = by_supplier_code(tx, &texts).await?;
    let mut named = Vec::new();
    for (code, Wanted { barcode, text, told }) in wanted {
        let known = barcode.and_then(|barcode| barcodes.get(&barcode)).or_else(|| skus.get(&text)).or_else(|| suppliers.get(&text));
        match known {
            Some(known) => drop(meant.known.insert(code.to_owned(), Known { told, ..known.clone() })),
            None => named.push((code, text)),
        }
    }
    let lots = by_lot(tx, session, &named.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>()).await?;
    for (code, text) in named {
        match lots.get(&text).map(Vec::as_slice) {
            None | Some([]) => {}
            Some([known]) => drop(meant.known.insert(code.to_owned(), known.clone())),
            Some(several) => drop(meant.could_be.insert(code.to_owned(), several.iter().map(|known| known.sku.clone()).collect())),
        }
    }
    Ok(meant)
}

/// What a code itself tells of a lot or a piece.
pub(super) fn told(code: &str) -> Told {
    wanted(code).map(|wanted| wanted.told).unwrap_or_default()
}

fn wanted(code: &str) -> Option<Wanted> {
    let reading = read_scan(code)?;
    let barcode = match &reading.kind {
        ReadingKind::Command(_) | ReadingKind::Location | ReadingKind::Container(_) => return None,
        ReadingKind::Gs1(gs1) => gs1.gtin.map(vocabulary::Gtin::gtin14).or_else(|| key(&reading.text)),
        ReadingKind::Plain => key(&reading.text),
    };
    let told = if let ReadingKind::Gs1(gs1) = &reading.kind { Told::of_code(&gs1.details) } else { Told::default() };
    Some(Wanted { barcode, text: reading.text, told })
}

fn key(text: &str) -> Option<String> {
    Code::read(text).ok().map(|code| code.key())
}

type VariantRow = (String, Uuid, String, String, String, String, bool, Decimal, u8, bool, String);

fn known((code, variant, sku, name, option_text, unit, whole, pack, tracking, kit, under): VariantRow) -> Result<(String, Known), OpError> {
    let pack = Quantity::new(pack).map_err(anyhow::Error::new)?;
    let tracking = Tracking::of_code(tracking).ok_or_else(|| anyhow::anyhow!("{sku} is tracked in the unknown way {tracking}"))?;
    let (variant, own, told) = (variant.into(), Vec::new(), Told::default());
    Ok((code, Known { variant, sku, name, option_text, unit, whole, pack, under, own, tracking, kit, told }))
}

async fn by_barcode(tx: &mut Tx, keys: Vec<String>) -> Result<HashMap<String, Known>, OpError> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT b.code, v.id, v.sku, v.name, v.option_text, i.unit, i.whole, b.pack, v.tracking, v.kit, b.unit FROM barcode b \
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
        "SELECT v.sku, v.id, v.sku, v.name, v.option_text, i.unit, i.whole, CAST(1 AS DECIMAL(19,6)), v.tracking, v.kit, '' FROM variant v \
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
        "SELECT s.code, v.id, v.sku, v.name, v.option_text, i.unit, i.whole, CAST(1 AS DECIMAL(19,6)), v.tracking, v.kit, '' FROM supplier_code s \
         JOIN variant v ON v.tenant_id = s.tenant_id AND v.id = s.variant_id JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
         WHERE s.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND s.code IN ");
    push_list(&mut select, texts.iter().cloned());
    let rows: Vec<VariantRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    only_ones(rows)
}

/// What is named so of lots and pieces: one for each item that has it. Where several do, those of which some is in the count's
/// store and that are in its plan come before the others.
async fn by_lot(tx: &mut Tx, session: &Session, texts: &[String]) -> Result<HashMap<String, Vec<Known>>, OpError> {
    if texts.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT t.code, v.id, v.sku, v.name, v.option_text, i.unit, i.whole, CAST(1 AS DECIMAL(19,6)), v.tracking, t.serial, EXISTS (SELECT 1 \
         FROM stock_balance b WHERE b.tenant_id = t.tenant_id AND b.lot_id = t.id AND b.on_hand <> 0 AND b.store_id = ",
    );
    select.push_bind(session.store.0).push(
        ") FROM lot t FORCE INDEX (lot_named) JOIN variant v ON v.tenant_id = t.tenant_id AND v.id = t.variant_id \
         JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE t.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND t.code IN ");
    push_list(&mut select, texts.iter().cloned());
    select.push(" ORDER BY v.sku LIMIT 2000");
    let rows: Vec<LotRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let mut found: HashMap<String, Vec<(Known, bool)>> = HashMap::new();
    for (code, variant, sku, name, option_text, unit, whole, pack, tracking, serial, here) in rows {
        let (code, known) = known((code, variant, sku, name, option_text, unit, whole, pack, tracking, false, String::new()))?;
        if !known.tracking.is_tracked() || known.tracking.is_serial() != serial {
            continue;
        }
        let told = if serial {
            Told { serial: Some(code.clone()), lot: None }
        } else {
            Told { lot: Some(LotGiven { code: code.clone(), ..LotGiven::default() }), serial: None }
        };
        found.entry(code).or_default().push((Known { told, ..known }, here));
    }
    let several = found.values().filter(|those| those.len() > 1).flatten().map(|(known, _)| known.variant).collect();
    let stray = scope::stray(tx, session, several).await?;
    let likely = |those: Vec<(Known, bool)>| {
        let (near, far): (Vec<_>, Vec<_>) = those.into_iter().partition(|(known, here)| *here && !stray.contains(&known.variant));
        let likely = if near.is_empty() { far } else { near };
        likely.into_iter().map(|(known, _)| known).collect()
    };
    Ok(found.into_iter().map(|(code, those)| (code, likely(those))).collect())
}

type LotRow = (String, Uuid, String, String, String, String, bool, Decimal, u8, bool, bool);

/// What only one variant has.
fn only_ones(rows: Vec<VariantRow>) -> Result<HashMap<String, Known>, OpError> {
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
        "SELECT v.sku, v.id, v.sku, v.name, v.option_text, i.unit, i.whole, CAST(1 AS DECIMAL(19,6)), v.tracking, v.kit, '' FROM variant v \
         JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id WHERE v.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND v.id IN ");
    push_list(&mut select, ids.iter().map(|id| id.0));
    let rows: Vec<VariantRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    rows.into_iter().map(|row| known(row).map(|(_, known)| (known.variant, known))).collect()
}
