//! Where more is promised than there is: the most first.

use super::short;
use crate::{Stock, known};
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::BTreeMap;
use stock_rules::{ListShortages, ShortageRow};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page, PostingId, Quantity, StoreId, VariantId};

type Row = (Uuid, Uuid, Decimal, DateTime<Utc>, Uuid, Decimal, Decimal, String, String, String);

/// Most names that a row tells.
const NAMES: usize = 20;

impl Handle<ListShortages> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListShortages) -> Result<Done<Page<ShortageRow>>, OpError> {
        if let Some(store) = list.store {
            known::store(tx, store).await?;
        }
        let (tenant, size) = (tx.tenant(), Page::<ShortageRow>::SIZE);
        let mut select = QueryBuilder::<MySql>::new(
            "SELECT STRAIGHT_JOIN s.store_id, s.variant_id, s.quantity, s.opened_at, s.posting_id, p.sellable, p.promised, v.sku, v.name, v.option_text \
             FROM shortage s FORCE INDEX (shortage_open) \
             JOIN stock_promise p FORCE INDEX (PRIMARY) ON p.tenant_id = s.tenant_id AND p.store_id = s.store_id AND p.variant_id = s.variant_id \
             JOIN variant v FORCE INDEX (PRIMARY) ON v.tenant_id = s.tenant_id AND v.id = s.variant_id WHERE s.quantity > 0 AND s.tenant_id = ",
        );
        select.push_bind(tenant);
        if let Some(store) = list.store {
            select.push(" AND s.store_id = ").push_bind(store.0);
        }
        if let Some((quantity, store, variant)) = list.cursor.as_ref().and_then(read) {
            select.push(" AND s.quantity <= ").push_bind(quantity).push(" AND (s.quantity < ").push_bind(quantity);
            select.push(" OR s.store_id < ").push_bind(store).push(" OR (s.store_id = ").push_bind(store);
            select.push(" AND s.variant_id < ").push_bind(variant).push("))");
        }
        select.push(" ORDER BY s.quantity DESC, s.store_id DESC, s.variant_id DESC LIMIT ").push_bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let page = Page::of(rows, size, |row| Cursor(vec![row.2.to_string(), row.0.to_string(), row.1.to_string()]));
        let mut held = BTreeMap::new();
        for row in &page.rows {
            let (store, variant) = (StoreId(row.0), VariantId(row.1));
            let of_one = short::held_by(tx, &[variant], Some(store)).await?.remove(&variant).unwrap_or_default();
            held.insert((store, variant), of_one);
        }
        let quantity = |value: Decimal| Quantity::new(value).unwrap_or_default();
        let page = page.map(|(store, variant, short, opened_at, posting, sellable, promised, sku, name, option_text)| {
            let (store, variant) = (StoreId(store), VariantId(variant));
            let held_by = held.remove(&(store, variant)).unwrap_or_default().into_iter().take(NAMES).collect();
            ShortageRow {
                store,
                variant,
                sku,
                name,
                option_text,
                quantity: quantity(short),
                sellable: quantity(sellable),
                promised: quantity(promised),
                opened_at,
                posting: (!posting.is_nil()).then_some(PostingId(posting)),
                held_by,
            }
        });
        Ok(Done::reply(page))
    }
}

fn read(Cursor(parts): &Cursor) -> Option<(Decimal, Uuid, Uuid)> {
    let [quantity, store, variant] = parts.as_slice() else { return None };
    Some((quantity.parse().ok()?, store.parse().ok()?, variant.parse().ok()?))
}
