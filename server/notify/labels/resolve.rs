//! What codes are the codes of: a location, a barcode, a SKU, in this order (R13), and last a place as its store calls it.
//! What is the code of two things is refused and not guessed.

use notify_rules::{LabelRequest, LabelSubject};
use platform::{OpError, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::{Code, FieldError, GtinError, StoreId};

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Variant(Uuid),
    Location(Uuid),
}

/// For each line what it is for, or why that is not known.
pub(super) async fn resolve(tx: &mut Tx, request: &LabelRequest) -> Result<Vec<Result<Subject, FieldError>>, OpError> {
    let (mut codes, mut skus) = (Vec::new(), Vec::new());
    for line in &request.labels {
        match &line.subject {
            LabelSubject::Code(code) => {
                codes.push(code.trim().to_owned());
                skus.push(code.trim().to_owned());
            }
            LabelSubject::Sku(sku) => skus.push(sku.trim().to_owned()),
            LabelSubject::Variant(_) | LabelSubject::Location(_) => {}
        }
    }
    let known = Known {
        locations: locations(tx, &codes).await?,
        barcodes: barcodes(tx, &codes).await?,
        skus: by_sku(tx, &skus).await?,
        places: places(tx, request.store, &codes).await?,
    };
    let lines = request.labels.iter().enumerate().map(|(at, line)| match &line.subject {
        LabelSubject::Variant(id) => Ok(Subject::Variant(id.0)),
        LabelSubject::Location(id) => Ok(Subject::Location(id.0)),
        LabelSubject::Sku(sku) => known.skus.get(sku.trim()).map(|sku| Subject::Variant(sku.id)).ok_or_else(|| unknown(at, sku)),
        LabelSubject::Code(code) => known.code(at, code.trim()),
    });
    Ok(lines.collect())
}

/// How much of what was asked is said again, in characters.
const SAID: usize = 80;

/// Nothing here has this code.
pub(super) fn unknown(line: usize, code: &str) -> FieldError {
    FieldError::new(&format!("labels[{line}]"), "label-unknown").with("code", code.chars().take(SAID).collect::<String>())
}

/// A variant by its name, for the answer that names both.
struct Named {
    id: Uuid,
    name: String,
}

struct Known {
    locations: HashMap<String, Uuid>,
    barcodes: HashMap<String, Named>,
    skus: HashMap<String, Named>,
    /// By the code that is unique in its store only.
    places: HashMap<String, Vec<Uuid>>,
}

impl Known {
    fn code(&self, line: usize, code: &str) -> Result<Subject, FieldError> {
        if let Some(location) = self.locations.get(code) {
            return Ok(Subject::Location(*location));
        }
        let read = Code::read(code);
        let barcode = read.as_ref().ok().and_then(|read| self.barcodes.get(&read.key()));
        match (barcode, self.skus.get(code), read) {
            (Some(barcode), Some(sku), _) if barcode.id != sku.id => Err(FieldError::new(&format!("labels[{line}]"), "label-ambiguous")
                .with("code", code)
                .with("barcode", barcode.name.as_str())
                .with("sku", sku.name.as_str())),
            (Some(found), ..) | (None, Some(found), _) => Ok(Subject::Variant(found.id)),
            (None, None, _) if self.places.contains_key(code) => match self.places.get(code).map_or(&[][..], Vec::as_slice) {
                [place] => Ok(Subject::Location(*place)),
                several => Err(FieldError::new(&format!("labels[{line}]"), "label-places").with("code", code).with("count", several.len())),
            },
            (None, None, Err(GtinError::CheckDigit { expected })) => {
                Err(FieldError::new(&format!("labels[{line}]"), "gtin-check-digit").with("expected", i64::from(expected)))
            }
            (None, None, _) => Err(unknown(line, code)),
        }
    }
}

async fn locations(tx: &mut Tx, codes: &[String]) -> Result<HashMap<String, Uuid>, OpError> {
    if codes.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT scan_code, id FROM location WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND scan_code IN ");
    push_list(&mut select, codes.iter().cloned());
    let rows: Vec<(String, Uuid)> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().collect())
}

/// Places by what stands on them in their store: in this one, or in all.
async fn places(tx: &mut Tx, store: Option<StoreId>, codes: &[String]) -> Result<HashMap<String, Vec<Uuid>>, OpError> {
    let mut found: HashMap<String, Vec<Uuid>> = HashMap::new();
    // Where goods come from and go to has a code with a star, and no label.
    let codes: Vec<String> = codes.iter().filter(|code| !code.starts_with('*')).cloned().collect();
    if codes.is_empty() {
        return Ok(found);
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT l.code, l.id FROM store s JOIN location l ON l.tenant_id = s.tenant_id AND l.store_id = s.id AND l.archived_at IS NULL WHERE s.tenant_id = ",
    );
    select.push_bind(tenant);
    if let Some(store) = store {
        select.push(" AND s.id = ").push_bind(store.0);
    }
    select.push(" AND l.code IN ");
    push_list(&mut select, codes);
    let rows: Vec<(String, Uuid)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (code, id) in rows {
        found.entry(code).or_default().push(id);
    }
    Ok(found)
}

async fn barcodes(tx: &mut Tx, codes: &[String]) -> Result<HashMap<String, Named>, OpError> {
    let keys: Vec<String> = codes.iter().filter_map(|code| Some(Code::read(code).ok()?.key())).collect();
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT b.code, v.id, v.name FROM barcode b JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id WHERE b.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND b.code IN ");
    push_list(&mut select, keys);
    let rows: Vec<(String, Uuid, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|(code, id, name)| (code, Named { id, name })).collect())
}

async fn by_sku(tx: &mut Tx, skus: &[String]) -> Result<HashMap<String, Named>, OpError> {
    if skus.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT sku, id, name FROM variant WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND sku IN ");
    push_list(&mut select, skus.iter().cloned());
    let rows: Vec<(String, Uuid, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().map(|(sku, id, name)| (sku, Named { id, name })).collect())
}
