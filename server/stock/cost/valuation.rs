//! What each variant is worth, a page at a time.

use super::{among, known, watermark};
use crate::{Stock, known as own};
use ledger::cost::{currency, worth};
use platform::{Done, Handle, OpError, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, HashMap};
use stock_rules::{ListValuation, Valuation, ValuationRow, Worth, check_occurred_at};
use uuid::Uuid;
use vocabulary::{Actor, LotId, Quantity, VariantId};

impl Handle<ListValuation> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, asked: ListValuation) -> Result<Done<Valuation>, OpError> {
        let at = asked.at.map(|at| check_occurred_at("at", Some(at), tx.now())).transpose()?;
        if let Some(store) = asked.store {
            own::store(tx, store).await?;
        }
        let currency = currency(tx).await?;
        // Before the values: what is valued between the two is in them, and not promised.
        let watermark = watermark(tx, None).await?;
        let page = among::page(tx, &asked).await?;
        // Of one lot nothing is told but what is told of lots.
        let apart = asked.lots || asked.lot.is_some();
        let ids: Vec<Uuid> = page.rows.iter().map(|row| row.0).collect();
        let mut worths: HashMap<VariantId, BTreeMap<LotId, Worth>> = HashMap::with_capacity(ids.len());
        for part in worth::parts(tx, &ids, at, known(asked.known), apart, currency.minor_digits()).await? {
            if asked.store.is_none_or(|store| store == part.store) && asked.lot.is_none_or(|lot| lot == part.lot) {
                let lot = if apart { part.lot } else { LotId::NONE };
                let quantity = Quantity::new(part.quantity).map_err(anyhow::Error::new)?;
                worths.entry(part.variant).or_default().entry(lot).or_default().add(quantity, part.value, part.on_the_way);
            }
        }
        let codes = codes(tx, worths.values().flat_map(BTreeMap::keys).copied()).await?;
        let mut rows = Vec::with_capacity(page.rows.len());
        for (id, sku, name, option_text) in page.rows {
            let variant = VariantId(id);
            let row = |lot: Option<LotId>, worth| {
                let lot_code = lot.and_then(|lot| codes.get(&lot).cloned()).unwrap_or_default();
                ValuationRow { variant, sku: sku.clone(), name: name.clone(), option_text: option_text.clone(), lot, lot_code, worth }
            };
            match worths.remove(&variant) {
                None => rows.push(row(asked.lot, None)),
                Some(lots) => rows.extend(lots.into_iter().map(|(lot, worth)| row((lot != LotId::NONE).then_some(lot), Some(normal(worth))))),
            }
        }
        Ok(Done::reply(Valuation { currency, watermark, rows, next: page.next }))
    }
}

/// What lots are called.
async fn codes(tx: &mut Tx, lots: impl Iterator<Item = LotId>) -> Result<HashMap<LotId, String>, OpError> {
    let (tenant, lots) = (tx.tenant(), lots.filter(|lot| *lot != LotId::NONE).collect::<Vec<_>>());
    let mut codes = HashMap::with_capacity(lots.len());
    for lots in lots.chunks(500) {
        let mut select = QueryBuilder::<MySql>::new("SELECT id, code FROM lot WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND id IN ");
        push_list(&mut select, lots.iter().map(|lot| lot.0));
        let rows: Vec<(Uuid, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
        codes.extend(rows.into_iter().map(|(id, code)| (LotId(id), code)));
    }
    Ok(codes)
}

fn normal(worth: Worth) -> Worth {
    Worth { value: worth.value.normalize(), value_on_the_way: worth.value_on_the_way.normalize(), ..worth }
}
