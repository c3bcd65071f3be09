//! Stock by variant and store, a page at a time.

use crate::Stock;
use platform::{Done, Handle, OpError, Tx, search};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use stock_rules::{ListStock, StockRow, StoreStock};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page, Quantity};

type VariantRow = (Uuid, String, String, String);

impl Handle<ListStock> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListStock) -> Result<Done<Page<StockRow>>, OpError> {
        let variants = page_of_variants(tx, &list).await?;
        let page = Page::of(variants, Page::<StockRow>::SIZE, |(id, _, name, option)| Cursor(vec![name.clone(), option.clone(), id.to_string()]));
        let ids: Vec<Uuid> = page.rows.iter().map(|row| row.0).collect();
        let mut stock = stock_of(tx, &ids, &list).await?;
        let page = page.map(|(id, sku, name, option_text)| StockRow {
            variant: id.into(),
            sku,
            name,
            option_text,
            stores: stock.remove(&id).unwrap_or_default(),
        });
        Ok(Done::reply(page))
    }
}

async fn page_of_variants(tx: &mut Tx, list: &ListStock) -> Result<Vec<VariantRow>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT v.id, v.sku, v.name, v.option_text FROM variant v WHERE v.tenant_id = ");
    select.push_bind(tenant).push(" AND v.state < 4");
    if let Some(q) = &list.q {
        search::narrow(&mut select, tenant, q);
    }
    if let Some(Cursor(after)) = &list.cursor
        && let [name, option, id] = after.as_slice()
        && let Ok(id) = id.parse::<Uuid>()
    {
        // Spelt out, because a comparison of rows reads the whole index on both databases.
        select.push(" AND v.name >= ").push_bind(name.clone()).push(" AND (v.name > ").push_bind(name.clone());
        select.push(" OR v.option_text > ").push_bind(option.clone());
        select.push(" OR (v.option_text = ").push_bind(option.clone()).push(" AND v.id > ").push_bind(id).push("))");
    }
    select.push(" ORDER BY v.name, v.option_text, v.id LIMIT ").push_bind(i64::try_from(Page::<StockRow>::SIZE + 1).unwrap_or(51));
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

async fn stock_of(tx: &mut Tx, ids: &[Uuid], list: &ListStock) -> Result<HashMap<Uuid, Vec<StoreStock>>, OpError> {
    let mut stock: HashMap<Uuid, Vec<StoreStock>> = HashMap::new();
    if ids.is_empty() {
        return Ok(stock);
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT p.variant_id, p.store_id, p.sellable, p.promised, \
         (SELECT COALESCE(SUM(b.on_hand), 0) FROM stock_balance b WHERE b.tenant_id = p.tenant_id AND b.variant_id = p.variant_id AND b.store_id = p.store_id) \
         FROM stock_promise p WHERE p.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND p.variant_id IN (");
    let mut of = select.separated(", ");
    for id in ids {
        of.push_bind(*id);
    }
    select.push(")");
    if let Some(store) = list.store {
        select.push(" AND p.store_id = ").push_bind(store.0);
    }
    let rows: Vec<(Uuid, Uuid, Decimal, Decimal, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (variant, store, sellable, promised, on_hand) in rows {
        let quantity = |value| Quantity::new(value).map_err(anyhow::Error::new);
        stock.entry(variant).or_default().push(StoreStock {
            store: store.into(),
            on_hand: quantity(on_hand)?,
            promised: quantity(promised)?,
            available: quantity(sellable - promised)?,
        });
    }
    Ok(stock)
}
