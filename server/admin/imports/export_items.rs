//! The catalog as rows of our own file, a row for each variant, by SKU.

use super::export_file::{PORTION, Portion};
use crate::import::{CatalogRow, State, export::catalog_cells, own, row::PackCode};
use catalog_rules::Attribute;
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{FromRow, MySql, QueryBuilder, types::Json};
use std::collections::HashMap;
use uuid::Uuid;
use vocabulary::{Code, Cursor, Quantity};

#[derive(FromRow)]
struct Row {
    id: Uuid,
    item_id: Uuid,
    sku: String,
    options: Json<Vec<String>>,
    price: Option<Decimal>,
    cost: Option<Decimal>,
    handle: String,
    name: String,
    description: String,
    brand: String,
    unit: String,
    axes: Json<Vec<String>>,
    attributes: Json<Vec<Attribute>>,
    state: u8,
    category: Option<String>,
}

pub(crate) async fn items(tx: &mut Tx, cursor: Option<&Cursor>, with_cost: bool) -> Result<Portion, OpError> {
    let tenant = tx.tenant();
    let after = cursor.and_then(|cursor| cursor.0.first().cloned()).unwrap_or_default();
    let mut rows: Vec<Row> = sqlx::query_as(
        "SELECT v.id, v.item_id, v.sku, v.options, v.price, v.cost, i.handle, i.name, i.description, i.brand, i.unit, i.axes, i.attributes, i.state, \
         c.name AS category FROM variant v JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
         LEFT JOIN category c ON c.tenant_id = i.tenant_id AND c.id = i.category_id WHERE v.tenant_id = ? AND v.sku > ? ORDER BY v.sku LIMIT ?",
    )
    .bind(tenant)
    .bind(after)
    .bind(i64::try_from(PORTION + 1).unwrap_or(i64::MAX))
    .fetch_all(tx.conn())
    .await?;
    let more = rows.len() > PORTION;
    rows.truncate(PORTION);
    let next = rows.last().filter(|_| more).map(|row| Cursor(vec![row.sku.clone()]));
    let currency: String = sqlx::query_scalar("SELECT currency FROM tenant WHERE id = ?").bind(tenant).fetch_one(tx.conn()).await?;
    let variants: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let items: Vec<Uuid> = rows.iter().map(|row| row.item_id).collect();
    let mut codes = barcodes(tx, &variants).await?;
    let mut suppliers =
        texts(tx, "SELECT variant_id, code, supplier FROM supplier_code WHERE tenant_id = ", "variant_id", &variants, "supplier, code").await?;
    let links = texts(tx, "SELECT item_id, url, '' FROM image_link WHERE tenant_id = ", "item_id", &items, "position").await?;
    let written = rows.into_iter().map(|row| {
        let mut suppliers = suppliers.remove(&row.id).unwrap_or_default().into_iter();
        let supplier = suppliers.next();
        // What one cell holds beside others, and what must say more of itself.
        let (single, packs): (Vec<PackCode>, Vec<PackCode>) = codes.remove(&row.id).unwrap_or_default().into_iter().partition(is_single);
        let priced = row.price.is_some() || (with_cost && row.cost.is_some());
        catalog_cells(&CatalogRow {
            group: row.handle,
            item_name: Some(row.name),
            description: some(row.description),
            brand: some(row.brand),
            category: row.category,
            options: row.axes.0.into_iter().zip(row.options.0).filter(|(_, value)| !value.is_empty()).collect(),
            sku: Some(row.sku),
            barcodes: single.into_iter().map(|single| single.code).collect(),
            packs,
            attributes: row.attributes.0.into_iter().map(|attribute| (attribute.name, attribute.value)).collect(),
            supplier_codes: suppliers.map(|(code, supplier)| (supplier, code)).collect(),
            price: row.price,
            cost: row.cost.filter(|_| with_cost),
            currency: priced.then(|| currency.clone()),
            supplier_code: supplier.as_ref().map(|(code, _)| code.clone()),
            supplier: supplier.map(|(_, supplier)| supplier),
            image_links: links.get(&row.item_id).map(|all| all.iter().map(|(url, _)| url.clone()).collect()).unwrap_or_default(),
            state: state(row.state),
            unit: Some(row.unit),
            ..CatalogRow::default()
        })
    });
    Ok(Portion { rows: written.collect(), next })
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// A single piece's code, of letters that stand between bars.
fn is_single(code: &PackCode) -> bool {
    code.unit == "each" && code.pack == Quantity::ONE && !code.code.to_string().contains(own::BETWEEN)
}

/// The barcodes of variants, with what is under each.
async fn barcodes(tx: &mut Tx, variants: &[Uuid]) -> Result<HashMap<Uuid, Vec<PackCode>>, OpError> {
    let mut found: HashMap<Uuid, Vec<PackCode>> = HashMap::new();
    if variants.is_empty() {
        return Ok(found);
    }
    let mut select = QueryBuilder::<MySql>::new("SELECT variant_id, code, unit, pack FROM barcode WHERE tenant_id = ");
    select.push_bind(tx.tenant()).push(" AND variant_id IN ");
    push_list(&mut select, variants.iter().copied());
    select.push(" ORDER BY variant_id, code");
    let rows: Vec<(Uuid, String, String, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (variant, code, unit, pack) in rows {
        if let (Ok(code), Ok(pack)) = (Code::read(&code), Quantity::new(pack)) {
            found.entry(variant).or_default().push(PackCode { code, unit, pack });
        }
    }
    Ok(found)
}

fn state(code: u8) -> Option<State> {
    Some(match catalog_rules::ItemState::of_code(code)? {
        catalog_rules::ItemState::Draft => State::Draft,
        catalog_rules::ItemState::Active => State::Active,
        catalog_rules::ItemState::PhaseOut => State::PhaseOut,
        catalog_rules::ItemState::Archived => State::Archived,
    })
}

/// Two texts for each of these ids, in an order.
async fn texts(
    tx: &mut Tx,
    sql: &'static str,
    column: &'static str,
    ids: &[Uuid],
    order: &'static str,
) -> Result<HashMap<Uuid, Vec<(String, String)>>, OpError> {
    let (mut found, tenant): (HashMap<Uuid, Vec<(String, String)>>, i64) = (HashMap::new(), tx.tenant());
    if ids.is_empty() {
        return Ok(found);
    }
    let mut select = QueryBuilder::<MySql>::new(sql);
    select.push_bind(tenant).push(" AND ").push(column).push(" IN ");
    push_list(&mut select, ids.iter().copied());
    select.push(" ORDER BY ").push(column).push(", ").push(order);
    let rows: Vec<(Uuid, String, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (id, first, second) in rows {
        found.entry(id).or_default().push((first, second));
    }
    Ok(found)
}
