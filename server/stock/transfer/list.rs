//! Transfers, newest first.

use crate::{Stock, known};
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use stock_rules::{ListTransfers, TransferRow, TransferState};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page, Quantity, TransferId};

/// The columns of a transfer's head, in the order of [`Row`]; its table goes by `t`.
pub(super) const HEAD: &str = "t.id, t.code, t.from_store_id, t.to_store_id, t.state, t.shipped_at, t.actor_name, \
    (SELECT COUNT(*) FROM transfer_line n FORCE INDEX (PRIMARY) WHERE n.tenant_id = t.tenant_id AND n.transfer_id = t.id), \
    (SELECT SUM(n.shipped) FROM transfer_line n FORCE INDEX (PRIMARY) WHERE n.tenant_id = t.tenant_id AND n.transfer_id = t.id), \
    (SELECT SUM(n.shipped + n.surplus - n.received - n.damaged - n.missing - n.returned) FROM transfer_line n FORCE INDEX (PRIMARY) \
     WHERE n.tenant_id = t.tenant_id AND n.transfer_id = t.id), \
    (SELECT SUM(n.surplus) FROM transfer_line n FORCE INDEX (PRIMARY) WHERE n.tenant_id = t.tenant_id AND n.transfer_id = t.id)";

pub(super) type Row = (Uuid, String, Uuid, Uuid, u8, DateTime<Utc>, String, i64, Option<Decimal>, Option<Decimal>, Option<Decimal>);

/// # Errors
/// When the row is in a state we do not know.
pub(super) fn row(row: Row) -> Result<TransferRow, OpError> {
    let (id, code, from, to, state, shipped_at, who, lines, shipped, left, surplus) = row;
    let quantity = |value: Option<Decimal>| Quantity::new(value.unwrap_or_default()).map_err(anyhow::Error::new);
    Ok(TransferRow {
        transfer: TransferId(id),
        code,
        from: from.into(),
        to: to.into(),
        state: TransferState::of_code(state).ok_or_else(|| anyhow::anyhow!("transfer {id} is in the unknown state {state}"))?,
        shipped_at,
        who,
        lines,
        shipped: quantity(shipped)?,
        on_the_way: quantity(left)?,
        surplus: quantity(surplus)?,
    })
}

impl Handle<ListTransfers> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListTransfers) -> Result<Done<Page<TransferRow>>, OpError> {
        if let Some(store) = list.store {
            known::store(tx, store).await?;
        }
        let size = Page::<TransferRow>::SIZE;
        let ids = ids(tx, &list, size + 1).await?;
        if ids.is_empty() {
            return Ok(Done::reply(Page { rows: Vec::new(), next: None }));
        }
        let tenant = tx.tenant();
        let mut select = QueryBuilder::<MySql>::new("SELECT ");
        select.push(HEAD).push(" FROM transfer t WHERE t.tenant_id = ").push_bind(tenant).push(" AND t.id IN ");
        push_list(&mut select, ids.iter().copied());
        select.push(" ORDER BY t.id DESC");
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let rows = rows.into_iter().map(row).collect::<Result<Vec<_>, _>>()?;
        Ok(Done::reply(Page::of(rows, size, |row| Cursor(vec![row.transfer.to_string()]))))
    }
}

/// The ids of a page. A store's come from its two indexes, sent and received, each as far as the page reaches.
async fn ids(tx: &mut Tx, list: &ListTransfers, most: usize) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    let after: Option<Uuid> = list.cursor.as_ref().and_then(|Cursor(parts)| parts.first()?.parse().ok());
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let ends: Vec<Option<&str>> = if list.store.is_some() { vec![Some("from_store_id"), Some("to_store_id")] } else { vec![None] };
    let mut select = QueryBuilder::<MySql>::new("");
    for (at, end) in ends.into_iter().enumerate() {
        select.push(if at == 0 { "(" } else { " UNION (" }).push("SELECT id FROM transfer WHERE tenant_id = ").push_bind(tenant);
        if let (Some(end), Some(store)) = (end, list.store) {
            select.push(" AND ").push(end).push(" = ").push_bind(store.0);
        }
        if list.open {
            select.push(" AND state IN (2, 3)");
        }
        if let Some(after) = after {
            select.push(" AND id < ").push_bind(after);
        }
        select.push(" ORDER BY id DESC LIMIT ").push_bind(most).push(")");
    }
    select.push(" ORDER BY id DESC LIMIT ").push_bind(most);
    Ok(select.build_query_scalar().fetch_all(tx.conn()).await?)
}
