//! What all stock is worth, by store and by category.

use super::{known, watermark};
use crate::Stock;
use ledger::cost::{currency, worth};
use platform::{Done, Handle, OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::BTreeMap;
use stock_rules::{CategoryWorth, ShowWorth, StoreWorth, WorthView, check_occurred_at};
use uuid::Uuid;
use vocabulary::Actor;

impl Handle<ShowWorth> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, asked: ShowWorth) -> Result<Done<WorthView>, OpError> {
        let at = asked.at.map(|at| check_occurred_at("at", Some(at), tx.now())).transpose()?;
        let currency = currency(tx).await?;
        let watermark = watermark(tx, None).await?;
        let totals = worth::totals(tx, at, known(asked.known)).await?;
        let (mut stores, mut categories): (BTreeMap<Uuid, (Decimal, Decimal)>, BTreeMap<Uuid, Decimal>) = (BTreeMap::new(), BTreeMap::new());
        for total in &totals {
            let store = stores.entry(total.store).or_default();
            store.0 += total.value;
            store.1 += if total.on_the_way { total.value } else { Decimal::ZERO };
            *categories.entry(total.category).or_default() += total.value;
        }
        let view = WorthView {
            currency,
            watermark,
            value: totals.iter().map(|total| total.value).sum::<Decimal>().normalize(),
            stores: by_code(tx, &stores).await?,
            categories: by_name(tx, &categories).await?,
        };
        Ok(Done::reply(view))
    }
}

async fn by_code(tx: &mut Tx, worths: &BTreeMap<Uuid, (Decimal, Decimal)>) -> Result<Vec<StoreWorth>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, String, String)> =
        sqlx::query_as("SELECT id, code, name FROM store WHERE tenant_id = ? ORDER BY code").bind(tenant).fetch_all(tx.conn()).await?;
    let known = rows.into_iter().filter_map(|(store, code, name)| {
        let (value, on_the_way) = worths.get(&store)?;
        Some(StoreWorth { store: store.into(), code, name, value: value.normalize(), on_the_way: on_the_way.normalize() })
    });
    Ok(known.collect())
}

async fn by_name(tx: &mut Tx, worths: &BTreeMap<Uuid, Decimal>) -> Result<Vec<CategoryWorth>, OpError> {
    let tenant = tx.tenant();
    let ids: Vec<Uuid> = worths.keys().filter(|id| !id.is_nil()).copied().collect();
    let mut rows = Vec::with_capacity(worths.len());
    for ids in ids.chunks(500) {
        let mut select = QueryBuilder::<MySql>::new("SELECT id, name FROM category WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND id IN ");
        push_list(&mut select, ids.iter().copied());
        let found: Vec<(Uuid, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
        rows.extend(
            found.into_iter().filter_map(|(id, name)| Some(CategoryWorth { category: Some(id.into()), name, value: worths.get(&id)?.normalize() })),
        );
    }
    rows.sort_by_cached_key(|row| row.name.to_lowercase());
    rows.extend(worths.get(&Uuid::nil()).map(|value| CategoryWorth { category: None, name: String::new(), value: value.normalize() }));
    Ok(rows)
}
