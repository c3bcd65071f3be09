//! Stock as rows of a file: what is where, by place; or by store, as Shopify has it. What never moved is not in it.

use super::export_file::{PORTION, Portion};
use crate::import::{Stock, StockRow, export::stock_cells};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder, types::Json};
use uuid::Uuid;
use vocabulary::{Cursor, Quantity, Status, StoreId};

type PlaceRow = (Uuid, Uuid, u8, String, String, String, String, Decimal);

fn id_at(cursor: Option<&Cursor>, at: usize) -> Uuid {
    cursor.and_then(|cursor| cursor.0.get(at)).and_then(|id| id.parse().ok()).unwrap_or_default()
}

/// A row for each variant, place and status.
pub(crate) async fn places(tx: &mut Tx, store: Option<StoreId>, cursor: Option<&Cursor>) -> Result<Portion, OpError> {
    let tenant = tx.tenant();
    let (location, variant) = (id_at(cursor, 0), id_at(cursor, 1));
    let status: u8 = cursor.and_then(|cursor| cursor.0.get(2)).and_then(|status| status.parse().ok()).unwrap_or_default();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT b.location_id, b.variant_id, b.status, v.sku, v.name, s.code, l.code, SUM(b.on_hand) FROM stock_balance b \
         JOIN variant v ON v.tenant_id = b.tenant_id AND v.id = b.variant_id JOIN location l ON l.tenant_id = b.tenant_id AND l.id = b.location_id \
         JOIN store s ON s.tenant_id = b.tenant_id AND s.id = b.store_id WHERE b.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND b.location_id >= ").push_bind(location);
    select.push(" AND (b.location_id > ").push_bind(location).push(" OR b.variant_id > ").push_bind(variant);
    select.push(" OR (b.variant_id = ").push_bind(variant).push(" AND b.status > ").push_bind(status).push(")) AND b.seq > 0 AND l.kind < 10");
    if let Some(store) = store {
        select.push(" AND b.store_id = ").push_bind(store.0);
    }
    // What is told apart by lots is summed: where it is, not which.
    select.push(" GROUP BY b.location_id, b.variant_id, b.status, v.sku, v.name, s.code, l.code");
    select.push(" ORDER BY b.location_id, b.variant_id, b.status LIMIT ").push_bind(i64::try_from(PORTION + 1).unwrap_or(i64::MAX));
    let mut rows: Vec<PlaceRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let more = rows.len() > PORTION;
    rows.truncate(PORTION);
    let next = rows.last().filter(|_| more).map(|row| Cursor(vec![row.0.to_string(), row.1.to_string(), row.2.to_string()]));
    let written: Result<Vec<Vec<String>>, OpError> = rows
        .into_iter()
        .map(|(_, _, status, sku, name, store, place, on_hand)| {
            Ok(stock_cells(&StockRow {
                sku: Some(sku),
                item_name: Some(name),
                location: Some(store),
                bin: Some(place),
                status: Status::of_code(status),
                current: Stock::Known(Quantity::new(on_hand).map_err(anyhow::Error::new)?),
                ..StockRow::default()
            }))
        })
        .collect();
    Ok(Portion { rows: written?, next })
}

type ShopifyRow = (Uuid, Uuid, String, String, Json<Vec<String>>, Json<Vec<String>>, String, String, Decimal, Decimal);

/// A row for each variant and store, in Shopify's layout.
pub(crate) async fn shopify(tx: &mut Tx, store: Option<StoreId>, cursor: Option<&Cursor>) -> Result<Portion, OpError> {
    let tenant = tx.tenant();
    let (after, variant) = (id_at(cursor, 0), id_at(cursor, 1));
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT k.store_id, k.variant_id, i.handle, i.name, i.axes, v.options, v.sku, s.name, k.available, k.other FROM (\
         SELECT b.store_id, b.variant_id, CAST(SUM(IF(b.status = 1, b.on_hand, 0)) AS DECIMAL(19,6)) AS available, \
         CAST(SUM(IF(b.status = 1, 0, b.on_hand)) AS DECIMAL(19,6)) AS other \
         FROM stock_balance b JOIN location l ON l.tenant_id = b.tenant_id AND l.id = b.location_id WHERE b.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND b.seq > 0 AND l.kind < 10 AND b.store_id >= ").push_bind(after);
    select.push(" AND (b.store_id > ").push_bind(after).push(" OR b.variant_id > ").push_bind(variant).push(")");
    if let Some(store) = store {
        select.push(" AND b.store_id = ").push_bind(store.0);
    }
    select
        .push(" GROUP BY b.store_id, b.variant_id ORDER BY b.store_id, b.variant_id LIMIT ")
        .push_bind(i64::try_from(PORTION + 1).unwrap_or(i64::MAX));
    select.push(") k JOIN variant v ON v.tenant_id = ").push_bind(tenant).push(" AND v.id = k.variant_id JOIN item i ON i.tenant_id = ");
    select.push_bind(tenant).push(" AND i.id = v.item_id JOIN store s ON s.tenant_id = ").push_bind(tenant);
    select.push(" AND s.id = k.store_id ORDER BY k.store_id, k.variant_id");
    let mut rows: Vec<ShopifyRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    let more = rows.len() > PORTION;
    rows.truncate(PORTION);
    let next = rows.last().filter(|_| more).map(|row| Cursor(vec![row.0.to_string(), row.1.to_string()]));
    let written = rows.into_iter().map(|(_, _, handle, name, axes, options, sku, store, available, other)| {
        let mut said: Vec<(String, String)> = axes.0.into_iter().zip(options.0).filter(|(_, value)| !value.is_empty()).collect();
        if said.is_empty() {
            said.push((String::from("Title"), String::from("Default Title")));
        }
        said.resize(3, (String::new(), String::new()));
        let mut cells = vec![handle, name];
        cells.extend(said.into_iter().flat_map(|(axis, value)| [axis, value]));
        let number = |number: Decimal| number.normalize().to_string();
        let (blank, none) = (String::new, || String::from("0"));
        cells.extend([sku, blank(), blank(), store, blank(), none(), number(other), none(), number(available), number(available), blank()]);
        cells
    });
    Ok(Portion { rows: written.collect(), next })
}
