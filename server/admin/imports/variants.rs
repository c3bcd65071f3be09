//! Which variant a row is about: by SKU, else by barcode, else by handle and options, else by a name that only one has.

use platform::{OpError, Tx, db::push_list, search::fold};
use sqlx::{MySql, QueryBuilder, types::Json};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;
use vocabulary::{Code, VariantId};

/// What a row tells of its variant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a> {
    pub sku: Option<&'a str>,
    pub barcodes: &'a [Code],
    pub group: Option<&'a str>,
    pub options: &'a [(String, String)],
    pub name: Option<&'a str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    One(VariantId),
    /// None is known; the SKU that was probably meant, where that can be told.
    None(Option<String>),
    /// Several fit.
    Several,
}

/// Finds the variants of rows, in a few statements for all of them.
///
/// # Errors
/// When the database fails.
pub(crate) async fn find(tx: &mut Tx, told: &[Told<'_>]) -> Result<Vec<Match>, OpError> {
    let skus: HashSet<&str> = told.iter().filter_map(|row| row.sku).collect();
    let by_sku = by_skus(tx, skus.into_iter().map(str::to_owned).collect()).await?;
    let open: Vec<&Told<'_>> = told.iter().filter(|row| row.sku.is_none_or(|sku| !by_sku.contains_key(sku))).collect();
    if open.is_empty() {
        return Ok(told.iter().map(|row| row.sku.and_then(|sku| by_sku.get(sku)).map_or(Match::None(None), |id| Match::One(*id))).collect());
    }
    // The same in other letters is what was probably meant, and no more.
    let other_case = |sku: &str| [sku.to_uppercase(), sku.to_lowercase()];
    let near = by_skus(tx, open.iter().filter_map(|row| row.sku).flat_map(other_case).collect()).await?;
    let by_code = by_codes(tx, open.iter().flat_map(|row| row.barcodes.iter().map(Code::key)).collect()).await?;
    let bare = || open.iter().filter(|row| row.sku.is_none());
    let by_handle = by_handles(tx, bare().filter_map(|row| row.group).map(str::to_owned).collect()).await?;
    let by_name = by_names(tx, bare().filter_map(|row| row.name).map(str::to_owned).collect()).await?;
    Ok(told
        .iter()
        .map(|row| {
            let coded: HashSet<VariantId> = row.barcodes.iter().filter_map(|code| by_code.get(&code.key())).map(|(id, _)| *id).collect();
            if let Some(sku) = row.sku {
                if let Some(id) = by_sku.get(sku) {
                    return Match::One(*id);
                }
                // A SKU that nobody has is not overruled by a barcode that somebody has.
                let meant = other_case(sku).into_iter().find(|sku| near.contains_key(sku));
                let meant = meant.or_else(|| row.barcodes.iter().find_map(|code| by_code.get(&code.key())).map(|(_, sku)| sku.clone()));
                return Match::None(meant);
            }
            match coded.len() {
                0 => {}
                1 => return coded.into_iter().next().map_or(Match::None(None), Match::One),
                _ => return Match::Several,
            }
            if let Some(variants) = row.group.and_then(|group| by_handle.get(group)) {
                return one_of(variants.iter().filter(|variant| variant.is(row.options)).map(|variant| variant.id).collect());
            }
            row.name.and_then(|name| by_name.get(&fold(name))).map_or(Match::None(None), |ids| one_of(ids.clone()))
        })
        .collect())
}

fn one_of(ids: Vec<VariantId>) -> Match {
    match ids.as_slice() {
        [] => Match::None(None),
        [id] => Match::One(*id),
        _ => Match::Several,
    }
}

async fn by_skus(tx: &mut Tx, skus: Vec<String>) -> Result<HashMap<String, VariantId>, OpError> {
    let (mut found, tenant) = (HashMap::new(), tx.tenant());
    for skus in distinct(skus).chunks(500) {
        let rows: Vec<(String, Uuid)> =
            list("SELECT sku, id FROM variant WHERE tenant_id = ", tenant, "sku", skus).build_query_as().fetch_all(tx.conn()).await?;
        found.extend(rows.into_iter().map(|(sku, id)| (sku, VariantId(id))));
    }
    Ok(found)
}

async fn by_codes(tx: &mut Tx, codes: Vec<String>) -> Result<HashMap<String, (VariantId, String)>, OpError> {
    let (mut found, tenant) = (HashMap::new(), tx.tenant());
    for codes in distinct(codes).chunks(500) {
        let sql = "SELECT b.code, b.variant_id, v.sku FROM barcode b JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id WHERE b.tenant_id = ";
        let rows: Vec<(String, Uuid, String)> = list(sql, tenant, "b.code", codes).build_query_as().fetch_all(tx.conn()).await?;
        found.extend(rows.into_iter().map(|(code, id, sku)| (code, (VariantId(id), sku))));
    }
    Ok(found)
}

/// A variant with its places on its item's axes.
struct OnAxes {
    id: VariantId,
    axes: Vec<String>,
    options: Vec<String>,
}

impl OnAxes {
    fn is(&self, told: &[(String, String)]) -> bool {
        let said = |values: &mut Vec<String>| values.sort_unstable();
        let mut ours: Vec<String> = self
            .options
            .iter()
            .filter(|option| !option.is_empty())
            .zip(&self.axes)
            .map(|(option, axis)| format!("{}={}", fold(axis), fold(option)))
            .collect();
        let mut theirs: Vec<String> = told.iter().map(|(axis, option)| format!("{}={}", fold(axis), fold(option))).collect();
        said(&mut ours);
        said(&mut theirs);
        ours == theirs
    }
}

type OnAxesRow = (String, Uuid, Json<Vec<String>>, Json<Vec<String>>);

async fn by_handles(tx: &mut Tx, handles: Vec<String>) -> Result<HashMap<String, Vec<OnAxes>>, OpError> {
    let (mut found, tenant): (HashMap<String, Vec<OnAxes>>, i64) = (HashMap::new(), tx.tenant());
    for handles in distinct(handles).chunks(500) {
        let sql = "SELECT i.handle, v.id, i.axes, v.options FROM item i JOIN variant v ON v.tenant_id = i.tenant_id AND v.item_id = i.id WHERE i.tenant_id = ";
        let rows: Vec<OnAxesRow> = list(sql, tenant, "i.handle", handles).build_query_as().fetch_all(tx.conn()).await?;
        for (handle, id, Json(axes), Json(options)) in rows {
            found.entry(handle).or_default().push(OnAxes { id: VariantId(id), axes, options });
        }
    }
    Ok(found)
}

async fn by_names(tx: &mut Tx, names: Vec<String>) -> Result<HashMap<String, Vec<VariantId>>, OpError> {
    let (mut found, tenant): (HashMap<String, Vec<VariantId>>, i64) = (HashMap::new(), tx.tenant());
    for names in distinct(names).chunks(500) {
        let rows: Vec<(String, Uuid)> =
            list("SELECT name, id FROM variant WHERE tenant_id = ", tenant, "name", names).build_query_as().fetch_all(tx.conn()).await?;
        for (name, id) in rows {
            found.entry(fold(&name)).or_default().push(VariantId(id));
        }
    }
    Ok(found)
}

fn distinct(mut values: Vec<String>) -> Vec<String> {
    values.sort_unstable();
    values.dedup();
    values
}

fn list(sql: &'static str, tenant: i64, column: &'static str, values: &[String]) -> QueryBuilder<MySql> {
    let mut select = QueryBuilder::<MySql>::new(sql);
    select.push_bind(tenant).push(" AND ").push(column).push(" IN ");
    push_list(&mut select, values.iter().cloned());
    select
}
