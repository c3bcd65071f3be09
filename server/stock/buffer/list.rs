//! The rules, the newest first, with the names of what they are of.

use super::read::{self, COLUMNS};
use crate::Stock;
use chrono::{DateTime, Utc};
use ledger::read::variants;
use platform::{Done, Handle, OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use sqlx::{FromRow, MySql, QueryBuilder};
use stock_rules::{BufferOf, BufferRow, ListBuffers};
use uuid::Uuid;
use vocabulary::{Actor, BufferId, Cursor, Page};

#[derive(FromRow)]
struct Row {
    of_kind: u8,
    of_id: Uuid,
    store_id: Uuid,
    keeps: u8,
    id: Uuid,
    quantity: Decimal,
    percent: Decimal,
    changed_at: DateTime<Utc>,
    changed_name: String,
    category_name: Option<String>,
    item_name: Option<String>,
    sku: Option<String>,
    variant_name: Option<String>,
    option_text: Option<String>,
}

fn told(row: Row) -> Result<BufferRow, OpError> {
    let rule = read::rule((row.of_kind, row.of_id, row.store_id, row.keeps, row.id, row.quantity, row.percent))?;
    let (mut category, mut item, mut variant) = (None, None, None);
    let name = match rule.of {
        BufferOf::Everything => None,
        BufferOf::Category(id) => {
            category = Some(id);
            row.category_name
        }
        BufferOf::Item(id) => {
            item = Some(id);
            row.item_name
        }
        BufferOf::Variant(id) => {
            variant = Some(id);
            row.variant_name
        }
    };
    Ok(BufferRow {
        buffer: rule.buffer,
        keeps: rule.keeps,
        store: rule.store,
        category,
        item,
        variant,
        name: name.unwrap_or_default(),
        sku: row.sku.unwrap_or_default(),
        option_text: row.option_text.unwrap_or_default(),
        quantity: rule.quantity,
        percent: rule.percent.normalize(),
        changed_at: row.changed_at,
        who: row.changed_name,
    })
}

fn select(key: &str, tenant: i64) -> QueryBuilder<MySql> {
    let mut select = QueryBuilder::<MySql>::new(format!(
        "SELECT STRAIGHT_JOIN {COLUMNS}, b.changed_at, b.changed_name, c.name AS category_name, i.name AS item_name, v.sku, v.name AS variant_name, \
         v.option_text FROM stock_buffer b FORCE INDEX ({key}) \
         LEFT JOIN category c FORCE INDEX (PRIMARY) ON b.of_kind = 1 AND c.tenant_id = b.tenant_id AND c.id = b.of_id \
         LEFT JOIN item i FORCE INDEX (PRIMARY) ON b.of_kind = 2 AND i.tenant_id = b.tenant_id AND i.id = b.of_id \
         LEFT JOIN variant v FORCE INDEX (PRIMARY) ON b.of_kind = 3 AND v.tenant_id = b.tenant_id AND v.id = b.of_id WHERE b.tenant_id = "
    ));
    select.push_bind(tenant);
    select
}

/// One rule by its id.
///
/// # Errors
/// When the database fails.
pub(super) async fn one(tx: &mut Tx, buffer: BufferId) -> Result<Option<BufferRow>, OpError> {
    let mut select = select("stock_buffer_id", tx.tenant());
    select.push(" AND b.id = ").push_bind(buffer.0);
    let row: Option<Row> = select.build_query_as().fetch_optional(tx.conn()).await?;
    row.map(told).transpose()
}

impl Handle<ListBuffers> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListBuffers) -> Result<Done<Page<BufferRow>>, OpError> {
        let size = Page::<BufferRow>::SIZE;
        let of = match list.variant {
            None => None,
            Some(variant) => {
                let facts = variants(tx, &[variant]).await?;
                let known = facts.get(&variant).ok_or_else(OpError::not_found)?;
                Some([variant.0, known.item.0, known.category.map_or(Uuid::nil(), |id| id.0), Uuid::nil()])
            }
        };
        let key = match (&of, list.keeps) {
            (Some(_), _) => "PRIMARY",
            (None, Some(_)) => "stock_buffer_keeps",
            (None, None) => "stock_buffer_id",
        };
        let mut select = select(key, tx.tenant());
        if let Some(of) = of {
            select.push(" AND b.of_id IN ");
            push_list(&mut select, of);
        }
        if let Some(keeps) = list.keeps {
            select.push(" AND b.keeps = ").push_bind(keeps.code());
        }
        if let Some(after) = list.cursor.as_ref().and_then(|Cursor(parts)| parts.first()?.parse::<Uuid>().ok()) {
            select.push(" AND b.id < ").push_bind(after);
        }
        select.push(" ORDER BY b.id DESC LIMIT ").push_bind(i64::try_from(size + 1).unwrap_or(i64::MAX));
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let rows = rows.into_iter().map(told).collect::<Result<Vec<_>, _>>()?;
        Ok(Done::reply(Page::of(rows, size, |row| Cursor(vec![row.buffer.to_string()]))))
    }
}
