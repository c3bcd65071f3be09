//! What was where at an instant of the past, a page of variants at a time.

use crate::{Stock, known, list_stock};
use ledger::as_of::{self, Balance};
use platform::{Done, Handle, OpError, Tx};
use std::collections::HashMap;
use stock_rules::{Known, StockAsOf, StockThen, StockThenRow, check_occurred_at};
use uuid::Uuid;
use vocabulary::{Actor, Page, VariantId};

impl Handle<StockAsOf> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, asked: StockAsOf) -> Result<Done<Page<StockThenRow>>, OpError> {
        let at = check_occurred_at("at", Some(asked.at), tx.now())?;
        if let Some(store) = asked.store {
            known::store(tx, store).await?;
        }
        let page = list_stock::variants(tx, asked.q.as_deref(), asked.cursor.as_ref()).await?;
        let ids: Vec<Uuid> = page.rows.iter().map(|row| row.0).collect();
        let known = match asked.known {
            Known::Then => as_of::Known::Then,
            Known::Now => as_of::Known::Now,
        };
        let mut sums: HashMap<VariantId, StockThen> = HashMap::with_capacity(ids.len());
        for Balance { variant, place, then, now, .. } in as_of::balances(tx, &ids, asked.store, at, known).await? {
            let sum = sums.entry(variant).or_default();
            let (was, is) =
                if place.holds_stock() { (&mut sum.on_hand, &mut sum.on_hand_now) } else { (&mut sum.in_transit, &mut sum.in_transit_now) };
            *was += then;
            *is += now;
        }
        let page = page.map(|(id, sku, name, option_text)| {
            let variant = VariantId(id);
            StockThenRow { variant, sku, name, option_text, then: sums.remove(&variant) }
        });
        Ok(Done::reply(page))
    }
}
