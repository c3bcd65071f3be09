//! What a period cost, from the sums of its days.

use super::watermark;
use crate::{Stock, known as own};
use chrono::NaiveDate;
use ledger::cost::{currency, policy};
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use stock_rules::{CostAccount, ShowCostAccount, check_account, decide_account};
use vocabulary::{Actor, AppError, CostKind, CostScope, StoreId};

impl Handle<ShowCostAccount> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, asked: ShowCostAccount) -> Result<Done<CostAccount>, OpError> {
        let fields = check_account(asked.from, asked.to);
        if !fields.is_empty() {
            return Err(AppError::Invalid { fields }.into());
        }
        if let Some(store) = asked.store {
            own::store(tx, store).await?;
        }
        let currency = currency(tx).await?;
        let watermark = watermark(tx, None).await?;
        // Where all stores are valued together none has an account of its own.
        let together = policy::show(tx).await?.scope == CostScope::Company;
        let store = asked.store.filter(|_| !together);
        let opening: Decimal = sums(tx, store, (None, asked.from)).await?.into_iter().map(|(_, value)| value).sum();
        let after = asked.to.succ_opt().unwrap_or(NaiveDate::MAX);
        let of_period = sums(tx, store, (Some(asked.from), after)).await?;
        let (lines, closing, cost_of_sales) = decide_account(opening, &of_period);
        Ok(Done::reply(CostAccount { currency, watermark, store, opening: opening.normalize(), lines, closing, cost_of_sales }))
    }
}

/// The sums of each kind, from a day until before another. What went from one store to the other is no line of all of them.
async fn sums(tx: &mut Tx, store: Option<StoreId>, (from, before): (Option<NaiveDate>, NaiveDate)) -> Result<Vec<(CostKind, Decimal)>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT kind, SUM(value) FROM cost_day WHERE tenant_id = ");
    select.push_bind(tenant).push(" AND day < ").push_bind(before);
    if let Some(from) = from {
        select.push(" AND day >= ").push_bind(from);
    }
    if let Some(store) = store {
        select.push(" AND store_id = ").push_bind(store.0);
    }
    select.push(" GROUP BY kind");
    let rows: Vec<(u8, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let kind = |code| CostKind::of_code(code).ok_or_else(|| OpError::Other(anyhow::anyhow!("an entry is of the unknown kind {code}")));
    rows.into_iter().map(|(code, value)| Ok((kind(code)?, value))).collect()
}
