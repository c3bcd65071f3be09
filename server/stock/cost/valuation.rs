//! What each variant is worth, a page at a time.

use super::{known, watermark};
use crate::{Stock, known as own, list_stock};
use ledger::cost::{currency, worth};
use platform::{Done, Handle, OpError, Tx};
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
        let page = list_stock::variants(tx, asked.q.as_deref(), asked.cursor.as_ref()).await?;
        let ids: Vec<Uuid> = page.rows.iter().map(|row| row.0).collect();
        let mut worths: HashMap<VariantId, BTreeMap<LotId, Worth>> = HashMap::with_capacity(ids.len());
        for part in worth::parts(tx, &ids, at, known(asked.known), asked.lots, currency.minor_digits()).await? {
            if asked.store.is_none_or(|store| store == part.store) {
                let lot = if asked.lots { part.lot } else { LotId::NONE };
                let quantity = Quantity::new(part.quantity).map_err(anyhow::Error::new)?;
                worths.entry(part.variant).or_default().entry(lot).or_default().add(quantity, part.value, part.on_the_way);
            }
        }
        let mut rows = Vec::with_capacity(page.rows.len());
        for (id, sku, name, option_text) in page.rows {
            let variant = VariantId(id);
            let row = |lot, worth| ValuationRow { variant, sku: sku.clone(), name: name.clone(), option_text: option_text.clone(), lot, worth };
            match worths.remove(&variant) {
                None => rows.push(row(None, None)),
                Some(lots) => rows.extend(lots.into_iter().map(|(lot, worth)| row((lot != LotId::NONE).then_some(lot), Some(normal(worth))))),
            }
        }
        Ok(Done::reply(Valuation { currency, watermark, rows, next: page.next }))
    }
}

fn normal(worth: Worth) -> Worth {
    Worth { value: worth.value.normalize(), value_on_the_way: worth.value_on_the_way.normalize(), ..worth }
}
