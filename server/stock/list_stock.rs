//! Stock by variant and store, a page at a time.

use crate::{Stock, known};
use platform::{Done, Handle, OpError, Tx, search};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::HashMap;
use stock_rules::{LOW, ListStock, StockNeed, StockRow, StoreStock};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page, Quantity, StoreId};

type VariantRow = (Uuid, String, String, String);

const SIZE: usize = Page::<StockRow>::SIZE;
/// Most variants one page of a view looks at: what needs somebody may be rare.
const WINDOW: usize = 5_000;

impl Handle<ListStock> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListStock) -> Result<Done<Page<StockRow>>, OpError> {
        if let Some(store) = list.store {
            known::store(tx, store).await?;
        }
        let page = match list.view {
            None => Page::of(variants(tx, &list, SIZE + 1).await?, SIZE, cursor),
            Some(need) => needing(tx, &list, need).await?,
        };
        let ids: Vec<Uuid> = page.rows.iter().map(|row| row.0).collect();
        let mut stock = stock_of(tx, &ids, list.store).await?;
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

fn cursor((id, _, name, option): &VariantRow) -> Cursor {
    Cursor(vec![name.clone(), option.clone(), id.to_string()])
}

async fn variants(tx: &mut Tx, list: &ListStock, most: usize) -> Result<Vec<VariantRow>, OpError> {
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
    select.push(" ORDER BY v.name, v.option_text, v.id LIMIT ").push_bind(i64::try_from(most).unwrap_or(i64::MAX));
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

/// The next variants of which some store (or the one asked about) has too little.
async fn needing(tx: &mut Tx, list: &ListStock, need: StockNeed) -> Result<Page<VariantRow>, OpError> {
    let looked_at = variants(tx, list, WINDOW).await?;
    let more = looked_at.len() == WINDOW;
    let mut rows = Vec::new();
    for chunk in looked_at.chunks(1_000) {
        let wanted = in_need(tx, chunk, list.store, need).await?;
        rows.extend(chunk.iter().filter(|row| wanted.contains(&row.0)).cloned());
        if rows.len() > SIZE {
            return Ok(Page::of(rows, SIZE, cursor));
        }
    }
    let next = looked_at.last().filter(|_| more).map(cursor);
    Ok(Page { rows, next })
}

async fn in_need(tx: &mut Tx, variants: &[VariantRow], store: Option<StoreId>, need: StockNeed) -> Result<std::collections::HashSet<Uuid>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT DISTINCT variant_id FROM stock_promise WHERE tenant_id = ");
    select.push_bind(tenant);
    match need {
        StockNeed::Oversold => select.push(" AND sellable < promised"),
        StockNeed::Out => select.push(" AND sellable = promised"),
        StockNeed::Low => select.push(" AND sellable > promised AND sellable - promised < ").push_bind(LOW),
    };
    if let Some(store) = store {
        select.push(" AND store_id = ").push_bind(store.0);
    }
    select.push(" AND variant_id IN (");
    let mut of = select.separated(", ");
    for (id, ..) in variants {
        of.push_bind(*id);
    }
    select.push(")");
    let ids: Vec<Uuid> = select.build_query_scalar().fetch_all(tx.conn()).await?;
    Ok(ids.into_iter().collect())
}

/// What each store has of some variants, by the stores' codes; only the stores where a variant is known. What is on its
/// way is told apart from what is there.
///
/// # Errors
/// When the database fails.
pub(crate) async fn stock_of(tx: &mut Tx, ids: &[Uuid], store: Option<StoreId>) -> Result<HashMap<Uuid, Vec<StoreStock>>, OpError> {
    let mut stock: HashMap<Uuid, Vec<StoreStock>> = HashMap::new();
    if ids.is_empty() {
        return Ok(stock);
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT p.variant_id, p.store_id, p.sellable, p.promised, \
         COALESCE(SUM(CASE WHEN l.kind < 10 THEN b.on_hand END), 0), COALESCE(SUM(CASE WHEN l.kind >= 10 THEN b.on_hand END), 0) \
         FROM stock_promise p JOIN store s ON s.tenant_id = p.tenant_id AND s.id = p.store_id \
         LEFT JOIN stock_balance b ON b.tenant_id = p.tenant_id AND b.variant_id = p.variant_id AND b.store_id = p.store_id \
         LEFT JOIN location l ON l.tenant_id = b.tenant_id AND l.id = b.location_id WHERE p.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND p.variant_id IN (");
    let mut of = select.separated(", ");
    for id in ids {
        of.push_bind(*id);
    }
    select.push(")");
    if let Some(store) = store {
        select.push(" AND p.store_id = ").push_bind(store.0);
    }
    select.push(" GROUP BY p.variant_id, s.code, p.store_id, p.sellable, p.promised ORDER BY s.code");
    let rows: Vec<(Uuid, Uuid, Decimal, Decimal, Decimal, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    for (variant, store, sellable, promised, on_hand, incoming) in rows {
        let quantity = |value| Quantity::new(value).map_err(anyhow::Error::new);
        stock.entry(variant).or_default().push(StoreStock {
            store: store.into(),
            on_hand: quantity(on_hand)?,
            promised: quantity(promised)?,
            available: quantity(sellable - promised)?,
            incoming: quantity(incoming)?,
        });
    }
    Ok(stock)
}
